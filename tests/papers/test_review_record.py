"""The record of the initial review: nine questions, each with its reason, and who signs."""

import pytest

from app.domain.forms.review import InitialReview
from app.domain.kit.form import name_of, questions_of
from app.papers import review_record
from app.papers.case_words import NOT_RECORDED
from app.typesetting.content import Signatures, SignOff, Table
from tests.papers.cases import PRACTICE, each_case, read_case, with_answers
from tests.papers.paper import issue, plain, printed, text_of, words_on


def record(number, change=None):
    (path,) = PRACTICE.glob(f"{number}-*.toml")
    case = read_case(path, change=change)
    (subject, *_) = review_record.subjects(case)
    return case, review_record.content(case, subject, issue())


def nine_of(content):
    tables = (part for part in content.parts if isinstance(part, Table))
    return next(table for table in tables if table.heading == "The nine questions")


@pytest.mark.parametrize("number", ["01", "03", "06", "10"])
def test_nine_questions_stand_with_answer_and_reason(number):
    case, content = record(number)
    shown = words_on(printed(content).pdf)
    review = case.latest(InitialReview)
    for _, reason in review_record.QUESTIONS:
        assert plain(getattr(review, name_of(reason))) in shown
    (nine,) = (
        p for p in content.parts if isinstance(p, Table) and p.heading.startswith("The nine")
    )
    assert len(nine.rows) == 9
    assert all(cell and all(map(len, cell)) for row in nine.rows for cell in row)


def test_the_nine_are_all_questions_of_the_form_that_ask_for_a_reason():
    named = [(name_of(asked), name_of(reason)) for asked, reason in review_record.QUESTIONS]
    assert all(reason == f"{asked}_why" for asked, reason in named)
    names = {question.name for question in questions_of(InitialReview)}
    assert {reason for _, reason in named} == {name for name in names if name.endswith("_why")}


def test_everybody_who_was_there_has_a_line_to_sign():
    _, content = record("03")
    signed = [
        column for part in content.parts if isinstance(part, Signatures) for column in part.columns
    ]
    assert [statement for statement, lines in signed if lines] == [
        "Led the meeting: R. Okafor, Designated Safeguarding Lead",
        "Was at the meeting: L. Haines, Lead Safeguarding Manager",
        "Was at the meeting: S. Iqbal, Personal Supervisor",
    ]


def test_the_decision_and_its_reason_follow():
    _, content = record("03")
    shown = words_on(printed(content).pdf)
    assert plain("Handle in college, with support") in shown
    assert plain("All six signs were answered no.") in shown


@pytest.mark.parametrize(
    ("until", "heading", "said"),
    [
        ("review", "Decision", "None is recorded yet."),
        (None, "Decision recorded after the meeting", "Handle in college, with support, 19 Nov"),
    ],
)
def test_the_decision_says_whether_the_meeting_knew_of_it(until, heading, said):
    case = read_case(next(PRACTICE.glob("03-*.toml")), until=until)
    (subject, *_) = review_record.subjects(case)
    content = review_record.content(case, subject, issue())
    assert said in str(content.callout[-1])
    assert heading in {part.heading for part in content.sections}


def test_a_question_left_open_is_said_to_be_not_recorded():
    _, content = record("03", change=with_answers("initial_review", facts_why=None))
    (nine,) = (
        p for p in content.parts if isinstance(p, Table) and p.heading.startswith("The nine")
    )
    assert nine.rows[6][2] == (NOT_RECORDED,)


@each_case
def test_nine_questions_stand_on_one_page_and_everybody_signs_on_the_next(path):
    _, content = record(path.stem[:2])
    first, second = text_of(printed(content).pdf)
    assert plain("9. Should parents or carers be told now?") in plain(first)
    assert plain("Led the meeting") in plain(second)
    assert "continued" not in second


@pytest.mark.parametrize("people", range(1, 9))
def test_however_many_were_there_each_has_a_line_of_the_same_width(people):
    lines = tuple((f"Person {at}", (("Signature", ""),)) for at in range(people))
    rows = [block.columns for block in SignOff(lines).flowables()]
    assert len({len(row) for row in rows}) == 1
    assert sum(bool(lines) for row in rows for _, lines in row) == people


def test_every_sign_stands_as_it_was_known_by_the_time_of_the_meeting():
    _, content = record("06")
    (signs,) = (part for part in content.sections if part.heading.startswith("Signs"))
    ((_, said),) = signs.rows
    yes, no, *_ = ("".join(line) for line in said)
    assert yes == (
        "Yes: An adult is involved; pressure, threat, grooming or doubt about capacity; "
        "in immediate danger when asked, 12 Oct 2026, 10:50"
    )
    assert no.startswith("No: Violent acts")
    assert said[-1] == "Asked at this meeting: in immediate danger"


def test_a_sign_that_two_questions_ask_about_is_named_once():
    _, content = record("01")
    (signs,) = (part for part in content.sections if part.heading.startswith("Signs"))
    ((_, said),) = signs.rows
    assert said[-1] == (
        "Asked at this meeting: in immediate danger; an adult is involved; "
        "demands for money or for more images"
    )


def test_a_decision_of_a_later_day_does_not_take_the_place_of_the_one_the_meeting_knew():
    _, content = record("07")
    (said,) = ("".join(line) for line in content.callout if "Decision" in line[0])
    assert said == "Decision. Refer, 21 Sep 2026, 09:38."
    assert any(part.heading == "Decision before the meeting" for part in content.sections)
