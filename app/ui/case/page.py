"""The page of one case: its heading, its tabs, and the document preview."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.casework.documents import letter_of, prepare, prepare_anew
from app.casework.named_before import papers_naming
from app.casework.reading import open_case
from app.casework.session import Session
from app.domain.case.ages import began, events_of
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.people import children_of
from app.domain.forms import form_named
from app.domain.kit.answers import Person
from app.domain.kit.form import Form
from app.domain.kit.keys import Key
from app.domain.kit.moments import age_on, day_of
from app.domain.kit.wording import with_and
from app.domain.owed.summary_of import heading_of
from app.papers.kinds import Offer
from app.ui.case.chips import State, state_of
from app.ui.case_papers.document_preview import DocumentPreview
from app.ui.case_papers.documents import DocumentsTab
from app.ui.case_parts.context import cases_besides
from app.ui.case_parts.entry_card import EntryCard
from app.ui.copies.copies import CopiesTab
from app.ui.handling.handling import HandlingTab
from app.ui.people.people import PeopleTab
from app.ui.widgets.cards import Cards
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import Chip, column, danger, line, muted, page_title, plain, tab

AT_ONCE = 40
"""How many entries are shown before somebody asks for earlier ones."""


class Chronology(QWidget):
    """The record of a case, the newest entry first. Corrected entries stay where they are."""

    correct = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown = AT_ONCE
        self._case: Case | None = None
        self._count = muted()
        self._count.setObjectName("chronology_count")
        self._cards = Cards("Entries")
        body = column(self._count, spacing=12)
        body.addWidget(self._cards, 1)
        self.setLayout(body)

    def show_case(self, case: Case) -> None:
        """Show the newest entries of a case."""
        self._case = case
        self._shown = AT_ONCE
        self._cards.clear()
        self._add(_newest_first(case)[:AT_ONCE])

    def _show_more(self) -> None:
        if self._case:
            before, self._shown = self._shown, self._shown + AT_ONCE
            self._cards.take(-1)
            self._add(_newest_first(self._case)[before : self._shown])

    def _add(self, items: tuple[Entry, ...]) -> None:
        assert self._case
        for entry in items:
            shown = EntryCard(self._case, entry)
            shown.correct.connect(self.correct)
            self._cards.add(shown)
        count = len(self._case.entries)
        if count > self._shown:
            self._cards.add(self._earlier())
        entries = "1 entry" if count == 1 else f"{count} entries"
        self._count.setText(f"{entries}, the newest first. Times are those of the United Kingdom.")

    def _earlier(self) -> QWidget:
        made = plain("Show earlier entries")
        made.setObjectName("earlier_entries")
        made.clicked.connect(self._show_more)
        return made


def _newest_first(case: Case) -> tuple[Entry, ...]:
    """Return the entries, newest first: by when they happened, else by when they were recorded."""
    return tuple(sorted(case.entries, key=_order, reverse=True))


def _order(entry: Entry) -> tuple[object, int]:
    sealed = entry.sealed
    return (sealed.happened.at if sealed.happened else sealed.recorded, sealed.seq)


class CaseHead(QWidget):
    """The heading above the tabs. The "Refer now" button is on every tab.

    Beside a paper for a learner or a family it shows only the number: they may be looking on.
    """

    refer_now = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = page_title("")
        self._heading.setObjectName("case_heading")
        self._chips = Flow()
        self._refer = danger("Refer now", "triangle-alert")
        self._refer.setObjectName("refer_now")
        self._refer.clicked.connect(self.refer_now)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._heading)
        words.addLayout(self._chips)
        row = line(self._refer, spacing=14)
        row.insertLayout(0, words, 1)
        self.setLayout(row)

    def show_case(self, case: Case | None, state: State, *, discreet: bool = False) -> None:
        """Show a case's heading and labels; only the number if `discreet`. None: a new concern."""
        while item := self._chips.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        who = f" · {_who(case)}" if case and not discreet else ""
        self._heading.setText(f"{case.number}{who}" if case else "New concern")
        self._refer.setVisible(case is not None)
        for words, tone in () if discreet else state:
            self._chips.addWidget(Chip(words, tone))


def _who(case: Case) -> str:
    children = children_of(case.people, began(case.current))
    if len(children) != 1:
        return heading_of(case)
    person = children[0].person
    return ", ".join(filter(None, (person.name, _ages(case, person), person.group)))


def _ages(case: Case, person: Person) -> str:
    """Return how old somebody was at the events of a case: `15`, or `17 and 18`."""
    days = [event.day for event in events_of(case.current)] or [day_of(case.opened)]
    ages = sorted({age_on(person.born, day) for day in days}) if person.born else []
    return with_and([str(age) for age in ages])


TABS = ("Handling", "Chronology", "People", "Copies", "Documents")


class CasePage(QWidget):
    """The page of one case. It only shows the case; the record itself is in the casebook."""

    title = "Case"
    wants_case = Signal(str)
    """The id of another case to open."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("case_page")
        self.session = session
        self.case: Case | None = None
        self.head = CaseHead()
        self.handling = HandlingTab(session)
        self.chronology = Chronology()
        self.people = PeopleTab(
            session.now, partial(cases_besides, session), partial(papers_naming, session)
        )
        self.copies = CopiesTab(session)
        self.documents = DocumentsTab(session)
        self.preview = DocumentPreview(session)
        self.stack = QStackedWidget()
        self._late = (
            self.handling,
            self.chronology,
            self.people,
            self.copies,
            self.documents,
        )
        self._behind: set[HandlingTab | Chronology | PeopleTab | CopiesTab | DocumentsTab] = set()
        """The tabs that do not show the latest case. Each is updated when somebody opens it."""
        self._waiting: tuple[str, Offer] | None = None
        """The entry being corrected for a document, and the offer of that document."""
        self._tabs: list[QPushButton] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._bar = QWidget()
        self._bar.setLayout(self._tab_bar())
        for page in (*self._late, self.preview):
            self.stack.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(28, 20, 28, 20)
        rows.setSpacing(14)
        rows.addWidget(self.head)
        rows.addWidget(self._bar)
        rows.addWidget(self.stack, 1)

    def _tab_bar(self) -> QHBoxLayout:
        bar = line(spacing=0)
        group = QButtonGroup(self)
        for place, words in enumerate(TABS):
            button = tab(words)
            button.setObjectName(f"tab_{words.lower()}")
            button.clicked.connect(partial(self.show_tab, place))
            group.addButton(button)
            self._tabs.append(button)
            bar.addWidget(button)
        bar.addStretch(1)
        return bar

    def _connect(self) -> None:
        self.head.refer_now.connect(partial(self.show_tab, 0))
        self.head.refer_now.connect(self.handling.refer_now)
        self.handling.recorded.connect(self._show)
        self.handling.grown.connect(partial(self._take_in, but=self.handling))
        self.handling.wants_letter.connect(self._preview)
        self.chronology.correct.connect(self._correct)
        self.people.wants_form.connect(self._open_form)
        self.copies.wants_form.connect(self._open_form)
        self.copies.wants_request.connect(lambda *_: self.show_tab(0))
        self.copies.wants_request.connect(self.handling.open_removal)
        self.copies.wants_case.connect(self.wants_case)
        self.handling.wants_case.connect(self.wants_case)
        self.documents.wants_draft.connect(self._preview)
        self.documents.wants_anew.connect(
            lambda case, number: self.preview.draft(prepare_anew(self.session, case, number))
        )
        self.documents.wants_issued.connect(self.preview.show_issued)
        self.preview.ready.connect(self._show_preview)
        self.preview.recorded.connect(self._take_in)
        self.preview.issuing.correct.connect(self._correct)
        self.preview.closed.connect(partial(self.show_tab, TABS.index("Documents")))

    def show_case(
        self,
        case: str | None,
        form_name: str | None = None,
        draft: str | None = None,
        due: Key | None = None,
    ) -> None:
        """Show a case, or the intake form of a new one; perhaps with a form or a kept draft open.

        `due` is the key of something due: its form is filled in with whom or what it is about.
        """
        self._show(open_case(self.session, case) if case else None)
        if draft:
            self.handling.open_draft(draft)
        elif form_name and self.case:
            self.handling.open_due(form_named(form_name), due)

    def show_tab(self, place: int, _checked: object = None) -> None:
        """Go to one of the tabs. Keep what is typed first."""
        self.keep_draft()
        self._waiting = None
        for page in [page for page in self._behind if page is self.stack.widget(place)]:
            assert self.case
            page.show_case(self.case)
            self._behind.remove(page)
        self.stack.setCurrentIndex(place)
        self._tabs[place].setChecked(True)
        self.preview.forget()
        self._show_head()

    def keep_draft(self) -> None:
        """Keep what is typed. Raises the vault's errors when it cannot be kept."""
        self.handling.keep_draft()
        self.preview.keep_draft()

    def refresh(self) -> None:
        """Read the case again."""
        if self.case:
            self._show(open_case(self.session, self.case.id))

    def _show(self, case: Case | None) -> None:
        """Show a case at its current stage, or the document whose entry has just been corrected."""
        waiting = self._waiting
        self._take_in(case)
        self.show_tab(0)
        if case and waiting and waiting[0] == case.entries[-1].sealed.corrects:
            self._preview(waiting[1])

    def _take_in(self, case: Case | None, but: HandlingTab | None = None) -> None:
        """Store the case as it is now, without changing the tab. `but` shows it already."""
        self.case = case
        self._bar.setVisible(case is not None)
        self._show_head()
        self._behind = {page for page in self._late if case and page is not but}
        if case is None:
            self.handling.show_case(None)

    def _show_head(self) -> None:
        state = state_of(self.case, self.session.now(), self.session.clocks) if self.case else ()
        self.head.show_case(self.case, state, discreet=self.preview.disguises)

    def _correct(self, entry: str, waiting: Offer | None = None) -> None:
        """Open the correction of an entry, perhaps for a document that waits for it."""
        self.show_tab(0)
        self.handling.correct(entry)
        self._waiting = (entry, waiting) if waiting else None

    def _open_form(self, form: type[Form], about: str) -> None:
        self.show_tab(0)
        self.handling.open_form(form, about=about or None)

    def _preview(self, asked: Offer | str) -> None:
        """Show a document as a draft. `asked` is its offer, or a referral's id for its letter."""
        assert self.case
        self.handling.keep_draft()
        offer = letter_of(self.case, asked) if isinstance(asked, str) else asked
        self.preview.draft(prepare(self.session, self.case, offer))

    def _show_preview(self) -> None:
        self.stack.setCurrentWidget(self.preview)
        self._show_head()
        self._tabs[TABS.index("Documents")].setChecked(True)
