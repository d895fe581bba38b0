"""Answers with their source and day: what was said on another day stands in the past."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

import msgspec

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.standing import WHOLE_CASE, Standing
from app.domain.forms.extortion import DemandsRecorded
from app.domain.forms.review import InitialReview
from app.domain.kit.answers import PersonRef
from app.domain.kit.facts import Fact
from app.domain.kit.moments import day_of, write_time
from app.domain.kit.record import EntryId
from app.papers.case_words import NOT_RECORDED, CaseWords, Told
from app.papers.rows import Labels, Row, happened
from app.typesetting.content import Content, Part
from app.typesetting.text import Quiet, Then, Words


def as_of(told: Told | None, today: date) -> Words:
    """Return an answer as it may stand in a letter of today, `NOT_RECORDED` without one.

    One of another day has before it when and where it was said: `When reported, 19 Nov 2026,
    09:10: …`. Here and below `today` is a day in London.
    """
    if told is None:
        return NOT_RECORDED
    as_it_is = told.now is None and _is_of(told.entry, today)
    return told.answer if as_it_is else said_then(told, today)


def dated(told: Told, today: date) -> Words:
    """Return an answer, as of its day if what it says was so on that day alone."""
    return as_of(told, today) if told.question.passing else told.answer


def asked_then(words: CaseWords, entry: Entry | None, labels: Labels, today: date) -> Iterator[Row]:
    """Yield answers of one entry under the paper’s labels, each passing one with its day.

    So is each that stands from an entry before this one.
    """
    for question, label in labels.items():
        told = words.told_of(entry, question)
        if told is None:
            yield label, (words.answer(entry, question),)
        else:
            yield label, (dated(told, today) if told.entry is entry else as_of(told, today),)


def said_then(told: Told, today: date, answer: str = "") -> tuple[str, ...]:
    """Return when and where an answer was said, and the answer; and how that is now, if known.

    `answer` takes the place of its own words. If the last of it is of another day, it may no longer
    be so, and the words before it are a `Then`.
    """
    of = (told.entry.root, told.question.name)
    answer = answer or told.answer
    if told.now is None:
        return (_lead(told, today, of), answer)
    return (Quiet(_when(told)), answer, "\n", _lead(told.now, today, of), told.now.answer)


def _lead(told: Told, today: date, of: tuple[EntryId, str]) -> Quiet:
    return Quiet(_when(told)) if _is_of(told.entry, today) else Then(_when(told), of)


def _when(told: Told) -> str:
    return f"{told.then or told.entry.form.then}, {write_time(happened(told.entry))}: "


class Stale(NamedTuple):
    """A line of a paper that may no longer be so: which answer it is, its day, and its words."""

    of: tuple[EntryId, str]
    lead: str
    words: str


def stale_in(content: Content) -> tuple[Stale, ...]:
    """Return every answer of another day in a paper, each once, in the order of the paper."""
    found: dict[tuple[EntryId, str], Stale] = {}
    for line in (*_tuples(content.callout), *_tuples(content.parts)):
        for lead, words in pairwise(line):
            if isinstance(lead, Then):
                found.setdefault(lead.of, Stale(lead.of, lead.rstrip(": "), words))
    return tuple(found.values())


def _tuples(part: object) -> Iterator[tuple[Any, ...]]:
    """Yield every tuple in a part of a paper, however deep, in the order of the page."""
    inside: tuple[Any, ...] = ()
    if isinstance(part, tuple):
        yield part
        inside = part
    elif isinstance(part, Part):
        inside = msgspec.structs.astuple(part)
    for one in inside:
        yield from _tuples(one)


def tonight(words: CaseWords, demands: Entry, today: date) -> Iterator[Row]:
    """Yield who was with a learner when demands were taken down, once it is no longer the newest.

    It tells of thoughts of self-harm too. The newest stands where a paper says how safe they are.
    """
    told = words.told_of(demands, DemandsRecorded.tonight)
    stands = words.stands(Fact.WHEREABOUTS)
    newest = (stands.entry.root, stands.question.name) if stands else ()
    if told and newest != (demands.root, told.question.name):
        yield "Who was with them", (as_of(told, today),)


def is_fresh(opened: Entry | None, today: date) -> bool:
    """Return whether a referral was begun today or yesterday: why it was is why now."""
    return not opened or today - day_of(opened.sealed.recorded) <= timedelta(days=1)


def _is_of(entry: Entry, today: date) -> bool:
    return day_of(happened(entry).at) == today


def risk_now(words: CaseWords, today: date, *, today_only: bool = False) -> tuple[str, ...]:
    """Return the runs of a text on what was said last about danger, and where the learners are.

    A line each with its day, the newest first, and any yes among them. With `today_only` where they
    were on another day is left out.
    """
    stands = words.case.stands
    danger = stands.now(Fact.DANGER)
    if not any(one.said.yes for one in danger):
        danger = (*[one for one in stands.history(Fact.DANGER) if one.said.yes][:1], *danger)
    danger = tuple(one for one in danger if not _asked_of_each_since(words.case, one, danger))
    where = stands.now(Fact.WHEREABOUTS)
    if today_only:
        where = tuple(one for one in where if day_of(one.true_at) == today)
    where = tuple(one for one in where if one.said.about != WHOLE_CASE) or where
    lines = (
        *(_danger(words, one, today, newest=one is danger[-1]) for one in reversed(danger)),
        *(_whereabouts(words, one, today, named=len(where) > 1) for one in where),
    )
    runs = [run for line in filter(None, lines) for run in ("\n", *line)]
    return tuple(runs[1:]) or ("Nothing is recorded yet of danger, or of where they are.",)


def _asked_of_each_since(case: Case, one: Standing, danger: tuple[Standing, ...]) -> bool:
    """Return whether an answer on the whole case, not a yes, was given of each harmed child since.

    Then nobody needs to hear that it was not known, or no, before they were asked.
    """
    if one.said.about != WHOLE_CASE or one.said.yes:
        return False
    since = {other.said.about for other in danger if other.true_at > one.true_at}
    harmed = {key for key, known in case.people.items() if known.harmed}
    return bool(harmed) and harmed <= since


def danger_to(words: CaseWords, today: date, *about: PersonRef) -> tuple[str, ...]:
    """Return the runs of what was answered last about danger to these people.

    Without a yes among it, the last yes before it stands first. Empty if nobody has answered.
    """
    history = words.case.stands.history(Fact.DANGER, *about)
    newest, yes = history[:1], [one for one in history if one.said.yes][:1]
    said = newest if yes and newest == (yes[0],) else (*yes, *newest)
    lines = (_danger(words, one, today, newest=one in newest, named=False) for one in said)
    runs = [run for line in filter(None, lines) for run in ("\n", *line)]
    return tuple(runs[1:])


def _danger(
    words: CaseWords, one: Standing, today: date, *, newest: bool, named: bool = True
) -> tuple[str, ...] | None:
    """Return an answer about danger. The reason for a no is left out once more is known."""
    told = words.told_by(one)
    if not told:
        return None
    about = words.case.people.get(one.said.about) if named else None
    whom = f", about {words.called(about.person)}" if about else ""
    reason = ""
    if isinstance(told.entry.form, InitialReview) and (newest or one.said.yes is not False):
        reason = f" {words.answer(told.entry, InitialReview.risk_now_why)}"
    return said_then(told, today, f"{told.answer}{whom}.{reason}")


def _whereabouts(
    words: CaseWords, one: Standing, today: date, *, named: bool
) -> tuple[str, ...] | None:
    told = words.told_by(one)
    if not told:
        return None
    about = words.case.people.get(one.said.about) if named else None
    whom = f"{words.called(about.person)}: " if about else ""
    return said_then(told, today, f"{whom}{told.answer}")
