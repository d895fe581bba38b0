"""The gates before a decision not to refer: every sign answered, advice taken, two people."""

from collections.abc import Iterator, Mapping

from app.domain.case.signs import SignState, signs_in, signs_of
from app.domain.forms.decision import Decision, DecisionMade
from app.domain.forms.found import SignsFound
from app.domain.gates.asked import REFERRAL, GateProblem, ToSeal, gate_problem, second_person
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.sign import Sign


def college_after_a_yes(asked: ToSeal) -> Iterator[GateProblem]:
    """One sign is enough for referral: it cannot be handled in college as if there were none."""
    yes = _said_yes(asked)
    if yes and asked.get(DecisionMade.decision) is Decision.COLLEGE:
        yield gate_problem(
            DecisionMade.decision,
            f"“{yes[0].label}” was answered yes, and one sign is enough for referral.",
            "Choose “Refer”, or “Referral considered and not made” with who was consulted.",
            REFERRAL,
        )


def no_referral_after_a_yes(asked: ToSeal) -> Iterator[GateProblem]:
    """After a yes, not referring takes somebody's advice and a second person's agreement."""
    if not _said_yes(asked) or asked.get(DecisionMade.decision) is not Decision.NOT_REFERRED:
        return
    if asked.get(DecisionMade.asked_outside) is not YesNoUnknown.YES:
        yield gate_problem(
            DecisionMade.asked_outside,
            "A sign was answered yes, so somebody outside the team is asked first.",
            "Phone the front door or 101 for advice, and write who said what.",
            REFERRAL,
        )
    yield from second_person(
        asked, DecisionMade.agreed_by, DecisionMade.agreed_at, DecisionMade.decided_by, REFERRAL
    )


def every_sign_answered(asked: ToSeal) -> Iterator[GateProblem]:
    """Without an answer to every sign nobody can decide against a referral."""
    if asked.get(DecisionMade.decision) in {None, Decision.REFER}:
        return
    unanswered = [sign.label for sign, state in _signs(asked).items() if state.answer is None]
    if unanswered:
        yield gate_problem(
            DecisionMade.decision,
            f"Not every sign has an answer yet: {'; '.join(unanswered)}.",
            "Answer yes, no or not known below.",
            REFERRAL,
        )


def an_answer_found(asked: ToSeal) -> Iterator[GateProblem]:
    """An entry about signs answers at least one of them."""
    if not signs_in(asked.form, asked.answers):
        yield gate_problem(
            SignsFound.adult,
            "No sign has an answer here.",
            "Answer the one you found out about; leave the others open.",
            REFERRAL,
        )


def _signs(asked: ToSeal) -> Mapping[Sign, SignState]:
    """Give what is known of each sign with these answers, without the entry they put right."""
    case, said = asked.case, signs_in(asked.form, asked.answers)
    put_right = case.entry(asked.corrects).root if asked.corrects else None
    before = signs_of(entry for entry in case.current if entry.root != put_right)
    return {
        sign: state if state.said_yes or sign not in said else SignState(said[sign])
        for sign, state in before.items()
    }


def _said_yes(asked: ToSeal) -> list[Sign]:
    return [sign for sign, state in _signs(asked).items() if state.said_yes]
