"""Which steps of the practice cases answer a form in a way that no step before them did.

Those of the first case are played through the windows by `test_first_case`, every one.
"""

from collections.abc import Iterator
from functools import cache

from app import paths
from app.domain.kit.answers import Involved
from app.domain.kit.form import Answers, FormType, form_name, questions_of
from app.domain.kit.keys import read_key
from app.practice.casefile import CaseFile, read_case_file

PRACTICE = paths.resources() / "practice"
Way = tuple[object, ...]


@cache
def case_files() -> dict[str, CaseFile]:
    """Return every practice case by its name, in the order of the names."""
    return {path.stem: read_case_file(path) for path in sorted(PRACTICE.glob("*.toml"))}


@cache
def novel_steps() -> frozenset[str]:
    """Return the ids of the steps that are the first to answer a question, or to answer it so."""
    known, found = set[Way](), set[str]()
    for step in (step for file in case_files().values() for step in file.steps):
        form = form_name(step.form), bool(step.corrects)
        ways = {form, *((*form, *way) for way in _ways(step.form, step.answers))}
        if ways - known:
            found.add(step.id)
        known |= ways
    return frozenset(found) - {step.id for step in next(iter(case_files().values())).steps}


def _ways(form: FormType, answers: Answers) -> Iterator[Way]:
    """Yield what is answered, whether once or more, what is picked, and the kind pointed at.

    Words, days and names are typed alike, whatever they are.
    """
    for question in questions_of(form):
        answer = answers.get(question.name)
        if answer is None:
            continue
        several = answer if isinstance(answer, tuple) else (answer,)
        yield question.name, min(len(several), 2)
        for one in several:
            if question.row:
                yield from ((question.name, *way) for way in _ways(question.row, one))
            elif question.choices:
                yield question.name, str(one)
            elif isinstance(one, Involved):
                yield from ((question.name, one.person.kind, role) for role in one.roles)
            elif question.ask.refers_to:
                yield question.name, type(read_key(str(one)))
