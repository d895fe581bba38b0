"""Lists, clocks, people and search: made of entries, and remakable from them."""

import re
import shutil
from datetime import timedelta

import pytest

from app.vault.errors import ListsDamaged
from tests.grids import in_each

from .invented import START, Clock, entry, new_casebook, raw


@pytest.fixture(scope="module")
def filled_once(tmp_path_factory):
    """A casebook with six concerns about five people, a minute apart, closed."""
    folder, clock = tmp_path_factory.mktemp("filled") / "casebook", Clock()
    names = ["Alicja Nowak", "Alice Nowell", "Zoë O'Brien", "Jo", "Mohammed al-Rashid"]
    with new_casebook(folder, clock) as book:
        for number, name in enumerate(names):
            person = {"person": f"p{number}", "name": name}
            book.journal.append([entry(f"case-{number}", f"About {name}.", body=person)])
            clock.go(60)
        closing = {"person": "p0", "name": "Alicja Kowalska (was Nowak)", "state": "closed"}
        book.journal.append([entry("case-4", "A second concern.", body=closing)])
    return folder


@pytest.fixture
def filled(filled_once, folder, clock):
    """A copy of it, and the clock where it was left."""
    shutil.copytree(filled_once, folder)
    clock.go(5 * 60)
    return folder


@pytest.fixture
def session(filled, reopen):
    with reopen(filled) as book:
        yield book


def test_cases_come_newest_first_by_state_and_in_pages(session):
    assert [row.number[-1] for row in session.lists.cases()] == list("54321")
    assert [row.number[-1] for row in session.lists.cases(limit=2, offset=1)] == list("43")
    assert [row.case for row in session.lists.cases("closed")] == ["case-4"]
    assert session.lists.case_of("2026-0002") == "case-1"


def test_a_summary_is_kept_whole(session):
    kept = session.lists.summary("case-4")
    assert [row.name for row in kept.people] == [
        "Mohammed al-Rashid",
        "Alicja Kowalska (was Nowak)",
    ]
    assert [row.text for row in kept.texts] == ["About Mohammed al-Rashid.", "A second concern."]
    assert session.lists.summary("nobody") is None


def test_what_is_due_comes_most_urgent_first_up_to_a_moment(session):
    assert [found.case[-1] for found in session.lists.due()] == list("01234")
    until = START + timedelta(hours=24, minutes=1)
    assert [found.number for found in session.lists.due(until)] == ["2026-0001", "2026-0002"]


@pytest.mark.parametrize(
    ("like", "first"),
    [
        ("Ali", "p1"),
        ("alice", "p1"),
        ("Alise Nowel", "p1"),
        ("nowak", "p0"),
        ("zoe", "p2"),
        ("Zoë", "p2"),
        ("o'br", "p2"),
        ("jo", "p3"),
        ("mohamed", "p4"),
        ("rash", "p4"),
        ("muhammed al rasheed", "p4"),
        ("Alys Noel", "p1"),
    ],
)
def test_people_are_found_by_the_beginning_the_middle_or_a_near_spelling(session, like, first):
    assert session.lists.people(like)[0].row.person == first


def test_a_person_in_two_cases_is_given_once_as_known_last(session):
    known = [found for found in session.lists.people("Alicja") if found.row.person == "p0"]
    assert [(found.row.name, found.cases) for found in known] == [
        ("Alicja Kowalska (was Nowak)", 2)
    ]


def test_nobody_is_found_for_nothing_or_for_a_stranger(session):
    assert session.lists.people("  ") == session.lists.people("Xyzzyx Qqq") == ()


def test_search_finds_the_cases_with_every_word_the_one_recorded_in_last_first(session):
    assert [found.case[-1] for found in session.search.find("alic")] == list("410")
    assert [found.number for found in session.search.find("second conc")] == ["2026-0005"]
    assert [found.case[-1] for found in session.search.find("nowak", limit=1)] == ["4"]
    assert session.search.find("second Nowell") == ()


def test_the_last_word_may_be_a_beginning_of_any_length(book):
    word = "misunderstandings"
    book.journal.append([entry(words=f"There were {word}.")])
    assert all(book.search.find(word[:length]) for length in range(1, len(word) + 1))
    assert not book.search.find("nderstand")


HOSTILE = [
    "", " ", '"', '""', "'", "*", "a*", "-a", "a-b", "AND", "OR", "NOT a", "NEAR(a b)", "text:a",
    "^a", "(", ")", "a)(", "{a b}:c", "a + b", ":", "\x00", "a\x00b", "\udcff", "🙂", "…", "--",
    ";DROP TABLE entry", "%", "_", "\\", '"a" OR "b', "a" * 5000, "é" * 500, "漢字", "\n\t", "٣",
]  # fmt: skip


@in_each("words", HOSTILE, ascii)
def test_nothing_typed_can_break_a_search(session, words):
    session.search.find(words)
    session.lists.people(words)


def test_lists_made_again_are_the_same(session):
    before = [session.lists.summary(f"case-{number}") for number in range(5)], session.lists.due()
    assert session.lists.compare() == ()
    session.lists.rebuild()
    assert ([session.lists.summary(f"case-{n}") for n in range(5)], session.lists.due()) == before
    assert session.lists.compare() == ()
    assert len(session.search.find("alic")) == 3


BROKEN = [
    ("UPDATE case_row SET heading = 'other' WHERE case_id = 'case-1'", "2026-0002"),
    ("DELETE FROM case_row WHERE case_id = 'case-1'", "2026-0002"),
    (
        "INSERT INTO case_row VALUES ('x', '2026-0099', '', '', 1, 'open', '', '', 0, 0)",
        "2026-0099",
    ),
    ("UPDATE person_row SET born = NULL WHERE person = 'p2'", "people"),
    ("DELETE FROM due_row WHERE case_id = 'case-2'", "due"),
    ("UPDATE text_row SET text = 'other' WHERE position = 1", "texts"),
    ("UPDATE text_row SET text = 'other' WHERE position < 0", "search"),
    ("UPDATE person_row SET names = 'other' WHERE person = 'p2'", "names"),
    ("UPDATE person_row SET spelt = 'other' WHERE person = 'p2'", "near"),
    ("UPDATE name_row SET part = 'other' WHERE part LIKE 'zoe%'", "names"),
    ("DELETE FROM name_row WHERE part LIKE 'zoe%'", "names"),
    ("INSERT INTO search (search, rowid, text) VALUES ('delete', 1, 'About')", "search"),
]


@pytest.mark.parametrize(("statement", "said"), BROKEN)
def test_a_row_that_does_not_fit_the_record_is_told_and_made_again(filled, reopen, statement, said):
    connection = raw(filled)
    connection.execute(statement)
    connection.close()
    with reopen(filled) as book:
        told = book.lists.compare()
        assert any(said in sentence for sentence in told)
        assert "Nowak" not in "".join(told)
        book.lists.rebuild()
        assert book.lists.compare() == ()


def test_a_correction_changes_the_words_that_are_found(book):
    book.journal.append([entry(words="first words", body={"person": "p", "name": "Ann Lee"})])
    book.journal.append([entry(words="later", body={"person": "p", "name": "Anne Leigh"})])
    assert book.search.find("lee") == ()
    assert [found.case for found in book.search.find("leigh")] == ["case-1"]
    assert book.lists.compare() == ()


def test_words_taken_out_of_an_index_leave_no_trace_once_it_is_put_in_order(book):
    book.journal.append([entry(body={"person": "p", "name": "Marker4711"})])
    book.journal.append([entry(body={"person": "p", "name": "Somebody"})])
    for index in ("search", "near"):
        book._db.run(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    blocks = book._db.rows("SELECT block FROM search_data UNION ALL SELECT block FROM near_data")
    assert all(b"marker4711" not in block and b"4711" not in block for (block,) in blocks)


@pytest.mark.parametrize("index", ["search", "near"])
def test_taking_words_out_does_not_rewrite_an_index(book, index):
    kept = dict(book._db.rows(f"SELECT k, v FROM {index}_config"))
    assert not kept.get("secure-delete")


def test_beginnings_of_up_to_twelve_letters_have_an_index_of_their_own(book):
    made = book._db.value("SELECT sql FROM sqlite_schema WHERE name = 'search'")
    (lengths,) = re.findall(r"prefix = '([0-9 ]+)'", made)
    assert [int(length) for length in lengths.split()] == list(range(1, 13))


@pytest.mark.parametrize("harm", ["SET block = x'00'", "SET block = zeroblob(64)"])
def test_a_broken_index_is_told_apart_from_a_damaged_record(filled, reopen, harm):
    connection = raw(filled)
    connection.execute(f"UPDATE search_data {harm} WHERE id > 10")
    connection.close()
    with reopen(filled) as book:
        with pytest.raises(ListsDamaged):
            book.search.find("nowak")
        assert len(book.journal.entries("case-4")) == 2
        book.lists.rebuild()
        assert len(book.search.find("nowak")) == 2
