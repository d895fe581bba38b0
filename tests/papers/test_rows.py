"""Rows that several papers share."""

import pytest

from app.domain.forms.conversation import LearnerConversation
from app.domain.kit.answers import YesNoUnknown
from app.papers.rows import sign_rows
from tests.casefold import concern_case
from tests.domain.people_of_two import TALKED
from tests.papers.paper import flat


@pytest.mark.parametrize(
    ("learner", "name", "answer"),
    [
        ("ava", "Ava Stone", YesNoUnknown.NO),
        ("ava", "Ava Stone", YesNoUnknown.YES),
        ("ben", "Ben Marsh", YesNoUnknown.YES),  # his no leaves hers open
    ],
)
def test_a_paper_on_the_whole_case_says_which_learner_is_in_danger(learner, name, answer):
    case = concern_case((LearnerConversation, TALKED | {"learner": learner, "harm": answer}))
    said = "\n".join(map(flat, sign_rows(case)))
    assert f"n immediate danger when asked, 19 Nov 2026, 10:22, about {name}" in said
