"""What the wording guard shows below a text box: one quiet line, or a card that says stop."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPushButton, QTextEdit, QVBoxLayout, QWidget

from app.casework.sources import write_sources
from app.domain.kit.wording_guard import Remark, RemarkKind, StopCard, WordingRules, remarks
from app.ui.forms.boxes import WordsBox
from app.ui.theme.icons import Glyph
from app.ui.theme.tokens import tokens
from app.ui.widgets.parts import STEP, column, label, line, muted, plain, quiet, small

LOOKED_AFTER = 500
"""Milliseconds from the last key until the text is checked."""
LEAVE = "Leave as it is"


class WordingGuard(QWidget):
    """Checks what is written in a box. It never changes a word and never prevents saving."""

    def __init__(self, box: WordsBox, rules: WordingRules, *, exact: bool = False) -> None:
        """Watch a box. `exact` marks somebody else's words: only the stop card applies to those."""
        super().__init__()
        self._box, self._rules, self._exact = box, rules, exact
        self._found: tuple[Remark, ...] = ()
        self._left: set[tuple[RemarkKind, str]] = set()
        self._help: str | None = None
        self.note: _Note | None = None
        self.stop: _Stop | None = None
        self._rows = column(spacing=6)
        self.setLayout(self._rows)
        self.hide()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(LOOKED_AFTER)
        self._wait.timeout.connect(self.look)
        if rules.rule:
            box.textChanged.connect(self._wait.start)

    @property
    def found(self) -> tuple[Remark, ...]:
        """The remarks to show, without those the writer dismissed."""
        return self._found

    def look(self) -> None:
        """Check the text now."""
        text = self._box.words()
        self._found = tuple(
            remark
            for remark in remarks(text, self._rules)
            if (remark.kind, _words(text, remark)) not in self._left
            and (remark.kind is RemarkKind.STOP or not self._exact)
        )
        self._underline(text)
        self._say(text)

    def leave(self, kind: RemarkKind) -> None:
        """Dismiss the first remark of this kind; for the stop card, dismiss all of them."""
        text = self._box.words()
        spoken_of = [remark for remark in self._found if remark.kind is kind]
        for remark in spoken_of if kind is RemarkKind.STOP else spoken_of[:1]:
            self._left.add((remark.kind, _words(text, remark)))
        self.look()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _underline(self, text: str) -> None:
        marked = () if self._exact else self._found
        self._box.setExtraSelections([self._selection(text, remark) for remark in marked])

    def _selection(self, text: str, remark: Remark) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        tone = "red" if remark.kind is RemarkKind.STOP else "amber"
        look.setUnderlineColor(QColor(getattr(tokens(), tone)))
        cursor = QTextCursor(self._box.document())
        cursor.setPosition(_place_in_qt(text, remark.start))
        cursor.setPosition(_place_in_qt(text, remark.end), QTextCursor.MoveMode.KeepAnchor)
        made.format, made.cursor = look, cursor
        return made

    def _say(self, text: str) -> None:
        quiet_ones = [one for one in self._found if one.kind is not RemarkKind.STOP]
        stops = len(quiet_ones) < len(self._found)
        if quiet_ones and not self.note:
            self.note = _Note()
            self.note.leave.clicked.connect(self._leave_first)
            self._rows.addWidget(self.note)
            QWidget.setTabOrder(self._box, self.note.leave)
        if stops and self._rules.stop and not self.stop:
            self.stop = _Stop(self._rules.stop)
            self.stop.leave.clicked.connect(self._leave_stop)
            self._rows.insertWidget(0, self.stop)
            QWidget.setTabOrder(self._box, self.stop.leave)
        if self.note:
            self.note.setVisible(bool(quiet_ones))
            if quiet_ones:
                self.note.say(quiet_ones[0], _quoted(text, quiet_ones[0]), len(quiet_ones) - 1)
        if self.stop:
            self.stop.setVisible(stops)
        self.setVisible(bool(self._found))
        self._tell_readers(quiet_ones, stops=stops)

    def _tell_readers(self, quiet_ones: list[Remark], *, stops: bool) -> None:
        """Add the remarks to the help text of the box, where a screen reader reads them."""
        if self._help is None:
            self._help = self._box.accessibleDescription()
        said = [self._help]
        said += [f"{self._rules.stop.title}."] if stops and self._rules.stop else []
        said += [f"Wording: {quiet_ones[0].sentence}"] if quiet_ones else []
        self._box.setAccessibleDescription(" ".join(filter(None, said)))

    def _leave_first(self) -> None:
        self.leave(next(one.kind for one in self._found if one.kind is not RemarkKind.STOP))

    def _leave_stop(self) -> None:
        self.leave(RemarkKind.STOP)

    # Qt
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._found:
            self._underline(self._box.words())  # in the colour of the scheme


class _Note(QWidget):
    """A sentence with its sources below it, and a button to dismiss it."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._sources = muted(), small()
        self.leave: QPushButton = quiet(LEAVE)
        self.leave.setObjectName("leave_wording")
        row = line(Glyph("info", "amber", 16), spacing=6)
        row.addLayout(column(self._words, self._sources, spacing=0), 1)
        row.addWidget(self.leave)
        self.setLayout(row)

    def say(self, remark: Remark, quoted: str, more: int) -> None:
        """Show a remark; `more` is how many wait behind it."""
        waiting = f" (and {more} more)" if more else ""
        self._words.setText(f"{quoted}: {remark.sentence}{waiting}")
        self._sources.setText(f"Sources: {write_sources(remark.source)}.")
        self._sources.setVisible(bool(remark.source))
        self.leave.setAccessibleName(f"{LEAVE}: {quoted}")


class _Stop(QFrame):
    """A red card: what to do now, step by step, and its source."""

    def __init__(self, card: StopCard) -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self.setObjectName("stop_card")
        self.setAccessibleName(f"{card.title}. {' '.join(card.steps)}")
        self.leave = plain("I have read this")
        self.leave.setObjectName("leave_stop")
        self.leave.setProperty("part", "banner")
        head = label(card.title, "alarm")
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        top = line(Glyph("circle-alert", "red"), head, self.leave)
        top.setStretch(1, 1)
        steps = column(spacing=3)
        for number, step in enumerate(card.steps, start=1):
            mark = label(f"{number}.", wraps=False)
            mark.setFixedWidth(2 * STEP)
            row = line(mark, label(step), spacing=6)
            row.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
            row.setStretch(1, 1)
            steps.addLayout(row)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 9, 9, 10)
        rows.setSpacing(6)
        rows.addLayout(top)
        rows.addLayout(steps)
        rows.addWidget(small(f"Sources: {write_sources(card.source)}."))


def _words(text: str, remark: Remark) -> str:
    return text[remark.start : remark.end].casefold()


def _quoted(text: str, remark: Remark) -> str:
    words = " ".join(text[remark.start : remark.end].split())
    return f"“{words if len(words) <= 40 else words[:39] + '…'}”"


def _place_in_qt(text: str, place: int) -> int:
    """Return a place in Qt's count, in which a character beyond U+FFFF counts as two."""
    before = text[:place]
    return place if before.isascii() else len(before.encode("utf-16-le", "surrogatepass")) // 2
