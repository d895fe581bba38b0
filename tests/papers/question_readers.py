"""Which rule, card or paper reads each question of each form: found in the source, and declared.

The full record, the entry’s own paper, the search and the disguise read every answer there is, and
are not counted: a reader does something with this one. `python -m tests.papers.question_readers`
lists them all.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import app
from app.domain.forms import FORMS
from app.domain.forms.asked import AgreedAction, FurtherTime
from app.domain.forms.copies import KnownCopy
from app.domain.kit.form import Form, Question, Row, questions_of

ROOT = Path(app.__file__).parent
_GENERIC = ("domain/forms", "domain/kit", "ui/forms", "papers/blank_form.py")
"""What treats every question alike: it declares, checks, words or edits them."""
_BY_THE_ROW: dict[type[Row], str] = {
    AgreedAction: "domain/case/reviews.py",
    FurtherTime: "domain/case/ages.py",
    KnownCopy: "domain/case/copies.py",
}
_BY_MARK = {
    "sign": "domain/case/signs.py",
    "raises": "domain/case/signs.py",
    "fact": "domain/case/standing.py",
    "review": "domain/case/reviews.py",
    "settles": "domain/case/clock_rules.py",
    "meets": "domain/rules/knowledge.py",
    "of_before": "ui/case_parts/context.py",
    "reason": "domain/kit/doubts.py",
}
_BY_NAME = {"despite": "domain/gates/instructions.py"}
"""What a gate asks of every form under one name."""


RECORDED = "the record"


def asked() -> Iterator[tuple[type[Form], type[Form] | type[Row], Question]]:
    """Yield every question of every form and of its rows, with the form and whose field it is."""
    for form in FORMS:
        for owner in (form, *(one.row for one in questions_of(form) if one.row)):
            for question in questions_of(owner):
                yield form, owner, question


def readers(form: type[Form], owner: type[Form] | type[Row], question: Question) -> set[str]:
    """Return the files that read an answer to one question, as paths within the app."""
    found = {*_by_declaration(form, owner, question), *_in_source(form, owner, question)}
    rows = [one for one in questions_of(form) if owner is not form and one.row is owner]
    return found | {where for one in rows for where in _in_source(form, form, one)}


def _by_declaration(
    form: type[Form], owner: type[Form] | type[Row], question: Question
) -> Iterator[str]:
    ask, name = question.ask, question.name
    yield from (where for mark, where in _BY_MARK.items() if getattr(ask, mark))
    yield from (where for one, where in _BY_NAME.items() if one == name)
    if ask.teaches is not None:
        yield "domain/rules/implied.py"
    if owner in _BY_THE_ROW:
        yield _BY_THE_ROW[owner]
    if question.row in _BY_THE_ROW:
        yield _BY_THE_ROW[question.row]
    if owner is form:
        if f"{{{name}" in form.in_short + form.on_timeline:
            yield "papers/chronology.py"
        if name == form.happened_in:
            yield "papers/in_order.py"
        if ask.retold is not None or ask.says:
            yield "papers/rows.py"
    if any(name in _waits_for(one) for one in questions_of(owner)):
        yield "whether another question is asked"


def _waits_for(question: Question) -> set[str]:
    conditions = (question.ask.shown_if, question.ask.required_if)
    return {one.name for one in conditions if one}


def _in_source(
    form: type[Form], owner: type[Form] | type[Row], question: Question
) -> Iterator[str]:
    for path, source in _sources().items():
        named = {form.__name__, owner.__name__} & source.classes
        if (owner.__name__, question.name) in source.handles or (
            named and question.name in source.attributes
        ):
            yield path


class _Source(ast.NodeVisitor):
    """The classes one file names, the questions it names by handle, and the attributes it reads."""

    def __init__(self) -> None:
        self.classes: set[str] = set()
        self.handles: set[tuple[str, str]] = set()
        self.attributes: set[str] = set()

    def visit_Name(self, node: ast.Name) -> None:
        self.classes.add(node.id)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if isinstance(node.value, ast.Name) and node.value.id[:1].isupper():
            self.handles.add((node.value.id, node.attr))
        else:
            self.attributes.add(node.attr)
        self.generic_visit(node)

    def visit_MatchClass(self, node: ast.MatchClass) -> None:
        if isinstance(node.cls, ast.Name):
            self.handles.update((node.cls.id, one) for one in node.kwd_attrs)
        self.generic_visit(node)


@cache
def _sources() -> dict[str, _Source]:
    found = dict[str, _Source]()
    for path in sorted(ROOT.rglob("*.py")):
        within = path.relative_to(ROOT).as_posix()
        if not within.startswith(_GENERIC):
            found[within] = _Source()
            found[within].visit(ast.parse(path.read_text(encoding="utf-8")))
    return found


if __name__ == "__main__":
    for form, owner, question in asked():
        where = " + ".join(sorted(readers(form, owner, question)))
        print(f"{owner.__name__}.{question.name} of {form.__name__}: {where or RECORDED}")
