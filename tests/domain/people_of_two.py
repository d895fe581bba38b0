"""Answers for the forms about two learners and their parents, to be exchanged one by one."""

from datetime import timedelta

from app.domain.forms.bodies import OtherBody, Way
from app.domain.forms.knowledge import Topic
from app.domain.forms.outcome import BodyAnswer
from app.domain.forms.parents import ContactMethod, Telling
from app.domain.forms.person import PeopleNamed
from app.domain.forms.support import Course
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.moments import moment
from tests.casefold import DSL, NOW

AT = moment(NOW)
SOON, LATER = ((NOW + timedelta(days=days)).date() for days in (3, 9))
DEE = Person(id="dee", kind=PersonKind.PARENT, name="Dee Stone")
KARL = Person(id="karl", kind=PersonKind.PARENT, name="Karl Stone")
PARENTS = (
    PeopleNamed,
    {"people": tuple(Involved(who, (Role.FAMILY,)) for who in (DEE, KARL)), "why": "Ava said."},
)
TALKED = {
    "learner": "ava",
    "held_by": DSL,
    "held_at": AT,
    "contains": "Does not want to say.",
    "now_know": (Topic.HAPPENED,),
}
NOT_HELD = {"learner": "ben", "decided_by": DSL, "decided_at": AT, "why": "The police asked."}
NOT_TOLD = {
    "parent": "karl",
    "child": "ava",
    "decided_by": DSL,
    "decided_at": AT,
    "decision": Telling.NOT_NOW,
    "why": "She fears him.",
    "review_on": SOON,
}
MET = {
    "parent": "dee",
    "child": "ava",
    "at": AT,
    "by": DSL,
    "how": ContactMethod.TELEPHONE,
    "why": "To tell her.",
    "reached": YesNoUnknown.YES,
    "told": "What happened to Ava.",
    "now_know": (Topic.HAPPENED,),
}
MISSED = {**MET, "reached": YesNoUnknown.NO}
PLAN = {
    "child": "ava",
    "made_by": DSL,
    "at": AT,
    "what": "A seat by the door.",
    "why": "She feels watched.",
    "review_on": SOON,
}
REVIEWED = {
    "child": "ava",
    "by": DSL,
    "at": AT,
    "how_is": "Better.",
    "course": Course.ENDED,
    "why": "She asked for it.",
}
POLICE = {
    "body": OtherBody.POLICE,
    "name": "Exampleshire Police",
    "why": "Blackmail.",
    "asked_for": "Advice.",
}
CALLED = {
    "referral": "entry-2",
    "at": AT,
    "by": DSL,
    "way": Way.NON_EMERGENCY,
    "reached": YesNoUnknown.YES,
    "why": "To report it.",
    "said": "Wait for the officer.",
    "now_know": (Topic.HAPPENED, Topic.POLICE),
}
ANSWERED = {
    "referral": "entry-2",
    "at": AT,
    "told_by": "PC 1",
    "answer": BodyAnswer.OUTCOME_21,
    "why": "Not in the public interest.",
}
DEMANDS = {
    "learner": "ava",
    "by": DSL,
    "at": AT,
    "happened": "Somebody wants money.",
    "done": "The police were called.",
}
RISK = {"at": AT, "by": DSL, "reason_shared": "Not known.", "risk": "More sharing.", "why": "Ava."}
