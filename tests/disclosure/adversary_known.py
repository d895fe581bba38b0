"""Adversaries whom the case knows: none of them may get through."""

from app.disclosure.words import known
from app.domain.names.folding import squash
from tests.disclosure.adversary_grammar import (
    FIRST,
    MIDDLE,
    OWNED,
    SAID,
    SMALL,
    no_marks,
    plain,
    slip,
)


def whole(it):
    one = it.one()
    ways = (
        one.person.name,
        one.person.name.upper(),
        one.person.name.lower(),
        f"{one.last}, {one.first}",
        f"{one.first[0]}. {one.last}",
        f"{one.first} {one.last[0]}.",
    )
    written = it.rng.choice(ways)
    parts = tuple(part for part in (one.first, one.last) if part.lower() in written.lower())
    at = [written.lower().index(part.lower()) for part in parts]
    tells = [written[a : a + len(p)] for a, p in zip(at, parts, strict=True)]
    return it.known("a full name", MIDDLE, written, *tells)


def alone(it):
    one = it.one(word=False)
    part = it.rng.choice((one.first, one.last))
    accents = it.rng.choice((part, no_marks(part), part.upper()))
    return it.known("a first or last name", (*MIDDLE, *FIRST), accents)


def small(it):
    one = it.one(word=False)
    return it.known("a first name in small letters", SMALL, one.first.lower())


def owned(it):
    one = it.one()
    part = it.rng.choice((one.first, one.last))
    ending = it.rng.choice(("’s", "'s", "`s"))
    return it.known("a possessive", OWNED, part + ending, part)


def owned_without_apostrophe(it):
    one = it.one()
    part = it.rng.choice((one.first, one.first.lower(), one.last))
    return it.known("a possessive without apostrophe", OWNED, part + "s", part)


def short(it):
    one = it.rng.choice([one for one in it.people if one.shorts])
    written = it.rng.choice(one.shorts)
    return it.known("a diminutive", (*MIDDLE, *FIRST), written)


def family(it):
    last = it.one().last
    many = "es" if last.endswith(("s", "sh", "ch", "x", "z")) else "s"
    ways = (f"the {last}{many}", f"the {last} family", f"the {last} boy", f"Mrs {last}")
    return it.known("a family", MIDDLE[:7], it.rng.choice((*ways, f"Mr {last}")), last)


def slipped(it):
    one = it.one()
    words = [part for part in one.person.name.split() if len(part) >= 5 and part.isalpha()]
    if not words:
        return slipped(it)
    written = slip(it.rng, it.rng.choice(words))
    kind = "one slip that is a word" if known(squash(written)) else "one slip"
    return it.known(kind, (*MIDDLE, *FIRST), written)


def initials(it):
    one = it.one(word=False)
    a, b = one.first[0], one.last[0]
    ways = (f"{a}.{b}.", f"{a}. {b}.", f"{a}.{b}")
    return it.known("initials", MIDDLE[:7], it.rng.choice(ways))


def joined(it):
    one = it.one()
    a, b = no_marks(one.first), no_marks(one.last).replace(" ", "")
    ways = (a + b, f"{a}_{b}", f"{a}-{b}", f"{a}/{b}", f"{a}.{b}", (a + b).lower(), b + a)
    return it.known("a join", MIDDLE, it.rng.choice(ways))


def broken(it):
    one = it.one(word=False)
    half = len(one.last) // 2
    ways = (
        f"{one.first}\n{one.last}",
        f"{one.first}\u00a0{one.last}",
        f"{one.first} {one.last[:half]}-\n{one.last[half:]}",
        f"{one.last[:half]}\u00ad{one.last[half:]}",
        f"{one.last[:half]}\u200b{one.last[half:]}",
    )
    return it.known("a break", MIDDLE, it.rng.choice(ways))


def handle(it):
    one = it.rng.choice([one for one in it.people if one.person.known_as])
    bare = one.person.known_as.lstrip("@")
    ways = (f"@{bare}", bare, bare.upper(), bare.replace("_", ""), bare.replace("_", "."))
    kept = it.rng.choice((*ways, f"{bare}xo", f"{bare}_2", f"x{bare}x"))
    return it.known("a handle", MIDDLE, kept, kept)


def tailed(it):
    one = it.one()
    a, b = plain(one.first), plain(one.last)
    ways = [f"@{a}{b}07", f"@{a}_{b}", f"{a}.{b}09", f"its_{a}_{b}"]
    if len(a) > 4 and not one.word:
        ways += [f"{a}xo", f"@{a}_08", f"its{a}", f"{a}.xx", f"real{a}09"]
    written = it.rng.choice(ways)
    return it.known("a name in a handle", MIDDLE, written, written.removeprefix("its_"))


def number(it):
    ways = ("07700 900342", "07700900342", "+44 7700 900 342", "(07700) 900-342")
    return it.known("a known number", SAID, it.rng.choice(ways))


def place(it):
    ways = ("27 Tannery Close", "Tannery Close", "27 tannery cl", "EX1 6LN", "ex16ln")
    more = ("Tanery Close", "27 Tannary Close")
    return it.known("a known address", SAID, it.rng.choice(ways + more))


def fact(it):
    ways = (
        "the only girl in the plumbing group",
        "The only girl in the Plumbing group",
        "the only girl\nin the plumbing group",
        "the only girl in the plumming group",
    )
    return it.known("a marked fact", ("She says {} has it.",), it.rng.choice(ways))


def signer(it):
    one = it.one()
    frames = ("Signed: {}", "Signed by {} on 19 November.", "Witness: {}", "Handed to {}.")
    return it.known("a signer", frames, one.person.name, one.first, one.last)


def word_told(it):
    first = it.one(word=True).first
    said = it.rng.choice((first, first, first.lower()))
    frames = SMALL[:1] if said.islower() else (*MIDDLE, *SMALL)
    return it.known("a word after told, with, by, from", frames, said)


def word_first(it):
    return it.known("a word that begins", FIRST, it.one(word=True).first)


def word_owned(it):
    first = it.one(word=True).first
    said = it.rng.choice((first, first.lower()))
    ending = it.rng.choice(("’s", "'s", "s"))
    return it.known("a word that owns", OWNED, said + ending, said)


REGISTERED = (
    whole,
    alone,
    small,
    owned,
    owned_without_apostrophe,
    short,
    family,
    slipped,
    slipped,
    initials,
    joined,
    broken,
    handle,
    tailed,
    number,
    place,
    fact,
    signer,
    word_told,
    word_first,
    word_owned,
)
