"""Lists in words: choices that hold a comma themselves are parted by another mark."""

import pytest

from app.domain.case.reviews import people_named
from app.domain.forms import FORMS
from app.domain.forms.any_time import ClockMissed, Note
from app.domain.forms.close import Outcome
from app.domain.forms.copies import CopiesFound, CopyState, HolderKind, KnownCopy
from app.domain.forms.decision import Body
from app.domain.kit.answers import AnswerKind
from app.domain.kit.filled import answers_of
from app.domain.kit.form import questions_of
from app.domain.kit.keys import DueKey, PartKind, read_key
from app.domain.kit.wording import in_words, told_apart
from tests.papers.cases import each_case, read_case
from tests.papers.filled import one_row

SEVERAL = [
    question
    for form in FORMS
    for owner in (form, *(one.row for one in questions_of(form) if one.row))
    for question in questions_of(owner)
    if question.kind is AnswerKind.SEVERAL_OF
]
SAY_LITTLE = {AnswerKind.YES_NO_UNKNOWN, AnswerKind.DAY, AnswerKind.ENTRY}
"""Kinds of answers that say nothing to whoever does not know what was asked."""
IN_ROWS = {
    f"{question.row.__name__}.{part.name}": (question, part)
    for form in FORMS
    for question in questions_of(form)
    for part in (questions_of(question.row) if question.row else ())
    if part.kind in SAY_LITTLE
}


@pytest.mark.parametrize("question", SEVERAL, ids=lambda one: one.name)
def test_each_of_several_choices_can_be_told_apart_from_the_next(question):
    said = told_apart(question.choices)
    parts = said.split("; " if "; " in said else ", ")
    assert len(parts) == len(question.choices)


def test_plain_choices_keep_their_commas_and_later_ones_a_small_letter():
    assert told_apart((Body.POLICE, Body.SOCIAL_CARE)) == "Police, children’s social care"
    assert told_apart((Outcome.SUPPORTED, Outcome.POLICE)) == (
        "Handled in college, with support; with the police"
    )


@pytest.mark.parametrize(("question", "part"), IN_ROWS.values(), ids=IN_ROWS)
def test_a_yes_a_day_or_what_is_pointed_at_says_in_a_row_what_was_asked(question, part):
    names = {"dee": "Dee Stone", "ava": "Ava Stone", "entry-1": "An entry"}
    said = in_words(question, (one_row(question.row, part, ("dee", "ava")),), names)
    told = said.replace(": ", " ").replace(". ", "; ").casefold().split("; ")
    asked = part.ask.label.replace(": ", " ").casefold()
    assert any(each.startswith(f"{asked} ") for each in told)


def test_what_is_not_known_in_a_row_says_of_what():
    row = KnownCopy(held_by=HolderKind.UNKNOWN, name="Two friends", state=CopyState.SEEN)
    copies = next(one for one in questions_of(CopiesFound) if one.name == "copies")
    assert in_words(copies, (row,), {}) == ("Who or what has it: Not known; Two friends; Only seen")


@each_case
def test_a_day_or_a_clock_that_was_settled_says_for_whom_it_was(path):
    case = read_case(path)
    for entry in case.current:
        if isinstance(entry.form, ClockMissed | Note) and (which := settled(entry.form)):
            key = read_key(which)
            ids = key.ids if isinstance(key, DueKey) else people_of_entry(case, key)
            known = [case.people[one].person.name for one in ids if one in case.people]
            assert all(name in case.names[which] for name in known)


def settled(form):
    return form.which if isinstance(form, ClockMissed) else form.settles


def people_of_entry(case, key):
    if key.kind is not PartKind.REVIEW:
        return ()
    form = case.entry(key.entry).form
    return people_named(type(form), answers_of(form))[:1]


@each_case
def test_whatever_an_answer_points_at_has_words(path):
    case = read_case(path)
    unnamed = [
        (entry.sealed.seq, question.ask.label)
        for entry in case.current
        for question in questions_of(type(entry.form))
        if question.kind in {AnswerKind.PERSON, AnswerKind.ENTRY}
        and (answer := getattr(entry.form, question.name))
        and answer not in case.names
    ]
    assert unnamed == []
