"""What somebody must not be told for now, why and until when: before a contact, and of each paper.

Source: the college's guidance, “Handling incidents”: telling a parent must not put a learner at
risk.
"""

from datetime import date

import msgspec

from app.domain.forms.knowledge import Topic
from app.domain.kit.moments import write_day
from app.domain.kit.wording import lower
from app.domain.rules.knowledge import ContactCard, KnownTopic


class HeldBack(msgspec.Struct, frozen=True):
    """Topics that are held back from somebody for the same reasons.

    Each reason has the days to look at it again, if any were set.
    """

    topics: tuple[Topic, ...]
    reasons: tuple[tuple[str, tuple[date, ...]], ...]

    @property
    def what(self) -> str:
        """The topics in words: `That it happened; who is pictured`."""
        first, *later = (topic.label for topic in self.topics)
        return "; ".join((first, *map(lower, later)))

    def because(self, today: date) -> str:
        """Return why it is held back, and when to look at that again or that the day is past."""
        return " ".join(
            said for why, days in self.reasons for said in (why, *(_again(d, today) for d in days))
        )


def _again(day: date, today: date) -> str:
    if day < today:
        return f"This was to be looked at again on {write_day(day)}: do so."
    return f"To be looked at again on {write_day(day)}."


def held_back(card: ContactCard) -> tuple[HeldBack, ...]:
    """Return what somebody must not be told: each topic once, those of the same reasons together.

    Whatever holds a topic back is named with it, so that no line says less than another.
    """
    found: dict[tuple[tuple[str, tuple[date, ...]], ...], list[Topic]] = {}
    for topic, known in card.do_not_say:
        found.setdefault(reasons_of(known), []).append(topic)
    return tuple(HeldBack(tuple(topics), reasons) for reasons, topics in found.items())


def reasons_of(known: KnownTopic) -> tuple[tuple[str, tuple[date, ...]], ...]:
    """Return each reason to hold a topic back, or to let it be told, with its review days."""
    reasons: dict[str, dict[date, None]] = {}
    for one in known.holds:
        days = reasons.setdefault(one.why, {})
        if one.until:
            days[one.until] = None
    return tuple((why, tuple(days)) for why, days in reasons.items())
