"""Other people become "another learner (A)" throughout a document, under any of their names."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_uppercase

from app.domain.answers import Person, PersonKind

_CALLED = {
    PersonKind.LEARNER: "another learner",
    PersonKind.ELSEWHERE: "another learner",
    PersonKind.PARENT: "a parent or carer",
    PersonKind.STAFF: "a member of staff",
    PersonKind.ADULT: "an adult",
    PersonKind.ACCOUNT: "an unknown account",
}
_PARTICLES = frozenset(
    "al ap bin bint da de del della der di dos du el ibn la le van von y".split()  # noqa: SIM905
)
_ORDINARY = frozenset(
    # names that are also ordinary English words: only with a capital letter are they names
    """
    am amber an angel april art as at august autumn be bell bill bird bishop black blue bond
    brook brown buck bush by carol case chance charity chase christian clay cliff cook crystal
    daisy dale dawn day dean dick do dolly drew duke earl ease eve faith fay field fisher fox
    frank gay gene ginger glen go grace grant gray green grey guy hale hall harmony hart hazel
    he heather hi hill holly hope hunter if in iris is it ivory ivy jack jade jasmine jay jean
    jet jewel joy june justice king kit knight lane lark law lee lily long love major march
    marina mark marsh mason may me melody mercy miles miller misty more morris moss my nick no
    noble norm oak of oh ok olive on or page park parker pat patience pearl penny piper poppy
    porter price prince ray read reed rich river rob robin rock rod rose rowan ruby rush rusty
    sage sandy scarlet scout shade shaw shepherd short skip sky small smith so star steel stern
    stone storm sue summer sunny swift tanner taylor terry to trace tyler up us van velvet
    violet wade walker ward warren water way we wells west white will willow win winter wolf
    wood woods wren young
    """.split()  # noqa: SIM905 - words wrap like prose
)
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'")
    | dict.fromkeys("\u2010\u2011\u2013\u2014", "-")
)
_TITLE = r"(?:(?:mr|mrs|ms|miss|mx|dr)\.?\s+)?"


class Disguise:
    """How the people a document does not name are called in it.

    `hidden` are called by what they are, with a letter in the order given wherever one description
    would fit several of them. `shown` keep their names, also where a hidden person shares a part;
    `verbatim` are names that stay only as they are written there, such as those of staff.
    Build one for each document: the letters belong to it alone.
    """

    def __init__(
        self,
        hidden: Sequence[Person],
        shown: Sequence[Person] = (),
        verbatim: Iterable[str] = (),
    ) -> None:
        self._called = dict(_descriptions(hidden))
        self._owners: dict[str, list[Person]] = {}
        for person in hidden:
            for form in _forms(person):
                owners = self._owners.setdefault(form, [])
                if person not in owners:
                    owners.append(person)
        kept = {form for person in shown for form in _forms(person)}
        kept |= {_key(_folded(name)[0]) for name in verbatim} - {""}
        self._owners |= {form: [] for form in kept}
        self._pattern = _pattern(self._owners)

    def called(self, person: str) -> str | None:
        """Give what a hidden person is called, by person id; None for anyone not hidden."""
        return self._called.get(person)

    def over(self, text: str) -> str:
        """Give the text with every hidden person's names replaced."""
        text = unicodedata.normalize("NFC", text)
        folded, places = _folded(text)
        out, done = [], 0
        for found in self._pattern.finditer(folded):
            start, end = places[found.start()], places[found.end() - 1] + 1
            owners = self._owners[_key(found["form"])]
            capital = text[places[found.start("form")]].isupper()
            if not owners or (found["form"] in _ORDINARY and not capital):
                continue
            named = self._name_of(owners)
            if _opens_sentence(text[:start]):
                named = named[0].upper() + named[1:]
            out += [text[done:start], named]
            done = end
        return "".join((*out, text[done:]))

    def _name_of(self, owners: Sequence[Person]) -> str:
        """Name one person, or each of those who share the name found."""
        called = list(dict.fromkeys(self._called[person.id] for person in owners))
        return " or ".join(called)


def disguise(text: str, others: Sequence[Person], shown: Sequence[Person] = ()) -> str:
    """Disguise a single text. A document builds one Disguise and keeps it."""
    return Disguise(others, shown).over(text)


def _descriptions(hidden: Sequence[Person]) -> Iterator[tuple[str, str]]:
    """Describe each person; learners always with a letter, others where there are several alike."""
    alike: dict[str, list[Person]] = {}
    for person in hidden:
        alike.setdefault(_CALLED[person.kind], []).append(person)
    for called, people in alike.items():
        for at, person in enumerate(people):
            lettered = len(people) > 1 or called == "another learner"
            yield person.id, f"{called} ({_letter(at)})" if lettered else called


def _letter(at: int) -> str:
    turn, place = divmod(at, len(ascii_uppercase))
    return ascii_uppercase[place] + (str(turn + 1) if turn else "")


def _forms(person: Person) -> set[str]:
    """Give every way a person may be written: in full, in part, reversed, with an initial."""
    forms: set[str] = set()
    for name in (person.name, *re.split(r"[,;/()\"“”]|\bor\b|\baka\b", person.known_as)):
        words = _key(_folded(unicodedata.normalize("NFC", name))[0]).split()
        if not words:
            continue
        forms.add(" ".join(words))
        if person.kind is PersonKind.ACCOUNT:
            continue
        forms |= {word for word in words if word not in _PARTICLES}
        ends = range(2, len(words) + 1)
        forms |= {" ".join(words[start:end]) for end in ends for start in range(end - 1)}
        if len(words) > 1:
            first, last = words[0], words[-1]
            forms |= {
                f"{first} {last}",
                f"{last} {first}",
                f"{first[0]} {last}",
                f"{first} {last[0]}",
            }
    return {form for form in forms if len(form) > 1}


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Find the longest form first, as whole words, however its parts are joined."""
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    either = "|".join(map(_written, longest_first)) or r"(?!)"
    return re.compile(rf"(?<!\w){_TITLE}(?P<form>{either})(?!\w)")


def _written(form: str) -> str:
    """Give the pattern of one form: apostrophes may be missing, an initial may have its stop."""
    words = (
        "'?".join(map(re.escape, word)) + (r"\.?" if len(word) == 1 else "")
        for word in form.split()
    )
    return r"[\s\-,]{1,3}".join(words)


def _key(folded: str) -> str:
    return " ".join(re.sub(r"[\s\-.,]+", " ", folded.replace("'", "")).split())


def _folded(text: str) -> tuple[str, list[int]]:
    """Give text without case and accents, and for each of its letters the place it comes from."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        bare = unicodedata.normalize("NFKD", letter.casefold().translate(_LETTERS))
        plain = "".join(part for part in bare if not unicodedata.combining(part))
        letters.append(plain)
        places += [place] * len(plain)
    return "".join(letters), places


def _opens_sentence(before: str) -> bool:
    return re.search(r"(?:^|[.!?…]\s|\n)[\s\"“‘(]*$", before) is not None
