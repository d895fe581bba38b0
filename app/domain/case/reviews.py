"""Days to come back on: any question of a form that says what is then to be done."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from app.domain.case.actions import settled_by_notes
from app.domain.case.item import Item
from app.domain.forms.parents import ParentContact
from app.domain.kit.answers import Answer, Kind, YesNoUnknown
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Answers, Entry, FormType, name_of, questions_of
from app.domain.kit.keys import Part, PartKey


class ToReview(msgspec.Struct, frozen=True):
    """What is to be done on a day (`on`), and the entry in which that was said."""

    what: str
    on: date
    item: Item
    leads_to: str = ""

    @property
    def key(self) -> PartKey:
        """What a note that settles it points to."""
        return PartKey(self.item.root, Part.REVIEW)


def reviews_of(items: Iterable[Item]) -> tuple[ToReview, ...]:
    """Give the days that still stand.

    The next entry of the same stage about the same people settles a day, or sets another one. An
    attempt in which nobody was reached settles nothing; a note can settle any day.
    """
    items = tuple(items)
    noted = settled_by_notes(items)
    standing: dict[tuple[Answer, ...], tuple[ToReview, ...]] = {}
    for item in items:
        found = tuple(days_in(item))
        if found or getattr(item.form, _REACHED, YesNoUnknown.YES) is YesNoUnknown.YES:
            standing[_matter(item.form)] = found
    days = (day for found in standing.values() for day in found)
    return tuple(day for day in days if day.key not in noted)


_REACHED = name_of(ParentContact.reached)
"""Every form of an attempt to reach somebody asks this question under one name."""


def days_in(item: Item) -> Iterator[ToReview]:
    """Give the days that one entry sets."""
    answers = answers_of(item.form)
    for question in questions_of(type(item.form)):
        day = answers.get(question.name)
        if question.ask.review and isinstance(day, date):
            yield ToReview(question.ask.review, day, item, question.ask.leads_to)


_WHOM = (Kind.PERSON, Kind.ENTRY)


def _matter(form: Entry) -> tuple[Answer, ...]:
    """Say what an entry is about: its stage, and the people or referral it names singly.

    A form that begins with a member of staff is about that member of staff.
    """
    answers = answers_of(form)
    first, *others = questions_of(type(form))
    named = [first] if first.kind is Kind.STAFF else []
    named += [question for question in (first, *others) if question.kind in _WHOM]
    return (form.stage, *(answers.get(question.name) for question in named))


def people_named(form: FormType, answers: Answers) -> tuple[str, ...]:
    """Give the ids of the people that answers to a form name singly, in the form's order."""
    asked = (question.name for question in questions_of(form) if question.kind is Kind.PERSON)
    return tuple(str(answers[name]) for name in asked if answers.get(name))
