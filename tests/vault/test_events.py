"""The log: what it keeps, what it refuses, and the wait after failed unlocks."""

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.vault.casebook import wait_before_next_try
from app.vault.errors import ImageryRefused, VaultError, WrongPassphrase
from app.vault.events import Action
from app.vault.failures import failures

from .invented import START, entry, raw


def test_an_event_says_who_when_what_and_of_which_case(book):
    book.events.note(Action.CASE_READ, "case-1")
    event = book.events.tail(1)[0]
    assert (event.actor, event.at, event.case) == (book.user.user, START, "case-1")
    assert book.events.head()[0] == event.seq


def test_the_end_of_a_session_is_signed_by_its_user_and_nothing_else_of_the_log(made):
    connection = raw(made)
    (public,) = connection.execute("SELECT public_key FROM user").fetchone()
    events = connection.execute(
        "SELECT sealed ->> '$.action', mac, signature FROM event"
    ).fetchall()
    connection.close()
    signed = [(action, mac, signature) for action, mac, signature in events if signature]
    assert [action for action, _, _ in signed] == [Action.LOCKED] == [events[-1][0]]
    for _, mac, signature in signed:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, mac)


@pytest.mark.parametrize("detail", [{"why": "free text"}, {"a b": "x"}, {"x": "a" * 129}])
def test_free_text_never_enters_the_log(book, detail):
    with pytest.raises(ValueError, match="identifiers"):
        book.events.note(Action.DOCUMENT_ISSUED, "case-1", detail)


def test_the_log_and_lists_of_an_entry_are_one_step_with_it(book, monkeypatch):
    def fail(*_args):
        raise RuntimeError

    monkeypatch.setattr(book.journal._projections, "project", fail)
    before = book.events.head()
    with pytest.raises(RuntimeError):
        book.journal.append([entry()])
    assert book.events.head() == before
    assert book.journal.entries("case-1") == ()


def test_a_clock_set_back_is_logged_before_what_follows(book, clock):
    clock.go(-60)
    book.events.note(Action.CASE_READ)
    assert book.events.tail(2)[0].action == "unlocked"
    clock.go(-3600)
    book.journal.append([entry()])
    stepped, sealed = book.events.tail(2)
    assert (stepped.action, stepped.detail) == ("clock_stepped_back", {"seconds": "3600"})
    assert sealed.action == "entry_sealed"


def settings_noted(book):
    noted = [event for event in book.events.tail(9) if event.action == "setting_changed"]
    assert {event.detail["setting"] for event in noted} == {"college"}
    return [(event.words["old"], event.words["new"]) for event in noted]


def test_a_setting_is_logged_with_what_was_and_is_and_only_when_it_changes(book):
    before = book.settings.get("college")
    book.settings.put("college", "Another College")
    book.settings.put("college", "Another College")
    book.settings.forget("college")
    book.settings.forget("college")
    assert book.settings.all() == {}
    assert settings_noted(book) == [(before, "Another College"), ("Another College", "")]


def test_the_longest_setting_still_fits_the_log(book):
    quoted, slashed = '"" ' * 6000, "\\\\ " * 6000
    book.settings.put("college", quoted)
    book.settings.put("college", slashed)
    assert settings_noted(book)[-1] == (quoted[:800], slashed[:800])
    assert book.events.verify() == ()


def test_words_stand_in_the_log_for_settings_and_warnings_alone(book):
    with pytest.raises(ValueError, match="alone"):
        book.events.note(Action.CASE_READ, "case-1", None, {"why": "free text"})
    with pytest.raises(ImageryRefused):
        book.events.note(Action.SETTING_CHANGED, None, None, {"new": "data:image/png;base64,x"})


def test_closing_succeeds_even_when_nothing_can_be_written(book, monkeypatch):
    def fail(*_args):
        raise VaultError

    monkeypatch.setattr(book.events, "note", fail)
    book.close()
    book.close()


def test_the_wait_grows_after_five_failures_and_ends_with_an_unlock(made, reopen, clock):
    waits = []
    for _ in range(12):
        with pytest.raises(WrongPassphrase):
            reopen(made, "wrong")
        waits.append(wait_before_next_try(made, clock()))
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30]
    assert wait_before_next_try(made, clock() + timedelta(seconds=12)) == 18
    assert wait_before_next_try(made, clock() + timedelta(days=1)) == 0
    assert wait_before_next_try(made, clock() - timedelta(days=1)) == 30
    with reopen(made) as book:
        kept = [event for event in book.events.tail(20) if event.action == "unlock_failed"]
        assert len(kept) == 12
    assert wait_before_next_try(made, clock()) == 0


def test_a_torn_line_among_the_failures_is_left_out(made, reopen):
    with pytest.raises(WrongPassphrase):
        reopen(made, "wrong")
    with (made / "failures").open("ab") as file:
        file.write(b'{"at":"2026-')
    assert len(failures(made)) == 1
    reopen(made).close()
