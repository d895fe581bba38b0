"""Three names in a row, on paper and on screen: a comma before all but the last."""

from pathlib import Path

import pytest

import app
from app.domain.case.bodies import answer_in_words
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.outcome import BodyOutcome, OutcomeFor
from app.domain.forms.parents import ParentDecision
from app.domain.forms.support import SupportPlan
from app.domain.kit.answers import (
    Involved,
    Person,
    PersonKind,
    Role,
    StaffMember,
    YesNoUnknown,
)
from app.domain.kit.checks import filled_in
from app.domain.kit.wording import with_and
from app.papers.card_words import said_with
from app.papers.cover import codes_of
from tests.casefold import AVA, BEN, NOW, concern_case
from tests.domain.people_of_two import ANSWERED, NOT_TOLD, PARENTS, PLAN, TALKED

CAL = Person(id="cal", kind=PersonKind.LEARNER, name="Cal Whitby")
ALL = (Involved(AVA, (Role.PICTURED,)), *(Involved(who, (Role.RECEIVED,)) for who in (BEN, CAL)))
HAINES, WARD = StaffMember("L. Haines", "Deputy"), StaffMember("K. Ward", "tutor")


def who_will_know():
    talk = TALKED | {"told_limits": YesNoUnknown.YES}
    case = concern_case(
        (LearnerConversation, talk),
        (LearnerConversation, talk | {"held_by": HAINES}),
        (SupportPlan, PLAN | {"named_adult": WARD}),
    )
    return said_with(case, "ava", NOW).who_will_know[0]


def whose_answer():
    whom = tuple(OutcomeFor(who=one) for one in ("ava", "ben", "cal"))
    form = filled_in(BodyOutcome, ANSWERED | {"for_whom": whom})
    return answer_in_words(form, {"ava": "Ava", "ben": "Ben", "cal": "Cal"})


def whose_parent():
    of = ((ParentDecision, NOT_TOLD | {"child": one}) for one in ("ava", "ben", "cal"))
    return codes_of(concern_case(PARENTS, *of, people=ALL))["karl"]


@pytest.mark.parametrize(
    ("write", "says"),
    [
        (who_will_know, "R. Okafor, L. Haines and K. Ward."),
        (whose_answer, ", for Ava, Ben and Cal"),
        (whose_parent, ", of Learner 1, Learner 2 and Learner 3"),
        (lambda: with_and(()), ""),
        (lambda: with_and(("Ava",)), "Ava"),
        (lambda: with_and(("Ava", "Ben")), "Ava and Ben"),
    ],
)
def test_three_in_a_row_have_one_and(write, says):
    assert write().endswith(says)


def test_nothing_joins_names_with_and_alone():
    sources = Path(app.__file__).parent.rglob("*.py")
    assert [one.name for one in sources if " and '.join(" in one.read_text("utf-8")] == []
    sources = Path(app.__file__).parent.rglob("*.py")
    assert [one.name for one in sources if ' and ".join(' in one.read_text("utf-8")] == []
