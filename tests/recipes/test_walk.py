"""The page that walks one question through the house shows the lines that stand there."""

import re

import pytest

from tests.recipes.follow import ROOT

PAGE = (ROOT / "docs" / "one-question.md").read_text("utf-8")
SHOWN = re.findall(
    r"^`(app/[\w/]+\.py)`([^\n]*)\n\n```\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE
)
LEFT_OUT = "…"


def test_there_are_at_most_six_stations_and_each_shows_lines():
    _, *stations = PAGE.split("\n## ")
    assert 0 < len(stations) <= 6
    assert all("```" in station for station in stations)
    assert 2 * len(SHOWN) == PAGE.count("```")


@pytest.mark.parametrize(("file", "names", "box"), SHOWN, ids=[file for file, *_ in SHOWN])
def test_the_lines_of_a_station_stand_in_the_source_in_this_order(file, names, box):
    source = (ROOT / file).read_text("utf-8")
    for part in re.split(rf"^ *{LEFT_OUT}\n", box, flags=re.MULTILINE):
        assert "\n" + part in source
        source = source.partition(part)[2]
    whole = (ROOT / file).read_text("utf-8")
    for name in re.findall(r"`([\w.]+)`", names):
        assert re.search(rf"(def|class) {name.rpartition('.')[2]}\b", whole)
