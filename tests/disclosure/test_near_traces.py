"""What is nearly an address, a group, an account or marked words: asked about, never replaced."""

from itertools import permutations

import pytest

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.disclosure.leak import leaks_in
from app.disclosure.traces import Trace
from app.domain.forms.person import PeopleNamed, PersonDetails
from app.domain.forms.sharing import IdentifyingFact, LeakReleased
from app.domain.kit.answers import Involved, Person, PersonKind
from app.domain.kit.record import Audience
from tests.casefold import concern_case
from tests.domain.people_of_two import PARENTS

KAI = Person(id="kai", kind=PersonKind.LEARNER, name="Kai Quillborn")
PEOPLE = (
    Involved(KAI),
    Involved(Person(id="account", kind=PersonKind.ACCOUNT, name="zedmoon22")),
    Involved(Person(id="other", kind=PersonKind.ACCOUNT, name="dark_harbour_9")),
)
DETAILS = {
    "person": "kai",
    "kind": PersonKind.LEARNER,
    "name": KAI.name,
    "group": "Plumbing Group, Level 2",
    "address": "Larkspur House, 27 Tannery Close, Exampleton EX1 6LN",
}
FACT = {"about": "kai", "words": "the only boy on the night ferry", "why": "One boy rides it."}
DEES = {"person": "dee", "kind": PersonKind.PARENT, "name": "Dee Stone"}
DEES |= {"address": "31 Tannery Place, Exampleton EX1 6LP"}
TOLD = (
    PARENTS,
    (PeopleNamed, {"people": PEOPLE, "why": "Told."}),
    (PersonDetails, DETAILS),
    (PersonDetails, DEES),
    (IdentifyingFact, FACT),
)
CASE = concern_case(*TOLD)
HIDE = Disguise.of(disclosure_for(CASE, Audience.PARENTS, "dee"))


def asked(text, case=CASE):
    return [one.trace for one in leaks_in([text], case, Audience.PARENTS, "dee")]


def slips(words):
    """Yield words with a letter of a longer one left out, doubled, other or exchanged."""
    for at, word in enumerate(words):
        for place in range(len(word)) if len(word) > 4 else ():
            before, letter, after = word[:place], word[place], word[place + 1 :]
            made = {before + after, f"{before}{letter}{letter}{after}", f"{before}x{after}"}
            if after and after[0] != letter:
                made.add(before + after[0] + letter + after[1:])
            for one in sorted(made - {word}):
                yield (*words[:at], one, *words[at + 1 :])


WRITINGS = ("Larkspur House", "Tannery Close", "plumbing group", "night ferry boy", "zedmoon22")


@pytest.mark.parametrize("writing", WRITINGS)
def test_every_slip_in_a_longer_word_is_asked_about_and_not_replaced(writing):
    missed = []
    for words in slips(tuple(writing.split())):
        text = f"She said that {' '.join(words)} is where it was."
        if not asked(text) or HIDE.over(text) != text:
            missed.append(text)
    assert missed == []


ASKED = {
    "an abbreviation": "He lives in Larkspur Hse now.",
    "an abbreviation of another word": "They met at Tannery Clse.",
    "one word of an address that means nothing else": "He is at Larkspur this week.",
    "a flat in it": "He is at Larkspur (flat 9).",
    "an account with a slip and a gap": "It was zed mon22 who wrote.",
    "an account of three words, in another order": "harbour_dark_9 sent it.",
    "an account with a figure for a letter": "zedmo0n22 sent it.",
    "a group, shortened": "He is in Plumbing Grp too.",
    "a group without a word": "He is in level 2 plumbing.",
    "marked words without one": "He is on the night ferry.",
    "marked words, differently": "On the ferry at night he is the only boy.",
    "marked words over a line": "He is the only boy on\nthe night fery.",
}


@pytest.mark.parametrize("text", ASKED.values(), ids=ASKED)
def test_what_is_nearly_a_trace_is_asked_about(text):
    assert asked(text)


@pytest.mark.parametrize("writing", ["Tannery Close", "Larkspur House", "boy night ferry"])
def test_it_is_asked_about_in_any_order(writing):
    for words in permutations(writing.split()):
        assert asked(f"It was at {' '.join(words)} then.")


NOT_ASKED = (
    "You live at 31 Tannery Place, and Tannery Plce is a slip for it.",
    "The old tannery closed. The house is large, and the group is small.",
    "He is in Level 3 Plumbing. Plumbing is a good course.",
    "A boy came. The night was long. The ferry was late.",
    "We meet in Exampleton at a house in the close.",
    "Ring at night. The level of the group is 2.",
    "It is dark in the harbour.",
    "The only boy in the group was late.",
)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_other_words_are_not_asked_about(text):
    assert asked(text) == []


def test_a_release_holds_for_the_same_words_anywhere():
    said = {"document": "Summary", "readers": Audience.PARENTS, "reader": "dee"}
    said |= {"found": "Larkspur", "around": "The larkspur is in flower.", "why": "A plant."}
    case = concern_case(*TOLD, (LeakReleased, said))
    assert asked("By the larkspur there is a seat.", case) == []
    assert asked("He is at Larkspur Hse.", case) == [Trace.ALMOST]
