"""What each learner understands and can decide: asked person by person, by age on that day."""

from datetime import date

import msgspec
import pytest

from app.domain.forms.person import PeopleMerged, PersonDetails
from app.domain.forms.risk import RiskAssessed
from app.domain.gates import gate_problems
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from tests.casefold import AVA, BEN, DSL, concern_case
from tests.domain.gate_answers import ALL_NO
from tests.domain.people_of_two import AT, RISK

YES, NO, NOT_KNOWN = YesNoUnknown
BORN = {
    15: date(2010, 11, 20),
    16: date(2010, 11, 19),
    17: date(2008, 11, 20),
    18: date(2008, 11, 19),
}
"""Dates of birth of somebody of each age on the day of the assessment, 19 November 2026."""
DECIDES = {"competent": YES, "capacity": NOT_KNOWN}


def row(learner, **more):
    said = {"consent": YES, "by": "R. Okafor", "basis": "Her own words.", "follows": "Nothing."}
    return {"learner": learner} | said | more


def case_of(*people, steps=()):
    return concern_case(*steps, people=people, **ALL_NO)


def held(case, *rows):
    answers = RISK | {"understanding": rows}
    return [problem.name for problem in gate_problems(RiskAssessed, answers, case, DSL)]


PICTURED = Involved(AVA, (Role.PICTURED,))
SHARED = Involved(BEN, (Role.FORWARDED,))
SAW_IT = Involved(BEN, (Role.WITNESS,))
ELSEWHERE = Involved(Person(id="eve", kind=PersonKind.ELSEWHERE, name="Eve Lund"), (Role.RECEIVED,))


@pytest.mark.parametrize(
    ("people", "rows", "names"),
    [
        ((PICTURED, SHARED), ("ava", "ben"), []),
        ((PICTURED, SHARED), ("ava",), ["understanding"]),
        ((PICTURED, SHARED), ("ben",), ["understanding"]),
        ((PICTURED, SHARED), (), ["understanding"]),
        ((PICTURED, SAW_IT), ("ava",), []),
        ((PICTURED, ELSEWHERE), ("ava",), []),
    ],
)
def test_every_learner_of_the_college_who_took_part_has_a_row(people, rows, names):
    assert held(case_of(*people), *map(row, rows)) == names


@pytest.mark.parametrize(
    ("age", "said", "names"),
    [
        (15, {}, []),
        (16, {}, ["understanding.1.competent", "understanding.1.capacity"]),
        (16, {"competent": NO}, ["understanding.1.capacity"]),
        (17, {"capacity": NO}, ["understanding.1.competent"]),
        (16, DECIDES, []),
        (17, DECIDES, []),
        (18, {}, []),
        (None, {}, []),
    ],
)
def test_at_sixteen_and_seventeen_competence_and_capacity_are_both_said(age, said, names):
    person = msgspec.structs.replace(AVA, born=BORN.get(age))
    assert held(case_of(Involved(person, (Role.PICTURED,))), row("ava", **said)) == names


@pytest.mark.parametrize(
    ("told", "born", "asked"),
    [
        ("About 16, she says", None, True),
        ("17", None, True),
        ("About 15, she says", None, False),
        ("1600 students know her", None, False),
        ("16, she says", BORN[18], False),
    ],
)
def test_without_a_date_of_birth_the_age_as_told_counts(told, born, asked):
    details = {"person": "ava", "kind": AVA.kind, "name": AVA.name, "age_said": told, "born": born}
    unknown = msgspec.structs.replace(AVA, born=None)
    case = case_of(Involved(unknown, (Role.PICTURED,)), steps=((PersonDetails, details),))
    names = ["understanding.1.competent", "understanding.1.capacity"]
    assert held(case, row("ava")) == (names if asked else [])


def test_the_age_is_that_of_the_day_of_the_assessment():
    turned = msgspec.structs.replace(AVA, born=BORN[16])
    case = case_of(Involved(turned, (Role.PICTURED,)))
    before = RISK | {"at": msgspec.structs.replace(AT, at=AT.at.replace(day=18))}
    answers = before | {"understanding": (row("ava"),)}
    assert gate_problems(RiskAssessed, answers, case, DSL) == ()


def test_a_row_about_the_other_record_of_a_learner_is_about_them():
    twice = Involved(Person(id="eva", kind=PersonKind.LEARNER, name="Eva Stone"), (Role.SHARED,))
    same = {"keep": "ava", "other": "eva", "same": YES, "name": "Ava Stone", "why": "She said."}
    case = case_of(PICTURED, twice, steps=((PeopleMerged, same),))
    assert held(case, row("eva")) == []


def test_the_sentence_names_who_is_missing_and_what_counts_as_an_answer():
    answers = RISK | {"understanding": ()}
    (problem,) = gate_problems(RiskAssessed, answers, case_of(PICTURED, SHARED), DSL)
    assert "Ava Stone, Ben Marsh" in problem.sentence
    assert "“not known” is an answer" in problem.sentence
