"""What agencies read and hear is the newest that the record holds, not what was so before it."""

from datetime import timedelta

import pytest

from app.domain.forms.any_time import ClockMissed, Missed, SignsFound
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.close import CaseClosed, CaseReopened
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.parents import ParentContact
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import ReferralOpened
from app.domain.forms.support import SupportReview
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from app.papers import social_care, telephone_script
from tests.casefold import DSL, NOW, concern_case
from tests.domain.gate_answers import CLOSED, REVIEW
from tests.domain.people_of_two import MET, MISSED, PARENTS, POLICE, REVIEWED, TALKED
from tests.domain.test_case import OPENED
from tests.papers.paper import answers_in, issue
from tests.papers.test_body_letters import LEARNERS, NAMED, all_words, letter, told

YES, NO, NOT_KNOWN = YesNoUnknown.YES, YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN
LATER, SOON = NOW + timedelta(days=2), moment(NOW + timedelta(hours=1))


def called(case, entry):
    """Everything that the telephone script on one referral says, in one text."""
    (subject,) = (one for one in telephone_script.subjects(case) if one.entry == entry)
    return all_words(telephone_script.content(case, subject, issue(at=LATER)))


KNOWING = {
    "told since": (MET | {"at": SOON}, False, True),
    "told before": (MET, True, True),
    "not reached": (MISSED | {"at": SOON}, True, False),
}


@pytest.mark.parametrize("body", LEARNERS)
@pytest.mark.parametrize(("contact", "asked_then", "told_now"), KNOWING.values(), ids=KNOWING)
def test_a_family_told_since_is_not_called_one_that_may_not_know(
    body, contact, asked_then, told_now
):
    about = LEARNERS[body]
    asked = told(body, about, family_knows=NOT_KNOWN, family_how="Social care says when.")
    case = concern_case(NAMED, PARENTS, asked, (ParentContact, contact | {"child": about}))
    papers = [letter(case, "entry-4", at=LATER)]
    papers += [called(case, "entry-4")] if body is OtherBody.COLLEGE else []
    for said in (one if isinstance(one, str) else all_words(one) for one in papers):
        assert ("Family knows" in said) is asked_then
        assert ("Dee Stone: told" in said) is told_now


TALK = (LearnerConversation, TALKED | {"held_at": SOON, "feels": "Scared."})
BETTER = (SupportReview, REVIEWED | {"at": moment(NOW + timedelta(hours=3))})
HOW = {
    "reviewed after the talk": ((TALK, BETTER), ("Better.", "Scared.")),
    "reviewed before the talk": (((SupportReview, REVIEWED), TALK), ("Scared.",)),
    "reviewed without a talk": ((BETTER,), ("Better.",)),
    "another learner reviewed": (
        (TALK, (SupportReview, BETTER[1] | {"child": "ben"})),
        ("Scared.",),
    ),
    "nobody asked": ((), ()),
}


@pytest.mark.parametrize(("entries", "said"), HOW.values(), ids=HOW)
def test_social_care_reads_first_how_the_child_was_last(entries, said):
    case = concern_case((ReferralOpened, OPENED), *entries)
    (subject,) = social_care.subjects(case)
    content = social_care.content(case, subject, issue(at=LATER))
    lines = answers_in(content.sections).get("How they are, and their worry", "").splitlines()
    assert [line.rsplit(": ", 1)[-1] for line in lines] == [*said]


REVIEW_OF_ALL = {"held_at": SOON, "chair": DSL, "risk_now_why": "He wants to meet her."}
RISKS = {
    "yes": (REVIEW | REVIEW_OF_ALL | {"risk_now": YES}, "Yes. He wants to meet her."),
    "not known": (REVIEW | REVIEW_OF_ALL | {"risk_now": NOT_KNOWN}, "Not known. He wants to"),
}


@pytest.mark.parametrize(("review", "said"), RISKS.values(), ids=RISKS)
def test_whoever_is_rung_hears_whether_the_child_is_in_danger(review, said):
    opened = BodyReferralOpened, POLICE | {"about": "ava"}
    case = concern_case((ReferralOpened, OPENED), opened, (InitialReview, review))
    for entry in ("entry-2", "entry-3"):
        assert f"In danger now? At the initial review, 19 Nov 2026, 11:22: {said}" in called(
            case, entry
        )


SAID_NO = TALKED | {"harm": NO, "held_at": SOON}
ASKED_SINCE = {
    "another learner asked": ("ben", True),
    "who is pictured asked": ("ava", False),
    "nobody asked": (None, True),
}


@pytest.mark.parametrize(("learner", "stands"), ASKED_SINCE.values(), ids=ASKED_SINCE)
def test_danger_is_not_known_until_each_child_who_is_harmed_was_asked(learner, stands):
    review = (InitialReview, RISKS["not known"][0] | {"held_at": moment(NOW)})
    asked = ((LearnerConversation, SAID_NO | {"learner": learner}),) if learner else ()
    case = concern_case((BodyReferralOpened, POLICE), review, *asked)
    for said in (all_words(letter(case, "entry-2", at=LATER)), called(case, "entry-2")):
        assert ("Not known. He wants to meet her." in said) is stands


OF_ALL = "At the initial review, 19 Nov 2026, 10:22: "


@pytest.mark.parametrize(
    ("learner", "risk", "stands"),
    [
        ("ava", NOT_KNOWN, False),
        ("ava", NO, False),
        ("ava", YES, True),
        ("ben", NOT_KNOWN, True),
    ],
)
def test_what_was_said_of_all_is_not_told_once_who_was_harmed_was_asked(learner, risk, stands):
    review = (InitialReview, REVIEW | {"held_at": moment(NOW), "risk_now": risk})
    asked = (LearnerConversation, TALKED | {"learner": learner, "harm": NO, "held_at": SOON})
    case = concern_case((BodyReferralOpened, POLICE), review, asked)
    for said in (all_words(letter(case, "entry-2", at=LATER)), called(case, "entry-2")):
        assert (OF_ALL in said) is stands


@pytest.mark.parametrize("body", [OtherBody.POLICE, OtherBody.CEOP, *LEARNERS])
def test_no_body_reads_the_day_of_another_referral_as_that_of_its_own(body):
    about = LEARNERS.get(body, "ava")
    care = (ReferralOpened, OPENED | {"child": about, "safe_now": "With her tutor."})
    case = concern_case(NAMED, care, told(body, about))
    said = all_words(letter(case, "entry-4", at=LATER))
    assert "When referred, 19 Nov 2026, 10:42: With her tutor." not in said
    if "With her tutor." in said:
        assert "When referred to social care, 19 Nov 2026, 10:42: With her tutor." in said
    (own,) = (one for one in case.referrals)
    content = social_care.content(case, social_care.subjects(case)[0], issue(at=LATER))
    assert own.id == "entry-3"
    assert "When referred, 19 Nov 2026, 10:42: With her tutor." in all_words(content)


BEN_SAYS = (LearnerConversation, TALKED | {"learner": "ben", "contains": "She told him: a kiss."})
AVA_SAYS = (LearnerConversation, TALKED | {"contains": "A picture of herself."})
SHOWN = {
    "only another says it": ((BEN_SAYS,), "Ben Marsh, 19 Nov 2026, 10:22: She told him: a kiss."),
    "who is pictured says it": (
        (BEN_SAYS, AVA_SAYS),
        "Ava Stone, 19 Nov 2026, 10:22: A picture of herself.",
    ),
    "nobody says it": ((), ""),
}


@pytest.mark.parametrize(("entries", "said"), SHOWN.values(), ids=SHOWN)
def test_the_police_read_what_is_shown_from_another_until_the_child_has_said_it(entries, said):
    case = concern_case((BodyReferralOpened, POLICE), *entries)
    answers = answers_in(letter(case, "entry-2", at=LATER).sections)
    assert answers.get("What they say it shows", "") == said


SET_ASIDE = {
    "which": "risk:entry-1",
    "missed": Missed.NOT_NEEDED,
    "why": "Both were asked.",
    "said_by": DSL,
    "said_at": SOON,
}
UNASSESSED = {
    "nothing said of it": ((), "None is recorded."),
    "set aside": (((ClockMissed, SET_ASIDE),), "Both were asked."),
    "late": (((ClockMissed, SET_ASIDE | {"missed": Missed.LATE}),), "None is recorded."),
    "something else set aside": (
        ((ClockMissed, SET_ASIDE | {"which": "decision:entry-1"}),),
        "None is recorded.",
    ),
}


@pytest.mark.parametrize(("entries", "said"), UNASSESSED.values(), ids=UNASSESSED)
def test_an_assessment_set_aside_is_not_called_one_still_to_come(entries, said):
    opened = (ReferralOpened, OPENED), (BodyReferralOpened, POLICE)
    case = concern_case(*opened, *entries)
    care = social_care.content(case, social_care.subjects(case)[0], issue(at=LATER))
    for label, paper in (
        ("Risk assessment", care),
        ("Assessed", letter(case, "entry-3", at=LATER)),
    ):
        answer = answers_in(paper.sections)[label]
        assert answer.endswith(said)
        assert ("Not needed, as decided on 19 Nov 2026, 11:22, by" in answer) is (
            said == "Both were asked."
        )


SAFE = (LearnerConversation, TALKED | {"harm": NO})
BEN_SAFE = (LearnerConversation, TALKED | {"learner": "ben", "harm": NO, "held_at": SOON})
ALL_SAFE = {"found_at": moment(NOW), "found_by": DSL, "how": "Both were asked.", "harm": NO}
BEN_OPEN = (LearnerConversation, BEN_SAFE[1] | {"harm": NOT_KNOWN})
BOTH = "19 Nov 2026, 11:22, about Ben Marsh, and 19 Nov 2026, 10:22, about Ava Stone"
DANGER = {
    "both are safe": ((SAFE, BEN_SAFE), "No: ", BOTH),
    "of all, and since of one": (
        ((SignsFound, ALL_SAFE), BEN_SAFE),
        "No: ",
        "about Ben Marsh, and 19 Nov 2026, 10:22, about the case as a whole",
    ),
    "of one it is not known": ((SAFE, BEN_OPEN), "Not known: ", "11:22, about Ben Marsh"),
}


@pytest.mark.parametrize(("entries", "lead", "said"), DANGER.values(), ids=DANGER)
def test_the_police_read_of_whom_each_answer_on_danger_is(entries, lead, said):
    case = concern_case((BodyReferralOpened, POLICE), *entries)
    rows = answers_in(letter(case, "entry-2", at=LATER).sections)
    signs = rows["Signs that call for referral"].splitlines()
    (row,) = (one for one in signs if "in immediate danger" in one)
    assert row.startswith(lead)
    assert said in row
    assert ("Ava Stone" in row) is (said == BOTH)


OVER = (CaseClosed, CLOSED | {"closed_at": SOON})
AGAIN = (
    CaseReopened,
    {"reopened_at": SOON, "reopened_by": DSL, "why": "It came back.", "next_step": "Meet."},
)
OWN_CASE = {
    "open": ((), None),
    "closed": ((OVER,), "Closed on 19 Nov 2026"),
    "open again": ((OVER, AGAIN), None),
}


@pytest.mark.parametrize("body", [OtherBody.POLICE, *LEARNERS])
@pytest.mark.parametrize(("entries", "said"), OWN_CASE.values(), ids=OWN_CASE)
def test_who_reads_of_a_case_reads_that_the_college_has_closed_it(body, entries, said):
    care = (ReferralOpened, OPENED)
    case = concern_case(NAMED, care, told(body, LEARNERS.get(body, "ava")), *entries)
    content = social_care.content(case, social_care.subjects(case)[0], issue(at=LATER))
    for paper in (letter(case, "entry-4", at=LATER), content):
        assert answers_in(paper.sections).get("The college’s own case") == said
