"""The words by which a paper would tell its reader what is held back from them for now.

Source: the college's guidance, "Handling incidents": telling a parent must not put a learner at
risk. A word alone may be harmless, so the gate asks and replaces nothing.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from app.disclosure.audience import FAMILIES
from app.domain.case.case import Case
from app.domain.forms.knowledge import Topic
from app.domain.kit.answers import PersonRef
from app.domain.kit.record import Audience
from app.domain.rules.knowledge import card_for

WORDS: Mapping[Topic, tuple[str, ...]] = {
    Topic.HAPPENED: (
        r"images?|imagery|pictures?|photos?|photographs?|videos?|selfies?|nudes?|semi-nudes?",
        r"screenshots?|blackmail\w*|sextortion",
    ),
    Topic.PICTURED: (),
    Topic.SHARED: (r"shar(?:ed|es|ing)|forward(?:ed|s|ing)|pass(?:ed|es|ing) (?:it|them) on",),
    Topic.REFERRED: (
        r"referr(?:al|als|ed|ing)|social (?:care|workers?|services)|children[’']s services",
        r"MASH|MARF|LADO|early help|family help|strategy (?:discussion|meeting)|section 47|s\.?47",
    ),
    Topic.POLICE: (
        r"police\w*|officers?|constables?|PCs?|PCSOs?|detectives?|sergeants?|inspectors?",
        r"crime (?:number|reference)|(?:police )?log (?:number|\d+)|CEOP|arrest\w*|under caution",
    ),
    Topic.DEVICE: (
        r"devices?|handsets?|laptops?|tablets?|phones?|mobiles?|confiscat\w+|custody",
        r"(?:seal|bag) number|locked away",
    ),
}
"""For each topic the words that tell of it, as patterns. Names tell who is pictured, and have a
search of their own."""
_NUMBER_BEFORE = re.compile(r"\b(?:999|101)\W{0,3}$")
_NUMBER_AFTER = re.compile(r"[^.!?]{0,14}\b(?:999|101)\b")
"""What stands beside a service to ring in an emergency, which tells of no case."""


def held_topics(case: Case, audience: Audience, reader: PersonRef | None) -> tuple[Topic, ...]:
    """Return the topics that a reader of a family must not be told for now."""
    if audience not in FAMILIES or reader is None:
        return ()
    return tuple(topic for topic, _ in card_for(case, reader).do_not_say)


def held_words_in(text: str, topics: tuple[Topic, ...]) -> Iterator[tuple[int, int]]:
    """Yield the place of each word that tells of one of these topics."""
    pattern = _pattern(topics)
    for found in pattern.finditer(text) if pattern else ():
        start, end = found.span()
        before = text[max(0, start - 6) : start]
        if not _NUMBER_BEFORE.search(before) and not _NUMBER_AFTER.match(text, end):
            yield start, end


@cache
def _pattern(topics: tuple[Topic, ...]) -> re.Pattern[str] | None:
    words = [one for topic in topics for one in WORDS[topic]]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE) if words else None
