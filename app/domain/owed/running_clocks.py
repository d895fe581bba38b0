"""The clocks that run in a case, and when each was settled: derived from its entries alone."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

import msgspec

from app.domain.case.case import Case
from app.domain.case.clock_rules import CLOCK_RULES, ClockRule, spoken_with
from app.domain.case.entry import Entry
from app.domain.case.people import PersonInCase
from app.domain.case.reviews import missed_of
from app.domain.forms.any_time import Missed
from app.domain.forms.conversation import ConversationNotHeld
from app.domain.kit.answers import PersonRef
from app.domain.kit.form import Form
from app.domain.kit.keys import DueKey, Key, renamed
from app.domain.owed.people import SEEN_AGAIN, involved_since, to_speak_with_again


class RunningClock(msgspec.Struct, frozen=True):
    """One clock of one case. `began` and `settled` are UTC; `day` is the day its entry names.

    `missed` is what somebody said of it. `learner` is the id of the learner it is about, where each
    learner has a clock of their own.
    """

    rule: ClockRule
    subject: str
    began: datetime
    settled: datetime | None = None
    day: date | None = None
    missed: Missed | None = None
    learner: str = ""

    @property
    def key(self) -> DueKey:
        """The key that no other clock of the case has."""
        return DueKey(self.rule.name, self.subject, self.learner)

    @property
    def over(self) -> bool:
        """Whether it was settled, or somebody said that it is no longer needed."""
        return self.settled is not None or self.missed is Missed.NOT_NEEDED


class _Read(msgspec.Struct, frozen=True):
    """The entries that hold today, as the clocks need them.

    `missed` is what was said of clocks, by key. `learners` are those to speak with again, `spoken`
    is whom each entry shows to have been seen to, by its place.
    """

    current: tuple[Entry, ...]
    missed: Mapping[Key, Missed]
    learners: tuple[PersonInCase, ...]
    spoken: tuple[frozenset[PersonRef], ...]


def running_clocks(case: Case) -> tuple[RunningClock, ...]:
    """Return every clock that was ever started in a case, in the order of the table.

    A correction changes what an entry says; it does not start its clock again.
    """
    spoken = tuple(_seen_to(entry.form) for entry in case.current)
    read = _Read(case.current, _missed(case), to_speak_with_again(case), spoken)
    found: dict[DueKey, RunningClock] = {}
    for rule in CLOCK_RULES:
        for clock in _of(rule, read):
            before = found.get(DueKey(rule.then or "", clock.subject, clock.learner))
            if not rule.then or (before and before.over):
                found.setdefault(clock.key, clock)
    return tuple(found.values())


def _seen_to(form: Form) -> frozenset[PersonRef]:
    """Return whom an entry shows spoken with, or not to be spoken with before a day that is set."""
    if isinstance(form, ConversationNotHeld) and form.review_on:
        return frozenset({form.learner})
    return spoken_with(form)


def _missed(case: Case) -> Mapping[Key, Missed]:
    """Return what was said of clocks, by key. What was said of a joined record counts too."""
    return {renamed(key, case.same): said for key, said in missed_of(case.current).items()}


def _of(rule: ClockRule, read: _Read) -> Iterator[RunningClock]:
    for place, entry in enumerate(read.current):
        if not rule.begins_with(entry):
            continue
        began, subject = rule.began(entry) or entry.first, rule.subject(entry)
        missed = read.missed.get(DueKey(rule.name, subject))
        clock = RunningClock(rule, subject, began, None, rule.day(entry), missed)
        if rule.each_learner and read.learners:
            yield from (_about(one, clock, read, place) for one in read.learners)
        else:
            settled = _settled(rule, _that_settle(rule, read, place), began)
            yield msgspec.structs.replace(clock, settled=settled)


def _about(one: PersonInCase, clock: RunningClock, read: _Read, place: int) -> RunningClock:
    """Return the clock of one learner. It begins once they are known to take part."""
    learner = one.person
    began = max(clock.began, involved_since(one, SEEN_AGAIN))
    theirs = (
        entry
        for at, entry in enumerate(read.current)
        if at > place and learner.id in read.spoken[at]
    )
    return msgspec.structs.replace(
        clock,
        began=began,
        settled=_settled(clock.rule, theirs, began),
        missed=read.missed.get(DueKey(clock.rule.name, clock.subject, learner.id), clock.missed),
        learner=learner.id,
    )


def _that_settle(rule: ClockRule, read: _Read, place: int) -> Iterator[Entry]:
    """Yield the entries that settle the clock which the entry at a place started."""
    start = read.current[place]
    if rule.itself:
        yield start
        return
    others = read.current[place + 1 :]
    if rule.about:
        about = rule.subject(start)
        others += read.current[:place]
        others = tuple(entry for entry in others if rule.subject(entry) == about)
    yield from (entry for entry in others if rule.ends_with(entry.form))


def _settled(rule: ClockRule, by: Iterable[Entry], began: datetime) -> datetime | None:
    """Return when the first of these entries settled a clock (UTC); None if none did.

    The earliest step counts, in whatever order the steps were recorded.
    """
    earliest = began + timedelta(days=rule.from_day)
    any_time = not (rule.from_day or rule.afterwards)
    moments = (entry.first if rule.itself else entry.at for entry in by)
    return min((at for at in moments if any_time or at >= earliest), default=None)
