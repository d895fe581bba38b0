"""The editor for people and their roles: search, choose or add them in place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kit.answers import Answer, Involved, Person
from app.domain.kit.form import Question
from app.domain.kit.text import clean
from app.ui.forms.context import FormContext
from app.ui.forms.editor import Editor, Raw, reach_before
from app.ui.forms.person_card import PersonCard
from app.ui.forms.person_search import PersonSearch
from app.ui.forms.sheet import MakeEditor
from app.ui.widgets.parts import column


class PeopleEditor(Editor):
    """People of the case with their roles, then a line that finds or adds the next person."""

    def __init__(self, question: Question, context: FormContext, make_editor: MakeEditor) -> None:
        super().__init__(question)
        self._context, self._make_editor = context, make_editor
        self.cards: list[PersonCard] = []
        self.search = PersonSearch(context, self._known_ids)
        self.search.chosen.connect(self._take)
        self.search.changed.connect(self.changed)
        self.search.box.refused.connect(self.complained)
        self._stack: QVBoxLayout = column(self.search, spacing=8)
        self.setLayout(self._stack)
        self._takes_focus(self.search.box)

    def value(self) -> Answer:
        return tuple(card.involved() for card in self.cards) or None

    def set_value(self, answer: Answer) -> None:
        for card in tuple(self.cards):
            self._take_out(card)
        self.search.box.clear()
        for involved in answer if isinstance(answer, tuple) else ():
            if isinstance(involved, Involved):
                self._add(involved)
        self.changed.emit()

    def raw(self) -> Raw:
        typed = clean(self.search.box.text()).strip()
        found = {"": typed} if typed else {}
        for at, card in enumerate(self.cards, start=1):
            found |= {f"{at}.{name}": text for name, text in card.sheet.raw_texts().items()}
        return found

    def restore(self, raw: Raw) -> None:
        self.search.box.setText(raw.get("", ""))
        for path, typed in raw.items():
            at, _, name = path.partition(".")
            if at.isdecimal() and 0 < int(at) <= len(self.cards):
                self.cards[int(at) - 1].sheet.restore({name: typed})

    def complaints(self) -> dict[str, str]:
        found = {
            f"{at}.{name}": why
            for at, card in enumerate(self.cards, start=1)
            for name, why in card.complaints().items()
        }
        if typed := self.search.box.text().strip():
            found[""] = f"“{typed[:60]}” is not added yet. Choose who it is, or empty the line."
        return found

    def spot(self, path: str) -> QWidget:
        at, _, name = path.partition(".")
        if at.isdecimal() and 0 < int(at) <= len(self.cards):
            return self.cards[int(at) - 1].sheet.spot(name) or self.search.box
        if self.search.box.text().strip():
            return self.search.box
        partless = (card.sheet.spot("roles") for card in self.cards if not card.involved().roles)
        return next(partless, None) or self.search.box

    def show_problems(self, sentences: dict[str, str], *, asking: bool = False) -> str:
        for at, card in enumerate(self.cards, start=1):
            mine = {
                path.partition(".")[2]: words
                for path, words in sentences.items()
                if path.partition(".")[0] == str(at)
            }
            card.sheet.show_problems(mine, asking=asking)
        return sentences.get("", "")

    def _known_ids(self) -> set[str]:
        return {card.involved().person.id for card in self.cards}

    def _take(self, person: Person, go_to: str) -> None:
        card = self._add(Involved(person))
        card.show()  # now, so that it can take the focus
        self.search.box.clear()
        self.changed.emit()
        spot = card.sheet.spot(go_to) or card.sheet.spot("roles") or self.search.box
        spot.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, involved: Involved) -> PersonCard:
        card = PersonCard(involved, self._context, self._make_editor)
        card.sheet.changed.connect(self.changed)
        card.removed.connect(self._remove)
        self._stack.insertWidget(len(self.cards), card)
        reach_before(card, self.search.box)
        self.cards.append(card)
        self._number()
        return card

    def _remove(self) -> None:
        card = self.sender()
        assert isinstance(card, PersonCard)
        self._take_out(card)
        self.search.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _take_out(self, card: PersonCard) -> None:
        self.cards.remove(card)
        self._stack.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._number()

    def _number(self) -> None:
        for at, card in enumerate(self.cards, start=1):
            card.number(at, self.question.name)
