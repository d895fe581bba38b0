"""Steps of telling bodies outside as they were before today’s: frozen, as `older.py` says."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import Reason, When, WhichReferral
from app.domain.forms.bodies import POLICE_BODIES, OtherBody, WhichBody
from app.domain.forms.outcome import BodyAnswer
from app.domain.forms.referral_background import Agency, Consent, ParentTold
from app.domain.kit.answers import ExactWords, Line, PersonRef, Words, YesNoUnknown
from app.domain.kit.facts import Fact
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
        Ask("Ask again on", check=not_in_past, review="Ask how it stands"),
    ] = None


class ReferralBackground1(Form, tag="referral_background", frozen=True, kw_only=True):
    """What the letter needs beyond the case. What you leave open is printed as “Not recorded”."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    title: ClassVar[str] = "Background for the letter"

    referral: WhichReferral
    knows_child: Annotated[
        Words | None,
        Ask("How you know the child, and since when", section="Who is referring"),
    ] = None
    direct_line: Annotated[Line | None, Ask("Direct line and best time to call")] = None
    secure_email: Annotated[Line | None, Ask("Secure e-mail")] = None
    consulted: Annotated[Words | None, Ask("Who else in college was consulted")] = None
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
    parents_view: Annotated[Words | None, Ask("What parents or carers say", passing=True)] = None
    child_told: Annotated[
        YesNoUnknown | None, Ask("Does the child know of the referral?", passing=True)
    ] = None
    keep_from_family: Annotated[
        Words | None, Ask("Anything the family must not be told, and why", fact=Fact.KEPT_BACK)
    ] = None
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
    agencies: Annotated[tuple[Agency, ...], Ask("Services involved")] = ()
    parental: Annotated[
        Words | None,
        Ask(
            "Known facts about parents or carers that matter",
            help="Domestic abuse, mental health, substance use, learning needs. Known facts only.",
            section="Parents and carers",
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
        Words | None, Ask("What the college has done so far", section="Action and request")
    ] = None
    available: Annotated[
        Line | None, Ask("When you can join a strategy discussion", passing=True)
    ] = None
