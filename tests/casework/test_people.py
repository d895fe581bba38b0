"""Joined records and the lists: one person is found, by either name, however it is spelt."""

import pytest

from app.casework.reading import find_people
from app.casework.recording import seal
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.parts import PeopleMerged
from app.domain.stages.person import PeopleNamed
from tests.casefold import concern
from tests.domain.test_people import NAMED, SAME


@pytest.fixture
def joined(desk):
    case = seal(desk, ConcernReceived, concern())
    case = seal(desk, PeopleNamed, NAMED, case=case)
    return seal(desk, PeopleMerged, SAME, case=case)


@pytest.mark.parametrize("typed", ["Ava", "Eva", "evie_x", "Eeva Stoan"])
def test_joined_records_are_found_once_by_either_name(desk, joined, typed):
    found = [person.id for person in find_people(desk, typed)]
    assert found.count("ava") == 1
    assert "eva" not in found


def test_lists_of_joined_records_can_be_made_again(desk, joined):
    desk.casebook.lists.rebuild()
    assert desk.casebook.lists.compare() == ()
