"""A case folded from its entries."""

from datetime import timedelta

import pytest

from app.domain.case.bodies import ReferralState
from app.domain.case.case import State, decision_stands, fold_case
from app.domain.case.imagery import Viewing, viewing
from app.domain.forms.any_time import Note, SignsFound
from app.domain.forms.concern import ConcernReceived, Scope
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.forms.knowledge import Topic
from app.domain.forms.referral_background import ReferralRoute
from app.domain.forms.social_care import (
    ReferralCall,
    ReferralEscalated,
    ReferralOpened,
    ReferralReply,
    ReferralSent,
    Reply,
    Threshold,
)
from app.domain.forms.viewing import ViewingAsked
from app.domain.kit.answers import Role, StaffMember, YesNoUnknown
from app.domain.kit.checks import problems
from app.domain.kit.moments import moment
from app.domain.kit.stage import Sign, Stage
from app.domain.owed.calls import calls_of
from app.domain.owed.progress import StageProgress, progress, stage_now
from app.domain.owed.summary_of import heading_of
from tests.casefold import DSL, NOW, concern, concern_case, sealed

YES, NO, NOT_KNOWN = YesNoUnknown.YES, YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN
AT = moment(NOW)
DECIDED = {"decided_at": AT, "decided_by": DSL, "why": "Weighed both sides."}
REFER = DECIDED | {"decision": Decision.REFER, "refer_to": (Body.SOCIAL_CARE,)}
COLLEGE = DECIDED | {
    "decision": Decision.COLLEGE,
    "plan": "Support by the tutor.",
    "review_on": (NOW + timedelta(days=7)).date(),
}
FOUND = {"found_at": AT, "found_by": DSL, "how": "She said so."}
OPENED = {
    "child": "ava",
    "threshold": Threshold.PROTECTION,
    "team": "Exampleshire MASH",
    "why_now": "Pressure.",
    "safe_now": "At college.",
    "asked_for": "Advice.",
}
CALL = {
    "referral": "entry-2",
    "called_at": AT,
    "called_by": DSL,
    "reached": YES,
    "spoke_to": "J. Marlow",
    "reference": "MASH/1",
    "advice": "Write today.",
    "now_know": (Topic.HAPPENED, Topic.REFERRED),
}
SENT = {
    "referral": "entry-2",
    "sent_at": AT,
    "sent_by": DSL,
    "route": ReferralRoute.PORTAL,
    "sent_to": "MASH",
    "now_know": (Topic.HAPPENED, Topic.PICTURED, Topic.REFERRED),
}


def reply(answer):
    return {"referral": "entry-2", "received_at": AT, "answered_by": "J. Marlow", "reply": answer}


def test_a_yes_stands_when_something_else_is_answered_no_later():
    case = concern_case((DecisionMade, REFER | {"adult": NO}), adult=YES)
    assert case.signs[Sign.ADULT].said_yes


def test_a_yes_goes_when_the_entry_that_said_it_is_corrected():
    first = sealed(ConcernReceived, concern(adult=YES))
    put_right = sealed(ConcernReceived, concern(adult=NO), seq=2, corrects="entry-1")
    case = fold_case([first, put_right])
    assert case.signs[Sign.ADULT].answer is NO
    assert len(case.entries) == 2
    assert len(case.current) == 1


def test_not_known_turns_into_a_later_no():
    case = concern_case((DecisionMade, REFER | {"harm": NO}), harm=NOT_KNOWN)
    assert case.signs[Sign.HARM].answer is NO


def test_a_sign_answered_yes_later_reopens_the_decision():
    assert decision_stands(concern_case((DecisionMade, COLLEGE)))
    later = concern_case((DecisionMade, COLLEGE), (DecisionMade, REFER | {"harm": YES}))
    assert decision_stands(later)
    between = concern_case((DecisionMade, COLLEGE), (ConcernReceived, concern(harm=YES)))
    assert not decision_stands(between)
    assert progress(between)[Stage.DECISION] is StageProgress.STARTED


def test_a_yes_taken_back_before_the_decision_does_not_hide_a_later_one():
    said = sealed(ConcernReceived, concern(harm=YES))
    taken_back = sealed(ConcernReceived, concern(harm=NO), seq=2, corrects="entry-1")
    decided = sealed(DecisionMade, COLLEGE, seq=3)
    found = sealed(SignsFound, FOUND | {"harm": YES}, seq=4)
    assert decision_stands(fold_case([said, taken_back, decided]))
    assert not decision_stands(fold_case([said, taken_back, decided, found]))


def test_putting_an_older_decision_right_does_not_make_the_newest_stand_again():
    first, newest = (sealed(DecisionMade, COLLEGE, seq=seq) for seq in (2, 3))
    found = sealed(SignsFound, FOUND | {"harm": YES}, seq=4)
    opened = [sealed(ConcernReceived, concern()), first, newest, found]
    older = sealed(DecisionMade, COLLEGE, seq=5, corrects="entry-2")
    weighed_again = sealed(DecisionMade, REFER, seq=5, corrects="entry-3")
    assert not decision_stands(fold_case([*opened, older]))
    assert decision_stands(fold_case([*opened, weighed_again]))


@pytest.mark.parametrize(
    "scope", [Scope.OWN, Scope.OTHERS, Scope.HOLDS, Scope.ADULT, Scope.UNCLEAR]
)
def test_a_concern_in_scope_stays_open(scope):
    assert concern_case(scope=scope).state is State.OPEN


def test_a_concern_without_imagery_leaves_with_a_record_of_where_it_went():
    case = concern_case(scope=Scope.NO_IMAGERY, goes_to="To the tutor, under the behaviour policy.")
    assert case.state is State.LEFT


def test_a_case_waits_at_the_referral_as_soon_as_a_sign_is_there():
    assert stage_now(concern_case()) is Stage.REVIEW
    assert stage_now(concern_case(coercion=YES)) is Stage.SOCIAL_CARE


def test_no_referral_is_called_for_where_every_sign_is_answered_no_or_not_known():
    for answer in (NO, NOT_KNOWN):
        assert not calls_of(concern_case(harm=answer, adult=answer))


def test_a_referral_is_called_for_until_somebody_outside_has_been_told():
    opened = concern_case((ReferralOpened, OPENED), coercion=YES)
    tried = concern_case(
        (ReferralOpened, OPENED), (ReferralCall, CALL | {"reached": NO}), coercion=YES
    )
    told = concern_case((ReferralOpened, OPENED), (ReferralCall, CALL), coercion=YES)
    called = [[call.body for call in calls_of(case)] for case in (opened, tried, told)]
    both = [Body.SOCIAL_CARE, Body.POLICE]
    assert called == [both, both, [Body.POLICE]]


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ((), ReferralState.DRAFT),
        (((ReferralCall, CALL | {"reached": NO}),), ReferralState.DRAFT),
        (((ReferralCall, CALL),), ReferralState.PHONED),
        (((ReferralCall, CALL), (ReferralSent, SENT)), ReferralState.SENT),
        (((ReferralSent, SENT), (ReferralCall, CALL)), ReferralState.SENT),
        (
            ((ReferralSent, SENT), (ReferralReply, reply(Reply.ACKNOWLEDGED))),
            ReferralState.ACKNOWLEDGED,
        ),
        (((ReferralSent, SENT), (ReferralReply, reply(Reply.NO_ACTION))), ReferralState.OUTCOME),
        (
            (
                (ReferralReply, reply(Reply.NO_ACTION)),
                (
                    ReferralEscalated,
                    {
                        "referral": "entry-2",
                        "at": AT,
                        "raised_with": "Head of service",
                        "why": "Risk.",
                    },
                ),
            ),
            ReferralState.ESCALATED,
        ),
    ],
)
def test_the_state_of_a_referral_follows_from_its_steps(steps, state):
    case = concern_case((ReferralOpened, OPENED), *steps)
    assert case.referrals[0].state is state


def test_roles_stay_with_the_person_in_the_case():
    case = concern_case()
    assert case.people["ava"].roles == (Role.PICTURED,)
    assert case.people["ben"].roles == (Role.RECEIVED,)


def test_a_heading_names_the_first_child_and_counts_the_others():
    assert heading_of(concern_case()) == "Ava Stone and 1 other"


ASKED = {"asked_at": AT, "asked_by": DSL, "why": "They were near it."}


def seen(*answers):
    rows = tuple({"who": DSL, "seen": answer, "how": "By accident."} for answer in answers)
    return concern_case((ViewingAsked, ASKED | {"staff": rows}))


def test_the_case_never_says_more_about_viewing_than_the_record_bears_out():
    assert viewing(concern_case()) is Viewing.NONE_RECORDED
    assert viewing(seen(NO, NO)) is Viewing.CONFIRMED_NONE
    assert viewing(seen(NO, NOT_KNOWN)) is Viewing.NONE_RECORDED
    assert viewing(seen(NO, YES)) is Viewing.VIEWED


def test_who_was_not_sure_counts_until_they_say_otherwise():
    def asked(who, answer):
        row = {"who": StaffMember(who, "Tutor"), "seen": answer, "how": "By accident."}
        return ViewingAsked, ASKED | {"staff": (row,)}

    unsure = asked("M. Reyes", NOT_KNOWN)
    assert viewing(concern_case(unsure, asked("J. Hale", NO))) is Viewing.NONE_RECORDED
    sure = (unsure, asked("J. Hale", NO), asked("m.  reyes", NO))
    assert viewing(concern_case(*sure)) is Viewing.CONFIRMED_NONE


def test_a_note_needs_a_reason_like_every_action():
    found = problems(Note, {"at": AT, "what": "Phoned."}, NOW)
    assert [problem.name for problem in found] == ["why"]
