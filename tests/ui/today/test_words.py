"""What Today says: right numbers, right singulars, and nobody's name."""

import re
from datetime import timedelta

import pytest

from app.casework.drafts import FormDraft
from app.casework.reading import DayList, Due, questions_joined
from app.casework.recording import Correction
from app.domain.case.summary import DueRow
from app.domain.forms.review import InitialReview
from app.domain.kit.answers import Person, PersonKind
from app.domain.kit.keys import DueKey, DueKind, PartKey, PartKind
from app.domain.kit.stage import Sign
from app.ui.today.rows import (
    codes_of,
    counts_of,
    draft_line,
    due_heading,
    found_line,
    without_names,
)
from tests.ui.shell.invented import london

NOW = london(2026, 11, 19, 10, 30)


@pytest.mark.parametrize(
    ("overdue", "today", "drafts", "sentence"),
    [
        (3, 4, 2, "3 things are overdue, 4 due today, 2 drafts kept"),
        (1, 1, 1, "1 thing is overdue, 1 due today, 1 draft kept"),
        (0, 2, 0, "Nothing is overdue, 2 due today"),
        (0, 0, 1, "Nothing is overdue, 1 draft kept"),
        (2, 0, 0, "2 things are overdue."),
        (0, 0, 0, "Nothing is overdue."),
    ],
)
def test_the_counts_are_one_good_sentence(overdue, today, drafts, sentence):
    day = DayList((None,) * overdue, (None,) * today, (), ())
    assert counts_of(day, drafts) == sentence


def test_the_day_is_the_one_in_london():
    assert due_heading(NOW) == "Thursday 19 November"
    assert due_heading(london(2026, 7, 1, 0, 30)) == "Wednesday 1 July"


@pytest.mark.parametrize(
    ("ago", "number", "line"),
    [
        (timedelta(minutes=8), "2026-0042", "Draft: initial review meeting, 2026-0042, 10:22"),
        (timedelta(days=1), "2026-0042", "Draft: initial review meeting, 2026-0042, yesterday"),
        (timedelta(days=9), "", "Draft: initial review meeting, new case, 10 Nov 2026"),
    ],
)
def test_a_draft_goes_by_its_form_its_case_and_its_time(ago, number, line):
    typed = FormDraft(id="d", form=InitialReview, answers={}, updated=NOW - ago)
    assert draft_line(typed, number, NOW) == line


def test_a_correction_is_called_one():
    typed = FormDraft(
        id="d", form=InitialReview, answers={}, updated=NOW, correction=Correction("e", "")
    )
    assert draft_line(typed, "2026-0001", NOW).startswith("Draft: correction of initial review")


def test_what_was_found_is_counted():
    assert found_line(1, "okafor") == "1 case holds “okafor”"
    assert found_line(2, "okafor") == "2 cases hold “okafor”"
    assert found_line(0, "x").startswith("No case holds “x”.")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Meet the parents of Ava Stone", "Meet the parents of (name)"),
        ("See AVA again, then Stone’s tutor", "See (name) again, then (name)’s tutor"),
        ("Ring Ava-Stone", "Ring (name)"),
        ("Ask Avi about the cobblestone", "Ask (name) about the cobblestone"),
        ("Put the phone away", "Put the phone away"),
    ],
)
def test_names_of_the_case_do_not_stand_on_today(said, shown):
    person = Person(id="1", kind=PersonKind.LEARNER, name="Ava Stone", known_as="Avi")
    assert without_names(said, [person]) == shown


def test_a_row_says_whom_it_is_about_by_a_number_and_a_name_that_two_share_stays_hidden():
    kinds = (PersonKind.LEARNER, PersonKind.PARENT, PersonKind.ELSEWHERE, PersonKind.LEARNER)
    called = ("Ava Stone", "Dee Stone", "Ben Marsh", "Ben Marsh")
    people = [
        Person(id=str(at), kind=kind, name=name)
        for at, (kind, name) in enumerate(zip(kinds, called, strict=True))
    ]
    said = "Ava Stone · Dee Stone · Ben Marsh · Stone"
    shown = without_names(said, people, codes=codes_of(people))
    assert shown == "Learner 1 · Parent 1 · (name) · (name)"


@pytest.mark.parametrize("kind", PersonKind)
def test_a_row_calls_everybody_what_they_are_whoever_they_are(kind):
    person = Person(id="1", kind=kind, name="Dane Frayne")
    shown = without_names("Dane Frayne’s device", [person], codes=codes_of([person]))
    assert re.fullmatch(r"[A-Z][a-z ]+ 1’s device", shown)


AGAIN = DueKey(DueKind.DECIDE_AGAIN)


@pytest.mark.parametrize(
    "said", ["Niamh O'Connor", "niamh oconnor", "O CONNOR, Niamh", "Anne Marie"]
)
def test_names_of_the_case_do_not_stand_on_today_however_they_are_written(said):
    person = Person(id="1", kind=PersonKind.LEARNER, name="Niamh O’Connor", known_as="Anne-Marie")
    hidden = without_names(f"Ring {said} today", [person])
    assert hidden.replace("(name)", "").strip(" ,") in {"Ring  today", "Ring ,  today"}


def due(what, *, case="c1", key=AGAIN, stage="decision_made"):
    row = DueRow(key=key.write(), what=what, because="Not known yet", due=NOW, stage=stage)
    return Due(row, case, "2026-0001", overdue=True, when="2 h late")


def to_find_out(sign, *, case="c1"):
    key = DueKey(DueKind.FIND_OUT, sign)
    return due(f"Find out: {sign.label}", case=case, key=key)


def test_a_task_in_somebodys_own_words_is_not_taken_for_what_is_to_be_found_out():
    rows = [
        due("Find out: who has it", key=PartKey("e1", PartKind.ACTION, place)) for place in (1, 2)
    ]
    assert questions_joined(rows) == tuple(rows)


def test_what_is_to_be_found_out_in_one_case_is_one_row():
    rows = questions_joined(
        [
            to_find_out(Sign.ADULT),
            due("Decide again"),
            to_find_out(Sign.HARM),
            to_find_out(Sign.HARM, case="c2"),
        ]
    )
    assert [(one.case, one.row.what) for one in rows] == [
        ("c1", f"Find out: {Sign.ADULT.label}; {Sign.HARM.label}"),
        ("c1", "Decide again"),
        ("c2", f"Find out: {Sign.HARM.label}"),
    ]


def test_a_name_that_is_also_a_word_leaves_the_programs_own_sentences_readable():
    will = [Person(id="1", kind=PersonKind.LEARNER, name="Will May, Willie")]
    sentence = "They may write; Will’s team will answer"
    assert without_names(sentence, will, any_case=False) == (
        "They may write; (name)’s team will answer"
    )
