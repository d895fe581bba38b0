"""Who has something that may not be deleted: by the ledger, their part in it, and instructions.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), deletion of images; uk-guidance 4.1.
"""

from collections.abc import Iterator
from datetime import datetime

from app.domain import names
from app.domain.case.case import Case
from app.domain.case.imagery import SETTLED
from app.domain.case.standing import WHOLE_CASE
from app.domain.forms.copies import CopyState
from app.domain.kit.answers import PersonRef, Role
from app.domain.rules.holds import holds_on
from app.domain.rules.instructions import Against, Instruction, in_force

HAVE = (Role.MADE, Role.SHARED, Role.RECEIVED, Role.FORWARDED, Role.ASKED, Role.PRESSURED)
"""Whose part in it gives them imagery or messages, where the ledger has no row on them."""
NOT_THERE = (*SETTLED, CopyState.SEEN, CopyState.SAYS_GONE)


def keeps_for_now(case: Case, who: PersonRef, at: datetime) -> bool:
    """Return whether somebody has what is not to be deleted at an instant (UTC).

    Either nothing may be deleted in this case and they have something, or a body asked for what
    is theirs to be kept.
    """
    return any(_kept_of(case, who, at)) or (bool(holds_on(case)) and may_have(case, who))


def may_have(case: Case, who: PersonRef) -> bool:
    """Return whether somebody has a copy, or messages about it, so far as is recorded.

    What the ledger says of them counts. Where it has no row on them, it is their part in the case.
    """
    own = [copy for copy in case.copies.values() if copy.row.person == who]
    if own:
        return any(copy.state not in NOT_THERE for copy in own)
    return not set(HAVE).isdisjoint(case.people[who].roles)


def _kept_of(case: Case, who: PersonRef, at: datetime) -> Iterator[Instruction]:
    """Yield each instruction in force to keep a copy of theirs, or something named as theirs."""
    name = names.first_name(case.people[who].person.name)
    for one in in_force(case, at):
        if one.against is not Against.DELETING:
            continue
        copy = case.copies.get(one.about)
        if copy and copy.row.person == who and copy.state not in NOT_THERE:
            yield one
        if one.about == WHOLE_CASE and names.contains(one.sentence, name):
            yield one
