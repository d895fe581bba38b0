"""The items of the spread map: a card for every copy, an arrow for every hop."""

from html import escape

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.domain.kit.tone import Tone
from app.spread.layout import Box, Curve, LabelSpace, Point
from app.ui.theme import tokens
from app.ui.theme.icons import draw
from app.ui.theme.sheet import BASE_SIZE, FAMILY, SECOND

FAR, AFAR = 0.62, 0.34
"""Below these scales a card shows only title and mark, both larger; then only the mark."""
_ROUND = 7.0
_BAR = 6.0
_RING = 4.0
_ARROW = 9.0
_MARKS = {
    Tone.NEUTRAL: ("circle-dashed", "muted"),
    Tone.GREEN: ("circle-check", "green"),
    Tone.AMBER: ("clock", "amber"),
    Tone.RED: ("circle-alert", "red"),
}
"""The mark and colour of a state: each tone has a shape of its own."""


def _font(pixels: float, *, bold: bool = False) -> QFont:
    font = QFont([FAMILY, SECOND])
    font.setPixelSize(round(pixels))
    font.setBold(bold)
    return font


class CopyCard(QGraphicsItem):
    """One copy: its title, what is known of it, and its state in words with a mark."""

    def __init__(self, box: Box) -> None:
        super().__init__()
        self.box = box
        self.chosen = False
        self.focused = False
        self._hovered = False
        self.setPos(box.x, box.y)
        self.setZValue(1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptHoverEvents(True)
        words = "\n".join((box.stop.title, *box.stop.lines))
        self.setToolTip(f"<p>{escape(words).replace(chr(10), '<br>')}</p>")

    def choose(self, *, chosen: bool, focused: bool) -> None:
        """Show whether this copy is selected and has the focus."""
        self.chosen, self.focused = chosen, chosen and focused
        self.update()

    def _ground(self, painter: QPainter, bar: float) -> None:
        t = tokens()
        rect = QRectF(0, 0, self.box.width, self.box.height)
        shape = QPainterPath()
        shape.addRoundedRect(rect, _ROUND, _ROUND)
        painter.fillPath(shape, QColor(t.accent_soft if self._hovered else t.card))
        painter.save()
        painter.setClipPath(shape)
        colour = QColor(getattr(t, _MARKS[self.box.stop.tone][1]))
        painter.fillRect(QRectF(0, 0, bar, rect.height()), colour)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        marked = self.chosen or self._hovered
        painter.setPen(QPen(QColor(t.accent if marked else t.line), 2 if self.chosen else 1))
        painter.drawPath(shape)
        if self.focused:
            ring = rect.adjusted(-_RING, -_RING, _RING, _RING)
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.drawRoundedRect(ring, _ROUND + _RING, _ROUND + _RING)

    def _near(self, painter: QPainter) -> None:
        t, stop = tokens(), self.box.stop
        mark, tone = _MARKS[stop.tone]
        left, width = 18.0, self.box.width - 18 - 12
        title = _font(BASE_SIZE, bold=True)
        small = _font(13)
        quiet = " · ".join(stop.lines[:-1])
        top = 9.0 if quiet else 19.0
        _line(painter, QRectF(left, top, width, 20), stop.title, title, t.ink)
        if quiet:
            _line(painter, QRectF(left, top + 22, width, 18), quiet, small, t.muted)
        if stop.state:
            state = QRectF(left, self.box.height - (27 if quiet else 37), width, 18)
            draw(painter, QRectF(left, state.y() + 2, 14, 14), mark, tone)
            _line(painter, state.adjusted(20, 0, 0, 0), stop.state, small, getattr(t, tone))

    def _far(self, painter: QPainter) -> None:
        mark, tone = _MARKS[self.box.stop.tone]
        middle = self.box.height / 2
        draw(painter, QRectF(22, middle - 14, 28, 28), mark, tone)
        place = QRectF(60, middle - 20, self.box.width - 68, 40)
        _line(painter, place, self.box.stop.title, _font(24, bold=True), tokens().ink)

    def _afar(self, painter: QPainter) -> None:
        mark, tone = _MARKS[self.box.stop.tone]
        size = 0.7 * self.box.height
        left, top = (self.box.width - size) / 2, (self.box.height - size) / 2
        draw(painter, QRectF(left, top, size, size), mark, tone)

    # Qt
    def boundingRect(self) -> QRectF:
        edge = _RING + 2
        return QRectF(0, 0, self.box.width, self.box.height).adjusted(-edge, -edge, edge, edge)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        self._ground(painter, _BAR if scale >= FAR else 2 * _BAR)
        (self._near if scale >= FAR else self._far if scale >= AFAR else self._afar)(painter)

    def hoverEnterEvent(self, event: object) -> None:
        self._hovered = True
        self.update()

    def hoverLeaveEvent(self, event: object) -> None:
        self._hovered = False
        self.update()


class HopLine(QGraphicsItem):
    """The line from one copy to another, labelled with the service where there is space."""

    def __init__(self, curve: Curve) -> None:
        super().__init__()
        self._curve = curve
        self._path = QPainterPath(_at(curve.start))
        for bend in curve.bends:
            self._path.cubicTo(_at(bend.first), _at(bend.second), _at(bend.end))
        end, towards = curve.bends[-1].end, -1 if curve.back else 1
        self._head = QPolygonF(
            [
                QPointF(end.x, end.y),
                QPointF(end.x - towards * _ARROW, end.y - _ARROW / 2),
                QPointF(end.x - towards * _ARROW, end.y + _ARROW / 2),
            ]
        )

    # Qt
    def boundingRect(self) -> QRectF:
        around = self._path.boundingRect().adjusted(-_ARROW, -_ARROW, _ARROW, _ARROW)
        return around.united(_rect(self._curve.room)) if self._curve.room else around

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        t = tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(t.edge), 1.6)
        if self._curve.back:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.strokePath(self._path, pen)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.edge))
        painter.drawPolygon(self._head)
        near = option.levelOfDetailFromTransform(painter.worldTransform()) >= FAR
        if near and self._curve.room and self._curve.hop.label:
            side = Qt.AlignmentFlag.AlignLeft if self._curve.back else Qt.AlignmentFlag.AlignRight
            place = _rect(self._curve.room)
            _line(painter, place, self._curve.hop.label, _font(12), t.muted, side=side)


class Heading(QGraphicsItem):
    """A line of words on the map itself."""

    def __init__(self, room: LabelSpace, words: str) -> None:
        super().__init__()
        self._room = _rect(room)
        self._words = words

    # Qt
    def boundingRect(self) -> QRectF:
        return self._room

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        far = option.levelOfDetailFromTransform(painter.worldTransform()) < FAR
        _line(painter, self._room, self._words, _font(22 if far else 13), tokens().muted)


def _line(
    painter: QPainter,
    place: QRectF,
    words: str,
    font: QFont,
    colour: str,
    *,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write one line of words; shorten it with an ellipsis if the place is too narrow."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    words = " ".join(words.split())
    cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(place, int(flags), cut)


def _at(point: Point) -> QPointF:
    return QPointF(point.x, point.y)


def _rect(room: LabelSpace) -> QRectF:
    return QRectF(room.x, room.y, room.width, room.height)
