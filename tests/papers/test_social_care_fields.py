"""The fields of a letter to children's social care, one by one: who asks it, and where it stands.

Written from uk-guidance 3.3, A to M, and facts 4, before looking at the letter. A question is given
by its form and name; its answer is typed into a case, and has to stand in the row named beside it.
"""

from datetime import date, timedelta

import pytest

from app.domain.forms.bodies import BodyContact, BodyReferralOpened
from app.domain.forms.close import Resurfaced
from app.domain.forms.concern import ConcernReceived, Scope
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.extortion import AdviceGiven, AiMadeImagery, DemandsRecorded
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import CareStatus, PersonDetails, Relative
from app.domain.forms.referral_background import (
    Agency,
    ConnectedChild,
    Consent,
    ParentTold,
    ReferralBackground,
    ReferralRoute,
)
from app.domain.forms.risk import AlsoKnown, RiskAssessed
from app.domain.forms.social_care import (
    ReferralCall,
    ReferralEscalated,
    ReferralOpened,
    ReferralReply,
    Reply,
)
from app.domain.forms.support import SupportPlan
from app.domain.forms.viewing import ViewingRecorded
from app.domain.kit.answers import Choice, Money, YesNoUnknown
from app.domain.kit.form import Form, form_of, name_of, questions_of
from app.domain.kit.moments import moment
from app.papers import social_care
from app.papers.case_words import ASK_COLLEGE, NOT_APPLICABLE, NOT_RECORDED
from app.typesetting.text import visible
from tests.casefold import NOW, concern_case
from tests.domain.people_of_two import PARENTS
from tests.domain.test_case import CALL, OPENED
from tests.papers.paper import issue
from tests.papers.test_letter_is_true import AGAIN
from tests.papers.test_police_fields import USUAL as OF_POLICE
from tests.papers.test_police_fields import called
from tests.papers.test_social_care import flat

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
AT = moment(NOW)
MADE = {"referral": "entry-3"}
POLICE = "entry-4"
USUAL: dict[type[Form], dict] = OF_POLICE | {
    ConcernReceived: {},
    ReferralOpened: OPENED,
    Resurfaced: AGAIN,
    ReferralCall: CALL | MADE,
    ReferralBackground: MADE,
    ReferralReply: MADE
    | {"received_at": AT, "answered_by": "J. Marlowe", "reply": Reply.NO_ACTION},
    ReferralEscalated: MADE | {"at": AT, "raised_with": "A. Gray", "why": "Unsafe."},
    BodyContact: OF_POLICE[BodyContact] | {"referral": POLICE},
}
"""The least that each form is filled in with; the field that is tried comes on top of it."""

B = ReferralBackground
C = ConcernReceived
P = PersonDetails
R = RiskAssessed
D = DemandsRecorded
T = LearnerConversation
FIELDS = (
    # A. header
    (ReferralCall.spoke_to, "J. Marlowe, duty", "Telephone referral"),
    (ReferralCall.reference, "MASH/26/1", "Telephone referral"),
    (ReferralCall.advice, "Tell her mother.", "Advice given by telephone"),
    (ReferralOpened.threshold, OPENED["threshold"], "Level of need"),
    (ReferralOpened.why_now, "He wrote again.", "Why now."),
    (ReferralOpened.safe_now, "With the nurse.", "Immediate safety."),
    (ReferralOpened.asked_for, "A strategy discussion.", "Requested."),
    (ReferralReply.said, "Below the threshold.", "Answered so far"),
    (ReferralEscalated.why, "She is not safe.", "Disagreement raised"),
    # B. referrer
    (B.knows_child, "Her tutor since May", "Knows the child"),
    (B.direct_line, "01632 960014, mornings", "Direct line, best time"),
    (B.secure_email, "a@college.example", "Secure e-mail"),
    (B.consulted, "L. Haines, principal", "Also consulted"),
    (B.line_manager, "L. Haines, 01632 960015", "Line manager"),
    # C. child
    (P.name, "Ava Rose Stone", "Full name"),
    (P.known_as, "Avie", "Known as, other names"),
    (P.born, date(2011, 5, 3), "Date of birth, age"),
    (P.age_said, "About 15, she says", "Date of birth, age"),
    (P.gender, "Girl", "Sex, gender as stated"),
    (P.ethnicity, "White British", "Ethnicity"),
    (P.looks, "Tall, red coat", "What they look like"),
    (P.religion, "None", "Religion"),
    (P.language, "Welsh", "First language"),
    (P.interpreter, YES, "Interpreter or other help"),
    (P.interpreter_what, "Polish, for her aunt", "Which help, and for whom"),
    (P.with_them, "Her key worker", "Whom they need with the police"),
    (P.needs, "Hears with an aid", "Disability, special needs"),
    (P.care_needs, YES, "Needs care and support"),
    (P.ehcp, YES, "Education, health, care plan"),
    (P.health, "Asthma", "Health"),
    (P.identifier, "UPN X1", "NHS, UPN or other number"),
    (P.nationality, "Irish", "Nationality, immigration"),
    (P.address, "1 Mill Road", "Home address"),
    (P.earlier_address, "2 Low Lane", "Earlier address"),
    (P.phone, "01632 960123, mobile 07700 900123", "Telephone"),
    (P.home_authority, "Hillshire", "Home authority"),
    (P.doctor, "Mill Surgery", "GP"),
    (P.group, "Year 11", "Course, year"),
    (P.attendance, "94 per cent", "Attendance"),
    (P.status, CareStatus.IN_NEED, "Known to social care"),
    (P.orders, "Living with her aunt", "Legal orders"),
    (P.has_social_worker, YES, "Social worker now or before"),
    (P.social_worker, "I. Penhale", "Social worker"),
    # D. family and household
    (P.household, [Relative(name="Dee", relation="Mother", responsible=YES)], "Household"),
    (P.household, [Relative(name="Bo", relation="Brother", needs="Mill School")], "Household"),
    (P.visits, "An uncle, at weekends", "Who else visits or stays"),
    (P.visitor_risk, "A large dog", "Risk to visiting staff"),
    (P.may_contact, "Her mother alone", "Whom to contact, or not"),
    # E. consent and awareness
    (B.parents, [ParentTold(who="dee", told=NO, how="She is at sea.")], "Parents and carers"),
    (ParentContact.told, "What happened to Ava.", "Parents and carers"),
    (B.consent, Consent.GIVEN, "Agreement to the referral"),
    (B.consent_who, "Her aunt, at noon", "Who agreed, and when"),
    (B.consent_why, "She may be hurt.", "Reason without agreement"),
    (B.sharing, Consent.REFUSED, "Agreement to sharing"),
    (B.covers, "Ava’s alone", "Whose information it covers"),
    (B.parents_view, "She is upset.", "What parents say"),
    (B.child_told, NO, "Child knows of it"),
    (B.child_untold, "She is asleep.", "Why the child is not told"),
    (B.child_view, "She is glad of it.", "What the child says of it"),
    (B.child_consent, Consent.GIVEN, "Child agrees to sharing"),
    (B.keep_from_family, "Where she is tonight", "To be kept from the family"),
    (B.keep_from_child, "That he was arrested", "To be kept from the child"),
    # F. concern
    (C.account, "It goes round in Year 11.", "What it was told"),
    (C.reported_by, "T. Adeyemi, tutor", "The college was told"),
    (C.exact_words, "I feel sick.", "Exact words, as reported"),
    (C.words_of, "Ava Stone, to her tutor", "Exact words, as reported"),
    (C.happened_at, moment(NOW - timedelta(days=1)), "When it happened"),
    (B.places, "Snapchat, at home", "Where it happened"),
    (B.often, "Three times in May", "How often, how long"),
    (B.injuries, "A bruise; the nurse saw it", "Injuries, medical need"),
    (B.other_children, "Her brother shares the tablet", "Other children at risk"),
    (
        B.connected,
        [ConnectedChild(name="Bo Reed", whose="Friend of Ava", file="Mill School")],
        "Children close to this child",
    ),
    (B.first_notes, "Kept in the safe", "First notes"),
    (T.exact_words, "He said he would send it.", "What became known since"),
    (Resurfaced.where, "The old chat", "What became known since"),
    (D.demands, ["cards"], "Demanded"),
    (D.threats, "Pay or it goes out", "Threats, word for word"),
    (D.threatened, "Her swimming club", "Threatened to send it to"),
    (D.deadline, "Tonight at ten", "By when they demand it"),
    (D.carried_out, YES, "Any threat carried out"),
    (D.paid, [{"amount": Money(4000), "how": "By bank"}], "Paid or handed over"),
    (D.advice, [AdviceGiven.DO_NOT_PAY], "Advice given"),
    (D.done, "The bank was told.", "Done about the demands"),
    # G. imagery, in words
    (C.imagery, ["still"], "Kind of imagery"),
    (C.scope, Scope.OWN, "Kind of incident"),
    (T.contains, "Does not want to say.", "Said by the child to show"),
    (AiMadeImagery.described, "Her face on another body", "AI-made or altered: what"),
    (AiMadeImagery.lifelike, YES, "Said to look real"),
    (AiMadeImagery.origin, "The prospectus", "The photograph behind it"),
    (AiMadeImagery.done, "It was taken down.", "Done about the imagery"),
    (R.reason_shared, "Pressure by him", "Why it was made and shared"),
    (R.agreed, NO, "All pictured agreed to it"),
    (R.beyond, YES, "Shared on without agreement"),
    (R.several, YES, "Sent to more than one"),
    (R.online, NO, "Anywhere online"),
    (R.contained, "It was taken down.", "Where, and how contained"),
    (R.also, [AlsoKnown.LIVE], "Also known"),
    (R.imbalance, YES, "Difference in age or power"),
    (B.services_used, "Snapchat, zed_9", "Services and accounts"),
    (B.containment, "Bryn showed nobody", "Done to stop it spreading"),
    (B.devices, "Her phone, in the safe", "Devices held, and where"),
    (ViewingRecorded.why, "A learner held out a phone.", "Viewing by staff"),
    # H. impact, risk, strengths
    (B.impact, "She does not sleep", "What it means for the child"),
    (B.risk, "That he writes again", "Risk now, and if left"),
    (B.strengths, "She told her tutor", "What protects the child"),
    (B.change, "The contact stops", "What needs to change"),
    (R.severity, "Grave", "How serious it is"),
    (R.repeated, NO, "Something like it before"),
    (R.vulnerable, YES, "Circumstances that add to it"),
    (R.vulnerable_how, "Ava is new here.", "Whose, and how"),
    (R.if_told, "Her father’s temper", "If parents are told"),
    (P.vulnerable, "Bereaved in May", "More vulnerable through"),
    # I. the child's voice
    (T.wants, "I want it gone", "In the child’s own words"),
    (B.wishes_how, "R. Okafor, at ten", "Who asked, when and how"),
    (T.questions, "What happened then?", "Questions that were put"),
    (T.observed, "Tears, both times", "What could be seen"),
    (T.feels, "She dreads the bus", "How they are, and their worry"),
    (T.afterwards, "To maths, with her tutor", "Where they went afterwards"),
    # J. history and services
    (B.history, "One concern in 2024", "Earlier concerns, referrals"),
    (B.plans, "None", "Plans in place"),
    (B.lead_worker, "F. Hale, 01632 960020", "Lead worker"),
    (B.agencies, [Agency(name="CAMHS, O. Bell", contact="01632 960021")], "Services involved"),
    (SupportPlan.what, "A seat by the door.", "Support in place"),
    (BodyContact.reference, "Log 12", "Other bodies told"),
    (BodyContact.spoke_to, "PC 4417 A. Singh", "Other bodies told"),
    # K to M
    (B.parental, "Her mother is ill", "Known facts that matter"),
    (B.steps, "Her mother was told", "Done by the college so far"),
    (B.available, "Any time today", "For a strategy discussion"),
    (B.attached, "The chronology", "With this letter"),
    (B.send_by, ReferralRoute.SECURE_EMAIL, "How it is sent"),
    (ReferralOpened.team_address, "mash@example.example", "Sent to"),
)
ON_PAPER = {
    "PersonDetails.born": "3 May 2011, 15",
    "PersonDetails.household": "parental responsibility for Ava Stone: ",
    "ReferralBackground.parents": "Dee Stone: not told. She is at sea.",
    "ReferralBackground.connected": "Bo Reed; Friend of Ava; Mill School",
    "ReferralBackground.agencies": "CAMHS, O. Bell; 01632 960021",
    "ConcernReceived.happened_at": "18 Nov 2026, 10:22",
    "ConcernReceived.imagery": "Still picture",
    "DemandsRecorded.demands": "Gift cards",
    "DemandsRecorded.paid": "£40.00; By bank",
    "DemandsRecorded.advice": "Not to pay",
    "RiskAssessed.also": "Streamed live",
}
"""How an answer that is not typed as words stands on paper."""
BESIDE: dict[object, dict] = {
    B.consent_who: {"consent": Consent.GIVEN},
    B.consent: {"consent_who": "Her aunt"},
    B.consent_why: {"consent": Consent.NOT_ASKED},
    B.covers: {"sharing": Consent.GIVEN},
    B.child_told: {"child_untold": "She is asleep."},
    B.child_untold: {"child_told": NO},
    B.child_view: {"child_told": YES},
    B.wishes_how: {"wishes": "I want it gone"},
    C.words_of: {"exact_words": "I feel sick."},
    P.born: {},
    P.interpreter_what: {"interpreter": YES},
    R.contained: {"online": YES},
    R.vulnerable_how: {"vulnerable": YES},
}
"""What else has to be answered, for a question to be asked at all."""


def rows_with(question, value, *later, at=NOW):
    """Return the rows of the letter, and its head, in a case where one question is answered."""
    form, answer = form_of(question), BESIDE.get(question, {}) | {name_of(question): value}
    of_form = USUAL[form] | answer
    concern = of_form if form is C else {}
    opened = of_form if form is ReferralOpened else OPENED
    steps = [PARENTS, (ReferralOpened, opened)]
    if form is BodyContact:
        steps.append((BodyReferralOpened, USUAL[BodyReferralOpened]))
    if form not in {C, ReferralOpened}:
        steps.append((form, of_form))
    return rows_of(*steps, *later, at=at, **concern)


def rows_of(*steps, at=NOW, **concern):
    """Return the rows of the letter in the case of these steps, and its head."""
    case = concern_case(*steps, **concern)
    (subject,) = social_care.subjects(case)
    said = social_care.content(case, subject, issue(at=at))
    rows = [
        (label, visible("\n".join(map(flat, lines))))
        for part in said.sections
        for label, lines in part.rows
    ]
    return rows + [(flat(line[:1]), flat(line)) for line in said.callout]


@pytest.mark.parametrize(("question", "value", "row"), FIELDS, ids=lambda it: str(it)[:40])
def test_each_field_has_a_question_whose_answer_stands_in_its_row(question, value, row):
    lines = [line for label, line in rows_with(question, value) if label.startswith(row)]
    assert lines, f"{called(question)} has no row “{row}”"
    words = ON_PAPER.get(called(question)) or (value.label if isinstance(value, Choice) else value)
    assert words
    assert words.lower() in "\n".join(lines).lower()


OF_THE_LETTER = (B.attached, B.send_by)
"""What the letter says of itself: without an answer it says nothing."""
OF_BACKGROUND = [one for one in FIELDS if form_of(one[0]) is B and one[0] not in OF_THE_LETTER]
DATED_OTHERWISE = (B.parents, B.impact, B.risk, B.plans, B.wishes_how)
"""The questions whose row reads more than the background, or that belong to a row with its day."""


@pytest.mark.parametrize(("question", "value", "row"), OF_BACKGROUND, ids=lambda it: str(it)[:40])
def test_what_a_newer_background_leaves_open_stands_with_its_day(question, value, row):
    newer = (B, MADE)
    rows = dict(rows_with(question, value, newer, at=NOW + timedelta(days=1)))
    said = rows[next(label for label in rows if label.startswith(row))]
    words = ON_PAPER.get(called(question)) or (value.label if isinstance(value, Choice) else value)
    assert words.lower() in said.lower()
    if question not in DATED_OTHERWISE:
        assert "19 Nov 2026, 10:52: " in said


@pytest.mark.parametrize(
    ("older", "newer", "label", "stands", "gone"),
    [
        (
            {"consent": Consent.NOT_ASKED, "consent_why": "The call could not wait."},
            {"consent": Consent.GIVEN, "consent_who": "Her aunt"},
            "Reason without agreement",
            NOT_APPLICABLE,
            "The call could not wait.",
        ),
        (
            {"history": "None."},
            {"history": "One in May."},
            "Earlier concerns",
            "One in May.",
            "None",
        ),
        (
            {"wishes": "I want it gone", "wishes_how": "R. Okafor, at ten"},
            {"wishes": "I want to go home"},
            "Who asked, when and how",
            NOT_RECORDED,
            "R. Okafor",
        ),
        (
            {"parents": [ParentTold(who="dee", told=NO, how="She is at sea.")]},
            {"parents": [ParentTold(who="dee", told=YES, how="At noon.")]},
            "Parents and carers",
            "told. At noon.",
            "She is at sea.",
        ),
    ],
    ids=["no longer asked", "said anew", "asked of other words", "a parent told since"],
)
def test_what_a_newer_background_says_takes_the_place_of_the_older(
    older, newer, label, stands, gone
):
    steps = ((B, MADE | said) for said in (older, newer))
    rows = dict(rows_of(PARENTS, (ReferralOpened, OPENED), *steps))
    said = rows[next(one for one in rows if one.startswith(label))]
    assert stands in said
    assert gone not in said


def test_what_a_later_talk_does_not_ask_again_stands_with_its_day():
    later = USUAL[T] | {"feels": "Calmer.", "at": moment(NOW + timedelta(hours=1))}
    rows = dict(rows_with(T.observed, "Tears", (T, later), at=NOW + timedelta(days=1)))
    assert "Tears" in rows["What could be seen"]
    assert "19 Nov 2026, " in rows["What could be seen"]
    assert "Calmer." in rows["How they are, and their worry"]


def test_in_a_later_letter_the_level_of_need_has_its_day():
    rows = dict(rows_of(PARENTS, (ReferralOpened, OPENED), at=NOW + timedelta(days=9)))
    assert rows["Level of need"].startswith("When referred, 19 Nov 2026, 10:42: ")


def test_reported_words_say_whose_they_are_and_no_other_childs_name():
    of_ben = (PARENTS, (ReferralOpened, OPENED | {"child": "ben"}))
    said = {"exact_words": "I feel sick.", "words_of": "Ava Stone, to her tutor"}
    quoted = dict(rows_of(*of_ben, **said))["Exact words, as reported"]
    assert quoted.startswith("Said by Learner A")
    assert ", to her tutor: " in quoted
    assert "Ava" not in quoted


def test_what_the_background_says_of_one_letter_is_said_of_no_later_one():
    for question, value, row in FIELDS:
        if question in OF_THE_LETTER:
            assert row in dict(rows_with(question, value))
            assert row not in dict(rows_with(question, value, (B, MADE)))


def test_the_table_has_every_question_of_the_background_and_each_is_asked_by_its_form():
    tried = {question for question, _, _ in FIELDS}
    assert len(tried) >= 105
    for question in tried:
        assert name_of(question) in {one.name for one in questions_of(form_of(question))}
    asked = {one.name for one in questions_of(B)}
    not_read_there = {"referral", "wishes", "despite"}
    assert asked - {name_of(one) for one in tried if form_of(one) is B} == not_read_there


def test_a_field_that_nobody_answered_is_not_left_out():
    rows = dict(rows_with(B.history, "One concern in 2024"))
    for question, _, row in FIELDS:
        if form_of(question) is B and question not in OF_THE_LETTER:
            label = next(label for label in rows if label.startswith(row))
            assert rows[label], label
    assert rows["Line manager"] == ASK_COLLEGE
