"""Make a casebook on disk, list who can unlock it, and unlock it."""

import uuid
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from app.domain.kit.record import UserId
from app.vault import schema
from app.vault.access import KnownUser, NewUser, bare_slot, keys_of, slot_of
from app.vault.canonical import whole_second
from app.vault.database import Database, check_engine
from app.vault.errors import FolderNotEmpty, VaultError, WeakPlace, WrongPassphrase
from app.vault.events import Action, Events
from app.vault.failures import note_failure, wait_before_next_try
from app.vault.files import disk_errors_told, make_empty_file, make_folder
from app.vault.generations import Pointer, read_pointer, settle, write_pointer
from app.vault.instance import InstanceLock, is_weak
from app.vault.keyfile import KeyFile, write_keys
from app.vault.keys import (
    FULL_COST,
    LEAST_COST,
    Cost,
    derive_keys,
    new_contents,
    new_salt,
    open_slot,
    seal_slot,
    signer_of,
)
from app.vault.open_casebook import Casebook, Opened, Tell, Terms, say_nothing
from app.vault.projections import Summarise
from app.vault.upgrade import brought_up_to_date
from app.vault.vocabulary import Language, Vocabulary

Clock = Callable[[], datetime]


class SlotLabel(msgspec.Struct, frozen=True):
    """Somebody who can unlock a casebook. The key file shows this without a passphrase."""

    user: UserId
    name: str
    role: str


def now() -> datetime:
    """Return the present instant, aware, in UTC."""
    return datetime.now(UTC)


def slots(folder: Path) -> tuple[SlotLabel, ...]:
    """Return who can unlock a casebook.

    Raises NotACasebook, MissingFile, KeyFileDamaged, MadeByNewerVersion, Damaged.
    """
    keys = keys_of(folder, read_pointer(folder))
    return tuple(SlotLabel(slot.id, slot.name, slot.role) for slot in keys.slots)


def create(
    folder: Path,
    *,
    founder: NewUser,
    passphrase: str,
    settings: dict[str, str],
    summarise: Summarise,
    language: Language,
    clock: Clock = now,
    cost: Cost = FULL_COST,
    least: Cost = LEAST_COST,
    accepting: Collection[type[VaultError]] = (),
    why: str = "",
) -> Casebook:
    """Make a casebook in an empty or a new folder and open it for its founder.

    `least` is the lowest cost a slot may have; only tests lower it. `accepting` holds WeakPlace
    when the user insists on the place, and `why` their reason, which is logged.
    Raises FolderNotEmpty, WeakPlace, EngineTooOld, MemoryShort, DiskFull, DiskFailed, ReadOnly.
    """
    check_engine()
    weak = is_weak(folder)
    if weak and WeakPlace not in accepting:
        raise WeakPlace
    make_folder(folder)
    with disk_errors_told():
        if any(folder.iterdir()):
            raise FolderNotEmpty
    lock = InstanceLock(folder)
    try:
        terms = Terms(summarise, language, clock, least)
        _make(folder, founder, passphrase, settings=settings, terms=terms, cost=cost)
    finally:
        lock.release()
    # Unlocking it proves, before anybody relies on it, that what was written can be opened.
    made = unlock(
        folder, passphrase, summarise=summarise, language=language, clock=clock, least=least
    )
    if weak:
        made.accepted(WeakPlace, why)
    return made


def unlock(
    folder: Path,
    passphrase: str,
    *,
    summarise: Summarise,
    language: Language,
    user: UserId | None = None,
    clock: Clock = now,
    least: Cost = LEAST_COST,
    accepting: Collection[type[VaultError]] = (),
    why: str = "",
    tell: Tell = say_nothing,
) -> Casebook:
    """Open a casebook for one of its users. If it has only one user, `user` may be left out.

    A casebook of an older version is upgraded first; `tell` gets a sentence before each step.
    A casebook that holds a word outside `language` is not opened.
    `accepting` holds KeysRolledBack or LogAltered when the user goes on after the warning, and
    `why` their reason, which is logged.
    Raises WrongPassphrase, KeyFileDamaged, KeysRolledBack, LogAltered, InUseElsewhere,
    MadeByNewerVersion, NotUpgraded, Damaged, EmptyFile, MissingFile, NotACasebook, ReadOnly,
    DiskFull, DiskFailed, EngineTooOld, MemoryShort. A missing file is never created here.
    """
    check_engine()
    pointer = read_pointer(folder)
    lock = InstanceLock(folder)
    try:
        key_file = keys_of(folder, pointer)
        slot = slot_of(key_file, user)
        try:
            contents = open_slot(slot, passphrase, casebook=pointer.casebook, least=least)
        except WrongPassphrase:
            note_failure(folder, slot.id, clock())
            raise
        keys = derive_keys(contents.data_key, casebook=pointer.casebook, db_salt=key_file.db_salt)
        key_file.check_mac(keys.slots_mac)
        db = Database(pointer.records(folder), keys.records)
        opened = Opened(folder, pointer, slot, contents, keys, lock, db)
        terms = Terms(summarise, language, clock, least, tell)
        return _begin(opened, terms, key_file, (accepting, why))
    except BaseException:
        lock.release()
        raise


def _make(
    folder: Path,
    founder: NewUser,
    passphrase: str,
    *,
    settings: dict[str, str],
    terms: Terms,
    cost: Cost,
) -> None:
    """Write every file of a new casebook. vault.json comes last, so that half a one never opens."""
    pointer = Pointer(casebook=uuid.uuid4().hex)
    contents = new_contents()
    slot = seal_slot(
        contents,
        passphrase,
        casebook=pointer.casebook,
        bare=bare_slot(founder, cost, whole_second(terms.clock())),
        least=terms.least,
    )
    db_salt = new_salt()
    keys = derive_keys(contents.data_key, casebook=pointer.casebook, db_salt=db_salt)
    key_file = KeyFile(casebook=pointer.casebook, sequence=1, db_salt=db_salt, slots=(slot,))
    write_keys(folder, key_file.with_mac(keys.slots_mac))
    make_folder(pointer.records(folder).parent)
    make_empty_file(pointer.records(folder))
    db = Database(pointer.records(folder), keys.records, new=True)
    try:
        schema.lay_out(db)
        vocabulary = Vocabulary(db, keys.audit, terms.language)
        log = Events(
            db,
            casebook=pointer.casebook,
            key=keys.audit,
            actor=slot.id,
            signer=signer_of(contents),
            clock=terms.clock,
            vocabulary=vocabulary,
        )
        with db.change():
            db.run("INSERT INTO meta (name, value) VALUES ('casebook', ?)", pointer.casebook)
            for name, value in settings.items():
                db.run("INSERT INTO setting (name, value) VALUES (?, ?)", name, value)
                vocabulary.note_setting(name)
            log.note(Action.CREATED)
            db.run("INSERT INTO meta (name, value) VALUES ('lists', ?)", vocabulary.mark)
        db.checkpoint()
    finally:
        db.close()
    write_pointer(folder, pointer)


def _begin(
    opened: Opened,
    terms: Terms,
    key_file: KeyFile,
    accepted: tuple[Collection[type[VaultError]], str],
) -> Casebook:
    accepting, why = accepted
    try:
        schema.check_structure(opened.db)
        agreed = Casebook(opened, terms).doubts(key_file, accepting)
        if older := schema.version_of(opened.db) < schema.newest_version():
            opened = brought_up_to_date(opened, terms)
        opened.db.guard()
        book = Casebook(opened, terms)
        book.begin(key_file, opened, agreed, why)
        with suppress(VaultError):  # old lists are better than a casebook that does not open
            book.renew_lists(terms.tell)
        if not older:
            # This generation was unlocked before, so the one before it is no longer needed.
            with suppress(VaultError):
                settle(opened.folder, opened.pointer)
    except BaseException:
        opened.db.close()
        raise
    return book


__all__ = [
    "FULL_COST",
    "Casebook",
    "Cost",
    "KnownUser",
    "NewUser",
    "SlotLabel",
    "Tell",
    "create",
    "say_nothing",
    "slots",
    "unlock",
    "wait_before_next_try",
]
