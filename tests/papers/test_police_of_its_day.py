"""The letter to the police says what is so on its day, and asks for nothing already given."""

from datetime import timedelta

import pytest

from app.domain.forms.any_time import SignsFound
from app.domain.forms.bodies import (
    AskedOfBody,
    BodyContact,
    BodyReferralOpened,
    OtherBody,
    Way,
)
from app.domain.forms.copies import CopiesFound, CopyChanged, CopyState, HolderKind, HowKnown
from app.domain.forms.deletion import Agreeing, Hold, HoldLifted
from app.domain.forms.outcome import BodyAnswer, BodyOutcome
from app.domain.forms.parents import ParentDecision
from app.domain.forms.referral_background import ReferralRoute
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import ReferralOpened, ReferralReply, ReferralSent, Reply
from app.domain.forms.support import Course, SupportPlan, SupportReview
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from app.papers import police
from app.typesetting.text import visible
from tests.casefold import DSL, NOW, concern_case
from tests.domain.gate_answers import NINE
from tests.domain.people_of_two import NOT_TOLD, PARENTS
from tests.domain.test_case import OPENED as OPENED_CARE
from tests.papers.paper import issue, plain, printed, words_on

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
OFFICER = "PC 4417 A. Singh"
OPENED = (
    BodyReferralOpened,
    {
        "body": OtherBody.POLICE,
        "name": "Exampleshire Police",
        "why": "The demands go on until this evening.",
        "asked_for": "An officer today.",
    },
)
REVIEWED = (
    InitialReview,
    dict.fromkeys(NINE, NO)
    | {f"{name}_why": "Asked." for name in NINE}
    | {
        "held_at": moment(NOW),
        "chair": DSL,
        "risk_now": NO,
        "risk_now_why": "Nobody has yet asked about self-harm.",
    },
)


def at(hours):
    return moment(NOW + timedelta(hours=hours))


def called(**answers):
    return BodyContact, {
        "referral": "entry-2",
        "at": at(0),
        "by": DSL,
        "way": Way.NON_EMERGENCY,
        "reached": YES,
        "spoke_to": OFFICER,
        "why": "To report it",
        "said": "An officer comes tomorrow.",
    } | answers


def decided(answer, **more):
    answers = {
        "referral": "entry-2",
        "at": at(30),
        "told_by": OFFICER,
        "answer": answer,
        "why": "Talks in college are enough.",
    }
    return BodyOutcome, answers | more


def asked_about_harm(answer):
    return SignsFound, {"found_at": at(3), "found_by": DSL, "how": "Asked.", "harm": answer}


COPY = {"held_by": HolderKind.DEVICE, "person": "ben", "state": CopyState.KNOWN}
COPIES = CopiesFound, {"at": at(0), "copies": [COPY], "how": HowKnown.LEARNER}


def gone(copy):
    return CopyChanged, {
        "copy": copy,
        "at": at(20),
        "state": CopyState.SAYS_GONE,
        "how": HowKnown.HOLDER,
        "confirmed_by": "Ben",
        "why": "He was asked.",
    }


PLAN = (
    SupportPlan,
    {
        "child": "ava",
        "made_by": DSL,
        "at": at(1),
        "what": "Somebody meets her at the gate.",
        "why": "She asked for it.",
        "review_on": at(200).at.date(),
    },
)


def reviewed(course):
    return SupportReview, {
        "child": "ava",
        "by": DSL,
        "at": at(40),
        "how_is": "Well.",
        "course": course,
        "why": "She asks to go alone.",
    }


NOT_YET_TOLD = ParentDecision, NOT_TOLD
STILL_NOT_TOLD = (
    ParentDecision,
    NOT_TOLD | {"decided_at": at(48), "why": "The order runs until June."},
)
CARE = ReferralOpened, OPENED_CARE
CARE_ANSWERED = (
    ReferralReply,
    {
        "referral": "entry-4",
        "received_at": at(1),
        "answered_by": "J. Marlowe",
        "reply": Reply.NO_ACTION,
        "reference": "MASH/26/1",
        "said": "Nothing more.",
    },
)
AGREED = (
    HoldLifted,
    {
        "holds": [Hold.POLICE],
        "agreeing": Agreeing.POLICE,
        "agreed_by": OFFICER,
        "contact": "entry-3",
        "agreed_at": at(2),
        "agreed_what": "Copies may go.",
        "why": "Nothing is needed of them.",
    },
)
CARE_CONFIRMED = (
    ReferralSent,
    {
        "referral": "entry-4",
        "sent_at": at(2),
        "sent_by": DSL,
        "route": ReferralRoute.SECURE_EMAIL,
        "sent_to": "The duty address",
    },
)
ALL = tuple(AskedOfBody)
TABLE = {
    "a report of the same day stands in the present": (
        (called(),),
        0,
        ("Why now. The demands go on until this evening.", "Please advise before we act."),
        ("Why it was reported", "This is an update"),
    ),
    "a day later the words of the report are those of their day": (
        (called(),),
        24,
        ("Why now. When referred, 19 Nov 2026, 10:32: The demands go on",),
        ("Why now. The demands",),
    ),
    "months later the letter says of which day it tells": (
        (called(),),
        1200,
        (
            "Why it was reported. When referred, 19 Nov 2026",
            "Update to the report to the police of 19 November 2026",
        ),
        ("Why now.", "Written confirmation"),
    ),
    "what the police said and what they ask both stand": (
        (called(instructions="Nobody deletes anything."),),
        1,
        (
            "An officer comes tomorrow.",
            "you asked: Nobody deletes anything.",
            f"Officer: {OFFICER}",
        ),
        (),
    ),
    "what they have answered is not asked again": (
        (called(answered=ALL),),
        1,
        ("What we asked.", "Outcome: the outcome code"),
        (
            "Please advise",
            "Parents or carers: what",
            "Deletion: whether",
            "Devices: what",
            "Interviews: when",
        ),
    ),
    "what they have not answered is asked": (
        (called(answered=(AskedOfBody.PARENTS,)),),
        1,
        ("Deletion: whether copies", "Devices: what to do", "Interviews: when"),
        ("Parents or carers: what",),
    ),
    "an outcome once given is not asked for": (
        (called(), decided(BodyAnswer.OUTCOME_22)),
        31,
        ("Your answer: 20 Nov 2026, 16:22, PC 4417 A. Singh: Police Outcome 22",),
        ("Outcome: the outcome code", "Interviews: when", "Please advise"),
    ),
    "an outcome says for whom it is": (
        (called(), decided(BodyAnswer.OUTCOME_22, for_whom=({"who": "ben"},))),
        31,
        ("help or education instead of formal action, for Ben Marsh",),
        (),
    ),
    "while they look into it the outcome is asked for": (
        (called(), decided(BodyAnswer.LOOKING)),
        31,
        ("Outcome: the outcome code",),
        (),
    ),
    "the agreement of the police that lifts a hold is not asked for again": (
        (
            called(),
            AGREED,
        ),
        3,
        ("Agreed by PC 4417 A. Singh", "Copies may go."),
        ("Deletion: whether",),
    ),
    "what they asked to be kept since is asked about again": (
        (called(), AGREED, called(at=at(4), keep=({"what": "Both chats."},))),
        5,
        ("Deletion: whether copies",),
        (),
    ),
    "nobody is asked about copies that are gone": (
        (called(), COPIES, gone("entry-4:copy:1")),
        21,
        (),
        ("Deletion: whether",),
    ),
    "a learner who was asked about self-harm since is not called unasked": (
        (called(), REVIEWED, asked_about_harm(NO)),
        24,
        ("19 Nov 2026, 13:22: No",),
        ("Nobody has yet asked about self-harm",),
    ),
    "each sign has the day on which it was answered": (
        (called(), asked_about_harm(YES)),
        24,
        ("Yes: in immediate danger when asked, 19 Nov 2026, 13:22",),
        (),
    ),
    "without demands the letter says how the question was answered": (
        (
            called(),
            (SignsFound, {"found_at": at(1), "found_by": DSL, "how": "Asked.", "extortion": NO}),
        ),
        2,
        ("Demands: Asked about, and answered: no",),
        ("Demands came from", "Demanded", "blackmail"),
    ),
    "a question on demands that nobody asked is not answered": (
        (called(),),
        1,
        ("Demands: Not asked about yet",),
        ("Not known",),
    ),
    "a plan that ended is no support in place": (
        (called(), PLAN, reviewed(Course.ENDED)),
        50,
        ("Ava Stone: the plan ended on 21 Nov 2026",),
        ("Somebody meets her",),
    ),
    "a plan stands with its day, and what changed since": (
        (called(), PLAN, reviewed(Course.CHANGED)),
        50,
        ("plan of 19 Nov 2026: Somebody meets her at the gate.", "Since 21 Nov 2026: She asks to"),
        (),
    ),
    "a referral that was answered is not open again because it is confirmed in writing": (
        (called(), CARE, CARE_ANSWERED, CARE_CONFIRMED),
        5,
        ("answered on 19 Nov 2026: no further action, reference MASH/26/1",),
        ("a referral to children’s social care is open", "sent in writing"),
    ),
    "of two decisions not to tell a parent the newer stands, beside the first reason": (
        (PARENTS, called(), NOT_YET_TOLD, STILL_NOT_TOLD),
        50,
        (
            "Must not be told for now. Said on 21 Nov 2026, 10:22: The order runs until June.",
            "She fears him. Looked at again on 21 Nov 2026, 10:22: The order runs until June.",
        ),
        ("Must not be told for now. Said on 19 Nov 2026",),
    ),
    "nothing typed in is not recorded, and never not known": (
        (called(),),
        1,
        ("Not recorded in this case; ask the college",),
        ("Not known",),
    ),
    "no entry is pointed at by number": (
        (called(), COPIES),
        1,
        (),
        ("entry 1", "; entry", "See the"),
    ),
}


@pytest.mark.parametrize("situation", TABLE)
def test_the_letter_says_what_is_so_on_its_day(situation):
    entries, hours, stands, never = TABLE[situation]
    case = concern_case(OPENED, *entries)
    (subject,) = police.subjects(case)
    content = police.content(case, subject, issue(at=NOW + timedelta(hours=hours)))
    said = "\n".join(lines_of(content))
    assert [words for words in stands if words not in said] == []
    assert [words for words in never if words in said] == []
    shown = words_on(printed(content).pdf)
    assert all(plain(words) in shown for words in stands if ": " not in words)


def lines_of(content):
    """Yield each line of a letter as its reader meets it, a row after its label."""
    yield content.title.replace("\u00a0", " ")
    yield from map(flat, content.callout)
    for section in content.sections:
        for label, answers in section.rows:
            yield f"{label}: " + "\n".join(map(flat, answers))
    for part in content.parts:
        yield from map(flat, getattr(part, "texts", ()))


def flat(words):
    return visible("".join(words))
