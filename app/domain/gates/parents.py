"""The gate before a parent is not told: a reason, and a day to look at it again."""

from collections.abc import Iterator

from app.domain.forms.parents import NOT_TOLD, ParentDecision
from app.domain.gates.asked import STAFF, GateProblem, ToSeal, gate_problem

_SOURCE = f"{STAFF}, “Handling incidents”"


def not_told_with_reason(asked: ToSeal) -> Iterator[GateProblem]:
    """Not telling a parent needs the reason and a review date."""
    if asked.get(ParentDecision.decision) not in NOT_TOLD:
        return
    if not asked.words(ParentDecision.why):
        yield gate_problem(
            ParentDecision.why,
            "Parents are told early unless that puts a learner at risk of harm.",
            "Write what the risk is and who was consulted, or plan how to tell them.",
            _SOURCE,
        )
    if not asked.get(ParentDecision.review_on):
        yield gate_problem(
            ParentDecision.review_on,
            "Not telling a parent is a decision to look at again.",
            "Choose the day on which it is reviewed.",
            _SOURCE,
        )
