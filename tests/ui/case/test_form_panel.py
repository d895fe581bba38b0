"""The panel of a form: made where it stays, so that a long form opens without a wait."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.casework.recording import seal
from app.domain.forms.any_time import Note
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.person import PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.review import InitialReview
from app.papers.rows import as_it_happened
from app.ui.case_parts.entry_card import EntryCard
from app.ui.handling.handling import HandlingTab
from tests.casefold import concern
from tests.sessions import Clock, new_desk

pytestmark = pytest.mark.looks


class Restyled(QObject):
    """Counts how often a widget is styled anew because it, or something around it, was moved."""

    times = 0

    # Qt
    def eventFilter(self, watched, event):  # noqa: N802 Qt calls it so
        self.times += event.type() == QEvent.Type.StyleChange
        return False


@pytest.fixture
def handling(qtbot, tmp_path):
    session = new_desk(tmp_path / "casebook", Clock())
    made = HandlingTab(session)
    qtbot.addWidget(made)
    made.show()
    made.show_case(seal(session, ConcernReceived, concern()))
    yield made
    session.close()


@pytest.mark.parametrize("form", [InitialReview, PersonDetails, ReferralBackground])
def test_each_part_of_a_long_form_is_styled_little_more_than_once(handling, form):
    restyled = Restyled()
    QApplication.instance().installEventFilter(restyled)
    panel = handling.open_form(form)
    QApplication.instance().removeEventFilter(restyled)
    assert restyled.times < 2.5 * len(panel.findChildren(QWidget))


def note(handling, at):
    """Type a note of a moment, add it to the record, and return the case as it then is."""
    panel = handling.open_form(Note)
    heard = []
    panel.recorded.connect(heard.append)
    panel.view.set_answers({"what": "The tutor rang.", "why": "She asked."})
    panel.view.editor("at").box.setText(at)
    panel.add_to_record()
    handling.show_case(heard[0])
    return heard[0]


def test_the_hour_that_comes_twice_is_kept_in_order_and_shown_as_it_was_said(handling):
    note(handling, "25 Oct 2026, 01:30 GMT")
    case = note(handling, "25 Oct 2026, 01:50 BST")
    second, first = case.entries[-2:]
    order = [one for one in as_it_happened(case.entries) if one.form.title == Note.title]
    assert order == [first, second]
    shown = [
        " ".join(part.text() for part in EntryCard(case, one).findChildren(QLabel)) for one in order
    ]
    assert "25 Oct 2026, 01:50 BST" in shown[0]
    assert "25 Oct 2026, 01:30 GMT" in shown[1]
