"""From a passphrase to the keys of a casebook: Argon2id, one sealed slot a user, derived keys."""

import hashlib
import hmac
import os
import unicodedata
from dataclasses import dataclass
from datetime import datetime

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.kit.record import UserId
from app.vault.canonical import canonical
from app.vault.errors import KeyFileDamaged, MemoryShort, WrongPassphrase

_KEY = 32
_SALT = 16
_NONCE = 12


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The cost of one guess of a passphrase: memory in KiB, passes over it, parallel lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def within(self, least: "Cost", most: "Cost") -> bool:
        """Return whether every part lies between two costs, both included."""
        parts = zip(_parts(least), _parts(self), _parts(most), strict=True)
        return all(low <= part <= high for low, part, high in parts)


FULL_COST = Cost(256 * 1024, 3, 4)
SHORT_COST = Cost(64 * 1024, 3, 4)  # RFC 9106's second choice, for a computer short of memory
LEAST_COST = Cost(19 * 1024, 1, 1)
MOST_COST = Cost(2 * 1024 * 1024, 10, 8)  # a hostile file must not be able to ask for 64 GiB


class Slot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a user or a recovery sheet unlocks with. `role` "recovery" marks the sheet."""

    id: UserId
    name: str
    role: str
    cost: Cost
    salt: bytes
    created: datetime
    changed: datetime
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, repr=False)
class SlotContents:
    """The content of a slot: the casebook's data key and the seed of its user's signing key."""

    data_key: bytes
    seed: bytes


@dataclass(frozen=True, repr=False)
class CasebookKeys:
    """Keys derived from the data key. `records` is 32 bytes of key and 16 of salt."""

    records: bytes
    slots_mac: bytes
    audit: bytes


def new_contents(data_key: bytes | None = None) -> SlotContents:
    """Return the contents of a new user's slot. Without a data key it is the first slot."""
    return SlotContents(data_key or os.urandom(_KEY), os.urandom(_KEY))


def seal_slot(
    contents: SlotContents, passphrase: str, *, casebook: str, bare: Slot, least: Cost
) -> Slot:
    """Wrap contents under a passphrase. `bare` has label, times and cost; the rest is new.

    On a computer short of memory the cost falls to 64 MiB, and the slot notes that cost.
    Raises MemoryShort when even that is too much.
    """
    slot = msgspec.structs.replace(bare, salt=os.urandom(_SALT), nonce=os.urandom(_NONCE))
    try:
        wrapping = _derive(passphrase, slot, least)
    except MemoryShort:
        slot = msgspec.structs.replace(slot, cost=SHORT_COST)
        wrapping = _derive(passphrase, slot, least)
    sealed = AESGCM(wrapping).encrypt(
        slot.nonce, contents.data_key + contents.seed, _bound(slot, casebook)
    )
    return msgspec.structs.replace(slot, sealed=sealed)


def open_slot(slot: Slot, passphrase: str, *, casebook: str, least: Cost) -> SlotContents:
    """Unwrap a slot.

    Raises WrongPassphrase, KeyFileDamaged when the slot asks for a cost out of bounds, MemoryShort.
    """
    wrapping = _derive(passphrase, slot, least)
    try:
        plain = AESGCM(wrapping).decrypt(slot.nonce, slot.sealed, _bound(slot, casebook))
    except (InvalidTag, ValueError):
        raise WrongPassphrase from None
    return SlotContents(plain[:_KEY], plain[_KEY:])


def derive_keys(data_key: bytes, *, casebook: str, db_salt: bytes) -> CasebookKeys:
    """Derive every key of a casebook from its data key."""
    return CasebookKeys(
        records=_expand(data_key, "db", casebook) + db_salt,
        slots_mac=_expand(data_key, "slots-mac", casebook),
        audit=_expand(data_key, "audit", casebook),
    )


def new_salt() -> bytes:
    """Return 16 random bytes, the salt at the head of a records file."""
    return os.urandom(_SALT)


def signer_of(contents: SlotContents) -> Ed25519PrivateKey:
    """Return the signing key of a slot's user."""
    return Ed25519PrivateKey.from_private_bytes(contents.seed)


def code(key: bytes, content: bytes) -> bytes:
    """Return the HMAC-SHA256 of some bytes."""
    return hmac.digest(key, content, hashlib.sha256)


def _derive(passphrase: str, slot: Slot, least: Cost) -> bytes:
    if not slot.cost.within(least, MOST_COST):
        raise KeyFileDamaged
    # One passphrase must be the same bytes however the keyboard composed its letters.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return Argon2id(
            salt=slot.salt,
            length=_KEY,
            iterations=slot.cost.passes,
            lanes=slot.cost.lanes,
            memory_cost=slot.cost.memory_kib,
        ).derive(secret)
    except MemoryError:
        raise MemoryShort from None
    except ValueError:
        raise KeyFileDamaged from None


def _bound(slot: Slot, casebook: str) -> bytes:
    """Return the label of a slot as bytes, authenticated so that nobody can exchange it."""
    said = {name: getattr(slot, name) for name in slot.__struct_fields__}
    del said["nonce"], said["sealed"]
    return canonical(said | {"casebook": casebook})


def _expand(data_key: bytes, purpose: str, casebook: str) -> bytes:
    label = f"dsl-casebook/1/{purpose}/{casebook}".encode()
    return HKDF(algorithm=SHA256(), length=_KEY, salt=None, info=label).derive(data_key)


def _parts(cost: Cost) -> tuple[int, int, int]:
    return cost.memory_kib, cost.passes, cost.lanes
