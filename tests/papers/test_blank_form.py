"""The blank paper of every form: every question in its order, room to write, and nothing else."""

from functools import cache

import pytest

from app.casework.sources import seen
from app.domain.forms import FORMS, on_paper
from app.domain.forms.device import DeviceSearched
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import ReferralOpened
from app.domain.forms.viewing import ViewingRecorded
from app.domain.kit.answers import AnswerKind, YesNoUnknown
from app.domain.kit.form import Offered, form_name, intro_of, questions_of
from app.papers.blank_form import blank_form, blank_on_pages
from app.typesetting.writing import LINE, AnswerSpace, AnswerSpaces, EmptyTable
from tests.grids import in_each
from tests.papers.paper import HEAD, issue, plain, text_of, words_on

MM = 72 / 25.4
every_form = in_each("form", on_paper(), form_name)


@cache
def paper(form):
    """The blank paper of a form, made once; even while all else would be a draft."""
    return blank_on_pages(form, issue(draft=True))


def rooms(form):
    parts = paper(form).content.parts
    return [room for group in parts if isinstance(group, AnswerSpaces) for room in group.rooms]


def room_of(form, name):
    (question,) = (one for one in questions_of(form) if one.name == name)
    (found,) = (room for room in rooms(form) if room.label.endswith(question.ask.label))
    return found


def test_every_form_is_on_paper_or_is_the_casebooks_own():
    own = {form for form in FORMS if form.offer is Offered.BY_ITSELF}
    assert not own & set(on_paper())
    assert {form.offer for form in set(FORMS) - set(on_paper())} <= {
        Offered.BY_ITSELF,
        Offered.ON_A_CARD,
    }


@every_form
def test_every_question_of_a_form_stands_on_its_paper_in_order(form):
    labels = iter([room.label for room in rooms(form)])
    for question in questions_of(form):
        assert any(label.endswith(question.ask.label) for label in labels), question.name


@every_form
def test_the_paper_says_what_it_is_and_is_no_document_of_a_case(form):
    pdf = paper(form).pdf
    foot = plain(f"Blank form, version {form.version} of {form.title}")
    for shown in map(plain, text_of(pdf)):
        assert foot in shown
        assert plain("once filled in") in shown
        for never in ("DRAFT", "Check words", "2026-0042", HEAD[:4].upper()):
            assert plain(never) not in shown, never
    words = words_on(pdf)
    assert plain(intro_of(form)) in words
    for question in questions_of(form):
        assert plain(question.ask.label) in words
        assert all(plain(choice.label) in words for choice in question.choices)


@pytest.mark.parametrize("form", on_paper()[:2], ids=form_name)
def test_the_same_form_gives_the_same_bytes(form):
    first, again = (blank_on_pages(form, issue()).pdf for _ in range(2))
    assert first == again


def test_lines_are_far_enough_apart_for_a_hand():
    assert LINE >= 8 * MM


@every_form
def test_every_answer_has_lines_boxes_or_a_table(form):
    for question in questions_of(form):
        if question.row or question.kind is AnswerKind.PEOPLE:
            continue
        room = next(room for room in rooms(form) if room.label.endswith(question.ask.label))
        if question.kind is AnswerKind.YES_NO_UNKNOWN:
            assert room.boxes == tuple(one.label for one in YesNoUnknown)
        elif question.choices:
            assert len(room.boxes) == len(question.choices)
        elif question.kind in {AnswerKind.WORDS, AnswerKind.EXACT_WORDS}:
            assert room.lines >= 3
        else:
            assert room.lines == 1


def test_no_blank_form_says_what_rests_on_a_source_that_nobody_has_seen():
    unseen = [(form, one) for form in FORMS for one in questions_of(form) if one.ask.unseen]
    assert {form for form, _ in unseen} == {ViewingRecorded}
    for form, question in unseen:
        assert not all(map(seen, form.rests_on)), "its form names that source"
        assert question.ask.help not in room_of(form, question.name).hint


def test_what_hangs_on_an_answer_says_so():
    labels = {name: room_of(ViewingRecorded, name).label for name in ("same_sex_why", "agreed_by")}
    assert labels["same_sex_why"].startswith("If no or not known: ")
    assert labels["agreed_by"].startswith("If “Ground” is anything but “It was shown")


def test_a_condition_of_many_words_is_said_in_few_and_stands_above_its_boxes():
    room = room_of(BodyOutcome, "checks_told")
    assert room.label.startswith(
        "If “Answer” is “Police Outcome 21”, “Police Outcome 22” or “Another police outcome”: "
    )
    assert room.wide


@pytest.mark.parametrize("name", ["ai_made_imagery", "learner_conversation", "risk_assessed"])
def test_what_a_table_asks_for_stands_on_its_page(name):
    form = next(form for form in on_paper() if form_name(form) == name)
    label = next(room.label for room in reversed(rooms(form)) if isinstance(room, EmptyTable))
    (page,) = (page for page in map(plain, text_of(paper(form).pdf)) if plain(label) in page)
    assert plain("Reason") in page.partition(plain(label))[2]


def test_long_answers_have_the_room_that_their_sheets_hold():
    sheets = {form: paper(form).pages for form in (ReferralOpened, DeviceSearched)}
    assert sheets == {ReferralOpened: 1, DeviceSearched: 2}
    lines = {form: max(getattr(room, "lines", 0) for room in rooms(form)) for form in sheets}
    assert lines[ReferralOpened] == 3
    assert lines[DeviceSearched] > lines[ReferralOpened]


def test_several_like_things_make_a_table():
    present, actions = (room for room in rooms(InitialReview) if isinstance(room, EmptyTable))
    assert present.columns == ("Name and role",)
    assert actions.columns == ("What", "Who", "By", "Reason")


def test_what_needs_boxes_in_a_row_is_asked_for_one_after_the_other():
    form = next(form for form in on_paper() if form_name(form) == "viewing_asked")
    labels = [room.label for room in rooms(form) if isinstance(room, AnswerSpace)]
    assert [label for label in labels if label.startswith("Second: ")] == ["Second: Name and role"]


@every_form
def test_no_paper_tells_a_hand_to_type(form):
    assert "Type a name" not in str(blank_form(form, issue()).parts)
