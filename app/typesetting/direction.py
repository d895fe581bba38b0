"""Which way each character of a line runs, and in which order a line is seen (UAX #9).

Only the implicit rules: what would embed or override a direction is never printed as such. What
stands in quotation marks runs by its own letters, as it did where it was quoted from.
"""

import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import TypeVar

T = TypeVar("T")

_STRONG = {"L": 0, "R": 1, "AL": 1}
_OPENS, _CLOSES = "“", "”"
_FEW = 4
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})


def direction_of(words: str) -> int:
    """Return 1 if a text runs from right to left: it begins and ends so, or is so but for a word.

    What is quoted in it counts only where there is nothing else. By the rules the first letter
    alone would decide; but “אב told us” and “אב, Year 12” are English.
    """
    outside = list(words)
    for start, end in reversed(_quoted(words)):
        del outside[start:end]
    for said in (outside, words):
        strong = [_STRONG[it] for it in map(_class_of, said) if it in _STRONG]
        if strong:
            left, right = sum(strong), strong.count(0)
            return int(left > _FEW * right or (left > right and strong[0] == strong[-1] == 1))
    return 0


def begins_leftwards(words: str) -> bool:
    """Return whether the first letter of a text runs from right to left."""
    return bool(next((_STRONG[it] for it in map(_class_of, words) if it in _STRONG), 0))


def levels_of(words: str, base: int | None = None) -> list[int]:
    """Return the level of each character of one line: odd runs from right to left.

    `base` is the level of the whole line, by default that of most of its letters.
    """
    if words.isascii() and not base:
        return [0] * len(words)
    base = direction_of(words) if base is None else base
    inside = _quoted(words)
    classes = [_class_of(letter) for letter in words]
    for start, end in inside:
        classes[start:end] = ["ON"] * (end - start)
    levels = _resolved(classes, base)
    for start, end in inside:
        said, around = words[start:end], max(levels[start - 1 : end], default=base)
        own = around if direction_of(said) == around % 2 else around + 1
        levels[start:end] = levels_of(said, own)
    return levels


def _quoted(words: str) -> list[tuple[int, int]]:
    """Return from where to where each quotation goes, without its marks and those inside it."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for at, letter in enumerate(words):
        if letter == _OPENS:
            opened.append(at + 1)
        elif letter == _CLOSES and opened:
            start = opened.pop()
            spans = [it for it in spans if it[0] < start]
            spans.append((start, at))
    return spans


def in_sight(line: Sequence[T], levels: Sequence[int]) -> list[T]:
    """Return what a line consists of from left to right (rule L2)."""
    seen = list(zip(levels, line, strict=True))
    for level in range(max(levels, default=0), 0, -1):
        turned: list[tuple[int, T]] = []
        for high, found in groupby(seen, lambda it: it[0] >= level):  # noqa: B023
            run = list(found)
            turned += run[::-1] if high else run
        seen = turned
    return [it for _, it in seen]


def _class_of(letter: str) -> str:
    """Return the bidirectional class of a character; what has none is neutral."""
    return unicodedata.bidirectional(letter) or "ON"


def _resolved(classes: list[str], base: int) -> list[int]:
    """Return the levels of one run of the classes of its characters (rules W1 to I2)."""
    edge = "R" if base % 2 else "L"
    _weak(classes, edge)
    _neutral(classes, edge)
    steps = {"L": base % 2, "R": 1 - base % 2, "EN": 2 - base % 2, "AN": 2 - base % 2}
    return [base + steps[it] for it in classes]


def _weak(classes: list[str], edge: str) -> None:
    """Resolve marks, numbers and their separators (rules W1 to W7)."""
    strong, before = edge, edge
    for at, it in enumerate(classes):
        if it in {"NSM", "BN"}:
            classes[at] = before  # W1
        elif it == "EN":
            classes[at] = "AN" if strong == "AL" else "EN"  # W2
        elif it in _STRONG:
            strong = it
        before = classes[at]
    _separators(classes)
    strong = edge
    for at, it in enumerate(classes):
        if it in _STRONG:
            strong = it
        if it in {"AL", "EN"}:
            classes[at] = "R" if it == "AL" else "L" if strong == "L" else "EN"  # W3, W7


def _separators(classes: list[str]) -> None:
    """Resolve what stands between and beside numbers (rules W4 to W6)."""
    numbers = {"EN", "AN"}
    for at in range(1, len(classes) - 1):
        around = {classes[at - 1], classes[at + 1]}
        joins = {"CS": numbers, "ES": {"EN"}}.get(classes[at], set())
        if len(around) == 1 and around <= joins:
            classes[at] = around.pop()
    at = 0
    for kind, run in groupby(list(classes)):
        length = len(list(run))
        beside = {*classes[max(at - 1, 0) : at], *classes[at + length : at + length + 1]}
        if kind == "ET":
            classes[at : at + length] = ["EN" if "EN" in beside else "ON"] * length
        elif kind in {"ES", "CS"}:
            classes[at : at + length] = ["ON"] * length
        at += length


def _neutral(classes: list[str], edge: str) -> None:
    """Let what is neutral run as what is on both sides of it, else as the line (N1, N2)."""
    at = 0
    for neutral, run in groupby(list(classes), _NEUTRAL.__contains__):
        length = len(list(run))
        if neutral:
            sides = {
                "R" if it in {"EN", "AN"} else it
                for it in (
                    classes[at - 1] if at else edge,
                    classes[at + length] if at + length < len(classes) else edge,
                )
            }
            classes[at : at + length] = [sides.pop() if len(sides) == 1 else edge] * length
        at += length
