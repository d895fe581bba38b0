"""What somebody must not be told for now, why and until when: before a contact, and of each paper.

Source: the college's guidance, “Handling incidents”: telling a parent must not put a learner at
risk.
"""

from datetime import date

import msgspec

from app.domain.forms.knowledge import Topic
from app.domain.kit.moments import write_day
from app.domain.kit.wording import lower
from app.domain.rules.knowledge import ContactCard


class HeldBack(msgspec.Struct, frozen=True):
    """Topics that are held back from somebody for one reason, and the day to look at it again."""

    topics: tuple[Topic, ...]
    why: str
    until: date | None

    @property
    def what(self) -> str:
        """The topics in words: `That it happened; who is pictured`."""
        first, *later = (topic.label for topic in self.topics)
        return "; ".join((first, *map(lower, later)))

    def because(self, today: date) -> str:
        """Return why it is held back, and when to look at that again or that the day is past."""
        if not self.until:
            return self.why
        day = write_day(self.until)
        if self.until < today:
            return f"{self.why} This was to be looked at again on {day}: do so."
        return f"{self.why} To be looked at again on {day}."


def held_back(card: ContactCard) -> tuple[HeldBack, ...]:
    """Return what somebody must not be told, the topics of one reason and one day together."""
    found: dict[tuple[str, date | None], list[Topic]] = {}
    for topic, known in card.do_not_say:
        found.setdefault((known.why, known.until), []).append(topic)
    return tuple(HeldBack(tuple(topics), *why) for why, topics in found.items())
