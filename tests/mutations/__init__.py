"""The faults that the tests have to notice, as a list, and whether it still fits the source."""

import ast
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

ROOT = Path(__file__).parents[2]


class Mutation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One fault put in by hand. `breaks` says in a sentence what no longer holds with it.

    In `file` the text `was`, which stands there once, becomes `now`. One of `caught_by`, written
    `file::test` as pytest takes them, then has to fail.
    """

    breaks: str
    file: str
    was: str
    now: str
    caught_by: tuple[str, ...]

    def holds(self, words: Iterable[str]) -> bool:
        """Return whether one of these words stands in its sentence or in the name of its file."""
        said = f"{self.breaks} {self.file}".casefold()
        return any(word.casefold() in said for word in words)

    def put_into(self, source: str) -> str:
        """Return a source with the fault in it. Raises ValueError where it no longer fits."""
        if (times := source.count(self.was)) != 1:
            raise ValueError(f"{self.file} holds {times} times: {self.was}")
        return source.replace(self.was, self.now)


def read_mutations() -> tuple[Mutation, ...]:
    """Read the list, in its order."""
    listed = tomllib.loads(Path(__file__).with_name("mutations.toml").read_text("utf-8"))
    return msgspec.convert(listed["mutation"], tuple[Mutation, ...])


def problems(mutation: Mutation) -> Iterator[str]:
    """Yield a sentence for each part of a mutation that no longer fits the source or the tests."""
    try:
        ast.parse(mutation.put_into((ROOT / mutation.file).read_text("utf-8")))
    except (OSError, ValueError, SyntaxError) as error:
        yield str(error)
    for test in mutation.caught_by:
        file, _, name = test.partition("::")
        path = ROOT / file
        if not path.is_file() or f"def {name}(" not in path.read_text("utf-8"):
            yield f"There is no test {test}"
