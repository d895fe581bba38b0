"""Adult social care: for which learners it is to be offered, and whom nobody tells it of."""

from datetime import date

import msgspec
import pytest

from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.person import PersonDetails
from app.domain.gates import gate_problems
from app.domain.kit.answers import Involved, PersonKind, Role, YesNoUnknown
from app.domain.kit.checks import problems
from app.domain.rules.adult_care import adult_care_for
from tests.casefold import AVA, DSL, NOW, concern_case
from tests.domain.gate_answers import ALL_NO
from tests.domain.people_of_two import CALLED, POLICE

YES, NO, NOT_KNOWN = YesNoUnknown
TODAY = date(2026, 11, 19)
OF_AGE, A_DAY_SHORT = date(2008, 11, 19), date(2008, 11, 20)
CARE = POLICE | {"body": OtherBody.ADULT_CARE, "about": "ava"}


def case_of(*steps, born=OF_AGE, role=Role.PICTURED, kind=PersonKind.LEARNER, **details):
    ava = msgspec.structs.replace(AVA, born=born, kind=kind)
    known = {"person": "ava", "kind": kind, "name": "Ava Stone", "born": born} | details
    people = (Involved(ava, (role,)),)
    return concern_case((PersonDetails, known), *steps, people=people, **ALL_NO)


def offered(case, today=TODAY):
    return [known.person.id for known in adult_care_for(case, today)]


@pytest.mark.parametrize(
    ("answers", "whom"),
    [
        ({"ehcp": YES}, ["ava"]),
        ({"care_needs": YES}, ["ava"]),
        ({"care_needs": YES, "ehcp": NO}, ["ava"]),
        ({"needs": "Epilepsy; uses a wheelchair."}, ["ava"]),
        ({"needs": "Epilepsy.", "care_needs": NOT_KNOWN}, ["ava"]),
        ({"needs": "Glasses.", "care_needs": NO}, []),
        ({"ehcp": YES, "care_needs": NO}, []),
        ({"ehcp": NOT_KNOWN}, []),
        ({}, []),
        ({"ehcp": YES, "born": A_DAY_SHORT}, []),
        ({"ehcp": YES, "born": None}, []),
        ({"ehcp": YES, "role": Role.FORWARDED}, ["ava"]),
        ({"ehcp": YES, "role": Role.WITNESS}, []),
        ({"ehcp": YES, "kind": PersonKind.ELSEWHERE}, ["ava"]),
        ({"ehcp": YES, "kind": PersonKind.ADULT}, []),
    ],
)
def test_it_is_offered_to_those_of_age_who_took_part_and_need_support_with_a_plan_or_without(
    answers, whom
):
    assert offered(case_of(**answers)) == whom


def test_it_is_their_age_now_that_counts_and_not_when_it_happened():
    case = case_of(born=A_DAY_SHORT, ehcp=YES)
    assert offered(case, date(2026, 11, 20)) == ["ava"]


@pytest.mark.parametrize(
    ("opened", "reached", "whom"),
    [
        (CARE, YES, []),
        (CARE, NO, ["ava"]),
        (CARE | {"about": "ben"}, YES, ["ava"]),
        (CARE | {"body": OtherBody.OTHER}, YES, ["ava"]),
        (POLICE, YES, ["ava"]),
    ],
)
def test_only_telling_that_body_about_that_person_settles_it(opened, reached, whom):
    call = CALLED | {"referral": "entry-3", "reached": reached}
    case = case_of((BodyReferralOpened, opened), (BodyContact, call), ehcp=YES)
    assert offered(case) == whom


@pytest.mark.parametrize(
    ("born", "body", "names"),
    [
        (OF_AGE, OtherBody.ADULT_CARE, []),
        (None, OtherBody.ADULT_CARE, []),
        (A_DAY_SHORT, OtherBody.ADULT_CARE, ["body"]),
        (A_DAY_SHORT, OtherBody.POLICE, []),
    ],
)
def test_adult_social_care_is_not_told_of_a_child(born, body, names):
    answers = CARE | {"body": body}
    found = gate_problems(BodyReferralOpened, answers, case_of(born=born), DSL, today=TODAY)
    assert [problem.name for problem in found] == names


def test_adult_social_care_is_told_of_somebody_and_not_of_a_case():
    missing = problems(BodyReferralOpened, CARE | {"about": None}, NOW)
    assert [problem.name for problem in missing] == ["about"]
    assert problems(BodyReferralOpened, POLICE, NOW) == ()
