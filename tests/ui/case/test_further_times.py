"""A further time it happened, at which a learner was 18: said on the form, and in the head."""

from datetime import date, datetime

import pytest

from app.casework.recording import seal
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.moments import LONDON, moment
from app.ui.case.page import CaseHead
from app.ui.handling.form_panel import FormPanel
from tests.casefold import concern
from tests.sessions import Clock, new_desk

DAN = Person(id="dan", kind=PersonKind.LEARNER, name="Dan Holt", born=date(2008, 6, 20))


def at(month, day):
    return moment(datetime(2026, month, day, 18, tzinfo=LONDON))


def again(month, day):
    return {"further": ({"at": at(month, day), "what": "Sent on again."},)}


@pytest.fixture
def session(tmp_path):
    made = new_desk(tmp_path / "casebook", Clock())
    yield made
    made.close()


def case_of_dan(session, **more):
    told = {"happened_at": at(6, 2), "people": (Involved(DAN, (Role.FORWARDED,)),)}
    return seal(session, ConcernReceived, concern(**told, **more))


@pytest.mark.parametrize(("month", "day", "alarm"), [(6, 19, False), (6, 20, True)])
def test_a_further_time_after_the_birthday_raises_the_alarm_while_it_is_typed(
    qtbot, session, month, day, alarm
):
    panel = FormPanel(session, LearnerConversation, case_of_dan(session))
    qtbot.addWidget(panel)
    panel.view.set_answers({"learner": "dan"} | again(month, day))
    assert panel.banner.isHidden() is not alarm


@pytest.mark.parametrize(("more", "ages"), [({}, "17"), (again(7, 9), "17 and 18")])
def test_the_head_of_a_case_says_the_age_at_each_event(qtbot, session, more, ages):
    head = CaseHead()
    qtbot.addWidget(head)
    head.show_case(case_of_dan(session, **more), ())
    assert f"Dan Holt, {ages}" in head._heading.text()
