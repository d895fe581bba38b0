"""Names and threats in any script are printed as they are written, and copied out as typed."""

# ruff: noqa: RUF001

import io
import unicodedata
from functools import cache
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdfium2 import PdfDocument
from reportlab.lib.styles import ParagraphStyle

from app.typesetting.direction import in_sight, levels_of
from app.typesetting.faces import FACES, has
from app.typesetting.piece import Piece
from app.typesetting.script_lines import Run, lines_of
from app.typesetting.script_piece import ScriptPiece
from app.typesetting.shaping import drawn_by, units_of
from app.typesetting.text import Quiet, Strong, text, visible
from app.typesetting.typeface import ANSWER, BODY
from tests.papers.paper import built, paragraphs, plain
from tests.papers.scripts import IN_CONTEXT, SCRIPTS, TYPED


@cache
def pages():
    """The pages on which each text stands by itself."""
    return built([piece for words in TYPED for piece in paragraphs(words)])


def as_lines(words):
    """The lines of a text, whichever way its marks are composed."""
    return {unicodedata.normalize("NFC", " ".join(it.split())) for it in words.splitlines()}


def read_by_pypdf(pdf):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def read_by_pdfium(pdf):
    document = PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("read", [read_by_pypdf, read_by_pdfium])
def test_what_was_typed_in_twenty_scripts_is_copied_out_of_the_pdf_as_it_was_typed(read):
    assert (len(SCRIPTS), len(set(TYPED))) == (20, 300)
    found = as_lines(read(pages()))
    assert [words for words in TYPED if not as_lines(words) <= found] == []


def test_the_same_words_give_the_same_bytes_whatever_was_printed_before():
    words = [words for names, _ in SCRIPTS.values() for words in names[:2]]
    once = built([piece for it in words for piece in paragraphs(it)])
    built([piece for it in reversed(words) for piece in paragraphs(it)])
    assert built([piece for it in words for piece in paragraphs(it)]) == once


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_each_face_came_with_its_package_and_draws_what_it_is_asked_for(face):
    asked = (chr(code) for low, high in face.spans for code in range(low, high + 1))
    assert sum(has(face, letter) for letter in asked) > 70


def test_nothing_in_twenty_scripts_is_printed_as_a_number():
    assert [words for words in TYPED if "U+" in visible(words)] == []


def test_words_that_run_leftwards_are_read_in_order_among_english():
    story = [piece for words in IN_CONTEXT.values() for piece in paragraphs((Strong("A: "), words))]
    shown = as_lines(read_by_pypdf(built(story)))
    steering = dict.fromkeys((0x2067, 0x2069, 0x200E, 0x200F))
    said = {f"A: {words.translate(steering)}" for words in IN_CONTEXT.values()}
    assert said - shown == set()


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("abc אבג def", "abc גבא def"),
        ("He said “אב!” now.", "He said “!בא” now."),
        ("אבג 12 דה", "הד 12 גבא"),
        ("אב 12% ab, גד", "דג ,ab 12% בא"),
        ("دا 10:45", "10:45 اد"),
        ("אב told us.", "בא told us."),
        ("אבגדה, Year 12", "הדגבא, Year 12"),
        ("אבגדה ab ו", "ו ab הדגבא"),
        ("“אב!” again", "“!בא” again"),
        ("“אב “גד!” הו!” said", "“!וה ”!דג“ בא” said"),
        ("a “אב said", "a “בא said"),
        ("“אב!”", "”!בא“"),
        ("אבגדהו ab “זח” cd טיך", "ךיט ab “חז” cd והדגבא"),
    ],
)
def test_a_line_is_seen_in_the_order_of_its_script(typed, seen):
    assert "".join(in_sight(typed, levels_of(typed))) == seen


def test_no_line_of_any_script_is_wider_than_its_column():
    for script, (names, threats) in SCRIPTS.items():
        words = " ".join((*names, *threats)) * 3 + "".join(names) * 6
        for width in (40.0, 116.0, 300.0):
            run = Run(words, bold=False, colour=None)
            lines = lines_of([run], ANSWER, width)
            wide = [sum(it.wide for it in line.atoms if it.letters != " ") for line in lines]
            assert max(wide) <= width, script
            assert "".join(it.letters for line in lines for it in line.atoms) == words


@pytest.mark.parametrize(
    ("words", "never"),
    [("你好吗，我很好。再见！" * 9, "，。！"), ("ฉันเป็นเพื่อนและไปไหน" * 9, "ะำๆ")],
)
def test_no_line_without_spaces_begins_with_what_belongs_to_the_line_before(words, never):
    lines = lines_of([Run(words, bold=False, colour=None)], ANSWER, 130.0)
    assert len(lines) > 3
    assert [it for it in lines[1:] if it.atoms[0].letters[0] in never] == []


def test_a_long_text_in_another_script_is_split_between_pages_without_a_loss():
    words = "अनन्या ने कहा। " * 40 + "\nशेष\n" + "שלום עולם " * 40
    (piece,) = text(words, BODY)
    assert isinstance(piece, ScriptPiece)
    first, second = piece.split(300, 12.5 * BODY.leading)
    assert first.wrap(300, 0)[1] == 12 * BODY.leading
    assert first.key is second.key is piece
    assert plain(first.getPlainText() + second.getPlainText()) == plain(words)
    assert piece.split(300, BODY.leading) == []
    assert sum(it.wrap(300, 0)[1] for it in (first, second)) == piece.wrap(300, 0)[1]


def test_words_keep_their_weight_and_colour_in_another_script():
    (piece,) = text((Strong("שם: "), "אנא", Quiet(" לא ידוע")), ANSWER)
    atoms = [it for line in lines_of(piece.runs, ANSWER, 400) for it in line.atoms]
    looks = [look for look, _ in groupby((it.run.bold, it.run.colour) for it in atoms)]
    assert len(set(looks)) == 3
    assert {glyph.bold for it in atoms if it.run.bold for glyph in it.cluster.ink} == {True}


@pytest.mark.parametrize("style", [BODY, ANSWER, ParagraphStyle("in", BODY, leftIndent=9.0)])
def test_words_of_any_script_stand_where_english_words_would_stand(style):
    ours = ScriptPiece([Run("Abc", bold=False, colour=style.textColor)], style)
    story = [*text("Abc", style), ours, *text("Abc", style)]
    places = []

    def note(words, outer, inner, *_):
        if "Abc" in words:
            places.append((round(outer[4] + inner[4], 2), round(outer[5] + inner[5], 2)))

    PdfReader(io.BytesIO(built(story))).pages[0].extract_text(visitor_text=note)
    (left, top), (x, y), (_, bottom) = places
    assert (x, y) == (left, round((top + bottom) / 2, 2))


def test_english_welsh_and_greek_are_set_as_before():
    assert {type(it) for it in text("Zoë Ŵyn Gruffŷdd, Nguyễn, Ελένη", BODY)} == {Piece}


def test_marks_piled_on_a_letter_are_shown_by_number_from_the_fifth_on():
    assert visible("a" + "\u0338" * 4) == "a" + "\u0338" * 4
    named = "U+0338 COMBINING LONG SOLIDUS OVERLAY"
    assert visible("a" + "\u0338" * 6) == "a" + "\u0338" * 4 + f"[{named}, {named}]"
    assert visible("a" + "\u0338" * 9_000) == "a" + "\u0338" * 4 + f"[{named}, 8996 times]"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab1 (.שםنا١कि่ำ中あ한😀\u200d\u0301\n“”", min_size=1, max_size=40))
def test_any_mixture_of_scripts_is_set_whole_and_fits(words):
    shown = visible(words)
    lines = lines_of([Run(shown, bold=False, colour=None)], ANSWER, 90.0)
    assert plain("".join(it.letters for line in lines for it in line.atoms)) == plain(shown)
    assert "".join(units_of(shown)) == shown
    assert all(drawn_by(it) or it in "\n\u00a0" or "[" in shown for it in units_of(shown))
