"""Grids of cases each so small that a test of its own would take longer to begin than to run."""

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import Signature, signature
from typing import Any


def in_each(argument: str, cases: Iterable[Any], called: Callable[[Any], str] = str):
    """Run a test for each case within one test, and report every case that fails by its name.

    For cases that share nothing a test could change; `argument` takes the case.
    """
    cases = tuple(cases)
    assert cases

    def merged(test):
        own = signature(test)

        @wraps(test)
        def every(**given):
            failed = []
            for case in cases:
                try:
                    test(**given, **{argument: case})
                except Exception as error:  # noqa: BLE001 - the others are looked at as well
                    error.add_note(f"where {argument} is {called(case)}")
                    failed.append(error)
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(cases)} cases fail", failed)

        every.__signature__ = Signature(
            [one for one in own.parameters.values() if one.name != argument]
        )
        return every

    return merged
