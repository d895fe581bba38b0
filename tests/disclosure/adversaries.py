"""Writes family papers with adversaries in them, and counts whom disguise and gate let through.

`python -m tests.disclosure.adversaries 3000` prints a table: each class, how many, how many passed.
"""

import random
import sys
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import cycle

import msgspec

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise, Disguised
from app.disclosure.leak import Leak, leaks_in
from app.disclosure.strangers import Known
from app.domain.case.case import Case
from app.domain.forms.person import PeopleNamed, PersonDetails
from app.domain.forms.sharing import IdentifyingFact
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.record import Audience
from app.domain.names.folding import squash
from tests.casefold import concern_case
from tests.disclosure.adversary_grammar import Ground, Hidden, Plant, hidden_people
from tests.disclosure.adversary_known import REGISTERED
from tests.disclosure.adversary_others import ELSEWHERE, UNREGISTERED
from tests.disclosure.adversary_words import ORDINARY

PLAIN = tuple(ORDINARY.strip().splitlines())
BESIDE = Known(
    texts=(
        "Example College",
        "1 College Way, Exampleton EX1 1EX",
        "01632 960 001",
        "safeguarding@college.example",
        "Childline",
        "0800 1111",
    ),
    staff=("R. Okafor", "P. Quayle"),
    elsewhere=ELSEWHERE,
)
FAMILIES = (("Ava Stone", "Dee Stone"), ("Ren Castell", "Mo Castell"), ("Ifor Pugh", "Nia Pugh"))
A_CASE = 50
"""How many papers are written about one case."""
TELLS_NOTHING = 2
"""So many letters may be left of what was replaced: an Ó, or the tail of a handle."""


def case_for(rng: random.Random) -> tuple[Case, tuple[Hidden, ...], Audience, str]:
    """Return a case, whom it hides, and who reads of it."""
    child, parent = rng.choice(FAMILIES)
    people = hidden_people(rng)
    ava = Person(id="ava", kind=PersonKind.LEARNER, name=child)
    dee = Person(id="dee", kind=PersonKind.PARENT, name=parent)
    involved = tuple(Involved(one.person, (Role.WITNESS,)) for one in people)
    details = {
        "person": "h0",
        "kind": people[0].person.kind,
        "name": people[0].person.name,
        "known_as": people[0].person.known_as,
        "address": "Flat 2, 27 Tannery Close, Exampleton EX1 6LN",
        "phone": "07700 900342",
    }
    case = concern_case(
        (
            PeopleNamed,
            {"people": (Involved(dee, (Role.FAMILY,)),), "parent_of": "ava", "why": "She said."},
        ),
        (PeopleNamed, {"people": involved, "why": "She said."}),
        (PersonDetails, details),
        (
            IdentifyingFact,
            {"about": "h1", "words": "the only girl in the plumbing group", "why": "They know."},
        ),
        people=(Involved(ava, (Role.PICTURED,)),),
    )
    reader = rng.choice(((Audience.PARENTS, "dee"), (Audience.LEARNER, "ava")))
    return case, people, *reader


class Paper(msgspec.Struct, frozen=True):
    """The text of a paper before it is disguised, with what is planted in it, and where."""

    text: str
    plants: tuple[tuple[Plant, int], ...]


def paper_of(rng: random.Random, plants_of: Iterator[Plant]) -> Paper:
    """Return a paper of ordinary sentences, and in every second one somebody who must not be."""
    text, plants = "", []
    for plain in rng.sample(PLAIN, 4):
        planted = next(plants_of)
        for words in (plain, planted.text):
            if words is planted.text:
                plants.append((planted, len(text)))
            text += words + rng.choice((" ", " ", "\n"))
    assert unicodedata.is_normalized("NFC", text)
    return Paper(text, tuple(plants))


def missed(paper: Paper, shown: Disguised, leaks: list[Leak]) -> Iterator[tuple[Plant, str]]:
    """Yield each plant with a telling part that was neither replaced nor found by the gate."""
    gone = {at for one in shown.replaced for at in range(*one.full)}
    found = [squash(leak.found) for leak in leaks]
    for one, at in paper.plants:
        for start, end in one.tells:
            left = "".join(
                paper.text[here] for here in range(at + start, at + end) if here not in gone
            )
            part = squash(paper.text[at + start : at + end])
            if len(squash(left)) <= TELLS_NOTHING or any(
                part in words or words in part for words in found
            ):
                continue
            yield one, paper.text[at + start : at + end]
            break


def run(papers: int, seed: int = 14) -> tuple[Counter, list[tuple[Plant, str]]]:
    """Return how many were planted of each class, and those that passed."""
    planted: Counter = Counter()
    passed: list[tuple[Plant, str]] = []
    for at in range(-(-papers // A_CASE)):
        rng = random.Random(seed + at)
        case, people, audience, about = case_for(rng)
        ground, ways = Ground(rng, people), [*REGISTERED, *UNREGISTERED]
        rng.shuffle(ways)
        plants = (way(ground) for way in cycle(ways))
        written = [paper_of(rng, plants) for _ in range(A_CASE)]
        hide = Disguise.of(disclosure_for(case, audience, about))
        shown = [hide.beside(paper.text) for paper in written]
        pages = [wrapped(one.shown) for one in shown]
        leaks: dict[int, list[Leak]] = {}
        for leak in leaks_in(pages, case, audience, about, beside=BESIDE):
            leaks.setdefault(leak.page, []).append(leak)
        for number, (paper, one) in enumerate(zip(written, shown, strict=True), start=1):
            planted.update((plant.registered, plant.kind) for plant, _ in paper.plants)
            passed += missed(paper, one, leaks.get(number, []))
    return planted, passed


def wrapped(text: str) -> str:
    """Return a text in lines, as a page has it."""
    return "\n".join(line for part in text.split("\n") for line in textwrap.wrap(part, 92) or [""])


def main(papers: int) -> None:
    """Print the table of classes, and up to three of each that passed."""
    planted, passed = run(papers)
    lost = Counter((plant.registered, plant.kind) for plant, _ in passed)
    for known in (True, False):
        total = sum(count for (registered, _), count in planted.items() if registered is known)
        gone = sum(count for (registered, _), count in lost.items() if registered is known)
        print(f"\n{'Registered' if known else 'Not registered'}: {gone} of {total} passed")
        for key in sorted(key for key in planted if key[0] is known):
            some = [f"{part!r} in {one.text!r}" for one, part in passed if key[1] == one.kind]
            print(f"{key[1]:40} {planted[key]:6} {lost[key]:6}  {'; '.join(some[:3])}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
