"""A further call: whom to ask for, what is new since they last heard, and what not to say."""

from datetime import date, timedelta

import pytest

from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.knowledge import Knower, Knowing, KnowledgeNoted, Topic
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.parents import ParentContact
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.sharing import NamedAs, OtherChildNamed
from app.domain.forms.social_care import ReferralCall, ReferralOpened, ReferralReply, Reply
from app.domain.forms.support import SupportPlan
from app.domain.kit.moments import moment
from app.papers import telephone_script
from app.papers.further_call import NEW_SINCE, YOU_SAID, length
from app.papers.telephone_script import LONGEST, WRITTEN_AGAIN
from app.typesetting.content import Spoken, WritingLines
from app.typesetting.text import visible
from tests.casefold import NOW, concern_case
from tests.domain.people_of_two import ANSWERED, CALLED, MET, MISSED, PARENTS, PLAN, POLICE, RISK
from tests.domain.test_case import CALL, OPENED
from tests.papers.cases import CASES
from tests.papers.paper import flat, issue, printed
from tests.papers.test_read_through import moments

CARE, THE_POLICE, HELP = "entry-3", "entry-5", "entry-7"


def at(hours):
    return moment(NOW + timedelta(hours=hours))


EARLY = POLICE | {"body": OtherBody.EARLY_HELP, "name": "Family Hub", "about": "ava"}
TOLD = (
    PARENTS,
    (ReferralOpened, OPENED),
    (ReferralCall, CALL | {"referral": CARE, "called_at": at(0), "spoke_to": "J. Marlowe"}),
    (BodyReferralOpened, POLICE | {"about": "ava"}),
    (BodyContact, CALLED | {"referral": THE_POLICE, "at": at(0), "spoke_to": "PC 1 Singh"}),
    (BodyReferralOpened, EARLY),
    (BodyContact, CALLED | {"referral": HELP, "at": at(0), "spoke_to": "B. Strand"}),
)
PLANNED = (SupportPlan, PLAN | {"at": at(5)})
OF_BEN = (SupportPlan, PLAN | {"child": "ben", "at": at(6)})
REACHED = (ParentContact, MET | {"at": at(4)})
NOT_REACHED = (ParentContact, MISSED | {"at": at(4), "told": None})
BEFORE = (ParentContact, MET | {"at": at(-2)})
RISKY = (RiskAssessed, RISK | {"at": at(7)})
POLICE_ANSWERED = (BodyOutcome, ANSWERED | {"referral": THE_POLICE, "at": at(8)})
REPLIED = {"received_at": at(3), "answered_by": "S. Pell, duty social worker"}
CARE_ANSWERED = (ReferralReply, REPLIED | {"referral": CARE, "reply": Reply.ASSESSMENT})
PLAN_OF_AVA = "19 Nov 2026: A plan of support for Ava Stone."
SITUATIONS = {
    "nothing new": (CARE, (), ()),
    "a plan": (CARE, (PLANNED,), (PLAN_OF_AVA,)),
    "a parent reached": (CARE, (REACHED,), ("19 Nov 2026: Dee Stone heard from us.",)),
    "a parent not reached": (CARE, (NOT_REACHED,), ("19 Nov 2026: Dee Stone was not reached.",)),
    "what was before they heard is not new": (CARE, (BEFORE,), ()),
    "what they answered themselves is not new": (CARE, (CARE_ANSWERED,), ()),
    "what is older than their answer is not new": (
        CARE,
        ((ReferralReply, CARE_ANSWERED[1] | {"received_at": at(6)}), PLANNED),
        (),
    ),
    "social care hears nothing of another child": (CARE, (OF_BEN,), ()),
    "early help hears nothing of another child": (HELP, (OF_BEN, PLANNED), (PLAN_OF_AVA,)),
    "the police hear of each, and of the risk": (
        THE_POLICE,
        (PLANNED, OF_BEN, RISKY),
        (
            PLAN_OF_AVA,
            "19 Nov 2026: A plan of support for Ben Marsh.",
            "19 Nov 2026: The risk: More sharing.",
        ),
    ),
    "the police hear what social care answered": (
        THE_POLICE,
        (CARE_ANSWERED,),
        ("19 Nov 2026: Ava Stone, Exampleshire MASH: assessment.",),
    ),
}


def script(referral, *entries, days=3):
    case = concern_case(*TOLD, *entries)
    (subject,) = (one for one in telephone_script.subjects(case) if one.entry == referral)
    return telephone_script.content(case, subject, issue(at=NOW + timedelta(days=days)))


@pytest.mark.parametrize(("referral", "entries", "new"), SITUATIONS.values(), ids=SITUATIONS)
def test_a_further_call_says_what_is_new_since_they_heard_and_of_nobody_else(
    referral, entries, new
):
    (spoken,) = (part for part in script(referral, *entries).parts if isinstance(part, Spoken))
    said = [visible(flat(one)) for one in dict(spoken.rows).get(NEW_SINCE, ())]
    assert len(said) == len(new)
    assert all(line.startswith(must) for line, must in zip(said, new, strict=True))


def test_a_first_call_has_nothing_new():
    case = concern_case(PARENTS, (ReferralOpened, OPENED), PLANNED)
    (subject,) = telephone_script.subjects(case)
    content = telephone_script.content(case, subject, issue(at=NOW + timedelta(days=1)))
    (spoken,) = (part for part in content.parts if isinstance(part, Spoken))
    assert NEW_SINCE not in dict(spoken.rows)


OTHERS = "Do not say. The name of any learner but {}, or what points to another."
NAMED = {"referral": CARE, "child": "ben", "named": NamedAs.ALLEGED, "why": "He sent it on."}


@pytest.mark.parametrize(
    ("referral", "entries", "but"),
    [
        (CARE, (), "Ava Stone"),
        (CARE, ((OtherChildNamed, NAMED),), None),
        (HELP, ((OtherChildNamed, NAMED),), "Ava Stone"),
        (THE_POLICE, (), None),
    ],
)
def test_whoever_rings_reads_which_learners_must_not_be_named(referral, entries, but):
    never = [visible(flat(one)) for one in script(referral, *entries).callout]
    assert never == ([OTHERS.format(but)] if but else [])


@pytest.mark.parametrize("referral", [CARE, THE_POLICE, HELP])
def test_whoever_rings_reads_what_must_not_be_said_to_this_body(referral):
    held = {
        "who": Knower.SOCIAL_CARE if referral == CARE else Knower.POLICE,
        "facts": (Topic.DEVICE,),
        "knowing": Knowing.NOT_TO_KNOW,
        "at": at(1),
        "why": "It is the owner’s to say.",
        "until": date(2026, 12, 3),
    }
    never = [visible(flat(one)) for one in script(referral, (KnowledgeNoted, held)).callout]
    assert ("Do not say. That a device was taken." in never) is (referral != HELP)


WORDS = " ".join(["They wait for us."] * 40)


@pytest.mark.parametrize(("much", "lines", "whole"), [("They wait.", 3, True), (WORDS, 1, False)])
def test_a_call_that_would_take_too_long_has_the_newest_and_one_sentence(much, lines, whole):
    why = (BodyContact, CALLED | {"referral": THE_POLICE, "at": at(1), "said": f"{much} Ring."})
    (spoken, _) = script(THE_POLICE, why, PLANNED, OF_BEN, RISKY).parts
    rows = dict(spoken.rows)
    assert len(rows[NEW_SINCE]) == lines
    assert "The risk" in flat(rows[NEW_SINCE][-1])
    assert ("Ring." in flat(rows[YOU_SAID][0])) is whole
    assert length(spoken.rows) <= LONGEST


def test_a_further_call_has_room_for_whom_what_they_advise_and_what_is_next():
    (lines,) = (one for one in script(CARE).parts if isinstance(one, WritingLines))
    assert lines.labels == WRITTEN_AGAIN
    assert lines.labels.count("") == 1


@pytest.mark.parametrize(("number", "moment"), [("01", 0), ("05", 0), ("06", 2), ("09", 0)])
def test_the_longest_further_calls_of_the_practice_cases_stay_on_a_page(number, moment):
    (path,) = (one for one in CASES if one.stem.startswith(number))
    case, now = list(moments(path))[moment]
    for subject in telephone_script.subjects(case):
        assert printed(telephone_script.content(case, subject, issue(at=now))).pages == 1
