"""A document on screen, from memory: read, issue, save, print. No file is written unless asked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.casework.saving import note_left, take_away, write_whole
from app.casework.session import Session
from app.domain.kit.record import CaseId
from app.ui.paper.pages import Pages, PageView
from app.ui.paper.printing import (
    NO_PRINTER,
    NotPrinted,
    Saving,
    has_printer,
    print_dialog,
    print_pages,
    printer_for,
)
from app.ui.widgets.parts import Banner, heading, line, muted, plain, primary
from app.vault.errors import VaultError
from app.vault.events import Action

WIDEST = 920
"""Largest width of a page in pixels: longer lines of text are hard to read."""


class Preview(QWidget):
    """Shows one PDF held in memory. A draft can be issued; an issued one, saved and printed."""

    closed = Signal()
    issue = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("preview")
        self._bytes = b""
        self._draft = True
        self.name = "document"
        self.about: CaseId | None = None
        self.title = heading("")
        self.words = muted()
        self.words.setObjectName("preview_words")
        self.notice = Banner()
        self.notice.setObjectName("preview_notice")
        self.notice.hide()
        self.saving = Saving(session, self.notice)
        self.back = plain("Back", "arrow-left")
        self.issue_button = primary("Issue")
        self.save_button = plain("Save as PDF…", "save")
        self.print_button = plain("Print…", "printer")
        self.view = PageView(self)
        self.view.setObjectName("pages")
        self.view.setAccessibleName("Pages of the document")
        self._lay_out()

    def _lay_out(self) -> None:
        names = {"back": self.back, "issue": self.issue_button}
        names |= {"save_pdf": self.save_button, "print": self.print_button}
        for name, button in names.items():
            button.setObjectName(name)
            button.setAccessibleName(button.text())
        self.back.clicked.connect(self.closed)
        self.issue_button.clicked.connect(self.issue)
        self.save_button.clicked.connect(lambda: _ask_where(self, self.name, self.save))
        self.print_button.clicked.connect(self._ask_printer)
        self.saving.begun.connect(partial(self.save_button.setEnabled, False))
        self.saving.ended.connect(partial(self.save_button.setEnabled, True))
        self.top = top = line(
            self.back,
            self.title,
            self.save_button,
            self.print_button,
            self.issue_button,
            spacing=12,
        )
        top.setStretch(1, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(top)
        rows.addWidget(self.words)
        rows.addWidget(self.notice)
        self.view.setMaximumWidth(WIDEST)
        self.middle = line(self.view, spacing=18)
        rows.addLayout(self.middle, 1)

    def show_document(self, pdf: bytes, *, title: str, words: str, name: str, draft: bool) -> None:
        """Show a PDF. `name` is a file name without subject or person, such as 2026-0042-D1."""
        self._bytes = pdf
        self.view.show_pages(Pages(pdf))
        self.name = name
        self._draft = draft
        self.title.setText(title)
        self.words.setText(words)
        self.notice.hide()
        self.issue_button.setVisible(draft)
        self.save_button.setVisible(not draft)
        self.print_button.setVisible(not draft)

    def show_nothing(self, sentence: str) -> None:
        """Show no document, and say why."""
        for button in (self.issue_button, self.save_button, self.print_button):
            button.hide()
        self.title.setText("")
        self.words.setText("")
        self.notice.say(sentence)
        self.notice.show()

    def go_to_page(self, page: int) -> None:
        """Show a page, counted from 1."""
        self.view.go_to(page - 1)

    @property
    def pages(self) -> int:
        """The number of pages shown."""
        return len(self.view.pages)

    def forget(self) -> None:
        """Release the document."""
        self._bytes = b""
        self.view.show_pages(Pages())
        self._draft = True

    def hold_drafts(self) -> None:
        """Raise ValueError for a draft: only an issued document may leave the screen."""
        if self._draft:
            raise ValueError("a draft stays on the screen")

    def save(self, path: Path) -> None:
        """Save the PDF where the user chose; ask first if others can read that folder.

        Raises ValueError for a draft.
        """
        self.hold_drafts()
        self.saving.offer(path, path.parent, partial(self.write, path))

    def write(self, path: Path) -> None:
        """Write the PDF in a worker thread, and log it. Raises ValueError for a draft."""
        self.hold_drafts()
        data, what = self._bytes, (self.name, self.about)
        self.saving.begin(
            partial(_write, path, data),
            record=partial(self._written, *what),
            take_away=take_away,
        )

    def _written(self, name: str, about: CaseId | None, path: Path) -> None:
        self.note(Action.DOCUMENT_SAVED, name, about)
        if name != self.name:
            return  # another document is shown by now
        self.words.setText(
            f"Saved as {path.name}. Whoever has the file can read it: keep it as you keep the "
            "casebook."
        )

    def _ask_printer(self) -> None:
        if not has_printer():
            self._say(NO_PRINTER)
            return
        printer = printer_for(self.name)
        dialog = print_dialog(self, printer, self.pages)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.show()

    def print_on(self, printer: QPrinter) -> None:
        """Print the chosen pages from memory, and write it in the log.

        Raises ValueError for a draft.
        """
        self.hold_drafts()
        self.notice.hide()
        try:
            print_pages(self.view.pages, printer)
        except NotPrinted as error:
            self._say(error.sentence)
            if not error.drawn:
                return
        try:
            self.note(Action.DOCUMENT_PRINTED, self.name, self.about)
        except VaultError as error:
            self._say(error.sentence)

    def note(self, action: Action, name: str, about: CaseId | None) -> None:
        """Write in the log that a document left the casebook. Raises the vault's errors."""
        note_left(self._session, action, name, about)

    def _say(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.notice.show()


def _write(path: Path, data: bytes) -> Path:
    write_whole(path, data)
    return path


def _ask_where(parent: QWidget, name: str, chosen: Callable[[Path], None]) -> None:
    dialog = QFileDialog(parent, "Save as PDF")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(f"{name}.pdf")
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
