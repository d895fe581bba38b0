"""What stands: each fact and whom it is about, with its newest answer and what that replaced.

An answer states a fact where its question says so (`Ask(fact=…)`). Newest is what was true last;
of two answers true at one time, the one recorded last.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import msgspec

from app.domain.case.entry import Entry
from app.domain.case.reviews import people_named
from app.domain.forms.any_time import Holds, WhichHolds
from app.domain.kit.answers import Answer, AnswerKind, PersonRef, Who, YesNoUnknown
from app.domain.kit.checks import is_empty
from app.domain.kit.facts import Fact
from app.domain.kit.filled import answers_of, answers_to_edit
from app.domain.kit.form import Answers, Form, FormType, Question, questions_of
from app.domain.kit.record import Author, EntryId

WHOLE_CASE = ""
"""Whom an answer is about that names nobody: everybody in the case."""


class Said(msgspec.Struct, frozen=True):
    """One fact as an answer states it: about whom, and towards whom where it is between two."""

    fact: Fact
    about: PersonRef
    towards: PersonRef
    question: Question
    answer: Answer

    @property
    def key(self) -> "Key":
        """What a newer answer must be about to take its place."""
        return (self.fact, self.about, self.towards)

    @property
    def yes(self) -> bool | None:
        """Whether it says yes or no; None for neither. Words on what was told are a yes."""
        if isinstance(self.answer, YesNoUnknown):
            return {YesNoUnknown.YES: True, YesNoUnknown.NO: False}.get(self.answer)
        return True if self.fact is Fact.TOLD else None


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The answer that stands on a fact: when it was true and when recorded (UTC), by whom, where.

    `recorded` is when its entry was first recorded; a correction does not make it later. `replaced`
    is the answer that stood before, in the order of when they were true. `holds` is whether nobody
    said that another answer holds in its place.
    """

    said: Said
    true_at: datetime
    recorded: datetime
    by: Author
    entry: Entry
    replaced: "Standing | None" = None
    holds: bool = True

    @property
    def answer(self) -> Answer:
        """The answer itself."""
        return self.said.answer

    @property
    def newest_first(self) -> "Iterator[Standing]":
        """It, and every answer it replaced."""
        one: Standing | None = self
        while one:
            yield one
            one = one.replaced


Key = tuple[Fact, PersonRef, PersonRef]
Forms = Mapping[EntryId, Form]
Table = Mapping[Key, Standing]


class WhatStands:
    """The table of a case. Everything that needs a fact reads it here."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def of(self, fact: Fact, *about: PersonRef) -> tuple[Standing, ...]:
        """Return what stands on a fact about each of these people, what was true last at the end.

        `WHOLE_CASE` stands for what names nobody. Without anybody it is returned about everybody.
        """
        found = [
            one
            for (of, whom, _), one in self.table.items()
            if of is fact and whom in (about or {whom}) and one.holds
        ]
        return tuple(sorted(found, key=_newness))

    def newest(self, fact: Fact, *about: PersonRef) -> Standing | None:
        """Return the newest of what stands on a fact about these people; None if nothing does."""
        return next(reversed(self.of(fact, *about)), None)

    def says_yes(self, fact: Fact, about: PersonRef) -> bool:
        """Return whether the newest answer on a fact about somebody is a yes."""
        one = self.newest(fact, about)
        return one is not None and one.said.yes is True

    def now(self, fact: Fact) -> tuple[Standing, ...]:
        """Return what stands on a fact since the newest answer that names nobody, oldest first."""
        found = self.of(fact)
        whole = [at for at, one in enumerate(found) if one.said.about == WHOLE_CASE]
        return found[whole[-1] :] if whole else found

    def yes_in(self, fact: Fact) -> frozenset[EntryId]:
        """Return the entries that say yes to a fact, whatever was answered since, by root."""
        return frozenset(one.entry.root for one in self.history(fact) if one.said.yes)

    def between(self, fact: Fact, about: PersonRef, towards: PersonRef) -> Standing | None:
        """Return what stands on a fact between two people, such as a parent and one child."""
        one = self.table.get((fact, about, towards))
        return one if one and one.holds else None

    def history(self, fact: Fact, *about: PersonRef) -> tuple[Standing, ...]:
        """Return every answer on a fact about these people that holds, newest first."""
        found = [
            one for stands in self.of(fact, *about) for one in stands.newest_first if one.holds
        ]
        return tuple(sorted(found, key=_newness, reverse=True))


def _newness(one: Standing) -> tuple[datetime, datetime]:
    return (one.true_at, one.recorded)


def standing_of(items: Iterable[Entry]) -> WhatStands:
    """Return what stands after these entries, given in order and each as it holds today."""
    items = tuple(items)
    forms = {entry.root: entry.form for entry in items}
    given: dict[Key, list[Standing]] = {}
    for entry in items:
        for said in said_in(type(entry.form), answers_to_edit(entry.form), forms):
            one = Standing(
                said=said,
                true_at=entry.at,
                recorded=entry.first,
                by=entry.sealed.author,
                entry=entry,
            )
            given.setdefault(said.key, []).append(one)
    over, last = _overruled(items, given), _last_whole(items)
    kept = {key: _not_left_open(found, last) for key, found in given.items()}
    return WhatStands({key: _chained(found, over) for key, found in kept.items() if found})


_Answered = tuple[EntryId, Fact]
"""The answer of one entry on one fact."""


def _overruled(items: Iterable[Entry], given: Mapping[Key, list[Standing]]) -> set[_Answered]:
    """Return the answers of which it was said last that the other one holds, where it still is."""
    said = {(one.entry.root, fact) for (fact, *_), found in given.items() for one in found}
    newest: dict[frozenset[_Answered], tuple[_Answered, _Answered] | None] = {}
    for form in (entry.form for entry in items):
        if isinstance(form, WhichHolds) and form.fact and form.earlier:
            this, earlier = (form.this, form.fact), (form.earlier, form.fact)
            wrong = {Holds.THIS: (earlier, this), Holds.EARLIER: (this, earlier)}
            newest[frozenset((this, earlier))] = wrong.get(form.holds)
    return {wrong for wrong, right in filter(None, newest.values()) if right in said}


_Whole = tuple[type[Form], PersonRef]


def _whole(form: Form) -> _Whole | None:
    """Return of whom an entry says all that is known; None for a form that does not."""
    if not form.is_whole:
        return None
    whom, *_ = people_named(type(form), answers_of(form))
    return type(form), whom


def _last_whole(items: Iterable[Entry]) -> Mapping[_Whole, EntryId]:
    """Return the newest entry that says all that is known of somebody."""
    found = {key: entry for entry in items if (key := _whole(entry.form))}
    return {key: entry.root for key, entry in found.items()}


def _not_left_open(found: list[Standing], last: Mapping[_Whole, EntryId]) -> list[Standing]:
    """Leave out what an entry said of somebody once a newer one that says all leaves it open."""
    said_by = {one.entry.root for one in found}
    return [one for one in found if (key := _whole(one.entry.form)) is None or last[key] in said_by]


def _chained(found: list[Standing], over: set[_Answered]) -> Standing:
    """Return the newest of these answers, with each older one as what it replaced.

    An answer that was said not to hold stands before none, but is not forgotten.
    """
    marked = [
        msgspec.structs.replace(one, holds=(one.entry.root, one.said.fact) not in over)
        for one in found
    ]
    first, *later = sorted(marked, key=lambda one: (one.holds, *_newness(one)))
    for one in later:
        first = msgspec.structs.replace(one, replaced=first)
    return first


def said_in(form: FormType, answers: Answers, forms: Forms) -> tuple[Said, ...]:
    """Return the facts that answers to a form state, sealed or still being typed.

    Each row is a mapping of answers. `forms` are the entries that answers can point at, by root.
    """
    return tuple(_said((form, answers), (), forms))


_Asked = tuple[FormType, Answers]
"""A form or a row, and the answers to it."""


def _said(asked: _Asked, around: tuple[_Asked, ...], forms: Forms) -> Iterator[Said]:
    form, answers = asked
    for question in questions_of(form):
        answer = answers.get(question.name)
        if is_empty(answer) or not question.shown(answers):
            continue
        if question.row and isinstance(answer, tuple):
            for row in answer:
                assert isinstance(row, dict)
                yield from _said((question.row, row), (asked, *around), forms)
        elif fact := question.ask.fact:
            if around and next(_people(fact.of, (asked,), forms), None) == "":
                continue  # a row about somebody who is not named
            about = next(_people(fact.of, (asked, *around), forms), WHOLE_CASE)
            towards = _second(fact, about, (asked, *around), forms)
            yield Said(fact, about, towards, question, answer)


def _second(fact: Fact, about: PersonRef, asked: tuple[_Asked, ...], forms: Forms) -> PersonRef:
    people = _people(fact.towards, asked, forms) if fact.towards else iter(())
    return next((one for one in people if one != about), WHOLE_CASE)


def _people(who: Who, asked: tuple[_Asked, ...], forms: Forms) -> Iterator[PersonRef]:
    """Yield the people of a kind that these answers name, "" for one left open, nearest first.

    A step of a referral is about the child of that referral, and so is whatever points at an entry.
    """
    for form, answers in asked:
        for question in questions_of(form):
            answer = str(answers.get(question.name) or "")
            if question.kind is AnswerKind.PERSON and question.ask.who.kinds & who.kinds:
                yield answer
            elif question.kind is AnswerKind.ENTRY and answer in forms:
                behind = forms[answer]
                others = {root: one for root, one in forms.items() if root != answer}
                yield from _people(who, ((type(behind), answers_of(behind)),), others)
