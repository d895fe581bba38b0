"""The answer of the police or another body: what they decided, why, and for whom it is.

Source: the college's guidance, "The police response"; uk-guidance 1.12. Nobody at the college can
promise what a police record will mean later, and the form does not say otherwise.
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.knowledge import Topic
from app.domain.kit.answers import (
    Choice,
    EntryRef,
    Line,
    PersonRef,
    Refers,
    Words,
    YesNoUnknown,
)
from app.domain.kit.form import Ask, Form, Row, not_in_future, not_in_past, said, said_yes
from app.domain.kit.moments import Moment
from app.domain.kit.stage import Stage


class BodyAnswer(Choice):
    """What the police or another body decided."""

    LOOKING = "looking", "They are looking into it"
    ADVICE = "advice", "Advice only"
    ACCEPTED = "accepted", "They will deal with it"
    PASSED_ON = "passed_on", "Passed to another body"
    OUTCOME_21 = "outcome_21", "Police Outcome 21: formal action not in the public interest"
    OUTCOME_22 = "outcome_22", "Police Outcome 22: help or education instead of formal action"
    OUTCOME_OTHER = "outcome_other", "Another police outcome"
    NO_ACTION = "no_action", "No further action"


_OUTCOME = said("answer", BodyAnswer.OUTCOME_21, BodyAnswer.OUTCOME_22, BodyAnswer.OUTCOME_OTHER)


class OutcomeFor(Row, frozen=True, kw_only=True):
    """Somebody whom an answer is for."""

    who: Annotated[PersonRef, Ask("Who")]


class BodyOutcome(Form, tag="body_outcome", frozen=True, kw_only=True):
    """Record what they decided and their reason, in their words as nearly as you can."""

    stage: ClassVar[Stage] = Stage.POLICE
    in_short: ClassVar[str] = "answer of {referral}[, for {for_whom}]: {answer}. {why}"
    on_timeline: ClassVar[str] = "{referral} answers"
    title: ClassVar[str] = "Answer from the police or another body"
    version: ClassVar[int] = 2
    happened_in: ClassVar[str] = "at"
    in_order: ClassVar[tuple[str, ...]] = ("decided_on", "at")

    referral: Annotated[
        EntryRef,
        Ask(
            "Which referral",
            refers_to=Refers.BODY_REFERRAL,
            meets=True,
            teaches=(Topic.HAPPENED,),
        ),
    ]
    at: Annotated[Moment, Ask("When you were told", check=not_in_future)]
    told_by: Annotated[Line, Ask("By whom", example="Name, rank or role, number")]
    answer: Annotated[BodyAnswer, Ask("Answer")]
    for_whom: Annotated[
        tuple[OutcomeFor, ...],
        Ask(
            "For whom it is",
            help="Each learner, or whoever else it is about. Leave open where it is for everybody.",
            required_if=_OUTCOME,
        ),
    ] = ()
    decided_on: Annotated[date | None, Ask("Day of the outcome", shown_if=_OUTCOME)] = None
    crime_number: Annotated[Line | None, Ask("Crime number")] = None
    why: Annotated[Words, Ask("Their reason, and what it means for the case", reason=True)]
    checks_told: Annotated[
        YesNoUnknown | None,
        Ask(
            "Has the learner been told honestly about later checks?",
            help="It is unlikely to be shown on a DBS check later, but it can be, and nobody can "
            "promise that it never will.",
            shown_if=_OUTCOME,
        ),
    ] = None
    checks_said: Annotated[
        Line | None, Ask("Who told them, when, and in what words", shown_if=said_yes("checks_told"))
    ] = None
    review_on: Annotated[
        date | None,
        Ask("Ask again on", check=not_in_past, review="Ask how it stands"),
    ] = None
