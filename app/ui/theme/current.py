"""The colours shown at this moment, for whatever paints itself."""

from app.ui.theme.tokens import LIGHT, Tokens

_shown = [LIGHT]


def tokens() -> Tokens:
    """Give the colours shown now. Ask at paint time, so that a change of scheme is followed."""
    return _shown[0]


def show(new: Tokens) -> None:
    """Make these the colours shown from now on."""
    _shown[0] = new
