"""What one reader must not read, though it is of their own child: left out or asked about."""

from itertools import product

import pytest

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.disclosure.held_words import WORDS
from app.disclosure.leak import LeakFound, leaks_in, refuse_leaks
from app.disclosure.traces import Trace
from app.domain.forms.knowledge import Knower, Knowing, KnowledgeNoted, Topic
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PersonDetails
from app.domain.forms.sharing import IdentifyingFact, LeakReleased
from app.domain.kit.answers import Involved, PersonKind, Role, YesNoUnknown
from app.domain.kit.record import Audience
from app.papers.kinds import kind_named
from tests.casefold import AVA, concern_case
from tests.domain.people_of_two import AT, PARENTS, SOON
from tests.papers.paper import issue, printed, words_of
from tests.papers.test_family_papers import TOLD

REFUGE = "Flat 9, Larkspur House, 14 Quince Street, Exampleton EX2 3QZ"
FACT = {"about": "ava", "words": REFUGE, "not_for": "karl", "why": "He must not find them."}
HOME = {
    "person": "ava",
    "kind": PersonKind.LEARNER,
    "name": AVA.name,
    "address": REFUGE,
    "phone": "07700 900161",
}
ONLY_AVA = (Involved(AVA, (Role.PICTURED,)),)
WAYS = (
    f"They are at {REFUGE}.",
    "She sleeps at 14 Quince Street now.",
    "It is in Quince St, she says.",
    "The postcode is EX2 3QZ.",
)


def case_with(*more, live_apart=YesNoUnknown.NOT_KNOWN):
    details = (PersonDetails, HOME | {"live_apart": live_apart})
    linked = (PARENTS[0], PARENTS[1] | {"parent_of": "ava"})
    return concern_case(linked, details, *more, people=ONLY_AVA)


def shown(case, text, reader, audience=Audience.PARENTS):
    return Disguise.of(disclosure_for(case, audience, reader)).over(text)


@pytest.mark.parametrize("text", WAYS)
def test_words_kept_from_one_parent_are_read_by_the_other_alone(text):
    case = case_with((IdentifyingFact, FACT))
    assert shown(case, text, "dee") == text
    left = shown(case, text, "karl")
    assert not {"Quince", "Larkspur", "3QZ", "3QZ."} & set(left.split())
    with pytest.raises(LeakFound):
        refuse_leaks([text], case, Audience.PARENTS, "karl")
    refuse_leaks([text], case, Audience.PARENTS, "dee")
    refuse_leaks([text], case, Audience.LEARNER, "ava")


@pytest.mark.parametrize("text", [*WAYS, "Her number is 07700 900161.", "Ring 900161."])
def test_where_parents_live_apart_the_childs_address_and_number_are_neithers(text):
    together, apart = case_with(), case_with(live_apart=YesNoUnknown.YES)
    for reader in ("dee", "karl"):
        assert shown(together, text, reader) == text
        assert shown(apart, text, reader) != text
        assert leaks_in([text], apart, Audience.PARENTS, reader)
    assert shown(apart, text, "ava", Audience.LEARNER) == text


def test_a_parent_who_lives_there_reads_their_own_address():
    dees = {"person": "dee", "kind": PersonKind.PARENT, "name": "Dee Stone", "address": REFUGE}
    case = case_with((PersonDetails, dees), live_apart=YesNoUnknown.YES)
    assert shown(case, WAYS[0], "dee") == WAYS[0]
    assert shown(case, WAYS[0], "karl") != WAYS[0]


TELLING = {
    Topic.HAPPENED: "It is about a picture of her.",
    Topic.SHARED: "Somebody forwarded it.",
    Topic.REFERRED: "A social worker will ring.",
    Topic.POLICE: "The officers came on Monday.",
    Topic.DEVICE: "We have her phone in the office.",
}
HARMLESS = "You can ring us. 999: Police, danger now, any time."


def kept_from_dee(*topics):
    noted = {
        "who": Knower.PERSON,
        "person": "dee",
        "facts": topics,
        "knowing": Knowing.NOT_TO_KNOW,
        "at": AT,
        "until": SOON,
        "why": "The police ask it.",
    }
    return KnowledgeNoted, noted


@pytest.mark.parametrize(("topic", "told"), list(product(TELLING, TELLING)))
def test_what_is_held_back_from_a_reader_is_asked_about_by_its_words(topic, told):
    case = case_with(kept_from_dee(topic))
    found = leaks_in([TELLING[told], HARMLESS], case, Audience.PARENTS, "dee")
    assert [one.trace for one in found] == [Trace.HELD] * (topic is told)
    assert leaks_in([TELLING[told]], case, Audience.PARENTS, "karl") == ()
    assert leaks_in([TELLING[told]], case, Audience.AGENCIES, "ava") == ()


def test_a_held_back_word_may_stand_for_a_reason():
    case = case_with(kept_from_dee(Topic.POLICE))
    (found,) = leaks_in([TELLING[Topic.POLICE]], case, Audience.PARENTS, "dee")
    reason = {
        "document": "Summary",
        "readers": Audience.PARENTS,
        "reader": "dee",
        "found": found.found,
        "around": found.around,
        "why": "These are officers of the council.",
    }
    case = case_with(kept_from_dee(Topic.POLICE), (LeakReleased, reason))
    assert leaks_in([TELLING[Topic.POLICE]], case, Audience.PARENTS, "dee") == ()


def test_every_topic_has_its_words_but_for_who_is_pictured_who_has_a_name():
    assert [topic for topic in Topic if not WORDS[topic]] == [Topic.PICTURED]


def test_the_summary_of_a_parent_says_nothing_of_its_own_that_is_held_back():
    topics = [one for one in Topic if one not in {Topic.HAPPENED, Topic.PICTURED}]
    said = {"told": "We talked about her day.", "happened": "You came in and we talked."}
    told = (ParentContact, TOLD | said | {"agreed": "We talk again on Friday."})
    case = case_with(told, kept_from_dee(*topics))
    kind = kind_named("parent_summary")
    (subject,) = (one for one in kind.subjects(case) if one.reader == "dee")
    text = words_of(printed(kind.content(case, subject, issue())))
    assert [one.sentence for one in leaks_in([text], case, Audience.PARENTS, "dee")] == []
