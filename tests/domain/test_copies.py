"""The ledger of copies: what a row asks, how a copy moves, and the one word for all of them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.case.imagery import SETTLED, ContainmentWord, containment
from app.domain.case.marks import marks_of, normalised, services_in
from app.domain.forms.close import Resurfaced
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.copies import (
    CopiesFound,
    CopyChanged,
    CopyState,
    HolderKind,
    HowKnown,
    KnownCopy,
)
from app.domain.forms.deletion import DeletionConfirmed, DeletionDecided
from app.domain.forms.person import PeopleMerged
from app.domain.forms.requests import RequestReply
from app.domain.kit.answers import AnswerKind
from app.domain.kit.checks import problems
from app.domain.kit.form import questions_of
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lines_of
from app.domain.owed.progress import StageProgress, progress
from app.domain.owed.summary_of import summarise
from app.domain.owed.table import in_words, left_at_closing, owed_in
from app.domain.rules.time_limits import TimeLimits, end_of
from tests.casefold import NOW, concern_case
from tests.domain.gate_answers import AT, DELETE
from tests.domain.ledger import (
    AGAIN,
    BENS,
    FIRST,
    GROUP,
    SECOND,
    SEEN,
    changed,
    found,
    ledger_case,
    replied,
    requested,
    states,
)
from tests.domain.people_of_two import TALKED

TYPED = {AnswerKind.LINE, AnswerKind.INERT, AnswerKind.WORDS, AnswerKind.EXACT_WORDS}
SAID_GONE = {
    "deletion": "entry-3", "confirmed_at": AT, "confirmed_to": "", "confirmed": "yes",
    "places": ("device",), "explained": "Why.",
}  # fmt: skip


@pytest.mark.parametrize("holder", HolderKind)
def test_a_row_asks_five_things_at_most_and_one_of_them_has_to_be_typed(holder):
    asked = [one for one in questions_of(KnownCopy) if one.shown({"held_by": holder})]
    assert len(asked) <= 5
    assert sum(question.kind in TYPED for question in asked) <= 1


def test_a_row_needs_two_picks_and_at_most_one_thing_more():
    for holder in HolderKind:
        needed = [one for one in questions_of(KnownCopy) if one.needed({"held_by": holder})]
        assert len(needed) <= 3


def test_no_question_of_the_ledger_asks_what_a_copy_shows():
    for form in (KnownCopy, CopiesFound, CopyChanged):
        assert not any("shows" in question.ask.label for question in questions_of(form))


def test_a_copy_is_written_by_who_or_what_has_it():
    rows = (
        BENS,
        GROUP,
        {"held_by": HolderKind.BACKUP, "person": "ava", "state": CopyState.SUSPECTED},
        {"held_by": HolderKind.PAGE, "name": "x.example/a", "state": CopyState.KNOWN},
        {"held_by": HolderKind.UNKNOWN, "state": CopyState.UNTRACED},
    )
    case = ledger_case(rows=rows)
    assert [case.names[key] for key in case.copies] == [
        "Ben Marsh’s device",
        "group chat “Y11 banter”, WhatsApp",
        "Ava Stone’s cloud back-up",
        "public page “x.example/a”",
        "holder not known",
    ]


def test_an_entry_about_a_copy_is_written_in_words():
    case = ledger_case(changed(FIRST, CopyState.ASKED))
    (line, *_) = lines_of(case.entries[-1].form, case.names)
    assert line.text == "Ben Marsh’s device"
    summary = summarise([entry.sealed for entry in case.entries], TimeLimits({}))
    assert "group chat “Y11 banter”" not in summary.texts[0].text
    assert "Y11 banter" in summary.texts[1].text


def test_a_row_can_come_from_a_row_above_it_in_the_same_entry():
    case = ledger_case(rows=(BENS, GROUP | {"came_from": FIRST}))
    assert case.copies[SECOND].came_from == FIRST
    assert "Ben Marsh’s device" in lines_of(case.entries[1].form, case.names)[0].text


def test_a_source_that_leads_round_in_a_circle_or_nowhere_is_left_out():
    rows = (BENS | {"came_from": SECOND}, GROUP | {"came_from": FIRST})
    copies = ledger_case(rows=rows).copies
    assert None in {copy.came_from for copy in copies.values()}
    lost = ledger_case(rows=(BENS | {"came_from": "gone:copy:1"},)).copies
    assert lost[FIRST].came_from is None


def test_an_action_and_a_copy_noted_in_one_entry_do_not_take_each_others_name():

    action = {"what": "Ring home", "who": DELETE["decided_by"], "by": NOW.date(), "why": "Agreed."}
    talk = TALKED | {"copies": (BENS,), "actions": (action,)}
    case = concern_case((LearnerConversation, talk))
    assert case.names["entry-2:1"] == "Ring home"
    assert case.names[FIRST] == "Ben Marsh’s device"


# what happens, and how the two copies (Ben’s device, the group) stand after it
STEPS = [
    ((), [CopyState.KNOWN, CopyState.KNOWN]),
    ((changed(FIRST, CopyState.ASKED),), [CopyState.ASKED, CopyState.KNOWN]),
    ((requested(),), [CopyState.KNOWN, CopyState.ASKED]),
    ((requested(), replied(RequestReply.NOTHING)), [CopyState.KNOWN, CopyState.ASKED]),
    ((requested(), replied(RequestReply.REMOVED)), [CopyState.KNOWN, CopyState.SAYS_GONE]),
    ((requested(), replied(RequestReply.REFUSED)), [CopyState.KNOWN, CopyState.KNOWN]),
    (
        (requested(), replied(RequestReply.REMOVED), replied(RequestReply.CAME_BACK)),
        [CopyState.KNOWN, CopyState.KNOWN],
    ),
    (
        (
            changed(SECOND, CopyState.CONFIRMED),
            requested(),
            replied(RequestReply.CAME_BACK, "entry-4"),
        ),
        [CopyState.KNOWN, CopyState.KNOWN],
    ),
    ((requested(copy=None),), [CopyState.KNOWN, CopyState.KNOWN]),
    (
        (changed(SECOND, CopyState.HELD), requested()),
        [CopyState.KNOWN, CopyState.HELD],
    ),
    (((DeletionDecided, DELETE),), [CopyState.ASKED, CopyState.KNOWN]),
    (
        ((DeletionDecided, DELETE), (DeletionConfirmed, SAID_GONE)),
        [CopyState.SAYS_GONE, CopyState.KNOWN],
    ),
    (
        (changed(FIRST, CopyState.SAYS_GONE), (Resurfaced, AGAIN)),
        [CopyState.SUSPECTED, CopyState.KNOWN, CopyState.KNOWN],
    ),
    (
        (changed(FIRST, CopyState.CONFIRMED), (Resurfaced, AGAIN)),
        [CopyState.CONFIRMED, CopyState.KNOWN, CopyState.KNOWN],
    ),
]


@pytest.mark.parametrize(("steps", "after"), STEPS)
def test_a_copy_moves_by_what_is_recorded(steps, after):
    told = {"confirmed_to": DELETE["decided_by"]}
    steps = [(form, answers | told if form is DeletionConfirmed else answers)
             for form, answers in steps]  # fmt: skip
    assert states(ledger_case(*steps)) == after


ABOUT_IT = [
    ((requested(), replied(RequestReply.CAME_BACK)), SECOND, None),
    (((DeletionDecided, DELETE),), FIRST, None),
    (((DeletionDecided, DELETE), (DeletionConfirmed, SAID_GONE)), FIRST, HowKnown.HOLDER),
    ((changed(FIRST, CopyState.SAYS_GONE), (Resurfaced, AGAIN)), FIRST, None),
    ((changed(FIRST, CopyState.CONFIRMED), (Resurfaced, AGAIN)), FIRST, HowKnown.HOLDER),
]


@pytest.mark.parametrize(("steps", "copy", "how"), ABOUT_IT)
def test_nobody_is_said_to_have_said_how_a_copy_stands_who_only_said_how_it_stood(steps, copy, how):
    told = {"confirmed_to": DELETE["decided_by"]}
    steps = [(form, answers | told if form is DeletionConfirmed else answers)
             for form, answers in steps]  # fmt: skip
    assert ledger_case(*steps).copies[copy].how is how


def test_what_resurfaced_is_in_the_ledger_even_if_nobody_knows_where():
    case = concern_case((Resurfaced, AGAIN | {"where": "A chat called “lot”"}))
    (copy,) = case.copies.values()
    assert (copy.row.held_by, copy.state) == (HolderKind.UNKNOWN, CopyState.KNOWN)
    assert containment(case).word is ContainmentWord.NOT_CONTAINED
    noted = concern_case((Resurfaced, AGAIN | {"copies": (GROUP,)}))
    assert [one.row.held_by for one in noted.copies.values()] == [HolderKind.GROUP]


any_state = st.sampled_from(CopyState)


def word(*standing):
    rows = tuple(GROUP | {"state": state} for state in standing)
    case = concern_case(found(*rows)) if rows else concern_case()
    return containment(case).word


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        ((), ContainmentWord.UNKNOWN),
        (("seen",), ContainmentWord.UNKNOWN),
        (("suspected",), ContainmentWord.UNKNOWN),
        (("known",), ContainmentWord.NOT_CONTAINED),
        (("asked",), ContainmentWord.NOT_CONTAINED),
        (("untraced",), ContainmentWord.NOT_CONTAINED),
        (("says_gone",), ContainmentWord.PARTLY),
        (("confirmed", "suspected"), ContainmentWord.PARTLY),
        (("confirmed",), ContainmentWord.CONTAINED),
        (("held",), ContainmentWord.CONTAINED),
        (("held", "confirmed", "seen"), ContainmentWord.CONTAINED),
    ],
)
def test_the_word_follows_the_worst_copy(standing, said):
    assert word(*map(CopyState, standing)) is said


@given(st.lists(any_state, max_size=6))
def test_contained_is_said_only_when_every_copy_is_gone_twice_over_or_held(standing):
    real = [state for state in standing if state is not CopyState.SEEN]
    contained = bool(real) and all(state in SETTLED for state in real)
    assert (word(*standing) is ContainmentWord.CONTAINED) is contained


@given(st.lists(any_state, max_size=6), st.sampled_from(["known", "asked", "untraced"]))
def test_one_copy_at_large_is_enough_for_not_contained(standing, at_large):
    assert word(*standing, CopyState(at_large)) is ContainmentWord.NOT_CONTAINED


@given(st.lists(any_state, max_size=6), st.randoms())
def test_the_word_depends_on_neither_order_nor_onlookers(standing, chance):
    mixed = [*standing, CopyState.SEEN]
    chance.shuffle(mixed)
    assert word(*mixed) is word(*standing)


@given(st.lists(any_state, max_size=6))
def test_the_counts_add_up_to_the_copies(standing):
    rows = tuple(GROUP | {"state": state} for state in (*standing, CopyState.SEEN))
    counted = containment(concern_case(found(*rows)))
    assert counted.copies == sum(state is not CopyState.SEEN for state in standing)


def test_a_second_sign_needs_somebody_who_gives_it():
    whole = changed(FIRST, CopyState.CONFIRMED)[1]
    missing = problems(CopyChanged, whole | {"confirmed_by": None}, NOW)
    assert [problem.name for problem in missing] == ["confirmed_by"]
    assert problems(CopyChanged, whole, NOW) == ()


def test_a_day_to_look_at_a_copy_again_is_due_until_that_copy_is_looked_at():
    day = (NOW + timedelta(days=2)).date()
    first = changed(FIRST, CopyState.ASKED, next_check=day)
    other = changed(SECOND, CopyState.ASKED, next_check=None)
    again = changed(FIRST, CopyState.SAYS_GONE)

    def due(*steps):
        rows = owed_in(ledger_case(*steps), TimeLimits({}))
        return [row.key.write() for row in rows if row.due == end_of(day)]

    assert due(first) == due(first, other) == [FIRST]
    assert due(first, again) == []


def test_the_stage_is_done_when_every_copy_is_settled_and_no_answer_is_awaited():
    def standing(*steps, rows=(BENS,)):
        return progress(ledger_case(*steps, rows=rows))[Stage.CONTAINMENT]

    gone = changed(FIRST, CopyState.CONFIRMED)
    assert progress(concern_case())[Stage.CONTAINMENT] is StageProgress.NOT_STARTED
    assert standing() is StageProgress.STARTED
    assert standing(gone) is StageProgress.DONE
    waiting = requested(copy=FIRST)
    assert standing(waiting, gone) is StageProgress.STARTED
    assert standing(waiting, gone, replied(RequestReply.REMOVED)) is StageProgress.DONE


def test_closing_names_each_copy_that_is_not_settled_and_each_request_that_waits():
    case = ledger_case(changed(FIRST, CopyState.SAYS_GONE), requested(), rows=(BENS, GROUP, SEEN))
    left = in_words(case, left_at_closing(case))
    assert "Ben Marsh’s device (said to be gone)" in left
    assert "group chat “Y11 banter”, WhatsApp (removal asked for)" in left
    assert any(
        words.startswith("asking what came of a removal request: WhatsApp") for words in left
    )
    copies = [words for words in left if words.endswith(")")]
    assert not any("Ava" in words for words in copies)


@pytest.mark.parametrize(
    "text", ["@Sky_77", " sky_77 ", "“SKY_77”", "https://www.Sky_77/", "\uff53\uff4b\uff59_77"]
)
def test_a_mark_is_compared_in_one_form_however_it_is_written(text):
    assert normalised(text) == "sky_77"


def test_a_case_gives_its_handles_groups_and_pages_as_marks():
    page = {"held_by": HolderKind.PAGE, "name": "http://x.example/a/", "state": CopyState.KNOWN}
    case = ledger_case(requested(where_it_is="y11 BANTER"), rows=(BENS, GROUP, page))
    assert [mark.text for mark in marks_of(case)] == ["y11 banter", "x.example/a"]
    assert services_in(case) == ("WhatsApp",)


def test_what_a_row_names_is_read_as_the_person_it_turned_out_to_be():

    one = {"keep": "ava", "other": "ben", "same": "yes", "name": "Ava Stone", "why": "Told."}
    case = ledger_case((PeopleMerged, one))
    assert case.names[FIRST] == "Ava Stone’s device"
