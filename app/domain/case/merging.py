"""Two records read as one person: wherever an entry names the one, it is read as the other."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from app.domain.case.item import Item
from app.domain.forms.parts import PeopleMerged
from app.domain.kit.answers import Involved, Kind, YesNoUnknown
from app.domain.kit.form import Entry, Row, questions_of

Same = Mapping[str, str]
"""The person each joined record is read as, by the id of the joined record."""


def one_of(same: Same, person: str) -> str:
    """Give the id under which a person is read."""
    return same.get(person, person)


def join(same: Same, form: PeopleMerged) -> Same:
    """Give who is read as whom once this entry is known. Records that are one already stay so."""
    keep, other = one_of(same, form.keep), one_of(same, form.other)
    if form.same is not YesNoUnknown.YES or keep == other:
        return same
    return {key: keep if to == other else to for key, to in same.items()} | {other: keep}


def same_people(items: Iterable[Item]) -> Same:
    """Gather every joining of records, oldest first."""
    same: Same = {}
    for item in items:
        if isinstance(item.form, PeopleMerged):
            same = join(same, item.form)
    return same


def as_one(items: tuple[Item, ...], same: Same) -> tuple[Item, ...]:
    """Give the entries with every joined record read as the one that stays."""
    if not same:
        return items
    return tuple(msgspec.structs.replace(item, form=with_one(item.form, same)) for item in items)


def with_one(form: Entry, same: Same) -> Entry:
    """Give a form with joined records read as one. The joining itself still names both."""
    return form if isinstance(form, PeopleMerged) or not same else _read(form, same)


def _read(form: Any, same: Same) -> Any:
    changed: dict[str, Any] = {}
    kind: type[Entry | Row] = type(form)
    for question in questions_of(kind):
        answer = getattr(form, question.name)
        if not answer:
            continue
        if question.kind is Kind.PERSON:
            changed[question.name] = one_of(same, answer)
        elif question.kind is Kind.PEOPLE:
            changed[question.name] = tuple(_involved(one, same) for one in answer)
        elif question.kind is Kind.ROWS:
            rows: tuple[Row, ...] = answer
            changed[question.name] = tuple(_read(row, same) for row in rows)
    return msgspec.structs.replace(form, **changed) if changed else form


def _involved(involved: Involved, same: Same) -> Involved:
    key = one_of(same, involved.person.id)
    return Involved(msgspec.structs.replace(involved.person, id=key), involved.roles)
