"""The named colours everything on screen is drawn from, in light, dark and high contrast."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QColor, QPalette


class Scheme(Enum):
    """Which set of colours is shown."""

    LIGHT = auto()
    DARK = auto()
    HIGH_CONTRAST = auto()


@dataclass(frozen=True, kw_only=True, slots=True)
class Tokens:
    """Colours by purpose, each as `#rrggbb`.

    `line` separates things quietly, `edge` is the border of inputs and buttons. A `soft` colour is
    the background of text in the colour of its name; `on_…` is text on the full colour.
    """

    ink: str
    muted: str
    line: str
    edge: str
    ground: str
    card: str
    accent: str
    accent_soft: str
    on_accent: str
    rail: str
    rail_lit: str
    on_rail: str
    red: str
    red_soft: str
    red_line: str
    on_red: str
    amber: str
    amber_soft: str
    green: str
    green_soft: str
    guidance: str
    guidance_line: str


LIGHT = Tokens(
    ink="#1d2730",
    muted="#5b6873",
    line="#d9dfe4",
    edge="#87939c",
    ground="#f4f6f7",
    card="#ffffff",
    accent="#0f5c63",
    accent_soft="#e2eff0",
    on_accent="#ffffff",
    rail="#12343a",
    rail_lit="#1f4d55",
    on_rail="#dbe7e9",
    red="#a4262c",
    red_soft="#fbeaea",
    red_line="#e9b9bb",
    on_red="#ffffff",
    amber="#8a5a00",
    amber_soft="#fdf3df",
    green="#1f6b3a",
    green_soft="#e5f3ea",
    guidance="#f7f4ec",
    guidance_line="#e6dfcd",
)

DARK = Tokens(
    ink="#e4eaee",
    muted="#a2afb8",
    line="#333e46",
    edge="#72808a",
    ground="#12171b",
    card="#1b2227",
    accent="#6cc7cf",
    accent_soft="#173a3f",
    on_accent="#06272b",
    rail="#0b2024",
    rail_lit="#17414a",
    on_rail="#cfe0e3",
    red="#f59a9f",
    red_soft="#3c2124",
    red_line="#6d363b",
    on_red="#33080b",
    amber="#e8b860",
    amber_soft="#382c14",
    green="#83d09d",
    green_soft="#183424",
    guidance="#24221b",
    guidance_line="#3d392c",
)


def high_contrast(palette: QPalette) -> Tokens:
    """Return tokens from the system's own palette: two strong colours and little between."""
    text = palette.color(QPalette.ColorRole.WindowText).name()
    ground = palette.color(QPalette.ColorRole.Window).name()
    return Tokens(
        ink=text,
        muted=text,
        line=text,
        edge=text,
        ground=ground,
        card=ground,
        accent=text,
        accent_soft=ground,
        on_accent=ground,
        rail=ground,
        rail_lit=_mixed(ground, text),
        on_rail=text,
        red=text,
        red_soft=ground,
        red_line=text,
        on_red=ground,
        amber=text,
        amber_soft=ground,
        green=text,
        green_soft=ground,
        guidance=ground,
        guidance_line=text,
    )


def _mixed(ground: str, text: str) -> str:
    """Return the ground colour mixed with a quarter of the text colour."""
    under, over = QColor(ground), QColor(text)
    red = (3 * under.red() + over.red()) // 4
    green = (3 * under.green() + over.green()) // 4
    blue = (3 * under.blue() + over.blue()) // 4
    return QColor(red, green, blue).name()


_shown = [LIGHT]


def tokens() -> Tokens:
    """Return the current colours. Call it when painting, so that a change of scheme is followed."""
    return _shown[0]


def show(new: Tokens) -> None:
    """Use these colours from now on."""
    _shown[0] = new
