"""The card that a learner keeps: a few plain words that do not show what it is about.

Source: uk-guidance 1.9 and 4.2; NSPCC Learning, guidance for professionals on Report Remove, seen
28 November 2026: an ID from 13 is optional, and reports are read within one working day, Monday to
Friday. People who read a checklist before they start finish more often.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto

import msgspec

from app.domain.rules.bands import AgeBand

CARD_TITLE = "Your next steps"
"""A neutral title: a card may be found in a pocket."""
TO_WRITE = "______________________________"
ONLY = "Anyone else only where it is needed to keep you safe."
"""The card promises nothing that may not hold."""


class Removal(Enum):
    """How far the learner is with their own report: still ahead of them, or waiting for a reply."""

    AHEAD = auto()
    SENT = auto()


NOT_YET = "Do not delete anything yet."
_DELETES = re.compile(r"\b(?:delet|eras|wip(?:e|ing)\b)", re.IGNORECASE)


class CardPart(msgspec.Struct, frozen=True):
    """One part of the card: a heading and short lines. Without lines, there is room to write."""

    heading: str
    lines: tuple[str, ...]


class AgreedWithLearner(msgspec.Struct, frozen=True, kw_only=True):
    """What was said with the learner; an empty field leaves room to write by hand.

    `said_on` is the day of `next_step` in words, if that was not today: the step stands under it
    then, and not under what happens next.
    """

    next_step: str = ""
    said_on: str = ""
    who_will_know: tuple[str, ...] = ()
    wants: str = ""
    see_you: str = ""
    deletes: bool = False
    """Whether it is decided that they delete their copies."""
    held: bool = False
    """Whether nothing may be deleted while somebody decides."""
    keeps: bool = False
    """Whether they have anything that is not to be deleted for now."""


def card_parts(
    band: AgeBand | None,
    said: AgreedWithLearner,
    *,
    talk: tuple[str, ...],
    removal: Removal | None = Removal.AHEAD,
    page: str = "",
    by_hand: bool = True,
) -> tuple[CardPart, ...]:
    """Return the parts of the card, for a side that folds small.

    `talk` is who to ring, a line each. `removal` adds how the learner reports a page or picture to
    be taken down, on the page with this name, by age band. What nobody filled in stays as room to
    write `by_hand`, or is left out. Nothing on the card names what it is about.
    """
    parts = _parts(band, said, removal, page, talk)
    return tuple(part for part in parts if part.lines or by_hand)


def _parts(
    band: AgeBand | None,
    said: AgreedWithLearner,
    removal: Removal | None,
    page: str,
    talk: tuple[str, ...],
) -> Iterator[CardPart]:
    held = (NOT_YET,) * said.keeps
    step = () if step_left_out(band, said, removal) else _given(said.next_step)
    now, before = ((), step) if said.said_on else (step, ())
    yield CardPart("What happens next", (*held, *now, *_next(band, removal, page)))
    if before:
        yield CardPart(f"What we said on {said.said_on}", before)
    yield CardPart("Who will know", (*said.who_will_know, ONLY) * bool(said.who_will_know))
    yield CardPart("What you said you want", _given(said.wants))
    if removal is Removal.AHEAD:
        yield CardPart("Before you start", _before(band, said))
    yield CardPart("We see each other again", _given(said.see_you))
    if talk:
        yield CardPart("If you want to talk", talk)


def step_left_out(band: AgeBand | None, said: AgreedWithLearner, removal: Removal | None) -> bool:
    """Return whether the agreed step is of deleting, while the card says to delete nothing yet."""
    ahead = removal is Removal.AHEAD and band is not AgeBand.ADULT and not said.deletes
    return (said.held or ahead) and bool(_DELETES.search(said.next_step))


def _given(words: str) -> tuple[str, ...]:
    return (words,) if words else ()


def _next(band: AgeBand | None, removal: Removal | None, page: str) -> tuple[str, ...]:
    there = f"the page {page}".rstrip()
    match removal:
        case None:
            return ()
        case Removal.SENT:
            report = f"You have sent your report on {there}."
        case Removal.AHEAD:
            report = (
                f"You fill in {there} yourself, on your own device. We sit beside you if you want."
            )
    if band is AgeBand.ADULT:
        return (report,)
    return (
        report,
        "Each report is read within one working day, Monday to Friday.",
        "You read what comes of it in your Childline account.",
        "It often works, and not always. If not, we take the next step together.",
    )


def _before(band: AgeBand | None, said: AgreedWithLearner) -> tuple[str, ...]:
    """Return the readiness checklist. The file is needed for it, so deleting comes after."""
    if band is AgeBand.ADULT:
        return ("Your own device, charged, and some quiet time.",)
    proof = {
        AgeBand.UNDER_13: "You are under 13: nobody asks for an ID.",
        None: "From 13 you may be asked for an ID. You need not show one. Under 13 nobody asks.",
    }.get(band, "You may be asked for an ID. You need not show one.")
    keep = "Do this first, and delete afterwards." if said.deletes else NOT_YET
    return (
        "Your own device, charged, and some quiet time.",
        proof,
        "A Childline account. You need not give your real name.",
        f"{keep} Send nothing to anybody.",
        "Your log-in and your number are yours. Do not tell us.",
    )


def card_text(parts: tuple[CardPart, ...]) -> str:
    """Write the card as plain text, with a line to write on where a part is empty."""
    sections = (
        "\n".join((part.heading, *(f"  {line}" for line in part.lines or (TO_WRITE,))))
        for part in parts
    )
    return "\n\n".join((CARD_TITLE, *sections))
