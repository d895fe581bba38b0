"""The spread map: who had a copy from whom, and the tools to look at it closely."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from app.spread.layout import Spread
from app.ui.copies.spread_view import SpreadView
from app.ui.widgets.parts import STEP, hairline, line, quiet, small


class MapPanel(QFrame):
    """The map with its tools below it. `opened` gives the key of the copy that was asked for."""

    opened = Signal(str)
    chosen = Signal(str)
    """The key of the copy that mouse or keys stand on now."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.view = SpreadView()
        self.view.setObjectName("spread")
        self.view.opened.connect(self.opened)
        self.view.chosen.connect(self.chosen)
        view = self.view
        hint = small("Arrow keys go from copy to copy, Enter opens. Ctrl and arrow keys move on.")
        tools = line(
            hint,
            _tool("zoom_out", "Zoom out  (Ctrl+wheel, minus)", view.zoom_out, "minus"),
            _tool("zoom_in", "Zoom in  (Ctrl+wheel, plus)", view.zoom_in, "plus"),
            _tool("fit", "Fit", view.fit),
            spacing=0,
        )
        tools.setStretch(0, 1)
        tools.setContentsMargins(2 * STEP, STEP // 2, STEP, STEP // 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        rows.addWidget(view, 1)
        rows.addWidget(hairline())
        rows.addLayout(tools)

    def show_spread(self, spread: Spread) -> None:
        """Show how the copies came about. The copy that was chosen stays chosen."""
        self.view.show_spread(spread)

    def choose(self, key: str) -> None:
        """Stand on a copy that was chosen elsewhere; on none for a key that is not on the map."""
        self.view.choose(key)


def _tool(name: str, words: str, act: Callable[[], None], icon_name: str = "") -> QPushButton:
    made = quiet("" if icon_name else words, icon_name)
    made.setText("" if icon_name else words)
    made.setObjectName(name)
    made.setAccessibleName(words.partition("  ")[0] if icon_name else "Fit the whole map")
    made.setToolTip(words if icon_name else "Show the whole map  (0)")
    made.clicked.connect(act)
    return made
