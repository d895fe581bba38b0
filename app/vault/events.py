"""The log: what was done with the casebook, in one chain. A shortened chain is noticed."""

import re
import uuid
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest
from typing import Annotated

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.kit.record import CaseId, UserId
from app.domain.kit.registry import Unread, read_or_keep
from app.domain.kit.text import clean, imagery_in
from app.vault.canonical import canonical, whole_second
from app.vault.database import Database, Row
from app.vault.errors import ImageryRefused
from app.vault.keys import code
from app.vault.vocabulary import Vocabulary

CHECKED_AT_UNLOCK = 500
_STEP_BACK = timedelta(minutes=2)
_WORD = re.compile(r"[0-9A-Za-z_.:/+\-]{0,128}")
_LONGEST_WORDS = 800


class Action(StrEnum):
    """What can be logged."""

    CREATED = "casebook_created"
    UNLOCKED = "unlocked"
    UNLOCK_FAILED = "unlock_failed"
    LOCKED = "locked"
    CASE_READ = "case_read"
    ENTRY_SEALED = "entry_sealed"
    DRAFT_DISCARDED = "draft_discarded"
    DOCUMENT_ISSUED = "document_issued"
    DOCUMENT_PRINTED = "document_printed"
    DOCUMENT_SAVED = "document_saved"
    CLOCK_STEPPED_BACK = "clock_stepped_back"
    SETTING_CHANGED = "setting_changed"
    USER_ADDED = "user_added"
    KEYS_CHANGED = "keys_changed"
    WARNING_ACCEPTED = "warning_accepted"
    LISTS_REBUILT = "lists_rebuilt"
    BROUGHT_UP_TO_DATE = "brought_up_to_date"


_SAYS_WORDS = (Action.SETTING_CHANGED, Action.WARNING_ACCEPTED)
"""The actions logged with free words: a setting changed, or why a warning was accepted."""


Instant = Annotated[datetime, msgspec.Meta(tz=True)]


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the log. `at` is UTC to the second; `detail` holds names and digests only.

    `action` is one of Action, or a word of a newer version. `words` holds the old and new value of
    a setting, or why a warning was accepted. It never holds words of a case.
    """

    seq: int
    at: Instant
    actor: UserId
    session: str
    action: str
    case: CaseId | None = None
    detail: dict[str, str] = {}
    words: dict[str, str] = {}


class Fault(msgspec.Struct, frozen=True):
    """Something in a chain that does not verify. `number` is that of the case, "" for the log."""

    number: str
    seq: int
    what: str


class Events:
    """The log of one open casebook."""

    def __init__(
        self,
        db: Database,
        *,
        casebook: str,
        key: bytes,
        actor: UserId,
        signer: Ed25519PrivateKey,
        clock: Callable[[], datetime],
        vocabulary: Vocabulary,
    ) -> None:
        self._db = db
        self._first = sha256(f"dsl-casebook/1/events/{casebook}".encode()).digest()
        self._key = key
        self._actor = actor
        self._signer = signer
        self._clock = clock
        self._vocabulary = vocabulary
        self._session = uuid.uuid4().hex

    def note(
        self,
        action: Action,
        case: CaseId | None = None,
        detail: Mapping[str, str] | None = None,
        words: Mapping[str, str] | None = None,
    ) -> Event:
        """Add one event, in the open transaction or in one of its own.

        A clock more than two minutes behind the last event is logged first. Words are cut to 800
        characters. Raises ValueError when a detail is not one short word, or when words come with
        an action other than a setting or a warning: no text of the record may be logged.
        Raises ImageryRefused.
        """
        said = dict(detail or {})
        if not all(_WORD.fullmatch(word) for word in (*said, *said.values())):
            message = "the detail of an event is made of identifiers and digests"
            raise ValueError(message)
        written = _written(action, words or {})
        now = whole_second(self._clock())
        with self._db.change():
            last = self._last()
            if isinstance(last, Event) and now + _STEP_BACK < last.at:
                behind = {"seconds": str(int((last.at - now).total_seconds()))}
                self._add(Action.CLOCK_STEPPED_BACK, now, None, behind)
            return self._add(action, now, case, said, written)

    def tail(self, number: int = 100) -> tuple[Event | Unread, ...]:
        """Return the last events, oldest first. One that cannot be read is Unread."""
        found = self._db.rows("SELECT seq, sealed FROM event ORDER BY seq DESC LIMIT ?", number)
        return tuple(read_event(sealed, seq) for seq, sealed in reversed(found))

    def head(self) -> tuple[int, str]:
        """Return the number of the last event and its code in hex, to print and compare."""
        found = self._db.row("SELECT seq, mac FROM event ORDER BY seq DESC LIMIT 1")
        return (0, self._first.hex()) if found is None else (found[0], found[1].hex())

    def verify(self, last: int | None = None) -> tuple[Fault, ...]:
        """Return every fault in the chain of events, or only in its `last` events."""
        newest = self._db.value("SELECT max(seq) FROM event") or 0
        start = 1 if last is None else max(1, newest - last + 1)
        prev = self._first
        if start > 1:
            prev = self._db.value("SELECT mac FROM event WHERE seq = ?", start - 1) or b""
        faults, due = [], start
        for row in self._db.rows(
            "SELECT seq, sealed, prev, mac FROM event WHERE seq >= ? ORDER BY seq", start
        ):
            what = self._fault_of(row, due, prev)
            if what:
                faults.append(Fault("", row[0], what))
            due, prev = row[0] + 1, row[3]
        if newest == 0:
            faults.append(Fault("", 1, "The log is empty."))
        return tuple(faults)

    def _fault_of(self, row: Row, due: int, prev: bytes) -> str:
        seq, sealed, follows, mac = row
        if seq != due or follows != prev:
            return "An event of the log before this one is missing or was exchanged."
        if not compare_digest(mac, code(self._key, prev + sealed.encode())):
            return "This event of the log was altered."
        return ""

    def _last(self) -> Event | Unread | None:
        return next(iter(self.tail(1)), None)

    def _add(
        self,
        action: Action,
        now: datetime,
        case: CaseId | None,
        detail: dict[str, str],
        words: dict[str, str] | None = None,
    ) -> Event:
        found = self._db.row("SELECT seq, mac FROM event ORDER BY seq DESC LIMIT 1")
        seq, prev = found or (0, self._first)
        event = Event(
            seq=seq + 1,
            at=now,
            actor=self._actor,
            session=self._session,
            action=action,
            case=case,
            detail=detail,
            words=words or {},
        )
        sealed = canonical(event)
        mac = code(self._key, prev + sealed)
        # The end of a session is signed, so that a later user cannot rewrite what came before it.
        signature = self._signer.sign(mac) if action is Action.LOCKED else None
        self._vocabulary.note_action(action)
        self._db.run(
            "INSERT INTO event (seq, sealed, prev, mac, signature) VALUES (?, ?, ?, ?, ?)",
            event.seq,
            sealed.decode(),
            prev,
            mac,
            signature,
        )
        return event


def _written(action: Action, words: Mapping[str, str]) -> dict[str, str]:
    if words and action not in _SAYS_WORDS:
        message = "words stand in the log for settings and accepted warnings alone"
        raise ValueError(message)
    if any(imagery_in(text) for text in words.values()):
        raise ImageryRefused
    return {name: clean(text)[:_LONGEST_WORDS] for name, text in words.items()}


def read_event(sealed: str, seq: int) -> Event | Unread:
    """Read one line of the log. Return it as it is kept when it cannot be read."""
    return read_or_keep(sealed, Event, str(seq))
