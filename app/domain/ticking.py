"""Which clocks are running in a case, and which were settled when: read from its entries alone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

import msgspec

from app.domain.actions import missed_of
from app.domain.item import Item, holding
from app.domain.record import EntryId
from app.domain.stages.late import Missed
from app.domain.track import TRACKS, Track


class Ticking(msgspec.Struct, frozen=True):
    """One clock of one case. `began` and `settled` are UTC; `day` is the day it names itself.

    `missed` is what somebody said has become of it.
    """

    track: Track
    subject: str
    began: datetime
    settled: datetime | None = None
    day: date | None = None
    missed: Missed | None = None

    @property
    def key(self) -> str:
        """What tells this clock from the others of its case."""
        return key_of(self.track.name, self.subject)

    @property
    def over(self) -> bool:
        """True once it was settled, or somebody said that it is no longer needed."""
        return self.settled is not None or self.missed is Missed.NOT_NEEDED


def key_of(clock: str, subject: str) -> str:
    """Make the key of the clock of this name about a referral, a decision or an entry."""
    return f"{clock}:{subject}"


class _Read(msgspec.Struct, frozen=True):
    """The entries that hold today, and when the first word of each was recorded (UTC).

    `missed` is what was said of clocks, by key.
    """

    current: tuple[Item, ...]
    recorded: Mapping[EntryId, datetime]
    missed: Mapping[str, Missed]

    def moment_of(self, item: Item) -> datetime:
        """Give when what an entry tells of happened, else when it was first recorded."""
        return item.sealed.happened.at if item.sealed.happened else self.recorded[item.root]


def ticking(items: Sequence[Item]) -> tuple[Ticking, ...]:
    """Give every clock that was ever started by these entries, in the order of the table.

    A correction changes what an entry says; it does not start its clock anew.
    """
    first = {item.root: item.sealed.recorded for item in reversed(items)}
    current = holding(items)
    read = _Read(current, first, missed_of(current))
    found: dict[str, Ticking] = {}
    for track in TRACKS:
        for clock in _of(track, read):
            before = found.get(key_of(track.then, clock.subject))
            if not track.then or (before and before.over):
                found.setdefault(clock.key, clock)
    return tuple(found.values())


def _of(track: Track, read: _Read) -> Iterator[Ticking]:
    for place, item in enumerate(read.current):
        if track.begins_with(item):
            began = track.began(item) or read.recorded[item.root]
            settled = _settled(track, read, place, began + timedelta(days=track.from_day))
            subject = track.subject(item)
            missed = read.missed.get(key_of(track.name, subject))
            yield Ticking(track, subject, began, settled, track.day(item), missed)


def _settled(track: Track, read: _Read, place: int, earliest: datetime) -> datetime | None:
    """Give when the clock that the entry at `place` started was settled (UTC), if it was.

    The first step counts, in whatever order the steps were written down.
    """
    start = read.current[place]
    if track.itself:
        return read.recorded[start.root]
    others = read.current[place + 1 :]
    if track.about:
        about = track.subject(start)
        others += read.current[:place]
        others = tuple(item for item in others if track.subject(item) == about)
    moments = (read.moment_of(item) for item in others if track.ends_with(item.form))
    return min((at for at in moments if not track.from_day or at >= earliest), default=None)
