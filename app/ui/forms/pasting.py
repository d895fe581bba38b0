"""What may come into a text box from outside: plain words, and nothing that carries a picture."""

import re

from PySide6.QtCore import QMimeData

from app.domain.kit.text import IMAGERY_REFUSED, UNSEEN_LEFT_OUT, clean, holds_unseen, imagery_in

FILE_REFUSED = (
    "The casebook never holds imagery or files, so nothing was put in. "
    "Describe in a few plain words what you were told."
)
PICTURE_LEFT_OUT = "A picture was left out: the casebook never holds imagery. The words were kept."

_HTML_PICTURE = re.compile(r"<\s*(img|svg|picture|video|object|embed|canvas)\b", re.IGNORECASE)


_SLACK = 1_000
"""Characters looked at beyond what fits: some of them may be left out as unseen."""


def pasted_words(mime: QMimeData, room: int) -> tuple[str, str]:
    """Give the plain words in what comes in, at most `room` characters, and what there is to say.

    What cannot fit anyway is not looked at, so that a pasted book does not hold up the window.
    """
    if any(url.isLocalFile() for url in mime.urls()):
        return "", FILE_REFUSED
    pasted = mime.text() if "text/plain" in mime.formats() else ""
    near = pasted[: room + _SLACK]
    words = clean(near)
    pictured = _carries_picture(mime)
    if imagery_in(words):
        return "", IMAGERY_REFUSED
    if not words.strip():
        refused = pictured or bool(mime.formats())
        return words[:room], FILE_REFUSED if refused and not words else ""
    said = [PICTURE_LEFT_OUT] if pictured else [UNSEEN_LEFT_OUT] if holds_unseen(near) else []
    if len(words) > room or len(pasted) > len(near):
        said.append(_too_long(words[:room]))
    return words[:room], " ".join(said)


def _too_long(kept: str) -> str:
    if not kept:
        return "There is no room left here, so nothing was put in. Write it in a further entry."
    return (
        f"It is too long: {len(kept):,} more characters fitted here, as far as “{kept[-30:]}”. "
        "Put the rest into a further entry."
    )


def _carries_picture(mime: QMimeData) -> bool:
    if mime.hasImage() or any(name.startswith(("image/", "video/")) for name in mime.formats()):
        return True
    return mime.hasHtml() and bool(_HTML_PICTURE.search(mime.html()))
