"""Whom each thing owed is about, and where two would read alike, from which entry each follows."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.people import CHILDREN
from app.domain.kit.keys import Key
from app.domain.kit.moments import day_of, write_day
from app.domain.owed.row import Owed


def written_entry(entry: Entry) -> str:
    """Return how an entry is pointed at: `Concern received, entry 12 of 25 Nov 2026`."""
    sealed = entry.sealed
    return f"{entry.form.title}, entry {sealed.seq} of {write_day(day_of(sealed.recorded))}"


def with_whom(case: Case, rows: Iterable[Owed]) -> Iterator[Owed]:
    """Yield each row with the name of whom it is about, where neither of its sentences has it.

    The only child of a case need not be named in each row.
    """
    for row in rows:
        name = to_name(case, row, f"{row.what} · {row.because}")
        yield msgspec.structs.replace(row, because=f"{row.because} · {name}") if name else row


def to_name(case: Case, row: Owed, said: str) -> str:
    """Return the name of whom a row is about; "" if it is said, or they are the only child."""
    children = [key for key, known in case.people.items() if known.person.kind in CHILDREN]
    whom = next(iter(row.about), "")
    name = case.names.get(whom, "")
    return "" if [whom] == children or name in said else name


def no_two_alike(case: Case, rows: Iterable[Owed]) -> Iterator[Owed]:
    """Yield each row. Of those that read alike, each says from which entry it follows."""
    rows = tuple(rows)
    alike = Counter((row.what, row.because) for row in rows)
    for row in rows:
        one_of_several = alike[row.what, row.because] > 1
        more = _from_entry(case, row.key) if one_of_several else ""
        because = " · ".join(filter(None, (row.because, more)))
        yield msgspec.structs.replace(row, because=because)


def _from_entry(case: Case, key: Key) -> str:
    """Return the entry something follows from, in words; nothing if its key names no entry."""
    found = (entry for entry in case.current if entry.root in key.ids)
    return next(map(written_entry, found), "")
