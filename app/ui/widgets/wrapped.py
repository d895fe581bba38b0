"""A button whose words may take several lines."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from app.ui.widgets.parts import line


class WrappedButton(QPushButton):
    """A flat button made of labels side by side, the first of which takes the room there is."""

    def __init__(self, part: str, *labels: QLabel, margins: tuple[int, int, int, int]) -> None:
        super().__init__()
        self.setProperty("part", part)
        self.setAccessibleName(", ".join(words.text() for words in labels))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # so that Enter presses it, as the space bar does
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = line(*labels)
        row.setStretch(0, 1)
        row.setContentsMargins(*margins)
        for words in labels:
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = row
        self.setLayout(row)

    # Qt
    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)
