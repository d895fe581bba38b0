"""What the sheet says of who knows what: known since when and from which entry, or not recorded."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import BodyContact, BodyReferralOpened
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.device import DeviceTaken
from app.domain.forms.knowledge import Topic
from app.domain.forms.parents import ParentContact, ParentDecision, Telling
from app.domain.forms.person import PeopleNamed
from app.domain.forms.review import InitialReview
from app.domain.forms.sharing import Basis, InformationShared, Shared
from app.domain.forms.social_care import ReferralCall, ReferralReply, ReferralSent, Reply
from app.domain.forms.support import StaffWelfare, SupportPlan
from app.domain.kit.answers import Involved, Person, PersonKind, Role, StaffMember
from app.domain.kit.moments import moment, write_day, write_time
from app.papers.kind import Subject
from app.papers.who_knows import content
from app.typesetting.content import Points, Table
from tests.casefold import AVA, BEN, DSL, NOW, concern_case
from tests.domain.gate_answers import TAKEN
from tests.domain.people_of_two import (
    AT,
    CALLED,
    MET,
    MISSED,
    NOT_TOLD,
    PARENTS,
    PLAN,
    POLICE,
    SOON,
    TALKED,
)
from tests.domain.test_case import CALL, SENT
from tests.domain.test_clocks import REVIEW
from tests.domain.test_knowledge import not_yet, noted
from tests.domain.test_now_know import CARED, REFERRED
from tests.papers.paper import flat, issue

HAPPENED, PICTURED, SHARED, REFERRAL, POLICE_IN, DEVICE = (topic.label for topic in Topic)
WITH_BEN = (Involved(AVA, (Role.PICTURED,)), Involved(BEN, (Role.SHARED,)))
UNKNOWN = "Not recorded whether they know"
HAINES = StaffMember("L. Haines", "Deputy")
THIRD = {"referral": "entry-3"}
PARENT, LETTER = ParentContact.title, ReferralSent.title
SAID = {
    "decision": Shared.SHARED,
    "recipient": "R. Whitby, rowing club",
    "about": "ava",
    "at": AT,
    "by": DSL,
    "what": "That she needs a break.",
    "basis": Basis.TASK,
    "why": "Asked.",
    "now_know": (Topic.HAPPENED,),
}
ANSWERED = {"received_at": AT, "answered_by": "J. Marlow", "reply": Reply.ASSESSMENT}
HANDED = (DeviceTaken, TAKEN | {"owner": "ben", "received_by": HAINES})
TO_DO = {"what": "See Ava", "who": HAINES, "by": NOW.date(), "why": "She asked."}
LATER = MET | {"at": moment(NOW + timedelta(days=1)), "now_know": (Topic.SHARED,)}
WARD = StaffMember("K. Ward", "tutor")
PLANNED = (SupportPlan, PLAN | {"named_adult": WARD})
THERE = TALKED | {"now_know": (Topic.HAPPENED, Topic.PICTURED)}
OTHER_BEN = Person(id="other", kind=PersonKind.LEARNER, name="Ben Lund")
NAMESAKE = (PeopleNamed, {"people": (Involved(OTHER_BEN, (Role.WITNESS,)),), "why": "Ava said."})
SITUATIONS = {
    "a talk teaches what was ticked": (
        "ava",
        [(LearnerConversation, TALKED | {"now_know": (Topic.HAPPENED, Topic.PICTURED)})],
        dict.fromkeys((HAPPENED, PICTURED), LearnerConversation.title),
    ),
    "a talk teaches nothing that was unticked": (
        "ava",
        [(LearnerConversation, TALKED | {"now_know": ()})],
        {},
    ),
    "a parent knows what they were told": ("dee", [(ParentContact, MET)], {HAPPENED: PARENT}),
    "a parent who was not reached learns nothing": ("dee", [(ParentContact, MISSED)], {}),
    "the other parent learns nothing by it": ("karl", [(ParentContact, MET)], {}),
    "what two contacts told is known by both": (
        "dee",
        [(ParentContact, MET), (ParentContact, LATER)],
        {HAPPENED: PARENT, SHARED: PARENT},
    ),
    "a call teaches what was ticked": (
        "social_care",
        [REFERRED, (ReferralCall, CALL | THIRD)],
        dict.fromkeys((HAPPENED, REFERRAL), ReferralCall.title),
    ),
    "a letter that hides who shared it does not teach it": (
        "social_care",
        [REFERRED, (ReferralSent, SENT | THIRD)],
        dict.fromkeys((HAPPENED, PICTURED, REFERRAL), LETTER),
    ),
    "a body knows from the contact": (
        "police",
        [(BodyReferralOpened, POLICE), (BodyContact, CALLED | THIRD)],
        dict.fromkeys((HAPPENED, POLICE_IN), BodyContact.title),
    ),
    "staff who were told know what was ticked": (
        "L. Brook",
        [(StaffWelfare, CARED | {"now_know": (Topic.HAPPENED,)})],
        {HAPPENED: StaffWelfare.title},
    ),
    "somebody outside knows what was shared": (
        "R. Whitby",
        [(InformationShared, SAID)],
        {HAPPENED: InformationShared.title},
    ),
    "somebody outside does not learn what was refused": (
        "R. Whitby",
        [(InformationShared, SAID | {"decision": Shared.REFUSED})],
        {},
    ),
    "social care knows of what it answered": (
        "social_care",
        [REFERRED, (ReferralReply, ANSWERED | THIRD)],
        dict.fromkeys((HAPPENED, REFERRAL), ReferralReply.title),
    ),
    "whoever told it knows what they told": (
        "R. Okafor",
        [(ParentContact, MET | {"now_know": (Topic.HAPPENED, Topic.POLICE)})],
        {HAPPENED: ConcernReceived.title, POLICE_IN: PARENT},
    ),
    "whoever sat in the review took part": (
        "L. Haines",
        [(InitialReview, REVIEW | {"present": ({"who": HAINES},)})],
        {HAPPENED: InitialReview.title},
    ),
    "whoever is to do something later did not take part": (
        "L. Haines",
        [(InitialReview, REVIEW | {"actions": (TO_DO,)})],
        {},
    ),
    "whoever handed a device over knows of it": (
        "ben",
        [HANDED],
        {DEVICE: DeviceTaken.title, SHARED: "By the part they have in the case"},
    ),
    "whoever received a device knows of it": (
        "L. Haines",
        [HANDED],
        dict.fromkeys((HAPPENED, DEVICE), DeviceTaken.title),
    ),
    "a tutor who was there knows what was told": (
        "K. Ward",
        [PLANNED, (LearnerConversation, THERE | {"present": "K. Ward, tutor, whom Ava chose"})],
        dict.fromkeys((HAPPENED, PICTURED), LearnerConversation.title),
    ),
    "a child who was there knows what their parent was told": (
        "ava",
        [(ParentContact, MET | {"present": "Ava and K. Ward", "now_know": (Topic.POLICE,)})],
        {POLICE_IN: PARENT},
    ),
    "who was asked to come was perhaps not there": (
        "K. Ward",
        [PLANNED, (LearnerConversation, THERE | {"present": "Nobody; K. Ward could not come"})],
        {},
    ),
    "who is of the same first name was perhaps not there": (
        "ben",
        [NAMESAKE, (ParentContact, MET | {"present": "Ben"})],
        {SHARED: "By the part they have in the case"},
    ),
    "a note says who told it": (
        "dee",
        [noted(Topic.POLICE, told_by="R. Okafor")],
        {POLICE_IN: "Noted · R. Okafor"},
    ),
}
TELL = NOT_TOLD | {"decision": Telling.TELL, "tell_by": NOW.date(), "review_on": None}
FREED = {"decided_at": moment(NOW + timedelta(minutes=9))}
NOT_NOW = (ParentDecision, NOT_TOLD)
HELD = {
    "by a note, with its reason and day": (
        "dee",
        [not_yet(Topic.SHARED)],
        "Do not say. Who shared it. Ava asks for time. To be looked at again on 3 Dec 2026.",
    ),
    "by a decision, with its reason and day": (
        "karl",
        [NOT_NOW],
        f"She fears him. To be looked at again on {write_day(SOON)}.",
    ),
    "though another was told": ("karl", [NOT_NOW, (ParentContact, MET)], "She fears him."),
    "not once it is decided to tell": ("karl", [NOT_NOW, (ParentDecision, TELL | FREED)], None),
    "not of what they were told all the same": (
        "dee",
        [not_yet(Topic.SHARED), (ParentContact, LATER)],
        None,
    ),
}


def sheet(case, who):
    """Return what a sheet says is known, from where and since; what not; and what is held back."""
    made = content(case, Subject(words=who, reader=who), issue())
    known, unknown = {}, set()
    for part in made.parts:
        if isinstance(part, Table):
            known = {flat(what): (flat(entry), flat(since)) for what, entry, since in part.rows}
        elif isinstance(part, Points) and part.heading == UNKNOWN:
            unknown = set(part.texts)
    return known, unknown, [flat(map(str, words)) for words in made.callout]


@pytest.mark.parametrize(("who", "entries", "from_entry"), SITUATIONS.values(), ids=SITUATIONS)
def test_what_is_known_stands_with_its_entry_and_everything_else_as_not_recorded(
    who, entries, from_entry
):
    known, unknown, _ = sheet(concern_case(PARENTS, *entries, people=WITH_BEN), who)
    assert {what: entry for what, (entry, _) in known.items()} == from_entry
    assert {HAPPENED, PICTURED, SHARED} - set(known) <= unknown
    assert not unknown & set(known)


@pytest.mark.parametrize(("who", "entries", "held"), HELD.values(), ids=HELD)
def test_what_is_held_back_stands_with_its_reason_and_day_until_somebody_says_otherwise(
    who, entries, held
):
    _, unknown, never = sheet(concern_case(PARENTS, *entries, people=WITH_BEN), who)
    if held:
        assert any(held in words for words in never)
        assert SHARED not in unknown
    else:
        assert not any(word in words for words in never for word in ("fears", "asks for time"))


def test_what_is_known_is_so_since_the_first_entry_that_told_it():
    again = (ParentContact, LATER | {"now_know": (Topic.HAPPENED,)})
    known, _, _ = sheet(concern_case(PARENTS, (ParentContact, MET), again), "dee")
    assert known == {HAPPENED: (PARENT, write_time(NOW))}


@pytest.mark.parametrize("reporter", ["Ava Stone, learner", "Dee Stone", "M. Reyes, tutor"])
def test_whoever_told_the_college_knows_that_it_happened_as_one_person(reporter):
    case = concern_case(PARENTS, reported_by=reporter)
    name = reporter.partition(",")[0]
    who = next((key for key, one in case.people.items() if one.person.name == name), name)
    known, _, _ = sheet(case, who)
    assert set(known) == {HAPPENED}
