"""What is owed about the imagery: copies, devices in custody, how it came to be seen."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.domain import names
from app.domain.case.ages import tells_of_a_time
from app.domain.case.case import Case, within_guidance
from app.domain.case.copies import Copy
from app.domain.case.custody import gaps
from app.domain.case.entry import Entry
from app.domain.case.imagery import AT_LARGE, devices_held, may_spread, viewings_to_record
from app.domain.forms.close import Resurfaced
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.copies import CopiesFound, CopyChanged
from app.domain.forms.device import DeviceMoved, DeviceTaken
from app.domain.forms.extortion import DemandsRecorded
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.viewing import ViewingRecorded
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.form import name_of
from app.domain.kit.keys import DueKey, DueKind, read_key
from app.domain.kit.moments import day_of
from app.domain.kit.record import EntryId
from app.domain.kit.wording import lower
from app.domain.owed.row import YES, Owed, Weight, by_limit
from app.domain.rules.holds import to_hand_over
from app.domain.rules.time_limits import TimeLimits, due_after, end_of, on_the_day


def copies(case: Case, limits: TimeLimits) -> Iterator[Owed]:
    """Yield each copy that somebody may still pass on, and looking for copies at all."""
    for key, copy in case.copies.items():
        if may_spread(copy):
            after = _asked(case, limits, copy) or by_limit(limits, "copy", copy.changed)
            yield Owed(
                key=read_key(key),
                what=f"Find out what became of a copy ({lower(copy.state.label)})",
                because=case.names[key],
                since=copy.since,
                due=end_of(copy.next_check) if copy.next_check else after,
                form=CopyChanged,
                about=(copy.row.person,) if copy.row.person else (),
                aside=True,
            )
    since = _spread_again(case) or (None if case.copies else _spread(case))
    if since:
        entry, at, because = since
        yield Owed(
            key=DueKey(DueKind.COPIES, entry),
            what="Find out where copies are, without looking at any",
            because=because,
            since=at,
            due=by_limit(limits, "copy", at),
            form=CopiesFound,
            weight=Weight.STEP,
            aside=True,
        )


def _asked(case: Case, limits: TimeLimits, copy: Copy) -> datetime | None:
    """Return when to look at a copy again for whose removal somebody waits: with its request."""
    asked = [case.requests[one] for one in copy.requests if one in case.requests]
    if not any(one.waiting for one in asked):
        return None
    return max(
        (
            due_after(one.opened.sent_at.at, limit, limits)
            for one in asked
            if (limit := limits.limit(one.clock))
        ),
        default=None,
    )


_COPIES = name_of(CopiesFound.copies)
"""The name under which every form that can add copies asks for them."""


_Spread = tuple[str, datetime, str]
"""The entry that says it spread, when (UTC), and why copies are looked for."""


def _spread(case: Case) -> _Spread | None:
    """Return the entry that says it went further, while the ledger is empty; else the concern."""
    further = max(_went_further(case), key=lambda one: one.at, default=None)
    if further:
        return further.root, further.at, f"It went further: {further.form.title}"
    if not case.all_of(ConcernReceived):
        return None
    because = "The guidance: who has seen or shared it, and how to stop it"
    return case.current[0].root, case.opened, because


def _went_further(case: Case) -> Iterator[Entry]:
    """Yield each entry whose yes stands: a later no takes it back, “not known” or no answer not."""
    spread = [one for one in case.stands.history(Fact.SPREAD) if one.said.yes is not None]
    if spread and spread[0].said.yes:
        yield spread[0].entry
    assessed = [one for one in case.current if isinstance(one.form, RiskAssessed)]
    for name in map(name_of, (RiskAssessed.several, RiskAssessed.online)):
        said = [one for one in assessed if getattr(one.form, name) in _YES_OR_NO]
        yield from (one for one in said[-1:] if getattr(one.form, name) is YES)


_YES_OR_NO = (YES, YesNoUnknown.NO)


def _spread_again(case: Case) -> _Spread | None:
    """Return the entry that says it was shared again, with too little said of copies since.

    A copy that is there answers where they are; that one is gone does so once each is looked at.
    """
    found: _Spread | None = None
    said_on, looked_at = case.opened, set[str]()
    again = case.stands.yes_in(Fact.AGAIN)
    for entry in case.current:
        form = entry.form
        if again_because := _again_because(case, entry, said_on, again):
            found, looked_at = (entry.root, entry.at, again_because), set()
        if isinstance(form, CopyChanged):
            said_on = entry.at
            looked_at.add(form.copy)
            if form.state in AT_LARGE or looked_at >= case.copies.keys():
                found = None
        elif getattr(form, _COPIES, None):
            found, said_on = None, entry.at
    return found


def _again_because(
    case: Case, entry: Entry, said_on: datetime, again: frozenset[EntryId]
) -> str | None:
    """Return why copies are looked for again after an entry; None where it tells of nothing new.

    New is a further concern, and a further time since copies were spoken of, or the case began.
    """
    form = entry.form
    carried_out = isinstance(form, DemandsRecorded) and form.carried_out is YES
    if carried_out or entry.root in again or isinstance(form, Resurfaced):
        return "It is said to have been shared again"
    if entry is case.current[0] or not within_guidance(form):
        return None
    since = max(day_of(case.opened) + timedelta(days=1), day_of(said_on))
    return _HAPPENED if form.is_event or tells_of_a_time(form, since) else None


_HAPPENED = "It is said to have happened again"


def devices(case: Case, limits: TimeLimits) -> Iterator[Owed]:
    """Yield each device in custody: it goes to the police, or back."""
    waiting = {one.entry.root for one in to_hand_over(case)}
    for entry in devices_held(case):
        device = entry.form
        if entry.root in waiting:
            continue
        assert isinstance(device, DeviceTaken)
        yield Owed(
            key=DueKey(DueKind.CUSTODY, entry.root),
            what="Device in custody: hand it to the police, or give it back",
            because=device.device,
            since=entry.at,
            due=by_limit(limits, "custody", entry.at),
            form=DeviceMoved,
            about=(device.owner,) if device.owner else (),
            aside=True,
        )


def hands(case: Case) -> Iterator[Owed]:
    """Yield each hand of which the record does not say how a device in custody came to it."""
    for entry in case.current:
        for gap in gaps(case, entry.root) if isinstance(entry.form, DeviceTaken) else ():
            yield Owed(
                key=DueKey(DueKind.HANDS, gap.after.entry),
                what="Ask both how the device came from hand to hand, and record it",
                because=f"{case.names[entry.root]}: {gap.before.name} to {gap.after.name}",
                since=gap.after.at,
                due=on_the_day(gap.after.at),
                form=DeviceMoved,
                aside=True,
            )


def to_a_constable(case: Case) -> Iterator[Owed]:
    """Yield what a search found that goes to a constable as soon as reasonably practicable.

    Source: SI 2012/1925, regulations 3 and 4.
    """
    for one in to_hand_over(case):
        yield Owed(
            key=DueKey(DueKind.HAND_OVER, one.entry.root),
            what="Hand what the search found to a constable, as soon as you can",
            because=one.words,
            since=one.since,
            due=on_the_day(one.since),
            form=DeviceMoved,
            weight=Weight.DANGER,
        )


def seen(case: Case) -> Iterator[Owed]:
    """Yield the entry on how the imagery came to be seen, for each who answers that they saw it."""
    for who, asked in viewings_to_record(case):
        yield Owed(
            key=DueKey(DueKind.VIEWING, names.key(who.name)),
            what="Record how the imagery came to be seen",
            because=f"{who.name} answered that they have seen it",
            since=asked.sealed.recorded,
            due=asked.sealed.recorded,
            form=ViewingRecorded,
            weight=Weight.STEP,
        )
