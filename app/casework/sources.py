"""The dated table of sources, and how far each was seen: shown where a rule is explained."""

import tomllib
from collections.abc import Iterable
from functools import cache

import msgspec

from app import paths
from app.domain.gates.asked import GateProblem
from app.domain.kit.checks import Problem
from app.domain.kit.freshness import Seen
from app.domain.kit.sources import Cited, Provenance, Sources


@cache
def sources() -> Sources:
    """Return the standing of every source, as it ships with the program."""
    text = (paths.resources() / "sources.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), dict[Cited, Provenance])


def seen(cited: Cited) -> bool:
    """Return whether a source was seen. What rests on any other is printed on no paper."""
    return sources()[cited].standing is Seen.SEEN


def write_sources(cited: Iterable[Cited]) -> str:
    """Write sources with their standing: `KCSIE 2026, records (seen 22 Nov 2026); …`."""
    return "; ".join(f"{one.label} ({sources()[one].words})" for one in cited)


def with_standing(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems with the standing of the source at the end of the sentence of each gate."""
    return tuple(
        msgspec.structs.replace(
            one, sentence=f"{one.sentence.removesuffix(')')}; {sources()[one.source].words})"
        )
        if isinstance(one, GateProblem) and one.source
        else one
        for one in found
    )
