"""What forms declare holds together: names are questions, pointers say at what they point."""

import re
from importlib import import_module
from pkgutil import walk_packages

from app import domain, removal
from app.domain.forms import FORMS, about_one_person, form_named, forms_at, offered_any_time
from app.domain.kit.acts import Says
from app.domain.kit.answers import A_LEARNER, A_PARENT, AnswerKind
from app.domain.kit.form import ALWAYS, Offered, Questions, form_name, questions_of
from app.domain.kit.stage import HANDLING
from tests.grids import in_each

ROWS = sorted(
    {question.row for form in FORMS for question in questions_of(form) if question.row},
    key=lambda row: row.__name__,
)
every = in_each("form", [*FORMS, *ROWS], lambda form: form.__name__)
by_form = in_each("form", FORMS, form_name)


def of_kind(form, *kinds):
    return [question for question in questions_of(form) if question.kind in kinds]


@every
def test_a_question_that_points_at_an_entry_says_at_what_and_no_other_does(form):
    pointing = {question.name for question in questions_of(form) if question.ask.refers_to}
    assert pointing == {question.name for question in of_kind(form, AnswerKind.ENTRY)}


NO_REASONS = {
    "New seal, and why",  # a number may stand here
    "How they are, or why nobody spoke with them",  # these may be answered shortly
    "Told what will be shared, with whom, and why",
    "When and how, or the reason for not telling",
    "What they said, and their reason",
    "Their reason, or anything to add",
    "Why it was made and shared, as far as is known",
    "What is left, why, and what happens next",  # nothing may be
    "Anything the family must not be told, and why",
    "Anything the child must not be told for now, and why",
    "Who may be contacted, and who must not be, with the reason",
    "Why it is shown like this",  # the casebook says it itself
    "With whom, on which services, and how this is known",
}
_ASKS_WHY = re.compile(
    r"\b(reason|why|reasonable ground|how this is known|how they came to be named|had it last"
    r"|whom you told)\b"
)
"""Words of a label that ask for a reason: also how something came about all the same."""


for package in (domain, removal):
    for module in walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)


def asking(kind=Questions):
    """Yield every set of questions that is asked today: forms, rows, settings, steps."""
    for one in kind.__subclasses__():
        if one.__module__.startswith("app.") and ".older" not in one.__module__:
            yield one
        yield from asking(one)


asked_today = in_each(
    "form", sorted(asking(), key=lambda one: one.__qualname__), lambda form: form.__name__
)


@asked_today
def test_whatever_asks_why_says_that_it_takes_a_reason(form):
    for question in of_kind(form, AnswerKind.WORDS, AnswerKind.LINE):
        if _ASKS_WHY.search(question.ask.label.lower()):
            assert question.ask.reason != (question.ask.label in NO_REASONS), question.ask.label


@asked_today
def test_only_words_are_taken_as_a_reason(form):
    reasons = {question.name for question in questions_of(form) if question.ask.reason}
    assert reasons <= {q.name for q in of_kind(form, AnswerKind.WORDS, AnswerKind.LINE)}


@every
def test_a_question_about_a_parent_takes_one_and_whose_takes_a_learner(form):
    for question in of_kind(form, AnswerKind.PERSON):
        words = question.ask.label.lower()
        if "parent" in words:
            assert question.ask.who == (A_LEARNER if "whose" in words else A_PARENT)
        assert question.ask.who.adds is None or question.ask.who == A_PARENT


@every
def test_whoever_else_says_whom_it_takes_is_asked_for_a_person(form):
    said = [q.name for q in questions_of(form) if q.ask.who != type(q.ask.who)()]
    assert set(said) <= {question.name for question in of_kind(form, AnswerKind.PERSON)}


@every
def test_every_name_in_a_declaration_is_a_question(form):
    names = {question.name for question in questions_of(form)}
    assert {*form.apart, *form.in_order} <= names
    for question in questions_of(form):
        for condition in (question.ask.shown_if, question.ask.required_if):
            assert condition in {None, ALWAYS} or condition.name in names - {question.name}


@every
def test_a_condition_waits_for_answers_the_question_can_have(form):
    asked = {question.name: question for question in questions_of(form)}
    for question in asked.values():
        conditions = {question.ask.shown_if, question.ask.required_if} - {None, ALWAYS}
        for condition in conditions:
            offered = {choice.value for choice in asked[condition.name].choices}
            assert set(condition.values) <= offered


@every
def test_what_must_be_in_order_are_days_or_moments_and_what_is_apart_is_of_one_kind(form):
    kinds = {question.name: question.kind for question in questions_of(form)}
    assert {kinds[name] for name in form.in_order} <= {AnswerKind.DAY, AnswerKind.MOMENT}
    assert len({kinds[name] for name in form.apart}) <= 1


@every
def test_marks_stand_on_questions_of_their_kind(form):
    for question in questions_of(form):
        ask = question.ask
        assert not ask.review or question.kind is AnswerKind.DAY
        assert not ask.sign or question.kind is AnswerKind.YES_NO_UNKNOWN
        assert not ask.check or question.kind in {AnswerKind.DAY, AnswerKind.MOMENT}


@by_form
def test_a_telling_has_both_sides_or_none(form):
    sides = [question.ask.says for question in questions_of(form) if question.ask.says]
    assert sorted(side.name for side in sides) in ([], ["HEARER", "TELLER"])
    assert {side.name for side in Says} == {"HEARER", "TELLER"}


@by_form
def test_at_most_one_question_says_with_whom_somebody_speaks(form):
    assert sum(question.ask.meets for question in questions_of(form)) <= 1


@by_form
def test_every_form_is_offered_in_one_place(form):
    places = [
        form in forms_at(form.stage) and form.stage in HANDLING,
        form in offered_any_time(),
        form.offer is Offered.ON_A_CARD,
        form.offer is Offered.BY_ITSELF,
    ]
    assert sum(places) == 1
    assert form not in about_one_person() or form.offer is Offered.ON_A_CARD


@by_form
def test_a_day_to_come_back_on_leads_to_a_form_that_there_is(form):
    for question in questions_of(form):
        assert not question.ask.leads_to or question.ask.review
        assert not question.ask.leads_to or form_named(question.ask.leads_to) is not form
