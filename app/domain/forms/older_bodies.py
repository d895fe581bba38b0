"""Steps of telling bodies outside as they were before today’s: frozen, as `older.py` says."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import Reason, When, WhichReferral
from app.domain.forms.bodies import POLICE_BODIES, OtherBody, WhichBody
from app.domain.forms.outcome import BodyAnswer
from app.domain.kit.answers import Line, PersonRef, Words, YesNoUnknown
from app.domain.kit.form import Ask, Form, not_in_future, not_in_past, said, said_yes
from app.domain.kit.moments import Moment
from app.domain.kit.stage import Stage

BODIES_1 = tuple(body for body in OtherBody if body is not OtherBody.ADULT_CARE)
"""The bodies there were when the first referral was written."""
_POLICE = said("body", *POLICE_BODIES)


class BodyReferralOpened1(Form, tag="body_referral_opened", frozen=True, kw_only=True):
    """Say whom you tell and why now. In danger this minute the call comes before the form."""

    stage: ClassVar[Stage] = Stage.POLICE
    title: ClassVar[str] = "Referral to the police or another body"

    body: Annotated[OtherBody, Ask("Whom", offers=BODIES_1)]
    name: Annotated[Line, Ask("Which force, team or college")]
    about: Annotated[
        PersonRef | None, Ask("About whom", help="Leave open where it is about the whole case.")
    ] = None
    why: Annotated[Words, Ask("Why now")]
    asked_for: Annotated[
        Words,
        Ask(
            "What you ask for",
            help="Ask what to do, and not do, about parents, devices and deletion.",
        ),
    ]
    accounts: Annotated[
        Words | None,
        Ask("Accounts and services involved", help="Names as typed.", shown_if=_POLICE),
    ] = None
    kept: Annotated[
        Words | None,
        Ask(
            "What is kept, and by whom",
            help="Messages, names, dates. No imagery is copied or sent.",
            shown_if=_POLICE,
        ),
    ] = None


class ReferralEscalated1(Form, tag="referral_escalated", frozen=True, kw_only=True):
    """Disagree out loud. Record whom you asked to look again, and why."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    title: ClassVar[str] = "Referral escalated"
    happened_in: ClassVar[str] = "at"

    referral: WhichReferral
    at: When
    raised_with: Annotated[
        Line, Ask("Raised with", example="Name, role and stage of the procedure")
    ]
    why: Reason


_OUTCOME = said("answer", BodyAnswer.OUTCOME_21, BodyAnswer.OUTCOME_22, BodyAnswer.OUTCOME_OTHER)


class BodyOutcome1(Form, tag="body_outcome", frozen=True, kw_only=True):
    """Record what they decided and their reason, in their words as nearly as you can."""

    stage: ClassVar[Stage] = Stage.POLICE
    title: ClassVar[str] = "Answer from the police or another body"
    happened_in: ClassVar[str] = "at"
    in_order: ClassVar[tuple[str, ...]] = ("decided_on", "at")

    referral: WhichBody
    at: Annotated[Moment, Ask("When you were told", check=not_in_future)]
    told_by: Annotated[Line, Ask("By whom", example="Name, rank or role, number")]
    answer: Annotated[BodyAnswer, Ask("Answer")]
    decided_on: Annotated[date | None, Ask("Day of the outcome", shown_if=_OUTCOME)] = None
    crime_number: Annotated[Line | None, Ask("Crime number")] = None
    why: Annotated[Words, Ask("Their reason, and what it means for the case")]
    checks_told: Annotated[
        YesNoUnknown | None,
        Ask(
            "Has the learner been told honestly about later checks?",
            help="The police keep a record. Whether a later DBS check would show it is for the "
            "police to decide at the time: it is unlikely, and nobody can rule it out.",
            shown_if=_OUTCOME,
        ),
    ] = None
    checks_said: Annotated[
        Line | None, Ask("Who told them, when, and in what words", shown_if=said_yes("checks_told"))
    ] = None
    review_on: Annotated[
        date | None,
        Ask("Ask again on", check=not_in_past, review="Ask the police or other body for news"),
    ] = None
