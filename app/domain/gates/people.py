"""The gates around who people are: nobody is born too late, and nobody is their own parent."""

from collections.abc import Iterator

from app.domain.ages import event_days
from app.domain.checks import BORN_TOO_LATE, born_after
from app.domain.form import name_of
from app.domain.gates.asked import Asked, Held
from app.domain.stage import Stage
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.person import PersonDetails
from app.domain.stages.social_care import ReferralBackground, Told


def born_before_it_happened(asked: Asked) -> Iterator[Held]:
    """Everybody named in a case was born when the first of its events came to be.

    An event that is itself being corrected is not held against its people.
    """
    corrects_event = asked.correcting and asked.form.stage is not Stage.PEOPLE
    first = min(event_days(asked.case.current), default=None)
    if first is None or corrects_event:
        return
    born = asked.get(PersonDetails.born) if asked.form is PersonDetails else None
    if born and born > first:
        yield Held(name_of(PersonDetails.born), BORN_TOO_LATE)
    for problem in born_after(_PEOPLE, asked.answers.get(_PEOPLE), first):
        yield Held(problem.name, problem.sentence)


_PEOPLE, _WHO = name_of(ConcernReceived.people), name_of(Told.who)


def nobody_is_their_own_parent(asked: Asked) -> Iterator[Held]:
    """The child a referral is about does not stand among that child's parents."""
    parents = name_of(ReferralBackground.parents)
    rows = asked.answers.get(parents)
    child = next(
        (
            one.opened.child
            for one in asked.case.referrals
            if one.id == asked.words(ReferralBackground.referral)
        ),
        "",
    )
    for at, row in enumerate(rows if isinstance(rows, tuple) else (), start=1):
        if isinstance(row, dict) and child and row.get(_WHO) == child:
            yield Held(
                f"{parents}.{at}.{_WHO}",
                f"Row {at}: This is the child the referral is about. Choose the parent or carer.",
            )
