"""A small month to pick a day from, opened under a box and gone as soon as a day is chosen."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QWidget

from app.ui.theme.icons import icon
from app.ui.widgets.parts import column


class CalendarPopup(QFrame):
    """A month. Arrow keys move, Enter chooses, Escape leaves."""

    chosen = Signal(object)
    """Carries the `date` that was picked."""

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
        """Show it under a box, inside the screen."""
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
