"""One block in the middle of a window, which scrolls where the window is too small for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.parts import STEP


class Middle(QScrollArea):
    """Holds a block of at most `width` pixels, a little above the middle."""

    def __init__(self, block: QLayout, width: int) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held = QWidget()
        held.setLayout(block)
        held.setMaximumWidth(width)
        # Stretches, not an alignment: an aligned item is not asked how high it is at its width.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(held, 1000)
        across.addStretch(1)
        page = QWidget()
        page.setProperty("part", "page")
        down = QVBoxLayout(page)
        down.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)
        self.setWidget(page)
