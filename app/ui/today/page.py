"""Today: what is overdue and due, which cases are open, and which drafts are kept."""

from itertools import zip_longest

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.casework import drafts
from app.casework.drafts import AsideDraft, FormDraft, UnreadDraft
from app.casework.outside_cases import CoverNames, cover_job, note_cover
from app.casework.reading import (
    DayList,
    Due,
    find_cases,
    listed_people,
    number_of,
    questions_joined,
    read_day,
)
from app.casework.session import Session
from app.casework.setup import stands_for, unread_settings
from app.domain.forms.any_time import Note
from app.domain.kit.form import form_name
from app.domain.kit.record import CaseId
from app.typesetting.document import Document
from app.ui.paper.preview import Preview
from app.ui.today.cards import (
    MOST_ROWS,
    Filled,
    cases_card,
    clear,
    drafts_card,
    due_card,
    sentences_card,
)
from app.ui.today.rows import (
    DueLine,
    LineButton,
    aside_line,
    counts_of,
    draft_line,
    due_heading,
    found_line,
    unnamed,
    unread_line,
    wordless,
)
from app.ui.widgets import tasks
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.page_head import MARGIN, PageHead, SearchField
from app.ui.widgets.parts import STEP, column, named, primary, quiet
from app.ui.widgets.tasks import Turns
from app.vault.errors import VaultError

TITLE = "Cover page for absence"
WORDS = "Nobody is named on it. Give it to whoever covers for you; the log says that it was made."


class CoverPreview(Preview):
    """Shows the cover page as it is now. Nothing is kept: open it again for a newer one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setObjectName("cover")

    def make(self) -> None:
        """Read the open cases, and render the page in a worker thread."""
        self.title.setText(TITLE)
        self.words.setText("The page is being made.")
        for button in (self.issue_button, self.save_button, self.print_button):
            button.hide()
        tasks.start(self, cover_job(self._session), done=self._show, failed=self._refuse)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, CoverNames):
            raise error
        self.show_nothing(error.sentence)

    def _show(self, made: Document) -> None:
        try:
            note_cover(self._session, made)
        except VaultError as error:
            self.notice.say(error.sentence)
            self.notice.show()
            return
        name = made.content.issue.number
        self.show_document(made.pdf, title=TITLE, words=WORDS, name=name, draft=False)


_TITLES, _TONES = ("Overdue", "Today", "Later"), ("red", "amber", "muted")
_ROWS_AT_A_TIME = 8
_EVERY_MINUTE = 60_000
_NARROW = 860
_SIDE = 352
_NO_LIMIT = 16_777_215

Kept = tuple[tuple[str, FormDraft | AsideDraft | UnreadDraft], ...]
"""Each kept draft with the words that describe it."""


class TodayPage(QWidget):
    """The day list. It shows numbers and stages, and never a name."""

    title = "Today"

    def __init__(self, session: Session, navigation: Navigation) -> None:
        super().__init__()
        named(self, "today", "Today")
        self._session = session
        self._navigation = navigation
        self._shown: tuple[DayList, Kept, tuple[str, ...]] | None = None
        self._finder = SearchField(self, "today_find", "Find a person, reference or word")
        self._finder.asked.connect(self._find)
        self._finder.go_on.connect(self._into_results)
        new = named(primary("New concern", "plus"), "today_new", "New concern")
        new.setToolTip("New concern  (Ctrl+N)")
        new.clicked.connect(navigation.new_concern)
        self._head = PageHead(self._finder, new)
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MINUTE)
        self._clock.timeout.connect(self.refresh)
        self._preview = CoverPreview(session)
        self._preview.setContentsMargins(MARGIN, 0, MARGIN, 2 * STEP)
        self._preview.closed.connect(lambda: self._cover(shown=False))
        self._preview.hide()
        self._turns = Turns(self, _ROWS_AT_A_TIME)
        self._turns.some_done.connect(self._fit)
        self._turns.all_done.connect(lambda: self._cards.setMinimumHeight(0))
        self._lay_out()

    def refresh(self) -> None:
        """Read the casebook again, and rebuild the cards if anything has changed."""
        day, kept = self._read()
        self._head.heading.setText(due_heading(self._session.now()))
        self._head.below.setText(counts_of(day, len(kept)))
        said = tuple(stands_for(self._session, one) for one in unread_settings(self._session))
        seen = (day, kept, said)
        if seen != self._shown:
            self._shown = seen
            self._build(*seen)
        if words := self._finder.text().strip():
            self._find(words)

    def keep_draft(self) -> None:
        """Do nothing: nothing typed here belongs to the record."""

    def _read(self) -> tuple[DayList, Kept]:
        now, day = self._session.now(), read_day(self._session)
        kept = tuple(
            (draft_line(typed, self._number(typed.case), now), typed)
            for typed in drafts.kept(self._session)
        )
        aside = tuple((aside_line(one, now), one) for one in drafts.asides(self._session))
        unread = tuple(
            (unread_line(one, self._number(one.case), now), one)
            for one in drafts.unread_drafts(self._session)
        )
        unnamed_day = DayList(
            overdue=self._shown_as(day.overdue),
            today=self._shown_as(day.today),
            later=self._shown_as(day.later),
            cases=day.cases,
            more=day.more,
        )
        return unnamed_day, (*kept, *aside, *unread)

    def _shown_as(self, items: tuple[Due, ...]) -> tuple[Due, ...]:
        """Return the rows without names, and with the questions of a case joined into one row.

        Rows beyond the last one shown are only counted, so they have no words.
        """
        rows = questions_joined(items)
        people = {due.case: listed_people(self._session, due.case) for due in rows[:MOST_ROWS]}
        seen = (
            unnamed(due, people[due.case], typed=due.row.stage == form_name(Note))
            for due in rows[:MOST_ROWS]
        )
        return (*seen, *(wordless(due) for due in rows[MOST_ROWS:]))

    def _number(self, case: CaseId | None) -> str:
        return number_of(self._session, case) if case else ""

    def _drop(self, draft: str) -> None:
        """Discard a draft that cannot be read, because its writer asked for it."""
        drafts.discard(self._session, draft)
        self.refresh()

    def _build(self, day: DayList, kept: Kept, said: tuple[str, ...]) -> None:
        if self._scroll.verticalScrollBar().value():  # keeps the scroll position meanwhile
            self._cards.setMinimumHeight(self._cards.height())
        clear(self._main)
        clear(self._side)
        go = self._navigation.open_case
        filled: list[Filled] = []
        if said:
            self._main.addWidget(sentences_card("Settings", *said))
        for title, items, more, tone in zip(_TITLES, day.due, day.more, _TONES, strict=True):
            if items:
                filled.append(due_card(title, items, len(items) + more, tone, go))
                self._main.addWidget(filled[-1][0])
            elif title == "Today":
                self._main.addWidget(_nothing_due(day))
        self._main.addStretch()
        if day.cases:
            filled.append(cases_card("Open cases", day.cases, go))
            self._side.addWidget(filled[-1][0])
        none = "No drafts. What you type is kept as you type."
        filled.append(drafts_card(kept, none, go, self._navigation.show_page, self._drop))
        self._side.addWidget(filled[-1][0])
        if day.cases:
            cover = named(quiet("Cover page for absence", "file-text"), "today_cover", TITLE)
            cover.clicked.connect(lambda: self._cover(shown=True))
            self._side.addWidget(cover)
        self._side.addStretch()
        rows = zip_longest(*(pieces for _, pieces in filled))  # first the first row of each card
        self._turns.begin(piece for across in rows for piece in across if piece)

    def _cover(self, *, shown: bool) -> None:
        """Show the cover page over all open cases instead of the day list, or the list again."""
        for part in (self._head, self._scroll):
            part.setVisible(not shown)
        self._preview.setVisible(shown)
        if shown:
            self._preview.make()
            self._preview.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._preview.forget()

    def _find(self, words: str) -> None:
        self._cards.setVisible(not words)
        self._found.setVisible(bool(words))
        clear(self._results)
        if words:
            found = find_cases(self._session, words)
            line = found_line(len(found), words)
            go = self._navigation.open_case
            card, pieces = cases_card(line, found, go, found=True)
            for piece in pieces:
                piece()
            self._results.addWidget(card)
            self._results.addStretch()

    def _into_results(self) -> None:
        if first := self._found.findChild(LineButton):
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        self._main, self._side, self._results = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for cards in (self._main, self._side, self._results):
            cards.setContentsMargins(0, 0, 0, 0)
            cards.setSpacing(2 * STEP - 2)
        self._cards, self._found, self._aside = QWidget(), QWidget(), QWidget()
        self._aside.setLayout(self._side)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._cards)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(2 * STEP + 2)
        self._body.addLayout(self._main, 1)
        self._body.addWidget(self._aside)
        self._found.setLayout(self._results)
        self._found.hide()
        whole = QWidget()
        whole.setProperty("part", "page")
        inside = column(self._cards, self._found)
        inside.setContentsMargins(MARGIN, 0, MARGIN, 2 * STEP)
        whole.setLayout(inside)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(whole)
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(  # keeps the cards aligned with the heading beside a scroll bar
            lambda _least, most: inside.setContentsMargins(
                MARGIN, 0, MARGIN - (bar.sizeHint().width() if most else 0), 2 * STEP
            )
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 3 * STEP - 2, 0, 0)
        rows.setSpacing(2 * STEP - 2)
        rows.addWidget(self._head)
        rows.addWidget(scroll, 1)
        rows.addWidget(self._preview, 1)
        self._scroll = scroll

    def _fit(self) -> None:
        narrow = self.width() < _NARROW
        way = QBoxLayout.Direction
        self._body.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._aside.setMinimumWidth(0 if narrow else _SIDE)
        self._aside.setMaximumWidth(_NO_LIMIT if narrow else _SIDE)
        for row in self.findChildren(DueLine):
            row.narrow(yes=narrow)

    # Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()


def _nothing_due(day: DayList) -> QFrame:
    if day.cases or day.overdue:
        more = "Nothing more is due today." if day.overdue else "Nothing is due today."
        return sentences_card("Today", more)
    return sentences_card(
        "No open cases",
        "When someone tells you of a concern, choose New concern and write down what"
        " you were told. Nobody needs to look at imagery for that.",
    )
