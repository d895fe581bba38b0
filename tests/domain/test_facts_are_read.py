"""No answer states a fact that nothing reads: a rule, a card, a paper, or what compares answers."""

import re
from pathlib import Path

import pytest

import app
from app.domain.forms import FORMS
from app.domain.kit.answers import AnswerKind
from app.domain.kit.facts import Fact
from app.domain.kit.form import questions_of

SOURCES = [
    source.read_text(encoding="utf-8")
    for source in Path(app.__file__).parent.rglob("*.py")
    if source.name != "facts.py"
]


def compared() -> set[Fact]:
    """Return the facts that are answered yes or no: a later answer is compared with those."""
    return {
        question.ask.fact
        for form in FORMS
        for part in (form, *(one.row for one in questions_of(form) if one.row))
        for question in questions_of(part)
        if question.ask.fact and question.kind is AnswerKind.YES_NO_UNKNOWN
    }


@pytest.mark.parametrize("fact", Fact, ids=[fact.value for fact in Fact])
def test_every_fact_is_read_by_something(fact):
    by_name = re.compile(rf"(?<!fact=)\bFact\.{fact.name}\b")
    assert fact in compared() or any(by_name.search(source) for source in SOURCES)
