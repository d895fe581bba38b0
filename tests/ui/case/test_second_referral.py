"""The background of a second referral: it opens with what the first said of the college."""

from types import SimpleNamespace

from app.domain.forms.referral_background import ReferralBackground
from app.domain.rules.time_limits import TimeLimits
from app.ui.case_parts.context import starting_answers
from tests.casefold import NOW, concern_case
from tests.domain.test_shared_answers import AVA, BEN, COLLEGE, SAID


def test_it_opens_with_the_direct_line_and_with_nothing_of_the_other_child():
    session = SimpleNamespace(now=lambda: NOW, clocks=TimeLimits({}))
    case = concern_case(AVA, BEN, (ReferralBackground, SAID))
    opened = starting_answers(session, ReferralBackground, case, "entry-3")
    assert opened == {"referral": "entry-3"} | COLLEGE
