"""The grammar of adversaries: sentences in which somebody can be told who must not be.

Whoever wrote it had not read how the program finds them.
"""

import random
import re
import unicodedata
from collections.abc import Sequence

import msgspec

from app.domain.kit.answers import Person, PersonKind
from tests.disclosure.adversary_words import HIDDEN, STRANGERS, WORDS

MIDDLE = (
    "She told {} about it on the bus.",
    "It came from {} first, she thinks.",
    "He sat with {} in the library.",
    "A friend of hers, {}, saw it too.",
    "Her mum spoke to {} about it.",
    "According to {}, it is gone now.",
    "She walks home with her cousin and {}.",
    "Somebody in her class (she means {}) has it.",
    "Seen by: {}.",
    "“It was {},” she said.",
    "Was it {} who passed it on?",
    "It was then sent by {} to the group.",
    "She is scared of {} and of the others.",
)
FIRST = (
    "{} said that it was a joke.",
    "{} and some others laughed.",
    "{} rang her that night.",
    "• {} is to sit elsewhere.",
)
SMALL = (
    "she told {} about it.",
    "he sat with {} at lunch.",
    "it was sent by {} to the group.",
    "it came from {} at first.",
)
OWNED = (
    "It was on {} phone.",
    "She rang {} mum.",
    "They met at {} house.",
    "He saw it on {} laptop.",
    "She knows {} sister.",
)
SAID = (
    "Write to {} about it.",
    "It says {} in the message.",
    "She gave {} as the contact.",
    "It was found at {} last week.",
)
DIALLED = (
    "Ring her on {}.",
    "His number is {}, she says.",
    "She texted {} twice.",
    "His home telephone: {}",
)


class Plant(msgspec.Struct, frozen=True):
    """A sentence with words that tell who somebody is, and the places of these in it."""

    kind: str
    registered: bool
    text: str
    tells: tuple[tuple[int, int], ...]


def plant(kind: str, frame: str, *, registered: bool, written: str, tells: tuple[str, ...] = ()):
    """Return a sentence; `tells` are the telling parts of what is written, all of it if none."""
    written = unicodedata.normalize("NFC", written)
    at = frame.index("{}")
    frame = frame.removesuffix(".") if written.endswith(".") and frame.endswith("{}.") else frame
    text, places = frame.replace("{}", written), []
    for part in tells or (written,):
        start = written.index(unicodedata.normalize("NFC", part))
        places.append((at + start, at + start + len(unicodedata.normalize("NFC", part))))
    return Plant(kind, registered, text, tuple(places))


class Hidden(msgspec.Struct, frozen=True):
    """Somebody whom a case knows and the reader may not see."""

    person: Person
    shorts: tuple[str, ...] = ()
    word: bool = False

    @property
    def first(self) -> str:
        """The first name."""
        return self.person.name.split()[0]

    @property
    def last(self) -> str:
        """All after the first name."""
        return self.person.name.split(maxsplit=1)[1]


def hidden_people(rng: random.Random) -> tuple[Hidden, ...]:
    """Return the hidden people of one case, some of them called like words."""
    parts = "|".join(HIDDEN.strip().splitlines()).split("|")
    names = rng.sample([*zip(parts[::2], parts[1::2], strict=False)], 7)
    words = rng.sample("|".join(WORDS.strip().splitlines()).split("|"), 4)
    made = []
    for at, (name, shorts) in enumerate((*names, *((word, "") for word in words))):
        handle = f"{rng.choice(('moth', 'kelp', 'drift', 'ember'))}_{plain(name.split()[-1])[:4]}"
        made.append(
            Hidden(
                Person(
                    id=f"h{at}",
                    kind=PersonKind.PARENT if at == 1 else PersonKind.LEARNER,
                    name=name,
                    known_as=f"@{handle}" if at % 3 == 0 else "",
                    group="Level 2 Plumbing B" if at == 2 else "",
                ),
                tuple(shorts.split()),
                word=at >= len(names),
            )
        )
    return tuple(made)


def plain(name: str) -> str:
    """Return a name in small letters without accents and blanks."""
    name = name.replace("ł", "l").replace("Ł", "L").replace("\u0131", "i")
    marks = unicodedata.normalize("NFD", name)
    return re.sub(r"[\W_]|[\u0300-\u036f]", "", marks).lower()


def no_marks(name: str) -> str:
    """Return a name as somebody types it who has no accents."""
    name = name.replace("ł", "l").replace("Ł", "L").replace("\u0131", "i")
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", name))


def slip(rng: random.Random, word: str) -> str:
    """Return a word with one letter left out, put in, exchanged or swapped; never the same."""
    while True:
        at = rng.randrange(len(word) - 1)
        near = rng.choice("aeioubcdfghlmnprstvwyz")
        wrong = rng.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] * 2 + word[at + 1 :],
                word[: at + 1] + near + word[at + 1 :],
                word[:at] + near + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )
        wrong = wrong[0].upper() + wrong[1:].lower() if word[0].isupper() else wrong.lower()
        if wrong.lower() != word.lower():
            return wrong


class Ground:
    """Chance, and the people whom one case hides."""

    def __init__(self, rng: random.Random, people: tuple[Hidden, ...]) -> None:
        self.rng, self.people = rng, people

    def one(self, *, word: bool | None = None) -> Hidden:
        """Return one of the hidden: called like a word, or like none, or either."""
        return self.rng.choice([one for one in self.people if word is None or one.word is word])

    def stranger(self) -> tuple[str, str, str]:
        """Return a community, and a first and a last name that are common in it."""
        community = self.rng.choice(tuple(STRANGERS))
        firsts, lasts = STRANGERS[community]
        lasts = re.sub(r"Ní (\w)", "Ní\u00a0\\1", lasts)
        return community, self.rng.choice(firsts.split()), self.rng.choice(lasts.split(" "))

    def known(self, kind: str, frames: Sequence[str], written: str, *tells: str) -> Plant:
        """Return a sentence about somebody registered."""
        frame = self.rng.choice(frames)
        return plant(kind, frame, registered=True, written=written, tells=tells)

    def unknown(self, kind: str, frames: Sequence[str], written: str, *tells: str) -> Plant:
        """Return a sentence about somebody whom nobody has registered."""
        frame = self.rng.choice(frames)
        return plant(kind, frame, registered=False, written=written, tells=tells)
