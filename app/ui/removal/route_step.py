"""The step in which a route is chosen from the ladder."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.forms.routes import WRITTEN, RouteKind
from app.domain.kit.moments import day_of
from app.removal.flow import cautions, next_rung
from app.ui.forms.context import FormContext
from app.ui.removal.rung_card import RungCard
from app.ui.removal.steps import Look, StepPage

_NONE_TAKEN = "Take one of the routes, or choose Later: what you typed is kept."
_NO_PLACE = (
    "This route is for one item. Go back and choose the copy in the ledger, or say what it is "
    "and where."
)


class RouteStep(StepPage):
    """The rungs as cards, in the recommended order. The user decides which one to take."""

    place = 2

    def __init__(self, look: Look, context: FormContext) -> None:
        super().__init__(look, context)
        self.route: RouteKind | None = None
        self.cards: list[RungCard] = []
        self._holder = QWidget()
        self.rows.addWidget(self._holder)

    def _take(self) -> None:
        card = self.sender()
        assert isinstance(card, RungCard)
        self.route = card.rung.route
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        for card in self.cards:
            card.choose(chosen=card.rung.route is self.route)

    # Qt
    def initializePage(self) -> None:
        """Show the ladder. Keep the chosen route if it is still possible."""
        removal = self.look()
        rungs, today = removal.rungs, day_of(removal.session.now())
        following = next_rung(rungs)
        self.cards = [RungCard(rung, today, next_one=rung is following) for rung in rungs]
        holder = QWidget()
        stack = QVBoxLayout(holder)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(12)
        for card in self.cards:
            card.chosen.connect(self._take)
            stack.addWidget(card)
        self.rows.replaceWidget(self._holder, holder)
        self._holder.setParent(None)  # gone at once, so that no name exists twice
        self._holder.deleteLater()
        self._holder = holder
        if not any(one.rung.route is self.route and one.button.isEnabled() for one in self.cards):
            self.route = None
        self._mark()
        at = removal.situation
        self.warn(cautions(at) if at else ())

    def nextId(self) -> int:
        """Skip the words for a report of the learner’s own that is only recorded."""
        rung = self.look().rung
        return super().nextId() + bool(rung and rung.theirs)

    def validatePage(self) -> bool:
        if self.route is None:
            self.warn([_NONE_TAKEN])
            return False
        if self.route in WRITTEN and not self.look().located:
            self.warn([_NO_PLACE])
            return False
        return True
