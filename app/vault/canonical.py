"""The one way JSON and instants are written, so that digests are the same for ever."""

from datetime import UTC, datetime

import msgspec


def canonical(value: object) -> bytes:
    """Write a value as JSON with sorted keys and no spaces, whatever JSON it was made of.

    Raises ValueError when a part of it is not JSON, or not text.
    """
    plain = msgspec.json.decode(msgspec.json.encode(value))
    return msgspec.json.encode(plain, order="sorted")


def write_instant(at: datetime) -> str:
    """Write an aware instant in UTC and at fixed width, so that text order is time order."""
    if at.tzinfo is None:
        message = "an instant needs a time zone"
        raise ValueError(message)
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def read_instant(text: str) -> datetime:
    """Read an instant back. It is aware and in UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)


def read_instant_if_any(text: str) -> datetime | None:
    """Read an instant back, or give None where the text is none."""
    try:
        return read_instant(text)
    except (ValueError, OverflowError, TypeError):
        return None


def whole_second(at: datetime) -> datetime:
    """Cut an aware instant to the second, in UTC, as the record keeps it."""
    return at.astimezone(UTC).replace(microsecond=0)
