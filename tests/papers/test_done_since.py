"""An update to social care says what was done and said since its background was filled in."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody, Way
from app.domain.forms.close import Resurfaced
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.device import DeviceTaken
from app.domain.forms.extortion import DemandsRecorded
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.requests import RemovalReply, RemovalRequested, RequestReply
from app.domain.forms.social_care import ReferralOpened
from app.domain.forms.support import SupportPlan
from app.domain.forms.viewing import StaffAsked, ViewingAsked
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from app.papers import police, social_care
from tests.casefold import DSL, NOW, concern_case
from tests.domain.people_of_two import ANSWERED, CALLED, DEMANDS, PLAN, POLICE, TALKED
from tests.domain.test_case import OPENED
from tests.papers.paper import answers_in, issue
from tests.papers.test_letter_is_true import AGAIN
from tests.papers.test_police_fields import USUAL

NO = YesNoUnknown.NO
ONE, TWO = (moment(NOW + timedelta(days=days)) for days in (1, 2))
BACKGROUND = (
    ReferralBackground,
    {
        "referral": "entry-2",
        "containment": "Nothing was asked yet.",
        "devices": "None held by the college.",
    },
)
REQUEST = (RemovalRequested, USUAL[RemovalRequested] | {"sent_at": ONE})
GONE = {"request": "entry-4", "at": TWO, "reply": RequestReply.REMOVED, "known_by": "Ava"}
REFUSED = {"next_step": "She is told.", "why": "Nothing is known to be online."}
THE_POLICE = (BodyReferralOpened, POLICE | {"about": "ava"})
SAID = (BodyContact, CALLED | {"referral": "entry-4", "at": ONE, "instructions": "Tell Ben later."})
ONLINE = (BodyContact, CALLED | {"referral": "entry-4", "way": Way.ONLINE, "said": "Sent by us."})
MISSED = (BodyContact, CALLED | {"referral": "entry-4", "reached": YesNoUnknown.NO})
LADO = (BodyReferralOpened, POLICE | {"body": OtherBody.LADO, "name": "Exampleshire LADO"})
TAKEN = (DeviceTaken, USUAL[DeviceTaken])
THREATS = (
    DemandsRecorded,
    DEMANDS | {"deadline": "This evening.", "done": "She waits for the officer."},
)
STEPS = (ReferralBackground, {"referral": "entry-2", "steps": "Her mother was told."})
OPEN = "The account stays under another number."
THEN = "When recorded, 19 Nov 2026, 10:42: "
SITUATIONS = {
    "a removal that was asked for, and what came of it": (
        (REQUEST, (RemovalReply, GONE)),
        "Done to stop it spreading",
        (
            f"{THEN}Nothing was asked yet.\nReport Remove: 20 Nov 2026, 10:22; no reference; "
            "removed, 21 Nov 2026, 10:22"
        ),
    ),
    "a removal that was refused, and why": (
        (REQUEST, (RemovalReply, GONE | {"reply": RequestReply.REFUSED} | REFUSED)),
        "Done to stop it spreading",
        (
            f"{THEN}Nothing was asked yet.\nReport Remove: 20 Nov 2026, 10:22; no reference; "
            "refused, 21 Nov 2026, 10:22: Nothing is known to be online."
        ),
    ),
    "nothing since": ((), "Done to stop it spreading", f"{THEN}Nothing was asked yet."),
    "a device taken since": (
        (TAKEN,),
        "Devices held, and where",
        f"{THEN}None held by the college.\nOne is in the college’s custody, sealed.",
    ),
    "no device": ((), "Devices held, and where", f"{THEN}None held by the college."),
    "what the police said": (
        (THE_POLICE, SAID),
        "What the police said",
        (
            "20 Nov 2026, 10:22: Wait for the officer.\n"
            "20 Nov 2026, 10:22: they asked: Tell Learner A later."
        ),
    ),
    "what the police decided, and why": (
        (THE_POLICE, (BodyOutcome, ANSWERED | {"referral": "entry-4", "at": TWO, "why": OPEN})),
        "What the police said",
        f"21 Nov 2026, 10:22: {OPEN}",
    ),
    "what the college sent online": ((THE_POLICE, ONLINE), "What the police said", None),
    "nobody reached": ((THE_POLICE, MISSED), "What the police said", None),
    "what the college did since it said so in words": (
        (
            STEPS,
            (LearnerConversation, TALKED | {"held_at": ONE}),
            (SupportPlan, PLAN | {"at": TWO}),
        ),
        "Done by the college so far",
        (
            "When recorded, 19 Nov 2026, 10:52: Her mother was told.\n"
            "And since then: Learner conversation, support plan."
        ),
    ),
    "nothing done since it said so": (
        ((LearnerConversation, TALKED), STEPS),
        "Done by the college so far",
        "When recorded, 19 Nov 2026, 11:02: Her mother was told.",
    ),
    "what was never said in words": (
        ((LearnerConversation, TALKED),),
        "Done by the college so far",
        "Learner conversation, this referral.",
    ),
    "whose words they are when it came back": (
        ((Resurfaced, AGAIN | {"told_at": ONE, "exact_words": "It is back."}),),
        "What became known since",
        (
            "20 Nov 2026, 10:22. Recorded by R. Okafor, Designated Safeguarding Lead\n"
            "How it is known: A learner told us\nHe asks for money again.\n"
            "The learner’s exact words: “It is back.”\n"
            "Signs that came up: demands for money or for more images"
        ),
    ),
    "the hour they set": (
        (THREATS,),
        "By when they demand it",
        "When told, 19 Nov 2026, 10:22: This evening.",
    ),
    "what was done about the demands": (
        (THREATS,),
        "Done about the demands",
        "When told, 19 Nov 2026, 10:22: She waits for the officer.",
    ),
    "where it came back": (
        ((Resurfaced, AGAIN | {"told_at": ONE, "where": "The old chat"}),),
        "What became known since",
        (
            "20 Nov 2026, 10:22. Recorded by R. Okafor, Designated Safeguarding Lead\n"
            "How it is known: A learner told us\nHe asks for money again.\n"
            "Where, as told: The old chat\n"
            "Signs that came up: demands for money or for more images"
        ),
    ),
    "what another learner alone said": (
        ((LearnerConversation, TALKED | {"learner": "ben", "exact_words": "I sent it."}),),
        "What became known since",
        "Nothing is recorded but what other learners said, which is not in this letter.",
    ),
    "nothing said since": ((), "What became known since", "No further account is recorded."),
    "what the LADO said": ((LADO, SAID), "What the police said", None),
    "what the LADO said, in a row of its own": (
        (LADO, SAID),
        "What the LADO said",
        (
            "20 Nov 2026, 10:22: Wait for the officer.\n"
            "20 Nov 2026, 10:22: they asked: Tell Learner A later."
        ),
    ),
    "nothing said by a LADO": ((THE_POLICE, SAID), "What the LADO said", None),
}


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_an_update_says_what_was_done_since(situation):
    entries, label, said = situation
    case = concern_case((ReferralOpened, OPENED), BACKGROUND, *entries)
    (subject,) = social_care.subjects(case)
    letter = social_care.content(case, subject, issue(at=NOW + timedelta(days=4)))
    assert answers_in(letter.sections).get(label) == said


@pytest.mark.parametrize("paper", [social_care, police], ids=["social care", "police"])
def test_that_nobody_saw_it_is_of_the_day_they_were_asked(paper):
    asked = {"asked_at": ONE, "asked_by": DSL, "staff": (StaffAsked(who=DSL, seen=NO),)}
    view = (ViewingAsked, asked | {"why": "To say so truthfully."})
    case = concern_case((ReferralOpened, OPENED), (BodyReferralOpened, POLICE), view)
    (subject,) = paper.subjects(case)
    letter = paper.content(case, subject, issue(at=NOW + timedelta(days=4)))
    said = answers_in(letter.sections)["Viewing by staff"]
    assert said.endswith("none has viewed the imagery. Asked last on 20 Nov 2026, 10:22.")


def test_the_police_read_of_which_day_the_hour_is_that_was_set():
    case = concern_case((BodyReferralOpened, POLICE), THREATS)
    (subject,) = police.subjects(case)
    letter = police.content(case, subject, issue(at=NOW + timedelta(days=4)))
    said = answers_in(letter.sections)["Day or hour they set"]
    assert said == "When told, 19 Nov 2026, 10:22: This evening."
