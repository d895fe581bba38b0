"""Gates explain, name the next right step and their source, and let everything else through."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.forms.any_time import ClockMissed, Missed, SignsFound
from app.domain.forms.close import CaseClosed, CaseReopened, Resurfaced
from app.domain.forms.copies import CopyState, HolderKind
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.forms.deletion import (
    Agreeing,
    Authority,
    Deletion,
    DeletionConfirmed,
    DeletionDecided,
    Hold,
    HoldLifted,
)
from app.domain.forms.device import (
    DeviceMoved,
    DeviceSearched,
    DeviceTaken,
    Movement,
    Power,
    Searched,
)
from app.domain.forms.parents import ParentDecision, Telling
from app.domain.forms.viewing import ViewingAsked, ViewingGround, ViewingRecorded
from app.domain.gates import gate_problems
from app.domain.kit.answers import StaffMember, YesNoUnknown
from app.domain.kit.checks import problems
from app.domain.kit.moments import moment
from app.domain.kit.stage import Sign
from app.domain.rules.holds import holds_on
from tests.casefold import DSL, NOW, concern_case
from tests.domain.gate_answers import (
    ALL_NO,
    AT,
    CLOSED,
    COLLEGE,
    DELETE,
    LEAD,
    LIFT,
    LIFTED,
    MOVED,
    NOT_REFERRED,
    POLICE_ON,
    REFER_POLICE,
    SEARCH,
    SIGNS,
    TAKEN,
    TUTOR,
    VIEWED,
    ending,
)
from tests.domain.ledger import found

YES, NO, NOT_KNOWN = YesNoUnknown.YES, YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN
SPACED = StaffMember("r.  okafor", "DSL")
LATER = moment(NOW + timedelta(hours=1))
ADULT = concern_case(**ALL_NO | {"adult": YES})
BLACKMAIL = concern_case(**ALL_NO | {"extortion": YES})
QUIET = concern_case(**ALL_NO)
POLICE = concern_case((DecisionMade, REFER_POLICE), **ALL_NO)
LET_GO = concern_case((DecisionMade, REFER_POLICE), (HoldLifted, LIFTED), **ALL_NO)
SEEN = concern_case(
    (ViewingAsked, {"asked_at": AT, "asked_by": DSL, "why": "Near it.", "staff": (
        {"who": TUTOR, "seen": YES, "how": "Shown it."},
    )}),
    **ALL_NO,
)  # fmt: skip
ENDED = concern_case(*ending(), **ALL_NO)
COPIES = found({"held_by": HolderKind.PERSON, "person": "ava", "state": CopyState.SEEN})
LEDGER = concern_case(*ending(), COPIES, **ALL_NO)
SHUT = concern_case(*ending(), (CaseClosed, CLOSED), **ALL_NO)
NOT_SURE = concern_case(*ending(), **ALL_NO | {"harm": NOT_KNOWN})
NOT_ANSWERED = concern_case(*ending(), **ALL_NO | {"harm": None})
UNDECIDED = concern_case(*ending()[1:], **ALL_NO)
BY_SEARCH = TAKEN | {"power": Power.FHEA, "imagery": NOT_KNOWN}
FOUND = concern_case((DeviceTaken, BY_SEARCH), **ALL_NO)
NOTHING_ON_IT = concern_case((DeviceTaken, BY_SEARCH | {"imagery": NO}), **ALL_NO)
HANDED_IN = concern_case((DeviceTaken, TAKEN | {"imagery": YES}), **ALL_NO)
FOUND_AND_AGREED = concern_case(
    (DeviceTaken, BY_SEARCH), (HoldLifted, LIFTED | {"holds": (Hold.FOUND,)}), **ALL_NO
)
POSSESSIONS = {"searched": (Searched.POSSESSIONS,), "same_sex": NO}
BOTH = {"searched": tuple(Searched)}
CONFIRM = {"deletion": "entry-2", "confirmed": YES}


def held(form, answers, case, author=DSL):
    return [problem.name for problem in gate_problems(form, answers, case, author)]


# form, whole answers, what is changed, case, the questions held back
TABLE = [
    (DecisionMade, COLLEGE, {}, QUIET, []),
    (DecisionMade, COLLEGE, {}, ADULT, ["decision"]),
    (DecisionMade, COLLEGE, {"extortion": YES}, QUIET, ["decision"]),
    (DecisionMade, COLLEGE, {"decision": Decision.REFER}, ADULT, []),
    (DecisionMade, COLLEGE, {"decision": None}, ADULT, []),
    (DecisionMade, COLLEGE, {"harm": NOT_KNOWN}, QUIET, []),
    (DecisionMade, COLLEGE, {}, concern_case(), ["decision"]),
    (DecisionMade, COLLEGE, ALL_NO, concern_case(), []),
    (DecisionMade, NOT_REFERRED, {}, ADULT, []),
    (DecisionMade, NOT_REFERRED, {"asked_outside": None}, ADULT, ["asked_outside"]),
    (DecisionMade, NOT_REFERRED, {"asked_outside": NO}, ADULT, ["asked_outside"]),
    (DecisionMade, NOT_REFERRED, {"asked_outside": NOT_KNOWN}, ADULT, ["asked_outside"]),
    (DecisionMade, NOT_REFERRED, {"agreed_by": None}, ADULT, ["agreed_by"]),
    (DecisionMade, NOT_REFERRED, {"agreed_by": StaffMember("L. Haines")}, ADULT, ["agreed_by"]),
    (DecisionMade, NOT_REFERRED, {"agreed_at": None}, ADULT, ["agreed_at"]),
    (DecisionMade, NOT_REFERRED, {"agreed_by": TUTOR}, ADULT, ["agreed_by"]),
    (DecisionMade, NOT_REFERRED, {"agreed_by": DSL}, ADULT, ["agreed_by"]),
    (DecisionMade, NOT_REFERRED, {"agreed_by": SPACED}, ADULT, ["agreed_by"]),
    (DecisionMade, NOT_REFERRED, {"agreed_by": None}, QUIET, []),
    (SignsFound, {}, {}, QUIET, ["adult"]),
    (SignsFound, {}, {"harm": NO}, QUIET, []),
    (ViewingRecorded, VIEWED, {}, QUIET, []),
    (ViewingRecorded, VIEWED, {"agreed_by": None}, QUIET, ["agreed_by"]),
    (ViewingRecorded, VIEWED, {"agreed_by": StaffMember("P. Vane")}, QUIET, ["agreed_by"]),
    (ViewingRecorded, VIEWED, {"agreed_by": DSL}, QUIET, ["agreed_by"]),
    (ViewingRecorded, VIEWED, {"agreed_at": LATER}, QUIET, ["agreed_at"]),
    (ViewingRecorded, VIEWED, {"agreed_at": AT}, QUIET, []),
    (ViewingRecorded, VIEWED, {"second": None}, QUIET, ["second"]),
    (ViewingRecorded, VIEWED, {"second": DSL}, QUIET, ["second"]),
    (
        ViewingRecorded,
        VIEWED,
        {"ground": ViewingGround.UNAVOIDABLE, "agreed_by": None, "agreed_at": None, "second": None},
        QUIET,
        [],
    ),
    (DeviceSearched, SEARCH, {}, QUIET, []),
    (DeviceSearched, SEARCH, {"witness": None}, QUIET, ["witness"]),
    (DeviceSearched, SEARCH, {"witness": None, "urgent_why": "A knife."}, QUIET, []),
    (DeviceSearched, SEARCH, {"witness": LEAD}, QUIET, ["witness"]),
    (DeviceSearched, SEARCH, {"same_sex": NO}, QUIET, ["urgent_why"]),
    (DeviceSearched, SEARCH, {"same_sex": NOT_KNOWN}, QUIET, ["urgent_why"]),
    (DeviceSearched, SEARCH, {"same_sex": NO, "urgent_why": "A knife."}, QUIET, []),
    (DeviceSearched, SEARCH, POSSESSIONS, QUIET, []),
    (DeviceSearched, SEARCH, POSSESSIONS | {"witness": None}, QUIET, ["witness"]),
    (DeviceSearched, SEARCH, BOTH | {"same_sex": NO}, QUIET, ["urgent_why"]),
    (DeviceMoved, MOVED, {}, FOUND, ["despite"]),
    (DeviceMoved, MOVED, {"despite": "Before we knew. PC 4417 was told."}, FOUND, []),
    (DeviceMoved, MOVED, {"movement": Movement.POLICE}, FOUND, []),
    (DeviceMoved, MOVED, {"movement": Movement.STORED}, FOUND, []),
    (DeviceMoved, MOVED, {}, NOTHING_ON_IT, []),
    (DeviceMoved, MOVED, {}, HANDED_IN, []),
    (DeviceMoved, MOVED, {}, FOUND_AND_AGREED, []),
    (DeletionDecided, DELETE, {}, FOUND, ["decision"]),
    (HoldLifted, LIFT | {"holds": (Hold.FOUND,)}, {}, FOUND, []),
    (HoldLifted, LIFT | {"holds": (Hold.FOUND,)}, {"agreeing": Agreeing.LEAD}, FOUND, ["agreeing"]),
    (HoldLifted, LIFT | {"holds": (Hold.FOUND,)}, {}, HANDED_IN, ["holds"]),
    (DeletionDecided, DELETE, {}, QUIET, []),
    (DeletionDecided, DELETE, {"authority": None}, QUIET, ["authority"]),
    (DeletionDecided, DELETE, {"decided_by": StaffMember("L. Haines")}, QUIET, ["authority"]),
    (DeletionDecided, DELETE, {"decided_by": None}, QUIET, ["authority"]),
    (DeletionDecided, DELETE, {}, POLICE, ["decision"]),
    (DeletionDecided, DELETE, {"decision": Deletion.COLLEGE}, POLICE, ["decision"]),
    (DeletionDecided, DELETE, {"decision": Deletion.KEEP}, POLICE, []),
    (DeletionDecided, DELETE, {}, LET_GO, []),
    (DeletionDecided, DELETE, {}, ADULT, ["decision", "decision"]),
    (DeletionDecided, DELETE, {}, BLACKMAIL, ["decision", "decision"]),
    (DeletionDecided, DELETE, {}, SEEN, ["decision"]),
    (HoldLifted, LIFT, {}, POLICE, []),
    (HoldLifted, LIFT, {}, QUIET, ["holds"]),
    (HoldLifted, LIFT, {"holds": (Hold.ADULT,)}, POLICE, ["holds"]),
    (HoldLifted, LIFT, {"agreeing": Agreeing.LEAD}, POLICE, ["agreeing"]),
    (HoldLifted, LIFT, {"agreeing": Agreeing.SOCIAL_CARE}, POLICE, ["agreeing"]),
    (DeletionConfirmed, CONFIRM, {}, QUIET, []),
    (DeletionConfirmed, CONFIRM, {}, POLICE, ["despite"]),
    (DeletionConfirmed, CONFIRM, {"despite": "He had done it."}, POLICE, ["despite"]),
    (DeletionConfirmed, CONFIRM, {"despite": "So.", "despite_told": "PC 4417"}, POLICE, []),
    (DeletionConfirmed, CONFIRM, {"confirmed": NO}, POLICE, []),
    (CaseClosed, CLOSED, {}, ENDED, []),
    (CaseClosed, CLOSED, {"open_why": None}, ENDED, ["open_why", "open_why"]),
    (CaseClosed, CLOSED, {"open_why": None}, LEDGER, ["open_why"]),
    (CaseClosed, CLOSED, {"countersigned_by": None}, ENDED, ["countersigned_by"]),
    (CaseClosed, CLOSED, {"countersigned_by": DSL}, ENDED, ["countersigned_by"]),
    (CaseClosed, CLOSED, {"countersigned_at": None}, ENDED, ["countersigned_at"]),
    (CaseClosed, CLOSED, {}, NOT_SURE, ["signs_why"]),
    (CaseClosed, CLOSED, {"signs_why": "Asked twice."}, NOT_SURE, []),
    (CaseClosed, CLOSED, {"signs_why": "Asked twice."}, NOT_ANSWERED, ["signs_why"]),
    (CaseClosed, CLOSED, {}, UNDECIDED, ["outcome"]),
    (CaseClosed, CLOSED, {}, ADULT, ["outcome"]),
    (CaseClosed, CLOSED, {}, SHUT, ["closed_at"]),
    (CaseReopened, {}, {}, SHUT, []),
    (CaseReopened, {}, {}, ENDED, ["reopened_at"]),
    (Resurfaced, {}, {}, SHUT, []),
    (Resurfaced, {}, {}, ENDED, []),
    (ClockMissed, {"missed": Missed.LATE}, {}, ENDED, []),
]  # fmt: skip


@pytest.mark.parametrize(("form", "whole", "change", "case", "names"), TABLE)
def test_each_gate_holds_what_it_should_and_nothing_else(form, whole, change, case, names):
    assert held(form, whole | change, case) == names


def test_every_sentence_of_a_gate_names_a_next_step_and_its_source():
    stopped = [
        problem
        for form, whole, change, case, _names in TABLE
        for problem in gate_problems(form, whole | change, case, DSL)
    ]
    assert len(stopped) > 40
    for problem in stopped:
        assert problem.step.endswith(".")
        assert problem.step in problem.sentence
        assert problem.source.label in problem.sentence


@pytest.mark.parametrize(
    ("answers", "names"),
    [
        ({"decision": Telling.TELL}, []),
        ({}, []),
        ({"decision": Telling.NOT_NOW}, ["why", "review_on"]),
        ({"decision": Telling.NO_CONTACT}, ["why", "review_on"]),
        ({"decision": Telling.NOT_NOW, "why": "Danger at home."}, ["review_on"]),
        ({"decision": Telling.NOT_NOW, "why": "Danger.", "review_on": NOW.date()}, []),
    ],
)
def test_not_telling_a_parent_needs_a_reason_and_a_day_to_look_again(answers, names):
    assert held(ParentDecision, answers, QUIET) == names


def test_a_correction_of_closing_and_reopening_is_not_held_by_the_state_it_made():
    assert gate_problems(CaseClosed, CLOSED, SHUT, DSL, correcting=True) == ()
    assert gate_problems(CaseReopened, {}, ENDED, DSL, correcting=True) == ()


def test_a_yes_said_by_mistake_can_be_taken_back_where_it_was_said():
    said = concern_case((DecisionMade, NOT_REFERRED | {"harm": YES}), **ALL_NO)
    put_right = COLLEGE | ALL_NO
    assert gate_problems(DecisionMade, put_right, said, DSL, corrects="entry-2") == ()
    elsewhere = concern_case((DecisionMade, NOT_REFERRED), **ALL_NO | {"harm": YES})
    (problem,) = gate_problems(DecisionMade, put_right, elsewhere, DSL, corrects="entry-2")
    assert problem.name == "decision"


def test_a_hold_says_whose_agreement_lifts_it():
    (problem,) = gate_problems(DeletionDecided, DELETE, POLICE, DSL)
    assert "Ask the police" in problem.sentence
    assert HoldLifted.title in problem.sentence


def test_what_resurfaces_needs_a_new_agreement():
    again = {"told_at": AT, "told_to": DSL, "known_by": "learner", "account": "Again.",
             "safe_now": "Here.", "next_step": "Meet.", "why": "New."}  # fmt: skip
    case = concern_case(
        (DecisionMade, REFER_POLICE), (HoldLifted, LIFTED), (Resurfaced, again), **ALL_NO
    )
    assert holds_on(case) == (Hold.POLICE,)


def test_closing_names_everything_that_is_still_open():
    (problem,) = gate_problems(CaseClosed, CLOSED | {"open_why": None}, LEDGER, DSL)
    assert "speaking with the learner after" in problem.sentence


def test_closing_asks_about_a_case_without_any_copy_until_it_is_said_that_this_is_right():
    asked = "No copy was ever recorded. Is that right?"
    ended, ledger = (
        [one.sentence for one in gate_problems(CaseClosed, CLOSED | {"open_why": None}, case, DSL)]
        for case in (ENDED, LEDGER)
    )
    assert any(asked in sentence for sentence in ended)
    assert not any(asked in sentence for sentence in ledger)
    assert (
        gate_problems(CaseClosed, CLOSED | {"open_why": "Nothing was ever sent."}, ENDED, DSL) == ()
    )


one_sign = st.sampled_from([YES, NO, NOT_KNOWN, None])
every_sign = st.fixed_dictionaries(dict.fromkeys(SIGNS, one_sign))
someone = st.sampled_from([None, DSL, TUTOR, LEAD, StaffMember("L. Haines"), StaffMember(" ")])


undecided = st.fixed_dictionaries(
    {
        "decision": st.sampled_from(list(Decision)),
        "decided_by": someone,
        "agreed_by": someone,
        "agreed_at": st.sampled_from([None, AT]),
        "asked_outside": st.sampled_from([None, NO, NOT_KNOWN, YES]),
    }
)


@settings(max_examples=300, deadline=None)
@given(every_sign, every_sign, undecided)
def test_no_decision_against_referral_passes_after_a_yes_without_a_second_person(
    before, now, chosen
):
    answers = NOT_REFERRED | now | chosen | {"refer_to": (Body.POLICE,)}
    stopped = gate_problems(DecisionMade, answers, concern_case(**before), DSL)
    stopped += problems(DecisionMade, answers, NOW)
    said_yes = YES in {*before.values(), *now.values()}
    if not stopped and said_yes and chosen["decision"] is not Decision.REFER:
        assert chosen["decision"] is Decision.NOT_REFERRED
        assert chosen["asked_outside"] is YES
        assert chosen["agreed_by"].role
        assert chosen["agreed_by"].name not in {DSL.name, chosen["decided_by"].name}


raised = st.lists(
    st.sampled_from([(DecisionMade, REFER_POLICE), *POLICE_ON, (HoldLifted, LIFTED)]), max_size=4
)
deletion = st.fixed_dictionaries(
    {
        "decision": st.sampled_from(list(Deletion)),
        "authority": st.sampled_from([None, *Authority]),
        "decided_by": someone,
    }
)


@settings(max_examples=200, deadline=None)
@given(every_sign, raised, deletion)
def test_no_deletion_passes_while_a_hold_stands_or_without_authority(signs, entries, chosen):
    case = concern_case(*entries, **signs)
    stopped = gate_problems(DeletionDecided, DELETE | chosen, case, DSL)
    if not stopped and chosen["decision"] is not Deletion.KEEP:
        assert holds_on(case) == ()
        assert chosen["authority"]
        assert chosen["decided_by"].role
        assert not case.signs[Sign.ADULT].said_yes
