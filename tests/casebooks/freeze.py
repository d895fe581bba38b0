"""Freeze a casebook made by the code that runs this: `python -m tests.casebooks.freeze 0003`.

First it writes schema.sql, as the migrations of that code make it.
"""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from app import paths
from app.casework.recording import seal_own
from app.casework.session import Session
from app.disclosure.audience import paragraphs_for
from app.domain.case.case import Case
from app.domain.forms import FORMS
from app.domain.kit.answers import AnswerKind, YesNoUnknown
from app.domain.kit.checks import filled_in
from app.domain.kit.form import Question, questions_of
from app.domain.kit.moments import day_of, moment
from app.domain.kit.record import Audience
from app.practice.casefile import read_case_file
from app.vault import schema
from tests.casefold import DSL
from tests.play import play
from tests.sessions import Clock, new_desk

HERE = Path(__file__).parent
OLDEST = HERE / "0001"
LEAVE = ("ballast.bin", "instance.lock")
"""What every casebook has and no frozen one needs."""


def told(case: Case) -> str:
    """Write what a case says: each entry, then every paragraph of it, one a line.

    What the casebook itself writes of a document is left out: nobody typed it.
    """
    lines = [f"{case.number} {case.state.value}"]
    for entry in case.entries:
        sealed = entry.sealed
        lines.append(f"{sealed.seq} {sealed.recorded:%Y-%m-%dT%H:%M:%SZ} {entry.written.title}")
    own = {entry.root for entry in case.entries if entry.sealed.form.startswith("document_")}
    lines += [
        f"{one.label}: {one.words}"
        for one in paragraphs_for(case, Audience.DSL, as_written=True)
        if one.root not in own
    ]
    return "\n".join(lines) + "\n"


def record_the_rest(session: Session, case: Case) -> Case:
    """Seal one entry of every form that a case has none of yet, with any answers at all."""
    used = {type(entry.form) for entry in case.entries}
    for form in (form for form in FORMS if form not in used):
        answers = {q.name: _any(q, case, session.now()) for q in questions_of(form) if q.required}
        case = seal_own(session, filled_in(form, answers), case)
    return case


def _any(question: Question, case: Case, now: datetime) -> Any:
    """Return an answer of the right kind. People are asked for as one and, where apart, another."""
    forms = {entry.sealed.form: entry.sealed.id for entry in case.entries}
    one, other, *_ = case.people
    given: dict[AnswerKind, Any] = {
        AnswerKind.PERSON: other if question.name == "other" else one,
        AnswerKind.ENTRY: forms.get(f"{question.name}_opened", case.entries[0].sealed.id),
        AnswerKind.MOMENT: moment(now),
        AnswerKind.DAY: day_of(now),
        AnswerKind.STAFF: DSL,
        AnswerKind.YES_NO_UNKNOWN: YesNoUnknown.NOT_KNOWN,
        AnswerKind.ONE_OF: next(iter(question.choices), None),
        AnswerKind.SEVERAL_OF: question.choices[:1],
        AnswerKind.PEOPLE: (),
        AnswerKind.ROWS: (),
    }
    return given.get(question.kind, f"Invented answer to: {question.ask.label}")


def freeze(folder: Path, names: list[str]) -> None:
    """Play practice cases into a new casebook, and write beside it what each case says."""
    clock = Clock()
    files = [read_case_file(paths.resources() / "practice" / f"{name}.toml") for name in names]
    clock.at = files[0].steps[0].recorded
    session = new_desk(folder, clock)
    cases = [play(session, file, turn=lambda at: setattr(clock, "at", at)) for file in files]
    cases[0] = record_the_rest(session, cases[0])
    session.close()
    for name in LEAVE:
        (folder / name).unlink(missing_ok=True)
    for case in cases:
        (folder / f"{case.number}.txt").write_text(told(case), encoding="utf-8")


def write_structure() -> None:
    """Write schema.sql anew."""
    made = schema.structure_of(schema.newest_version())
    Path(schema.__file__).with_suffix(".sql").write_text(made, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_structure()
    freeze(HERE / sys.argv[1], sys.argv[2:] or ["06-adult-posing"])
