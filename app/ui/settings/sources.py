"""Sources: what the rules and guidance cards rest on, and how far each of them was seen."""

from PySide6.QtWidgets import QWidget

from app.casework.sources import seen, sources
from app.domain.kit.sources import Cited
from app.ui.widgets.card_page import card_section
from app.ui.widgets.parts import STEP, column, label


class SourcesCard(QWidget):
    """Every source, those that nobody could see first: the DSL may look them up."""

    def __init__(self) -> None:
        super().__init__()
        card, rows = card_section(
            "sources_card",
            "Sources",
            "What the rules and the guidance cards rest on. What rests on a source that nobody"
            " could see is printed on no paper. Look such a source up before you rely on it.",
        )
        for one in sorted(sources(), key=seen):
            rows.addLayout(column(*_lines(one), spacing=STEP // 4))
        self.setLayout(column(card))


def _lines(one: Cited) -> tuple[QWidget, QWidget]:
    known = sources()[one]
    standing = f"{known.words[:1].upper()}{known.words[1:]} · {known.where}"
    return label(one.label), label(standing, "muted")
