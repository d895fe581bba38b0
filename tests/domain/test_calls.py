"""Who has to be told of which child: telling a body of one child tells it of no other."""

from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.decision import Body, DecisionMade
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import ReferralCall, ReferralOpened
from app.domain.gates import gate_problems
from app.domain.kit.answers import Involved, Role, YesNoUnknown
from app.domain.owed.calls import calls_of
from tests.casefold import AVA, BEN, DSL, concern_case
from tests.domain.gate_answers import ALL_NO, COLLEGE, REVIEW
from tests.domain.people_of_two import TALKED
from tests.domain.test_case import CALL, OPENED

YES = YesNoUnknown.YES
SAID = (LearnerConversation, TALKED | {"coercion": YES})


def told_of(child):
    return (ReferralOpened, OPENED | {"child": child}), (ReferralCall, CALL)


def children_of_calls(*steps):
    calls = calls_of(concern_case(*steps, coercion=YES))
    return [call.about for call in calls if call.body is Body.SOCIAL_CARE]


def test_a_yes_said_again_is_with_a_body_only_as_far_as_it_was_told_of_that_child():
    assert children_of_calls(*told_of("ava"), SAID) == []
    assert children_of_calls(*told_of("ben"), SAID) == [""]  # the whole case: he is not harmed


def test_a_yes_that_was_repeated_a_thousand_times_is_read_like_the_first():
    assert children_of_calls(*told_of("ava"), *[SAID] * 1_100) == []


def test_one_who_handles_it_in_college_hears_of_whom_the_review_would_have_them_told():
    both = (Involved(AVA, (Role.PICTURED,)), Involved(BEN, (Role.PICTURED,)))
    review = (InitialReview, REVIEW | {"refer": YES})
    says = "The initial review says that the police or social care should be told now"
    for told, ends in (((), "."), (told_of("ava"), ", of Ben Marsh too.")):
        case = concern_case(*told, review, people=both, **ALL_NO)
        (problem,) = gate_problems(DecisionMade, COLLEGE, case, DSL)
        assert problem.sentence.startswith(says + ends)
