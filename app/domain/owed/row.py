"""One row of the table of what is owed: what, for whom, since when, by when, why, by which form."""

from datetime import datetime
from enum import IntEnum

import msgspec

from app.domain.case.case import Case
from app.domain.case.signs import answered_since
from app.domain.case.summary import DueRow
from app.domain.kit.answers import PersonRef, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.form import Form, form_name
from app.domain.kit.keys import Key
from app.domain.kit.moments import day_of
from app.domain.kit.stage import Sign, Stage
from app.domain.rules.time_limits import TimeLimits, due_after, on_the_day

YES = YesNoUnknown.YES


class Weight(IntEnum):
    """How much hangs on it, the heaviest first. To refer, the body that fits a sign comes first."""

    REFER = 0
    REFER_TOO = 1
    DANGER = 2
    STEP = 3
    REST = 4


TELLING = (Weight.REFER, Weight.REFER_TOO)
"""Somebody outside has to be told."""


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """One thing still to be done. Instants are UTC.

    `about` are the ids of the people it is for or about. `form` settles it. `aside` says whether it
    may be set aside as not needed, with a reason and by whom.
    """

    key: Key
    what: str
    because: str
    since: datetime
    due: datetime
    form: type[Form]
    weight: Weight = Weight.REST
    about: tuple[PersonRef, ...] = ()
    aside: bool = False

    @property
    def stage(self) -> Stage:
        """The stage of handling at which it is settled."""
        return self.form.stage

    @property
    def row(self) -> DueRow:
        """The same as lists keep it."""
        return DueRow(
            key=self.key.write(),
            what=self.what,
            because=self.because,
            due=self.due,
            stage=form_name(self.form),
        )


def by_limit(limits: TimeLimits, name: str, since: datetime) -> datetime:
    """Return the instant (UTC) at which a limit that began at `since` runs out; else the same day.

    For steps of handling, which are owed also where nobody has set a limit for them.
    """
    limit = limits.limit(name)
    return due_after(since, limit, limits) if limit else on_the_day(since)


def sign_since(case: Case, sign: Sign) -> datetime:
    """Return the instant (UTC) at which the answer to a sign was recorded, or put right to it."""
    state = case.signs[sign]
    assert state.answer
    versions = [entry for entry in case.entries if entry.root == state.entry]
    return answered_since(sign, state.answer, versions, case.current)


def said_since(case: Case, fact: Fact, about: PersonRef, at: datetime) -> bool:
    """Return whether a fact about somebody was stated on the day of an instant (UTC) or later."""
    stands = case.stands.newest(fact, about)
    return stands is not None and day_of(stands.true_at) >= day_of(at)
