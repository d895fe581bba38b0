"""The Documents tab: made, issued, checked, saved and protected."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfiumError
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel
from shiboken6 import delete

from app.casework.documents import prepare_again
from app.casework.recording import read_case, seal
from app.domain.case.case import documents_of
from app.domain.forms.any_time import Note
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.sharing import DocumentProtected
from app.papers.kinds import offers_for
from app.ui.case.page import TABS, CasePage
from app.ui.case_parts.entry_card import EntryCard
from app.ui.documents.page import DocumentsPage
from app.ui.widgets import tasks
from app.vault.errors import DiskFull, ReadOnly
from app.vault.events import Action
from tests.casefold import concern
from tests.casework.test_recording import note
from tests.sessions import Clock, new_desk


@pytest.fixture
def page(qtbot, tmp_path):
    session = new_desk(tmp_path / "casebook", Clock())
    made = CasePage(session)
    qtbot.addWidget(made)
    made.show_case(seal(session, ConcernReceived, concern()).id, None, None)
    made.show_tab(TABS.index("Documents"))
    yield made
    session.close()


def press(page, name):
    page.findChild(QAbstractButton, name).click()
    assert tasks.wait()


@pytest.fixture
def issued(page):
    """A page that shows the chronology, issued."""
    press(page, "make_chronology_1")
    press(page, "issue")
    return page


def test_every_document_that_makes_sense_is_offered_with_its_reader(page):
    for offer in offers_for(page.case):
        button = page.findChild(QAbstractButton, f"make_{offer.kind.key}_1")
        assert offer.kind.title in button.accessibleName()


def test_the_chronology_says_of_an_issued_document_what_people_need(issued):
    issued.show_tab(TABS.index("Documents"))
    press(issued, "anew_2026-0001-D1")
    press(issued, "issue")
    card = EntryCard(issued.case, issued.case.entries[-1])
    shown = [one.text() for one in card.findChildren(QLabel)]
    asked = ("Number", "Document", "Issued to", "Written for", "Reason", "Takes the place of")
    assert {*asked, "Pages", "Check words"} <= set(shown)
    form = issued.case.entries[-1].form
    assert {form.number, form.kind, form.recipient, form.replaces, form.words} <= set(shown)
    assert not {form.key, form.digest, form.record_head, form.sender, form.beside} & set(shown)
    assert len(form.digest) == 64


def test_issued_again_it_takes_the_place_of_the_older_one(issued):
    issued.show_tab(TABS.index("Documents"))
    press(issued, "anew_2026-0001-D1")
    press(issued, "issue")
    assert [one.replaces for one in documents_of(issued.case)] == [None, "2026-0001-D1"]


def test_a_saved_file_and_its_words_are_known_and_an_altered_file_is_named(issued, tmp_path):
    panel, saved = issued.documents.check, tmp_path / "saved.pdf"
    issued.preview.save(saved)
    assert tasks.wait()
    panel.check_file(saved)
    assert tasks.wait()
    assert panel.verdict.text() == "Exactly as issued"
    saved.write_bytes(saved.read_bytes() + b" ")
    panel.check_file(saved)
    assert tasks.wait()
    assert panel.verdict.text() == "Altered"
    panel.box.setText(documents_of(issued.case)[0].words)
    press(issued, "check_typed")
    assert "2026-0001-D1" in panel.sentence.text()


def test_a_file_that_is_gone_is_said_plainly(page, tmp_path):
    page.documents.check.check_file(tmp_path / "gone.pdf")
    assert tasks.wait()
    assert page.documents.check.sentence.text().startswith("The file is no longer there.")


def test_of_a_protected_copy_the_slip_is_shown_and_the_copy_alone_is_a_file(issued, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    issued.preview.save_protected(folder)
    assert not noted(issued)
    assert tasks.wait()
    assert [path.name for path in folder.iterdir()] == ["2026-0001-D1-protected.pdf"]
    assert PdfReader(folder / "2026-0001-D1-protected.pdf").is_encrypted
    assert [one.number for one in noted(issued)] == ["2026-0001-D1"]
    assert issued.preview.title.text() == "Passphrase slip"
    assert "kept nowhere" in issued.preview.words.text()
    issued.show_tab(0)
    assert not slip_of(issued)


def slip_of(page):
    """The bytes of what the preview shows."""
    return page.preview._bytes


def test_the_engine_of_browsers_opens_a_copy_by_what_stands_on_its_slip_alone(issued, tmp_path):
    issued.preview.save_protected(tmp_path)
    assert tasks.wait()
    slip = " ".join(PdfReader(BytesIO(slip_of(issued))).pages[0].extract_text().split())
    secret = slip.partition("Type exactly ")[2].partition(" Give this slip")[0]
    for typed, opens in ((secret, True), (secret[:-1], False), ("", False)):
        assert opened_with(tmp_path / "2026-0001-D1-protected.pdf", typed) is opens


def opened_with(path, typed):
    try:
        PdfDocument(path, typed).close()
    except PdfiumError:
        return False
    return True


def test_a_slip_is_saved_where_somebody_chooses_but_not_beside_its_copy(issued, tmp_path):
    (stick := tmp_path / "stick").mkdir()
    issued.preview.save_protected(stick)
    assert tasks.wait()
    save(issued, stick / "slip.pdf")
    assert "whoever finds both can read it" in said(issued)
    save(issued, tmp_path / "slip.pdf")
    assert (tmp_path / "slip.pdf").read_bytes() == slip_of(issued)
    assert len(list(stick.iterdir())) == 1


def noted(page):
    return page.case.all_of(DocumentProtected)


def test_a_protected_copy_that_cannot_be_written_is_not_recorded(issued, tmp_path):
    issued.preview.save_protected(tmp_path / "no such folder")
    assert tasks.wait()
    told = [one.text() for one in issued.preview.notice.findChildren(QLabel)]
    assert any("this folder is no longer there. Choose another place" in one for one in told)
    assert issued.preview.protect_button.isEnabled()
    assert not noted(issued)


def test_a_copy_whose_slip_nobody_would_see_is_taken_away_and_not_recorded(issued, tmp_path):
    (stick := tmp_path / "stick").mkdir()
    issued.preview.save_protected(stick)
    press(issued, "back")
    issued.refresh()
    assert list(stick.iterdir()) == []
    assert not noted(issued)


def test_a_copy_saved_while_the_casebook_was_locked_is_taken_away(issued, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    issued.preview.save_protected(folder)
    delete(issued.preview)
    assert tasks.wait()
    assert list(folder.iterdir()) == []


def said(page):
    """What the notice says, "" when it is not shown."""
    notice = page.preview.notice
    words = notice.findChildren(QLabel)
    return " ".join(one.text() for one in words) if notice.isVisibleTo(page) else ""


def go_on(page):
    page.preview.notice.findChild(QAbstractButton, "banner_button").click()
    assert tasks.wait()


def save(page, path):
    page.preview.save(path)
    assert tasks.wait()


def test_a_file_is_saved_whole_and_noted_with_number_case_and_nothing_else(issued, tmp_path):
    save(issued, tmp_path / "out.pdf")
    event = issued.session.casebook.events.tail(1)[0]
    assert (event.action, event.case) == (Action.DOCUMENT_SAVED, issued.case.id)
    assert event.detail == {"number": "2026-0001-D1"}
    assert sha256((tmp_path / "out.pdf").read_bytes()).hexdigest() == (
        documents_of(issued.case)[0].digest
    )


def test_a_file_that_cannot_be_saved_leaves_the_document_on_screen_to_be_saved_elsewhere(
    issued, tmp_path
):
    save(issued, tmp_path / "no such folder" / "out.pdf")
    assert "Nothing was saved: this folder is no longer there" in said(issued)
    assert issued.session.casebook.events.tail(1)[0].action != Action.DOCUMENT_SAVED
    assert issued.preview.save_button.isEnabled()
    save(issued, tmp_path / "out.pdf")
    assert said(issued) == ""
    assert (tmp_path / "out.pdf").exists()


def test_nothing_is_saved_in_the_folder_of_the_casebook(issued):
    folder = issued.session.casebook.folder
    before = sorted(folder.rglob("*"))
    save(issued, folder / "out.pdf")
    assert "the folder of the casebook" in said(issued)
    issued.preview.save_protected(folder)
    assert tasks.wait()
    assert "the folder of the casebook" in said(issued)
    assert sorted(folder.rglob("*")) == before


def test_where_others_can_come_to_it_somebody_is_asked_first_and_may_go_on(issued, tmp_path):
    shared = tmp_path / "OneDrive - Example College"
    shared.mkdir()
    save(issued, shared / "out.pdf")
    assert list(shared.iterdir()) == []
    go_on(issued)
    assert (shared / "out.pdf").exists()
    issued.preview.save_protected(shared)
    assert "copied to other computers" in said(issued)
    go_on(issued)
    assert len(list(shared.iterdir())) == 2
    assert said(issued) == ""


def test_a_file_the_log_cannot_speak_of_is_taken_away_again(issued, tmp_path, monkeypatch):
    def refuse(*_given, **_named):
        raise DiskFull

    monkeypatch.setattr(type(issued.session.casebook.events), "note", refuse)
    save(issued, tmp_path / "out.pdf")
    assert "The disk is full" in said(issued)
    assert not (tmp_path / "out.pdf").exists()


def test_a_file_saved_while_the_casebook_was_locked_is_taken_away(issued, tmp_path):
    issued.preview.save(tmp_path / "out.pdf")
    delete(issued.preview)
    assert tasks.wait()
    assert not (tmp_path / "out.pdf").exists()


def test_every_file_is_offered_under_its_number_alone(page):
    for offer in offers_for(page.case):
        page.show_tab(TABS.index("Documents"))
        press(page, f"make_{offer.kind.key}_1")
        press(page, "issue")
        page.preview.save_button.click()
        (dialog,) = page.preview.findChildren(QFileDialog)
        (chosen,) = dialog.selectedFiles()
        assert Path(chosen).name == f"{documents_of(page.case)[-1].number}.pdf"
        delete(dialog)


def draft(page, key="chronology"):
    page.show_tab(TABS.index("Documents"))
    press(page, f"make_{key}_1")
    return page.findChild(QAbstractButton, "issue")


def test_a_double_click_on_issue_issues_once(page):
    button = draft(page)
    page.show()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert tasks.wait()
    assert len(documents_of(page.case)) == 1


def test_a_draft_that_was_open_while_something_was_recorded_is_issued_as_the_record_stands(page):
    button = draft(page)
    later = seal(page.session, Note, note(), case=page.case)
    head = page.session.casebook.journal.head(later.id).hash.hex()
    button.click()
    assert tasks.wait()
    (entry,) = documents_of(page.case)
    assert entry.record_head == head
    assert (
        prepare_again(page.session, page.case, entry.number).case.entries[-1].form.title == "Note"
    )


def test_of_two_issues_at_once_one_is_issued_and_the_other_says_why_it_is_not(page):
    draft(page).click()
    seal(page.session, Note, note(), case=page.case)
    assert tasks.wait()
    assert documents_of(page.case) == ()
    assert said(page).startswith("Something was added to the record in the meantime")
    press(page, "issue")
    assert [one.number for one in documents_of(page.case)] == ["2026-0001-D1"]
    assert said(page) == ""


def test_a_lock_while_a_document_is_made_issues_nothing_and_breaks_nothing(page):
    session, case = page.session, page.case.id
    draft(page).click()
    delete(page.preview)
    assert tasks.wait()
    assert documents_of(read_case(session, case)) == ()


@pytest.mark.parametrize("error", [DiskFull, ReadOnly])
def test_an_issue_that_cannot_be_recorded_says_so_and_can_be_tried_again(page, monkeypatch, error):
    def refuse(*_given, **_named):
        raise error

    button = draft(page)
    with monkeypatch.context() as full:
        full.setattr(type(page.session.casebook.journal), "append", refuse)
        button.click()
        assert tasks.wait()
    assert said(page).startswith(error.says[:20])
    button.click()
    assert tasks.wait()
    assert len(documents_of(page.case)) == 1


def test_an_older_document_says_in_the_register_which_one_took_its_place(issued):
    issued.show_tab(TABS.index("Documents"))
    press(issued, "anew_2026-0001-D1")
    press(issued, "issue")
    issued.show_tab(TABS.index("Documents"))
    shown = {part.text() for part in issued.documents.findChildren(QLabel)}
    assert {"Replaced by 2026-0001-D2.", "Takes the place of 2026-0001-D1."} <= shown
    anew = [
        one for one in issued.documents.findChildren(QAbstractButton) if "anew" in one.objectName()
    ]
    shown = {one.objectName() for one in anew if one.isVisibleTo(issued.documents)}
    assert shown == {"anew_2026-0001-D2"}


class Way:
    """What the page asks of the window."""

    def __init__(self):
        self.opened = []

    def open_case(self, case):
        self.opened.append(case)


def test_the_register_over_all_cases_leads_back_to_the_case_and_names_nobody(issued, qtbot):
    way = Way()
    register = DocumentsPage(issued.session, way)
    qtbot.addWidget(register)
    register.refresh()
    press(register, "case_of_2026-0001-D1")
    assert way.opened == [issued.case.id]
    shown = " ".join(part.text() for part in register.findChildren(QLabel))
    names = [known.person.name for known in issued.case.people.values()]
    assert "Chronology" in shown
    assert [name for name in names if name in shown] == []
