"""The content of a document as plain data: its parts, who issues it, and a digest over all."""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

import msgspec
from reportlab.platypus.flowables import Flowable

from app.domain.case.summary import DueRow
from app.domain.forms.sharing import LetterMeant
from app.domain.kit.answers import StaffMember
from app.typesetting import blocks, typeface
from app.typesetting.page import OFFICIAL_SENSITIVE, Sender
from app.typesetting.text import Quiet, Words

Rows = tuple[tuple[str, tuple[Words, ...]], ...]
"""Labels, each with its answer in one or several lines."""
Lines = tuple[tuple[str, str], ...]
"""Lines to sign or fill in: each has a label, and a text if one is known already."""

GATHERED = 3
"""How many empty answers in a section are joined in one row."""


class Help(msgspec.Struct, frozen=True, kw_only=True):
    """A printed contact for help: name, purpose, and how to reach them."""

    name: str
    purpose: str
    number: str = ""
    address: str = ""
    hours: str = ""


class Supplement(msgspec.Struct, frozen=True, kw_only=True):
    """Content that is not from the case: contacts, rules for staff, things due, a route.

    It changes with time and the settings of the college, so each document keeps its own.
    """

    written_as: ClassVar[str] = "Beside"

    help: tuple[Help, ...] = ()
    do: tuple[str, ...] = ()
    do_not: tuple[str, ...] = ()
    checked: str = ""
    due: tuple[DueRow, ...] = ()
    route: Rows = ()
    """The steps of a removal request, after the list of services."""


NO_SUPPLEMENT = Supplement()


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """The circumstances of one document: its number, the instant (aware), and who issues it.

    `record_head` is the hash of the newest entry it was made from, in hexadecimal digits.
    `edition` is the guidance it follows; `replaces` is the number of the document it replaces.
    `meant` is what its writer says it is to what its reader was told before. `supplement` is what
    its kind needs besides the case. A draft has a watermark and no moment of issue.
    """

    later: ClassVar[frozenset[str]] = frozenset({"meant"})

    college: Sender
    number: str
    at: datetime
    record_head: str
    author: StaffMember
    edition: str = ""
    replaces: str = ""
    meant: LetterMeant | None = None
    draft: bool = False
    supplement: Supplement = msgspec.field(default=NO_SUPPLEMENT, name="beside")


class Part(msgspec.Struct, frozen=True):
    """A part of a document below its title: plain data that returns its own flowables.

    Every field is in the digest. A drawing is a Part of its own with the data it draws.
    """

    def flowables(self) -> list[Flowable]:
        """Return the flowables for the page. May raise ValueError for a part without words."""
        raise NotImplementedError


class Section(Part, frozen=True):
    """Labels with their answers under a heading, lettered or not."""

    letter: str
    heading: str
    rows: Rows

    def flowables(self) -> list[Flowable]:
        return blocks.section_block(self.letter, self.heading, empty_rows_joined(self.rows))


class Prose(Part, frozen=True):
    """Running text under a heading, or under none."""

    heading: str
    texts: tuple[Words, ...]

    def flowables(self) -> list[Flowable]:
        return blocks.prose(self.heading, self.texts)


class Spoken(Part, frozen=True):
    """Words to be read out, in large type, each with its label."""

    heading: str
    rows: Rows

    def flowables(self) -> list[Flowable]:
        return blocks.spoken(self.heading, self.rows)


class Points(Part, frozen=True):
    """A list of points under a heading."""

    heading: str
    texts: tuple[Words, ...]

    def flowables(self) -> list[Flowable]:
        return blocks.points(self.heading, self.texts)


class LargePoints(Points, frozen=True):
    """Points in large type, for a card that may hang on a wall."""

    written_as: ClassVar[str] = "Rules"

    def flowables(self) -> list[Flowable]:
        return blocks.points(self.heading, self.texts, typeface.SPOKEN)


class Table(Part, frozen=True):
    """A table. A column has a head and a width: in points, or up to 1 as a share of the rest."""

    heading: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[tuple[Words, ...], ...], ...]

    def flowables(self) -> list[Flowable]:
        return blocks.table_block(self.heading, self.columns, self.rows)


class WritingLines(Part, frozen=True):
    """Lines to write on by hand, each with a label or with "" before it."""

    heading: str
    labels: tuple[str, ...]

    def flowables(self) -> list[Flowable]:
        return blocks.writing_lines(self.heading, self.labels)


class NewPage(Part, frozen=True):
    """A page break. The page after it can be kept where others see it."""

    def flowables(self) -> list[Flowable]:
        return blocks.new_page()


class Signatures(Part, frozen=True):
    """Lines to sign, side by side under statements: the sender's, a receipt, a witness's."""

    columns: tuple[tuple[str, Lines], ...]

    def flowables(self) -> list[Flowable]:
        return blocks.signature_block(*self.columns)


class SignOff(Signatures, frozen=True):
    """A statement with lines to sign for each of several people, in rows of the same width."""

    def flowables(self) -> list[Flowable]:
        return [made for row in self._rows() for made in blocks.signature_block(*row)]

    def _rows(self) -> Iterator[tuple[tuple[str, Lines], ...]]:
        across = 2 if len(self.columns) in {1, 2, 4} else 3
        for at in range(0, len(self.columns), across):
            row = self.columns[at : at + across]
            yield (*row, *[("", ())] * (across - len(row)))


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """All content of a document, before it is rendered.

    `kind` is at the head of each page. Empty fields are left out. `marking` is the protective
    marking. A `discreet` document does not show in its head or foot what it is about.
    """

    issue: Issue
    kind: str
    title: str
    recipient: str
    parts: tuple[Part, ...]
    under: Words = ""
    address: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    callout: tuple[Words, ...] = ()
    marking: str = OFFICIAL_SENSITIVE
    blank: str = ""
    """The name of a blank form, at its foot, where a document has its number and check words."""
    discreet: bool = False

    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts that are labels with answers."""
        return tuple(part for part in self.parts if isinstance(part, Section))

    @property
    def issued(self) -> datetime | None:
        """The moment of issue, None for a draft."""
        return None if self.issue.draft else self.issue.at


def digest_of(content: Content) -> bytes:
    """Return the SHA-256 of the whole content, written as JSON in one fixed way.

    Every struct keeps its first name there (`written_as`), and so does every field
    (`msgspec.field(name=…)`). A field that came `later` is written only where it says something.
    Otherwise earlier documents would no longer match their digests.
    """
    written = json.dumps(content, default=_plainly, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).digest()


def _plainly(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    assert isinstance(value, msgspec.Struct)
    names = zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True)
    later = getattr(value, "later", ())
    found = ((written, name, getattr(value, name)) for written, name in names)
    fields = {written: one for written, name, one in found if one or name not in later}
    return {"": getattr(value, "written_as", type(value).__name__)} | fields


def empty_rows_joined(rows: Rows) -> Rows:
    """Return rows in which three or more labels with one empty answer, "Not known", share a row.

    Every label is still printed, and the other answers are easier to see.
    """
    empty: dict[str, list[str]] = {}
    for label, answer in rows:
        if (nothing := _nothing(answer)) is not None:
            empty.setdefault(nothing, []).append(label)
    many = {nothing: labels for nothing, labels in empty.items() if len(labels) >= GATHERED}
    kept = tuple(row for row in rows if _nothing(row[1]) not in many)
    return kept + tuple((str(it), (Quiet(" · ".join(labels)),)) for it, labels in many.items())


def _nothing(answer: tuple[Words, ...]) -> str | None:
    """Return the words of an empty answer, such as "Not known", None for any other."""
    return answer[0] if len(answer) == 1 and isinstance(answer[0], Quiet) else None
