"""Which words this program knows, and where they stand in what it writes."""

from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from app.casework.drafts import ASIDE, answers_in
from app.casework.overlays import family_of
from app.casework.setup import SETTINGS
from app.domain import forms
from app.domain.kit.record import SealedEntry
from app.domain.kit.registry import Registry
from app.domain.kit.unread import UNREADABLE
from app.vault.events import Action
from app.vault.vocabulary import Language, Word, WordKind

_ENTRY = "entry"
"""Stands before the choices an entry holds beside its form: who may read it, whose words it is."""
_LONGEST = 100
"""Characters of a choice. Longer text is never one, so it is not looked at."""


def language() -> Language:
    """Give what the vault asks of the words of this program."""
    return Language(known_words(), _of_entry, _of_draft, _of_setting)


def known_words() -> frozenset[Word]:
    """Give every word this program can read: of forms, choices, log actions and settings."""
    return _words_of(forms.REGISTRY)


@cache
def _words_of(registry: Registry) -> frozenset[Word]:
    return frozenset(_all_known(registry))


def _all_known(registry: Registry) -> Iterator[Word]:
    yield Word(WordKind.FORM, f"{ASIDE}/1")
    yield from _choices(_ENTRY, inspect.type_info(SealedEntry))
    for (name, version), form in registry.released.items():
        yield Word(WordKind.FORM, f"{name}/{version}")
        yield from _choices(f"{name}/{version}", inspect.type_info(form))
    yield from (Word(WordKind.ACTION, action) for action in Action)
    yield from (Word(WordKind.SETTING, kind) for kind in SETTINGS)


def _choices(path: str, info: inspect.Type) -> Iterator[Word]:
    """Give a word for each choice that can stand under a path, in rows and further in too."""
    match info:
        case inspect.EnumType(cls=choices):
            yield from (Word(WordKind.CHOICE, f"{path}={choice.value}") for choice in choices)
        case inspect.StructType(fields=fields):
            for field in fields:
                yield from _choices(f"{path}.{field.encode_name}", field.type)
        case inspect.VarTupleType(item_type=item):
            yield from _choices(path, item)
        case inspect.UnionType(types=types):
            for one in types:
                yield from _choices(path, one)


def _of_entry(sealed: SealedEntry) -> Iterator[Word]:
    beside = msgspec.structs.asdict(sealed).items()
    yield from _said(_ENTRY, {name: one for name, one in beside if isinstance(one, StrEnum)})
    yield from _of_form(sealed.form, sealed.version, bytes(sealed.body))


def _of_draft(form: str, version: int, answers: bytes) -> Iterator[Word]:
    yield from _of_form(form, version, answers_in(answers))


def _of_form(form: str, version: int, answers: bytes) -> Iterator[Word]:
    yield Word(WordKind.FORM, f"{form}/{version}")
    with suppress(*UNREADABLE):
        yield from _said(f"{form}/{version}", msgspec.json.decode(answers))


def _of_setting(name: str) -> Word:
    return Word(WordKind.SETTING, family_of(name))


def _said(path: str, value: Any) -> Iterator[Word]:
    """Give each text in JSON as if it were a choice: the vault leaves out what no word is."""
    match value:
        case str() if len(value) <= _LONGEST:
            yield Word(WordKind.CHOICE, f"{path}={value}")
        case dict():
            for name, one in value.items():
                yield from _said(f"{path}.{name}", one)
        case list():
            for one in value:
                yield from _said(path, one)
