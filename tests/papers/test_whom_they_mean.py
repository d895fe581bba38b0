"""Whoever is quoted alone to a reader outside is quoted with whom they mean by “he” or “she”."""

import re

import pytest

from app.domain.forms.bodies import OtherBody
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.support import SupportPlan
from app.domain.kit.record import Audience
from app.papers import learner_card
from app.papers.case_words import CaseWords
from app.papers.kinds import letters_about
from tests.casefold import concern_case
from tests.domain.people_of_two import PLAN, TALKED
from tests.papers.cases import CASES, read_case
from tests.papers.paper import answers_in, issue

WISH = "I never want to be alone with him [the coach], and I want her [Mum] to know."
SAID = "“I never want to be alone with him, and I want her to know.”"
QUOTE = re.compile(r"“([^”]*)”")
THIRD = re.compile(r"\b(?:he|him|his|she|her|hers)\b(?! \[)", re.IGNORECASE)
NAMED = re.compile(r"\b(?:mum|dad|mother|father|friend)\b|(?<!^)(?<![.?!] )\b[A-Z][a-z]{2,}")
PART_ONLY = (OtherBody.EARLY_HELP, OtherBody.ADULT_CARE, OtherBody.COLLEGE)
"""Whoever is told of one learner, and does not read what was told of all."""


def lost(words):
    """Return the quotes in which somebody is meant who is not named."""
    for quote in QUOTE.findall(words):
        meant = THIRD.search(quote)
        if meant and not NAMED.search(quote[: meant.start()]):
            yield quote


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_letter_that_tells_a_part_quotes_nobody_who_means_somebody_unnamed(path):
    case = read_case(path)
    for one in case.body_referrals:
        if one.opened.body in PART_ONLY:
            for offer in letters_about(case, one.id):
                content = offer.kind.content(case, offer.subject, issue())
                said = "\n".join(answers_in(content.sections).values())
                assert list(lost(said)) == []


FORMS = {
    LearnerConversation: (TALKED, "wants"),
    SupportPlan: (PLAN, "wants"),
}


@pytest.mark.parametrize("form", [LearnerConversation, SupportPlan])
@pytest.mark.parametrize("audience", [Audience.LEARNER, Audience.AGENCIES])
def test_what_was_added_is_read_outside_and_not_by_the_one_who_said_it(form, audience):
    answers, name = FORMS[form]
    case = concern_case((form, answers | {name: WISH}))
    words = CaseWords(case, audience, "ava" if audience is Audience.LEARNER else None)
    said = [one.words for one in words.paragraphs if one.name == name]
    assert said == [SAID if audience is Audience.LEARNER else f"“{WISH}”"]


def test_the_card_that_a_learner_keeps_says_their_words_as_they_said_them():
    case = concern_case((LearnerConversation, TALKED | {"wants": WISH}))
    cards = [one for one in learner_card.subjects(case) if one.about == "ava"]
    assert cards
    for subject in cards:
        content = str(learner_card.content(case, subject, issue()))
        assert "the coach" not in content
        assert SAID in content
