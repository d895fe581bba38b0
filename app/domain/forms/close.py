"""Review and close: look again, close with two people's names, reopen, and imagery resurfacing.

Source: Keeping Children Safe in Education 2026, records (summary, how resolved, outcome, reasons);
UKCIS "Sharing nudes and semi-nudes" (March 2024), recording incidents.
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import (
    Actions,
    AdultInvolved,
    Coercion,
    Despite,
    Extortion,
    FamilyOf,
    FurtherIfAgain,
    HarmNow,
    Reason,
    Under13,
    UnusualActs,
    When,
)
from app.domain.forms.copies import Copies
from app.domain.kit.acts import Settles
from app.domain.kit.answers import (
    A_LEARNER,
    Choice,
    ExactWords,
    Inert,
    Involved,
    PersonRef,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Form, Row, not_in_future, not_in_past, said_yes
from app.domain.kit.moments import Moment
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage


class SpokenWith(Row, frozen=True, kw_only=True):
    """One learner at a review: whether somebody spoke with them, and how they are."""

    learner: Annotated[PersonRef, Ask("Learner", who=A_LEARNER)]
    spoken: Annotated[YesNoUnknown, Ask("Spoken with?", settles=Settles.SPEAKING_AGAIN)]
    how: Annotated[Words, Ask("How they are, or why nobody spoke with them")]


class CaseReviewed(Form, tag="case_reviewed", frozen=True, kw_only=True):
    """Look at the case again: how each learner is, whether it was shared again, what is next."""

    version: ClassVar[int] = 2
    stage: ClassVar[Stage] = Stage.CLOSE
    in_short: ClassVar[str] = "case reviewed by {reviewed_by}: {change}"
    on_timeline: ClassVar[str] = "Case review"
    title: ClassVar[str] = "Case review"
    then: ClassVar[str] = "At the review"
    happened_in: ClassVar[str] = "reviewed_at"

    reviewed_at: When
    reviewed_by: Annotated[StaffMember, Ask("Reviewed by")]
    spoken: Annotated[
        tuple[SpokenWith, ...],
        Ask("Each learner: spoken with or not", help="A line each, also for whoever shared it."),
    ] = ()
    how_they_are: Annotated[Words | None, Ask("How they are, in other words")] = None
    again: Annotated[
        YesNoUnknown, Ask("Has it been shared or talked about again?", fact=Fact.AGAIN)
    ]
    again_what: Annotated[
        Words | None,
        Ask(
            "What is known of it",
            shown_if=said_yes("again"),
            required_if=said_yes("again"),
            retold="Shared or talked about again: ",
        ),
    ] = None
    further: FurtherIfAgain = ()
    change: Annotated[Words, Ask("What is kept, and what changes")]
    why: Reason
    next_on: Annotated[date | None, Ask("Review again on", check=not_in_past)] = None
    actions: Actions = ()
    despite: Despite = None


class Outcome(Choice):
    """How a case ends."""

    SUPPORTED = "supported", "Handled in college, with support"
    EARLY_HELP = "early_help", "Early help or Family Help"
    SOCIAL_CARE = "social_care", "With children’s social care"
    POLICE = "police", "With the police"
    ELSEWHERE = "elsewhere", "Handed to another college or body"
    OTHER = "other", "Another outcome"


class CaseClosed(Form, tag="case_closed", frozen=True, kw_only=True):
    """Say how it ended so that a stranger understands it in years to come. Two people agree."""

    stage: ClassVar[Stage] = Stage.CLOSE
    in_short: ClassVar[str] = (
        "case closed by {closed_by}[, agreed by {countersigned_by}]: {outcome}. {why}"
    )
    on_timeline: ClassVar[str] = "Closed"
    title: ClassVar[str] = "Close the case"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.KCSIE_RECORDS, Cited.UKCIS_RECORDING)
    happened_in: ClassVar[str] = "closed_at"

    closed_at: Annotated[Moment, Ask("When", check=not_in_future, section="How it ended")]
    summary: Annotated[
        Words, Ask("Summary", help="What happened, what was done, how each young person is now.")
    ]
    outcome: Annotated[tuple[Outcome, ...], Ask("Outcome")]
    why: Annotated[Words, Ask("Reason for closing now", reason=True)]
    lessons: Annotated[Words, Ask("What the college learns from it")]
    if_again: Annotated[
        Words, Ask("If it comes back: what the learner knows to do, and whom to tell")
    ]
    signs_why: Annotated[
        Words | None,
        Ask(
            "Signs that stay “not known”: what was tried, and why that is enough",
            section="What is still open",
            reason=True,
        ),
    ] = None
    open_why: Annotated[
        Words | None,
        Ask(
            "What is still due, and why the case can close all the same",
            help="Each by name.",
            reason=True,
        ),
    ] = None
    closed_by: Annotated[StaffMember, Ask("Closed by", section="Two people")]
    countersigned_by: Annotated[
        StaffMember | None, Ask("Second person, who has read it and agrees")
    ] = None
    countersigned_at: Annotated[Moment | None, Ask("When they agreed", check=not_in_future)] = None


class CaseReopened(Form, tag="case_reopened", frozen=True, kw_only=True):
    """Open a closed case again. What was written when it closed stays as it is."""

    stage: ClassVar[Stage] = Stage.CLOSE
    in_short: ClassVar[str] = "case opened again by {reopened_by}: {why}"
    on_timeline: ClassVar[str] = "Reopened"
    title: ClassVar[str] = "Reopen the case"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.KCSIE_RECORDS,)
    happened_in: ClassVar[str] = "reopened_at"

    reopened_at: When
    reopened_by: Annotated[StaffMember, Ask("Reopened by")]
    why: Annotated[
        Words, Ask("Reason", help="What has become known, from whom, when.", reason=True)
    ]
    next_step: Annotated[Words, Ask("What happens next, and who does it")]


class HowResurfaced(Choice):
    """How it is known that imagery is about again. Nobody searches for it."""

    LEARNER = "learner", "A learner told us"
    PARENT = "parent", "A parent or carer told us"
    STAFF = "staff", "A member of staff was told"
    AGENCY = "agency", "The police or another body told us"
    PLATFORM = "platform", "A service told the learner"


class Resurfaced(Form, tag="resurfaced", frozen=True, kw_only=True):
    """The imagery is about again. Nobody is asked to tell it all from the beginning."""

    stage: ClassVar[Stage] = Stage.CLOSE
    in_short: ClassVar[str] = "{told_to} was told that it was shared again: {account}"
    on_timeline: ClassVar[str] = "Shared again"
    title: ClassVar[str] = "Resurfaced"
    then: ClassVar[str] = "When reported"
    happened_in: ClassVar[str] = "told_at"
    is_event: ClassVar[bool] = True
    in_order: ClassVar[tuple[str, ...]] = ("happened_at", "told_at")

    told_at: Annotated[Moment, Ask("When the college was told", check=not_in_future)]
    told_to: Annotated[StaffMember, Ask("Who was told")]
    known_by: Annotated[HowResurfaced, Ask("How it is known", retold="How it is known: ")]
    happened_at: Annotated[
        Moment | None,
        Ask(
            "When it was shared again, if known",
            check=not_in_future,
            retold="Said to have happened ",
        ),
    ] = None
    account: Annotated[
        Words, Ask("What you were told", help="In words. Nobody looks for it.", retold="")
    ]
    exact_words: Annotated[
        ExactWords | None,
        Ask("The learner’s exact words", retold="The learner’s exact words: "),
    ] = None
    where: Annotated[
        Inert | None, Ask("Service, group or account, as told", retold="Where, as told: ")
    ] = None
    copies: Copies = ()
    people: Annotated[tuple[Involved, ...], Ask("Anyone newly named, and their part in it")] = ()
    family_of: FamilyOf = None
    safe_now: Annotated[
        Words, Ask("How the learner is now, and who is with them", fact=Fact.WHEREABOUTS)
    ]
    adult: AdultInvolved = None
    coercion: Coercion = None
    unusual: UnusualActs = None
    under_13: Under13 = None
    harm: HarmNow = None
    extortion: Extortion = None
    next_step: Annotated[Words, Ask("What happens next, and who does it", section="First steps")]
    why: Annotated[Words, Ask("Reason for it", reason=True)]


OPENS_AGAIN = (CaseReopened, Resurfaced)
"""The entries that open a closed case again. Nothing else does."""
