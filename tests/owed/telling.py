"""How a story becomes a case: its steps, its clock and the people in it."""

from datetime import date, datetime, timedelta

import msgspec

from app.domain.case.case import Case, fold_case
from app.domain.case.duty import Duty
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.form import Form
from app.domain.kit.moments import LONDON, Moment, moment
from tests.casefold import NOW, sealed

YES, NO, NOT_KNOWN = YesNoUnknown.YES, YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN


class Step(msgspec.Struct, frozen=True):
    """One entry to be: its form and answers, when it is recorded, its id, and what it corrects."""

    form: type[Form]
    answers: dict
    on: str = ""
    id: str = ""
    corrects: str | None = None


Steps = tuple["Step | Steps", ...] | Step
_WEEKDAYS = ("thu", "fri", "sat", "sun", "mon", "tue", "wed")


def when(words: str) -> datetime:
    """Return the instant of `fri 16:10`, of `fri+1 16:10` a week later, or of `30d 09:00`."""
    day, _, clock = words.partition(" ")
    name, _, weeks = day.partition("+")
    days = int(day[:-1]) if day[-1] == "d" else _WEEKDAYS.index(name) + 7 * int(weeks or 0)
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 11, 19, hour, minute, tzinfo=LONDON) + timedelta(days=days)


def moment_of(words: str) -> Moment:
    """Return the moment of the same words, for an answer."""
    return moment(when(words))


def day(words: str) -> date:
    """Return the day of `fri`, `fri+1` or `30d`."""
    return when(f"{words} 12:00").date()


THEN = moment(NOW)
"""Stands in an answer for the moment at which the step is recorded."""


def case_told(*steps: Steps, duty: Duty | None = None) -> Case:
    """Fold the case that a story tells."""
    entries, at = [], NOW - timedelta(minutes=10)
    for seq, step in enumerate(flat(*steps), start=1):
        at = when(step.on) if step.on else at + timedelta(minutes=10)
        entries.append(
            sealed(
                step.form,
                dated(step.answers, at),
                seq=seq,
                at=at,
                entry=step.id or None,
                corrects=step.corrects,
            )
        )
    ids = [entry.id for entry in entries]
    assert len(set(ids)) == len(ids), "two steps of a story bear one id"
    return fold_case(entries, duty)


def next_at(case: Case) -> datetime:
    """Return when a step would be recorded that comes next."""
    return case.entries[-1].sealed.recorded + timedelta(minutes=10)


def dated(answers: dict, at: datetime) -> dict:
    """Return answers with the moment of a step wherever they leave it open."""
    return {key: moment(at) if value is THEN else value for key, value in answers.items()}


def flat(*steps: Steps) -> tuple[Step, ...]:
    """Return every step of a story in order."""
    return tuple(
        one for step in steps for one in ((step,) if isinstance(step, Step) else flat(*step))
    )


# People

AVA = Person(id="ava", kind=PersonKind.LEARNER, name="Ava Stone", born=date(2011, 5, 3))
BEN = Person(id="ben", kind=PersonKind.LEARNER, name="Ben Marsh", born=date(2010, 2, 1))
CAL = Person(id="cal", kind=PersonKind.LEARNER, name="Cal Reed", born=date(2010, 7, 9))
DEE = Person(id="dee", kind=PersonKind.LEARNER, name="Dee Lowe", born=date(2008, 1, 20))
EVE = Person(id="eve", kind=PersonKind.LEARNER, name="Eve Hart", born=date(2014, 8, 8))
FAY = Person(id="fay", kind=PersonKind.ELSEWHERE, name="Fay Dunn", born=date(2011, 3, 4))
NIA = Person(id="nia", kind=PersonKind.LEARNER, name="Nia Boyd")
TURNS_18 = Person(id="tom", kind=PersonKind.LEARNER, name="Tom Vale", born=date(2008, 12, 1))
MAN = Person(id="man", kind=PersonKind.ADULT, name="K. Vane")
COACH = Person(id="coach", kind=PersonKind.STAFF, name="Lee Orr")
ACCOUNT = Person(id="account", kind=PersonKind.ACCOUNT, name="sk8r_22")
MUM = Person(id="mum", kind=PersonKind.PARENT, name="Rosa Stone")
DAD = Person(id="dad", kind=PersonKind.PARENT, name="Carl Stone")
BENS_MUM = Person(id="bens_mum", kind=PersonKind.PARENT, name="Jo Marsh")
BENS_DAD = Person(id="bens_dad", kind=PersonKind.PARENT, name="Ed Marsh")
PICTURED, SHARED, FORWARDED = Role.PICTURED, Role.SHARED, Role.FORWARDED
RECEIVED, ASKED, PRESSURED = Role.RECEIVED, Role.ASKED, Role.PRESSURED
WITNESS, FAMILY, MADE, HARMED = Role.WITNESS, Role.FAMILY, Role.MADE, Role.MAY_HAVE_HARMED


def who(*people: tuple) -> tuple[Involved, ...]:
    """Return people with their parts: `who((AVA, PICTURED), (BEN, SHARED))`."""
    return tuple(Involved(person, tuple(parts)) for person, *parts in people)
