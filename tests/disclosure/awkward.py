"""Cases with awkward people, made from a seed: names that are words, shared, accented, doubled."""

import random
import unicodedata
from dataclasses import dataclass, field

from app.domain.forms.concern import ConcernReceived
from app.domain.forms.extortion import AccountUsed, DemandsRecorded
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PeopleMerged, PeopleNamed, PersonDetails, Relative
from app.domain.forms.sharing import IdentifyingFact
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from tests.casefold import case_of, concern
from tests.domain.people_of_two import DEMANDS, MET

FIRST = tuple(
    """
    Sam Zoë Zoe Will May Grace Siân Łukasz Żaneta Ffion Anne-Marie Mohammed Jo Ava Noor Rhys
    William Katarzyna Mark Hope Llŷr Ben D’Arcy Angharad Elizabeth Ines Przemysław Summer
    """.split()  # noqa: SIM905
)
LAST = tuple(
    """
    O'Brien OBrien O’Brien Reed Stone Osei-Bonsu Łoś-Novák Marsh Gwyn-Hughes Świątek McArthur Ng
    Li Jones Benn Dunmore ap~Rhys van~der~Berg Wójcik Núñez Winter
    """.split()  # noqa: SIM905
)
KNOWN_AS = ("", "", "Moonie", "Zed 🌸", "Bean-Pole, Stretch", "Tigger")
STREETS = (
    "Tannery Close",
    "Ffordd Las",
    "Rose Lane",
    "Mill Road",
    "St Olave’s Court",
    "Quayside Row",
)
HANDLES = ("dark.moon", "xx_harbour", "quick")
GROUPS = ("Level 1 Catering", "12B", "Plumbing Tuesdays", "Year 13, T-Level Digital", "Art 2")
FACTS = ("the only girl in the plumbing group", "plays the harp for the county", "back from Oslo")
CONTROLS = (
    "Will you come on Monday?",
    "May I ask who else will know?",
    "It may rain, and she will say so with good grace.",
    "In May 2026 and on 3 May the hall was shut.",
    "Mark the day, and hope for the best.",
    "Hope this helps.",
    "The IT room, PE and the UK law are as before.",
    "Willow, Mayor, Zoology, Benefit, Marshmallow, Reedbed, Winterising, Avalanche, Samples.",
    "They agreed to meet again at 10:30 in room 14.",
    "A stone, a reed and a marsh; summer and winter.",
    "He is well, and a plan stands: talk, sleep, eat.",
)


@dataclass(frozen=True)
class Somebody:
    """One person with everything that would tell who they are, written in several ways."""

    person: Person
    first: str
    last: str
    phone: str = ""
    house: str = ""
    postcode: str = ""
    handle: str = ""
    fact: str = ""
    also: str = ""
    ways: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Awkward:
    """A case, its children and each one's parent."""

    case: object
    children: tuple[Somebody, ...]
    parents: tuple[Somebody, ...]

    @property
    def everybody(self):
        return (*self.children, *self.parents)

    def others(self, reader):
        """Those a document for this reader must not tell of."""
        return [one for one in self.everybody if one not in self.own(reader)]

    def own(self, reader):
        """The reader, with a parent’s own child."""
        if reader in self.children:
            return [reader]
        return [reader, self.children[self.parents.index(reader)]]


def ways_of(one):
    """Return what can be written of somebody, by what it is."""
    first, last = one.first, one.last
    initials = f"{first[0]}.{last[0]}.".upper()
    ways = {
        "name": (
            f"{first} {last}",
            f"{last}, {first}",
            f"{first} {last}".upper(),
            f"{last} {first}",
        ),
        "short of": (f"{first[0]}. {last}", f"{first} {last[0]}."),
        "possessive": (f"{first}’s", f"{last}'s"),
        "plain": (bare(f"{first} {last}"), f"{first} {last}".lower()),
        "family": (f"the {last} family",),
        "initials": (initials,),
        "part": (last,),
    }
    if one.phone:
        digits = one.phone.replace(" ", "")
        ways["phone"] = (one.phone, digits, f"+44 {digits[1:5]}-{digits[5:]}")
        ways["address"] = (
            one.house,
            one.house.upper(),
            one.postcode,
            one.postcode.replace(" ", ""),
        )
    if one.handle:
        ways["handle"] = (f"@{one.handle}", one.handle, one.handle.upper())
    if one.fact:
        ways["fact"] = (one.fact, one.fact.capitalize(), one.fact.replace(" ", "\n"))
    if one.also:
        ways["joined"] = (one.also,)
    return ways


def bare(text):
    """Text without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.translate(str.maketrans("Łł’", "Ll'")))
    return "".join(x for x in plain if not unicodedata.combining(x)).replace("'", "")


def awkward_case(seed):
    """Return the case of a seed: two to four children, each with one parent."""
    chance = random.Random(seed)
    count = chance.choice((2, 2, 3, 4))
    ids = [f"{chance.getrandbits(64):x}" for _ in range(2 * count)]
    children = tuple(_child(chance, number, ids.pop()) for number in range(count))
    parents = tuple(_parent(chance, child, ids.pop()) for child in children)
    return Awkward(case_of(*_entries(chance, children, parents)), children, parents)


def _child(chance, number, key):
    first, last = chance.choice(FIRST), chance.choice(LAST).replace("~", " ")
    person = Person(
        id=key,
        kind=PersonKind.ELSEWHERE if chance.random() < 0.2 else PersonKind.LEARNER,
        name=f"{first} {last}",
        known_as=chance.choice(KNOWN_AS),
        group=f"{chance.choice(GROUPS)}",
    )
    return _with_ways(
        Somebody(
            person,
            first,
            last,
            phone=f"07700 900{100 + number * 7 + chance.randrange(7)}",
            house=f"{number * 30 + chance.randrange(1, 29)} {STREETS[number]}",
            postcode=f"EX{number + 1} {chance.randrange(1, 9)}LN",
            handle=f"{chance.choice(HANDLES)}_{number}{chance.randrange(9)}",
            fact=FACTS[number] if number < len(FACTS) else "",
            also=f"Joined{'abcd'[number]}son" if chance.random() < 0.3 else "",
        )
    )


def _parent(chance, child, key):
    first = chance.choice(FIRST)
    last = child.last if chance.random() < 0.7 else chance.choice(LAST).replace("~", " ")
    person = Person(id=key, kind=PersonKind.PARENT, name=f"{first} {last}")
    return _with_ways(Somebody(person, first, last))


def _with_ways(one):
    return Somebody(**{**one.__dict__, "ways": ways_of(one)})


def _entries(chance, children, parents):
    people = tuple(Involved(one.person, (Role.SHARED,)) for one in children)
    yield _concern(people)
    family = tuple(Involved(one.person, (Role.FAMILY,)) for one in parents)
    yield PeopleNamed, {"people": family, "why": "In the college’s records."}
    for child, parent in zip(children, parents, strict=True):
        yield PersonDetails, _details(child, parent)
        if child.fact:
            fact = {"about": child.person.id, "words": child.fact, "why": "Friends would know."}
            yield IdentifyingFact, fact
        if child.also:
            yield from _joined(child)
    accounts = tuple(AccountUsed(name=f"@{one.handle}", service="Chat") for one in children)
    yield DemandsRecorded, {**DEMANDS, "learner": children[0].person.id, "accounts": accounts}
    for child, parent in zip(children, parents, strict=True):
        said = written(chance, [one for one in (*children, *parents) if one not in (child, parent)])
        told = {"parent": parent.person.id, "child": child.person.id, "happened": said}
        yield ParentContact, {**MET, **told}


def _concern(people):
    return ConcernReceived, concern(people=people)


def _details(child, parent):
    home = Relative(name=parent.person.name, relation="Parent", responsible=YesNoUnknown.YES)
    return {
        "person": child.person.id,
        "kind": child.person.kind,
        "name": child.person.name,
        "known_as": child.person.known_as or None,
        "group": child.person.group,
        "address": f"{child.house}, Exampleton {child.postcode}",
        "phone": child.phone,
        "household": (home,),
    }


def _joined(child):
    other = Person(id=f"{child.person.id}-b", kind=PersonKind.LEARNER, name=f"Pat {child.also}")
    yield PeopleNamed, {"people": (Involved(other, (Role.WITNESS,)),), "why": "Overheard."}
    yield (
        PeopleMerged,
        {
            "keep": child.person.id,
            "other": other.id,
            "same": YesNoUnknown.YES,
            "name": child.person.name,
            "why": "She said so.",
        },
    )


def written(chance, others):
    """Write a text that speaks of others in many ways, among ordinary sentences."""
    sentences = list(CONTROLS)
    for one in others:
        for words in chance.choices([way for ways in one.ways.values() for way in ways], k=4):
            frame = chance.choice(
                ("She said that {} rang.", "Then, with {}, it ended.", "So {} knew.")
            )
            sentences.append(frame.format(words))
    chance.shuffle(sentences)
    return " ".join(sentences)
