"""A flow remembers how tall it is for a width, until what is in it changes."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.widgets.flow import Flow

pytestmark = pytest.mark.looks


@pytest.fixture
def flow(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    made = Flow(4)
    holder.setLayout(made)
    for words in ("One", "Two", "Three"):
        made.addWidget(QPushButton(words))
    holder.show()
    yield made
    holder.close()


def test_it_is_taller_where_there_is_less_width(flow):
    assert flow.heightForWidth(40) > flow.heightForWidth(1000)


def test_one_more_widget_longer_words_and_a_hidden_one_count_at_once(flow):
    first = flow.heightForWidth(100)
    flow.addWidget(added := QPushButton("Four"))
    added.show()
    taller = flow.heightForWidth(100)
    assert taller > first
    added.hide()
    assert flow.heightForWidth(100) == first
    line = flow.heightForWidth(300)
    flow.itemAt(0).widget().setText("Words that need a line of their own")
    assert flow.heightForWidth(300) > line
