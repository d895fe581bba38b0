"""Who reads each question: the rule, the card or the paper that names it, or that its mark is for.

`python -m tests.domain.readers` prints the table.
"""

import ast
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from app.domain.forms import FORMS
from app.domain.forms.asked import AgreedAction
from app.domain.kit.answers import AnswerKind
from app.domain.kit.form import Ask, FormType, Question, questions_of
from app.domain.kit.in_short import QUESTION

APP = Path(__file__).parents[2] / "app"
MODEL = APP / "domain/case"
ROOMS = ("domain/case", "domain/rules", "domain/owed", "domain/gates", "disclosure", "papers")
ROOMS += ("removal", "spread", "casework", "ui")
"""Where rules, papers and screens are. What shows every question alike names none of them."""

MARKS = {
    "sign": "app/domain/case/signs.py",
    "raises": "app/domain/case/signs.py",
    "fact": "app/domain/case/standing.py",
    "review": "app/domain/case/reviews.py",
    "settles": "app/domain/case/clock_rules.py",
    "meets": "app/domain/rules/implied.py",
    "teaches": "app/domain/rules/implied.py",
    "refers_to": "app/domain/owed/references.py",
    "roles": "app/ui/forms/selections.py",
    "reason": "app/domain/kit/doubts.py",
    "retold": "app/papers/rows.py",
    "says": "app/papers/rows.py",
}
"""The marks of a question that something reads whichever form asks, and where that is."""

KINDS = {
    AnswerKind.PERSON: "app/domain/case/reviews.py",
    AnswerKind.PEOPLE: "app/domain/gates/people.py",
    AnswerKind.INERT: "app/disclosure/disclosure.py",
}
"""The kinds of answers that something reads whichever form asks."""

Asked = tuple[FormType, str]


@cache
def asked() -> Mapping[Asked, Question]:
    """Return every question of every form of today and of its rows, by who asks it."""
    return {
        (owner, question.name): question
        for form in FORMS
        for owner in (form, *(one.row for one in questions_of(form) if one.row))
        for question in questions_of(owner)
    }


def readers(owner: FormType, question: Question) -> Iterator[str]:
    """Yield each file that reads one question, also by its mark or for its kind.

    A paper that reads a list of rows prints all of each.
    """
    for (form, _), listing in asked().items():
        if listing.row is owner:
            yield from (one for one in readers(form, listing) if one.startswith("app/papers/"))
    unmarked = Ask("")
    for mark, rule in MARKS.items():
        if getattr(question.ask, mark) != getattr(unmarked, mark):
            yield rule
    if question.kind in KINDS:
        yield KINDS[question.kind]
    if question.row is AgreedAction:
        yield "app/domain/case/reviews.py"
    if question.name in _in_line(owner):
        yield "app/domain/kit/in_short.py"
    if question.name in (owner.happened_in, *owner.in_order):
        yield "app/papers/chronology.py"
    yield from sorted(_named().get((owner, question.name), ()))


def _in_line(owner: FormType) -> set[str]:
    """Return the questions that the line of an entry tells."""
    patterns = (getattr(owner, "in_short", ""), getattr(owner, "on_timeline", ""))
    found = (one["names"] for pattern in patterns for one in QUESTION.finditer(pattern))
    return {name for names in found for name in names.split("|")}


@cache
def _named() -> Mapping[Asked, set[str]]:
    """Return where a function, class or table names a form or row, and an answer of that name."""
    files = {path: ast.parse(path.read_text("utf-8")) for path in _sources()}
    held = _held(tree for path, tree in files.items() if path.parent == MODEL)
    found = defaultdict[Asked, set[str]](set)
    for path, tree in files.items():
        own = _held([tree])
        for piece in tree.body:
            names, attributes = _words(piece)
            known = (of.get(one, ()) for one in names | attributes for of in (held, own))
            named = set(itertools.chain(*known))
            for owner, name in asked():
                if owner in named and name in attributes:
                    found[owner, name].add(path.relative_to(APP.parent).as_posix())
    return found


def _sources() -> Iterator[Path]:
    return (path for room in ROOMS for path in sorted((APP / room).rglob("*.py")))


def _held(trees: Iterable[ast.Module]) -> Mapping[str, set[FormType]]:
    """Return the forms and rows behind a name: their own, and that of what holds them.

    So `opened` of a `Referral` holds a ReferralOpened, and an answer of several rows those rows.
    """
    owners = {owner.__name__: owner for owner, _ in asked()}
    held = {name: {owner} for name, owner in owners.items()}
    for (_, name), question in asked().items():
        if question.row:
            held.setdefault(name, set()).add(question.row)
    for node in (one for tree in trees for one in ast.walk(tree)):
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=ast.expr() as hint):
                pass
            case ast.FunctionDef(name=name, returns=ast.expr() as hint):
                pass
            case _:
                continue
        typed = {one.id for one in ast.walk(hint) if isinstance(one, ast.Name)}
        held.setdefault(name, set()).update(owners[one] for one in typed & owners.keys())
    return held


def _words(piece: ast.stmt) -> tuple[set[str], set[str]]:
    """Return the names that a piece of code mentions, and those of the attributes it looks at."""
    names, attributes = set[str](), set[str]()
    for one in ast.walk(piece):
        match one:
            case ast.Name(id=name):
                names.add(name)
            case ast.Attribute(attr=name):
                attributes.add(name)
            case ast.MatchClass(kwd_attrs=keywords):
                attributes.update(keywords)
    return names, attributes


if __name__ == "__main__":
    for (by, _), one in asked().items():
        print(f"{by.__name__}.{one.name}: {', '.join(readers(by, one)) or 'nothing'}")
