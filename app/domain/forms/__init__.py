"""Every form of the record, declared once each and listed here in the order of handling."""

from app.domain.forms.any_time import ClockMissed, Note, SignsFound, WhichHolds
from app.domain.forms.bodies import BodyContact, BodyReferralOpened
from app.domain.forms.close import CaseClosed, CaseReopened, CaseReviewed, Resurfaced
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import ConversationNotHeld, LearnerCard, LearnerConversation
from app.domain.forms.copies import CopiesFound, CopyChanged
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import DeletionConfirmed, DeletionDecided, HoldLifted
from app.domain.forms.device import DeviceInstruction, DeviceMoved, DeviceSearched, DeviceTaken
from app.domain.forms.duty import DutyConsidered
from app.domain.forms.extortion import AiMadeImagery, DemandsRecorded
from app.domain.forms.knowledge import KnowledgeNoted
from app.domain.forms.older import (
    CaseReviewed1,
    DecisionMade1,
    PeopleNamed1,
    RemovalRequested1,
    spoken_in_words,
)
from app.domain.forms.older_bodies import (
    BodyOutcome1,
    BodyReferralOpened1,
    ReferralBackground1,
    ReferralEscalated1,
)
from app.domain.forms.older_devices import (
    DeviceMoved1,
    DeviceSearched1,
    DeviceTaken1,
    HoldLifted1,
)
from app.domain.forms.older_documents import DocumentIssued1, IdentifyingFact1
from app.domain.forms.older_events import ConcernReceived1, SupportReview1
from app.domain.forms.older_learner import DemandsRecorded1, LearnerConversation1
from app.domain.forms.older_people import BodyContact1, ParentContact1
from app.domain.forms.older_person import PersonDetails1
from app.domain.forms.older_risk import RiskAssessed1
from app.domain.forms.older_support import SupportPlan1
from app.domain.forms.older_telling import (
    InformationShared1,
    ParentDecision1,
    ReferralCall1,
    ReferralSent1,
    StaffWelfare1,
)
from app.domain.forms.older_viewing import ViewingRecorded1
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.person import PartChanged, PeopleMerged, PeopleNamed, PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.requests import RemovalReply, RemovalRequested
from app.domain.forms.review import InitialReview
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.sharing import (
    DocumentIssued,
    DocumentProtected,
    HowItIsNow,
    IdentifyingFact,
    InformationShared,
    LeakReleased,
    OtherChildNamed,
    OthersLetStand,
)
from app.domain.forms.social_care import (
    ReferralCall,
    ReferralEscalated,
    ReferralOpened,
    ReferralReply,
    ReferralSent,
)
from app.domain.forms.support import StaffWelfare, SupportPlan, SupportReview
from app.domain.forms.viewing import ViewingAsked, ViewingRecorded
from app.domain.kit.answers import AnswerKind, Refers
from app.domain.kit.form import Form, Offered, questions_of
from app.domain.kit.registry import Registry, Succession
from app.domain.kit.stage import HANDLING, Stage

FORMS: tuple[type[Form], ...] = (
    ConcernReceived,
    InitialReview,
    LearnerConversation,
    LearnerCard,
    ConversationNotHeld,
    CopiesFound,
    CopyChanged,
    RemovalRequested,
    RemovalReply,
    ParentDecision,
    ParentContact,
    RiskAssessed,
    SignsFound,
    DemandsRecorded,
    AiMadeImagery,
    DecisionMade,
    ReferralOpened,
    ReferralCall,
    ReferralBackground,
    ReferralSent,
    ReferralReply,
    ReferralEscalated,
    BodyReferralOpened,
    BodyContact,
    BodyOutcome,
    SupportPlan,
    SupportReview,
    StaffWelfare,
    InformationShared,
    PeopleNamed,
    PersonDetails,
    ViewingAsked,
    ClockMissed,
    Note,
    WhichHolds,
    DocumentIssued,
    DocumentProtected,
    HowItIsNow,
    OtherChildNamed,
    DeviceSearched,
    DeviceTaken,
    DeviceInstruction,
    DeviceMoved,
    ViewingRecorded,
    DeletionDecided,
    HoldLifted,
    DeletionConfirmed,
    CaseReviewed,
    CaseClosed,
    CaseReopened,
    Resurfaced,
    PartChanged,
    PeopleMerged,
    KnowledgeNoted,
    DutyConsidered,
    IdentifyingFact,
    LeakReleased,
    OthersLetStand,
)
"""The forms people fill in today, in the order of handling."""

EVENTS: tuple[type[Form], ...] = tuple(form for form in FORMS if form.is_event)
"""The forms about an event: clocks begin from each of them."""

OLDER: tuple[Succession, ...] = (
    Succession(old=IdentifyingFact1, new=IdentifyingFact, answers=dict),  # nor for whom
    Succession(old=DecisionMade1, new=DecisionMade, answers=dict),  # whom they asked is not read
    Succession(old=RemovalRequested1, new=RemovalRequested, answers=dict),  # nor who agreed
    Succession(old=CaseReviewed1, new=CaseReviewed, answers=spoken_in_words),
    Succession(old=PeopleNamed1, new=PeopleNamed, answers=dict),  # it was not asked whose parent
    Succession(old=DeviceSearched1, new=DeviceSearched, answers=dict),  # nor what was searched
    Succession(old=DeviceTaken1, new=DeviceTaken, answers=dict),  # nor what may be on it
    Succession(old=DeviceMoved1, new=DeviceMoved, answers=dict),
    Succession(old=PersonDetails1, new=PersonDetails, answers=dict),  # nor which plan they have
    Succession(old=BodyReferralOpened1, new=BodyReferralOpened, answers=dict),
    Succession(old=RiskAssessed1, new=RiskAssessed, answers=dict),  # nor what each understands
    Succession(old=HoldLifted1, new=HoldLifted, answers=dict),  # a hold less, and no contact
    Succession(old=LearnerConversation1, new=LearnerConversation, answers=dict),
    Succession(old=DemandsRecorded1, new=DemandsRecorded, answers=dict),
    Succession(old=ParentContact1, new=ParentContact, answers=dict),
    Succession(old=BodyContact1, new=BodyContact, answers=dict),
    Succession(old=ConcernReceived1, new=ConcernReceived, answers=dict),  # nor each further time
    Succession(old=SupportPlan1, new=SupportPlan, answers=dict),  # nor the day, nor a next time
    Succession(old=SupportReview1, new=SupportReview, answers=dict),
    Succession(old=ViewingRecorded1, new=ViewingRecorded, answers=dict),  # nor how it came about
    Succession(old=BodyOutcome1, new=BodyOutcome, answers=dict),  # nor for whom it is
    Succession(old=ReferralCall1, new=ReferralCall, answers=dict),  # nor what they now know
    Succession(old=ReferralSent1, new=ReferralSent, answers=dict),
    Succession(old=InformationShared1, new=InformationShared, answers=dict),
    Succession(old=StaffWelfare1, new=StaffWelfare, answers=dict),
    Succession(old=ReferralEscalated1, new=ReferralEscalated, answers=dict),  # nor what was asked
    Succession(old=ReferralBackground1, new=ReferralBackground, answers=dict),
    Succession(old=DocumentIssued1, new=DocumentIssued, answers=dict),  # nor what it is to them
    Succession(old=ParentDecision1, new=ParentDecision, answers=dict),  # the DSL alone read danger
)
"""The released forms that are no longer filled in, each with the form that replaced it."""

REGISTRY = Registry(FORMS, OLDER)
"""Every form any entry was ever written on. Read through the module, so that tests can set it."""


def forms_at(stage: Stage) -> tuple[type[Form], ...]:
    """Return the forms offered at a stage of handling, in the order of handling."""
    return tuple(
        form for form in FORMS if form.stage is stage and form.offer is Offered.AT_ITS_STAGE
    )


def offered_any_time() -> tuple[type[Form], ...]:
    """Return the forms offered below the stages, at any stage of a case, and nowhere else."""
    return tuple(
        form
        for form in FORMS
        if form.offer is Offered.ANY_TIME
        or (form.offer is Offered.AT_ITS_STAGE and form.stage not in HANDLING)
    )


def steps_of(refers: Refers) -> tuple[type[Form], ...]:
    """Return the forms offered at a stage that continue something, such as a referral."""
    return tuple(
        form
        for form in FORMS
        if form.offer is Offered.AT_ITS_STAGE
        and any(question.ask.refers_to is refers for question in questions_of(form))
    )


def begun_at(stage: Stage, refers: Refers) -> tuple[type[Form], ...]:
    """Return the forms of a stage that begin something, not those that continue `refers`."""
    return tuple(form for form in forms_at(stage) if form not in steps_of(refers))


def about_one_person() -> tuple[type[Form], ...]:
    """Return the forms offered on the card of a person: they begin with who they are about."""
    return tuple(form for form in FORMS if form.offer is Offered.ON_A_CARD and _of_one(form))


def about_people() -> tuple[type[Form], ...]:
    """Return the forms about the people of a case together, offered above their cards."""
    return tuple(
        form
        for form in FORMS
        if form.stage is Stage.PEOPLE
        and form.offer is not Offered.BY_ITSELF
        and form not in about_one_person()
    )


def on_paper() -> tuple[type[Form], ...]:
    """Return the forms that people can fill in by hand."""
    return tuple(form for form in FORMS if form.on_paper)


def _of_one(form: type[Form]) -> bool:
    first, *others = (question.kind is AnswerKind.PERSON for question in questions_of(form))
    return first and not any(others)


def form_named(name: str) -> type[Form]:
    """Return the form filled in today under this name. Raises KeyError if there is none."""
    return REGISTRY.named(name)
