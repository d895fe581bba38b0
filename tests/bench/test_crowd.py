"""The crowd that is measured is found as real cases are, or nothing would be measured."""

from app.casework.checking import Verdict, check_typed
from app.casework.reading import find_cases, find_people
from tests.bench.crowd import fill, words_of
from tests.sessions import Clock, new_desk


def test_a_case_of_the_crowd_is_found_by_its_words_its_people_and_its_document(tmp_path):
    clock = Clock()
    session = new_desk(tmp_path / "casebook", clock)
    fill(session, clock, 3)
    assert len(find_cases(session, "pictu")) == 3
    assert len(find_people(session, "robin ex")) == 3
    assert [check_typed(session, words_of(n)).verdict for n in range(3)] == [Verdict.SAME] * 3
    session.close()
