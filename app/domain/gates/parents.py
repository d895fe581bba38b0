"""The gate before a parent is not told: a reason, and a day to look at it again.

A form takes part by its questions' names, so that every form about telling a parent obeys it.
"""

from collections.abc import Iterator

import msgspec

from app.domain.answers import YesNoUnknown
from app.domain.gates.asked import STAFF, Asked, Held, held

_SOURCE = f"{STAFF}, “Handling incidents”"


class NotTelling(msgspec.Struct, frozen=True):
    """The names of the questions: whether a parent is told, why not, and when to look again."""

    tell: str
    why: str
    review: str
    no: tuple[str, ...] = (YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN)


NOT_TELLING = (
    NotTelling("tell", "tell_why", "review_on"),
    NotTelling("decision", "why", "review_on", no=("not_now",)),
)
"""One line a way of asking."""


def not_told_with_reason(asked: Asked) -> Iterator[Held]:
    """Not telling a parent needs the reason and a review date."""
    for way in NOT_TELLING:
        if way.tell not in asked.form.__struct_fields__:
            continue
        if asked.answers.get(way.tell) not in way.no:
            continue
        if not asked.words(way.why):
            yield held(
                way.why,
                "Parents are told early unless that puts a learner at risk of harm.",
                "Write what the risk is and who was consulted, or plan how to tell them.",
                _SOURCE,
            )
        if not asked.answers.get(way.review):
            yield held(
                way.review,
                "Not telling a parent is a decision to look at again.",
                "Choose the day on which it is reviewed.",
                _SOURCE,
            )
