"""What one referral offers to another of the same case: of the college and family, of no child."""

import pytest

from app.domain.forms.person import PeopleNamed
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import Involved, Role
from app.domain.kit.form import questions_of
from app.domain.rules.shared import shared_answers
from tests.casefold import concern_case
from tests.domain.people_of_two import DEE, KARL
from tests.domain.test_case import OPENED

AVA, BEN = ((ReferralOpened, OPENED | {"child": child}) for child in ("ava", "ben"))
SAID = {
    "referral": "entry-2",
    "direct_line": "01632 960014",
    "secure_email": "dsl@college.example",
    "impact": "She cannot sleep.",
    "wishes": "I want it gone.",
    "child_told": "yes",
    "parental": "Their mother is ill.",
}
COLLEGE = {name: SAID[name] for name in ("direct_line", "secure_email")}


def of(child, *parents):
    people = tuple(Involved(who, (Role.FAMILY,)) for who in parents)
    return PeopleNamed, {"people": people, "parent_of": child, "why": "Said so."}


@pytest.mark.parametrize(
    ("families", "given"),
    [
        ((), COLLEGE),
        ((of("ava", DEE), of("ben", KARL)), COLLEGE),
        ((of("ava", DEE, KARL), of("ben", DEE)), COLLEGE),
        ((of("ava", DEE), of("ben", DEE)), COLLEGE | {"parental": SAID["parental"]}),
    ],
    ids=["no family known", "two families", "half of one", "one family"],
)
def test_a_second_child_is_offered_what_is_of_the_college_and_of_their_own_family(families, given):
    case = concern_case(AVA, BEN, (ReferralBackground, SAID), *families)
    assert shared_answers(case, "entry-3") == given


def test_the_newest_answer_is_offered_and_an_older_one_where_it_was_left_open():
    newer = {"referral": "entry-2", "direct_line": "01632 960015"}
    case = concern_case(AVA, BEN, (ReferralBackground, SAID), (ReferralBackground, newer))
    assert shared_answers(case, "entry-3") == COLLEGE | {"direct_line": "01632 960015"}


def test_nothing_is_offered_where_it_is_not_known_which_referral_it_is():
    assert shared_answers(concern_case(AVA, (ReferralBackground, SAID)), "") == {}


def test_no_judgement_and_nothing_of_the_child_is_shared():
    shared = {one.name for one in questions_of(ReferralBackground) if one.ask.shared}
    assert shared == {"direct_line", "secure_email", "line_manager", "parental"}
