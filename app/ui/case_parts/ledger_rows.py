"""The ledger of copies in words: a row for each copy, followed by its requests."""

from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec

from app.domain.case.case import Case
from app.domain.case.copies import Copy, written
from app.domain.case.imagery import GONE, SETTLED, Containment, ContainmentWord, containment
from app.domain.case.requests import Request, RequestState, request_due
from app.domain.case.standing import WHOLE_CASE
from app.domain.forms.copies import CopyChanged, CopyState
from app.domain.forms.requests import RemovalReply
from app.domain.kit.form import Form
from app.domain.kit.moments import Moment, day_of, write_day, write_time
from app.domain.kit.tone import Tone
from app.domain.kit.wording import lower
from app.domain.owed.table import owed_in
from app.domain.rules.holds import because, holds_on, who_lifts
from app.domain.rules.instructions import Against, Instruction, in_force
from app.domain.rules.time_limits import TimeLimits
from app.spread.of_case import TONES

HEADS = ("Held by", "Where", "Came from", "State", "Next step")


class LedgerRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row: its words under HEADS, its tone, and the form that records a change to `key`."""

    key: str
    form: type[Form]
    words: tuple[str, ...]
    tone: Tone


_NEXT = {
    CopyState.SEEN: "Nothing is held, so far as is known",
    CopyState.SUSPECTED: "Find out whether it is there",
    CopyState.KNOWN: "Ask for it to be deleted, or start a request",
    CopyState.ASKED: "Ask whether it is gone",
    CopyState.SAYS_GONE: "One word so far: find a second sign",
    CopyState.CONFIRMED: "Nothing more",
    CopyState.HELD: "The police say what happens to it",
    CopyState.UNTRACED: "Look again when something is heard of it",
}
KEPT = "Not to be deleted: a body asked for it to be kept"
ALONE = {
    Against.SPEAKING: "Nobody speaks with them for now: ask nothing",
    Against.CONTACT: "Nobody contacts them for now: ask nothing",
}
"""The next step where nobody is to reach who has a copy."""
_WAITS = (CopyState.SUSPECTED, CopyState.KNOWN, CopyState.UNTRACED)


def rows_of(case: Case, clocks: TimeLimits, now: datetime) -> tuple[LedgerRow, ...]:
    """Return the rows of a case, with what is not to be deleted as it stands `now` (UTC).

    Copies come in the order they were noted, then the requests that cover every copy.
    """
    due = {request_due(row.key): row.due for row in owed_in(case, clocks)}
    return tuple(_rows(case, due, in_force(case, now)))


def _rows(
    case: Case, due: Mapping[str, datetime], standing: tuple[Instruction, ...]
) -> Iterator[LedgerRow]:
    held = bool(holds_on(case))
    kept = {one.about for one in standing if one.against is Against.DELETING}
    alone = {one.about: one.against for one in standing if one.against in ALONE}
    for copy in case.copies.values():
        row, holder = _copy_row(case, copy, held=held), copy.row.person or ""
        if kept & {copy.key, WHOLE_CASE}:
            row = msgspec.structs.replace(row, words=(*row.words[:-1], KEPT), tone=Tone.RED)
        elif holder in alone and copy.state not in SETTLED:
            instead = ALONE[alone[holder]]
            row = msgspec.structs.replace(row, words=(*row.words[:-1], instead), tone=Tone.RED)
        yield row
        for key in copy.requests:
            yield _request_row(case.requests[key], due.get(key))
    own = {key for copy in case.copies.values() for key in copy.requests}
    for key, request in case.requests.items():
        if key not in own:
            yield _request_row(request, due.get(key), of_one=False)


def _copy_row(case: Case, copy: Copy, *, held: bool) -> LedgerRow:
    source = case.copies.get(copy.came_from or "")
    state = f"{copy.state.label}\n{write_day(day_of(copy.changed))}"
    return LedgerRow(
        key=copy.key,
        form=CopyChanged,
        words=(
            _who(case, copy),
            copy.row.service or "Not known",
            _who(case, source) if source else "",
            state,
            _next_step(copy, held=held),
        ),
        tone=TONES[copy.state],
    )


def _who(case: Case, copy: Copy) -> str:
    words = written(msgspec.structs.replace(copy.row, service=None), case.names)
    return words[:1].upper() + words[1:]


def _next_step(copy: Copy, *, held: bool) -> str:
    if copy.next_check:
        return f"Look again on {write_day(copy.next_check)}"
    if held and copy.state in _WAITS:
        return "The police advise before anything is deleted"
    return _NEXT[copy.state]


_REQUEST_TONES = {RequestState.REMOVED: Tone.GREEN, RequestState.CAME_BACK: Tone.RED}
_AFTER = {
    RequestState.REMOVED: "Nothing more, unless it comes back",
    RequestState.REFUSED: "Take the next route",
    RequestState.CAME_BACK: "Ask again, or take the next route",
}


def _request_row(request: Request, due: datetime | None, *, of_one: bool = True) -> LedgerRow:
    """Return the row of a request, below its copy; or on its own if it covers every copy."""
    opened = request.opened
    at = request.replies[-1].at if request.replies else opened.sent_at
    wait = f"Answer due {write_time(Moment(due))}" if due else "Wait for the answer"
    both = dict.fromkeys((opened.service_name, opened.route.label))
    route = opened.route.label if of_one else " · ".join(both)
    reference = f"\n{request.reference}" if request.reference else ""
    return LedgerRow(
        key=request.id,
        form=RemovalReply,
        words=(
            f"    Request to {opened.service_name}" if of_one else "Every copy",
            f"{route}{reference}",
            f"Made by {lower(opened.done_by.label)}",
            f"{request.state.label}\n{write_day(day_of(at.at))}",
            _AFTER.get(request.state, wait),
        ),
        tone=_REQUEST_TONES.get(request.state, Tone.AMBER),
    )


def chips_of(case: Case) -> tuple[tuple[str, Tone], ...]:
    """Return short labels for how far a case is contained, with the counts behind them."""
    counted = containment(case)
    chips = [word_chip(counted)]
    if not counted.copies:
        return (("No copy recorded yet", Tone.NEUTRAL),)
    gone = counted.count(*GONE)
    chips.append(
        (f"{gone} of {counted.copies} confirmed gone", Tone.GREEN if gone else Tone.NEUTRAL)
    )
    chips += [(f"{number} {words}", tone) for words, tone, number in _counts(counted) if number]
    return tuple(chips)


def word_chip(counted: Containment) -> tuple[str, Tone]:
    """Return the one word for how far a case is contained, with its tone."""
    return counted.word.label, _WORD_TONES[counted.word]


def _counts(counted: Containment) -> Iterator[tuple[str, Tone, int]]:
    yield "held for the police", Tone.GREEN, counted.count(CopyState.HELD)
    yield "said to be gone", Tone.AMBER, counted.count(CopyState.SAYS_GONE)
    yield "removal asked for", Tone.AMBER, counted.count(CopyState.ASKED)
    yield "suspected", Tone.AMBER, counted.count(CopyState.SUSPECTED)
    yield "not contained", Tone.RED, counted.count(CopyState.KNOWN, CopyState.UNTRACED)


_WORD_TONES = {
    ContainmentWord.CONTAINED: Tone.GREEN,
    ContainmentWord.PARTLY: Tone.AMBER,
    ContainmentWord.NOT_CONTAINED: Tone.RED,
    ContainmentWord.UNKNOWN: Tone.NEUTRAL,
}


def hold_words(case: Case) -> str:
    """Return why nothing may be deleted yet and who can lift that; empty without a hold."""
    holds = holds_on(case)
    if not holds:
        return ""
    return (
        f"Do not delete yet: {because(*holds)}. Ask {who_lifts(*holds)}; their agreement lifts it."
    )
