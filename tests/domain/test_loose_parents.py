"""A parent whose child nobody has named yet does not stand for the parents of every child."""

from app.domain.forms.person import PeopleNamed
from app.domain.kit.answers import Involved, Role
from app.domain.owed.people import tasks_of
from tests.casefold import AVA, BEN, concern_case
from tests.domain.people_of_two import DEE

NAMED = (PeopleNamed, {"people": (Involved(DEE, (Role.FAMILY,)),), "why": "She rang."})
AVAS = (Involved(AVA, (Role.PICTURED,)),)
BOTH = (*AVAS, Involved(BEN, (Role.FORWARDED,)))


def told(people):
    tasks = tasks_of(concern_case(NAMED, people=people))
    return {task.key.write() for task in tasks if task.kind == "parents_told"}


def test_one_parent_may_be_that_of_the_one_child_and_is_asked_about_alone():
    assert told(AVAS) == {"parents_told:dee"}


def test_one_parent_of_nobody_known_leaves_no_second_child_without_a_row():
    assert told(BOTH) == {"parents_told:dee", "parents_told:ava", "parents_told:ben"}
