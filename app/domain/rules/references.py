"""What an answer may point at in a case as it stands: earlier entries, copies, requests, days."""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from app.domain.case.actions import open_actions
from app.domain.case.case import Case
from app.domain.case.referral import Referral
from app.domain.case.reviews import people_named, reviews_of
from app.domain.forms.deletion import DeletionDecided
from app.domain.forms.device import DeviceTaken
from app.domain.forms.requests import RemovalReply
from app.domain.forms.social_care import ReferralReply, ReferralSent
from app.domain.kit.answers import Refers
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Form
from app.domain.kit.moments import write_day
from app.domain.rules.clocks import TimeLimits, may_be_missed


class Reference(msgspec.Struct, frozen=True):
    """One thing an answer may point at: its key, the words for it, and the form it waits for."""

    key: str
    words: str
    waits_for: type[Form] | None = None


Targets = tuple[Reference, ...]


def references(case: Case, refers: Refers, clocks: TimeLimits) -> Targets:
    """Return what an answer that refers to this may point at, oldest first."""
    return _TABLE[refers](case, clocks)


def likely_reference(found: Targets, form: type[Form]) -> str | None:
    """Return the one target a form is about: the only one that waits for it, or the only one."""
    waiting = [target.key for target in found if target.waits_for is form]
    keys = waiting or [target.key for target in found]
    return keys[0] if len(keys) == 1 else None


def _referrals(case: Case, _clocks: TimeLimits) -> Targets:
    return tuple(Reference(one.id, case.names[one.id], _next(one)) for one in case.referrals)


def _next(referral: Referral) -> type[Form] | None:
    if not referral.sent:
        return ReferralSent
    return None if referral.replies else ReferralReply


def _bodies(case: Case, _clocks: TimeLimits) -> Targets:
    return _named(case, (one.id for one in case.body_referrals))


def _copies(case: Case, _clocks: TimeLimits) -> Targets:
    return _named(case, case.copies)


def _requests(case: Case, _clocks: TimeLimits) -> Targets:
    return tuple(
        Reference(key, case.names[key], RemovalReply if request.waiting else None)
        for key, request in case.requests.items()
    )


def _entries_of(form: type[Form]) -> Callable[[Case, TimeLimits], Targets]:
    def found(case: Case, _clocks: TimeLimits) -> Targets:
        return _named(case, (entry.root for entry in case.current if isinstance(entry.form, form)))

    return found


def _agreed(case: Case, _clocks: TimeLimits) -> Targets:
    """Return the agreed actions, then the days to come back on, each with whom it is about."""
    actions = open_actions(case.current).items()
    found = [Reference(key.write(), action.what) for key, action in actions]
    for day in reviews_of(case.current):
        form = day.item.form
        whom = next(iter(people_named(type(form), answers_of(form))), "")
        words = ", ".join(filter(None, (case.names.get(whom, ""), write_day(day.on))))
        found.append(Reference(day.key.write(), f"{day.what}: {words}"))
    return tuple(found)


def _clocks(case: Case, clocks: TimeLimits) -> Targets:
    return tuple(Reference(key, words) for key, words in may_be_missed(case, clocks))


def _named(case: Case, keys: Iterable[str]) -> Targets:
    return tuple(Reference(key, case.names[key]) for key in keys)


_TABLE: Mapping[Refers, Callable[[Case, TimeLimits], Targets]] = {
    Refers.REFERRAL: _referrals,
    Refers.BODY_REFERRAL: _bodies,
    Refers.COPY: _copies,
    Refers.REQUEST: _requests,
    Refers.DEVICE: _entries_of(DeviceTaken),
    Refers.DELETION: _entries_of(DeletionDecided),
    Refers.AGREED: _agreed,
    Refers.CLOCK: _clocks,
    Refers.ANY_ENTRY: lambda _case, _clocks: (),
}
