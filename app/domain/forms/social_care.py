"""Referral to children's social care, step by step: never just a letter.

Source: the thirteen sections common to local authorities' multi-agency referral forms; Working
Together to Safeguard Children 2026; Children Act 1989 sections 17 and 47.
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import When, WhichReferral
from app.domain.forms.knowledge import Topic, what_they_know
from app.domain.forms.referral_background import ReferralRoute
from app.domain.kit.answers import (
    A_CHILD,
    Choice,
    EntryRef,
    Line,
    Minutes,
    PersonRef,
    Refers,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact
from app.domain.kit.form import ALWAYS, Ask, Form, not_in_past, said, said_yes
from app.domain.kit.record import Source
from app.domain.kit.stage import Stage


class Threshold(Choice):
    """The level of need the college believes is met."""

    PROTECTION = "protection", "Child protection (section 47, Children Act 1989)"
    NEED = "need", "Child in need (section 17, Children Act 1989)"
    EARLY = "early", "Early help or Family Help"
    ADVICE = "advice", "Advice"


class ReferralOpened(Form, tag="referral_opened", frozen=True, kw_only=True):
    """Say why now and what you ask for. Then phone: a child is made safe before any letter."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    in_short: ClassVar[str] = "referral of {child} to {team} started: {why_now}"
    title: ClassVar[str] = "Referral started"
    then: ClassVar[str] = "When referred"

    child: Annotated[
        PersonRef, Ask("Which child", help="Each child has a referral of their own.", who=A_CHILD)
    ]
    threshold: Annotated[Threshold, Ask("Level of need", passing=True)]
    team: Annotated[
        Line,
        Ask("Referred to", help="The authority where the child lives.", example="Name of the team"),
    ]
    team_address: Annotated[Line | None, Ask("Its address")] = None
    why_now: Annotated[
        Words,
        Ask(
            "Why now",
            help="The reason in two or three sentences. They open the letter.",
            reason=True,
            passing=True,
        ),
    ]
    safe_now: Annotated[
        Words, Ask("Where the child is now, and how they are safe", fact=Fact.WHEREABOUTS)
    ]
    asked_for: Annotated[Words, Ask("What you ask for", passing=True)]


class ReferralCall(Form, tag="referral_call", frozen=True, kw_only=True):
    """Fill this in while you speak. Reference and advice go into the letter."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    in_short: ClassVar[str] = (
        "{called_by} {reached?telephoned|did not reach} social care[, {spoke_to}]"
        "[, reference {reference}], on {referral}: {advice!}"
    )
    on_timeline: ClassVar[str] = "Social care{reached?| not reached}"
    version: ClassVar[int] = 2
    title: ClassVar[str] = "Telephone call to social care"
    happened_in: ClassVar[str] = "called_at"

    referral: Annotated[EntryRef, Ask("Which referral", refers_to=Refers.REFERRAL, meets=True)]
    called_at: When
    called_by: Annotated[StaffMember, Ask("Called by")]
    number: Annotated[Line | None, Ask("Number called")] = None
    reached: Annotated[YesNoUnknown, Ask("Did you speak to someone?")]
    spoke_to: Annotated[
        Line | None,
        Ask(
            "Spoke to",
            example="Name and role",
            shown_if=said("reached", YesNoUnknown.YES),
            required_if=said("reached", YesNoUnknown.YES),
        ),
    ] = None
    reference: Annotated[Line | None, Ask("Their reference")] = None
    advice: Annotated[Words, Ask("What was said and advised")]
    now_know: Annotated[
        tuple[Topic, ...],
        what_they_know(Topic.HAPPENED, shown_if=said_yes("reached")),
    ] = ()
    lasted: Annotated[Minutes | None, Ask("How long it took")] = None


class ReferralSent(Form, tag="referral_sent", frozen=True, kw_only=True):
    """Record that the written referral has gone. The clock for an answer starts here."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    in_short: ClassVar[str] = "{sent_by} sent the referral of {referral}, to {sent_to}: {route}"
    on_timeline: ClassVar[str] = "Letter sent"
    version: ClassVar[int] = 2
    title: ClassVar[str] = "Referral sent in writing"
    happened_in: ClassVar[str] = "sent_at"

    referral: Annotated[EntryRef, Ask("Which referral", refers_to=Refers.REFERRAL, meets=True)]
    sent_at: When
    sent_by: Annotated[StaffMember, Ask("Sent by")]
    route: Annotated[ReferralRoute, Ask("How")]
    sent_to: Annotated[Line, Ask("To whom", example="Team and address")]
    document: Annotated[Line | None, Ask("Document number")] = None
    now_know: Annotated[
        tuple[Topic, ...],
        what_they_know(Topic.HAPPENED, Topic.PICTURED, Topic.SHARED, Topic.POLICE),
    ] = ()


class Reply(Choice):
    """What the authority answers."""

    ACKNOWLEDGED = "acknowledged", "Received, no decision yet"
    ENQUIRY = "enquiry", "Section 47 enquiry"
    STRATEGY = "strategy", "Strategy discussion"
    ASSESSMENT = "assessment", "Assessment"
    EARLY_HELP = "early_help", "Early help or Family Help"
    SIGNPOSTED = "signposted", "Pointed to another service"
    NO_ACTION = "no_action", "No further action"


class ReferralReply(Form, tag="referral_reply", frozen=True, kw_only=True):
    """Record what the authority answered, and the reason it gave."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    in_short: ClassVar[str] = "answer on {referral}, from {answered_by}: {reply}[. {said}]"
    on_timeline: ClassVar[str] = "Social care answers"
    title: ClassVar[str] = "Answer from social care"
    source: ClassVar[Source] = Source.SOCIAL_CARE
    happened_in: ClassVar[str] = "received_at"

    referral: Annotated[
        EntryRef, Ask("Which referral", refers_to=Refers.REFERRAL, teaches=(Topic.HAPPENED,))
    ]
    received_at: When
    answered_by: Annotated[Line, Ask("From", example="Name and role")]
    reply: Annotated[Reply, Ask("Answer")]
    reference: Annotated[Line | None, Ask("Their reference")] = None
    said: Annotated[Words | None, Ask("What they said, and their reason")] = None


class ReferralEscalated(Form, tag="referral_escalated", frozen=True, kw_only=True):
    """Disagree out loud. Record whom you asked to look again, and why."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    in_short: ClassVar[str] = "referral of {referral}, raised with {raised_with}: {why}"
    on_timeline: ClassVar[str] = "Escalated"
    title: ClassVar[str] = "Referral escalated"
    then: ClassVar[str] = "When escalated"
    version: ClassVar[int] = 2
    happened_in: ClassVar[str] = "at"

    referral: WhichReferral
    at: When
    raised_with: Annotated[Line, Ask("Raised with", example="Name, role and team")]
    step: Annotated[
        Line | None,
        Ask(
            "Which step of the escalation procedure, and of whose",
            example="Step 2 of the Exampleshire procedure on professional disagreement",
        ),
    ] = None
    why: Annotated[Words, Ask("Why the college disagrees", reason=True, passing=True)]
    criteria: Annotated[
        Words | None,
        Ask(
            "Which of their criteria the college believes are met, and by what",
            help="As their threshold document words it.",
        ),
    ] = None
    asked_for: Annotated[
        Words | None, Ask("What you ask for", required_if=ALWAYS, passing=True)
    ] = None
    answer_by: Annotated[
        date | None, Ask("By which day you ask for an answer", check=not_in_past)
    ] = None
    send_by: Annotated[ReferralRoute | None, Ask("How the letter goes to them")] = None
