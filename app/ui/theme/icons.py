"""The line icons, drawn in the colour of a token and sharp at every scale."""

from dataclasses import fields
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from app.paths import resources
from app.ui.theme.tokens import Tokens, tokens

_TONES = frozenset(field.name for field in fields(Tokens))


def icon(name: str, tone: str = "ink") -> QIcon:
    """Return the icon `name` in the colour of the token `tone`. It follows a change of scheme."""
    return QIcon(_LineIcon(name, tone))


class _LineIcon(QIconEngine):
    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        assert tone in _TONES
        self._name = name
        self._tone = tone

    # Qt
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tone = "muted" if mode == QIcon.Mode.Disabled else self._tone
        _renderer(self._name, getattr(tokens(), tone)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _LineIcon(self._name, self._tone)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (resources() / "icons" / f"{name}.svg").read_bytes()
    renderer = QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.encode())))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer


def draw(painter: QPainter, rect: QRectF, name: str, tone: str = "ink") -> None:
    """Draw an icon inside another paint method."""
    _renderer(name, getattr(tokens(), tone)).render(painter, rect)


class Glyph(QWidget):
    """One icon on its own. Screen readers skip it: the words beside it say the same."""

    def __init__(self, name: str, tone: str = "ink", size: int = 18) -> None:
        super().__init__()
        self._name = name
        self._tone = tone
        self.setFixedSize(size, size)

    def change(self, name: str, tone: str) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.update()

    # Qt
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw(painter, QRectF(self.rect()), self._name, self._tone)
        painter.end()
