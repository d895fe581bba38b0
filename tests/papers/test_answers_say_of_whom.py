"""Wherever an answer of a body stands, it says what was answered, and for whom."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.outcome import BodyAnswer, BodyOutcome, OutcomeFor
from app.domain.forms.social_care import ReferralEscalated, ReferralOpened, ReferralReply, Reply
from app.domain.kit.in_short import in_short
from app.domain.kit.moments import moment
from app.domain.kit.record import Audience
from app.papers import cover
from app.papers.case_rows import outside
from app.papers.case_words import CaseWords
from app.ui.case.chips import state_of
from tests.casefold import NOW, concern_case
from tests.domain.people_of_two import ANSWERED, POLICE
from tests.domain.test_case import AT, OPENED, reply
from tests.owed.read import LIMITS
from tests.papers.paper import issue, lines

OF_AVA, OF_BEN = ((ReferralOpened, OPENED | {"child": child}) for child in ("ava", "ben"))
TOLD = (BodyReferralOpened, POLICE)
LADO = (BodyReferralOpened, POLICE | {"body": OtherBody.LADO, "name": "LADO", "about": "ben"})
HUB, HUB_OF_BEN = (
    (
        BodyReferralOpened,
        POLICE | {"body": OtherBody.EARLY_HELP, "name": "Family Hub", "about": child},
    )
    for child in ("ava", "ben")
)
OUTCOME_22 = {"answer": BodyAnswer.OUTCOME_22}
NO_ACTION = {"answer": BodyAnswer.NO_ACTION}
ACCEPTED = {"answer": BodyAnswer.ACCEPTED}
LOOKING = {"answer": BodyAnswer.LOOKING}


def replied(answer, referral="entry-2"):
    return ReferralReply, reply(answer) | {"referral": referral}


def answered(answer, *whom, days=0, referral="entry-2"):
    at = moment(NOW + timedelta(days=days))
    whom = tuple(OutcomeFor(who=one) for one in whom)
    return BodyOutcome, ANSWERED | answer | {"referral": referral, "at": at, "for_whom": whom}


RAISED = (
    ReferralEscalated,
    {"referral": "entry-2", "at": AT, "raised_with": "A. Gray", "why": "No."},
)
LONG_22 = "Police Outcome 22: help or education instead of formal action"
SITUATIONS = {
    "social care, one child": (
        (OF_AVA, replied(Reply.STRATEGY)),
        ("Social care answered: strategy discussion",),
        ("Social care, about Learner 1", "Answered: strategy discussion"),
    ),
    "social care, two children": (
        (OF_AVA, OF_BEN, replied(Reply.ASSESSMENT), replied(Reply.NO_ACTION, "entry-3")),
        (
            "Social care (Ava Stone) answered: assessment",
            "Social care (Ben Marsh) answered: no further action",
        ),
        ("Social care, about Learner 2", "Answered: no further action"),
    ),
    "social care, and the college disagrees": (
        (OF_AVA, replied(Reply.SIGNPOSTED), RAISED),
        ("Social care: escalated, answered before: pointed to another service",),
        ("Escalated, answered before: pointed to another service",),
    ),
    "social care, not reached yet": (
        (OF_AVA,),
        ("Social care: started",),
        ("Exampleshire MASH · Started",),
    ),
    "the police, an outcome for one": (
        (TOLD, answered(OUTCOME_22, "ben")),
        ("Police answered: Outcome 22, for Ben Marsh",),
        (f"Exampleshire Police · {LONG_22}, for Learner 2",),
    ),
    "the police, one for each": (
        (TOLD, answered(OUTCOME_22, "ben"), answered(NO_ACTION, "ava", days=1)),
        ("Police answered: no further action, for Ava Stone",),
        (f"{LONG_22}, for Learner 2; No further action, for Learner 1",),
    ),
    "the police, for both": (
        (TOLD, answered(NO_ACTION, "ava", "ben")),
        ("Police answered: no further action, for Ava Stone and Ben Marsh",),
        ("No further action, for Learner 1 and Learner 2",),
    ),
    "the police look into it": (
        (TOLD, answered(LOOKING)),
        ("Police: they are looking into it",),
        ("They are looking into it",),
    ),
    "a body about one of them": (
        (LADO, answered(ACCEPTED)),
        ("LADO answered: they will deal with it",),
        ("allegations, about Learner 2", "They will deal with it"),
    ),
    "one body about each of two": (
        (HUB, HUB_OF_BEN, answered(ACCEPTED, referral="entry-3")),
        (
            "Early help or Family Help (Ava Stone): not told yet",
            "Early help or Family Help (Ben Marsh) answered: they will",
        ),
        ("about Learner 1", "about Learner 2", "Not told yet", "They will deal with it"),
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_beside_the_name_of_a_case_and_on_its_cover_an_answer_says_what_and_for_whom(situation):
    steps, beside, on_cover = SITUATIONS[situation]
    case = concern_case(*steps)
    chips = [words for words, _ in state_of(case, NOW, LIMITS)]
    for words in beside:
        assert any(chip.startswith(words) for chip in chips), chips
    (subject,) = cover.subjects(case)
    *_, numbers = cover.content(case, subject, issue(at=NOW)).sections
    said = "\n".join(lines(numbers.rows))
    for words in on_cover:
        assert words in said
    assert "Ben" not in said


@pytest.mark.parametrize("whom", [("ben",), ("ava", "ben"), ()])
def test_the_closure_record_and_the_chronology_say_for_whom_an_answer_is(whom):
    case = concern_case(TOLD, answered(OUTCOME_22, *whom))
    of = ", for " + " and ".join(case.names[one] for one in whom) if whom else "."
    (said,) = [one for label, rows in outside(CaseWords(case, Audience.DSL)) for one in rows[1:]]
    assert f"help or education instead of formal action{of}" in said
    line = in_short(case.current[-1].form, case.names)
    called = ", for " + ", ".join(case.names[one] for one in whom) if whom else ""
    assert line.startswith(f"Answer of Exampleshire Police{called}: police Outcome 22")
