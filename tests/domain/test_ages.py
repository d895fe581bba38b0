"""Ages on the day of each event: the adult sign by itself, under 13 as a fact, turning 18 later."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.case.ages import (
    Event,
    age_and_then,
    age_facts,
    began,
    events_in,
    events_of,
    write_ages,
)
from app.domain.case.case import decision_stands
from app.domain.case.signs import signs_in
from app.domain.forms import FORMS
from app.domain.forms.asked import FurtherTime
from app.domain.forms.close import CaseReviewed, Resurfaced
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.decision import Body, DecisionMade
from app.domain.forms.person import PersonDetails
from app.domain.forms.support import SupportReview
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.form import questions_of
from app.domain.kit.moments import LONDON, age_on, moment
from app.domain.kit.stage import Sign
from app.domain.owed.calls import calls_of
from tests.casefold import AVA, DSL, NOW, concern, concern_case
from tests.domain.gate_answers import ALL_NO, COLLEGE

TOLD = NOW.date()
PICTURED = Role.PICTURED
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
    assert fact.sentence == "Dan Holt was 17 when the college was told and is 18 or over now."
    assert not first.signs[Sign.ADULT].said_yes
    again = AGAIN | {"told_at": moment(NOW + timedelta(days=20))}
    assert concern_case((Resurfaced, again), **someone(born)).signs[Sign.ADULT].said_yes


def test_the_ages_of_somebody_are_those_at_the_events_they_took_part_in():
    born = date(2008, 11, 25)
    later = {"told_at": moment(NOW + timedelta(days=20)), "people": (Involved(AVA, (PICTURED,)),)}
    case = concern_case((ConcernReceived, concern(**later)), **someone(born))
    assert age_and_then(case.people["dan"].person, case.current, date(2026, 12, 24)) == (
        "18; 17 when the college was told"
    )
    assert [event.day for event in events_of(case.current, "dan")] == [TOLD]
    assert [event.day for event in events_of(case.current, "ava")] == [date(2026, 12, 9)]
    again = (Resurfaced, AGAIN | {"told_at": moment(NOW + timedelta(days=30))})
    back = concern_case((ConcernReceived, concern(**later)), again, **someone(born))
    assert len([*events_of(back.current, "dan")]) == 2  # nobody can say who had no part in that


def test_under_13_is_named_as_a_fact_and_never_answered_for_the_user():
    case = concern_case(**someone(date(2013, 11, 20)))
    (fact,) = age_facts(case.entries, TOLD)
    assert fact.under_13
    assert fact.sentence == "Dan Holt was 12 when the college was told."
    assert case.signs[Sign.UNDER_13].answer is None


@given(st.dates(date(1990, 1, 1), date(2020, 1, 1)), st.integers(0, 4000))
def test_the_sign_follows_the_age_on_the_day_whenever_it_was(born, days_ago):
    at = moment(NOW - timedelta(days=days_ago))
    case = concern_case(**someone(born), happened_at=at)
    assert case.signs[Sign.ADULT].said_yes is (age_on(born, at.at.date()) >= 18)


FURTHER = tuple(
    form for form in FORMS if any(question.row is FurtherTime for question in questions_of(form))
)


def again_on(day, **more):
    return {
        "further": ({"at": moment(datetime.combine(day, time(18), LONDON), about=True), **more},)
    }


def test_a_further_time_is_asked_for_wherever_the_college_hears_of_one():
    told = {ConcernReceived, LearnerConversation, SupportReview, CaseReviewed}
    assert set(FURTHER) == told


JUNE, JULY = date(2026, 6, 2), date(2026, 7, 9)


@pytest.mark.parametrize("form", FURTHER, ids=lambda form: form.title)
def test_every_form_that_tells_of_a_further_time_counts_it_typed_or_sealed(form):
    assert Event(JULY) in events_in(form, again_on(JULY) | {"again": YES})


@pytest.mark.parametrize("form", [CaseReviewed, SupportReview])
def test_a_review_that_says_no_to_again_tells_of_no_further_time(form):
    assert events_in(form, again_on(JULY) | {"again": NO}) == ()


@pytest.mark.parametrize(
    ("answers", "events"),
    [
        ({}, [Event(TOLD, told=True)]),
        ({"happened_at": JUNE}, [Event(JUNE)]),
        ({"further": JULY}, [Event(JULY)]),
        ({"happened_at": JUNE, "further": JULY}, [Event(JUNE), Event(JULY)]),
    ],
)
def test_when_the_college_was_told_counts_only_where_no_day_is_known(answers, events):
    given = {name: moment(datetime.combine(day, time(18), LONDON)) for name, day in answers.items()}
    if "further" in given:
        given["further"] = ({"at": given["further"], "what": "Sent again."},)
    case = concern_case(**given)
    assert list(events_of(case.current)) == events
    assert began(case.current) == min(events).day


@pytest.mark.parametrize(
    ("born", "raised", "ages"),
    [
        (date(2008, 6, 20), True, "17 when it first happened and 18 when it last happened"),
        (date(2008, 7, 10), False, "17 when it happened"),
        (date(2008, 6, 2), True, "18 when it happened"),
        (date(2013, 7, 9), False, "12 when it first happened and 13 when it last happened"),
    ],
)
def test_ages_count_at_each_event_and_both_are_told_where_they_differ(born, raised, ages):
    first = moment(datetime.combine(JUNE, time(18), LONDON))
    told = someone(born) | {"happened_at": first} | again_on(JULY, what="Sent again.")
    assert concern_case(**told).signs[Sign.ADULT].said_yes is raised
    assert (signs_in(ConcernReceived, concern(**told)).get(Sign.ADULT) is YES) is raised
    assert write_ages(born, events_of(concern_case(**told).current)) == ages


def test_a_further_time_told_later_raises_the_sign_in_the_entry_that_tells_of_it():
    first = moment(datetime.combine(JUNE, time(18), LONDON))
    told = someone(date(2008, 6, 20)) | {"happened_at": first}
    talk = {"learner": "dan", "held_by": DSL, "held_at": moment(NOW), "contains": "A picture."}
    case = concern_case((LearnerConversation, talk | again_on(JULY, what="Sent on again.")), **told)
    assert case.signs[Sign.ADULT].entry == "entry-2"
    (fact,) = age_facts(case.current, TOLD)
    assert fact.sentence == (
        "Dan Holt was 17 when it first happened and 18 when it last happened, an adult in law."
    )
    owed = {call.body for call in calls_of(case)}
    assert owed == {Body.POLICE, Body.SOCIAL_CARE}


def test_who_was_under_13_at_the_first_event_is_a_fact_though_older_at_the_next():
    told = someone(date(2013, 7, 9)) | again_on(JULY, what="Again.")
    told |= {"happened_at": moment(datetime.combine(JUNE, time(18), LONDON))}
    facts = age_facts(concern_case(**told).current, TOLD)
    assert [fact.under_13 for fact in facts] == [True]


def test_an_age_is_told_with_the_age_then_where_it_was_another():
    case = concern_case(happened_at=moment(datetime.combine(JUNE, time(18), LONDON)))
    person = Person(id="dan", kind=PersonKind.LEARNER, name="Dan Holt", born=date(2008, 6, 20))
    assert age_and_then(person, case.current, TOLD) == "18; 17 when it happened"
    assert age_and_then(person, case.current, JUNE) == "17"
