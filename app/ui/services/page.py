"""The catalogue of services: what is known of each and how old that is; edited or imported here."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.casework import drafts
from app.casework.overlays import OwnValue
from app.casework.services import adopt, catalogue, look_into, whose_services
from app.casework.session import Session
from app.domain.kit.freshness import Freshness, freshness, last_checked
from app.domain.kit.moments import day_of, write_day
from app.removal.catalogue import Change, Service
from app.removal.reading import LARGEST, CatalogueRefused
from app.ui.removal.rung_card import TONES
from app.ui.services.service_form import DRAFT, ServiceForm
from app.ui.widgets.messages import ask, sentence_of, tell
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.page_head import MARGIN
from app.ui.widgets.parts import STEP, line, muted, named, page_title, plain, primary
from app.ui.widgets.toned import TONE_ROLE, TonedWords, token_of

HEADS = ("Service", "Kind", "Routes", "Last checked", "Whose")
_NARROW = 720
"""Pixels of width below which some columns are hidden."""
_CHECKED, _WHOSE = HEADS.index("Last checked"), HEADS.index("Whose")


class CataloguePage(QWidget):
    """Every service that removal can be requested from. The college's own edits take precedence."""

    title = "Services"

    def __init__(self, session: Session, navigation: Navigation) -> None:
        super().__init__()
        named(self, "services", "Services")
        self._session = session
        self.table = ServicesTable()
        self.table.chosen.connect(self.edit)
        self._form: ServiceForm | None = None
        self._below = muted()
        add = named(plain("Add your own", "plus"), "add_service", "Add a service of your own")
        add.clicked.connect(partial(self.edit, ""))
        bring = named(primary("Import a file"), "import_services", "Import a file of services")
        bring.clicked.connect(self._ask_which)
        top = line(page_title("Services"), add, bring, spacing=12)
        top.setStretch(0, 1)
        listed = QWidget()
        rows = QVBoxLayout(listed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addLayout(top)
        rows.addWidget(self._below)
        rows.addWidget(self.table, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(listed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 3 * STEP - 2, MARGIN, 2 * STEP)
        whole.addWidget(self.stack)
        self.setFocusProxy(self.table)

    def refresh(self) -> None:
        """Show the services as they are now, and reopen an unsaved draft."""
        services = catalogue(self._session).service
        own = whose_services(self._session)
        today = day_of(self._session.now())
        self.table.show_services(services, own, today)
        old = sum(freshness(one.checked_on, today) is not Freshness.FRESH for one in services)
        self._below.setText(
            f"{len(services)} services; {old} to be checked before use. Nothing here is opened. "
            "Choose one with the mouse or Enter to edit it."
        )
        names = (kept.name for kept in drafts.asides(self._session))
        waiting = next((name for name in names if name.startswith(DRAFT)), None)
        if self._form is None and waiting:
            self.give_back(waiting)

    def give_back(self, name: str) -> None:
        """Reopen a service that was typed in and not saved."""
        self.edit(name.removeprefix(DRAFT))

    def keep_draft(self) -> None:
        """Keep what is typed in a service. Raises the vault's errors when it cannot be kept."""
        if self._form:
            self._form.keep_draft()

    def edit(self, service: str) -> None:
        """Edit a service by its id; an empty id starts one of the college's own."""
        self.keep_draft()
        self._show(ServiceForm(self._session, service))

    def read(self, path: Path) -> None:
        """Check a file, and ask before importing from it; a bad file changes nothing."""
        try:
            with path.open("rb") as file:
                found = look_into(self._session, file.read(LARGEST + 1))
        except OSError as error:
            reason = error.strerror or "it cannot be read"
            tell(self, "The file was not read", f"{reason}. Nothing was changed.")
            return
        except CatalogueRefused as refused:
            tell(self, "The file was not taken", f"{refused} Nothing was changed.")
            return
        if not found:
            tell(self, "Nothing to take", "Every service in the file is already as it is here.")
            return
        ask(
            self,
            "Take these services?",
            _told(found),
            "Take",
            partial(self._take, found, path.name),
        )

    def _take(self, found: tuple[Change, ...], file: str) -> None:
        try:
            adopt(self._session, [one.service for one in found], f"From the file {file}")
        except Exception as error:  # noqa: BLE001 - whatever it is, show it and import nothing
            sentence = str(error) if isinstance(error, ValueError) else sentence_of(error)
            tell(self, "Nothing was taken", sentence)
        self.refresh()

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, "DSL Casebook")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter("Services (*.toml)")
        dialog.fileSelected.connect(lambda chosen: self.read(Path(chosen)))
        dialog.open()

    def _show(self, form: ServiceForm) -> None:
        self._close_form()
        self._form = form
        form.closed.connect(self._back)
        self.stack.addWidget(form)
        self.stack.setCurrentWidget(form)

    def _back(self) -> None:
        self._close_form()
        self.refresh()
        self.table.setFocus()

    def _close_form(self) -> None:
        if self._form:
            self.stack.removeWidget(self._form)
            self._form.setParent(None)
            self._form.deleteLater()
            self._form = None


def _told(found: tuple[Change, ...]) -> str:
    new = [change.service.name for change in found if change.new]
    edited = [f"{one.service.name} ({', '.join(one.fields)})" for one in found if not one.new]
    parts = (("New", new), ("Changed", edited))
    return " ".join(f"{word}: {'; '.join(names)}." for word, names in parts if names)


def _whose(own: OwnValue | None) -> str:
    return f"The college’s, since {write_day(own.since)}" if own else "Shipped"


class ServicesTable(QTableWidget):
    """One row for each service. Every cell reads its whole row aloud."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, len(HEADS))
        named(self, "services_table", "Services")
        self.setProperty("part", "matrix")
        self.setItemDelegate(TonedWords(self))
        self.setHorizontalHeaderLabels(list(HEADS))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(40)
        top = self.horizontalHeader()
        top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        top.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (HEADS.index("Kind"), _CHECKED, _WHOSE):
            top.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        top.setSectionsClickable(False)
        self.cellClicked.connect(lambda row, _column: self._choose(row))
        self._ids: list[str] = []

    def show_services(
        self, services: tuple[Service, ...], own: Mapping[str, OwnValue], today: date
    ) -> None:
        """Show only these services."""
        self._ids = [service.id for service in services]
        self.setRowCount(len(services))
        for place, service in enumerate(services):
            grade = freshness(service.checked_on, today)
            checked = last_checked(service.checked_on)
            if grade is not Freshness.FRESH:
                checked = f"{checked} · {grade.label}"
            routes = "; ".join(dict.fromkeys(route.kind.label for route in service.route))
            whose = _whose(own.get(service.id))
            words = (service.name, service.kind.label, routes or "None", checked, whose)
            told = zip(HEADS, words, strict=True)
            whole = ". ".join(f"{head}: {one}" for head, one in told)
            for column, text in enumerate(words):
                cell = QTableWidgetItem(text)
                cell.setToolTip(
                    own[service.id].why if column == _WHOSE and service.id in own else text
                )
                cell.setData(TONE_ROLE, token_of(TONES[grade]) if column == _CHECKED else "ink")
                cell.setData(Qt.ItemDataRole.AccessibleTextRole, whole)
                self.setItem(place, column, cell)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._ids):
            self.chosen.emit(self._ids[place])

    # Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the less important columns in a small window; every cell still reads them aloud."""
        super().resizeEvent(event)
        for column in (HEADS.index("Kind"), _WHOSE):
            self.setColumnHidden(column, self.width() < _NARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentRow())
        else:
            super().keyPressEvent(event)
