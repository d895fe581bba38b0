"""Eight hundred cases of awkward people: nobody else is told of, and no ordinary word is lost."""

import re

import pytest

from app.disclosure.audience import paragraphs_for
from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.disclosure.leak import leaks_in
from app.disclosure.traces import Trace, name_words_of, short_patterns_of
from app.domain.kit.record import Audience
from app.typesetting.blocks import section_block
from tests.disclosure.awkward import CONTROLS, awkward_case, bare
from tests.papers.paper import built, paragraphs

CASES = 800
PARTS = 4


def plain(text):
    """Words as they can be compared by eye: no accents, case or apostrophes. Not the program’s."""
    return re.findall(r"[^\W_]+", bare(text).casefold())


def reading(awkward, seed):
    """Return a reader of the case, in turn a parent and a learner, and the text made for them."""
    number = seed % len(awkward.children)
    if seed % 3:
        reader, audience = awkward.parents[number], Audience.PARENTS
        (paragraph,) = paragraphs_for(awkward.case, audience, reader.person.id)
        return reader, audience, paragraph.words
    reader, audience = awkward.children[number], Audience.LEARNER
    parent = awkward.parents[number]
    (paragraph,) = paragraphs_for(awkward.case, Audience.PARENTS, parent.person.id)
    return reader, audience, f"{paragraph.words} {parent.person.name} came."


def telling(awkward, reader):
    """Return the words and numbers of others that are not the reader's own."""
    own = {word for one in awkward.own(reader) for word in plain(one.person.name)}
    own |= {word for one in awkward.own(reader) for word in plain(one.person.known_as)}
    words, numbers = set(), set()
    for one in awkward.others(reader):
        words |= {word for word in plain(f"{one.person.name} {one.also}") if len(word) > 1}
        numbers |= {one.phone.replace(" ", "")[-9:], one.postcode.replace(" ", "")} - {""}
    return words - own - {"ap", "van", "der"}, numbers


def left_in(shown, words, numbers):
    """Return what is left of others in a text from which the control sentences were taken."""
    for control in CONTROLS:
        shown = shown.replace(control, " ")
    digits = re.sub(r"[^\dA-Z]", "", shown.upper())
    return words & set(plain(shown)) | {number for number in numbers if number in digits}


def told_in(document, case, audience, about):
    """Return what tells of others, beside a name that may be the reader’s own child’s."""
    found = leaks_in(document, case, audience, about)
    return [leak for leak in found if leak.trace is not Trace.SHARED]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_family_reads_of_another_and_no_ordinary_word_is_lost(part):
    told = 0
    for seed in range(part, CASES, PARTS):
        awkward = awkward_case(seed)
        reader, audience, text = reading(awkward, seed)
        hide = Disguise.of(disclosure_for(awkward.case, audience, reader.person.id))
        shown = hide.over(text)
        told += bool(left_in(text, *telling(awkward, reader)))
        assert not left_in(shown, *telling(awkward, reader)), (seed, shown)
        assert not [control for control in CONTROLS if control not in shown], seed
        assert not re.search(r"dark\W?moon|harbour|quick_|harp for|plumbing group", shown), seed
        if seed % 5 == 0:
            about = reader.person.id
            assert not told_in([shown], awkward.case, audience, about), (seed, shown)
    assert told > CASES / PARTS * 0.9


@pytest.mark.parametrize("seed", range(1, 13))
def test_on_paper_too_nobody_else_is_told_of_and_what_was_left_in_is_caught(seed):
    awkward = awkward_case(seed)
    reader, audience, text = reading(awkward, seed)
    about = reader.person.id
    shown = Disguise.of(disclosure_for(awkward.case, audience, about)).over(text)
    clean = built(
        [*paragraphs(shown), *section_block("A", "Agreed", [("With you", shown)] * 3)], title=""
    )
    assert not told_in(clean, awkward.case, audience, about)
    told = built(
        [*paragraphs(shown), *section_block("A", "Agreed", [("With you", text)])], title=""
    )
    found = leaks_in(told, awkward.case, audience, about)
    assert len(found) > 2
    assert all(leak.page for leak in found)


def test_the_letters_of_one_family_say_nothing_about_those_of_another():
    named, same = {"A": 0, "B": 0, "C": 0}, 0
    cases = [case for case in map(awkward_case, range(200)) if len(case.children) == 4]
    for awkward in cases:
        first, second, third, _ = (child.person.id for child in awkward.children)
        letters = [
            Disguise.of(disclosure_for(awkward.case, Audience.LEARNER, reader)).called(third)[-2]
            for reader in (first, second)
        ]
        named[letters[0]] += 1
        same += letters[0] == letters[1]
    assert min(named.values()) > len(cases) / 6
    assert len(cases) / 6 < same < len(cases) / 2


def test_short_forms_go_both_ways():
    assert {"will", "bill", "billy", "liam"} <= short_patterns_of("william")
    assert {"william", "will"} <= short_patterns_of("bill")
    assert short_patterns_of("unheardof") == frozenset()
    assert name_words_of("Dr Zoë O’Brien-Łoś") == ("zoe", "obrien", "los")
