"""Play a case file into a casebook without a window: for practice, journeys and measurements."""

from collections.abc import Callable
from datetime import datetime

from app.casework.desk import Desk
from app.casework.letters import issue_social_care
from app.casework.recording import Correction, seal, what_is_missing
from app.domain.case import Case
from app.domain.form import form_name
from app.practice.casefile import CaseFile, CaseFileMistake, Step, is_document


def play(desk: Desk, file: CaseFile, turn: Callable[[datetime], None] | None = None) -> Case:
    """Record every step of a case file as a new case, and give the case.

    The clock of the desk decides when entries are recorded; `turn` sets it to when each step was
    (UTC). Raises CaseFileMistake where a step could not be sealed by hand either.
    """
    case: Case | None = None
    for step in file.steps:
        if turn:
            turn(step.recorded)
        case = play_step(desk, step, case)
    assert case
    return case


def play_step(desk: Desk, step: Step, case: Case | None) -> Case:
    """Record one step. Raises CaseFileMistake when something is missing in it."""
    if is_document(step):
        referral, why = (str(step.answers[name]) for name in ("referral", "why"))
        return issue_social_care(desk, _known(case, step), referral, why).case
    correction = Correction(step.corrects, step.corrects_why) if step.corrects else None
    missing = what_is_missing(
        step.form, step.answers, desk.now(), case, correction, author=desk.as_staff
    )
    if missing:
        raise CaseFileMistake(step.line, missing[0].name, missing[0].sentence)
    return seal(desk, step.form, step.answers, case=case, correction=correction, entry=step.id)


def _known(case: Case | None, step: Step) -> Case:
    if case is None:
        raise CaseFileMistake(step.line, form_name(step.form), "A case begins with a concern.")
    return case
