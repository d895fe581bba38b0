"""Nobody else is named: by no form of their name, and always as the same "another learner (A)"."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise, brackets_in
from app.domain.forms.person import PeopleNamed
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.record import Audience
from tests.casefold import concern_case


def person(name, kind=PersonKind.LEARNER, known_as=""):
    return Person(id=name, kind=kind, name=name, known_as=known_as)


AVA = person("Ava Stone")
WILL = person("Will Stone")
ZOE = person("Zoë O’Brien", known_as="Zo, Zoë-Lou")
ANNE = person("Anne-Marie Łoś-Novák")
MAY = person("May Li")
KOFI = person("Kofi Mensah", PersonKind.ELSEWHERE)
JO = person("Jo Mensah", PersonKind.PARENT)
HIDDEN = (WILL, ZOE, ANNE, MAY, KOFI, JO)
HIDE = Disguise(HIDDEN, shown=[AVA])


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Zoë O’Brien told Ava.", "Another learner (B) told Ava."),
        ("Then zoe o'brien left.", "Then another learner (B) left."),
        ("It was ZOE. Obrien knew.", "It was another learner (B). Another learner (B) knew."),
        (
            "on Zoë’s phone, Zoe's phone",
            "on another learner (B)’s phone, another learner (B)'s phone",
        ),
        ("with O'Brien, Zoë", "with another learner (B)"),
        ("and Z. O’Brien, and Z O’Brien", "and another learner (B), and another learner (B)"),
        ("from zo and Zoë-Lou", "from another learner (B) and another learner (B)"),
        ("by Anne Marie Los-Novak", "by another learner (C)"),
        ("by Marie, by Novák", "by another learner (C), by another learner (C)"),
        ("by Kofi  Mensah", "by another learner (E)"),
        ("Ms Jo Mensah rang", "A parent or carer rang"),
        ("the Mensah family", "Another family"),
        ("and the Mensahs", "and another family"),
    ],
)
def test_every_form_of_a_name_is_disguised(typed, printed):
    assert HIDE.over(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("He said “I sent it to Zoë.”", "He said “I sent it to [another learner (B)].”"),
        ("“Kofi did it”, Kofi’s mum", "“[another learner (E)] did it”, another learner (E)’s mum"),
        ('"Kofi told" Kofi', '"[another learner (E)] told" another learner (E)'),
        (
            "“He said “ask Kofi” and Kofi",
            "“He said “ask [another learner (E)]” and [another learner (E)]",
        ),
        (
            'a 5\'10" boy, Kofi "K" Kofi',
            'a 5\'10" boy, another learner (E) "K" another learner (E)',
        ),
        ("“the Mensah family”", "“[another family]”"),
        ("“Ms Jo Mensah”", "“[a parent or carer]”"),
        ("Kofi” and Kofi", "Another learner (E)” and another learner (E)"),
    ],
)
def test_in_a_quotation_nobody_is_made_to_say_other_words(typed, printed):
    shown = HIDE.over(typed)
    assert shown == printed
    assert brackets_in(shown) is ("[" in printed)


@pytest.mark.parametrize(
    "typed",
    [
        "She will tell. It may rain. will may",
        "Ava Stone is here. Stone. Mr Stone",
        "Willow, Mayor, Zoology, Novakian, avatar, Mayfair",
        "",
        "3 < 4 & “quoted”",
    ],
)
def test_ordinary_words_and_the_childs_own_name_stay(typed):
    assert HIDE.over(typed) == typed


def test_a_name_that_is_also_a_word_is_disguised_when_it_has_a_capital():
    assert HIDE.over("Then Will said he will.") == "Then another learner (A) said he will."
    assert HIDE.over("will stone did") == "Another learner (A) did"


def test_the_letters_follow_the_order_given_and_never_change_within_a_document():
    assert [HIDE.called(p.id) for p in HIDDEN[:2]] == ["another learner (A)", "another learner (B)"]
    assert HIDE.called(AVA.id) is None
    assert HIDE.over("x Zoë x May x Zoë").count("(B)") == 2


def test_two_people_with_one_first_name_are_not_told_apart_by_guessing():
    twins = [person("Sam Hardy"), person("Sam Osei")]
    printed = Disguise(twins).over("Then Sam wrote to Sam Osei.")
    assert (
        printed == "Then another learner (A) or another learner (B) wrote to another learner (B)."
    )


def test_nobody_hidden_changes_nothing():
    assert Disguise([]).over("Will told May.") == "Will told May."


NAMES = ["Zoë", "zoë o’brien", "ZOË", "Kofi", "Mensah", "Anne-Marie", "Łoś", "May Li", "Will Stone"]
PIECES = st.sampled_from(
    [*NAMES, "Ava", "will", "may", "’s", ", ", " ", "\n", "(", ")", "“", "x", "-"]
)


@given(st.lists(PIECES, max_size=25))
def test_whatever_is_typed_no_name_is_left_and_a_second_pass_finds_nothing(pieces):
    once = HIDE.over(" ".join(pieces))
    assert HIDE.over(once) == once
    bare = once.casefold()
    assert not any(name in bare for name in ("zoë", "brien", "kofi", "mensah", "marie", "łoś"))
    assert once.count("Ava") == pieces.count("Ava")


@given(st.text())
def test_any_text_at_all_can_be_disguised(text):
    HIDE.over(text)


def test_a_parent_is_called_by_their_child_and_a_shared_name_by_the_family():
    dee = person("Dee Marsh", PersonKind.PARENT)
    ben = person("Ben Marsh")
    hide = Disguise([ben, dee, WILL], links=[(dee.id, ben.id)])
    assert hide.called(dee.id) == "a parent of another learner (A)"
    assert hide.over("So Ms Marsh rang.") == (
        "So someone in the family of another learner (A) rang."
    )
    assert hide.over("So Dee rang Will.") == (
        "So a parent of another learner (A) rang another learner (B)."
    )


def test_the_stop_of_an_initial_goes_and_the_stop_of_a_sentence_stays():
    assert HIDE.over("with Kofi M., and K.M. came") == (
        "with another learner (E), and another learner (E) came"
    )
    assert HIDE.over("It was Kofi M. Then it rained.") == (
        "It was another learner (E). Then it rained."
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("by Z.O., by ZO'B", "by another learner (B), by another learner (B)"),
        ("So Willie and Bill met.", "So another learner (A) and another learner (A) met."),
        ("He asked Will: May I go?", "He asked another learner (A): May I go?"),
        ("In May, May Li said “Will you?”", "In May, another learner (D) said “Will you?”"),
        ("the Stones and stones", "the Stones and stones"),
        ("So the O’Briens wrote", "So another family wrote"),
        ("told by Zoë O’Brien, learner, to us", "told by another learner (B), to us"),
        ("May Li, learners’ voice", "Another learner (D), learners’ voice"),
    ],
)
def test_short_forms_initials_families_and_words_that_only_look_like_names(typed, printed):
    assert HIDE.over(typed) == printed


def test_beside_each_other_the_places_in_both_texts_are_the_words_replaced():
    both = HIDE.beside("Then Zoë’s friend, Ms Jo Mensah, rang Kofi.")
    for one in both.replaced:
        assert both.full[slice(*one.full)] == one.words
        assert both.shown[slice(*one.shown)] == one.instead
    assert [one.words for one in both.replaced] == ["Zoë", "Ms Jo Mensah", "Kofi"]


@pytest.mark.parametrize(
    ("group", "typed", "printed"),
    [
        (
            "Hill Academy, Year 11",
            "of a team at Hill Academy",
            "of a team at another school or college",
        ),
        ("Level 1 Catering", "seen in Level 1 Catering", "seen in another group"),
    ],
)
def test_a_school_is_called_one_and_a_class_a_group(group, typed, printed):
    kofi = msgspec.structs.replace(KOFI, group=group)
    named = (PeopleNamed, {"people": (Involved(kofi, (Role.WITNESS,)),), "why": "Ava."})
    hide = Disguise.of(disclosure_for(concern_case(named), Audience.AGENCIES, "ava"))
    assert hide.over(typed) == printed
