"""Gates: rules that ask for authority and a reason first. They explain, and never trap.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), immediate referral; the college's
guidance, "Handling incidents".
"""

from collections.abc import Iterator, Mapping

from app.domain.case import Case
from app.domain.checks import Problem
from app.domain.form import Answers, Entry
from app.domain.sign import Sign
from app.domain.signs import SignState, signs_in
from app.domain.stages.decision import Decision, DecisionMade


def held_back(form: type[Entry], answers: Answers, case: Case | None) -> tuple[Problem, ...]:
    """List what the case itself still asks for before this form may be sealed."""
    if form is DecisionMade and case:
        return tuple(_decision(answers, _signs_with(form, answers, case)))
    return ()


def _signs_with(form: type[Entry], answers: Answers, case: Case) -> Mapping[Sign, SignState]:
    said = signs_in(form, answers)
    return {
        sign: state if state.said_yes or sign not in said else SignState(said[sign])
        for sign, state in case.signs.items()
    }


def _decision(answers: Answers, signs: Mapping[Sign, SignState]) -> Iterator[Problem]:
    choice = answers.get("decision")
    if choice is Decision.REFER or choice is None:
        return
    said_yes = [sign.label for sign, state in signs.items() if state.said_yes]
    if said_yes and choice is Decision.COLLEGE:
        yield Problem(
            "decision",
            f"“{said_yes[0]}” was answered yes, and one sign is enough for referral. Choose "
            "“Refer”, or “Referral considered and not made” with who was consulted.",
        )
    unanswered = [sign.label for sign, state in signs.items() if state.answer is None]
    if unanswered:
        named = "; ".join(unanswered)
        yield Problem(
            "decision",
            f"Not every sign has an answer yet: {named}. Answer yes, no or not known below.",
        )
