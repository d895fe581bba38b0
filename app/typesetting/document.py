"""Renders a document: its pages as a PDF, with the digest and check words that prove it."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

import io
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby, zip_longest

import msgspec
from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions
from reportlab.platypus.flowables import Flowable

from app.domain.kit.answers import StaffMember
from app.domain.kit.words import HOW_MANY, check_words
from app.typesetting import blocks
from app.typesetting.content import (
    Content,
    Issue,
    Part,
    Prose,
    Signatures,
    Spoken,
    Table,
    digest_of,
)
from app.typesetting.envelope import AddressBlock
from app.typesetting.letter import Closing, closer
from app.typesetting.page import Furniture, build
from app.typesetting.signing import SignedEnd


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A finished document. `digest` is the SHA-256 of its content; `words` are its check words."""

    content: Content
    pdf: bytes
    digest: bytes
    words: str
    pages: int


def render_document(content: Content) -> Document:
    """Render a document. Raises ValueError when an answer is blank.

    A letter that takes fewer pages when it is set closer is set so.
    """
    made = _rendered(content)
    again = closer(content) if made.pages > 1 else None
    if again is None:
        return made
    made_closer = _rendered(again)
    return made_closer if made_closer.pages < made.pages else made


def _rendered(content: Content) -> Document:
    digest = digest_of(content)
    words = check_words(digest)
    issue = content.issue
    furniture = Furniture(
        college=issue.college,
        title=content.title,
        number=issue.number,
        kind=content.kind,
        recipient=content.recipient,
        check_words=words,
        record_head=issue.record_head,
        issued=content.issued,
        author=issue.author.name if content.discreet else _signed(issue.author),
        edition=issue.edition,
        replaces=issue.replaces,
        marking=content.marking,
        addressed=bool(content.address),
        blank=content.blank,
        discreet=content.discreet,
    )
    pdf, pages = build(furniture, _story(content))
    return Document(content=content, pdf=pdf, digest=digest, words=words, pages=pages)


def _signed(author: StaffMember) -> str:
    return f"{author.name}, {author.role}"


def _story(content: Content) -> list[Flowable]:
    story: list[Flowable] = []
    if content.address:
        story.append(AddressBlock(content.address, content.facts))
    story += blocks.title_block(content.title, content.under)
    story += blocks.callout(content.callout) if content.callout else []
    for signed, parts in groupby(content.parts, key=_is_signed):
        made = [flowable for part in _opened(parts) for flowable in part]
        if signed and story:
            made = [SignedEnd([*_last(story), *made])]  # nobody signs a page without other words
        story += made
    return story


def _opened(parts: Iterable[Part]) -> Iterator[list[Flowable]]:
    """Yield the flowables of each part: what opens a table without a heading stays with it."""
    given = tuple(parts)
    for part, after in zip_longest(given, given[1:]):
        opens = isinstance(part, Prose) and isinstance(after, Table) and not after.heading
        yield [*(blocks.room_below() if opens else ()), *part.flowables()]


def _is_signed(part: Part) -> bool:
    return isinstance(part, Signatures | Closing)


def _last(story: list[Flowable]) -> list[Flowable]:
    """Remove and return the last part of a story, with the labels kept together with it."""
    taken = [story.pop()]
    while story and story[-1].getKeepWithNext():
        taken.insert(0, story.pop())
    return taken


ALGORITHM = "AES-256"
KIND = "Passphrase slip"
HOW_TO_GIVE = (
    "Give this slip to the reader by another way than the file: by telephone, in person or by "
    "post. Whoever has both can read the document. The passphrase is kept nowhere else."
)


def protected(pdf: bytes, passphrase: str) -> bytes:
    """Return the PDF encrypted with a passphrase. Reading aloud and printing stay allowed.

    Its text and structure stay the same. Its bytes differ each time, as the key is new.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    allowed = (
        UserAccessPermissions.PRINT
        | UserAccessPermissions.PRINT_TO_REPRESENTATION
        | UserAccessPermissions.EXTRACT_TEXT_AND_GRAPHICS
    )
    writer.encrypt(passphrase, algorithm=ALGORITHM, permissions_flag=allowed)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def passphrase_slip(issue: Issue, passphrase: str) -> Document:
    """Return the slip with the passphrase, which is given to the reader apart from the document.

    It names nobody, not even the reader: a lost slip shows no learner or family.
    """
    content = Content(
        issue=issue,
        kind=KIND,
        title=KIND,
        under=f"Opens the protected file of {issue.number}.",
        discreet=True,
        recipient=f"The reader of {issue.number}",
        parts=(
            Spoken("Passphrase", (("Type exactly", (passphrase,)),)),
            Prose("", (HOW_TO_GIVE,)),
        ),
    )
    return render_document(content)


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
