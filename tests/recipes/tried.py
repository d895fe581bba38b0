"""What came of each recipe, tried in the copy in which they were followed: one test a recipe.

The name of a test is the heading of its recipe. It is run by test_recipes.py and nowhere else.
"""

import shutil
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.casework import setup
from app.casework.documents import issue
from app.casework.guidance import read_cards, read_clocks
from app.casework.opening import unlock_casebook
from app.casework.recording import read_case, seal
from app.domain import forms
from app.domain.forms.close import CaseReviewed
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.deletion import HoldLifted
from app.domain.kit.checks import problems
from app.domain.kit.form import questions_of
from app.domain.kit.keys import DueKind
from app.domain.kit.moments import moment
from app.domain.kit.stage import Stage
from app.domain.owed.table import owed_in
from app.papers.kinds import offers_for
from app.paths import resources
from app.removal.reading import read_catalogue
from app.ui.settings.page import CollegeCard
from app.vault import schema
from tests.casebooks.freeze import HERE
from tests.casebooks.schemas import changes, committed, schemas
from tests.casefold import NOW, concern, concern_case
from tests.papers.paper import text_of
from tests.sessions import PASSPHRASE, Clock, new_desk, program

MEETING = forms.form_named("agency_meeting")
AGREED = {"at": moment(NOW), "agreed": "The police speak first.", "why": "One voice."}
PRESENT = AGREED | {"present": "PC A. Singh"}


@pytest.fixture
def session(tmp_path):
    opened = new_desk(tmp_path / "casebook", Clock())
    yield opened
    opened.close()


def frozen(name, folder):
    """Open a copy of a frozen casebook, and return its desk."""
    shutil.copytree(HERE / name, folder)
    return unlock_casebook(program(Clock()), folder, PASSPHRASE)


def test_a_form(session):
    assert MEETING in forms.forms_at(Stage.SUPPORT)
    assert MEETING in forms.on_paper()
    case = seal(session, ConcernReceived, concern())
    case = seal(session, MEETING, AGREED, case=case)
    kept = read_case(session, case.id).latest(MEETING)
    assert kept.agreed == AGREED["agreed"]


def test_a_question():
    names = [question.name for question in questions_of(MEETING)]
    assert names == ["at", "present", "agreed", "why"]
    assert problems(MEETING, PRESENT, NOW) == ()


def test_a_new_version_of_a_form(tmp_path):
    session = frozen("0005", tmp_path / "casebook")
    cases = [read_case(session, row.case) for row in session.casebook.lists.cases()]
    lifted = [
        entry for case in cases for entry in case.entries if isinstance(entry.form, HoldLifted)
    ]
    assert {(entry.written.version, entry.form.version) for entry in lifted} == {(1, 2)}
    session.close()
    assert [list(changes(forms, schemas())) for _, forms in committed()] == [[], []]


def test_a_paper(session):
    case = seal(session, ConcernReceived, concern())
    case = seal(session, MEETING, PRESENT, case=case)
    (offer,) = (one for one in offers_for(case) if one.kind.key == "meeting_record")
    pages = "".join(text_of(issue(session, case, offer).document.pdf))
    assert all(words in pages for words in ("PC A. Singh", "The police speak first."))


def test_a_clock():
    clocks = read_clocks(resources(), (NOW.year,))
    case = concern_case((MEETING, AGREED))
    (row,) = (one for one in owed_in(case, clocks) if one.key.kind == DueKind.AFTER_MEETING)
    assert (row.form, row.due > NOW) == (CaseReviewed, True)
    assert DueKind.AFTER_MEETING not in {one.key.kind for one in owed_in(concern_case(), clocks)}


def test_a_service():
    catalogue = read_catalogue((resources() / "services.toml").read_bytes(), date(2026, 11, 28))
    assert catalogue.called("harbour chat").route[0].steps


def test_a_guidance_card():
    *_, point = read_cards(resources())[Stage.SUPPORT].point
    assert point.lead == "At a meeting of agencies"


def test_a_setting(qtbot, tmp_path):
    session = new_desk(tmp_path / "casebook", Clock())
    card = CollegeCard(session)
    qtbot.addWidget(card)
    card.findChild(QLineEdit, "college_out_of_hours").setText("01632 960002")
    card.findChild(QAbstractButton, "college_save").click()
    session.close()
    session = unlock_casebook(program(Clock()), tmp_path / "casebook", PASSPHRASE)
    assert setup.college_as_set(session).out_of_hours == "01632 960002"
    session.close()


@pytest.mark.parametrize("name", ["0001", "0005", "0006"])
def test_a_migration(tmp_path, name):
    session = frozen(name, tmp_path / "casebook")
    assert schema.describe(session.casebook._db) == schema.committed()
    assert "entry_by_day" in schema.committed()
    assert (session.casebook.verify(), session.casebook.lists.compare()) == ((), ())
    session.close()
