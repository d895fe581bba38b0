"""What the wizard asks: each question declared once, when it is asked, and what goes on from it."""

from types import SimpleNamespace

import pytest

from app.domain.forms.requests import RemovalRequested, Statement
from app.domain.forms.routes import RouteKind
from app.domain.kit.answers import AnswerKind
from app.domain.kit.form import name_of, questions_of
from app.domain.rules.bands import AgeBand
from app.removal.questions import (
    CARRIED,
    STEPS,
    AdultNow,
    Agreement,
    Exceptions,
    Safety,
    Sent,
    Statements,
    WhatToRemove,
    Wording,
    carried,
)

FORMS = [form for step in STEPS for form in step.forms]
TYPED = {AnswerKind.LINE, AnswerKind.WORDS, AnswerKind.INERT, AnswerKind.SERVICE}
ALWAYS = {WhatToRemove, Safety, Sent}


def so_far(answers=(), lacking=(), **known):
    """Return how far the wizard has come.

    Nothing holds, and nothing is known, but what is given.
    """
    nothing = {"service": None, "held": False, "band": None, "route": None, "faults": {}}
    return SimpleNamespace(
        answers=dict(answers),
        lacks=lambda *asked: bool(set(map(name_of, asked)) & set(lacking)),
        **(nothing | known),
    )


def asked(at):
    return {form for form in FORMS if form.asked(at)}


@pytest.mark.parametrize(
    ("at", "more"),
    [
        (so_far(), set()),
        (so_far(held=True), {Agreement}),
        (so_far(band=AgeBand.ADULT), {AdultNow}),
        (so_far(band=AgeBand.FROM_16), set()),
        (so_far(route=RouteKind.PUBLIC_FORM), {Wording}),
        (so_far(route=RouteKind.STATUTORY), {Wording, Statements}),
        (so_far(route=RouteKind.REPORT_REMOVE), set()),
        (so_far(lacking=["again"]), {Exceptions}),
        (so_far(lacking=["why"]), set()),
        (so_far(answers={"despite": "He was in danger."}), {Exceptions}),
    ],
)
def test_a_question_is_asked_where_it_decides_something(at, more):
    assert asked(at) == ALWAYS | more


def test_every_question_stands_once_and_is_kept_under_one_name():
    names = [question.name for form in FORMS for question in questions_of(form)]
    assert len(names) == len(set(names))
    assert len({form.kept_as for form in FORMS}) == len(FORMS)


@pytest.mark.parametrize("name", CARRIED)
def test_what_goes_into_the_request_is_asked_as_the_request_asks_it(name):
    (here,) = (one for form in FORMS for one in questions_of(form) if one.name == name)
    (there,) = (one for one in questions_of(RemovalRequested) if one.name == name)
    same_words = {there.kind, AnswerKind.LINE} if name == "service" else {there.kind}
    assert here.kind in same_words | ({AnswerKind.SERVICE} if name == "service" else set())
    assert here.choices == there.choices


def test_only_what_the_request_asks_for_goes_into_it():
    answers = {"reference": "TT-1", "why": None, "has_file": "yes", "contact": "x@college.example"}
    assert carried(answers) == {"reference": "TT-1"}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kept_as)
def test_no_box_of_any_step_takes_a_password(form):
    names = [question.name for question in questions_of(form) if question.kind in TYPED]
    problems = form.refused(dict.fromkeys(names, "The password is Hunter22"), so_far(service="x"))
    assert [problem.name for problem in problems] == names


def test_a_statutory_report_needs_every_statement():
    (problem,) = Statements.refused({"statements": tuple(Statement)[1:]}, so_far())
    assert problem.name == "statements"
    assert not list(Statements.refused({"statements": tuple(Statement)}, so_far()))


def test_a_service_that_is_not_in_the_list_is_refused():
    (problem,) = WhatToRemove.refused({"service": "Nowhere"}, so_far())
    assert problem.name == "service"
