"""No letter says that something is not recorded which another form of the case was told."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.forms.extortion import DemandsRecorded
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.moments import moment, write_time
from app.papers import police, social_care
from tests.casefold import DSL, NOW, concern_case
from tests.domain.people_of_two import DEMANDS, POLICE
from tests.domain.test_case import OPENED
from tests.papers.paper import answers_in, flat, issue

CARE = (ReferralOpened, OPENED)
USED = {"referral": "entry-2", "services_used": "Kik, as zed_9."}
DECIDED = {"decided_at": moment(NOW), "decided_by": DSL, "decision": Decision.REFER}
DECIDED |= {"refer_to": (Body.POLICE,), "why": "He threatens her.", "consulted": "L. Haines."}

AGAIN = {"decided_at": moment(NOW + timedelta(days=2)), "consulted": "MASH."}


def told(body, **answers):
    return BodyReferralOpened, POLICE | {"body": body} | answers


SITUATIONS = {
    "services told to social care, for the police": (
        police,
        (CARE, (ReferralBackground, USED), told(OtherBody.POLICE)),
        "Accounts and services",
        "When recorded, 19 Nov 2026, 10:42: Kik, as zed_9.",
    ),
    "services told to the police as well": (
        police,
        (CARE, (ReferralBackground, USED), told(OtherBody.POLICE, accounts="zed_9 on Kik")),
        "Accounts and services",
        "zed_9 on Kik",
    ),
    "services told to the police, for social care": (
        social_care,
        (CARE, told(OtherBody.POLICE, accounts="zed_9 on Kik")),
        "Services and accounts",
        "zed_9 on Kik",
    ),
    "services told to CEOP as well": (
        social_care,
        (
            CARE,
            told(OtherBody.POLICE, accounts="zed_9, Kik"),
            told(OtherBody.CEOP, accounts="zed_9"),
        ),
        "Services and accounts",
        "zed_9, Kik",
    ),
    "whom the decision was made with, for social care": (
        social_care,
        (CARE, (DecisionMade, DECIDED)),
        "Also consulted",
        "When decided, 19 Nov 2026, 10:22: L. Haines.",
    ),
    "whom both decisions were made with": (
        social_care,
        (CARE, (DecisionMade, DECIDED), (DecisionMade, DECIDED | AGAIN)),
        "Also consulted",
        "When decided, 19 Nov 2026, 10:22: L. Haines.\nWhen decided, 21 Nov 2026, 10:22: MASH.",
    ),
    "whom the older decision alone was made with": (
        social_care,
        (CARE, (DecisionMade, DECIDED), (DecisionMade, DECIDED | AGAIN | {"consulted": None})),
        "Also consulted",
        "When decided, 19 Nov 2026, 10:22: L. Haines.",
    ),
    "whom the referral names": (
        social_care,
        (CARE, (DecisionMade, DECIDED), (ReferralBackground, USED | {"consulted": "P. Ash."})),
        "Also consulted",
        "P. Ash.",
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_what_one_form_was_told_no_letter_calls_not_recorded(situation):
    paper, entries, label, said = situation
    case = concern_case(*entries)
    (subject, *_) = paper.subjects(case)
    letter = paper.content(case, subject, issue(at=NOW + timedelta(days=4)))
    assert answers_in(letter.sections)[label] == said


SAFE = "Asked: no thoughts of harming herself. Her mother is there."


@pytest.mark.parametrize("paper", [social_care, police], ids=["social care", "police"])
@pytest.mark.parametrize(("hours", "row"), [(0, True), (2, False)])
def test_who_was_with_a_learner_is_read_if_something_newer_took_its_place(paper, hours, row):
    """The referral says ten minutes later where she is."""
    at = NOW + timedelta(hours=hours)
    taken = (DemandsRecorded, DEMANDS | {"tonight": SAFE, "at": moment(at)})
    case = concern_case(CARE, told(OtherBody.POLICE), taken)
    (subject,) = paper.subjects(case)
    letter = paper.content(case, subject, issue(at=NOW + timedelta(days=4)))
    rows = answers_in(letter.sections)
    said = f"When told, {write_time(moment(at))}: {SAFE}"
    assert rows.get("Who was with them") == (said if row else None)
    assert row or said in "\n".join(map(flat, letter.callout))
