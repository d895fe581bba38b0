"""Every declared set of questions that is no entry: opened, checked, filled in, kept, read back."""

from datetime import date
from importlib import import_module
from pkgutil import walk_packages

import msgspec
import pytest

from app import domain
from app.casework import drafts
from app.domain.forms import FORMS
from app.domain.kit.answers import AnswerKind
from app.domain.kit.checks import filled_in, missing_sentence
from app.domain.kit.filled import answers_to_edit, read_answers
from app.domain.kit.form import Form, Questions, Row, questions_of
from app.removal import own_service
from app.ui.drafts.keeping import Keeping
from app.ui.forms import FormContext, FormView, ShortForm
from tests.sessions import Clock, new_desk
from tests.ui.conftest import NOW

for module in walk_packages(domain.__path__, "app.domain."):
    import_module(module.name)
HOMES = ("app.domain.", own_service.__name__)


def declared(kind=Questions):
    """Yield every set of questions of these homes that stands on the base alone."""
    for one in kind.__subclasses__():
        if one not in {Form, Row} and one.__module__.startswith(HOMES):
            yield one
            yield from declared(one)


ALL = sorted(declared(), key=lambda one: one.__name__)
SHEETS = pytest.mark.parametrize("form", ALL, ids=lambda one: one.__name__)


@pytest.fixture
def session(tmp_path):
    made = new_desk(tmp_path / "casebook", Clock(NOW))
    yield made
    made.close()


def view_of(qtbot, form, kind=ShortForm):
    made = kind(form, FormContext(now=lambda: NOW))
    qtbot.addWidget(made)
    made.resize(640, 900)
    made.show()
    return made


def answer_to(question):
    if question.kind is AnswerKind.ROWS:
        return (every_answer(question.row),)
    told = {
        AnswerKind.DAY: date(2026, 11, 1),
        AnswerKind.ONE_OF: question.choices[-1:] and question.choices[-1],
        AnswerKind.NUMBER: 7,
        AnswerKind.FOLDER: "/srv/casebook",
    }
    asked = question.ask
    right = asked.example if asked.check else ""
    return told.get(question.kind, right or f"Answer to {question.name}")


def every_answer(form):
    return {question.name: answer_to(question) for question in questions_of(form)}


def test_settings_first_run_contact_and_service_are_all_declared():
    names = {"CasebookPlace", "CollegeAndYou", "ChosenPassphrase", "College", "Locking", "OwnLimit"}
    assert names | {"Duty", "CheckedContact", "ServiceAsked"} <= {one.__name__ for one in ALL}


@SHEETS
def test_what_is_missing_is_said_at_each_question_that_needs_it(qtbot, form):
    view = view_of(qtbot, form)
    view.check()
    said = {name: field.problem.words for name, field in view.sheet.fields.items()}
    assert said == {
        question.name: missing_sentence(question) if question.needed({}) else ""
        for question in questions_of(form)
    }
    for name, field in view.sheet.fields.items():
        assert field.editor.stop.accessibleDescription().startswith(said[name])


@SHEETS
def test_filled_in_it_is_right_and_reads_back_as_it_was_typed(qtbot, form):
    view = view_of(qtbot, form, FormView)
    view.set_answers(every_answer(form))
    assert view.answers() == every_answer(form)
    assert view.check() == ()
    made = filled_in(form, view.answers())
    assert msgspec.json.decode(msgspec.json.encode(made), type=form) == made
    again = view_of(qtbot, form, FormView)
    again.set_answers(answers_to_edit(made))
    assert filled_in(form, again.answers()) == made


@SHEETS
def test_what_is_typed_is_kept_as_a_draft_but_for_a_passphrase(qtbot, session, form, monkeypatch):
    monkeypatch.setitem(drafts.ASKED_ASIDE, "sheet", (form,))
    view = view_of(qtbot, form)
    keeping = Keeping(view, session, page="Settings", name="sheet")
    keeping.show({})
    view.set_answers(every_answer(form))
    keeping.keep()
    secret = {q.name for q in questions_of(form) if q.kind is AnswerKind.SECRET}
    open_ones = {n: a for n, a in every_answer(form).items() if n not in secret}
    kept = drafts.aside(session, "sheet")
    assert (read_answers(form, bytes(kept.answers)) if kept else {}) == open_ones
    again = view_of(qtbot, form)
    Keeping(again, session, page="Settings", name="sheet").show({})
    assert again.answers() == open_ones


@SHEETS
def test_a_line_too_long_or_a_picture_in_disguise_is_refused_at_its_question(qtbot, form):
    view = view_of(qtbot, form)
    for question in questions_of(form):
        if question.kind in {AnswerKind.LINE, AnswerKind.INERT}:
            for wrong in ("x " * 600, "data:image/png;base64,iVBORw0KGgo"):
                view.set_answers(every_answer(form) | {question.name: wrong.strip()})
                assert {problem.name for problem in view.check()} == {question.name}


def test_no_form_of_the_record_asks_for_a_passphrase():
    asked = [q for form in FORMS for q in questions_of(form)]
    asked += [part for q in asked if q.row for part in questions_of(q.row)]
    assert AnswerKind.SECRET not in {question.kind for question in asked}


def test_what_an_older_version_kept_as_words_alone_comes_back(qtbot, session):
    words = {"name": "LADO", "hours": "Nine to five", "gone": "A question no more"}
    typed = drafts.AsideDraft(name="contact_lado", page="Contacts", words=words, updated=NOW)
    drafts.keep_aside(session, typed)
    view = view_of(qtbot, next(one for one in ALL if one.__name__ == "CheckedContact"))
    assert "is back" in Keeping(view, session, page="Contacts", name="contact_lado").show({})
    assert view.answers() == {"name": "LADO", "hours": "Nine to five"}


def test_a_fault_the_catalogue_finds_in_a_route_is_said_at_its_row(qtbot):
    answers = every_answer(own_service.ServiceAsked)
    answers["route"] = (answers["route"][0] | {"steps": "<b>Press</b>"},)
    (found,) = own_service.faults_at(answers, NOW)
    assert found.name == "route.1.steps"
    assert found.sentence.startswith("Row 1: “How, in a few words” holds markup.")
