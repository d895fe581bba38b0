"""The state of a case as a row of short labels under its heading."""

from datetime import datetime

from app.domain.case.ages import age_facts
from app.domain.case.bodies import (
    BodyReferral,
    Referral,
    ReferralState,
    answer_in_words,
)
from app.domain.case.case import Case
from app.domain.case.case import State as CaseState
from app.domain.case.imagery import Viewing, containment, viewing
from app.domain.forms.close import CaseClosed
from app.domain.forms.deletion import DeletionDecided
from app.domain.kit.answers import PersonRef
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.tone import Tone
from app.domain.kit.wording import lower
from app.domain.owed.table import Table, owed_in, somebody_to_tell
from app.domain.rules.holds import holds_on
from app.domain.rules.time_limits import TimeLimits
from app.ui.case_parts.ledger_rows import word_chip

_VIEWING = {
    Viewing.NONE_RECORDED: ("No viewing recorded", Tone.NEUTRAL),
    Viewing.CONFIRMED_NONE: ("Staff asked: not viewed", Tone.GREEN),
    Viewing.VIEWED: ("Viewed: see the entry", Tone.RED),
}


State = tuple[tuple[str, Tone], ...]
"""Short labels, each with the colour behind it."""


def state_of(case: Case, now: datetime, limits: TimeLimits) -> State:
    """Return the labels for a case at `now` (UTC): days open, what is owed, referrals, copies."""
    table = owed_in(case, limits)
    called = (("Referral called for", Tone.RED),) if somebody_to_tell(table) else ()
    if case.state is CaseState.LEFT:
        return ((case.state.label, Tone.NEUTRAL), *called, *_owed(table, now))
    if case.state is CaseState.CLOSED:
        closed = case.all_of(CaseClosed)[-1]
        since = (f"Closed {write_day(day_of(closed.closed_at))}", Tone.NEUTRAL)
        return (since, *called, *_owed(table, now))
    day = (day_of(now) - day_of(case.opened)).days + 1
    chips = [(f"Open · day {day}", Tone.NEUTRAL), *called, *_owed(table, now)]
    chips += [_referral_chip(case, referral) for referral in case.referrals]
    chips += [_body_chip(case, referral) for referral in case.body_referrals]
    if case.copies:
        chips.append(word_chip(containment(case)))
    unanswered = sum(state.answer is None for state in case.signs.values())
    if unanswered:
        signs = "1 sign" if unanswered == 1 else f"{unanswered} signs"
        chips.append((f"{signs} not answered", Tone.AMBER))
    if any(fact.under_13 for fact in age_facts(case.current, day_of(now))):
        chips.append(("Someone was under 13", Tone.RED))
    if case.all_of(DeletionDecided) and holds_on(case):
        chips.append(("Deletion held", Tone.AMBER))
    return (*chips, _VIEWING[viewing(case)])


def _owed(table: Table, now: datetime) -> State:
    late = sum(row.due < now for row in table)
    if late:
        return ((f"{late} overdue", Tone.RED),)
    return ((f"{len(table)} still to do", Tone.NEUTRAL),) if table else ()


def _referral_chip(case: Case, referral: Referral) -> tuple[str, Tone]:
    several = len({one.opened.child for one in case.referrals}) > 1
    child = referral.opened.child if several else None
    if referral.state is ReferralState.OUTCOME:
        said = f" answered: {lower(referral.replies[-1].reply.label)}"
    else:
        said = f": {lower(referral.words)}"
    if referral.state is ReferralState.SENT:
        said += f" {write_time(referral.sent[-1].sent_at)}"
    tone = Tone.AMBER if referral.state is ReferralState.DRAFT else Tone.GREEN
    return f"{_about(case, 'Social care', child)}{said}", tone


def _body_chip(case: Case, referral: BodyReferral) -> tuple[str, Tone]:
    """Return how far it has come; of an answer, for whom. A number of an outcome stands alone."""
    body = referral.opened.body
    several = sum(one.opened.body is body for one in case.body_referrals) > 1
    said = f": {lower(referral.words)}"
    if referral.state is ReferralState.OUTCOME:
        outcome = referral.outcomes[-1]
        label = outcome.answer.label
        whom = answer_in_words(outcome, case.names).removeprefix(label)
        said = f" answered: {lower(label.partition(':')[0]).removeprefix('police ')}{whom}"
    short = body.label.partition(":")[0]
    about = _about(case, short, referral.opened.about if several else None)
    return f"{about}{said}", Tone.GREEN if referral.made else Tone.AMBER


def _about(case: Case, body: str, who: PersonRef | None) -> str:
    name = case.names.get(who or "", "")
    return f"{body} ({name})" if name else body
