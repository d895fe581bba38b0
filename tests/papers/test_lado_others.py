"""The letter to the LADO names every other learner with a part in it, of whatever age."""

from datetime import date

from app.domain.forms.bodies import OtherBody
from app.domain.forms.person import PeopleNamed
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from tests.casefold import concern_case
from tests.papers.test_body_letters import NAMED, letter, rows, told

GROWN = Person(
    id="gus", kind=PersonKind.LEARNER, name="Gus Orme", born=date(2007, 3, 1), group="Level 3 Art"
)


def test_the_lado_reads_of_each_other_learner_with_a_part_of_whatever_age():
    more = {"people": (Involved(GROWN, (Role.RECEIVED,)),), "why": "Ava said."}
    case = concern_case(NAMED, told(OtherBody.LADO, "coach"), (PeopleNamed, more))
    others = rows(letter(case), "The children")["Other learners, and their part"].splitlines()
    assert others == [
        "Ben Marsh, date of birth not recorded · received it",
        "Kai Lowe, date of birth not recorded · Hill School, Year 10 · received it",
        "Gus Orme, born 1 Mar 2007, aged 19 · Level 3 Art · received it",
    ]
