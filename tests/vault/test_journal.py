"""Entries: sealed once, in order, never changed."""

from datetime import UTC, datetime

import msgspec
import pytest
from sqlcipher3 import dbapi2 as driver

from app.vault.errors import ImageryRefused, TooLong

from .invented import START, entry, raw

COLUMNS = "position, case_id, seq, id, sealed, prev, hash, signature"


def test_an_entry_comes_back_as_it_was_sealed(made, reopen):
    with reopen(made) as book:
        (sealed,) = book.journal.entries("case-1")
        assert (sealed.number, sealed.seq, sealed.recorded) == ("2026-0001", 1, START)
        assert sealed.author == book.user
        assert msgspec.json.decode(sealed.body)["words"].startswith("Alicja")
        assert book.verify() == ()


def test_what_append_gives_is_what_entries_give(book):
    sealed = book.journal.append([entry(), entry(words="Then more.")])
    assert sealed == book.journal.entries("case-1")
    assert [each.seq for each in sealed] == [1, 2]
    assert book.journal.head("case-1").seq == 2


def test_each_new_case_gets_the_next_number_of_the_year_in_london(book, clock):
    clock.at = datetime(2026, 12, 31, 23, 59, tzinfo=UTC)
    first, second = book.journal.append([entry("a"), entry("b")])
    clock.go(120)
    (third,) = book.journal.append([entry("c")])
    assert [e.number for e in (first, second, third)] == ["2026-0001", "2026-0002", "2027-0001"]


def test_sealing_the_same_entry_again_keeps_one(book, clock):
    same = entry()
    first = book.journal.append([same])
    clock.go(60)
    assert book.journal.append([same, same]) == first * 2
    assert len(book.journal.entries("case-1")) == 1


def test_the_same_id_with_other_words_is_refused_and_nothing_is_sealed(book):
    book.journal.append([entry(id="one")])
    with pytest.raises(ValueError, match="other content"):
        book.journal.append([entry(id="two"), entry(id="one", words="Other words.")])
    assert len(book.journal.entries("case-1")) == 1
    assert book.verify() == ()


def test_a_text_beyond_the_limit_is_refused_with_a_sentence(book):
    with pytest.raises(TooLong) as told:
        book.journal.append([entry(words="a" * 200_001)])
    assert "Divide" in told.value.sentence
    assert book.journal.entries("case-1") == ()


def test_an_embedded_picture_is_refused(book):
    with pytest.raises(ImageryRefused):
        book.journal.append([entry(words="see Data:Image/png;base64,iVBORw0KGgo")])


@pytest.mark.parametrize(
    "words",
    [
        "a < b & c",
        "“quotes” ‘and’ — dashes",
        "Zażółć gęślą jaźń",
        "日本語 🙂",
        "a\x00b\nc",
        "ﷺ" * 99,
    ],
)
def test_any_words_come_back_unchanged(book, words):
    (sealed,) = book.journal.append([entry(words=words)])
    assert msgspec.json.decode(sealed.body)["words"] == words
    assert book.verify() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET sealed = sealed",
        "DELETE FROM entry",
        f"INSERT OR REPLACE INTO entry ({COLUMNS}) SELECT {COLUMNS} FROM entry",
        "UPDATE event SET mac = mac",
        "DELETE FROM event",
        "UPDATE casefile SET serial = 7",
        "DELETE FROM casefile",
    ],
)
def test_the_record_refuses_to_be_changed_even_behind_the_program(made, statement):
    connection = raw(made)
    with pytest.raises(driver.IntegrityError):
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("seq", "name", "prev"),
    [
        pytest.param("seq + 2", "'x'", "hash", id="after a gap"),
        pytest.param("seq + 1", "'x'", "zeroblob(32)", id="with another chain"),
        pytest.param("seq + 1", "id", "hash", id="in the place of another"),
    ],
)
def test_a_row_that_does_not_follow_the_last_is_refused(made, seq, name, prev):
    connection = raw(made)
    with pytest.raises(driver.IntegrityError, match="follows"):
        connection.execute(
            "INSERT OR REPLACE INTO entry (case_id, seq, id, sealed, prev, hash, signature)"
            f" SELECT case_id, {seq}, {name}, json_set(sealed, '$.seq', {seq}, '$.id', {name}),"
            f" {prev}, hash, signature FROM entry"
        )
    connection.close()


def test_a_case_is_removed_with_a_permit_and_only_that_case(made):
    connection = raw(made)
    connection.execute("INSERT INTO disposal_permit VALUES ('case-1', '2026-11-19')")
    assert connection.execute("DELETE FROM entry").rowcount == 1
    connection.close()
