"""The editor for rows of the ledger of copies: a row can name an earlier row as its source."""

from app.domain.case.copies import copy_key, written
from app.domain.forms.copies import CopyState, KnownCopy
from app.domain.kit.answers import ANYONE, Answer, Refers
from app.domain.kit.form import Answers, Question, given, name_of
from app.ui.forms.context import FormContext
from app.ui.forms.rows import RowCard, RowsEditor
from app.ui.forms.selections import EntryEditor
from app.ui.forms.sheet import MakeEditor

Listed = tuple[tuple[str, str], ...]
_FROM = name_of(KnownCopy.came_from)


class CopyRowsEditor(RowsEditor):
    """Rows of copies.

    While rows are added and removed, a row refers to another by a temporary token. The answer uses
    the keys the copies will have, because the entry's id is known before it is sealed.
    """

    def __init__(self, question: Question, context: FormContext, make_editor: MakeEditor) -> None:
        super().__init__(question, context, make_editor)
        self.add_button.setText("Add a copy")
        self._filling = False
        self.changed.connect(self._offer)

    def add(self) -> RowCard:
        row = super().add()
        _picker(row).call_nothing("No copy noted before this")
        return row

    def value(self) -> Answer:
        keys = self._keys()
        return tuple(_told(row.sheet.answers(), keys) for row in self._filled()) or None

    def set_value(self, answer: Answer) -> None:
        given = answer if isinstance(answer, tuple) else ()
        sources = [row.get(_FROM) if isinstance(row, dict) else None for row in given]
        self._filling = True
        super().set_value(tuple({**_dict(row), _FROM: None} for row in given))
        self._filling = False
        self._offer()
        tokens = self.offered()
        for row, source in zip(self.rows, sources, strict=False):
            _picker(row).set_value(tokens.get(str(source), source))

    def offered(self) -> dict[str, str]:
        """Return the token of each row, by the key its copy will have."""
        return {key: token for token, key in self._keys().items()}

    def _keys(self) -> dict[str, str]:
        """Return the key each filled row will have, by its token."""
        own = self._context.own
        return {
            _token(row): copy_key(own, place) for place, row in enumerate(self._filled(), start=1)
        }

    def _offer(self) -> None:
        """Offer each row the copies of the case and the rows above it."""
        if self._filling:
            return
        above: Listed = ()
        for row in self.rows:
            _picker(row).offer((*self._context.references(Refers.COPY), *above))
            if words := self._words(row.sheet.answers()):
                above = (*above, (_token(row), words))

    def _words(self, answers: Answers) -> str:
        holder = given(answers, KnownCopy.held_by)
        if not holder:
            return ""
        row = KnownCopy(
            held_by=holder,
            person=given(answers, KnownCopy.person),
            name=given(answers, KnownCopy.name),
            service=given(answers, KnownCopy.service),
            state=CopyState.KNOWN,
        )
        names = {person.id: person.name for person in self._context.whom(ANYONE)}
        return written(row, names)


def _dict(row: object) -> dict[str, Answer]:
    return row if isinstance(row, dict) else {}


def _told(answers: dict[str, Answer], keys: dict[str, str]) -> dict[str, Answer]:
    """Replace the token of a source row by its future key; drop it if that row is gone."""
    source = str(answers.get(_FROM) or "")
    if not source.startswith(_ROW):
        return answers
    rest = {name: answer for name, answer in answers.items() if name != _FROM}
    return rest | {_FROM: keys[source]} if source in keys else rest


def _picker(row: RowCard) -> EntryEditor:
    editor = row.sheet.fields[_FROM].editor
    assert isinstance(editor, EntryEditor)
    return editor


_ROW = "row "


def _token(row: RowCard) -> str:
    return f"{_ROW}{id(row)}"
