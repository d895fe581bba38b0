"""What a document replaced for its reader: a button, and the two texts beside each other."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from app.casework.documents import PreparedPaper
from app.papers.sides import Side, printed_sides
from app.ui.case_papers.disguise_view import DisguiseView
from app.ui.widgets import tasks
from app.ui.widgets.named import named
from app.ui.widgets.parts import toggle


class ReplacedView(DisguiseView):
    """Stands in place of the pages while its button is down. Compares beside the window."""

    def __init__(self, pages: QWidget) -> None:
        super().__init__()
        self._pages = pages
        self._prepared: PreparedPaper | None = None
        self.button: QPushButton = named(
            toggle("What was replaced"), "replaced", "What was replaced for this reader"
        )
        self.button.toggled.connect(self._turn)
        self.offer(None)

    def offer(self, prepared: PreparedPaper | None) -> None:
        """Be ready for a document, where it is one that disguises; begin with its pages."""
        self._prepared = prepared
        self.button.setChecked(False)
        self.button.setVisible(prepared is not None and prepared.offer.disguises)
        self.setVisible(False)
        self._pages.setVisible(True)

    def _turn(self, down: bool) -> None:
        self._pages.setVisible(not down)
        self.setVisible(down)
        if down and (prepared := self._prepared):
            kind, subject = prepared.offer
            work = partial(
                printed_sides, prepared.content, prepared.case, kind.audience, subject.about
            )
            tasks.start(self, work, done=partial(self._show, prepared), failed=_report)

    def _show(self, prepared: PreparedPaper, sides: tuple[Side, ...]) -> None:
        if prepared is self._prepared:
            self.show_sides(sides)


def _report(error: Exception) -> None:
    raise error
