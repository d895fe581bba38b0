"""The page of one case: its state in words, its tabs, and "Refer now" always at hand."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.casework.desk import Desk
from app.casework.letters import (
    Prepared,
    issue_social_care,
    issued_again,
    prepare_social_care,
    set_on_pages,
)
from app.casework.reading import open_case
from app.documents.letter import Letter
from app.domain.case import Case
from app.domain.form import Entry
from app.domain.moments import age_on, day_of
from app.domain.people import children_of
from app.domain.stages import form_named
from app.domain.summary_of import heading_of
from app.ui import tasks
from app.ui.case.chips import chips_of
from app.ui.case.chronology import Chronology
from app.ui.case.documents import Documents
from app.ui.case.handling import Handling
from app.ui.case.people import People
from app.ui.case.preview import Preview
from app.ui.theme.flow import Flow
from app.ui.theme.parts import Chip, danger, line, title

TABS = ("Handling", "Chronology", "People", "Documents")


class CasePage(QWidget):
    """Everything about one case. Nothing on it is the record; the record is in the casebook."""

    title = "Case"
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("case_page")
        self.desk = desk
        self.case: Case | None = None
        self._prepared: Prepared | None = None
        self.heading = title("")
        self.heading.setObjectName("case_heading")
        self.chips = Flow()
        self.refer = danger("Refer now", "triangle-alert")
        self.refer.setObjectName("refer_now")
        self.handling = Handling(desk)
        self.chronology = Chronology()
        self.people = People()
        self.documents = Documents()
        self.preview = Preview()
        self.stack = QStackedWidget()
        self._tabs: list[QPushButton] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self.heading)
        words.addLayout(self.chips)
        head = line(self.refer, spacing=14)
        head.insertLayout(0, words, 1)
        self._bar = QWidget()
        self._bar.setLayout(self._tab_bar())
        for page in (self.handling, self.chronology, self.people, self.documents, self.preview):
            self.stack.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(28, 20, 28, 20)
        rows.setSpacing(14)
        rows.addLayout(head)
        rows.addWidget(self._bar)
        rows.addWidget(self.stack, 1)

    def _tab_bar(self) -> QHBoxLayout:
        bar = line(spacing=0)
        group = QButtonGroup(self)
        for place, words in enumerate(TABS):
            tab = QPushButton(words)
            tab.setCheckable(True)
            tab.setAutoDefault(False)
            tab.setProperty("part", "tab")
            tab.setObjectName(f"tab_{words.lower()}")
            tab.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            tab.clicked.connect(partial(self.show_tab, place))
            group.addButton(tab)
            self._tabs.append(tab)
            bar.addWidget(tab)
        bar.addStretch(1)
        return bar

    def _connect(self) -> None:
        self.refer.clicked.connect(self._refer_now)
        self.handling.recorded.connect(self._recorded)
        self.handling.wants_letter.connect(self.preview_letter)
        self.chronology.correct.connect(self._correct)
        self.people.wants_form.connect(self._open_form)
        self.documents.wants_letter.connect(self.preview_letter)
        self.documents.wants_issued.connect(self._show_issued)
        self.preview.closed.connect(partial(self.show_tab, TABS.index("Documents")))
        self.preview.issue.connect(self._issue)

    def show_case(self, case: str | None, form_name: str | None, draft: str | None) -> None:
        """Show a case, or the intake of a new one; perhaps one of its forms, or a kept draft."""
        self._show(open_case(self.desk, case) if case else None)
        if draft:
            self.handling.open_draft(draft)
        elif form_name and self.case:
            self._open_form(form_named(form_name), "")

    def show_tab(self, place: int, _checked: object = None) -> None:
        """Go to one of the tabs. What is typed is kept first."""
        self.handling.keep_draft()
        self.stack.setCurrentIndex(place)
        self._tabs[place].setChecked(True)
        self.preview.forget()

    def keep_draft(self) -> None:
        """Keep what is typed. Raises the vault's errors when it cannot be kept."""
        self.handling.keep_draft()

    def refresh(self) -> None:
        """Read the case again."""
        if self.case:
            self._show(open_case(self.desk, self.case.id))

    def _show(self, case: Case | None) -> None:
        self.case = case
        self._bar.setVisible(case is not None)
        self.refer.setVisible(case is not None)
        self._head(case)
        if case:
            self.chronology.show_case(case)
            self.people.show_case(case)
            self.documents.show_case(case)
        self.handling.show_case(case)
        self.show_tab(0)

    def _head(self, case: Case | None) -> None:
        while item := self.chips.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.heading.setText(f"{case.number} · {_who(case)}" if case else "New concern")
        for words, tone in chips_of(case, self.desk.now()) if case else ():
            self.chips.addWidget(Chip(words, tone))

    def _recorded(self, case: Case) -> None:
        self._show(case)
        self.changed.emit()

    def _refer_now(self) -> None:
        self.show_tab(0)
        self.handling.refer_now()

    def _correct(self, entry: str) -> None:
        self.show_tab(0)
        self.handling.correct(entry)

    def _open_form(self, form: type[Entry], about: str) -> None:
        self.show_tab(0)
        self.handling.open_form(form, about=about or None)

    def preview_letter(self, referral: str) -> None:
        """Build the letter of a referral beside the window, and show it as a draft."""
        assert self.case
        self.handling.keep_draft()
        prepared = prepare_social_care(self.desk, self.case, referral)
        self._prepared = prepared
        tasks.start(self, partial(set_on_pages, prepared), done=self._show_draft, failed=_report)

    def _show_draft(self, letter: Letter) -> None:
        assert self._prepared
        self.preview.show_document(
            letter.pdf,
            title="Letter to children’s social care",
            words=f"A draft for {self._prepared.recipient}. Issuing it adds to the record.",
            name=self._prepared.number,
            draft=True,
        )
        self.stack.setCurrentWidget(self.preview)

    def _issue(self) -> None:
        assert self.case
        assert self._prepared
        issued = issue_social_care(self.desk, self.case, self._prepared.referral)
        self._show(issued.case)
        words = "Issued. Send it by the authority’s secure route, then record that it was sent."
        self._show_pdf(issued.letter.pdf, issued.letter.number, words)

    def _show_issued(self, number: str) -> None:
        assert self.case
        again = issued_again(self.desk, self.case, number)
        words = (
            "Exactly as issued." if again.same else "This version of the program lays it out anew."
        )
        self._show_pdf(again.pdf, number, words)

    def _show_pdf(self, pdf: bytes, number: str, words: str) -> None:
        self.preview.show_document(pdf, title=number, words=words, name=number, draft=False)
        self.stack.setCurrentWidget(self.preview)


def _who(case: Case) -> str:
    children = children_of(case.people, day_of(case.opened))
    if len(children) != 1:
        return heading_of(case)
    person = children[0].person
    age = str(age_on(person.born, day_of(case.opened))) if person.born else ""
    return ", ".join(filter(None, (person.name, age, person.group)))


def _report(error: Exception) -> None:
    raise error
