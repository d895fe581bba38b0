"""Where things owed would read alike, each says from which entry of the record it follows."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.kit.keys import Key
from app.domain.kit.moments import day_of, write_day
from app.domain.owed.row import Owed


def written_entry(entry: Entry) -> str:
    """Return how an entry is pointed at: `Concern received, entry 12 of 25 Nov 2026`."""
    sealed = entry.sealed
    return f"{entry.form.title}, entry {sealed.seq} of {write_day(day_of(sealed.recorded))}"


def told_apart(case: Case, rows: Iterable[Owed]) -> Iterator[Owed]:
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
