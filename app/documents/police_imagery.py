"""The letter to the police: what is said of imagery, where it is believed to be, and what is kept.

Imagery itself is never in it. What it shows is not described beyond its kind.
"""

from collections.abc import Iterator

from app.documents.case_words import NOT_APPLICABLE, NOT_KNOWN, CaseWords
from app.documents.content import Part, Section
from app.documents.police_words import PoliceWords
from app.documents.rows import Row, asked
from app.documents.spreading import in_words, spread_of
from app.documents.text import Quiet, Strong, Words
from app.documents.whole_map import WholeMap
from app.domain.answers import YesNoUnknown
from app.domain.case import Case
from app.domain.containment import containment
from app.domain.custody import devices_held
from app.domain.holds import holds_on, raised_on, who_lifts
from app.domain.item import Item
from app.domain.moments import write_time
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.copies import CopyChanged
from app.domain.stages.deletion import DeletionConfirmed, HoldLifted
from app.domain.stages.device import DeviceInstruction, DeviceMoved, DeviceTaken
from app.domain.stages.extortion import DemandsRecorded
from app.domain.stages.requests import RemovalRequested
from app.domain.stages.viewing import StaffAsked, ViewingAsked, ViewingRecorded
from app.domain.viewing import viewing
from app.domain.wording import lower

WHERE = "Where imagery is believed to be"
NOTHING = "No imagery is attached, held or reproduced by this college."
NOT_ATTACHED = "No imagery is attached to this letter or reproduced in it."
_NO_ANSWER = (NOT_KNOWN, NOT_APPLICABLE)


def imagery(words: PoliceWords) -> Iterator[Row]:
    """Say what kind it is, what the college has of it, who has seen it, and whether it is kept."""
    labels = {"imagery": "Kind of imagery", "scope": "Kind of incident"}
    yield from asked(words, words.newest(ConcernReceived), labels)
    yield "Imagery", tuple(_held(words.case))
    yield "Viewing by staff", (viewing(words.case).label, *_seen(words))
    yield "Deletion", tuple(_hold(words))
    despite = tuple(_despite(words))
    if despite:
        yield "Done all the same", despite


def _held(case: Case) -> Iterator[Words]:
    """Say truthfully whether the college has any: a sealed device may hold some."""
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
    for item in words.each(ViewingAsked):
        for row in words.rows(item, "staff", StaffAsked):
            if row.seen is YesNoUnknown.YES:
                yield f"{row.who.name}, {row.who.role}: {row.how}"
    for item in words.each(ViewingRecorded):
        copied = words.answer(item, "copied").lower()
        advice = words.answer(item, "copied_advice")
        more = "" if advice in _NO_ANSWER else f"; advice of the police: {advice}"
        yield (
            Quiet(f"Entry {item.sealed.seq}, {words.answer(item, 'began_at')}: "),
            f"{words.answer(item, 'viewed_by')}. {words.answer(item, 'ground')}. ",
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
    for item in words.each(HoldLifted):
        by = f"{words.answer(item, 'agreed_by')}, {words.answer(item, 'agreed_at')}"
        yield (Quiet(f"Agreed by {by}: "), words.answer(item, "agreed_what"))
    if not holds and not raised_on(case):
        yield Quiet("No hold stands.")


def _despite(words: PoliceWords) -> Iterator[Words]:
    for item in words.each(CopyChanged, DeletionConfirmed, RemovalRequested):
        said = words.answer(item, "despite")
        if said not in _NO_ANSWER:
            yield (Quiet(f"{write_time(item.sealed.happened or item.sealed.recorded)}: "), said)


def where(words: PoliceWords, letter: str) -> Part:
    """Draw where copies are believed to be, in the names the reader may see."""
    if not words.case.copies:
        return Section(letter, WHERE, (("Copies", (NOT_KNOWN,)),))
    intro = in_words(containment(words.case))
    return WholeMap(letter, WHERE, (intro,), spread_of(words.case, words.hide.over))


def evidence(words: PoliceWords) -> Iterator[Row]:
    """Say what is kept, by whom, and through whose hands each device has passed."""
    kept = [words.answer(item, "kept") for item in words.each(DemandsRecorded)]
    kept = [said for said in (words.answer(words.opened, "kept"), *kept) if said != NOT_KNOWN]
    yield "Kept, and by whom", tuple(kept) or (NOT_KNOWN,)
    devices = words.each(DeviceTaken)
    for item in devices:
        yield "Device", tuple(custody(words, item))
    if not devices:
        yield "Devices", (Quiet("None has been in the college’s custody."),)


def custody(words: CaseWords, item: Item) -> Iterator[Words]:
    """Say what a device is, how it was received, and every hand it has passed through since."""

    def said(name: str) -> str:
        return words.answer(item, name)

    owner = said("owner")
    yield (Strong(said("device")), "" if owner in _NO_ANSWER else f", of {owner}")
    held = item.form in devices_held(words.case)
    yield "In the college’s custody now." if held else "No longer in the college’s custody."
    state = f"{said('running').lower()}, {said('locked').lower()}"
    yield (
        Quiet(f"{said('taken_at')}: "),
        f"from {said('handed_by')} to {said('received_by')} ({said('power').lower()}). ",
        f"{state.capitalize()}. Seal {said('seal')}. {said('storage')}.",
    )
    if said("instruction_what") not in _NO_ANSWER:
        yield f"The police said: {said('instruction_what')}"
    for step in words.each(DeviceInstruction, DeviceMoved):
        if getattr(step.form, "device", "") == item.root:
            yield _step(words, step)


def _step(words: CaseWords, item: Item) -> Words:
    if isinstance(item.form, DeviceInstruction):
        lead = f"{words.answer(item, 'given_at')}, {words.answer(item, 'officer')}: "
        return (Quiet(lead), words.answer(item, "said"))
    told = ["movement", "went_to", "officer", "receipt"]
    answers = (words.answer(item, name) for name in told)
    known = ", ".join(answer for answer in answers if answer not in _NO_ANSWER)
    whole = words.answer(item, "seal_whole").lower()
    by = words.answer(item, "moved_by")
    return (Quiet(f"{words.answer(item, 'moved_at')}: "), f"{known}; by {by}; seal whole: {whole}")


def removal(words: PoliceWords) -> Iterator[Row]:
    """Give each request for removal, so that nothing the police need is taken away unseen."""
    items = words.each(RemovalRequested)
    for item in items:
        request = words.case.requests[item.root]
        place = words.answer(item, "where_it_is")
        agreed = words.answer(item, "police_agreed")
        parts = (
            f"{words.answer(item, 'route')}, {words.answer(item, 'sent_at')}",
            f"reference {request.reference}" if request.reference else "no reference",
            request.state.label.lower(),
        )
        lines: list[Words] = ["; ".join(parts)]
        if place not in _NO_ANSWER:
            lines.append((Quiet("Where it is, as told: "), place))
        if agreed not in _NO_ANSWER:
            lines.append((Quiet("Agreed to by: "), agreed))
        yield words.answer(item, "service_name"), tuple(lines)
    if not items:
        yield "Requests", (Quiet("None sent."),)
