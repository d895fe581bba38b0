"""The tour shows all there is: each kind of document is called for by a case it plays."""

from app.papers.kinds import KINDS, offers_for
from app.tour.tour import CASES
from tests.papers.cases import PRACTICE, read_case


def test_the_cases_of_the_tour_call_for_every_kind_of_document():
    made = {
        offer.kind.key
        for name in CASES
        for offer in offers_for(read_case(PRACTICE / f"{name}.toml"))
    }
    assert {kind.key for kind in KINDS} - made == set()
