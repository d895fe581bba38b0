"""Names that are words too: where the words around decide, they decide; where not, it is asked."""

import pytest

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.disclosure.leak import leaks_in
from app.domain.forms.person import PeopleNamed
from app.domain.kit.answers import Involved, Person, PersonKind
from app.domain.kit.record import Audience
from tests.casefold import concern_case
from tests.domain.people_of_two import PARENTS
from tests.grids import in_each

NAMES = (
    "Jack Turner",
    "Grace Hope",
    "June Archer",
    "Will Day",
    "Lily Baker",
    "Ruby Fielding",
    "May Cook",
    "Oliver Pell",
    "Ben Osei",
    "Summer Ward",
    "Mark Page",
    "Lucy Penrose",
)
GROUP = "PLB2"


def case_of(*named):
    people = tuple(
        Involved(Person(id=f"p{at}", kind=PersonKind.LEARNER, name=name, group=GROUP))
        for at, name in enumerate(named)
    )
    return concern_case(PARENTS, (PeopleNamed, {"people": people, "why": "Told."}))


CASE = case_of(*NAMES)
HIDE = Disguise.of(disclosure_for(CASE, Audience.PARENTS, "dee"))


def found_in(text, case=CASE):
    return [leak.found for leak in leaks_in([text], case, Audience.PARENTS, "dee")]


def marked(text):
    """Return the text without the brackets, and what stands in them."""
    before, _, rest = text.partition("[")
    word, _, after = rest.partition("]")
    return before + word + after, word


SURE = """
She had told [jack] about it.
He asked [grace] to send it on.
Then [jack]’s mum rang.
It came from [jack]’s phone.
She is an aunt of [grace].
A girl called [lily] has it.
The best friend of [ruby] said so.
She and [jack] were there.
Later [june] rang.
In the evening [grace] said sorry.
[Grace] no longer comes to the group.
At 10:45 [June] rang.
At 9.30 [May] told us more.
She told [will] that she was sorry.
Then [will] said that it was gone.
We met [Will] in the hall.
[Jack] was there.
[Jacks] mum rang us.
Yesterday [jacks] mum rang us.
It is [bens] sister who told.
It was on [Olivers] phone.
The [PLB2s] know of it.
"""
ASKED = """
It came from [jack] in the end.
Everybody saw [lily] and him there.
Is it on [@gracehope07] or not?
It was posted by [oliverxo] today.
It was posted by [itsoliver] today.
It was posted by [oliver]_77 today.
[Grace] is what she is called.
She heard it of [Jakc] again.
She heard it of [Bne] again.
She heard that [Olvier] was there.
With [Bens] it is the same.
It went round with [fielding] in it.
It was said that [Bake] had it.
It came from [grace] in the end.
She and [will] were there.
It is with [lucyxo] now.
"""
WORDS = """
It was with grace, and in hope, that she told us.
Will you come, and may I ask why?
May anything be deleted? Day and time of the call: as above.
On 12 June he rang, and in May he was away.
In June 2026 and since May it has been quiet.
The day will be hard, and she may be late.
Mark the day, and hope for the best.
Last summer’s trip was long; the summer will be better.
She told him it will be fine. The message will go.
A cook, a baker, an archer and a turner were there.
Page 1 of 2
The ward was full, and the page was torn.
He said that may be so. They will come.
She asked for a lily and a ruby ring.
He does not know. I don’t, and won’t.
Ring the Lucy Faithfull Foundation, or bake a cake with Dee.
"""


def lines(text):
    return text.strip().splitlines()


@in_each("line", lines(SURE))
def test_a_word_that_stands_where_a_name_does_is_hidden_and_would_be_found(line):
    text, name = marked(line)
    assert name not in HIDE.over(text), HIDE.over(text)
    assert "nother " in HIDE.over(text)
    assert found_in(text)
    assert not found_in(HIDE.over(text))


@in_each("line", lines(ASKED))
def test_what_only_may_be_a_name_is_asked_about(line):
    text, name = marked(line)
    assert any(name.strip("@") in found for found in found_in(text)), found_in(text)


@in_each("line", lines(WORDS))
def test_a_word_that_stands_as_a_word_is_neither_hidden_nor_asked_about(line):
    assert HIDE.over(line) == line
    assert found_in(line) == []


def test_a_forgotten_apostrophe_is_put_back():
    assert HIDE.over("So Jacks mum rang.").endswith("’s mum rang.")


@pytest.mark.parametrize(
    "nobody",
    ["Not known", "None", "Boy", "A boy from Exampleton", "Unknown", "Somebody in year 9", "nan"],
)
def test_what_stands_for_a_name_is_nobodys_name(nobody):
    case = case_of(nobody)
    hide = Disguise.of(disclosure_for(case, Audience.PARENTS, "dee"))
    text = (
        "It is not known who has it. None of it is her fault. The boy came home from Exampleton, "
        "and his nan was in. Somebody in the year knows. Boy or girl is unknown."
    )
    assert hide.over(text) == text
    assert found_in(text, case) == []
