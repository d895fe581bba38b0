"""The removal wizard as it stands in the page of a case, with the card around it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.ui.removal.wizard import RemovalWizard
from app.ui.widgets.parts import STEP


class RemovalPanel(QFrame):
    """Asks for the removal of one item. What is typed is kept when it is left, however it is."""

    recorded = Signal(object)
    """The Case as it is after the request was sealed."""
    left = Signal()

    def __init__(self, wizard: RemovalWizard) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setObjectName("removal_panel")
        self.wizard = wizard
        self.wizard.recorded.connect(self.recorded)
        self.wizard.left.connect(self.left)
        self.wizard.discarded.connect(self.left)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2 * STEP, 2 * STEP + 4, 2 * STEP, STEP)
        rows.addWidget(self.wizard, 1)

    def keep_draft(self) -> None:
        """Keep what is typed. Raises the vault's errors when it cannot be kept."""
        self.wizard.keep_draft()
