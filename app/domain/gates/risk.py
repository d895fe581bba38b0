"""The gate before a risk assessment: it speaks of every learner, not of the case as a whole."""

import re
from collections.abc import Iterator
from datetime import date

from app.domain.case.ages import TAKES_PART
from app.domain.case.merging import one_of
from app.domain.case.people import PersonInCase
from app.domain.forms.risk import RiskAssessed, Understanding
from app.domain.gates.asked import GateProblem, ToSeal, gate_problem
from app.domain.kit.answers import PersonKind
from app.domain.kit.form import Answers, name_of
from app.domain.kit.moments import age_on, day_of
from app.domain.kit.sources import Cited


def each_learner_is_assessed(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a row on what each of the college’s learners involved understands of consent."""
    spoken_of = {learner for learner, _ in _rows(asked)}
    missing = [
        known.person.name
        for key, known in asked.case.people.items()
        if known.person.kind is PersonKind.LEARNER
        and TAKES_PART & set(known.roles)
        and key not in spoken_of
    ]
    if missing:
        yield gate_problem(
            RiskAssessed.understanding,
            f"Nothing is said of what they understand of consent: {', '.join(missing)}.",
            "Add a row for each; “not known” is an answer, with what follows from it.",
            Cited.UKCIS_RISK,
        )


def capacity_from_sixteen(asked: ToSeal) -> Iterator[GateProblem]:
    """Require both answers on deciding for oneself of a learner who is 16 or 17 on that day.

    Where nobody knows the date of birth, what was told of their age counts.
    """
    at = asked.get(RiskAssessed.at)
    day = day_of(at) if at else asked.today
    for place, (learner, row) in enumerate(_rows(asked), start=1):
        known = asked.case.people.get(learner)
        if known and (age := _sixteen(known, day)):
            why = f"Row {place}: {known.person.name} is {age}; can they decide this themselves?"
            for question in _DECIDING:
                if not row.get(name_of(question)):
                    where = f"{name_of(RiskAssessed.understanding)}.{place}.{name_of(question)}"
                    yield gate_problem(question, why, _ANSWER, Cited.CAPACITY, place=where)


def _sixteen(known: PersonInCase, day: date) -> str:
    """Return that somebody is 16 or 17, as told where no date of birth is known; "" for no."""
    if known.person.born:
        age = age_on(known.person.born, day)
        return str(age) if age in _SIXTEEN else ""
    told = (known.details.age_said if known.details else None) or ""
    return f"{found.group()} as told" if (found := _TOLD.search(told)) else ""


_SIXTEEN = (16, 17)
_TOLD = re.compile(rf"\b(?:{'|'.join(map(str, _SIXTEEN))})\b")
_DECIDING = (Understanding.competent, Understanding.capacity)
_ANSWER = "Answer both questions on it; “not known” is an answer too."


def _rows(asked: ToSeal) -> Iterator[tuple[str, Answers]]:
    """Yield each row with the id of the learner it is about, as the case knows them."""
    rows = asked.answers.get(name_of(RiskAssessed.understanding))
    for row in rows if isinstance(rows, tuple) else ():
        assert isinstance(row, dict)
        learner = str(row.get(name_of(Understanding.learner)) or "")
        yield one_of(asked.case.same, learner), row
