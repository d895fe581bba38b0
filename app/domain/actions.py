"""The actions staff agreed at a meeting: each is due until a note says that it is settled."""

from collections.abc import Iterable, Iterator, Mapping

from app.domain.item import Item
from app.domain.stages.late import ClockMissed, Missed
from app.domain.stages.note import Note
from app.domain.stages.review import AgreedAction, InitialReview


def actions_of(items: Iterable[Item]) -> Iterator[tuple[str, AgreedAction]]:
    """Give every agreed action with a key of its own: the entry's id and its place in the list."""
    for item in items:
        if isinstance(item.form, InitialReview):
            for place, action in enumerate(item.form.actions, start=1):
                yield f"{item.root}:{place}", action


def open_actions(items: Iterable[Item]) -> Mapping[str, AgreedAction]:
    """Give the agreed actions that no note has settled, by key."""
    items = tuple(items)
    settled = {item.form.settles for item in items if isinstance(item.form, Note)}
    settled |= {key for key, missed in missed_of(items).items() if missed is Missed.NOT_NEEDED}
    return {key: action for key, action in actions_of(items) if key not in settled}


def missed_of(items: Iterable[Item]) -> Mapping[str, Missed]:
    """Give what was said of each missed clock or action, by key; the newest word counts."""
    return {
        item.form.which: item.form.missed for item in items if isinstance(item.form, ClockMissed)
    }
