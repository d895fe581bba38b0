"""Typed text reaches paper as it was typed, and does nothing else there."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.typesetting.blocks import callout, section_block, title_block
from app.typesetting.text import Strong, text, visible
from app.typesetting.typeface import BODY
from tests.disclosure.hostile import KEPT, SHOWN, SIZES
from tests.papers.paper import built, objects_in, paragraphs, plain, words_on


def story(words):
    return [
        *title_block("Everywhere"),
        *callout([words]),
        *section_block("A", "Answers", [("In a row", words), ("Below", "end")]),
        *paragraphs(words),
    ]


@pytest.mark.parametrize("name", KEPT)
def test_what_looks_like_markup_stands_on_paper_as_typed(name):
    pdf = built(story(KEPT[name]))
    assert words_on(pdf).count(plain(KEPT[name])) == 3


@pytest.mark.parametrize("name", KEPT)
def test_typed_text_brings_no_link_script_or_picture_into_the_file(name):
    for found in objects_in(built(story(KEPT[name]))):
        assert not {"/URI", "/JS", "/Annots", "/AA", "/OpenAction", "/XObject"} & set(found)
        assert "/A" not in found or found.get("/Type") == "/StructElem"
        assert found.get("/Subtype") != "/Image"


@pytest.mark.parametrize("lines", [2, 3, 4])
def test_what_goes_on_upon_the_next_page_begins_with_a_line_and_not_with_a_gap(lines):
    (piece,) = paragraphs([words for at in range(6) for words in (Strong(f"{at}: "), "Said.\n")])
    piece.wrap(400, 0)
    first, second = piece.split(400, lines * BODY.leading + 1)
    heights = [part.wrap(400, 0)[1] / BODY.leading for part in (first, second)]
    assert heights == pytest.approx([lines, 6 - lines])


@pytest.mark.parametrize("name", SHOWN)
def test_what_has_no_ink_is_shown_by_its_number_and_name(name):
    typed, shown = SHOWN[name]
    assert visible(typed) == shown
    assert plain(shown) in words_on(built(paragraphs(typed)))


@pytest.mark.parametrize("name", SIZES)
def test_size_alone_breaks_nothing(name):
    words, sought, times = SIZES[name]
    started = time.perf_counter()
    shown = words_on(built(story(words)))
    assert shown.count(sought) == 3 * times
    assert time.perf_counter() - started < 20


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_can_be_set(words):
    pieces = text(words, BODY)
    assert plain("".join(piece.getPlainText() for piece in pieces)) == plain(visible(words))


def test_a_long_text_is_cut_into_pieces_that_lose_nothing():
    words = "One sentence of six words here. " * 400
    pieces = text(words, BODY)
    assert all(len(piece.getPlainText().split()) <= 300 for piece in pieces)
    assert plain("".join(piece.getPlainText() for piece in pieces)) == plain(words)


def test_strong_words_are_bold_and_escaped():
    (piece,) = text(("Father: ", Strong("not <told>"), "."), BODY)
    bold = "".join(frag.text for frag in piece.frags if frag.fontName.endswith("Bold"))
    assert piece.getPlainText() == "Father: not <told>."
    assert bold.split() == ["not<told>"]


def test_lines_and_runs_of_spaces_are_kept():
    (piece,) = text("one\n  two   three", BODY)
    assert piece.getPlainText() == "one\xa0\xa0two\xa0\xa0 three"
    assert piece.wrap(400, 0)[1] == 2 * BODY.leading


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("R. Okafor rings you", "R.~Okafor rings you"),
        ("to K. L. Ward, tutor", "to K.~L.~Ward, tutor"),
        ("on 01632 960014 or 0800 1111", "on 01632~960014 or 0800~1111"),
        ("01632 960 001, 08 08 16 89 111", "01632~960~001, 08~08~16~89~111"),
        ("Samaritans 116 123", "Samaritans 116~123"),
        ("on Tuesday 8 December 2026", "on Tuesday 8~December 2026"),
        ("30 Nov 2026, 11:30", "30~Nov 2026, 11:30"),
        ("7 Marches and 3 Mayors", "7 Marches and 3 Mayors"),
        ("She is 15. Her mother knows", "She is 15. Her mother knows"),
        ("in 2026 3 learners", "in 2026 3 learners"),
    ],
)
def test_no_line_ends_inside_a_name_a_number_or_a_day(typed, printed):
    (piece,) = text(typed, BODY)
    assert piece.getPlainText() == printed.replace("~", "\xa0")


@pytest.mark.parametrize("name", ["Ŵyn Gruffŷdd", "Nguyễn Thị Hương", "Олена", "Ελένη"])
def test_a_name_the_first_typeface_cannot_write_is_written_by_the_second(name):
    pytest.importorskip("fontpkg_noto_sans")
    assert plain(name) in words_on(built(paragraphs(name)))
