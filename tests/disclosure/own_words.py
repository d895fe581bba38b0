"""The program’s own words: `python -m tests.disclosure.own_words` writes them to a list.

`resources/words/ours.txt` has first the words that are in no dictionary, then the phrases that hold
what may be taken for a name.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from app.disclosure.words import DAYS, ORDINARY, english, given, ordinary
from app.domain.names.folding import fold
from app.paths import resources

ROOT = Path(__file__).resolve().parents[2]
OURS = resources() / "words" / "ours.txt"
NOT_OURS = {"practice", "words", "icons", "readme"}


@cache
def texts() -> tuple[str, ...]:
    """Return every text of the program that a paper may print: no example, no practice case."""
    return tuple(_texts())


def _texts() -> Iterator[str]:
    for room in ("papers", "domain", "typesetting", "removal", "spread"):
        paths = (path for path in (ROOT / "app" / room).rglob("*.py") if "names" not in path.parts)
        for path in sorted(path for path in paths if path.name != "glyphs.py"):  # it writes code
            yield from _in_source(ast.parse(path.read_text("utf-8")))
    for path in sorted(resources().rglob("*.toml")):
        if not NOT_OURS & set(path.parts) and path.name != "short_forms.toml":
            yield from _in_data(tomllib.loads(path.read_text("utf-8")))


def _in_source(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.keyword) and node.arg == "example":
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_said(node.value):
        yield node.value
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
            yield from _in_source(child)


def _is_said(text: str) -> bool:
    return bool(SAID.search(text)) and not PDF_CODE.search(text)


def _in_data(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _in_data(one)
    elif isinstance(value, list):
        for one in value:
            yield from _in_data(one)


WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
SAID = re.compile(r"^[A-Z][a-z]|\w \w")
"""What is said to people, and is no code."""
PDF_CODE = re.compile(r"(?:^|\s)/[A-Z]\w+")
STAFF = re.compile(r"\b[A-Z]\. \w+")
LINK = re.compile(r"\S*(?:[/@_\\\\]|\w\.\w)\S*")
CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
RUN = re.compile(r"[A-Z][\w’]*(?:[ -](?:(?:of|and|for|the) )?[A-Z][\w’]*)*")


def words_of(text: str) -> Iterator[str]:
    """Yield words that the dictionary has not, or that have a capital here, folded; no names."""
    plain = STAFF.sub(" ", text)
    for link in LINK.findall(plain):
        pieces = (fold(piece).letters for piece in WORD.findall(link))
        yield from (one for one in pieces if len(one) > 4 and not (given(one) or ordinary(one)))
    for capital in map(str.lower, CAPITAL.findall(plain)):
        if ordinary(capital) or not given(capital):
            yield capital
    for found in WORD.finditer(LINK.sub(" ", plain)):
        word = fold(found.group()).letters.split("'")[0]
        named = given(word) and found.group()[0].isupper()
        if len(word) > 2 and not named and not ordinary(word):
            yield word


def phrases_of(text: str) -> Iterator[str]:
    """Yield folded phrases: names of bodies and services, and words that are names too."""
    for found in RUN.finditer(LINK.sub(" ", STAFF.sub(" ", text))):
        words = [fold(one).letters.split("'")[0] for one in WORD.findall(found.group())]
        if any(given(word) or word not in english() for word in words):
            yield " ".join(words)
    words = list(WORD.finditer(text))
    for at, found in enumerate(words):
        word = fold(found.group()).letters
        named = given(word) or word in DAYS or (word in ORDINARY and len(word) > 2)
        if found.group()[0].isupper() and named and ordinary(word):
            yield " ".join(fold(one.group()).letters for one in words[at : at + 3])
            before = fold(words[at - 1].group()).letters if at else ""
            if ordinary(before) and words[at - 1].group().islower():
                yield f"{before} {word}"


def ours() -> str:
    """Return the list as it should be."""
    words = sorted({word for text in texts() for word in words_of(text)})
    phrases = sorted({phrase for text in texts() for phrase in phrases_of(text) if " " in phrase})
    return "\n".join((*words, *phrases)) + "\n"


if __name__ == "__main__":
    OURS.write_text(ours(), "utf-8")
