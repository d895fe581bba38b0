"""Lists every file, function, class and folder that is too large for a reader."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE_LINES = 400
FUNCTION_LINES = 50
CLASS_METHODS = 15
FLOORS = 2
"""The most folders below app/: app/ui/forms/words.py has two."""


def problems(root: Path) -> Iterator[str]:
    """Yield one sentence, `file:line: what`, for everything too large in the project at `root`."""
    for top in ("app", "tests", "packaging"):
        for path in sorted((root / top).rglob("*.py")):
            name = path.relative_to(root)
            floors = len(name.parts) - 2
            if top == "app" and floors > FLOORS:
                yield f"{name}:1: stands {floors} folders below app/, more than {FLOORS}"
            source = path.read_text(encoding="utf-8")
            if (lines := source.count("\n")) > FILE_LINES:
                yield f"{name}:1: has {lines} lines, more than {FILE_LINES}"
            for node in ast.walk(ast.parse(source)):
                if sentence := too_large(node):
                    yield f"{name}:{sentence}"


def too_large(node: ast.AST) -> str | None:
    """Return what is too large about a function or a class, beginning with its line, or None."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > FUNCTION_LINES:
            return f"{node.lineno}: {node.name}() has {lines} lines, more than {FUNCTION_LINES}"
    if isinstance(node, ast.ClassDef):
        methods = sum(isinstance(part, ast.FunctionDef) and not of_qt(part) for part in node.body)
        if methods > CLASS_METHODS:
            return f"{node.lineno}: {node.name} has {methods} methods, more than {CLASS_METHODS}"
    return None


def of_qt(method: ast.FunctionDef) -> bool:
    """Return whether a method overrides one of Qt: only those are in camelCase."""
    return method.name != method.name.lower()


if __name__ == "__main__":
    found = list(problems(ROOT))
    print(*found, sep="\n")
    sys.exit(bool(found))
