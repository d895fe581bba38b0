"""The gates before a case is closed, and before it is opened again."""

from collections.abc import Iterator

from app.domain.case.case import Case, State, decision_stands
from app.domain.case.entry import Entry
from app.domain.forms.any_time import SignsFound
from app.domain.forms.close import CaseClosed, CaseReopened, Resurfaced
from app.domain.forms.copies import CopiesFound
from app.domain.gates.asked import (
    KCSIE,
    REFERRAL,
    GateProblem,
    ToSeal,
    gate_problem,
    older,
    second_person,
)
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.form import Offered
from app.domain.kit.moments import Moment
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Sign
from app.domain.owed.table import in_words, left_at_closing, owed_in, somebody_to_tell

_LEDGER = Cited.STAFF_TALKING


def closed_once(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse to close a case that is closed."""
    if asked.case.state is State.CLOSED and not asked.correcting:
        yield gate_problem(
            CaseClosed.closed_at,
            "This case is closed already.",
            f"Add a note, correct the closing entry, or choose “{CaseReopened.title}”.",
            KCSIE,
        )


def signs_answered_at_closing(asked: ToSeal) -> Iterator[GateProblem]:
    """Require an answer to every sign, and a reason for what stays not known."""
    unanswered = _labels(asked.case, None)
    if unanswered:
        yield gate_problem(
            CaseClosed.signs_why,
            f"Not every sign has an answer: {unanswered}.",
            f"Record “{SignsFound.title}” first; “not known” is an answer too.",
            REFERRAL,
        )
    not_known = _labels(asked.case, YesNoUnknown.NOT_KNOWN)
    if not_known and not asked.words(CaseClosed.signs_why):
        yield gate_problem(
            CaseClosed.signs_why,
            f"Still not known: {not_known}.",
            "Write what was tried and why that is enough, or find out first.",
            REFERRAL,
        )


def _labels(case: Case, answer: YesNoUnknown | None) -> str:
    signs: list[Sign] = [sign for sign, state in case.signs.items() if state.answer is answer]
    return "; ".join(sign.label for sign in signs)


def decided_before_closing(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a decision that holds, and no referral called for but not made."""
    if somebody_to_tell(owed_in(asked.case)):
        yield gate_problem(
            CaseClosed.outcome,
            "A referral is called for and nobody outside has been told.",
            "Refer now, or record the decision not to, with a second person.",
            REFERRAL,
        )
    elif not decision_stands(asked.case):
        yield gate_problem(
            CaseClosed.outcome,
            "No decision stands: none was made, or a sign came up after it.",
            "Record the decision first.",
            REFERRAL,
        )


def nothing_left_open(asked: ToSeal) -> Iterator[GateProblem]:
    """Require that each clock, task, referral, device, copy and request is settled, or a reason."""
    left = in_words(asked.case, left_at_closing(asked.case))
    if left and not asked.words(CaseClosed.open_why):
        yield gate_problem(
            CaseClosed.open_why,
            f"Still open: {'; '.join(left)}.",
            "Settle each, or write here why the case can close all the same.",
            KCSIE,
        )


def copies_thought_of(asked: ToSeal) -> Iterator[GateProblem]:
    """Require words on why no copy was ever recorded."""
    if not asked.case.copies and not asked.words(CaseClosed.open_why):
        yield gate_problem(
            CaseClosed.open_why,
            "No copy was ever recorded. Is that right?",
            f"Record each under “{CopiesFound.title}”, or write here why there is none.",
            _LEDGER,
        )


def two_people_close(asked: ToSeal) -> Iterator[GateProblem]:
    """Require a second person who has read the case and agrees."""
    yield from second_person(
        asked,
        CaseClosed.countersigned_by,
        CaseClosed.countersigned_at,
        first=CaseClosed.closed_by,
        signed_at=CaseClosed.closed_at,
        source=Cited.UKCIS_RECORDING,
    )
    if newest := _newest_before(asked):
        read = Moment(newest.sealed.recorded)
        what = f"“{newest.form.title}” was added to the record"
        yield from older(asked, CaseClosed.countersigned_at, read, what, Cited.UKCIS_RECORDING)


def _newest_before(asked: ToSeal) -> Entry | None:
    """Return the newest entry that somebody made before the case is, or was, closed."""
    made = [entry for entry in asked.before() if entry.form.offer is not Offered.BY_ITSELF]
    return made[-1] if made else None


def reopened_when_closed(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse to open again a case that is not closed."""
    if asked.case.state is not State.CLOSED and not asked.correcting:
        yield gate_problem(
            CaseReopened.reopened_at,
            "This case is open.",
            f"Add what is new as a note, or as “{Resurfaced.title}” if it is about again.",
            KCSIE,
        )
