"""The letter to the police: which parents and bodies know, and what support each learner has."""

from collections.abc import Iterator

from app.domain.forms.bodies import POLICE_BODIES, OtherBody
from app.papers.agency_words import PoliceWords
from app.papers.body_answer import how_far_in_care
from app.papers.case_words import ASK_COLLEGE, readable_referrals
from app.papers.parents_told import parents_told
from app.papers.police_sections import told_too
from app.papers.rows import Row
from app.papers.support_told import support_told
from app.typesetting.text import Quiet, Words

_OTHERS = tuple(body for body in OtherBody if body not in POLICE_BODIES)
"""The other bodies told. Reports to the police and CEOP are listed with this report."""


def informed(words: PoliceWords) -> Iterator[Row]:
    """Yield which parents, carers and bodies know, and what support is in place."""
    parents = parents_told(words)
    for who, lines in parents.items():
        yield who, tuple(lines)
    if not parents:
        yield "Parents and carers", (ASK_COLLEGE,)
    yield "Children’s social care", tuple(_social_care(words)) or (Quiet("No referral recorded"),)
    yield "Other bodies", tuple(told_too(words, _OTHERS)) or (Quiet("No other is recorded"),)
    support = tuple(support_told(words))
    yield "Support in place", support or (Quiet("No plan recorded yet"),)


def _social_care(words: PoliceWords) -> Iterator[Words]:
    """Yield how each referral stands: what was answered last, or how far it has come."""
    for one in readable_referrals(words):
        reference = f", reference {one.reference}" if one.reference else ""
        yield f"{words.case.names[one.id]}: {how_far_in_care(one, reference)}"
