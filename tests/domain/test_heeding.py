"""Beside what is owed stands what a body asked, or the college decided, against doing it."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import (
    AskedOfPerson,
    AskedToKeep,
    BodyContact,
    BodyReferralOpened,
    Restraint,
)
from app.domain.forms.conversation import ConversationNotHeld
from app.domain.forms.deletion import DeletionDecided
from app.domain.forms.device import DeviceInstruction, DeviceMoved, DeviceTaken
from app.domain.forms.parents import ParentDecision, Telling
from app.domain.forms.sharing import Basis, InformationShared, Shared
from app.domain.kit.answers import Involved, Role
from app.domain.kit.keys import DueKind
from app.domain.kit.moments import moment
from app.domain.kit.stage import Stage
from app.domain.owed.table import owed_in
from app.domain.rules.instructions import met_again
from tests.casefold import AVA, BEN, DSL, NOW, concern_case
from tests.domain.gate_answers import DELETE, INSTRUCTED, TAKEN, YES
from tests.domain.ledger import BENS, GROUP, found, requested
from tests.domain.people_of_two import CALLED, NOT_HELD, NOT_TOLD, PARENTS, POLICE

BOTH = (Involved(AVA, (Role.PICTURED,)), Involved(BEN, (Role.FORWARDED,)))


def at(hours):
    return moment(NOW + timedelta(hours=hours))


def police(referral="entry-2", **asked):
    return BodyContact, CALLED | {"referral": referral} | asked


def owed_with(case, said):
    """Return the kinds of what is owed in a case with these words beside it."""
    return {one.key.kind for one in owed_in(case) if said in one.because}


HELD_BACK = {
    "the learner": ("ben", Restraint.NOT_SPOKEN, DueKind.CONVERSATION, ConversationNotHeld),
    "the learner, again": ("ben", Restraint.NOT_SPOKEN, DueKind.RECONTACT_1, ConversationNotHeld),
    "the parent": ("karl", Restraint.NOT_CONTACTED, DueKind.PARENTS_TOLD, ParentDecision),
}


@pytest.mark.parametrize(("who", "what", "kind", "form"), HELD_BACK.values(), ids=HELD_BACK)
def test_what_is_owed_of_somebody_says_what_a_body_asked_and_opens_where_it_is_recorded(
    who, what, kind, form
):
    asked = police(people_asked=(AskedOfPerson(who=who, what=what),))
    case = concern_case((BodyReferralOpened, POLICE), asked, PARENTS, people=BOTH)
    (held_back,) = (
        one for one in owed_in(case) if one.key.kind == kind and one.about[:1] == (who,)
    )
    assert held_back.form is form
    for one in owed_in(case):
        if one.about[:1] == (who,):  # whatever it is, and however it is settled
            assert one.because.startswith("Exampleshire Police asked on 19 Nov 2026")
        else:
            assert "asked on" not in one.because


KEPT = "Exampleshire Police asked on 19 Nov 2026, 10:22 that this is not deleted"


def copies_to_keep(**row):
    """Return a case of two copies with a deletion and a request, and what is to be kept."""
    return concern_case(
        found(BENS, GROUP),
        (BodyReferralOpened, POLICE),
        police("entry-3", keep=(AskedToKeep(**row),)),
        (DeletionDecided, DELETE),
        requested(),
    )


def test_what_is_owed_of_copies_says_what_is_not_to_be_deleted():
    case = copies_to_keep(what="Both chats.")
    assert {DueKind.DELETION, DueKind.REMOVAL_CHECK, "copy"} <= owed_with(case, KEPT)
    for one in owed_in(case):
        assert one.stage in {Stage.CONTAINMENT, Stage.IMAGERY} or KEPT not in one.because
    mine, other = case.copies
    case = copies_to_keep(what="Her phone.", copy=mine)
    assert [one.key.write() for one in owed_in(case) if KEPT in one.because] == [mine]
    asked_of = copies_to_keep(what="That chat.", copy=other)
    assert owed_with(asked_of, KEPT) == {"copy", DueKind.REMOVAL_CHECK}


def test_what_is_owed_of_a_device_says_what_the_police_said_of_it_last():
    taken = ((DeviceTaken, TAKEN), (DeviceTaken, TAKEN | {"device": "A tablet", "seal": "2"}))
    earlier = INSTRUCTED | {"given_at": at(-1)}
    newest = INSTRUCTED | {"said": "She may have it back. No condition."}
    case = concern_case(*taken, (DeviceInstruction, newest), (DeviceInstruction, earlier))
    (row,) = (one for one in owed_in(case) if "of this device" in one.because)
    assert (row.key.kind, row.key.subject) == (DueKind.CUSTODY, "entry-2")
    said = "PC 4417 said on 19 Nov 2026, 10:22 of this device: She may have it back"
    assert row.because == f"{said} · Black phone"


OF_KARL = {
    "decision": Shared.SHARED,
    "recipient": "The rowing club",
    "about": "karl",
    "by": DSL,
    "at": at(0),
    "what": "That he collects her.",
    "basis": Basis.TASK,
    "why": "Asked.",
}
SHARED_OF_KARL = (PARENTS, (InformationShared, OF_KARL))
DECIDED = {
    "Ben is not spoken with": (
        ((ConversationNotHeld, NOT_HELD),),
        "Nobody speaks with Ben Marsh for now, as decided on 19 Nov 2026, 10:22 · ",
        ("ben", {DueKind.RECONTACT_1, DueKind.SUPPORT_PLAN, DueKind.MEANWHILE}),
    ),
    "the father must not be contacted": (
        (*SHARED_OF_KARL, (ParentDecision, NOT_TOLD | {"decision": Telling.NO_CONTACT})),
        "Karl Stone is not to be contacted, as decided on 19 Nov 2026, 10:22 · ",
        ("karl", {DueKind.SHARED_ABOUT}),
    ),
    "the father is not told for now": (
        (*SHARED_OF_KARL, (ParentDecision, NOT_TOLD)),
        "Karl Stone is not to be told for now, as decided on 19 Nov 2026, 10:22 · ",
        ("karl", {DueKind.SHARED_ABOUT}),
    ),
}


@pytest.mark.parametrize(("entries", "says", "owed"), DECIDED.values(), ids=DECIDED)
def test_what_is_owed_of_somebody_says_what_the_college_decided_and_opens_as_ever(
    entries, says, owed
):
    who, kinds = owed
    plain = {one.key: one.form for one in owed_in(concern_case(*entries[:-1], people=BOTH))}
    case = concern_case(*entries, people=BOTH)
    assert kinds <= owed_with(case, says)
    for one in owed_in(case):
        assert one.form is plain.get(one.key, one.form)
        if one.about[:1] != (who,) or one.form is entries[-1][0]:
            assert says not in one.because  # the decision is looked at again by its own form
        else:
            assert one.because.startswith(says)


def test_a_parent_not_told_of_one_child_is_still_told_of_another():
    case = concern_case(PARENTS, (ParentDecision, NOT_TOLD), people=BOTH)
    other = NOT_TOLD | {"child": "ben", "decision": Telling.TELL, "review_on": None}
    case = concern_case(PARENTS, (ParentDecision, NOT_TOLD), (ParentDecision, other), people=BOTH)
    (told,) = (one for one in owed_in(case) if one.about == ("karl", "ben"))
    assert "is not to be told" not in told.because


def test_what_the_police_said_when_a_device_was_taken_stands_wherever_it_comes_up():
    said = TAKEN | {"instruction": YES, "instruction_what": "Leave it on. We come tomorrow."}
    case = concern_case((DeviceTaken, said), (DeviceTaken, TAKEN | {"device": "A tablet"}))
    (met,) = met_again(case, DeviceMoved, {"device": "entry-2"}, at(1).at)
    assert met.sentence.endswith("19 Nov 2026, 10:22: Leave it on. We come tomorrow.")
    assert met_again(case, DeviceMoved, {"device": "entry-3"}, at(1).at) == ()
    (row,) = (one for one in owed_in(case) if "Leave it on" in one.because)
    assert row.key.subject == "entry-2"
    later = concern_case((DeviceTaken, said), (DeviceInstruction, INSTRUCTED))
    (row,) = (one for one in owed_in(later) if one.key.kind == DueKind.CUSTODY)
    assert "Delete nothing" in row.because
    assert "Leave it on" not in row.because
