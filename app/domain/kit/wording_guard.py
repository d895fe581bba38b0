"""The wording guard: marks words that do not belong in a record, and says why. Never a barrier.

Source: the college's guidance, "Interviewing and talking to the learner involved"; UKCIS "Sharing
nudes and semi-nudes" (March 2024). The rules are dated data in resources/wording.toml.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec

from app.domain.kit.answers import Choice
from app.domain.kit.sources import Cited

MOST = 100
"""The most remarks on one text: nobody reads more."""
_BEFORE = 80
"""How many characters before the words may reverse their meaning: “nobody was asked to”."""
_STRAIGHT = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "))
_SENTENCE_ENDS = re.compile(r"[.!?\n;:]")


class RemarkKind(Choice):
    """What a remark is about."""

    WHY = "why", "Asking why"
    LEADING = "leading", "Leading question"
    BLAME = "blame", "Words that blame"
    INITIALS = "initials", "Initials"
    OPINION = "opinion", "Opinion as fact"
    PROMISE = "promise", "Promise"
    LABEL = "label", "Outdated or labelling word"
    STOP = "stop", "A copy may exist"


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule: lower-case `words` with straight apostrophes; a `*` stands for any ending.

    `then` is a pattern that must follow the words, and is marked with them. `unless` is a pattern:
    where it comes before them in the same sentence, the rule makes no remark.
    """

    kind: RemarkKind
    words: tuple[str, ...]
    sentence: str
    source: tuple[Cited, ...]
    then: str = ""
    unless: str = ""


class Initials(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rule on initials: `known` are capitals that mean something other than a name."""

    known: frozenset[str]
    sentence: str
    source: tuple[Cited, ...]


class StopCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What to do at once when words say that a copy was made or passed on."""

    title: str
    steps: tuple[str, ...]
    source: tuple[Cited, ...]


class WordingRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All rules, with the day on which they were last checked against their sources."""

    checked: date
    rule: tuple[Rule, ...] = ()
    initials: Initials | None = None
    stop: StopCard | None = None


NO_RULES = WordingRules(checked=date(2026, 11, 22))


class Remark(msgspec.Struct, frozen=True, order=True):
    """A remark on a text, from `start` up to `end` in characters: its sentence, and its sources."""

    start: int
    end: int
    kind: RemarkKind
    sentence: str
    source: tuple[Cited, ...] = ()


def remarks(text: str, rules: WordingRules) -> tuple[Remark, ...]:
    """Return the remarks on a text, in its order, never two on the same words."""
    plain = _plain(text)
    found = [remark for rule in rules.rule for remark in _by_rule(plain, rule)]
    if rules.initials:
        found += _by_initials(text, rules.initials)
    found.sort(key=lambda remark: (remark.start, -remark.end, remark.kind))
    kept: list[Remark] = []
    for remark in found:
        if not kept or remark.start >= kept[-1].end:
            kept.append(remark)
    return tuple(kept[:MOST])


def _plain(text: str) -> str:
    """Return the text in lower case with straight quotes, each character in its own place."""
    for curly, straight in _STRAIGHT:  # several times as fast as str.translate
        text = text.replace(curly, straight)
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(map(_one_lower, text))


def _one_lower(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


def _by_rule(plain: str, rule: Rule) -> Iterator[Remark]:
    left = MOST
    for start, end in _places(plain, rule):
        if rule.unless and _pattern(rule.unless).search(_said_before(plain, start)):
            continue
        yield Remark(start, end, rule.kind, rule.sentence, rule.source)
        left -= 1
        if not left:
            return


def _places(plain: str, rule: Rule) -> Iterator[tuple[int, int]]:
    for word in rule.words:
        stem = word.rstrip("*")
        start = plain.find(stem)
        while start >= 0:
            end = _end_of_word(plain, start, stem, open_ended=word != stem)
            if end and rule.then:
                follows = _pattern(rule.then).match(plain, end)
                end = follows.end() if follows else 0
            if end:
                yield start, end
            start = plain.find(stem, max(end, start + 1))


def _end_of_word(plain: str, start: int, stem: str, *, open_ended: bool) -> int:
    """Return where the words end, or 0 when they are only part of other words."""
    end = start + len(stem)
    if start and plain[start - 1].isalnum():
        return 0
    if open_ended:
        while end < len(plain) and plain[end].isalpha():
            end += 1
    return 0 if end < len(plain) and plain[end].isalnum() else end


def _said_before(plain: str, start: int) -> str:
    before = plain[max(0, start - _BEFORE) : start]
    ends = [found.end() for found in _SENTENCE_ENDS.finditer(before)]
    return before[ends[-1] :] if ends else before


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# Two capitals, perhaps with stops. One capital before a surname (R. Okafor) is how staff are named.
_TWO_CAPITALS = re.compile(
    r"(?<![\w.&/-])[A-Z](?:\. ?[A-Z]\b\.?(?! [A-Z][a-z])|[A-Z](?![\w&/-]|\.\w))"
)
_SHOUTED = re.compile(r"[A-Z]{3,}")


def _by_initials(text: str, rule: Initials) -> Iterator[Remark]:
    for found in _TWO_CAPITALS.finditer(text):
        letters = found[0].replace(".", "").replace(" ", "")
        around = (
            text[max(0, found.start() - 12) : found.start()] + text[found.end() : found.end() + 12]
        )
        if letters not in rule.known and not _SHOUTED.search(around):
            yield Remark(
                found.start(), found.end(), RemarkKind.INITIALS, rule.sentence, rule.source
            )
