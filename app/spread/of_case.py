"""How far the imagery has spread: a case's ledger, in the names its reader may see."""

from collections.abc import Callable, Mapping

import msgspec

from app.domain.case.case import Case
from app.domain.case.copies import Copy, written
from app.domain.case.imagery import Containment
from app.domain.forms.copies import CopyState, HowKnown
from app.domain.kit.moments import day_of, write_day
from app.domain.kit.tone import Tone
from app.domain.kit.wording import lower
from app.spread.layout import Hop, Spread, Stop

TONES = {
    CopyState.SEEN: Tone.NEUTRAL,
    CopyState.SUSPECTED: Tone.AMBER,
    CopyState.KNOWN: Tone.RED,
    CopyState.ASKED: Tone.AMBER,
    CopyState.SAYS_GONE: Tone.AMBER,
    CopyState.CONFIRMED: Tone.GREEN,
    CopyState.HELD: Tone.GREEN,
    CopyState.UNTRACED: Tone.RED,
}
"""As `containment` counts them: green is settled, red is at large, amber is not sure yet: asked,
gone by one word alone, or only suspected."""


def spread_of(
    case: Case, said: Callable[[str], str] = str, by: Mapping[str, str] | None = None
) -> Spread:
    """Build the map of a case. Typed words and names go through `said`.

    For an audience that is the disguise's `over`, and `by` is who confirmed each copy, by its key,
    as far as they may read it. For the DSL's own screen nothing is changed.
    """
    copies = case.copies.values()
    who = {copy.key: copy.confirmed_by for copy in copies} if by is None else by
    return Spread(
        tuple(_stop(copy, case, said, who.get(copy.key, "")) for copy in copies),
        tuple(
            Hop(copy.came_from, copy.key, said((copy.row.service or "").strip()))
            for copy in copies
            if copy.came_from
        ),
    )


def containment_in_words(counted: Containment) -> str:
    """Describe how far a case is contained, with counts: `Contained. 2 copies: both held …`."""
    if not counted.copies:
        return f"{counted.word.label}. No copy is recorded."
    copies = "1 copy" if counted.copies == 1 else f"{counted.copies} copies"
    states = [state for state in CopyState if counted.count(state)]
    each = " · ".join(f"{counted.count(one)} {lower(one.label)}" for one in states)
    if len(states) == 1:
        every = {1: "", 2: "both "}.get(counted.copies, "all ")
        each = f"{every}{lower(states[0].label)}"
    return f"{counted.word.label}. {copies}: {each}."


_NAMED = (HowKnown.PARENT, HowKnown.AGENCY)
"""How it is known, where the answer names two and whoever confirmed it is the one."""


def _stop(copy: Copy, case: Case, said: Callable[[str], str], by: str) -> Stop:
    """Return the stop of a copy: who or what has it. A hop to it has the service as its label."""
    who = written(msgspec.structs.replace(copy.row, service=None), case.names)
    service = "" if copy.came_from else said((copy.row.service or "").strip())
    how = copy.how.label if copy.how else ""
    if by and copy.confirmed_by and copy.how in _NAMED:
        how = f"Said by {by}"
    since = write_day(day_of(copy.changed))
    quiet = " · ".join(filter(None, (service, how, since)))
    return Stop(
        copy.key, said(who[:1].upper() + who[1:]), (quiet, copy.state.label), TONES[copy.state]
    )
