"""Every form of the record, declared once each and listed here in the order of handling."""

from app.domain.form import Entry, form_name
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.decision import DecisionMade
from app.domain.stages.document import DocumentIssued
from app.domain.stages.knowledge import KnowledgeNoted
from app.domain.stages.note import Note
from app.domain.stages.parts import PartChanged, PeopleMerged
from app.domain.stages.person import PeopleNamed, PersonDetails
from app.domain.stages.review import InitialReview
from app.domain.stages.social_care import (
    ReferralBackground,
    ReferralCall,
    ReferralEscalated,
    ReferralOpened,
    ReferralReply,
    ReferralSent,
)
from app.domain.stages.viewing import ViewingAsked

FORMS: tuple[type[Entry], ...] = (
    ConcernReceived,
    InitialReview,
    DecisionMade,
    ReferralOpened,
    ReferralCall,
    ReferralBackground,
    ReferralSent,
    ReferralReply,
    ReferralEscalated,
    PeopleNamed,
    PersonDetails,
    ViewingAsked,
    Note,
    DocumentIssued,
    PartChanged,
    PeopleMerged,
    KnowledgeNoted,
)
"""The forms people fill in today. A released form that changes stays in RELEASED."""

RELEASED: dict[tuple[str, int], type[Entry]] = {
    (form_name(form), form.version): form for form in FORMS
}
"""Every form any entry was ever written under, by name and version."""


def form_named(name: str) -> type[Entry]:
    """Give the form that is filled in today under this name. Raises KeyError if there is none."""
    return {form_name(form): form for form in FORMS}[name]
