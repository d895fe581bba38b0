"""How a name sounds: it finds names of one person, however somebody spelt what they heard."""

import re
from functools import lru_cache

from app.domain.names.folding import spelt, squash

_IRREGULAR = {
    "aoife": "eefa",
    "caoimhe": "keeva",
    "cian": "kian",
    "ciara": "kiara",
    "ciaran": "kieran",
    "leigh": "lee",
    "niamh": "neev",
    "neve": "neev",
    "sean": "shaun",
    "sinead": "shinade",
    "siobhan": "shivaun",
    "saoirse": "sersha",
}
"""Names that sound nothing like their letters in English."""

_STEPS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^mc", "mac"),
        (r"^(?:kn|gn|pn)", "n"),
        (r"^wr", "r"),
        (r"^wh", "w"),
        (r"^(?:ps|x)", "s"),
        (r"ch(?=[rl])", "k"),
        (r"(?:sch|sh|tch|ch|ti(?=on))", "9"),
        (r"ph", "f"),
        (r"gh(?=[aeiouy])", "g"),
        (r"gh", ""),
        (r"th", "t"),
        (r"mps", "ms"),
        (r"dg(?=[eiy])|g(?=eo|e[mnr]|i[nlo])", "j"),
        (r"c(?=[eiy])", "s"),
        (r"ck|[cq]", "k"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"v", "f"),
        (r"(?<=.)[hw]", ""),
        (r"^[aeiou]+y?(?=.)", "a"),
        (r"(?<=.)[aeiouy]", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=20_000)
def sound_of(word: str) -> str:
    """Return the sound of one word of a name. Words with the same sound may be the same name."""
    sound = as_heard("".join(letter for letter in squash(word) if "a" <= letter <= "z"))
    for pattern, heard in _STEPS:
        sound = pattern.sub(heard, sound)
    return sound


def as_heard(word: str) -> str:
    """Return a folded word as its sound would be spelt, where its letters differ from that."""
    return _IRREGULAR.get(word, word)


def sounds_alike(asked: str, names: str) -> bool:
    """Return whether every word asked for sounds like a word of `names`."""
    wanted = sounds_in(asked) - {""}
    return bool(wanted) and wanted <= sounds_in(names)


def sounds_in(names: str) -> frozenset[str]:
    """Return the sound of every word of names."""
    return frozenset(map(sound_of, spelt(names)))
