"""Check a document: say whether a file, or six words, are what was issued from this casebook."""

import stat
from itertools import permutations
from pathlib import Path

import msgspec

from app.casework.desk import Desk
from app.documents.claims import Claims, Locked, claims_of, is_pdf
from app.domain.answers import Choice
from app.domain.moments import write_time
from app.domain.record import CaseId, Sealed
from app.domain.spelling import Misspelt, words_typed
from app.domain.stages.document import DocumentIssued, DocumentProtected
from app.domain.words import HOW_MANY

LARGEST = 20_000_000
"""Bytes of a file that is looked at; the largest document of a long case is far below it."""
_BEGINNING = 1024
"""Bytes that tell a PDF from anything else. Of what is no PDF nothing more is ever read."""

__all__ = ["Checked", "Claims", "Locked", "NotRead", "Verdict", "check_claims", "check_typed"]


class Verdict(Choice):
    """What can be said of a document."""

    SAME = "same", "Exactly as issued"
    ALTERED = "altered", "Altered"
    UNKNOWN = "unknown", "Not known here"


class NotRead(Exception):
    """A file, or what was typed, says nothing that could be checked. `sentence` tells why."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


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


def read_claims(path: Path, passphrase: str = "") -> Claims:
    """Read what a PDF says of itself. Touches no casebook: meant for a worker.

    The file is only read, and of what is no PDF no more than its beginning: a picture is neither
    opened nor is its digest taken. Raises NotRead, and Locked when only a passphrase opens it.
    """
    try:
        data = _pdf_in(path)
    except FileNotFoundError:
        raise NotRead("The file is no longer there. Choose it again where it is now.") from None
    except PermissionError:
        raise NotRead(
            "The file cannot be opened: another program holds it, or your account may not read "
            "it. Close the other program, or ask whoever looks after the folder."
        ) from None
    except OSError:
        raise NotRead(
            "The file could not be read to its end. Check that its disk is connected, and "
            "choose it again."
        ) from None
    return claims_of(data, passphrase)


def _pdf_in(path: Path) -> bytes:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise NotRead("This is a folder or a device, not a file. Choose a PDF.")
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING)
        if not beginning:
            raise NotRead("The file is empty. Ask for it to be sent again.")
        if not is_pdf(beginning):
            raise NotRead("This is not a PDF, so it was not issued here. It was not opened.")
        rest = file.read(LARGEST + 1 - len(beginning)) if found.st_size <= LARGEST else b""
    if max(found.st_size, len(beginning) + len(rest)) > LARGEST:
        raise NotRead("This file is larger than any document that was issued here.")
    return beginning + rest


def check_claims(desk: Desk, claims: Claims) -> Checked:
    """Say whether a file is exactly what was issued, was altered, or is not known here.

    Raises Locked when that cannot be said without its passphrase.
    """
    register = desk.casebook.register
    for sealed in register.by_digest(claims.digest):
        return _same(desk, sealed)
    if claims.locked:
        raise Locked
    for words in claims.words:
        for sealed in register.by_words(words):
            return _altered(desk, sealed, "It is not the file that was issued")
    for number in claims.numbers:
        for sealed in register.by_number(number):
            what = "It is not the file that was issued, or it comes from another casebook"
            return _altered(desk, sealed, what)
    unread = " No text could be read from it: it may be cut short." * (not claims.readable)
    return Checked(
        Verdict.UNKNOWN, f"Nothing like this file was issued from this casebook.{unread}"
    )


def check_typed(desk: Desk, typed: str) -> Checked:
    """Say which document bears these six words, however they are set apart.

    Raises NotRead when they are not six, or one of them is on no document.
    """
    try:
        given = words_typed(typed)
    except Misspelt as error:
        raise NotRead(error.sentence) from None
    if len(given) != HOW_MANY:
        raise NotRead(f"There are six words at the foot of each page; here are {len(given)}.")
    register = desk.casebook.register
    for sealed in register.by_words(" ".join(given)):
        form = _issued(sealed)
        sentence = (
            f"These words stand for {_said(form)}, {_pages(form)}. Compare with it what you have "
            f"in hand.{_newer(desk, sealed.case, form)}"
        )
        return Checked(Verdict.SAME, sentence, sealed.case, form.number)
    for sealed in register.by_any_words({" ".join(order) for order in permutations(given)}):
        form = _issued(sealed)
        sentence = (
            f"In this order the words stand for nothing. In another they stand for {_said(form)}. "
            "Read them again from left to right."
        )
        return Checked(Verdict.UNKNOWN, sentence, sealed.case, form.number)
    return Checked(
        Verdict.UNKNOWN,
        "No document with these words was issued from this casebook. The words of a draft are "
        "kept nowhere: a draft is not for relying on.",
    )


def _same(desk: Desk, sealed: Sealed) -> Checked:
    copy = ""
    if sealed.form == "document_protected":
        form = msgspec.json.decode(sealed.body, type=DocumentProtected)
        (sealed,) = desk.casebook.register.by_number(form.number)
        copy = f" This is the protected copy saved on {write_time(form.saved_at)}."
    issued = _issued(sealed)
    sentence = (
        f"{issued.number}, exactly as issued on {write_time(issued.issued_at)} to "
        f"{issued.recipient}.{copy}{_newer(desk, sealed.case, issued)}"
    )
    return Checked(Verdict.SAME, sentence, sealed.case, issued.number)


def _altered(desk: Desk, sealed: Sealed, what: str) -> Checked:
    form = _issued(sealed)
    sentence = (
        f"This file says that it is {_said(form)}. {what}: do not rely on it."
        f"{_newer(desk, sealed.case, form)}"
    )
    return Checked(Verdict.ALTERED, sentence, sealed.case, form.number)


def _said(form: DocumentIssued) -> str:
    return f"{form.number}, issued on {write_time(form.issued_at)} to {form.recipient}"


def _pages(form: DocumentIssued) -> str:
    return f"{form.pages} {'page' if form.pages == '1' else 'pages'}"


def _newer(desk: Desk, case: CaseId, form: DocumentIssued) -> str:
    """Say that a newer document takes the place of this one: the last of all that follow it."""
    entries = desk.casebook.journal.entries(case)
    issued = [_issued(one) for one in entries if one.form == "document_issued"]
    newest = form
    for one in issued:  # in the order in which they were sealed
        if one.replaces == newest.number:
            newest = one
    if newest is form:
        return ""
    day = write_time(newest.issued_at)
    return f" A newer one takes its place: {newest.number}, issued on {day}."


def _issued(sealed: Sealed) -> DocumentIssued:
    return msgspec.json.decode(sealed.body, type=DocumentIssued)
