"""The actions staff agreed in any form: each is due until a note says that it is settled."""

from collections.abc import Iterable, Iterator, Mapping

from app.domain.case.entry import Entry
from app.domain.forms.asked import AgreedAction
from app.domain.forms.late import ClockMissed, Missed
from app.domain.forms.note import Note
from app.domain.kit.form import questions_of
from app.domain.kit.keys import Key, PartKey, PartKind, read_key


def actions_of(items: Iterable[Entry]) -> Iterator[tuple[PartKey, AgreedAction]]:
    """Give every agreed action with a key of its own."""
    for entry in items:
        for question in questions_of(type(entry.form)):
            if question.row is AgreedAction:
                for place, action in enumerate(getattr(entry.form, question.name), start=1):
                    yield PartKey(entry.root, PartKind.ACTION, place), action


def open_actions(items: Iterable[Entry]) -> Mapping[PartKey, AgreedAction]:
    """Give the agreed actions that no note has settled, by key."""
    items = tuple(items)
    settled = settled_by_notes(items)
    settled |= {key for key, missed in missed_of(items).items() if missed is Missed.NOT_NEEDED}
    return {key: action for key, action in actions_of(items) if key not in settled}


def settled_by_notes(items: Iterable[Entry]) -> set[Key]:
    """Give what some note says is settled: agreed actions and days to come back on."""
    notes = (entry.form for entry in items if isinstance(entry.form, Note))
    return {read_key(note.settles) for note in notes if note.settles}


def missed_of(items: Iterable[Entry]) -> Mapping[Key, Missed]:
    """Give what was said of each missed clock or action, by key; the newest word counts."""
    return {
        read_key(entry.form.which): entry.form.missed
        for entry in items
        if isinstance(entry.form, ClockMissed)
    }
