"""Check one case: its chain, its authors' signatures, and what the log says was sealed."""

from collections.abc import Iterator
from hashlib import sha256

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.domain.kit.record import CaseId, SealedEntry
from app.domain.kit.registry import UNREADABLE
from app.vault.database import Database, Row
from app.vault.events import Action, Event, Fault, read_event


def genesis(casebook: str, case: CaseId) -> bytes:
    """Return the 32 bytes at the start of a case's chain. They bind it to this casebook."""
    return sha256(f"dsl-casebook/1/entries/{casebook}/{case}".encode()).digest()


def case_faults(db: Database, casebook: str, case: CaseId) -> list[Fault]:
    """Return every fault of one case, in the order of its entries."""
    noted = _noted(db, case)
    number = db.value("SELECT number FROM casefile WHERE case_id = ?", case)
    number = number or next((event.detail.get("number") for event in noted.values()), None) or case
    faults: list[Fault] = []
    keys = _public_keys(db)
    due, prev = 1, genesis(casebook, case)
    seen: dict[int, str] = {}
    for row in db.rows(
        "SELECT seq, sealed, prev, hash, signature FROM entry WHERE case_id = ? ORDER BY seq", case
    ):
        seq, digest = row[0], row[3]
        what = _fault_of(row, due, prev, (case, number), keys)
        if what:
            faults.append(Fault(number, seq, what))
        elif seq not in noted or noted[seq].detail.get("hash") != digest.hex():
            faults.append(Fault(number, seq, "This entry is not the one the log says was sealed."))
        seen[seq] = digest.hex()
        due, prev = seq + 1, digest
    faults += [
        Fault(number, seq, "An entry was removed: the log says one was sealed here.")
        for seq in noted
        if seq not in seen
    ]
    return sorted(faults, key=lambda fault: fault.seq)


def key_faults(db: Database) -> list[Fault]:
    """Return a fault for each user whose key is not the one that the log says was added."""
    added = {}
    for event in _events(db, "action = ?", Action.USER_ADDED):
        added[event.detail.get("user")] = event.detail.get("key")
    return [
        Fault("", 0, "The signing key of a user was exchanged.")
        for user, key in db.rows("SELECT id, public_key FROM user")
        if added.get(user) != key.hex()
    ]


def _fault_of(
    row: Row, due: int, prev: bytes, of: tuple[CaseId, str], keys: dict[str, bytes]
) -> str:
    seq, sealed, follows, digest, signature = row
    if seq != due or follows != prev:
        return "An entry before this one was removed or exchanged."
    if sha256(prev + sealed.encode()).digest() != digest:
        return "This entry was altered after it was sealed."
    try:
        entry = msgspec.json.decode(sealed, type=SealedEntry)
    except UNREADABLE:
        return "This entry cannot be read: a newer version may have sealed it."
    if (entry.case, entry.number, entry.seq) != (*of, seq):
        return "This entry was moved here from another place."
    if not _signed(keys.get(entry.author.user), signature, digest):
        return "The signature of this entry is not its author's."
    return ""


def _signed(public_key: bytes | None, signature: bytes, digest: bytes) -> bool:
    if public_key is None:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, digest)
    except (InvalidSignature, ValueError):
        return False
    return True


def _noted(db: Database, case: CaseId) -> dict[int, Event]:
    """Return the events of sealing in this case, by the number of the entry."""
    noted = _events(db, "case_id = ? AND action = ?", case, Action.ENTRY_SEALED)
    numbered = ((event.detail.get("seq", ""), event) for event in noted)
    return {int(seq): event for seq, event in numbered if seq.isdecimal()}


def _events(db: Database, where: str, *values: object) -> Iterator[Event]:
    """Yield the events that meet an SQL condition and can be read, oldest first."""
    asked = f"SELECT seq, sealed FROM event WHERE {where} ORDER BY seq"  # noqa: S608 - bound
    for seq, sealed in db.rows(asked, *values):
        event = read_event(sealed, seq)
        if isinstance(event, Event):
            yield event


def _public_keys(db: Database) -> dict[str, bytes]:
    return dict(db.rows("SELECT id, public_key FROM user"))
