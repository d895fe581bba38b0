"""Papers know somebody by their name however it is written: who is hidden, and who signs."""

import pytest

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain.forms.conversation import LearnerCard
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PeopleNamed, PersonDetails, Relative
from app.domain.forms.review import InitialReview, Present
from app.domain.kit.answers import Involved, Person, PersonKind, Role, StaffMember
from app.domain.kit.record import Audience
from app.papers import review_record
from app.papers.kinds import kind_named, offers_for
from app.typesetting.content import Signatures
from tests.casefold import DSL, concern_case
from tests.domain.gate_answers import REVIEW
from tests.domain.names import NIAMH, WRITINGS
from tests.domain.people_of_two import AT, MET, PARENTS, SOON
from tests.papers.paper import issue

DEE = (Audience.PARENTS, "dee")
WRITTEN = pytest.mark.parametrize("written", WRITINGS.values(), ids=WRITINGS)


def case_with(*people, household=(), by=DSL):
    """A case of two families, in which these people and relatives of Ben are known too."""
    named = {"people": tuple(Involved(who, (Role.WITNESS,)) for who in people), "why": "Ben said."}
    ben = {"person": "ben", "kind": PersonKind.LEARNER, "name": "Ben Marsh"}
    relatives = tuple(Relative(name=name, relation="Aunt") for name in household)
    details = (PersonDetails, ben | {"household": relatives})
    return concern_case(PARENTS, (ParentContact, MET | {"by": by}), (PeopleNamed, named), details)


def hidden(case):
    return [person.name for person in disclosure_for(case, *DEE).hidden]


@WRITTEN
def test_a_relative_who_is_named_in_the_case_too_is_one_person(written):
    adult = Person(id="n", kind=PersonKind.ADULT, name=NIAMH)
    alone = hidden(case_with(adult))
    assert hidden(case_with(adult, household=(written, f"Ms {written}"))) == alone


@WRITTEN
def test_a_member_of_staff_of_the_name_of_somebody_hidden_is_disguised_with_them(written):
    adult = Person(id="n", kind=PersonKind.ADULT, name=NIAMH)
    stays = {
        name: name in disclosure_for(case_with(adult, by=StaffMember(name)), *DEE).verbatim
        for name in (written, f"Ms {written}", "T. Free")
    }
    assert stays == {written: False, f"Ms {written}": False, "T. Free": True}


@pytest.mark.parametrize("text", ["Kate Reed", "kate", "K. Reed", "Katherine", "REED Katherine"])
def test_somebody_listed_by_family_name_is_disguised_by_every_short_form(text):
    listed = Person(id="k", kind=PersonKind.LEARNER, name="REED, Katherine")
    assert Disguise((listed,)).over(f"with {text} then") == "with another learner (A) then"


@WRITTEN
def test_whoever_led_a_meeting_signs_once(written):
    present = {"present": (Present(who=StaffMember(written, "DSL")),)}
    chair = {"chair": StaffMember(NIAMH, "DSL")}
    case = concern_case((InitialReview, REVIEW | chair | present))
    (subject, *_) = review_record.subjects(case)
    content = review_record.content(case, subject, issue())
    columns = [
        one for part in content.parts if isinstance(part, Signatures) for one in part.columns
    ]
    assert sum("Niamh" in statement.title() for statement, _ in columns) == 1


def test_a_learner_listed_by_family_name_is_called_by_the_first():
    ava = Involved(Person(id="ava", kind=PersonKind.LEARNER, name="STONE, Ava"), (Role.PICTURED,))
    agreed = {"learner": "ava", "at": AT, "next_step": "Ring at three.", "review_on": SOON}
    case = concern_case((LearnerCard, agreed), people=(ava,))
    kind = kind_named("learner_card")
    offer, *_ = (one for one in offers_for(case) if one.kind is kind)
    assert kind.content(case, offer.subject, issue()).recipient == "Ava"
