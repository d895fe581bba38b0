"""Record an entry: check it, seal it, and read the case again."""

from collections.abc import Sequence
from datetime import datetime
from uuid import NAMESPACE_OID, uuid4, uuid5

import msgspec

from app.casework.session import Session
from app.casework.sources import with_standing
from app.casework.staff import staff_list
from app.domain.case.bodies import source_of
from app.domain.case.case import Case, fold_case
from app.domain.forms.any_time import HoldsAsked, WhichHolds, WhyCorrected
from app.domain.gates import gate_problems
from app.domain.kit.answers import StaffMember
from app.domain.kit.checks import Problem, filled_in, problems
from app.domain.kit.form import Answers, Form, form_name
from app.domain.kit.moments import Moment, day_of
from app.domain.kit.record import CaseId, EntryId, NewEntry
from app.domain.kit.text import clean
from app.domain.rules.disagreements import Disagreement, disagreements
from app.domain.rules.staff import NO_LIST, StaffList


class Correction(msgspec.Struct, frozen=True):
    """The entry to correct, and what was wrong with it."""

    entry: EntryId
    why: str


def what_is_missing(
    form: type[Form],
    answers: Answers,
    now: datetime,
    case: Case | None = None,
    correction: Correction | None = None,
    *,
    author: StaffMember | None = None,
    staff: StaffList = NO_LIST,
    held: Answers | None = None,
) -> tuple[Problem, ...]:
    """Return what still stops a form from being sealed at `now` (UTC): checks, then gates.

    The gates ask `staff`, the college’s list, who has which role, and who is the same person. Where
    its answers disagree with what stands, `held` has to say which of them holds, and why.
    """
    found = problems(form, answers, now, corrected_since(case, correction))
    corrects = correction.entry if correction else None
    found += gate_problems(
        form, answers, case, author, staff=staff, corrects=corrects, today=day_of(now)
    )
    if case and disagreements(case, form, answers, now, corrects):
        found += problems(HoldsAsked, held or {}, now)
    if correction:
        found += problems(WhyCorrected, {"corrects_why": correction.why}, now)
    return with_standing(found)


def missing_now(
    session: Session,
    form: type[Form],
    answers: Answers,
    case: Case | None = None,
    correction: Correction | None = None,
    *,
    held: Answers | None = None,
) -> tuple[Problem, ...]:
    """Return what still stops the user from sealing a form now."""
    return what_is_missing(
        form,
        answers,
        session.now(),
        case,
        correction,
        author=session.as_staff,
        staff=staff_list(session),
        held=held,
    )


def corrected_since(case: Case | None, correction: Correction | None) -> datetime | None:
    """Return when the corrected entry was first recorded (UTC); None if nothing is corrected."""
    if case is None or correction is None:
        return None
    return case.entry(case.entry(correction.entry).root).sealed.recorded


def seal(
    session: Session,
    form: type[Form],
    answers: Answers,
    *,
    case: Case | None = None,
    correction: Correction | None = None,
    draft: str | None = None,
    entry: EntryId | None = None,
    held: Answers | None = None,
    also: Sequence[Answers] = (),
) -> Case:
    """Seal a form that has nothing missing, and return the case as it now is.

    Without a `case` a new one is opened. `draft` is deleted in the same transaction. `entry` is the
    id of the new entry: sealing twice under one id records it once. `held` says which answer holds
    where they disagree with what stands; it is sealed with them as an entry of its own. `also` are
    the answers of the same form for others, each an entry of its own: all of them, or none. Raises
    ValueError when something is missing; DiskFull, ReadOnly and the vault's other errors when it
    cannot be kept.
    """
    if missing_now(session, form, answers, case, correction, held=held) or any(
        missing_now(session, form, one, case) for one in also
    ):
        message = f"{form_name(form)} is not ready to be sealed"
        raise ValueError(message)
    unsealed = _unsealed(filled_in(form, answers), session, case, correction, entry=entry)
    more = [
        _unsealed(filled_in(form, one), session, case, entry=_id_after(unsealed.id, place))
        for place, one in enumerate(also, start=1)
    ]
    if case:
        corrects = correction.entry if correction else None
        found = disagreements(case, form, answers, session.now(), corrects)
        more += [_held(session, case, unsealed, one, held or {}) for one in found]
    return _append(session, [unsealed, *more], draft)


def _held(
    session: Session, case: Case, unsealed: NewEntry, found: Disagreement, held: Answers
) -> NewEntry:
    """Return the entry that says which of two answers holds. Its id follows from the other's."""
    root = case.entry(unsealed.corrects).root if unsealed.corrects else unsealed.id
    asked = filled_in(HoldsAsked, held)
    form = WhichHolds(
        said=found.sentence,
        holds=asked.holds,
        why=asked.why,
        fact=found.fact,
        sign=found.sign,
        this=root,
        earlier=found.earlier,
    )
    entry = str(uuid5(NAMESPACE_OID, f"{unsealed.id}:{found.sentence}"))
    return _unsealed(form, session, case, entry=entry)


def seal_own(session: Session, form: Form, case: Case) -> Case:
    """Seal an entry that the casebook itself writes, such as a document issued."""
    return _append(session, [_unsealed(form, session, case)], None)


def _id_after(first: EntryId, place: int) -> EntryId:
    """Return the id of an entry sealed along with the first, the same each time it is tried."""
    return str(uuid5(NAMESPACE_OID, f"{first}:{place}"))


def _unsealed(
    form: Form,
    session: Session,
    case: Case | None,
    correction: Correction | None = None,
    *,
    entry: EntryId | None = None,
) -> NewEntry:
    """Return the new entry to be sealed.

    The id of a new case follows from the entry's, so that sealing it again opens no second case.
    """
    made = entry or str(uuid4())
    return NewEntry(
        id=made,
        case=case.id if case else str(uuid5(NAMESPACE_OID, made)),
        form=form_name(type(form)),
        version=form.version,
        body=msgspec.Raw(msgspec.json.encode(form)),
        happened=_happened(form),
        audience=form.audience,
        source=source_of(form, case.body_referrals if case else ()),
        corrects=correction.entry if correction else None,
        corrects_why=clean(correction.why).strip() if correction else "",
        guidance=session.cards[form.stage].edition if form.stage in session.cards else "",
    )


def _append(session: Session, unsealed: Sequence[NewEntry], draft: str | None) -> Case:
    first, *_ = session.casebook.journal.append(unsealed, settles=draft)
    return read_case(session, first.case)


def _happened(form: Form) -> Moment | None:
    at = getattr(form, form.happened_in) if form.happened_in else None
    return at if isinstance(at, Moment) else None


def read_case(session: Session, case: CaseId) -> Case:
    """Read a case from its entries. This does not count as opening it; see reading.open_case."""
    return fold_case(session.casebook.journal.entries(case), session.clocks.duty)
