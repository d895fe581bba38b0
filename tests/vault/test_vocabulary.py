"""The words ever written: each once, with what wrote it, and a program that knows less says so."""

from dataclasses import replace

import pytest
from sqlcipher3 import dbapi2 as driver

from app.vault.errors import MadeByNewerVersion, VaultError
from app.vault.events import Action
from app.vault.vocabulary import Word, WordKind

from .invented import KNOWN, LANGUAGE, entry, new_casebook, raw
from .test_drafts import draft

FORM = Word(WordKind.FORM, "concern/1")
OPEN = Word(WordKind.CHOICE, "concern/1.state=open")
SETTING = Word(WordKind.SETTING, "college")
DISCARDED = Word(WordKind.ACTION, Action.DRAFT_DISCARDED)


def words(book):
    return {Word(*row) for row in book._db.rows("SELECT kind, word FROM vocabulary")}


def write(book, word):
    """Write something that holds this word, as a user would."""
    match word:
        case Word(WordKind.SETTING):
            book.settings.put("college", "Another College")
        case Word(WordKind.ACTION):
            book.drafts.save(draft(book, "gone"))
            book.drafts.discard("gone")
        case _:
            book.journal.append([entry(body={"state": "open"})])


@pytest.mark.parametrize("word", [FORM, OPEN, SETTING, DISCARDED], ids=lambda word: word.kind)
def test_a_program_that_does_not_know_a_word_says_so_at_unlock(folder, clock, reopen, word):
    with new_casebook(folder, clock) as book:
        write(book, word)
        assert word in words(book)
    less = replace(LANGUAGE, known=KNOWN - {word})
    before = (folder / "gen-0001" / "records.db").read_bytes()
    with pytest.raises(MadeByNewerVersion, match="newer version"):
        reopen(folder, language=less)
    assert (folder / "gen-0001" / "records.db").read_bytes() == before
    reopen(folder).close()


def test_a_word_is_written_with_the_entry_and_not_when_the_entry_is_not(book, monkeypatch):
    with monkeypatch.context() as failing:
        failing.setattr(book.journal._projections, "project", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            book.journal.append([entry(body={"state": "open"})])
    assert not {FORM, OPEN} & words(book)
    book.journal.append([entry(body={"state": "open"})])
    assert {FORM, OPEN} <= words(book)


def test_a_draft_says_its_words_too(book):
    book.drafts.save(draft(book, answers=b'{"state":"closed"}'))
    assert {FORM, Word(WordKind.CHOICE, "concern/1.state=closed")} <= words(book)


def test_nothing_but_words_of_the_program_is_ever_written(book):
    book.journal.append([entry(words="Robin", body={"state": "a state of their own"})])
    book.settings.put("own.clock.exampleshire", "24")
    assert words(book) <= KNOWN


def test_what_is_written_already_is_not_written_again(book):
    book.journal.append([entry(body={"state": "open"})])
    asked = []
    book._db._connection.set_trace_callback(asked.append)
    book.journal.append([entry(body={"state": "open"})])
    book.drafts.save(draft(book))
    book._db._connection.set_trace_callback(None)
    assert any("INSERT INTO entry" in statement for statement in asked)
    assert [statement for statement in asked if "INTO vocabulary" in statement] == []
    assert [statement for statement in asked if "FROM vocabulary" in statement] == []


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE vocabulary SET word = 'concern/2' WHERE kind = 'form'",
        "DELETE FROM vocabulary",
        "INSERT OR REPLACE INTO vocabulary SELECT kind, word, zeroblob(32) FROM vocabulary",
    ],
)
def test_a_word_is_never_changed_or_removed(made, harm):
    connection = raw(made)
    with pytest.raises(driver.DatabaseError, match="a word"):
        connection.execute(harm)
    connection.close()


def test_no_part_of_the_program_can_change_or_remove_one(book):
    for harm in ("UPDATE vocabulary SET word = 'x'", "DELETE FROM vocabulary"):
        with pytest.raises((driver.DatabaseError, VaultError)):
            book._db.run(harm)


def test_a_word_put_in_from_outside_shuts_nobody_out_and_is_found(made, reopen):
    connection = raw(made)
    connection.execute("INSERT INTO vocabulary VALUES ('form', 'concern/2', zeroblob(32))")
    connection.close()
    with reopen(made) as book:
        (fault,) = book.verify()
        assert "words" in fault.what


def test_a_lost_word_loses_the_sentence_and_nothing_else(made, reopen):
    connection = raw(made)
    connection.execute("DROP TRIGGER vocabulary_is_never_removed")
    connection.execute("DELETE FROM vocabulary WHERE kind = 'form'")
    connection.execute(
        "CREATE TRIGGER vocabulary_is_never_removed BEFORE DELETE ON vocabulary\n"
        "BEGIN SELECT RAISE(ABORT, 'a word once written is never removed'); END"
    )
    connection.close()
    with reopen(made, language=replace(LANGUAGE, known=KNOWN - {FORM})) as book:
        assert book.verify() == ()
        book.journal.append([entry()])
    with reopen(made) as book:
        assert FORM not in words(book)
        book.journal.append([entry()])
        assert FORM in words(book)
