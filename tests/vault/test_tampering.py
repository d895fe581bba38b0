"""What somebody changes behind the program's back is found, and where."""

from hashlib import sha256

import pytest

from app.vault.errors import LogAltered
from app.vault.keyfile import read_keys
from app.vault.keys import open_slot, signer_of

from .invented import CHEAP, PASSPHRASE, entry, new_casebook, raw

UNGUARDED = (
    "entry_is_never_changed",
    "entry_is_removed_by_disposal_only",
    "entry_follows_the_last",
    "event_is_never_changed",
    "event_is_never_removed",
    "casefile_is_never_removed",
)


@pytest.fixture
def five(folder, clock):
    with new_casebook(folder, clock) as book:
        for number in range(1, 6):
            book.journal.append([entry(words=f"Entry {number}.")])
        book.journal.append([entry("case-2")])
    return folder


def tamper(folder, *statements):
    """Change the file with every trigger off, then put the triggers back."""
    connection = raw(folder)
    connection.execute("PRAGMA foreign_keys = OFF")
    kept = [
        connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]
        for name in UNGUARDED
    ]
    for name in UNGUARDED:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        assert connection.execute(statement).rowcount
    for sql in kept:
        connection.execute(sql)
    connection.close()


SWAP = (
    "UPDATE entry SET seq = 99, sealed = json_set(sealed, '$.seq', 99) WHERE seq = 2",
    "UPDATE entry SET seq = 2, sealed = json_set(sealed, '$.seq', 2) WHERE seq = 3",
    "UPDATE entry SET seq = 3, sealed = json_set(sealed, '$.seq', 3) WHERE seq = 99",
)


@pytest.mark.parametrize(
    ("statements", "at", "said"),
    [
        (["UPDATE entry SET sealed = replace(sealed, 'Entry 2', 'Entry 9')"], 2, "altered"),
        (["UPDATE entry SET sealed = replace(sealed, 'Jo Lead', 'Al Else')"], 1, "altered"),
        (["DELETE FROM entry WHERE case_id = 'case-1' AND seq = 3"], 3, "removed"),
        (["DELETE FROM entry WHERE case_id = 'case-1' AND seq = 5"], 5, "removed"),
        (["DELETE FROM entry WHERE case_id = 'case-1'"], 1, "removed"),
        (
            [
                "DELETE FROM entry WHERE case_id = 'case-1'",
                "DELETE FROM case_row WHERE case_id = 'case-1'",
                "DELETE FROM casefile WHERE case_id = 'case-1'",
            ],
            1,
            "removed",
        ),
        (SWAP, 2, "exchanged"),
        (["UPDATE entry SET signature = randomblob(64) WHERE seq = 4"], 4, "signature"),
        (
            [
                "UPDATE entry SET sealed = replace(sealed, 'Entry 5', 'Entry 9') WHERE seq = 5",
                "UPDATE entry SET hash = randomblob(32) WHERE seq = 5",
            ],
            5,
            "altered",
        ),
    ],
)
def test_a_change_to_the_record_is_found_where_it_is(five, reopen, statements, at, said):
    tamper(five, *statements)
    with reopen(five) as book:
        fault = book.verify()[0]
        assert (fault.number, fault.seq) == ("2026-0001", at)
        assert said in fault.what


def test_an_entry_that_its_own_author_sealed_anew_is_found(five, reopen):
    (slot,) = (keys := read_keys(five)).slots
    contents = open_slot(slot, PASSPHRASE, casebook=keys.casebook, least=CHEAP)
    connection = raw(five)
    last = connection.execute("SELECT prev, sealed FROM entry WHERE case_id = 'case-1' AND seq = 5")
    prev, sealed = last.fetchone()
    connection.close()
    anew = sealed.replace("Entry 5", "Entry 9")
    digest = sha256(prev + anew.encode()).digest()
    signature = signer_of(contents).sign(digest)
    tamper(
        five,
        "UPDATE entry SET sealed = replace(sealed, 'Entry 5', 'Entry 9'),"
        f" hash = x'{digest.hex()}', signature = x'{signature.hex()}'"
        " WHERE case_id = 'case-1' AND seq = 5",
    )
    with reopen(five) as book:
        (fault,) = book.verify()
        assert (fault.number, fault.seq, "log" in fault.what) == ("2026-0001", 5, True)


def test_an_entry_that_the_log_does_not_know_is_found(five, reopen):
    tamper(five, "DELETE FROM event WHERE sealed ->> '$.detail.seq' = '5'")
    with reopen(five, accepting=[LogAltered]) as book:
        (fault,) = book.journal.verify("case-1")
        assert (fault.seq, "log" in fault.what) == (5, True)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE event SET sealed = json_set(sealed, '$.actor', 'else') WHERE seq = 3", "altered"),
        ("DELETE FROM event WHERE seq = 3", "missing"),
        ("DELETE FROM event WHERE seq = 1", "missing"),
    ],
)
def test_a_change_to_the_log_stops_the_unlock_until_accepted(five, reopen, statement, said):
    tamper(five, statement)
    with pytest.raises(LogAltered) as told:
        reopen(five)
    assert "altered" in told.value.sentence
    with reopen(five, accepting=[LogAltered]) as book:
        assert said in book.events.verify()[0].what
        assert [event.action for event in book.events.tail(2)] == ["warning_accepted", "unlocked"]


def test_a_user_key_that_was_exchanged_is_found(five, reopen):
    tamper(five, "UPDATE user SET public_key = randomblob(32)")
    with reopen(five) as book:
        assert any("key" in fault.what for fault in book.verify())


def test_an_untouched_casebook_has_no_fault(five, reopen):
    with reopen(five) as book:
        assert book.verify() == ()
