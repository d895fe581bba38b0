"""The case summary in full: with the map of copies, everybody by name."""

from app.documents.kinds import offer_of
from app.documents.spread import SpreadMap

from .cases import BARE, PASSED_ON, read_case
from .paper import issue


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
