"""The letter to the police: what is kept as evidence, searches for devices, and their custody."""

from collections.abc import Iterator
from datetime import date

from app.domain.case.entry import Entry
from app.domain.case.imagery import devices_held
from app.domain.forms.bodies import BodyReferralOpened
from app.domain.forms.device import DeviceInstruction, DeviceMoved, DeviceSearched, DeviceTaken
from app.domain.forms.extortion import DemandsRecorded
from app.domain.kit.wording import lower
from app.domain.rules.holds import to_hand_over
from app.papers.agency_words import PoliceWords
from app.papers.case_words import ASK_COLLEGE
from app.papers.of_its_day import as_of
from app.papers.police_background import KEPT, background
from app.papers.rows import Labels, Row, also_runs, asked, with_answers
from app.typesetting.text import Quiet, Strong, Words, runs_of

ON_IT = "Imagery of somebody under 18 on it"


def evidence(words: PoliceWords, today: date) -> Iterator[Row]:
    """Yield what is kept, by whom, each search for a device, and every handover of each device."""
    kept = [words.told_of(words.opened, BodyReferralOpened.kept)]
    kept += [words.told_of(entry, DemandsRecorded.kept) for entry in words.each(DemandsRecorded)]
    known = tuple(as_of(told, today) for told in kept if told)
    yield "Kept, and by whom", known or (ASK_COLLEGE,)
    yield from background(words, KEPT, today)
    for entry in words.each(DeviceSearched):
        yield "Search", tuple(_search(words, entry))
    devices = words.each(DeviceTaken)
    for entry in devices:
        yield "Device", tuple(custody(words, entry))
    if not devices:
        yield "Devices", (Quiet("None is recorded as in the college’s custody"),)


def _search(words: PoliceWords, entry: Entry) -> Iterator[Words]:
    """Yield who was searched for a device, with what agreement or ground, and what was found."""
    yield (
        Quiet(f"{words.answer(entry, DeviceSearched.searched_at)}: "),
        words.listed(entry, DeviceSearched.learner, DeviceSearched.place),
    )
    labels: Labels = {
        DeviceSearched.searched: "Searched",
        DeviceSearched.consent: "They agreed",
        DeviceSearched.grounds: "Ground",
        DeviceSearched.searcher: "By",
        DeviceSearched.witness: "Other member of staff there",
        DeviceSearched.same_sex: "Searcher of the same sex",
        DeviceSearched.urgent_why: "Why it could not wait",
        DeviceSearched.found: "Found",
        DeviceSearched.imagery: f"{ON_IT}, by what was said",
        DeviceSearched.parents_told: "A parent or carer was told of it",
    }
    for label, (answer,) in with_answers(asked(words, entry, labels)):
        yield (Quiet(f"{label}: "), *runs_of(answer))


def custody(words: PoliceWords, entry: Entry) -> Iterator[Words]:
    """Yield what a device is, how it was received, and every handover since."""

    def said(question: object) -> str:
        return words.answer(entry, question)

    owner = said(DeviceTaken.owner)
    yield (Strong(said(DeviceTaken.device)), "" if isinstance(owner, Quiet) else f", of {owner}")
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
    if told := words.told_of(entry, DeviceTaken.instruction_what):
        yield (Quiet(f"{said(DeviceTaken.taken_at)}, the police had said: "), told.answer)
    for step in words.each(DeviceInstruction, DeviceMoved):
        form = step.form
        if isinstance(form, DeviceInstruction | DeviceMoved) and form.device == entry.root:
            yield _step(words, step)


def _found(words: PoliceWords, entry: Entry) -> Iterator[Words]:
    """Yield whether imagery of somebody under 18 is said to be on a device, and how it was found.

    Nobody at the college has looked: it is what was said.
    """
    if told := words.told_of(entry, DeviceTaken.imagery):
        yield (Quiet(f"{ON_IT}, by what was said: "), lower(told.answer))
    if entry in (one.entry for one in to_hand_over(words.case)):
        yield (
            Strong("For a constable to collect: "),
            "it was found in a search under the Further and Higher Education Act 1992.",
        )


_MOVED = (DeviceMoved.movement, DeviceMoved.went_to, DeviceMoved.officer, DeviceMoved.receipt)


def _step(words: PoliceWords, entry: Entry) -> Words:
    if isinstance(entry.form, DeviceInstruction):
        lead = words.listed(entry, DeviceInstruction.given_at, DeviceInstruction.officer)
        return (Quiet(f"{lead}: "), words.answer(entry, DeviceInstruction.said))
    answers = (words.answer(entry, question) for question in _MOVED)
    known = ", ".join(answer for answer in answers if not isinstance(answer, Quiet))
    whole = words.answer(entry, DeviceMoved.seal_whole).lower()
    by = words.answer(entry, DeviceMoved.moved_by)
    return (
        Quiet(f"{words.answer(entry, DeviceMoved.moved_at)}: "),
        f"{known}; by {by}; seal whole: {whole}.",
        *also_runs(words, entry, _MOVED_TOO),
    )


_MOVED_TOO: Labels = {
    DeviceMoved.came_by: "How it came to them",
    DeviceMoved.new_seal: "New seal, and why",
    DeviceMoved.despite: "How it came to be given back before the police had agreed",
}
