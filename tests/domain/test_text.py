"""The boundary typed text passes: cleaned, and never imagery in disguise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kit.text import clean, holds_unseen, imagery_in


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


def test_cleaning_keeps_words_and_lines_and_drops_what_nobody_typed():
    assert clean("Zoë\r\nsaid\x00 no\tthanks\x07") == "Zoë\nsaid no\tthanks"
    assert clean("Zoe\u0308") == "Zoë"
    assert clean("a\ud800b").encode()


@pytest.mark.parametrize(
    "text",
    [
        "data:image/png;base64,iVBOR",
        "look: DATA: video/mp4",
        "iVBORw0KGgo" + "A" * 80,
        "see /9j/" + "4AAQ" * 30,
        "x" * 600,
        "abé" * 700,
    ],
)
def test_a_picture_turned_into_text_is_seen(text):
    assert imagery_in(text)


@pytest.mark.parametrize(
    "text",
    ["", "He sent it to Ben.", "https://example.example/a/" + "b" * 100, "RIFF", "/9j/ is odd"],
)
def test_ordinary_words_pass(text):
    assert not imagery_in(text)


UNSEEN = ("\u202e", "\u2066", "\u200b", "\u200e", "\ufeff", "\u00ad", "\x07", "\u200d")


@pytest.mark.parametrize("mark", UNSEEN)
def test_marks_nobody_sees_are_taken_out_so_that_a_name_stays_one_word(mark):
    assert clean(f"Ava{mark}Stone") == "AvaStone"
    assert holds_unseen(f"Ava{mark}Stone")


@pytest.mark.parametrize("text", ["👩‍👧‍👦", "می‌خواهم", "עִבְרִית", "Nguyễn", "one\r\ntwo\tthree"])
def test_words_of_every_script_and_line_ends_are_kept_and_nothing_is_said(text):
    assert clean(text) == text.replace("\r\n", "\n")
    assert not holds_unseen(text)


def test_two_halves_of_a_character_are_put_together_and_one_half_is_shown_as_unreadable():
    assert clean("\ud83d\ude00") == "😀"
    assert clean("a\ud800b") == "a\ufffdb"
