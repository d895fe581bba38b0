"""The letter to the police: the imagery in words, where it is believed to be, what is kept.

The letter never holds imagery, and describes only its kind.
"""

from collections.abc import Iterator

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.imagery import containment, devices_held, viewing
from app.domain.forms.bodies import BodyReferralOpened
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.copies import CopyChanged
from app.domain.forms.deletion import DeletionConfirmed, HoldLifted
from app.domain.forms.device import DeviceInstruction, DeviceMoved, DeviceTaken
from app.domain.forms.extortion import DemandsRecorded
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.viewing import ViewingAsked, ViewingRecorded
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import write_time
from app.domain.kit.wording import lower
from app.domain.rules.holds import holds_on, raised_on, to_hand_over, who_lifts
from app.papers.agency_words import PoliceWords
from app.papers.case_words import NOT_APPLICABLE, NOT_KNOWN, CaseWords
from app.papers.rows import Labels, Row, asked
from app.spread.of_case import containment_in_words, spread_of
from app.typesetting.content import Part, Section
from app.typesetting.spread_map import SpreadMap
from app.typesetting.text import Quiet, Strong, Words

WHERE = "Where imagery is believed to be"
NOTHING = "No imagery is attached, held or reproduced by this college."
NOT_ATTACHED = "No imagery is attached to this letter or reproduced in it."
_DESPITE = (CopyChanged.despite, DeletionConfirmed.despite, RemovalRequested.despite)
_NO_ANSWER = (NOT_KNOWN, NOT_APPLICABLE)


def imagery(words: PoliceWords) -> Iterator[Row]:
    """Yield the kind of imagery, what the college holds, who has seen it, and holds on deletion."""
    labels: Labels = {
        ConcernReceived.imagery: "Kind of imagery",
        ConcernReceived.scope: "Kind of incident",
    }
    yield from asked(words, words.newest(ConcernReceived), labels)
    yield "Imagery", tuple(_held(words.case))
    yield "Viewing by staff", (viewing(words.case).label, *_seen(words))
    yield "Deletion", tuple(_hold(words))
    despite = tuple(_despite(words))
    if despite:
        yield "Done all the same", despite


def _held(case: Case) -> Iterator[Words]:
    """Yield whether the college holds any imagery: a sealed device may hold some."""
    devices = len(devices_held(case))
    made = [form.copied for form in case.all_of(ViewingRecorded)]
    copied = any(answer is not YesNoUnknown.NO for answer in made)
    if not devices and not copied:
        yield Strong(NOTHING)
        return
    yield Strong(NOT_ATTACHED)
    if devices:
        count = "A device" if devices == 1 else f"{devices} devices"
        yield f"{count} on which it may be: in the college’s custody, sealed, as written below."
    if copied:
        yield "When it was seen something was copied, or that is not known: see viewing by staff."


def _seen(words: PoliceWords) -> Iterator[Words]:
    for entry in words.each(ViewingAsked):
        for row in words.rows(entry, ViewingAsked.staff):
            if row.seen is YesNoUnknown.YES:
                yield f"{row.who.name}, {row.who.role}: {row.how}"
    for entry in words.each(ViewingRecorded):
        copied = words.answer(entry, ViewingRecorded.copied).lower()
        advice = words.answer(entry, ViewingRecorded.copied_advice)
        more = "" if advice in _NO_ANSWER else f"; advice of the police: {advice}"
        who, ground = ViewingRecorded.viewed_by, ViewingRecorded.ground
        yield (
            Quiet(f"Entry {entry.sealed.seq}, {words.answer(entry, ViewingRecorded.began_at)}: "),
            f"{words.answer(entry, who)}. {words.answer(entry, ground)}. ",
            f"Copied, printed, sent or saved: {copied}{more}.",
        )


def _hold(words: PoliceWords) -> Iterator[Words]:
    case = words.case
    holds = holds_on(case)
    if holds:
        why = "; ".join(lower(hold.label) for hold in holds)
        yield (
            Strong("Held."),
            f" Nobody is asked to delete anything until {who_lifts(*holds)} agree: {why}.",
        )
    for entry in words.each(HoldLifted):
        by = words.listed(entry, HoldLifted.agreed_by, HoldLifted.agreed_at)
        yield (Quiet(f"Agreed by {by}: "), words.answer(entry, HoldLifted.agreed_what))
    if not holds and not raised_on(case):
        yield Quiet("No hold stands.")


def _despite(words: PoliceWords) -> Iterator[Words]:
    told = {one.entry.root: one.answer for question in _DESPITE for one in words.told(question)}
    for entry in words.each(CopyChanged, DeletionConfirmed, RemovalRequested):
        if said := told.get(entry.root):
            yield (Quiet(f"{write_time(entry.sealed.happened or entry.sealed.recorded)}: "), said)


def where(words: PoliceWords, letter: str) -> Part:
    """Return the map of where copies are believed to be, with the names the reader may see."""
    if not words.case.copies:
        return Section(letter, WHERE, (("Copies", (NOT_KNOWN,)),))
    intro = containment_in_words(containment(words.case))
    return SpreadMap(letter, WHERE, (intro,), spread_of(words.case, words.hide.over))


def evidence(words: PoliceWords) -> Iterator[Row]:
    """Yield what is kept, by whom, and every handover of each device."""
    kept = [words.answer(entry, DemandsRecorded.kept) for entry in words.each(DemandsRecorded)]
    kept = [
        said
        for said in (words.answer(words.opened, BodyReferralOpened.kept), *kept)
        if said != NOT_KNOWN
    ]
    yield "Kept, and by whom", tuple(kept) or (NOT_KNOWN,)
    devices = words.each(DeviceTaken)
    for entry in devices:
        yield "Device", tuple(custody(words, entry))
    if not devices:
        yield "Devices", (Quiet("None has been in the college’s custody."),)


def custody(words: CaseWords, entry: Entry) -> Iterator[Words]:
    """Yield what a device is, how it was received, and every handover since."""

    def said(question: object) -> str:
        return words.answer(entry, question)

    owner = said(DeviceTaken.owner)
    yield (Strong(said(DeviceTaken.device)), "" if owner in _NO_ANSWER else f", of {owner}")
    held = entry in devices_held(words.case)
    yield "In the college’s custody now." if held else "No longer in the college’s custody."
    came = f"from {said(DeviceTaken.handed_by)} to {said(DeviceTaken.received_by)}"
    state = f"{said(DeviceTaken.running).lower()}, {said(DeviceTaken.locked).lower()}"
    yield from _found(words, entry)
    yield (
        Quiet(f"{said(DeviceTaken.taken_at)}: "),
        f"{came} ({said(DeviceTaken.power).lower()}). ",
        f"{state.capitalize()}. Seal {said(DeviceTaken.seal)}. {said(DeviceTaken.storage)}.",
    )
    if said(DeviceTaken.instruction_what) not in _NO_ANSWER:
        yield f"The police said: {said(DeviceTaken.instruction_what)}"
    for step in words.each(DeviceInstruction, DeviceMoved):
        form = step.form
        if isinstance(form, DeviceInstruction | DeviceMoved) and form.device == entry.root:
            yield _step(words, step)


def _found(words: CaseWords, entry: Entry) -> Iterator[Words]:
    """Yield whether imagery of somebody under 18 is said to be on a device, and how it was found.

    Nobody at the college has looked: it is what was said.
    """
    on_it = words.answer(entry, DeviceTaken.imagery)
    if on_it != NOT_APPLICABLE:
        yield (Quiet("Imagery of somebody under 18 is, or may be, on it: "), lower(on_it))
    if entry in (one.entry for one in to_hand_over(words.case)):
        yield (
            Strong("For a constable to collect: "),
            "it was found in a search under the Further and Higher Education Act 1992.",
        )


_MOVED = (DeviceMoved.movement, DeviceMoved.went_to, DeviceMoved.officer, DeviceMoved.receipt)


def _step(words: CaseWords, entry: Entry) -> Words:
    if isinstance(entry.form, DeviceInstruction):
        lead = words.listed(entry, DeviceInstruction.given_at, DeviceInstruction.officer)
        return (Quiet(f"{lead}: "), words.answer(entry, DeviceInstruction.said))
    answers = (words.answer(entry, question) for question in _MOVED)
    known = ", ".join(answer for answer in answers if answer not in _NO_ANSWER)
    whole = words.answer(entry, DeviceMoved.seal_whole).lower()
    by = words.answer(entry, DeviceMoved.moved_by)
    return (
        Quiet(f"{words.answer(entry, DeviceMoved.moved_at)}: "),
        f"{known}; by {by}; seal whole: {whole}",
    )


def removal(words: PoliceWords) -> Iterator[Row]:
    """Yield each request for removal, so that the police know what may disappear."""
    items = words.each(RemovalRequested)
    for entry in items:
        request = words.case.requests[entry.root]
        place = words.answer(entry, RemovalRequested.where_it_is)
        agreed = words.answer(entry, RemovalRequested.police_agreed)
        parts = (
            words.listed(entry, RemovalRequested.route, RemovalRequested.sent_at),
            f"reference {request.reference}" if request.reference else "no reference",
            request.state.label.lower(),
        )
        lines: list[Words] = ["; ".join(parts)]
        if place not in _NO_ANSWER:
            lines.append((Quiet("Where it is, as told: "), place))
        if agreed not in _NO_ANSWER:
            lines.append((Quiet("Agreed to by: "), agreed))
        yield words.answer(entry, RemovalRequested.service_name), tuple(lines)
    if not items:
        yield "Requests", (Quiet("None sent."),)
