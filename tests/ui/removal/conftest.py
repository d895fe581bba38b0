"""A real casebook with one case, and the wizard standing in the page of it."""

import pytest

from app.casework.recording import seal
from app.domain.forms.concern import ConcernReceived
from app.ui.removal.wizard import RemovalWizard
from tests.casefold import concern
from tests.sessions import Clock, new_desk


@pytest.fixture
def session(tmp_path):
    made = new_desk(tmp_path / "casebook", Clock())
    made.casebook.settings.put("mailbox", "safeguarding@college.example")
    yield made
    made.close()


@pytest.fixture
def case(session):
    return seal(session, ConcernReceived, concern())


@pytest.fixture
def open_wizard(session, qtbot):
    def opened(case, **given):
        made = RemovalWizard(session, case, **given)
        qtbot.addWidget(made)
        made.resize(720, 680)
        made.show()
        return made

    return opened
