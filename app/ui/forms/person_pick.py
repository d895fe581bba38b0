"""The editor for one person of the case. Somebody new can be added where it is asked."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.domain.kit.answers import ANYONE, Person
from app.domain.kit.checks import Problem, problems
from app.domain.kit.doubts import AskedOnce, doubts
from app.domain.kit.form import Answers, Question, questions_of
from app.domain.kit.wording import with_article
from app.ui.forms.context import Adding, FormContext
from app.ui.forms.editor import Raw, reach_after, stops_in
from app.ui.forms.selections import IdEditor
from app.ui.forms.sheet import MakeEditor, Sheet
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import plain, quiet, small


class NewPersonCard(QFrame):
    """Asks about somebody who is not in the case yet. What is typed stays until they are added."""

    changed = Signal()
    added = Signal(object, str)
    """The Person who is now in the case, and a sentence that says so."""
    folded = Signal()
    """Asks for the card to be hidden."""

    def __init__(self, adding: Adding, context: FormContext, make_editor: MakeEditor) -> None:
        super().__init__()
        self.setProperty("part", "row")
        self.setObjectName("new_person")
        self._adding, self._context = adding, context
        self._given: Answers = {}
        self.sheet = Sheet(adding.form, context, make_editor)
        self.sheet.changed.connect(self._follow)
        add = plain("Add to the case")
        add.setObjectName("add_to_case")
        add.clicked.connect(self.add)
        leave = quiet("Do not add")
        leave.setObjectName("do_not_add")
        leave.clicked.connect(self._leave)
        ways = Flow(6)
        ways.addWidget(add)
        ways.addWidget(leave)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 14, 14)
        rows.setSpacing(12)
        rows.addWidget(self.sheet)
        rows.addLayout(ways)
        self._wrong: tuple[Problem, ...] = ()
        self._once = AskedOnce()

    def begin(self) -> None:
        """Fill in what needs no asking, unless something is typed already."""
        if not self.typed():
            self._fill(self._adding.begin())

    def typed(self) -> dict[str, str]:
        """Return what is typed and not added yet, by question."""
        answers = self.sheet.answers()
        return {} if answers == self._given else {name: str(it) for name, it in answers.items()}

    def restore(self, typed: Answers) -> None:
        """Restore what `typed` returned."""
        self.sheet.set_answers(typed)

    def called(self) -> str:
        """Return the typed name in quotation marks, or words for somebody without a name yet."""
        name = str(self.sheet.answers().get(questions_of(self._adding.form)[0].name) or "").strip()
        return f"“{name[:60]}”" if name else "Somebody begun below"

    def add(self) -> None:
        """Add the person to the case, or show what is missing and where."""
        answers = self.sheet.answers()
        if asked := self._still_to_ask(answers):
            self._show(asked, asking=True)
            return
        added = self._adding.add(answers)
        self._show(added.problems)
        if added.person:
            self._fill({})
            self.added.emit(added.person, added.said)
        elif added.problems and (spot := self.sheet.spot(added.problems[0].name)):
            spot.setFocus(Qt.FocusReason.TabFocusReason)

    def _still_to_ask(self, answers: Answers) -> tuple[Problem, ...]:
        """Return what is asked about once, where nothing is wrong."""
        form, context = self._adding.form, self._context
        if problems(form, answers, context.now()):
            return ()
        return self._once.still_to_ask(doubts(form, answers, context.far))

    def _leave(self) -> None:
        self._fill({})
        self.folded.emit()

    def _fill(self, answers: Answers) -> None:
        self._given = answers
        self._show(())
        self.sheet.set_answers(answers)

    def _follow(self) -> None:
        """Clear each problem once it is corrected."""
        if self._wrong:
            now = problems(self._adding.form, self.sheet.answers(), self._context.now())
            self._show(tuple(one for one in self._wrong if one in now))
        self.changed.emit()

    def _show(self, wrong: tuple[Problem, ...], *, asking: bool = False) -> None:
        self._wrong = wrong
        self.sheet.show_problems({one.name: one.sentence for one in wrong}, asking=asking)

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.folded.emit()
        else:
            super().keyPressEvent(event)


_NEW = "new."
"""Follows the question's name in the paths of a new person's questions."""


class PersonEditor(IdEditor):
    """One of the people of this case. Some questions let one be added below the list."""

    unknown = "Someone not in this list"
    empty = "Nobody is named in this case yet"

    def __init__(self, question: Question, context: FormContext, make_editor: MakeEditor) -> None:
        self._who, self._context, self._make_editor = question.ask.who, context, make_editor
        if self._who != ANYONE:
            self.empty = f"No {self._who.words} is named in this case yet"
        super().__init__(question, ())
        self.renew()
        self.add_button: QPushButton | None = None
        self.card: NewPersonCard | None = None
        self.said = small()
        self.said.hide()
        if self._who.adds and context.adding:
            self._offer_to_add(context.adding)

    def _offer_to_add(self, adding: Adding) -> None:
        self._adding = adding
        self.add_button = quiet(f"Add {with_article(self._who.words)}", "user-plus")
        self.add_button.setObjectName("add_person")
        self.add_button.setAccessibleDescription(self.question.ask.label)
        self.add_button.clicked.connect(self._turn)
        self.rows.addWidget(self.said)
        self.rows.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def renew(self) -> None:
        """Offer the people of the case, as it is now, who can answer the question."""
        people = self._context.whom(self._who)
        self.offer(tuple((person.id, person_line(person)) for person in people))

    def unfold(self) -> NewPersonCard:
        """Show the card for adding somebody, as it was left."""
        card = self.card or self._make_card()
        card.sheet.call_within(f"{self.stop.objectName()}.{_NEW}")
        card.begin()
        card.show()
        self.said.hide()
        QTimer.singleShot(0, card, partial(_scroll_to, card))  # once it has its full height
        return card

    def fold(self) -> None:
        """Hide the card. Keep what is typed in it."""
        if self.card and self.add_button:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.card.hide()

    def raw(self) -> Raw:
        typed = self.card.typed() if self.card else {}
        return {f"{_NEW}{name}": text for name, text in typed.items()}

    def restore(self, raw: Raw) -> None:
        if self.add_button:
            self.unfold().restore({name.removeprefix(_NEW): text for name, text in raw.items()})

    def complaints(self) -> dict[str, str]:
        if not (self.card and self.card.typed()):
            return {}
        return {"": f"{self.card.called()} is not added yet. Add them, or choose “Do not add”."}

    def spot(self, path: str) -> QWidget:
        if self.add_button and path.startswith(_NEW):
            return self.unfold().sheet.spot(path.removeprefix(_NEW)) or self.stop
        return self.stop

    def show_problems(self, sentences: dict[str, str], *, asking: bool = False) -> str:
        if sentences and self.complaints():
            self.unfold()
        return super().show_problems(sentences, asking=asking)

    def _make_card(self) -> NewPersonCard:
        assert self.add_button
        card = self.card = NewPersonCard(self._adding, self._context, self._make_editor)
        card.changed.connect(self.changed)
        card.folded.connect(self.fold)
        card.added.connect(self._take)
        self.rows.addWidget(card)
        reach_after(self.add_button, stops_in(card))
        return card

    def _turn(self) -> None:
        if self.card and not self.card.isHidden():
            self.fold()
        else:
            self.unfold().sheet.first().setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, person: Person, said: str) -> None:
        """Choose the person just added, and go to the next question."""
        self.fold()
        self.renew()
        self.set_value(person.id)
        self.said.setText(said)
        self.said.show()
        self.changed.emit()
        self.focusNextChild()


def _scroll_to(card: QWidget) -> None:
    around = card.parentWidget()
    while around:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(card)
        around = around.parentWidget()


def person_line(person: Person) -> str:
    """Return a person as one line: `Alex Example, Year 12`."""
    return f"{person.name}, {person.group}" if person.group else person.name
