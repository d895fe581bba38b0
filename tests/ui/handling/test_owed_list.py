"""What is owed stands at its stage and opens the closing page, each row with its button."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.casework.recording import seal
from app.domain.forms.any_time import ClockMissed, Missed
from app.domain.forms.close import CaseClosed
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.support import SupportPlan
from app.domain.kit.keys import read_key
from app.domain.kit.stage import Stage
from app.domain.owed.table import owed_before_closing, owed_in
from app.ui.handling.handling import HandlingTab
from app.ui.handling.owed_list import OwedList
from tests.casefold import DSL, concern
from tests.domain.people_of_two import AT, PLAN, TALKED
from tests.sessions import Clock, new_desk


@pytest.fixture
def handling(qtbot, tmp_path):
    session = new_desk(tmp_path / "casebook", Clock())
    made = HandlingTab(session)
    qtbot.addWidget(made)
    made.show()
    made.recorded.connect(made.show_case)
    yield made
    session.close()


@pytest.fixture
def talked(handling):
    """The tab with a case of two learners, one of whom was spoken with."""
    case = seal(handling.session, ConcernReceived, concern())
    case = seal(handling.session, LearnerConversation, TALKED, case=case)
    handling.show_case(case)
    return handling


def buttons(where, begins):
    return [
        one for one in where.findChildren(QAbstractButton) if one.objectName().startswith(begins)
    ]


def listed(handling):
    return handling.findChild(OwedList)


def test_a_stage_lists_what_is_owed_there_and_a_row_opens_its_form_for_that_person(talked):
    talked.open_stage(Stage.CONVERSATION)
    rows = [
        row
        for row in owed_in(talked.case, talked.session.clocks)
        if row.stage is Stage.CONVERSATION
    ]
    records = buttons(listed(talked), "record_for_")
    assert len(records) == len(rows) > 0
    (bens,) = (one for one in records if "Ben Marsh" in one.accessibleName())
    bens.click()
    panel = talked._middle.shown
    assert (panel.form, panel.view.answers()["learner"]) == (LearnerConversation, "ben")


def test_the_closing_page_opens_with_everything_that_is_owed_then_the_form(talked):
    panel = talked.open_form(CaseClosed)
    rows = owed_before_closing(talked.case, talked.session.clocks)
    assert len(buttons(listed(talked), "record_for_")) == len(rows)
    can_be = [row for row in rows if row.aside and row.form is not ClockMissed]
    assert len(buttons(listed(talked), "aside_for_")) == len(can_be)
    assert panel.isAncestorOf(listed(talked))
    inside = panel.inside
    assert inside.indexOf(listed(talked)) < inside.indexOf(panel.view)


def test_what_is_not_needed_leaves_the_table_only_with_a_reason_and_who_decided_so(talked):
    talked.open_form(CaseClosed)
    rows = owed_before_closing(talked.case, talked.session.clocks)
    at, row = next((at, row) for at, row in enumerate(rows, 1) if row.form is SupportPlan)
    talked.findChild(QAbstractButton, f"aside_for_{at}").click()
    panel = talked._middle.shown
    answers = panel.view.answers()
    assert panel.form is ClockMissed
    assert read_key(answers["which"]) == row.key
    assert not answers.get("missed")
    aside = answers | {
        "missed": Missed.NOT_NEEDED,
        "why": "The other college has one.",
        "said_by": DSL,
        "said_at": AT,
    }
    case = seal(talked.session, ClockMissed, aside, case=talked.case)
    assert row.key not in [one.key for one in owed_in(case, talked.session.clocks)]
    assert row.key in [one.key for one in owed_in(talked.case, talked.session.clocks)]


def test_a_plan_that_is_made_leaves_the_list(talked):
    before = {row.key for row in owed_in(talked.case)}
    talked.show_case(seal(talked.session, SupportPlan, PLAN, case=talked.case))
    gone = before - {row.key for row in owed_in(talked.case)}
    assert [key.write() for key in gone] == ["support_plan:ava"]


def test_a_closing_page_with_nothing_owed_says_so(handling, qtbot):
    case = seal(handling.session, ConcernReceived, concern())
    empty = OwedList(case, (), handling.session.now(), title="Nothing is owed in this case")
    qtbot.addWidget(empty)
    assert empty.findChild(QWidget, "record_for_1") is None
