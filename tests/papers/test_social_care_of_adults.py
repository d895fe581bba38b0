"""What social care reads of an adult or a member of staff who took part: who, where, which work."""

import msgspec
import pytest

from app.domain.forms.bodies import BodyReferralOpened
from app.domain.forms.person import PeopleNamed, PersonDetails
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import Involved, PersonKind, Role
from app.papers import social_care
from tests.casefold import NOW, concern_case
from tests.domain.test_case import OPENED
from tests.papers.paper import issue
from tests.papers.test_police_of_staff import COACH, HOME, LADO


@pytest.mark.parametrize(
    ("kind", "part", "there"),
    [
        (PersonKind.STAFF, Role.ASKED, True),
        (PersonKind.ADULT, Role.MAY_HAVE_HARMED, True),
        (PersonKind.ADULT, Role.WITNESS, False),
    ],
)
def test_of_an_adult_who_took_part_social_care_reads_who_and_where_they_are(kind, part, there):
    coach = msgspec.structs.replace(COACH, kind=kind)
    named = (PeopleNamed, {"people": (Involved(coach, (part,)),), "why": "Ava said."})
    known = (PersonDetails, HOME | {"kind": kind, "phone": "07700 900155"})
    case = concern_case((ReferralOpened, OPENED), named, known)
    (subject,) = social_care.subjects(case)
    said = str(social_care.content(case, subject, issue(at=NOW)).sections)
    assert [one in said for one in ("1 Feb 1990", "4 Bay Rd", "07700 900155")] == [there] * 3


def test_of_a_member_of_staff_social_care_reads_their_work_and_which_other_children():
    named = (PeopleNamed, {"people": (Involved(COACH, (Role.ASKED,)),), "why": "Ava said."})
    case = concern_case((ReferralOpened, OPENED), named, (BodyReferralOpened, LADO))
    (subject,) = social_care.subjects(case)
    said = str(social_care.content(case, subject, issue(at=NOW)).sections)
    assert [one in said for one in ("Coach, of Peak Sport", "A team on Wednesdays")] == [True] * 2
