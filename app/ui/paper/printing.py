"""Print a PDF straight from memory: the pages, copies and order somebody chose."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QMarginsF, QObject, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.casework.saving import EXPOSED, NotSaved, is_exposed, refuse_casebook
from app.casework.session import Session
from app.disclosure.leak import LeakFound
from app.ui.paper.pages import Pages
from app.ui.widgets import tasks
from app.ui.widgets.parts import Banner
from app.vault.errors import VaultError

T = TypeVar("T")
ALL_THE_SAME = "Save it there all the same"


class Saving(QObject):
    """Saves one thing at a time. Keeps no file that the record or the log does not mention."""

    begun = Signal()
    ended = Signal()
    """Saving has ended, whether it succeeded or not."""

    def __init__(self, session: Session, notice: Banner) -> None:
        super().__init__(notice)
        self._session = session
        self._notice = notice
        self._go_on: Callable[[], None] | None = None
        notice.pressed.connect(self._all_the_same)

    def offer(self, target: Path, folder: Path, go_on: Callable[[], None]) -> None:
        """Call `go_on` if saving there is allowed; ask first if others can read the folder."""
        self._notice.hide()
        self._go_on = None
        try:
            refuse_casebook(self._session, target)
        except NotSaved as error:
            self._say(error.sentence)
            return
        if is_exposed(folder):
            self._go_on = go_on
            self._say(EXPOSED, ALL_THE_SAME)
            return
        go_on()

    def begin(
        self,
        write: Callable[[], T],
        *,
        record: Callable[[T], None],
        take_away: Callable[[T], None],
    ) -> None:
        """Call `write` in a worker thread, then `record` in the thread of the window.

        If the casebook was locked meanwhile, or recording fails, call `take_away`.
        """
        application = QCoreApplication.instance()
        assert application  # it outlives this page, so that no unrecorded file is left behind
        self.begun.emit()
        done = partial(self._record, record, take_away)
        tasks.start(application, write, done=done, failed=self._failed)

    def _record(
        self, record: Callable[[T], None], take_away: Callable[[T], None], saved: T
    ) -> None:
        if not isValid(self):
            take_away(saved)
            return
        self.ended.emit()
        try:
            record(saved)
        except VaultError as error:
            take_away(saved)
            self._say(error.sentence)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, NotSaved | LeakFound):
            raise error
        if isValid(self):
            self.ended.emit()
            self._say(error.sentence)

    def _all_the_same(self) -> None:
        go_on, self._go_on = self._go_on, None
        if go_on:
            self._notice.hide()
            go_on()

    def _say(self, sentence: str, button: str = "") -> None:
        self._notice.say(sentence, button)
        self._notice.show()


SHARPEST = 3508
"""Largest width of a printed page in pixels, about 420 to the inch: more only costs memory."""
NO_PRINTER = (
    "No printer is set up on this computer. Ask your IT lead to add one, or save the document "
    "as a PDF and print it where there is a printer."
)


class NotPrinted(Exception):
    """The printer took no page, or stopped. `sentence` says so; `drawn` pages had been sent."""

    def __init__(self, drawn: int) -> None:
        self.drawn = drawn
        self.sentence = (
            f"Printing stopped after {drawn} {'page' if drawn == 1 else 'pages'}. Look whether "
            "they came out, and print again."
            if drawn
            else "The printer took nothing. Check that it is switched on and connected, and print "
            "again."
        )
        super().__init__(self.sentence)


def has_printer() -> bool:
    """Return whether a printer is set up on this computer."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(name: str) -> QPrinter:
    """Return a printer for borderless A4. The print queue shows `name`."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_a4())
    printer.setDocName(name)
    return printer


def print_dialog(parent: QWidget, printer: QPrinter, pages: int) -> QPrintDialog:
    """Return the dialog for printer, pages and copies. The printer has to outlive it.

    It does not offer printing to a file: that would be a saved file without a line in the log.
    """
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("print_dialog")
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, pages)
    dialog.setModal(True)
    return dialog


def sheets(printer: QPrinter, pages: int) -> tuple[int, ...]:
    """Return the pages to draw, counted from 1, in order, repeated for each copy to draw.

    If the printer makes copies itself, each page appears once.
    """
    chosen = [page for page in range(1, pages + 1) if _wanted(printer, page)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return tuple(chosen * copies)
    return tuple(page for page in chosen for _ in range(copies))


def print_pages(pages: Pages, printer: QPrinter) -> int:
    """Draw the chosen pages, and return how many were drawn. Raises NotPrinted."""
    painter = QPainter()
    drawn = 0
    if not painter.begin(printer):
        raise NotPrinted(drawn)
    try:
        for page in sheets(printer, len(pages)):
            if drawn and not printer.newPage():
                raise NotPrinted(drawn)
            _draw(pages, page - 1, painter)
            drawn += 1
    finally:
        painter.end()
    return drawn


def _wanted(printer: QPrinter, page: int) -> bool:
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return True
    ranges = printer.pageRanges()
    return ranges.isEmpty() or ranges.contains(page)


def _draw(pages: Pages, page: int, painter: QPainter) -> None:
    area = painter.viewport()
    across = min(area.width(), SHARPEST)
    painter.drawImage(area, pages.drawn(page, across / pages.size(page).width()))


def _a4() -> QPageLayout:
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )
