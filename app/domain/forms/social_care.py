"""Referral to children's social care, step by step: never just a letter.

Source: the thirteen sections common to local authorities' multi-agency referral forms; Working
Together to Safeguard Children 2026; Children Act 1989 sections 17 and 47.
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import When, WhichReferral
from app.domain.kit.answers import (
    A_CHILD,
    A_PARENT,
    Choice,
    EntryRef,
    ExactWords,
    Line,
    Minutes,
    PersonRef,
    Refers,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact, Shared
from app.domain.kit.form import ALWAYS, Ask, Form, Row, not_in_past, said, said_yes
from app.domain.kit.record import Source
from app.domain.kit.sources import Cited
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
    threshold: Annotated[Threshold, Ask("Level of need")]
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
        "{reached?telephoned social care|social care not reached by telephone}[, "
        "{spoke_to}][, reference {reference}]: {advice}"
    )
    on_timeline: ClassVar[str] = "Social care{reached?| not reached}"
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
    lasted: Annotated[Minutes | None, Ask("How long it took")] = None


class Consent(Choice):
    """Whether a parent or carer agreed to the referral."""

    GIVEN = "given", "Agreed"
    REFUSED = "refused", "Did not agree"
    NOT_ASKED = "not_asked", "Not asked"


class ParentTold(Row, frozen=True, kw_only=True):
    """One parent or carer, and whether they know."""

    who: Annotated[PersonRef | None, Ask("Who", who=A_PARENT)] = None
    told: Annotated[YesNoUnknown, Ask("Told of the referral?", fact=Fact.TOLD)]
    how: Annotated[Line, Ask("When and how, or the reason for not telling")]


class Agency(Row, frozen=True, kw_only=True):
    """A service that knows the child or family."""

    name: Annotated[Line, Ask("Service and worker")]
    contact: Annotated[Line | None, Ask("Contact")] = None


class ReferralRoute(Choice):
    """How a written referral travels."""

    SECURE_EMAIL = "secure_email", "Secure e-mail"
    PORTAL = "portal", "The authority’s portal"
    BY_HAND = "by_hand", "By hand"
    POST = "post", "Recorded post"


class ConnectedChild(Row, frozen=True, kw_only=True):
    """Another child close to this one, at home or outside."""

    name: Annotated[Line, Ask("Name")]
    whose: Annotated[Line, Ask("Whose sister, brother or friend", example="Sister of Ava")]
    file: Annotated[
        Line | None, Ask("Who has a file on them", example="This college; Exampleshire MASH")
    ] = None


_CHILD_UNTOLD = said("child_told", YesNoUnknown.NO)


class ReferralBackground(Form, tag="referral_background", frozen=True, kw_only=True):
    """What the letter needs beyond the case. What you leave open is printed as “Not recorded”."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    version: ClassVar[int] = 2
    in_short: ClassVar[str] = "background for the letter on {referral} written"
    title: ClassVar[str] = "Background for the letter"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.REFERRAL_FORMS,)

    referral: WhichReferral
    knows_child: Annotated[
        Words | None,
        Ask("How you know the child, and since when", section="Who is referring", passing=True),
    ] = None
    direct_line: Annotated[
        Line | None, Ask("Direct line and best time to call", shared=Shared.COLLEGE)
    ] = None
    secure_email: Annotated[Line | None, Ask("Secure e-mail", shared=Shared.COLLEGE)] = None
    consulted: Annotated[Words | None, Ask("Who else in college was consulted")] = None
    line_manager: Annotated[
        Line | None, Ask("Your line manager, and how to reach them", shared=Shared.COLLEGE)
    ] = None
    parents: Annotated[
        tuple[ParentTold, ...], Ask("Parents and carers", section="Consent and who knows")
    ] = ()
    consent: Annotated[
        Consent | None, Ask("Did a parent or carer agree to the referral?", passing=True)
    ] = None
    consent_who: Annotated[
        Line | None,
        Ask("Who agreed, and when", shown_if=said("consent", Consent.GIVEN)),
    ] = None
    consent_why: Annotated[
        Words | None,
        Ask(
            "Reason for referring without agreement",
            help="Agreement is not needed where a child may suffer significant harm.",
            shown_if=said("consent", Consent.REFUSED, Consent.NOT_ASKED),
            required_if=said("consent", Consent.REFUSED, Consent.NOT_ASKED),
            reason=True,
        ),
    ] = None
    sharing: Annotated[
        Consent | None,
        Ask("Did a parent or carer agree that services share what they know?"),
    ] = None
    covers: Annotated[
        Line | None,
        Ask(
            "Whose information they agreed to share",
            example="Ava’s, and her mother’s",
            shown_if=said("sharing", Consent.GIVEN),
        ),
    ] = None
    parents_view: Annotated[Words | None, Ask("What parents or carers say", passing=True)] = None
    child_told: Annotated[
        YesNoUnknown | None, Ask("Does the child know of the referral?", passing=True)
    ] = None
    child_untold: Annotated[
        Words | None,
        Ask(
            "Why the child has not been told of it",
            shown_if=_CHILD_UNTOLD,
            required_if=_CHILD_UNTOLD,
            reason=True,
            passing=True,
        ),
    ] = None
    child_view: Annotated[
        Words | None,
        Ask(
            "What the child says about this referral",
            shown_if=said_yes("child_told"),
            passing=True,
        ),
    ] = None
    child_consent: Annotated[
        Consent | None,
        Ask("Does the child agree that what they told you is shared?", passing=True),
    ] = None
    keep_from_child: Annotated[
        Words | None, Ask("Anything the child must not be told for now, and why", passing=True)
    ] = None
    keep_from_family: Annotated[
        Words | None, Ask("Anything the family must not be told, and why", fact=Fact.KEPT_BACK)
    ] = None
    places: Annotated[
        Line | None,
        Ask("Where it happened", help="A place or a service.", section="The concern"),
    ] = None
    often: Annotated[Line | None, Ask("How often, and over what time")] = None
    injuries: Annotated[
        Words | None,
        Ask("Injuries or medical need, and who looked at them", passing=True),
    ] = None
    other_children: Annotated[
        Words | None,
        Ask(
            "Other children who may be at risk, and from what",
            help="At home, or where whoever did this meets children.",
            passing=True,
        ),
    ] = None
    connected: Annotated[
        tuple[ConnectedChild, ...],
        Ask("Children close to this child", help="Brothers, sisters, friends."),
    ] = ()
    first_notes: Annotated[Line | None, Ask("Whether the first notes are kept, and where")] = None
    impact: Annotated[
        Words | None,
        Ask("What this means for the child", section="Harm, risk and strengths", fact=Fact.IMPACT),
    ] = None
    risk: Annotated[Words | None, Ask("The risk now, and if nothing is done", fact=Fact.RISK)] = (
        None
    )
    strengths: Annotated[
        Words | None, Ask("What is going well and protects the child", passing=True)
    ] = None
    change: Annotated[Words | None, Ask("What needs to change", passing=True)] = None
    wishes: Annotated[
        ExactWords | None,
        Ask(
            "What the child wants, in their own words", section="The child’s voice", fact=Fact.WANTS
        ),
    ] = None
    wishes_how: Annotated[Line | None, Ask("Who asked, when, and how the child communicates")] = (
        None
    )
    history: Annotated[
        Words | None,
        Ask("Earlier concerns and referrals, with dates", section="History and services"),
    ] = None
    plans: Annotated[
        Words | None, Ask("Early help, child in need or child protection plans", fact=Fact.PLANS)
    ] = None
    lead_worker: Annotated[
        Line | None, Ask("Lead worker or lead professional, and how to reach them", passing=True)
    ] = None
    agencies: Annotated[tuple[Agency, ...], Ask("Services involved")] = ()
    parental: Annotated[
        Words | None,
        Ask(
            "Known facts about parents or carers that matter",
            help="Domestic abuse, mental health, substance use, learning needs. Known facts only.",
            section="Parents and carers",
            shared=Shared.FAMILY,
        ),
    ] = None
    services_used: Annotated[
        Words | None,
        Ask("Services and accounts involved", section="The imagery, in words", passing=True),
    ] = None
    containment: Annotated[
        Words | None, Ask("What has been done to stop it spreading", passing=True)
    ] = None
    devices: Annotated[Words | None, Ask("Devices held, and where", passing=True)] = None
    steps: Annotated[
        Words | None,
        Ask("What the college has done so far", section="Action and request", passing=True),
    ] = None
    available: Annotated[
        Line | None, Ask("When you can join a strategy discussion", passing=True)
    ] = None
    attached: Annotated[
        Line | None,
        Ask("What goes with the letter", help="Written papers only, never imagery."),
    ] = None
    send_by: Annotated[ReferralRoute | None, Ask("How the letter goes to them")] = None


class ReferralSent(Form, tag="referral_sent", frozen=True, kw_only=True):
    """Record that the written referral has gone. The clock for an answer starts here."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    in_short: ClassVar[str] = "referral sent to {sent_to}: {route}"
    on_timeline: ClassVar[str] = "Letter sent"
    title: ClassVar[str] = "Referral sent in writing"
    happened_in: ClassVar[str] = "sent_at"

    referral: WhichReferral
    sent_at: When
    sent_by: Annotated[StaffMember, Ask("Sent by")]
    route: Annotated[ReferralRoute, Ask("How")]
    sent_to: Annotated[Line, Ask("To whom", example="Team and address")]
    document: Annotated[Line | None, Ask("Document number")] = None


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
    in_short: ClassVar[str] = "{answered_by} answered: {reply}[. {said}]"
    on_timeline: ClassVar[str] = "Social care answers"
    title: ClassVar[str] = "Answer from social care"
    source: ClassVar[Source] = Source.SOCIAL_CARE
    happened_in: ClassVar[str] = "received_at"

    referral: WhichReferral
    received_at: When
    answered_by: Annotated[Line, Ask("From", example="Name and role")]
    reply: Annotated[Reply, Ask("Answer")]
    reference: Annotated[Line | None, Ask("Their reference")] = None
    said: Annotated[Words | None, Ask("What they said, and their reason")] = None


class ReferralEscalated(Form, tag="referral_escalated", frozen=True, kw_only=True):
    """Disagree out loud. Record whom you asked to look again, and why."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    in_short: ClassVar[str] = "raised with {raised_with}: {why}"
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
