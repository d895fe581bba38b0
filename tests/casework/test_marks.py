"""The same handle, group or page in another case is pointed out."""

import pytest

from app.casework.reading import same_elsewhere
from app.casework.recording import seal
from app.domain.forms.any_time import Note
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.copies import CopiesFound
from tests.casefold import concern
from tests.domain.gate_answers import AT
from tests.domain.ledger import BENS, GROUP, found


@pytest.fixture
def two(session):
    """Two cases, each with a concern and nothing else."""
    return [seal(session, ConcernReceived, concern()) for _ in range(2)]


def with_group(session, case, **answers):
    return seal(session, CopiesFound, found(BENS, GROUP | answers)[1], case=case)


def found_elsewhere(session, case):
    return [found for found in same_elsewhere(session, case) if found]


@pytest.mark.parametrize(
    "there", ["Y11 banter", "“y11  BANTER”", "the chat Y11-banter, as she wrote it"]
)
def test_the_same_group_in_another_case_is_found_however_it_is_written(session, two, there):
    here, other = two
    here = with_group(session, here)
    note = {"at": AT, "what": f"She speaks of {there}.", "why": "Heard."}
    seal(session, Note, note, case=other)
    (found_again,) = found_elsewhere(session, here)
    assert found_again.mark.shown == "Y11 banter"
    assert [summary.number for summary in found_again.cases] == [other.number]


def test_nothing_is_pointed_out_for_the_case_itself_or_for_other_words(session, two):
    here, other = two
    here = with_group(session, here)
    note = {"at": AT, "what": "Banter in Year Y11, said the tutor.", "why": "Heard."}
    seal(session, Note, note, case=other)
    assert found_elsewhere(session, here) == []


@pytest.mark.parametrize("name", ['"', '"" OR *', "NEAR(a b)", "a*b*c", "(((abc"])
def test_no_name_of_a_group_can_break_the_search(session, two, name):
    here = with_group(session, two[0], name=name)
    assert found_elsewhere(session, here) == []
