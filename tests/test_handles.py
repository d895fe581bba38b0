"""Questions are named by handles, which the type check follows, and not by the text of a name."""

import ast
from pathlib import Path

from app.domain.forms import REGISTRY
from app.domain.kit.form import questions_of
from tests.grids import in_each

APP = Path(__file__).resolve().parent.parent / "app"
ROOMS = ("domain", "disclosure", "papers")
DECLARED = ("domain/forms",)
"""Where forms are declared: within its own class body a form has no handles yet."""

FORMS = tuple(REGISTRY.released.values())
ROWS = {question.row for form in FORMS for question in questions_of(form)} - {None}
NAMES = {question.name for form in (*FORMS, *ROWS) for question in questions_of(form)}
ASKS = {"answer", "after", "rows", "told", "listed", "said", "words", "dated"}
ASKS |= {"held", "given", "name_of", "getattr", "second_person"}
"""The calls that take a question."""


def looked_up(path):
    """Yield the lines on which a question is looked up by the text of its name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called.rpartition(".")[2] in ASKS or called.endswith("answers.get"):
                yield from (arg.lineno for arg in node.args if named(arg))
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("answers"):
            yield from (node.lineno for _ in range(named(node.slice)))


def named(node):
    return isinstance(node, ast.Constant) and node.value in NAMES


def modules():
    for room in ROOMS:
        for path in sorted((APP / room).rglob("*.py")):
            if not path.relative_to(APP).as_posix().startswith(DECLARED):
                yield path


@in_each("path", modules(), lambda path: f"{path.relative_to(APP)}")
def test_no_rule_and_no_paper_looks_up_a_question_by_the_text_of_its_name(path):
    assert list(looked_up(path)) == []


def test_such_a_look_up_would_be_found(tmp_path):
    path = tmp_path / "paper.py"
    path.write_text(
        'words.answer(item, "risk_now")\nanswers["decision"]\nanswers.get("other than")\n'
    )
    assert sorted(looked_up(path)) == [1, 2]
