"""Earlier cases of the same person: pointed out by number, and by nothing else of them."""

from datetime import date

import pytest

from app.casework.reading import other_cases, write_case
from app.casework.recording import seal
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.person import PeopleMerged, PeopleNamed
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from tests.casefold import AVA, BEN, concern
from tests.domain.test_people import NAMED, SAME

BORN = date(2011, 5, 3)


def someone(name="Ava Stone", *, born=BORN, known_as=""):
    return Person(id="new", kind=PersonKind.LEARNER, name=name, born=born, known_as=known_as)


@pytest.mark.parametrize(
    ("person", "found"),
    [
        (AVA, True),
        (BEN, True),
        (someone(), True),
        (someone("STONE, ava"), True),
        (someone("A. Rowe", known_as="Ava Stone"), True),
        (someone(born=None), False),
        (someone(born=date(2011, 5, 4)), False),
        (someone("Eve Stone"), False),
        (someone("Ben Marsh", born=None), False),
    ],
)
def test_somebody_is_the_same_by_id_or_by_name_and_date_of_birth(session, person, found):
    case = seal(session, ConcernReceived, concern())
    assert [one.case for one in other_cases(session, person, None)] == [case.id] * found
    assert other_cases(session, person, case.id) == ()


def test_a_joined_record_is_found_by_the_name_that_was_given_up(session):
    case = seal(session, ConcernReceived, concern())
    case = seal(session, PeopleNamed, NAMED, case=case)
    case = seal(session, PeopleMerged, SAME, case=case)
    (one,) = other_cases(session, someone("Eva Stone"), None)
    assert one.case == case.id


def test_a_record_joined_in_one_case_finds_the_others_by_either_id(session):
    nobody_born = concern(people=(Involved(BEN, (Role.PICTURED,)),))
    first = seal(session, ConcernReceived, nobody_born)
    twice = Person(id="benjamin", kind=PersonKind.LEARNER, name="Benjamin Marsh")
    named = NAMED | {"people": (Involved(twice, (Role.SHARED,)),)}
    first = seal(session, PeopleNamed, named, case=first)
    second = seal(session, ConcernReceived, concern(people=(Involved(twice, (Role.SHARED,)),)))
    assert other_cases(session, BEN, first.id) == ()
    one = SAME | {"keep": "ben", "other": "benjamin", "name": "Ben Marsh"}
    first = seal(session, PeopleMerged, one, case=first)
    for person in (BEN, twice):
        assert [one.case for one in other_cases(session, person, second.id)] == [first.id]
        assert [one.case for one in other_cases(session, person, first.id)] == [second.id]


def test_the_newest_case_comes_first_and_a_case_is_told_by_its_number_alone(session):
    first = seal(session, ConcernReceived, concern())
    again = concern(people=(Involved(AVA, (Role.RECEIVED,)),))
    second = seal(session, ConcernReceived, again)
    found = other_cases(session, AVA, None)
    assert {one.case for one in found} == {first.id, second.id}
    assert write_case(found[-1]).startswith(f"{found[-1].number}, opened ")
    assert write_case(found[-1]).endswith(", open")
    assert "Stone" not in write_case(found[-1])
