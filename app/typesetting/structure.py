"""The structure tree of a tagged PDF: headings, paragraphs, lists and tables in reading order.

ReportLab only draws, so each drawing is wrapped here: in a mark that the tree points to, or as an
artifact if it only decorates (ISO 32000-1, 14.7 and 14.8; PDF/UA-1, 7.1).
Each file claims PDF/UA-1. tests/typesetting/test_pdf_ua.py checks it with an independent checker.
"""

# ReportLab ships no types.
# mypy: allow-untyped-calls

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, Self

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

CELLS = frozenset({"TH", "TD"})
"""Elements kept even when empty: without them the other cells would move to wrong columns."""
HEADINGS = {"H1": 0, "H2": 1}
"""Elements that are in the outline, with their levels."""


class Element:
    """One element of the tree. A `leaf` holds drawings, any other holds elements."""

    def __init__(
        self, kind: str, above: Self | None, scope: str = "", *, leaf: bool = False
    ) -> None:
        self.kind, self.above, self.scope, self.leaf = kind, above, scope, leaf
        self.below: list[Element | tuple[int, int]] = []
        """Elements, and drawings as (page from 0, mark on that page)."""
        if above:
            above.below.append(self)


class Ruler(Canvas):
    """A canvas on which pages are laid out and nothing is drawn."""


class OutlineHeading(NamedTuple):
    """A heading of the outline. `top` is in points from the bottom of the page."""

    page: int
    top: float
    words: str
    level: int


class Structure:
    """The tree, which grows while pages are drawn.

    What a page break splits is drawn twice under one `key` and stays one element.
    """

    def __init__(self) -> None:
        self.root = Element("Document", None)
        self.heads: list[OutlineHeading] = []
        self.marks: list[list[Element]] = []
        """For each page, the element of each mark."""
        self.page = -1
        """The page being drawn, from 0."""
        self.silent = False
        self._open = [self.root]
        self._known: dict[object, Element] = {}

    def begin_page(self) -> None:
        """Begin a new page without marks."""
        self.marks.append([])
        self.page = len(self.marks) - 1

    @property
    def in_leaf(self) -> bool:
        """Whether the open element is a leaf, which may hold several drawings."""
        return self._open[-1].leaf

    def element(self, kind: str, key: object, scope: str = "", *, leaf: bool = False) -> Element:
        """Return the element of a key. Add a new one to the open element."""
        if key not in self._known:
            self._known[key] = Element(kind, self._open[-1], scope, leaf=leaf)
        return self._known[key]

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Add what is drawn in the block to an element."""
        self._open.append(element)
        yield
        self._open.pop()

    def mark(self, kind: str, key: object) -> tuple[Element, int]:
        """Add a mark for a drawing; return its element and its number on this page."""
        inner = self._open[-1]
        element = inner if inner.leaf else self.element(kind, key, leaf=True)
        marks = self.marks[self.page]
        element.below.append((self.page, len(marks)))
        marks.append(element)
        return element, len(marks) - 1


@contextmanager
def element(
    canvas: Any, kind: str, key: object, scope: str = "", *, leaf: bool = False
) -> Iterator[None]:
    """Open an element for what is drawn in the block. Inside an artifact, open none."""
    structure: Structure = canvas.structure
    if structure.silent:
        yield
        return
    with structure.inside(structure.element(kind, key, scope, leaf=leaf)):
        yield


@contextmanager
def marked_text(canvas: Any, kind: str, key: object) -> Iterator[None]:
    """Mark what is drawn in the block as text."""
    structure: Structure = canvas.structure
    if structure.silent:
        yield
        return
    element, mark = structure.mark(kind, key)
    canvas._code.append(f"/{element.kind} <</MCID {mark}>> BDC")  # noqa: SLF001 - no other way
    yield
    canvas._code.append("EMC")  # noqa: SLF001


@contextmanager
def artifact(canvas: Any, kind: str = "Layout", part: str = "") -> Iterator[None]:
    """Mark what is drawn in the block as an artifact: lines, backgrounds, repeated text.

    For the kind Pagination, `part` is the part of the page: Header, Footer or Watermark.
    """
    structure: Structure = canvas.structure
    if structure.silent:
        yield
        return
    structure.silent = True
    subtype = f" /Subtype /{part}" if part else ""
    canvas._code.append(f"/Artifact <</Type /{kind}{subtype}>> BDC")  # noqa: SLF001
    yield
    canvas._code.append("EMC")  # noqa: SLF001
    structure.silent = False


def note_heading(canvas: Any, words: str, kind: str, top: float) -> None:
    """Add a heading to the outline. `top` is its height in points, where it is drawn."""
    structure: Structure = canvas.structure
    if not structure.silent:
        _, height = canvas.absolutePosition(0, top)
        structure.heads.append(OutlineHeading(structure.page, height, words, HEADINGS[kind]))


class _Written(PDFObject):
    """An element as the file has it. A dictionary of ReportLab would take several times as long."""

    words = ""

    def format(self, _document: object) -> bytes:
        """Return its bytes in the file."""
        return self.words.encode("ascii")


def write_tree(document: Any, structure: Structure) -> None:
    """Write the tree into ReportLab's document, after every page was added to it."""
    pages = document.Pages.pages
    references = [_reference(document, page) for page in pages]
    made: dict[int, str] = {}
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    top = document.Reference(root)
    whole = _written(document, structure.root, _reference(document, root), references, made)
    root["K"] = PDFArray([whole])
    numbers: list[Any] = []
    for place, marks in enumerate(structure.marks[: len(pages)]):
        numbers += [place, PDFArray([made[id(element)] for element in marks])]
        page = pages[place]
        page.StructParents, page.Tabs = place, PDFName("S")
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    root["ParentTreeNextKey"] = len(pages)
    document.Catalog.StructTreeRoot = top
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _reference(document: Any, written: PDFObject) -> str:
    reference: bytes = document.Reference(written).format(document)
    return reference.decode("ascii")


def _written(
    document: Any, element: Element, above: str, pages: list[str], made: dict[int, str]
) -> str:
    """Write one element and all below it, and return a reference to it."""
    written = _Written()
    reference = made[id(element)] = _reference(document, written)
    kids: list[str] = []
    for kid in element.below:
        if isinstance(kid, Element) and not kid.below and kid.kind not in CELLS:
            continue  # nothing to read aloud, such as a line to write on
        if isinstance(kid, Element):
            kids.append(_written(document, kid, reference, pages, made))
        else:
            page, mark = kid
            kids.append(f"<</Type /MCR /Pg {pages[page]} /MCID {mark}>>")
    scope = f"/A <</O /Table /Scope /{element.scope}>> " if element.scope else ""
    below = "\n".join(kids)
    written.words = f"<<{scope}/K [{below}] /P {above} /S /{element.kind} /Type /StructElem>>"
    return reference


def write_metadata(document: Any, title: str, language: str) -> None:
    """Write title, language and PDF/UA-1 as XMP, which assistive programs read."""
    text = _XMP.format(title=title, language=language)
    about = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    document.Catalog.Metadata = PDFStream(about, text.encode(), filters=[PDFZCompress])
    document.Catalog.Lang = PDFString(language)


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>
"""
