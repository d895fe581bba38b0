"""The catalogue: what it holds, what it refuses and where, and when an address is too old."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import paths
from app.casework.guidance import read_directory
from app.domain.forms.routes import RouteKind
from app.domain.kit.freshness import Freshness, Seen, freshness, last_checked, months_after
from app.removal.catalogue import Catalogue, ServiceKind, changes, overlaid
from app.removal.reading import LARGEST, CatalogueRefused, read_catalogue, service_fault_sentences

TODAY = date(2026, 11, 28)
SHIPPED = (paths.resources() / "services.toml").read_bytes()
CATALOGUE = read_catalogue(SHIPPED, TODAY)

GOOD = """\
[[service]]
id = "example"
name = "Example"
kind = "social"

[[service.route]]
kind = "in_app"
who = "holder"
steps = "Hold the message, then Report."
address = "https://help.service.example/report"
checked_on = 2026-10-01
standing = "seen"
source = "The service’s own help page"
"""

# uk-guidance 4.2 and 4.5, line by line.
GUIDANCE = """
    report_remove take_it_down iwf ceop report_harmful_content posh stopncii revenge_porn_helpline
    cybertipline instagram facebook messenger threads whatsapp snapchat tiktok x youtube discord
    reddit telegram twitch roblox pinterest google_search google_drive icloud imessage bereal kik
    onlyfans pornhub other_host chat_site microsoft bing signal college_microsoft college_google
""".split()  # noqa: SIM905 - words wrap like prose


def refused(content, today=TODAY):
    raw = content.encode() if isinstance(content, str) else content
    with pytest.raises(CatalogueRefused) as told:
        read_catalogue(raw, today)
    return str(told.value)


def said_of(content):
    """Return the refusal of a file, or None when it is taken."""
    try:
        read_catalogue(content, TODAY)
    except CatalogueRefused as refusal:
        return refusal
    return None


def test_every_service_of_the_guidance_is_there():
    assert {service.id for service in CATALOGUE.service} == set(GUIDANCE)
    assert len(CATALOGUE.service) >= 30


def test_every_kind_of_route_is_told_what_to_do_and_what_not():
    assert {guide.kind for guide in CATALOGUE.guide} == set(RouteKind)
    assert all(guide.do_not and guide.gives and guide.device for guide in CATALOGUE.guide)


@pytest.mark.parametrize("service", CATALOGUE.service, ids=lambda one: one.id)
def test_a_service_says_how_it_is_asked_or_why_it_cannot_be(service):
    assert service.route or service.note
    for route in service.route:
        assert route.source
        assert (route.standing is Seen.SEEN) <= (route.checked_on is not None)


def test_one_fact_in_two_files_has_one_standing_and_one_day():
    contacts = read_directory(paths.resources()).contacts
    told_twice = [
        (contact, route)
        for contact in contacts.values()
        for service in CATALOGUE.service
        for route in service.route
        if len(contact.number) > 3 and contact.number in f"{route.steps} {route.address}"
    ]
    assert told_twice
    for contact, route in told_twice:
        said = contact.name, contact.standing, contact.checked_on
        assert said == (contact.name, route.standing, route.checked_on)


def test_no_contact_that_ships_filled_in_lacks_a_number_and_an_address():
    contacts = read_directory(paths.resources()).contacts
    to_fill_in = [one for one in contacts.values() if "filled in by the college" in one.source]
    assert [one.name for one in contacts.values() if one.blank and one not in to_fill_in] == []


def test_what_is_called_seen_rests_on_no_memory():
    told = [*CATALOGUE.guide, *CATALOGUE.nation]
    told += [route for service in CATALOGUE.service for route in service.route]
    seen = [one for one in told if one.standing is Seen.SEEN]
    assert [one.source for one in seen if "memory" in one.source] == []


def test_no_guidance_card_says_what_is_only_remembered():
    for path in sorted((paths.resources() / "guidance").glob("*.toml")):
        text = path.read_text("utf-8").casefold()
        assert "recalled" not in text, path.name
        assert "from memory" not in text, path.name


def test_nobody_is_sent_to_the_form_that_is_gone():
    for service in ("instagram", "facebook"):
        assert not CATALOGUE.by_id(service).route_by(RouteKind.PUBLIC_FORM)


def test_the_addresses_of_the_child_routes_are_the_ones_of_the_guidance():
    def address(kind):
        return CATALOGUE.offering(kind).route_by(kind).address

    assert address(RouteKind.REPORT_REMOVE) == "https://www.childline.org.uk/remove"
    assert address(RouteKind.TAKE_IT_DOWN) == "https://takeitdown.ncmec.org"
    assert address(RouteKind.IWF) == "https://report.iwf.org.uk"
    assert address(RouteKind.CEOP) == "https://www.ceop.police.uk/Safety-Centre/"


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (GOOD.replace('"Example"', "7"), 3, "“name” should be text, not a number."),
        (GOOD.replace('"social"', '"club"'), 4, "“kind” holds a word or value not known here."),
        (GOOD.replace("steps", "stages"), 9, "“stages” is no name known here."),
        (GOOD.replace('who = "holder"\n', ""), 6, "“who” is missing."),
        (GOOD.replace("2026-10-01", "2026-11-29"), 11, "“checked_on” lies in the future."),
        (GOOD.replace("2026-10-01", "2026-10-01T09:00:00"), 11, "“checked_on” should be a day"),
        (GOOD.replace("checked_on = 2026-10-01\n", ""), 11, "needs the day it was seen"),
        (GOOD.replace("Hold the", "<b>Hold</b> the"), 9, "holds markup"),
        (GOOD.replace("Hold the", "&lt;Hold the"), 9, "holds markup"),
        (GOOD.replace("Hold the", "Hold\\u0007 the"), 9, "control character"),
        (GOOD.replace("Hold the", "Hold \\u202e the"), 9, "control character or a hidden one"),
        (GOOD.replace("Hold the", "x" * 700), 9, "more than 600 characters"),
        (GOOD.replace("https://help", "javascript://help"), 10, "other than https"),
        (GOOD.replace("https://help", "file://help"), 10, "other than https"),
        (GOOD.replace("https://help.s", "https://help s"), 10, "a gap in it"),
        (GOOD.replace("https://help.", "data:image/png,"), 10, "file turned into text"),
        (GOOD.replace('"example"', '"Ex ample"'), 2, "“id” takes"),
        (GOOD.replace('"Example"', '" "'), 3, "“name” is empty."),
        (GOOD + GOOD, 15, "Another service has this id already."),
        (GOOD + GOOD.replace('"example"', '"other"'), 16, "has this name already"),
        (GOOD + 'id = "', 14, "not TOML"),
        (GOOD.replace("kind = ", "kind : ", 1), 4, "not TOML"),
        (GOOD.replace('"Example"', '"""Example"""'), 3, "over several lines"),
        ("service = 3\n", 1, "“service” should be a list, not a number."),
        ("colour = 3\n", 1, "“colour” is no name known here."),
        (GOOD.encode().replace(b"Example", b"\xff\xfe"), 3, "not plain UTF-8"),
    ],
)
def test_a_bad_file_is_refused_with_the_line_and_the_reason(content, line, reason):
    told = refused(content)
    assert told.startswith(f"Line {line}: ")
    assert reason in told


def test_the_good_file_of_these_tests_is_taken():
    assert len(read_catalogue(GOOD.encode(), TODAY).service) == 1


@pytest.mark.parametrize("size", [LARGEST + 1, 5_000_000])
def test_a_file_too_large_is_refused_before_it_is_parsed(size, monkeypatch):
    monkeypatch.setattr("app.removal.reading.tomllib.loads", pytest.fail)
    assert "1,000,000 bytes" in refused(b"#" * size)


@pytest.mark.parametrize(
    "content", ["a = " + "[" * 5000, "a = " + "9" * 5000, "a" + ".a" * 20_000 + " = 1"]
)
def test_a_file_made_to_break_the_reader_is_refused_in_a_sentence(content):
    assert refused(content)


@given(st.binary(max_size=400))
def test_no_bytes_bring_anything_but_a_catalogue_or_a_sentence(content):
    told = said_of(content)
    assert told is None or told.reason.endswith(".")


LINES = SHIPPED.decode().splitlines()
VALUES = st.sampled_from(
    ["7", "true", "nan", "[]", "{}", '"<i>"', "2030-01-01", '["a", 2]', '"\\u0000"', "1979-05-27"]
)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_spoilt_line_of_the_real_file_is_refused_on_that_line_or_harmless(data):
    places = [at for at, line in enumerate(LINES) if " = " in line]
    at = data.draw(st.sampled_from(places))
    key = LINES[at].split(" = ")[0]
    spoilt = [*LINES[:at], f"{key} = {data.draw(VALUES)}", *LINES[at + 1 :]]
    told = said_of("\n".join(spoilt).encode())
    assert told is None or told.line == at + 1


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_typed_as_a_service_is_taken_or_told_in_sentences(name, address):
    first = CATALOGUE.by_id("tiktok")
    route = msgspec.structs.replace(first.route[0], address=address)
    typed = msgspec.structs.replace(first, name=name, route=(route,))
    assert all(sentence.endswith(".") for sentence in service_fault_sentences(typed, TODAY))


@pytest.mark.parametrize(
    ("checked", "grade"),
    [
        (TODAY, Freshness.FRESH),
        (date(2026, 5, 29), Freshness.FRESH),
        (date(2026, 5, 28), Freshness.AMBER),
        (date(2025, 11, 29), Freshness.AMBER),
        (date(2025, 11, 28), Freshness.RED),
        (None, Freshness.RED),
    ],
)
def test_an_address_turns_amber_after_six_months_and_red_after_twelve(checked, grade):
    assert freshness(checked, TODAY) is grade


def test_what_was_last_checked_is_said_in_words_and_not_only_in_colour():
    assert last_checked(date(2026, 10, 1)) == "Last checked 1 Oct 2026"
    assert last_checked(None) == "Never checked"
    assert Freshness.AMBER.label == "Check before use"
    assert Freshness.RED.label == "Too old to rely on"


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 800))
def test_nothing_grows_fresher_with_time(checked, days):
    grades = list(Freshness)
    later = checked + timedelta(days=days)
    assert grades.index(freshness(checked, later)) >= grades.index(freshness(checked, checked))
    assert months_after(checked, 6) > checked


def test_the_colleges_own_services_win_and_new_ones_stand_at_the_end():
    mine = msgspec.structs.replace(CATALOGUE.by_id("tiktok"), note="Ours")
    ours = msgspec.structs.replace(mine, id="moodle", name="Moodle", kind=ServiceKind.COLLEGE)
    both = overlaid(CATALOGUE, [mine, ours])
    assert both.by_id("tiktok").note == "Ours"
    assert both.service[-1] == ours
    assert len(both.service) == len(CATALOGUE.service) + 1
    assert both.guide == CATALOGUE.guide


def test_an_import_says_what_it_would_change_and_nothing_else():
    same, edited = CATALOGUE.service[0], CATALOGUE.by_id("tiktok")
    edited = msgspec.structs.replace(edited, note="Ours")
    new = msgspec.structs.replace(edited, id="moodle", name="Moodle")
    found = changes(CATALOGUE, Catalogue(service=(same, edited, new)))
    assert [(one.service.id, one.fields, one.new) for one in found] == [
        ("tiktok", ("note",), False),
        ("moodle", (), True),
    ]


@pytest.mark.parametrize("service", CATALOGUE.service, ids=lambda one: one.id)
def test_a_note_says_if_all_that_is_known_of_its_service_is_only_recalled(service):
    seen = any(route.standing is Seen.SEEN for route in service.route)
    assert (f"{Seen.RECALLED.label}: check first" in service.note_said) is bool(
        service.note and not seen
    )
    assert service.note in service.note_said
