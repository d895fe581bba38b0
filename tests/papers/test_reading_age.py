"""What parents and learners get can be read at the age of twelve, as GOV.UK asks for.

The reading age is the grade of Flesch and Kincaid, and five years. What users type is theirs:
measured are the sentences that the program itself puts on paper.
"""

import re

import pytest
from textstat import textstat

from app.domain.case.people import PersonInCase
from app.domain.forms.parents import Advice, ParentContact
from app.domain.forms.support import SupportPlan
from app.domain.kit.answers import Role
from app.domain.rules.bands import AgeBand
from app.domain.rules.learner_card import AgreedWithLearner, card_parts
from app.papers import (
    card_words,
    family_words,
    parent_call,
    parent_invitation,
    plan_to_keep,
    receipt,
)
from app.papers.family_words import advice_for
from app.papers.kinds import kind_named
from tests.casefold import AVA, concern_case
from tests.domain.people_of_two import MET, PARENTS, PLAN
from tests.papers.paper import issue

AGE = 12
STARTS_SCHOOL = 5
SAID = MET | {"happened": "Ava told us of it.", "advice": tuple(Advice)}
PLANNED = PLAN | {
    "wants": "Somebody to sit with.",
    "for_them": "You see M. Reyes each morning.",
    "lessons": "You sit by the door.",
    "acts": "R. Okafor sees you that day.",
}
CASE = concern_case(PARENTS, (ParentContact, SAID), (SupportPlan, PLANNED))


def age(text):
    """The reading age of a text in years."""
    return textstat.flesch_kincaid_grade(text) + STARTS_SCHOOL


def sentences(*texts):
    """Each text as one that ends like a sentence, so that a heading is no part of the next."""
    joined = ("".join(text).strip() for text in texts)
    return " ".join(text if text.endswith((".", "?")) else f"{text}." for text in joined if text)


def fixed(module):
    """Every sentence that a module keeps as a constant."""
    for name, value in vars(module).items():
        if name.isupper() and isinstance(value, str) and re.search(r"[.?]$", value):
            yield value
        elif name.isupper() and isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, str) and one.endswith("."))


def of_kind(key):
    kind = kind_named(key)
    subject, *_ = kind.subjects(CASE)
    for part in kind.content(CASE, subject, issue()).parts:
        yield from (text for text in getattr(part, "texts", ()))
        if key == "parent_call":
            yield from (text for _, answer in getattr(part, "rows", ()) for text in answer)


def card(band):
    for part in card_parts(band, AgreedWithLearner(), talk=()):
        yield from (part.heading, *part.lines)


def advice(role):
    child = PersonInCase(AVA, (role,))
    return tuple(advice_for(tuple(Advice), child, held=True, phone=True))


WRITTEN = (card_words, family_words, parent_call, parent_invitation, plan_to_keep, receipt)
PAPERS = {
    "summary": tuple(of_kind("parent_summary")),
    "invitation": tuple(of_kind("parent_invitation")),
    "receipt": tuple(of_kind("receipt")),
    "call": tuple(of_kind("parent_call")),
    "plan": tuple(of_kind("plan_to_keep")),
    "advice to who was harmed": advice(Role.PICTURED),
    "advice to who shared": advice(Role.SHARED),
    **{f"card: {band}": tuple(card(band)) for band in (*AgeBand, None)},
    "fixed sentences": tuple(one for module in WRITTEN for one in fixed(module)),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_for_a_family_reads_at_twelve_or_below(paper):
    assert PAPERS[paper]
    assert age(sentences(*PAPERS[paper])) <= AGE


@pytest.mark.parametrize("paper", PAPERS)
def test_no_sentence_of_it_is_much_longer_than_one_breath(paper):
    for sentence in re.split(r"(?<=[.?:])\s", sentences(*PAPERS[paper])):
        assert len(sentence.split()) <= 25, sentence


def test_a_text_for_professionals_would_not_pass():
    hard = (
        "Confidentiality notwithstanding, information is disseminated to multi-agency partners "
        "whenever proportionate safeguarding considerations necessitate such disclosure."
    )
    assert age(hard) > AGE
