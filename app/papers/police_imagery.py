"""The letter to the police: the imagery in words, where it is believed to be, what is kept.

The letter never holds imagery. What it shows is told in the fewest words of whoever is pictured
(uk-guidance 3.5), and nobody looked to write them.
"""

from collections.abc import Iterator
from datetime import date

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.imagery import containment, devices_held
from app.domain.case.people import PersonInCase
from app.domain.case.requests import Request
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.copies import CopyChanged
from app.domain.forms.deletion import DeletionConfirmed, HoldLifted
from app.domain.forms.extortion import AiMadeImagery
from app.domain.forms.requests import RemovalReply, RemovalRequested
from app.domain.forms.viewing import ViewingRecorded
from app.domain.kit.answers import Role, YesNoUnknown
from app.domain.kit.moments import write_time
from app.domain.kit.wording import lower
from app.domain.rules.holds import holds_on, raised_on, who_lifts, why_held
from app.papers.agency_words import PoliceWords, known_and_open
from app.papers.case_words import CaseWords, Told, as_sentence
from app.papers.of_its_day import as_of
from app.papers.rows import Labels, Row, asked, happened, viewing_in_words
from app.papers.viewing_record import ground_of, seen_as_asked
from app.spread.of_case import containment_in_words, spread_of
from app.typesetting.content import Part, Section
from app.typesetting.spread_map import SpreadMap
from app.typesetting.text import Quiet, Strong, Words

WHERE = "Where imagery is believed to be"
NOTHING = "No imagery is attached, held or reproduced by this college."
NOT_ATTACHED = "No imagery is attached to this letter or reproduced in it."
_DESPITE = {
    DeletionConfirmed.despite: "Deleted by a learner",
    RemovalRequested.despite: "Removal asked for",
}
_AI_MADE: Labels = {
    AiMadeImagery.described: "Said to have been made",
    AiMadeImagery.lifelike: "Said to look like a photograph",
    AiMadeImagery.aware: "The learner shown knows of it",
    AiMadeImagery.origin: "Photograph behind it",
    AiMadeImagery.college_photo: "One of the college’s own photographs",
}


def imagery(words: PoliceWords, today: date) -> Iterator[Row]:
    """Yield the kind of imagery, what the college holds, who has seen it, and holds on deletion."""
    labels: Labels = {
        ConcernReceived.imagery: "Kind of imagery",
        ConcernReceived.scope: "Kind of incident",
    }
    yield from known_and_open(asked(words, words.newest(ConcernReceived), labels))
    shows = tuple(_shows(words))
    if shows:
        yield "What they say it shows", shows
    for entry in words.each(AiMadeImagery):
        yield from known_and_open(_ai_made(words, entry, today))
    yield "Imagery", tuple(_held(words.case))
    yield "Viewing by staff", (viewing_in_words(words.case), *_seen(words))
    yield "Deletion", tuple(_hold(words))
    agreed = tuple(_agreed(words))
    if agreed:
        yield "Removal agreed while held", agreed
    despite = tuple(_despite(words))
    if despite:
        yield "Done while held, and why", despite


def _shows(words: PoliceWords) -> Iterator[Words]:
    """Yield what each learner who is pictured says that it shows, with who and when.

    As long as none of them has said it, what the others say of it.
    """
    said = words.told(LearnerConversation.contains)
    own = [told for told in said if Role.PICTURED in _speaker(words, told).roles]
    for told in own or said:
        who, when = _speaker(words, told).person.name, write_time(happened(told.entry))
        yield (Quiet(f"{who}, {when}: "), told.answer)


def _speaker(words: PoliceWords, told: Told) -> PersonInCase:
    form = told.entry.form
    assert isinstance(form, LearnerConversation)
    return words.case.people[form.learner]


def _ai_made(words: PoliceWords, entry: Entry, today: date) -> Iterator[Row]:
    """Yield what is said of imagery made by a program; nobody has looked."""
    (described, *others) = asked(words, entry, _AI_MADE)
    told = words.told_of(entry, AiMadeImagery.described)
    yield described[0], (as_of(told, today),)
    yield from others


def _held(case: Case) -> Iterator[Words]:
    """Yield whether the college holds any imagery: a sealed device may hold some."""
    devices = len(devices_held(case))
    copied = {form.copied for form in case.all_of(ViewingRecorded)} - {YesNoUnknown.NO}
    if not devices and not copied:
        yield Strong(NOTHING)
        return
    yield Strong(NOT_ATTACHED)
    if devices:
        count = "A device" if devices == 1 else f"{devices} devices"
        yield f"{count} on which it may be: in the college’s custody, sealed."
    if YesNoUnknown.YES in copied:
        yield "When it was seen something was copied."
    elif copied:
        yield "Whether anything was copied when it was seen is not known."


def _seen(words: PoliceWords) -> Iterator[Words]:
    yield from seen_as_asked(words)
    for entry in words.each(ViewingRecorded):
        copied = words.answer(entry, ViewingRecorded.copied).lower()
        advice = words.told_of(entry, ViewingRecorded.copied_advice)
        more = f"; advice of the police: {advice.answer}" if advice else ""
        assert isinstance(entry.form, ViewingRecorded)
        yield (
            Quiet(f"{words.answer(entry, ViewingRecorded.began_at)}: "),
            f"{words.answer(entry, ViewingRecorded.viewed_by)}. {ground_of(entry.form)}. ",
            f"{words.listed(entry, ViewingRecorded.device, ViewingRecorded.place)}. ",
            f"{words.answer(entry, ViewingRecorded.why)} ",
            f"Anything copied, printed, sent or saved: {copied}{more}.",
        )


def _hold(words: PoliceWords) -> Iterator[Words]:
    case = words.case
    holds = holds_on(case)
    if holds:
        why = "; ".join(lower(why_held(case, hold)) for hold in holds)
        yield (
            Strong("Held."),
            f" Nobody is asked to delete anything until {who_lifts(*holds)} agree: {why}.",
        )
    for entry in words.each(HoldLifted):
        by = words.listed(entry, HoldLifted.agreed_by, HoldLifted.agreed_at)
        yield (Quiet(f"Agreed by {by}: "), words.answer(entry, HoldLifted.agreed_what))
    if not holds and not raised_on(case):
        yield Quiet("Nothing holds it")


def _agreed(words: PoliceWords) -> Iterator[Words]:
    """Yield for which requests for removal somebody agreed while a hold stood."""
    for entry in words.each(RemovalRequested):
        if told := words.told_of(entry, RemovalRequested.police_agreed):
            yield (Quiet(f"{words.answer(entry, RemovalRequested.service_name)}: "), told.answer)


def _despite(words: PoliceWords) -> Iterator[Words]:
    """Yield what was done while deletion was held: of a copy which it is, and what became of it."""
    for entry, said, *_ in words.told(CopyChanged.despite):
        copy = as_sentence(words.answer(entry, CopyChanged.copy))
        became = lower(words.answer(entry, CopyChanged.state))
        yield (Quiet(f"{copy}: {became}, {write_time(happened(entry))}: "), said)
    for question, what in _DESPITE.items():
        for entry, said, *_ in words.told(question):
            when = write_time(happened(entry))
            yield (Quiet(f"{what}, {when}: "), said)


def where(words: PoliceWords, letter: str) -> Part:
    """Return the map of where copies are believed to be, with the names the reader may see."""
    if not words.case.copies:
        return Section(letter, WHERE, (("Copies", (Quiet("None is recorded"),)),))
    intro = containment_in_words(containment(words.case))
    by = {
        told.entry.form.copy: told.answer
        for told in words.told(CopyChanged.confirmed_by)
        if isinstance(told.entry.form, CopyChanged)
    }
    return SpreadMap(letter, WHERE, (intro,), spread_of(words.case, words.hide.over, by))


def removal(words: PoliceWords) -> Iterator[Row]:
    """Yield each request for removal, so that the police know what may disappear."""
    items = words.each(RemovalRequested)
    for entry in items:
        place = words.told_of(entry, RemovalRequested.where_it_is)
        lines: list[Words] = [request_so_far(words, entry)]
        if place:
            lines.append((Quiet("Where it is, as told: "), place.answer))
        yield words.answer(entry, RemovalRequested.service_name), tuple(lines)
    if not items:
        yield "Requests", (Quiet("None is recorded"),)


def request_so_far(words: CaseWords, entry: Entry) -> str:
    """Return how a removal was asked for and when, and what came back, to follow the service."""
    request = words.case.requests[entry.root]
    route = words.answer(entry, RemovalRequested.route)
    sent = words.answer(entry, RemovalRequested.sent_at)
    by_name = route == words.answer(entry, RemovalRequested.service_name)
    return "; ".join(
        (
            sent if by_name else f"{route}, {sent}",
            f"reference {request.reference}" if request.reference else "no reference",
            ", ".join(filter(None, (request.state.label.lower(), request.answered_at))),
        )
    ) + _reason(words, request)


def _reason(words: CaseWords, request: Request) -> str:
    """Return the reason of the newest reply after a colon, "" if it gave none."""
    replies = (one for one in reversed(words.each(RemovalReply)) if _replies(one, request))
    newest = next(replies, None)
    why = words.told_of(newest, RemovalReply.why)
    return f": {why.answer}" if why else ""


def _replies(entry: Entry, request: Request) -> bool:
    return isinstance(entry.form, RemovalReply) and entry.form.request == request.id
