"""Why a closed case is to be opened again: what was recorded, or put right, since it closed."""

from collections.abc import Callable, Iterator
from datetime import datetime

from app.domain.case.ages import times_told
from app.domain.case.case import Case, within_guidance, yes_since
from app.domain.case.copies import noted_in
from app.domain.case.entry import Entry
from app.domain.case.imagery import AT_LARGE, may_spread
from app.domain.case.people import CHILDREN
from app.domain.forms.close import CaseClosed, CaseReopened
from app.domain.forms.copies import CopyChanged
from app.domain.forms.requests import RemovalReply, RequestReply
from app.domain.forms.review import InitialReview
from app.domain.kit.facts import Fact
from app.domain.kit.keys import DueKey, DueKind
from app.domain.kit.record import EntryId
from app.domain.kit.stage import Sign
from app.domain.owed.people import involved_since, takes_part
from app.domain.owed.row import YES, Owed, Weight


def reopening(case: Case, place: int) -> Iterator[Owed]:
    """Yield opening a case again that was closed at this place, for the first reason there is."""
    why = next(_reasons(case, place), None)
    if why:
        since, key, what = why
        yield Owed(
            key=DueKey(DueKind.REOPEN, key),
            what=f"Open the case again: {what}",
            because="An entry never opens a closed case by itself",
            since=since,
            due=since,
            form=CaseReopened,
            weight=Weight.DANGER,
        )


_Why = tuple[datetime, str, str]
"""Since when (UTC), what makes its key, and why, in words."""


def _reasons(case: Case, place: int) -> Iterator[_Why]:
    for yes in yes_since(case, CaseClosed):
        yield yes.at, str(yes.sign), "a sign has come up"
    for yes in case.yeses:
        if yes.place > place and (yes.sign is Sign.HARM or not yes.weighed):
            yield yes.at, str(yes.sign), "a sign has come up again"
    spread = case.stands.yes_in(Fact.AGAIN) | case.stands.yes_in(Fact.SPREAD)
    roots = {entry.root for entry in case.current[place + 1 :]} & spread
    for entry, since in _new(case, place, lambda one: (one.root in roots) + _about(one)):
        yield since, entry.root, "there are copies"
    for entry, since in _new(case, place, _events):
        yield since, entry.root, "it happened again"
    closed = case.current[place].first
    for key, known in case.people.items():
        if known.person.kind in CHILDREN and takes_part(known) and involved_since(known) > closed:
            yield involved_since(known), key, "another learner has a part in it"
    for entry, since in _new(case, place, _asks):
        yield since, entry.root, "the review asks for more"


def _new(
    case: Case, place: int, counts: Callable[[Entry], int]
) -> Iterator[tuple[Entry, datetime]]:
    """Yield each entry that tells of more since the case closed, and since when (UTC).

    It was recorded since, or put right since and did not tell of as much before.
    """
    closed = case.current[place].first
    before: dict[EntryId, int] = {}
    for one in case.entries:
        if one.sealed.recorded <= closed:
            before[one.root] = max(before.get(one.root, 0), counts(one))
    for at, entry in enumerate(case.current):
        recorded = entry.first if at > place else entry.sealed.recorded
        if recorded > closed and counts(entry) > before.get(entry.root, 0):
            yield entry, recorded


def _asks(entry: Entry) -> bool:
    """Return whether an initial review asks to tell, find, remove or contact somebody."""
    form = entry.form
    return isinstance(form, InitialReview) and YES in (
        form.refer,
        form.more,
        form.remove,
        form.elsewhere,
    )


def _events(entry: Entry) -> int:
    """Return how many times it happened, by an entry that is within the guidance."""
    return times_told(entry.form) if within_guidance(entry.form) else 0


def _about(entry: Entry) -> int:
    """Return how many copies are, or may be, there by an entry, whichever form said so."""
    match entry.form:
        case CopyChanged(state=state):
            return state in AT_LARGE
        case RemovalReply(reply=reply):
            return reply in (RequestReply.REFUSED, RequestReply.CAME_BACK)
        case _:
            return sum(map(may_spread, noted_in(entry)))
