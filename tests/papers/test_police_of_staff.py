"""The letter to the police on a member of staff who took part: what the LADO reads of them too."""

from datetime import date

import pytest

from app.domain.forms.bodies import BodyReferralOpened as R
from app.domain.forms.bodies import OtherBody
from app.domain.forms.person import PeopleNamed
from app.domain.forms.person import PersonDetails as P
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.papers import police
from tests.casefold import NOW, concern_case
from tests.papers.paper import issue
from tests.papers.test_police_fields import USUAL, letter
from tests.papers.test_police_of_its_day import lines_of

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
COACH = Person(id="coach", kind=PersonKind.STAFF, name="Dane Frayne", born=date(1990, 2, 1))
LADO = {"body": OtherBody.LADO, "name": "Exampleshire LADO", "about": "coach", "why": "He coaches."}
LADO |= {"asked_for": "A meeting.", "capacity": "Coach, of Peak Sport", "outside": YES}
LADO |= {"allegation": "He asked her for a picture."}
LADO |= {"outside_what": "A team on Wednesdays", "staff_told": NO, "kept_safe": "He is at home."}
HOME = {"person": "coach", "kind": PersonKind.STAFF, "name": "Dane Frayne", "address": "4 Bay Rd"}
HOME |= {"born": date(1990, 2, 1)}


@pytest.mark.parametrize(
    ("parts", "must"),
    [
        ((Role.ASKED,), ("born 1 Feb 1990", "Home address: 4 Bay Rd")),
        ((Role.WITNESS,), ()),
    ],
)
def test_of_staff_who_took_part_the_police_read_who_and_where_they_are(parts, must):
    named = {"people": (Involved(COACH, parts),), "why": "Ava said."}
    (line,) = (one for one in letter((PeopleNamed, named), (P, HOME)) if "Dane Frayne" in one[:40])
    assert [one for one in ("born 1 Feb 1990", "Home address: 4 Bay Rd") if one in line] == [*must]


@pytest.mark.parametrize(
    "must",
    [
        "Work with learners: Coach, of Peak Sport",
        "Children outside college: Yes",
        "Which contact: A team on Wednesdays",
        "Told of the allegation: No",
        "Learners kept safe: He is at home.",
        "Alleged: He asked her for a picture.",
    ],
)
def test_the_police_read_of_a_member_of_staff_what_the_lado_reads(must):
    named = (PeopleNamed, {"people": (Involved(COACH, (Role.ASKED,)),), "why": "Ava said."})
    case = concern_case(named, (R, LADO), (R, USUAL[R]))
    (subject,) = police.subjects(case)
    shown = "\n".join(lines_of(police.content(case, subject, issue(at=NOW))))
    assert must in shown
    assert must not in "\n".join(letter(named))
