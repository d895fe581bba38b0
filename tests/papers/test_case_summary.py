"""The case summary: one page that cuts no sentence, and in full with the map of copies."""

import pytest

from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.moments import moment
from app.domain.kit.wording import lines_of
from app.papers.case_summary import shorten
from app.papers.kinds import offer_of
from app.typesetting.spread_map import SpreadMap
from tests.casefold import NOW, concern_case
from tests.papers.cases import BARE, PASSED_ON, PRACTICE, read_case, with_answers
from tests.papers.paper import issue, plain, printed, text_of

PAGES = {"01": 8, "02": 18, "03": 10, "04": 10, "05": 14, "06": 12, "07": 11, "08": 14, "09": 13}
PAGES |= {"10": 15, "11": 10}
STORY_OF_FIVE_BODIES = PRACTICE / "11-coach.toml"
LONG = "Ava was asked by M. Reyes and by Mrs. Hale on Monday. She was asked again later. " * 60

ISSUED = {
    "issued_at": moment(NOW),
    "number": "2026-0001-D1",
    "key": "whole_chronology",
    "kind": "Chronology of case 2026-0001",
    "recipient": "The Designated Safeguarding Lead",
    "why": "Chronology",
    "pages": "2",
    "words": "harbour velvet seven lantern cedar moth",
    "digest": "4f" * 32,
    "record_head": "8f" * 32,
    "beside": '{"as_printed":[]}',
}


def maps(path, key="case_summary"):
    case = read_case(path)
    offer = offer_of(case, key)
    content = offer.kind.content(case, offer.subject, issue())
    return [part for part in content.parts if isinstance(part, SpreadMap)]


def test_the_full_summary_draws_where_copies_are_by_name():
    (drawn,) = maps(PASSED_ON)
    assert "Ben Marsh’s device" in {stop.title for stop in drawn.spread.stops}
    assert drawn.intro[0].startswith("Not contained. 5 copies: ")


def test_one_page_and_a_case_without_copies_have_no_map():
    assert maps(PASSED_ON, "case_summary_page") == []
    assert maps(BARE) == []


def test_the_full_summary_names_each_issued_document_in_a_line_and_none_of_its_workings():
    case = concern_case((DocumentIssued, ISSUED))
    offer = offer_of(case, "case_summary")
    made = offer.kind.content(case, offer.subject, issue())
    text = " ".join(text_of(printed(made).pdf))
    assert "2026-0001-D1" in text
    assert "Chronology of case 2026-0001 · To: The Designated Safeguarding Lead" in text
    assert "as_printed" not in text
    assert "4f4f4f" not in text


def test_what_the_casebook_keeps_for_itself_is_never_read_out():
    case = concern_case((DocumentIssued, ISSUED))
    said = str(lines_of(case.all_of(DocumentIssued)[0], case.names))
    assert "Chronology of case" in said
    assert "as_printed" not in said
    assert "whole_chronology" not in said


def made(case, key):
    offer = offer_of(case, key)
    return printed(offer.kind.content(case, offer.subject, issue()))


@pytest.mark.parametrize("path", sorted(PRACTICE.glob("*.toml")), ids=lambda path: path.stem)
def test_the_full_summary_is_short_and_its_map_is_not_parted(path):
    done = made(read_case(path), "case_summary")
    assert done.pages <= PAGES[path.stem[:2]]
    (drawn,) = maps(path)
    holding = [plain(page) for page in text_of(done.pdf) if plain(drawn.heading) in plain(page)]
    titles = {plain(stop.title) for stop in drawn.spread.stops}
    assert any(all(title in page for title in titles) for page in holding)


ONE_PAGE = sorted(set(PRACTICE.glob("*.toml")) - {STORY_OF_FIVE_BODIES})


@pytest.mark.parametrize("path", ONE_PAGE, ids=lambda path: path.stem)
def test_the_one_page_summary_cuts_nothing_in_a_practice_case(path):
    done = made(read_case(path), "case_summary_page")
    assert done.pages == 1
    words = " ".join(text_of(done.pdf))
    assert "…" not in words
    assert "in the full summary" not in words


def test_what_is_too_long_for_one_page_ends_with_a_sentence_and_says_where_the_rest_is():
    case = read_case(PASSED_ON, change=with_answers("concern_received", account=LONG))
    done = made(case, "case_summary_page")
    assert done.pages == 1
    words = plain(" ".join(text_of(done.pdf)))
    ends = ("on Monday. More in the full summary.", "again later. More in the full summary.")
    assert any(plain(end) in words for end in ends)
    assert plain("More in the full summary") not in plain(
        " ".join(text_of(made(case, "case_summary").pdf))
    )


@pytest.mark.parametrize("room", range(60, 400, 7))
def test_a_sentence_does_not_end_after_an_initial_or_a_short_form(room):
    said = shorten(LONG, room)
    whole = ("Monday.", "later.")
    assert said[0].endswith(whole) if isinstance(said, tuple) else said.startswith("Too long")


def test_what_has_no_end_of_a_sentence_is_not_begun():
    long = "q" * 3000
    case = read_case(
        PRACTICE / "05-group-chat.toml", change=with_answers("decision_made", why=long)
    )
    words = " ".join(" ".join(text_of(made(case, "case_summary_page").pdf)).split())
    assert "Too long for this page: it stands in the full summary" in words


@pytest.mark.parametrize("path", sorted(PRACTICE.glob("*.toml")), ids=lambda path: path.stem)
def test_every_answer_of_every_entry_stands_in_the_full_summary(path):
    case = read_case(path)
    offer = offer_of(case, "case_summary")
    parts = offer.kind.content(case, offer.subject, issue()).parts
    start = next(at for at, it in enumerate(parts) if getattr(it, "heading", "") == RECORD)
    said = plain("".join(str(word) for it in parts[start:] for word in flat(it))).lower()
    entries = [entry for entry in case.current if not isinstance(entry.form, DocumentIssued)]
    assert entries
    missing = [
        (entry.sealed.seq, line.label)
        for entry in entries
        for line in lines_of(entry.form, case.names)
        if plain(line.text).lower() not in said
    ]
    assert missing == []


RECORD = "The record, stage by stage"


def flat(part):
    """Return every word of a part, in order."""
    if isinstance(part, str):
        return [part]
    found = part if isinstance(part, tuple) else map(part.__getattribute__, part.__struct_fields__)
    return [word for inner in found for word in flat(inner)]
