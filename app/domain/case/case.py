"""A Case, built from its entries: the one reading that screens, clocks and paper share."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from app.domain import forms
from app.domain.case.bodies import BodyReferral, Referral, body_referrals_of, referrals_of
from app.domain.case.clock_rules import noun_of
from app.domain.case.contacts import Reached, contacts_of
from app.domain.case.copies import Copy, copies_of, written
from app.domain.case.duty import Duty
from app.domain.case.entry import Entry, entries_that_hold
from app.domain.case.merging import Same, as_one, same_people
from app.domain.case.people import PersonInCase, people_in
from app.domain.case.requests import Request, requests_of
from app.domain.case.reviews import actions_of, days_in, people_named
from app.domain.case.signs import SaidYes, SignState, same_child, signs_of, yeses_in
from app.domain.case.standing import WhatStands, standing_of
from app.domain.forms.any_time import ClockMissed, Note
from app.domain.forms.close import OPENS_AGAIN, CaseClosed
from app.domain.forms.concern import ConcernReceived, Scope
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import DeletionDecided
from app.domain.forms.device import DeviceSearched, DeviceTaken
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.answers import Choice
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Form
from app.domain.kit.keys import read_key
from app.domain.kit.moments import write_day, write_time
from app.domain.kit.record import CaseId, EntryId, SealedEntry
from app.domain.kit.registry import UnreadEntry
from app.domain.kit.stage import Sign


def _device(form: Form, _people: Mapping[str, str]) -> str:
    assert isinstance(form, DeviceTaken)
    return f"{form.device}, seal {form.seal}"


def _search(form: Form, _people: Mapping[str, str]) -> str:
    assert isinstance(form, DeviceSearched)
    return f"Search of {write_time(form.searched_at)}, {form.place}"


def _deletion(form: Form, people: Mapping[str, str]) -> str:
    assert isinstance(form, DeletionDecided)
    by = f"by {write_day(form.delete_by)}" if form.delete_by else ""
    return _in_brackets(form.what, people.get(form.learner or "", ""), by)


def _in_brackets(words: str, *more: str) -> str:
    known = ", ".join(filter(None, more))
    return f"{words} ({known})" if known else words


_WRITTEN: dict[type[Form], Callable[[Form, Mapping[str, str]], str]] = {
    DeviceTaken: _device,
    DeviceSearched: _search,
    DeletionDecided: _deletion,
}


def _body_names(
    referrals: Iterable[BodyReferral], people: Mapping[str, str]
) -> Iterator[tuple[EntryId, str]]:
    """Yield the name of the body of each referral; of two to one body, with whom each is about."""
    opened = {one.id: one.opened for one in referrals}
    times = Counter(one.name for one in opened.values())
    for key, one in opened.items():
        whom = people.get(one.about or "", "") if times[one.name] > 1 else ""
        yield key, _in_brackets(one.name, whom)


def _reference_names(
    items: Iterable[Entry], people: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield the id and the words of every entry and day that an answer can point to.

    Each says whom it is about, by `people`: there may be the like of somebody else.
    """
    for entry in items:
        write = _WRITTEN.get(type(entry.form))
        if write:
            yield entry.root, write(entry.form, people)
        for day in days_in(entry):
            whom = people_named(type(entry.form), answers_of(entry.form))[:1]
            yield day.key.write(), _in_brackets(day.what, *(people.get(one, "") for one in whom))


def _clock_names(items: Iterable[Entry], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the key and the words of each clock that an entry speaks of, with whom it is about."""
    for entry in items:
        if (which := _key_in(entry.form)) and (noun := noun_of(key := read_key(which))):
            yield which, _in_brackets(noun, *(names.get(one, "") for one in key.ids))


def _key_in(form: Form) -> str | None:
    """Return the key of what an entry says has become of it, whether or not it is still owed."""
    match form:
        case ClockMissed():
            return form.which
        case Note():
            return form.settles
        case _:
            return None


FormT = TypeVar("FormT", bound=Form)
TURNS = (CaseClosed, *OPENS_AGAIN)
"""The entries that close a case or open it again. No other entry does either."""


class State(Choice):
    """Where a case is as a whole."""

    OPEN = "open", "Open"
    LEFT = "left", "Not in scope, recorded"
    CLOSED = "closed", "Closed"


@dataclass(frozen=True)
class Entries:
    """The entries of one case: `entries` as sealed (oldest first, at least one), and as they hold.

    `duty` is the duty to report while it is in force in this casebook; None while it is off.
    """

    entries: tuple[Entry, ...]
    duty: Duty | None = None

    @property
    def id(self) -> CaseId:
        """The id of the case, never shown."""
        return self.entries[0].sealed.case

    @property
    def number(self) -> str:
        """The number that people use, such as 2026-0042."""
        return self.entries[0].sealed.number

    @property
    def opened(self) -> datetime:
        """When the first entry was recorded (UTC)."""
        return self.entries[0].sealed.recorded

    @cached_property
    def _held(self) -> tuple[Entry, ...]:
        return entries_that_hold(self.entries)

    @cached_property
    def same(self) -> Same:
        """Who is read as whom, where two records turned out to be one person."""
        return same_people(self._held)

    @cached_property
    def current(self) -> tuple[Entry, ...]:
        """The entries that hold today: a correction takes the place of the entry it corrects.

        Joined records of one person are read as one; `entries` still has what was written.
        """
        return as_one(self._held, self.same)

    def all_of(self, form: type[FormT]) -> tuple[FormT, ...]:
        """Return the current entries of one form, oldest first."""
        return tuple(entry.form for entry in self.current if isinstance(entry.form, form))

    def latest(self, form: type[FormT]) -> FormT | None:
        """Return the newest current entry of one form; None if there is none."""
        return next(reversed(self.all_of(form)), None)

    def entry(self, which: EntryId) -> Entry:
        """Return one entry by its id. Raises KeyError when the case has no such entry."""
        return {entry.sealed.id: entry for entry in self.entries}[which]


@dataclass(frozen=True)
class Case(Entries):
    """A case with everything that is derived from its entries."""

    @cached_property
    def people(self) -> Mapping[str, PersonInCase]:
        """Everyone named in the case, by person id, in the order they were named."""
        return people_in(self._held, self.entries)

    @cached_property
    def signs(self) -> Mapping[Sign, SignState]:
        """What is known of each sign. No sign is missing."""
        return signs_of(self.current)

    @cached_property
    def yeses(self) -> tuple[SaidYes, ...]:
        """Each yes to each sign, in the order of the record, with the child it is about."""
        return yeses_in(self.entries, self.current, self.people)

    @cached_property
    def stands(self) -> WhatStands:
        """What stands: each fact, and whom it is about, with its newest answer."""
        return standing_of(self.current)

    @cached_property
    def referrals(self) -> tuple[Referral, ...]:
        """Each referral to children's social care, oldest first."""
        return referrals_of(self.current)

    @cached_property
    def body_referrals(self) -> tuple[BodyReferral, ...]:
        """Each referral to the police or another body, oldest first."""
        return body_referrals_of(self.current)

    @cached_property
    def contacts(self) -> Mapping[EntryId, Reached]:
        """Each contact in which a body outside the college was reached, or answered."""
        return contacts_of(self.current)

    @cached_property
    def copies(self) -> Mapping[str, Copy]:
        """The ledger: each known or likely copy by its key, in the order they were noted."""
        return copies_of(self.current)

    @cached_property
    def requests(self) -> Mapping[EntryId, Request]:
        """Each request for removal by its id, oldest first."""
        return requests_of(self.current)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """How each person, referral, agreed action, copy and request is written, by id."""
        people = {key: known.person.name for key, known in self.people.items()}
        referrals = {
            referral.id: f"{people.get(referral.opened.child, 'Not known')}, {referral.opened.team}"
            for referral in self.referrals
        }
        referrals |= dict(_body_names(self.body_referrals, people))
        referrals |= {key: contact.words for key, contact in self.contacts.items()}
        due = {key.write(): action.what for key, action in actions_of(self.current)}
        people |= {other: people[keep] for other, keep in self.same.items() if keep in people}
        kept = {key: written(copy.row, people) for key, copy in self.copies.items()}
        kept |= {key: request.words for key, request in self.requests.items()}
        named = people | referrals | due | kept | dict(_reference_names(self.current, people))
        return named | dict(_clock_names(self.current, named))

    @property
    def state(self) -> State:
        """Where the case is. It leaves the open list, and is kept, if each concern is outside.

        Imagery that is about again is within the guidance.
        """
        events = [form for form in map(_form, self.current) if form.is_event]
        if events and not any(map(within_guidance, events)):
            return State.LEFT
        turns = [form for form in map(_form, self.current) if isinstance(form, TURNS)]
        return State.CLOSED if turns and isinstance(turns[-1], CaseClosed) else State.OPEN

    @cached_property
    def derived(self) -> dict[tuple[object, ...], tuple[Any, ...]]:
        """What was derived `once_a_case`, each with what it was derived by."""
        return {}


def _form(entry: Entry) -> Form:
    return entry.form


def within_guidance(event: Form) -> bool:
    """Return whether what the college was told is within the guidance; what came again is."""
    return not isinstance(event, ConcernReceived) or event.scope is not Scope.NO_IMAGERY


Given = ParamSpec("Given")
Derived = TypeVar("Derived")


def once_a_case(
    derive: Callable[Concatenate[Case, Given], Derived],
) -> Callable[Concatenate[Case, Given], Derived]:
    """Derive something from a case once for the same things given, however many views ask for it.

    A case never changes, and what is given must not either: limits, for one.
    """

    @wraps(derive)
    def derived(case: Case, /, *given: Given.args, **named: Given.kwargs) -> Derived:
        key = (derive, *map(id, given), *((name, id(one)) for name, one in named.items()))
        if key not in case.derived:  # what was given is kept, so that nothing else gets its id
            case.derived[key] = (derive(case, *given, **named), given, named)
        found: Derived = case.derived[key][0]
        return found

    return derived


def fold_case(entries: Sequence[SealedEntry], duty: Duty | None = None) -> Case:
    """Read sealed entries (oldest first) as a Case, with the duty to report where it is in force.

    An entry that cannot be read becomes an `UnreadEntry`. It replaces nothing: what it may correct
    still counts. A correction of a missing entry counts as an entry of its own.
    """
    read: dict[EntryId, Entry] = {}
    for sealed in entries:
        written, today = forms.REGISTRY.read(sealed)
        unread = isinstance(today, UnreadEntry)
        first = read.get(sealed.corrects) if sealed.corrects and not unread else None
        root, since = (first.root, first.first) if first else (sealed.id, sealed.recorded)
        read[sealed.id] = Entry(sealed, today, root, since, written)
    return Case(tuple(read.values()), duty)


def documents_of(case: Case) -> tuple[DocumentIssued, ...]:
    """Return the documents issued from a case, oldest first."""
    return case.all_of(DocumentIssued)


def decision_stands(case: Case) -> bool:
    """Return whether the newest decision still holds: no sign was answered yes after it."""
    return case.latest(DecisionMade) is not None and not yes_since(case, DecisionMade)


def yes_since(case: Case, form: type[Form]) -> tuple[SaidYes, ...]:
    """Return each yes said only after the newest entry of this form; none without such an entry.

    A yes about one child says nothing of another: each child and sign is named once. Correcting
    that entry looks at the signs again; correcting an older one does not.
    """
    newest = next((entry for entry in reversed(case.current) if isinstance(entry.form, form)), None)
    if newest is None:
        return ()
    ids = [entry.sealed.id for entry in case.entries]
    before = case.entries[: ids.index(newest.sealed.id) + 1]
    held = as_one(entries_that_hold(before), case.same)
    known, found = list(yeses_in(before, held, case.people)), list[SaidYes]()
    for yes in case.yeses:
        if not any(one.sign is yes.sign and same_child(one.about, yes.about) for one in known):
            found.append(yes)
            known.append(yes)
    return tuple(found)


def correction_of(case: Case, entry: EntryId) -> Entry | None:
    """Return the entry that corrects this one; None if there is none."""
    return next((item for item in case.entries if item.sealed.corrects == entry), None)


def closing_place(case: Case) -> int | None:
    """Return the place, among the entries that hold, of what closed a case; None if it is open."""
    if case.state is not State.CLOSED:
        return None
    return max(at for at, entry in enumerate(case.current) if isinstance(entry.form, CaseClosed))
