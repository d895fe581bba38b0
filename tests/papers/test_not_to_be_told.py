"""What somebody must not be told stands once a topic, with all that holds it and every day."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import BodyContact, BodyReferralOpened
from app.domain.forms.knowledge import Knowing, Topic
from app.domain.forms.parents import ParentDecision, Telling
from app.domain.kit.moments import moment, write_day
from app.domain.owed.days import untold
from app.domain.rules.held_back import held_back
from app.domain.rules.knowledge import OTHERS, card_for, knowledge_of, must_not_be_told
from app.papers import police, who_knows
from app.papers.kind import Subject
from app.ui.case_parts.contact_card import written_hold
from app.ui.people.knowledge_table import cell_sentence
from tests.casefold import NOW, concern_case
from tests.domain.people_of_two import CALLED, LATER, NOT_TOLD, PARENTS, POLICE, SOON
from tests.domain.test_knowledge import noted
from tests.papers.paper import flat, issue

NOTED = (NOW + timedelta(days=14)).date()
PICTURED, EVERY = Topic.PICTURED, tuple(Topic)
REST = tuple(topic for topic in Topic if topic is not PICTURED)
TO_PICTURED = f"She asks. To be looked at again on {write_day(NOTED)}."
TO_AVA = f"She fears him. To be looked at again on {write_day(SOON)}."
TO_BEN = f"He asks. To be looked at again on {write_day(LATER)}."


def at(minutes):
    return moment(NOW + timedelta(minutes=minutes))


def note(*topics, knowing=Knowing.NOT_TO_KNOW, minutes=0):
    until = NOTED if knowing is Knowing.NOT_TO_KNOW else None
    form, answers = noted(*topics, knowing=knowing, person="karl", why="She asks.", until=until)
    return form, answers | {"at": at(minutes)}


def decision(child="ava", *, tell=False, minutes=0):
    why, day = ("She fears him.", SOON) if child == "ava" else ("He asks.", LATER)
    answers = NOT_TOLD | {"child": child, "why": why, "decided_at": at(minutes)}
    told = {"decision": Telling.TELL, "review_on": None, "why": "It is safe now."}
    return ParentDecision, answers | ({"review_on": day} if not tell else told)


AVA, BEN = decision(), decision("ben", minutes=1)
SITUATIONS = {
    "a note": ([note(PICTURED)], {(PICTURED,): TO_PICTURED}),
    "a decision": ([AVA], {EVERY: TO_AVA}),
    "a note, then a decision": (
        [note(PICTURED), AVA],
        {(PICTURED,): f"{TO_AVA} {TO_PICTURED}", REST: TO_AVA},
    ),
    "a decision, then a note": (
        [AVA, note(PICTURED, minutes=5)],
        {(PICTURED,): f"{TO_AVA} {TO_PICTURED}", REST: TO_AVA},
    ),
    "a note of everything beside a decision": (
        [note(*EVERY), AVA],
        {EVERY: f"{TO_AVA} {TO_PICTURED}"},
    ),
    "decisions for two children": ([AVA, BEN], {EVERY: f"{TO_AVA} {TO_BEN}"}),
    "of two children, one may be told of": (
        [AVA, BEN, decision("ben", tell=True, minutes=2)],
        {EVERY: TO_AVA},
    ),
    "of two children, the other may be told of": (
        [AVA, BEN, decision(tell=True, minutes=2)],
        {EVERY: TO_BEN},
    ),
    "a note is left once all is told": (
        [note(PICTURED), AVA, decision(tell=True, minutes=2)],
        {(PICTURED,): TO_PICTURED},
    ),
    "what was freed is held back by a decision after it": (
        [note(PICTURED, knowing=Knowing.FREE), AVA],
        {EVERY: TO_AVA},
    ),
    "what was freed after a decision may be told": (
        [AVA, note(PICTURED, knowing=Knowing.FREE, minutes=5)],
        {REST: TO_AVA},
    ),
    "nothing is held back": ([AVA, decision(tell=True, minutes=2)], {}),
}
each_situation = pytest.mark.parametrize(
    ("entries", "held"), SITUATIONS.values(), ids=list(SITUATIONS)
)


@each_situation
def test_every_topic_stands_in_one_line_with_all_that_holds_it_and_every_day(entries, held):
    case = concern_case(PARENTS, *entries)
    made = who_knows.content(case, Subject(words="", reader="karl"), issue())
    said = [flat(map(str, words)) for words in made.callout]
    lines = [one.removeprefix("Do not say. ") for one in said if one.startswith("Do not say. ")]
    lines.remove(OTHERS)
    card = card_for(case, "karl")
    topics = {one.topics: one for one in held_back(card)}
    assert {of: topics[of].because(NOW.date()) for of in topics} == held
    assert sorted(lines) == sorted(f"{topics[of].what}. {why}" for of, why in held.items())
    for of, why in held.items():
        days = [day for day in (SOON, LATER, NOTED) if write_day(day) in why]
        assert [day for day in days if write_day(day) not in written_hold(topics[of])] == []
    assert must_not_be_told(case, "karl") is any(Topic.HAPPENED in of for of in held)


@each_situation
def test_the_police_read_every_decision_and_no_note_of_the_colleges_own(entries, held):
    contact = (BodyContact, CALLED | {"referral": f"entry-{len(entries) + 3}"})
    case = concern_case(PARENTS, *entries, (BodyReferralOpened, POLICE), contact)
    (subject,) = police.subjects(case)
    sections = police.content(case, subject, issue()).sections
    (karl,) = (
        flat(map(str, (run for words in answers for run in words)))
        for one in sections
        for label, answers in one.rows
        if label == "Parent or carer" and "Karl Stone" in "".join(str(words) for words in answers)
    )
    by_decision = "".join(held.values())
    assert [why for why in ("She fears him.", "He asks.") if why in karl] == [
        why for why in ("She fears him.", "He asks.") if why in by_decision
    ]
    assert "She asks." not in karl
    assert ("Not recorded whether they have been told" in karl) is (not held)


def test_a_cell_of_the_table_and_what_is_owed_name_the_topic_and_every_day():
    case = concern_case(PARENTS, AVA, note(PICTURED, minutes=5))
    (line,) = (one for one in knowledge_of(case) if one.person == "karl")
    assert cell_sentence(line, PICTURED) == (
        "Karl Stone must not be told for now. Who is pictured. She fears him. "
        f"Look at it again on {write_day(SOON)}. She asks. Look at it again on {write_day(NOTED)}."
    )
    (row,) = untold(case)
    assert row.because == "Karl Stone: who is pictured. It holds until somebody says otherwise"
