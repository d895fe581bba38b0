"""Printing goes from memory to the printer: what was chosen, noted, and nothing left behind."""

import ctypes
import os
import struct
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageRanges, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.casework.recording import seal
from app.domain.forms.concern import ConcernReceived
from app.ui.case.page import TABS, CasePage
from app.ui.paper import preview, printing
from app.ui.paper.printing import sheets
from app.ui.widgets import tasks
from app.vault.events import Action
from tests.casefold import concern
from tests.sessions import Clock, new_desk

PAGES = 3


@pytest.fixture
def page(qtbot, tmp_path):
    """A page that shows the case summary in full, issued."""
    session = new_desk(tmp_path / "casebook", Clock())
    made = CasePage(session)
    qtbot.addWidget(made)
    made.show_case(seal(session, ConcernReceived, concern() | {"account": "Words. " * 1500}).id)
    made.show_tab(TABS.index("Documents"))
    for name in ("make_chronology_1", "issue"):
        made.findChild(QAbstractButton, name).click()
        assert tasks.wait()
    yield made
    session.close()


@pytest.fixture
def printer(tmp_path):
    """A printer whose paper is a file."""
    made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "paper" / "printed.pdf"))
    (tmp_path / "paper").mkdir()
    return made


def paper(printer):
    return len(PdfReader(printer.outputFileName()).pages)


def printed(page):
    """The numbers of the documents the log says were printed."""
    events = page.session.casebook.events.tail()
    return [one.detail for one in events if one.action == Action.DOCUMENT_PRINTED]


def told(page):
    notice = page.preview.notice
    shown = notice.isVisibleTo(page)
    return " ".join(one.text() for one in notice.findChildren(QLabel)) if shown else ""


def test_every_page_is_printed_and_the_log_says_so(page, printer):
    page.preview.print_on(printer)
    assert paper(printer) == page.preview.pages >= PAGES
    assert printed(page) == [{"number": "2026-0001-D1"}]


def test_a_range_of_pages_in_two_copies_comes_out_in_order(page, printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3"))
    printer.setCopyCount(2)
    assert sheets(printer, PAGES) == (1, 3, 1, 3)
    printer.setCollateCopies(False)
    assert sheets(printer, PAGES) == (1, 1, 3, 3)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert sheets(printer, PAGES) == (3, 3, 1, 1)
    page.preview.print_on(printer)
    assert paper(printer) == 4


def test_from_to_and_all_are_what_they_say(printer):
    printer.setFromTo(2, 3)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    assert sheets(printer, PAGES) == (2, 3)
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    assert sheets(printer, PAGES) == (1, 2, 3)


def test_a_printer_that_makes_copies_itself_gets_each_page_once():
    class Copier(QPrinter):
        # Qt
        def supportsMultipleCopies(self):  # noqa: N802
            return True

    copier = Copier()
    copier.setCopyCount(5)
    assert sheets(copier, PAGES) == (1, 2, 3)


def test_without_a_printer_it_says_what_to_do_and_nothing_is_noted(page, monkeypatch):
    monkeypatch.setattr(preview, "has_printer", lambda: False)
    page.preview.print_button.click()
    assert "No printer is set up on this computer." in told(page)
    assert page.preview.findChildren(QPrintDialog) == []
    assert printed(page) == []


def test_a_print_that_is_cancelled_prints_and_notes_nothing(page, monkeypatch):
    monkeypatch.setattr(preview, "has_printer", lambda: True)
    page.preview.print_button.click()
    (dialog,) = page.preview.findChildren(QPrintDialog)
    assert not dialog.testOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile)
    assert (dialog.minPage(), dialog.maxPage()) == (1, page.preview.pages)
    assert dialog.printer().docName() == "2026-0001-D1"
    dialog.reject()
    assert printed(page) == []
    assert told(page) == ""


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_takes_nothing_is_said_and_not_noted(page, printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    page.preview.print_on(printer)
    assert "The printer took nothing." in told(page)
    assert printed(page) == []


def test_a_printer_that_stops_is_said_and_what_came_out_is_noted(page, printer, monkeypatch):
    monkeypatch.setattr(QPrinter, "newPage", lambda _printer: False)
    page.preview.print_on(printer)
    assert "Printing stopped after 1 page." in told(page)
    assert len(printed(page)) == 1


def test_a_draft_is_never_printed(page, printer):
    page.show_tab(TABS.index("Documents"))
    page.findChild(QAbstractButton, "make_chronology_1").click()
    assert tasks.wait()
    with pytest.raises(ValueError, match="draft"):
        page.preview.print_on(printer)
    assert not Path(printer.outputFileName()).exists()


def test_printing_makes_no_file_even_for_a_moment_but_what_the_printer_gets(
    page, printer, tmp_path, monkeypatch
):
    homes = {name: tmp_path / name for name in ("TMPDIR", "HOME", "XDG_RUNTIME_DIR", "TMP")}
    for name, folder in homes.items():
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    folders = [*homes.values(), tmp_path, tmp_path / "paper", Path.cwd()]
    with watched(folders) as made:
        page.preview.print_on(printer)
    assert paper(printer) == page.preview.pages
    assert set(made()) <= {"printed.pdf"}


def test_the_watch_sees_a_file_that_is_gone_again(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with watched([tmp_path]) as made, tempfile.NamedTemporaryFile(prefix="trace"):
        pass
    assert [name[:5] for name in made()] == ["trace"]


@contextmanager
def watched(folders):
    """Have the kernel note every name that comes up in these folders, however short it lives."""
    kernel = ctypes.CDLL(None, use_errno=True)
    handle = kernel.inotify_init1(os.O_NONBLOCK)
    assert handle >= 0
    made = []
    for folder in folders:
        assert kernel.inotify_add_watch(handle, os.fsencode(folder), CREATED | MOVED_TO) >= 0
    yield lambda: made
    try:
        noted = os.read(handle, 1 << 20)
    except BlockingIOError:
        noted = b""
    os.close(handle)
    while noted:
        _, _, _, size = struct.unpack_from("iIII", noted)
        made.append(noted[16 : 16 + size].rstrip(b"\0").decode())
        noted = noted[16 + size :]


CREATED, MOVED_TO = 0x100, 0x80
"""What the kernel is asked to note (inotify.h)."""


def test_the_printed_pages_are_not_blank(page, printer, monkeypatch):
    drawn = []
    really = QPainter.drawImage
    monkeypatch.setattr(
        QPainter, "drawImage", lambda self, *given: drawn.append(given[-1]) or really(self, *given)
    )
    page.preview.print_on(printer)
    for image in drawn:
        small = image.scaled(40, 56)
        assert len({small.pixel(x, y) for x in range(40) for y in range(56)}) > 5
    assert len(drawn) == page.preview.pages
    assert max(image.width() for image in drawn) <= printing.SHARPEST
