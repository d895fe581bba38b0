"""One idea has one home: no set of choices stands twice, and no window asks in words of its own."""

import ast
import importlib
import pkgutil
from enum import Enum
from itertools import combinations
from pathlib import Path

import app

ROOT = Path(app.__file__).parent


def enums():
    found = {
        value
        for module in pkgutil.walk_packages(app.__path__, "app.")
        if not module.name.endswith("__main__")
        for value in vars(importlib.import_module(module.name)).values()
        if isinstance(value, type) and issubclass(value, Enum) and len(value)
    }
    return sorted(found, key=lambda enum: (enum.__module__, enum.__name__))


def _alike(one, other):
    """Return whether of all the values that two enums store, most are stored by both."""
    stored, others = ({it.value for it in enum} for enum in (one, other))
    both = {value for value in stored & others if isinstance(value, str)}
    return len(both) > 0.6 * len(stored | others)


def test_no_two_sets_of_choices_offer_nearly_the_same():
    """A second enum of nations, of tones or of audiences would be kept in step by hand."""
    assert [pair for pair in combinations(enums(), 2) if _alike(*pair)] == []


def test_no_window_declares_a_question():
    asking = {
        path
        for path in (ROOT / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Ask"
    }
    assert asking == set()
