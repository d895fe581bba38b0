"""Whom to turn to, on paper: those contacts alone that were seen and checked within the year."""

from collections.abc import Iterable, Iterator

from app.domain.kit.wording import lower
from app.typesetting.content import Help, Part, Table
from app.typesetting.text import Quiet, Strong, Words

REACHED = 238.0
"""Room for the longest address in one line: cut in two, a part of it may read like a name."""
COLUMNS = (("Who, and for what", 1.0), ("How to reach them", REACHED))


def help_table(heading: str, helps: Iterable[Help]) -> Iterator[Part]:
    """Make the table of contacts; nothing where there is none in date."""
    rows = tuple(((Strong(one.name), one.purpose), tuple(_reached(one))) for one in helps)
    if rows:
        yield Table(heading, COLUMNS, rows)


def reach_line(one: Help) -> str:
    """Write a contact in one line, what to dial first: `0800 1111: Childline, any time`."""
    hours = lower(one.hours)
    who = ", ".join(filter(None, (one.name.replace(":", ","), hours)))
    return f"{one.number or one.address}: {who}"


def _reached(one: Help) -> Iterator[Words]:
    hours = (Quiet(f" · {one.hours}"),) if one.hours else ()
    reach = tuple(filter(None, (one.number, one.address)))
    yield (Strong(reach[0]) if one.number else reach[0], *hours)
    yield from reach[1:]
