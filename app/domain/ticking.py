"""Which clocks are running in a case, and which were settled when: read from its entries alone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

import msgspec

from app.domain.item import Item, holding
from app.domain.record import EntryId
from app.domain.track import TRACKS, Track


class Ticking(msgspec.Struct, frozen=True):
    """One clock of one case. `began` and `settled` are UTC; `day` is the day it names itself."""

    track: Track
    subject: str
    began: datetime
    settled: datetime | None = None
    day: date | None = None

    @property
    def key(self) -> str:
        """What tells this clock from the others of its case."""
        return f"{self.track.name}:{self.subject}"


class _Read(msgspec.Struct, frozen=True):
    """The entries that hold today, and when the first word of each was recorded (UTC)."""

    current: tuple[Item, ...]
    recorded: Mapping[EntryId, datetime]

    def moment_of(self, item: Item) -> datetime:
        """Give when what an entry tells of happened, else when it was first recorded."""
        return item.sealed.happened.at if item.sealed.happened else self.recorded[item.root]


def ticking(items: Sequence[Item]) -> tuple[Ticking, ...]:
    """Give every clock that was ever started by these entries, in the order of the table.

    A correction changes what an entry says; it does not start its clock anew.
    """
    first = {item.root: item.sealed.recorded for item in reversed(items)}
    read = _Read(holding(items), first)
    found: dict[str, Ticking] = {}
    for track in TRACKS:
        for clock in _of(track, read):
            before = f"{track.then}:{clock.subject}"
            if track.then and (before not in found or not found[before].settled):
                continue
            found.setdefault(clock.key, clock)
    return tuple(found.values())


def _of(track: Track, read: _Read) -> Iterator[Ticking]:
    for place, item in enumerate(read.current):
        if track.begins_with(item):
            began = track.began(item) or read.recorded[item.root]
            settled = _settled(track, read, place, began + timedelta(days=track.from_day))
            yield Ticking(track, track.subject(item), began, settled, track.day(item))


def _settled(track: Track, read: _Read, place: int, earliest: datetime) -> datetime | None:
    """Give when the clock that the entry at `place` started was settled (UTC), if it was."""
    start = read.current[place]
    if track.itself:
        return read.recorded[start.root]
    for item in read.current if track.about else read.current[place + 1 :]:
        if item is start or not track.ends_with(item.form):
            continue
        same = not track.about or _about(track, item) == track.subject(start)
        if same and not (track.from_day and read.moment_of(item) < earliest):
            return read.moment_of(item)
    return None


def _about(track: Track, item: Item) -> str:
    return str(getattr(item.form, track.about, None) or "")
