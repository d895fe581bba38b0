"""A letter shows its address, and nothing but that, in the window of a DL envelope.

Assumed: A4 folded in three, and a window of 90 × 35 mm that lies 20 mm from the left edge of the
paper and 53 mm from its top, as is usual in the United Kingdom (after BS 4264). The paper may lie
3 mm off in any direction.
"""

import msgspec
import pytest

from app.papers.kinds import KINDS, LETTERS
from tests.papers.paper import plain, printed, read
from tests.typesetting.pen import Pen
from tests.typesetting.test_structure import content_of

SHIFT = 3
KEYS = tuple(kind.key for kind in LETTERS)
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


def first_page(kind, address):
    content = msgspec.structs.replace(content_of(kind), address=address)
    return Pen(read(printed(content).pdf).pages[0]).drawn


@addresses
@pytest.mark.parametrize("kind", KEYS)
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


@pytest.mark.parametrize("kind", KEYS)
def test_a_letter_shows_where_to_fold_it_in_three(kind):
    ink = first_page(kind, SEVEN)
    folds = [it for it in ink if it.right < 10]
    assert [round(it.top) for it in folds] == [99, 198]


def test_every_kind_with_an_address_is_looked_at_here():
    assert {kind.key for kind in KINDS if content_of(kind.key).address} == set(KEYS)
