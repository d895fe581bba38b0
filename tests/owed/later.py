"""Words to tell how a case goes on: families, plans, imagery, days, and the end."""

from app.domain.forms.any_time import ClockMissed, Missed, Note
from app.domain.forms.close import CaseClosed, CaseReopened, CaseReviewed
from app.domain.forms.copies import CopiesFound, CopyChanged, CopyState, HolderKind, HowKnown
from app.domain.forms.deletion import Deletion, DeletionConfirmed, DeletionDecided, HoldLifted
from app.domain.forms.device import DeviceMoved, DeviceTaken, Movement
from app.domain.forms.parents import ContactMethod, ParentContact, ParentDecision, Telling
from app.domain.forms.person import PartChanged, PeopleMerged, PeopleNamed, PersonDetails
from app.domain.forms.requests import RemovalReply, RemovalRequested, RequestReply
from app.domain.forms.routes import RouteKind
from app.domain.forms.support import Course, SupportPlan, SupportReview
from app.domain.kit.answers import Person
from tests.casefold import DSL
from tests.domain.gate_answers import CLOSED, DELETE, LIFTED, TAKEN
from tests.owed.telling import BENS_DAD, BENS_MUM, DAD, FAMILY, MUM, NO, THEN, YES, Step, day, who

# Families and people


def named(*people, parent_of=None, on="") -> Step:
    """People added as their names come up: `named((MUM, FAMILY), parent_of="ava")`."""
    given = {"people": who(*people), "parent_of": parent_of, "why": "The college’s list."}
    return Step(PeopleNamed, given, on)


MUM_OF_AVA = named((MUM, FAMILY), parent_of="ava")
PARENTS_OF_AVA = named((MUM, FAMILY), (DAD, FAMILY), parent_of="ava")
PARENTS_OF_BEN = named((BENS_MUM, FAMILY), (BENS_DAD, FAMILY), parent_of="ben")


def rang_home(parent, child="ava", reached=YES, on="", **answers) -> Step:
    """A call to a parent."""
    given = {
        "parent": parent,
        "child": child,
        "at": THEN,
        "by": DSL,
        "how": ContactMethod.TELEPHONE,
        "why": "To tell.",
        "reached": reached,
    }
    spoken = {"told": "What happened."} if reached is YES else {}
    return Step(ParentContact, given | spoken | answers, on)


def about_telling(parent, telling, child="ava", *, on="", look=None, by=None, **answers) -> Step:
    """What is decided about one parent: told by a day, or not, to be looked at again on a day."""
    given = {"parent": parent, "child": child, "decided_by": DSL, "decided_at": THEN}
    given |= {"decision": telling, "why": "Weighed with her."}
    given |= {"review_on": day(look)} if look else {}
    given |= {"tell_by": day(by)} if by else {}
    return Step(ParentDecision, given | answers, on, f"telling-{parent}{on}")


TELL, NOT_NOW, NO_CONTACT = Telling.TELL, Telling.NOT_NOW, Telling.NO_CONTACT


def part_is(person, *parts, on="") -> Step:
    """Somebody’s part is another than was thought."""
    given = {"person": person, "roles": parts, "since": THEN, "why": "He said so."}
    return Step(PartChanged, given, on)


def details(person: Person, on="", **answers) -> Step:
    """Person details."""
    given = {"person": person.id, "kind": person.kind, "name": person.name, "born": person.born}
    return Step(PersonDetails, given | answers, on)


def same_person(keep, other, name, on="") -> Step:
    """Two records are one person."""
    given = {"keep": keep, "other": other, "same": YES, "name": name, "why": "One birthday."}
    return Step(PeopleMerged, given, on, "joined")


def plan(child="ava", on="", look="thu+2", **answers) -> Step:
    """A support plan, looked at again on a day."""
    given = {"child": child, "made_by": DSL, "at": THEN, "what": "A named adult.", "why": "Asked."}
    return Step(SupportPlan, given | {"review_on": day(look)} | answers, on, f"plan-{child}")


def plan_looked_at(child="ava", on="", **answers) -> Step:
    """A review of the support plan, which ends it unless said."""
    given = {"child": child, "by": DSL, "at": THEN, "how_is": "Well.", "why": "Well."}
    return Step(SupportReview, given | {"course": Course.ENDED} | answers, on)


# Imagery


def copies(state=CopyState.KNOWN, on="", person="ben") -> Step:
    """A copy that somebody has."""
    row = {"held_by": HolderKind.PERSON, "person": person, "state": state}
    given = {"copies": (row,), "at": THEN, "how": HowKnown.LEARNER}
    return Step(CopiesFound, given, on, "copies")


COPY = "copies:copy:1"


def copy_is(state, on="", **answers) -> Step:
    """How a copy stands now."""
    given = {"copy": COPY, "at": THEN, "state": state, "how": HowKnown.PARENT, "why": "Said so."}
    given["confirmed_by"] = "Jo Marsh"
    return Step(CopyChanged, given | answers, on)


def asked_service(on="", **answers) -> Step:
    """A request for removal."""
    given = {
        "route": RouteKind.IN_APP,
        "service_name": "Snapchat",
        "copy": COPY,
        "done_by": "learner",
        "sent_at": THEN,
        "why": "It is there.",
    }
    return Step(RemovalRequested, given | answers, on, "request")


def service_said(reply=RequestReply.REMOVED, on="", **answers) -> Step:
    """What the service answered."""
    given = {"request": "request", "at": THEN, "reply": reply, "known_by": "Their message."}
    return Step(RemovalReply, given | answers, on)


def phone_taken(on="", **answers) -> Step:
    """A phone in custody."""
    return Step(DeviceTaken, TAKEN | {"taken_at": THEN} | answers, on, "phone")


def phone_went(movement=Movement.RETURNED, on="", **answers) -> Step:
    """Where the phone went."""
    given = {"device": "phone", "moved_at": THEN, "movement": movement, "moved_by": DSL}
    given |= {"went_to": "Ben", "seal_whole": YES, "receipt": "Ben", "officer": "PC 4417"}
    return Step(DeviceMoved, given | {"why": "Decided."} | answers, on)


def deletion(on="", **answers) -> Step:
    """A decision that a learner deletes."""
    return Step(DeletionDecided, DELETE | {"decided_at": THEN} | answers, on, "deletion")


def deleted(on="", **answers) -> Step:
    """The learner says it is deleted."""
    given = {"deletion": "deletion", "confirmed_at": THEN, "confirmed_to": DSL, "confirmed": YES}
    given |= {"places": ("device",), "explained": "Why it matters."}
    return Step(DeletionConfirmed, given | answers, on)


def lifted(on="", **answers) -> Step:
    """A hold lifted."""
    return Step(HoldLifted, LIFTED | {"agreed_at": THEN} | answers, on)


KEEPS = Deletion.KEEP


# Time, and the end


def looked_again(on="", spoken="ava", **answers) -> Step:
    """A review of the case in which somebody spoke with a learner."""
    given = {
        "reviewed_at": THEN,
        "reviewed_by": DSL,
        "again": NO,
        "change": "None.",
        "why": "Due.",
    }
    if spoken:
        given["spoken"] = ({"learner": spoken, "spoken": YES, "how": "Well."},)
    return Step(CaseReviewed, given | answers, on)


def noted(settles=None, on="") -> Step:
    """A note, which may settle an agreed action or a day."""
    given = {"at": THEN, "what": "Done.", "why": "Agreed.", "settles": settles}
    return Step(Note, given, on)


def not_needed(key, on="") -> Step:
    """Something is set aside as not needed, with a reason and by whom."""
    given = {"which": key, "missed": Missed.NOT_NEEDED, "why": "It was done elsewhere."}
    return Step(ClockMissed, given | {"said_by": DSL, "said_at": THEN}, on)


def late(key, on="") -> Step:
    """Why something was late."""
    given = {"which": key, "missed": Missed.LATE, "why": "She was in hospital.", "said_at": THEN}
    return Step(ClockMissed, given, on)


def closed(on="", **answers) -> Step:
    """The case closed by two people."""
    given = CLOSED | {"closed_at": THEN, "countersigned_at": THEN}
    return Step(CaseClosed, given | answers, on)


def reopened(on="") -> Step:
    """The case opened again."""
    given = {"reopened_at": THEN, "reopened_by": DSL, "why": "She rang.", "next_step": "See her."}
    return Step(CaseReopened, given, on)


def corrected(which: str, step: Step, on="") -> Step:
    """A step in place of an earlier one."""
    return Step(step.form, step.answers, on or step.on, f"{which}-corrected", which)
