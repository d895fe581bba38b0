"""One name however it is written, what is near to one, and where one stands in a text."""

# ruff: noqa: RUF001  (letters that look alike are what this is about)

import unicodedata
from itertools import combinations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from app.domain import names
from app.domain.names.folding import fold, spelt
from tests.domain.names import PAIRS
from tests.grids import in_each

KNOWN = sorted({name for pairs in PAIRS.values() for pair in pairs for name in pair})


def relation(one, other):
    if names.same(one, other):
        return "same"
    return "near" if names.near(one, other) else "other"


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [(*pair, kind) for kind, pairs in PAIRS.items() for pair in pairs],
)
def test_two_writings_are_of_one_name_near_to_it_or_of_another(one, other, kind):
    assert relation(one, other) == relation(other, one) == kind


def test_common_first_names_are_each_their_own():
    first = """Oliver Jack Harry Alfie Charlie Thomas William Joshua George James Daniel Jacob
    Samuel Joseph Dylan Noah Lucas Oscar Max Logan Leo Archie Benjamin Alexander Isaac Adam Ryan
    Mason Finley Callum Theo Connor Harvey Toby Aaron Matthew Kai Henry Edward Cameron Nathan
    Ruby Chloe Emily Sophie Jessica Grace Lily Amelia Mia Olivia Charlotte Isabella Daisy Megan
    Summer Isla Poppy Amy Freya Phoebe Erin Leah Brooke Imogen Sienna Scarlett Molly Abigail
    Hannah Jasmine Evelyn Rosie Eliza Alice Matilda Martha Zara Maisie Amber Faith Niamh""".split()  # noqa: SIM905
    assert len({names.key(f"{name} Reed") for name in first}) == len(first)
    asked = [pair for pair in combinations(first, 2) if names.near(*(f"{x} Reed" for x in pair))]
    assert len(asked) < 20


anything = st.one_of(st.sampled_from(KNOWN), st.text(max_size=20))
WRITTEN = st.lists(
    st.text(st.sampled_from("abdeilmnorstuvłøßéñçñşğıđžк李अ"), min_size=1, max_size=7),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(anything)
@example("0:O:O:0")
@example("Niamh O O Connor")
def test_the_key_of_a_key_is_that_key(name):
    assert names.key(names.key(name)) == names.key(name)


@given(anything, anything, anything)
def test_being_the_same_name_goes_both_ways_and_on(one, other, third):
    assert names.same(one, one)
    assert names.near(one, one)
    assert names.same(one, other) == names.same(other, one)
    assert names.near(one, other) == names.near(other, one)
    if names.same(one, other):
        assert names.near(one, other)
        assert names.same(other, third) == names.same(one, third)


def swapped(signs):
    return lambda name: "".join(signs.get(sign, sign) for sign in name)


VARIATIONS = {
    "composed otherwise": lambda name: unicodedata.normalize("NFD", name),
    "in capitals": str.upper,
    "in small letters": str.lower,
    "spaced out": lambda name: f" {'  '.join(name.split(' '))} ",
    "spaced without a break": swapped({" ": "\u00a0"}),
    "with the other apostrophe": swapped({"’": "'", "'": "’"}),
    "without apostrophes": swapped(dict.fromkeys("’'`´", "")),
    "with the other hyphen": swapped({"-": "‐"}),
    "with spaces for hyphens": swapped({"-": " "}),
    "without full stops": swapped({".": " "}),
    "in full width": swapped({chr(at): chr(at + 0xFEE0) for at in range(ord("A"), ord("z") + 1)}),
    "in quotes": lambda name: f"“{name}”",
}


@pytest.mark.parametrize("vary", VARIATIONS.values(), ids=VARIATIONS)
@given(st.one_of(st.sampled_from(KNOWN), WRITTEN))
def test_the_key_is_the_same_for_every_ordinary_variation(vary, name):
    assert names.key(vary(name)) == names.key(name)


@given(WRITTEN, WRITTEN)
def test_the_order_of_a_list_of_learners_is_the_order_of_speech(given, family):
    assume(names.TITLES.isdisjoint(spelt(family)))
    listed = f"{family.upper()}, {given}"
    assert names.key(listed) == names.key(f"{given} {family}")


@pytest.mark.parametrize(
    ("one", "other", "one_person"),
    [
        ("R. Okafor", "R Okafor", True),
        ("R. Okafor", "Mr R. Okafor", True),
        ("R. Okafor", "R. Okafor (DSL)", True),
        ("N. O’Connor", "N. O'Connor", True),
        ("Ben Marsh", "Ben Marsh, learner", True),
        ("Ben Marsh", "MARSH, Ben", True),
        ("Stone, Ava", "Stone, Karl", False),
        ("R. Okafor", "S. Okafor", False),
        ("Ann Reed", "Anne Reed", False),
        ("R. Okafor", "R.Okafor", True),
        ("R. Okafor", "Okafor, R.", True),
        ("R. Okafor", "Okafor, R., DSL", True),
        ("R. Okafor", "OKAFOR R", True),
        ("R. J. Okafor", "Okafor R J", True),
        ("R. Okafor", "Dr R Okafor - Deputy DSL", True),
        ("R. Okafor", "R. Okafor DSL", True),
        ("R. Okafor", "R Okafor deputy DSL", True),
        ("R. Okafor", "R. Okafor: by telephone", True),
        ("R. Okafor, DSL", "Okafor, R., Deputy DSL", True),
        ("R. Okafor, DSL", "T. Reed, DSL", False),
        ("Okafor, R.", "Okafor, T.", False),
        ("R. Okafor", "O. Rafork", False),
        ("Rita Okafor", "R. Okafor", False),
    ],
)
def test_somebody_else_is_not_the_same_person_with_a_title_or_a_role(one, other, one_person):
    assert names.same_bearer(one, other) == names.same_bearer(other, one) == one_person


@pytest.mark.parametrize(
    ("one", "other", "perhaps"),
    [
        ("Rita Okafor", "R. Okafor", True),
        ("Rita Okafor", "Okafor, R., DSL", True),
        ("Rita Okafor", "OKAFOR Rita", True),
        ("Ms Rita Okafor", "R Okafor (DSL)", True),
        ("Rita Okafor", "T. Okafor", False),
        ("Rita Okafor", "Rosa Okafor", False),
        ("Rita Okafor", "R. Obi", False),
        ("Rita Okafor", "Okafor", False),
        ("R. O.", "Rita Okafor", False),
        ("Ann Reed", "Anne Reed", False),
        ("", "", False),
    ],
)
def test_an_initial_or_another_order_may_be_the_same_person(one, other, perhaps):
    found = names.perhaps_same_bearer(one, other)
    assert found == names.perhaps_same_bearer(other, one) == perhaps


@pytest.mark.parametrize(
    ("written", "first"),
    [("Ava Stone", "Ava"), ("STONE, Ava", "Ava"), ("Mrs Dee Stone", "Dee"), ("Dr", "Dr"), ("", "")],
)
def test_the_first_name_is_the_one_people_are_called_by(written, first):
    assert names.first_name(written) == first


@pytest.mark.parametrize(
    "text",
    [
        "Spoke with Ava Stone.",
        "AVA  STONE’s tutor",
        "Seen by STONE, Ava",
        "(Ava\nStone)",
        "Ava-Stone rang",
        "Áva Stone",
    ],
)
def test_a_name_stands_in_a_text_in_any_of_its_writings(text):
    assert names.contains(text, "Ava Stone")
    assert names.contains(text, "STONE, Ava")


@pytest.mark.parametrize(
    "text", ["", "Ava", "Avast one", "Ava Stones", "Ava. Stone walls", "Lava Stone"]
)
def test_a_part_of_words_or_two_sentences_are_no_name(text):
    assert not names.contains(text, "Ava Stone")


@pytest.mark.parametrize("text", ["R Okafor", "r.okafor", "R. OKAFOR", "OKAFOR, R."])
def test_a_name_with_an_initial_stands_in_a_text_however_it_is_stopped(text):
    assert names.contains(f"Told {text} at once", "R. Okafor")


@pytest.mark.parametrize("text", ["Niamh O'Connor", "niamh oconnor", "NIAMH O CONNOR"])
def test_a_name_with_an_apostrophe_stands_in_a_text_with_or_without_it(text):
    assert names.contains(f"Told {text} at once", "Niamh O’Connor")


def test_nothing_stands_in_a_text_by_no_name():
    assert not names.contains("Ava Stone", "")
    assert not names.contains("Ava Stone", "?!")


@in_each("name", [name for name in KNOWN if names.words(name)])
def test_every_name_stands_in_a_text_as_it_is_written_itself(name):
    assert names.contains(f"Told {name} at once", name)


@given(anything, st.sampled_from(KNOWN))
def test_every_place_found_is_a_writing_of_the_name(text, name):
    around = f"{text}\n; {name} ; {text}"
    found = list(names.places(around, (name,)))
    assert all(0 <= start < end <= len(around) for start, end in found)
    assert found or not names.words(name)


def test_folded_text_keeps_its_places():
    folded = fold("Zoë Strauß rang")
    start = folded.letters.index("strauss")
    assert folded.text[slice(*folded.span(start, start + len("strauss")))] == "Strauß"
