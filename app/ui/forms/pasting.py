"""What may come into a text box from outside: plain words, and nothing that carries a picture."""

import re

from PySide6.QtCore import QMimeData

from app.domain.text import IMAGERY_REFUSED, clean, imagery_in

FILE_REFUSED = (
    "The casebook never holds imagery or files, so nothing was put in. "
    "Describe in a few plain words what you were told."
)
PICTURE_LEFT_OUT = "A picture was left out: the casebook never holds imagery. The words were kept."

_HTML_PICTURE = re.compile(r"<\s*(img|svg|picture|video|object|embed|canvas)\b", re.IGNORECASE)


def words_in(mime: QMimeData) -> tuple[str, str]:
    """Give the plain words in what comes in, and a sentence when something was refused."""
    if any(url.isLocalFile() for url in mime.urls()):
        return "", FILE_REFUSED
    words = clean(mime.text()) if "text/plain" in mime.formats() else ""
    pictured = _carries_picture(mime)
    if imagery_in(words):
        return "", IMAGERY_REFUSED
    if not words.strip():
        refused = pictured or bool(mime.formats())
        return words, FILE_REFUSED if refused and not words else ""
    return words, PICTURE_LEFT_OUT if pictured else ""


def _carries_picture(mime: QMimeData) -> bool:
    if mime.hasImage() or any(name.startswith(("image/", "video/")) for name in mime.formats()):
        return True
    return mime.hasHtml() and bool(_HTML_PICTURE.search(mime.html()))
