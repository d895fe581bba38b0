"""Check a document: whether a file, or six words, are what was issued from this casebook."""

import stat
from itertools import permutations
from pathlib import Path
from typing import TypeVar

import msgspec

from app.casework.session import Session
from app.domain.forms.sharing import DocumentIssued, DocumentProtected
from app.domain.kit.answers import Choice
from app.domain.kit.form import Form, form_name
from app.domain.kit.moments import write_time
from app.domain.kit.record import CaseId, SealedEntry
from app.domain.kit.registry import Unread, read_or_keep
from app.domain.kit.words import HOW_MANY, Misspelt, words_typed
from app.typesetting.document import Claims, Locked, claims_of, is_pdf

LARGEST = 20_000_000
"""The most bytes of a file to check; the largest document of a long case is far smaller."""
_BEGINNING = 1024
"""Bytes that tell whether a file is a PDF. Of any other file nothing more is read."""

FormT = TypeVar("FormT", bound=Form)

__all__ = ["Checked", "Claims", "Locked", "NotRead", "Verdict", "check_claims", "check_typed"]


class Verdict(Choice):
    """What a check can say of a document."""

    SAME = "same", "Exactly as issued"
    ALTERED = "altered", "Altered"
    UNKNOWN = "unknown", "Not known here"


class NotRead(Exception):
    """A file, or typed text, contains nothing to check. `sentence` gives the reason."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


class Checked(msgspec.Struct, frozen=True):
    """A verdict with its sentence. `case` and `number` lead to the document, if it is known."""

    verdict: Verdict
    sentence: str
    case: str = ""
    number: str = ""


class Registered(msgspec.Struct, frozen=True):
    """One issued document, and the case it belongs to."""

    case: str
    document: DocumentIssued | Unread


def registered(session: Session, limit: int = 100) -> tuple[Registered, ...]:
    """Return the documents issued last from any case, newest first."""
    found = session.casebook.register.newest(limit)
    return tuple(Registered(one.case or "", _issued(one)) for one in found)


def read_claims(path: Path, passphrase: str = "") -> Claims:
    """Read what a PDF says about itself. Reads no casebook: meant for a worker thread.

    The file is only read, and only its beginning if it is no PDF: a picture is neither opened nor
    hashed. Raises NotRead, and Locked when only a passphrase opens it.
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


def check_claims(session: Session, claims: Claims) -> Checked:
    """Return whether a file is exactly what was issued, was altered, or is not known here.

    Raises Locked when that needs the passphrase of the file.
    """
    register = session.casebook.register
    for found in register.by_digest(claims.digest):
        return _same(session, found)
    if claims.locked:
        raise Locked
    for words in claims.words:
        for found in register.by_words(words):
            return _altered(session, found, "It is not the file that was issued")
    for number in claims.numbers:
        for found in register.by_number(number):
            what = "It is not the file that was issued, or it comes from another casebook"
            return _altered(session, found, what)
    unread = " No text could be read from it: it may be cut short." * (not claims.readable)
    return Checked(
        Verdict.UNKNOWN, f"Nothing like this file was issued from this casebook.{unread}"
    )


def check_typed(session: Session, typed: str) -> Checked:
    """Return which document has these six words, whatever is between them.

    Raises NotRead when they are not six, or one of them is on no document.
    """
    try:
        given = words_typed(typed)
    except Misspelt as error:
        raise NotRead(error.sentence) from None
    if len(given) != HOW_MANY:
        raise NotRead(f"There are six words at the foot of each page; here are {len(given)}.")
    register = session.casebook.register
    for found in register.by_words(" ".join(given)):
        form, case = _issued(found), found.case or ""
        if isinstance(form, Unread):
            return _of_newer(form)
        sentence = (
            f"These words stand for {_said(form)}, {_pages(form)}. Compare with it what you have "
            f"in hand.{_newer(session, case, form)}"
        )
        return Checked(Verdict.SAME, sentence, case, form.number)
    for found in register.by_any_words({" ".join(order) for order in permutations(given)}):
        form, case = _issued(found), found.case or ""
        if isinstance(form, Unread):
            return _of_newer(form)
        sentence = (
            f"In this order the words stand for nothing. In another they stand for {_said(form)}. "
            "Read them again from left to right."
        )
        return Checked(Verdict.UNKNOWN, sentence, case, form.number)
    return Checked(
        Verdict.UNKNOWN,
        "No document with these words was issued from this casebook. The words of a draft are "
        "kept nowhere: a draft is not for relying on.",
    )


def _same(session: Session, found: SealedEntry | Unread) -> Checked:
    copy = ""
    if isinstance(found, SealedEntry) and found.form == form_name(DocumentProtected):
        protected = _read(found, DocumentProtected)
        if isinstance(protected, Unread):
            return _of_newer(protected)
        (found,) = session.casebook.register.by_number(protected.number)
        copy = f" This is the protected copy saved on {write_time(protected.saved_at)}."
    form, case = _issued(found), found.case or ""
    if isinstance(form, Unread):
        return _of_newer(form)
    sentence = (
        f"{form.number}, exactly as issued on {write_time(form.issued_at)} to "
        f"{form.recipient}.{copy}{_newer(session, case, form)}"
    )
    return Checked(Verdict.SAME, sentence, case, form.number)


def _altered(session: Session, found: SealedEntry | Unread, what: str) -> Checked:
    form, case = _issued(found), found.case or ""
    if isinstance(form, Unread):
        return _of_newer(form)
    sentence = (
        f"This file says that it is {_said(form)}. {what}: do not rely on it."
        f"{_newer(session, case, form)}"
    )
    return Checked(Verdict.ALTERED, sentence, case, form.number)


def _of_newer(form: Unread) -> Checked:
    sentence = (
        "This belongs to a document that a newer version of DSL Casebook issued from this "
        "casebook. This version cannot read what was registered of it."
    )
    return Checked(Verdict.UNKNOWN, sentence, form.case or "", form.name)


def _said(form: DocumentIssued) -> str:
    return f"{form.number}, issued on {write_time(form.issued_at)} to {form.recipient}"


def _pages(form: DocumentIssued) -> str:
    return f"{form.pages} {'page' if form.pages == '1' else 'pages'}"


def _newer(session: Session, case: CaseId, form: DocumentIssued) -> str:
    """Return a sentence on the newest document that replaces this one; "" if none does."""
    newest = form
    for found in session.casebook.register.of_case(case):  # in the order of sealing
        one = _issued(found)
        if isinstance(one, DocumentIssued) and one.replaces == newest.number:
            newest = one
    if newest is form:
        return ""
    day = write_time(newest.issued_at)
    return f" A newer one takes its place: {newest.number}, issued on {day}."


def _issued(found: SealedEntry | Unread) -> DocumentIssued | Unread:
    return _read(found, DocumentIssued)


def _read(found: SealedEntry | Unread, form: type[FormT]) -> FormT | Unread:
    if isinstance(found, Unread):
        return found
    return read_or_keep(bytes(found.body).decode(), form, found.number, found.case)
