"""In a letter about one child, what was said of the case as a whole is called so, and newest first.

Ava is pictured. Ben was put under pressure too, unless a situation says otherwise.
"""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import OtherBody
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.review import InitialReview
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import Involved, Role, YesNoUnknown
from app.domain.kit.moments import moment
from app.papers import social_care, telephone_script
from app.papers.case_words import ASK_COLLEGE
from tests.casefold import AVA, BEN, NOW, concern_case
from tests.domain.gate_answers import REVIEW
from tests.domain.people_of_two import RISK, TALKED
from tests.domain.test_case import OPENED
from tests.papers.paper import answers_in, flat, issue
from tests.papers.test_body_letters import letter as about
from tests.papers.test_body_letters import told

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
ALL = "Of the young people in this case: "
HARMED, RECEIVED = (Role.PRESSURED,), (Role.RECEIVED,)


def at(hours):
    return moment(NOW + timedelta(hours=hours))


def review(hour, answer):
    said = {"held_at": at(hour), "risk_now": answer, "risk_now_why": "He waits outside."}
    return InitialReview, REVIEW | said


def talk(hour, answer, who="ava"):
    return LearnerConversation, TALKED | {"learner": who, "held_at": at(hour), "harm": answer}


def of_all(hour, **answers):
    return RiskAssessed, RISK | {"at": at(hour)} | answers


def letter(*entries, bens=HARMED, days=0):
    people = (Involved(AVA, (Role.PICTURED,)), Involved(BEN, bens))
    case = concern_case((ReferralOpened, OPENED), *entries, people=people)
    (subject, *_) = social_care.subjects(case)
    when = NOW + timedelta(days=days)
    said = social_care.content(case, subject, issue(at=when))
    (call, *_) = telephone_script.subjects(case)
    script = dict(telephone_script.content(case, call, issue(at=when)).parts[0].rows)
    (head,) = (flat(one) for one in said.callout if flat(one).startswith("In immediate danger"))
    asked = "\n".join(flat(one) for one in script.get("In danger now?", ()))
    return head.partition("? ")[2], answers_in(said.sections), asked


REVIEWED, ASKED = "At the initial review, 19 Nov 2026, ", "When asked, 19 Nov 2026, "
DANGER = {
    "a yes of the case as a whole": (
        (review(1, YES),),
        HARMED,
        (f"{ALL}{REVIEWED}11:22: Yes. He waits outside.",),
        (
            "Yes",
            "immediate danger when asked, 19 Nov 2026, 11:22, of the young people in this case",
        ),
    ),
    "a no of the case as a whole": (
        (of_all(1, harm=NO),),
        HARMED,
        (f"{ALL}At the risk assessment, 19 Nov 2026, 11:22: No.",),
        ("No", "immediate danger when asked, 19 Nov 2026, 11:22, of the young people in this case"),
    ),
    "a no of the child, after one of the whole case": (
        (of_all(1, harm=NO), talk(2, NO)),
        HARMED,
        (f"{ASKED}12:22: No.",),
        ("No", "immediate danger when asked, 19 Nov 2026, 12:22 (self-harm"),
    ),
    "a no of the child, before one of the whole case": (
        (talk(1, NO), of_all(2, harm=NO)),
        HARMED,
        (f"{ASKED}11:22: No.",),
        ("No", "immediate danger when asked, 19 Nov 2026, 11:22 (self-harm"),
    ),
    "a no of the child, beside a yes of the whole case": (
        (review(1, YES), talk(2, NO)),
        HARMED,
        (f"{ASKED}12:22: No.", f"{ALL}{REVIEWED}11:22: Yes. He waits outside."),
        (
            "Yes",
            "immediate danger when asked, 19 Nov 2026, 11:22, of the young people in this case",
        ),
    ),
    "a yes of the child, beside a no of the whole case": (
        (talk(1, YES), of_all(2, harm=NO)),
        HARMED,
        (f"{ASKED}11:22: Yes.",),
        ("Yes", "immediate danger when asked, 19 Nov 2026, 11:22 (self-harm"),
    ),
    "the only child who was harmed": (
        (review(1, YES),),
        RECEIVED,
        (f"{REVIEWED}11:22: Yes. He waits outside.",),
        ("Yes", "immediate danger when asked, 19 Nov 2026, 11:22 (self-harm"),
    ),
    "another learner alone": (
        (talk(1, NO, "ben"),),
        HARMED,
        (ASK_COLLEGE,),
        ("Not answered yet", "immediate danger (self-harm"),
    ),
}


@pytest.mark.parametrize(("entries", "bens", "lines", "sign"), DANGER.values(), ids=DANGER)
def test_head_sign_and_script_say_of_whom_danger_was_answered(entries, bens, lines, sign):
    head, rows, asked = letter(*entries, bens=bens)
    assert head.splitlines() == [*lines]
    signs = rows["Signs that call for referral"].splitlines()
    (line,) = (one for one in signs if "mmediate danger" in one)
    answer, said = sign
    assert line.startswith(answer)
    assert said in line
    assert asked.splitlines() == ([*lines] if lines != (ASK_COLLEGE,) else [])


def own(**answers):
    return ReferralBackground, {"referral": "entry-2"} | answers


STANDS = {
    "of all since it was said of her": (
        (own(risk="He knows her road."), of_all(5, risk="He was arrested.")),
        (
            f"{ALL}At the risk assessment, 19 Nov 2026, 15:22: He was arrested.",
            "He knows her road.",
        ),
    ),
    "of her since it was said of all": (
        (of_all(0, risk="More sharing."), own(risk="He knows her road.")),
        ("He knows her road.",),
    ),
    "of nobody": ((), (ASK_COLLEGE,)),
}


@pytest.mark.parametrize(("entries", "lines"), STANDS.values(), ids=STANDS)
def test_the_risk_is_the_newest_of_her_and_of_all(entries, lines):
    _, rows, _ = letter(*entries, days=1)
    said = rows["Risk now, and if left"].splitlines()
    assert len(said) == len(lines)
    for line, words in zip(said, lines, strict=True):
        assert line.endswith(words)


HELP = {
    OtherBody.EARLY_HELP: ("What it means for the child", "The risk"),
    OtherBody.ADULT_CARE: ("Abuse, neglect, or its risk",),
}


@pytest.mark.parametrize("bens", [HARMED, RECEIVED], ids=["another harmed", "nobody else harmed"])
@pytest.mark.parametrize("body", HELP)
@pytest.mark.parametrize("said", [True, False])
def test_who_is_asked_to_help_reads_what_is_hard_or_that_nobody_said_it(body, said, bens):
    people = (Involved(AVA, (Role.PICTURED,)), Involved(BEN, bens))
    entries = (of_all(1, risk="More sharing.", impact="They do not sleep."),) if said else ()
    case = concern_case(told(body, "ava"), *entries, people=people)
    rows = answers_in(about(case, "entry-2").sections)
    of_others = body is OtherBody.ADULT_CARE and bens is HARMED
    for label in HELP[body]:
        assert (rows[label] == ASK_COLLEGE) is (of_others or not said)
        assert (ALL in rows[label]) is (said and body is OtherBody.EARLY_HELP)
