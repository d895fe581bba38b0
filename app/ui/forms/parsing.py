"""Parse days and moments as people type them. The day comes first; nothing is swapped silently."""

import re
from datetime import date, datetime, time, timedelta

from app.domain.kit.answers import MOST_COUNTED, Money, StaffMember
from app.domain.kit.moments import (
    Moment,
    day_of,
    instants_shown,
    moment,
    write_day,
    zone_name,
)

_HOURS = re.compile(
    r"^(\d+(?:\.\d+)?)\s*(?:h|hr|hrs|hours?)(?:\s*(\d+)\s*(?:m|min|mins|minutes?)?)?$"
)
_CLOCKED = re.compile(r"^(\d{1,3}):([0-5]\d)$")
_MINUTES = re.compile(r"^(\d{1,5})\s*(?:m|min|mins|minutes?)?$")
_SYMBOLS = {"£": "GBP", "€": "EUR", "$": "USD"}
_SUM = re.compile(r"^([£€$])?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d\d))?\s*([a-z]{3})?$")
_WORDS = {
    "pound": "gbp",
    "pounds": "gbp",
    "euro": "eur",
    "euros": "eur",
    "dollar": "usd",
    "dollars": "usd",
}


def parse_minutes(text: str) -> int:
    """Read a duration as whole minutes: `45`, `90 min`, `1 h 20`, `1:20`, `1.5 hours`.

    Raises NotUnderstood with the sentence to show.
    """
    words = " ".join(text.lower().split())
    if found := _MINUTES.match(words):
        return int(found[1])
    if found := _CLOCKED.match(words):
        return int(found[1]) * 60 + int(found[2])
    if found := _HOURS.match(words):
        return round(float(found[1]) * 60) + int(found[2] or 0)
    raise NotUnderstood(f"“{text.strip()[:40]}” is not a duration. Write it like 45 min or 1 h 20.")


def parse_number(text: str) -> int:
    """Read a whole number of things. Raises NotUnderstood with the sentence to show."""
    words = text.strip()
    if words.isdecimal() and 1 <= int(words) <= MOST_COUNTED:
        return int(words)
    raise NotUnderstood(f"Write a whole number from 1 to {MOST_COUNTED}.")


def parse_money(text: str) -> Money:
    """Read an amount: `12.50`, `£1,200`, `50 EUR`. Without a currency it is pounds.

    Raises NotUnderstood with the sentence to show.
    """
    words = " ".join(_WORDS.get(word, word) for word in text.lower().split())
    found = _SUM.match(words)
    named = (found[4] or "").upper() if found else ""
    marked = _SYMBOLS.get(found[1] or "", "") if found else ""
    if not found or (named and marked and named != marked):
        raise NotUnderstood(
            f"“{text.strip()[:40]}” is not an amount. Write it like £12.50 or 50 EUR."
        )
    minor = int(found[2].replace(",", "")) * 100 + int(found[3] or 0)
    return Money(minor, named or marked or "GBP")


_INITIALS = re.compile(r"\s*[^\W\d_](?:[.\s-]+[^\W\d_])*\.?\s*")


def parse_staff(text: str) -> StaffMember:
    """Read a member of staff, written as `Name, role`. The role is optional.

    Initials after the first comma are no role: `Okafor, R., DSL`.
    """
    last, _, rest = text.partition(",")
    first, _, role = rest.partition(",")
    name = f"{last.strip()}, {first.strip()}"
    if not _INITIALS.fullmatch(first):
        name, role = last, rest
    if not name.strip():
        raise NotUnderstood("Write the name first, then the role: R. Okafor, Duty Officer.")
    return StaffMember(name.strip(), role.strip())


_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}

_DAY_NAMED = re.compile(r"^(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|[a-z]+day)\b[\s,]*")
_NAMED = re.compile(
    r"^(\d{1,2})\s*(?:st|nd|rd|th)?[\s.-]*(?:of\s+)?([a-z]{3,9})\.?[\s,.-]*(\d{4}|\d\d)?$"
)
_FIGURES = re.compile(r"^(\d{1,2})\s*[/. -]\s*(\d{1,2})(?:\s*[/. -]\s*(\d{4}|\d\d))?\.?$")
_ISO = re.compile(r"^(\d{4})-(\d\d)-(\d\d)$")
_TIME_AT_END = re.compile(
    r"(?:^|[\s,]+(?:at\s+)?)(\d{1,2})(?:\s*[:.h]\s*(\d\d))?\s*(am|pm|a\.m\.|p\.m\.)?$"
)
_ZONE = re.compile(r"(?<=[\dm. (])(gmt|bst)\)?$")
_ABOUT = re.compile(r"^(?:about|around|approx\.?|ca?\.|circa)\s+")

_DAY_LIKE = "Write the day like 19 Nov 2026 or 19/11/2026."
_MOMENT_LIKE = "Write it like 19 Nov 2026, 10:15, or just 10:15 for today."


class NotUnderstood(ValueError):
    """What was typed is not a day, moment or amount. The message is the sentence to show."""


class ComesTwice(NotUnderstood):
    """A time in the hour that comes twice: `either` is the first and the second it can be."""

    def __init__(self, sentence: str, either: tuple[Moment, ...]) -> None:
        super().__init__(sentence)
        self.either = either


def parse_day(text: str, now: datetime) -> date:
    """Read a day. Without a year, choose the date nearest to `now` (UTC).

    Raises NotUnderstood with the sentence to show.
    """
    words = " ".join(text.lower().split()).strip(" ,")
    today = day_of(now)
    if words in _RELATIVE:
        return today + timedelta(days=_RELATIVE[words])
    named = _DAY_NAMED.match(words)
    weekday = _weekday(named[1]) if named else None
    if weekday is not None and named:
        words = words[named.end() :]
    day = _read_day(words, today, text)
    if weekday is not None and day.weekday() != weekday:
        real = _WEEKDAYS[day.weekday()].capitalize()
        raise NotUnderstood(f"{write_day(day)} is a {real}. Put right the day or the date.")
    return day


def _weekday(word: str) -> int | None:
    found = [at for at, name in enumerate(_WEEKDAYS) if name.startswith(word)]
    return found[0] if len(found) == 1 else None


def _read_day(words: str, today: date, typed: str) -> date:
    if found := _ISO.match(words):
        year, month, day = (int(part) for part in found.groups())
        return _real_day(year, month, day, typed)
    if found := _NAMED.match(words):
        month = _month(found[2])
        if not month:
            raise NotUnderstood(f"“{found[2]}” is not a month. {_DAY_LIKE}")
        return _dated(int(found[1]), month, found[3], today, typed)
    if found := _FIGURES.match(words):
        if int(found[2]) > 12:
            raise NotUnderstood(
                f"There is no month {int(found[2])}. The day comes first: 19/11/2026."
            )
        return _dated(int(found[1]), int(found[2]), found[3], today, typed)
    raise NotUnderstood(f"“{_short(typed)}” is not a day. {_DAY_LIKE}")


def _month(word: str) -> int:
    names = [at for at, name in enumerate(_MONTHS, start=1) if name.startswith(word)]
    if word == "sept":
        return 9
    return names[0] if len(names) == 1 else 0


def _dated(day: int, month: int, year: str | None, today: date, typed: str) -> date:
    if year:
        return _real_day(_full_year(year, today), month, day, typed)
    near = []
    for candidate in (today.year - 1, today.year, today.year + 1):
        try:
            near.append(date(candidate, month, day))
        except ValueError:
            continue
    if not near:
        return _real_day(today.year, month, day, typed)
    return min(near, key=lambda it: abs((it - today).days))


def _full_year(figures: str, today: date) -> int:
    if len(figures) == 4:
        return int(figures)
    year = 2000 + int(figures)
    return year if year <= today.year + 20 else year - 100


def _real_day(year: int, month: int, day: int, typed: str) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise NotUnderstood(f"“{_short(typed)}” does not exist. {_DAY_LIKE}") from None
    if not 1900 <= year <= 2199:
        raise NotUnderstood(f"Check the year: {year}.")
    return found


def parse_moment(text: str, now: datetime) -> Moment:
    """Read a moment in Europe/London. A time alone means today; a leading `about`, approximate.

    `GMT` or `BST` at the end tells the two apart in the hour that comes twice. Raises ComesTwice
    where that is needed and missing, else NotUnderstood, with the sentence to show.
    """
    words = " ".join(text.lower().split()).strip(" ,")
    about = bool(found := _ABOUT.match(words))
    if found:
        words = words[found.end() :]
    if words == "now":
        return moment(now.replace(second=0), about=about)
    zone = ""
    if named := _ZONE.search(words):
        zone, words = named[1].upper(), words[: named.start()].strip(" ,(")
    day_words, at = _split_time(words, now, text)
    day = parse_day(day_words, now) if day_words else day_of(now)
    return _shown(day, at, zone, about=about)


def _split_time(words: str, now: datetime, typed: str) -> tuple[str, time]:
    found = _TIME_AT_END.search(words)
    if found and (found[2] or found[3]):
        rest = words[: found.start()].strip(" ,")
        if not rest or _is_day(rest, now):
            return rest, _clock(found)
    if _FIGURES.match(words) or _NAMED.match(words) or _is_day(words, now):
        parse_day(words, now)  # reports what is wrong with the day
        raise NotUnderstood(
            "Add the time after the day, like 10:15. If you only know it roughly, tick About."
        )
    if found and (found[2] or found[3]):
        parse_day(words[: found.start()].strip(" ,"), now)  # reports what is wrong with the day
    raise NotUnderstood(f"“{_short(typed)}” is not a time. {_MOMENT_LIKE}")


def _is_day(words: str, now: datetime) -> bool:
    try:
        parse_day(words, now)
    except NotUnderstood:
        return False
    return True


def _clock(found: re.Match[str]) -> time:
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            raise NotUnderstood(f"There is no {hour} {half}. Write the time like 14:05 or 2.05 pm.")
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise NotUnderstood(f"There is no {hour}:{minute:02}. Write the time like 14:05.")
    return time(hour, minute)


def _shown(day: date, at: time, zone: str, *, about: bool) -> Moment:
    """Return the moment at which clocks in London showed this."""
    either = instants_shown(day, at)
    if not either:
        raise NotUnderstood(
            f"There is no {at:%H:%M} on {write_day(day)}: the clocks go forward over that hour. "
            "Write the time that clocks showed before or after it."
        )
    meant = [moment(one, about=about) for one in either if zone in {"", zone_name(one)}]
    if not meant:
        raise NotUnderstood(
            f"Clocks in the UK show {zone_name(either[0])} at that time, not {zone}. "
            f"Write the time as they showed it, without “{zone}”."
        )
    if len(meant) > 1:
        raise ComesTwice(
            f"{at:%H:%M} comes twice on {write_day(day)}, as the clocks go back. "
            "Choose the first or the second.",
            tuple(meant),
        )
    return meant[0]


def _short(typed: str) -> str:
    return typed.strip() if len(typed) <= 40 else typed.strip()[:39] + "…"
