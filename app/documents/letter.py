"""A letter: its words first, as plain data; then its digest, its check words and its pages."""

import hashlib
import io
import json
from collections.abc import Sequence
from datetime import datetime

import msgspec
from pypdf import PdfReader
from reportlab.platypus.flowables import Flowable

from app.documents import blocks
from app.documents.page import College, Furniture, build
from app.documents.text import Quiet, Words
from app.domain.words import check_words

Rows = tuple[tuple[str, tuple[Words, ...]], ...]
"""Labels, each with its answer in one or several lines."""

GATHERED = 3
"""From so many labels on, those that have nothing to say stand together in one row of a section."""


class Section(msgspec.Struct, frozen=True):
    """One lettered section of a letter."""

    letter: str
    heading: str
    rows: Rows


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a letter says, before it is set on pages. `record_head` is hexadecimal."""

    college: College
    number: str
    kind: str
    title: str
    under: Words
    recipient: str
    address: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    callout: tuple[Words, ...]
    sections: tuple[Section, ...]
    statement: str
    signature: tuple[tuple[str, str], ...]
    receipt: str
    receipt_lines: tuple[tuple[str, str], ...]
    record_head: str
    issued: datetime | None


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A finished letter. `digest` is the SHA-256 of its content; `words` are its check words."""

    pdf: bytes
    digest: bytes
    words: str
    pages: int
    number: str
    kind: str
    title: str
    recipient: str
    issued: datetime | None


def digest_of(content: Content) -> bytes:
    """Give the SHA-256 of everything a letter says, written as JSON in one fixed way."""
    plain = {name: getattr(content, name) for name in content.__struct_fields__}
    written = json.dumps(plain, default=_plainly, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).digest()


def _plainly(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    assert isinstance(value, msgspec.Struct)
    return {name: getattr(value, name) for name in value.__struct_fields__}


def finished(content: Content) -> Letter:
    """Set a letter on pages. Raises ValueError when an answer is blank."""
    digest = digest_of(content)
    words = check_words(digest)
    furniture = Furniture(
        college=content.college,
        title=content.title,
        number=content.number,
        kind=content.kind,
        recipient=content.recipient,
        check_words=words,
        record_head=content.record_head,
        issued=content.issued,
    )
    pdf = build(furniture, _story(content))
    return Letter(
        pdf=pdf,
        digest=digest,
        words=words,
        pages=len(PdfReader(io.BytesIO(pdf)).pages),
        number=content.number,
        kind=content.kind,
        title=content.title,
        recipient=content.recipient,
        issued=content.issued,
    )


def _story(content: Content) -> Sequence[Flowable]:
    story = [
        *blocks.address_block(content.address, content.facts),
        *blocks.title(content.title, content.under),
        *blocks.callout(content.callout),
    ]
    for part in content.sections:
        story += blocks.section(part.letter, part.heading, gathered(part.rows))
    signed = (content.statement, content.signature)
    story += blocks.signature_block(signed, (content.receipt, content.receipt_lines))
    return story


def gathered(rows: Rows) -> Rows:
    """Put labels that have nothing to say, such as "Not known", into one row where they are many.

    Every label still stands in the letter, and the answers stand out.
    """
    empty: dict[str, list[str]] = {}
    for label, answer in rows:
        if (nothing := _nothing(answer)) is not None:
            empty.setdefault(nothing, []).append(label)
    many = {nothing: labels for nothing, labels in empty.items() if len(labels) >= GATHERED}
    kept = tuple(row for row in rows if _nothing(row[1]) not in many)
    return kept + tuple((str(it), (Quiet(" · ".join(labels)),)) for it, labels in many.items())


def _nothing(answer: tuple[Words, ...]) -> str | None:
    """Give the words of an answer that says only that there is nothing to say."""
    return answer[0] if len(answer) == 1 and isinstance(answer[0], Quiet) else None
