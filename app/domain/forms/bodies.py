"""Referral to the police or another body: why, each contact with them, and what they decided.

Source: the college's guidance, "The police response"; uk-guidance 1.12 and 3.5; Care Act 2014,
section 42, on adults with needs for care and support; KCSIE 2026, part four, on allegations against
staff. Nobody at the college can promise what a police record will mean later, and no form says
otherwise.
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import Actions, When
from app.domain.forms.knowledge import Topic, what_they_know
from app.domain.forms.referral_background import Consent, ReferralRoute
from app.domain.kit.answers import (
    Choice,
    EntryRef,
    ExactWords,
    Line,
    PersonRef,
    Refers,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact
from app.domain.kit.form import (
    Ask,
    Condition,
    Form,
    Row,
    answered,
    not_in_past,
    said,
    said_yes,
)
from app.domain.kit.record import Source
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage


class OtherBody(Choice):
    """Who is told, besides children's social care."""

    POLICE = "police", "Police"
    CEOP = "ceop", "CEOP Safety Centre"
    LADO = "lado", "LADO: designated officer for allegations"
    ADULT_CARE = "adult_care", "Adult social care"
    EARLY_HELP = "early_help", "Early help or Family Help"
    COLLEGE = "college", "Another school or college"
    OTHER = "other", "Another body"


POLICE_BODIES = (OtherBody.POLICE, OtherBody.CEOP)
"""The bodies that count as the police: CEOP is part of them."""
TOLD_OF_ONE = (OtherBody.COLLEGE, OtherBody.EARLY_HELP, OtherBody.ADULT_CARE)
"""The bodies that are told of one learner, and are written to about nobody else."""
_POLICE = said("body", *POLICE_BODIES)
_LADO = said("body", OtherBody.LADO)
_COLLEGE = said("body", OtherBody.COLLEGE)
_EARLY_HELP = said("body", OtherBody.EARLY_HELP)
_ADULT_CARE = said("body", OtherBody.ADULT_CARE)
_OF_ONE = said("body", *TOLD_OF_ONE)
_BY_LETTER = said("body", OtherBody.LADO, *TOLD_OF_ONE)
WhichBody = Annotated[EntryRef, Ask("Which referral", refers_to=Refers.BODY_REFERRAL, meets=True)]


class BodyReferralOpened(Form, tag="body_referral_opened", frozen=True, kw_only=True):
    """Say whom you tell and why now. In danger this minute the call comes before the form."""

    stage: ClassVar[Stage] = Stage.POLICE
    in_short: ClassVar[str] = "referral[ about {about}] to {name} started: {why}"
    title: ClassVar[str] = "Referral to the police or another body"
    then: ClassVar[str] = "When referred"
    rests_on: ClassVar[tuple[Cited, ...]] = (Cited.CARE_ACT,)
    version: ClassVar[int] = 2

    body: Annotated[OtherBody, Ask("Whom")]
    name: Annotated[Line, Ask("Which force, team or college")]
    about: Annotated[
        PersonRef | None,
        Ask(
            "About whom",
            help="Leave open where it is about the whole case. The LADO is told of the member of "
            "staff; another school or college, early help and adult social care of one learner.",
            required_if=said("body", OtherBody.EARLY_HELP, OtherBody.ADULT_CARE),
        ),
    ] = None
    why: Annotated[Words, Ask("Why now", reason=True, passing=True)]
    asked_for: Annotated[
        Words,
        Ask(
            "What you ask for",
            help="Ask what to do, and not do, about parents, devices and deletion.",
            passing=True,
        ),
    ]
    accounts: Annotated[
        Words | None,
        Ask(
            "Accounts and services involved",
            help="Names, user IDs, profiles and numbers, as typed.",
            shown_if=_POLICE,
        ),
    ] = None
    between: Annotated[
        Line | None,
        Ask("First and last contact with whoever is behind them, as told", shown_if=_POLICE),
    ] = None
    kept: Annotated[
        Words | None,
        Ask(
            "What is kept, and by whom",
            help="Messages, names, dates, CCTV, network logs. No imagery is copied or sent.",
            shown_if=_POLICE,
        ),
    ] = None
    allegation: Annotated[
        Words | None,
        Ask(
            "What is alleged, in the fewest words",
            help="What is said to have been done, when and where, and who said so. Nobody’s view.",
            section="For the LADO",
            shown_if=_LADO,
        ),
    ] = None
    capacity: Annotated[
        Line | None,
        Ask(
            "In what capacity they work with learners",
            example="Sports coach, employed by an agency; two groups a week",
            shown_if=_LADO,
        ),
    ] = None
    outside: Annotated[
        YesNoUnknown | None,
        Ask("Have they contact with children outside the college?", shown_if=_LADO, passing=True),
    ] = None
    outside_what: Annotated[
        Words | None,
        Ask(
            "Which, as far as it is known",
            help="At home, too.",
            shown_if=said_yes("outside"),
            passing=True,
        ),
    ] = None
    staff_told: Annotated[
        YesNoUnknown | None,
        Ask(
            "Have they been told of the allegation?",
            help="Nobody tells them before the LADO, and the police if they know of it, agree.",
            shown_if=_LADO,
            passing=True,
        ),
    ] = None
    leader_told: Annotated[
        Line | None,
        Ask(
            "Who leads the college and was told, and when",
            help="The principal; where it is about the principal, the chair of governors.",
            example="J. Holt, Principal, 19 Nov 2026, 10:40",
            shown_if=_LADO,
        ),
    ] = None
    kept_safe: Annotated[
        Words | None,
        Ask(
            "What was arranged to keep learners safe",
            help="What holds now. Whether anybody is suspended is decided once the LADO was heard.",
            shown_if=_LADO,
            passing=True,
        ),
    ] = None
    tell: Annotated[
        Words | None,
        Ask(
            "What their DSL needs to know of it",
            help="What is needed to look after the learner there, and nothing else. No other "
            "learner is named.",
            section="For the other school or college",
            shown_if=_COLLEGE,
            passing=True,
        ),
    ] = None
    protect: Annotated[
        Words | None,
        Ask(
            "What keeps them from protecting themselves",
            help="Section 42 asks for it: how their needs for care and support keep them from it.",
            section="For adult social care",
            shown_if=_ADULT_CARE,
            passing=True,
        ),
    ] = None
    strengths: Annotated[
        Words | None,
        Ask(
            "What goes well, and what would help",
            section="For early help",
            shown_if=_EARLY_HELP,
            passing=True,
        ),
    ] = None
    they_know: Annotated[
        YesNoUnknown | None,
        Ask(
            "Does the learner know that you tell them?",
            section="Agreement, and who knows",
            shown_if=_OF_ONE,
            passing=True,
        ),
    ] = None
    they_say: Annotated[
        ExactWords | None,
        Ask("What they say to it, in their own words", shown_if=said_yes("they_know")),
    ] = None
    family_knows: Annotated[
        YesNoUnknown | None,
        Ask("Do their parents or carers know that you tell them?", shown_if=_OF_ONE, passing=True),
    ] = None
    family_how: Annotated[
        Line | None,
        Ask(
            "When and how, or the reason for not telling",
            shown_if=answered("family_knows"),
            passing=True,
        ),
    ] = None
    consent: Annotated[
        Consent | None,
        Ask(
            "Did the learner, or a parent or carer, agree?",
            help="From 18 it is theirs to say. Safeguarding does not wait for it.",
            shown_if=_OF_ONE,
        ),
    ] = None
    consent_who: Annotated[
        Line | None, Ask("Who agreed, and when", shown_if=said("consent", Consent.GIVEN))
    ] = None
    consent_why: Annotated[
        Words | None,
        Ask(
            "Reason for telling them without agreement",
            shown_if=said("consent", Consent.REFUSED, Consent.NOT_ASKED),
            required_if=said("consent", Consent.REFUSED, Consent.NOT_ASKED),
            reason=True,
            passing=True,
        ),
    ] = None
    address: Annotated[
        Line | None, Ask("Their address", section="The letter", shown_if=_BY_LETTER)
    ] = None
    send_by: Annotated[
        ReferralRoute | None, Ask("How the letter goes to them", shown_if=_BY_LETTER)
    ] = None


class Way(Choice):
    """How a body was reached, or reached the college."""

    EMERGENCY = "emergency", "999"
    NON_EMERGENCY = "non_emergency", "101"
    TELEPHONE = "telephone", "Telephone"
    ONLINE = "online", "Online report"
    WRITING = "writing", "E-mail or letter"
    PERSON = "person", "In person or meeting"


class AskedOfBody(Choice):
    """What a letter to the police or CEOP asks, until they have answered it."""

    PARENTS = "parents", "What parents or carers may be told"
    DELETION = "deletion", "Whether copies may be deleted"
    DEVICES = "devices", "What to do with devices"
    ACCOUNTS = "accounts", "Whether accounts may be blocked or reported"
    INTERVIEWS = "interviews", "When and where they see a learner"
    LEADS = "leads", "Who leads, under which number"


class Restraint(Choice):
    """What a body asks the college not to do with somebody, until they say otherwise."""

    NOT_SPOKEN = "not_spoken", "Nobody speaks with them about it"
    NOT_CONTACTED = "not_contacted", "Nobody contacts them"
    FREE = "free", "They may be spoken with and contacted again"


class AskedOfPerson(Row, frozen=True, kw_only=True):
    """Somebody whom nobody is to speak with or to contact, or may again."""

    who: Annotated[PersonRef, Ask("Who")]
    what: Annotated[Restraint, Ask("What they ask", fact=Fact.RESTRAINT)]
    until: Annotated[
        date | None, Ask("Until", help="Leave open where it holds until they say otherwise.")
    ] = None


class AskedToKeep(Row, frozen=True, kw_only=True):
    """Something that is not to be deleted."""

    what: Annotated[Line, Ask("What", example="Her phone; both chats")]
    copy: Annotated[EntryRef | None, Ask("Which copy, if it is noted", refers_to=Refers.COPY)] = (
        None
    )
    until: Annotated[
        date | None, Ask("Until", help="Leave open where it holds until they say otherwise.")
    ] = None


_REACHED = said_yes("reached")


class BodyContact(Form, tag="body_contact", frozen=True, kw_only=True):
    """Log each call, report or visit while it is fresh: who, what they advised, their numbers."""

    stage: ClassVar[Stage] = Stage.POLICE
    version: ClassVar[int] = 2
    in_short: ClassVar[str] = (
        "{by} {reached?was in contact with|did not reach} {referral}[, {spoke_to}]"
        "[, {reference}]: {said}[. They ask: {instructions!}]"
    )
    in_short_if: ClassVar[tuple[tuple[Condition, str], ...]] = (
        (
            said("way", Way.WRITING),
            (
                "{by} {reached?wrote to|did not reach} {referral}[, {spoke_to}]"
                "[, {reference}]: {said}[. They ask: {instructions!}]"
            ),
        ),
    )
    on_timeline: ClassVar[str] = "{referral}{reached?| not reached}"
    title: ClassVar[str] = "Contact with the police or another body"
    happened_in: ClassVar[str] = "at"
    then: ClassVar[str] = "When they were spoken with"

    referral: WhichBody
    at: When
    by: Annotated[StaffMember, Ask("By")]
    way: Annotated[Way, Ask("How")]
    reached: Annotated[
        YesNoUnknown,
        Ask(
            "Did you reach them?", help="An online report or a letter that went off counts as yes."
        ),
    ]
    spoke_to: Annotated[
        Line | None, Ask("With whom", example="Name, rank or role, number", shown_if=_REACHED)
    ] = None
    reference: Annotated[Line | None, Ask("Their log or reference number")] = None
    crime_number: Annotated[Line | None, Ask("Crime number, if they gave one")] = None
    why: Annotated[
        Line, Ask("Reason for it", example="To report; they called back; to ask again", reason=True)
    ]
    said: Annotated[Words, Ask("What was said and advised")]
    now_know: Annotated[tuple[Topic, ...], what_they_know(Topic.HAPPENED, shown_if=_REACHED)] = ()
    instructions: Annotated[
        Words | None,
        Ask(
            "What they ask the college to do, or not to do",
            fact=Fact.INSTRUCTION,
            help="About parents, devices, deletion, talking to learners.",
            shown_if=_REACHED,
        ),
    ] = None
    answered: Annotated[
        tuple[AskedOfBody, ...],
        Ask(
            "What they have now answered",
            help="A letter to the police or CEOP no longer asks what is ticked here.",
            shown_if=_REACHED,
        ),
    ] = ()
    people_asked: Annotated[
        tuple[AskedOfPerson, ...],
        Ask(
            "Whom nobody is to speak with, or to contact",
            help="It stands in red wherever they come up.",
            shown_if=_REACHED,
        ),
    ] = ()
    keep: Annotated[
        tuple[AskedToKeep, ...], Ask("What is not to be deleted", shown_if=_REACHED)
    ] = ()
    review_on: Annotated[
        date | None,
        Ask("Ask again on", check=not_in_past, review="Ask how it stands"),
    ] = None
    actions: Actions = ()


SOURCE_OF_BODY = dict.fromkeys(POLICE_BODIES, Source.POLICE)
"""Whose words a step holds, where they are not simply from outside the college."""
