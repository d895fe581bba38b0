"""Drafts: whatever was typed comes back, to its writer only."""

from datetime import timedelta

import pytest

from app.vault.casebook import NewUser
from app.vault.drafts import Draft
from app.vault.errors import TooLong

from .invented import CHEAP, PASSPHRASE, START, entry


def draft(book, name="d1", answers=b'{"words":"half a sen"}', **more):
    return Draft(
        **{
            "id": name,
            "user": book.user.user,
            "case": None,
            "form": "concern",
            "version": 1,
            "corrects": None,
            "answers": answers,
            "updated": START,
        }
        | more
    )


def test_a_draft_survives_closing_byte_for_byte(made, reopen):
    with reopen(made) as book:
        kept = draft(book, answers='{"words":"zażółć \\u0000 🙂"}'.encode())
        book.drafts.save(kept)
    with reopen(made) as book:
        assert book.drafts.mine() == (kept,)
        assert book.drafts.get("d1") == kept


def test_the_latest_state_of_a_draft_is_kept_and_drafts_come_newest_first(book):
    book.drafts.save(draft(book))
    book.drafts.save(draft(book, "d2", updated=START + timedelta(seconds=1)))
    book.drafts.save(draft(book, answers=b"{}", case="case-1", updated=START + timedelta(1)))
    assert [each.id for each in book.drafts.mine()] == ["d1", "d2"]
    assert book.drafts.get("d1").case == "case-1"


def test_sealing_drops_its_draft_in_the_same_step(book):
    book.drafts.save(draft(book))
    book.drafts.save(draft(book, "other"))
    book.journal.append([entry()], settles="d1")
    assert [each.id for each in book.drafts.mine()] == ["other"]


def test_a_draft_stays_when_its_entry_cannot_be_sealed(book):
    book.drafts.save(draft(book))
    with pytest.raises(TooLong):
        book.journal.append([entry(words="x" * 200_001)], settles="d1")
    assert book.drafts.get("d1")


def test_discarding_is_logged_once_without_words(book):
    book.drafts.save(draft(book))
    book.drafts.discard("d1")
    book.drafts.discard("d1")
    event = book.events.tail(1)[0]
    assert (event.action, event.detail) == ("draft_discarded", {"draft": "d1"})
    assert [each.action for each in book.events.tail(9)].count("draft_discarded") == 1


def test_drafts_of_another_user_are_neither_shown_nor_touched(made, reopen):
    with reopen(made) as book:
        book.drafts.save(draft(book))
        first = book.user.user
        other = book.access.add(NewUser("Sam", "Deputy"), "theirs", own=PASSPHRASE, cost=CHEAP)
    with reopen(made, "theirs", user=other) as book:
        assert book.drafts.mine() == ()
        assert book.drafts.get("d1") is None
        book.drafts.discard("d1")
        book.journal.append([entry()], settles="d1")
        with pytest.raises(ValueError, match="own drafts"):
            book.drafts.save(draft(book, answers=b"{}"))
        with pytest.raises(ValueError, match="own drafts"):
            book.drafts.save(draft(book, user=first))
        assert book.verify() == ()
    with reopen(made, user=first) as book:
        assert book.drafts.get("d1").answers == b'{"words":"half a sen"}'
