"""Lists modules without a purpose or with a paragraph maker of their own, and coloured icons."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ONE_PRINTER = Path("app", "typesetting", "text.py")
"""The only module that makes paragraphs, so that typed text is escaped in one place."""
ONE_PIECE = Path("app", "typesetting", "piece.py")
"""What it makes them with."""
MAKERS = {"Paragraph", "XPreformatted", "Preformatted", "TableOfContents", "paragraph", "*"}


def problems(root: Path) -> Iterator[str]:
    """Yield one sentence, `file: what`, for each such file of the project at `root`."""
    for path in sorted((root / "app").rglob("*.py")):
        name, tree = path.relative_to(root), ast.parse(path.read_text(encoding="utf-8"))
        if not (ast.get_docstring(tree) or "").partition("\n")[0].endswith("."):
            yield f"{name}: does not say its purpose in a sentence on line 1"
        if name not in {ONE_PRINTER, ONE_PIECE} and any(map(makes_paragraphs, ast.walk(tree))):
            yield f"{name}: takes from ReportLab what only {ONE_PRINTER} may make paragraphs with"
    for path in sorted((root / "resources" / "icons").glob("*.svg")):
        drawing = path.read_text(encoding="utf-8")
        if 'stroke="currentColor"' not in drawing or "#" in drawing:
            yield f"{path.relative_to(root)}: does not take the colour it is given"


def makes_paragraphs(node: ast.AST) -> bool:
    """Return whether an import takes ReportLab's makers of paragraphs, or all of it."""
    if isinstance(node, ast.Import):
        return any(it.name.startswith("reportlab") for it in node.names)
    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reportlab"):
        taken = {it.name for it in node.names}
        return bool(taken & MAKERS) or "xpreformatted" in (node.module or "")
    return False


if __name__ == "__main__":
    found = list(problems(ROOT))
    print(*found, sep="\n")
    sys.exit(bool(found))
