"""The head of the page of a case: its number, who it is about, its state in words, "Refer now"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.case.case import Case
from app.domain.case.people import children_of
from app.domain.kit.moments import age_on, day_of
from app.domain.rules.summary_of import heading_of
from app.ui.case.chips import State
from app.ui.widgets.flow import Flow
from app.ui.widgets.parts import Chip, danger, line, page_title


class CaseHead(QWidget):
    """Stands above the tabs. "Refer now" is there on every one of them.

    Beside a paper for a learner or a family it says the number alone: they may be looking on.
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
        """Show what a case is called and how it stands, or its number; None is a new concern."""
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
    children = children_of(case.people, day_of(case.opened))
    if len(children) != 1:
        return heading_of(case)
    person = children[0].person
    age = str(age_on(person.born, day_of(case.opened))) if person.born else ""
    return ", ".join(filter(None, (person.name, age, person.group)))
