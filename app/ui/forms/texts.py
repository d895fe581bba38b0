"""Editors for words: one line, long text, exact words, and addresses that nothing opens."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from app.domain.kit.answers import Answer
from app.domain.kit.form import Question
from app.domain.kit.text import clean
from app.ui.forms.boxes import LineBox, WordsBox
from app.ui.forms.context import FormContext
from app.ui.forms.editor import Editor, Raw
from app.ui.forms.wording import WordingGuard
from app.ui.theme.icons import icon
from app.ui.theme.tokens import tokens
from app.ui.widgets.parts import column, line, plain, quiet

_MARK = 20


class LineEditor(Editor):
    """A short text on one line."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.box = LineBox(self)
        self.box.setPlaceholderText(question.ask.example)
        self.box.textChanged.connect(self.changed)
        self.box.refused.connect(self.complained)
        self.row = line(self.box)
        self.setLayout(self.row)
        self._takes_focus(self.box)

    def value(self) -> Answer:
        return words_or_none(self.box.text())

    def set_value(self, answer: Answer) -> None:
        self.box.setText(str(answer or ""))
        self.box.setCursorPosition(0)

    def restore(self, raw: Raw) -> None:
        self.set_value(raw.get(""))


class InertEditor(LineEditor):
    """A web address, handle or group name. The broken-link icon shows that nothing opens it."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        action = self.box.addAction(
            icon("unlink", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        action.setToolTip("Kept as text. Nothing opens it.")
        hint = f"{question.ask.help} Kept as text. Nothing opens it.".strip()
        self.box.setAccessibleDescription(hint)
        self.box.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)


class WordsEditor(Editor):
    """Long text in the recorder's own words."""

    exact = False

    def __init__(self, question: Question, context: FormContext) -> None:
        super().__init__(question)
        self.box = self._make_box()
        self.guard = WordingGuard(self.box, context.wording, exact=self.exact)
        self.box.setPlaceholderText(question.ask.example)
        self.box.textChanged.connect(self.changed)
        self.box.refused.connect(self.complained)
        self._stack = column(self.box, self.guard, spacing=4)
        self.setLayout(self._stack)
        self._takes_focus(self.box)

    def _make_box(self) -> WordsBox:
        return WordsBox(self)

    def offer_beginning(self, label: str) -> QPushButton:
        """Add and return the button that begins the answer with another, named by its label."""
        begin = quiet(f"Begin with “{label}”")
        begin.setObjectName(f"{self.question.name}_begin")
        self._stack.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        return begin

    def value(self) -> Answer:
        return words_or_none(self.box.words())

    def set_value(self, answer: Answer) -> None:
        self.box.setPlainText(str(answer or ""))


class ExactWordsEditor(WordsEditor):
    """What somebody said, word for word, in quotation marks. Its wording is not checked."""

    exact = True

    def _make_box(self) -> WordsBox:
        return _QuotedBox(self)


class _QuotedBox(WordsBox):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, fewest=2)
        self.setViewportMargins(_MARK, 0, _MARK, 0)
        self._marks = _Mark(self, "“"), _Mark(self, "”")

    # Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        opening, closing = self._marks
        opening.move(6, 6)
        closing.move(self.width() - _MARK - 6, self.height() - _MARK - 4)


class _Mark(QWidget):
    def __init__(self, parent: QWidget, glyph: str) -> None:
        super().__init__(parent)
        self._glyph = glyph
        self.setFixedSize(_MARK, _MARK)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    # Qt
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(30)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tokens().accent))
        painter.drawText(0, self.fontMetrics().ascent() + 8, self._glyph)
        painter.end()


def words_or_none(text: str) -> str | None:
    """Return the cleaned text; None if it is only spaces."""
    words = clean(text)
    return words if words.strip() else None


class FolderEditor(LineEditor):
    """The path of a folder, with a button that opens a folder dialog."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        choose = plain("Choose…", "folder-open")
        choose.setObjectName(f"{question.name}_choose")
        choose.setAccessibleName("Choose another folder")
        choose.clicked.connect(self._choose)
        self.row.addWidget(choose)

    def _choose(self) -> None:
        dialog = QFileDialog(self, "DSL Casebook", str(_nearest(Path(self.box.text()))))
        dialog.setObjectName(f"{self.question.name}_folders")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.box.setText)
        dialog.open()


def _nearest(folder: Path) -> Path:
    """Return the folder itself, or the nearest parent that exists."""
    whole = folder.expanduser()
    return next((place for place in (whole, *whole.parents) if place.is_dir()), Path.home())
