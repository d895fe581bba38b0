"""A further call: their numbers, who of them was heard from last, and what they answered."""

import pytest

from app.domain.forms.bodies import BodyContact, OtherBody
from app.domain.forms.outcome import BodyAnswer, BodyOutcome, OutcomeFor
from app.domain.forms.person import PersonDetails
from app.domain.kit.answers import PersonKind
from tests.casefold import concern_case
from tests.domain.people_of_two import ANSWERED, CALLED
from tests.papers.test_body_letters import NAMED, all_words, letter, told
from tests.papers.test_newest_for_agencies import called
from tests.papers.test_telephone_script import said, scripts

HEARD = [
    ("01", "police-call", 0, "reference MASH/26/11873. I am", "J. Marlow, duty social worker, 19"),
    ("01", "reply", 0, "19 November 2026: strategy discussion.", "J. Marlowe, duty social worker"),
    ("02", "police-agree", 1, "23 Nov 2026, EX/26/88213.", "PC 4471 D. Bright, 25 Nov 2026"),
    ("02", None, 1, "instead of formal action, for Noah Reed.", "PC 4471 D. Bright, 10 Dec 2026"),
    ("05", None, 0, "You answered on 3 November 2026: advice only.", "PC 3306 L. Okell, 3 Nov"),
    ("06", None, 1, "15 October 2026: you will deal with it.", "DC 2218 M. Farrow, 15 Oct 2026"),
    ("07", None, 2, "25 September 2026: you will deal with it.", "O. Renfrew, DSL, 25 Sep 2026"),
    ("11", None, 1, "your reference MASH/26/11996.", "S. Pell, duty social worker, 30 Nov 2026"),
]


@pytest.mark.parametrize(("number", "until", "at", "words", "whom"), HEARD)
def test_it_gives_their_numbers_and_answer_and_whom_to_ask_for(number, until, at, words, whom):
    heard = said(scripts(number, until)[at])
    assert words in heard
    assert whom in heard


REPORTED = {OtherBody.POLICE: None, OtherBody.LADO: "coach", OtherBody.COLLEGE: "kai"}
FURTHER = {"referral": "entry-3"}


@pytest.mark.parametrize("answer", BodyAnswer)
@pytest.mark.parametrize(("body", "about"), REPORTED.items())
def test_a_body_is_told_its_answer_as_its_own(body, about, answer):
    answers = ANSWERED | FURTHER | {"answer": answer, "for_whom": (OutcomeFor(who="ben"),)}
    steps = (BodyContact, CALLED | FURTHER), (BodyOutcome, answers)
    case = concern_case(NAMED, told(body, about), *steps)
    heard, read = called(case, "entry-3"), all_words(letter(case))
    for text in (heard, read):
        assert "hey will deal" not in text
        assert "hey are looking" not in text
    assert "You answered on " in heard
    assert ("Ben Marsh" in heard) is (body is not OtherBody.COLLEGE)


@pytest.mark.parametrize(("body", "about"), {**REPORTED, OtherBody.CEOP: None}.items())
def test_a_letter_speaks_to_its_reader_of_what_they_said_and_asked(body, about):
    steps = CALLED | FURTHER | {"said": "Wait.", "instructions": "Delete nothing."}
    answers = ANSWERED | FURTHER | {"for_whom": (OutcomeFor(who="ben"),)}
    case = concern_case(NAMED, told(body, about), (BodyContact, steps), (BodyOutcome, answers))
    read = all_words(letter(case))
    assert [one for one in ("You said", "ou asked: Delete", "Your answer") if one not in read] == []
    assert "heir answer" not in read
    assert "hey asked" not in read


LIVES = {
    OtherBody.POLICE: ("ava", True),
    OtherBody.EARLY_HELP: ("ava", True),
    OtherBody.ADULT_CARE: ("ava", True),
    OtherBody.COLLEGE: ("kai", False),
    OtherBody.LADO: ("coach", False),
}


@pytest.mark.parametrize(("body", "whom"), LIVES.items())
def test_who_asks_where_somebody_lives_hears_it_or_that_nobody_recorded_it(body, whom):
    who, asked = whom
    home = {"person": who, "kind": PersonKind.LEARNER, "name": "Somebody", "address": "2 Hill Rd"}
    for details in ((), ((PersonDetails, home),)):
        case = concern_case(NAMED, *details, told(body, who))
        heard = called(case, f"entry-{3 + len(details)}")
        assert ("Lives at 2 Hill Rd." in heard) is (asked and bool(details))
        assert ("Home address not recorded." in heard) is (asked and not details)
