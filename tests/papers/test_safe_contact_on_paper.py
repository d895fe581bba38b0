"""Whom to contact, or not: every body that may ring or visit a family reads what was recorded."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.parents import ParentDecision, Telling
from app.domain.forms.person import PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import PersonKind
from app.domain.kit.moments import moment
from app.domain.kit.record import Audience
from app.papers.kinds import offers_for
from tests.casefold import NOW, concern_case
from tests.domain.people_of_two import NOT_TOLD, PARENTS, POLICE
from tests.domain.test_case import OPENED
from tests.papers.paper import answers_in, issue, lines

AVA = {"person": "ava", "kind": PersonKind.LEARNER, "name": "Ava Stone"}
TOLD = (
    PARENTS,
    (ReferralOpened, OPENED),
    *(
        (BodyReferralOpened, POLICE | {"body": body, "name": str(body), "about": "ava"})
        for body in (OtherBody.POLICE, OtherBody.CEOP, OtherBody.EARLY_HELP, OtherBody.ADULT_CARE)
    ),
)
RULE = "Not her father: he shouts."
DETAILS = (PersonDetails, AVA | {"may_contact": RULE})
KEPT = "Her father is not told."
BACKGROUND = (ReferralBackground, {"referral": "entry-3", "keep_from_family": KEPT})
VISITS = (PersonDetails, AVA | {"visitor_risk": "A dog that bites."})
REACH = (ParentDecision, NOT_TOLD | {"reach": "Her sister translates."})
WRITTEN, RUNG = "a letter", "a call"
IN_EITHER = {
    "who may be contacted": (DETAILS, RULE, {WRITTEN, RUNG}),
    "what is kept from the family": (BACKGROUND, KEPT, {WRITTEN, RUNG}),
    "a risk to visitors": (VISITS, "A dog that bites.", {WRITTEN}),
}


def papers(*entries):
    """Return every paper for a body about Ava, whether it is a call, and all its words."""
    case = concern_case(*TOLD, *entries)
    at = NOW + timedelta(days=3)
    for offer in offers_for(case):
        if offer.kind.audience is Audience.AGENCIES:
            content = offer.kind.content(case, offer.subject, issue(at=at))
            call = RUNG if offer.kind.key == "telephone_script" else WRITTEN
            yield f"{offer.kind.key}: {offer.subject.words}", call, content


@pytest.mark.parametrize("known", IN_EITHER.values(), ids=IN_EITHER)
def test_every_body_reads_and_hears_what_was_recorded(known):
    entry, words, where = known
    read = {name: "\n".join(lines(one.parts)) for name, call, one in papers(entry) if call in where}
    assert len(read) == (9 if RUNG in where else 5)
    dated = f"When recorded, 19 Nov 2026, 11:32: {words}"
    assert [name for name, said in read.items() if dated not in said] == []


def test_the_police_read_how_a_parent_is_reached():
    (said,) = ("\n".join(lines(one.parts)) for name, _, one in papers(REACH) if "olice: p" in name)
    assert "Safe way to reach them: When decided, 19 Nov 2026, 10:22: Her sister" in said


@pytest.mark.parametrize(
    ("decision", "row"),
    [
        (
            Telling.NO_CONTACT,
            "Karl Stone: When decided, 19 Nov 2026, 10:22: They must not be contacted",
        ),
        (Telling.NOT_NOW, "Not recorded in this case; ask the college"),
    ],
)
def test_social_care_is_not_told_that_nothing_is_recorded_of_whom_not_to_contact(decision, row):
    entry = (ParentDecision, NOT_TOLD | {"decision": decision})
    (letter,) = (one for name, _, one in papers(entry) if name.startswith("social_care"))
    assert answers_in(letter.sections)["Whom to contact, or not"] == row


NEVER = NOT_TOLD | {"decision": Telling.NO_CONTACT}
AGAIN = NEVER | {"decided_at": moment(NOW + timedelta(days=2)), "why": "The order runs to June."}
OF_HIM = "19 Nov 2026, 10:22: They must not be contacted. She fears him."
SINCE = " Looked at again on 21 Nov 2026, 10:22: The order runs to June."


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        ((NEVER,), OF_HIM),
        ((NEVER, AGAIN), f"{OF_HIM}{SINCE}"),
        ((NEVER, NOT_TOLD, AGAIN), f"21 Nov 2026, 10:22: They must not be contacted.{SINCE[39:]}"),
    ],
)
def test_why_nobody_may_contact_him_is_read_after_it_was_looked_at_again(decisions, said):
    entries = [(ParentDecision, one) for one in decisions]
    letters = {
        name: answers_in(one.sections) for name, call, one in papers(*entries) if call != RUNG
    }
    assert letters["police: police"]["Karl Stone"] == said
    (care,) = (rows for name, rows in letters.items() if name.startswith("social_care"))
    assert f"Karl Stone: {said}" in care["Parents and carers"]
