"""The panel of a form: made where it stays, so that a long form opens without a wait."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.casework.recording import seal
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.person import PersonDetails
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import ReferralBackground
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
