"""Mandatory report: who had reason to suspect, and what was reported, put off or excepted.

Source: Crime and Policing Act 2026 (England), from sources on the Bill. Offered only while the
duty is switched on, with the day it came into force.
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import DecidedBy
from app.domain.kit.answers import Choice, Line, StaffMember, Words
from app.domain.kit.form import Ask, Form, not_in_future, said
from app.domain.kit.moments import Moment
from app.domain.kit.record import Audience
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage


class Learnt(Choice):
    """How somebody came to suspect."""

    CHILD = "child", "Told by a child"
    RESPONSIBLE = "responsible", "Told by the person responsible"
    WITNESSED = "witnessed", "Witnessed it"
    SAW = "saw", "Saw an image or heard a recording"
    OTHER = "other", "Another way"


class DutyOutcome(Choice):
    """What was decided about the duty."""

    REPORTED = "reported", "Reported"
    DEFERRED = "deferred", "To be reported later, for the child’s safety"
    EXCEPTED = "excepted", "Not reported: an exception applies"
    NO_REASON = "no_reason", "Not reported: no reason to suspect an offence"


class ReportedTo(Choice):
    """Whom a report is made to."""

    POLICE = "police", "The police"
    AUTHORITY = "authority", "The local authority"


class ReportedHow(Choice):
    """How a report is made."""

    SPOKEN = "spoken", "Spoken"
    WRITTEN = "written", "In writing"


class DutyException(Choice):
    """Which exception is relied on."""

    CONSENSUAL = "consensual", "Consensual activity between children"
    SERVICE = "service", "A service the Act exempts"
    OTHER = "other", "Another exception of the Act"


_REPORTED = said("outcome", DutyOutcome.REPORTED)
_DEFERRED = said("outcome", DutyOutcome.DEFERRED)
_EXCEPTED = said("outcome", DutyOutcome.EXCEPTED)


class DutyConsidered(Form, tag="duty_considered", frozen=True, kw_only=True):
    """Whoever has reason to suspect a sexual offence against a child reports it or says why not."""

    stage: ClassVar[Stage] = Stage.DUTY
    in_short: ClassVar[str] = (
        "duty of {holder} to report, decided by {decided_by}: {outcome}[ to {reported_to}]. {why}"
    )
    on_timeline: ClassVar[str] = "Duty to report"
    title: ClassVar[str] = "Mandatory report"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.REPORTING_DUTY,)
    audience: ClassVar[Audience] = Audience.DSL
    happened_in: ClassVar[str] = "suspected_at"
    in_order: ClassVar[tuple[str, ...]] = ("suspected_at", "reported_at", "deferred_until")

    holder: Annotated[StaffMember, Ask("Who first had reason to suspect")]
    suspected_at: Annotated[Moment, Ask("When they had it", check=not_in_future)]
    learnt: Annotated[Learnt, Ask("How they came to suspect")]
    known: Annotated[Words, Ask("What was known")]
    outcome: Annotated[DutyOutcome, Ask("What was decided", section="The duty")]
    reported_to: Annotated[
        tuple[ReportedTo, ...], Ask("Reported to", shown_if=_REPORTED, required_if=_REPORTED)
    ] = ()
    reported_at: Annotated[
        Moment | None,
        Ask("When", shown_if=_REPORTED, required_if=_REPORTED, check=not_in_future),
    ] = None
    how: Annotated[ReportedHow | None, Ask("How", shown_if=_REPORTED, required_if=_REPORTED)] = None
    named: Annotated[
        Words | None,
        Ask(
            "Who was named, and why it was reported",
            shown_if=_REPORTED,
            required_if=_REPORTED,
            reason=True,
        ),
    ] = None
    reference: Annotated[Line | None, Ask("Their reference", shown_if=_REPORTED)] = None
    late_why: Annotated[
        Words | None,
        Ask(
            "Why it was not reported sooner",
            help="As soon as practicable.",
            shown_if=_REPORTED,
            reason=True,
        ),
    ] = None
    deferred_why: Annotated[
        Words | None,
        Ask(
            "What risk reporting now would bring",
            shown_if=_DEFERRED,
            required_if=_DEFERRED,
            reason=True,
        ),
    ] = None
    deferred_until: Annotated[
        date | None,
        Ask(
            "Report it on",
            help="At most 7 days after there was reason to suspect.",
            shown_if=_DEFERRED,
            required_if=_DEFERRED,
        ),
    ] = None
    exception: Annotated[
        DutyException | None,
        Ask("Exception relied on", shown_if=_EXCEPTED, required_if=_EXCEPTED),
    ] = None
    why: Annotated[Words, Ask("Why this was decided", reason=True)]
    decided_by: DecidedBy
