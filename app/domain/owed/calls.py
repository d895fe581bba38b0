"""Who outside the college has to be told: by each sign that was answered yes, and all in all.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), immediate referral; the college's
guidance, “Handling incidents”; KCSIE 2026, part four (allegations against staff); NCA alert (April
2024). A sign is with a body only once that body was told of that child after the yes.
"""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from app.domain.case.case import Case, closing_place, once_a_case
from app.domain.case.signs import SaidYes, same_child
from app.domain.forms.bodies import OtherBody
from app.domain.forms.close import CaseClosed
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.kit.answers import PersonRef
from app.domain.kit.moments import day_of
from app.domain.kit.record import EntryId
from app.domain.kit.stage import Sign
from app.domain.kit.wording import lower
from app.domain.owed.allegations import lado_told_of, staff_since, staff_with_a_part
from app.domain.owed.called import (
    Call,
    bodies_for,
    counts_as,
    in_place,
    is_of,
    left_out,
    said_no_of,
    stands_for,
    whose,
)
from app.domain.owed.decided import by_decision, by_review
from app.domain.owed.told import Outside, body_told, child_told, endings, told_in


class _Decided(msgspec.Struct, frozen=True):
    form: DecisionMade
    place: int


@once_a_case
def calls_of(case: Case) -> tuple[Call, ...]:
    """Return every body that has to be told of a child and has not been, the oldest call first.

    A form that only weighs what is known says no yes anew. A closed case calls for what was
    recorded since it closed: what went before, two people left as it was.
    """
    reading = _Reading(case)
    found: dict[tuple[Outside, PersonRef], Call] = {}
    for call in (
        *reading.by_signs(),
        *reading.by_staff(),
        *by_decision(case),
        *by_review(case),
    ):
        before = found.get((call.body, call.about))
        found[call.body, call.about] = _both(before, call) if before else call
    calls = [call for call in found.values() if not _within(call, found.get((call.body, "")))]
    return tuple(sorted(calls, key=lambda call: (not call.first, call.since)))


def _both(one: Call, other: Call) -> Call:
    """Return two calls to one body about one child as one: the first, or what is urgent."""
    kept = other if one.working and not other.working else one
    again = max(one.again or one.since, other.since)
    return msgspec.structs.replace(kept, first=one.first or other.first, again=again)


def _within(call: Call, whole: Call | None) -> bool:
    """Return whether a child is told of when a body is told of the whole case, as it has to be."""
    if whole is None or not call.about or (whole.working and not call.working):
        return False
    return whole.first or not call.first


class _Reading:
    """What a case says of who was told and who has to be."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._told = told_in(case)
        self._ended_by = tuple(endings(case))
        self._whose = whose(case)
        self._yes = case.yeses
        self._decisions = tuple(
            _Decided(entry.form, place)
            for place, entry in enumerate(case.current)
            if isinstance(entry.form, DecisionMade)
        )
        closed = closing_place(case)
        self._closed = -1 if closed is None else closed  # what comes before is behind it
        self._closings = [one.at for one in case.current if isinstance(one.form, CaseClosed)]

    def by_signs(self) -> Iterator[Call]:
        """Yield a call for each yes that the bodies which fit its sign were not told of."""
        for yes in filter(self._is_new, self._yes):
            if yes.place <= self._closed:
                continue
            for body in bodies_for(yes.sign, of_age=self._whose.of_age(yes.about)):
                if not self._handled(yes, body):
                    yield from self._calls_to(body, yes)
                elif not yes.about:
                    yield from self._of_the_others(body, yes)

    def _calls_to(self, body: Outside, yes: SaidYes) -> Iterator[Call]:
        """Yield the call of a body for a yes; adult social care is told of one adult at a time."""
        each = (
            self._whose.harmed if body is OtherBody.ADULT_CARE and not yes.about else (yes.about,)
        )
        for about in each:
            yield Call(
                body=body,
                about=about,
                since=yes.at,
                because=_because(yes),
                sign=yes.sign,
                first=self._comes_first(body, yes),
                working=self._works(yes, body),
            )

    def _comes_first(self, body: Outside, yes: SaidYes) -> bool:
        """Return whether a body fits a yes best: for pressure with blackmail, the police do."""
        urgent = yes.sign is Sign.COERCION and any(
            one.entry == yes.entry and one.sign is Sign.EXTORTION for one in self._yes
        )
        sign = Sign.EXTORTION if urgent else yes.sign
        return body is bodies_for(sign, of_age=self._whose.of_age(yes.about))[0]

    def _of_the_others(self, body: Outside, yes: SaidYes) -> Iterator[Call]:
        """Yield the call for each who is harmed and of whom a body was not told with the others.

        A yes about the whole case is about each of them, since it is known that they are harmed,
        unless it is answered no of themselves.
        """
        for who, since in self._whose.harmed.items():
            theirs = in_place(body, of_age=self._whose.of_age(who))
            named = any(
                counts_as(one.body, theirs) and one.about == who and one.at >= yes.at
                for one in self._told
            )
            at = max(yes.at, since)
            of_them = msgspec.structs.replace(yes, about=who, at=at)
            if named or self._handled(of_them, theirs, since=since):
                continue
            if said_no_of(self._case, yes.sign, who, yes.place):
                continue
            yield Call(
                body=theirs,
                about=who,
                since=at,
                because=_because(yes),
                sign=yes.sign,
                first=False,
                working=True,
            )

    def by_staff(self) -> Iterator[Call]:
        """Yield the call to the LADO for each member of staff who did more than hear of it."""
        for known in staff_with_a_part(self._case):
            since = staff_since(known)
            closed = self._closed >= 0 and since <= self._case.current[self._closed].at
            if not closed and not any(at >= since for at in lado_told_of(self._case, known)):
                yield Call(
                    body=OtherBody.LADO,
                    about="",
                    since=since,
                    because="A member of staff has a part in it",
                    sign=Sign.ADULT,
                )

    def _is_new(self, yes: SaidYes) -> bool:
        """Return whether a yes says more than was known: no form that weighs it says it anew.

        Harm is said anew by the first of each day.
        """
        days = [day_of(one.at) for one in self._earlier(yes)]
        known = day_of(yes.at) in days if yes.sign is Sign.HARM else bool(days)
        return not (yes.weighed and known)

    def _earlier(self, yes: SaidYes) -> list[SaidYes]:
        """Return the yeses recorded before to the same sign, as far as they are about one child."""
        return [
            one
            for one in self._yes
            if one.sign is yes.sign and one.place < yes.place and same_child(one.about, yes.about)
        ]

    def _handled(self, yes: SaidYes, body: Outside, *, since: datetime | None = None) -> bool:
        """Return whether a body was told of this yes, or was left out by a decision since.

        What it was told before `since` (UTC) tells of nobody who was not known to be harmed then. A
        yes that is repeated is handled with the one before it, unless that body has ended its part
        since, or it is of another adult. Harm is told anew each time it is said; a form that only
        weighs it says it anew on a later day.
        """
        against = [one for one in self._decisions if one.form.decision is Decision.NOT_REFERRED]
        if any(one.place >= yes.place for one in against):
            return True
        later = yes
        for one in (yes, *reversed(self._earlier(yes))):
            anew = yes.sign is Sign.HARM and (
                not later.weighed or day_of(one.at) < day_of(later.at)
            )
            again = anew or later.of_another
            if one is not yes and (again or self._ended(later, body, since=one.at)):
                return False
            told = self._told_since(max(one.at, since or one.at), yes, body)
            if told or self._left_out(one, body):
                return True
            later = one
        return False

    def _told_since(self, at: datetime, yes: SaidYes, body: Outside) -> bool:
        """Return whether a body was told of the child of a yes at an instant (UTC) or later."""
        return any(
            counts_as(one.body, body)
            and one.at >= at
            and is_of(self._case, yes.sign, yes.about, body, one.about)
            and not (one.by_device and yes.sign is Sign.HARM)
            for one in self._told
        )

    def _ended(self, yes: SaidYes, body: Outside, *, since: datetime) -> bool:
        """Return whether a body ended its part between an instant (UTC) and a yes.

        Closing the case ends the part of everybody.
        """
        if any(since <= closed <= yes.at for closed in self._closings):
            return True
        return any(
            counts_as(one.body, body)
            and same_child(one.about, yes.about)
            and since <= one.at <= yes.at
            for one in self._ended_by
        )

    def _works(self, yes: SaidYes, body: Outside) -> bool:
        """Return whether a body works on this child, and only has to hear of this too.

        It had been told by then and has not ended its part. An adult and blackmail are told at once
        all the same; harm is, on any day on which that body was not told of it yet.
        """
        told = [
            one.at
            for one in self._told
            if counts_as(one.body, body) and same_child(one.about, yes.about) and one.at <= yes.at
        ]
        if not told or self._ended(yes, body, since=max(told)):
            return False
        if yes.sign is Sign.HARM:
            today = [one for one in self._earlier(yes) if day_of(one.at) == day_of(yes.at)]
            return any(one.at <= max(told) for one in today)
        return yes.sign not in _AT_ONCE

    def _left_out(self, yes: SaidYes, body: Outside) -> bool:
        """Return whether the newest decision made since refers to the other body that fits.

        It has its reason; but there is a body for some signs that is never left out.
        """
        since = [one.form for one in self._decisions if one.place >= yes.place]
        return bool(since) and left_out(
            since[-1], yes.sign, body, of_age=self._whose.of_age(yes.about)
        )


_AT_ONCE = (Sign.ADULT, Sign.EXTORTION)
"""The signs that are told at once, also to a body that works on the child for another reason."""


def _because(yes: SaidYes) -> str:
    return f"A sign has come up: {lower(yes.sign.label)}"


def waiting_on(case: Case, call: Call) -> EntryId:
    """Return the id of a referral to that body that was started and is still to be made; or ""."""
    if call.body is Body.SOCIAL_CARE:
        started = (
            one.id
            for one in case.referrals
            if not one.made and is_of(case, call.sign, call.about, call.body, one.opened.child)
        )
        return next(started, "")
    bodies = (
        one.id
        for one in case.body_referrals
        if not one.made
        and body_told(one) in stands_for(call.body)
        and is_of(case, call.sign, call.about, call.body, child_told(case, one))
    )
    return next(bodies, "")
