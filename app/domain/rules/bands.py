"""Age bands: how old somebody was on the day of each event, by which the guidance differs.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), immediate referral; Sexual Offences Act
2003 (under 13; under 16; under 18).
"""

from collections.abc import Iterable
from datetime import date

from app.domain.kit.answers import Choice, Person
from app.domain.kit.moments import age_on, write_day


class AgeBand(Choice):
    """How old somebody is, in the bands that the guidance distinguishes."""

    UNDER_13 = "under_13", "Under 13"
    FROM_13 = "from_13", "13 to 15"
    FROM_16 = "from_16", "16 to 17"
    ADULT = "adult", "18 or over"


def band_on(person: Person, day: date) -> AgeBand | None:
    """Return the age band of a person on `day`; None if not known, or if not born by then."""
    if person.born is None or person.born > day:
        return None
    age = age_on(person.born, day)
    if age < 13:
        return AgeBand.UNDER_13
    if age < 16:
        return AgeBand.FROM_13
    return AgeBand.FROM_16 if age < 18 else AgeBand.ADULT


def adult_since(person: Person, day: date) -> date | None:
    """Return the 18th birthday of a person who is 18 or over on `day`; None for any other."""
    return eighteenth_birthday(person) if band_on(person, day) is AgeBand.ADULT else None


def eighteenth_birthday(person: Person) -> date | None:
    """Return the day a person turns or turned 18; None if their date of birth is not known."""
    born = person.born
    if born is None:
        return None
    leap = (born.month, born.day) == (2, 29)
    return date(born.year + 18, 3, 1) if leap else born.replace(year=born.year + 18)


def write_bands(person: Person, days: Iterable[date], today: date) -> str:
    """Write `13 to 15 on 16 Nov 2026`, and since when they are an adult if that came later.

    `days` are those of the events. Where the band differs between them, each is written.
    """
    bands = {band: day for day in sorted(days, reverse=True) if (band := band_on(person, day))}
    if not bands:
        return ""
    said = [f"{band.label} on {write_day(day)}" for band, day in reversed(bands.items())]
    since = adult_since(person, today)
    if since and AgeBand.ADULT not in bands:
        said.append(f"18 since {write_day(since)}")
    return ", ".join(said)
