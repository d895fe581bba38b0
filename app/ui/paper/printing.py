"""A PDF drawn on a printer, straight from memory: the pages, copies and order somebody chose."""

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

SHARPEST = 3508
"""Pixels across a printed page, about 420 to the inch: more only costs memory."""
NO_PRINTER = (
    "No printer is set up on this computer. Ask your IT lead to add one, or save the document "
    "as a PDF and print it where there is a printer."
)


class NotPrinted(Exception):
    """The printer took no page, or stopped. `sentence` says so; `drawn` pages had gone to it."""

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
    """Whether a printer is set up on this computer."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_for(name: str) -> QPrinter:
    """Make what is printed on: A4 to its edges. `name` is what a queue shows."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(_a4())
    printer.setDocName(name)
    return printer


def print_dialog(parent: QWidget, printer: QPrinter, pages: int) -> QPrintDialog:
    """Make the dialog that asks for printer, pages and copies. The printer has to outlive it.

    It offers no printing to a file: that would be a saved file nobody notes.
    """
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("print_dialog")
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, pages)
    dialog.setModal(True)
    return dialog


def sheets(printer: QPrinter, pages: int) -> tuple[int, ...]:
    """Give the pages to draw, from 1, in order: the chosen ones, in as many copies as are left.

    A printer that makes copies by itself is given each page once.
    """
    chosen = [page for page in range(1, pages + 1) if _wanted(printer, page)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return tuple(chosen * copies)
    return tuple(page for page in chosen for _ in range(copies))


def print_pages(document: QPdfDocument, printer: QPrinter) -> int:
    """Draw what was chosen, and give how many pages that were. Raises NotPrinted."""
    painter = QPainter()
    drawn = 0
    if not painter.begin(printer):
        raise NotPrinted(drawn)
    try:
        for page in sheets(printer, document.pageCount()):
            if drawn and not printer.newPage():
                raise NotPrinted(drawn)
            _draw(document, page - 1, painter)
            drawn += 1
    finally:
        painter.end()
    return drawn


def _wanted(printer: QPrinter, page: int) -> bool:
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return True
    ranges = printer.pageRanges()
    return ranges.isEmpty() or ranges.contains(page)


def _draw(document: QPdfDocument, page: int, painter: QPainter) -> None:
    area = painter.viewport()
    size = QSizeF(area.width(), area.height()).toSize()
    if size.width() > SHARPEST:
        size = size.scaled(SHARPEST, size.height(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(area, document.render(page, size))


def _a4() -> QPageLayout:
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )
