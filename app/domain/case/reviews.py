"""Agreed actions and review days: what entries say is to be done on a later day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

import msgspec

from app.domain.case.entry import Entry
from app.domain.forms.any_time import ClockMissed, Missed, Note
from app.domain.forms.asked import AgreedAction
from app.domain.forms.parents import ParentContact
from app.domain.kit.answers import Answer, AnswerKind, YesNoUnknown
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Answers, Form, FormType, Question, name_of, questions_of
from app.domain.kit.keys import Key, PartKey, PartKind, read_key


def actions_of(items: Iterable[Entry]) -> Iterator[tuple[PartKey, AgreedAction]]:
    """Yield every agreed action with its key."""
    for entry in items:
        for question in questions_of(type(entry.form)):
            if question.row is AgreedAction:
                for place, action in enumerate(getattr(entry.form, question.name), start=1):
                    yield PartKey(entry.root, PartKind.ACTION, place), action


def open_actions(items: Iterable[Entry]) -> Mapping[PartKey, AgreedAction]:
    """Return the agreed actions that nothing has settled, by key."""
    items = tuple(items)
    settled = settled_by_notes(items)
    settled |= {key for key, missed in missed_of(items).items() if missed is Missed.NOT_NEEDED}
    return {key: action for key, action in actions_of(items) if key not in settled}


def settled_by_notes(items: Iterable[Entry]) -> set[Key]:
    """Return the keys of agreed actions and review days that a note settles."""
    notes = (entry.form for entry in items if isinstance(entry.form, Note))
    return {read_key(note.settles) for note in notes if note.settles}


def missed_of(items: Iterable[Entry]) -> Mapping[Key, Missed]:
    """Return the newest answer on each missed clock or action, by key."""
    return {
        read_key(entry.form.which): entry.form.missed
        for entry in items
        if isinstance(entry.form, ClockMissed)
    }


class ToReview(msgspec.Struct, frozen=True):
    """What is to be done on a day (`on`), and the entry that says so."""

    what: str
    on: date
    item: Entry
    leads_to: str = ""
    stays: bool = False

    def stays_after(self, form: Form) -> bool:
        """Return whether it is open still once there is an entry on this form."""
        return self.stays and type(form) is not type(self.item.form)

    @property
    def key(self) -> PartKey:
        """The key that a note points to when it settles this day."""
        return PartKey(self.item.root, PartKind.REVIEW)


def reviews_of(items: Iterable[Entry]) -> tuple[ToReview, ...]:
    """Return the review days that are still open.

    The next entry of the same stage about the same people settles a day, or sets a new one. An
    attempt in which nobody was reached settles nothing, and only its own form settles a day that
    stays; a note can settle any day.
    """
    items = tuple(items)
    noted = settled_by_notes(items)
    standing: dict[tuple[Answer, ...], tuple[ToReview, ...]] = {}
    for entry in items:
        found = tuple(days_in(entry))
        if found or getattr(entry.form, _REACHED, YesNoUnknown.YES) is YesNoUnknown.YES:
            matter = _matter(entry.form)
            stay = [day for day in standing.get(matter, ()) if day.stays_after(entry.form)]
            standing[matter] = (*stay, *found)
    days = (day for found in standing.values() for day in found)
    return tuple(day for day in days if day.key not in noted)


_REACHED = name_of(ParentContact.reached)
"""The name under which every form of an attempt to reach somebody asks this question."""


def days_in(entry: Entry) -> Iterator[ToReview]:
    """Yield the review days that one entry sets."""
    for question in _that_set_days(type(entry.form)):
        day = getattr(entry.form, question.name)
        if isinstance(day, date):
            ask = question.ask
            yield ToReview(ask.review, day, entry, ask.leads_to, ask.stays)


@cache
def _that_set_days(form: FormType) -> tuple[Question, ...]:
    return tuple(asked for asked in questions_of(form) if asked.ask.review)


_WHOM = (AnswerKind.PERSON, AnswerKind.ENTRY)


def _matter(form: Form) -> tuple[Answer, ...]:
    """Return what an entry is about: its stage, and the people and referral it points to.

    A form that begins with a member of staff is about that member of staff.
    """
    answers = answers_of(form)
    first, *others = questions_of(type(form))
    named = [first] if first.kind is AnswerKind.STAFF else []
    named += [question for question in (first, *others) if question.kind in _WHOM]
    return (form.stage, *(answers.get(question.name) for question in named))


def people_named(form: FormType, answers: Answers) -> tuple[str, ...]:
    """Return the ids of the people that answers to a form point to, in the form's order."""
    asked = (question.name for question in questions_of(form) if question.kind is AnswerKind.PERSON)
    return tuple(str(answers[name]) for name in asked if answers.get(name))
