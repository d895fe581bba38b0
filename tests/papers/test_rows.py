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


def test_a_paper_says_which_signs_nobody_asked_her_about_who_is_pictured():
    no = {"harm": YesNoUnknown.NO, "coercion": YesNoUnknown.NO}
    case = concern_case((LearnerConversation, TALKED | {"learner": "ben"} | no))
    said = "\n".join(map(flat, sign_rows(case)))
    answered, _, open_still = said.partition("Not answered yet")
    assert "doubt about capacity, about Ben Marsh" in answered
    assert "doubt about capacity" in open_still
    assert "n immediate danger" in open_still
    assert "Ben" not in open_still


def test_a_letter_about_a_learner_has_what_they_said_of_their_own_danger():
    case = concern_case((LearnerConversation, TALKED | {"learner": "ben", "harm": YesNoUnknown.NO}))
    said = "\n".join(map(flat, sign_rows(case, "ben")))
    assert "No: In immediate danger when asked, 19 Nov 2026, 10:22" in said
