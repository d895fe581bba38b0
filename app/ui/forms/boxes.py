"""The two text boxes: one line and several lines. Both accept plain words only."""

import re

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QSizePolicy, QWidget

from app.domain.kit.text import (
    IMAGERY_REFUSED,
    LONGEST,
    LONGEST_LINE,
    UNSEEN_LEFT_OUT,
    clean,
    holds_unseen,
    imagery_in,
)

FILE_REFUSED = (
    "The casebook never holds imagery or files, so nothing was put in. "
    "Describe in a few plain words what you were told."
)
PICTURE_LEFT_OUT = "A picture was left out: the casebook never holds imagery. The words were kept."

_HTML_PICTURE = re.compile(r"<\s*(img|svg|picture|video|object|embed|canvas)\b", re.IGNORECASE)


_SLACK = 1_000
"""Characters read beyond the limit, because `clean` may remove some that are invisible."""


def pasted_words(mime: QMimeData, room: int) -> tuple[str, str]:
    """Return at most `room` characters of what is pasted, and a sentence if some was refused.

    Text far beyond the limit is not read, so that a pasted book does not block the window.
    """
    if any(url.isLocalFile() for url in mime.urls()):
        return "", FILE_REFUSED
    pasted = mime.text() if "text/plain" in mime.formats() else ""
    near = pasted[: room + _SLACK]
    words = clean(near)
    pictured = _carries_picture(mime)
    if imagery_in(words):
        return "", IMAGERY_REFUSED
    if not words.strip():
        refused = pictured or bool(mime.formats())
        return words[:room], FILE_REFUSED if refused and not words else ""
    said = [PICTURE_LEFT_OUT] if pictured else [UNSEEN_LEFT_OUT] if holds_unseen(near) else []
    if len(words) > room or len(pasted) > len(near):
        said.append(_too_long(words[:room]))
    return words[:room], " ".join(said)


def _too_long(kept: str) -> str:
    if not kept:
        return "There is no room left here, so nothing was put in. Write it in a further entry."
    return (
        f"It is too long: {len(kept):,} more characters fitted here, as far as “{kept[-30:]}”. "
        "Put the rest into a further entry."
    )


def _carries_picture(mime: QMimeData) -> bool:
    if mime.hasImage() or any(name.startswith(("image/", "video/")) for name in mime.formats()):
        return True
    return mime.hasHtml() and bool(_HTML_PICTURE.search(mime.html()))


_STILL_HERE = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""The focus leaves for these reasons while the writer stays in the box: keep the cursor there."""
_LINE_ENDS = str.maketrans({"\n": " ", "\u2028": " ", "\u2029": " "})


class LineBox(QLineEdit):
    """One line of plain words. Refuses every picture and file; `refused` says why."""

    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(4 * LONGEST)  # never cut off silently: the check says when it is too long
        self.setMinimumWidth(64)

    def put(self, mime: QMimeData) -> None:
        """Insert the plain words of what was pasted or dropped."""
        held = len(self.text()) - len(self.selectedText())
        words, said = pasted_words(mime, max(LONGEST_LINE - held, 0))
        if words:
            self.insert(words.strip("\n").translate(_LINE_ENDS))
        if said:
            self.refused.emit(said)

    def put_clipboard(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        """Insert the plain words on the clipboard."""
        self.put(QGuiApplication.clipboard().mimeData(mode))

    def context_menu(self) -> QMenu:
        """Return the usual menu, with a paste action that inserts plain words only."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste_by_menu)
        return menu

    def _paste_by_menu(self) -> None:
        self.put_clipboard()

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.put_clipboard()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STILL_HERE:
            self.setCursorPosition(0)  # a long line shows its beginning

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            if QGuiApplication.clipboard().supportsSelection():
                self.put_clipboard(QClipboard.Mode.Selection)
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.put(event.mimeData())
        event.acceptProposedAction()


class WordsBox(QPlainTextEdit):
    """Several lines of plain words. Grows with the text, up to a limit; Tab leaves the box."""

    refused = Signal(str)
    _fewest, _most = 3, 14  # class values too: Qt sends events before __init__ and during deletion

    def __init__(self, parent: QWidget | None = None, fewest: int = 3, most: int = 14) -> None:
        super().__init__(parent)
        self._fewest, self._most = fewest, most
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        lines = int(self.document().size().height())
        shown = min(max(lines, self._fewest), self._most)
        height = shown * self.fontMetrics().lineSpacing() + 22
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAsNeeded if lines > self._most else bar.ScrollBarAlwaysOff
        )

    def words(self) -> str:
        """Return the text with its non-breaking spaces kept and line feeds as line ends."""
        return self.document().toRawText().replace("\u2029", "\n")

    # Qt
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return True  # so that a refusal can be explained

    def insertFromMimeData(self, source: QMimeData) -> None:
        held = self.document().characterCount() - 1 - len(self.textCursor().selectedText())
        words, said = pasted_words(source, max(LONGEST - held, 0))
        if words:
            self.insertPlainText(words)
        if said:
            self.refused.emit(said)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(240, self.minimumHeight())
