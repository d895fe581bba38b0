"""Every question has a reader: the rule, the card or the paper that needs its answer.

The record prints every answer alike, and so counts as no reader of any.
"""

import re
from typing import Annotated

import pytest

from app.domain.kit.answers import Line
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Form, questions_of
from tests.domain.readers import APP, KINDS, MARKS, asked, readers


def test_every_question_is_read_by_a_rule_a_card_or_a_paper():
    unread = [
        f"{owner.__name__}.{name}: give it to the rule or paper that needs it, or do not ask it"
        for (owner, name), question in asked().items()
        if not any(readers(owner, question))
    ]
    assert unread == []


def test_a_question_that_nothing_names_is_found():
    class Visited(Form, tag="visited", frozen=True, kw_only=True):
        """Write down who came."""

        happened_in = "at"
        in_short = "{who} came"

        who: Annotated[Line, Ask("Who came")]
        weather: Annotated[Line, Ask("What the weather was like")]
        danger: Annotated[Line, Ask("Whether it was safe", fact=Fact.DANGER)]

    found = {one.name: list(readers(Visited, one)) for one in questions_of(Visited)}
    assert found == {
        "who": ["app/domain/kit/in_short.py"],
        "weather": [],
        "danger": ["app/domain/case/standing.py"],
    }


@pytest.mark.parametrize(("mark", "rule"), MARKS.items(), ids=MARKS)
def test_what_is_said_to_read_a_mark_looks_at_it(mark, rule):
    source = (APP.parent / rule).read_text(encoding="utf-8")
    assert re.search(rf"\bask\.{mark}\b", source)


@pytest.mark.parametrize(("kind", "rule"), KINDS.items(), ids=[kind.name for kind in KINDS])
def test_what_is_said_to_read_a_kind_of_answer_looks_for_it(kind, rule):
    assert f"AnswerKind.{kind.name}" in (APP.parent / rule).read_text(encoding="utf-8")
