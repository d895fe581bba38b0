"""Gates: rules that require authority and a reason first. They explain, and never trap.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024); the college's guidance, "Handling
incidents" and "Viewing the imagery". Each gate is one function; this is the table of them all.
"""

from datetime import date

from app.domain.case.case import Case
from app.domain.case.merging import answers_with_one
from app.domain.forms.any_time import SignsFound
from app.domain.forms.bodies import BodyReferralOpened
from app.domain.forms.close import CaseClosed, CaseReopened
from app.domain.forms.copies import CopyChanged
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import DeletionConfirmed, DeletionDecided, HoldLifted
from app.domain.forms.device import DeviceMoved, DeviceSearched
from app.domain.forms.duty import DutyConsidered
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.person import PeopleMerged
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.sharing import InformationShared
from app.domain.forms.viewing import ViewingRecorded
from app.domain.gates import (
    close,
    decision,
    imagery,
    instructions,
    lifting,
    people,
    removal,
    risk,
    second_sign,
)
from app.domain.gates.asked import Gate, ToSeal
from app.domain.gates.leaving import leaving_hides_nothing
from app.domain.kit.answers import StaffMember
from app.domain.kit.checks import Problem
from app.domain.kit.form import Answers, Form
from app.domain.kit.moments import day_of
from app.domain.kit.record import EntryId
from app.domain.rules.staff import NO_LIST, StaffList

GATES: tuple[tuple[type[Form], Gate], ...] = (
    (DecisionMade, decision.college_after_a_yes),
    (DecisionMade, decision.no_referral_after_a_yes),
    (DecisionMade, decision.every_sign_answered),
    (SignsFound, decision.an_answer_found),
    (ViewingRecorded, imagery.agreed_before_viewing),
    (ViewingRecorded, imagery.second_in_the_room),
    (DeviceSearched, imagery.search_has_a_witness),
    (DeviceSearched, imagery.searched_by_the_same_sex),
    (DeviceMoved, imagery.given_back_despite_the_police),
    (DeviceMoved, imagery.no_hand_left_out),
    (DeletionDecided, imagery.deletion_has_authority),
    (DeletionDecided, imagery.deletion_is_held),
    (DeletionDecided, removal.removal_before_deletion),
    (HoldLifted, imagery.hold_lifted_by_the_right_one),
    (HoldLifted, lifting.agreed_by_who_lifts_it),
    (HoldLifted, lifting.agreed_since_it_is_held),
    (DeletionConfirmed, imagery.deleted_despite_a_hold),
    (CopyChanged, removal.gone_despite_a_hold),
    (CopyChanged, second_sign.second_sign_from_somebody_else),
    (RemovalRequested, removal.request_is_held),
    (RemovalRequested, removal.asked_once),
    (RemovalRequested, removal.every_statement_made),
    (CaseClosed, close.closed_once),
    (CaseClosed, close.signs_answered_at_closing),
    (CaseClosed, close.decided_before_closing),
    (CaseClosed, close.nothing_left_open),
    (CaseClosed, close.copies_thought_of),
    (CaseClosed, close.two_people_close),
    (CaseClosed, decision.duty_settled_before_closing),
    (DutyConsidered, decision.deferred_for_a_week_at_most),
    (DutyConsidered, decision.late_with_reason),
    (CaseReopened, close.reopened_when_closed),
    (ParentContact, instructions.contacted_all_the_same),
    (CopyChanged, instructions.gone_all_the_same),
    (DeletionConfirmed, instructions.deleted_all_the_same),
    (DeletionConfirmed, instructions.confirmed_all_the_same),
    (DeviceSearched, instructions.searched_all_the_same),
    (InformationShared, instructions.shared_all_the_same),
    (DeviceMoved, instructions.given_back_all_the_same),
    (ReferralBackground, instructions.told_of_referral_all_the_same),
    (RemovalRequested, instructions.requested_all_the_same),
    (ParentDecision, people.not_told_with_reason),
    (PeopleMerged, people.no_learner_is_joined_to_a_parent),
    (RiskAssessed, risk.each_learner_is_assessed),
    (RiskAssessed, risk.capacity_from_sixteen),
    (BodyReferralOpened, people.adult_care_is_for_adults),
    (ReferralBackground, people.nobody_is_their_own_parent),
    (Form, instructions.spoken_with_all_the_same),
    (Form, people.somebody_it_takes),
    (Form, people.nobody_becomes_another_kind),
    (Form, people.born_before_it_happened),
    (Form, removal.rows_stay_in_their_place),
    (Form, second_sign.second_sign_has_a_giver),
)
"""Which gates apply to which form. `Form` is every form."""


def gate_problems(
    form: type[Form],
    answers: Answers,
    case: Case | None,
    author: StaffMember | None = None,
    *,
    staff: StaffList = NO_LIST,
    correcting: bool = False,
    corrects: EntryId | None = None,
    today: date | None = None,
) -> tuple[Problem, ...]:
    """Return what the case itself still requires before `author` may seal this form.

    `staff` is the college’s list, of which authority is asked. `today` decides who is under 18;
    without it the day of the newest entry does.
    """
    leaving = tuple(leaving_hides_nothing(form, answers, case, corrects))
    if case is None:
        return leaving
    asked = ToSeal(
        form=form,
        answers=answers_with_one(form, answers, case.same),
        case=case,
        author=author,
        staff=staff,
        correcting=correcting or corrects is not None,
        corrects=corrects,
        today=today or day_of(case.entries[-1].sealed.recorded),
    )
    found = (
        problem for stands, gate in GATES if issubclass(form, stands) for problem in gate(asked)
    )
    return (*leaving, *found)


def asked_about(
    form: type[Form], answers: Answers, case: Case | None, today: date
) -> tuple[Problem, ...]:
    """Return what the case asks about once before this form is sealed; it never stops it."""
    if case is None:
        return ()
    answers = answers_with_one(form, answers, case.same)
    asked = ToSeal(form=form, answers=answers, case=case, today=today)
    return (*instructions.asked_about(asked), *people.asked_about(asked))
