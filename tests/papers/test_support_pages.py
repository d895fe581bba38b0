"""The plan of one child, and of two kept apart: a page each, as it stands today."""

from datetime import timedelta

import pytest

from app.domain.forms.any_time import ClockMissed, Note
from app.domain.forms.asked import AgreedAction
from app.domain.forms.support import Course, SupportKind, SupportPlan, SupportReview
from app.domain.kit.answers import AnswerKind
from app.domain.kit.form import questions_of
from app.domain.kit.moments import write_day, write_time
from app.domain.kit.record import Audience
from app.papers.kinds import kind_named
from app.papers.support_page import AS_TOLD
from app.typesetting.content import Section, Table
from tests.casefold import DSL, NOW, concern_case
from tests.domain.people_of_two import AT, LATER, PLAN, REVIEWED, SOON
from tests.papers.cases import each_case, read_case
from tests.papers.paper import issue, lines, printed, words_of

APART = PLAN | {"kinds": (SupportKind.APART,)}
OF_BEN = APART | {"child": "ben", "what": "The other maths group."}
GOES_ON = REVIEWED | {"course": Course.CHANGED, "why": "Other breaks too.", "review_on": LATER}
KEYS = ("support_page", "apart_page")


def made(case, key):
    kind = kind_named(key)
    return [printed(kind.content(case, one, issue())) for one in kind.subjects(case)]


@pytest.mark.parametrize("key", KEYS)
@each_case
def test_each_plan_is_one_page(key, path):
    assert {one.pages for one in made(read_case(path), key)} <= {1}


@pytest.mark.parametrize("key", KEYS)
def test_a_plan_that_may_name_others_is_for_the_college_alone(key):
    assert kind_named(key).audience is Audience.DSL
    shown = words_of(made(concern_case((SupportPlan, APART), (SupportPlan, OF_BEN)), key)[0])
    assert "Kept in college: it" in shown


def test_a_plan_says_what_is_in_place_and_leaves_room_for_the_day():
    (document,) = made(concern_case((SupportPlan, PLAN)), "support_page")
    assert "A seat by the door." in words_of(document)
    assert "Breaks and lunch" in words_of(document)


FULL = PLAN | {
    "lessons": "You stay in your group",
    "tell_first": "You tell M. Reyes",
    "acts": "She sees you that day",
    "staff": "M. Reyes",
    "actions": (
        AgreedAction(what="Keep the seat free", who=DSL, by=SOON, why="She asked for it."),
    ),
}


TO_THEM = [
    one.name
    for one in questions_of(SupportPlan)
    if one.ask.audience is Audience.LEARNER and one.kind in {AnswerKind.LINE, AnswerKind.WORDS}
]


@pytest.mark.parametrize("question", TO_THEM)
@pytest.mark.parametrize("later", [(), ((SupportReview, REVIEWED),)])
def test_staff_read_that_what_says_you_is_for_the_child(question, later):
    case = concern_case((SupportPlan, APART | {question: "You go to M. Reyes"}), *later)
    kind = kind_named("support_page")
    for part in kind.content(case, kind.subjects(case)[0], issue()).parts:
        for label, answer in part.rows if isinstance(part, Section) else ():
            assert "You go to M. Reyes" not in answer or AS_TOLD in f"{part.heading}, {label}"


def test_a_plan_says_the_day_who_does_what_and_what_if_it_happens_again():
    (document,) = made(concern_case((SupportPlan, FULL)), "support_page")
    shown = words_of(document)
    says = (
        "Lessons and rooms You stay in your group",
        "Whom they tell first You tell M. Reyes",
        "Which staff carry it out M. Reyes",
        f"Keep the seat free R. Okafor {write_day(SOON)}",
        "Breaks and lunch",
    )
    assert [one for one in says if one not in shown] == []
    assert "So that they do not meet" not in shown
    assert document.pages == 1


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("looks", [(), ((SupportReview, GOES_ON),)])
@pytest.mark.parametrize("days", [0, 30])
def test_a_day_to_look_again_that_has_gone_stands_in_the_past(key, looks, days):
    case, kind = concern_case((SupportPlan, APART), (SupportPlan, OF_BEN), *looks), kind_named(key)
    at = NOW + timedelta(days=days)
    shown = "\n".join(lines(kind.content(case, kind.subjects(case)[0], issue(at=at))))
    says = ("Look again on", "Was to be looked at again")
    assert [one in shown for one in says] == [not days, bool(days)]


SETTLED = {"settles": "entry-2:1", "what": "The seat is kept.", "why": "Agreed.", "at": AT}
ASIDE = {"which": "entry-2:1", "missed": "not_needed", "said_by": DSL, "said_at": AT, "why": "-"}


@pytest.mark.parametrize(
    ("later", "days", "when"),
    [
        ((), 0, write_day(SOON)),
        ((), 9, f"was for {write_day(SOON)}"),
        (((Note, SETTLED),), 0, "done"),
        (((Note, SETTLED),), 9, "done"),
        (((ClockMissed, ASIDE),), 9, "no longer needed"),
        (((ClockMissed, ASIDE | {"missed": "late"}),), 9, f"was for {write_day(SOON)}"),
    ],
)
def test_a_plan_says_of_each_thing_staff_do_whether_it_is_still_to_do(later, days, when):
    case, kind = concern_case((SupportPlan, FULL), *later), kind_named("support_page")
    made_out = kind.content(case, kind.subjects(case)[0], issue(at=NOW + timedelta(days=days)))
    (table,) = (one for one in made_out.parts if isinstance(one, Table))
    assert table.rows == ((("Keep the seat free",), ("R. Okafor",), (when,)),)


def test_a_plan_that_has_ended_says_so_and_asks_for_nothing_more():
    (document,) = made(concern_case((SupportPlan, PLAN), (SupportReview, REVIEWED)), "support_page")
    ended = f"How it ended Ended on {write_time(AT)} By R. Okafor"
    assert ended in words_of(document)
    assert "How things were Better. Why, and what goes on She asked for it." in words_of(document)
    assert "The plan Ends" not in words_of(document)
    assert "What was in place A seat by the door." in words_of(document)
    assert "What is in place" not in words_of(document)
    assert "Breaks and lunch" not in words_of(document)


def test_a_look_at_a_newer_plan_is_none_at_an_older_one():
    case = concern_case((SupportPlan, PLAN), (SupportPlan, PLAN), (SupportReview, REVIEWED))
    older, newer = made(case, "support_page")
    assert "How it ended" not in words_of(older)
    assert "How it ended" in words_of(newer)


@pytest.mark.parametrize("looks", [(), ((SupportReview, GOES_ON),)])
def test_a_plan_in_whose_place_a_newer_one_stands_is_past(looks):
    newest = PLAN | {"what": "A room of her own."}
    case = concern_case((SupportPlan, PLAN), *looks, (SupportPlan, PLAN), (SupportPlan, newest))
    *older, now = map(words_of, made(case, "support_page"))
    assert len(older) == 2
    for shown in older:
        assert f"A new plan stands since {write_time(AT)}." in shown
        assert "What was in place A seat by the door." in shown
    asks = ("What is in place", "Look again on", "How things are", "Breaks and lunch", "Signature")
    assert [one for one in asks for shown in older if one in shown] == []
    assert ("How things were Better. What changed, and why Other breaks too." in older[0]) is bool(
        looks
    )
    assert "A new plan stands" not in now
    assert "What is in place A room of her own." in now


def test_two_are_kept_apart_only_where_both_their_plans_say_so():
    assert not made(
        concern_case((SupportPlan, APART), (SupportPlan, PLAN | {"child": "ben"})), "apart_page"
    )
    (document,) = made(concern_case((SupportPlan, APART), (SupportPlan, OF_BEN)), "apart_page")
    assert "The other maths group." in words_of(document)
    assert "Not whoever was harmed, unless they ask for it." in words_of(document)


def test_what_keeps_two_apart_is_told_as_it_was_looked_at_last():
    plans = (SupportPlan, APART), (SupportPlan, OF_BEN)
    (document,) = made(concern_case(*plans, (SupportReview, GOES_ON)), "apart_page")
    assert "Other breaks too." in words_of(document)
    assert "Better." not in words_of(document)
    assert f"Look again on {write_day(LATER)} Ben Marsh" in words_of(document)


TO_THEM = {
    "lessons": "You stay",
    "breaks": "You too",
    "on_the_way": "You walk",
    "online": "You block",
    "keep_apart": "You walk on",
    "tell_first": "You tell us",
    "acts": "We see you",
}


def test_two_plans_that_say_it_all_leave_nothing_to_write():
    plans = (SupportPlan, APART | TO_THEM), (SupportPlan, OF_BEN | TO_THEM)
    (document,) = made(concern_case(*plans), "apart_page")
    assert words_of(document).count("So that they do not meet You walk on") == 2
    assert "If they meet" not in words_of(document)
    half = (SupportPlan, APART | TO_THEM), (SupportPlan, OF_BEN | TO_THEM | {"acts": None})
    (document,) = made(concern_case(*half), "apart_page")
    assert "If they meet Who acts, and how soon" in words_of(document)


def test_a_plan_that_has_ended_keeps_nobody_apart():
    plans = (SupportPlan, APART), (SupportPlan, OF_BEN)
    assert not made(concern_case(*plans, (SupportReview, REVIEWED)), "apart_page")
