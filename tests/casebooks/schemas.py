"""What each released form asks, committed: `python -m tests.casebooks.schemas 0.1.0` writes it."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from app.domain import forms
from app.domain.kit.answers import (
    Involved,
    Money,
    Person,
    PersonKind,
    Role,
    StaffMember,
    YesNoUnknown,
)
from app.domain.kit.form import Form, FormType, Question, questions_of
from app.domain.kit.moments import Moment

SCHEMAS = Path(__file__).with_name("forms")
Schema = Mapping[str, Mapping[str, Any]]
"""Each question of a form by name: its kind, whether it must be answered, its choices, its rows."""

NEXT = (
    "A released form is frozen. Leave it as it was, give the changed form the next version, and "
    "name the old one with its successor in OLDER (CONTRIBUTING, “A new version of a form”)."
)


def schema_of(form: FormType) -> Schema:
    """Return what a form asks, and what it says by being recorded, as it is committed."""
    asked = {question.name: _question(question) for question in questions_of(form)}
    return asked | ({"(itself)": _itself(form)} if issubclass(form, Form) else {})


def _itself(form: type[Form]) -> dict[str, Any]:
    return {
        "kind": "form",
        "required": True,
        "stage": form.stage.value,
        "audience": form.audience.value,
        "source": form.source.value,
        "happened_in": form.happened_in,
        "raises": [sign.value for sign in form.raises],
    }


def _question(question: Question) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": question.kind.name.lower(), "required": question.required}
    ask = question.ask
    said |= {part: getattr(ask, part).value for part in ("sign", "audience") if getattr(ask, part)}
    said |= {
        part: f"{type(when).__name__} {when.name} {' '.join(when.values)}".strip()
        for part in ("shown_if", "required_if")
        if (when := getattr(ask, part))
    }
    if question.choices:
        said["choices"] = [choice.value for choice in question.choices]
    if question.row:
        said["row"] = schema_of(question.row)
    return said


SHARED = (Person, Involved, StaffMember, Money, Moment)
"""What answers of many forms are made of. It has no version: a change of it changes every form."""


def shared() -> Schema:
    """Return what answers of many forms are made of."""
    made = {
        one.__name__: {"kind": "struct", "required": True, "row": _fields(one)} for one in SHARED
    }
    choices = {
        one.__name__: {"kind": "one_of", "required": True, "choices": [it.value for it in one]}
        for one in (Role, PersonKind, YesNoUnknown)
    }
    return made | choices


def _fields(struct: type[msgspec.Struct]) -> dict[str, Any]:
    return {
        field.name: {"kind": "field", "required": field.required}
        for field in msgspec.structs.fields(struct)
    }


def schemas() -> dict[str, Schema]:
    """Return every form that is known today, by its name and version."""
    released = forms.REGISTRY.released.items()
    known = {f"{name}/{version}": schema_of(form) for (name, version), form in sorted(released)}
    return {"shared/1": shared()} | known


def committed() -> Iterator[tuple[str, dict[str, Schema]]]:
    """Yield each release with the forms it was the first to have, oldest first."""
    for file in sorted(SCHEMAS.glob("*.json")):
        yield file.stem, json.loads(file.read_text("utf-8"))


def changes(then: Mapping[str, Schema], now: Mapping[str, Schema]) -> Iterator[str]:
    """Say in a sentence each what was changed in released forms, and what to do."""
    for form, asked in then.items():
        if form not in now:
            yield f"{form} was released and is known no more. {NEXT}"
        else:
            yield from (f"{said} {NEXT}" for said in _changed(form, asked, now[form]))


def _changed(form: str, then: Schema, now: Schema) -> Iterator[str]:
    yield from (f"{form} no longer asks “{name}”." for name in then if name not in now)
    yield from (f"{form} asks “{name}”, which is new." for name in now if name not in then)
    for name in (name for name in then if name in now):
        where, before, after = f"{form}, “{name}”", then[name], now[name]
        for part in sorted((before.keys() | after.keys()) - {"choices", "row"}):
            was, now_is = before.get(part, "nothing"), after.get(part, "nothing")
            if was != now_is:
                yield f"{where}: {part} was {was}, is {now_is}."
        was, are = before.get("choices", []), after.get("choices", [])
        yield from (f"{where} no longer offers “{one}”." for one in was if one not in are)
        yield from (f"{where} offers “{one}”, which is new." for one in are if one not in was)
        yield from _changed(where, before.get("row", {}), after.get("row", {}))


def write(release: str) -> None:
    """Commit the forms that no earlier release had."""
    known = {form for name, forms in committed() if name != release for form in forms}
    new = {form: asked for form, asked in schemas().items() if form not in known}
    SCHEMAS.mkdir(exist_ok=True)
    text = json.dumps(new, indent=1, ensure_ascii=False)
    (SCHEMAS / f"{release}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(sys.argv[1])
