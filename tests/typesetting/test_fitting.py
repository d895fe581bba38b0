"""Where pages end: a short last page is avoided, and signatures keep the end of what they sign."""

from random import Random
from types import SimpleNamespace

import pytest

from app.typesetting import page
from app.typesetting.content import Content, Prose, Section, Signatures, SignOff
from app.typesetting.document import render_document
from app.typesetting.fitting import AIR, LINES, STUB, Filled, Held, fit
from app.typesetting.page import MEASURE
from app.typesetting.structure import Ruler
from app.typesetting.text import Quiet
from app.typesetting.typeface import ANSWER_LEADING
from tests.grids import in_each
from tests.papers.paper import issue, plain, printed, text_of

ROWS = range(30, 82)
"""From one page to three: the first ends after 35 rows, each later one after 38 more at most. So
the last page follows a first one and then a later one; further pages would only repeat that."""
SIGNED = (("I agree.", (("Name and role", ""), ("Signature", ""))),)


def content(*parts):
    return Content(
        issue=issue(), kind="Kind", title="Title", under="Today.", recipient="R", parts=parts
    )


def rows(count):
    return Section("", "Heading", tuple((f"Label {at}", ("An answer.",)) for at in range(count)))


def pages_of(*parts):
    return [plain(page) for page in text_of(printed(content(*parts)).pdf)]


@in_each("count", range(24, 82, 2))
def test_what_is_signed_keeps_at_least_two_rows_before_it(count):
    (last,) = [page for page in pages_of(rows(count), Signatures(SIGNED)) if "Nameandrole" in page]
    assert last.count("Label") >= 2


@in_each("count", range(24, 110, 5))
def test_many_who_sign_do_not_sign_a_page_without_other_words(count):
    signed = SignOff(tuple((f"Person {at}", (("Signature", ""),)) for at in range(11)))
    prose = Prose("", tuple(f"Sentence {at}." for at in range(count)))
    first, *_ = [page for page in pages_of(prose, signed) if "Signature" in page]
    assert "Sentence" in first


@in_each("count", ROWS)
def test_a_row_is_neither_lost_nor_said_twice_however_pages_are_filled(count):
    text = "".join(pages_of(rows(count)))
    assert [text.count(plain(f"Label {at}An answer.")) for at in range(count)] == [1] * count


@in_each("count", ROWS)
def test_hardly_a_length_ends_in_a_stub(count):
    pages = pages_of(rows(count))
    assert len(pages) == 1 or pages[-1].count("Label") >= 6


@in_each("count", range(20, 60))
def test_whose_words_follow_is_not_left_on_the_page_before_them(count):
    lines = [line for at in range(count) for line in (Quiet(f"Told on day {at}."), f"Words {at}.")]
    *before, _ = pages_of(Section("", "Heading", (("Label", tuple(lines)),)))
    for one in before:
        said = one[: one.index("2026-0042-D1")]
        assert said.count("Toldonday") == said.count("Words")


class Pages:
    """A layout that remembers how it was asked, and answers as it was told."""

    def __init__(self, **answers):
        self.answers, self.asked = answers, []

    def __call__(self, held):
        self.asked.append(held)
        return self.answers["moved" if held.points else "usual"]


def test_a_last_page_that_is_full_enough_is_measured_once():
    pages = Pages(usual=Filled(3, STUB))
    assert fit([], pages) == Held()
    assert pages.asked == [Held()]


def test_as_few_lines_move_as_are_enough_and_only_where_less_white_space_is_not():
    pages = Pages(usual=Filled(3, 0.2), moved=Filled(3, 0.5))
    held = fit([], pages)
    assert held.page == 2
    assert held.points == pytest.approx(LINES[1] * ANSWER_LEADING)
    assert pages.asked[:-1] == [Held()] * len(AIR)


def test_what_cannot_be_mended_stays_as_it_is():
    pages = Pages(usual=Filled(2, 0.1), moved=Filled(3, 0.9))
    assert fit([], pages) == Held()
    assert len(pages.asked) == len(AIR) * len(LINES)


@pytest.mark.parametrize("held", [2, 3, 4])
def test_the_page_that_ends_higher_is_the_one_that_was_meant_and_no_other(monkeypatch, held):
    heights = []
    begin = page._Sheets.handle_pageBegin

    def begun(sheets):
        begin(sheets)
        heights.append(round(sheets.frame._aH))

    monkeypatch.setattr(page._Sheets, "handle_pageBegin", begun)
    monkeypatch.setattr(page, "fit", lambda *_: Held(held, 68.0))
    render_document(content(rows(150)))
    _, *later = heights
    usual = max(later)
    assert [usual - one for one in later] == [68 * (at == held) for at in range(2, 6)]


def test_nothing_is_drawn_while_pages_are_measured(monkeypatch):
    drawn = []
    monkeypatch.setattr(Ruler, "beginText", lambda *_: drawn.append("text"))
    monkeypatch.setattr(Ruler, "line", lambda *_: drawn.append("line"))
    render_document(content(rows(40), Signatures(SIGNED)))
    assert drawn == []


@pytest.mark.parametrize(("at_top", "parts"), [(True, 2), (False, 0)])
def test_what_goes_on_from_the_page_before_is_not_parted_further_down_a_page(at_top, parts):
    (table,) = rows(40).flowables()
    _, rest = table.split(MEASURE, 300)
    rest._frame = SimpleNamespace(_atTop=at_top)
    assert len(rest.split(MEASURE, 200)) == parts


@in_each("seed", range(40))
def test_however_long_the_rows_are_no_page_says_a_heading_twice_or_is_signed_alone(seed):
    chosen = Random(seed)
    told = [("word " * chosen.choice((5, 30, 120, 260, 500)),) for _ in range(chosen.randrange(30))]
    section = Section("", "Heading", tuple((f"Label {at}", it) for at, it in enumerate(told, 1)))
    pages = pages_of(rows(3), section, Signatures(SIGNED))
    assert all(page.count("Headingcontinued") <= 1 for page in pages)
    assert all("Label" in page or "word" in page for page in pages)
