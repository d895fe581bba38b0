"""What a newer version wrote is a row that opens, and never a page that does not."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.casework import drafts
from app.casework.drafts import FormDraft
from app.domain.forms.any_time import Note
from app.domain.kit.moments import moment
from app.ui.forms.boxes import WordsBox
from app.ui.settings.page import UnreadCard
from app.ui.today.rows import LineButton
from app.ui.widgets.messages import Message
from app.ui.widgets.tasks import finish_in
from app.vault.drafts import Draft


def shown(part):
    finish_in(part)
    QApplication.processEvents()
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def newer(week):
    """A desk with a draft this version can read, and one of a form it has never heard of."""
    case = week.casebook.lists.cases()[0]
    at = week.now()
    given = {"at": moment(at), "what": "She was calm."}
    drafts.keep(week, FormDraft(id="mine", form=Note, answers=given, case=case.case, updated=at))
    answers = b'{"answers":{"what":"Ava Stone was calm.","mood":"better"}}'
    week.casebook.drafts.save(
        Draft(
            id="newer",
            user=week.user.user,
            case=case.case,
            form="letter_home",
            version=1,
            corrects=None,
            answers=answers,
            updated=at,
        )
    )
    return week


@pytest.fixture
def page(newer, open_window):
    return open_window(newer).page


def row(page, name="draft_newer"):
    finish_in(page)
    return page.findChild(LineButton, name)


def test_it_is_one_row_beside_the_others_and_says_no_name(page, newer):
    number = newer.casebook.lists.cases()[0].number
    assert f"Draft written by a newer version, {number}, 10:30" in shown(page)
    assert row(page, "draft_mine")
    assert "Ava" not in shown(page)


def test_it_opens_to_all_that_was_typed_and_closes_again(page):
    row(page).click()
    box = page.findChild(WordsBox, "words_newer")
    assert box.isVisible()
    assert box.isReadOnly()
    assert "its answers are below" in shown(page)
    assert {"letter home", "  what: Ava Stone was calm.", "  mood: better"} <= set(
        box.toPlainText().splitlines()
    )
    row(page).click()
    assert not box.isVisible()


def test_it_can_be_copied_after_being_told_who_can_read_it(page):
    row(page).click()
    page.findChild(QPushButton, "copy_newer").click()
    page.findChild(Message).findChild(QPushButton, "message_yes").click()
    assert "mood: better" in QApplication.clipboard().text()
    QApplication.clipboard().clear()


def test_it_goes_only_when_its_writer_says_so_twice(page, newer):
    page.refresh()
    row(page).click()
    page.findChild(QPushButton, "discard_newer").click()
    page.findChild(Message).findChild(QPushButton, "message_cancel").click()
    assert len(drafts.unread_drafts(newer)) == 1
    page.findChild(QPushButton, "discard_newer").click()
    page.findChildren(Message)[-1].findChild(QPushButton, "message_yes").click()
    assert drafts.unread_drafts(newer) == ()
    assert "newer version" not in shown(page)
    assert newer.casebook.events.tail(1)[0].action == "draft_discarded"


def test_the_settings_say_what_of_them_cannot_be_read(week, open_window):
    window = open_window(week)
    window.show_page("Settings")
    card = window.page.findChild(UnreadCard)
    assert not card.isVisible()
    week.casebook.settings.put("colour", '{"rail":"teal"}')
    window.page.refresh()
    assert card.isVisible()
    assert "rail: teal" in shown(card)
    window.show_page("Today")
    assert "Overdue" in shown(window.page)
