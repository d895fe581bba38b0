"""Who outside the college has to be told because the college says so: a decision, or the review.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), initial review meeting; uk-guidance 3.2:
each child is referred in their own right.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from app.domain.case.case import Case, closing_place, once_a_case
from app.domain.case.signs import same_child
from app.domain.forms.close import CaseClosed
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.forms.review import InitialReview
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.stage import Sign
from app.domain.owed.called import Call, bodies_for, counts_as, in_place, stands_for, whose
from app.domain.owed.told import Outside, Told, endings, told_in

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_REVIEW = "The initial review: the police or social care should be told now"
_DECISION = "The decision refers to them"


def by_decision(case: Case) -> Iterator[Call]:
    """Yield a call for each body that the newest decision refers to and nobody has told.

    It may have been told before the decision was written down, but not before it ended its part.
    """
    decided = [at for at, one in enumerate(case.current) if isinstance(one.form, DecisionMade)]
    made = case.current[decided[-1]].form if decided else None
    if not isinstance(made, DecisionMade) or made.decision is not Decision.REFER:
        return
    if decided[-1] <= _closed(case):
        return
    at = made.decided_at.at
    for chosen in made.refer_to:
        body = in_place(chosen, of_age=whose(case).of_age(""))
        ended = [one.at for one in endings(case) if one.body is body and one.at <= at]
        since = max(ended, default=_LONG_AGO)
        told = [one for one in told_in(case) if one.at > since]
        if not any(one.body in stands_for(body) for one in told):
            yield Call(body=body, about="", since=at, because=_DECISION)
        elif body in {Body.SOCIAL_CARE, Body.POLICE}:
            yield from _of_the_others(case, (body,), told, at, _DECISION)


def by_review(case: Case) -> Iterator[Call]:
    """Yield a call where the initial review says that somebody has to be told now.

    A decision to refer says itself who is told.
    """
    at, made = _asked_since(case), case.latest(DecisionMade)
    if not (at and made and made.decision is Decision.REFER and made.decided_at.at >= at):
        yield from asked_by_review(case)


@once_a_case
def asked_by_review(case: Case) -> tuple[Call, ...]:
    """Return whom the initial review asks to tell and nobody has told of each who is harmed."""
    at = _asked_since(case)
    if at is None:
        return ()
    ended = [one.at for one in endings(case)]
    ended += [one.at for one in case.current if isinstance(one.form, CaseClosed)]
    since = max((one for one in ended if one < at), default=_LONG_AGO)
    fits = bodies_for(Sign.HARM, of_age=whose(case).of_age(""))
    told = [one for one in told_in(case) if one.body in fits and one.at >= since]
    if not told:
        return (Call(body=fits[0], about="", since=at, because=_REVIEW),)
    bodies = tuple(dict.fromkeys(one.body for one in told))
    return tuple(_of_the_others(case, bodies, told, at, _REVIEW))


def _asked_since(case: Case) -> datetime | None:
    """Return since when (UTC) the newest initial review asks to tell somebody now, if it does.

    Two people may decide against it; one who handles it in college may not.
    """
    held = [place for place, one in enumerate(case.current) if isinstance(one.form, InitialReview)]
    review = case.current[held[-1]].form if held else None
    if not isinstance(review, InitialReview) or review.refer is not YesNoUnknown.YES:
        return None
    at = review.held_at.at
    against = any(
        one.decision is Decision.NOT_REFERRED and one.decided_at.at >= at
        for one in case.all_of(DecisionMade)
    )
    return None if against or held[-1] < _closed(case) else at


def _of_the_others(
    case: Case, bodies: tuple[Outside, ...], told: Iterable[Told], at: datetime, because: str
) -> Iterator[Call]:
    """Yield the call for each who is harmed and of whom none of these bodies was told.

    What a body was told of the whole case tells of nobody who was not known to be harmed then.
    """
    for who, since in whose(case).harmed.items():
        theirs = [in_place(body, of_age=whose(case).of_age(who)) for body in bodies]
        if not any(
            counts_as(one.body, body)
            and same_child(one.about, who)
            and (one.about or one.at >= since)
            for one in told
            for body in theirs
        ):
            yield Call(
                body=theirs[0],
                about=who,
                since=max(at, since),
                because=because,
                first=False,
                working=True,
            )


def _closed(case: Case) -> int:
    """Return the place of what closed a case; -1 if it is open."""
    place = closing_place(case)
    return -1 if place is None else place
