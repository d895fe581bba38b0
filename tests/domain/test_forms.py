"""Every form: declared once, and whole."""

import msgspec
import pytest

from app.domain.case.signs import signs_in
from app.domain.forms import FORMS, REGISTRY
from app.domain.forms.any_time import Note
from app.domain.forms.concern import ConcernReceived, Scope
from app.domain.forms.decision import DecisionMade
from app.domain.forms.sharing import DocumentProtected
from app.domain.kit.answers import AnswerKind
from app.domain.kit.checks import problems
from app.domain.kit.filled import answers_of, answers_to_edit, read_answers
from app.domain.kit.form import ALWAYS, form_name, form_of, given, intro_of, name_of, questions_of
from app.domain.kit.moments import moment
from app.domain.kit.stage import Sign
from app.domain.kit.wording import lines_of
from tests.casefold import NOW, concern, concern_case, sealed
from tests.grids import in_each

by_name = in_each("form", FORMS, form_name)


@by_name
def test_every_form_has_a_name_a_title_and_a_sentence_above_it(form):
    assert form_name(form).islower()
    assert form.title
    assert intro_of(form).endswith(".")


RELEASED = tuple(REGISTRY.released.values())
ROWS = {question.row for form in RELEASED for question in questions_of(form)} - {None}
ASKING = sorted({*RELEASED, *ROWS}, key=lambda form: form.__name__)
"""Every form that was ever released, and every row in one."""


@in_each("form", ASKING, lambda form: form.__name__)
def test_what_a_form_says_of_its_questions_by_name_is_said_of_questions_it_asks(form):
    asked = {question.name: question for question in questions_of(form)}
    assert {*form.apart, *form.in_order, getattr(form, "happened_in", "")} - {""} <= set(asked)
    for question in asked.values():
        assert question.ask.label.strip() == question.ask.label != ""
        conditions = {question.ask.shown_if, question.ask.required_if} - {None, ALWAYS}
        for condition in conditions:
            assert condition.name in asked.keys() - {question.name}
            assert set(condition.values) <= set(asked[condition.name].choices)


def test_a_question_can_be_named_by_its_handle_whether_it_must_be_answered_or_not():
    assert name_of(Note.what) == "what"
    assert name_of(Note.settles) == "settles"
    assert name_of(questions_of(Note)[0]) == questions_of(Note)[0].name
    assert form_of(ConcernReceived.told_at) is ConcernReceived
    told = moment(NOW)
    assert given({"told_at": told}, ConcernReceived.told_at) is told
    assert given({}, ConcernReceived.told_at) is None


@pytest.mark.parametrize("other", ["what", Note.title, Note, None])
def test_what_is_no_question_has_no_name(other):
    with pytest.raises(TypeError):
        name_of(other)


@by_name
def test_a_question_shown_only_sometimes_may_be_left_out(form):
    assert not [q.name for q in questions_of(form) if q.ask.shown_if and q.required]


@by_name
def test_an_empty_form_asks_for_each_required_answer_in_a_sentence(form):
    asked = {problem.name: problem.sentence for problem in problems(form, {}, NOW)}
    assert set(asked) == {q.name for q in questions_of(form) if q.needed({})}
    assert all(sentence.endswith(".") for sentence in asked.values())


@by_name
def test_the_happened_question_is_a_moment(form):
    kinds = {question.name: question.kind for question in questions_of(form)}
    assert not form.happened_in or kinds[form.happened_in] is AnswerKind.MOMENT


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
    assert case.entries[0].form.done_why is None


def test_adult_sharing_is_the_adult_sign_without_being_asked_twice():
    assert signs_in(ConcernReceived, {"scope": Scope.ADULT}) == {Sign.ADULT: "yes"}
