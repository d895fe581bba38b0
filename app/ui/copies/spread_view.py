"""The map of the copies in its frame: drawn, scrolled, zoomed, and used with the keys."""

from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget

from app.spread.layout import NOT_LINKED, Box, Layout, Spread, each_told, laid_out, told
from app.ui.copies.spread_items import CopyCard, Heading, HopLine
from app.ui.theme import tokens
from app.ui.widgets.parts import STEP


class Direction(Enum):
    """A direction, as how far right and how far down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def step(layout: Layout, here: Box, way: Direction) -> Box | None:
    """Return the nearest box in that direction. To the side, a linked box comes first."""
    right, down = way.value

    def along(box: Box) -> float:
        return (box.x - here.x) * right + (box.y - here.y) * down

    def aside(box: Box) -> float:
        return abs((box.x - here.x) * down) + abs((box.y - here.y) * right)

    there = [box for box in layout.boxes if along(box) > 0]
    linked = _linked(layout, here.stop.key) if right else set()
    near = [box for box in there if box.stop.key in linked] or there
    return min(near, key=lambda box: (along(box) + 3 * aside(box), box.y, box.x), default=None)


def _linked(layout: Layout, key: str) -> set[str]:
    hops = [curve.hop for curve in layout.curves]
    return {hop.target for hop in hops if hop.source == key} | {
        hop.source for hop in hops if hop.target == key
    }


NAME = "Map of the copies"
SMALLEST, LARGEST = 0.1, 3.0
READABLE = 0.8
"""The map is not shrunk automatically below this scale: it is scrolled instead."""
_ZOOM = 1.25
_MARGIN = 3 * STEP
_BAR = 3 * STEP
"""What a scroll bar takes off the width, and a little more."""
_ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SpreadView(QGraphicsView):
    """The map itself. `opened` carries the key of the copy to open."""

    opened = Signal(str)
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._scene = QGraphicsScene(self)
        self._scene.setSceneRect(0, 0, 1, 1)
        self.setScene(self._scene)
        self._layout = Layout()
        self._told: dict[str, str] = {}
        self._cards: dict[str, CopyCard] = {}
        self._chosen = ""
        self._at_rest = True
        self._pressed: QPoint | None = None
        self.setBackgroundRole(QPalette.ColorRole.Window)  # also under the scroll bars
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setCornerWidget(QWidget())
        self.setMinimumHeight(30 * STEP)
        self.setAccessibleName(NAME)

    def show_spread(self, spread: Spread) -> None:
        """Show where the copies came from."""
        self._layout, self._told = laid_out(spread), each_told(spread)
        self._scene.clear()
        self._cards = {box.stop.key: CopyCard(box) for box in self._layout.boxes}
        for curve in self._layout.curves:
            self._scene.addItem(HopLine(curve))
        for card in self._cards.values():
            self._scene.addItem(card)
        if self._layout.not_linked:
            self._scene.addItem(Heading(self._layout.not_linked, NOT_LINKED))
        whole = QRectF(0, 0, self._layout.width, self._layout.height)
        self._scene.setSceneRect(whole.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        self.setAccessibleDescription(told(spread))
        self._choose(self._chosen if self._chosen in self._cards else "")
        if self._at_rest:
            self.rest()

    def rest(self) -> None:
        """Show as much as is readable, starting with the first copy."""
        self._at_rest = True
        across, down = self._room()
        if down < READABLE:
            across, down = self._room(_BAR)[0], 1.0
        self._scale(min(max(min(across, down), READABLE), 1.0))
        if self._layout.boxes:
            self.centerOn(QPointF(0, self._layout.boxes[0].middle))

    def fit(self) -> None:
        """Show the whole map, however small."""
        self._at_rest = False
        self._scale(min(*self._room(), 1.0))
        self.centerOn(self._scene.sceneRect().center())

    def zoom_in(self) -> None:
        """Show everything larger."""
        self._zoom(_ZOOM)

    def zoom_out(self) -> None:
        """Show everything smaller."""
        self._zoom(1 / _ZOOM)

    def _zoom(self, factor: float) -> None:
        self._at_rest = False
        self._scale(self.transform().m11() * factor)

    def _scale(self, scale: float) -> None:
        factor = min(max(scale, SMALLEST), LARGEST) / self.transform().m11()
        self.scale(factor, factor)

    def _room(self, bar: int = 0) -> tuple[float, float]:
        """Return the scales at which the map's width and height are visible beside a bar."""
        room, whole = self.maximumViewportSize(), self._scene.sceneRect()
        return (room.width() - bar) / whole.width(), room.height() / whole.height()

    def choose(self, key: str) -> None:
        """Select a copy that was chosen elsewhere; select none if its key is not here."""
        if key != self._chosen:
            self._choose(key if key in self._cards else "")

    def _choose(self, key: str) -> None:
        """Select a copy, scroll to it and tell screen readers what it is."""
        self._chosen = key
        for other, card in self._cards.items():
            card.choose(chosen=other == key, focused=self.hasFocus())
        if not key:
            self.setAccessibleName(NAME)
            return
        card = self._cards[key]
        words = self._told[key]
        place = list(self._cards).index(key) + 1
        self.setAccessibleName(f"{NAME}, {place} of {len(self._cards)}. {words}")
        self.ensureVisible(card, _MARGIN, _MARGIN)
        if self.hasFocus():
            self.chosen.emit(key)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _go(self, way: Direction) -> None:
        """Select the next copy in a direction, or the first if none is selected."""
        if not self._chosen:
            self._choose(next(iter(self._cards), ""))
        elif there := step(self._layout, self._cards[self._chosen].box, way):
            self._choose(there.stop.key)

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go(_ARROWS[key])
        elif key in _OPENING and self._chosen:
            self.opened.emit(self._chosen)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._cards:
            self._choose(list(self._cards)[0 if key == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        first = next(iter(self._cards), "") if event.reason() in _BY_TAB else ""
        self._choose(self._chosen or first)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        for card in self._cards.values():
            card.choose(chosen=card.chosen, focused=False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(_ZOOM ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if left else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        at = event.position().toPoint()
        still = QApplication.startDragDistance()
        if pressed is None or (at - pressed).manhattanLength() >= still:
            return
        if isinstance(card := self.itemAt(at), CopyCard):
            self._choose(card.box.stop.key)
            self.opened.emit(card.box.stop.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._at_rest:
            self.rest()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self.viewport().update()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, QColor(tokens().ground))
