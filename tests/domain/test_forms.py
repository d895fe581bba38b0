"""Every form: declared once, and whole."""

import msgspec
import pytest

from app.domain.answers import Kind
from app.domain.checks import problems
from app.domain.form import (
    answers_of,
    answers_to_edit,
    form_name,
    intro_of,
    questions_of,
    read_answers,
)
from app.domain.moments import moment
from app.domain.sign import Sign
from app.domain.signs import signs_in
from app.domain.stages import FORMS, REGISTRY
from app.domain.stages.concern import ConcernReceived, Scope
from app.domain.stages.decision import DecisionMade
from app.domain.stages.document import DocumentProtected
from app.domain.wording import lines_of
from tests.casefold import NOW, concern, concern_case, sealed

by_name = pytest.mark.parametrize("form", FORMS, ids=form_name)


@by_name
def test_every_form_has_a_name_a_title_and_a_sentence_above_it(form):
    assert form_name(form).islower()
    assert form.title
    assert intro_of(form).endswith(".")


@by_name
def test_every_question_has_a_label_and_conditions_that_name_other_questions(form):
    names = {question.name for question in questions_of(form)}
    for question in questions_of(form):
        assert question.ask.label.strip() == question.ask.label != ""
        for condition in (question.ask.shown_if, question.ask.required_if):
            assert condition is None or condition.name in names - {question.name}


@by_name
def test_a_question_shown_only_sometimes_may_be_left_out(form):
    assert not [q.name for q in questions_of(form) if q.ask.shown_if and q.required]


@by_name
def test_an_empty_form_asks_for_each_required_answer_in_a_sentence(form):
    asked = {problem.name: problem.sentence for problem in problems(form, {}, NOW)}
    assert set(asked) == {q.name for q in questions_of(form) if q.required}
    assert all(sentence.endswith(".") for sentence in asked.values())


@by_name
def test_the_happened_question_is_a_moment(form):
    kinds = {question.name: question.kind for question in questions_of(form)}
    assert not form.happened_in or kinds[form.happened_in] is Kind.MOMENT


def test_what_is_kept_for_the_program_is_stored_and_not_read():
    noted = DocumentProtected(saved_at=moment(NOW), number="2026-0001-D1", digest="ab" * 32)
    assert [line.label for line in lines_of(noted, {})] == ["When", "Number"]
    assert answers_of(noted)["digest"] == "ab" * 32


def test_a_concern_needs_at_most_eight_answers():
    assert sum(question.required for question in questions_of(ConcernReceived)) <= 8


@pytest.mark.parametrize("form", [ConcernReceived, DecisionMade], ids=form_name)
def test_intake_and_decision_ask_all_six_signs(form):
    assert {q.ask.sign for q in questions_of(form)} - {None} == set(Sign)


def test_a_draft_with_a_half_filled_row_reads_back_as_typed():
    form = next(form for form in FORMS if form_name(form) == "initial_review")
    answers = {"actions": ({"what": "Phone"}, {"why": "Because"})}
    assert read_answers(form, msgspec.json.encode(answers)) == answers


def test_a_draft_forgets_questions_the_form_no_longer_asks():
    assert read_answers(ConcernReceived, b'{"account": "x", "gone": 1}') == {"account": "x"}


def test_sealed_answers_can_be_edited_again_without_loss():
    entry = sealed(ConcernReceived, concern())
    form = msgspec.json.decode(entry.body, type=REGISTRY.released[entry.form, entry.version])
    assert answers_to_edit(form) == answers_of(form) == {**answers_of(form), **concern()}


def test_a_hidden_answer_is_not_sealed():
    case = concern_case(done_why="never shown")
    assert case.items[0].form.done_why is None


def test_adult_sharing_is_the_adult_sign_without_being_asked_twice():
    assert signs_in(ConcernReceived, {"scope": Scope.ADULT}) == {Sign.ADULT: "yes"}
