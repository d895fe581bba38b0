"""The stages of handling: person by person, out of order, and due again when it is time."""

import re

import pytest

from app import paths
from app.casework.guidance import read_cards
from app.domain.case.bodies import source_of
from app.domain.case.case import decision_stands
from app.domain.forms import FORMS
from app.domain.forms.any_time import Note
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.decision import Body, DecisionMade
from app.domain.forms.device import DeviceTaken
from app.domain.forms.extortion import DemandsRecorded
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.person import PeopleNamed
from app.domain.forms.review import InitialReview
from app.domain.forms.risk import AlsoKnown, IncidentKind, RiskAssessed
from app.domain.forms.support import SupportPlan, SupportReview
from app.domain.forms.viewing import ViewingRecorded
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.checks import problems
from app.domain.kit.form import form_name, intro_of, questions_of
from app.domain.kit.keys import PartKey
from app.domain.kit.record import Source
from app.domain.kit.stage import Sign, Stage
from app.domain.owed.calls import calls_of
from app.domain.owed.people import involved_learners
from app.domain.owed.progress import StageProgress, progress, stage_now
from app.domain.owed.table import owed_in
from app.domain.rules.time_limits import TimeLimits
from tests.casefold import AVA, BEN, DSL, NOW, concern_case
from tests.domain.people_of_two import (
    ANSWERED,
    AT,
    CALLED,
    DEMANDS,
    LATER,
    MET,
    MISSED,
    NOT_HELD,
    NOT_TOLD,
    PARENTS,
    PLAN,
    POLICE,
    REVIEWED,
    RISK,
    SOON,
    TALKED,
)
from tests.domain.test_case import COLLEGE, REFER

DONE, STARTED, NOT_STARTED = StageProgress.DONE, StageProgress.STARTED, StageProgress.NOT_STARTED
BEN_TOO = TALKED | {"learner": "ben"}


def standing(stage, *steps, **answers):
    return progress(concern_case(*steps, **answers))[stage]


@pytest.mark.parametrize(
    ("steps", "reached"),
    [
        ((), NOT_STARTED),
        (((LearnerConversation, TALKED),), STARTED),
        (((LearnerConversation, TALKED), (LearnerConversation, TALKED)), STARTED),
        (((LearnerConversation, TALKED), (LearnerConversation, BEN_TOO)), DONE),
        (((LearnerConversation, TALKED), (ConversationNotHeld, NOT_HELD)), DONE),
    ],
)
def test_conversations_are_done_when_each_learner_has_one_or_a_reason_for_none(steps, reached):
    assert standing(Stage.CONVERSATION, *steps) is reached


def test_a_learner_who_only_saw_or_told_need_not_be_talked_with():
    people = (Involved(AVA, (Role.PICTURED,)), Involved(BEN, (Role.WITNESS, Role.TOLD_US)))
    assert standing(Stage.CONVERSATION, (LearnerConversation, TALKED), people=people) is DONE


@pytest.mark.parametrize(
    ("steps", "reached"),
    [
        (((ParentContact, MISSED), (ParentDecision, NOT_TOLD)), STARTED),
        (((ParentContact, MET),), STARTED),
        (((ParentContact, MET), (ParentDecision, NOT_TOLD)), DONE),
    ],
)
def test_parents_are_done_when_each_is_told_or_decided_against(steps, reached):
    alone = (Involved(AVA, (Role.PICTURED,)),)
    assert standing(Stage.PARENTS, PARENTS, *steps, people=alone) is reached


def test_a_learner_who_is_only_family_of_another_is_asked_for_no_conversation_of_their_own():
    sister = Person(id="mia", kind=PersonKind.LEARNER, name="Mia Stone")
    case = concern_case((PeopleNamed, {"people": (Involved(sister, (Role.FAMILY,)),), "why": "."}))
    assert "mia" not in {known.person.id for known in involved_learners(case)}


def test_parents_are_not_done_while_nobody_is_told_of_another_child():
    assert standing(Stage.PARENTS, (ParentContact, MET)) is STARTED


def test_support_is_done_when_each_child_harmed_or_sharing_has_a_plan():
    assert standing(Stage.SUPPORT, (SupportPlan, PLAN)) is STARTED
    both = ((SupportPlan, PLAN), (SupportPlan, PLAN | {"child": "ben"}))
    assert standing(Stage.SUPPORT, *both) is DONE


def test_stages_may_come_in_any_order():
    case = concern_case(
        (BodyReferralOpened, POLICE),
        (BodyContact, CALLED),
        (SupportPlan, PLAN),
        (LearnerConversation, TALKED),
    )
    reached = progress(case)
    assert reached[Stage.POLICE] is DONE
    assert reached[Stage.SUPPORT] is reached[Stage.CONVERSATION] is STARTED
    assert reached[Stage.REVIEW] is NOT_STARTED
    assert stage_now(case) is Stage.REVIEW


def test_the_police_are_called_for_until_they_have_been_told():
    decision = (DecisionMade, REFER | {"refer_to": (Body.POLICE,)})
    tried = (BodyContact, CALLED | {"reached": YesNoUnknown.NO})
    opened = (BodyReferralOpened, POLICE)
    called = [call.body for call in calls_of(concern_case(opened, tried, decision))]
    assert called == [Body.POLICE]
    assert stage_now(concern_case(opened, decision)) is Stage.POLICE
    assert calls_of(concern_case(opened, (BodyContact, CALLED), decision)) == ()


def test_who_has_answered_has_been_told_whoever_rang_whom():
    case = concern_case((BodyReferralOpened, POLICE), (BodyOutcome, ANSWERED))
    assert progress(case)[Stage.POLICE] is DONE


def test_words_of_the_police_are_theirs_and_words_of_a_college_are_not():
    for body, source in ((OtherBody.POLICE, Source.POLICE), (OtherBody.COLLEGE, Source.OTHER)):
        case = concern_case((BodyReferralOpened, POLICE | {"body": body}), (BodyContact, CALLED))
        assert source_of(case.entries[-1].form, case.body_referrals) is source
    assert source_of(case.entries[0].form, case.body_referrals) is Source.STAFF


def test_a_body_referral_gathers_its_numbers():
    call = CALLED | {"reference": "Log 318", "crime_number": "EX/1"}
    case = concern_case(
        (BodyReferralOpened, POLICE),
        (BodyContact, call),
        (BodyOutcome, ANSWERED | {"crime_number": "EX/1"}),
    )
    assert case.body_referrals[0].numbers == ("Log 318", "EX/1")


def test_demands_always_raise_the_sign_and_reopen_the_decision():
    case = concern_case(
        (DecisionMade, COLLEGE), (DemandsRecorded, DEMANDS), extortion=YesNoUnknown.NO
    )
    assert case.signs[Sign.EXTORTION].said_yes
    assert not decision_stands(case)
    assert stage_now(case) is Stage.POLICE


@pytest.mark.parametrize(
    ("form", "answers"),
    [
        (RiskAssessed, RISK | {"also": (AlsoKnown.PAYMENT,)}),
        (RiskAssessed, RISK | {"also": (AlsoKnown.THREAT,)}),
        (DemandsRecorded, DEMANDS),
    ],
)
def test_money_or_a_threat_wherever_it_is_ticked_is_pressure_and_blackmail(form, answers):
    case = concern_case((form, answers), coercion=YesNoUnknown.NO, extortion=YesNoUnknown.NO)
    assert {sign for sign, state in case.signs.items() if state.said_yes} == {
        Sign.COERCION,
        Sign.EXTORTION,
    }
    assert stage_now(case) is Stage.POLICE


@pytest.mark.parametrize(
    ("kind", "sign"), [(IncidentKind.ADULT, "adult"), (IncidentKind.INTENT, "coercion")]
)
def test_a_kind_of_incident_that_calls_for_a_sign_asks_for_it_and_derives_nothing(kind, sign):
    missing = problems(RiskAssessed, RISK | {"incident": kind}, NOW)
    assert [problem.name for problem in missing] == [sign]
    answered = concern_case((RiskAssessed, RISK | {"incident": kind, sign: YesNoUnknown.NO}))
    assert not any(state.said_yes for state in answered.signs.values())


def days(*steps):
    due = owed_in(concern_case(*steps), TimeLimits({}))
    return [
        (form_name(row.form), row.due.date())
        for row in due
        if isinstance(row.key, PartKey) or row.due.date() > NOW.date()
    ]


def test_a_day_to_look_again_is_due_until_the_same_matter_is_looked_at_again():
    plan, review = (SupportPlan, PLAN), (SupportReview, REVIEWED)
    assert days(plan) == [("support_review", SOON)]
    assert days(plan, review) == []
    assert days(plan, (SupportReview, REVIEWED | {"child": "ben"})) == [("support_review", SOON)]
    assert days(plan, (SupportPlan, PLAN | {"review_on": LATER})) == [("support_review", LATER)]


def test_each_parent_has_days_of_their_own():
    tell = NOT_TOLD | {"parent": "dee", "decision": "tell", "review_on": None, "tell_by": LATER}
    both = (PARENTS, (ParentDecision, NOT_TOLD), (ParentDecision, tell))
    assert days(*both) == [("parent_decision", SOON), ("parent_contact", LATER)]
    assert days(*both, (ParentContact, MET)) == [("parent_decision", SOON)]


def test_an_attempt_that_reached_nobody_settles_no_day():
    tell = NOT_TOLD | {"parent": "dee", "decision": "tell", "review_on": None, "tell_by": SOON}
    assert days(PARENTS, (ParentDecision, tell), (ParentContact, MISSED)) == [
        ("parent_contact", SOON)
    ]


def test_a_note_can_settle_any_day():
    note = {"at": AT, "what": "Saw her.", "why": "As agreed.", "settles": "entry-2:review"}
    demands = (DemandsRecorded, DEMANDS | {"review_on": SOON})
    assert days(demands) == [("note", SOON)]
    assert days(demands, (Note, note)) == []


def test_an_action_agreed_in_any_form_is_due_and_says_where_it_was_agreed():
    action = {"what": "Call the bank", "who": DSL, "by": NOW.date(), "why": "She paid."}
    case = concern_case((ParentContact, MET | {"actions": (action,)}))
    (row,) = (row for row in owed_in(case) if isinstance(row.key, PartKey))
    assert (row.key.write(), row.what) == ("entry-2:1", "Call the bank")
    assert row.because == "Agreed with R. Okafor: Contact with a parent or carer"


def test_every_form_has_at_most_one_list_of_agreed_actions_and_a_day_says_what_is_due():
    for form in FORMS:
        names = [q.name for q in questions_of(form) if q.name == "actions"]
        assert len(names) <= 1
        for question in questions_of(form):
            assert question.name != "review_on" or question.ask.review, form_name(form)


UNHURRIED = {InitialReview, ViewingRecorded, DeviceTaken}
"""Forms whose guidance asks for more, and which nobody fills in standing."""


@pytest.mark.parametrize("form", sorted(set(FORMS) - UNHURRIED, key=form_name), ids=form_name)
def test_a_form_can_be_filled_in_standing_in_a_corridor(form):
    assert sum(question.required for question in questions_of(form)) <= 9


def test_a_conversation_needs_three_answers():
    assert sum(question.required for question in questions_of(LearnerConversation)) == 3


def everything_said():
    """Yield every sentence the forms and the guidance cards show."""
    for form in FORMS:
        yield form.title
        yield intro_of(form)
        for question in questions_of(form):
            yield from _asked(question)
            for part in questions_of(question.row) if question.row else ():
                yield from _asked(part)
    for card in read_cards(paths.resources()).values():
        yield from (f"{point.lead} {point.text}" for point in card.point)


def _asked(question):
    yield from (question.ask.label, question.ask.help, question.ask.example)
    yield from (choice.label for choice in question.choices)


PROMISES = re.compile(
    r"never (?:be )?(?:appear|show|disclos)|(?:will|does|do) not (?:appear|show|be disclosed)"
    r"|no (?:criminal )?record|clean record|guarantee|in confidence|confidential"
    r"|(?<!cannot )keep (?:it|this) (?:secret|between us)",
    re.IGNORECASE,
)
BLAME = re.compile(
    r"sexting|victim|perpetrator|offender|\bsnitch|behave[sd]? badly|her fault|his fault",
    re.IGNORECASE,
)


def test_no_form_or_card_promises_silence_or_a_clean_record_or_labels_anybody():
    said = set(everything_said())
    assert len(said) > 400
    assert [one for one in said if PROMISES.search(one) or BLAME.search(one)] == []


def test_what_an_outcome_means_for_later_checks_is_said_honestly():
    (asked,) = (q for q in questions_of(BodyOutcome) if q.name == "checks_told")
    assert "nobody can promise that it never will" in asked.ask.help
