"""Draw the pages of a PDF in memory: in a column on screen, or one by one for a printer.

The only importer of PDFium. A page is only drawn here: no link of it can be followed.
"""

import pypdfium2
from PySide6.QtCore import QRect, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.ui.widgets.parts import STEP

EDGE = 6
"""Pixels around the pages."""
GAP = 2 * STEP
"""Pixels between two pages."""


class Pages:
    """The pages of a PDF, counted from 0; none without a PDF. Use PDFium from one thread only."""

    def __init__(self, pdf: bytes = b"") -> None:
        self._document = pypdfium2.PdfDocument(pdf) if pdf else None

    def __len__(self) -> int:
        return len(self._document) if self._document else 0

    def size(self, page: int) -> QSizeF:
        """Return the size of a page in points."""
        assert self._document
        return QSizeF(*self._document.get_page_size(page))

    def drawn(self, page: int, scale: float) -> QImage:
        """Return a page as an image on white, at `scale` pixels to the point."""
        assert self._document
        found = self._document[page]
        drawn = found.render(scale=scale, prefer_bgrx=True, draw_annots=False)
        form = QImage.Format.Format_RGB32
        image = QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, form).copy()
        drawn.close()
        found.close()
        return image

    def close(self) -> None:
        """Close the PDF."""
        if self._document:
            self._document.close()
            self._document = None


class PageView(QAbstractScrollArea):
    """Shows pages in a column, as wide as the space allows. Draws only the visible ones."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = Pages()
        self._places: list[QRect] = []
        self._drawn: dict[int, QImage] = {}
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(3 * STEP)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)

    def show_pages(self, pages: Pages) -> None:
        """Show other pages, starting at the first, and close the previous ones."""
        self.pages.close()
        self.pages = pages
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def go_to(self, page: int) -> None:
        """Scroll to the top of a page, counted from 0."""
        self.verticalScrollBar().setValue(self._places[page].top() - EDGE)

    def _lay_out(self) -> None:
        """Place every page, and keep the visible one in view."""
        room, bar = self.viewport().size(), self.verticalScrollBar()
        wide, down, seen = max(room.width() - 2 * EDGE, 1), EDGE, bar.value() / self._deep()
        self._drawn, self._places = {}, []
        for page in range(len(self.pages)):
            size = self.pages.size(page)
            self._places.append(QRect(EDGE, down, wide, round(size.height() * wide / size.width())))
            down = self._places[-1].bottom() + 1 + GAP
        bar.setRange(0, max(self._deep() - room.height(), 0))
        bar.setPageStep(room.height())
        bar.setValue(round(seen * self._deep()))
        self.viewport().update()

    def _deep(self) -> int:
        """Return the height of all pages together, in pixels."""
        return self._places[-1].bottom() + 1 + EDGE if self._places else 1

    # Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        room, seen = self.viewport().rect(), self.verticalScrollBar().value()
        drawn = {}
        for page, place in enumerate(self._places):
            stands = place.translated(0, -seen)
            if stands.intersects(room):
                known = self._drawn.get(page)
                drawn[page] = self._sharp(page, place.width()) if known is None else known
                painter.drawImage(stands.topLeft(), drawn[page])
        self._drawn = drawn
        painter.end()

    def _sharp(self, page: int, width: int) -> QImage:
        """Return a page drawn at the resolution of the screen."""
        sharp = self.devicePixelRatioF()
        image = self.pages.drawn(page, width * sharp / self.pages.size(page).width())
        image.setDevicePixelRatio(sharp)
        return image
