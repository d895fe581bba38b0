"""The list of sources: whatever no paper prints stands first, with where it was looked for."""

from PySide6.QtWidgets import QLabel

from app.casework.sources import seen, sources
from app.ui.settings.sources import SourcesCard


def test_every_source_is_listed_with_its_standing_and_what_nobody_saw_stands_first(qtbot):
    card = SourcesCard()
    qtbot.addWidget(card)
    card.show()
    shown = [label.text() for label in card.findChildren(QLabel)]
    places = {one: shown.index(one.label) for one in sources()}
    for one, known in sources().items():
        assert shown[places[one] + 1].lower() == f"{known.words} · {known.where}".lower()
    unseen = [place for one, place in places.items() if not seen(one)]
    assert unseen
    assert max(unseen) < min(place for one, place in places.items() if seen(one))
