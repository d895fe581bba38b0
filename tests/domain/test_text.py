"""The boundary typed text passes: cleaned, and never imagery in disguise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import clean, imagery_in


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
