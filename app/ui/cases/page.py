"""The list of all cases: find one and open it. Names are shown only on request."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.casework.reading import find_cases, list_cases
from app.casework.session import Session
from app.domain.case.case import State
from app.domain.case.summary import Summary
from app.domain.kit.record import CaseId
from app.ui.cases.table import CasesModel, CasesTable, Column
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.page_head import MARGIN, PageHead, SearchField
from app.ui.widgets.parts import STEP, card, line, muted, named, primary, toggle


class CasesPage(QWidget):
    """The list of cases, the most recently recorded first."""

    title = "Cases"

    def __init__(self, session: Session, navigation: Navigation) -> None:
        super().__init__()
        named(self, "cases", "Cases")
        self._session = session
        self._navigation = navigation
        self._model = CasesModel(self)
        self._table = named(CasesTable(self._model), "cases_table", "Cases")
        self._table.opened.connect(self._open)
        self._finder = SearchField(self, "cases_find", "Find a person, reference or word")
        self._finder.asked.connect(self.refresh)
        self._finder.go_on.connect(self._into_list)
        new = named(primary("New concern", "plus"), "cases_new", "New concern")
        new.setToolTip("New concern  (Ctrl+N)")
        new.clicked.connect(navigation.new_concern)
        self._head = PageHead(self._finder, new)
        self._head.heading.setText("Cases")
        self._open_only = named(toggle("Open"), "cases_open", "Show open cases")
        self._all = named(toggle("All"), "cases_all", "Show all cases")
        self._names = named(toggle("Show names"), "cases_names", "Show names until the next lock")
        self._none = muted()
        self.setFocusProxy(self._table)
        self._lay_out()

    def refresh(self, _words: str = "") -> None:
        """Read the list again, and keep the selection."""
        words = self._finder.text().strip()
        chosen = self._chosen()
        find = partial(_found, self._session, words) if words else partial(_page, self._session)
        self._model.show(partial(find, open_only=self._open_only.isChecked()))
        sentence = self._sentence(words)
        self._head.below.setText(sentence if self._model.rowCount() else "")
        self._none.setText(sentence)
        self._none.setVisible(not self._model.rowCount())
        self._table.setVisible(bool(self._model.rowCount()))
        self._table.show_state(yes=not self._open_only.isChecked())
        self._choose(chosen)

    def keep_draft(self) -> None:
        """Do nothing: nothing typed here belongs to the record."""

    def _sentence(self, words: str) -> str:
        kind = "open case" if self._open_only.isChecked() else "case"
        if self._model.rowCount():
            held = f", those that hold “{words}”" if words else ""
            return f"The {kind} recorded in last comes first{held}"
        if words:
            return f"No {kind} holds “{words}”."
        return "No case is open." if self._open_only.isChecked() else "There is no case yet."

    def _chosen(self) -> CaseId | None:
        row = self._table.currentIndex().row()
        return self._model.case_at(row) if 0 <= row < self._model.rowCount() else None

    def _choose(self, case: CaseId | None) -> None:
        rows = range(self._model.rowCount())
        row = next((row for row in rows if self._model.case_at(row) == case), 0)
        if self._model.rowCount():
            self._table.setCurrentIndex(self._model.index(row, Column.NUMBER))

    def _open(self, row: int) -> None:
        self._navigation.open_case(self._model.case_at(row))

    def _into_list(self) -> None:
        self._table.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_names(self, yes: bool) -> None:
        self._model.show_names(yes=yes)
        self._table.setColumnHidden(Column.PEOPLE, not yes)

    def _lay_out(self) -> None:
        which = QButtonGroup(self)
        for button in (self._open_only, self._all):
            which.addButton(button)
            button.clicked.connect(lambda _on=False: self.refresh())
        self._open_only.setChecked(True)
        self._names.toggled.connect(self._show_names)
        self._show_names(False)
        tools = line(self._open_only, self._all)
        tools.addStretch()
        tools.addWidget(self._names)
        inside = QVBoxLayout()
        inside.setSpacing(STEP)
        inside.addLayout(tools)
        inside.addWidget(self._table, 1)
        inside.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        held = card(inside)
        inside.setContentsMargins(STEP, 12, STEP, STEP)
        for spaced in (tools, self._none):
            spaced.setContentsMargins(12, 0, 12, 0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 3 * STEP - 2, 0, 2 * STEP)
        rows.setSpacing(2 * STEP - 2)
        rows.addWidget(self._head)
        around = QVBoxLayout()
        around.setContentsMargins(MARGIN, 0, MARGIN, 0)
        around.addWidget(held)
        rows.addLayout(around, 1)


def _page(session: Session, limit: int, offset: int, *, open_only: bool) -> tuple[Summary, ...]:
    return list_cases(session, open_only=open_only, limit=limit, offset=offset)


def _found(
    session: Session, words: str, limit: int, offset: int, *, open_only: bool
) -> tuple[Summary, ...]:
    found = find_cases(session, words, limit=limit) if not offset else ()
    return tuple(case for case in found if case.state == State.OPEN.value or not open_only)
