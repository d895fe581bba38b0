"""The only way JSON and instants are written, so that their digests never change."""

from datetime import UTC, datetime

import msgspec


def canonical(value: object) -> bytes:
    """Return a value as JSON with sorted keys and no spaces, whatever order it came in.

    Raises ValueError when a part of it is not JSON, or not text.
    """
    plain = msgspec.json.decode(msgspec.json.encode(value))
    return msgspec.json.encode(plain, order="sorted")


def write_instant(at: datetime) -> str:
    """Return an aware instant as text in UTC, of fixed width: the order of text is that of time."""
    if at.tzinfo is None:
        message = "an instant needs a time zone"
        raise ValueError(message)
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def read_instant(text: str) -> datetime:
    """Read an instant from text. It is aware and in UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)


def read_instant_if_any(text: str) -> datetime | None:
    """Read an instant from text. Return None when the text is not an instant."""
    try:
        return read_instant(text)
    except (ValueError, OverflowError, TypeError):
        return None


def whole_second(at: datetime) -> datetime:
    """Return an aware instant in UTC, cut to the second, as the record keeps it."""
    return at.astimezone(UTC).replace(microsecond=0)
