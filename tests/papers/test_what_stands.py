"""Papers say what stands today, with its day, whichever form it was said on."""

from datetime import timedelta

import pytest

from app.domain.forms.any_time import SignsFound
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.extortion import DemandsRecorded
from app.domain.forms.review import InitialReview
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from app.domain.kit.record import Audience
from app.papers.case_words import CaseWords
from app.papers.rows import risk_now
from tests.casefold import DSL, NOW, concern_case
from tests.domain.gate_answers import NINE
from tests.domain.people_of_two import DEMANDS, TALKED

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO


def at(hours):
    return moment(NOW + timedelta(hours=hours))


def reviewed(risk, hours=0):
    asked = dict.fromkeys(NINE, NO) | {f"{name}_why": "Asked." for name in NINE}
    said = {"risk_now": risk, "risk_now_why": "She is alone."}
    return InitialReview, asked | said | {"held_at": at(hours), "chair": DSL}


def talked(harm, hours=0, learner="ava"):
    return LearnerConversation, TALKED | {"harm": harm, "held_at": at(hours), "learner": learner}


def found(harm, hours):
    return SignsFound, {"found_at": at(hours), "found_by": DSL, "how": "Asked.", "harm": harm}


DAY = "19 Nov 2026"
REVIEWED = f"No, on {DAY}, 10:22. She is alone."


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ((), "Not settled yet."),
        ((reviewed(NO),), REVIEWED),
        ((reviewed(NO), found(NO, 1)), REVIEWED),
        ((reviewed(NO), found(YES, 1)), f"Yes, on {DAY}, 11:22."),
        ((found(YES, 1), reviewed(NO)), f"Yes, on {DAY}, 11:22."),
        ((found(YES, 0), found(NO, 1)), f"Yes, on {DAY}, 10:22.\nNo, on {DAY}, 11:22."),
        ((reviewed(NO), talked(YES, 2)), f"{REVIEWED}\nYes, on {DAY}, 12:22, about Ava Stone."),
        (
            (reviewed(NO), talked(NO, 2), talked(NO, 26, "ben")),
            f"{REVIEWED}\nNo: Ava Stone, {DAY}; Ben Marsh, 20 Nov 2026.",
        ),
    ],
)
def test_a_yes_about_danger_is_never_hidden_by_what_was_asked_before_or_after(entries, said):
    assert risk_now(CaseWords(concern_case(*entries), Audience.AGENCIES)) == said


def test_where_a_learner_is_is_the_newest_answer_on_any_form():
    with_her = (DemandsRecorded, DEMANDS | {"at": at(2), "tonight": "Her aunt is with her."})
    case = concern_case(with_her, safe_now="In the office.")
    said = risk_now(CaseWords(case, Audience.AGENCIES))
    assert said == f"{DAY}, 12:22: Her aunt is with her."
