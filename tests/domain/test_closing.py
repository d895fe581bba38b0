"""Closing, what never reopens a case, and what does."""

import pytest

from app.domain.case.case import State, fold_case
from app.domain.case.imagery import Viewing, viewing
from app.domain.forms.any_time import Note, SignsFound
from app.domain.forms.close import CaseClosed, CaseReopened, Resurfaced
from app.domain.forms.decision import DecisionMade
from app.domain.forms.device import DeviceMoved, DeviceTaken, Movement
from app.domain.forms.viewing import ViewingRecorded
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from app.domain.kit.stage import Stage
from app.domain.owed.progress import StageProgress, progress
from app.domain.owed.summary_of import summarise
from app.domain.owed.table import in_words, left_at_closing, owed_in
from app.domain.rules.time_limits import TimeLimits
from tests.casefold import DSL, NOW, concern_case, sealed
from tests.domain.gate_answers import ALL_NO, AT, CLOSED, COLLEGE, TAKEN, VIEWED, ending
from tests.domain.test_ages import AGAIN

SHUT = (*ending(), (CaseClosed, CLOSED))
NOTE = {"at": AT, "what": "Her mother rang.", "why": "She asked for it."}
OPENED = {"reopened_at": AT, "reopened_by": DSL, "why": "New facts.", "next_step": "Meet."}
YES_NOW = {"found_at": AT, "found_by": DSL, "how": "She said so.", "harm": YesNoUnknown.YES}


@pytest.mark.parametrize(
    ("after", "state"),
    [
        ((), State.CLOSED),
        (((Note, NOTE),), State.CLOSED),
        (((SignsFound, YES_NOW),), State.CLOSED),
        (((CaseReopened, OPENED),), State.OPEN),
        (((Resurfaced, AGAIN | {"told_at": moment(NOW)}),), State.OPEN),
        (((CaseReopened, OPENED), (CaseClosed, CLOSED)), State.CLOSED),
        (((CaseReopened, OPENED), (Note, NOTE)), State.OPEN),
    ],
)
def test_only_reopening_and_resurfacing_open_a_closed_case(after, state):
    case = concern_case(*SHUT, *after, **ALL_NO)
    assert case.state is state
    done = state is State.CLOSED and (SignsFound, YES_NOW) not in after
    assert (progress(case)[Stage.CLOSE] is StageProgress.DONE) is done


def test_a_correction_of_the_closing_entry_keeps_the_case_as_it_is():
    case = concern_case(*SHUT, (CaseReopened, OPENED), **ALL_NO)
    put_right = sealed(CaseClosed, CLOSED, seq=9, corrects="entry-5")
    assert fold_case([entry.sealed for entry in case.entries] + [put_right]).state is State.OPEN


def test_a_closed_case_has_nothing_due_until_a_sign_is_answered_yes():
    quiet = concern_case(*SHUT, **ALL_NO)
    summary = summarise([entry.sealed for entry in quiet.entries], TimeLimits({}))
    assert (summary.due, summary.state, summary.stage) == ((), "closed", "Closed")
    (row,) = owed_in(concern_case(*SHUT, (SignsFound, YES_NOW), **ALL_NO))
    assert row.form is CaseReopened


def test_the_review_of_a_decision_is_named_once():
    case = concern_case((DecisionMade, COLLEGE))
    open_still = in_words(case, left_at_closing(case))
    assert [one for one in open_still if "decision" in one] == ["the review of the decision"]


def test_a_recorded_viewing_is_said_truthfully():
    assert viewing(concern_case((ViewingRecorded, VIEWED))) is Viewing.VIEWED


@pytest.mark.parametrize(
    ("movement", "standing"),
    [
        (Movement.CHECKED, StageProgress.STARTED),
        (Movement.STORED, StageProgress.STARTED),
        (Movement.POLICE, StageProgress.DONE),
        (Movement.RETURNED, StageProgress.DONE),
    ],
)
def test_a_device_stays_in_custody_until_it_goes_to_the_police_or_back(movement, standing):
    moved = {
        "device": "entry-2",
        "moved_at": AT,
        "movement": movement,
        "moved_by": DSL,
        "went_to": "There",
        "seal_whole": YesNoUnknown.YES,
        "officer": "PC 4417",
        "receipt": "Signed",
        "why": "Agreed.",
    }
    case = concern_case((DeviceTaken, TAKEN), (DeviceMoved, moved))
    assert progress(case)[Stage.IMAGERY] is standing
