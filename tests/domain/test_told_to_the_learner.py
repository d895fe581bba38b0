"""What a learner has not been told yet is owed to them, until somebody tells them."""

import pytest

from app.domain.forms.any_time import Note
from app.domain.forms.bodies import BodyContact, BodyReferralOpened
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.copies import CopiesFound, CopyState, HolderKind, HowKnown
from app.domain.forms.extortion import AiMadeImagery, DemandsRecorded
from app.domain.forms.outcome import BodyOutcome, OutcomeFor
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.keys import DueKind
from app.domain.owed.table import owed_in
from tests.casefold import DSL, concern_case
from tests.domain.people_of_two import ANSWERED, AT, CALLED, DEMANDS, POLICE, TALKED

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
MADE = {"learner": "ava", "by": DSL, "at": AT, "described": "A picture of her face.", "done": "."}
UNAWARE = (AiMadeImagery, MADE | {"aware": NO})
SILENT = (LearnerConversation, TALKED | {"told_limits": NO})
OUTCOME = (
    (BodyReferralOpened, POLICE),
    (BodyContact, CALLED),
    (BodyOutcome, ANSWERED | {"checks_told": NO}),
)


def owed(*steps):
    kinds = {DueKind.AWARE, DueKind.LIMITS, DueKind.CHECKS}
    return {row.key.write(): row for row in owed_in(concern_case(*steps)) if row.key.kind in kinds}


@pytest.mark.parametrize(
    ("steps", "key"),
    [
        ((UNAWARE,), "aware:ava"),
        ((SILENT,), "limits:ava"),
        (OUTCOME, "checks:entry-2"),
    ],
)
def test_a_no_is_owed_and_a_note_or_a_reason_settles_it(steps, key):
    (row,) = owed(*steps).values()
    assert row.key.write() == key
    assert row.aside
    note = {"at": AT, "what": "Told.", "why": "They should hear it from us.", "settles": key}
    assert not owed(*steps, (Note, note))


def test_what_is_to_be_said_of_checks_is_owed_to_whom_the_outcome_is_for():
    whom = (OutcomeFor(who="ben"),)
    (row,) = owed(
        *OUTCOME[:2], (BodyOutcome, ANSWERED | {"checks_told": NO, "for_whom": whom})
    ).values()
    assert row.about == ("ben",)
    assert "Ben Marsh" in row.because


@pytest.mark.parametrize("said", [None, YES, YesNoUnknown.NOT_KNOWN])
def test_nothing_else_is_owed_for_any_other_answer(said):
    assert not owed((AiMadeImagery, MADE | {"aware": said}))
    assert not owed((LearnerConversation, TALKED | {"told_limits": said}))
    assert not owed(*OUTCOME[:2], (BodyOutcome, ANSWERED | {"checks_told": said}))


def test_a_conversation_tells_the_learner_shown_and_a_later_yes_counts():
    assert not owed(UNAWARE, (LearnerConversation, TALKED))
    assert owed(UNAWARE, (LearnerConversation, TALKED | {"learner": "ben"}))
    assert not owed(SILENT, (LearnerConversation, TALKED | {"told_limits": YES}))
    assert owed(SILENT, (LearnerConversation, TALKED))  # it does not say so again


ROW = {"held_by": HolderKind.GROUP, "name": "Y11", "state": CopyState.KNOWN}
FOUND = (CopiesFound, {"copies": (ROW,), "at": AT, "how": HowKnown.LEARNER})


def test_a_threat_that_was_carried_out_asks_where_copies_are():
    def asks(*steps):
        return [row for row in owed_in(concern_case(FOUND, *steps)) if row.key.kind == "copies"]

    done = (DemandsRecorded, DEMANDS | {"carried_out": YES})
    assert not asks((DemandsRecorded, DEMANDS))
    assert asks(done)
    assert not asks(done, FOUND)
