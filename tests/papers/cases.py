"""Cases folded from case files, without a casebook on disk."""

from functools import cache
from pathlib import Path

import msgspec
import pytest

from app.domain import forms
from app.domain.case.case import fold_case
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.checks import filled_in
from app.domain.kit.form import form_name
from app.domain.kit.moments import Moment
from app.domain.kit.record import Author, SealedEntry
from app.practice.casefile import read_case_file

PRACTICE = Path(__file__).resolve().parents[2] / "resources" / "practice"
PASSED_ON = PRACTICE / "01-passed-on.toml"
BARE = Path(__file__).with_name("bare.toml")
CASES = sorted(PRACTICE.glob("*.toml"))
each_case = pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)


def sealed(steps, author):
    for seq, step in enumerate(steps, start=1):
        form = filled_in(step.form, step.answers)
        happened = getattr(form, form.happened_in) if form.happened_in else None
        yield SealedEntry(
            id=step.id,
            case="case",
            form=form_name(type(form)),
            version=form.version,
            body=msgspec.Raw(msgspec.json.encode(form)),
            happened=happened if isinstance(happened, Moment) else None,
            audience=form.audience,
            source=form.source,
            corrects=step.corrects,
            number="2026-0042",
            seq=seq,
            recorded=step.recorded,
            author=author,
        )


@cache
def entries_of(path, until=None):
    """Return the sealed entries of a case file, to the step with the key `until`."""
    file = read_case_file(path)
    steps = [step for step in file.steps if step.form is not DocumentIssued]
    if until:
        (last,) = (at for at, step in enumerate(steps) if step.key == until)
        steps = steps[: last + 1]
    return tuple(sealed(steps, Author("user", file.user.name, file.user.role)))


@cache
def _read(path, until, _known):
    return fold_case(entries_of(path, until))


def read_case(path, change=None, until=None):
    """Fold a case file, once for all tests. `change` may alter the sealed entries of a new case."""
    if change:
        return fold_case([change(entry) for entry in entries_of(path, until)])
    return _read(path, until, forms.REGISTRY)


def read_anew(path, until=None):
    """Fold a case file again, sharing nothing with the case that other tests look at."""
    return fold_case(entries_of.__wrapped__(path, until))


def with_answers(form, **answers):
    """Return a change that replaces answers in every entry of one form."""

    def change(entry):
        if entry.form != form:
            return entry
        body = msgspec.json.decode(entry.body) | answers
        return msgspec.structs.replace(entry, body=msgspec.Raw(msgspec.json.encode(body)))

    return change
