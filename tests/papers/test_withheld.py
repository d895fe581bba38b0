"""Of every paper for somebody it is known what they must not be told, with the reason and day."""

from datetime import date, timedelta

import pytest

from app.domain.case.case import fold_case
from app.domain.forms.bodies import AskedOfPerson, BodyContact, OtherBody, Restraint
from app.domain.forms.knowledge import Knower, Knowing, KnowledgeNoted, Topic
from app.domain.kit.moments import moment
from app.domain.kit.record import Audience
from app.papers.kinds import offers_for
from app.papers.withheld import withheld_from
from tests.casefold import sealed
from tests.domain.people_of_two import CALLED
from tests.papers.cases import PRACTICE, read_case

UNTIL = date(2027, 12, 3)
SAID = (
    "must not be told of this for now: that the police are involved; that a device was taken. "
    "The police ask so."
)
AGAIN = " To be looked at again on 3 Dec 2027."
BEFORE = read_case(PRACTICE / "11-coach.toml")
FAMILIES = [
    one for one in offers_for(BEFORE) if one.kind.audience in {Audience.PARENTS, Audience.LEARNER}
]
LETTERS = [one for one in offers_for(BEFORE) if one.kind.key in {"social_care", "police"}]


def held(who, **more):
    """Return the practice case with the police and the device held back from one reader."""
    last = BEFORE.entries[-1].sealed
    asked = {"facts": (Topic.POLICE, Topic.DEVICE), "knowing": Knowing.NOT_TO_KNOW, "who": who}
    asked |= {"at": moment(last.recorded), "why": "The police ask so.", "until": UNTIL}
    noted = sealed(KnowledgeNoted, asked | more, seq=last.seq + 1, at=last.recorded)
    return fold_case([*(entry.sealed for entry in BEFORE.entries), noted])


def withheld(case, offer, later=timedelta(0)):
    return withheld_from(case, offer, case.entries[-1].sealed.recorded + later)


def named(offer):
    kind, subject = offer
    return f"{kind.key}-{subject.words}"


@pytest.mark.parametrize("offer", FAMILIES, ids=named)
def test_a_paper_for_one_of_a_family_says_what_its_reader_must_not_be_told(offer):
    reader = offer.subject.about
    other = next(key for key in BEFORE.people if key != reader)
    said = withheld(held(Knower.PERSON, person=reader), offer)
    assert f"{BEFORE.names[reader]} {SAID}{AGAIN}" in said
    assert withheld(held(Knower.PERSON, person=other), offer) == withheld(BEFORE, offer)


@pytest.mark.parametrize("offer", FAMILIES, ids=named)
def test_a_paper_for_one_of_a_family_says_that_nobody_is_to_reach_its_reader(offer):
    reader, last = offer.subject.about, BEFORE.entries[-1].sealed
    other = next(key for key in BEFORE.people if key != reader)
    police = next(one for one in BEFORE.body_referrals if one.opened.body is OtherBody.POLICE)
    for who, what in ((reader, Restraint.NOT_CONTACTED), (other, Restraint.NOT_SPOKEN)):
        asked = CALLED | {"referral": police.id, "at": moment(last.recorded)}
        asked |= {"people_asked": (AskedOfPerson(who=who, what=what),)}
        contact = sealed(BodyContact, asked, seq=last.seq + 1, at=last.recorded)
        case = fold_case([*(entry.sealed for entry in BEFORE.entries), contact])
        new = set(withheld(case, offer)) - set(withheld(BEFORE, offer))
        assert len(new) == (who == reader)
        assert all(f"nobody contacts {BEFORE.names[reader]} until they say" in one for one in new)


def test_a_letter_to_a_body_says_what_that_body_must_not_be_told_and_no_other():
    assert {one.kind.key for one in LETTERS} == {"social_care", "police"}
    for body, key in ((Knower.SOCIAL_CARE, "social_care"), (Knower.POLICE, "police")):
        said = {one.kind.key for one in LETTERS if withheld(held(body), one)}
        assert said == {key}


def test_a_day_that_is_past_is_said_to_be_past_and_the_hold_stands():
    letter = next(one for one in LETTERS if one.kind.key == "social_care")
    (said,) = withheld(held(Knower.SOCIAL_CARE), letter, timedelta(days=400))
    assert said.endswith("This was to be looked at again on 3 Dec 2027: do so.")


def test_a_paper_for_the_college_or_for_everybody_asks_for_no_reader():
    for one in offers_for(BEFORE):
        if one.kind.audience in {Audience.DSL, Audience.STAFF, Audience.SERVICES}:
            assert withheld(held(Knower.SOCIAL_CARE), one) == ()
