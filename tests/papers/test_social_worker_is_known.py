"""That a child has or had a social worker is said where it decides what happens next."""

import pytest

from app.papers import telephone_script
from app.papers.kinds import offer_of
from tests.papers.cases import PRACTICE, read_case, with_answers
from tests.papers.paper import issue
from tests.papers.test_body_letters import all_words
from tests.papers.test_telephone_script import said

STORY = PRACTICE / "06-adult-posing.toml"


def case_with(**answers):
    return read_case(STORY, change=with_answers("person_details", **answers))


def call(case):
    """What is said to social care by telephone."""
    subject = next(one for one in telephone_script.subjects(case) if one.person)
    return said(telephone_script.content(case, subject, issue()))


def summary(case):
    offer = offer_of(case, "case_summary_page")
    return all_words(offer.kind.content(case, offer.subject, issue()))


@pytest.mark.parametrize("paper", [call, summary])
def test_nothing_is_said_of_a_social_worker_where_nobody_answered_yes(paper):
    assert "nown to a social worker" not in paper(read_case(STORY))
    assert "nown to a social worker" not in paper(case_with(has_social_worker="not_known"))


def test_whoever_rings_says_who_the_social_worker_is():
    told = call(case_with(has_social_worker="yes", social_worker="I. Penhale, Exampleshire"))
    assert "They are known to a social worker: I. Penhale, Exampleshire" in told
    assert "They are known to a social worker." in call(case_with(has_social_worker="yes"))


def test_the_summary_says_it_beside_their_part():
    assert "Known to a social worker." in summary(case_with(has_social_worker="yes"))
