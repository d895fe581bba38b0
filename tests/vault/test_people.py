"""People are found by name as a look at everybody would find them, however many there are."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from app.domain.names.looking import ALIKE, Likeness, as_spelt, nearness
from app.vault import people

from .invented import Clock, entry, new_casebook

FIRST = [
    "Alicja",
    "Alice",
    "Zoë",
    "Jo",
    "Joanne",
    "Mohammed",
    "Kathryn",
    "Seán",
    "Robin",
    "Mary-Jane",
    "Niamh",
    "Philip",
    "Łukasz",
    "Søren",
]
LAST = [
    "Nowak",
    "Nowell",
    "O'Brien",
    "O’Connor",
    "Yıldız",  # noqa: RUF001
    "St John",
    "Đukić",
    "al-Rashid",
    "Exämple",
    "Robins",
    "Whitby",
    "Lee",
    "李",
]
NAMES = [f"{first} {last}" for first in FIRST for last in LAST]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """A casebook with 182 people."""
    with new_casebook(tmp_path_factory.mktemp("crowd") / "casebook", Clock()) as book:
        people = [{"person": f"p{at}", "name": name} for at, name in enumerate(NAMES)]
        book.journal.append([entry("case-1", "Here.", body=person) for person in people])
        yield book


def looked_through(asked, limit=20):
    """Everybody, looked at one by one: the plain way, with how near each name comes."""
    near = [(nearness(as_spelt(asked), as_spelt(name)), f"p{at}") for at, name in enumerate(NAMES)]
    return sorted(one for one in near if one[0].likeness >= ALIKE)[:limit]


pieces = st.sampled_from(NAMES).flatmap(
    lambda name: st.builds(
        lambda at, length: name[at : at + length],
        st.integers(0, len(name) - 1),
        st.integers(1, len(name)),
    )
)
HEARD = [
    "Neve",
    "Neev",
    "Filip",
    "Fyllyp",
    "Shaun",
    "Maryjain",
    "Robbyn",
    "Noack",
    "Wittby",
    "Leigh",
]
words = st.lists(st.sampled_from(FIRST + LAST + HEARD), min_size=1, max_size=3).map(" ".join)
mistyped = st.builds(
    lambda name, at, sign: name[: at % len(name)] + sign + name[at % len(name) + 1 :],
    st.sampled_from(NAMES),
    st.integers(0, 30),
    st.sampled_from("aehknr -'"),
)


@settings(deadline=None)
@given(st.one_of(pieces, words, mistyped))
@example("Jaanne 李")  # sounds like more people than are shown, some of whom are spelt alike too
def test_the_indexes_find_whom_a_look_at_everybody_finds(crowded, asked):
    assume(as_spelt(asked))
    found = [known.row.person for known in crowded.lists.people(asked)]
    short = len(as_spelt(asked)) < 3
    least = Likeness.WORDS if short else Likeness.SOUNDS
    sure = [person for near, person in looked_through(asked) if near.likeness >= least]
    assert found[: len(sure)] == sure


@pytest.mark.parametrize("like", ["strasse", "Straße", "STRASS", "kim str"])
def test_a_letter_that_english_writes_as_two_is_found_either_way(book, like):
    book.journal.append([entry(body={"person": "p", "name": "Kim Straße"})])
    assert [known.row.person for known in book.lists.people(like)] == ["p"]


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """A casebook with 200 people of much the same name."""
    yield from _alike(tmp_path_factory.mktemp("few") / "casebook", 200)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A casebook with six times as many."""
    yield from _alike(tmp_path_factory.mktemp("many") / "casebook", 1200)


def _alike(folder, number):
    with new_casebook(folder, Clock()) as book:
        people = [{"person": f"p{at}", "name": f"Robin Example{at}"} for at in range(number)]
        book.journal.append(
            [entry(f"case-{at // 10}", "A picture.", body=who) for at, who in enumerate(people)]
        )
        yield book


def effort(book, monkeypatch, ask):
    """Count the steps of the engine and the names looked at: what grows whatever the machine."""
    spent = []
    with monkeypatch.context() as counted:
        counted.setattr(people, "nearness", lambda *names: (spent.append(1), nearness(*names))[1])
        book._db._connection.set_progress_handler(lambda: spent.append(1) or 0, 10)
        try:
            assert ask(book)
        finally:
            book._db._connection.set_progress_handler(None, 0)
    return len(spent)


@pytest.mark.parametrize(
    "like",
    ["r", "rob", "robin ex", "exa robin", "obin", "robin example29", "robyn egsample", "ropin exa"],
)
def test_six_times_as_many_people_take_no_more_work_to_find_one_of(few, many, monkeypatch, like):
    def ask(book):
        return book.lists.people(like)

    assert effort(many, monkeypatch, ask) < 3 * effort(few, monkeypatch, ask)


@pytest.mark.parametrize("words", ["p", "pic", "pictu", "picture", "robin", "a picture", "exampl"])
def test_six_times_as_many_cases_take_no_more_work_to_find_some_of(few, many, monkeypatch, words):
    def ask(book):
        return book.search.find(words)

    assert effort(many, monkeypatch, ask) < 3 * effort(few, monkeypatch, ask)
