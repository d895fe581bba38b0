"""What somebody now knows: ticked beforehand, changed by whoever told it, read by one table."""

from datetime import date, timedelta

import msgspec
import pytest

from app.domain.case.case import fold_case
from app.domain.forms import FORMS
from app.domain.forms.asked import AgreedAction
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody, Way
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.extortion import DemandsRecorded
from app.domain.forms.knowledge import Topic
from app.domain.forms.older_people import ParentContact1
from app.domain.forms.older_telling import ReferralSent1, StaffWelfare1
from app.domain.forms.parents import ParentContact, ParentDecision, Telling
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.sharing import DocumentIssued, InformationShared
from app.domain.forms.social_care import ReferralCall, ReferralOpened, ReferralSent
from app.domain.forms.support import StaffWelfare, SupportPlan
from app.domain.kit.answers import AnswerKind, Involved, Role, StaffMember, YesNoUnknown
from app.domain.kit.form import form_name, questions_of
from app.domain.kit.moments import moment
from app.domain.rules.implied import meeting, now_known
from app.domain.rules.knowledge import card_for, likely_topics
from tests.casefold import AVA, BEN, DSL, NOW, concern_case, sealed
from tests.domain.people_of_two import AT, CALLED, MET, MISSED, NOT_TOLD, PARENTS, POLICE, TALKED
from tests.domain.test_case import CALL, OPENED, SENT
from tests.domain.test_knowledge import not_yet, row
from tests.papers.test_case_summary import ISSUED

_TOLD = {"dee": YesNoUnknown.YES, "karl": YesNoUnknown.NO}
SHARED_BY_BEN = (Involved(AVA, (Role.PICTURED,)), Involved(BEN, (Role.SHARED,)))
REFERRED = (ReferralOpened, OPENED)
BY_LETTER = CALLED | {"referral": "entry-4", "way": Way.WRITING}
COLLEGE = POLICE | {"body": OtherBody.COLLEGE, "name": "Hill College", "about": "ava"}
CARED = {
    "who": StaffMember("L. Brook", "Tutor"),
    "by": DSL,
    "at": AT,
    "why": "Was shown it.",
    "offered": "A talk.",
}
CONTACTS = {
    LearnerConversation,
    ParentContact,
    ReferralCall,
    ReferralSent,
    BodyContact,
    InformationShared,
    StaffWelfare,
}


def older(form, answers, **more):
    """Seal answers on a form that did not ask what they now know."""
    asked = {name: one for name, one in answers.items() if name in form.__struct_fields__}
    return sealed(form, asked, **more)


def case_with(entry, *before):
    case = concern_case(*before, people=SHARED_BY_BEN)
    last = case.entries[-1].sealed.seq
    moved = msgspec.structs.replace(entry, seq=last + 1, id=f"entry-{last + 1}")
    return fold_case([*(one.sealed for one in case.entries), moved])


def test_every_form_of_a_contact_asks_what_they_now_know_and_knows_whom_it_means():
    assert {form for form in FORMS if now_known(form)} == CONTACTS
    assert all(meeting(form) for form in CONTACTS)


@pytest.mark.parametrize(
    ("form", "answers", "likely"),
    [
        (LearnerConversation, TALKED, {Topic.HAPPENED, Topic.PICTURED}),
        (LearnerConversation, TALKED | {"learner": "ben"}, {Topic.HAPPENED, Topic.SHARED}),
        (LearnerConversation, TALKED | {"learner": None}, set()),
        (ParentContact, MET, {Topic.HAPPENED, Topic.PICTURED}),
        (ParentContact, MET | {"child": "ben"}, {Topic.HAPPENED, Topic.SHARED}),
        (ParentContact, MISSED, set()),
        (ReferralCall, CALL, {Topic.HAPPENED, Topic.REFERRED}),
        (ReferralCall, CALL | {"reached": YesNoUnknown.NO}, set()),
        (ReferralSent, SENT, {Topic.HAPPENED, Topic.PICTURED, Topic.REFERRED}),
        (BodyContact, CALLED | {"referral": "entry-4"}, {Topic.HAPPENED, Topic.POLICE}),
        (BodyContact, BY_LETTER, {Topic.HAPPENED, Topic.PICTURED, Topic.SHARED, Topic.POLICE}),
        (BodyContact, BY_LETTER | {"referral": "entry-5"}, {Topic.HAPPENED, Topic.PICTURED}),
        (BodyContact, BY_LETTER | {"referral": "entry-6"}, {Topic.HAPPENED, Topic.SHARED}),
        (StaffWelfare, CARED, {Topic.HAPPENED}),
        (InformationShared, {"decision": "shared", "recipient": "M. Reyes, tutor"}, set()),
    ],
    ids=lambda one: form_name(one) if isinstance(one, type) else "",
)
def test_ticked_beforehand_is_what_that_form_says_to_whom_it_is_about(form, answers, likely):
    bodies = ((BodyReferralOpened, one) for one in (POLICE, COLLEGE, COLLEGE | {"about": "ben"}))
    issued = ((DocumentIssued, ISSUED | {"referral": f"entry-{seq}"}) for seq in (4, 5, 6))
    case = concern_case(REFERRED, PARENTS, *bodies, *issued, people=SHARED_BY_BEN)
    assert set(likely_topics(case, form, answers)) == likely


def test_what_was_written_without_a_letter_of_the_case_says_that_it_happened_and_no_more():
    case = concern_case(REFERRED, PARENTS, (BodyReferralOpened, POLICE), people=SHARED_BY_BEN)
    assert likely_topics(case, BodyContact, BY_LETTER) == (Topic.HAPPENED, Topic.POLICE)


def test_a_letter_that_hides_the_other_pictured_child_does_not_say_who_is_pictured():
    both = (Involved(AVA, (Role.PICTURED,)), Involved(BEN, (Role.PICTURED,)))
    case = concern_case(REFERRED, people=both)
    assert Topic.PICTURED not in likely_topics(case, ReferralSent, SENT)


def test_what_must_not_be_told_is_never_ticked_beforehand():
    case = concern_case(PARENTS, not_yet(Topic.PICTURED), people=SHARED_BY_BEN)
    assert likely_topics(case, ParentContact, MET) == (Topic.HAPPENED,)


def test_what_is_ticked_is_what_they_know_though_it_was_held_back():
    told = (ParentContact, MET | {"now_know": (Topic.SHARED,)})
    case = concern_case(PARENTS, not_yet(Topic.SHARED), told)
    assert set(row(case, "Dee Stone")) == {Topic.SHARED}
    assert card_for(case, "dee").do_not_say == ()


@pytest.mark.parametrize("form", [ParentContact, LearnerConversation])
def test_what_was_unticked_is_not_recorded_as_known(form):
    answers = {ParentContact: MET, LearnerConversation: TALKED}[form] | {"now_know": ()}
    case = concern_case(PARENTS, (form, answers))
    assert row(case, "Dee Stone") == row(case, "Ava Stone") == {}


def test_an_older_contact_still_tells_what_it_was_taken_to_tell():
    case = case_with(older(ParentContact1, MET), PARENTS)
    assert set(row(case, "Dee Stone")) == {Topic.HAPPENED, Topic.PICTURED}
    missed = case_with(older(ParentContact1, MISSED | {"told": None}), PARENTS)
    assert row(missed, "Dee Stone") == {}


def test_staff_who_were_cared_for_before_it_was_asked_know_that_it_happened():
    assert set(row(case_with(older(StaffWelfare1, CARED)), "L. Brook")) == {Topic.HAPPENED}


def test_an_older_letter_about_one_child_does_not_name_whoever_else_shared_it():
    case = case_with(older(ReferralSent1, SENT), REFERRED)
    assert set(row(case, "Children’s social care")) == {
        Topic.HAPPENED,
        Topic.PICTURED,
        Topic.REFERRED,
    }


def test_a_letter_names_the_police_only_once_they_were_told():
    police, told = (BodyReferralOpened, POLICE), (BodyContact, CALLED | {"referral": "entry-3"})
    assert Topic.POLICE not in likely_topics(concern_case(REFERRED, police), ReferralSent, SENT)
    assert Topic.POLICE in likely_topics(concern_case(REFERRED, police, told), ReferralSent, SENT)


def test_whoever_was_told_of_the_referral_knows_that_it_happened():
    parents = [{"who": who, "told": told, "how": "x"} for who, told in _TOLD.items()]
    told = (ReferralBackground, {"referral": "entry-2", "parents": tuple(parents)})
    case = concern_case(REFERRED, PARENTS, told)
    assert set(row(case, "Dee Stone")) == {Topic.HAPPENED, Topic.REFERRED}
    assert row(case, "Karl Stone") == {}


def test_what_is_held_back_says_the_newest_day_to_look_again():
    later = date(2026, 12, 20)
    again = NOT_TOLD | {"decided_at": moment(NOW + timedelta(days=1)), "review_on": later}
    case = concern_case(PARENTS, (ParentDecision, NOT_TOLD), (ParentDecision, again))
    assert {known.until for _, known in card_for(case, "karl").do_not_say} == {later}


def test_telling_a_parent_of_one_child_frees_nothing_while_they_are_not_told_of_another():
    of_ben = NOT_TOLD | {"child": "ben", "decision": Telling.TELL, "review_on": None}
    case = concern_case(PARENTS, (ParentDecision, NOT_TOLD), (ParentDecision, of_ben))
    assert Topic.HAPPENED in {topic for topic, _ in card_for(case, "karl").do_not_say}


ONLY_NAMED = {
    (AgreedAction, "who"),
    (ParentDecision, "teller"),
    (DemandsRecorded, "adult_there"),
    (SupportPlan, "named_adult"),
    (StaffWelfare, "who"),
}
"""The questions that name staff who may not know yet, or of whom the form asks it."""


def test_staff_who_did_something_know_that_it_happened_and_those_only_named_may_not():
    asked = {(part, one) for form in FORMS for part, one in _with_rows(form)}
    staff = {(part, one.name) for part, one in asked if one.kind is AnswerKind.STAFF}
    assert staff > ONLY_NAMED
    for part, one in asked:
        if one.kind is AnswerKind.STAFF:
            silent = one.ask.teaches == ()
            assert silent is ((part, one.name) in ONLY_NAMED), (part, one.name)


def _with_rows(form):
    for one in questions_of(form):
        yield form, one
        if one.row:
            yield from _with_rows(one.row)
