"""The letter to the police: the risk assessment, with its day. Another day’s words stay its own."""

from collections.abc import Iterator

from app.domain.forms.risk import RiskAssessed
from app.domain.kit.moments import write_time
from app.papers.agency_words import PoliceWords, known_and_open
from app.papers.rows import Labels, Row, asked, happened
from app.papers.unassessed import unassessed

_RISK: Labels = {
    RiskAssessed.reason_shared: "How it came about",
    RiskAssessed.agreed: "All pictured agreed to it being made",
    RiskAssessed.beyond: "Shared further without agreement",
    RiskAssessed.several: "Sent to more than one person",
    RiskAssessed.online: "Anywhere online",
    RiskAssessed.contained: "Where, and what was done",
    RiskAssessed.imbalance: "Difference in age, power or dependence",
    RiskAssessed.repeated: "Something like it before",
    RiskAssessed.also: "Also known",
    RiskAssessed.vulnerable_how: "What adds to the risk",
    RiskAssessed.impact: "What it meant for each of them",
    RiskAssessed.severity: "How serious what was described is",
    RiskAssessed.if_told: "Worry if parents are told",
    RiskAssessed.risk: "The risk, and what lowers it",
    RiskAssessed.why: "What this rests on",
}


def risk(words: PoliceWords) -> Iterator[Row]:
    """Yield the newest assessment under the day it was made."""
    newest = next(reversed(words.each(RiskAssessed)), None)
    if newest is None:
        yield "Assessed", (unassessed(words),)
        return
    by = words.answer(newest, RiskAssessed.by)
    yield "Assessed", (f"{write_time(happened(newest))}, by {by}",)
    yield from known_and_open(asked(words, newest, _RISK))
