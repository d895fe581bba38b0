"""“Not known” is an answer that somebody chose; what nobody typed in is not recorded.

A fixed text with “not known” in it is read once by somebody, who puts it here with who chose it. A
new one fails until it is read.
"""

from pathlib import Path

import pytest

from app.domain.case import __file__ as case
from app.domain.forms.bodies import OtherBody
from app.domain.forms.person import PeopleNamed, PersonDetails
from app.domain.forms.social_care import ReferralEscalated, ReferralOpened
from app.domain.kit.answers import Involved, PersonKind, Role
from app.domain.kit.moments import moment
from app.papers import __file__ as papers
from app.papers.kinds import letters_about
from tests.casefold import NOW, concern_case
from tests.domain.test_case import OPENED
from tests.papers.paper import issue
from tests.papers.test_body_letters import KAI, LATER, LEARNERS, NAMED, all_words, letter, told
from tests.papers.test_newest_for_agencies import called
from tests.papers.test_no_alternative import strings

CHOSEN = {
    "not known if told": "of a parent, in a row of a referral that has to be answered",
    "Whether anything was copied when it was seen is not known.": "of a viewing, likewise",
    "Asked about, and answered: not known": "of the sign of demands",
    "is left out; “not known” is an answer.": "how to read a record",
    "holder not known": "of a copy, in place of who has it",
    "Spread not known": "of the ledger as a whole: it names no copy, or suspicions alone",
    "Not known": "of the child of a referral, who is always somebody of the case",
}
FILES = sorted((*Path(papers).parent.glob("*.py"), *Path(case).parent.glob("*.py")))


@pytest.mark.parametrize("path", FILES, ids=lambda one: one.stem)
def test_every_fixed_text_that_says_not_known_says_what_somebody_chose(path):
    said = (one for one in strings(path) if "not known" in one.lower())
    assert [one for one in said if not any(words in one for words in CHOSEN)] == []


def test_what_was_read_is_still_said():
    said = [one for path in FILES for one in strings(path)]
    assert [words for words in CHOSEN if not any(words in one for one in said)] == []


def test_a_birthday_that_nobody_typed_in_is_not_recorded_on_any_paper():
    case = concern_case(NAMED, told(OtherBody.COLLEGE, "kai"))
    for said in (all_words(letter(case)), called(case, "entry-3")):
        assert "Kai Lowe, date of birth not recorded" in said


AGE_SAID = "About 15, she says"
READERS = {OtherBody.POLICE: "ava", OtherBody.CEOP: "ava", OtherBody.LADO: "coach", **LEARNERS}


def with_an_age(who, *entries):
    named = (PeopleNamed, {"people": (Involved(KAI, (Role.PRESSURED,)),), "why": "Ava said."})
    kind = PersonKind.ELSEWHERE if who == "kai" else PersonKind.LEARNER
    said = {"person": who, "kind": kind, "name": "Somebody", "age_said": AGE_SAID}
    return concern_case(NAMED, named, (PersonDetails, said), *entries)


@pytest.mark.parametrize(("body", "about"), READERS.items())
def test_whoever_reads_or_hears_an_age_hears_it_as_told_too(body, about):
    case = with_an_age("kai" if about == "coach" else about, told(body, about))
    assert f"age as told: {AGE_SAID}" in all_words(letter(case, "entry-5"))
    if body not in {OtherBody.CEOP, OtherBody.LADO}:
        assert f"age as told: {AGE_SAID}" in called(case, "entry-5")


def test_social_care_reads_and_hears_an_age_as_told():
    raised = {"referral": "entry-5", "at": moment(NOW), "raised_with": "The manager", "step": "1"}
    raised |= {"why": "She is not safe.", "criteria": "Level 4", "asked_for": "A meeting."}
    case = with_an_age("ava", (ReferralOpened, OPENED), (ReferralEscalated, raised))
    letters = (*letters_about(case, "entry-5"), *letters_about(case, "entry-6"))
    assert {offer.kind.key for offer in letters} == {"social_care", "escalation"}
    for offer in letters:
        content = offer.kind.content(case, offer.subject, issue(at=LATER))
        assert f"age as told: {AGE_SAID}" in all_words(content)
    assert f"age as told: {AGE_SAID}" in called(case, "entry-5")
