"""The custody sheet of a device: every handover, with room to sign. It stays in the college.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), devices; Further and Higher Education Act
1992, sections 85AA to 85AC; SI 2012/1925, regulation 4, on what goes to a constable.
"""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from app.domain.case.case import Case
from app.domain.case.custody import Gap, away, gaps, moves_of
from app.domain.case.entry import Entry
from app.domain.forms.bodies import POLICE_BODIES, BodyContact
from app.domain.forms.deletion import Agreeing, HoldLifted
from app.domain.forms.device import DeviceInstruction, DeviceMoved, DeviceTaken, Movement, Power
from app.domain.kit.moments import Moment, write_day, write_time
from app.domain.kit.record import Audience, EntryId
from app.domain.kit.stage import Stage
from app.domain.kit.wording import write_staff
from app.domain.rules.holds import to_hand_over
from app.papers.case_words import CaseWords
from app.papers.kind import PaperKind, Subject, entry_of, one_for_each
from app.papers.rows import Labels, asked, happened
from app.typesetting.content import Content, Issue, Part, Section, Table
from app.typesetting.signing import Handover, Handovers
from app.typesetting.text import Quiet, Strong, Words

TITLE = "Custody sheet"
READER = "The Designated Safeguarding Lead"
TO_A_CONSTABLE = (
    "A search found it. It goes to a constable as soon as can be, and to nobody else unless the "
    "police agree."
)
DESPITE = "Given back before the police had agreed:"
"""Leads to how a device came to be given back all the same, and who was told of that."""
BY_HAND = 3
"""How many empty rows there are for handovers written by hand."""
ON_RECEIPT = "signs the receipt"
"""What stands for the hand of whoever it belongs to: this sheet tells what others want and did."""
_DEVICE: Labels = {
    DeviceTaken.device: "Device",
    DeviceTaken.owner: "Whose it is",
    DeviceTaken.power: "By what right",
    DeviceTaken.imagery: "Imagery of under-18s, as told",
    DeviceTaken.why: "Reason for keeping it",
}
_RECEIVED: Labels = {
    DeviceTaken.taken_at: "When",
    DeviceTaken.handed_by: "Handed over by",
    DeviceTaken.received_by: "Received by",
    DeviceTaken.seal: "Seal or bag number",
    DeviceTaken.storage: "Where it was put",
    DeviceTaken.receipt: "Receipt given to",
}
_STATE = (DeviceTaken.running, DeviceTaken.locked, DeviceTaken.state)
_MOVED = (("When", 78.0), ("What happened", 0.3), ("Where to, who by", 0.36), ("Seal", 0.34))


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return everything recorded of one device, with room to sign each handover."""
    entry = entry_of(case, subject)
    assert isinstance(entry.form, DeviceTaken)
    words = CaseWords(case, Audience.DSL)
    moves = list(moves_of(case, entry.root))
    return Content(
        issue=issue,
        kind=f"{TITLE}, case {case.number}",
        title=f"{TITLE} of a device",
        under=f"Case {case.number} · seal {entry.form.seal}",
        recipient=READER,
        callout=tuple(_callout(words, entry)),
        parts=tuple(_parts(words, entry, moves)),
    )


def _callout(words: CaseWords, entry: Entry) -> Iterator[Words]:
    case = words.case
    gone = away(case, entry.root)
    if gone:
        left = _form(gone)
        yield (Strong(f"{left.movement.label}."), f" {write_time(left.moved_at)}, {left.went_to}.")
    else:
        theirs = _taken(entry).power is Power.POLICE and not moves_of(case, entry.root)
        lead = "Taken by the police." if theirs else "In custody."
        yield (Strong(lead), f" {_kept(entry, case)}.")
    if entry in (one.entry for one in to_hand_over(case)):
        yield (Strong("For the police."), f" {TO_A_CONSTABLE}")
    if said := police_words(words, entry):
        last = said[-1]
        by = f", {last.by}" if last.by else ""
        yield (Strong("The police said last."), f" {write_time(last.at)}{by}: {last.said}")
    if not gone:
        yield "Nobody opens it, unlocks it or photographs its screen."


def _kept(entry: Entry, case: Case) -> str:
    """Return where it was brought last."""
    moves = moves_of(case, entry.root)
    return _form(moves[-1]).went_to if moves else _taken(entry).storage


def _parts(words: CaseWords, entry: Entry, moves: list[Entry]) -> Iterator[Part]:
    device = _section(words, entry, "The device", _DEVICE)
    found = (("Found in", (words.answer(entry, DeviceTaken.found_in),)),)
    yield Section("", device.heading, (*device.rows, *(found if _taken(entry).found_in else ())))
    received = _section(words, entry, "How it was received", _RECEIVED)
    how = [words.answer(entry, question) for question in _STATE]
    state = " · ".join(said for said in how if not isinstance(said, Quiet))
    yield Section("", received.heading, (*received.rows, ("On or off, locked, state", (state,))))
    told = tuple(map(_told, police_words(words, entry)))
    yield Section("", "What the police said", told or (("Instruction", (NONE_YET,)),))
    passed = gaps(words.case, entry.root)
    if passed:
        yield Section("", "Not recorded: how it passed from hand to hand", tuple(map(_gap, passed)))
    if moves:
        yield Table("Every movement", _MOVED, tuple(_row(words, move) for move in moves))
    yield Handovers(
        "Signatures, with day and time",
        ("Handover", "Given by", "Received by"),
        tuple(_handovers(entry, moves, away(words.case, entry.root))),
    )


NONE_YET = Quiet("None yet")


def _section(words: CaseWords, entry: Entry, heading: str, labels: Labels) -> Section:
    rows = dict(asked(words, entry, labels))
    owner = labels.get(DeviceTaken.owner)
    if owner and _taken(entry).owner is None and _taken(entry).power is Power.COLLEGE_OWN:
        rows[owner] = ("The college’s own",)
    return Section("", heading, tuple(rows.items()))


class PoliceWord(msgspec.Struct, frozen=True):
    """What the police said that holds for a device: when, what, who, and what was done about it."""

    at: Moment
    said: str
    by: str = ""
    done: str = ""


def police_words(words: CaseWords, entry: Entry) -> tuple[PoliceWord, ...]:
    """Return what the police said since a device was received, the last word at the end.

    What they asked by telephone, and what they agreed to, holds for it too.
    """
    since = (one for one in words.case.current if one.at >= entry.at)
    said = (word for one in since for word in _word(words, entry, one))
    return tuple(sorted(said, key=_when))


def _when(word: PoliceWord) -> datetime:
    return word.at.at


def _word(words: CaseWords, entry: Entry, one: Entry) -> Iterator[PoliceWord]:
    def said(*questions: object) -> str:
        told = (words.told_of(one, question) for question in questions)
        return ", ".join(answer.answer for answer in told if answer)

    at, what, by, done = happened(one), "", "", ""
    match one.form:
        case DeviceTaken() if one is entry:
            what = said(DeviceTaken.instruction_what)
        case DeviceInstruction(device=entry.root):
            what, done = said(DeviceInstruction.said), said(DeviceInstruction.done)
            by = said(DeviceInstruction.officer, DeviceInstruction.reference)
        case BodyContact(referral=referral) if referral in _to_police(words.case):
            asked_for = (said(BodyContact.instructions), _to_keep(words, one))
            what, by = " ".join(filter(None, asked_for)), said(BodyContact.spoke_to)
        case HoldLifted(agreeing=Agreeing.POLICE) if not _told_in(words, one):
            what, by = said(HoldLifted.agreed_what), said(HoldLifted.agreed_by)
    if what:
        yield PoliceWord(at, what, by, done)


def _to_keep(words: CaseWords, one: Entry) -> str:
    """Return what they asked in a contact that nobody deletes, "" for nothing."""
    rows = words.rows(one, BodyContact.keep)
    kept = [f"{row.what}, until {write_day(row.until)}" if row.until else row.what for row in rows]
    return f"Not to be deleted: {'; '.join(kept)}." if kept else ""


def _told_in(words: CaseWords, agreement: Entry) -> bool:
    """Return whether the contact in which they agreed says it already."""
    assert isinstance(agreement.form, HoldLifted)
    contact = agreement.form.contact
    return any(one.root == contact and one.at == agreement.at for one in words.case.current)


def _to_police(case: Case) -> set[EntryId]:
    return {one.id for one in case.body_referrals if one.opened.body in POLICE_BODIES}


def _told(word: PoliceWord) -> tuple[str, tuple[Words, ...]]:
    done = ((Quiet("Done: "), word.done),) if word.done else ()
    return write_time(word.at), (word.said, *done, *((word.by,) if word.by else ()))


def _gap(gap: Gap) -> tuple[str, tuple[Words, ...]]:
    """Return a row on hands that the record does not join, to be asked about."""
    between = f"{write_time(Moment(gap.before.at))} to {write_time(Moment(gap.after.at))}"
    passed = f"From {gap.before.written} to {gap.after.written}."
    return between, (passed, Quiet("Ask both, and record it in a further entry."))


def _row(words: CaseWords, move: Entry) -> tuple[tuple[Words, ...], ...]:
    form = _form(move)
    happened: list[Words] = [Strong(form.movement.label), words.answer(move, DeviceMoved.why)]
    if form.despite:
        happened.append((Quiet(f"{DESPITE} "), words.answer(move, DeviceMoved.despite)))
    where: list[Words] = [words.answer(move, DeviceMoved.went_to)]
    if form.officer:
        where.append(words.answer(move, DeviceMoved.officer))
    where.append(Quiet(f"By {write_staff(form.moved_by)}"))
    if form.came_by:
        where.append(Quiet(f"How it came to them: {words.answer(move, DeviceMoved.came_by)}"))
    seal: list[Words] = [f"Unbroken: {words.answer(move, DeviceMoved.seal_whole).lower()}"]
    if form.new_seal:
        seal.append(f"New: {words.answer(move, DeviceMoved.new_seal)}")
    if form.receipt:
        seal.append(Quiet(f"Receipt: {words.answer(move, DeviceMoved.receipt)}"))
    return (write_time(form.moved_at),), tuple(happened), tuple(where), tuple(seal)


def _handovers(entry: Entry, moves: list[Entry], gone: Entry | None) -> Iterator[Handover]:
    taken = _taken(entry)
    came: tuple[Words, ...] = ("Taken into custody", Quiet(write_time(taken.taken_at)))
    theirs = taken.owner and taken.power is not Power.FHEA  # what is found, staff hand over
    handed_by = f"{taken.handed_by}: {ON_RECEIPT}" if theirs else taken.handed_by
    yield Handover(came, handed_by, write_staff(taken.received_by))
    for form in map(_form, moves):
        if form.movement is not Movement.CHECKED:
            what: tuple[Words, ...] = (form.movement.label, Quiet(write_time(form.moved_at)))
            back = taken.owner and form.movement is Movement.RETURNED
            took = f"{form.receipt or form.went_to}: {ON_RECEIPT}" if back else form.receipt or ""
            yield Handover(what, write_staff(form.moved_by), took)
    if not gone:
        for _ in range(BY_HAND):
            yield Handover((Quiet("What, where, seal"),))


def _form(entry: Entry) -> DeviceMoved:
    assert isinstance(entry.form, DeviceMoved)
    return entry.form


def _taken(entry: Entry) -> DeviceTaken:
    assert isinstance(entry.form, DeviceTaken)
    return entry.form


def _called(_case: Case, entry: Entry) -> str:
    return f"{_taken(entry).device}, seal {_taken(entry).seal}"


KIND = PaperKind(
    key="custody_sheet",
    title=TITLE,
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.IMAGERY,
    subjects=one_for_each(DeviceTaken, _called),
    content=content,
)
