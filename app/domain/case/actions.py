"""The actions staff agreed in any form: each is due until a note says that it is settled."""

from collections.abc import Iterable, Iterator, Mapping

from app.domain.case.item import Item
from app.domain.forms.asked import AgreedAction
from app.domain.forms.late import ClockMissed, Missed
from app.domain.forms.note import Note
from app.domain.kit.form import questions_of
from app.domain.kit.keys import Key, Part, PartKey, read_key


def actions_of(items: Iterable[Item]) -> Iterator[tuple[PartKey, AgreedAction]]:
    """Give every agreed action with a key of its own."""
    for item in items:
        for question in questions_of(type(item.form)):
            if question.row is AgreedAction:
                for place, action in enumerate(getattr(item.form, question.name), start=1):
                    yield PartKey(item.root, Part.ACTION, place), action


def open_actions(items: Iterable[Item]) -> Mapping[PartKey, AgreedAction]:
    """Give the agreed actions that no note has settled, by key."""
    items = tuple(items)
    settled = settled_by_notes(items)
    settled |= {key for key, missed in missed_of(items).items() if missed is Missed.NOT_NEEDED}
    return {key: action for key, action in actions_of(items) if key not in settled}


def settled_by_notes(items: Iterable[Item]) -> set[Key]:
    """Give what some note says is settled: agreed actions and days to come back on."""
    notes = (item.form for item in items if isinstance(item.form, Note))
    return {read_key(note.settles) for note in notes if note.settles}


def missed_of(items: Iterable[Item]) -> Mapping[Key, Missed]:
    """Give what was said of each missed clock or action, by key; the newest word counts."""
    return {
        read_key(item.form.which): item.form.missed
        for item in items
        if isinstance(item.form, ClockMissed)
    }
