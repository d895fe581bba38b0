"""Case files: read as written, and a mistake is named with its line and field."""

import re

import pytest

from app.domain.forms.requests import RemovalReply, RemovalRequested
from app.practice.casefile import CaseFileMistake, read_case_file
from tests.papers.cases import CASES, each_case
from tests.play import play
from tests.sessions import Clock, new_desk

TEXT = CASES[0].read_text("utf-8")


@each_case
def test_every_telephone_number_in_a_practice_case_is_one_kept_for_drama(path):
    numbers = re.findall(r"\b0\d{3,4} ?\d{3} ?\d{3,4}\b", path.read_text("utf-8"))
    assert numbers
    assert all(re.match(r"01632 960\d{3}$|07700 900\d{3}$", number) for number in numbers)


@each_case
def test_a_story_is_told_in_the_order_in_which_it_was_written_down(path):
    recorded = [step.recorded for step in read_case_file(path).steps]
    assert recorded == sorted(recorded)


def mistake(tmp_path, before: str, after: str) -> CaseFileMistake:
    """Make one mistake in a good file and return what is said about it."""
    assert before in TEXT
    path = tmp_path / "mistaken.toml"
    path.write_text(TEXT.replace(before, after, 1), "utf-8")
    with pytest.raises(CaseFileMistake) as caught:
        read_case_file(path)
    return caught.value


def line_of(text: str) -> int:
    return TEXT[: TEXT.index(text)].count("\n") + 1


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ('form = "initial_review"', 'form = "initial_revue"', "form"),
        ('coercion = "yes"', 'coercion = "perhaps"', "coercion"),
        ("told_at = 2026-11-19T08:41:00", 'told_at = "this morning"', "told_at"),
        ('safe_now = "With', 'safe_knot = "With', "safe_knot"),
        ("recorded = 2026-11-19T09:31:00", "recorded = 2026-11-19", "recorded"),
        ('corrects = "call"', 'corrects = "cull"', "corrects"),
        ('child = "ava"', 'child = "eva"', "child"),
        ("born = 2017-02-11", 'born = "2017"', "born"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_field(tmp_path, before, after, field):
    said = mistake(tmp_path, before, after)
    assert said.field == field
    assert said.line == line_of(before)
    assert str(said.line) in str(said)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2026-10-25T01:30:00", "This time comes twice"),
        ("2026-03-29T01:30:00", "This time does not exist"),
    ],
)
def test_a_time_that_comes_twice_or_never_is_a_mistake(tmp_path, written, why):
    told = "told_at = 2026-11-19T08:41:00"
    assert why in str(mistake(tmp_path, told, f"told_at = {written}"))


@pytest.mark.parametrize(("zone", "hour"), [("+01:00", 0), ("+00:00", 1)])
def test_a_time_that_comes_twice_says_which(tmp_path, zone, hour):
    path = tmp_path / "twice.toml"
    path.write_text(TEXT.replace("2026-11-19T08:41:00", f"2026-10-25T01:30:00{zone}", 1), "utf-8")
    assert read_case_file(path).steps[0].answers["told_at"].at.hour == hour


def test_broken_toml_is_named_with_its_line(tmp_path):
    said = mistake(tmp_path, 'key = "review"', 'key = "review')
    assert said.line == line_of('key = "review"')


def test_what_could_not_be_sealed_by_hand_cannot_be_played(tmp_path):
    path = tmp_path / "gap.toml"
    path.write_text(TEXT.replace('reported_by = "M. Reyes, tutor"\n', "", 1), "utf-8")
    file = read_case_file(path)
    session = new_desk(tmp_path / "casebook", Clock(file.steps[-1].recorded))
    with pytest.raises(CaseFileMistake) as caught:
        play(session, file)
    assert (caught.value.field, caught.value.line) == ("reported_by", file.steps[0].line)
    session.close()


def test_only_the_key_of_an_entry_is_looked_up_not_the_words_after_it(tmp_path):
    path = tmp_path / "pointing.toml"
    note = """
[[entry]]
key = "looked-again"
form = "note"
recorded = 2026-11-23T10:00:00
at = 2026-11-23T09:50:00
settles = "ben-held:review"
what = "Asked again."
why = "The day set."
"""
    path.write_text(TEXT + note, "utf-8")
    steps = {step.key: step for step in read_case_file(path).steps}
    assert "review" in steps
    assert steps["looked-again"].answers["settles"] == f"{steps['ben-held'].id}:review"


ENDS_EARLY = ("03-device-held", "11-coach")
"""These end on the day of asking, or before anything is asked."""


@each_case
def test_every_practice_case_has_a_ledger_a_request_and_its_answer(path):
    steps = read_case_file(path).steps
    forms = {step.form for step in steps}
    assert any(step.answers.get("copies") for step in steps)
    assert RemovalRequested in forms or path.stem == "11-coach", "nothing is online yet"
    assert RemovalReply in forms or path.stem in ENDS_EARLY
