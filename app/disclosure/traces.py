"""Every trace that may show who somebody is: each way to write a name, an address, a number."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache, lru_cache

import msgspec

from app.disclosure.words import DESCRIBES, PARTICLES, ordinary
from app.domain import names
from app.domain.kit.answers import Person, PersonKind
from app.domain.names.folding import spelt, squash
from app.paths import resources


class Trace(StrEnum):
    """The kinds of trace, in words shown to people."""

    NAME = "name"
    PART = "part of a name"
    SHORT = "short form of a name"
    NICKNAME = "other name"
    INITIALS = "initials"
    SOUND = "sounds like a name"
    NEAR = "nearly a name"
    ALMOST = "nearly an address, a group, an account or a detail"
    SHARED = "may be another learner of the same name"
    ACCOUNT = "account or handle"
    PHONE = "telephone number"
    ADDRESS = "address"
    GROUP = "group"
    FACT = "identifying detail"
    BORN = "date of birth"
    HELD = "held back from this reader"
    UNREAD = "an entry that cannot be read"
    STRANGER = "may be somebody’s name"
    ELSEWHERE = "is named in another case"
    NUMBER = "a telephone number"
    MAIL = "an e-mail address"
    POSTCODE = "a postcode"
    STREET = "a street"
    HANDLE = "an account"
    PLATE = "a vehicle’s registration"


class TracePattern(msgspec.Struct, frozen=True):
    """One way to write a trace: its words, folded, and its owner (a person id, or "").

    `capital` means that it is a trace only with a capital letter, as it is also a common word.
    `plural` means that it names a family, `owning` that an apostrophe was forgotten: Jacks mum,
    `turned` that the last name comes first.
    """

    words: tuple[str, ...]
    trace: Trace
    owner: str = ""
    capital: bool = False
    plural: bool = False
    owning: bool = False
    turned: bool = False

    @property
    def squashed(self) -> str:
        """The words without anything between them."""
        return "".join(self.words)


@cache
def _short_forms() -> Mapping[str, frozenset[str]]:
    """Return the equivalents of each given name, from a dated list."""
    text = (resources() / "short_forms.toml").read_text("utf-8")
    alike: dict[str, set[str]] = {}
    for full, shorts in tomllib.loads(text)["forms"].items():
        group = {full, *shorts}
        for short in shorts:
            alike.setdefault(short, set()).update(({full}) - {short})
        alike.setdefault(full, set()).update(group - {full})
    return {name: frozenset(others) for name, others in alike.items()}


@lru_cache(maxsize=10_000)
def short_patterns_of(word: str) -> frozenset[str]:
    """Return the short forms of a given name, or the full forms of a short one and their others."""
    known = _short_forms()
    full = known.get(word, frozenset())
    return (full | {short for name in full for short in known.get(name, ())}) - {word}


@lru_cache(maxsize=10_000)
def name_words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name or an address, folded, without titles: `("anne", "obrien")`."""
    return tuple(word for word in spelt(name) if word not in names.TITLES)


def written_names(person: Person) -> tuple[tuple[str, bool], ...]:
    """Return each name of a person as written, and whether it is another name of theirs."""
    aside = re.findall(r"[(\"“‘](.+?)[)\"”’]", person.name)
    bare = re.sub(r"[(\"“].*?[)\"”]", " ", person.name)
    others = re.split(r"[,;/()\"“”\n]|\bor\b|\baka\b|\band\b", person.known_as)
    said = bare if person.kind is PersonKind.ACCOUNT else names.as_said(bare)
    return ((said, False), *((name, True) for name in (*aside, *others) if name.strip()))


def patterns_of(person: Person, *, derived: bool = True) -> Iterator[TracePattern]:
    """Yield every way to write a person: in full, in part, reversed, short, by initials.

    Without `derived`, leave out short forms and plurals, which are not recorded.
    """
    for name, other in written_names(person):
        words = name_words_of(name)
        if not words:
            continue
        if person.kind is PersonKind.ACCOUNT:
            yield TracePattern(words, Trace.ACCOUNT, person.id)
            continue
        if not DESCRIBES.isdisjoint(words):
            yield TracePattern(words, Trace.NICKNAME, person.id)
            continue
        yield from _whole(words, person.id, other=other)
        yield from _initials(name, words, person.id)
        if derived:
            yield from _short(words, person.id)
            yield from _plural(words, person.id)


def _whole(words: tuple[str, ...], owner: str, *, other: bool) -> Iterator[TracePattern]:
    whole, part = (Trace.NICKNAME, Trace.NICKNAME) if other else (Trace.NAME, Trace.PART)
    if len(words) == 1:
        yield from _single(words[0], whole, owner)
        return
    for word in words:
        if word not in PARTICLES:
            yield from _single(word, part, owner)
    runs = {words[a:b] for b in range(2, len(words) + 1) for a in range(b - 1)}
    turned = {(*words[1:], words[0])}
    first = words[0]
    for at, later in enumerate(words[1:], start=1):
        runs.add((first, later))
        turned.add((later, first))
        yield TracePattern((first, later[0]), whole, owner)
        for end in range(at + 1, len(words) + 1):
            yield TracePattern((first[0], *words[at:end]), whole, owner)
    yield TracePattern((words[-1], first[0]), whole, owner)
    for run in sorted(runs | turned):
        capital = all(map(ordinary, run))
        yield TracePattern(run, whole, owner, capital=capital, turned=run not in runs)


def _single(word: str, trace: Trace, owner: str) -> Iterator[TracePattern]:
    if len(word) > 1 or not word.isascii():
        yield TracePattern((word,), trace, owner, capital=ordinary(word))


def _initials(name: str, words: tuple[str, ...], owner: str) -> Iterator[TracePattern]:
    """Yield initials: of all words, of the first and each later one, and `O’B` for O’Brien."""
    if len(words) < 2:
        return
    letters = tuple(word[0] for word in words)
    seen = {letters} | {(letters[0], later) for later in letters[1:]}
    main = tuple(word[0] for word in words if word not in PARTICLES)
    seen |= {main} if len(main) > 1 else set()
    for after in re.findall(r"\b[oO][\W_]?([A-Z])", name):
        seen.add((letters[0], "o", after.casefold()))
    yield from (TracePattern(one, Trace.INITIALS, owner, capital=True) for one in sorted(seen))


def _short(words: tuple[str, ...], owner: str) -> Iterator[TracePattern]:
    given = words[:-1] or words
    for word in given:
        for short in sorted(short_patterns_of(word)):
            yield TracePattern(
                (short,), Trace.SHORT, owner, capital=ordinary(short) or len(short) < 3
            )
            if len(words) > 1:
                yield TracePattern((short, words[-1]), Trace.SHORT, owner)
                yield TracePattern((short, words[-1][0]), Trace.SHORT, owner)


def _plural(words: tuple[str, ...], owner: str) -> Iterator[TracePattern]:
    """Yield the plural that names a family: the Reeds, the Joneses."""
    if len(words) < 2:
        return
    for name in {words[-1], "".join(words[-2:])} if words[-2] in PARTICLES else {words[-1]}:
        ending = "es" if name.endswith(("s", "x", "z", "ch", "sh")) else "s"
        yield TracePattern((name + ending,), Trace.PART, owner, capital=ordinary(name), plural=True)


_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
_STREET = re.compile(
    r"\b(?:road|rd|street|st|lane|ln|close|avenue|ave|drive|dr|way|court|place|crescent|gardens?"
    r"|terrace|hill|green|row|walk|grove|house|cottage|farm|mews|square|park|flats?|rise|view"
    r"|heol|ffordd|stryd|lodge|yard|parade|quay|wharf)\b",
    re.IGNORECASE,
)
_SHORT = {
    "avenue": "ave",
    "close": "cl",
    "court": "ct",
    "crescent": "cres",
    "drive": "dr",
    "gardens": "gdns",
    "grove": "gr",
    "lane": "ln",
    "place": "pl",
    "road": "rd",
    "square": "sq",
    "street": "st",
    "terrace": "terr",
}
_SHORT_STREETS = _SHORT | {short: full for full, short in _SHORT.items()}
_NUMBERED = re.compile(
    r"^(?:(?:flat|unit|apartment|apt|no\.?|number)\s*)?\d+\s*[a-z]?\b[\s,]*", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\w#])(?:\+|\(|00)?\d(?:[\s().\-\u2010-\u2015/]{0,3}\d){6,30}(?!\w)")


def address_patterns(address: str, owner: str, *, whole: bool = True) -> Iterator[TracePattern]:
    """Yield an address as a whole, its street with and without number, and its postcode.

    A town alone is no trace. Without `whole` the text may hold more than an address.
    """
    bare = _PHONE.sub(" ", address)
    for found in _POSTCODE.finditer(bare):
        yield TracePattern(name_words_of(" ".join(found.groups())), Trace.ADDRESS, owner)
    if whole:
        yield from _address_form(bare, owner, least=2)
    parts = [part.strip() for part in re.split(r"[,;\n]", _POSTCODE.sub(" ", bare))]
    for at, part in enumerate(parts):
        if _STREET.search(part) or (whole and at == 0):
            alone = part.isdigit()  # "27, Tannery Close"
            numbered = f"{part} {parts[at + 1]}" if alone and at + 1 < len(parts) else part
            for written in _abbreviated(numbered):
                yield from _address_form(written, owner, least=2)
                yield from _address_form(_NUMBERED.sub("", written), owner, least=2)


def _abbreviated(street: str) -> Iterator[str]:
    """Yield a street as written, and with its last word abbreviated or in full."""
    yield street
    words = name_words_of(street)
    if words and (last := _SHORT_STREETS.get(words[-1])):
        yield " ".join((*words[:-1], last))


def is_street(text: str, end: int) -> bool:
    """Return whether the words before `end` name a street or a house: 4 Rose Lane."""
    head = re.split(r"[,;\n]", text[:end])[-1]
    ends = re.split(r"[^\w]+", head.strip())[-1]
    return bool(_NUMBERED.match(head.strip())) and bool(_STREET.fullmatch(ends))


def _address_form(text: str, owner: str, *, least: int) -> Iterator[TracePattern]:
    words = name_words_of(text)
    if len(words) >= least and len("".join(words)) > 5:
        yield TracePattern(words, Trace.ADDRESS, owner)


def group_patterns(person: Person) -> Iterator[TracePattern]:
    """Yield the course, year or tutor group of a learner, and each of its parts."""
    if person.kind not in {PersonKind.LEARNER, PersonKind.ELSEWHERE}:
        return
    for part in {person.group, *re.split(r"[,;·|/\n]", person.group)}:
        if len(squash(part)) > 1:
            alone = name_words_of(part)
            capital = len(alone) == 1 and not any(map(str.isdigit, alone[0]))
            form = TracePattern(alone, Trace.GROUP, person.id, capital=capital)
            yield from (form, *code_patterns(form), *_courses(form), *_of_code(form))


_GROUP_CODE = re.compile(r"(?=.*[a-z])(?=.*\d)\w{3,}")


def _of_code(form: TracePattern) -> Iterator[TracePattern]:
    """Yield the code of a group with the s of its members: the PLB2s."""
    if len(form.words) == 1 and _GROUP_CODE.fullmatch(form.words[0]):
        yield msgspec.structs.replace(form, words=(f"{form.words[0]}s",))


_LEVEL = re.compile(r"(.*?)\blevel (\d)\b(.*)")


def _courses(form: TracePattern) -> Iterator[TracePattern]:
    """Yield a course in other words, `L2 Bricklaying`, and the code of a group alone."""
    for word in form.words if len(form.words) > 1 else ():
        if _GROUP_CODE.fullmatch(word):
            code = msgspec.structs.replace(form, words=(word,))
            yield from (code, *code_patterns(code), *_of_code(code))
    if found := _LEVEL.fullmatch(" ".join(form.words)):
        before, level, after = found.groups()
        rest = (*before.split(), *after.split())
        for named in (("level", level), ("l" + level,)) if rest else ():
            yield msgspec.structs.replace(form, words=(*named, *rest))
            yield msgspec.structs.replace(form, words=(*rest, *named))


def identifier_patterns(text: str, owner: str) -> Iterator[TracePattern]:
    """Yield the numbers of a learner or a patient: all that was typed, and each alone."""
    yield from handle_patterns(text, owner)
    for part in re.split(r"[,;/|\n]", text):
        for code in re.findall(r"(?:\b[A-Za-z]{1,3}[\s-]?)?\d(?:[\s-]?\d){4,}", part):
            yield from handle_patterns(code, owner)
            yield from handle_patterns(re.sub(r"\D", "", code), owner)


_RUN = re.compile(r"(?<=[^\W\d])(?=\d)")
_RUNS = re.compile(r"(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])")


def code_patterns(form: TracePattern) -> Iterator[TracePattern]:
    """Yield a short code split into runs of letters and of figures: `BD51 SMR`, `BR 2B`."""
    text = " ".join(form.words)
    for runs in (_RUN.sub(" ", text), _RUNS.sub(" ", text)):
        words = tuple(runs.split())
        if words != form.words and len(words) < 5 and len("".join(words)) < 12:
            yield msgspec.structs.replace(form, words=words)


def short_numbers(text: str, owner: str) -> Iterator[TracePattern]:
    """Yield telephone numbers without their area code, as people in one town write them."""
    yield from (TracePattern((key[-6:],), Trace.PHONE, owner) for key in sorted(phone_keys(text)))


def mail_patterns(text: str, owner: str) -> Iterator[TracePattern]:
    """Yield each e-mail address that was typed among telephone numbers."""
    for address in re.findall(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text):
        yield from handle_patterns(address, owner)


def phones_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and digits of each run that may be a telephone number."""
    for found in _PHONE.finditer(text):
        yield found.start(), found.end(), re.sub(r"\D", "", found.group())


def phone_keys(text: str) -> frozenset[str]:
    """Return the last nine digits of each number in a text: the same with or without +44."""
    return frozenset(digits[-9:] for _, _, digits in phones_in(text) if len(digits) > 8)


def fact_patterns(words: str, owner: str) -> Iterator[TracePattern]:
    """Yield marked words as a trace, and short codes such as a number plate in several ways."""
    form = TracePattern(name_words_of(words), Trace.FACT, owner)
    yield from (form, *code_patterns(form))


def handle_patterns(handle: str, owner: str = "") -> Iterator[TracePattern]:
    """Yield an account’s name or address as a trace, unless it has under three letters."""
    words = name_words_of(handle)
    if len("".join(words)) > 2:
        yield TracePattern(
            words, Trace.ACCOUNT, owner, capital=len(words) == 1 and ordinary(words[0])
        )


def permitted_patterns(people: Iterable[Person]) -> Iterator[TracePattern]:
    """Yield the recorded names, family plurals and groups of people who may be named."""
    for person in people:
        yield from patterns_of(person, derived=False)
        yield from _plural(name_words_of(person.name), person.id)
        yield from group_patterns(person)
