"""The copies of a case: how far it is contained, holds on deletion, the map, and the ledger."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from app.casework.reading import same_elsewhere
from app.casework.session import Session
from app.domain.case.case import Case
from app.domain.forms.copies import CopiesFound, CopyChanged
from app.domain.forms.deletion import HoldLifted
from app.spread.layout import Spread
from app.spread.of_case import spread_of
from app.ui.case_parts.ledger_rows import LedgerRow, chips_of, hold_words, rows_of
from app.ui.copies.ledger import CopiesTable, LedgerBar
from app.ui.copies.spread_view import SpreadView
from app.ui.removal.elsewhere import Elsewhere
from app.ui.widgets.cards import scrolling
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import (
    STEP,
    Banner,
    Chip,
    column,
    hairline,
    line,
    muted,
    plain,
    primary,
    quiet,
    small,
)


class MapPanel(QFrame):
    """The map with its tools below it. `opened` carries the key of the copy to open."""

    opened = Signal(str)
    chosen = Signal(str)
    """The key of the copy selected by mouse or keys."""

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
        """Show where the copies came from. Keep the selection."""
        self.view.show_spread(spread)

    def choose(self, key: str) -> None:
        """Select a copy that was chosen elsewhere; select none if its key is not on the map."""
        self.view.choose(key)


def _tool(name: str, words: str, act: Callable[[], None], icon_name: str = "") -> QPushButton:
    made = quiet("" if icon_name else words, icon_name)
    made.setText("" if icon_name else words)
    made.setObjectName(name)
    made.setAccessibleName(words.partition("  ")[0] if icon_name else "Fit the whole map")
    made.setToolTip(words if icon_name else "Show the whole map  (0)")
    made.clicked.connect(act)
    return made


_Policy = QSizePolicy.Policy
_LEAST_MAP, _LEAST_TABLE = 36 * STEP, 17 * STEP


class CopiesTab(QWidget):
    """Where the imagery is known to be. Nothing here describes what it shows."""

    wants_form = Signal(object, str)
    """A form to fill in, and the key of the copy or request it is about, if any."""
    wants_request = Signal(str, str)
    """Start a removal request: for a copy by its key, or by the next route after a request."""
    wants_case = Signal(str)
    """The id of another case to open."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("copies")
        self.setAccessibleName("Where the imagery is known to be")
        self._session = session
        self._case: Case | None = None
        self._looked = False
        self.map = MapPanel()
        self.table = CopiesTable()
        self.map.setMinimumHeight(_LEAST_MAP)
        self.table.setMinimumHeight(_LEAST_TABLE)
        self.bar = LedgerBar()
        self.banner = Banner()
        self.banner.setObjectName("hold_banner")
        self.elsewhere = Elsewhere()
        self.empty = muted(_NONE)
        self.empty.setObjectName("no_copies")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._chips = Flow(STEP)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.both = QSplitter(Qt.Orientation.Vertical)
        self.both.setChildrenCollapsible(False)
        self.both.setHandleWidth(STEP)
        self.both.setMinimumHeight(_LEAST_MAP + STEP + _LEAST_TABLE)
        self.both.setSizePolicy(_Policy.Preferred, _Policy.Ignored)  # it takes the space left over
        self.both.addWidget(self.map)
        self.both.addWidget(self.table)
        self.both.setStretchFactor(0, 2)
        self.both.setStretchFactor(1, 1)
        inside = QWidget()
        rows = column(self._top(), self.banner, self.elsewhere, self.empty, spacing=12)
        rows.addWidget(self.both, 1)
        rows.addWidget(self.bar)
        rows.setStretchFactor(self.empty, 1)
        inside.setLayout(rows)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def _top(self) -> QWidget:
        add = plain("Add a copy", "plus")
        add.setObjectName("add_copy")
        add.clicked.connect(lambda: self.wants_form.emit(CopiesFound, ""))
        ask = primary("Ask for removal", "send")
        ask.setObjectName("start_request")
        ask.clicked.connect(lambda: self.wants_request.emit("", ""))
        chips, top = QWidget(), QWidget()
        chips.setLayout(self._chips)
        chips.setSizePolicy(_Policy.Preferred, _Policy.Ignored)  # as high as its width needs
        row = line(chips, add, ask, spacing=12)
        row.setStretch(0, 1)
        top.setLayout(row)
        return top

    def _connect(self) -> None:
        self.banner.pressed.connect(lambda: self.wants_form.emit(HoldLifted, ""))
        self.elsewhere.wants_case.connect(self.wants_case)
        self.map.opened.connect(lambda key: self.wants_form.emit(CopyChanged, key))
        self.map.chosen.connect(self.table.choose)
        self.table.chosen.connect(self.wants_form)
        self.table.stands_on.connect(self._stand_on)
        self.bar.wants_form.connect(self.wants_form)
        self.bar.wants_request.connect(self.wants_request)

    def show_case(self, case: Case) -> None:
        """Show the ledger of a case."""
        self._case, self._looked = case, False
        while item := self._chips.takeAt(0):
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        for words, tone in chips_of(case):
            self._chips.addWidget(Chip(words, tone))
        held = hold_words(case)
        self.banner.say(held, "Record the agreement")
        self.banner.setVisible(bool(held))
        rows = rows_of(case, self._session.clocks, self._session.now())
        self.map.setVisible(bool(case.copies))
        self.both.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.map.show_spread(spread_of(case))
        self.table.show_rows(rows)
        if not rows:
            self.bar.show_row(None)
        self.elsewhere.look(())
        if self.isVisible():
            self._look_elsewhere()

    def _stand_on(self, row: LedgerRow) -> None:
        """Select on the map the copy of the row that is selected in the table."""
        self.bar.show_row(row)
        request = self._case.requests.get(row.key) if self._case else None
        self.map.choose((request.opened.copy or "") if request else row.key)

    def _look_elsewhere(self) -> None:
        """Look for the same places in other cases, once the page is shown."""
        if self._case is None or self._looked:
            return
        self._looked = True
        self.elsewhere.look(same_elsewhere(self._session, self._case))

    # Qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_elsewhere()


_NONE = "No copy is recorded yet. Add each one you hear of: where it is, never what it shows."
