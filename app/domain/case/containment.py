"""Whether the imagery is contained: one word derived from the ledger, with the counts behind it."""

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from app.domain.case.case import Case
from app.domain.case.copies import Copy
from app.domain.forms.copies import CopyState
from app.domain.kit.answers import Choice


class ContainmentWord(Choice):
    """How far the spread of the imagery is stopped, so far as the record says."""

    CONTAINED = "contained", "Contained"
    PARTLY = "partly", "Partly contained"
    NOT_CONTAINED = "not_contained", "Not contained"
    UNKNOWN = "unknown", "Spread not known"


GONE = (CopyState.CONFIRMED,)
"""Two signs say that it is gone: its holder’s or the service’s, and somebody else’s."""
SETTLED = (*GONE, CopyState.HELD)
"""Nobody can pass it on. A copy the police hold is there, and out of everybody’s reach; the college
neither can nor may ask for more (UKCIS March 2024: what may be evidence is left to the police)."""
ASKED = (CopyState.ASKED, CopyState.SAYS_GONE)
"""Asked for, or gone by one word only."""
AT_LARGE = (CopyState.KNOWN, CopyState.ASKED, CopyState.UNTRACED)
"""There, and in somebody’s hands: asking alone changes nothing, and nor does giving up."""


class Containment(msgspec.Struct, frozen=True, kw_only=True):
    """The word for a case, and how many copies stand how. Who has only seen it is not counted."""

    word: ContainmentWord
    by_state: Mapping[CopyState, int]

    @property
    def copies(self) -> int:
        """How many copies are known or suspected."""
        return sum(self.by_state.values())

    def count(self, *states: CopyState) -> int:
        """Give how many copies stand in one of these states."""
        return sum(self.by_state.get(state, 0) for state in states)


def containment(case: Case) -> Containment:
    """Derive how far a case is contained, from the ledger alone."""
    return contained(case.copies.values())


def contained(copies: Iterable[Copy]) -> Containment:
    """Derive the word from copies, by the worst of them.

    1. Not contained: any copy is known to be there, was merely asked for, or cannot be traced.
    2. Not known: the ledger names no copy, or nothing but suspicions.
    3. Partly: some copy is suspected, or gone by its holder’s or the service’s word alone.
    4. Contained: every copy is gone by a second sign or held for the police.
    """
    by_state = Counter(copy.state for copy in copies if copy.there)
    return Containment(word=_word(set(by_state)), by_state=by_state)


def _word(states: set[CopyState]) -> ContainmentWord:
    if states & set(AT_LARGE):
        return ContainmentWord.NOT_CONTAINED
    if states <= {CopyState.SUSPECTED}:
        return ContainmentWord.UNKNOWN
    if states <= set(SETTLED):
        return ContainmentWord.CONTAINED
    return ContainmentWord.PARTLY
