"""Adversaries whom nobody has registered: they are asked about."""

from tests.disclosure.adversary_grammar import (
    DIALLED,
    FIRST,
    MIDDLE,
    OWNED,
    SAID,
    SMALL,
    plain,
)
from tests.disclosure.adversary_words import STREETS, SUFFIXES

ELSEWHERE = ("Ottoline Frampton", "Sky Underwood", "Bram Tolliver", "dusk_heron8")
"""People and accounts of other cases."""


def stranger(it):
    community, first, _ = it.stranger()
    return it.unknown(f"a first name, {community}", MIDDLE, first)


def stranger_first(it):
    _, first, _ = it.stranger()
    return it.unknown("a first name that begins", FIRST, first)


def stranger_whole(it):
    community, first, last = it.stranger()
    ways = (f"{first} {last}", f"{last}, {first}", f"{first} {last}".upper())
    written = it.rng.choice(ways)
    return it.unknown(f"a full name, {community}", (*MIDDLE, *FIRST), written)


def stranger_small(it):
    _, first, last = it.stranger()
    written = it.rng.choice((first, first, f"{first} {last}")).lower()
    return it.unknown("a name in small letters", SMALL, written)


def stranger_owned(it):
    _, first, _ = it.stranger()
    ending = it.rng.choice(("’s", "'s", "s"))
    return it.unknown("a name that owns", OWNED, first + ending, first)


def titled(it):
    _, first, last = it.stranger()
    title = it.rng.choice(
        ["Mr", "Mrs", "Ms", "Miss", "Mr.", "Dr", "Sir", "Auntie", "Uncle", "Imam", "Coach"]
    )
    name = first if title in {"Auntie", "Uncle"} else last
    return it.unknown("a title", MIDDLE, f"{title} {name}", name)


def phone(it):
    seven = f"9{it.rng.randrange(100):02}{it.rng.randrange(400, 999)}"
    mobile, there = f"7700{'900'}{seven[-3:]}", f"960{seven[-3:]}"
    ways = {
        "a mobile number": (
            f"0{mobile}",
            f"0{mobile[:4]} {mobile[4:]}",
            f"0{mobile[:4]} {mobile[4:7]} {mobile[7:]}",
            f"0{mobile[:4]}-{mobile[4:7]}-{mobile[7:]}",
            f"0{mobile[:4]}.{mobile[4:7]}.{mobile[7:]}",
            f"+44{mobile}",
            f"+44 (0){mobile[:4]} {mobile[4:]}",
            f"0044 {mobile[:4]} {mobile[4:]}",
            f"44{mobile}",
            f"0 7 7 0 0 9 0 0 {' '.join(mobile[7:])}",
            f"07700 {mobile[4:6]} {mobile[6:8]} {mobile[8:]}",
        ),
        "a landline": (
            f"01632 {there}",
            f"(01632) {there}",
            f"01632-{there}",
            f"+44 1632 {there}",
            f"01632{there} ext. 12",
            f"020 7946 0{seven[-3:]}",
        ),
        "a number of the town": (there, f"{there[:3]} {there[3:]}"),
        "a number abroad": (
            f"+353 20 912 {seven[-4:]}",
            f"+1 202 555 01{seven[-2:]}",
            f"0033 1 99 00 {seven[-4:-2]} {seven[-2:]}",
            f"+46 70 174 06 {seven[-2:]}",
        ),
    }
    kind = it.rng.choice(tuple(ways))
    frames = DIALLED if kind == "a number of the town" else (*SAID, *DIALLED)
    return it.unknown(kind, frames, it.rng.choice(ways[kind]))


def mail(it):
    _, first, last = it.stranger()
    name = f"{plain(first)}.{plain(last)}"
    ways = (
        f"{name}@mail.example",
        f"{name}+x@post.mail.example",
        f"{name.upper()}@MAIL.EXAMPLE",
        f"{name}@\nmail.example",
        f"{name} @ mail.example",
        f"{name}[at]mail.example",
        f"{name} at mail dot example",
        f"mailto:{name}@mail.example",
    )
    return it.unknown("an e-mail", SAID, it.rng.choice(ways))


def postcode(it):
    area = it.rng.choice(("EX4", "N7", "LS11", "SW1A", "BT9", "M14", "EH12", "W1T"))
    inward = f"{it.rng.randrange(10)}{''.join(it.rng.sample('ABDEFGHJLNPQRSTUWXYZ', 2))}"
    ways = (f"{area} {inward}", f"{area}{inward}", f"{area} {inward}".lower())
    return it.unknown("a postcode", SAID, it.rng.choice((*ways, f"{area}\n{inward}")))


def street(it):
    street = f"{it.rng.choice(STREETS)} {it.rng.choice(SUFFIXES)}"
    number = it.rng.randrange(2, 180)
    ways = (
        street,
        f"{number} {street}",
        f"{number}b {street}".lower(),
        f"Flat 3, {number} {street}",
        f"{number}\n{street}",
        street.upper(),
    )
    frames = ("He lives at {}.", "They met in {} again.", "She was seen near {} at six.")
    return it.unknown("a street", frames, it.rng.choice(ways))


def account(it):
    word = "".join(it.rng.sample(("kooky", "lunar", "pixel", "foggy", "velvet"), 2))
    ways = {
        "a handle with its sign": (f"@{word}", f"@{word}.{word[:2]}", f"@ {word}_9"),
        "a handle without": (f"{word}_99", f"{word}.x_7", f"x{word}2009", f"{word}#4471"),
        "a link": (f"snapchat.com/add/{word}", f"https://chat.example/{word}"),
    }
    if it.rng.random() < 0.2:
        frames = ("His Snapchat is {}.", "She is on Instagram as {}.", "His username is {}.")
        return it.unknown("a handle by its service", frames, word)
    kind = it.rng.choice(tuple(ways))
    return it.unknown(kind, SAID, it.rng.choice(ways[kind]))


def plate(it):
    end = "".join(it.rng.sample("BDFGHJKLMNPRSTVWX", 3))
    ways = (f"EX21 {end}", f"EX21{end}", f"ex21 {end.lower()}", f"A123 {end}", "BXZ 1234")
    frames = ("The car was a grey van, {}.", "He drives {}.", "The registration is {}.")
    return it.unknown("a plate", frames, it.rng.choice(ways))


def elsewhere(it):
    written = it.rng.choice((*ELSEWHERE, "Frampton", "Tolliver", "Ottoline"))
    return it.unknown("somebody of another case", MIDDLE, written)


UNREGISTERED = (
    stranger,
    stranger,
    stranger_first,
    stranger_whole,
    stranger_whole,
    stranger_small,
    stranger_owned,
    titled,
    phone,
    phone,
    mail,
    postcode,
    street,
    account,
    plate,
    elsewhere,
)
