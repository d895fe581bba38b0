"""The page of services: what is old is said, edits win, bad files change nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit

from app.casework.services import catalogue, own_services, shipped
from app.ui.services.page import HEADS, CataloguePage
from app.ui.services.service_form import ServiceForm

GOOD = (
    '[[service]]\nid = "moodle"\nname = "The college’s Moodle"\n'
    'kind = "college"\nnote = "Ask IT."\n'
)


@pytest.fixture
def page(session, qtbot):
    made = CataloguePage(session, None)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.refresh()
    made.show()
    return made


def press(page, name):
    QTest.mouseClick(page.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def row_of(page, name):
    places = range(page.table.rowCount())
    place = next(at for at in places if page.table.item(at, 0).text() == name)
    return [page.table.item(place, column).text() for column in range(len(HEADS))]


def told(page):
    return page.findChildren(QDialog, "message")[-1].accessibleDescription()


def test_every_service_is_listed_with_its_age_in_words(page):
    assert page.table.rowCount() == len(shipped().service)
    assert row_of(page, "Snapchat")[3] == "Last checked 1 Oct 2026"
    assert row_of(page, "Pinterest")[3] == "Last checked 1 May 2026 · Check before use"
    assert row_of(page, "Kik")[3] == "Never checked · Too old to rely on"


def test_a_row_reads_itself_out_as_a_whole(page):
    cell = page.table.item(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert cell.startswith("Service: ")
    assert "Last checked" in cell


def test_an_edited_service_wins_and_can_be_given_back(page, session):
    page.table.setCurrentCell([row[0] for row in rows(page)].index("Kik"), 0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    page.findChild(QLineEdit, "note").setText("Ask the college’s IT lead.")
    page.findChild(QLineEdit, "why").setText("The IT lead has an account there.")
    press(page, "save_service")
    assert catalogue(session).by_id("kik").note == "Ask the college’s IT lead."
    assert catalogue(session).by_id("kik").route == shipped().by_id("kik").route
    assert row_of(page, "Kik")[4] == "The college’s, since 19 Nov 2026"
    page.edit("kik")
    press(page, "give_up_service")
    assert catalogue(session) == shipped()


def rows(page):
    return [[page.table.item(at, 0).text()] for at in range(page.table.rowCount())]


def test_a_service_of_the_colleges_own_is_added(page, session):
    press(page, "add_service")
    page.findChild(QLineEdit, "name").setText("The college’s Moodle")
    for name, words in (("kind", "The college’s own service"), ("nation", "England")):
        box = page.findChild(QComboBox, name)
        box.setCurrentIndex(box.findText(words))
    page.findChild(QLineEdit, "why").setText("Learners share there.")
    press(page, "save_service")
    (own,) = own_services(session)
    assert own.name == "The college’s Moodle"


def test_markup_in_a_service_is_refused_with_a_sentence_and_stays_typed(page, session):
    page.edit("kik")
    page.findChild(QLineEdit, "note").setText("<b>new</b>")
    page.findChild(QLineEdit, "why").setText("Seen there.")
    press(page, "save_service")
    assert own_services(session) == ()
    assert page.findChild(QLineEdit, "note").text() == "<b>new</b>"
    said = page.findChild(ServiceForm).view.sheet.fields["note"].problem.words
    assert said == "“To be known” holds markup. Plain words only, without < and >."


def test_what_is_typed_of_a_service_is_back_after_a_lock(page, session, qtbot):
    page.edit("kik")
    page.findChild(QLineEdit, "note").setText("Half a sen")
    page.keep_draft()
    again = CataloguePage(session, None)
    qtbot.addWidget(again)
    again.refresh()
    assert again.findChild(QLineEdit, "note").text() == "Half a sen"
    assert again.findChild(QLineEdit, "name").text() == "Kik"


def test_a_file_is_taken_only_after_it_was_said_what_changes(page, session, tmp_path):
    file = tmp_path / "services.toml"
    file.write_text(GOOD, "utf-8")
    page.read(file)
    assert "New: The college’s Moodle" in told(page)
    assert own_services(session) == ()
    press(page.findChild(QDialog, "message"), "message_yes")
    assert catalogue(session).by_id("moodle").note == "Ask IT."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (GOOD.replace('"moodle"', "7").encode(), "Line 2: “id” should be text, not a number."),
        (b"#" * 5_000_000, "more than 1,000,000 bytes"),
        (b"\xff\xfe", "Line 1: This is not plain UTF-8 text."),
    ],
)
def test_a_bad_file_is_refused_and_changes_nothing(page, session, tmp_path, content, sentence):
    file = tmp_path / "services.toml"
    file.write_bytes(content)
    page.read(file)
    assert sentence in told(page)
    assert "Nothing was changed." in told(page)
    assert catalogue(session) == shipped()


def test_a_file_that_cannot_be_read_says_so(page, tmp_path):
    page.read(tmp_path / "missing.toml")
    assert "Nothing was changed." in told(page)


@pytest.mark.looks
def test_a_small_window_keeps_the_name_and_the_age_of_a_service_in_sight(page, qtbot):
    page.resize(560, 384)
    shown = [head for at, head in enumerate(HEADS) if not page.table.isColumnHidden(at)]
    assert shown == ["Service", "Routes", "Last checked"]
    assert page.table.horizontalScrollBar().maximum() == 0
    assert "Kind: " in page.table.item(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    page.resize(1100, 700)
    assert not any(page.table.isColumnHidden(at) for at in range(len(HEADS)))


def test_what_is_typed_of_two_services_is_kept_apart_and_each_is_gone_back_to(page, session):
    for service in ("kik", "tiktok"):
        page.edit(service)
        page.findChild(ServiceForm).view.editor("note").set_value(f"Half a sentence on {service}")
        page.keep_draft()
        session.now.forward(minutes=1)
    page.give_back("service_kik")
    (form,) = [one for one in page.findChildren(ServiceForm) if one.parent()]
    assert form.view.answers()["note"] == "Half a sentence on kik"
