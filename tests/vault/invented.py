"""Real casebooks on disk, made with a passphrase check that costs next to nothing."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from sqlcipher3 import dbapi2 as driver

from app.domain.case.summary import DueRow, PersonRow, Summary, TextRow
from app.domain.kit.record import NewEntry, SealedEntry
from app.vault.casebook import Casebook, Cost, NewUser, create
from app.vault.events import Action
from app.vault.keyfile import read_keys
from app.vault.keys import derive_keys, open_slot
from app.vault.vocabulary import Language, Word, WordKind

CHEAP = Cost(64, 1, 1)
PASSPHRASE = "correct horse battery staple"
START = datetime(2026, 11, 19, 10, 15, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def go(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


def entry(case: str = "case-1", words: str = "A concern was raised.", **more: Any) -> NewEntry:
    """An entry with a body of one answer; `person` puts somebody into the case."""
    body = {"words": words} | more.pop("body", {})
    return NewEntry(
        id=more.pop("id", uuid.uuid4().hex),
        case=case,
        form="concern",
        version=1,
        body=msgspec.Raw(msgspec.json.encode(body)),
        **more,
    )


def summarise(entries: Sequence[SealedEntry]) -> Summary:
    """A tiny stand-in for the fold of a case."""
    bodies = [msgspec.json.decode(each.body) for each in entries]
    people = {body["person"]: body["name"] for body in bodies if "person" in body}
    return Summary(
        case=entries[0].case,
        number=entries[0].number,
        opened=entries[0].recorded,
        last_recorded=entries[-1].recorded,
        entries=len(entries),
        state=bodies[-1].get("state", "open"),
        stage="concern",
        heading=bodies[0]["words"][:40],
        refer_now=False,
        signs_open=0,
        people=tuple(
            PersonRow(
                person=person,
                name=name,
                kind="learner",
                born=date(2010, 2, 28),
                roles=("affected",),
                names=name,
                details=msgspec.Raw(b'{"year":"10"}'),
            )
            for person, name in people.items()
        ),
        due=(
            DueRow(
                key="review",
                what="Initial review",
                because="the guidance",
                due=entries[0].recorded + timedelta(hours=24),
                stage="review",
            ),
        ),
        texts=tuple(
            TextRow(each.id, body["words"]) for each, body in zip(entries, bodies, strict=True)
        ),
    )


KNOWN = frozenset(
    [
        Word(WordKind.FORM, "concern/1"),
        Word(WordKind.CHOICE, "concern/1.state=open"),
        Word(WordKind.CHOICE, "concern/1.state=closed"),
        Word(WordKind.SETTING, "college"),
        *(Word(WordKind.ACTION, action) for action in Action),
    ]
)


def _words(form: str, version: int, body: bytes) -> list[Word]:
    said = msgspec.json.decode(body)
    name = f"{form}/{version}"
    choices = said.items() if isinstance(said, dict) else ()
    return [
        Word(WordKind.FORM, name),
        *(Word(WordKind.CHOICE, f"{name}.{question}={one}") for question, one in choices),
    ]


LANGUAGE = Language(
    known=KNOWN,
    of_entry=lambda sealed: _words(sealed.form, sealed.version, sealed.body),
    of_draft=_words,
    of_setting=lambda name: Word(WordKind.SETTING, name),
)
"""Stands in for the words of the real forms: one form with one choice, and one setting."""


def new_casebook(folder: Path, clock: Callable[[], datetime], **more: Any) -> Casebook:
    return create(
        folder,
        founder=NewUser("Jo Lead", "Designated Safeguarding Lead"),
        passphrase=more.pop("passphrase", PASSPHRASE),
        settings={"college": "Invented College"},
        summarise=summarise,
        language=more.pop("language", LANGUAGE),
        clock=clock,
        cost=CHEAP,
        least=CHEAP,
        **more,
    )


def raw(folder: Path, passphrase: str = PASSPHRASE) -> Any:
    """The records file opened behind the program's back, by somebody who knows the passphrase."""
    keys = read_keys(folder)
    contents = open_slot(keys.slots[0], passphrase, casebook=keys.casebook, least=CHEAP)
    derived = derive_keys(contents.data_key, casebook=keys.casebook, db_salt=keys.db_salt)
    connection = driver.connect(str(records(folder)), isolation_level=None)
    connection.set_key(f"x'{derived.records.hex()}'")
    return connection


def records(folder: Path) -> Path:
    return folder / "gen-0001" / "records.db"


TRIGGERS = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"


def harm(folder: Path, *statements: Any, passphrase: str = PASSPHRASE) -> None:
    """Change the file behind the program's back: no check, no trigger, the structure as before."""
    connection = raw(folder, passphrase)
    triggers = connection.execute(TRIGGERS).fetchall()
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("PRAGMA foreign_keys = OFF")
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement, *values in statements:
        assert connection.execute(statement, values).rowcount
    for _, sql in triggers:
        connection.execute(sql)
    connection.close()
