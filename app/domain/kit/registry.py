"""The registry: which forms there are, which came before, and how old entries read today."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, NamedTuple, TypeVar

import msgspec

from app.domain.kit.answers import Involved, Person, PersonKind, Words
from app.domain.kit.form import Ask, Form, form_name
from app.domain.kit.record import Audience, CaseId, SealedEntry
from app.domain.kit.stage import Stage
from app.domain.kit.text import clean

T = TypeVar("T")

UNREADABLE = (
    msgspec.MsgspecError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What may be raised when reading something of another version, or something damaged."""


class Unread(msgspec.Struct, frozen=True):
    """Something this version cannot read: the name it is kept under, its text, and its case."""

    name: str
    raw: str
    case: CaseId | None = None

    @property
    def words(self) -> str:
        """What it holds, for people to read."""
        return readable(self.raw)


def read_or_keep(raw: str, kind: type[T], name: str, case: CaseId | None = None) -> T | Unread:
    """Read JSON as `kind`, or return it as it is kept where that fails."""
    try:
        return msgspec.json.decode(raw, type=kind)
    except UNREADABLE:
        return Unread(name, raw, case)


def read_whole(raw: str | bytes, kind: type[T]) -> T:
    """Read JSON as `kind`. Raises one of UNREADABLE, also where a part of it would be lost."""
    value = msgspec.json.decode(raw, type=kind)
    refuse_loss(msgspec.json.decode(raw), value)
    return value


def refuse_loss(said: Any, read: Any) -> None:
    """Raise ValueError unless everything in the JSON is also in what was read from it."""
    if not _holds(msgspec.json.decode(msgspec.json.encode(read)), said):
        raise ValueError("a part of this is not known to this version")


def _holds(read: Any, said: Any) -> bool:
    if isinstance(said, dict) and isinstance(read, dict):
        return all(
            one is None or (name in read and _holds(read[name], one)) for name, one in said.items()
        )
    if isinstance(said, list) and isinstance(read, list):
        return len(said) == len(read) and all(map(_holds, read, said))
    return bool(said == read)


def readable(raw: str) -> str:
    """Write JSON as lines such as `told at: 10:15`, inner lines indented; other text as it is.

    Only invisible characters are left out.
    """
    try:
        value = msgspec.json.decode(raw)
        lines = "\n".join(_lines(value, "")) if isinstance(value, dict | list) else raw
    except UNREADABLE:
        lines = raw
    return clean(lines)


def _lines(value: dict[str, Any] | list[Any], inset: str) -> Iterator[str]:
    named = value.items() if isinstance(value, dict) else (("–", one) for one in value)
    for name, one in named:
        begins = (
            f"{inset}{name}" if isinstance(value, list) else f"{inset}{name.replace('_', ' ')}:"
        )
        if isinstance(one, dict | list) and one:
            yield begins
            yield from _lines(one, f"{inset}  ")
        else:
            said = one if isinstance(one, str) else msgspec.json.encode(one).decode()
            yield f"{begins} {said}"


Stored = dict[str, Any]
"""Answers as JSON keeps them, by question name: texts, numbers, lists, rows as inner answers."""

FormId = tuple[str, int]
"""The name a form is stored under, and its version."""


class Succession(msgspec.Struct, frozen=True, kw_only=True):
    """A released form that is no longer filled in, and the form that took its place.

    `answers` turns the answers of `old` into answers of `new`. It is pure, gets a copy it may
    change, and is also used on drafts, so any answer may be missing.
    """

    old: type[Form]
    new: type[Form]
    answers: Callable[[Stored], Stored]


class UnreadEntry(Form, tag="unread", frozen=True, kw_only=True):
    """An entry that this version of the program cannot read. Its answers stand here as stored."""

    stage: ClassVar[Stage] = Stage.RECORD
    title: ClassVar[str] = "An entry this version cannot read"
    audience: ClassVar[Audience] = Audience.DSL

    why: Annotated[Words, Ask("Why it is shown like this", audience=Audience.DSL)]
    stored: Annotated[Words, Ask("Its answers, as they are stored", audience=Audience.DSL)]
    people: Annotated[tuple[Involved, ...], Ask("People it names", audience=Audience.DSL)] = ()


NEWER = (
    "It was written on a form that this version of DSL Casebook does not know, most likely by a "
    "newer version. Nothing of it is lost: open the casebook with the newest version to read it."
)
DAMAGED = (
    "Its answers do not fit the form it was written on. Nothing of it was changed here. Check the "
    "record, and keep this casebook and your newest back-up as they are until it is explained."
)


class Reading(NamedTuple):
    """An entry twice: as it was written, and on today's form, which every rule reads."""

    written: Form
    today: Form


@dataclass(frozen=True)
class Registry:
    """Every form that any entry was ever written on.

    `forms` are those filled in today, in the order of handling; `older` those they took over from.
    Raises ValueError where a form has the name and version of the one it took over from.
    """

    forms: tuple[type[Form], ...]
    older: tuple[Succession, ...] = ()

    def __post_init__(self) -> None:
        for one in self.older:
            if form_id(one.old) == form_id(one.new):
                message = (
                    f"{one.new.__name__} needs a version of its own: {one.old.version} is that of "
                    f"{one.old.__name__}, from which it took over"
                )
                raise ValueError(message)

    @cached_property
    def released(self) -> Mapping[FormId, type[Form]]:
        """Every form by name and version, today's and older ones."""
        every = (*self.forms, *(one.old for one in self.older))
        return {form_id(form): form for form in every}

    @cached_property
    def _next(self) -> Mapping[FormId, Succession]:
        return {form_id(one.old): one for one in self.older}

    @cached_property
    def _names(self) -> Mapping[str, type[Form]]:
        return {form_name(form): form for form in self.forms}

    def named(self, name: str) -> type[Form]:
        """Return the form filled in today under this name. Raises KeyError if there is none."""
        return self._names[name]

    def read(self, sealed: SealedEntry) -> Reading:
        """Read an entry as it was written and on today's form.

        What cannot be read becomes an `UnreadEntry`, so that the case can still be opened.
        """
        form = self.released.get((sealed.form, sealed.version))
        if form is None:
            return Reading(*(unread_entry(sealed, NEWER),) * 2)
        try:
            written = msgspec.json.decode(sealed.body, type=form)
        except UNREADABLE:
            return Reading(*(unread_entry(sealed, DAMAGED),) * 2)
        if form_id(form) not in self._next:
            return Reading(written, written)
        try:
            new, answers = self.as_today(form, _answers(written))
            return Reading(written, msgspec.convert(answers | {"form": form_name(new)}, new))
        except UNREADABLE:
            return Reading(written, unread_entry(sealed, DAMAGED))

    def as_today(self, form: type[Form], answers: Stored) -> tuple[type[Form], Stored]:
        """Return today's form for an older one, and the answers converted for it."""
        while step := self._next.get(form_id(form)):
            form, answers = step.new, step.answers(dict(answers))
        return form, answers


def form_id(form: type[Form]) -> FormId:
    """Return the name and version under which a form is stored."""
    return form_name(form), form.version


def unread_entry(sealed: SealedEntry, why: str) -> UnreadEntry:
    """Return the stand-in for an unreadable entry: its answers as stored, and who it names.

    People are found wherever the stored answers name them. So papers for others still disguise
    somebody whom this entry alone names.
    """
    try:
        body = msgspec.json.decode(sealed.body)
    except UNREADABLE:
        body = bytes(sealed.body).decode("utf-8", "replace")
    if isinstance(body, dict):
        body.pop("form", None)  # the name is written below
    written = body if isinstance(body, str) else msgspec.json.encode(body).decode()
    form = f"{sealed.form or 'not known'}, version {sealed.version}"
    return UnreadEntry(
        why=why,
        stored=f"form: {form}\n{readable(written)}",
        people=tuple(map(Involved, _people_in(body))),
    )


def people_written(form: Form) -> tuple[Person, ...]:
    """Return everybody whom an entry as written names with an id, anywhere in it."""
    return tuple(_people_in(msgspec.to_builtins(form)))


def _answers(form: Form) -> Stored:
    """Return the answers of an entry as JSON keeps them, without its name and empty ones."""
    stored: Stored = msgspec.to_builtins(form)
    return {name: value for name, value in stored.items() if name != "form" and value is not None}


def _people_in(value: object) -> Iterator[Person]:
    """Yield everybody whom stored answers name with an id, at any depth."""
    if isinstance(value, list | tuple):
        for inner in value:
            yield from _people_in(inner)
    elif isinstance(value, dict):
        key, name = value.get("id") or value.get("person"), value.get("name")
        if isinstance(key, str) and isinstance(name, str) and name:
            known_as = value.get("known_as")
            yield Person(
                id=key,
                kind=_kind(value.get("kind")),
                name=name,
                known_as=known_as if isinstance(known_as, str) else "",
            )
        for inner in value.values():
            yield from _people_in(inner)


def _kind(stored: object) -> PersonKind:
    """Return what a person is to the college; an unknown kind is disguised as a child is."""
    known = {kind.value: kind for kind in PersonKind}
    return known.get(str(stored), PersonKind.ELSEWHERE)
