"""The spread map on paper: every copy in words on some page, in type that can be read."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kit.tone import Tone
from app.spread.layout import NOT_LINKED, Hop, Spread, Stop, each_told, laid_out
from app.typesetting import spread_map as map_
from app.typesetting.page import MEASURE
from app.typesetting.spread_map import CONTINUED, FURTHER, SHOWN_ABOVE, SpreadBlock, spread_map
from tests.papers.paper import built, objects_in, paragraphs, plain, read, words_on
from tests.spread.spreads import CIRCLE, DEEP, ONE, SIX, SIXTY, TWENTY

SMALLEST = 6.5


@cache
def paper(spread):
    return built([*paragraphs("Where copies are known to be"), *spread_map(spread)])


@pytest.mark.parametrize("spread", [ONE, SIX, TWENTY, SIXTY, DEEP, CIRCLE])
def test_every_copy_stands_on_paper_once_with_all_its_words(spread):
    shown = words_on(paper(spread))
    for stop in spread.stops:
        whole = plain(stop.title + stop.lines[0])
        assert shown.count(whole) == 1
    for words in {stop.state for stop in spread.stops}:
        count = sum(stop.state == words for stop in spread.stops)
        assert shown.count(plain(words)) >= count


def test_each_copy_names_the_one_it_came_from():
    shown = words_on(paper(SIX))
    for words in ("From Learner A by Snapchat", "From Learner C by Instagram"):
        assert shown.count(plain(words)) == 1
    assert plain("From B by WhatsApp; D") in words_on(paper(CIRCLE))


def test_copies_linked_to_none_are_heard_after_those_that_are():
    alone = Stop("alone", "Nobody knows whence", ("Suspected",))
    shown = words_on(paper(Spread((alone, *SIX.stops), SIX.hops)))
    linked, _, unlinked = shown.partition(plain(NOT_LINKED))
    assert plain(alone.title) in unlinked
    assert all(plain(stop.title) in linked for stop in SIX.stops)


def test_sixty_copies_break_between_rows_and_say_so():
    pages = [page.extract_text() for page in read(paper(SIXTY)).pages]
    assert len(pages) > 2
    assert [CONTINUED in page for page in pages] == [False] + [True] * (len(pages) - 1)
    assert "Learner 8" in pages[0]


def test_no_copy_is_parted_by_a_page():
    pages = [plain(page.extract_text()) for page in read(paper(SIXTY)).pages]
    for stop in SIXTY.stops:
        origin = each_told(SIXTY)[stop.key]
        whole = plain(stop.title + stop.lines[0])
        held = [page for page in pages if whole in page]
        assert len(held) == 1, origin
        assert plain(stop.state) in held[0].partition(whole)[2]


def test_what_travelled_far_goes_on_below_from_a_copy_shown_above():
    shown = words_on(paper(DEEP))
    assert shown.count(plain(FURTHER)) == 2
    assert shown.count(plain(SHOWN_ABOVE)) == 2


def test_what_went_no_further_is_not_shown_again():
    end = Stop("end", "Learner end", ("Phone", "Suspected"), Tone.RED)
    spread = Spread((*DEEP.stops, end), (*DEEP.hops, Hop("3", "end")))
    first, *others = map_._parts(spread)
    assert end in first.stops
    assert not [part for part in others if "end" in {stop.key for stop in part.stops}]


def test_every_hop_forward_is_drawn_in_one_part():
    forward = [c.hop for c in laid_out(DEEP).curves if not c.back]
    drawn = [hop for part in map_._parts(DEEP) for hop in part.hops]
    assert sorted(drawn, key=str) == sorted(forward, key=str)


def test_copies_that_nobody_can_link_stand_under_words_that_say_so():
    shown = words_on(paper(TWENTY))
    assert plain(NOT_LINKED) in shown
    assert shown.index(plain("Learner 20")) > shown.index(plain(NOT_LINKED))
    assert plain(NOT_LINKED) not in words_on(paper(SIX))


def test_no_copy_at_all_is_said():
    assert plain("No copy is known.") in words_on(paper(Spread()))


def test_markup_that_was_typed_stays_text():
    stop = Stop("x", "<b>a < b & c</b>", ("<img src='x'/>", "Known"), Tone.RED)
    assert plain("<b>a < b & c</b><img src='x'/>Known") in words_on(paper(Spread((stop,))))


@pytest.mark.parametrize("spread", [ONE, SIX, TWENTY, SIXTY, DEEP])
def test_no_type_is_smaller_than_can_be_read(spread):
    sizes = set()
    for page in read(paper(spread)).pages:
        drawn = page.get_contents().get_data().decode("latin-1")
        assert not re.search(r"^0\.\d+ 0 0 0\.\d+ .* cm$", drawn, re.MULTILINE)  # never shrunk
        sizes |= {float(size) for size in re.findall(r"/F\S+ ([\d.]+) Tf", drawn)}
    assert min(sizes) >= SMALLEST


@pytest.mark.parametrize("spread", [ONE, SIX, TWENTY, SIXTY, DEEP, CIRCLE])
def test_the_map_is_no_wider_than_the_page(spread):
    for part in spread_map(spread):
        assert part.wrap(MEASURE, 500)[0] <= MEASURE
        assert part._laid_out().width <= MEASURE + 0.01


def test_each_tone_has_a_mark_that_differs_without_colour():
    drawn = {}
    for tone in Tone:
        page = read(paper(Spread((Stop("x", "A", ("Known",), tone),)))).pages[0]
        told = page.get_contents().get_data().decode("latin-1")
        drawn[tone] = re.sub(r"[\d. ]+ (rg|RG)", "", told)
    assert len(set(drawn.values())) == len(Tone)


def test_there_is_no_picture_in_the_map():
    assert not [found for found in objects_in(paper(SIXTY)) if "/XObject" in found]


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 40), st.data())
def test_any_forest_of_copies_comes_to_paper_whole(count, data):
    origins = [data.draw(st.integers(-1, at - 1)) for at in range(count)]
    stops = tuple(Stop(str(at), f"Copy({at})", ("Phone", "Known"), Tone.RED) for at in range(count))
    hops = tuple(Hop(str(one), str(at), "post") for at, one in enumerate(origins) if one >= 0)
    shown = words_on(paper(Spread(stops, hops)))
    for stop in stops:
        assert shown.count(plain(f"{stop.title}Phone")) == 1


@cache
def sixty():
    (block,) = spread_map(SIXTY)
    return block


@settings(max_examples=30, deadline=None)
@given(st.floats(30, 700))
def test_a_map_is_cut_only_where_whole_copies_fit(height):
    block = sixty()
    parts = block.split(MEASURE, height)
    if parts:
        assert parts[0].wrap(MEASURE, height)[1] <= height
        assert len(parts) == 2
    else:
        first = min(box.height for box in block._laid_out().boxes)
        assert height < first + block._measures().down


def test_a_block_is_measured_for_the_width_it_is_given():
    (block,) = spread_map(SIX)
    assert isinstance(block, SpreadBlock)
    assert block.wrap(300, 500)[1] > block.wrap(MEASURE, 500)[1]
