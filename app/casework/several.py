"""One form for several people: what stops it for each of them."""

from collections.abc import Iterator, Sequence

import msgspec

from app.casework.recording import missing_now
from app.casework.session import Session
from app.domain.case.case import Case
from app.domain.kit.checks import Problem
from app.domain.kit.form import Answers, Form
from app.domain.owed.several import Another, for_another


def missing_for_others(
    session: Session, form: type[Form], answers: Answers, others: Sequence[Another], case: Case
) -> tuple[Problem, ...]:
    """Return what stops the same from being sealed for others now, each with whom it is about.

    What the form itself lacks is left out: it is put right once, for everybody.
    """
    return tuple(_missing(session, form, answers, others, case))


def _missing(
    session: Session, form: type[Form], answers: Answers, others: Sequence[Another], case: Case
) -> Iterator[Problem]:
    lacking = missing_now(session, form, answers, case) if others else ()
    for another in others:
        for problem in missing_now(session, form, for_another(form, answers, another), case):
            if problem not in lacking:
                sentence = f"{another.words}: {problem.sentence}"
                yield msgspec.structs.replace(problem, sentence=sentence)
