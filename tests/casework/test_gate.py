"""A document in which somebody else can be told does not leave: no entry, no file, no number."""

import pytest

from app.casework.documents import issue, letter_of, prepare, render, seal_issued, waive
from app.casework.not_issued import Overtaken
from app.casework.recording import Correction, seal
from app.disclosure.leak import LeakFound
from app.disclosure.traces import Trace
from app.domain.case.case import documents_of
from app.domain.forms.any_time import Note
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.sharing import LeakReleased
from app.domain.forms.social_care import ReferralOpened
from app.papers import social_care
from app.papers.kinds import offer_of
from app.vault.events import Action
from tests.casefold import concern
from tests.casework.test_recording import note
from tests.domain.test_case import OPENED
from tests.sessions import issued_again

WHY = "The name of a building."


@pytest.fixture
def told(session):
    """A case whose letter goes to a team with the surname of another learner, Ben Marsh."""
    case = seal(session, ConcernReceived, concern())
    opened = OPENED | {"team": "Marsh House Duty Team", "child": "ava"}
    case = seal(session, ReferralOpened, opened, case=case)
    return case, letter_of(case, case.referrals[0].id)


def refused(session, case, offer):
    with pytest.raises(LeakFound) as found:
        issue(session, case, offer)
    return found.value.leaks


def events(session):
    return [event.action for event in session.casebook.events.tail(50)]


def files_of(folder):
    return {path for path in folder.rglob("*") if path.is_file()}


def test_a_refused_document_leaves_no_entry_no_file_no_event_and_uses_no_number(
    session, told, tmp_path
):
    case, offer = told
    head, files = session.casebook.journal.head(case.id), files_of(tmp_path)
    leaks = refused(session, case, offer)
    assert {(leak.found, leak.trace, leak.person) for leak in leaks} == {
        ("Marsh", Trace.PART, "ben")
    }
    assert session.casebook.journal.head(case.id) == head
    assert files_of(tmp_path) == files
    assert Action.DOCUMENT_ISSUED not in events(session)
    assert prepare(session, case, offer).content.issue.number == "2026-0001-D1"


def test_let_stand_with_a_reason_it_leaves_a_minute_later_under_the_first_number(
    session, told, clock
):
    case, offer = told
    for leak in {leak.place: leak for leak in refused(session, case, offer)}.values():
        case = waive(session, case, offer, leak, WHY)
        clock.forward(minutes=7)
    issued = issue(session, case, offer)
    assert [one.number for one in documents_of(issued.case)] == ["2026-0001-D1"]
    assert {form.why for form in issued.case.all_of(LeakReleased)} == {WHY}
    assert issued_again(session, issued.case, "2026-0001-D1").same


def test_without_a_reason_nothing_is_let_stand(session, told):
    case, offer = told
    with pytest.raises(ValueError, match="not ready"):
        waive(session, case, offer, refused(session, case, offer)[0], "")


def test_what_stands_for_one_reader_stands_for_no_other(session, told):
    case, offer = told
    for leak in refused(session, case, offer):
        answers = {"document": "Card", "readers": "learner", "reader": "ava", "why": WHY}
        said = answers | {"found": leak.found, "around": leak.around}
        case = seal(session, LeakReleased, said, case=case)
    assert refused(session, case, offer)


def test_put_right_in_the_record_it_leaves(session, told):
    case, offer = told
    right = OPENED | {"team": "Exampleshire Duty Team", "child": "ava"}
    why = Correction(case.referrals[0].id, "Another name of the building.")
    case = seal(session, ReferralOpened, right, case=case, correction=why)
    assert issue(session, case, letter_of(case, offer.subject.entry)).document.pages


def test_what_was_overtaken_by_the_record_is_not_issued(session, told):
    case, _ = told
    final = prepare(session, case, offer_of(case, "case_summary"), draft=False)
    made = render(final)
    seal(session, Note, note(), case=case)
    with pytest.raises(Overtaken):
        seal_issued(session, final, made)


def test_an_issued_letter_that_comes_out_otherwise_is_read_again_before_anybody_sees_it(
    session, told, monkeypatch
):
    case, offer = told
    for leak in {leak.place: leak for leak in refused(session, case, offer)}.values():
        case = waive(session, case, offer, leak, WHY)
    case = issue(session, case, offer).case
    monkeypatch.setattr(social_care, "TITLE", "Referral, and what Ben said")
    with pytest.raises(LeakFound):
        issued_again(session, case, "2026-0001-D1")
