"""Read a catalogue file: every field is checked, and a refusal names the line and the reason."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from app.domain.kit.freshness import Seen
from app.domain.kit.text import imagery_in
from app.removal.catalogue import Catalogue, NationGuide, Route, RouteGuide, Service

LARGEST = 1_000_000
"""The most bytes a catalogue may have; the one that comes with the program has under 100,000."""
MOST = 500
"""The most services, routes of one service, and the like."""
_DEEP_KEY = re.compile(r"(?:[^\s.=]{1,80}\s{0,9}\.\s{0,9}){20}")
"""A key of so many parts takes the TOML reader time and memory by the square of their number."""
_LENGTHS = {"id": 40, "name": 80, "address": 300, "rule": 160}
_LONGEST = 600


class CatalogueRefused(ValueError):
    """A refused catalogue file. Its text is the sentence to show; nothing was changed."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"Line {line}: {reason}" if line else reason)
        self.line = line
        self.reason = reason


def read_catalogue(content: bytes, today: date) -> Catalogue:
    """Read a catalogue from the bytes of its TOML file. Raises CatalogueRefused, and only that."""
    if len(content) > LARGEST:
        raise CatalogueRefused(
            0, f"The file has more than {LARGEST:,} bytes. A catalogue of services is far smaller."
        )
    text = _decoded(content)
    for number, line in enumerate(text.splitlines(), 1):
        if '"""' in line or "'''" in line:
            raise CatalogueRefused(number, "Text over several lines is not taken. Use one line.")
        if _DEEP_KEY.search(line):
            raise CatalogueRefused(number, "A name with so many dots is none of a catalogue.")
    catalogue = _typed(_parsed(text), text)
    for where, reason in _faults(catalogue, today):
        raise CatalogueRefused(line_of(text, where), reason)
    return catalogue


def service_fault_sentences(service: Service, today: date) -> tuple[str, ...]:
    """Return what is wrong with a service typed in the app, in sentences; none when it is right."""
    return tuple(reason for _, reason in service_faults(service, today))


def service_faults(service: Service, today: date) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each fault of a service with its place: `("note",)`, `("route", 0, "steps")`."""
    for (_, _, *place), reason in _faults(Catalogue(service=(service,)), today):
        yield tuple(place), reason


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise CatalogueRefused(line, "This is not plain UTF-8 text.") from None


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        said = re.sub(r"\s*\(at .*", "", str(error), flags=re.DOTALL)
        said = "".join(letter for letter in said if letter.isprintable())[:120]
        raise CatalogueRefused(line, f"This is not TOML as it should be: {said}.") from None
    except (RecursionError, ValueError, OverflowError):
        raise CatalogueRefused(0, "The file holds numbers or lists no catalogue needs.") from None


_AT = re.compile(r"^(?P<said>.*?)(?: - at `\$\.?(?P<path>[^`]*)`)?$", re.DOTALL)


def _typed(raw: dict[str, Any], text: str) -> Catalogue:
    try:
        return msgspec.convert(raw, Catalogue)
    except msgspec.ValidationError as error:
        found = _AT.match(str(error))
        assert found is not None
        path, said = found["path"] or "", found["said"]
        where = _steps(path)
        if missing := re.search(r"missing required field `(.*)`", said):
            raise CatalogueRefused(line_of(text, where), f"“{missing[1]}” is missing.") from None
        if unknown := re.search(r"unknown field `(.*)`", said, re.DOTALL):
            name = _short(unknown[1])
            line = line_of(text, (*where, unknown[1]))
            raise CatalogueRefused(line, f"“{name}” is no name known here.") from None
        raise CatalogueRefused(line_of(text, where), _mistyped(said, where)) from None
    except RecursionError:
        raise CatalogueRefused(0, "The file holds lists no catalogue needs.") from None


_KINDS = {
    "str": "text",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "date": "a day such as 2026-11-22",
    "datetime": "a day with a time",
    "time": "a time",
}


def _mistyped(said: str, where: tuple[str | int, ...]) -> str:
    """Return a plain sentence for an error of msgspec about a value of the wrong kind."""
    name = next((step for step in reversed(where) if isinstance(step, str)), "the file")
    if found := re.search(r"Expected `([^`]*)`, got `([^`]*)`", said):
        wanted, got = (
            _KINDS.get(kind.removesuffix(" | null"), "something else") for kind in found.groups()
        )
        return f"“{name}” should be {wanted}, not {got}."
    return f"“{name}” holds a word or value not known here."


def _steps(path: str) -> tuple[str | int, ...]:
    """Read `service[3].route[0].steps` as ("service", 3, "route", 0, "steps")."""
    parts = re.findall(r"([A-Za-z_]+)|\[(\d+)\]", path)
    return tuple(name or int(place) for name, place in parts)


def line_of(text: str, where: tuple[str | int, ...]) -> int:
    """Return the line of a value by counting `[[tables]]`: its key's, or its table's, or 0."""
    lines = text.splitlines()
    at, end, header = -1, len(lines), ""
    steps = list(where)
    while len(steps) >= 2 and isinstance(steps[1], int):
        inside = f"{header}.{steps[0]}" if header else str(steps[0])
        starts = [n for n in range(at + 1, end) if _opens(lines[n], inside)]
        if steps[1] >= len(starts):
            break  # a plain list, written on the line of its key
        at, header = starts[steps[1]], inside
        steps = steps[2:]
        end = next((n for n in starts if n > at), end)
    if steps and isinstance(steps[0], str):
        own = next((n for n in range(at + 1, end) if lines[n].lstrip().startswith("[")), end)
        key = re.compile(rf"\s*\[*[\"']?{re.escape(steps[0])}[\"']?\s*[=.\]]")
        scope = range(at + 1, own if at >= 0 else end)
        return next((n + 1 for n in scope if key.match(lines[n])), at + 1)
    return at + 1


def _opens(line: str, name: str) -> bool:
    return bool(re.match(rf"\s*\[\[\s*{re.escape(name)}\s*\]\]", line))


Where = tuple[str | int, ...]


def _faults(catalogue: Catalogue, today: date) -> Iterator[tuple[Where, str]]:
    """Yield the faults that no type can express: lengths, characters, days, repeated ids."""
    yield from _twice(catalogue)
    for at, service in enumerate(catalogue.service):
        yield from _in_texts(service, ("service", at))
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", service.id):
            yield (
                ("service", at, "id"),
                "“id” takes up to 40 small letters, digits and underscores.",
            )
        if len(service.route) > MOST:
            yield ("service", at), f"{service.id} has more than {MOST} routes."
        for place, route in enumerate(service.route):
            inside = ("service", at, "route", place)
            yield from _in_texts(route, inside)
            yield from _in_dates(route, inside, today)
            if fault := address_fault(route.address):
                yield (*inside, "address"), fault
    told: list[tuple[Where, RouteGuide | NationGuide]] = []
    told += [(("guide", at), one) for at, one in enumerate(catalogue.guide)]
    told += [(("nation", at), one) for at, one in enumerate(catalogue.nation)]
    for where, one in told:
        yield from _in_texts(one, where)
        yield from _in_dates(one, where, today)


def _twice(catalogue: Catalogue) -> Iterator[tuple[Where, str]]:
    if len(catalogue.service) > MOST:
        yield ("service", MOST), f"More than {MOST} services are not taken."
    seen: set[str] = set()
    for at, service in enumerate(catalogue.service):
        for field in ("id", "name"):
            key = f"{field}:{getattr(service, field).casefold()}"
            if key in seen:
                yield ("service", at, field), f"Another service has this {field} already."
            seen.add(key)
    kinds = [guide.kind for guide in catalogue.guide]
    nations = [guide.nation for guide in catalogue.nation]
    for name, listed in (("guide", kinds), ("nation", nations)):
        for at, one in enumerate(listed):
            if one in listed[:at]:
                yield (name, at), f"“{one.value}” is told twice."


Checked = Service | Route | RouteGuide | NationGuide


def _in_texts(one: Checked, where: Where) -> Iterator[tuple[Where, str]]:
    for name in one.__struct_fields__:
        value = getattr(one, name)
        texts = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
        if len(texts) > MOST:
            yield (*where, name), f"“{name}” is a list of more than {MOST}."
        for text in texts:
            if isinstance(text, str) and (fault := _text_fault(name, text)):
                yield (*where, name), fault
    for name in ("id", "name", "steps", "source", "device", "gives"):
        if isinstance(getattr(one, name, None), str) and not getattr(one, name).strip():
            yield (*where, name), f"“{name}” is empty."


_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_MARKUP = re.compile(r"[<>]|&#?\w{1,10};")


def _text_fault(name: str, text: str) -> str | None:
    """Return a sentence saying what is wrong with one text; None if nothing is."""
    if len(text) > (most := _LENGTHS.get(name, _LONGEST)):
        return f"“{name}” has more than {most} characters."
    if any(unicodedata.category(letter) in _HIDDEN for letter in text):
        return f"“{name}” holds a control character or a hidden one."
    if _MARKUP.search(text):
        return f"“{name}” holds markup. Plain words only, without < and >."
    if imagery_in(text):
        return f"“{name}” holds a file turned into text."
    return None


def address_fault(address: str) -> str | None:
    """Return a sentence on a faulty address; None for a web address, a mail address or words."""
    scheme = re.match(r"\s*([A-Za-z][A-Za-z0-9+.-]*):(?!\s|\d)", address)
    if scheme and scheme[1].lower() not in {"http", "https"}:
        return "“address” begins with something other than https."
    if scheme and re.search(r"\s", address.strip()):
        return "“address” is a web address with a gap in it."
    return None


def _in_dates(
    one: Route | RouteGuide | NationGuide, where: Where, today: date
) -> Iterator[tuple[Where, str]]:
    if one.checked_on and one.checked_on > today:
        yield (*where, "checked_on"), "“checked_on” lies in the future."
    if one.standing is Seen.SEEN and one.checked_on is None:
        yield (*where, "standing"), "What was seen needs the day it was seen: “checked_on”."


def _short(word: str) -> str:
    return "".join(letter for letter in word if letter.isprintable())[:40]
