"""The users of a casebook: who may unlock it, their signing keys, their passphrases."""

import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.domain.kit.record import UserId
from app.domain.kit.registry import UNREADABLE, Unread
from app.vault.canonical import read_instant, whole_second, write_instant
from app.vault.database import Database, Row
from app.vault.errors import KeyFileDamaged, KeysRolledBack
from app.vault.events import Action, Events
from app.vault.generations import Pointer
from app.vault.keyfile import KeyFile, read_keys, write_keys
from app.vault.keys import (
    Cost,
    Slot,
    SlotContents,
    new_contents,
    open_slot,
    seal_slot,
    signer_of,
)

_SEQUENCE = "slots_seq"


class NewUser(msgspec.Struct, frozen=True):
    """Somebody who shall be able to unlock, with the role they hold in the college."""

    name: str
    role: str


class KnownUser(msgspec.Struct, frozen=True):
    """A user of the casebook, of today or of the past. `removed` (UTC) is set for the latter."""

    user: UserId
    name: str
    role: str
    added: datetime
    removed: datetime | None


class Access:
    """The users of an open casebook. Every change is made by the user who unlocked it."""

    def __init__(
        self,
        db: Database,
        folder: Path,
        pointer: Pointer,
        *,
        mine: UserId,
        mac_key: bytes,
        events: Events,
        clock: Callable[[], datetime],
        least: Cost,
    ) -> None:
        self._db = db
        self._folder = folder
        self._pointer = pointer
        self._mine = mine
        self._mac_key = mac_key
        self._events = events
        self._clock = clock
        self._least = least

    def users(self) -> tuple[KnownUser | Unread, ...]:
        """Return every user of today and of the past, in the order they were added."""
        found = self._db.rows("SELECT id, name, role, added, removed FROM user ORDER BY added, id")
        return tuple(map(_read, found))

    def change_passphrase(self, old: str, new: str) -> None:
        """Replace the passphrase of the user who unlocked. The old one stops opening at once.

        Old back-ups still open with it. Raises WrongPassphrase, MemoryShort, DiskFull, ReadOnly,
        KeyFileDamaged; after any of them the passphrase that opened before still does.
        """
        keys = self._read()
        slot = slot_of(keys, self._mine)
        contents = self._open(slot, old)
        bare = msgspec.structs.replace(slot, changed=whole_second(self._clock()))
        changed = self._seal(contents, new, bare)
        slots = tuple(changed if each.id == slot.id else each for each in keys.slots)
        self._put(keys, slots, changed, new)
        with self._db.change():
            self.note_sequence(keys.sequence + 1)
            self._events.note(Action.KEYS_CHANGED)

    def add(self, user: NewUser, passphrase: str, *, own: str, cost: Cost) -> UserId:
        """Add a user who can unlock, with a signing key of their own, and return their id.

        `own` is the passphrase of the user who adds them. Raises as `change_passphrase`.
        """
        keys = self._read()
        data_key = self._open(slot_of(keys, self._mine), own).data_key
        bare = bare_slot(user, cost, whole_second(self._clock()))
        contents = new_contents(data_key)
        slot = self._seal(contents, passphrase, bare)
        self._put(keys, (*keys.slots, slot), slot, passphrase)
        with self._db.change():
            self.note_sequence(keys.sequence + 1)
            self.admit(slot, contents)
        return slot.id

    def admit(self, slot: Slot, contents: SlotContents) -> None:
        """Store a slot's user and their public key in the record, unless they are there already.

        Called at every unlock too: a power cut may have come after the slot was written.
        """
        if self._db.value("SELECT 1 FROM user WHERE id = ?", slot.id):
            return
        public = signer_of(contents).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        with self._db.change():
            self._db.run(
                "INSERT INTO user (id, name, role, public_key, added) VALUES (?, ?, ?, ?, ?)",
                slot.id,
                slot.name,
                slot.role,
                public,
                write_instant(slot.created),
            )
            self._events.note(Action.USER_ADDED, None, {"user": slot.id, "key": public.hex()})

    def older(self, sequence: int) -> bool:
        """Return whether a key file is older than the newest one noted in the records."""
        newest = self._db.value("SELECT value FROM meta WHERE name = ?", _SEQUENCE)
        return sequence < int(newest or 0)

    def note_sequence(self, sequence: int) -> None:
        """Store the sequence of the newest key file."""
        self._db.run(
            "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", _SEQUENCE, str(sequence)
        )

    def _read(self) -> KeyFile:
        keys = keys_of(self._folder, self._pointer)
        keys.check_mac(self._mac_key)
        if self.older(keys.sequence):
            raise KeysRolledBack
        return keys

    def _open(self, slot: Slot, passphrase: str) -> SlotContents:
        return open_slot(slot, passphrase, casebook=self._pointer.casebook, least=self._least)

    def _seal(self, contents: SlotContents, passphrase: str, bare: Slot) -> Slot:
        return seal_slot(
            contents, passphrase, casebook=self._pointer.casebook, bare=bare, least=self._least
        )

    def _put(self, keys: KeyFile, slots: tuple[Slot, ...], made: Slot, passphrase: str) -> None:
        fresh = msgspec.structs.replace(keys, slots=slots, sequence=keys.sequence + 1)
        write_keys(self._folder, fresh.with_mac(self._mac_key))
        # The user is told of success only after the slot was read back and opened.
        self._open(slot_of(self._read(), made.id), passphrase)


def _read(row: Row) -> KnownUser | Unread:
    user, name, role, added, removed = row
    try:
        gone = read_instant(removed) if removed else None
        return KnownUser(user, name, role, read_instant(added), gone)
    except UNREADABLE:
        return Unread(user, "\n".join(filter(None, row)))


def bare_slot(user: NewUser, cost: Cost, at: datetime) -> Slot:
    """Return the label of a new slot, with no keys wrapped in it yet."""
    return Slot(
        id=uuid.uuid4().hex,
        name=user.name,
        role=user.role,
        cost=cost,
        salt=b"",
        created=at,
        changed=at,
        nonce=b"",
        sealed=b"",
    )


def keys_of(folder: Path, pointer: Pointer) -> KeyFile:
    """Read the key file and check that it belongs to this casebook.

    Raises MissingFile, KeyFileDamaged, MadeByNewerVersion.
    """
    keys = read_keys(folder)
    if keys.casebook != pointer.casebook:
        raise KeyFileDamaged(
            "The key files in this folder belong to another casebook. Copy the key files from the "
            "newest backup of this casebook into the folder."
        )
    return keys


def slot_of(keys: KeyFile, user: UserId | None) -> Slot:
    """Return a user's slot, or the only slot if no user is named. Raises KeyError if not found."""
    if user is None and len(keys.slots) == 1:
        return keys.slots[0]
    return {slot.id: slot for slot in keys.slots}[user or ""]
