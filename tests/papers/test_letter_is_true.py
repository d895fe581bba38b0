"""What a letter to social care must say, and must not, in situations that once made it untrue."""

from datetime import date, timedelta

import pytest

from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.close import HowResurfaced, Resurfaced
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.extortion import Demand, DemandsRecorded, Payment
from app.domain.forms.person import PeopleNamed, PersonDetails, Relative
from app.domain.forms.referral_background import ReferralBackground, ReferralRoute
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.social_care import (
    ReferralEscalated,
    ReferralOpened,
    ReferralReply,
    ReferralSent,
    Reply,
)
from app.domain.forms.support import Course, SupportPlan, SupportReview
from app.domain.forms.viewing import ViewingGround, ViewingRecorded
from app.domain.kit.answers import Involved, Money, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.moments import moment
from app.papers import social_care
from app.papers.rows import IN_DANGER
from tests import casefold
from tests.casefold import DSL, NOW, concern_case
from tests.domain.people_of_two import (
    CALLED,
    DEMANDS,
    PARENTS,
    PLAN,
    POLICE,
    REVIEWED,
    RISK,
    TALKED,
)
from tests.domain.test_case import OPENED
from tests.papers.paper import answers_in, flat, issue

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
AT = moment(NOW + timedelta(hours=2))
COACH = Person(id="coach", kind=PersonKind.STAFF, name="Dane Frayne")
AVA, BEN = ((ReferralOpened, OPENED | {"child": child}) for child in ("ava", "ben"))


def told(*entries, child=AVA, days=0, **said):
    """Return everything a letter says, row by row, and its head."""
    case = concern_case(child, PARENTS, *entries, **said)
    (subject,) = social_care.subjects(case)
    content = social_care.content(case, subject, issue(at=NOW + timedelta(days=days)))
    return answers_in(content.sections) | {"head": "\n".join(map(flat, content.callout))}


SENT = {
    "referral": "entry-2",
    "sent_at": AT,
    "sent_by": DSL,
    "route": ReferralRoute.SECURE_EMAIL,
    "sent_to": "Exampleshire MASH",
    "document": "2026-0001-D1",
}
AGAIN = {
    "told_at": AT,
    "told_to": DSL,
    "known_by": HowResurfaced.LEARNER,
    "account": "He asks for money again.",
    "safe_now": "With her mother.",
    "extortion": YES,
    "next_step": "The police are told.",
    "why": "It goes on.",
}
SEEN = {
    "ground": ViewingGround.UNAVOIDABLE,
    "why": "A learner held the screen before her.",
    "viewed_by": DSL,
    "same_sex": YES,
    "began_at": AT,
    "ended_at": AT,
    "place": "Corridor.",
    "device": "A learner’s own.",
    "copied": NO,
    "welfare": "Asked.",
    "followed": "Reported.",
}
BACKGROUND = {"referral": "entry-2"}
REPLIED = BACKGROUND | {
    "received_at": AT,
    "answered_by": "J. Marlowe",
    "reply": Reply.NO_ACTION,
    "said": "No threshold.",
}
HELP = (ReferralBackground, BACKGROUND)
MOTHER = {"person": "ava", "kind": PersonKind.LEARNER, "name": "Ava Stone"}
MOTHER |= {"household": (Relative(name="Dee Stone", relation="Mother"),)}

BROTHER = Relative(name="Finn Stone", relation="Brother", born=date(2017, 2, 11))
ENDED = REVIEWED | {"course": Course.ENDED}

SITUATIONS = {
    "blackmail that came back": (
        ((Resurfaced, AGAIN),),
        {},
        "What became known since",
        ("He asks for money again.", "Signs that came up: demands for money or for more images"),
        ("Nothing recorded",),
    ),
    "a sign that somebody’s part raises, which nobody answered": (
        ((PeopleNamed, {"people": (Involved(COACH, (Role.ASKED,)),), "why": "Ava said."}),),
        {"adult": NO},
        "What became known since",
        ("Signs that came up: an adult is involved",),
        ("nswered yes",),
    ),
    "no further account": (
        (),
        {},
        "What became known since",
        ("No further account is recorded.",),
        ("Nothing recorded",),
    ),
    "an account, without a number that only the college has": (
        ((LearnerConversation, TALKED | {"others": "Two boys."}),),
        {},
        "What became known since",
        ("Told by Ava Stone, to R. Okafor",),
        ("entry",),
    ),
    "a background that nobody filled in": (
        (),
        {},
        "Level of need",
        ("Child",),
        ("will be asked",),
    ),
    "what nobody typed in": (
        (HELP,),
        {},
        "Earlier concerns, referrals",
        ("Not recorded in this case; ask the college",),
        ("Not known",),
    ),
    "what somebody chose": (
        ((ReferralBackground, BACKGROUND | {"child_told": YesNoUnknown.NOT_KNOWN}),),
        {},
        "Child knows of it",
        ("Not known",),
        ("Not recorded",),
    ),
    "a parent told of nothing yet": (
        ((PersonDetails, MOTHER),),
        {},
        "Parents and carers",
        ("Dee Stone: It is not recorded whether they know.",),
        ("Not known",),
    ),
    "parental responsibility that nobody asked about": (
        ((PersonDetails, MOTHER),),
        {},
        "Household and family",
        ("parental responsibility for Ava Stone: not recorded",),
        ("not known",),
    ),
    "parental responsibility of a brother of nine": (
        ((PersonDetails, MOTHER | {"household": (BROTHER,)}),),
        {},
        "Household and family",
        ("Finn Stone, brother, born 11 Feb 2017",),
        ("responsibility",),
    ),
    "imagery that staff saw": (
        ((ViewingRecorded, SEEN),),
        {},
        "Viewing by staff",
        ("A learner held the screen before her.", "R. Okafor"),
        ("See the entry", "shown to staff, or met", "Nobody else"),
    ),
    "words and whereabouts of a pictured child, in the letter of another": (
        (),
        {"child": BEN, "exact_words": "I feel sick.", "safe_now": "In the nurse’s room."},
        "Exact words, as reported",
        ("Whose words they are is not recorded: ", "I feel sick."),
        ("learner’s", "Ava", "Said by"),
    ),
    "what the risk assessment says of all, in the letter of one": (
        ((RiskAssessed, RISK | {"impact": "She cannot sleep."}),),
        {"child": BEN},
        "What it means for the child",
        ("Of the young people in this case: ", "She cannot sleep."),
        (),
    ),
    "how she is": (
        ((LearnerConversation, TALKED | {"feels": "She dreads the bus."}),),
        {},
        "How they are, and their worry",
        ("She dreads the bus.",),
        (),
    ),
    "danger of another learner": (
        ((LearnerConversation, TALKED | {"learner": "ben", "harm": YES}),),
        {},
        "Signs that call for referral",
        ("Yes, of another learner: In immediate danger when asked, 19 Nov 2026, 10:22",),
        ("Yes: In immediate danger",),
    ),
    "danger of another learner alone was asked about": (
        ((LearnerConversation, TALKED | {"learner": "ben", "harm": NO}),),
        {},
        "Signs that call for referral",
        ("Not answered yet:", "in immediate danger (self-harm, violence"),
        ("In immediate danger when asked", "in immediate danger when asked"),
    ),
    "danger of this one": (
        ((LearnerConversation, TALKED | {"harm": YES}),),
        {},
        "Signs that call for referral",
        ("Yes: In immediate danger when asked, 19 Nov 2026, 10:22 (self-harm, violence",),
        ("harmed or at risk of harm now",),
    ),
    "no danger to this one, said of another alone": (
        ((LearnerConversation, TALKED | {"learner": "ben", "harm": NO}),),
        {},
        "Signs that call for referral",
        ("Not answered yet: ", "in immediate danger (self-harm"),
        ("No: ",),
    ),
    "no danger to this one": (
        ((LearnerConversation, TALKED | {"harm": NO}),),
        {},
        "head",
        (f"{IN_DANGER}? When asked, 19 Nov 2026, 10:22: No.",),
        ("at risk of harm",),
    ),
    "danger that is over": (
        (
            (LearnerConversation, TALKED | {"harm": YES}),
            (LearnerConversation, TALKED | {"harm": NO, "held_at": AT}),
        ),
        {},
        "head",
        (
            f"{IN_DANGER}? When asked, 19 Nov 2026, 10:22: Yes.\nWhen asked, ",
            "19 Nov 2026, 12:22: No.",
        ),
        (),
    ),
    "danger that nobody asked about": (
        (),
        {},
        "head",
        (f"{IN_DANGER}? Not recorded in this case; ask the college",),
        (),
    ),
    "a day later": (
        (),
        {"days": 1},
        "head",
        ("Immediate safety. When referred, 19 Nov 2026, 10:32: ",),
        (),
    ),
    "an answer of social care, and a disagreement with it": (
        (
            (ReferralReply, REPLIED),
            (
                ReferralEscalated,
                BACKGROUND | {"at": AT, "raised_with": "A. Gray", "why": "Unsafe."},
            ),
        ),
        {},
        "Answered so far",
        ("19 Nov 2026, 12:22, by J. Marlowe: No further action. No threshold.",),
        (),
    ),
    "a disagreement with social care": (
        ((ReferralEscalated, BACKGROUND | {"at": AT, "raised_with": "A. Gray", "why": "Unsafe."}),),
        {},
        "Disagreement raised",
        ("19 Nov 2026, 12:22, with A. Gray: Unsafe.",),
        (),
    ),
    "the police, their log and whom the college spoke to": (
        (
            (BodyReferralOpened, POLICE),
            (
                BodyContact,
                CALLED
                | {"referral": "entry-4", "spoke_to": "PC 5120 Farrow", "reference": "LOG 7"},
            ),
        ),
        {},
        "Other bodies told",
        ("Exampleshire Police: told", "LOG 7", "PC 5120 Farrow"),
        (),
    ),
    "what makes the risk greater": (
        ((RiskAssessed, RISK | {"if_told": "Her father is violent."}),),
        {},
        "If parents are told",
        ("Her father is violent.",),
        (),
    ),
    "support that is in place": (
        ((SupportPlan, PLAN),),
        {},
        "Support in place",
        ("plan of 19 Nov 2026: A seat by the door.",),
        (),
    ),
    "support that has ended": (
        ((SupportPlan, PLAN), (SupportReview, ENDED)),
        {},
        "Support in place",
        ("the plan ended on 19 Nov 2026.",),
        ("A seat by the door",),
    ),
    "support of another learner": (
        ((SupportPlan, PLAN | {"child": "ben"}),),
        {},
        "Support in place",
        ("No plan is recorded.",),
        ("A seat by the door.",),
    ),
    "demands and payments": (
        (
            (
                DemandsRecorded,
                DEMANDS
                | {
                    "demands": (Demand.MONEY,),
                    "threatened": "Her father.",
                    "paid": (Payment(amount=Money(20_000)),),
                },
            ),
        ),
        {},
        "Threatened to send it to",
        ("Her father.",),
        (),
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_a_letter_says_what_is_so_and_nothing_else(situation):
    entries, said, label, must, must_not = situation
    row = told(*entries, **said)[label]
    assert [one for one in must if one not in row] == []
    assert [one for one in must_not if one in row] == []


def test_a_letter_after_the_one_that_was_sent_is_an_update():
    sent = (ReferralSent, SENT)
    assert "This is an update" not in told(sent)["head"]
    head = told(sent, days=1)["head"]
    assert head.startswith("This is an update. The referral went to you on 19 Nov 2026, ")
    assert "our document 2026-0001-D1" in head
    assert "since" not in head, "nothing became known since"


@pytest.mark.parametrize(
    ("roles", "named"),
    [((Role.MAY_HAVE_HARMED,), True), ((Role.RECEIVED,), True), ((Role.WITNESS,), False)],
)
def test_a_member_of_staff_is_named_with_their_part_if_they_took_one(roles, named):
    people = (Involved(COACH, roles),)
    others = told((PeopleNamed, {"people": people, "why": "Ava said."}))["Others, and their part"]
    assert ("Dane Frayne, member of staff, age not recorded: " in others) is named


def test_social_care_reads_that_the_lado_was_told_of_a_member_of_staff():
    named = (PeopleNamed, {"people": (Involved(COACH, (Role.ASKED,)),), "why": "Ava said."})
    lado = {"body": OtherBody.LADO, "name": "Exampleshire LADO", "about": "coach"}
    lado |= {"why": "He teaches here.", "asked_for": "A meeting."}
    rung = CALLED | {"referral": "entry-5", "reference": "LADO/7"}
    bodies = told(named, (BodyReferralOpened, lado), (BodyContact, rung))["Other bodies told"]
    assert "Exampleshire LADO: told on 19 Nov 2026; LADO/7" in bodies
    assert "He teaches here." not in bodies


def test_a_threat_to_one_child_stands_in_no_letter_about_another():
    threatened = (DemandsRecorded, DEMANDS)
    assert "Demanded" in told(threatened)
    assert "Demanded" not in told(threatened, child=BEN)


@pytest.mark.parametrize(
    ("of_ava", "of_ben", "his"),
    [
        (Role.PICTURED, Role.FORWARDED, False),
        (Role.PRESSURED, Role.FORWARDED, False),
        (Role.PRESSURED, Role.PICTURED, False),
        (Role.WITNESS, Role.PICTURED, True),
    ],
)
def test_where_somebody_unnamed_is_is_said_of_who_alone_was_harmed(of_ava, of_ben, his):
    people = (Involved(casefold.AVA, (of_ava,)), Involved(casefold.BEN, (of_ben,)))
    rows = told((Resurfaced, AGAIN), child=BEN, people=people)
    assert ("With her mother." in rows["Where now, and how safe"]) is his
