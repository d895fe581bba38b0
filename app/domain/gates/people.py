"""The gates around who people are: nobody is born too late, and nobody is their own parent."""

from collections.abc import Iterator
from datetime import date

from app.domain.ages import event_days
from app.domain.checks import BORN_TOO_LATE, born_after
from app.domain.gates.asked import Asked, Held
from app.domain.stage import Stage
from app.domain.stages.person import PersonDetails


def born_before_it_happened(asked: Asked) -> Iterator[Held]:
    """Everybody named in a case was born when the first of its events came to be.

    An event that is itself being corrected is not held against its people.
    """
    corrects_event = asked.correcting and asked.form.stage is not Stage.PEOPLE
    first = min(event_days(asked.case.current), default=None)
    if first is None or corrects_event:
        return
    born = asked.answers.get("born")
    if asked.form is PersonDetails and isinstance(born, date) and born > first:
        yield Held("born", BORN_TOO_LATE)
    for problem in born_after("people", asked.answers.get("people"), first):
        yield Held(problem.name, problem.sentence)


def nobody_is_their_own_parent(asked: Asked) -> Iterator[Held]:
    """The child a referral is about does not stand among that child's parents."""
    rows = asked.answers.get("parents")
    child = next(
        (one.opened.child for one in asked.case.referrals if one.id == asked.words("referral")), ""
    )
    for at, row in enumerate(rows if isinstance(rows, tuple) else (), start=1):
        if isinstance(row, dict) and child and row.get("who") == child:
            yield Held(
                f"parents.{at}.who",
                f"Row {at}: This is the child the referral is about. Choose the parent or carer.",
            )
