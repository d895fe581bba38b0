"""Whole answers for the forms that gates stand before."""

from datetime import timedelta

from app.domain.forms.close import CaseReviewed, Outcome
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.forms.deletion import Agreeing, Authority, Deletion, Hold
from app.domain.forms.device import (
    DeviceInstruction,
    DeviceTaken,
    Lock,
    Movement,
    Power,
    Running,
    Searched,
)
from app.domain.forms.review import InitialReview
from app.domain.forms.viewing import ViewingGround
from app.domain.kit.answers import StaffMember, YesNoUnknown
from app.domain.kit.moments import moment
from tests.casefold import DSL, NOW

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
AT = moment(NOW)
LATER = moment(NOW + timedelta(hours=2))
"""After every entry of a case made by hand was recorded."""
TUTOR = StaffMember("M. Reyes", "Tutor")
LEAD = StaffMember("L. Haines", "Lead Safeguarding Manager")
HEAD = StaffMember("P. Vane", "Principal")
SIGNS = ("adult", "coercion", "unusual", "under_13", "harm", "extortion")
ALL_NO = dict.fromkeys(SIGNS, NO)

_DECIDED = {"decided_at": AT, "decided_by": TUTOR, "why": "Weighed both sides."}
REFER_POLICE = _DECIDED | {"decision": Decision.REFER, "refer_to": (Body.POLICE,)}
COLLEGE = _DECIDED | {
    "decision": Decision.COLLEGE,
    "plan": "Support by the tutor.",
    "review_on": (NOW + timedelta(days=7)).date(),
}
NOT_REFERRED = COLLEGE | {
    "asked_outside": YES,
    "decision": Decision.NOT_REFERRED,
    "consulted": "J. Marlow, MASH, 10:02: no referral needed.",
    "agreed_by": LEAD,
    "agreed_at": AT,
}
VIEWED = {
    "ground": ViewingGround.REPORT,
    "why": "The service asked for what only she could show.",
    "agreed_by": HEAD,
    "agreed_at": moment(NOW - timedelta(hours=1)),
    "viewed_by": DSL,
    "second": LEAD,
    "same_sex": YES,
    "began_at": AT,
    "ended_at": AT,
    "place": "The principal’s office",
    "device": "Her own phone",
    "copied": NO,
    "welfare": "Counselling offered to both.",
    "followed": "Reported to the service.",
}
SEARCH = {
    "searched_at": AT,
    "learner": "ben",
    "searched": (Searched.PERSON,),
    "consent": NO,
    "grounds": "He was seen to film.",
    "searcher": LEAD,
    "witness": TUTOR,
    "same_sex": YES,
    "place": "Room 4",
    "found": "A phone.",
    "imagery": NO,
}
DELETE = {
    "decided_at": AT,
    "decision": Deletion.LEARNER,
    "decided_by": LEAD,
    "authority": Authority.LEAD,
    "learner": "ben",
    "what": "The copy on Ben’s phone",
    "removal": "Report Remove was considered.",
    "delete_by": NOW.date(),
    "why": "Nobody needs it.",
}
LIFT = {"holds": (Hold.POLICE,), "agreeing": Agreeing.POLICE}
LIFTED = LIFT | {
    "agreed_by": "PC 4417 A. Singh",
    "agreed_at": AT,
    "agreed_what": "Copies may be deleted.",
    "why": "No evidence is needed.",
}
TAKEN = {
    "device": "Black phone",
    "power": Power.HANDED_OVER,
    "imagery": NO,
    "why": "The police may need it.",
    "taken_at": AT,
    "handed_by": "Ben Marsh",
    "received_by": DSL,
    "running": Running.ON,
    "locked": Lock.LOCKED,
    "seal": "EC-1",
    "storage": "Safe",
    "instruction": NO,
    "receipt": "Ben Marsh",
}
MOVED = {
    "device": "entry-2",
    "moved_at": AT,
    "movement": Movement.RETURNED,
    "moved_by": DSL,
    "went_to": "There",
    "seal_whole": YES,
    "officer": "PC 4417",
    "receipt": "Signed",
    "why": "Agreed.",
}
INSTRUCTED = {
    "device": "entry-2",
    "given_at": AT,
    "officer": "PC 4417",
    "said": "Delete nothing.",
    "done": "Left in the safe.",
}
POLICE_ON = (
    (DeviceInstruction, INSTRUCTED),
    (DeviceTaken, TAKEN | {"instruction": YES, "instruction_what": "Leave it on."}),
)
REVIEWED = {
    "reviewed_at": AT,
    "reviewed_by": DSL,
    "spoken": ({"learner": "ava", "spoken": YES, "how": "Well."},),
    "again": NO,
    "change": "Nothing.",
    "why": "A week has passed.",
}
CLOSED = {
    "closed_at": LATER,
    "summary": "What happened and what was done.",
    "outcome": (Outcome.SUPPORTED,),
    "why": "Nothing has come back.",
    "lessons": "Talk earlier.",
    "if_again": "She tells her tutor.",
    "open_why": "Her tutor sees her every week.",
    "closed_by": TUTOR,
    "countersigned_by": LEAD,
    "countersigned_at": LATER,
}
NINE = ("risk_now", "refer", "view", "more", "spread", "remove", "facts", "elsewhere", "parents")
REVIEW = {"held_at": AT, "chair": DSL} | {
    name: value for asked in NINE for name, value in ((asked, NO), (f"{asked}_why", "Because."))
}


def ending():
    """Return the entries between a concern and closing: decided, met, looked at again."""
    return (DecisionMade, COLLEGE), (InitialReview, REVIEW), (CaseReviewed, REVIEWED)
