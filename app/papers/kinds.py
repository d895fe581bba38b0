"""Every kind of paper, in the order in which they are offered."""

from typing import NamedTuple

import msgspec

from app.disclosure.audience import paragraphs_for
from app.disclosure.disclosure import reads_every_name
from app.disclosure.disguise import brackets_in
from app.domain.case.case import Case, once_a_case
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.moments import day_of, write_day
from app.domain.kit.record import Audience, EntryId
from app.papers import (
    adult_care,
    apart_page,
    case_summary,
    chronology,
    closure_record,
    cover,
    custody_sheet,
    deletion_record,
    deletion_told,
    device_receipt,
    early_help,
    escalation,
    full_record,
    lado,
    learner_card,
    other_college,
    outcome_note,
    parent_call,
    parent_invitation,
    parent_summary,
    plan_to_keep,
    police,
    receipt,
    removal_pack,
    review_record,
    social_care,
    staff_card,
    statutory_report,
    support_page,
    telephone_script,
    viewing_record,
    who_knows,
)
from app.papers.case_words import on_paper
from app.papers.entry_words import EntryWords, entries_said
from app.papers.kind import PaperKind, Subject
from app.papers.other_children import before_signatures, with_others_named
from app.papers.sides import texts_of
from app.typesetting.content import Content, Issue, Prose, Section
from app.typesetting.text import Quiet

LETTERS: tuple[PaperKind, ...] = (
    social_care.KIND,
    escalation.KIND,
    police.KIND,
    lado.KIND,
    other_college.KIND,
    early_help.KIND,
    adult_care.KIND,
)
"""The letters to bodies outside, each about one referral or one escalation."""
KINDS: tuple[PaperKind, ...] = (
    *LETTERS,
    telephone_script.KIND,
    review_record.KIND,
    receipt.KIND,
    parent_call.KIND,
    parent_invitation.KIND,
    parent_summary.KIND,
    learner_card.KIND,
    support_page.KIND,
    plan_to_keep.KIND,
    apart_page.KIND,
    who_knows.KIND,
    staff_card.KIND,
    cover.KIND,
    case_summary.KIND,
    chronology.KIND,
    full_record.KIND,
    viewing_record.KIND,
    custody_sheet.KIND,
    device_receipt.KIND,
    deletion_record.KIND,
    deletion_told.KIND,
    removal_pack.KIND,
    statutory_report.KIND,
    outcome_note.KIND,
    closure_record.KIND,
)


BRACKETS = Quiet("In quoted words, square brackets stand where words were left out.")


class Offer(NamedTuple):
    """A paper that makes sense for a case now: its kind and its subject."""

    kind: PaperKind
    subject: Subject

    @property
    def disguises(self) -> bool:
        """Whether it may hide people from its reader."""
        return not reads_every_name(self.kind.audience, self.subject.about)

    @property
    def names_others(self) -> bool:
        """Whether it goes to an agency about one child, which may need others by name."""
        kind, subject = self
        return kind.audience is Audience.AGENCIES and bool(subject.person and subject.entry)


def content_of(offer: Offer, case: Case, issue: Issue) -> Content:
    """Return the content of a paper.

    A paper for the DSL about one entry on an older form ends with the entry as it was written. One
    whose quotations hold words in square brackets says once what these are.
    """
    content = offer.kind.content(case, offer.subject, issue)
    content = _brackets_told(_others_named(content, offer, case, issue))
    items = (item for item in case.current if item.root == offer.subject.entry)
    entry = next(items, None)
    if entry is None or not entry.renewed or offer.kind.audience is not Audience.DSL:
        return content
    said = entries_said(on_paper(case, paragraphs_for(case, Audience.DSL, as_written=True)))
    heading = f"As it was written, on the form of {write_day(day_of(entry.sealed.recorded))}"
    written = Section("", heading, tuple(EntryWords(entry, said.get(entry.root, [])).rows()))
    return msgspec.structs.replace(content, parts=(*content.parts, written))


def _brackets_told(content: Content) -> Content:
    if content.discreet or not any(map(brackets_in, texts_of(content))):
        return content
    return before_signatures(content, Prose("", (BRACKETS,)))


def _others_named(content: Content, offer: Offer, case: Case, issue: Issue) -> Content:
    subject = offer.subject
    if not offer.names_others or subject.person is None or subject.entry is None:
        return content
    return with_others_named(content, case, subject.person, subject.entry, day_of(issue.at))


def to_look_at(offer: Offer, case: Case, issue: Issue) -> tuple[str, ...]:
    """Return what to look at in the draft of a paper: its own, and whose direct line is missing."""
    kind, subject = offer
    own = kind.look_at(case, subject) if kind.look_at else ()
    if kind.ring is None or issue.college.line:
        return own
    who = kind.ring(case, subject) or issue.author
    number = issue.college.phone
    instead = f"the college’s number stands there, {number}" if number else "no number stands there"
    return (*own, f"Settings lists no direct line of {who.name}: {instead}.")


def kind_named(key: str) -> PaperKind:
    """Return the kind with this key. Raises KeyError when there is none."""
    return {kind.key: kind for kind in KINDS}[key]


@once_a_case
def offers_for(case: Case) -> tuple[Offer, ...]:
    """Return every paper that makes sense for a case now."""
    return tuple(Offer(kind, subject) for kind in KINDS for subject in kind.subjects(case))


def offer_of(case: Case, key: str, *refs: str | None) -> Offer:
    """Return the offer of one kind with these ids (person, reader, entry).

    Raises LookupError when the case has no such paper.
    """
    kind = kind_named(key)
    asked = (*refs, None, None, None)[:3]
    for subject in kind.subjects(case):
        if subject.refs == asked:
            return Offer(kind, subject)
    raise LookupError(f"no {key} about {asked}")


def letters_about(case: Case, entry: EntryId) -> tuple[Offer, ...]:
    """Return each letter about one referral, or about one escalation of a referral."""
    return tuple(
        Offer(kind, subject)
        for kind in LETTERS
        for subject in kind.subjects(case)
        if subject.entry == entry
    )


def offer_again(case: Case, document: DocumentIssued) -> Offer:
    """Return the offer of an issued paper, with the same reader and subject."""
    return offer_of(case, document.key, document.child, document.reader, document.referral)
