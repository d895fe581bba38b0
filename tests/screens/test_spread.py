"""The spread map looks as it did with 1, 6, 20 and 60 copies, light and dark."""

import pytest

from app.ui import theme
from app.ui.copies.copies import MapPanel
from tests.spread.spreads import ONE, SIX, SIXTY, TWENTY

from .test_screens import DARK, LIGHT, compare, pytestmark

__all__ = ["pytestmark"]  # drawn on Linux, like every screen

COPIES = {1: ONE, 6: SIX, 20: TWENTY, 60: SIXTY}


@pytest.fixture
def shown(qapp, qtbot):
    """A map as wide as it is in the window."""
    theme.apply(qapp, LIGHT)
    made = MapPanel()
    qtbot.addWidget(made)
    made.resize(1200, 640)
    return made


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("count", COPIES)
def test_the_map_looks_as_it_did(qapp, shown, count, scheme, tmp_path):
    theme.apply(qapp, scheme)
    shown.show_spread(COPIES[count])
    shown.show()
    compare(shown, f"spread-{count}-{scheme.name.lower()}", tmp_path)


def test_the_whole_map_looks_as_it_did(qapp, shown, tmp_path):
    theme.apply(qapp, LIGHT)
    shown.show_spread(SIXTY)
    shown.show()
    shown.view.fit()
    compare(shown, "spread-60-whole", tmp_path)
