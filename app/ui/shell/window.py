"""The window of an open casebook: the rail, the pages, and the one way out of it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.casework.session import Session
from app.domain.forms.settings import USUAL_MINUTES
from app.domain.kit.keys import Key
from app.domain.kit.record import CaseId
from app.ui.cases.page import CasesPage
from app.ui.contacts.page import ContactsPage
from app.ui.documents.page import DocumentsPage
from app.ui.services.page import CataloguePage
from app.ui.settings.page import SettingsPage
from app.ui.shell.idle import IdleWatch, Reason
from app.ui.shell.rail import Rail
from app.ui.today.page import TodayPage
from app.ui.widgets.messages import WINDOW_TITLE, sentence_of, tell
from app.ui.widgets.navigation import GivesBack, Navigation, Page, ShowsCases
from app.ui.widgets.parts import STEP, card, heading, label, muted, named, primary
from app.vault.errors import VaultError

_AGAIN_EVERY = 5_000


class Veil(QWidget):
    """Hides everything while text cannot be kept. Tries again by itself, and on request.

    A lock never loses text: it continues once everything is kept, and shows nothing until then.
    """

    def __init__(self, sentence: str, again: Callable[[], str | None]) -> None:
        super().__init__()
        self.setWindowTitle(WINDOW_TITLE)
        self.setObjectName("veil")
        self.setMinimumSize(480, 320)
        self._again = again
        self._sentence = label(sentence)
        button = named(primary("Try again"), "veil_again", "Try again to keep what is typed")
        button.clicked.connect(self.try_again)
        inside = QVBoxLayout()
        inside.setSpacing(2 * STEP)
        inside.addWidget(heading("Hidden, but not locked yet"))
        inside.addWidget(self._sentence)
        inside.addWidget(
            muted(
                "What you typed is not lost: it is in memory and not on the screen. The casebook"
                " locks by itself as soon as it could be kept. Do not switch the computer off."
            )
        )
        inside.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        held = card(inside)
        held.setMaximumWidth(70 * STEP)
        rows = QVBoxLayout(self)
        rows.addWidget(held, 0, Qt.AlignmentFlag.AlignCenter)
        self._timer = QTimer(self)
        self._timer.setInterval(_AGAIN_EVERY)
        self._timer.timeout.connect(self.try_again)
        self._timer.start()

    def try_again(self) -> None:
        """Keep the draft and finish the lock, or say what is still wrong."""
        sentence = self._again()
        if sentence is None:
            self._timer.stop()
            self.hide()
        else:
            self._sentence.setText(sentence)

    # Qt
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()


class RailPlace(NamedTuple):
    """One page of the rail: its word and icon, and the function that creates it."""

    title: str
    icon: str
    make: Callable[[Session, Navigation], QWidget]


PLACES = (
    RailPlace("Today", "house", TodayPage),
    RailPlace("Cases", "folders", CasesPage),
    RailPlace("Documents", "file-text", DocumentsPage),
    RailPlace("Services", "send", CataloguePage),
    RailPlace("Contacts", "phone", ContactsPage),
    RailPlace("Settings", "settings", SettingsPage),
)


CASES = "Cases"
"""The place of the rail that is highlighted while a case is shown."""


class Window(QMainWindow):
    """Shows the pages, and leaves for good by a lock or by closing; drafts are kept either way.

    `case_page` creates the page of a case, which is a QWidget and a ShowsCases. `replace_process`
    is called last when the casebook is locked, and does not return in the real program.
    """

    def __init__(
        self,
        session: Session,
        *,
        case_page: Callable[[Session, Navigation], QWidget],
        replace_process: Callable[[], None],
        idle_minutes: int = USUAL_MINUTES,
        places: Sequence[RailPlace] = PLACES,
    ) -> None:
        super().__init__()
        self.setWindowTitle(WINDOW_TITLE)
        self.setObjectName("window")
        self.resize(1366, 768)
        self._session = session
        self._make_case_page = case_page
        self._replace_process = replace_process
        self._left = False
        self._veil: Veil | None = None
        self._case: QWidget | None = None
        self._pages = {place.title: place.make(session, self) for place in places}
        self._stack = QStackedWidget()
        self._rail = Rail([(place.title, place.icon) for place in places], session.user)
        self._rail.chosen.connect(self.show_page)
        self._rail.lock_asked.connect(lambda: self.lock(Reason.ASKED))
        self.idle = IdleWatch(self, idle_minutes)
        self.idle.due.connect(self.lock)
        new = QShortcut(QKeySequence.StandardKey.New, self)
        new.activated.connect(self.new_concern)
        self._lay_out()
        self.show_page(places[0].title)

    @property
    def page(self) -> Page:
        """The page being shown."""
        return cast("Page", self._stack.currentWidget())

    def show_page(self, title: str, kept: str = "") -> None:
        """Go to one of the pages of the rail, perhaps to an unsaved draft there."""
        page = self._pages[title]
        if self._go_to(page, title) and kept and isinstance(page, GivesBack):
            page.give_back(kept)

    def open_case(
        self,
        case: CaseId | None,
        form_name: str | None = None,
        draft: str | None = None,
        due: Key | None = None,
    ) -> None:
        """Open a case, perhaps with one of its forms or a kept draft. None is a new concern."""
        if not self._keep_page():
            return
        if self._case is None:
            self._case = self._make_case_page(self._session, self)
            self._stack.addWidget(self._case)
        try:
            cast("ShowsCases", self._case).show_case(case, form_name, draft, due)
        except VaultError as error:
            tell(self, "This case cannot be shown", error.sentence)
            return
        self._stack.setCurrentWidget(self._case)
        self._rail.light(CASES)

    def new_concern(self) -> None:
        """Begin a new case with its first form."""
        self.open_case(None)

    def lock_after(self, minutes: int) -> None:
        """Lock after so many idle minutes, from now on."""
        self.idle.wait_for(minutes)

    def keep_draft(self) -> None:
        """Keep what is typed on every page. Raises the vault's errors when it cannot be kept."""
        for page in [*self._pages.values(), *filter(None, (self._case,))]:
            cast("Page", page).keep_draft()

    def lock(self, reason: Reason = Reason.ASKED) -> None:
        """Hide every window, keep drafts, close the casebook and leave the process."""
        if self._left or self._veil:
            return
        for window in QApplication.topLevelWidgets():
            window.hide()
        sentence = self._leave(reason)
        if sentence is not None:
            self._veil = Veil(sentence, lambda: self._leave(reason))
            self._veil.resize(self.size())
            self._veil.show()

    def _leave(self, reason: Reason) -> str | None:
        """Keep drafts, close the casebook and leave.

        Returns a sentence saying why what is typed could not be kept.
        """
        try:
            self.keep_draft()
        except Exception as error:  # noqa: BLE001 - whatever it is, no typed text may be lost
            return sentence_of(error)
        self._left = True
        self.idle.stop()
        try:
            self._session.close()
        finally:  # a lock is completed, whatever state the disk is in
            if reason is Reason.CLOSED:
                QApplication.quit()
            else:
                self._replace_process()
        return None

    def _keep_page(self) -> bool:
        try:
            self.keep_draft()
        except VaultError as error:
            tell(self, "What you typed could not be kept", error.sentence)
            return False
        return True

    def _go_to(self, page: QWidget, title: str) -> bool:
        if not self._keep_page():
            self._rail.light(
                CASES if self._stack.currentWidget() is self._case else self.page.title
            )
            return False
        self._stack.setCurrentWidget(page)
        self._rail.light(title)
        page.setFocus()  # so that Tab goes into the page, not round the rail
        try:
            cast("Page", page).refresh()
        except VaultError as error:
            tell(self, "This page cannot be shown", error.sentence)
            return False
        return True

    def _lay_out(self) -> None:
        for page in self._pages.values():
            self._stack.addWidget(page)
        whole = QWidget()
        columns = QHBoxLayout(whole)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._rail)
        columns.addWidget(self._stack, 1)
        self.setCentralWidget(whole)

    # Qt
    def closeEvent(self, event: QCloseEvent) -> None:
        self.lock(Reason.CLOSED)
        if self._left:
            event.accept()
        else:
            event.ignore()
