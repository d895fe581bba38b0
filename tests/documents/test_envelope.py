"""A letter shows its address, and nothing but that, in the window of a DL envelope.

Assumed: A4 folded in three, and a window of 90 × 35 mm that lies 20 mm from the left edge of the
paper and 53 mm from its top, as is usual in the United Kingdom (after BS 4264). The paper may lie
3 mm off in any direction.
"""

import re
from typing import ClassVar, NamedTuple

import msgspec
import pytest
from pypdf.generic import ContentStream

from app.documents.document import finished
from app.documents.kinds import KINDS

from .paper import plain, read
from .test_structure import content_of

MM = 72 / 25.4
SHIFT = 3
LETTERS = ("social_care", "police")
SHORT = ("Exampleshire MASH",)
SEVEN = (
    "Exampleshire Multi-Agency Safeguarding Hub",
    "Children’s Services, Northern Area",
    "Third Floor, East Wing",
    "County Hall",
    "Market Square",
    "Exampleton",
    "EX1 2ZZ",
)
LONG = (
    "The Multi-Agency Safeguarding Hub of the County and City of Exampleshire, Northern Area",
    "Directorate for Children, Young People, Families, Education and Lifelong Learning",
    *SEVEN[2:],
)
ALL_LONG = tuple(f"{line}, which is part of the address" for line in SEVEN)
addresses = pytest.mark.parametrize(
    "address", [SHORT, SEVEN[:4], SEVEN, LONG, ALL_LONG], ids=["one", "4", "7", "long", "all long"]
)


class Ink(NamedTuple):
    """What is drawn: its edges in millimetres from the left and the top of the page."""

    left: float
    top: float
    right: float
    bottom: float
    words: str = ""


class Pen:
    """Follows the content of a page as it is written, and notes all it draws."""

    def __init__(self, page):
        self.height = float(page.mediabox.height)
        self.fonts = {name: it.get_object() for name, it in page["/Resources"]["/Font"].items()}
        self.held, self.here, self.points = [], (0.0, 0.0), []
        self.line = self.at = (0.0, 0.0)
        self.drawn = []
        for given, operator in ContentStream(page.get_contents(), page.pdf).operations:
            if operator in self.DOES:
                self.DOES[operator](self, *given)

    def keep(self):
        self.held.append(self.here)

    def go_back(self):
        self.here = self.held.pop()

    def move(self, *matrix):
        assert matrix[:4] == (1, 0, 0, 1)
        self.here = moved(self.here, *matrix[4:])

    def begin_line(self, *matrix):
        self.line = self.at = moved(self.here, *matrix[4:])

    def next_line(self):
        self.line = self.at = moved(self.line, 0, -self.leading)

    def lead(self, leading):
        self.leading = leading

    def choose(self, name, size):
        self.font, self.size = self.fonts[name], float(size)

    def write(self, words):
        codes = words.original_bytes
        end = moved(self.at, wide(self.font, codes.rstrip(b" "), self.size), -self.size * 0.25)
        self.note([moved(self.at, 0, self.size * 0.75), end], letters(self.font, codes))
        self.at = moved(self.at, wide(self.font, codes, self.size), 0)

    def point(self, x, y):
        self.points.append(moved(self.here, x, y))

    def box(self, x, y, width, height):
        corner = moved(self.here, x, y)
        self.points += [corner, moved(corner, width, height)]

    def paint(self):
        self.note(self.points)
        self.points = []

    def note(self, points, words=""):
        across = [x / MM for x, _ in points]
        down = [(self.height - y) / MM for _, y in points]
        self.drawn.append(Ink(min(across), min(down), max(across), max(down), words))

    DOES: ClassVar = {b"q": keep, b"Q": go_back, b"cm": move, b"Tm": begin_line, b"T*": next_line}
    DOES |= {b"TL": lead, b"Tf": choose, b"Tj": write, b"m": point, b"l": point, b"re": box}
    DOES |= dict.fromkeys((b"S", b"f", b"f*", b"B"), paint)


def moved(point, x, y):
    return point[0] + float(x), point[1] + float(y)


def wide(font, codes, size):
    return sum(float(font["/Widths"][code]) for code in codes) * size / 1000


def letters(font, codes):
    pairs = re.findall(r"<(\w\w)> <(\w{4})>", font["/ToUnicode"].get_data().decode())
    known = {int(code, 16): chr(int(letter, 16)) for code, letter in pairs}
    return "".join(known[code] for code in codes)


def first_page(kind, address):
    content = msgspec.structs.replace(content_of(kind), address=address)
    return Pen(read(finished(content).pdf).pages[0]).drawn


@addresses
@pytest.mark.parametrize("kind", LETTERS)
def test_the_window_shows_the_whole_address_and_nothing_else(kind, address):
    shown = [
        ink
        for ink in first_page(kind, address)
        if ink.left < 110 + SHIFT and ink.right > 20 - SHIFT
        if ink.top < 88 + SHIFT and ink.bottom > 53 - SHIFT
    ]
    words = plain("".join(ink.words for ink in shown))
    assert words.replace(",", "") == plain("".join(address)).replace(",", "")
    for ink in shown:
        assert 20 + SHIFT <= ink.left < ink.right <= 110 - SHIFT, ink
        assert 53 + SHIFT <= ink.top < ink.bottom <= 88 - SHIFT, ink


def test_an_address_of_few_lines_is_set_larger_than_one_of_many():
    heights = [
        {round(ink.bottom - ink.top, 2) for ink in first_page("police", it) if ink.words in it}
        for it in (SEVEN[:4], SEVEN)
    ]
    assert min(heights[0]) > max(heights[1])


@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_shows_where_to_fold_it_in_three(kind):
    ink = first_page(kind, SEVEN)
    folds = [it for it in ink if it.right < 10]
    assert [round(it.top) for it in folds] == [99, 198]


def test_every_kind_with_an_address_is_looked_at_here():
    assert {kind.key for kind in KINDS if content_of(kind.key).address} == set(LETTERS)
