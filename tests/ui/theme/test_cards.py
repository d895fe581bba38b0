"""A column of cards in a narrow window: it scrolls further, and no card is cut."""

from PySide6.QtWidgets import QApplication

from app.ui.widgets.cards import Cards
from app.ui.widgets.parts import card, column, label

LONG = "Do not talk with the learners who passed it on before the officer has. " * 4


def test_cards_whose_words_wrap_are_as_high_as_their_words(qtbot):
    cards = Cards("Cards")
    qtbot.addWidget(cards)
    made = [card(column(label(LONG))) for _ in range(3)]
    for one in made:
        cards.add(one)
    cards.resize(220, 200)
    cards.show()
    QApplication.processEvents()
    assert all(one.height() >= one.heightForWidth(one.width()) for one in made)


def test_a_few_cards_stand_at_the_top(qtbot):
    cards = Cards("Cards")
    qtbot.addWidget(cards)
    one = card(column(label("Few words")))
    cards.add(one)
    cards.resize(220, 600)
    cards.show()
    QApplication.processEvents()
    assert one.height() == one.heightForWidth(one.width())
