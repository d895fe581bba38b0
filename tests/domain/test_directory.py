"""The directory: facts with a source, nothing printed that is old or from memory."""

from datetime import date, timedelta

import pytest

from app import paths
from app.casework.guidance import read_directory
from app.domain.kit.answers import Nation
from app.domain.kit.freshness import Freshness, Seen, freshness, months_after
from app.domain.rules.directory import Contact, Directory, HelpFor, Need

SHIPPED = read_directory(paths.resources())
CHECKED = date(2026, 11, 28)


def contact(**more):
    given = {
        "name": "Example Line",
        "purpose": "Anyone",
        "number": "01632 960000",
        "audience": (HelpFor.LEARNER,),
        "source": "Its page",
        "standing": Seen.SEEN,
        "checked_on": CHECKED,
    }
    return Contact(**given | more)


def names(made, audience=HelpFor.LEARNER, nation=Nation.ENGLAND, today=CHECKED):
    return [one.name for one in Directory({"x": made}).help_for(audience, nation, today)]


def test_what_is_in_date_and_seen_is_given():
    assert names(contact()) == ["Example Line"]


@pytest.mark.parametrize(
    "left_out",
    [
        contact(standing=Seen.RECALLED),
        contact(checked_on=CHECKED - timedelta(days=366)),
        contact(number="", address=""),
        contact(audience=(HelpFor.PARENT,)),
        contact(nations=(Nation.WALES,)),
    ],
    ids=["from memory", "old", "blank", "for others", "elsewhere"],
)
def test_anything_else_is_left_out_of_papers(left_out):
    assert names(left_out) == []


def test_a_contact_is_in_date_for_just_as_long_as_a_service_can_be_relied_on():
    year = months_after(CHECKED, 12)
    assert names(contact(), today=year - timedelta(days=1)) == ["Example Line"]
    assert names(contact(), today=year) == []
    assert freshness(CHECKED, year) is Freshness.RED


def test_every_shipped_contact_has_a_source_and_a_purpose():
    assert len(SHIPPED.contacts) >= 30
    for name, one in SHIPPED.contacts.items():
        assert one.name, name
        assert one.purpose, name
        assert one.source, name
        assert one.checked_on <= CHECKED, name


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("childline", "0800 1111"),
        ("nspcc", "0808 800 5000"),
        ("posh", "0344 381 4772"),
        ("samaritans", "116 123"),
        ("report_fraud", "0300 123 2040"),
    ],
)
def test_numbers_are_as_the_guidance_digest_has_them(name, number):
    assert SHIPPED.contacts[name].number == number


def test_the_misspelt_address_of_the_source_guidance_is_put_right():
    assert SHIPPED.contacts["ceop"].address == "www.ceop.police.uk/Safety-Centre/"


def test_what_is_from_memory_is_marked():
    marked = {name for name, one in SHIPPED.contacts.items() if one.standing is Seen.RECALLED}
    assert {"nspcc_education", "shore"} <= marked


def test_adults_only_services_are_never_offered_to_learners_or_parents():
    assert SHIPPED.contacts["revenge_porn_helpline"].audience == (HelpFor.STAFF,)


@pytest.mark.parametrize("audience", [HelpFor.LEARNER, HelpFor.PARENT])
@pytest.mark.parametrize(
    ("age", "first"),
    [
        (None, ["Childline", "Papyrus HOPELINE247"]),
        (15, ["Childline", "Papyrus HOPELINE247"]),
        (18, ["Childline", "Papyrus HOPELINE247"]),
        (19, ["Papyrus HOPELINE247"]),
        (35, []),
    ],
)
def test_a_family_is_given_no_helpline_that_its_child_is_too_old_for(audience, age, first):
    chosen = SHIPPED.chosen_for(audience, Nation.ENGLAND, CHECKED, {Need.SELF_HARM}, age)
    told = [one.name for one in chosen]
    assert [one for one in told if one in {"Childline", "Papyrus HOPELINE247"}] == first
    assert told[: len(first)] == first
    assert told[-1] == "Police: danger now"
    assert "Samaritans" in told


def test_every_age_a_contact_is_for_is_said_with_it():
    for one in SHIPPED.contacts.values():
        assert (f"nder {one.under}" in one.purpose) == bool(one.under)
        assert bool(one.under) or "nder 1" not in one.purpose, one.name


@pytest.mark.parametrize(("asked", "found"), [("POSH", "posh"), ("fraud money", "report_fraud")])
def test_a_search_finds_by_any_word(asked, found):
    assert found in [name for name, _ in SHIPPED.found(asked)]


def test_an_empty_search_gives_all():
    assert len(SHIPPED.found("  ")) == len(SHIPPED.contacts)
