"""The layout of the spread map: every copy once, none on another, no line through a copy."""

import subprocess
import sys
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.spread.layout import Hop, Measures, Spread, Stop, each_told, laid_out, told
from tests.spread.spreads import CIRCLE, ONE, SIX, SIXTY, TWENTY

KEYS = [str(number) for number in range(60)]


@st.composite
def spreads(draw):
    """Any graph of up to 60 copies: circles, unknown sources, hops said twice or to itself."""
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=60))
    ends = st.sampled_from([*keys, "unknown"])
    hops = st.builds(Hop, ends, ends, st.sampled_from(["", "Snapchat", "WhatsApp"]))
    stops = tuple(Stop(key, f"Copy {key}", ("Phone", "Known")) for key in keys)
    return Spread(stops, tuple(draw(st.lists(hops, max_size=90))))


def overlap(one, other):
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def on_the_way(curve, parts=16):
    """Points of a curve, from start to end."""
    start = curve.start
    for bend in curve.bends:
        for step in range(parts + 1):
            t = step / parts
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            ends = (start, bend.first, bend.second, bend.end)
            yield tuple(
                sum(weight * end[axis] for weight, end in zip(weights, ends, strict=True))
                for axis in (0, 1)
            )
        start = bend.end


def within(box, point, hair=0.01):
    x, y = point
    return (
        box.x + hair < x < box.x + box.width - hair and box.y + hair < y < box.y + box.height - hair
    )


TWO_SOURCES = Spread(
    tuple(Stop(key, f"Copy {key}", ()) for key in "abc"), (Hop("a", "c"), Hop("b", "c"))
)


@given(spreads(), st.sampled_from([None, 500.0]))
@example(TWO_SOURCES, 500.0)
def test_every_copy_is_placed_once_and_none_on_another(spread, page):
    boxes = laid_out(spread, Measures(page=page)).boxes
    assert sorted(box.stop.key for box in boxes) == sorted(stop.key for stop in spread.stops)
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]


@given(spreads())
def test_a_copy_stands_further_right_than_the_one_it_came_from(spread):
    layout = laid_out(spread)
    boxes = {box.stop.key: box for box in layout.boxes}
    for curve in layout.curves:
        source, target = boxes[curve.hop.source], boxes[curve.hop.target]
        left, right = (target, source) if curve.back else (source, target)
        assert left.rank < right.rank
        assert left.x + left.width < right.x


@given(spreads())
def test_only_hops_of_a_circle_lead_back(spread):
    forward = {(c.hop.source, c.hop.target) for c in laid_out(spread).curves if not c.back}
    for curve in laid_out(spread).curves:
        if curve.back:
            reached = {curve.hop.target}
            while more := {t for s, t in forward if s in reached} - reached:
                reached |= more
            assert curve.hop.source in reached


@given(spreads())
def test_no_line_and_no_label_runs_through_a_copy(spread):
    layout = laid_out(spread)
    for curve in layout.curves:
        points = list(on_the_way(curve))
        if room := curve.room:
            points += [(room.x, room.y), (room.x + room.width, room.y + room.height)]
        assert not [point for point in points for box in layout.boxes if within(box, point)]


@given(spreads())
def test_every_hop_between_two_copies_is_drawn_once(spread):
    keys = {stop.key for stop in spread.stops}
    drawn = [(curve.hop.source, curve.hop.target) for curve in laid_out(spread).curves]
    pairs = {(hop.source, hop.target) for hop in spread.hops if hop.source != hop.target}
    assert sorted(drawn) == sorted(pair for pair in pairs if set(pair) <= keys)


@given(spreads())
def test_everything_lies_within_the_size_that_is_given(spread):
    layout = laid_out(spread, Measures(width=100, height=40, across=50, down=10, head=20))
    for box in layout.boxes:
        assert min(box.x, box.y) >= 0
        assert box.x + box.width <= layout.width
        assert box.y + box.height <= layout.height
    for curve in layout.curves:
        assert all(0 <= y <= layout.height for _, y in on_the_way(curve))


@given(st.lists(st.integers(0, 58), max_size=58))
def test_where_every_copy_came_from_one_no_lines_cross(origins):
    pairs = [(min(origin, at), at + 1) for at, origin in enumerate(origins)]
    hops = tuple(Hop(str(one), str(other)) for one, other in pairs)
    layout = laid_out(Spread(tuple(Stop(key, key, ()) for key in KEYS), hops))
    ends = [(c.start, c.bends[-1].end) for c in layout.curves]
    for (start, end), (other_start, other_end) in combinations(ends, 2):
        if start.x == other_start.x:
            assert (start.y - other_start.y) * (end.y - other_end.y) >= 0


@given(spreads())
def test_the_same_spread_is_laid_out_the_same(spread):
    assert laid_out(spread) == laid_out(spread)


def test_another_run_of_the_program_lays_it_out_the_same():
    ask = (
        "from tests.spread.spreads import *; from app.spread.layout import laid_out; "
        "print(laid_out(SIXTY))"
    )
    for seed in ("1", "2"):
        run = [sys.executable, "-c", ask]
        told = subprocess.run(
            run, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        )
        assert told.stdout.strip() == str(laid_out(SIXTY))


def test_parts_that_are_not_linked_stand_below_each_other():
    boxes = {box.stop.key: box for box in laid_out(TWENTY).boxes}
    upper = max(box.y + box.height for key, box in boxes.items() if int(key) < 12)
    assert upper < min(boxes[str(at)].y for at in range(12, 18))


def test_copies_that_nobody_can_link_stand_last_under_words_that_say_so():
    layout = laid_out(TWENTY)
    assert [box.stop.key for box in layout.boxes[-2:]] == ["18", "19"]
    assert layout.not_linked.y + layout.not_linked.height <= layout.boxes[-2].y
    assert laid_out(SIX).not_linked is None
    assert laid_out(ONE).not_linked is None


def test_a_circle_is_drawn_with_a_line_that_leads_back():
    back = [(c.hop.source, c.hop.target) for c in laid_out(CIRCLE).curves if c.back]
    assert back == [("b", "a"), ("d", "a")]


def test_boxes_are_read_column_by_column():
    assert next(box.stop.key for box in laid_out(SIX).boxes) == "a"
    ranks = [box.rank for box in laid_out(SIX).boxes]
    assert all(one <= other for one, other in pairwise(ranks))


def test_no_copy_at_all_makes_an_empty_map():
    assert laid_out(Spread()).boxes == ()
    assert told(Spread()) == "No copy is known."


def test_the_map_is_told_in_words():
    assert each_told(SIX)["b"] == (
        "Learner B: Phone, Holder says it is gone, 11:05; came from Learner A by Snapchat;"
        " went on to Learner C by WhatsApp group, Learner D by AirDrop."
    )
    assert told(SIX).startswith("6 copies. Learner A: Own phone, Gone")
    assert told(ONE) == "1 copy. Alex Example: Own phone, Known, not yet asked."


@pytest.mark.parametrize("spread", [ONE, SIX, TWENTY, SIXTY])
def test_a_label_is_given_room_beside_every_line(spread):
    assert [curve.room for curve in laid_out(spread).curves if not curve.room] == []
