"""Forms as they might have been before today's: made from today's, with what has changed since."""

from collections.abc import Callable, Mapping
from types import new_class
from typing import Annotated, Any, ClassVar, get_args, get_type_hints

import msgspec

from app.domain.forms import FORMS
from app.domain.kit.answers import Choice, Line, Words
from app.domain.kit.form import Ask, Form, Row, form_name
from app.domain.kit.record import SealedEntry
from app.domain.kit.registry import Registry, Stored, Succession, form_id

BEFORE = 0
"""The version of the forms made here: no released form has it."""
_SAID_OF_FORMS = (
    "stage",
    "title",
    "audience",
    "source",
    "happened_in",
    "raises",
    "apart",
    "in_order",
)
_OF_NAMES = ("happened_in", "apart", "in_order")


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One way a form came to be today's; `back` writes the answers of today as they were then."""

    name: str
    old: type[Form]
    new: type[Form]
    answers: Callable[[Stored], Stored]
    back: Callable[[Stored], Stored]

    @property
    def succession(self) -> Succession:
        return Succession(old=self.old, new=self.new, answers=self.answers)

    def then(self, sealed: SealedEntry) -> SealedEntry:
        """Return an entry as it would have been sealed before the change."""
        if (sealed.form, sealed.version) != form_id(self.new):
            return sealed
        body = msgspec.json.decode(sealed.body)
        body = {key: it for key, it in body.items() if key != "form" and it is not None}
        written = self.back(body) | {"form": form_name(self.old)}
        return msgspec.structs.replace(
            sealed,
            form=form_name(self.old),
            version=self.old.version,
            body=msgspec.Raw(msgspec.json.encode(msgspec.convert(written, self.old))),
        )


def registry_after(*changes: Change) -> Registry:
    """Return today's forms with those before the changes."""
    return Registry(FORMS, tuple(change.succession for change in changes))


def before(
    form: type[Any],
    *,
    name: str = "",
    version: int = BEFORE,
    renamed: Mapping[str, str] | None = None,
    without: tuple[str, ...] = (),
    more: Mapping[str, Any] | None = None,
    retyped: Mapping[str, Any] | None = None,
) -> type[Any]:
    """Make the form or row that came before one of today's.

    `renamed` says what questions of today were called then, `without` which there were not,
    `more` which there were besides, `retyped` which took answers of another type.
    """
    names = {**{field: field for field in form.__struct_fields__}, **(renamed or {})}
    hints = get_type_hints(form, include_extras=True) | dict(retyped or {})
    fields = [one for one in msgspec.structs.fields(form) if one.name not in without]
    annotations = {names[one.name]: _asked(hints[one.name], names) for one in fields}
    annotations |= dict(more or {})
    space: dict[str, Any] = {"__doc__": form.__doc__, "__module__": __name__}
    space |= {names[one.name]: one.default for one in fields if not one.required}
    space |= dict.fromkeys(more or {})
    for said in (one for one in _SAID_OF_FORMS if hasattr(form, one)):
        annotations[said] = ClassVar[Any]
        space[said] = (
            _then(getattr(form, said), names) if said in _OF_NAMES else getattr(form, said)
        )
    bases, words = (Row,), {"frozen": True, "kw_only": True}
    if issubclass(form, Form):
        bases, words = (Form,), words | {"tag": name or form_name(form)}
        annotations["version"], space["version"] = ClassVar[int], version
    space["__annotations__"] = annotations
    return new_class(f"{form.__name__}Before", bases, words, lambda made: made.update(space))


def _then(said: Any, names: Mapping[str, str]) -> Any:
    if isinstance(said, str):
        return names.get(said, said)
    return tuple(names.get(one, one) for one in said)


def _asked(hint: Any, names: Mapping[str, str]) -> Any:
    """Let a question depend on others under the names they had then."""
    inner, *marks = get_args(hint)
    return Annotated[(inner, *(_put(mark, names) for mark in marks))]


def _put(mark: Any, names: Mapping[str, str]) -> Any:
    if not isinstance(mark, Ask):
        return mark
    change = msgspec.structs.replace
    conditions = {
        part: change(condition, name=names.get(condition.name, condition.name))
        for part in ("shown_if", "required_if")
        if (condition := getattr(mark, part))
    }
    return change(mark, **conditions)


def swapped(names: Mapping[str, str]) -> Callable[[Stored], Stored]:
    """Return a step that calls answers otherwise."""
    return lambda answers: {names.get(name, name): value for name, value in answers.items()}


def turned(names: Mapping[str, str]) -> Mapping[str, str]:
    return {then: now for now, then in names.items()}


def all_renamed(form: type[Form]) -> Change:
    """Every question of a form had another name."""
    names = {name: f"was_{name}" for name in form.__struct_fields__}
    return Change(
        name="all_renamed",
        old=before(form, renamed=names),
        new=form,
        answers=swapped(turned(names)),
        back=swapped(names),
    )


def renamed(form: type[Form], **names: str) -> Change:
    """Some questions had another name: `people="who"`."""
    return Change(
        name=f"renamed_{'_'.join(names)}",
        old=before(form, renamed=names),
        new=form,
        answers=swapped(turned(names)),
        back=swapped(names),
    )


def removed(form: type[Form]) -> Change:
    """There was a question that nobody asks any more."""

    def answers(stored: Stored) -> Stored:
        stored.pop("weather", None)
        return stored

    return Change(
        name="question_removed",
        old=before(form, more={"weather": Annotated[Line | None, Ask("How the weather was")]}),
        new=form,
        answers=answers,
        back=lambda stored: stored | {"weather": "Zephyrine drizzle"},
    )


def added(form: type[Form], name: str, value: Any) -> Change:
    """A question is asked that was not; what is said of it in older entries is `value`."""
    return Change(
        name="question_added",
        old=before(form, without=(name,)),
        new=form,
        answers=lambda stored: stored | {name: value},
        back=lambda stored: {key: kept for key, kept in stored.items() if key != name},
    )


def split(form: type[Form], one: str, other: str) -> Change:
    """Two answers were asked for in one, a line each."""
    together = f"{one}_and_{other}"

    def answers(stored: Stored) -> Stored:
        if together in stored:
            first, _, rest = stored.pop(together).partition("\n· ")
            stored |= {one: first} | ({other: rest} if rest else {})
        return stored

    def back(stored: Stored) -> Stored:
        said = [stored.pop(name) for name in (one, other) if stored.get(name)]
        return stored | ({together: "\n· ".join(said)} if said else {})

    return Change(
        name="question_split",
        old=before(
            form,
            without=(one, other),
            more={together: Annotated[Words | None, Ask("What was done, and why")]},
        ),
        new=form,
        answers=answers,
        back=lambda stored: back(dict(stored)),
    )


def choice_renamed(
    form: type[Form], name: str, hint: Any, values: Mapping[str, str], *, called: str
) -> Change:
    """The answers of a choice were stored under other values: `values` by today's."""

    def exchanged(by: Mapping[str, str]) -> Callable[[Stored], Stored]:
        def change(stored: Stored) -> Stored:
            given = stored.get(name)
            if isinstance(given, list):
                return stored | {name: [by.get(one, one) for one in given]}
            return stored | ({name: by.get(given, given)} if given else {})

        return change

    return Change(
        name=called,
        old=before(form, retyped={name: hint}),
        new=form,
        answers=exchanged(turned(values)),
        back=exchanged(values),
    )


def form_renamed(form: type[Form], name: str) -> Change:
    """The form had another name, and so its questions."""
    names = {field: f"{field}_then" for field in form.__struct_fields__}
    return Change(
        name="form_renamed",
        old=before(form, name=name, renamed=names),
        new=form,
        answers=swapped(turned(names)),
        back=swapped(names),
    )


class MediumThen(Choice):
    """How a concern reached the college, before e-mail had a word of its own."""

    MOUTH = "by_mouth", "By word of mouth"
    TELEPHONE = "telephone", "By telephone"
    EMAIL = "email", "By e-mail"
    LETTER = "letter", "A letter or note"
    OTHER = "other", "Otherwise"
