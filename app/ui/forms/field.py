"""A question on screen: its label, its help, its editor, and below it what is wrong."""

import html

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from app.domain.kit.answers import AnswerKind
from app.domain.kit.form import Question
from app.ui.forms.editor import Editor, stops_in
from app.ui.theme.tokens import tokens
from app.ui.widgets.parts import Note, column, label, line

_NARROW = (
    AnswerKind.MOMENT,
    AnswerKind.DAY,
    AnswerKind.ONE_OF,
    AnswerKind.SERVICE,
    AnswerKind.PERSON,
    AnswerKind.ENTRY,
    AnswerKind.DURATION,
    AnswerKind.MONEY,
    AnswerKind.NUMBER,
    AnswerKind.LINE,
)
_LONGEST_NARROW = 36


class Field(QObject):
    """The parts of one question. A sheet places them, so that neighbouring boxes align."""

    def __init__(self, question: Question, editor: Editor, section: str = "") -> None:
        super().__init__()
        self.question = question
        self.editor = editor
        self.section = section
        self.label = _Label(question, editor)
        self.help = label(question.ask.help, "muted") if question.ask.help else None
        self.problem = _Problem()
        (self.help or self.label).setContentsMargins(0, 0, 0, 4)
        self._sentences = ""
        self._told: tuple[QWidget, str] = (editor.stop, "")
        self._needed = False
        editor.complained.connect(self.complain)
        editor.changed.connect(self._hush)
        self.aside = _Aside(self) if question.kind is AnswerKind.YES_NO_UNKNOWN else None

    @property
    def narrow(self) -> bool:
        """Whether half a line is enough space."""
        longest = max((len(choice.label) for choice in self.question.choices), default=0)
        return self.question.kind in _NARROW and longest <= _LONGEST_NARROW

    @property
    def short(self) -> bool:
        """Whether it stays half a line wide even when it is alone on its line."""
        return self.narrow and self.question.kind not in {AnswerKind.LINE, AnswerKind.ONE_OF}

    def parts(self) -> list[QWidget]:
        """Return the widgets from top to bottom."""
        if self.aside:
            return [self.aside, self.problem]
        return [part for part in (self.label, self.help, self.editor, self.problem) if part]

    def stops(self) -> list[QWidget]:
        """Return the widgets here that take the focus, in order."""
        return [stop for part in self.parts() for stop in stops_in(part)]

    def show(self, *, shown: bool) -> None:
        """Show or hide the question."""
        for part in self.parts():
            visible = shown and (part is not self.problem or bool(self.problem.words))
            if part.isHidden() is visible:  # showing a visible widget again would still restyle it
                part.setVisible(visible)

    def need(self, *, needed: bool) -> None:
        """Mark the question as required or not."""
        if needed != self._needed:
            self._needed = needed
            self.label.need(needed=needed)

    def show_problems(self, sentences: dict[str, str], *, asking: bool = False) -> None:
        """Show problems, keyed by the path after the question's name; an empty dict clears them.

        If `asking`, nothing is wrong: the sentences only ask whether the answer is right.
        """
        self._sentences = self.editor.show_problems(sentences, asking=asking)
        self._say(self._sentences, asking=asking)

    def complain(self, sentence: str) -> None:
        """Show at once why something was refused."""
        self._say(sentence or self._sentences)
        self.editor.mark(wrong=bool(self.problem.words))

    def _say(self, words: str, *, asking: bool = False) -> None:
        """Show what is wrong or asked, and make screen readers say it before the help text."""
        self.problem.say(words, asking=asking)
        told, sentence = self._told
        if sentence:
            told.setAccessibleDescription(
                told.accessibleDescription().removeprefix(sentence).strip()
            )
        stop = self.editor.stop
        if words:
            stop.setAccessibleDescription(f"{words} {stop.accessibleDescription()}".strip())
        self._told = (stop, words)

    def _hush(self) -> None:
        if self.problem.words and self.problem.words != self._sentences:
            self.complain("")


class _Label(QLabel):
    _needed = False  # class value too: Qt sends events before __init__ and during deletion

    def __init__(self, question: Question, editor: Editor) -> None:
        super().__init__()
        self._words = question.ask.label
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setBuddy(editor.stop)
        self.need(needed=False)

    def need(self, *, needed: bool) -> None:
        self._needed = needed
        words = self._words.replace("&", "&&")
        if needed:
            self.setTextFormat(Qt.TextFormat.RichText)
            star = f'&nbsp;<span style="color: {tokens().red}">*</span>'
            self.setText(html.escape(words) + star)
        else:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(words)

    # Qt
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._needed:
            self.need(needed=True)  # the star uses a colour of the scheme


class _Problem(QWidget):
    """What is wrong or asked, with its icon; made only when there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self._note: Note | None = None
        self.setVisible(False)

    def say(self, words: str, *, asking: bool) -> None:
        """Show a sentence: red for what is wrong, quiet for what is only asked."""
        self.words = words
        if not self._note:
            if not words:
                return
            self._note = Note(16)
            layout = column(self._note)
            layout.setContentsMargins(0, 4, 0, 0)
            self.setLayout(layout)
        self._note.say(words, asking=asking)
        self.setVisible(bool(words))


class _Aside(QWidget):
    """Label and help on the left, choices on the right; or below, where space is short."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        words = column(field.label, spacing=0)
        words.setContentsMargins(0, 4, 0, 0)
        if field.help:
            words.addWidget(field.help)
        self._row = line()
        self._row.addLayout(words, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(field.editor, 0, middle | Qt.AlignmentFlag.AlignLeft)
        self.stand(below=False)
        self.setLayout(self._row)

    def stand(self, *, below: bool) -> None:
        """Place the choices below the words, or beside them."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if below else ways.LeftToRight)
        self._row.setSpacing(2 if below else 16)
