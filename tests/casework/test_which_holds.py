"""Which of two answers holds is sealed with the entry that made them disagree, or neither is."""

from uuid import uuid4

import pytest

from app.casework import drafts
from app.casework.drafts import FormDraft
from app.casework.recording import seal, what_is_missing
from app.domain.forms.any_time import Holds, SignsFound, WhichHolds
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.moments import moment
from app.domain.kit.record import Audience
from tests.casefold import DSL, NOW, concern
from tests.domain.people_of_two import TALKED

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
NO_HARM = {"found_at": moment(NOW), "found_by": DSL, "how": "Asked her.", "harm": NO}
HELD = {"holds": Holds.EARLIER, "why": "She would not say it before her mother."}


@pytest.fixture
def case(session):
    return seal(session, ConcernReceived, concern(harm=YES))


def test_an_answer_that_disagrees_is_not_sealed_before_it_is_said_which_holds(session, case):
    missing = what_is_missing(SignsFound, NO_HARM, session.now(), case)
    assert [one.name for one in missing] == ["holds", "why"]
    with pytest.raises(ValueError, match="not ready"):
        seal(session, SignsFound, NO_HARM, case=case)
    assert what_is_missing(SignsFound, NO_HARM, session.now(), case, held=HELD) == ()


def test_it_is_sealed_with_the_entry_and_says_which_answers_and_why(session, case):
    case = seal(session, SignsFound, NO_HARM, case=case, held=HELD)
    (_, found, held) = case.entries
    assert isinstance(held.form, WhichHolds)
    assert held.form.said.startswith(
        "In immediate danger today: this says “no”, and “Concern received”"
    )
    assert (held.form.this, held.form.earlier) == (found.root, case.entries[0].root)
    assert (held.form.why, held.sealed.audience) == (HELD["why"], Audience.DSL)
    assert case.stands.newest(Fact.DANGER).answer is YES


def test_sealing_twice_under_one_id_records_both_once(session, case):
    entry = str(uuid4())
    first = seal(session, SignsFound, NO_HARM, case=case, held=HELD, entry=entry)
    assert seal(session, SignsFound, NO_HARM, case=case, held=HELD, entry=entry) == first
    assert len(first.entries) == 3


def test_where_nothing_disagrees_nothing_is_asked_and_nothing_more_is_sealed(session, case):
    talked = seal(session, LearnerConversation, TALKED | {"learner": "ben"}, case=case, held=HELD)
    assert len(talked.entries) == 2


def test_a_draft_keeps_which_holds_as_far_as_it_was_typed(session, case):
    typed = FormDraft(
        id=drafts.new_draft(),
        form=SignsFound,
        answers=NO_HARM,
        updated=NOW,
        case=case.id,
        held={"holds": "earlier"},
    )
    drafts.keep(session, typed)
    (kept,) = drafts.kept(session)
    assert kept.held == {"holds": "earlier"}
