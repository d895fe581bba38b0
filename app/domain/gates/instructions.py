"""The gates before something is recorded that a body, or the college, asked nobody to do.

Source: uk-guidance 3.5; the college's guidance, “Handling incidents”.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from app.domain.case.clock_rules import spoken_in
from app.domain.case.contacts import Reached
from app.domain.case.standing import WHOLE_CASE
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.copies import ENDS, CopyChanged
from app.domain.forms.deletion import DELETES, DeletionConfirmed, DeletionDecided, Hold
from app.domain.forms.device import DeviceMoved, DeviceSearched, Movement
from app.domain.forms.parents import ParentContact
from app.domain.forms.referral_background import ParentTold, ReferralBackground
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.routes import waits
from app.domain.forms.sharing import InformationShared, Shared
from app.domain.gates.asked import HOLD, GateProblem, ToSeal, gate_problem
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.checks import Problem
from app.domain.kit.form import given, name_of
from app.domain.kit.moments import Moment
from app.domain.kit.sources import Cited
from app.domain.rules.holds import holds_on, to_hand_over
from app.domain.rules.implied import whom_met
from app.domain.rules.instructions import (
    Against,
    Instruction,
    copies_deleted,
    in_force,
    newest_of_device,
    of_every_copy,
)

_SOURCE = Cited.STAFF_INCIDENTS
_MEETING = (Against.SPEAKING, Against.CONTACT)
_TELLING = (*_MEETING, Against.TELLING)


def spoken_with_all_the_same(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a reason where an entry shows that somebody was spoken with whom nobody was to."""
    met = sorted(spoken_in(asked.form, asked.answers))
    found = [one for who in met for one in _against(asked, who, Against.SPEAKING, Against.CONTACT)]
    yield from _reason(asked, LearnerConversation.despite, found, _SOURCE)


def searched_all_the_same(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a reason for a search of somebody whom nobody was to speak with or contact."""
    found = _against(asked, asked.words(DeviceSearched.learner), *_MEETING)
    yield from _reason(asked, DeviceSearched.despite, found, _SOURCE)


def shared_all_the_same(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a reason for sharing something with somebody of the case whom nobody was to tell."""
    who = whom_met(asked.case, asked.form, asked.answers)
    if who and asked.get(InformationShared.decision) is Shared.SHARED:
        found, about = _against(asked, who, *_TELLING), asked.words(InformationShared.about)
        stands = _of_child(found, about) if about else found
        yield from _reason(asked, InformationShared.despite, stands, _SOURCE)


def told_of_referral_all_the_same(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a reason for telling a parent of a referral whom nobody was to tell or contact.

    Where the contact itself is recorded with its reason, that is enough.
    """
    child = next(
        (
            one.opened.child
            for one in asked.case.referrals
            if one.id == asked.words(ReferralBackground.referral)
        ),
        "",
    )
    said = {form.parent for form in asked.case.all_of(ParentContact) if form.despite}
    rows = asked.answers.get(name_of(ReferralBackground.parents))
    told = (row for row in (rows if isinstance(rows, tuple) else ()) if isinstance(row, dict))
    found = [
        one
        for row in told
        if given(row, ParentTold.told) is YesNoUnknown.YES
        if (parent := given(row, ParentTold.who) or "") not in said
        for one in _of_child(_against(asked, parent, *_TELLING), child)
    ]
    yield from _reason(asked, ReferralBackground.despite, found, _SOURCE)


def given_back_all_the_same(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a reason for giving back what the police spoke of, until they agreed to anything.

    What a search found has a gate of its own.
    """
    device = asked.words(DeviceMoved.device)
    waits_for_them = device in {one.entry.root for one in to_hand_over(asked.case)}
    if (
        asked.get(DeviceMoved.movement) is Movement.RETURNED
        and Hold.POLICE in holds_on(asked.case)
        and not waits_for_them
    ):
        found = _against(asked, device, Against.HANDLING, Against.DELETING)
        yield from _reason(asked, DeviceMoved.despite, found, HOLD)


def contacted_all_the_same(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a reason for a contact with a parent that nobody was to make, or to tell them in."""
    parent, child = asked.words(ParentContact.parent), asked.words(ParentContact.child)
    reached = asked.get(ParentContact.reached) is YesNoUnknown.YES
    found = _against(asked, parent, *(_TELLING if reached else (Against.CONTACT,)))
    yield from _reason(asked, ParentContact.despite, _of_child(found, child), _SOURCE)


def _of_child(found: list[Instruction], child: str) -> list[Instruction]:
    """Leave out what was decided on telling of another child."""
    return [one for one in found if one.against is not Against.TELLING or one.child == child]


def gone_all_the_same(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a reason for a copy that is gone, or was asked for, though it was to be kept."""
    if asked.get(CopyChanged.state) in ENDS:
        found = _against(asked, asked.words(CopyChanged.copy), Against.DELETING)
        yield from _reason(asked, CopyChanged.despite, found, HOLD)


def deleted_all_the_same(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a reason for a deletion of what was to be kept."""
    if asked.get(DeletionConfirmed.confirmed) is YesNoUnknown.YES:
        yield from _reason(asked, DeletionConfirmed.despite, _against_deleting(asked), HOLD)


def confirmed_all_the_same(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a reason where a learner confirmed a deletion whom nobody was to speak with."""
    which = asked.words(DeletionConfirmed.deletion)
    forms = (entry.form for entry in asked.case.current if entry.root == which)
    decided = next((form for form in forms if isinstance(form, DeletionDecided)), None)
    if decided and decided.learner:
        found = _against(asked, decided.learner, *_MEETING)
        yield from _reason(asked, DeletionConfirmed.despite, found, _SOURCE)


def requested_all_the_same(asked: ToSeal) -> Iterator[GateProblem]:
    """Require an agreement, or a reason, for a request to remove what was to be kept."""
    route = asked.get(RemovalRequested.route)
    said_yes = asked.get(RemovalRequested.hold_agreed) is YesNoUnknown.YES
    agreed = asked.case.contacts.get(asked.words(RemovalRequested.agreed_in)) if said_yes else None
    if route and waits(route):
        found = [one for one in _kept(asked) if not (agreed and _lets_go(asked, one, agreed))]
        yield from _reason(asked, RemovalRequested.despite, found, HOLD)


def _kept(asked: ToSeal) -> list[Instruction]:
    """Return what is to be kept of the copy that is named; of every copy where none is."""
    if of_every_copy(asked.form, asked.answers):
        return [
            one for one in in_force(asked.case, _when(asked)) if one.against is Against.DELETING
        ]
    return _against(asked, asked.words(RemovalRequested.copy), Against.DELETING)


def _lets_go(asked: ToSeal, one: Instruction, contact: Reached) -> bool:
    """Return whether a contact may end an instruction: with who gave it or the police, and since.

    The one in which it was given may: what they let go is said there too.
    """
    gave = asked.case.contacts.get(one.entry)
    theirs = contact.police or (gave is not None and gave.body is contact.body)
    return theirs and contact.at.at >= one.since


def asked_about(asked: ToSeal) -> Iterator[Problem]:
    """Yield what stands against this, where the form asks for its reason in any case.

    It is asked about once, at the reason: only its writer knows if the two go together.
    """
    if asked.get(DeletionDecided.decision) in DELETES:
        yield from _goes_with(DeletionDecided.why, _against_deleting(asked))
    if asked.get(DeviceMoved.movement) in {Movement.STORED, Movement.RETURNED}:
        found = _against(asked, asked.words(DeviceMoved.device), Against.HANDLING)
        yield from _goes_with(DeviceMoved.why, list(newest_of_device(found)))


def _goes_with(reason: str, found: list[Instruction]) -> Iterator[Problem]:
    if found:
        said = " ".join(one.sentence for one in found)
        yield Problem(name_of(reason), f"{said} Does the reason say how this goes with it?")


def _against_deleting(asked: ToSeal) -> list[Instruction]:
    """Return what stands against a deletion: of everything, or of a copy that it may be of."""
    copies = set(copies_deleted(asked.case, asked.form, asked.answers))
    return [
        one
        for one in in_force(asked.case, _when(asked))
        if one.against is Against.DELETING and one.about in {WHOLE_CASE, *copies}
    ]


def _against(asked: ToSeal, about: str, *against: Against) -> list[Instruction]:
    """Return the instructions against this that were in force when it happened."""
    return [
        one
        for one in in_force(asked.case, _when(asked))
        if one.against in against and one.about in {about, WHOLE_CASE}
    ]


def _when(asked: ToSeal) -> datetime:
    """Return when what is recorded happened (UTC), the end of today where that is not said."""
    at = asked.answers.get(asked.form.happened_in)
    return at.at if isinstance(at, Moment) else datetime.combine(asked.today, time.max, UTC)


def _reason(
    asked: ToSeal, despite: str | None, found: list[Instruction], source: Cited
) -> Iterator[GateProblem]:
    """Ask once for words, at the question for them, and say every instruction that stands."""
    if found and not asked.words(despite):
        yield gate_problem(
            despite,
            " ".join(one.sentence for one in found),
            "Ask whoever said so first; where it was done all the same, write how it came and "
            "whom you told.",
            source,
        )
