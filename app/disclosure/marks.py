"""Finds numbers, addresses, accounts and vehicles in the text of a paper, however they are written.

Each is asked about where it is neither the reader's own nor the college's nor a service's.
"""

import re
from collections.abc import Iterator, Sequence

from app.disclosure.matching import Match
from app.disclosure.traces import Trace, TracePattern
from app.disclosure.words import english, known
from app.domain.names.folding import fold, squash

_ON = re.compile(r"[, ]\s?(?:on|at)?\s?")
"""What stands between somebody who may be named and their number."""
_DIALLED = re.compile(r"\(?(?:0|\+|44(?:\D*\d){10}$)")
_LOCAL = re.compile(
    r"(?i)\b(?:ring|rings|rang|calls?|called|texts?|texted|phone|phones|phoned|telephone|tel|mobile"
    r"|landline|dial|dialled|whatsapp|(?:his|her|their|home|my|phone|mobile)\snumber)\b[.:]?\s"
    r"(?:(?:me|him|her|them|us|is|was|on|at)\s){0,3}(?P<part>\d{3}\s?\d{3})(?![\s-]?\d)"
)
"""A number without its area code, as people in one town write it: ring her on 960123."""
_AT = r"(?:\s?@\s?|\s?[\[(]at[\])]\s?)"
_DOT = r"(?:\.|\s?[\[(]dot[\])]\s?)"
_MAIL = re.compile(rf"(?i)(?<![\w.+-])[\w.+-]+{_AT}[\w-]+(?:{_DOT}[\w-]+)+")
_SPOKEN_MAIL = re.compile(r"(?i)(?<![\w.+-])[\w.+-]+\sat\s[\w-]+(?:\sdot\s[\w-]+)+\b")
_LINK = re.compile(
    r"(?i)(?<![\w.])(?!\S*\b(?:gov|police|nhs)\.uk\b)"
    r"(?:https?://\S*[\w/]|(?:[\w-]+\.)+[a-z]{2,7}/\S*[\w/])"
)
_HANDLE = re.compile(
    r"(?<![\w@/.])(?:@\s?[A-Za-z0-9_][\w.]{1,29}|(?=[\w.]*[A-Za-z])\w[\w.]*_\w+)(?![\w@])"
    r"|\b[A-Za-z][\w.]{2,31}#\d{4}\b"
)
_SERVICE = (
    r"(?:insta(?:gram)?|snap(?:chat)?|tiktok|discord|whatsapp|telegram|roblox|handle|user\s?name"
    r"|account|screen name)"
)
_ACCOUNT = re.compile(
    rf"(?i)\b{_SERVICE}\b\W+(?:\w+\W+){{0,2}}?(?P<part>(?=\w*[a-z]{{2}})(?=\w*\d)\w{{4,}})"
)
_NAMED = re.compile(
    rf"(?i)\b{_SERVICE}(?:\s(?:is|was|name is|as|called|named)\s|:\s)(?P<part>\w{{5,30}})\b"
)
_FIGURED = re.compile(r"\b(?P<part>(?P<word>[a-z]{4,24})\d{2,8})\b")
"""Letters and figures in one, such as moonbeam2009; Year12 and iphone13 are no account."""
_MODELS = frozenset("iphone ipad galaxy pixel covid android windows playstation xbox".split())  # noqa: SIM905
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", re.IGNORECASE)
_WAY = (
    r"(?:[Rr]oad|Rd|[Ss]treet|St|[Ll]ane|Close|[Aa]venue|Ave|Drive|[Cc]rescent|Cres|[Tt]errace"
    r"|Grove|Mews|Gardens)"
)
_HOUSE = (
    rf"(?:{_WAY}|[Cc]lose|[Dd]rive|[Gg]rove|[Mm]ews|Way|Court|Place|Gardens?|Hill|Row|Walk|House"
    r"|Park|Rise|View|Square|Parade|Green|Yard)"
)
_SMALL = r"(?:road|rd|street|st|lane|avenue|ave|crescent|terrace|grove|mews|gardens|parade)"
_ANY = rf"(?:{_SMALL}|close|drive|court|place|walk|rise|square|way|row|view|hill|park|house|cres)"
_STREET = re.compile(
    rf"\b(?!Google )(?:\d{{1,3}}[a-z]?,?\s(?:[A-Z][\w’']+\s){{1,2}}{_HOUSE}"
    rf"|(?:[A-Z][\w’']+\s){{1,2}}{_WAY}"
    rf"|\d{{1,3}}[a-z]?,?\s(?:[a-z][\w’']+\s){{1,2}}{_SMALL}"
    rf"|(?<=\b(?:at|in|on|of)\s)(?:\d{{1,3}}[a-z]?\s[a-z]\w{{3,}}\s{_ANY}|[A-Z][\w’']+\s{_HOUSE})"
    rf"|(?<=\b(?:near|from)\s)(?:\d{{1,3}}[a-z]?\s[a-z]\w{{3,}}\s{_ANY}|[A-Z][\w’']+\s{_HOUSE})"
    rf"|(?:\d{{1,3}}[A-Z]?\s)?[A-Z’']{{4,}}\s{_ANY.upper()})\b"
)
_PLATE = re.compile(
    r"\b(?:[A-Z]{2}\d\d\s?[A-Z]{3}|[a-z]{2}\d\d[a-z]{3}|[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}[A-Z]"
    r"|[A-Z]{1,2}Z\s?\d{3,4}|[a-z]{2}\d\d\s(?P<word>[a-z]{3}))\b"
)


def marks_in(text: str, own: str, places: Sequence[tuple[int, int]]) -> Iterator[Match]:
    """Yield each mark that does not stand in `own`, what the reader and the college have.

    `places` are those of people who may be named: a number beside one of them is theirs.
    """
    yield from _mails(text, own)
    squashed = squash(own)
    for trace, pattern in _MARKS:
        for found in pattern.finditer(text):
            part = "part" if "part" in pattern.groupindex else 0
            if squash(found[part]) not in squashed and not _means_a_word(found):
                yield _match(*found.span(part), trace)
    yield from _phones(text, own, places)


def _mails(text: str, own: str) -> Iterator[Match]:
    domains = {found.group().split("@")[1] for found in _MAIL.finditer(own) if "@" in found.group()}
    for pattern in (_MAIL, _SPOKEN_MAIL):
        for found in pattern.finditer(text):
            domain = found.group().split("@")[-1].strip()
            if squash(found.group()) not in squash(own) and domain not in domains:
                yield _match(found.start(), found.end(), Trace.MAIL)


def _phones(text: str, own: str, places: Sequence[tuple[int, int]]) -> Iterator[Match]:
    from phonenumbers import (  # noqa: PLC0415 Today must not wait for it
        Leniency,
        PhoneNumberMatcher,
    )

    digits = re.sub(r"[^\d\n]", "", own)
    lines = (text, text.replace("\n", " ")) if "\n" in text else (text,)
    for line in lines:
        for found in PhoneNumberMatcher(line, "GB", Leniency.POSSIBLE, max_tries=len(text)):
            said = re.sub(r"\D", "", found.raw_string)
            whose = any(_ON.fullmatch(text[end : found.start]) for _, end in places)
            dialled = len(said) > 8 and _DIALLED.match(found.raw_string)
            if dialled and said[-9:] not in digits and not whose:
                yield _match(found.start, found.end, Trace.NUMBER)


def _means_a_word(found: re.Match[str]) -> bool:
    """Return whether what looks like an account is words: iphone13, her Snapchat is private."""
    named = found.re
    if named is _NAMED:
        return known(fold(found["part"]).letters)
    if named is _FIGURED or named is _PLATE:
        word = fold(found["word"] or "").letters
        return word in english() if named is _PLATE else word in _MODELS or known(word)
    return False


def _match(start: int, end: int, trace: Trace) -> Match:
    return Match(start, end, (TracePattern(("",), trace),))


_MARKS = (
    (Trace.POSTCODE, _POSTCODE),
    (Trace.STREET, _STREET),
    (Trace.HANDLE, _LINK),
    (Trace.HANDLE, _HANDLE),
    (Trace.HANDLE, _ACCOUNT),
    (Trace.HANDLE, _NAMED),
    (Trace.HANDLE, _FIGURED),
    (Trace.NUMBER, _LOCAL),
    (Trace.PLATE, _PLATE),
)
