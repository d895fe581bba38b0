"""An answer to a question about a person is somebody whom the question takes, however it came."""

from datetime import date, timedelta

import msgspec
import pytest

from app.casework.recording import Correction, what_is_missing
from app.domain.case.case import fold_case
from app.domain.forms import FORMS
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PeopleMerged, PeopleNamed, PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.social_care import ReferralOpened
from app.domain.gates import asked_about, gate_problems
from app.domain.kit.answers import (
    A_LEARNER,
    AnswerKind,
    Involved,
    Person,
    PersonKind,
    Role,
    YesNoUnknown,
)
from app.domain.kit.form import form_name, questions_of
from tests.casefold import AVA, BEN, NOW, concern, concern_case, sealed
from tests.domain.people_of_two import DEE, MET, PARENTS
from tests.domain.test_families import OPENED
from tests.grids import in_each

CASE = concern_case(PARENTS)
PERSON = [
    (form, question.name, None, question.ask.who)
    for form in FORMS
    for question in questions_of(form)
    if question.kind is AnswerKind.PERSON
] + [
    (form, rows.name, question.name, question.ask.who)
    for form in FORMS
    for rows in questions_of(form)
    for question in (questions_of(rows.row) if rows.row else ())
    if question.kind is AnswerKind.PERSON
]


def said(form, answers, case=CASE, **more):
    return {one.name: one.sentence for one in gate_problems(form, answers, case, **more)}


def asked(form, name):
    """Return answers of a form by which one of its questions is asked."""
    (question,) = (one for one in questions_of(form) if one.name == name)
    hangs = question.ask.shown_if
    if hangs is None:
        return {}
    on = {"people": (Involved(DEE),)}.get(hangs.name) or (hangs.values or ("so",))[0]
    return asked(form, hangs.name) | {hangs.name: on}


@in_each("asking", PERSON, lambda asking: f"{form_name(asking[0])}-{asking[1]}-{asking[2]}")
@pytest.mark.parametrize("person", ["ava", "dee", "nobody"])
def test_every_question_about_a_person_refuses_whom_it_does_not_take(asking, person):
    form, name, inner, who = asking
    answers = asked(form, name) | {name: person}
    place = name
    if inner:
        (row,) = (one.row for one in questions_of(form) if one.name == name)
        rows = (asked(row, inner) | {inner: person},)
        answers, place = asked(form, name) | {name: rows}, f"{name}.1.{inner}"
    known = CASE.people.get(person)
    fits = known is not None and who.fits(Involved(known.person, known.roles))
    assert (place in said(form, answers)) is not fits


def test_it_says_what_somebody_is_and_whom_to_choose():
    answers = MET | {"parent": "ben", "child": "dee"}
    assert said(ParentContact, answers) == {
        "parent": "Ben Marsh is a learner. Choose a parent or carer, or add one here.",
        "child": "Dee Stone is a parent or carer. Choose a learner.",
    }
    background = {"referral": "entry-2", "parents": ({"who": "ben"},)}
    assert said(ReferralBackground, background) == {
        "parents.1.who": "Row 1: Ben Marsh is a learner. Choose a parent or carer, or add one here."
    }


def test_a_learner_is_of_age_on_the_day_it_is_recorded():
    birthday = date(AVA.born.year + 18, AVA.born.month, AVA.born.day)
    before = birthday - timedelta(days=1)
    opened = OPENED | {"child": "ava"}
    assert said(ReferralOpened, opened, today=before) == {}
    assert said(ReferralOpened, opened, today=birthday) == {
        "child": "Ava Stone is 18 or over. Choose a learner under 18."
    }


def test_a_learner_who_is_family_too_can_be_the_parent():
    sister = Person(id="eva", kind=PersonKind.LEARNER, name="Eva Stone")
    named = {"people": (Involved(sister, (Role.FAMILY,)),), "why": "She rang."}
    case = concern_case((PeopleNamed, named | {"family_of": "Of Ava."}))
    assert said(ParentContact, MET | {"parent": "eva"}, case) == {}


def test_a_correction_may_leave_who_stood_there_and_name_nobody_else_like_that():
    was_asked_of_anybody = [
        sealed(*form, seq=seq)
        for seq, form in enumerate(
            ((ConcernReceived, concern()), PARENTS, (ParentContact, MET | {"parent": "ben"})),
            start=1,
        )
    ]
    case = fold_case(was_asked_of_anybody)
    wrong = Correction("entry-3", "Misheard.")
    kept = MET | {"parent": "ben", "why": "She asked.", "happened": "She was pressed."}
    assert what_is_missing(ParentContact, kept, NOW, case, wrong) == ()
    (problem,) = what_is_missing(ParentContact, kept | {"child": "karl"}, NOW, case, wrong)
    assert problem.name == "child"
    (again,) = what_is_missing(ParentContact, kept, NOW, case)
    assert again.name == "parent"


NAMING = [
    (form, question.name)
    for form in FORMS
    for question in questions_of(form)
    if question.kind is AnswerKind.PEOPLE
]


@in_each("naming", NAMING, lambda naming: form_name(naming[0]))
@pytest.mark.parametrize("known", [AVA, DEE], ids=lambda known: known.name)
@pytest.mark.parametrize("kind", PersonKind)
def test_nobody_of_the_case_is_named_again_as_of_another_kind(naming, known, kind):
    form, name = naming
    again = (
        Involved(BEN, (Role.WITNESS,)),
        Involved(msgspec.structs.replace(known, kind=kind), (Role.WITNESS,)),
    )
    found = said(form, {name: again})
    assert (f"{name}.2.name" in found) is (kind is not known.kind)
    assert f"{name}.1.name" not in found
    if kind is not known.kind:
        assert found[f"{name}.2.name"].startswith(f"{known.name} is a")
    assert f"{name}.2.name" not in said(form, {name: again}, corrects="entry-1")


@pytest.mark.parametrize("one", PersonKind)
@pytest.mark.parametrize("other", PersonKind)
def test_the_record_of_a_learner_is_never_joined_to_that_of_a_parent_or_of_staff(one, other):
    people = [
        Involved(Person(id=key, kind=kind, name=f"{key} Lowe"), (Role.WITNESS,))
        for key, kind in (("Lu", one), ("Lou", other))
    ]
    case = concern_case(people=(Involved(AVA, (Role.PICTURED,)), *people))
    joined = {"keep": "Lu", "other": "Lou", "same": YesNoUnknown.YES, "name": "Lou Lowe"}
    found = said(PeopleMerged, joined, case)
    grown_up = {PersonKind.PARENT, PersonKind.STAFF}
    assert ("other" in found) is bool(A_LEARNER.kinds & {one, other} and grown_up & {one, other})
    assert found.keys() <= {"other"}
    assert not found or found["other"].startswith("Lu Lowe is a")
    assert said(PeopleMerged, joined | {"same": YesNoUnknown.NO}, case) == {}


@pytest.mark.parametrize("role", [Role.PICTURED, Role.RECEIVED, Role.WITNESS])
@pytest.mark.parametrize("kind", PersonKind)
def test_a_learner_with_a_part_is_asked_about_once_before_they_are_something_else(role, kind):
    case = concern_case(PARENTS, people=(Involved(AVA, (role,)), Involved(BEN, (Role.SHARED,))))
    details = {"person": "ava", "kind": kind, "name": "Ava Stone"}
    found = asked_about(PersonDetails, details, case, NOW.date())
    taken = kind in A_LEARNER.kinds or role is Role.WITNESS
    assert [one.name for one in found] == ([] if taken else ["kind"])
    assert asked_about(PersonDetails, details | {"person": "dee"}, case, NOW.date()) == ()
    assert said(PersonDetails, details, case) == {}


def test_a_question_that_is_not_asked_is_not_held_against_anybody():
    named = {"people": (Involved(BEN, (Role.WITNESS,)),), "why": "Seen.", "parent_of": "dee"}
    assert said(PeopleNamed, named) == {}
