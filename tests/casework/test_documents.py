"""Letters: ready or not, issued into the record, and made again as they were."""

import hashlib

import pytest

from app import paths
from app.casework.documents import (
    issue,
    issued_again,
    letter_of,
    prepare,
    readiness,
    set_on_pages,
)
from app.casework.recording import seal
from app.domain.case.case import documents_of
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.note import Note
from app.domain.forms.social_care import ReferralOpened
from app.papers import social_care
from app.practice.casefile import read_case_file
from app.practice.play import play
from tests.casefold import concern
from tests.casework.test_recording import note
from tests.domain.test_case import OPENED

SECTIONS = list("ABCDEFGHIJKLM")


@pytest.fixture
def started(desk):
    """A case with a referral that has just been started, and its id."""
    case = seal(desk, ConcernReceived, concern())
    case = seal(desk, ReferralOpened, OPENED, case=case)
    return case, case.referrals[0].id


@pytest.fixture
def whole(desk, clock):
    """The first practice case, letter and all."""
    file = read_case_file(paths.resources() / "practice" / "01-passed-on.toml")
    clock.at = file.steps[-1].recorded
    return play(desk, file)


def test_a_new_referral_is_open_in_most_sections_and_says_where(desk, started):
    ready = readiness(desk, *started)
    assert [section.letter for section in ready] == SECTIONS
    assert not ready[0].open
    assert sum(bool(section.open) for section in ready) >= 7


def test_each_answer_given_closes_what_was_open(desk, whole):
    still = {
        section.letter: section.open for section in readiness(desk, whole, whole.referrals[0].id)
    }
    assert not any(still[letter] for letter in "ABEHIM")


def test_issuing_writes_an_entry_with_the_digest_of_the_very_bytes(desk, started):
    case, referral = started
    head = desk.casebook.journal.head(case.id).hash.hex()
    issued = issue(desk, case, letter_of(case, referral))
    (entry,) = documents_of(issued.case)
    assert entry.digest == hashlib.sha256(issued.document.pdf).hexdigest()
    assert entry.number == "2026-0001-D1"
    assert entry.record_head == head


def test_an_issued_letter_is_made_again_byte_for_byte_whatever_came_after(desk, started, clock):
    case, referral = started
    issued = issue(desk, case, letter_of(case, referral))
    clock.forward(days=400)
    later = seal(desk, Note, note(), case=issued.case)
    again = issued_again(desk, later, "2026-0001-D1")
    assert again.same
    assert again.pdf == issued.document.pdf


def test_a_letter_that_no_longer_comes_out_the_same_is_not_passed_off_as_issued(
    desk, started, monkeypatch
):
    issued = issue(desk, started[0], letter_of(*started))
    monkeypatch.setattr(social_care, "TITLE", "Another kind of letter")
    assert not issued_again(desk, issued.case, "2026-0001-D1").same


def test_each_issue_has_a_number_of_its_own(desk, started):
    case, referral = started
    first = issue(desk, case, letter_of(case, referral))
    second = issue(desk, first.case, letter_of(case, referral))
    numbers = [document.number for document in documents_of(second.case)]
    assert numbers == ["2026-0001-D1", "2026-0001-D2"]


def test_a_draft_is_not_what_is_issued(desk, started):
    case, referral = started
    draft = set_on_pages(prepare(desk, case, letter_of(case, referral)))
    assert draft.content.issued is None
    assert draft.pdf != issue(desk, case, letter_of(case, referral)).document.pdf
