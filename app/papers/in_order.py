"""A case in the order of what happened: which entry first answered a sign yes, and its timeline."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from app.domain.case.ages import events_of
from app.domain.case.case import Case
from app.domain.case.signs import every_yes
from app.domain.kit.in_short import on_timeline
from app.domain.kit.moments import day_of, write_short_day
from app.domain.kit.record import EntryId
from app.domain.kit.stage import Sign
from app.domain.kit.tone import Tone
from app.papers.rows import as_it_happened
from app.typesetting.timeline import ACROSS, Bead, Timeline

_Dated = tuple[date, str, Tone]
SHORT = 2 * ACROSS
"""The most beads that a short timeline shows one by one."""


def first_yes(case: Case) -> Mapping[EntryId, list[Sign]]:
    """Return the signs that each entry was the first to answer yes, by the id of the entry."""
    seen: set[Sign] = set()
    found: dict[EntryId, list[Sign]] = {}
    for yes in every_yes(case.current):
        if yes.sign not in seen:
            seen.add(yes.sign)
            found.setdefault(yes.entry, []).append(yes.sign)
    return found


def timeline(case: Case) -> Timeline:
    """Return what happened and was done, day by day. What is alike on one day is one bead."""
    dated = sorted((*_events(case), *_done(case)), key=lambda one: one[0])
    return Timeline(
        tuple(
            Bead(write_short_day(day), words, tone)
            for day, of_day in groupby(dated, key=lambda one: one[0])
            for words, tone in _alike(of_day)
        )
    )


def timeline_by_day(case: Case) -> Timeline:
    """Return the timeline with one bead for each day, which says what came first."""
    whole = timeline(case)
    if len(whole.beads) <= SHORT:
        return whole
    days = groupby(whole.beads, key=lambda bead: bead.day)
    return Timeline(tuple(_of_day(day, tuple(beads)) for day, beads in days))


def _of_day(day: str, beads: tuple[Bead, ...]) -> Bead:
    first, more = beads[0].words, len(beads) - 1
    words = f"{first} and {more} more" if more > 1 else " · ".join(bead.words for bead in beads)
    red = any(bead.tone is Tone.RED for bead in beads)
    return Bead(day, words, Tone.RED if red else beads[0].tone)


def _events(case: Case) -> Iterator[_Dated]:
    days = sorted({event.day for event in events_of(case.current) if not event.told})
    for at, day in enumerate(days):
        yield day, "It happened again" if at else "It happened", Tone.AMBER


def _done(case: Case) -> Iterator[_Dated]:
    signs = first_yes(case)
    for entry in as_it_happened(case.current):
        if words := on_timeline(entry.form, case.names):
            tone = Tone.RED if entry.root in signs else Tone.NEUTRAL
            yield day_of(entry.at), words, tone


def _alike(of_day: Iterable[_Dated]) -> Iterable[tuple[str, Tone]]:
    """Return the words of one day, each once, red if one of those alike is."""
    found: dict[str, Tone] = {}
    for _, words, tone in of_day:
        found[words] = tone if tone is Tone.RED else found.get(words, tone)
    return found.items()
