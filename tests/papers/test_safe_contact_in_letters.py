"""Whoever may ring, write to or visit a family reads how to do it safely, whichever form asked."""

from datetime import timedelta

import pytest

from app.domain.forms import FORMS
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.older_telling import ParentDecision1
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.person import PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import PersonKind
from app.domain.kit.facts import Fact
from app.domain.kit.form import questions_of
from app.domain.kit.moments import moment
from app.domain.kit.record import Audience
from app.papers.body_sections import KEPT, VISITS
from app.papers.kept_from_visitors import kept_from_visitors
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


DANGER = "He was violent."
EVERY_BODY = [
    *((BodyReferralOpened, POLICE | {"body": body, "name": str(body), "asked_for": "Advice."})
      for body in (OtherBody.POLICE, OtherBody.CEOP)),
    *((BodyReferralOpened, POLICE | {"body": body, "name": str(body), "asked_for": "Advice."}
       | {"about": "ava"})
      for body in (OtherBody.EARLY_HELP, OtherBody.ADULT_CARE, OtherBody.COLLEGE)),
]  # fmt: skip
VISIT = {"social_care", "police", "early_help", "adult_care"}
ROW = dict.fromkeys(VISIT, "Risk to visiting staff") | {
    "telephone_script": "Whom to contact, or not",
    "other_college": "Whom to contact, or not",
}
"""Each paper to or for a body that may reach the family, with the row that says what is unsafe."""


def unsafe_on(form, danger=DANGER):
    """Return a whole entry of a form that says what makes contact unsafe."""
    asked = next(one for one in questions_of(form) if one.ask.fact is Fact.UNSAFE)
    return form, HERS[form] | {asked.name: danger}


def told_everybody(*entries):
    return concern_case((ReferralOpened, OPENED), PARENTS, *EVERY_BODY, *entries)


def saying(case, danger=DANGER):
    """Return each paper of a case, whether it says what makes contact unsafe, and all its words."""
    for offer in offers_for(case):
        words = words_of(content_of(offer, case, issue(at=NOW)))
        yield offer, danger in words, words


def test_every_form_that_asks_what_makes_contact_unsafe_is_tried():
    asks = {form for form in FORMS for one in questions_of(form) if one.ask.fact is Fact.UNSAFE}
    assert asks == set(HERS)


@pytest.mark.parametrize("form", HERS)
def test_who_may_reach_a_family_reads_what_makes_it_unsafe_once_and_no_family_does(form):
    case = told_everybody(unsafe_on(form))
    read = set()
    for offer, said, words in saying(case):
        key, audience = offer.kind.key, offer.kind.audience
        if key in ROW:
            read.add(key)
            before = words.split(DANGER)[0]
            assert words.count(DANGER) == 1, offer
            assert "19 Nov 2026" in before[-40:]
            assert ROW[key] in before
        else:
            assert not said or audience is Audience.DSL, offer
        if offer.kind.look_at is kept_from_visitors:
            assert offer.kind.look_at(case, offer.subject) == ()
    assert read == set(ROW)


def test_the_lado_is_told_of_no_home():
    lado = POLICE | {"body": OtherBody.LADO, "name": "The LADO", "about": "ava", "asked_for": "A."}
    case = concern_case(PARENTS, (BodyReferralOpened, lado), unsafe_on(ParentDecision))
    for offer, said, _ in saying(case):
        assert not said or offer.kind.audience is Audience.DSL, offer


def test_the_newest_danger_stands_first_and_none_twice():
    later = {"at": moment(NOW + timedelta(hours=1)), "unsafe": "He reads her messages."}
    karl = {"person": "karl", "kind": PersonKind.PARENT, "name": "Karl Stone"}
    risk = (PersonDetails, karl | {"visitor_risk": DANGER})
    met = (ParentContact, HERS[ParentContact] | later)
    for offer, _, words in saying(told_everybody(unsafe_on(ParentDecision), met)):
        if offer.kind.key in ROW and offer.kind.key != "police":  # there each person has a part
            assert words.index("He reads her messages") < words.index(DANGER), offer
    for offer, _, words in saying(told_everybody(unsafe_on(ParentDecision), risk)):
        if offer.kind.key in VISIT:
            assert words.count(DANGER) == 1, offer


OLD = (ParentDecision1, HERS[ParentDecision] | {"safety": DANGER})


def test_what_was_written_for_the_dsl_alone_is_met_again_before_the_letter():
    case = told_everybody(OLD)
    seen = set()
    for offer, said, _ in saying(case):
        assert not said or offer.kind.audience is Audience.DSL, offer
        if offer.kind.key in VISIT:
            seen.add(offer.kind.key)
            (sentence,) = offer.kind.look_at(case, offer.subject)
            assert "not in this letter: " in sentence
            assert "He was violent (19 Nov 2026). If whoever visits has to know" in sentence
    assert seen == VISIT


def test_what_was_written_for_visitors_since_is_the_answer():
    karl = {"person": "karl", "kind": PersonKind.PARENT, "name": "Karl Stone"}
    risk = (PersonDetails, karl | {"visitor_risk": "Two go, never one."})
    case = concern_case((ReferralOpened, OPENED), PARENTS, OLD, risk)
    (offer,) = (one for one in offers_for(case) if one.kind.key == "social_care")
    assert offer.kind.look_at(case, offer.subject) == ()
