"""Letters: ready or not, issued into the record, and made again as they were."""

import hashlib

import pytest

from app import paths
from app.casework.documents import issue, letter_of, prepare, readiness, render
from app.casework.recording import seal
from app.domain.case.case import documents_of
from app.domain.forms.any_time import Note
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.social_care import ReferralOpened
from app.papers import social_care
from app.practice.casefile import read_case_file
from tests.casefold import concern
from tests.casework.test_recording import note
from tests.domain.test_case import OPENED
from tests.play import play
from tests.sessions import issued_again

SECTIONS = list("ABCDEFGHIJKLM")


@pytest.fixture
def started(session):
    """A case with a referral that has just been started, and its id."""
    case = seal(session, ConcernReceived, concern())
    case = seal(session, ReferralOpened, OPENED, case=case)
    return case, case.referrals[0].id


@pytest.fixture
def whole(session, clock):
    """The first practice case, letter and all."""
    file = read_case_file(paths.resources() / "practice" / "01-passed-on.toml")
    clock.at = file.steps[-1].recorded
    return play(session, file)


def test_a_new_referral_is_open_in_most_sections_and_says_where(session, started):
    ready = readiness(session, *started)
    assert [section.letter for section in ready] == SECTIONS
    assert not ready[0].open
    assert sum(bool(section.open) for section in ready) >= 7


def test_each_answer_given_closes_what_was_open(session, whole):
    still = {
        section.letter: section.open for section in readiness(session, whole, whole.referrals[0].id)
    }
    assert not any(still[letter] for letter in "ABEHIM")


def test_issuing_writes_an_entry_with_the_digest_of_the_very_bytes(session, started):
    case, referral = started
    head = session.casebook.journal.head(case.id).hash.hex()
    issued = issue(session, case, letter_of(case, referral))
    (entry,) = documents_of(issued.case)
    assert entry.digest == hashlib.sha256(issued.document.pdf).hexdigest()
    assert entry.number == "2026-0001-D1"
    assert entry.record_head == head


def test_an_issued_letter_is_made_again_byte_for_byte_whatever_came_after(session, started, clock):
    case, referral = started
    issued = issue(session, case, letter_of(case, referral))
    clock.forward(days=400)
    later = seal(session, Note, note(), case=issued.case)
    again = issued_again(session, later, "2026-0001-D1")
    assert again.same
    assert again.pdf == issued.document.pdf


def test_a_letter_that_no_longer_comes_out_the_same_is_not_passed_off_as_issued(
    session, started, monkeypatch
):
    issued = issue(session, started[0], letter_of(*started))
    monkeypatch.setattr(social_care, "TITLE", "Another kind of letter")
    assert not issued_again(session, issued.case, "2026-0001-D1").same


def test_each_issue_has_a_number_of_its_own(session, started):
    case, referral = started
    first = issue(session, case, letter_of(case, referral))
    second = issue(session, first.case, letter_of(case, referral))
    numbers = [document.number for document in documents_of(second.case)]
    assert numbers == ["2026-0001-D1", "2026-0001-D2"]


def test_a_draft_is_not_what_is_issued(session, started):
    case, referral = started
    draft = render(prepare(session, case, letter_of(case, referral)))
    assert draft.content.issued is None
    assert draft.pdf != issue(session, case, letter_of(case, referral)).document.pdf
