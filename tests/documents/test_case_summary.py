"""The case summary in full: with the map of copies, everybody by name."""

from app.documents.document import finished, text_of
from app.documents.kinds import offer_of
from app.documents.spread import SpreadMap
from app.domain.moments import moment
from app.domain.stages.document import DocumentIssued
from app.domain.wording import lines_of
from tests.casefold import NOW, concern_case

from .cases import BARE, PASSED_ON, read_case
from .paper import issue

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
    text = " ".join(text_of(finished(made).pdf))
    assert "2026-0001-D1" in text
    assert "Chronology of case 2026-0001, to The Designated Safeguarding Lead" in text
    assert "as_printed" not in text
    assert "4f4f4f" not in text


def test_what_the_casebook_keeps_for_itself_is_never_read_out():
    case = concern_case((DocumentIssued, ISSUED))
    said = str(lines_of(case.all_of(DocumentIssued)[0], case.names))
    assert "Chronology of case" in said
    assert "as_printed" not in said
    assert "whole_chronology" not in said
