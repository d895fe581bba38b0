"""The actions staff agreed in any form: each is due until a note says that it is settled."""

from collections.abc import Iterable, Iterator, Mapping

from app.domain.form import questions_of
from app.domain.item import Item
from app.domain.stages.asked import AgreedAction
from app.domain.stages.late import ClockMissed, Missed
from app.domain.stages.note import Note


def actions_of(items: Iterable[Item]) -> Iterator[tuple[str, AgreedAction]]:
    """Give every agreed action with a key of its own: the entry's id and its place in the list."""
    for item in items:
        for question in questions_of(type(item.form)):
            if question.row is AgreedAction:
                for place, action in enumerate(getattr(item.form, question.name), start=1):
                    yield f"{item.root}:{place}", action


def open_actions(items: Iterable[Item]) -> Mapping[str, AgreedAction]:
    """Give the agreed actions that no note has settled, by key."""
    items = tuple(items)
    settled = {item.form.settles for item in items if isinstance(item.form, Note)}
    settled |= {key for key, missed in missed_of(items).items() if missed is Missed.NOT_NEEDED}
    return {key: action for key, action in actions_of(items) if key not in settled}


def agreed_in(key: str) -> str:
    """Give the id of the entry in which the action with this key was agreed."""
    return key.rpartition(":")[0]


def missed_of(items: Iterable[Item]) -> Mapping[str, Missed]:
    """Give what was said of each missed clock or action, by key; the newest word counts."""
    return {
        item.form.which: item.form.missed for item in items if isinstance(item.form, ClockMissed)
    }
