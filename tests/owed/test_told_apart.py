"""What is owed reads apart: of two children, bodies, services or devices each row says which."""

import pytest

from app.domain.forms.deletion import DeletionDecided
from app.domain.forms.device import DeviceTaken
from app.domain.forms.requests import RemovalRequested
from app.domain.kit.answers import Refers
from app.domain.owed.references import references
from app.domain.owed.table import in_words, may_be_missed, owed_in
from tests.owed import later, story
from tests.owed.later import asked_service, copies, deletion, phone_taken
from tests.owed.read import LIMITS
from tests.owed.story import (
    BOTH,
    LADO,
    POLICE,
    SOCIAL_CARE,
    demanded,
    escalated,
    started,
    talked,
    told,
    told_us,
    wrote,
)
from tests.owed.telling import AVA, BEN, CAL, COACH, HARMED, NO, PICTURED, YES, Step, case_told, who


def answered(body, answer):
    return tuple(story.answered(body, answer, one) for one in ("ava", "ben"))


def of_both(step, *first, **answers):
    """Return one step for Ava and the same for Ben."""
    return tuple(step(*first, one, **answers) for one in ("ava", "ben"))


CARE, OFFICERS = of_both(told, SOCIAL_CARE), of_both(told, POLICE)
NFA = (story.NO_ACTION, story.POLICE_NFA)
TWO = {
    "referrals begun": of_both(started, SOCIAL_CARE),
    "referrals made": CARE,
    "referrals confirmed": (CARE, of_both(wrote)),
    "referrals acknowledged": (CARE, of_both(wrote), answered(SOCIAL_CARE, story.ACKNOWLEDGED)),
    "referrals that ended": (CARE, of_both(wrote), answered(SOCIAL_CARE, NFA[0])),
    "escalations": (CARE, answered(SOCIAL_CARE, NFA[0]), of_both(escalated)),
    "police begun": of_both(started, POLICE),
    "police told": OFFICERS,
    "police that ended": (OFFICERS, answered(POLICE, NFA[1])),
    "demands": of_both(demanded),
    "talks": of_both(talked, told_limits=NO),
    "talks that were late": (
        talked("ava", on="thu+1 09:00"),
        talked("ben", on="thu+1 09:00"),
    ),
    "plans": of_both(later.plan),
    "deletions": (
        deletion(),
        Step(DeletionDecided, deletion().answers | {"learner": "ava", "what": "Hers"}, "", "hers"),
    ),
    "requests": (
        copies(),
        asked_service(),
        Step(RemovalRequested, asked_service().answers | {"service_name": "TikTok"}, "", "second"),
    ),
    "devices": (
        phone_taken(),
        Step(DeviceTaken, phone_taken().answers | {"device": "White tablet"}, "", "tablet"),
    ),
}


@pytest.mark.parametrize("steps", TWO.values(), ids=TWO)
def test_of_two_each_row_pick_and_reason_says_which(steps):
    case = case_told(told_us(BOTH, harm=YES), steps)
    table = owed_in(case, LIMITS)
    rows = [(one.what, one.because) for one in table]
    assert len(set(rows)) == len(rows)
    for one in table:
        if whom := case.names.get(next(iter(one.about), ""), ""):
            assert whom in f"{one.what} {one.because}"
    picks = [words for _, words in may_be_missed(case, LIMITS)]
    assert len(set(picks)) == len(picks)
    for refers in Refers:
        words = [one.words for one in references(case, refers, LIMITS)]
        assert len(set(words)) == len(words), refers


def test_a_referral_to_a_body_is_owed_for_whom_it_is_about():
    people = who((AVA, PICTURED), (COACH, HARMED))
    case = case_told(told_us(people), told(LADO, "coach"))
    (row,) = (one for one in owed_in(case, LIMITS) if one.key.kind == "body_answer")
    assert row.about == ("coach",)
    assert row.because.endswith("Exampleshire · Lee Orr")
    assert "the answer to the referral: Exampleshire (Lee Orr)" in in_words(case, (row,))


def test_the_only_child_of_a_case_is_not_named_in_each_row():
    one, two = (case_told(told_us(who(*people)), told(POLICE)) for people in (ONE, SEVERAL))
    assert ["Ava Stone" in one.because for one in _answers(one)] == [False]
    assert ["Ava Stone" in one.because for one in _answers(two)] == [True]


ONE = ((AVA, PICTURED),)
SEVERAL = (*ONE, (BEN, HARMED), (CAL, HARMED))


def _answers(case):
    return [one for one in owed_in(case, LIMITS) if one.key.kind == "body_answer"]
