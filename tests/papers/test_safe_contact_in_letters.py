"""Whoever may ring, write to or visit a family reads how to do it safely, whichever form asked."""

from datetime import timedelta

import pytest

from app.domain.forms import FORMS
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.parents import ParentDecision
from app.domain.forms.person import PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import PersonKind
from app.domain.kit.facts import Fact
from app.domain.kit.form import questions_of
from app.papers.body_sections import KEPT, VISITS
from app.papers.kinds import content_of, offers_for
from tests.casefold import NOW, concern_case
from tests.domain.people_of_two import PARENTS
from tests.domain.test_case import OPENED
from tests.domain.test_safe_contact import HERS
from tests.papers.paper import issue
from tests.papers.test_read_through import words_of

TO_VISIT = (Fact.REACH, Fact.VISITORS, Fact.MAY_CONTACT, Fact.KEPT_BACK)
FILLED = {**HERS, ReferralBackground: {"referral": "entry-2"}}
ASKED = [
    (form, question.name)
    for form in FORMS
    for question in questions_of(form)
    if question.ask.fact in TO_VISIT
]
POLICE = {"body": OtherBody.POLICE, "name": "Exampleshire Police", "why": "Demands."}
LETTERS = ("police", "social_care")


def letters(*entries, days=0):
    """Return the words of each letter to whoever visits, some days after the case began."""
    referred = ((ReferralOpened, OPENED), PARENTS)
    case = concern_case(
        *referred, (BodyReferralOpened, POLICE | {"asked_for": "Advice."}), *entries
    )
    at = NOW + timedelta(days=days)
    return {
        offer.kind.key: words_of(content_of(offer, case, issue(at=at)))
        for offer in offers_for(case)
        if offer.kind.key in LETTERS
    }


def test_every_form_that_asks_how_to_reach_or_visit_somebody_is_tried():
    assert {form for form, _ in ASKED} == set(FILLED)


@pytest.mark.parametrize(("form", "name"), ASKED, ids=lambda it: getattr(it, "__name__", it))
def test_what_makes_a_visit_safe_stands_in_each_letter_to_who_visits(form, name):
    shown = letters((form, FILLED[form] | {name: "Ring at noon, never at the door."}), days=3)
    assert set(shown) == set(LETTERS)
    for key, words in shown.items():
        assert "19 Nov 2026" in words.split("Ring at noon")[0][-60:], key


@pytest.mark.parametrize("label", [*VISITS.values(), *KEPT.values()])
def test_nothing_is_said_of_it_to_the_police_where_nobody_wrote_it(label):
    assert label not in letters()["police"]


@pytest.mark.parametrize("form", HERS)
def test_what_the_dsl_alone_reads_of_a_home_is_met_again_before_the_letter(form):
    unsafe = "safety" if form is ParentDecision else "unsafe"
    said = (form, HERS[form] | {unsafe: "He was violent."})
    told = (BodyReferralOpened, POLICE | {"asked_for": "Advice."})
    case = concern_case((ReferralOpened, OPENED), PARENTS, told, said)
    for key in LETTERS:
        (offer,) = (one for one in offers_for(case) if one.kind.key == key)
        (sentence,) = offer.kind.look_at(case, offer.subject)
        assert "not in this letter: " in sentence
        assert "He was violent (19 Nov 2026). If whoever visits has to know" in sentence
        assert "He was violent" not in words_of(content_of(offer, case, issue(at=NOW)))


def test_what_was_written_for_visitors_since_is_the_answer():
    decided = (ParentDecision, HERS[ParentDecision] | {"safety": "He was violent."})
    karl = {"person": "karl", "kind": PersonKind.PARENT, "name": "Karl Stone"}
    risk = (PersonDetails, karl | {"visitor_risk": "Two go, never one."})
    case = concern_case((ReferralOpened, OPENED), PARENTS, decided, risk)
    (offer,) = (one for one in offers_for(case) if one.kind.key == "social_care")
    assert offer.kind.look_at(case, offer.subject) == ()
