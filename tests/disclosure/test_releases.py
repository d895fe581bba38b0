"""A release holds for its phrase, wherever that stands; another phrase is asked about again."""

import pytest

from app.disclosure.leak import leaks_in
from app.domain.forms.sharing import LeakReleased
from app.domain.kit.record import Audience
from tests.casefold import concern_case
from tests.disclosure.test_leak import CASE

FIRST = "Agreed on 3 May: she goes home by Fielding Road at noon, and rings when she is there."


def found_in(text, *more):
    return leaks_in([text], concern_case(*CASE, *more), Audience.PARENTS, "dee")


def let(leak):
    said = {"document": "Summary", "reader": "dee", "why": "A road."}
    return (LeakReleased, said | {"found": leak.found, "around": leak.around})


def released(text):
    return tuple(let(leak) for leak in found_in(text))


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        "Quite another beginning of it. Again she comes home by Fielding Road at noon.",
        "At 17:45 on 21 December, home by\nFielding\nRoad at noon!",
    ],
)
def test_a_release_holds_for_its_phrase_on_any_page_and_in_any_line(text):
    assert released(FIRST)
    assert found_in(text) != ()
    assert found_in(text, *released(FIRST)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Then Fielding said that it was so.",
        "She goes home by Fielding Road with Fielding herself.",
        "She goes home. Fielding came.",
    ],
)
def test_another_phrase_with_the_same_words_is_asked_about_again(text):
    assert found_in(text, *released(FIRST)) != ()


def test_a_word_that_is_only_like_a_name_is_asked_about_once():
    first = "They sat in a feilding or two."
    (leak,) = found_in(first)
    assert leak.place == ("feilding", "")
    assert found_in("Of each feilding there was more to say.", *released(first)) == ()
    assert found_in("It was Feilding.", *released(first)) != ()
