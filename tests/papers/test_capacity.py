"""What a learner understands and can decide, in letters: of whom it is about, and the newest."""

from app.domain.forms.risk import RiskAssessed
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.record import Audience
from app.papers.agency_words import ReferralWords
from app.papers.capacity import capacity_rows
from app.papers.case_words import CaseWords
from app.papers.police import content, subjects
from tests.casefold import concern_case
from tests.domain.people_of_two import RISK
from tests.domain.test_case import OPENED
from tests.papers.cases import PRACTICE, read_case
from tests.papers.paper import issue, plain, printed, words_on

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
FIRST = {
    "learner": "ava",
    "consent": NO,
    "competent": YES,
    "decision": "Whether Ben Marsh is named",
    "by": "M. Reyes, tutor",
    "basis": "She was unsure.",
    "follows": "A talk.",
}
OTHER = {
    "learner": "ben",
    "consent": NO,
    "by": "R. Okafor",
    "basis": "Unsure.",
    "follows": "A talk.",
}
LATER = FIRST | {"consent": YES, "capacity": YES, "basis": "In her own words.", "decision": None}


def said(case, learner):
    words = CaseWords(case, Audience.AGENCIES)
    return ["".join(line) for line in capacity_rows(words, learner)]


def assessed(*rows):
    return RiskAssessed, RISK | {"understanding": rows}


def test_the_newest_assessment_that_speaks_of_the_learner_counts():
    case = concern_case(assessed(FIRST, OTHER), assessed(LATER), assessed(OTHER))
    (line,) = said(case, "ava")
    assert line == (
        "19 Nov 2026, M. Reyes, tutor: Understands consent: yes; Gillick competent: yes; "
        "Capacity from 16: yes. In her own words. A talk."
    )


def test_nothing_is_said_of_somebody_nobody_assessed():
    assert said(concern_case(assessed(OTHER)), "ava") == []
    assert said(concern_case(), "ava") == []


def test_the_decision_it_is_about_is_said_and_in_a_referral_nobody_else_is_named():
    case = concern_case((ReferralOpened, OPENED), assessed(FIRST, OTHER))
    (line,) = capacity_rows(ReferralWords(case, case.referrals[0]), "ava")
    written = "".join(line)
    assert "(Whether " in written
    assert "Ben Marsh" not in written


def test_the_police_read_what_each_learner_can_decide():
    case = read_case(*PRACTICE.glob("08-*.toml"))
    (subject, *_) = subjects(case)
    shown = words_on(printed(content(case, subject, issue())).pdf)
    for row in case.latest(RiskAssessed).understanding:
        assert plain(row.basis) in shown
