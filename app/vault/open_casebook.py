"""An unlocked casebook: its record, log, drafts, lists, search, settings and access."""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from app.domain.kit.record import Author
from app.domain.kit.registry import Unread
from app.vault.access import Access, KnownUser
from app.vault.ballast import Ballast
from app.vault.canonical import write_instant
from app.vault.database import Database
from app.vault.drafts import Drafts
from app.vault.errors import Damaged, KeysRolledBack, LogAltered, MadeByNewerVersion, VaultError
from app.vault.events import CHECKED_AT_UNLOCK, Action, Events, Fault
from app.vault.failures import failures, forget_failures
from app.vault.generations import Pointer
from app.vault.instance import InstanceLock
from app.vault.journal import Journal
from app.vault.keyfile import KeyFile, write_keys
from app.vault.keys import CasebookKeys, Cost, Slot, SlotContents, signer_of
from app.vault.lists import RENEWING, Lists, Register
from app.vault.projections import Projections, Summarise
from app.vault.schema import schema_holds_no_imagery
from app.vault.search import Search
from app.vault.settings import Settings
from app.vault.verification import key_faults
from app.vault.vocabulary import Language, Vocabulary

Tell = Callable[[str], None]
"""Called with a sentence before each long step, in the thread that unlocks."""


def say_nothing(_sentence: str) -> None:
    """Ignore the sentence."""


@dataclass(frozen=True, repr=False)
class Terms:
    """What a casebook is opened with besides a passphrase. Only tests lower `least`."""

    summarise: Summarise
    language: Language
    clock: Callable[[], datetime]
    least: Cost
    tell: Tell = say_nothing


@dataclass(frozen=True, repr=False)
class Opened:
    """What the passphrase opened."""

    folder: Path
    pointer: Pointer
    slot: Slot
    contents: SlotContents
    keys: CasebookKeys
    lock: InstanceLock
    db: Database


_WORDS_ALTERED = "The list of the words written into this casebook was altered."


class Casebook:
    """An unlocked casebook, owned by one thread at a time. Close it to log, sign and release it."""

    def __init__(self, opened: Opened, terms: Terms) -> None:
        slot, db, casebook = opened.slot, opened.db, opened.pointer.casebook
        signer = signer_of(opened.contents)
        self.folder = opened.folder
        self.id = casebook
        self.user = Author(slot.id, slot.name, slot.role)
        self.vocabulary = Vocabulary(db, opened.keys.audit, terms.language)
        self.events = Events(
            db,
            casebook=casebook,
            key=opened.keys.audit,
            actor=slot.id,
            signer=signer,
            clock=terms.clock,
            vocabulary=self.vocabulary,
        )
        self._ballast = Ballast(opened.folder)
        self.drafts = Drafts(db, slot.id, self.events, self._ballast, self.vocabulary)
        self.settings = Settings(db, self.events, self.vocabulary)
        projections = Projections(db, terms.summarise)
        self.journal = Journal(
            db,
            casebook=casebook,
            author=self.user,
            signer=signer,
            clock=terms.clock,
            events=self.events,
            drafts=self.drafts,
            projections=projections,
            vocabulary=self.vocabulary,
        )
        self.lists = Lists(db, projections, self.journal.entries, self.events)
        self.search = Search(db)
        self.register = Register(db)
        self.access = Access(
            db,
            opened.folder,
            opened.pointer,
            mine=slot.id,
            mac_key=opened.keys.slots_mac,
            events=self.events,
            clock=terms.clock,
            least=terms.least,
        )
        self._db = db
        self._lock = opened.lock
        self.is_open = True
        """True until the casebook is closed."""

    def renew_lists(self, tell: Tell) -> None:
        """Rebuild the lists when a program with other forms made them, by the rules of today.

        Raises DiskFull, DiskFailed, ReadOnly: then the lists are unchanged.
        """
        mark = self.vocabulary.mark
        if not self.lists.made_by(mark):
            tell(RENEWING)
            with self._db.change():
                self.lists.rebuild()
                self.lists.mark(mark)

    def adopt(self) -> None:
        """Make the calling thread the owner, after a worker unlocked the casebook for it."""
        self._db.adopt()

    def users(self) -> tuple[KnownUser | Unread, ...]:
        """Return every user of today and of the past, in the order they were added."""
        return self.access.users()

    def verify(self) -> tuple[Fault, ...]:
        """Check the log, the users' keys and every case. Return every fault found.

        Takes about a second for 100,000 events. Raises Damaged when a page cannot be read.
        """
        words = [Fault("", 0, _WORDS_ALTERED)] if self.vocabulary.altered() else []
        return (*self.events.verify(), *words, *key_faults(self._db), *self.journal.verify())

    def holds_no_imagery(self) -> str | None:
        """Return None if nothing in the records file could hold a picture, else what could."""
        return schema_holds_no_imagery(self._db)

    def close(self) -> None:
        """Log and sign the end of the session, close the records and release the folder.

        Raises no VaultError: a lock must succeed even on a full or damaged disk. Closing twice is
        harmless.
        """
        if not self.is_open:
            return
        self.is_open = False
        try:
            with suppress(VaultError):
                self.events.note(Action.LOCKED)
                self._db.checkpoint()
        finally:
            self._db.close()
            self._lock.release()

    def doubts(
        self, key_file: KeyFile, accepting: Collection[type[VaultError]]
    ) -> list[type[VaultError]]:
        """Check what needs keys and tables, write nothing, and return the warnings accepted.

        Raises Damaged, MadeByNewerVersion, and KeysRolledBack, LogAltered unless accepted.
        """
        if self._db.value("SELECT value FROM meta WHERE name = 'casebook'") != self.id:
            raise Damaged
        if any(self.vocabulary.unknown()):
            raise MadeByNewerVersion
        accepted: list[type[VaultError]] = [
            kind
            for kind, found in (
                (KeysRolledBack, self.access.older(key_file.sequence)),
                (LogAltered, bool(self.events.verify(CHECKED_AT_UNLOCK))),
            )
            if found
        ]
        for kind in accepted:
            if kind not in accepting:
                raise kind
        return accepted

    def begin(
        self, key_file: KeyFile, opened: Opened, accepted: Collection[type[VaultError]], why: str
    ) -> None:
        """Log the unlock, with the failed tries and the accepted warnings before it."""
        failed = failures(self.folder)
        with self._db.change():
            self.access.note_sequence(key_file.sequence)
            self.access.admit(opened.slot, opened.contents)
            for kind in accepted:
                self.accepted(kind, why)
            for failure in failed:
                at = write_instant(failure.at)
                self.events.note(Action.UNLOCK_FAILED, None, {"user": failure.user, "at": at})
            self.events.note(Action.UNLOCKED)
        forget_failures(self.folder)
        # Repairs the second key file when it is old or damaged. One is enough to go on.
        with suppress(VaultError):
            write_keys(self.folder, key_file)
        self._ballast.take()

    def accepted(self, kind: type[VaultError], why: str) -> None:
        """Log that the user went on after a warning, and the reason they gave."""
        detail = {"warning": kind.__name__}
        self.events.note(Action.WARNING_ACCEPTED, None, detail, {"why": why} if why else None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
