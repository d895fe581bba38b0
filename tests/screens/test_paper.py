"""A page with words of twenty scripts looks as it did when somebody last looked at it."""

from pypdfium2 import PdfDocument

from app.typesetting.text import Strong
from tests.papers.paper import built, paragraphs
from tests.papers.scripts import IN_CONTEXT, SCRIPTS

from .test_screens import compare, pytestmark

__all__ = ["pytestmark"]  # drawn on Linux, like every screen

SCALE = 1.5
"""Pixels to a point: enough to see each mark."""


class Page:
    """The first page of a PDF, grabbed as a widget is."""

    def __init__(self, pdf):
        document = PdfDocument(pdf)
        self.picture = document[0].render(scale=SCALE, grayscale=True).to_pil()
        document.close()

    def grab(self):
        return self.picture


def test_words_in_twenty_scripts_look_as_they_did(qapp, tmp_path):
    story = [
        piece
        for script, (names, threats) in SCRIPTS.items()
        for piece in paragraphs((Strong(f"{script}: "), f"{names[0]}, {names[3]} “{threats[0]}”"))
    ]
    story += [piece for words in IN_CONTEXT.values() for piece in paragraphs(words)]
    story += paragraphs(f"“{' '.join(SCRIPTS['Arabic'][1] * 3)}.”")
    compare(Page(built(story)), "scripts-on-paper", tmp_path)
