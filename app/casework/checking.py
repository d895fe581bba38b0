"""Check a document: say whether a file, or six words, are what was issued from this casebook."""

import hashlib
import re
from pathlib import Path

import msgspec

from app.casework.desk import Desk
from app.documents.document import text_of
from app.domain.answers import Choice
from app.domain.moments import write_time
from app.domain.record import Sealed
from app.domain.stages.document import DocumentIssued, DocumentProtected
from app.domain.words import HOW_MANY

LARGEST = 20_000_000
"""Bytes of a file that is looked at; the largest document of a long case is far below it."""
_NUMBER = re.compile(r"\b[0-9]{4}-[0-9]{4}-D[0-9]{1,4}\b")
_WORDS = re.compile(rf"Check words:\s+((?:[a-z]{{3,8}}\s+){{{HOW_MANY - 1}}}[a-z]{{3,8}})")


class Verdict(Choice):
    """What can be said of a document."""

    SAME = "same", "Exactly as issued"
    ALTERED = "altered", "Altered"
    UNKNOWN = "unknown", "Not known here"


class Claims(msgspec.Struct, frozen=True):
    """What a file is and what is printed in it: its digest, numbers and check words."""

    digest: str
    numbers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Checked(msgspec.Struct, frozen=True):
    """A verdict, in a sentence. `case` and `number` lead to the document, where it is known."""

    verdict: Verdict
    sentence: str
    case: str = ""
    number: str = ""


class Registered(msgspec.Struct, frozen=True):
    """One issued document, and the case it belongs to."""

    case: str
    document: DocumentIssued


def registered(desk: Desk, limit: int = 100) -> tuple[Registered, ...]:
    """Give the documents issued last from any case, the newest first."""
    found = desk.casebook.register.newest(limit)
    return tuple(Registered(sealed.case, _issued(sealed)) for sealed in found)


def read_claims(path: Path) -> Claims:
    """Read what a PDF says of itself. Touches no casebook: meant for a worker.

    The file is only read. Raises OSError when it cannot be, ValueError when it is too large.
    """
    if path.stat().st_size > LARGEST:
        raise ValueError("This file is larger than any document that was issued here.")
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    try:
        text = "\n".join(text_of(data))
    except Exception:  # noqa: BLE001 - a foreign or damaged file can fail in any way; it stays unknown
        return Claims(digest)
    words = (" ".join(found.split()) for found in _WORDS.findall(text))
    return Claims(digest, tuple(dict.fromkeys(_NUMBER.findall(text))), tuple(dict.fromkeys(words)))


def check_claims(desk: Desk, claims: Claims) -> Checked:
    """Say whether a file is exactly what was issued, was altered, or is not known here."""
    register = desk.casebook.register
    for sealed in register.by_digest(claims.digest):
        return _same(desk, sealed)
    named = [one for words in claims.words for one in register.by_words(words)]
    named += [one for number in claims.numbers for one in register.by_number(number)]
    for sealed in named:
        form = _issued(sealed)
        sentence = (
            f"This file says that it is {form.number}, issued on {write_time(form.issued_at)} to "
            f"{form.recipient}. It is not the file that was issued: do not rely on it."
        )
        return Checked(Verdict.ALTERED, sentence, sealed.case, form.number)
    return Checked(Verdict.UNKNOWN, "Nothing like this file was issued from this casebook.")


def check_typed(desk: Desk, typed: str) -> Checked:
    """Say which document bears these six words. Spaces and capitals do not matter."""
    words = " ".join(typed.casefold().split())
    for sealed in desk.casebook.register.by_words(words):
        form = _issued(sealed)
        sentence = (
            f"These words stand for {form.number}, issued on {write_time(form.issued_at)} to "
            f"{form.recipient}, pages: {form.pages}. Compare with it what you have in hand."
        )
        return Checked(Verdict.SAME, sentence, sealed.case, form.number)
    return Checked(Verdict.UNKNOWN, "No document with these words was issued from this casebook.")


def _same(desk: Desk, sealed: Sealed) -> Checked:
    if sealed.form == "document_protected":
        form = msgspec.json.decode(sealed.body, type=DocumentProtected)
        (sealed,) = desk.casebook.register.by_number(form.number)
    issued = _issued(sealed)
    sentence = f"Exactly as issued on {write_time(issued.issued_at)} to {issued.recipient}."
    return Checked(Verdict.SAME, sentence, sealed.case, issued.number)


def _issued(sealed: Sealed) -> DocumentIssued:
    return msgspec.json.decode(sealed.body, type=DocumentIssued)
