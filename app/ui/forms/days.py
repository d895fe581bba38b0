"""Editors for days and moments: typed in UK order, picked from a calendar, or set to now."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QPushButton, QWidget

from app.domain.kit.answers import Answer
from app.domain.kit.form import Question
from app.domain.kit.moments import (
    LONDON,
    Moment,
    day_of,
    moment,
    shown_alike,
    write_day,
    write_time,
    zone_name,
)
from app.ui.forms.context import FormContext
from app.ui.forms.editor import Raw, reach_after
from app.ui.forms.parsing import ComesTwice, parse_day, parse_moment
from app.ui.forms.typed import TypedEditor
from app.ui.theme.icons import icon
from app.ui.widgets.parts import column, line, quiet, toggle
from app.ui.widgets.picker import Tick


class CalendarPopup(QFrame):
    """A calendar of one month. Arrow keys move, Enter chooses, Escape closes."""

    chosen = Signal(object)
    """The `date` that was picked."""

    def __init__(self, parent: QWidget, shown: date, today: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("part", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.month = _month(shown, today)
        self.month.clicked.connect(self._choose)
        self.month.activated.connect(self._choose)
        layout = column(self.month)
        layout.setContentsMargins(8, 8, 8, 8)
        self.setLayout(layout)
        self.setFocusProxy(self.month)

    def open_under(self, box: QWidget) -> None:
        """Show the calendar under a box, inside the screen."""
        self.adjustSize()
        place = box.mapToGlobal(QPoint(0, box.height() + 4))
        screen = box.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place.setY(box.mapToGlobal(QPoint(0, -4)).y() - self.height())
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self.month.setFocus()

    def _choose(self, day: QDate) -> None:
        found = date(day.year(), day.month(), day.day())
        self.close()
        self.chosen.emit(found)


def _month(shown: date, today: date) -> QCalendarWidget:
    made = QCalendarWidget()
    made.setAccessibleName("Calendar")
    made.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    made.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    made.setDateEditEnabled(False)
    made.setMinimumSize(304, 272)
    plain = QTextCharFormat()
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(weekend, plain)
    bold = QTextCharFormat()
    bold.setFontWeight(700)
    bold.setFontUnderline(True)
    made.setDateTextFormat(QDate(today.year, today.month, today.day), bold)
    made.setSelectedDate(QDate(shown.year, shown.month, shown.day))
    for name, drawing in (
        ("qt_calendar_prevmonth", "chevron-left"),
        ("qt_calendar_nextmonth", "chevron-right"),
    ):
        if button := made.findChild(QWidget, name):
            button.setIcon(icon(drawing))  # type: ignore[attr-defined]
    return made


class DayEditor(TypedEditor):
    """A day. It starts empty."""

    def __init__(self, question: Question, context: FormContext) -> None:
        super().__init__(question, context)
        self.box.setPlaceholderText(question.ask.example or "Day, month, year")
        trailing = QLineEdit.ActionPosition.TrailingPosition
        action = self.box.addAction(icon("calendar", "muted"), trailing)
        action.setToolTip("Choose from a calendar (Alt+Down)")
        action.triggered.connect(self.open_calendar)
        self.box.installEventFilter(self)

    def parse(self, text: str) -> Answer:
        return parse_day(text, self.context.now())

    def write(self, answer: Answer) -> str:
        assert isinstance(answer, date)
        return write_day(answer)

    def open_calendar(self) -> None:
        """Show the calendar under the box."""
        today = day_of(self.context.now())
        popup = CalendarPopup(self, self._day_shown() or today, today)
        popup.chosen.connect(self._take_day)
        popup.open_under(self.box)

    def _day_shown(self) -> date | None:
        return self.answer if isinstance(self.answer, date) else None

    def _take_day(self, day: date) -> None:
        self.set_value(day)
        self.complained.emit("")
        self.box.setFocus()

    # Qt
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if with_alt and event.key() == Qt.Key.Key_Down:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)


class WhichTime(QWidget):
    """Two buttons for a time that comes twice, as the clocks go back: the first or the second."""

    chosen = Signal(object)
    """The `Moment` that was meant."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.buttons: tuple[QPushButton, ...] = ()
        self._either: tuple[Moment, ...] = ()
        self._label = label
        self._row = line(spacing=6)
        self.setLayout(self._row)

    def offer(self, either: tuple[Moment, ...], meant: Answer) -> None:
        """Show what a time can be, with what it is known to be; nothing if it can be but one."""
        self._either = either
        if either and not self.buttons:
            self._make()
        self.setVisible(bool(either))
        for button, one in zip(self.buttons, either, strict=bool(either)):
            button.setChecked(one == meant)

    def _make(self) -> None:
        self.buttons = tuple(
            toggle(f"{which} ({zone_name(one.at)})")
            for which, one in zip(("First", "Second"), self._either, strict=True)
        )
        for button in self.buttons:
            button.setAccessibleName(f"{button.text()}, for {self._label}")
            button.clicked.connect(self._pressed)
            self._row.addWidget(button)
        self._row.addStretch(1)

    def _pressed(self) -> None:
        self.chosen.emit(self._either[self.buttons.index(self.sender())])


class MomentEditor(DayEditor):
    """A moment, exact or about. A button sets the current time; a time alone means today.

    A time that clocks show twice is no answer until it is said which of the two it was.
    """

    def __init__(self, question: Question, context: FormContext) -> None:
        super().__init__(question, context)
        self.box.setPlaceholderText(question.ask.example or "Day, time")
        self.now_button = quiet("Now")
        self.now_button.setAccessibleName(f"Now, for {question.ask.label}")
        self.now_button.clicked.connect(self._take_now)
        self.about = Tick("About")
        self.about.setAccessibleName(f"About this time, for {question.ask.label}")
        self.about.setToolTip("Tick when the time is not known exactly.")
        self.about.toggled.connect(self._about_toggled)
        self.box.textChanged.connect(self._offer_now)
        self.row.addWidget(self.now_button)
        self.row.addWidget(self.about)
        self.which: WhichTime | None = None
        self._either: tuple[Moment, ...] = ()
        self.changed.connect(self._offer_which)

    def parse(self, text: str) -> Answer:
        self._either = ()
        try:
            found = parse_moment(text, self.context.now())
        except ComesTwice as asked:
            self._either = asked.either
            raise
        if found.about:
            self._tick(on=True)
        return Moment(found.at, self.about.isChecked())

    def write(self, answer: Answer) -> str:
        assert isinstance(answer, Moment)
        return write_time(answer.at)

    def set_value(self, answer: Answer) -> None:
        self._tick(on=isinstance(answer, Moment) and answer.about)
        super().set_value(answer)

    def raw(self) -> Raw:
        about = "about " if self.about.isChecked() else ""
        return {path: about + typed for path, typed in super().raw().items()}

    def restore(self, raw: Raw) -> None:
        typed = raw.get("", "")
        self._tick(on=typed.startswith("about "))
        super().restore({"": typed.removeprefix("about ")})

    def _offer_which(self) -> None:
        """Offer the first and the second, where clocks show this time twice."""
        known = self.answer
        if isinstance(known, Moment):
            alike = shown_alike(known.at)
            self._either = tuple(Moment(at, known.about) for at in alike) if alike[1:] else ()
        elif not self._complaint:
            self._either = ()
        if self._either and not self.which:
            self.which = WhichTime(self.question.ask.label)
            self.which.chosen.connect(self._take_which)
            self.rows.addWidget(self.which)
        if self.which:
            self.which.offer(self._either, known)
            reach_after(self.about, self.which.buttons)

    def _take_which(self, meant: Moment) -> None:
        self.set_value(Moment(meant.at, meant.about or self.about.isChecked()))
        self.complained.emit("")

    def _tick(self, *, on: bool) -> None:
        self.about.blockSignals(True)
        self.about.setChecked(on)
        self.about.blockSignals(False)
        self.about.update()

    def _about_toggled(self, on: bool) -> None:
        if isinstance(self.answer, Moment):
            self.answer = Moment(self.answer.at, on)
        self.changed.emit()

    def _offer_now(self, typed: str) -> None:
        """Show the Now button only while the box is empty; the box needs its space afterwards."""
        self.now_button.setVisible(not typed)

    def _take_now(self) -> None:
        self.set_value(moment(self.context.now().replace(second=0)))
        self.complained.emit("")

    def _day_shown(self) -> date | None:
        return day_of(self.answer) if isinstance(self.answer, Moment) else None

    def _take_day(self, day: date) -> None:
        self.box.setFocus()
        if isinstance(self.answer, Moment):
            time = self.answer.at.astimezone(LONDON)
            self.box.setText(f"{write_day(day)}, {time:%H:%M}")
            return
        self.box.setText(f"{write_day(day)}, ")
        self.box.end(False)
