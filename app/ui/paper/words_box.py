"""The line in which six check words are typed, each completed from the list."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from app.domain.kit.words import HOW_MANY, word_list
from app.ui.widgets.named import named

_FROM = 2
"""Letters from which on a word is completed."""


class CheckWordsBox(QLineEdit):
    """Offers what the last word may become: each is known by its first four letters."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "check_words", "The six check words")
        self.setPlaceholderText("The six words at its foot")
        self._fitting = QStringListModel(self)
        completer = QCompleter(self._fitting, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.textEdited.connect(self._complete)

    def _complete(self, typed: str) -> None:
        before, _, last = typed.rpartition(" ")
        begun = last.lower()
        done = len(before.split()) >= HOW_MANY or len(begun) < _FROM or begun in word_list()
        fitting = [] if done else [word for word in word_list() if word.startswith(begun)]
        self._fitting.setStringList([f"{before} {word}" if before else word for word in fitting])
