"""Documents of a case: what can be made, its draft, its issue, and an issued one once more."""

import hashlib
from collections.abc import Iterable
from itertools import zip_longest

import msgspec

from app.casework.beside import known_beside
from app.casework.not_issued import NoMailbox, Overtaken, ReasonNeeded
from app.casework.recording import seal, seal_own
from app.casework.session import Session
from app.casework.staff import staff_list
from app.casework.supplement import read_supplement, supplement_for, write_supplement
from app.disclosure.disclosure import reads_every_name
from app.disclosure.leak import Leak, refuse_leaks
from app.disclosure.strangers import Known
from app.domain.case.case import Case, documents_of, fold_case
from app.domain.case.entry import Entry
from app.domain.forms.sharing import (
    DocumentIssued,
    HowItIsNow,
    LeakReleased,
    LetterMeant,
    OthersLetStand,
)
from app.domain.kit.answers import StaffMember
from app.domain.kit.form import Answers, name_of
from app.domain.kit.moments import day_of, moment
from app.domain.kit.record import EntryId
from app.domain.rules.told_before import ToldBefore, told_before
from app.papers.case_words import ASK_COLLEGE
from app.papers.kinds import Offer, content_of, letters_about, offer_again
from app.papers.of_its_day import Stale
from app.papers.withheld import against_reaching
from app.typesetting.content import Content, Issue
from app.typesetting.document import Document, render_document
from app.typesetting.page import Sender
from app.vault.events import Action

TEAM = "Safeguarding Team"


class SectionReadiness(msgspec.Struct, frozen=True):
    """One section of a letter, with the labels of what is not recorded yet."""

    letter: str
    heading: str
    open: tuple[str, ...]


class PreparedPaper(msgspec.Struct, frozen=True):
    """A paper's content, frozen with its case, to be rendered in a worker thread.

    `digest` is the SHA-256 it was issued with, if it was issued. `beside` is what it may name
    beside the people of its case; None for one that was issued, of which nobody is asked again.
    """

    content: Content
    offer: Offer
    case: Case
    digest: str = ""
    beside: Known | None = None


class IssuedPaper(msgspec.Struct, frozen=True):
    """A paper that has been issued, and the case with the entry on it."""

    case: Case
    document: Document


class ReissuedPaper(msgspec.Struct, frozen=True):
    """An issued paper rendered once more; `same` if it equals the issued one, byte for byte."""

    pdf: bytes
    same: bool


def letter_of(case: Case, referral: EntryId) -> Offer:
    """Return the letter of a referral, or of its escalation. Raises LookupError without one."""
    found = letters_about(case, referral)
    if not found:
        message = f"no letter about {referral}"
        raise LookupError(message)
    return found[0]


def readiness(session: Session, case: Case, referral: EntryId) -> tuple[SectionReadiness, ...]:
    """Return, section by section, what the letter of a referral does not know yet."""
    content = prepare(session, case, letter_of(case, referral)).content
    return tuple(
        SectionReadiness(
            section.letter,
            section.heading,
            tuple(label for label, answer in section.rows if ASK_COLLEGE in answer),
        )
        for section in content.sections
    )


def prepare(
    session: Session,
    case: Case,
    offer: Offer,
    replaces: str = "",
    *,
    meant: LetterMeant | None = None,
    draft: bool = True,
) -> PreparedPaper:
    """Prepare what a paper says today. `replaces` is the number of an older paper.

    `meant` is what it is to what its reader was told on an earlier day: without it, what is likely.
    """
    content = _content(session, case, offer, replaces, meant, draft=draft)
    beside = None if draft else known_beside(session, case, content.issue)
    return PreparedPaper(content, offer, case, beside=beside)


def told_of_before(session: Session, case: Case, offer: Offer) -> ToldBefore | None:
    """Return what the reader of a paper was told on an earlier day, if the paper says what it is.

    None if there is nothing to ask about.
    """
    kind, subject = offer
    if not kind.says_what_it_is or subject.entry is None:
        return None
    told = told_before(case, subject.entry, day_of(session.now()))
    return told if told and told.asked else None


def prepare_anew(session: Session, case: Case, number: str) -> PreparedPaper:
    """Prepare as a draft what an issued paper would say today, to replace that paper.

    Raises KeyError when no paper has this number.
    """
    return prepare(session, case, offer_again(case, _issued(case, number)), number)


def render(prepared: PreparedPaper) -> Document:
    """Render the PDF of a prepared paper. Reads no casebook: meant for a worker thread.

    A draft stays on the screen of its user. The finished pages of any other paper are read again:
    raises LeakFound when they reveal somebody else.
    """
    made = render_document(prepared.content)
    if made.content.issued:
        _refuse_leaks(made.pdf, prepared)
    return made


def issue(
    session: Session, case: Case, offer: Offer, why: str = "", replaces: str = ""
) -> IssuedPaper:
    """Issue a paper in one step. Raises LeakFound, and then nothing is issued or numbered."""
    prepared = prepare(session, case, offer, replaces, draft=False)
    return seal_issued(session, prepared, render(prepared), why)


def seal_issued(
    session: Session, prepared: PreparedPaper, made: Document, why: str = ""
) -> IssuedPaper:
    """Seal the entry that a paper was issued, with the SHA-256 of exactly these bytes.

    Raises Overtaken when the record has grown since it was prepared, NoMailbox where its answer has
    nowhere to go, ReasonNeeded without `why` where nobody is to reach its reader, and the vault's
    errors.
    """
    said, case = made.content, prepared.case
    kind, subject = prepared.offer
    if kind.mailbox and not said.issue.college.mailbox:
        raise NoMailbox(NoMailbox.sentence)
    if said.issue.record_head != _head(session, case):
        raise Overtaken(Overtaken.sentence)
    if against_reaching(case, prepared.offer, said.issue.at) and not why.strip():
        raise ReasonNeeded(ReasonNeeded.sentence)
    entry = DocumentIssued(
        issued_at=moment(said.issue.at),
        number=said.issue.number,
        key=kind.key,
        kind=said.kind,
        recipient=said.recipient,
        readers=kind.audience,
        child=subject.person,
        reader=subject.reader,
        referral=subject.entry,
        meant=said.issue.meant,
        why=why or said.title,
        replaces=said.issue.replaces or None,
        edition=said.issue.edition or None,
        pages=str(made.pages),
        words=made.words,
        digest=hashlib.sha256(made.pdf).hexdigest(),
        record_head=said.issue.record_head,
        sender=write_sender(said.issue.college),
        beside=write_supplement(said.issue.supplement),
    )
    after = seal_own(session, entry, case)
    session.casebook.events.note(Action.DOCUMENT_ISSUED, case.id, {"number": entry.number})
    return IssuedPaper(after, made)


def waive(
    session: Session, case: Case, offer: Offer, leak: Leak, why: str, *, draft: str | None = None
) -> Case:
    """Seal why words found in a paper may be in it, for its reader alone.

    `draft` is the id of the draft of the reason. Raises ValueError without a reason, and the
    vault's errors.
    """
    answers = released(offer, leak, why)
    return seal(session, LeakReleased, answers, case=case, draft=draft, entry=draft)


def let_others_stand(
    session: Session, case: Case, answers: Answers, *, draft: str | None = None
) -> Case:
    """Seal who is meant by what nobody has registered, and why it may stand, for one reader.

    `answers` are as `others_found` returns them, completed. `draft` is the id of their draft.
    Raises ValueError when one is missing, and the vault's errors.
    """
    return seal(session, OthersLetStand, answers, case=case, draft=draft, entry=draft)


def others_found(offer: Offer, found: Iterable[str]) -> Answers:
    """Return the answers that say what was found in a paper of nobody who is registered."""
    return {
        name_of(OthersLetStand.document): offer.kind.title,
        name_of(OthersLetStand.readers): offer.kind.audience,
        name_of(OthersLetStand.reader): offer.subject.about,
        name_of(OthersLetStand.found): "\n".join(dict.fromkeys(found)),
    }


def said_now(session: Session, stale: Stale, now: str) -> Answers:
    """Return the answers that say how something is now which a paper tells as it was."""
    of, question = stale.of
    return {
        name_of(HowItIsNow.of): of,
        name_of(HowItIsNow.question): question,
        name_of(HowItIsNow.before): stale.words,
        name_of(HowItIsNow.at): moment(session.now()),
        name_of(HowItIsNow.now): now or None,
    }


def released(offer: Offer, leak: Leak, why: str) -> Answers:
    """Return the answers that release one finding in a paper."""
    return {
        name_of(LeakReleased.document): offer.kind.title,
        name_of(LeakReleased.readers): offer.kind.checked_as,
        name_of(LeakReleased.reader): offer.subject.about,
        name_of(LeakReleased.found): leak.found,
        name_of(LeakReleased.around): leak.around,
        name_of(LeakReleased.why): why or None,
    }


def prepare_again(session: Session, case: Case, number: str) -> PreparedPaper:
    """Prepare what an issued paper said, from the record at that time. KeyError if unknown."""
    item = _item(case, number)
    entry = _issued(case, number)
    before = fold_case([one.sealed for one in case.entries[: case.entries.index(item)]], case.duty)
    offer = offer_again(before, entry)
    author = item.sealed.author
    circumstances = Issue(
        college=read_sender(entry.sender) or college_of(session),
        number=number,
        at=entry.issued_at.at,
        record_head=entry.record_head,
        author=StaffMember(author.name, author.role),
        edition=entry.edition or "",
        replaces=entry.replaces or "",
        meant=entry.meant,
        supplement=read_supplement(entry.beside),
    )
    content = content_of(offer, before, circumstances)
    return PreparedPaper(content, offer, before, entry.digest)


def render_again(prepared: PreparedPaper) -> ReissuedPaper:
    """Render the PDF of a paper as it was issued. Reads no casebook: meant for a worker thread.

    The leak check has never read a result that is not the same. Raises LeakFound when that reveals
    somebody else.
    """
    pdf = render_document(prepared.content).pdf
    same = hashlib.sha256(pdf).hexdigest() == prepared.digest
    if not same:
        _refuse_leaks(pdf, prepared)
    return ReissuedPaper(pdf, same)


def college_of(session: Session) -> Sender:
    """Return the sender of every paper, as set up for this casebook."""
    kept = session.casebook.settings.all()
    return Sender(
        name=kept.get("college", ""),
        team=TEAM,
        address=kept.get("address", ""),
        phone=kept.get("telephone", ""),
        mailbox=kept.get("mailbox", ""),
    )


def write_sender(college: Sender) -> str:
    """Write a sender as lines, one for each part, even an empty one."""
    parts = (getattr(college, name) for name in Sender.__struct_fields__)
    return "\n".join(" ".join(part.split()) for part in parts).rstrip("\n")


def read_sender(written: str | None) -> Sender | None:
    """Read a sender as `write_sender` wrote it; None for a paper issued before it was kept."""
    if written is None:
        return None
    return Sender(**dict(zip_longest(Sender.__struct_fields__, written.split("\n"), fillvalue="")))


def _content(
    session: Session,
    case: Case,
    offer: Offer,
    replaces: str,
    meant: LetterMeant | None,
    *,
    draft: bool,
) -> Content:
    told = told_of_before(session, case, offer)
    card = session.cards.get(offer.kind.stage)
    circumstances = Issue(
        college=msgspec.structs.replace(college_of(session), line=_line(session, case, offer)),
        number=f"{case.number}-D{len(documents_of(case)) + 1}",
        at=moment(session.now()).at,
        record_head=_head(session, case),
        author=session.as_staff,
        edition=card.edition if card else "",
        replaces=replaces,
        meant=meant or (told.meant if told else None),
        draft=draft,
        supplement=supplement_for(session, case, offer),
    )
    return content_of(offer, case, circumstances)


def _line(session: Session, case: Case, offer: Offer) -> str:
    """Return the direct line of whom the reader of a paper rings, as listed today."""
    ring = offer.kind.ring
    who = ring(case, offer.subject) or session.as_staff if ring else None
    return staff_list(session).line_of(who, day_of(session.now())) if who else ""


def _head(session: Session, case: Case) -> str:
    return session.casebook.journal.head(case.id).hash.hex()


def _refuse_leaks(pdf: bytes, prepared: PreparedPaper) -> None:
    offer, case = prepared.offer, prepared.case
    audience, about = offer.kind.checked_as, offer.subject.about
    if not reads_every_name(audience, about):
        refuse_leaks(pdf, case, audience, about, offer.subject.entry, beside=prepared.beside)


def _item(case: Case, number: str) -> Entry:
    for entry in case.entries:
        if isinstance(entry.form, DocumentIssued) and entry.form.number == number:
            return entry
    raise KeyError(number)


def _issued(case: Case, number: str) -> DocumentIssued:
    form = _item(case, number).form
    assert isinstance(form, DocumentIssued)
    return form
