"""The fields of a letter to the police, one by one: which question asks it, and where it stands.

Written from uk-guidance 3.5 before looking at the letter. A question is given by its form and name;
its answer is made up, typed into a case, and has to stand in the row named beside it.
"""

import re
from datetime import date, timedelta

import pytest

from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody, Way
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.copies import CopiesFound, CopyState, HolderKind, HowKnown
from app.domain.forms.device import (
    DeviceMoved,
    DeviceSearched,
    DeviceTaken,
    Lock,
    Movement,
    Power,
    Running,
    Searched,
)
from app.domain.forms.extortion import AdviceGiven, AiMadeImagery, DemandsRecorded
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.routes import DoneBy, RouteKind
from app.domain.forms.social_care import ReferralOpened
from app.domain.forms.support import SupportPlan
from app.domain.forms.viewing import CameAbout, ViewingGround, ViewingRecorded
from app.domain.kit.answers import (
    Money,
    PersonKind,
    StaffMember,
    YesNoUnknown,
)
from app.domain.kit.form import Form, form_of, name_of, questions_of
from app.domain.kit.moments import moment
from app.papers import police
from app.papers.case_words import ASK_COLLEGE
from tests.casefold import DSL, NOW, concern_case
from tests.domain.people_of_two import DEMANDS, MET, PARENTS, PLAN, RISK, TALKED
from tests.domain.test_case import OPENED
from tests.papers.paper import issue
from tests.papers.test_police_of_its_day import lines_of

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
AT = moment(NOW)
LEAD = StaffMember("L. Haines", "Lead Safeguarding Manager")
USUAL: dict[type[Form], dict] = {
    BodyReferralOpened: {
        "body": OtherBody.POLICE,
        "name": "Exampleshire Police",
        "why": "Demands.",
        "asked_for": "Advice.",
    },
    BodyContact: {
        "referral": "entry-2",
        "at": AT,
        "by": DSL,
        "way": Way.NON_EMERGENCY,
        "reached": YES,
        "why": "To report it",
        "said": "An officer comes.",
    },
    PersonDetails: {"person": "ava", "kind": PersonKind.LEARNER, "name": "Ava Stone"},
    DemandsRecorded: DEMANDS,
    AiMadeImagery: {
        "learner": "ava",
        "by": DSL,
        "at": AT,
        "described": "A made-up picture.",
        "done": "The police were told.",
    },
    LearnerConversation: TALKED,
    RiskAssessed: RISK,
    DeviceSearched: {
        "searched_at": AT,
        "learner": "ben",
        "searched": [Searched.POSSESSIONS],
        "consent": NO,
        "grounds": "He said it was there.",
        "searcher": LEAD,
        "witness": DSL,
        "place": "The office",
        "found": "A phone.",
        "imagery": YES,
    },
    DeviceTaken: {
        "device": "Black phone",
        "owner": "ben",
        "power": Power.HANDED_OVER,
        "imagery": YES,
        "why": "It may be needed.",
        "taken_at": AT,
        "handed_by": "Ben Marsh",
        "received_by": LEAD,
        "running": Running.OFF,
        "locked": Lock.LOCKED,
        "seal": "EC-1",
        "storage": "Safe of the office",
        "instruction": NO,
        "receipt": "Ben Marsh",
    },
    CopiesFound: {
        "copies": [{"held_by": HolderKind.DEVICE, "person": "ben", "state": CopyState.KNOWN}],
        "at": AT,
        "how": HowKnown.LEARNER,
    },
    ViewingRecorded: {
        "ground": ViewingGround.UNAVOIDABLE,
        "came": CameAbout.SHOWN,
        "why": "A learner held out a phone.",
        "viewed_by": LEAD,
        "same_sex": YES,
        "began_at": AT,
        "ended_at": AT,
        "place": "The office",
        "device": "A learner’s phone",
        "copied": NO,
        "welfare": "Asked at noon.",
        "followed": "Reported at once.",
    },
    RemovalRequested: {
        "route": RouteKind.REPORT_REMOVE,
        "service_name": "Report Remove",
        "done_by": DoneBy.LEARNER,
        "sent_at": AT,
        "why": "She wants it gone.",
    },
    ParentContact: MET,
    SupportPlan: PLAN,
    ReferralOpened: OPENED,
    ReferralBackground: {"referral": "entry-3"},
}
"""The least that each form is filled in with; the field that is tried comes on top of it."""

R = BodyReferralOpened
C = BodyContact
D = DemandsRecorded
P = PersonDetails
B = ReferralBackground
FIELDS = (
    # referrer
    (B.direct_line, "01632 960014", "Contact for interviews"),
    (B.secure_email, "a@college.example", "Secure e-mail"),
    # the report: when, numbers, officer, why now, advice asked for and given
    (R.why, "He wrote again today.", "Why now."),
    (R.asked_for, "May parents be told?", "Please advise before we act."),
    (C.by, LEAD, "Reported"),
    (C.reference, "Log 12", "Log, crime numbers"),
    (C.crime_number, "EX/26/1", "Log, crime numbers"),
    (C.spoke_to, "PC 4417 A. Singh", "Officer"),
    (C.said, "She comes at noon.", "You said"),
    (C.instructions, "Nobody deletes it.", "You said"),
    # each person
    (P.born, date(2011, 5, 3), "Learner"),
    (P.address, "1 Mill Road", "Learner"),
    (P.phone, "07700 900123", "Learner"),
    (P.vulnerable, "Bereaved in May", "Learner"),
    (P.needs, "Hears with an aid", "Learner"),
    (P.interpreter, YES, "Learner"),
    (P.with_them, "Her aunt", "Learner"),
    (P.language, "Welsh", "Learner"),
    (P.age_said, "About 15, she says", "Learner"),
    (P.looks, "Tall, with red hair", "Learner"),
    (P.social_worker, "J. Reid, Exampleshire", "Learner"),
    (P.orders, "Prohibited steps order", "Learner"),
    (P.gender, "Female", "Learner"),
    (B.injuries, "A bruise, seen by the nurse", "Learner"),
    # what happened: where, how often, and how it was asked and seen
    (B.places, "A skate park", "Where it happened"),
    (B.often, "Each night for a week", "How often, how long"),
    (B.other_children, "His team, on Wednesdays", "Other children at risk"),
    (LearnerConversation.present, "Her tutor", "19 Nov 2026, 10:22"),
    (LearnerConversation.already_told, "Her aunt, on Sunday", "19 Nov 2026, 10:22"),
    (D.done, "She sits with her tutor.", "19 Nov 2026, 10:22"),
    (AiMadeImagery.done, "It comes off the page.", "19 Nov 2026, 10:22"),
    (LearnerConversation.questions, "What happened then?", "19 Nov 2026, 10:22"),
    (LearnerConversation.observed, "She shook.", "19 Nov 2026, 10:22"),
    # suspect identifiers
    (R.accounts, "zed_9 on Kik, ID 4411", "Accounts and services"),
    (R.between, "2 to 9 Nov 2026", "First and last contact, as told"),
    (
        D.accounts,
        [{"name": "zed_9", "service": "Kik", "address": "kik.example/z", "user_id": "4411"}],
        "Demands came from",
    ),
    (D.first_at, moment(NOW - timedelta(days=3)), "First contact"),
    (D.last_at, moment(NOW - timedelta(days=1)), "Last contact by then"),
    (D.moved_to, "Telegram", "Talk moved to"),
    (D.writes_from, "Five hours ahead", "Seems to write from"),
    (D.pay_to, "wallet 77x", "Where money was to go"),
    # demands and threats
    (D.demands, ["cards"], "Demanded"),
    (D.deadline, "Sunday at midnight", "Day or hour they set"),
    (D.threats, "Pay or it goes out", "Threats, word for word"),
    (D.threatened, "Her swimming club", "Threatened to send it to"),
    (D.carried_out, YES, "Any threat carried out"),
    (D.paid, [{"amount": Money(4000), "how": "By bank"}], "Paid or handed over"),
    (D.advice, [AdviceGiven.DO_NOT_PAY], "The learner was advised"),
    # imagery in the fewest words, made by a program or not
    (LearnerConversation.contains, "Does not want to say more.", "What they say it shows"),
    (AiMadeImagery.described, "Her face on another body", "Said to have been made"),
    (AiMadeImagery.lifelike, YES, "Said to look like a photograph"),
    (AiMadeImagery.origin, "The prospectus", "Photograph behind it"),
    (AiMadeImagery.college_photo, NO, "One of the college’s own photographs"),
    # viewed by staff, and whether anything was copied
    (ViewingRecorded.why, "A learner held out a phone.", "Viewing by staff"),
    (ViewingRecorded.device, "Cal’s own phone", "Viewing by staff"),
    (ViewingRecorded.place, "The corridor", "Viewing by staff"),
    (ViewingRecorded.copied, NO, "Viewing by staff"),
    # evidence, searches, custody
    (R.kept, "Messages, by Ava", "Kept, and by whom"),
    (B.first_notes, "In the safe", "First notes"),
    (D.kept, "Bank statement, by Dee", "Kept, and by whom"),
    (DeviceSearched.grounds, "He said it was there.", "Search"),
    (DeviceSearched.consent, NO, "Search"),
    (DeviceSearched.found, "A phone.", "Search"),
    (DeviceSearched.parents_told, AT, "Search"),
    (DeviceTaken.owner, "ben", "Device"),
    (DeviceTaken.storage, "Safe of the office", "Device"),
    (DeviceTaken.seal, "EC-1", "Device"),
    # removal, who knows, support
    (RemovalRequested.reference, "RR-1", "Report Remove"),
    (ParentContact.told, "What happened to Ava.", "Dee Stone"),
    (ReferralOpened.team, "Exampleshire MASH", "Children’s social care"),
    (SupportPlan.what, "A seat by the door.", "Support in place"),
    # the risk assessment
    (RiskAssessed.reason_shared, "Pressure by him", "How it came about"),
    (RiskAssessed.agreed, NO, "All pictured agreed to it being made"),
    (RiskAssessed.beyond, YES, "Shared further without agreement"),
    (RiskAssessed.imbalance, YES, "Difference in age, power or dependence"),
    (RiskAssessed.repeated, NO, "Something like it before"),
    (RiskAssessed.impact, "She does not sleep", "What it meant for each of them"),
    (RiskAssessed.severity, "Grave", "How serious what was described is"),
    (RiskAssessed.if_told, "None", "Worry if parents are told"),
    (RiskAssessed.risk, "That he writes again", "The risk, and what lowers it"),
)
ON_PAPER = {
    "BodyContact.by": "L. Haines",
    "PersonDetails.born": "born 3 May 2011, aged 15",
    "DemandsRecorded.accounts": "zed_9, Kik, kik.example/z, ID 4411",
    "DemandsRecorded.first_at": "16 Nov 2026, 10:22",
    "DemandsRecorded.last_at": "18 Nov 2026, 10:22",
    "DemandsRecorded.demands": "Gift cards",
    "DemandsRecorded.paid": "£40.00, By bank",
    "DemandsRecorded.advice": "Not to pay",
    "DeviceSearched.parents_told": "told of it: 19 Nov 2026, 10:22",
    "DeviceTaken.owner": "Black phone, of Ben Marsh",
}
"""How an answer that is not typed as words stands on paper."""
NEEDED = {ReferralBackground: (ReferralOpened,), ParentContact: (), SupportPlan: ()}


def letter(*entries):
    case = concern_case((R, USUAL[R]), *entries)
    (subject,) = police.subjects(case)
    return list(lines_of(police.content(case, subject, issue(at=NOW))))


def with_field(question, value):
    """Return the letter of a case in which one question is answered."""
    form, answer = form_of(question), {name_of(question): value}
    if form is R:
        case = concern_case((R, USUAL[R] | answer))
        (subject,) = police.subjects(case)
        return list(lines_of(police.content(case, subject, issue(at=NOW))))
    before = [(one, USUAL[one]) for one in NEEDED.get(form, ())]
    parents = [PARENTS] if form is ParentContact else []
    return letter(*before, *parents, (form, USUAL[form] | answer))


def called(question):
    return f"{form_of(question).__name__}.{name_of(question)}"


def on_paper(question, value):
    """Return how an answer stands on paper. A “no” is a whole one: “not recorded” has it in it."""
    if isinstance(value, YesNoUnknown):
        return rf": {value.label}\b"
    return re.escape(ON_PAPER.get(called(question), value))


@pytest.mark.parametrize(("question", "value", "row"), FIELDS, ids=lambda it: str(it)[:40])
def test_each_field_has_a_question_whose_answer_stands_in_its_row(question, value, row):
    lines = [line for line in with_field(question, value) if line.startswith(row)]
    assert lines, f"{called(question)} has no row “{row}”"
    assert value
    assert re.search(on_paper(question, value), "\n".join(lines), re.IGNORECASE)


def test_the_table_has_no_question_twice_and_each_is_asked_by_its_form():
    names = [called(question) for question, _, _ in FIELDS]
    assert len(set(names)) == len(names) >= 55
    for question, _, _ in FIELDS:
        assert name_of(question) in {one.name for one in questions_of(form_of(question))}


ALWAYS = (
    "Signs that call for referral",
    "The college’s decision",
    "Name and role",
    "College",
    "Contact for interviews",
    "Times",
    "Kind of imagery",
    "Kind of incident",
    "Imagery",
    "Viewing by staff",
    "Deletion",
    "Kept, and by whom",
    "Children’s social care",
    "Other bodies",
    "Support in place",
)
"""The rows that stand in every letter, with what is known or that nothing is recorded."""


@pytest.mark.parametrize("label", ALWAYS)
def test_a_field_is_never_left_out(label):
    assert any(line.startswith(f"{label}: ") and line != f"{label}: " for line in letter())


def test_the_letter_asks_for_the_outcome_code_and_says_whom_to_ring_for_interviews():
    text = "\n".join(letter())
    assert "Outcome: the outcome code, its date and your reason" in text
    assert "Interviews: when and where you wish to see a learner. Ask for R. Okafor" in text


def test_what_was_not_typed_in_is_named_once_and_the_reader_told_whom_to_ask():
    found = [line for line in letter((D, DEMANDS)) if line.startswith(ASK_COLLEGE)]
    assert any("day or hour they set" in line and "where money was to go" in line for line in found)


def test_the_police_read_what_a_learner_wants_in_their_words_with_its_day():
    said = {**TALKED, "learner": "ava", "wants": "I want it to stop."}
    (line,) = (one for one in letter((LearnerConversation, said)) if "In their own words" in one)
    assert line.startswith("Learner: Ava Stone")
    assert "In their own words: “I want it to stop.”" in line


def test_how_a_parent_is_reached_is_not_called_missing_where_the_household_says_it():
    bare = USUAL[PersonDetails]
    without = "\n".join(letter(PARENTS, (PersonDetails, bare)))
    assert "Of Dee Stone, Karl Stone: home address · telephone · " in without
    at_home = {
        "name": "Dee Stone",
        "relation": "Mother",
        "reached_at": "Same address, 07700 900162",
    }
    said = "\n".join(letter(PARENTS, (PersonDetails, bare | {"household": [at_home]})))
    assert "In the household of Ava Stone: Same address, 07700 900162" in said
    assert "Of Dee Stone: interpreter" in said
    assert "Of Karl Stone: home address · telephone · " in said


def test_a_device_that_went_to_the_police_says_when_and_to_which_officer():
    moved = {
        "device": "entry-3",
        "moved_at": AT,
        "movement": Movement.POLICE,
        "moved_by": LEAD,
        "went_to": "Police station",
        "officer": "PC 4417 A. Singh",
        "seal_whole": YES,
        "receipt": "PC 4417",
        "why": "They asked for it.",
    }
    lines = letter((DeviceTaken, USUAL[DeviceTaken]), (DeviceMoved, moved))
    (row,) = [line for line in lines if line.startswith("Device: ")]
    assert "PC 4417 A. Singh" in row
    assert "No longer in the college’s custody." in row
