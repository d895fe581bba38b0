"""Ages on the day of each event: the adult sign by itself, under 13 as a fact, turning 18 later."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.case.ages import age_facts
from app.domain.case.case import decision_stands
from app.domain.case.signs import signs_in
from app.domain.forms.close import Resurfaced
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.decision import DecisionMade
from app.domain.forms.person import PersonDetails
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.moments import LONDON, age_on, moment
from app.domain.kit.stage import Sign
from tests.casefold import DSL, NOW, concern, concern_case
from tests.domain.gate_answers import ALL_NO, COLLEGE

TOLD = NOW.date()
YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
AGAIN = {
    "told_to": DSL,
    "known_by": "learner",
    "account": "It is about again.",
    "safe_now": "Here.",
    "next_step": "Meet.",
    "why": "New.",
}


def someone(born, kind=PersonKind.LEARNER, *roles):
    person = Person(id="dan", kind=kind, name="Dan Holt", born=born)
    return {"people": (Involved(person, roles or (Role.RECEIVED,)),)}


@pytest.mark.parametrize(
    ("born", "kind", "role", "raised"),
    [
        (date(2008, 11, 19), PersonKind.LEARNER, Role.RECEIVED, True),
        (date(2008, 11, 20), PersonKind.LEARNER, Role.RECEIVED, False),
        (date(2000, 1, 1), PersonKind.ELSEWHERE, Role.ASKED, True),
        (date(2000, 1, 1), PersonKind.LEARNER, Role.PICTURED, True),
        (date(2000, 1, 1), PersonKind.LEARNER, Role.WITNESS, False),
        (date(2000, 1, 1), PersonKind.LEARNER, Role.TOLD_US, False),
        (date(1980, 1, 1), PersonKind.PARENT, Role.FAMILY, False),
        (date(1980, 1, 1), PersonKind.STAFF, Role.TOLD_US, False),
        (None, PersonKind.LEARNER, Role.SHARED, False),
        (date(2013, 11, 20), PersonKind.LEARNER, Role.MADE, False),
    ],
)
def test_a_learner_of_18_who_took_part_raises_the_adult_sign_by_itself(born, kind, role, raised):
    answers = someone(born, kind, role) | {"adult": NO}
    assert concern_case(**answers).signs[Sign.ADULT].said_yes is raised
    typed = signs_in(ConcernReceived, concern(**answers))
    assert (typed[Sign.ADULT] is YES) is raised


def test_the_age_counts_on_the_day_it_happened_and_not_on_the_day_we_were_told():
    born = date(2008, 11, 10)
    assert concern_case(**someone(born)).signs[Sign.ADULT].said_yes
    before = concern_case(**someone(born), happened_at=moment(NOW - timedelta(days=20)))
    assert not before.signs[Sign.ADULT].said_yes


def test_midnight_belongs_to_the_day_in_london():
    half_past_midnight = moment(datetime(2026, 6, 10, 0, 30, tzinfo=LONDON))
    case = concern_case(**someone(date(2008, 6, 10)), happened_at=half_past_midnight)
    assert half_past_midnight.at.astimezone(UTC).date() == date(2026, 6, 9)
    assert case.signs[Sign.ADULT].said_yes


def test_a_date_of_birth_learnt_later_raises_the_sign_and_reopens_the_decision():
    details = {"person": "dan", "kind": PersonKind.LEARNER, "name": "Dan Holt"}
    details |= {"born": date(2007, 1, 1), "roles": (Role.RECEIVED,)}
    known = (someone(None) | ALL_NO, (DecisionMade, COLLEGE))
    assert decision_stands(concern_case(known[1], **known[0]))
    later = concern_case(known[1], (PersonDetails, details), **known[0])
    assert later.signs[Sign.ADULT].entry == "entry-3"
    assert not decision_stands(later)


def test_turning_18_in_mid_case_is_a_fact_and_becomes_a_sign_only_if_it_happens_again():
    born = date(2008, 11, 25)
    first = concern_case(**someone(born))
    (fact,) = age_facts(first.entries, date(2026, 12, 1))
    assert fact.sentence == "Dan Holt was 17 when it happened and is 18 or over now."
    assert not first.signs[Sign.ADULT].said_yes
    again = AGAIN | {"told_at": moment(NOW + timedelta(days=20))}
    assert concern_case((Resurfaced, again), **someone(born)).signs[Sign.ADULT].said_yes


def test_under_13_is_named_as_a_fact_and_never_answered_for_the_user():
    case = concern_case(**someone(date(2013, 11, 20)))
    (fact,) = age_facts(case.entries, TOLD)
    assert fact.under_13
    assert fact.sentence == "Dan Holt was 12 when it happened."
    assert case.signs[Sign.UNDER_13].answer is None


@given(st.dates(date(1990, 1, 1), date(2020, 1, 1)), st.integers(0, 4000))
def test_the_sign_follows_the_age_on_the_day_whenever_it_was(born, days_ago):
    at = moment(NOW - timedelta(days=days_ago))
    case = concern_case(**someone(born), happened_at=at)
    assert case.signs[Sign.ADULT].said_yes is (age_on(born, at.at.date()) >= 18)
