"""How a name sounds: names that may be one person's, however somebody spelt what they heard."""

import re
import unicodedata
from functools import lru_cache

_IRREGULAR = {
    "aoife": "eefa",
    "caoimhe": "keeva",
    "cian": "kian",
    "ciara": "kiara",
    "ciaran": "kieran",
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
    """Give the sound of one word of a name. Words of the same sound may be the same name."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(letter for letter in bare if letter.isalpha() and letter.isascii())
    sound = _IRREGULAR.get(letters, letters)
    for pattern, heard in _STEPS:
        sound = pattern.sub(heard, sound)
    return sound


def sounds_alike(asked: str, names: str) -> bool:
    """Say whether every word asked for sounds like one of the words of `names`."""
    wanted = {sound_of(word) for word in asked.split()} - {""}
    return bool(wanted) and wanted <= sounds_in(names)


def sounds_in(names: str) -> frozenset[str]:
    """Give the sound of every word of some names."""
    return frozenset(map(sound_of, re.split(r"[\s\-,]+", names)))
