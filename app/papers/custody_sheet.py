"""The custody sheet of a device: every handover, with room to sign, and a receipt.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), devices; Further and Higher Education Act
1992, sections 85AA to 85AC; SI 2012/1925, regulation 4, on what goes to a constable.
"""

from collections.abc import Iterator
from datetime import datetime

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms.device import DeviceInstruction, DeviceMoved, DeviceTaken, Movement
from app.domain.kit.moments import write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import write_staff
from app.domain.rules.holds import to_hand_over
from app.papers.case_words import CaseWords
from app.papers.kind import PaperKind, Subject, entry_of, one_for_each
from app.papers.rows import Labels, asked
from app.typesetting.content import Content, Issue, Part, Section, Table
from app.typesetting.signing import Handover, Handovers, Slip
from app.typesetting.text import Quiet, Strong, Words

TITLE = "Custody sheet"
READER = "The Designated Safeguarding Lead"
HANDED_ON = "Whoever gives the device back, or hands it on, signs for it."
TO_A_CONSTABLE = (
    "A search found it, and imagery of somebody under 18 is or may be on it. It goes to a "
    "constable as soon as can be, and to nobody else unless the police agree."
)
BY_HAND = 3
"""How many empty rows there are for handovers written by hand."""
_AWAY = (Movement.POLICE, Movement.RETURNED)
_DEVICE: Labels = {
    DeviceTaken.device: "Device",
    DeviceTaken.owner: "Whose it is",
    DeviceTaken.power: "By what right",
    DeviceTaken.imagery: "Imagery of under-18s on it",
    DeviceTaken.why: "Reason for keeping it",
}
_RECEIVED: Labels = {
    DeviceTaken.taken_at: "When",
    DeviceTaken.handed_by: "Handed over by",
    DeviceTaken.received_by: "Received by",
    DeviceTaken.seal: "Seal or bag number",
    DeviceTaken.storage: "Where it is kept",
    DeviceTaken.receipt: "Receipt given to",
}
_STATE = (DeviceTaken.running, DeviceTaken.locked, DeviceTaken.state)
_OFFICER = (DeviceInstruction.officer, DeviceInstruction.reference)
_MOVED = (("When", 78.0), ("What happened", 0.3), ("Where to, who by", 0.36), ("Seal", 0.34))


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return everything recorded of one device, with room to sign each handover."""
    entry = entry_of(case, subject)
    assert isinstance(entry.form, DeviceTaken)
    words = CaseWords(case, Audience.DSL)
    moves = _of_it(case, entry, DeviceMoved)
    gone = [move for move in moves if _form(move).movement in _AWAY]
    return Content(
        issue=issue,
        kind=f"{TITLE}, case {case.number}",
        title=f"{TITLE} of a device",
        under=f"Case {case.number} · seal {entry.form.seal}",
        recipient=READER,
        callout=tuple(_callout(case, entry, gone)),
        parts=tuple(_parts(words, entry, moves)),
    )


def _callout(case: Case, entry: Entry, gone: list[Entry]) -> Iterator[Words]:
    if gone:
        last = _form(gone[-1])
        yield (Strong(f"{last.movement.label}."), f" {write_time(last.moved_at)}, {last.went_to}.")
    else:
        yield (Strong("In custody."), f" {_taken(entry).storage}.")
    if entry in (one.entry for one in to_hand_over(case)):
        yield (Strong("For the police."), f" {TO_A_CONSTABLE}")
    yield "Nobody opens it, unlocks it or photographs its screen. Do with it what the police say."


def _parts(words: CaseWords, entry: Entry, moves: list[Entry]) -> Iterator[Part]:
    device = _section(words, entry, "The device", _DEVICE)
    found = (("Found in", (words.answer(entry, DeviceTaken.found_in),)),)
    yield Section("", device.heading, (*device.rows, *(found if _taken(entry).found_in else ())))
    received = _section(words, entry, "How it was received", _RECEIVED)
    how = [words.answer(entry, question) for question in _STATE]
    state = " · ".join(said for said in how if not isinstance(said, Quiet))
    yield Section("", received.heading, (*received.rows, ("On or off, locked, state", (state,))))
    told = tuple(_instructions(words, entry))
    yield Section("", "What the police said", told or (("Instruction", (NONE_YET,)),))
    if moves:
        yield Table("Every movement", _MOVED, tuple(_row(words, move) for move in moves))
    yield Handovers(
        "Signatures, with day and time",
        ("Handover", "Given by", "Received by"),
        tuple(_handovers(entry, moves)),
    )
    if words.case.people.get(_taken(entry).owner or ""):
        yield _receipt(words, entry, [move for move in moves if _form(move).movement in _AWAY])


NONE_YET = Quiet("None yet")


def _section(words: CaseWords, entry: Entry, heading: str, labels: Labels) -> Section:
    return Section("", heading, tuple(asked(words, entry, labels)))


def _instructions(words: CaseWords, entry: Entry) -> Iterator[tuple[str, tuple[Words, ...]]]:
    if _taken(entry).instruction_what:
        yield (
            write_time(_taken(entry).taken_at),
            (words.answer(entry, DeviceTaken.instruction_what),),
        )
    for one in _of_it(words.case, entry, DeviceInstruction):
        given = words.answer(one, DeviceInstruction.given_at)
        who = ", ".join(
            said
            for said in (words.answer(one, question) for question in _OFFICER)
            if not isinstance(said, Quiet)
        )
        done = (Quiet("Done: "), words.answer(one, DeviceInstruction.done))
        yield given, (words.answer(one, DeviceInstruction.said), done, who)


def _row(words: CaseWords, move: Entry) -> tuple[tuple[Words, ...], ...]:
    form = _form(move)
    happened: list[Words] = [Strong(form.movement.label), words.answer(move, DeviceMoved.why)]
    where: list[Words] = [words.answer(move, DeviceMoved.went_to)]
    if form.officer:
        where.append(words.answer(move, DeviceMoved.officer))
    where.append(Quiet(f"By {write_staff(form.moved_by)}"))
    seal: list[Words] = [f"Unbroken: {words.answer(move, DeviceMoved.seal_whole).lower()}"]
    if form.new_seal:
        seal.append(f"New: {words.answer(move, DeviceMoved.new_seal)}")
    if form.receipt:
        seal.append(Quiet(f"Receipt: {words.answer(move, DeviceMoved.receipt)}"))
    return (write_time(form.moved_at),), tuple(happened), tuple(where), tuple(seal)


def _handovers(entry: Entry, moves: list[Entry]) -> Iterator[Handover]:
    taken = _taken(entry)
    came: tuple[Words, ...] = ("Taken into custody", Quiet(write_time(taken.taken_at)))
    yield Handover(came, taken.handed_by, write_staff(taken.received_by))
    for form in map(_form, moves):
        if form.movement is not Movement.CHECKED:
            what: tuple[Words, ...] = (form.movement.label, Quiet(write_time(form.moved_at)))
            yield Handover(what, write_staff(form.moved_by), form.receipt or "")
    if not any(_form(move).movement in _AWAY for move in moves):
        for _ in range(BY_HAND):
            yield Handover((Quiet("What, where, seal"),))


def _receipt(words: CaseWords, entry: Entry, gone: list[Entry]) -> Slip:
    """Return the receipt. It does not say why, as somebody may find it in a pocket.

    If the device has left, the receipt says when and how.
    """
    taken = _taken(entry)
    owner = words.case.names[taken.owner or ""]
    return Slip(
        "Receipt for a device",
        (
            (Strong(taken.device), f", of {owner}, received on {write_time(taken.taken_at)}."),
            f"It was sealed that day as {taken.seal} and locked away. Nobody looks through it.",
            f"{_left(gone) or HANDED_ON} Keep this paper.",
        ),
        signed=(
            ("Received for the college", (("Signature", ""), ("Name and role", _by(taken)))),
            ("Handed over by", (("Signature", ""), ("Date and time", ""))),
        ),
    )


def _left(gone: list[Entry]) -> str:
    if not gone:
        return ""
    last = _form(gone[-1])
    return f"{last.movement.label} on {write_time(last.moved_at)}."


def _by(taken: DeviceTaken) -> str:
    return write_staff(taken.received_by)


def _of_it(case: Case, entry: Entry, form: type[DeviceMoved | DeviceInstruction]) -> list[Entry]:
    """Return the entries of a form about the same device, in the order of what happened."""
    found = [
        one for one in case.current if isinstance(one.form, form) and one.form.device == entry.root
    ]
    return sorted(found, key=_when)


def _when(entry: Entry) -> datetime:
    happened = entry.sealed.happened
    return happened.at if happened else entry.sealed.recorded


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
    title=f"{TITLE} and receipt",
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.IMAGERY,
    subjects=one_for_each(DeviceTaken, _called),
    content=content,
)
