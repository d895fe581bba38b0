"""Sources: what the rules and guidance cards rest on, and how far each of them was seen."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.casework.sources import seen, sources
from app.domain.kit.sources import Cited
from app.ui.widgets.card_page import card_section
from app.ui.widgets.parts import STEP, column, label


class SourcesCard(QWidget):
    """Every source, those that nobody could see first: the DSL may look them up.

    The list is long and never changes: it is made when the page is opened, and not before.
    """

    def __init__(self) -> None:
        super().__init__()
        self._made = False
        card, self._rows = card_section(
            "sources_card",
            "Sources",
            "What the rules and the guidance cards rest on. What rests on a source that nobody"
            " could see is printed on no paper. Look such a source up before you rely on it.",
        )
        self.setLayout(column(card))

    def showEvent(self, event: QShowEvent) -> None:
        """Make the list, the first time."""
        if not self._made:
            self._made = True
            for one in sorted(sources(), key=seen):
                self._rows.addLayout(column(*_lines(one), spacing=STEP // 4))
        super().showEvent(event)


def _lines(one: Cited) -> tuple[QWidget, QWidget]:
    known = sources()[one]
    standing = f"{known.words[:1].upper()}{known.words[1:]} · {known.where}"
    return label(one.label), label(standing, "muted")
