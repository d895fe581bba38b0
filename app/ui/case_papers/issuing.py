"""Issue a document: render and check it in a worker thread, then seal it or refuse it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.casework.documents import PreparedPaper, prepare, render, seal_issued
from app.casework.not_issued import NotIssued
from app.casework.recording import read_case
from app.casework.session import Session
from app.disclosure.leak import Leak, LeakFound
from app.domain.case.case import Case
from app.papers.kinds import Offer
from app.typesetting.document import Document
from app.ui.case_papers.others_card import OthersCard
from app.ui.case_parts.leak_card import LeakCard
from app.ui.widgets import tasks
from app.ui.widgets.cards import Cards
from app.ui.widgets.parts import STEP, Banner, muted, named
from app.vault.errors import VaultError

WIDTH = 400
"""Pixels: it fits beside the page it is about, on the smallest screen too."""


class LeakPanel(QFrame):
    """Lists the leaks one by one. When none is left, the document can be issued."""

    changed = Signal(object)
    """The Case with the entry that waives one leak."""
    settled = Signal()
    """No leak is left."""
    correct = Signal(str)
    """The id of the entry to correct."""
    look = Signal(int)
    """The page to show, counted from 1."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        named(self, "leaks", "Not issued: where it may tell of somebody else")
        self._session = session
        self._open: list[LeakCard | OthersCard] = []
        self.banner = Banner()
        self.banner.setObjectName("leak_banner")
        self.banner.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.advice = muted("Take the words out of the record, or say why they may stand.")
        self._cards = Cards("")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(STEP)
        for part in (self.banner, self.advice):
            rows.addWidget(part)
        rows.addWidget(self._cards, 1)
        self.setFixedWidth(WIDTH)
        self.hide()

    def show_leaks(self, case: Case, offer: Offer, leaks: Sequence[Leak]) -> None:
        """Show every leak once, with the pages it is on, and go to the first."""
        self.clear()
        places: dict[tuple[str, str], list[Leak]] = {}
        for leak in leaks:
            places.setdefault(("", "") if leak.unregistered else leak.place, []).append(leak)
        for at, alike in enumerate(places.values(), start=1):
            kind = OthersCard if alike[0].unregistered else LeakCard
            shown = kind(self._session, case, offer, tuple(alike), at)
            shown.stood.connect(partial(self._stood, shown))
            shown.correct.connect(self.correct)
            shown.look.connect(self.look)
            shown.grown.connect(partial(self._cards.reach, shown))
            self._open.append(shown)
            self._cards.add(shown)
        self._count()
        self.show()
        self._open[0].alarm.setFocus()

    def keep_draft(self) -> None:
        """Keep the reasons that are typed. Raises the vault's errors when they cannot be kept."""
        for shown in self._open:
            shown.keep_draft()

    def clear(self) -> None:
        """Show nothing."""
        self._open = []
        self._cards.clear()
        self.hide()

    def _stood(self, settled: LeakCard | OthersCard, case: Case) -> None:
        self._cards.take(self._open.index(settled))
        self._open.remove(settled)
        for shown in self._open:
            shown.take(case)
        self.changed.emit(case)
        if self._open:
            self._count()
            self._open[0].alarm.setFocus()
        else:
            self.hide()
            self.settled.emit()

    def _count(self) -> None:
        count = sum(isinstance(shown, LeakCard) for shown in self._open)
        places = "one place" if count == 1 else f"{count} places"
        words = f"Not issued: in {places} it may tell who somebody else is."
        if not count:
            words = "Not issued yet: it names what is not registered."
        self.banner.say(words)
        self.banner.setAccessibleName(f"{words} Nothing has left, and no number is used.")


class Issuing(QObject):
    """Issues one document at a time. A document closed meanwhile is not issued.

    A refused document is issued automatically once every leak has been waived with a reason.
    """

    issued = Signal(object, object)
    """The PreparedPaper, and the IssuedPaper with its case."""
    recorded = Signal(object)
    """The Case with the entry that allows words found in the document."""
    correct = Signal(str, object)
    """The id of the entry to correct, and the Offer that waits for it."""
    said = Signal(str)
    """A sentence saying why nothing was issued."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._draft: PreparedPaper | None = None
        self._why = ""
        self._tasks = tasks.Newest(self)
        self.panel = LeakPanel(session)
        self.panel.changed.connect(self.recorded)
        self.panel.settled.connect(self._go_on)
        self.panel.correct.connect(self._correct)

    def begin(self, draft: PreparedPaper, why: str = "") -> None:
        """Issue the document shown as a draft, from the record as it is now.

        `why` is the reason for one whose reader nobody is to reach.
        """
        self._draft, self._why = draft, why
        self._go_on()

    def stop(self) -> None:
        """Stop waiting for work, and show no leaks."""
        self._draft = None
        self._tasks.drop()
        self.panel.clear()

    def _go_on(self) -> None:
        assert self._draft
        case = read_case(self._session, self._draft.case.id)
        offer, of = self._draft.offer, self._draft.content.issue
        final = prepare(self._session, case, offer, of.replaces, meant=of.meant, draft=False)
        self._tasks.start(
            partial(render, final),
            done=partial(self._seal, final),
            failed=partial(self._refused, final),
        )

    def _seal(self, final: PreparedPaper, made: Document) -> None:
        try:
            issued = seal_issued(self._session, final, made, self._why)
        except (VaultError, NotIssued) as error:
            self.said.emit(error.sentence)
            return
        self.issued.emit(final, issued)

    def _refused(self, final: PreparedPaper, error: Exception) -> None:
        if not isinstance(error, LeakFound):
            raise error
        self.panel.show_leaks(final.case, final.offer, error.leaks)

    def _correct(self, entry: str) -> None:
        assert self._draft
        self.correct.emit(entry, self._draft.offer)
