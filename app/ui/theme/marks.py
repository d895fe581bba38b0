"""Takes the marks out of a face, so that a letter it has not and the mark on it come from another.

Qt draws a letter and its mark with two faces if the first face has only the mark; it then stands
beside the letter, as in Ọlọ́runfẹ́mi. Typed text is composed, so a face that has a letter with its
mark needs no mark alone.
"""

import struct
from collections.abc import Iterator

_MARKS = range(0x300, 0x370)
_TABLES = 12
"""Where the list of tables begins in a face: four bytes of name, a sum, a place and a length."""


def without_marks(face: bytes) -> bytes:
    """Return a TrueType face whose map of characters has no combining marks (OpenType, cmap).

    Raises ValueError when it has no map of format 4 for Windows.
    """
    data = bytearray(face)
    count = struct.unpack_from(">H", data, 4)[0]
    for at in range(_TABLES, _TABLES + 16 * count, 16):
        name, place = struct.unpack_from(">4s4xL", data, at)
        if name == b"cmap":
            kept = {code: glyph for code, glyph in _read(face, place) if code not in _MARKS}
            table = _written(kept)
            data += b"\0" * (-len(data) % 4)
            struct.pack_into(">LL", data, at + 8, len(data), len(table))
            return bytes(data + table)
    raise ValueError("no map of characters")


def _read(face: bytes, place: int) -> Iterator[tuple[int, int]]:
    """Yield the characters and glyphs of a map."""
    for at in range(place + 4, place + 4 + 8 * struct.unpack_from(">H", face, place + 2)[0], 8):
        kind, encoding, offset = struct.unpack_from(">HHL", face, at)
        if (kind, encoding, face[place + offset + 1]) == (3, 1, 4):
            return _read_segments(face, place + offset)
    raise ValueError("no map of format 4")


def _read_segments(face: bytes, at: int) -> Iterator[tuple[int, int]]:
    doubled = struct.unpack_from(">H", face, at + 6)[0]
    ends, starts = at + 14, at + 16 + doubled
    for segment in range(0, doubled, 2):
        last, first, delta, reach = (
            struct.unpack_from(">H", face, part + segment)[0]
            for part in (ends, starts, starts + doubled, starts + 2 * doubled)
        )
        for code in range(first, last + 1 if last < 0xFFFF else last):
            glyph = code
            if reach:
                beside = starts + 2 * doubled + segment + reach + 2 * (code - first)
                glyph = struct.unpack_from(">H", face, beside)[0]
            if glyph or not reach:
                yield code, (glyph + delta) % 0x10000


def _written(glyphs: dict[int, int]) -> bytes:
    """Return a map of format 12, with a group for each character."""
    groups = b"".join(struct.pack(">LLL", it, it, glyphs[it]) for it in sorted(glyphs))
    head = struct.pack(">HHHHL", 0, 1, 3, 10, 12)
    return head + struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(glyphs)) + groups
