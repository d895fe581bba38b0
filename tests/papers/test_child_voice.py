"""Section I of a letter to social care: the child’s voice, how they are since, or why nobody asked.

Each situation is what was recorded, with what has to stand in one row and what must not.
"""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import OtherBody
from app.domain.forms.close import CaseReviewed, SpokenWith
from app.domain.forms.conversation import ConversationNotHeld, LearnerCard, LearnerConversation
from app.domain.forms.parents import ParentDecision
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.social_care import ReferralOpened
from app.domain.forms.support import SupportReview
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from app.papers import social_care
from tests.casefold import DSL, NOW, concern_case
from tests.domain.people_of_two import NOT_HELD, NOT_TOLD, PARENTS, REVIEWED, SOON, TALKED
from tests.domain.test_case import OPENED
from tests.papers.paper import answers_in, issue
from tests.papers.test_body_letters import letter, told

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
LATER = NOW + timedelta(days=2)


def hours(number):
    return moment(NOW + timedelta(hours=number))


def not_held(at, **answers):
    said = {"learner": "ava", "decided_at": hours(at), "meanwhile": "Her tutor sees her."}
    return ConversationNotHeld, NOT_HELD | said | answers


def talked(at, **answers):
    return LearnerConversation, TALKED | {"held_at": hours(at)} | answers


def card(at, **answers):
    said = {"learner": "ava", "at": hours(at), "review_on": SOON}
    return LearnerCard, said | answers


def decided(parent, at, **answers):
    return ParentDecision, NOT_TOLD | {"parent": parent, "decided_at": hours(at)} | answers


def reviewed(at, *spoken):
    rows = tuple(SpokenWith(learner=who, spoken=yes, how=how) for who, yes, how in spoken)
    said = {"reviewed_at": hours(at), "reviewed_by": DSL, "spoken": rows, "again": NO}
    return CaseReviewed, said | {"change": "Nothing.", "why": "It is time."}


BETTER = (SupportReview, REVIEWED | {"at": hours(2), "how_is": "Better."})
WHY, HOW, OWN = "Why no talk was held", "How they are, and their worry", "In the child’s own words"
DECIDED = "When decided, 19 Nov 2026, 11:22: The police asked. Decided by: R. Okafor"
SITUATIONS = {
    "decided not to talk yet": ((not_held(1),), WHY, (DECIDED, "Meanwhile: Her tutor sees"), ()),
    "talked with since": ((not_held(1), talked(2)), WHY, (), ("The police asked",)),
    "decided after a talk": ((talked(1), not_held(2)), WHY, ("The police asked.",), ()),
    "another learner is not talked with": ((not_held(1, learner="ben"),), WHY, (), ("police",)),
    "nothing decided": ((), WHY, (), ("Decided",)),
    "seen at a review of the case": (
        (talked(1, feels="Scared."), BETTER, reviewed(3, ("ava", YES, "Well."))),
        HOW,
        ("At the review, 19 Nov 2026, 13:22: Well.", "Scared."),
        ("Better.",),
    ),
    "not seen at a review of the case": (
        (BETTER, reviewed(3, ("ava", NO, "She was ill."))),
        HOW,
        ("Better.",),
        ("She was ill.",),
    ),
    "another learner seen at it": (
        (BETTER, reviewed(3, ("ben", YES, "Ashamed."))),
        HOW,
        ("Better.",),
        ("Ashamed.",),
    ),
    "seen at it before the talk": (
        (reviewed(1, ("ava", YES, "Well.")), talked(2, feels="Scared.")),
        HOW,
        ("Scared.",),
        ("Well.",),
    ),
    "an older talk that was written down later": (
        (talked(3, feels="Calm."), talked(1, feels="Scared.")),
        HOW,
        ("Calm.",),
        ("Scared.",),
    ),
    "somebody else at the talk": (
        (talked(1, wants="I want it gone.", present="T. Adeyemi; Ben Marsh"),),
        OWN,
        ("I want it gone.", "Also there: T. Adeyemi; Learner A"),
        ("Ben Marsh",),
    ),
    "what she wanted in an earlier talk": (
        (talked(1, wants="Tell Mum."), talked(2, wants="A seat by the door.")),
        OWN,
        ("12:22: “A seat by the door.”", "11:22: “Tell Mum.”"),
        (),
    ),
    "what she wanted by the letter before she was asked": (
        ((ReferralBackground, {"referral": "entry-2", "wishes": "Help."}), talked(2, wants="Mum.")),
        OWN,
        ("“Mum.”",),
        ("Help.",),
    ),
    "the same words on her card": (
        (talked(1, wants="Tell Mum."), card(2, wants="Tell Mum.")),
        OWN,
        ("Tell Mum.",),
        ("When asked, 19 Nov 2026, 11:22: “Tell Mum.”",),
    ),
    "what she says of one parent and the other": (
        (
            talked(1, on_parents="Mum, not Dad."),
            decided("karl", 2, learner_view="She fears him."),
            decided("dee", 2, learner_view="She wants to be there."),
            decided("karl", 3, learner_view="As before."),
        ),
        "On telling parents",
        (
            "Of Karl Stone: When decided, 19 Nov 2026, 13:22: As before.",
            "Of Dee Stone: When decided, 19 Nov 2026, 12:22: She wants to be there.",
            "Of Karl Stone: When decided, 19 Nov 2026, 12:22: She fears him.",
            "When asked, 19 Nov 2026, 11:22: Mum, not Dad.",
        ),
        (),
    ),
    "nobody said who else was there": ((talked(1, wants="Help."),), OWN, ("Help.",), ("there",)),
}


@pytest.mark.parametrize(
    ("entries", "row", "stands", "not_there"), SITUATIONS.values(), ids=SITUATIONS
)
def test_social_care_reads_what_the_child_said_and_how_they_are(entries, row, stands, not_there):
    case = concern_case((ReferralOpened, OPENED), *entries, PARENTS)
    (subject,) = social_care.subjects(case)
    said = answers_in(social_care.content(case, subject, issue(at=LATER)).sections)
    found = said.get(row, "")
    assert [one for one in stands if one not in found] == []
    assert [one for one in not_there if one in found] == []


@pytest.mark.parametrize("body", [OtherBody.EARLY_HELP, OtherBody.ADULT_CARE])
@pytest.mark.parametrize(("entries", "there"), [((not_held(1),), True), ((), False)])
def test_who_is_asked_to_help_reads_why_nobody_talked_with_them(body, entries, there):
    case = concern_case(told(body, "ava"), *entries)
    said = answers_in(letter(case, "entry-2", at=LATER).sections)
    assert (DECIDED in said.get(WHY, "")) is there
