"""Lists in words: choices that hold a comma themselves are parted by another mark."""

import pytest

from app.domain.forms import FORMS
from app.domain.forms.close import Outcome
from app.domain.forms.decision import Body
from app.domain.kit.answers import AnswerKind
from app.domain.kit.form import questions_of
from app.domain.kit.wording import told_apart
from tests.papers.cases import each_case, read_case

SEVERAL = [
    question
    for form in FORMS
    for owner in (form, *(one.row for one in questions_of(form) if one.row))
    for question in questions_of(owner)
    if question.kind is AnswerKind.SEVERAL_OF
]


@pytest.mark.parametrize("question", SEVERAL, ids=lambda one: one.name)
def test_each_of_several_choices_can_be_told_apart_from_the_next(question):
    said = told_apart(question.choices)
    parts = said.split("; " if "; " in said else ", ")
    assert len(parts) == len(question.choices)


def test_plain_choices_keep_their_commas_and_later_ones_a_small_letter():
    assert told_apart((Body.POLICE, Body.SOCIAL_CARE)) == "Police, children’s social care"
    assert told_apart((Outcome.SUPPORTED, Outcome.POLICE)) == (
        "Handled in college, with support; with the police"
    )


@each_case
def test_whatever_an_answer_points_at_has_words(path):
    case = read_case(path)
    unnamed = [
        (entry.sealed.seq, question.ask.label)
        for entry in case.current
        for question in questions_of(type(entry.form))
        if question.kind in {AnswerKind.PERSON, AnswerKind.ENTRY}
        and (answer := getattr(entry.form, question.name))
        and answer not in case.names
    ]
    assert unnamed == []
