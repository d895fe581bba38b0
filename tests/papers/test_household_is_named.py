"""Whoever lives with a child is named to those who look after that child, a learner among them."""

import pytest

from app.domain.forms.bodies import OtherBody
from app.domain.forms.person import PersonDetails, Relative
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from tests.casefold import AVA, BEN, concern_case
from tests.domain.test_case import OPENED
from tests.papers.paper import answers_in
from tests.papers.test_body_letters import all_words, letter, told

CAL = Person(id="cal", kind=PersonKind.LEARNER, name="Cal Reed")
BEN_TOO = Person(id="ben2", kind=PersonKind.LEARNER, name="Ben Marsh")
HIDDEN = "Other learners are not named here."


def lives_with(child, name):
    details = {"person": child, "kind": PersonKind.LEARNER, "name": "Ava Stone"}
    return PersonDetails, details | {"household": (Relative(name=name, relation="Brother"),)}


SITUATIONS = {
    "at home with her": ((lives_with("ava", "Ben Marsh"),), (), True, False),
    "at home with her, and another learner": (
        (lives_with("ava", "Ben Marsh"),),
        (Involved(CAL, (Role.RECEIVED,)),),
        True,
        True,
    ),
    "at home with somebody else": ((lives_with("ava", "Lou Marsh"),), (), False, True),
    "two of one name": (
        (lives_with("ava", "Ben Marsh"),),
        (Involved(BEN_TOO, (Role.RECEIVED,)),),
        False,
        True,
    ),
    "nobody said who lives there": ((), (), False, True),
}


@pytest.mark.parametrize(
    ("entries", "more", "named", "others"), SITUATIONS.values(), ids=SITUATIONS
)
@pytest.mark.parametrize("body", [None, OtherBody.EARLY_HELP])
def test_a_learner_at_home_with_the_child_is_named(body, entries, more, named, others):
    people = (Involved(AVA, (Role.PICTURED,)), Involved(BEN, (Role.RECEIVED,)), *more)
    opened = told(body, "ava") if body else (ReferralOpened, OPENED)
    case = concern_case(opened, *entries, people=people, account="Ben Marsh told it.")
    said = letter(case, "entry-2")
    assert ("Ben Marsh" in all_words(said)) is named
    assert not more or more[0].person.name not in all_words(said)
    if not body:
        assert (HIDDEN in answers_in(said.sections)["Others, and their part"]) is others
