"""Reads the digest, number and check words of a PDF. No picture is decoded."""

import io
import re
from hashlib import sha256

import msgspec
from pypdf import PdfReader

from app.domain.kit.words import HOW_MANY

_BEGINS = b"%PDF-"
_NUMBER = re.compile(r"\b[0-9]{4}-[0-9]{4}-D[0-9]{1,4}\b")
_WORDS = re.compile(rf"Check words:\s+((?:[a-z]{{3,8}}\s+){{{HOW_MANY - 1}}}[a-z]{{3,8}})")


class Locked(Exception):
    """Only a passphrase opens this PDF. `wrong` is set when the given one does not open it."""

    def __init__(self, *, wrong: bool = False) -> None:
        self.wrong = wrong
        self.sentence = (
            "That passphrase does not open it. Type it as it stands on the slip."
            if wrong
            else "This PDF is protected, and it is no copy as it was saved here. Type its "
            "passphrase, and what is inside can be checked."
        )
        super().__init__(self.sentence)


class Claims(msgspec.Struct, frozen=True):
    """The digest of a file, with the numbers and check words printed in it.

    `locked` means that it was not opened; not `readable` means that it holds no text.
    """

    digest: str
    numbers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    locked: bool = False
    readable: bool = True


def is_pdf(beginning: bytes) -> bool:
    """Return whether a file begins like every PDF that is issued here."""
    return beginning.startswith(_BEGINS)


def claims_of(data: bytes, passphrase: str = "") -> Claims:
    """Read the claims of a PDF. A foreign or damaged one may fail in any way and has none.

    Raises Locked when the given passphrase does not open it.
    """
    digest = sha256(data).hexdigest()
    try:
        text, named = _inside(data, passphrase)
    except Locked:
        if passphrase:
            raise
        return Claims(digest, locked=True)
    except Exception:  # noqa: BLE001 - whatever it is, the file stays unknown
        text, named = "", ""
    if not text.strip():
        named += data.decode("latin-1")  # damaged, or pictures of pages: its title may be left
    words = (" ".join(found.split()) for found in _WORDS.findall(text))
    numbers = _NUMBER.findall(f"{text}\n{named}")
    return Claims(
        digest,
        tuple(dict.fromkeys(numbers)),
        tuple(dict.fromkeys(words)),
        readable=bool(text.strip()),
    )


def _inside(data: bytes, passphrase: str) -> tuple[str, str]:
    """Return the text of all pages, and the title and subject in the file. Raises Locked."""
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(passphrase):
        raise Locked(wrong=bool(passphrase))
    return "\n".join(page.extract_text() for page in reader.pages), _named(reader)


def _named(reader: PdfReader) -> str:
    found = reader.metadata
    return f"{found.title} {found.subject}" if found else ""
