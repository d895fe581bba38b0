"""Plays a practice case into a casebook without its windows, as fast as it can be recorded."""

from collections.abc import Callable
from datetime import datetime

from app.casework.documents import issue
from app.casework.recording import Correction, missing_now, seal
from app.casework.session import Session
from app.domain.case.case import Case
from app.domain.kit.form import form_name
from app.papers.kinds import Offer, offers_for
from app.practice.casefile import CaseFile, CaseFileMistake, CaseFileStep, is_document


def play(session: Session, file: CaseFile, turn: Callable[[datetime], None] | None = None) -> Case:
    """Record every step of a case file as a new case, and return the case.

    The clock of the desk decides when entries are recorded; `turn` sets it to when each step was
    (UTC). Raises CaseFileMistake where a step could not be sealed by hand either.
    """
    case: Case | None = None
    for step in file.steps:
        if turn:
            turn(step.recorded)
        case = play_step(session, step, case)
    assert case
    return case


def play_step(session: Session, step: CaseFileStep, case: Case | None) -> Case:
    """Record one step. Raises CaseFileMistake when something is missing in it."""
    if is_document(step):
        known = _known(case, step)
        return issue(session, known, _offer(known, step), str(step.answers["why"])).case
    correction = Correction(step.corrects, step.corrects_why) if step.corrects else None
    missing = missing_now(session, step.form, step.answers, case, correction)
    if missing:
        raise CaseFileMistake(step.line, missing[0].name, missing[0].sentence)
    return seal(session, step.form, step.answers, case=case, correction=correction, entry=step.id)


def _offer(case: Case, step: CaseFileStep) -> Offer:
    """Find the document a step issues: its key, and whom or what it is about."""
    key = str(step.answers.get("key", "social_care"))
    asked = {name: step.answers.get(name) for name in ("child", "reader", "referral")}
    for offer in offers_for(case):
        about = zip(asked.values(), offer.subject.refs, strict=True)
        if offer.kind.key == key and all(it is None or it == ref for it, ref in about):
            return offer
    raise CaseFileMistake(step.line, "key", f"No {key} can be made of this case yet.")


def _known(case: Case | None, step: CaseFileStep) -> Case:
    if case is None:
        raise CaseFileMistake(step.line, form_name(step.form), "A case begins with a concern.")
    return case
