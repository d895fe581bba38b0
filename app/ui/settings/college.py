"""The college: its name and how it is reached, its nation and local authority."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.casework import setup
from app.casework.session import Session
from app.domain.forms.settings import College
from app.domain.kit.filled import answers_to_edit
from app.domain.kit.form import Answers
from app.ui.drafts.editing import Editing
from app.ui.widgets.card_page import card_section
from app.ui.widgets.parts import column

COLLEGE = "college"
"""What a draft of the college is kept under."""


class CollegeCard(QWidget):
    """What stands at the head of letters. Letters sent before keep what they were sent with."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.editing = Editing(
            session,
            COLLEGE,
            College,
            partial(setup.set_college, session),
            self._standing(),
            page="Settings",
            lasting=True,
        )
        card, rows = card_section(
            "college_card",
            "The college",
            "It stands at the head of letters. A letter already issued keeps its own.",
        )
        rows.addWidget(self.editing)
        self.setLayout(column(card))

    def refresh(self) -> None:
        """Show what is set, and over it what is typed and not saved yet."""
        self.editing.show_standing(self._standing())

    def _standing(self) -> Answers:
        return answers_to_edit(setup.college_as_set(self._session))
