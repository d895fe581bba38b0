"""A list in which one thing at a time is edited; what was typed at another waits at its button."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.casework import drafts
from app.casework.session import Session
from app.domain.kit.tone import Tone
from app.ui.drafts.editing import Editing, put_away
from app.ui.widgets.card_page import Filling
from app.ui.widgets.parts import Chip


class _Way(NamedTuple):
    button: QPushButton
    kept: Chip
    edit: Callable[[], Editing]


class Edits(QObject):
    """The ways to edit what a list shows, by key. Of a `kind` is what their drafts are kept under.

    What was typed last comes back by itself; where more waits, a chip at its button says so.
    """

    def __init__(self, owner: QWidget, layout: QVBoxLayout, session: Session, kind: str) -> None:
        super().__init__(owner)
        self._owner, self._session, self._kind = owner, session, kind
        self._ways: dict[str, _Way] = {}
        self._filling = Filling(owner, layout)
        self._waiting: list[Callable[[], object]] = []

    def fill(self, cards: Iterable[Callable[[], QWidget]], *, back_to: str = "") -> None:
        """Show these cards instead, and set the cursor back to the button of one, if it is given.

        Raises the vault's errors when what is typed cannot be kept.
        """
        put_away(self._owner)
        self._ways.clear()
        self._filling.fill(cards, partial(self._filled, back_to))

    def way(self, key: str, button: QPushButton, edit: Callable[[], Editing]) -> Chip:
        """Take in the button that edits one. Gives the chip to set beside it: a draft is kept."""
        kept = Chip("Typed, not saved", Tone.AMBER)
        kept.setObjectName(f"{self._kind}_{key}_kept")
        kept.hide()
        self._ways[key] = _Way(button, kept, edit)
        button.clicked.connect(partial(self._open, key))
        return kept

    def go_back_to(self, name: str) -> None:
        """Go on with what was typed under this name, once its card is there."""
        self.when_filled(partial(self._open, name.removeprefix(f"{self._kind}_")))

    def when_filled(self, then: Callable[[], object]) -> None:
        """Do something once every card is there, and nothing below the last moves any more."""
        if self._filling.busy:
            self._waiting.append(then)
        else:
            then()

    def give_back(self) -> None:
        """Show what was typed last and not saved, unless something is being edited."""
        if not self._owner.findChildren(Editing):
            key = next((key for key in self._kept() if key in self._ways), None)
            if key is not None:
                self._ways[key].edit()
        self._mark()

    def _filled(self, back_to: str) -> None:
        if back_to in self._ways:
            self._ways[back_to].button.setFocus()
            self._mark()
        else:
            self.give_back()
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _open(self, key: str, _on: bool = False) -> None:
        if key in self._ways:
            put_away(self._owner)
            self._ways[key].edit().begin()
            self._mark()

    def _kept(self) -> list[str]:
        """Give the keys under which something is kept, the newest first."""
        names = (one.name for one in drafts.asides(self._session))
        start = f"{self._kind}_"
        return [name.removeprefix(start) for name in names if name.startswith(start)]

    def _mark(self) -> None:
        """Say at each button what waits there. What is open says so itself."""
        kept = set(self._kept())
        edited = {one.objectName() for one in self._owner.findChildren(Editing)}
        for key, way in self._ways.items():
            waits = key in kept and f"{self._kind}_{key}_editing" not in edited
            way.kept.setVisible(waits)
            way.button.setAccessibleDescription(way.kept.text() if waits else "")
