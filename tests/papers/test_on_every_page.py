"""Every kind of document, in every practice case, is set well on each of its pages.

What ends at a page break is told from the structure tree, and where it stands from the ink.
"""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pytest
from pypdf.generic import PdfObject

from app.papers.kinds import KINDS, offers_for
from tests.papers.cases import CASES, read_case
from tests.papers.paper import issue, plain, printed, read
from tests.typesetting.pen import Pen

CONTRAST = 4.5
"""What small text needs at least against its ground (WCAG 2.2, 1.4.3)."""
KEPT_WHOLE = 8
"""A cell of so many lines is not parted by the end of a page."""
HEADINGS = {"/H1", "/H2"}
CELLS = {"/P", "/TD", "/LBody"}
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)


@dataclass
class Element:
    """One element of a document: its ink on each page, and the elements below it."""

    kind: str
    scope: str
    ink: dict[int, list]
    below: list

    @property
    def lines(self):
        """How many lines it has on each page."""
        return {
            page: len({it.lowest for it in ink if it.words.strip()})
            for page, ink in sorted(self.ink.items())
        }

    @property
    def is_head(self):
        return self.kind in HEADINGS or self.scope == "/Column"

    @property
    def words(self):
        return plain("".join(it.words for page in sorted(self.ink) for it in self.ink[page]))

    def all(self):
        yield self
        for one in self.below:
            yield from one.all()


@dataclass
class Paper:
    """A document as read: what is drawn on each page, and what it is an element of."""

    drawn: list
    root: Element


@cache
def papers(kind):
    """The first document of a kind in each practice case that has one."""
    made = []
    for path in CASES:
        offers = (offer for offer in offers_for(read_case(path)) if offer.kind is kind)
        if offer := next(offers, None):
            made.append(paper(kind.content(read_case(path), offer.subject, issue())))
    return made


def paper(content):
    reader = read(printed(content).pdf)
    drawn = [Pen(page).drawn for page in reader.pages]
    numbers = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages)}
    marked = {}
    for at, page in enumerate(drawn):
        for ink in page:
            marked.setdefault((at, ink.mark), []).append(ink)

    def element(node):
        made = Element(node["/S"], node.get("/A", {}).get("/Scope", ""), {}, [])
        for kid in map(PdfObject.get_object, node["/K"]):
            if "/MCID" in kid:
                page = numbers[kid.raw_get("/Pg").idnum]
                made.ink.setdefault(page, []).extend(marked.get((page, kid["/MCID"]), ()))
            else:
                made.below.append(element(kid))
                for page, ink in made.below[-1].ink.items():
                    made.ink.setdefault(page, []).extend(ink)
        return made

    root = reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0]
    return Paper(drawn, element(root.get_object()))


@by_kind
def test_no_single_line_stands_alone_on_either_side_of_a_page_break(kind):
    for one in papers(kind):
        for part in one.root.all():
            if part.kind in CELLS and len(part.lines) > 1:
                assert min(part.lines.values()) > 1
                assert part.kind == "/P" or sum(part.lines.values()) > KEPT_WHOLE


@by_kind
def test_no_heading_and_no_head_of_a_table_stands_alone_at_the_foot_of_a_page(kind):
    for one in papers(kind):
        texts = [part for part in one.root.all() if part.ink and not holds_others(part)]
        for head, after in pairwise(texts):
            if head.is_head:
                assert max(head.lines) == min(after.lines)


def holds_others(part):
    return any(below.ink for below in part.below)


@by_kind
def test_a_table_says_the_heads_of_its_columns_again_on_each_page(kind):
    for one in papers(kind):
        for table in (part for part in one.root.all() if part.kind == "/Table"):
            heads = table.below[0]
            if all(head.is_head for head in heads.below):
                for page in list(table.lines)[1:]:
                    assert heads.words in furniture(one.drawn[page])


def furniture(page):
    return plain("".join(ink.words for ink in page if ink.mark is None))


@by_kind
def test_all_text_stands_out_against_its_ground(kind):
    for one in papers(kind):
        written = {(it.colour, it.ground) for page in one.drawn for it in page if it.words.strip()}
        assert written
        for colour, ground in written:
            assert contrast(colour, ground) >= CONTRAST


def contrast(one, other):
    """How much two colours stand out against each other, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def brightness(colour):
    parts = [it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in colour]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
