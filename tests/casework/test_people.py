"""Joined records and the lists: one person is found, by either name, however it is spelt."""

import pytest

from app.casework.reading import find_cases, find_people
from app.casework.recording import seal
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.person import PeopleMerged, PeopleNamed
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from tests.casefold import concern
from tests.domain.test_people import NAMED, SAME


@pytest.fixture
def joined(session):
    case = seal(session, ConcernReceived, concern())
    case = seal(session, PeopleNamed, NAMED, case=case)
    return seal(session, PeopleMerged, SAME, case=case)


@pytest.mark.parametrize("typed", ["Ava", "Eva", "evie_x", "Eeva Stoan"])
def test_joined_records_are_found_once_by_either_name(session, joined, typed):
    found = [person.id for person in find_people(session, typed)]
    assert found.count("ava") == 1
    assert "eva" not in found


def test_lists_of_joined_records_can_be_made_again(session, joined):
    session.casebook.lists.rebuild()
    assert session.casebook.lists.compare() == ()


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ("Łukasz Wójcik", "Lukasz"),
        ("Łukasz Wójcik", "wojcik"),
        ("Søren Đukić", "Soren"),
        ("Søren Đukić", "dukic"),
        ("Niamh O’Connor", "OConnor"),
        ("Niamh O’Connor", "o'connor"),
        ("Niamh O’Connor", "o connor"),
        ("Niamh O’Connor", "O’CONNOR, Niamh"),
        ("Erin MacDonald", "McDonald"),
        ("Anne-Marie St John", "annemarie"),
        ("Anne-Marie St John", "Anne Marie"),
        ("Anne-Marie St John", "StJohn"),
        ("Yusuf Yıldız", "yildiz"),  # noqa: RUF001
        ("Jürgen Strauß", "Strauss"),
        ("Mohammed Al-Rashid", "alrashid"),
        ("R. J. Okafor", "rj okafor"),
    ],
)
def test_somebody_is_found_first_however_their_name_is_typed(session, known, typed):
    others = ("Lucas Wood", "Conor Oakes", "Ann Strand", "Al Rush", "Erin Donald", "Yusra Dale")
    named = (*others, known)
    people = tuple(
        Involved(Person(id=name, kind=PersonKind.LEARNER, name=name), (Role.WITNESS,))
        for name in named
    )
    seal(session, ConcernReceived, concern(people=people))
    assert find_people(session, typed)[0].name == known


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ("Łukasz Wójcik", "Lukasz Wojcik"),
        ("Niamh O’Connor", "OConnor"),
        ("Niamh O’Connor", "O'Connor"),
        ("Anne-Marie Reed", "annemarie"),
        ("Yusuf Yıldız", "yildiz"),  # noqa: RUF001
    ],
)
def test_the_case_of_somebody_is_found_however_their_name_is_typed(session, known, typed):
    who = Involved(Person(id="1", kind=PersonKind.LEARNER, name=known), (Role.PICTURED,))
    case = seal(session, ConcernReceived, concern(people=(who,)))
    assert [found.case for found in find_cases(session, typed)] == [case.id]
