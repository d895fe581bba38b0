"""The tour shows all there is: each kind of document is called for by a case it plays."""

import pytest

from app.casework.documents import prepare, seal_issued
from app.papers.kinds import KINDS, offers_for
from app.practice.casefile import read_case_file
from app.tour.tour import CASES, Tour
from app.typesetting.document import Document
from tests.papers.cases import PRACTICE, read_case
from tests.play import play


def test_the_cases_of_the_tour_call_for_every_kind_of_document():
    made = {
        offer.kind.key
        for name in CASES
        for offer in offers_for(read_case(PRACTICE / f"{name}.toml"))
    }
    assert {kind.key for kind in KINDS} - made == set()


@pytest.mark.parametrize("name", CASES)
def test_with_what_the_tour_sets_every_document_of_its_cases_is_issued(
    name, guide, clock, tmp_path
):
    """Nothing is set on pages: that takes long, and tests/papers does it."""
    tour = Tour(guide, read_case_file(PRACTICE / f"{name}.toml"), clock, tmp_path / "out")
    clock.at = tour.file.steps[0].recorded
    tour.first_run()
    session = guide.shown._session
    case = play(session, tour.file, turn=lambda at: setattr(clock, "at", at))
    for offer in offers_for(case):
        prepared = prepare(session, case, offer, draft=False)
        made = Document(content=prepared.content, pdf=b"", digest=b"", words="", pages=1)
        case = seal_issued(session, prepared, made).case
