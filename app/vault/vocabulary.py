"""The words ever written into a casebook: its forms, choices, log actions and kinds of settings.

A program that does not know one of them is older than the one that wrote it, and says so at unlock.
If a word is lost, only that warning is lost.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from hmac import compare_digest
from typing import NamedTuple

import msgspec

from app.domain.kit.record import SealedEntry
from app.vault.database import Database, Row
from app.vault.keys import code


class WordKind(StrEnum):
    """What a word names."""

    FORM = "form"
    CHOICE = "choice"
    ACTION = "action"
    SETTING = "setting"


class Word(NamedTuple):
    """One word, such as the form `note/1` or the choice `note/1.kind=call`."""

    kind: str
    word: str


@dataclass(frozen=True)
class Language:
    """The words this program knows, and how it finds them in what it writes.

    No other word is ever written: the program that wrote it could not open the casebook again,
    and it could be somebody's text.
    """

    known: frozenset[Word]
    of_entry: Callable[[SealedEntry], Iterable[Word]]
    of_draft: Callable[[str, int, bytes], Iterable[Word]]
    """Called with the form, its version, and the answers as the draft keeps them."""
    of_setting: Callable[[str], Word]
    rules: str = ""
    """The edition of the rules by which lists are made of entries."""

    @cached_property
    def mark(self) -> str:
        """A digest of the known words and the rules: with others, the lists are made anew."""
        said = "\n".join((self.rules, *(f"{kind} {word}" for kind, word in sorted(self.known))))
        return sha256(said.encode()).hexdigest()


class Vocabulary:
    """The words of one open casebook. Each word is written once."""

    def __init__(self, db: Database, key: bytes, language: Language) -> None:
        self._db = db
        self._key = key
        self._language = language
        self._written: set[Word] = set()
        self._undone = -1
        self.mark = language.mark

    def note_entry(self, sealed: SealedEntry) -> None:
        """Store the words of an entry, in the transaction that seals it."""
        self._note(self._language.of_entry(sealed))

    def note_draft(self, form: str, version: int, answers: bytes) -> None:
        """Store the words of a draft, in the transaction that saves it."""
        self._note(self._language.of_draft(form, version, answers))

    def note_setting(self, name: str) -> None:
        """Store the kind of a setting, in the transaction that stores the setting."""
        self._note([self._language.of_setting(name)])

    def note_action(self, action: str) -> None:
        """Store the action of an event, in the transaction that logs it."""
        self._note([Word(WordKind.ACTION, action)])

    def note_all(self) -> None:
        """Store the words of everything in a casebook that is older than this table.

        Skips what cannot be read: it has no word that this program knows.
        """
        with self._db.change():
            for (sealed,) in self._db.each("SELECT sealed FROM entry"):
                with suppress(msgspec.MsgspecError, ValueError, RecursionError):
                    self.note_entry(msgspec.json.decode(sealed, type=SealedEntry))
            for form, version, answers in self._db.each("SELECT form, version, answers FROM draft"):
                self.note_draft(form, version, answers.encode())
            for (action,) in self._db.rows("SELECT DISTINCT action FROM event"):
                self.note_action(action)
            for (name,) in self._db.rows(
                "SELECT name FROM setting UNION"
                " SELECT sealed ->> '$.detail.setting' FROM event WHERE action = 'setting_changed'"
            ):
                self.note_setting(str(name))

    def unknown(self) -> Iterator[Word]:
        """Yield each word written into this casebook that this program does not know."""
        for kind, word, mac in self._rows():
            made = Word(kind, word)
            if made not in self._language.known and compare_digest(mac, self._mac(made)):
                yield made

    def altered(self) -> bool:
        """Return whether a word is in the table that no program of this casebook wrote."""
        return any(mac != self._mac(Word(kind, word)) for kind, word, mac in self._rows())

    def _note(self, words: Iterable[Word]) -> None:
        fresh = self._language.known.intersection(words) - self._remembered()
        for word in sorted(fresh):
            self._db.run(
                "INSERT INTO vocabulary (kind, word, mac) VALUES (?, ?, ?)", *word, self._mac(word)
            )
            self._written.add(word)

    def _remembered(self) -> set[Word]:
        """Return the stored words. Read them again after a transaction was rolled back."""
        if self._undone != self._db.undone:
            self._written = {Word(kind, word) for kind, word, _ in self._rows()}
            self._undone = self._db.undone
        return self._written

    def _rows(self) -> list[Row]:
        """Return every row, none when the structure is older than the table."""
        if not self._db.value("SELECT 1 FROM pragma_table_list WHERE name = 'vocabulary'"):
            return []
        return self._db.rows("SELECT kind, word, mac FROM vocabulary")

    def _mac(self, word: Word) -> bytes:
        return code(self._key, f"dsl-casebook/1/vocabulary/{word.kind}/{word.word}".encode())
