"""Gates explain what is still asked for, and let everything else through."""

from app.domain.answers import YesNoUnknown
from app.domain.gates import held_back
from app.domain.sign import Sign
from app.domain.stages.decision import Decision, DecisionMade
from tests.casefold import concern_case

SIGNS = ("adult", "coercion", "unusual", "under_13", "harm", "extortion")
ALL_NO = dict.fromkeys(SIGNS, YesNoUnknown.NO)


def sentences(case, **answers):
    return [problem.sentence for problem in held_back(DecisionMade, answers, case)]


def test_handling_in_college_is_held_back_by_one_yes():
    case = concern_case(**ALL_NO | {"harm": YesNoUnknown.YES})
    (sentence,) = sentences(case, decision=Decision.COLLEGE)
    assert Sign.HARM.label in sentence


def test_a_yes_in_the_decision_itself_counts_at_once():
    assert sentences(concern_case(**ALL_NO), decision=Decision.COLLEGE, extortion=YesNoUnknown.YES)


def test_not_referring_waits_until_every_sign_has_an_answer():
    case = concern_case(**ALL_NO | {"under_13": None})
    (sentence,) = sentences(case, decision=Decision.NOT_REFERRED)
    assert Sign.UNDER_13.label in sentence
    assert not sentences(case, decision=Decision.NOT_REFERRED, under_13=YesNoUnknown.NOT_KNOWN)


def test_referring_is_never_held_back():
    assert not sentences(concern_case(), decision=Decision.REFER)
