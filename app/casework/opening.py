"""Create a casebook, find one, and open it for one of its users."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from typing import Any

import msgspec
import zxcvbn
from msgspec import inspect

from app.casework.drafts import ASIDE, answers_in
from app.casework.guidance import Card, Rules, read_cards, read_clocks, read_directory, read_wording
from app.casework.overlays import family_of
from app.casework.session import Session
from app.casework.setup import SETTINGS
from app.domain import forms
from app.domain.kit.checks import Problem
from app.domain.kit.form import Answers
from app.domain.kit.record import SealedEntry
from app.domain.kit.registry import UNREADABLE, Registry
from app.domain.kit.stage import Stage
from app.domain.kit.wording_guard import NO_RULES, WordingRules
from app.domain.owed.summary_of import EDITION
from app.domain.rules.directory import NO_DIRECTORY, Directory
from app.domain.rules.time_limits import TimeLimits
from app.vault import casebook as vault
from app.vault.casebook import Casebook, NewUser, SlotLabel, Tell, say_nothing
from app.vault.errors import Warned
from app.vault.events import Action
from app.vault.keys import FULL_COST, LEAST_COST, Cost
from app.vault.vocabulary import Language, Word, WordKind

_ENTRY = "entry"
"""The path of the choices an entry holds beside its form: who may read it, whose words it is."""
_LONGEST = 100
"""The most characters of a choice. Longer text is never one and is skipped."""


def language() -> Language:
    """Return the functions by which the vault reads the words of this program."""
    return Language(known_words(), _of_entry, _of_draft, _of_setting, rules=EDITION)


def known_words() -> frozenset[Word]:
    """Return every word this program can read: of forms, choices, log actions and settings."""
    return _words_of(forms.REGISTRY)


@cache
def _words_of(registry: Registry) -> frozenset[Word]:
    return frozenset(_all_known(registry))


def _all_known(registry: Registry) -> Iterator[Word]:
    yield Word(WordKind.FORM, f"{ASIDE}/1")
    yield from _choices(_ENTRY, inspect.type_info(SealedEntry))
    for (name, version), form in registry.released.items():
        yield Word(WordKind.FORM, f"{name}/{version}")
        yield from _choices(f"{name}/{version}", inspect.type_info(form))
    yield from (Word(WordKind.ACTION, action) for action in Action)
    yield from (Word(WordKind.SETTING, kind) for kind in SETTINGS)


def _choices(path: str, info: inspect.Type) -> Iterator[Word]:
    """Yield a word for each choice that is possible at a path, also in rows and further inside."""
    match info:
        case inspect.EnumType(cls=choices):
            yield from (Word(WordKind.CHOICE, f"{path}={choice.value}") for choice in choices)
        case inspect.StructType(fields=fields):
            for field in fields:
                yield from _choices(f"{path}.{field.encode_name}", field.type)
        case inspect.VarTupleType(item_type=item):
            yield from _choices(path, item)
        case inspect.UnionType(types=types):
            for one in types:
                yield from _choices(path, one)


def _of_entry(sealed: SealedEntry) -> Iterator[Word]:
    beside = msgspec.structs.asdict(sealed).items()
    yield from _said(_ENTRY, {name: one for name, one in beside if isinstance(one, StrEnum)})
    yield from _of_form(sealed.form, sealed.version, bytes(sealed.body))


def _of_draft(form: str, version: int, answers: bytes) -> Iterator[Word]:
    yield from _of_form(form, version, answers_in(answers))


def _of_form(form: str, version: int, answers: bytes) -> Iterator[Word]:
    yield Word(WordKind.FORM, f"{form}/{version}")
    with suppress(*UNREADABLE):
        yield from _said(f"{form}/{version}", msgspec.json.decode(answers))


def _of_setting(name: str) -> Word:
    return Word(WordKind.SETTING, family_of(name))


def _said(path: str, value: Any) -> Iterator[Word]:
    """Yield each text in JSON as if it were a choice: the vault ignores any that is no word."""
    match value:
        case str() if len(value) <= _LONGEST:
            yield Word(WordKind.CHOICE, f"{path}={value}")
        case dict():
            for name, one in value.items():
                yield from _said(f"{path}.{name}", one)
        case list():
            for one in value:
                yield from _said(path, one)


SHORTEST = 15
"""The fewest characters of a made-up passphrase."""


@dataclass(frozen=True)
class Program:
    """What the program gives every casebook: clock (`now` returns UTC), dated data, key cost.

    `clocks` is read only when a casebook is opened: it takes a while.
    """

    now: Callable[[], datetime]
    clocks: Callable[[], TimeLimits]
    cards: Mapping[Stage, Card]
    cost: Cost = FULL_COST
    least_cost: Cost = LEAST_COST
    wording: WordingRules = NO_RULES
    directory: Directory = NO_DIRECTORY

    def rules(self) -> Rules:
        """Return new rules as shipped, for one casebook to lay its own values over."""
        return Rules(self.clocks(), self.directory)

    def session(self, casebook: Casebook, rules: Rules) -> Session:
        """Begin a session with an open casebook."""
        rules.read(casebook.settings)
        return Session(casebook, self.now, rules, self.cards, self.wording)


def read_program(resources: Path) -> Program:
    """Read the dated data that comes with the program, for use from this year on."""
    year = datetime.now(UTC).year
    clocks = partial(read_clocks, resources, range(year - 3, year + 8))
    return Program(
        lambda: datetime.now(UTC),
        cache(clocks),
        read_cards(resources),
        wording=read_wording(resources),
        directory=read_directory(resources),
    )


class NewCasebook(msgspec.Struct, frozen=True, kw_only=True):
    """What the first run asks for: the folder, the college, the user and their passphrase."""

    folder: Path
    college: str
    address: str
    telephone: str
    name: str
    role: str
    passphrase: str


class Accepting(msgspec.Struct, frozen=True):
    """A warning that the user goes on after, and their reason."""

    warning: type[Warned]
    why: str


def create_casebook(
    program: Program, first: NewCasebook, accepting: Collection[Accepting] = ()
) -> Session:
    """Create a casebook in an empty or new folder and open it for its founder. Takes a second.

    Each warning the user goes on after is logged with their reason.
    Raises the vault's FolderNotEmpty, WeakPlace, DiskFull, ReadOnly, MemoryShort, EngineTooOld.
    """
    college = {"college": first.college, "address": first.address, "telephone": first.telephone}
    rules = program.rules()
    made = vault.create(
        first.folder,
        founder=NewUser(first.name, first.role),
        passphrase=first.passphrase,
        settings=college,
        summarise=rules.summarise,
        language=language(),
        clock=program.now,
        cost=program.cost,
        least=program.least_cost,
        **_accepted(accepting),
    )
    return program.session(made, rules)


def unlock_casebook(
    program: Program,
    folder: Path,
    passphrase: str,
    user: str | None = None,
    *,
    accepting: Collection[Accepting] = (),
    tell: Tell = say_nothing,
) -> Session:
    """Open a casebook for one of its users. Takes a second or more.

    A casebook of an older version is upgraded first; `tell` is given a sentence before each step.
    Each warning the user goes on after is logged with their reason. Raises WrongPassphrase and the
    vault's other errors, each with its sentence.
    """
    rules = program.rules()
    opened = vault.unlock(
        folder,
        passphrase,
        summarise=rules.summarise,
        language=language(),
        user=user,
        clock=program.now,
        least=program.least_cost,
        tell=tell,
        **_accepted(accepting),
    )
    return program.session(opened, rules)


def _accepted(accepting: Collection[Accepting]) -> dict[str, Any]:
    kinds = [one.warning for one in accepting]
    return {"accepting": kinds, "why": " · ".join(dict.fromkeys(one.why for one in accepting))}


def users_of(folder: Path) -> tuple[SlotLabel, ...]:
    """Return who can unlock the casebook in a folder. Raises the vault's errors if it is none."""
    return vault.slots(folder)


def seconds_to_wait(folder: Path, now: datetime) -> float:
    """Return how long the next try must wait after several wrong passphrases; 0 if it need not."""
    return vault.wait_before_next_try(folder, now)


class Strength(msgspec.Struct, frozen=True):
    """How hard a passphrase is to guess: 0 (at once) to 4 (not in years), and what would help."""

    score: int
    enough: bool
    sentence: str


def passphrase_faults(answers: Answers, *known: str) -> tuple[Problem, ...]:
    """Return the problems of a new passphrase: easy to guess, or not typed twice the same."""
    typed, again = (str(answers.get(name) or "") for name in ("passphrase", "again"))
    strength = passphrase_strength(typed, *known)
    if typed and not strength.enough:
        return (Problem("passphrase", strength.sentence),)
    if typed and again and again != typed:
        return (Problem("again", "This is not the same as above. Type it once more."),)
    return ()


def passphrase_strength(passphrase: str, *known: str) -> Strength:
    """Return how strong a passphrase is. `known` are words to be tried first: names, college."""
    words = [part for text in (*known, "safeguarding", "casebook") for part in text.split()]
    judge: Callable[..., dict[str, Any]] = zxcvbn.zxcvbn
    found = judge(passphrase[:72], user_inputs=words) if passphrase else {"score": 0}
    score = int(found["score"])
    if len(passphrase) < SHORTEST:
        left = SHORTEST - len(passphrase)
        return Strength(
            min(score, 1), False, f"Too short: {left} more character{'s' * (left > 1)}."
        )
    if score < 4:
        return Strength(
            score, False, "Easy to guess. Use five or six words that do not belong together."
        )
    return Strength(score, True, "Strong. Learn it by heart: nobody can look it up for you.")
