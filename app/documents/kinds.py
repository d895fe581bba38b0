"""Every kind of document there is, in the order in which people are offered them."""

from typing import NamedTuple

from app.documents import (
    case_summary,
    chronology,
    closure_record,
    cover,
    custody_sheet,
    deletion_record,
    learner_card,
    outcome_note,
    parent_summary,
    police,
    removal_pack,
    review_record,
    social_care,
    staff_card,
    statutory_report,
    telephone_script,
    viewing_record,
    who_knows,
)
from app.documents.cast import reads_every_name
from app.documents.kind import Kind, Subject
from app.domain.case import Case
from app.domain.stages.document import DocumentIssued

KINDS: tuple[Kind, ...] = (
    social_care.KIND,
    police.KIND,
    telephone_script.KIND,
    review_record.KIND,
    parent_summary.KIND,
    learner_card.KIND,
    who_knows.KIND,
    staff_card.KIND,
    cover.KIND,
    case_summary.ONE_PAGE,
    case_summary.KIND,
    chronology.KIND,
    viewing_record.KIND,
    custody_sheet.KIND,
    deletion_record.KIND,
    removal_pack.KIND,
    statutory_report.KIND,
    outcome_note.KIND,
    closure_record.KIND,
)


class Offer(NamedTuple):
    """A document that makes sense for a case now: its kind, and what it is about."""

    kind: Kind
    subject: Subject

    @property
    def disguises(self) -> bool:
        """Whether there may be people its reader must not be able to tell."""
        return not reads_every_name(self.kind.audience, self.subject.about)


def kind_named(key: str) -> Kind:
    """Give the kind with this key. Raises KeyError when there is none."""
    return {kind.key: kind for kind in KINDS}[key]


def offers_for(case: Case) -> tuple[Offer, ...]:
    """Give every document that makes sense for a case as it stands."""
    return tuple(Offer(kind, subject) for kind in KINDS for subject in kind.subjects(case))


def offer_of(case: Case, key: str, *refs: str | None) -> Offer:
    """Give the offer of one kind that is about these ids (person, reader, entry).

    Raises LookupError when the case has no such document.
    """
    kind = kind_named(key)
    asked = (*refs, None, None, None)[:3]
    for subject in kind.subjects(case):
        if subject.refs == asked:
            return Offer(kind, subject)
    raise LookupError(f"no {key} about {asked}")


def offer_again(case: Case, document: DocumentIssued) -> Offer:
    """Give the offer an issued document was made from, for the same reader and subject."""
    return offer_of(case, document.key, document.child, document.reader, document.referral)
