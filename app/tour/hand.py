"""The hand: answers questions by typing into boxes, picking from lists and pressing buttons.

It sets nothing behind a box: it cannot pick what is not offered, or fill in what is hidden.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.domain.kit.answers import Answer, Involved, StaffMember
from app.domain.kit.form import Answers
from app.domain.kit.keys import read_key, renamed
from app.domain.kit.moments import Moment
from app.domain.kit.wording import write_staff
from app.ui.forms.choices import OneOfEditor, SeveralOfEditor, YesNoUnknownEditor
from app.ui.forms.copies import CopyRowsEditor
from app.ui.forms.editor import Editor
from app.ui.forms.people import PeopleEditor
from app.ui.forms.person_card import PersonCard
from app.ui.forms.person_pick import PersonEditor
from app.ui.forms.rows import RowsEditor
from app.ui.forms.selections import EntryEditor, ServiceEditor, StaffEditor
from app.ui.forms.sheet import Sheet
from app.ui.forms.texts import LineEditor, WordsEditor
from app.ui.forms.typed import TypedEditor


class NotOffered(LookupError):
    """The windows do not offer an answer: the question's name, and the answer that was wanted."""

    def __init__(self, name: str, answer: object) -> None:
        super().__init__(f"{name}: {answer!r} is not offered.")
        self.name = name


class Hand:
    """Fills in forms. `ids` has the casebook's ids for the people and entries of a case file."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}

    def fill(self, sheet: Sheet, answers: Answers) -> None:
        """Answer the questions of a sheet from top to bottom, also those that appear meanwhile."""
        waiting = {name: answer for name, answer in answers.items() if answer is not None}
        while waiting:
            ready = [name for name in sheet.fields if name in waiting and _can_be_seen(sheet, name)]
            if not ready:
                name, answer = next(iter(waiting.items()))
                raise NotOffered(name, answer)
            self.answer(sheet.fields[ready[0]].editor, waiting.pop(ready[0]))

    def answer(self, editor: Editor, answer: Answer) -> None:
        """Answer one question, unless it has this answer already. Raises NotOffered."""
        wanted = self._real(answer) if isinstance(answer, str) else answer
        if editor.value() == wanted:
            return
        match editor:
            case PeopleEditor():
                self._name_people(editor, answer)
            case RowsEditor():
                self._fill_rows(editor, answer)
            case PersonEditor() | EntryEditor():
                _pick(editor, editor.picker.findData(wanted), wanted)
            case OneOfEditor():
                place = next(
                    at for at, one in enumerate(editor.question.choices, 1) if one == wanted
                )
                _pick(editor, place, wanted)
            case YesNoUnknownEditor():
                next(option for option in editor.options if option.choice == wanted).click()
            case SeveralOfEditor():
                _tick(dict(editor.ticks), wanted)
            case StaffEditor() | ServiceEditor() if (at := _known(editor, wanted)) >= 0:
                editor.picker.setCurrentIndex(at)
            case _:
                write(_box_of(editor), _written(editor, wanted))

    def _real(self, answer: str) -> Any:
        """Return an id, or a key that points at something, with the ids of the casebook."""
        if type(answer) is not str:  # a choice
            return answer
        key = read_key(answer)
        real = renamed(key, self.ids)
        return self.ids.get(answer, answer) if real == key else real.write()

    def _fill_rows(self, editor: RowsEditor, rows: Any) -> None:
        for at, row in enumerate(rows):
            if at == len(editor.rows):
                editor.add_button.click()
            self.fill(editor.rows[at].sheet, self._from_above(editor, row))

    def _from_above(self, editor: RowsEditor, row: Any) -> Answers:
        """Return a row with its source as the lists on screen have it."""
        source = row.get("came_from")
        if not (source and isinstance(editor, CopyRowsEditor)):
            return dict(row)
        key = self._real(source)
        return {**row, "came_from": editor.offered().get(key, key)}

    def _name_people(self, editor: PeopleEditor, people: Any) -> None:
        for involved in people:
            card = self._card(editor, involved)
            person = involved.person
            known = {"known_as": person.known_as, "born": person.born, "group": person.group}
            asked = {name: value for name, value in known.items() if value}
            self.fill(card.sheet, asked | {"roles": involved.roles})

    def _card(self, editor: PeopleEditor, involved: Involved) -> PersonCard:
        """Return the card of a person; add them if needed, as the one found by name, or as new."""
        person = involved.person
        known = self.ids.get(person.id)
        here = [card for card in editor.cards if card.involved().person.id == known]
        if here:
            return here[0]
        write(editor.search.box, person.name)
        found = [way for way in editor.search.suggestions if way.person.id == known]
        (found[0] if found else editor.search.add_buttons[person.kind]).click()
        card = editor.cards[-1]
        self.ids[person.id] = card.involved().person.id
        return card


def _can_be_seen(sheet: Sheet, name: str) -> bool:
    return sheet.fields[name].editor.isVisibleTo(sheet)


def _pick(editor: PersonEditor | EntryEditor | OneOfEditor, place: int, wanted: Answer) -> None:
    if place < 1:
        raise NotOffered(editor.question.name, wanted)
    editor.picker.setCurrentIndex(place)


def _tick(boxes: Mapping[Any, QAbstractButton], wanted: Any) -> None:
    for choice, box in boxes.items():
        if box.isChecked() != (choice in wanted):
            box.click()


def _known(editor: StaffEditor | ServiceEditor, answer: Answer) -> int:
    """Return the place of an answer among those offered; -1 where it has to be typed."""
    return editor.picker.findText(_written(editor, answer))


def _box_of(editor: Editor) -> QLineEdit | QPlainTextEdit:
    if isinstance(editor, StaffEditor | ServiceEditor):
        return editor.picker.box
    assert isinstance(editor, LineEditor | WordsEditor | TypedEditor)
    return editor.box


def _written(editor: Editor, answer: Answer) -> str:
    """Write an answer as somebody would type it."""
    if isinstance(answer, StaffMember):
        return write_staff(answer)
    if isinstance(editor, TypedEditor):
        about = "about " if isinstance(answer, Moment) and answer.about else ""
        return about + editor.write(answer)
    return str(answer)


def write(box: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Write a whole text into a box as dictation or an input method does, and leave the box."""
    box.selectAll()
    whole = QInputMethodEvent()
    whole.setCommitString(text)
    QApplication.sendEvent(box, whole)
    QApplication.sendEvent(box, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))


def type_into(box: QWidget, text: str) -> None:
    """Type as on a keyboard, one key after another."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(box, key)
