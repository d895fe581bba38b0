"""The letter to adult social care: whether the police were told, and never of whom else."""

import pytest

from app.domain.forms.bodies import OtherBody
from tests.casefold import concern_case
from tests.papers.test_body_letters import NAMED, all_words, contact, letter, rows, told

POLICE = told(OtherBody.POLICE, "ben", name="Exampleshire Police", why="Ben Marsh wrote.")


@pytest.mark.parametrize(
    ("about", "reference", "must"),
    [
        ("ben", "Log 7", "Exampleshire Police: told on 19 Nov 2026, Log 7"),
        ("ben", None, "Exampleshire Police: told on 19 Nov 2026"),
        ("", None, "No report to the police is recorded."),
    ],
)
def test_adult_social_care_reads_whether_the_police_were_told_and_not_of_whom(
    about, reference, must
):
    told_police = (POLICE, contact("Ben Marsh is seen.", referral="entry-4", reference=reference))
    care = told(OtherBody.ADULT_CARE, "ava")
    content = letter(concern_case(NAMED, care, *(told_police if about else ())))
    assert rows(content)["The police"] == must
    assert "Ben" not in all_words(content)


def test_adult_social_care_reads_once_that_the_police_were_told_of_the_same_learner():
    mine = (told(OtherBody.POLICE, "ava", name="Exampleshire Police"), contact(referral="entry-4"))
    content = letter(concern_case(NAMED, told(OtherBody.ADULT_CARE, "ava"), *mine))
    assert all_words(content).count("Exampleshire Police") == 1


def test_a_report_that_was_begun_is_not_called_told():
    for about in ("ava", "ben"):
        begun = told(OtherBody.POLICE, about, name="Exampleshire Police")
        content = letter(concern_case(NAMED, told(OtherBody.ADULT_CARE, "ava"), begun))
        assert rows(content)["The police"] == "Exampleshire Police: not told yet"
