"""What the written referral of a child says beyond the call: background, family, what was done.

Source: the thirteen sections common to local authorities' multi-agency referral forms.
"""

from typing import Annotated, ClassVar

from app.domain.forms.asked import Despite, WhichReferral
from app.domain.forms.knowledge import Topic
from app.domain.kit.answers import (
    A_PARENT,
    Choice,
    ExactWords,
    Line,
    PersonRef,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact, Shared
from app.domain.kit.form import Ask, Form, Row, said, said_yes
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage


class Consent(Choice):
    """Whether a parent or carer agreed to the referral."""

    GIVEN = "given", "Agreed"
    REFUSED = "refused", "Did not agree"
    NOT_ASKED = "not_asked", "Not asked"


class ParentTold(Row, frozen=True, kw_only=True):
    """One parent or carer, and whether they know."""

    who: Annotated[PersonRef | None, Ask("Who", who=A_PARENT)] = None
    told: Annotated[
        YesNoUnknown,
        Ask("Told of the referral?", fact=Fact.TOLD, teaches=(Topic.HAPPENED, Topic.REFERRED)),
    ]
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
    """What the letter needs beyond the case. What you leave open stands as you said it before.

    What was never said is printed as “Not recorded”.
    """

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    version: ClassVar[int] = 2
    in_short: ClassVar[str] = "background written for the letter on {referral}"
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
    despite: Despite = None
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
        Ask("Did a parent or carer agree that services share what they know?", passing=True),
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
