"""The deletion record: who decided, who lifted a hold, and what the learner confirmed.

It stays in the college. What a learner may sign is a paper of theirs (`deletion_told`).

Source: the college's guidance, "Viewing the imagery"; UKCIS "Sharing nudes and semi-nudes" (March
2024), deletion of images.
"""

from collections.abc import Iterator, Sequence

from app.domain.case.case import Case
from app.domain.case.copies import Copy
from app.domain.case.entry import Entry
from app.domain.forms.close import Resurfaced
from app.domain.forms.copies import ENDS, CopyState
from app.domain.forms.deletion import (
    CopyPlace,
    Deletion,
    DeletionConfirmed,
    DeletionDecided,
    Hold,
    HoldLifted,
)
from app.domain.kit.moments import Moment, write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lower
from app.domain.rules.holds import holds_on, who_lifts, why_held
from app.papers.case_words import CaseWords, as_sentence
from app.papers.kind import PaperKind, Subject, entry_of
from app.papers.rows import Labels, Row, asked, happened, with_answers
from app.typesetting.content import (
    Content,
    Issue,
    Lines,
    Part,
    Section,
    Signatures,
    Table,
    WritingLines,
)
from app.typesetting.text import Quiet, Strong, Words
from app.typesetting.writing import AnswerSpace, AnswerSpaces

TITLE = "Deletion decision and confirmation"
DECISION = "Deletion decision"
READER = "The Designated Safeguarding Lead"
WHERE = "Where they deleted it"
_DECIDED: Labels = {
    DeletionDecided.learner: "Which learner",
    DeletionDecided.what: "Which copies",
    DeletionDecided.why: "Reason",
    DeletionDecided.removal: "Removal online, before",
}
_CONFIRMED: Labels = {
    DeletionConfirmed.places: WHERE,
    DeletionConfirmed.words: "In their words",
    DeletionConfirmed.left: "What is left, and what follows",
    DeletionConfirmed.explained: "What was explained",
    DeletionConfirmed.despite: "Deleted while a hold stood",
    DeletionConfirmed.despite_told: "Who was told of that",
}
_WHO = (HoldLifted.agreeing, HoldLifted.agreed_by)
_LIFTED = (("Hold", 0.24), ("Whose word", 0.36), ("What was agreed", 0.4))


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return one decision on deletion, the holds before it, and what was confirmed later."""
    entry = entry_of(case, subject)
    form = _decided(entry)
    words = CaseWords(case, Audience.DSL)
    done = [one for one in case.current if _confirms(one, entry)]
    return Content(
        issue=issue,
        kind=f"Deletion record, case {case.number}",
        title=TITLE if done else DECISION,
        under=f"Case {case.number} · decided {write_time(form.decided_at)}",
        recipient=READER,
        callout=tuple(_callout(words, form, done)),
        parts=tuple(_parts(words, entry, done)),
    )


def _callout(words: CaseWords, form: DeletionDecided, done: list[Entry]) -> Iterator[Words]:
    by = f" By {write_day(form.delete_by)}." if form.delete_by else ""
    yield (Strong(f"{form.decision.label}."), by)
    if done:
        said = words.answer(done[-1], DeletionConfirmed.confirmed).lower()
        yield (Strong("They say that all of it is deleted:"), f" {said}. Nobody looked to check.")
        yield from _since(words, form, done[-1])
    elif form.decision is Deletion.LEARNER:
        yield "It has not been confirmed yet. The learner deletes and says so; nobody looks."


def _since(words: CaseWords, form: DeletionDecided, told: Entry) -> Iterator[Words]:
    """Yield what became known after they said so: that it was shared again, or a copy is there."""
    for later in words.each(Resurfaced):
        if later.at > told.at:
            when = write_time(happened(later))
            yield (Strong("Since then."), f" The college was told on {when}: it was shared again.")
    for copy in _theirs(words.case, form):
        if copy.state not in (*ENDS, CopyState.HELD) and copy.changed > told.at:
            stands = f"{lower(copy.state.label)}, {write_time(Moment(copy.changed))}"
            yield (Strong("Since then."), f" {words.case.names[copy.key]}: {stands}.")


def _theirs(case: Case, form: DeletionDecided) -> Iterator[Copy]:
    """Yield the copies that whoever was asked to delete has, or had, as the ledger has them."""
    for copy in case.copies.values():
        if copy.there and form.learner and copy.row.person == form.learner:
            yield copy


def _ledger(words: CaseWords, form: DeletionDecided) -> Iterator[Part]:
    rows = tuple(
        (words.case.names[copy.key], (_stands(copy),)) for copy in _theirs(words.case, form)
    )
    if rows:
        yield Section("", "Their copies, as the record stands", rows)


def _stands(copy: Copy) -> Words:
    by = f", by the word of {copy.confirmed_by}" if copy.confirmed_by else ""
    how = f", {lower(copy.how.label)}" if copy.how and not by else ""
    return (Strong(copy.state.label), f", {write_time(Moment(copy.changed))}{by}{how}")


def _parts(words: CaseWords, entry: Entry, done: list[Entry]) -> Iterator[Part]:
    form = _decided(entry)
    decided = (
        *with_answers(asked(words, entry, _DECIDED)),
        _by(words, entry),
        *_stood(words, entry, done),
    )
    yield Section("", "The decision", decided)
    yield from _holds_lifted(words)
    for one in done:
        yield Section(
            "",
            "What was confirmed",
            (*_heard(words, one), *with_answers(asked(words, one, _CONFIRMED))),
        )
    if not done:
        yield from _ledger(words, form)
    if not done and form.decision is Deletion.LEARNER:
        places = tuple(place.label for place in CopyPlace)
        yield AnswerSpaces("To be confirmed", (AnswerSpace(WHERE, lines=0, boxes=places),))
        yield WritingLines("", ("In their words", "What is left", "Told whom, when"))
    yield Signatures(tuple(_signing(form, done)))
    if done:  # nobody signs for what others said of it
        yield from _ledger(words, form)


def _by(words: CaseWords, entry: Entry) -> Row:
    """Return who decided, and in which capacity if that is not their role."""
    by, as_ = (
        words.answer(entry, DeletionDecided.decided_by),
        words.answer(entry, DeletionDecided.authority),
    )
    own_role = isinstance(as_, Quiet) or as_ in by
    return "Decided by", (by if own_role else f"{by}; decides as {lower(as_)}",)


def _stood(words: CaseWords, entry: Entry, done: list[Entry]) -> Iterator[Row]:
    """Yield the holds at the decision and, until the deletion is confirmed, those of today."""
    case = words.case
    place = [one.sealed.id for one in case.entries].index(entry.root)
    stood, stand = holds_on(Case(case.entries[: place + 1], case.duty)), holds_on(case)
    if not done and stood == stand:
        none = (Quiet("No hold stood, and none stands"),)
        yield "Holds, then and today", tuple(_waiting(case, one) for one in stood) or none
        return
    yield "Holds then", tuple(_waiting(case, one) for one in stood) or (Quiet("No hold stood"),)
    if not done:
        today = tuple(_waiting(case, one) for one in stand)
        yield "Holds today", today or (Quiet("No hold stands"),)


def _holds_lifted(words: CaseWords) -> Iterator[Part]:
    lifted = words.each(HoldLifted)
    if lifted:
        yield Table("Holds, and whose word lifted them", _LIFTED, tuple(_lifted(words, lifted)))


def _heard(words: CaseWords, one: Entry) -> Iterator[Row]:
    """Yield whether all of it is deleted, whom the learner told, and when."""
    at, to = (
        words.answer(one, DeletionConfirmed.confirmed_at),
        words.answer(one, DeletionConfirmed.confirmed_to),
    )
    yield (
        "All of it is deleted",
        ((Strong(words.answer(one, DeletionConfirmed.confirmed)), f", told to {to}, {at}"),),
    )


def _waiting(case: Case, hold: Hold) -> str:
    return f"{why_held(case, hold)}: waits for the word of {who_lifts(hold)}"


def _lifted(words: CaseWords, lifted: Sequence[Entry]) -> Iterator[tuple[tuple[Words, ...], ...]]:
    for entry in lifted:
        who: list[Words] = [words.answer(entry, question) for question in _WHO]
        who.append(Quiet(words.answer(entry, HoldLifted.agreed_at)))
        reference = words.answer(entry, HoldLifted.reference)
        if not isinstance(reference, Quiet):
            who.append(Quiet(reference))
        agreed = (
            words.answer(entry, HoldLifted.agreed_what),
            Quiet(words.answer(entry, HoldLifted.why)),
        )
        assert isinstance(entry.form, HoldLifted)
        yield tuple(why_held(words.case, one) for one in entry.form.holds), tuple(who), agreed


def _signing(form: DeletionDecided, done: list[Entry]) -> Iterator[tuple[str, Lines]]:
    by = form.decided_by.name
    yield f"{by}: decided on {write_time(form.decided_at)}, for the reason given.", _lines(by)
    if form.decision is not Deletion.LEARNER:
        return
    told = done[-1].form if done else None
    to = told.confirmed_to.name if isinstance(told, DeletionConfirmed) else ""
    said = "the learner told me what stands here. I looked at nothing."
    yield f"{to}: {said}" if to else as_sentence(said), _lines(to)


def _lines(name: str) -> Lines:
    return (("Signature" if name else "Name and signature", ""), ("Date and time", ""))


def _confirms(one: Entry, entry: Entry) -> bool:
    return isinstance(one.form, DeletionConfirmed) and one.form.deletion == entry.root


def _decided(entry: Entry) -> DeletionDecided:
    assert isinstance(entry.form, DeletionDecided)
    return entry.form


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each decision to delete. A decision to keep copies has no deletion record."""
    return tuple(
        Subject(words=f"{form.decision.label}, {write_time(form.decided_at)}", entry=entry.root)
        for entry in case.current
        if isinstance(form := entry.form, DeletionDecided) and form.decision is not Deletion.KEEP
    )


KIND = PaperKind(
    key="deletion_record",
    title=TITLE,
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.IMAGERY,
    subjects=subjects,
    content=content,
)
