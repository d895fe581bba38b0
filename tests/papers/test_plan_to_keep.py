"""The plan that a child keeps: one page, to them, and with nobody else’s name."""

import pytest

from app.disclosure.leak import leaks_in
from app.domain.forms.support import Course, SupportKind, SupportPlan, SupportReview
from app.domain.kit.answers import StaffMember
from app.domain.kit.moments import write_long_day
from app.domain.kit.record import Audience
from app.papers.kinds import kind_named
from app.papers.plan_to_keep import NAMED, NOT_HELPING, NOTHING_YET, TELLS
from tests.casefold import concern_case
from tests.domain.people_of_two import LATER, PLAN, REVIEWED, SOON
from tests.papers.cases import PRACTICE, read_case
from tests.papers.paper import issue, printed, words_of

KIND = kind_named("plan_to_keep")
TO_AVA = PLAN | {
    "wants": "Just a quiet day.",
    "kinds": (SupportKind.APART,),
    "named_adult": StaffMember("M. Reyes", "Tutor"),
    "after_hours": "Your mum",
    "for_them": "Your seat is by the door.",
    "lessons": "You stay in your group",
    "keep_apart": "Ben uses the other stairs. You walk on.",
    "tell_first": "You tell M. Reyes",
    "view": "It is all right.",
}
GOES_ON = REVIEWED | {"course": Course.CHANGED, "why": "Her breaks.", "review_on": LATER}


def kept(*more, **answers):
    """The words of the page that Ava keeps, "" where there is none."""
    case = concern_case((SupportPlan, TO_AVA | answers), *more)
    found = [printed(KIND.content(case, one, issue())) for one in KIND.subjects(case)]
    assert {one.pages for one in found} <= {1}
    return " ".join(map(words_of, found))


@pytest.mark.parametrize(
    ("more", "says", "never"),
    [
        (
            (),
            (
                "for Ava",
                "“Just a quiet day.”",
                "Your seat is by the door.",
                "Lessons You stay in your group",
                "[name] uses the other stairs. You walk on.",
                "First You tell M. Reyes",
                "M. Reyes, Tutor",
                "0800 1111",
                f"On {write_long_day(SOON)} we ask you how it goes.",
                NOT_HELPING,
            ),
            ("Ben", "Stone", "A seat by the door.", "feels watched", "SENSITIVE", "safeguard"),
        ),
        (
            ((SupportReview, GOES_ON | {"for_them": "Your breaks are longer."}),),
            ("What has changed Your breaks are longer.", write_long_day(LATER)),
            ("Her breaks.", write_long_day(SOON), "Better."),
        ),
        (((SupportReview, REVIEWED),), (), ("Your plan",)),
    ],
)
def test_a_child_keeps_what_is_written_for_them_and_nothing_else(more, says, never):
    shown = kept(*more)
    assert [one for one in says if one not in shown] == []
    assert [one for one in never if one in shown] == []


def test_a_plan_that_says_nothing_to_the_child_makes_no_page():
    case = concern_case((SupportPlan, PLAN))
    assert KIND.subjects(case) == ()


@pytest.mark.parametrize(
    ("for_them", "looked_at"),
    [
        ("You sit by the door.", ()),
        ("Ava sits by the door.", (NAMED.format(name="Ava"),)),
        (None, (NOTHING_YET,)),
        ("You need not see the photo, or any photo.", (TELLS.format(word="photo"),)),
        ("You sit where you can picture a way out.", (TELLS.format(word="picture"),)),
    ],
)
def test_the_draft_asks_for_words_to_the_child(for_them, looked_at):
    case = concern_case((SupportPlan, TO_AVA | {"for_them": for_them}))
    assert KIND.look_at(case, KIND.subjects(case)[0]) == looked_at


def test_neither_of_two_who_are_kept_apart_reads_of_the_other():
    case = read_case(PRACTICE / "03-device-held.toml")
    names = {key: one.person.name for key, one in case.people.items()}
    made = {one.reader: printed(KIND.content(case, one, issue())) for one in KIND.subjects(case)}
    assert len(made) == 2
    for reader, document in made.items():
        assert leaks_in(document.pdf, case, Audience.LEARNER, reader) == ()
        others = {name.split()[0] for key, name in names.items() if key != reader}
        assert [one for one in others if one in words_of(document).split()] == []
