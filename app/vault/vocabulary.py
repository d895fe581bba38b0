"""The words ever written into a casebook: its forms, choices, log actions and kinds of settings.

A program that does not know them all is older than what wrote them, and says so at unlock. Losing a
word loses no more than that sentence.
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
    """What a word is of."""

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

    No other word is ever written: it would close the casebook to the very program that wrote it,
    and it could be somebody's text.
    """

    known: frozenset[Word]
    of_entry: Callable[[SealedEntry], Iterable[Word]]
    of_draft: Callable[[str, int, bytes], Iterable[Word]]
    """Is given the form, its version, and the answers as the draft keeps them."""
    of_setting: Callable[[str], Word]

    @cached_property
    def mark(self) -> str:
        """What tells the lists of this program from those of another: other forms, other rows."""
        said = "\n".join(f"{kind} {word}" for kind, word in sorted(self.known))
        return sha256(said.encode()).hexdigest()


class Vocabulary:
    """The words of one open casebook. What was written once is remembered and not written again."""

    def __init__(self, db: Database, key: bytes, language: Language) -> None:
        self._db = db
        self._key = key
        self._language = language
        self._written: set[Word] = set()
        self._undone = -1
        self.mark = language.mark

    def note_entry(self, sealed: SealedEntry) -> None:
        """Write what words an entry holds, in the transaction that seals it."""
        self._note(self._language.of_entry(sealed))

    def note_draft(self, form: str, version: int, answers: bytes) -> None:
        """Write what words a draft holds, in the transaction that keeps it."""
        self._note(self._language.of_draft(form, version, answers))

    def note_setting(self, name: str) -> None:
        """Write of what kind a setting is, in the transaction that makes it."""
        self._note([self._language.of_setting(name)])

    def note_action(self, action: str) -> None:
        """Write the action of an event, in the transaction that logs it."""
        self._note([Word(WordKind.ACTION, action)])

    def note_all(self) -> None:
        """Write the words of everything the casebook holds, for one that is older than the table.

        What cannot be read is passed over: it has no word that this program knows.
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
        """Yield each word that was written here and that this program does not know."""
        for kind, word, mac in self._rows():
            made = Word(kind, word)
            if made not in self._language.known and compare_digest(mac, self._mac(made)):
                yield made

    def altered(self) -> bool:
        """Whether a word stands here that no program of this casebook wrote."""
        return any(mac != self._mac(Word(kind, word)) for kind, word, mac in self._rows())

    def _note(self, words: Iterable[Word]) -> None:
        fresh = self._language.known.intersection(words) - self._remembered()
        for word in sorted(fresh):
            self._db.run(
                "INSERT INTO vocabulary (kind, word, mac) VALUES (?, ?, ?)", *word, self._mac(word)
            )
            self._written.add(word)

    def _remembered(self) -> set[Word]:
        """Return what is written, read anew where a transaction may have taken words back."""
        if self._undone != self._db.undone:
            self._written = {Word(kind, word) for kind, word, _ in self._rows()}
            self._undone = self._db.undone
        return self._written

    def _rows(self) -> list[Row]:
        """Return every row; none in a structure older than the table."""
        if not self._db.value("SELECT 1 FROM pragma_table_list WHERE name = 'vocabulary'"):
            return []
        return self._db.rows("SELECT kind, word, mac FROM vocabulary")

    def _mac(self, word: Word) -> bytes:
        return code(self._key, f"dsl-casebook/1/vocabulary/{word.kind}/{word.word}".encode())
