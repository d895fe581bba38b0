"""A first name that the reader’s child shares with a hidden learner: asked about once a paper."""

import pytest

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.disclosure.leak import leaks_in
from app.disclosure.traces import Trace
from app.domain.forms.person import PeopleNamed
from app.domain.forms.sharing import LeakReleased
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.record import Audience
from tests.casefold import concern_case
from tests.domain.people_of_two import PARENTS

TEXT = "{} was upset on Friday, and {} told us."


def case_of(mine, theirs, *more, kind=PersonKind.LEARNER, typed=""):
    own = Person(id="ava", kind=PersonKind.LEARNER, name=mine)
    other = Person(id="other", kind=kind, name=theirs)
    linked = (PARENTS[0], PARENTS[1] | {"parent_of": "ava"})
    named = (PeopleNamed, {"people": (Involved(other),), "why": "Told."})
    account = {"account": typed or "It was told."}
    people = (Involved(own, (Role.PICTURED,)),)
    return concern_case(linked, named, *more, people=people, **account)


def asked(case, text, reader="dee", audience=Audience.PARENTS):
    found = leaks_in([text], case, audience, reader)
    return [one.found for one in found if one.trace is Trace.SHARED]


PAIRS = {
    "the same first name": ("Sam Stone", "Sam Reed", "Sam", ["Sam"]),
    "a short form of the other’s": ("Sam Stone", "Samuel Reed", "Sam", ["Sam"]),
    "the long form of the other’s": ("Samuel Stone", "Sam Reed", "Samuel", ["Samuel"]),
    "the same initial after it": ("Sam Stone", "Sam Spry", "Sam S", ["Sam S"]),
    "the same name whole": ("Sam Stone", "Sam Stone", "Sam Stone", ["Sam Stone"]),
    "a name that is a word": ("Grace Stone", "Grace Reed", "Grace", ["Grace"]),
    "the whole name says who it is": ("Sam Stone", "Sam Reed", "Sam Stone", []),
    "another first name": ("Sam Stone", "Kai Reed", "Sam", []),
    "the other’s last name": ("Reed Stone", "Sam Reed", "Reed Stone", []),
}


@pytest.mark.parametrize(("mine", "theirs", "said", "found"), PAIRS.values(), ids=PAIRS)
def test_a_first_name_that_two_learners_have_is_asked_about_once(mine, theirs, said, found):
    case = case_of(mine, theirs, typed=TEXT.format(said, said))
    for reader, audience in (("dee", Audience.PARENTS), ("ava", Audience.LEARNER)):
        text = TEXT.format(said, said)
        assert Disguise.of(disclosure_for(case, audience, reader)).over(text) == text
        assert asked(case, text, reader, audience) == found
        assert asked(case, f"{text}\n\n{text}", reader, audience) == found


@pytest.mark.parametrize("text", ["We saw his good grace.", "Dee was upset."])
def test_what_names_neither_learner_is_not_asked_about(text):
    assert asked(case_of("Grace Stone", "Grace Reed", typed=text), text) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [("It was told.", []), ("We spoke about Sam.", ["Sam"]), ("Sam was late.", []), ("Sam", [])],
)
def test_a_name_that_the_paper_itself_prints_is_not_asked_about(typed, found):
    case = case_of("Sam Stone", "Sam Reed", typed=typed)
    assert asked(case, "Summary, about Sam\nDear Dee Stone,") == found


def test_an_adult_of_the_same_name_is_not_another_learner():
    text = TEXT.format("Sam", "Sam")
    case = case_of("Sam Stone", "Sam Reed", kind=PersonKind.ADULT, typed=text)
    assert asked(case, text) == []


def test_a_release_holds_for_its_reader_wherever_the_name_stands():
    first, other = TEXT.format("Sam", "Sam"), "Ask Sam how he is."
    said = {"document": "Summary", "readers": Audience.PARENTS, "reader": "dee"}
    said |= {"found": "Sam", "around": first, "why": "It is her own Sam each time."}
    typed = f"{first} {other}"
    case = case_of("Sam Stone", "Sam Reed", (LeakReleased, said), typed=typed)
    assert asked(case, f"{first}\n\n{other}") == []
    assert asked(case, other, "ava", Audience.LEARNER) == ["Sam"]
