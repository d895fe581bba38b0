"""Whether a body was told before a letter or a call, and what that is to what it was told.

A confirmation is asked for within a day or two (uk-guidance 3.2); `CONFIRMED_FOR` has a weekend in
it. Days are days in London.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.case.case import Case
from app.domain.forms.bodies import BodyContact, Way
from app.domain.forms.sharing import DocumentIssued, LetterMeant
from app.domain.forms.social_care import ReferralCall, ReferralSent
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import Moment, day_of
from app.domain.kit.record import EntryId

CONFIRMED_FOR = timedelta(days=3)
_IN_WRITING = (Way.ONLINE, Way.WRITING)


class Telling(NamedTuple):
    """One time a body was reached about a referral: by which entry, when, and whether in writing.

    `entry` is the root of that entry.
    """

    entry: EntryId
    at: Moment
    written: bool


class ToldBefore(NamedTuple):
    """What a letter of one day is to what its reader was told, the oldest telling first.

    `asked` says that they were told on an earlier day: only its writer can say what it is.
    """

    tellings: tuple[Telling, ...]
    meant: LetterMeant
    asked: bool

    @property
    def first(self) -> Telling:
        """The telling that the letter confirms or updates, or that came before it."""
        return self.tellings[0]


def told_before(
    case: Case, referral: EntryId, today: date, meant: LetterMeant | None = None
) -> ToldBefore | None:
    """Return what a letter of today is to what a body was told of a referral; None if nothing.

    Without `meant`, the answer of its writer, it is what is likely: the confirmation of a call for
    some days, then an update. After a letter that was a new referral, what was told since counts.
    """
    every = tuple(_tellings(case, referral))
    before = tuple(one for one in every if day_of(one.at) < today)
    if not before:
        return ToldBefore(every, LetterMeant.CONFIRMS, asked=False) if every else None
    begun = max(_begun(case, referral), default=date.min)
    since = tuple(one for one in before if day_of(one.at) >= begun)
    return ToldBefore(since or before, meant or _likely(since, today), asked=True)


def _likely(since: tuple[Telling, ...], today: date) -> LetterMeant:
    if not since:
        return LetterMeant.NEW
    late = today - day_of(since[0].at) > CONFIRMED_FOR
    written = any(one.written for one in since)
    return LetterMeant.UPDATES if written or late else LetterMeant.CONFIRMS


def _begun(case: Case, referral: EntryId) -> Iterator[date]:
    """Yield each day on which a document about a referral was issued as a new one."""
    for one in case.all_of(DocumentIssued):
        if one.referral == referral and one.meant is LetterMeant.NEW:
            yield day_of(one.issued_at)


def _tellings(case: Case, referral: EntryId) -> list[Telling]:
    """Return each time a body was reached about a referral, oldest first."""
    found = []
    for entry in case.current:
        match entry.form:
            case ReferralCall(referral=to, reached=YesNoUnknown.YES, called_at=at):
                written = False
            case ReferralSent(referral=to, sent_at=at):
                written = True
            case BodyContact(referral=to, reached=YesNoUnknown.YES, at=at, way=way):
                written = way in _IN_WRITING
            case _:
                continue
        if to == referral:
            found.append(Telling(entry.root, at, written))
    return sorted(found, key=lambda one: one.at.at)
