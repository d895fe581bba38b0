"""Builds a PDF in memory: the letterhead, and the head and foot of every page."""

# ReportLab ships no types.
# mypy: allow-untyped-calls

import calendar
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape
from typing import Any, ClassVar, NamedTuple

import msgspec
from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable, PageBreak
from reportlab.platypus.frames import Frame

from app.domain.kit.moments import write_time
from app.typesetting import envelope
from app.typesetting import typeface as face
from app.typesetting.fitting import Filled, Held, fit
from app.typesetting.structure import Ruler, Structure, artifact, write_metadata, write_tree
from app.typesetting.text import text, visible

OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"
PERSONAL = "PERSONAL"
"""The marking of what a family keeps: its foot is one line, and says nothing of the case."""
NO_IMAGERY = "No imagery is held in or attached to this record."
DRAFT = "DRAFT"
PROGRAM = "DSL Casebook"
LANGUAGE = "en-GB"
VERSION = (1, 7)
"""The version of PDF that PDF/UA-1 requires."""
rl_config.useA85 = 0  # type: ignore[attr-defined] # it sets itself up
"""Streams are kept as they were compressed: spelt in letters they were longer and slow to write."""

WIDTH, HEIGHT = A4
LEFT = envelope.LEFT
"""The left margin is wider, for the address behind the window of an envelope and for punching."""
RIGHT = 20 * mm
MEASURE = WIDTH - LEFT - RIGHT
_FIRST_TOP = HEIGHT - envelope.TOP
_PLAIN_TOP = HEIGHT - 32 * mm
"""The top of the text on a first page without an address for a window envelope."""
_LATER_TOP = HEIGHT - 25 * mm
_HEAD = HEIGHT - 15 * mm
_FOOT = 12 * mm
_LONGEST = 600
"""The most characters of a name at the foot of a page. Real names are never so long."""


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    """The sender, as text: a document never has a logo.

    `line` is the direct line of whom the reader of this document rings, "" where none is known.
    """

    written_as: ClassVar[str] = "College"
    later: ClassVar[frozenset[str]] = frozenset({"line"})

    name: str
    team: str
    address: str
    phone: str
    mailbox: str = ""
    line: str = ""

    @property
    def to_ring(self) -> str:
        """The direct line of whom the reader rings, or else the number of the team."""
        return self.line or self.phone


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """The head and foot of every page of a document.

    `issued` is an aware instant, None for a draft. `record_head` is the hash of the newest entry
    the document was made from, in hexadecimal digits. A `discreet` page does not mention the team,
    the guidance or imagery: somebody may find it in a pocket.
    """

    college: Sender
    title: str
    number: str
    kind: str
    recipient: str
    check_words: str
    record_head: str
    issued: datetime | None = None
    author: str = ""
    edition: str = ""
    replaces: str = ""
    marking: str = OFFICIAL_SENSITIVE
    addressed: bool = False
    blank: str = ""
    """The name of a blank form. It has no number, watermark or check words."""
    discreet: bool = False

    @property
    def personal(self) -> bool:
        """Whether it is for one reader to keep, so that its head names them instead of a kind."""
        return self.marking == PERSONAL


def short_head(record_head: str) -> str:
    """Return the first 80 bits of a hash as `8F3A-21C7-0B44-19DE-77A0`."""
    digits = record_head.upper()[:20]
    return "-".join(digits[at : at + 4] for at in range(0, len(digits), 4))


class Built(NamedTuple):
    """A finished PDF, and how many pages it has."""

    pdf: bytes
    pages: int


def build(furniture: Furniture, story: Sequence[Flowable]) -> Built:
    """Return the finished PDF of a story. The same input always gives the same bytes.

    A last page with next to nothing on it is avoided where a little less white space does it.

    The dates inside the PDF are the moment of issue; those of a draft mean nothing. Build a story
    only once, as ReportLab changes its parts. Raises ValueError when `issued` has no time zone.
    """
    if furniture.issued and furniture.issued.tzinfo is None:
        raise ValueError("the moment of issue needs a time zone")
    face.known_characters()
    story = list(story)
    held = fit(story, lambda held: _filled(furniture, story, held))
    out = io.BytesIO()
    sheets = _Sheets(out, furniture, held)
    sheets.build(
        story,
        canvasmaker=lambda *given, **more: _Pages(
            furniture, _foot(furniture), *given, pdfVersion=VERSION, **more
        ),
    )
    return Built(out.getvalue(), sheets.page)


def _filled(furniture: Furniture, story: Sequence[Flowable], held: Held) -> Filled:
    """Lay a story out without drawing it, and return how it fills its pages."""
    sheets = _Sheets(io.BytesIO(), furniture, held)
    undo: list[Any] = []
    sheets._multiBuildEdits = undo.append  # noqa: SLF001 - so ReportLab’s marks can be taken away
    sheets.build(list(story), canvasmaker=Ruler)
    for remove, *marked in undo:
        remove(*marked)
    return sheets.filled


class _Sheets(BaseDocTemplate):
    """The empty pages of a document. It notes how far they are filled."""

    filled = Filled(0, 0.0)
    _broken = 0
    """The last page that the story ended itself."""

    def __init__(self, out: io.BytesIO, furniture: Furniture, held: Held) -> None:
        super().__init__(
            out,
            pagesize=A4,
            lang=LANGUAGE,
            invariant=1,
            pageCompression=1,
            initialFontName=face.REGULAR,
            displayDocTitle=1,
            title=_name_of(furniture),
            author=visible(furniture.college.name),
            subject=_number(furniture),
            creator=PROGRAM,
            producer=PROGRAM,
        )
        foot = _foot(furniture) + 5 * mm
        top = _FIRST_TOP if furniture.addressed else _PLAIN_TOP
        for at in range(1, max(held.page, 1) + 2):  # the last of them is for all that follow
            raised = foot + held.points if at == held.page else foot
            frame = _frame(f"page {at}", raised, top if at == 1 else _LATER_TOP)
            self.addPageTemplates(PageTemplate(f"page {at}", [frame]))

    def handle_pageBegin(self) -> None:  # noqa: N802 - ReportLab's name
        """Begin each page on its own template: one that follows by itself serves two pages."""
        self.pageTemplate = self.pageTemplates[min(self.page, len(self.pageTemplates) - 1)]
        super().handle_pageBegin()

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        """Note the page that is being filled, and the share of it that is used."""
        if isinstance(flowable, PageBreak):
            self._broken = self.page
        elif frame := self.frame:
            used = 1 - (frame._y - frame._y1p) / frame._aH  # noqa: SLF001
            self.filled = Filled(self.page, used, apart=self._broken == self.page - 1)


def _name_of(furniture: Furniture) -> str:
    """Return the title in the properties of the file: the college and the number, no more."""
    return " ".join((visible(furniture.college.name), _number(furniture)))


def _number(furniture: Furniture) -> str:
    return visible(furniture.blank or furniture.number) or DRAFT


def _frame(name: str, foot: float, top: float) -> Frame:
    return Frame(LEFT, foot, MEASURE, top - foot, 0, 0, 0, 0, id=name)


class _Pages(Canvas):
    """A canvas that keeps its pages until it knows how many there are."""

    def __init__(self, furniture: Furniture, foot: float, *given: object, **more: object) -> None:
        super().__init__(*given, **more)
        self._furniture, self._foot = furniture, foot
        self._held: list[dict[str, object]] = []
        self.structure = Structure()
        if furniture.issued:
            self._date(furniture.issued)
        self._begin()
        _letterhead(self, furniture)
        if furniture.addressed:
            envelope.fold_marks(self, HEIGHT)

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        self._held.append(dict(self.__dict__))
        self._startPage()
        self._begin()

    def save(self) -> None:
        pages = self._held
        for number, page in enumerate(pages, start=1):
            self.__dict__.update(page)
            self.structure.page = number - 1
            _furnish(self, self._furniture, self._foot, number, len(pages))
            self._outline(number - 1)
            super().showPage()
        write_tree(self._doc, self.structure)
        write_metadata(self._doc, escape(_name_of(self._furniture), quote=False), LANGUAGE)
        super().save()

    def _outline(self, page: int) -> None:
        """Add the headings of a page to the outline."""
        for place, head in enumerate(self.structure.heads):
            if head.page == page:
                self.bookmarkHorizontalAbsolute(f"head-{place}", head.top + 6)
                self.addOutlineEntry(head.words, f"head-{place}", head.level if place else 0)

    def _begin(self) -> None:
        """Begin the marks of a page, and draw the watermark of a draft under its words."""
        self.structure.begin_page()
        if self._furniture.issued is not None or self._furniture.blank:
            return
        with artifact(self, "Pagination", "Watermark"):
            self.saveState()
            self.setFillColor(face.WATERMARK)
            self.setFont(face.BOLD, 140)
            self.translate(WIDTH / 2, HEIGHT / 2)
            self.rotate(54)
            self.drawCentredString(0, -52, DRAFT)
            self.restoreState()

    def _date(self, issued: datetime) -> None:
        """Set the dates in the file to the moment of issue, in UTC: not to the time now."""
        stamp: Any = self._doc._timeStamp  # noqa: SLF001 - ReportLab has no other way
        at = issued.astimezone(UTC).timetuple()
        stamp.t, stamp.lt, stamp.YMDhms = calendar.timegm(at), at, tuple(at)[:6]


class _Place(NamedTuple):
    """A place for a text of the head or foot: its left edge and width in points."""

    x: float
    width: float


_HALF = MEASURE * 0.62
_ON_LEFT = _Place(LEFT, _HALF)
_ON_RIGHT = _Place(LEFT + _HALF, MEASURE - _HALF)
_ISSUE = _Place(LEFT, MEASURE - 70)
_MADE = _Place(LEFT, MEASURE)
_COUNT = _Place(WIDTH - RIGHT - 70, 70)
_CHECK = _Place(LEFT, MEASURE - 170)
_RECORD = _Place(WIDTH - RIGHT - 170, 170)


def _furnish(canvas: Canvas, furniture: Furniture, top: float, number: int, total: int) -> None:
    """Draw the head and foot of one page. They count as text only the first time."""
    with artifact(canvas, "Pagination", "Footer"):
        canvas.setStrokeColor(face.LINE)
        canvas.setLineWidth(0.5)
        canvas.line(LEFT, top + 5, WIDTH - RIGHT, top + 5)
        _put(canvas, f"Page {number} of {total}", face.SMALL_RIGHT, _COUNT, top)
    if number == 1:
        _particulars(canvas, furniture, top)
        return
    with artifact(canvas, "Pagination", "Header"):
        running = f"{furniture.college.name} · {_what(furniture)}"
        _put(canvas, running, face.RUNNING, _ON_LEFT, _HEAD)
        _put(canvas, furniture.marking, face.RUNNING_MARKING, _ON_RIGHT, _HEAD)
    with artifact(canvas, "Pagination", "Footer"):
        _particulars(canvas, furniture, top)


def _particulars(canvas: Canvas, furniture: Furniture, top: float) -> None:
    """Draw the particulars of the document in the foot. A screen reader reads them last."""
    issued, made, checks = _foot_lines(furniture)
    below = _put(canvas, issued, face.SMALL, _ISSUE, top)
    if furniture.personal:
        return
    below = _put(canvas, made, face.SMALL, _MADE, below)
    if furniture.blank:
        return
    _put(canvas, checks, face.SMALL, _CHECK, below)
    head = f"record {short_head(furniture.record_head)}"
    _put(canvas, head, face.SMALL_RIGHT, _RECORD, below)


def _letterhead(canvas: Canvas, furniture: Furniture) -> None:
    """Draw the sender and the kind of document. A screen reader reads them first."""
    college = furniture.college
    below = _put(canvas, college.name, face.COLLEGE, _ON_LEFT, _HEAD)
    reached = " · ".join(filter(None, (college.address, college.phone, college.mailbox)))
    if college.team and not furniture.discreet:
        reached = f"{college.team} · {reached}"
    _put(canvas, reached, face.TEAM, _ON_LEFT, below)
    below = _put(canvas, furniture.marking, face.MARKING, _ON_RIGHT, _HEAD)
    _put(canvas, _what(furniture), face.KIND, _ON_RIGHT, below)


def _what(furniture: Furniture) -> str:
    """Return what stands at the head: the kind, or for whom a personal paper is."""
    return f"for {_few(furniture.recipient)}" if furniture.personal else furniture.kind


def _foot_lines(furniture: Furniture) -> tuple[str, ...]:
    """Return the lines of the foot: what it is, by whom and after what, how to check it."""
    when = f"issued {write_time(furniture.issued)}" if furniture.issued else "draft, not issued"
    state = f"{when} · To: {_few(furniture.recipient)}"
    replaces = f"replaces {furniture.replaces}" if furniture.replaces else ""
    issued = " · ".join(filter(None, (furniture.number, state, replaces)))
    checks = f"Check words: {furniture.check_words.replace(' ', '  ')}"
    if furniture.blank:
        return furniture.blank, NO_IMAGERY, ""
    if furniture.personal:
        return " · ".join(filter(None, (furniture.number or DRAFT, replaces, checks))), "", ""
    imagery = f"{NO_IMAGERY[0].lower()}{NO_IMAGERY[1:-1]}"
    author = f"By {_few(furniture.author)}" if furniture.author else ""
    edition = f"after {furniture.edition}" if furniture.edition else ""
    said = (author,) if furniture.discreet else (author, edition, imagery)
    made = " · ".join(filter(None, said)) or " "
    return issued, made[0].upper() + made[1:], checks


def _few(words: str) -> str:
    """Return words for the foot of each page, cut if they would leave no room for the page."""
    words = visible(words)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _foot(furniture: Furniture) -> float:
    """Return the height at which the foot begins. It grows with the recipient's name."""
    places = (_ISSUE, _MADE, _CHECK)
    lines = zip(_foot_lines(furniture), places, strict=True)
    return _FOOT + sum(_tall(line, place) for line, place in lines if line)


def _tall(line: str, place: _Place) -> float:
    return sum(piece.wrap(place.width, 0)[1] for piece in text(line, face.SMALL))


def _put(canvas: Canvas, words: str, style: ParagraphStyle, place: _Place, top: float) -> float:
    """Draw a text of the head or foot from `top` down and return the height reached."""
    for piece in text(words, style):
        top -= piece.wrap(place.width, 0)[1]
        piece.drawOn(canvas, place.x, top)
    return top
