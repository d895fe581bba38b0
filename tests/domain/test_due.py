"""A due row knows whom and what it is about, and some things come due by themselves."""

from datetime import date, timedelta
from typing import Annotated

import msgspec
import pytest

from app.domain.forms import form_named
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.close import CaseReviewed
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.knowledge import Knowing, KnowledgeNoted, Topic
from app.domain.forms.parents import ParentDecision
from app.domain.forms.social_care import ReferralOpened
from app.domain.forms.support import StaffWelfare, SupportPlan
from app.domain.kit.answers import Involved, Person, PersonKind, PersonRef, Role, StaffMember
from app.domain.kit.form import Ask, Form
from app.domain.kit.keys import DueKey, DueKind
from app.domain.kit.moments import LONDON, moment
from app.domain.owed.references import prefilled_answers
from app.domain.owed.table import owed_in
from app.domain.rules.time_limits import END_OF_DAY, TimeLimits
from tests.casefold import AVA, DSL, NOW, concern_case
from tests.domain.people_of_two import AT, NOT_TOLD, PARENTS, PLAN, POLICE, SOON, TALKED
from tests.domain.test_case import OPENED
from tests.domain.test_knowledge import FAMILY, not_yet, noted

WELFARE = {"who": DSL, "by": DSL, "at": AT, "why": "Heard it told.", "offered": "A talk."}


def opened_from(case, beginning):
    """Return the answers with which the form of the due row of this key opens."""
    (row,) = [row for row in owed_in(case, TimeLimits({})) if row.key.write().startswith(beginning)]
    return prefilled_answers(case, row.form, row.key)


@pytest.mark.parametrize(
    ("steps", "beginning", "given"),
    [
        ([(SupportPlan, PLAN)], "entry-2:review", {"child": "ava"}),
        (
            [(LearnerConversation, TALKED | {"review_on": SOON})],
            "entry-2:review",
            {"learner": "ava"},
        ),
        (
            [PARENTS, (ParentDecision, NOT_TOLD)],
            "entry-3:review",
            {"parent": "karl", "child": "ava"},
        ),
        ([(StaffWelfare, WELFARE | {"review_on": SOON})], "entry-2:review", {"who": DSL}),
        ([(ReferralOpened, OPENED)], "call:entry-2", {"referral": "entry-2"}),
        ([(BodyReferralOpened, POLICE)], "tell:entry-2", {"referral": "entry-2"}),
    ],
)
def test_the_form_of_a_due_row_opens_with_whom_and_what_it_is_about(steps, beginning, given):
    found = opened_from(concern_case(*steps), beginning)
    assert given.items() <= found.items()
    assert set(found) - set(given) <= {"child"}


def test_nothing_but_whom_and_what_is_repeated():
    case = concern_case(PARENTS, (ParentDecision, NOT_TOLD))
    assert set(opened_from(case, "entry-3:review")) == {"parent", "child"}


def test_a_note_says_what_it_settles():
    action = {"what": "Call the bank", "who": DSL, "by": NOW.date(), "why": "She paid."}
    case = concern_case((SupportPlan, PLAN | {"actions": (action,)}))
    assert opened_from(case, "entry-2:1") == {"settles": "entry-2:1"}


def test_what_must_not_be_told_is_due_on_its_day_until_somebody_says_otherwise():
    held = concern_case(FAMILY, not_yet(Topic.SHARED, Topic.PICTURED))
    (row,) = [row for row in owed_in(held, TimeLimits({})) if row.key.kind == DueKind.NOT_TOLD]
    assert row.due.astimezone(LONDON).date() == date(2026, 12, 3)
    assert row.due.astimezone(LONDON).time() == END_OF_DAY
    given = opened_from(held, "not-told:")
    assert (given["person"], given["facts"]) == ("dee", (Topic.SHARED, Topic.PICTURED))
    assert not {"knowing", "why", "until"} & set(given)
    free = noted(Topic.SHARED, Topic.PICTURED, knowing=Knowing.FREE, why="Agreed.")
    freed = concern_case(FAMILY, not_yet(Topic.SHARED, Topic.PICTURED), free)
    assert not [row for row in owed_in(freed, TimeLimits({})) if row.form is KnowledgeNoted]
    assert form_named("knowledge_noted") is KnowledgeNoted


def of_age(born, *steps):
    people = (Involved(msgspec.structs.replace(AVA, born=born), (Role.PICTURED,)),)
    rows = owed_in(concern_case(*steps, people=people), TimeLimits({}))
    return [
        row.due.astimezone(LONDON).date()
        for row in rows
        if row.key == DueKey(DueKind.OF_AGE, "ava")
    ]


REVIEWED = {
    "reviewed_by": DSL,
    "spoken": ({"learner": "ava", "spoken": "yes", "how": "Well."},),
    "again": "no",
    "change": "Nothing.",
    "why": "She is 18.",
}


def test_a_learner_who_turns_18_in_mid_case_is_due_on_the_day_and_until_the_case_is_reviewed():
    assert of_age(date(2008, 11, 25)) == [date(2026, 11, 25)]
    for day, left in ((24, [date(2026, 11, 25)]), (25, [])):
        at = moment(NOW + timedelta(days=day - 19))
        assert of_age(date(2008, 11, 25), (CaseReviewed, REVIEWED | {"reviewed_at": at})) == left


def test_who_was_an_adult_before_or_whose_birth_is_not_known_is_not_due():
    assert of_age(date(2008, 11, 18)) == of_age(None) == []
    assert of_age(date(2008, 11, 19)) == []  # 18 on the day it happened: an adult from the first
    assert of_age(date(2011, 5, 3)) == []  # years ahead


def test_contacts_point_to_the_referral_they_belong_to():
    case = concern_case((BodyReferralOpened, POLICE))
    assert prefilled_answers(case, BodyContact, DueKey(DueKind.TELL, "entry-2")) == {
        "referral": "entry-2"
    }


@pytest.mark.parametrize("named", [1, 2])
def test_the_lado_is_told_of_the_member_of_staff_if_there_is_only_one(named):
    staff = [
        Involved(Person(id=f"staff-{at}", kind=PersonKind.STAFF, name=name), (Role.ASKED,))
        for at, name in enumerate(("Dane Frayne", "Lee Moss")[:named])
    ]
    case = concern_case(people=(Involved(AVA, (Role.PICTURED,)), *staff))
    given = opened_from(case, "refer:lado")
    assert given == {"body": OtherBody.LADO} | ({"about": "staff-0"} if named == 1 else {})


@pytest.mark.parametrize("named", [0, 1, 2])
def test_another_college_is_told_of_its_learner_if_there_is_only_one(named):
    people = [
        Involved(Person(id=f"far-{at}", kind=PersonKind.ELSEWHERE, name=name), (Role.RECEIVED,))
        for at, name in enumerate(("Kai Lowe", "Lee Moss")[:named])
    ]
    case = concern_case(people=(Involved(AVA, (Role.PICTURED,)), *people))
    given = prefilled_answers(case, BodyReferralOpened, DueKey(DueKind.ELSEWHERE))
    told = {"body": OtherBody.COLLEGE} if named else {}
    assert given == told | ({"about": "far-0"} if named == 1 else {})


class Visited(Form, tag="visited", frozen=True, kw_only=True):
    """A form of tomorrow, with a question about a person under a name of its own."""

    visitor: Annotated[StaffMember, Ask("Who went")]
    whom: Annotated[PersonRef, Ask("Whom they visited")]


def test_whom_a_row_is_about_answers_the_question_about_a_person_whatever_it_is_called():
    key = DueKey(DueKind.RECONTACT_1, "entry-9", "ava")
    assert prefilled_answers(concern_case(), Visited, key) == {"whom": "ava"}
    assert prefilled_answers(concern_case(), LearnerConversation, key) == {"learner": "ava"}
