"""After a request: the next route with what is known, its cost in answers, and other cases."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.casework.recording import seal
from app.domain.forms.any_time import SignsFound
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.copies import CopiesFound
from app.domain.forms.requests import RemovalReply, RemovalRequested, RequestReply
from app.domain.forms.routes import DoneBy, RouteKind
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.form import questions_of
from app.domain.kit.moments import moment
from app.removal.questions import AdultNow, Agreement, Exceptions, Statements
from app.ui.handling.handling import HandlingTab
from tests.casefold import NOW, concern
from tests.domain.ledger import GROUP, REQUEST, found
from tests.ui.removal.pressing import PLACE, fill_what, pick, press, presses_to, say, to_routes


def with_request(session, case, **answers):
    """Return the case with a group in the ledger, and a request that was made in the app."""
    case = seal(session, CopiesFound, found(GROUP)[1], case=case)
    (copy,) = case.copies
    return seal(session, RemovalRequested, REQUEST | {"copy": copy} | answers, case=case)


def test_the_next_route_is_five_answers_and_four_presses_away(open_wizard, session, case, qtbot):
    """J3: what the request before it said is not asked again; a further one takes a minute."""
    told = {"found_by": session.as_staff, "found_at": moment(NOW), "how": "She said so."}
    no = dict.fromkeys(("adult", "coercion", "extortion"), YesNoUnknown.NO)
    case = with_request(session, seal(session, SignsFound, told | no, case=case))
    (request,) = case.requests
    wizard = open_wizard(case, after=request)
    assert wizard.currentId() == 1
    assert wizard.steps[0].answers()["service"] == "WhatsApp"
    say(wizard, "has_file", YesNoUnknown.NOT_KNOWN)  # 1
    presses = presses_to(wizard, 2)
    assert not wizard.findChild(QWidget, "rung_in_app").isHidden()
    press(wizard, "take_statutory")  # 2
    for _, tick in wizard.steps[3].views["statements"].editor("statements").ticks:
        tick.click()  # counted below: the law asks for all six
    presses += presses_to(wizard, 4)
    assert wizard.steps[4].answers()["done_by"] is DoneBy.STAFF  # nobody else makes this one
    wizard.steps[4].views["sent"].editor("sent_at").set_value(moment(NOW))  # 3
    wizard.findChild(QWidget, "why").setPlainText("No answer in 48 hours.")  # 4
    with qtbot.waitSignal(wizard.recorded) as recorded:
        press(wizard, "wizard_finish")
    assert presses + 1 == 4
    newest = list(recorded.args[0].requests.values())[-1].opened
    assert newest.copy == case.requests[request].opened.copy
    assert newest.route is RouteKind.STATUTORY


def test_a_further_service_asks_for_few_answers_anew(open_wizard, session, case):
    """J3: the learner, and who made the first request, are known: what is new is asked for."""
    case = with_request(session, case, route=RouteKind.REPORT_REMOVE, copy=None, service=None)
    (request,) = case.requests
    wizard = open_wizard(case, after=request)
    assert wizard.currentId() == 0
    assert "service" not in wizard.steps[0].answers()
    pick(wizard, "copy", "group chat “Y11 banter”, WhatsApp")
    known = wizard.steps[0].answers()
    assert (known["service"], known["public"]) == ("WhatsApp", YesNoUnknown.NO)
    open_questions = [
        question.name
        for step in wizard.steps
        for view in step.views.values()
        if not view.isHidden() and view.form not in {Statements, AdultNow, Agreement, Exceptions}
        for question in questions_of(view.form)
        if question.needed(view.answers()) and question.name not in view.answers()
    ]
    assert open_questions == ["account", "exploited", "has_file", "done_by", "sent_at", "why"]


def test_what_was_changed_after_a_copy_was_chosen_stays_changed(open_wizard, session, case):
    case = with_request(session, case)
    wizard = open_wizard(case, copy=next(iter(case.copies)))
    say(wizard, "public", YesNoUnknown.NOT_KNOWN)
    pick(wizard, "account", "Nobody")
    assert wizard.steps[0].answers()["public"] is YesNoUnknown.NOT_KNOWN


def test_the_same_place_in_another_case_is_pointed_out_before_a_route_is_taken(
    open_wizard, session, case, qtbot
):
    other = seal(session, ConcernReceived, concern(account=f"He wrote of {PLACE} to somebody."))
    wizard = open_wizard(case)
    fill_what(wizard)
    press(wizard, "wizard_next")
    qtbot.waitUntil(wizard.steps[1].elsewhere.isVisible)
    with qtbot.waitSignal(wizard.wants_case) as wanted:
        press(wizard, f"elsewhere_{other.number}")
    assert wanted.args == [other.id]


def test_back_works_from_every_page(open_wizard, case):
    wizard = open_wizard(case)
    to_routes(wizard)
    press(wizard, "take_iwf")
    for page in (2, 3, 4):
        presses_to(wizard, page)
        press(wizard, "wizard_back")
        assert wizard.currentId() == page - 1
    while wizard.currentId():
        press(wizard, "wizard_back")
    assert not wizard.findChild(QAbstractButton, "wizard_back").isEnabled()


@pytest.mark.parametrize(("reply", "most"), [(RequestReply.REMOVED, 3), (RequestReply.REFUSED, 4)])
def test_logging_a_reply_is_one_form_with_four_answers_at_most(session, case, qtbot, reply, most):
    case = with_request(session, case)
    (request,) = case.requests
    handling = HandlingTab(session)
    qtbot.addWidget(handling)
    handling.show_case(case)
    view = handling.open_form(RemovalReply, about=request).view
    assert view.answers() == {"request": request}
    answers = view.answers() | {"reply": reply}
    asked = [one.name for one in questions_of(RemovalReply) if one.needed(answers)]
    assert len(set(asked) - {"request"}) <= most
