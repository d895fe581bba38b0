"""Find people by name through indexes on its parts, as fast among many people as among few."""

# ruff: noqa: S608  (only this package's own names are put into SQL; values are bound)

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from app.domain.names.looking import ALIKE, Likeness, Nearness, as_spelt, nearness
from app.domain.names.sounds import sound_of
from app.vault.database import Database
from app.vault.names import LONGEST_PART, NameSource
from app.vault.search import searchable

_MOST = 200
"""The most rows that one way of searching finds."""
_LOOKED_AT = 1000
"""The most rows holding the rarest of several words that are searched for the others."""
_NEAREST = 60
_PIECE = 3
_PIECES = 24
_WORDS = 6
_AFTER = "\U0010ffff"

_Span = tuple[tuple[NameSource, NameSource], str, str]
"""The two sources of a part of names, and the first and the end of a range of parts."""


class PeopleIndex:
    """The index of names of everybody in the casebook."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, like: str, limit: int) -> tuple[str, ...]:
        """Return at most `limit` people, the nearest first.

        Names that begin with `like` come first. Then come names with a later word that begins so,
        with its words, with it under other gaps, with it inside a word, or that sound like it or
        are spelt like it. The search stops as soon as better ways found enough people.
        """
        asked = as_spelt(searchable(like))
        best: dict[str, Nearness] = {}
        ways: tuple[tuple[float, Callable[[str], Sequence[int]]], ...] = (
            (Likeness.BEGINS, self._beginning),
            (Likeness.HOLDS, self._holding),
            (Likeness.WORDS, self._with_words),
            (Likeness.JOINED, self._joined),
            (Likeness.INSIDE, self._spelt_alike),
            (Likeness.SOUNDS, self._sounding),
        )
        for most, way in ways if asked else ():
            if sum(found.likeness > most for found in best.values()) >= limit:
                break
            self._keep(best, asked, way(asked))
        return tuple(sorted(best, key=lambda person: (best[person], person))[:limit])

    def _keep(self, best: dict[str, Nearness], asked: str, positions: Sequence[int]) -> None:
        marks = ", ".join("?" * len(positions))
        for person, names in self._db.rows(
            f"SELECT DISTINCT person, spelt FROM person_row WHERE position IN ({marks})", *positions
        ):
            near = nearness(asked, names)
            if near.likeness >= ALIKE and (person not in best or near < best[person]):
                best[person] = near

    def _beginning(self, asked: str) -> Sequence[int]:
        return self._all_in([_begun(asked, NameSource.BEGINS, NameSource.BEGINS)])

    def _holding(self, asked: str) -> Sequence[int]:
        return self._all_in([_begun(asked, NameSource.HOLDS, NameSource.HOLDS)])

    def _with_words(self, asked: str) -> Sequence[int]:
        words = asked.split()[:_WORDS]
        spans = [_begun(word, NameSource.BEGINS, NameSource.HOLDS) for word in words]
        return self._all_in(spans) if len(spans) > 1 else ()

    def _joined(self, asked: str) -> Sequence[int]:
        return self._all_in([_begun(asked.replace(" ", ""), NameSource.BEGINS, NameSource.HOLDS)])

    def _sounding(self, asked: str) -> Sequence[int]:
        heard = sorted({sound_of(word)[:LONGEST_PART] for word in asked.split()[:_WORDS]} - {""})
        spans: list[_Span] = [((NameSource.SOUNDS, NameSource.SOUNDS), s, s + "\0") for s in heard]
        return self._all_in(spans) if spans and len(asked) >= _PIECE else ()

    def _spelt_alike(self, asked: str) -> Sequence[int]:
        """Return the rows that share the rarest pieces of three letters with what was asked."""
        pieces = sorted({asked[i : i + _PIECE] for i in range(len(asked) - _PIECE + 1)})[:_PIECES]
        shared: defaultdict[int, float] = defaultdict(float)
        for piece in pieces:
            holding = self._firsts(
                "SELECT rowid FROM near WHERE near MATCH ? ORDER BY rowid DESC LIMIT ?",
                '"' + piece.replace('"', '""') + '"',
                _MOST,
            )
            for position in holding:
                shared[position] += 1 / len(holding)
        return sorted(shared, key=lambda position: -shared[position])[:_NEAREST]

    def _all_in(self, spans: Sequence[_Span]) -> Sequence[int]:
        """Return the rows with a part in every span: read the rarest span, look up the others."""
        rarest, *others = sorted(spans, key=self._count) if len(spans) > 1 else spans
        looked_at = _LOOKED_AT if others else _MOST
        also = " AND ".join(
            "EXISTS (SELECT 1 FROM name_row AS other WHERE other.position = one.position"
            " AND how IN (?, ?) AND part >= ? AND part < ?)"
            for _ in others
        )
        return self._firsts(
            "SELECT DISTINCT position FROM (SELECT position FROM name_row"
            " WHERE how IN (?, ?) AND part >= ? AND part < ? ORDER BY how, part, position LIMIT ?)"
            f" AS one WHERE {also or 1} LIMIT ?",
            *_bound(rarest),
            looked_at,
            *(value for span in others for value in _bound(span)),
            _MOST,
        )

    def _count(self, span: _Span) -> int:
        return int(
            self._db.value(
                "SELECT count(*) FROM (SELECT 1 FROM name_row"
                " WHERE how IN (?, ?) AND part >= ? AND part < ? LIMIT ?)",
                *_bound(span),
                _LOOKED_AT,
            )
        )

    def _firsts(self, sql: str, *values: object) -> Sequence[int]:
        return [first for (first,) in self._db.rows(sql, *values)]


def _begun(word: str, *how: NameSource) -> _Span:
    """Return the span of the parts that begin with a word."""
    begun = word[:LONGEST_PART]
    return ((how[0], how[1]), begun, begun + _AFTER)


def _bound(span: _Span) -> Iterable[object]:
    (one, other), first, end = span
    return (int(one), int(other), first, end)
