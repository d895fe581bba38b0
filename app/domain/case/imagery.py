"""How far the imagery is contained, and what a case can truthfully say about staff seeing it.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), viewing imagery; the college's guidance,
"Viewing the imagery".
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from app.domain.case.case import Case
from app.domain.case.copies import Copy
from app.domain.case.custody import away
from app.domain.case.entry import Entry
from app.domain.forms.copies import CopyState
from app.domain.forms.device import DeviceTaken
from app.domain.forms.viewing import StaffAsked, ViewingAsked, ViewingRecorded
from app.domain.kit.answers import Choice, StaffMember, YesNoUnknown
from app.domain.kit.staff import perhaps_same, surely_same


class ContainmentWord(Choice):
    """How far the spread of the imagery is stopped, so far as the record says."""

    CONTAINED = "contained", "Contained"
    PARTLY = "partly", "Partly contained"
    NOT_CONTAINED = "not_contained", "Not contained"
    UNKNOWN = "unknown", "Spread not known"


GONE = (CopyState.CONFIRMED,)
"""Two signs say that it is gone: its holder’s or the service’s word, and somebody else’s."""
SETTLED = (*GONE, CopyState.HELD)
"""Nobody can pass it on. Nobody but the police can reach a copy that they hold; the college
neither can nor may ask for more (UKCIS March 2024: what may be evidence is left to the police)."""
AT_LARGE = (CopyState.KNOWN, CopyState.ASKED, CopyState.UNTRACED)
"""The copy exists and somebody has it: asking alone changes nothing, and nor does giving up."""


def may_spread(copy: Copy) -> bool:
    """Return whether somebody has, or may have, a copy that they could still pass on."""
    return copy.there and copy.state not in SETTLED


class Containment(msgspec.Struct, frozen=True, kw_only=True):
    """The word for a case, and how many copies are in each state. A copy only seen is left out."""

    word: ContainmentWord
    by_state: Mapping[CopyState, int]

    @property
    def copies(self) -> int:
        """How many copies are known or suspected."""
        return sum(self.by_state.values())

    def count(self, *states: CopyState) -> int:
        """Return how many copies are in one of these states."""
        return sum(self.by_state.get(state, 0) for state in states)


def containment(case: Case) -> Containment:
    """Return how far a case is contained, from its ledger of copies alone."""
    return contained(case.copies.values())


def contained(copies: Iterable[Copy]) -> Containment:
    """Return how far copies are contained, by the worst of them.

    1. Not contained: any copy is known to be there, was merely asked for, or cannot be traced.
    2. Not known: the ledger names no copy, or nothing but suspicions.
    3. Partly: some copy is suspected, or gone by its holder’s or the service’s word alone.
    4. Contained: every copy is gone by a second sign or held for the police.
    """
    by_state = Counter(copy.state for copy in copies if copy.there)
    return Containment(word=_word(set(by_state)), by_state=by_state)


def _word(states: set[CopyState]) -> ContainmentWord:
    if states & set(AT_LARGE):
        return ContainmentWord.NOT_CONTAINED
    if states <= {CopyState.SUSPECTED}:
        return ContainmentWord.UNKNOWN
    if states <= set(SETTLED):
        return ContainmentWord.CONTAINED
    return ContainmentWord.PARTLY


def devices_held(case: Case) -> tuple[Entry, ...]:
    """Return the entries on devices in custody: what left and came back is in it again."""
    return tuple(
        entry
        for entry in case.current
        if isinstance(entry.form, DeviceTaken) and not away(case, entry.root)
    )


class Viewing(Choice):
    """The three things that can be true of staff and the imagery."""

    NONE_RECORDED = "none_recorded", "No viewing by staff has been recorded."
    CONFIRMED_NONE = (
        "confirmed_none",
        (
            "The Safeguarding Team has asked each named member of staff, "
            "and none has viewed the imagery."
        ),
    )
    VIEWED = "viewed", "A member of staff has seen the imagery."


def viewing(case: Case) -> Viewing:
    """Return what the record supports, by the newest answer of each member of staff.

    A yes counts whatever is said later. One "not known" is enough to confirm nothing.
    """
    asked = [row for form in case.all_of(ViewingAsked) for row in form.staff]
    if case.all_of(ViewingRecorded) or any(row.seen is YesNoUnknown.YES for row in asked):
        return Viewing.VIEWED
    newest: list[StaffAsked] = []
    for row in reversed(asked):
        if not any(surely_same(row.who, one.who) for one in newest):
            newest.append(row)
    confirmed = {row.seen for row in newest} == {YesNoUnknown.NO}
    return Viewing.CONFIRMED_NONE if confirmed else Viewing.NONE_RECORDED


def saw_imagery(case: Case) -> tuple[tuple[StaffMember, Entry], ...]:
    """Return each member of staff who saw imagery, once, with the entry that says so."""
    found: list[tuple[StaffMember, Entry]] = []
    for entry in case.current:
        match entry.form:
            case ViewingRecorded(viewed_by=viewer):
                seen = [viewer]
            case ViewingAsked(staff=asked):
                seen = [row.who for row in asked if row.seen is YesNoUnknown.YES]
            case _:
                continue
        for who in seen:
            if not any(perhaps_same(who, other) for other, _ in found):
                found.append((who, entry))
    return tuple(found)


def viewings_to_record(case: Case) -> tuple[tuple[StaffMember, Entry], ...]:
    """Return who answered that they saw imagery, with that entry, and no entry says how it came."""
    recorded = [form.viewed_by for form in case.all_of(ViewingRecorded)]
    return tuple(
        (who, entry)
        for who, entry in saw_imagery(case)
        if not any(perhaps_same(who, one) for one in recorded)
    )
