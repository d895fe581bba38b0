"""What a row says of what is to be done: who does it, what was to be next, what is missing."""

import pytest

from app.domain.case.case import Case
from app.domain.forms.extortion import AdviceGiven
from app.domain.forms.parents import Telling
from app.domain.forms.support import StaffWelfare
from app.domain.kit.answers import StaffMember
from app.domain.owed.references import prefilled_answers
from app.domain.owed.row import Owed
from tests.owed.later import MUM_OF_AVA, about_telling, closed
from tests.owed.left_to_do import PRIOR, asked_staff
from tests.owed.read import lines
from tests.owed.story import again, demanded, talked, told_us
from tests.owed.telling import NO, NOT_KNOWN, YES, case_told
from tests.owed.times import HANDLED
from tests.owed.whose import TWO
from tests.papers.cases import each_case, read_case


def row(case: Case, beginning: str) -> Owed:
    (found,) = (one for line, one in lines(case).items() if line.startswith(beginning))
    return found


def test_today_says_who_tells_a_parent():
    teller = StaffMember("M. Reyes", "Tutor")
    case = case_told(
        told_us(), MUM_OF_AVA, about_telling("mum", Telling.TELL, by="mon", teller=teller)
    )
    assert "Rosa Stone · Ava Stone · M. Reyes tells them" in row(case, "inform").because


def test_who_was_to_tell_a_parent_of_the_first_time_is_not_said_to_tell_of_the_second():
    teller = StaffMember("M. Reyes", "Tutor")
    case = case_told(
        told_us(),
        MUM_OF_AVA,
        about_telling("mum", Telling.TELL, teller=teller),
        again(on="mon 10:00"),
    )
    assert "M. Reyes" not in row(case, "inform").because


def test_what_was_to_happen_next_stands_in_its_own_words():
    case = case_told(told_us(), again())
    assert row(case, "next step").because == "Resurfaced · R. Okafor sees her."


def test_to_whom_it_is_to_be_sent_stays_in_the_entry():
    case = case_told(told_us(extortion=YES), demanded(threatened="Her swimming club."))
    found = row(case, "threatened")
    assert "swimming" not in found.what + found.because


def test_whom_to_tell_in_a_closed_case_says_that_it_is_closed():
    case = case_told(*HANDLED, closed(), talked(on="18d 10:00", harm=YES))
    told = [one for line, one in lines(case).items() if line.startswith("tell ")]
    assert [one.because.startswith("The case is closed · ") for one in told] == [True, True]


def test_what_was_not_said_yet_is_named():
    case = case_told(told_us(extortion=YES), demanded(advice=(AdviceGiven.STOP,)))
    because = row(case, "advice").because
    assert "not to pay, or pay more" in because
    assert "to stop answering" not in because
    assert "bank, where" not in because


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        ((told_us(TWO, no=""), talked(harm=NO)), "Nobody has answered this yet · Ben Marsh"),
        ((told_us(TWO, harm=NOT_KNOWN), talked(harm=NO)), "“Not known” is never “no” · Ben Marsh"),
        ((told_us(TWO), talked(harm=NOT_KNOWN)), "“Not known” is never “no” · Ava Stone"),
        (
            (told_us(TWO), talked("ben", harm=NOT_KNOWN), talked(harm=NOT_KNOWN)),
            "“Not known” is never “no” · Ben Marsh · Ava Stone",
        ),
        ((told_us(TWO, harm=NOT_KNOWN),), "“Not known” is never “no”"),
        ((told_us(TWO, no=""),), "Nobody has answered this yet"),
    ],
)
def test_what_is_to_be_found_out_says_of_whom(said, whom):
    assert row(case_told(*said), "find out harm").because == whom


def test_the_form_on_welfare_begins_with_who_saw_it():
    case = case_told(told_us(), asked_staff(prior=YES))
    given = prefilled_answers(case, StaffWelfare, row(case, "staff welfare").key)
    assert given["who"] == PRIOR


@each_case
def test_what_is_to_be_done_goes_on_in_a_sentence_and_so_has_no_full_stop(path):
    rows = lines(read_case(path, until="review")).values()
    assert rows
    assert not [one.what for one in rows if one.what.endswith(".")]
