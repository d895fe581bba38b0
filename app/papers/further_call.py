"""What a further call has besides: who of them was heard last, what is new, and what not to say."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

from app.domain.case.entry import Entry
from app.domain.case.people import CHILDREN
from app.domain.case.reviews import people_named
from app.domain.forms.any_time import SignsFound
from app.domain.forms.bodies import BodyContact, Way
from app.domain.forms.close import Resurfaced
from app.domain.forms.device import DeviceMoved, DeviceTaken
from app.domain.forms.extortion import DemandsRecorded
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.parents import ParentContact
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.social_care import ReferralCall, ReferralReply, ReferralSent
from app.domain.forms.support import SupportPlan, SupportReview
from app.domain.kit.answers import PersonRef, YesNoUnknown
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Form
from app.domain.kit.in_short import ENDS, QUESTION, first_sentence, in_words_of
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.wording import with_and
from app.domain.rules.held_back import held_back
from app.domain.rules.implied import bodies_told
from app.domain.rules.knowledge import card_for
from app.papers.agency_words import PoliceWords
from app.papers.case_words import StepWords
from app.papers.rows import Row, as_it_happened, happened, on_day
from app.typesetting.text import Quiet, Strong, Words, runs_of, visible

YOU_SAID = "You said"
NEW_SINCE = "New since then"
NOT_TO_SAY = "Do not say."
AT_LEAST = 1
"""How many of the newest are said, however long the call is."""
_NEWS: Mapping[type[Form], str] = {
    Resurfaced: "it was shared again: {account}",
    DemandsRecorded: "demands on {learner}: {happened}",
    SignsFound: SignsFound.in_short,
    RiskAssessed: "the risk: {risk}",
    DeviceTaken: "{device} taken into custody",
    DeviceMoved: "{device}: {movement}",
    BodyOutcome: "{referral}: {answer}",
    ReferralReply: "{referral}: {reply}",
    ParentContact: "{parent} {reached?heard from us|was not reached}",
    SupportPlan: "a plan of support for {child}",
    SupportReview: "{child}: {how_is}",
}
"""What whoever was told before asks about, in few words: what happened since, and who did what."""
_WHOM: Mapping[type[Form], object] = {
    ReferralCall: ReferralCall.spoke_to,
    ReferralReply: ReferralReply.answered_by,
    BodyContact: BodyContact.spoke_to,
    BodyOutcome: BodyOutcome.told_by,
}


def heard_from(words: StepWords) -> tuple[Row, ...]:
    """Return who of them spoke or wrote to the college last, for whom a caller asks first."""
    steps = [entry for form in _WHOM for entry in words.steps(form)]
    for entry in reversed(as_it_happened(steps)):
        if told := words.told_of(entry, _WHOM[type(entry.form)]):
            return (("Last heard from", (f"{told.answer}, {on_day(entry)}",)),)
    return ()


def they_said(words: StepWords) -> tuple[Row, ...]:
    """Return what they said last on the telephone or in person, with its day."""
    for entry in reversed(words.steps(BodyContact) or words.steps(ReferralCall)):
        form = entry.form
        assert isinstance(form, BodyContact | ReferralCall)
        online = isinstance(form, BodyContact) and form.way is Way.ONLINE
        said = BodyContact.said if isinstance(form, BodyContact) else ReferralCall.advice
        told = words.told_of(entry, said)
        if told and form.reached is YesNoUnknown.YES and not online:
            return ((YOU_SAID, ((Quiet(f"{write_time(happened(entry))}: "), told.answer),)),)
    return ()


def length(rows: Iterable[Row]) -> int:
    """Return how many words are said in these rows."""
    said = (run for _, lines in rows for words in lines for run in runs_of(words))
    return sum(len(visible(str(run)).split()) for run in said)


def in_fewer_words(rows: Iterable[Row], labels: Collection[str]) -> Iterator[Row]:
    """Yield rows, of those with these labels the first sentence alone of what was typed."""
    for label, lines in rows:
        yield label, tuple(map(_first, lines)) if label in labels else lines


def _first(words: Words) -> Words:
    *lead, said = runs_of(words)
    sentence = first_sentence(said)
    return (*lead, sentence if sentence.endswith(ENDS) else f"{sentence}.")


def new_since(words: StepWords, about: PersonRef | None, room: int) -> Iterator[Row]:
    """Yield in a line each what was recorded of this child, or of all, since they last heard.

    The police are told of everybody; whoever else is told of one hears of nobody else. It is the
    newest, as far as there is `room` for so many words: the letter has the rest.
    """
    last = _last_heard(words)
    steps = {entry.root for entry in words.steps(Form)}
    new = [
        entry
        for entry in words.each(*_NEWS)
        if last and happened(entry).at > last and entry.root not in steps
        if _is_theirs(words, entry, about) and _is_read(words, entry)
    ]
    lines: list[Words] = []
    for entry in reversed(as_it_happened(new)):
        pattern = _NEWS[type(entry.form)]
        said = words.hide.over(in_words_of(pattern, entry.form, words.case.names))
        line = (Quiet(f"{write_day(day_of(happened(entry)))}: "), said)
        room -= length([("", (line,))])
        if len(lines) >= AT_LEAST and room < 0:
            break
        lines.append(line)
    if lines:
        yield NEW_SINCE, tuple(dict.fromkeys(reversed(lines)))


def _last_heard(words: StepWords) -> datetime | None:
    """Return when they were reached last, or answered (UTC)."""
    heard = [
        happened(entry).at
        for entry in words.steps(Form)
        if isinstance(entry.form, ReferralSent | ReferralReply | BodyOutcome)
        or (
            isinstance(entry.form, BodyContact | ReferralCall)
            and entry.form.reached is YesNoUnknown.YES
        )
    ]
    return max(heard, default=None)


def _is_theirs(words: StepWords, entry: Entry, about: PersonRef | None) -> bool:
    if isinstance(words, PoliceWords):
        return True
    named = set(people_named(type(entry.form), answers_of(entry.form)))
    return bool(about) and about in named


def _is_read(words: StepWords, entry: Entry) -> bool:
    """Return whether a reader outside may read every answer that the line of an entry tells."""
    readable = {one.name for one in words.paragraphs if one.root == entry.root}
    given = {name for name, answer in answers_of(entry.form).items() if answer}
    asked = QUESTION.finditer(_NEWS[type(entry.form)])
    told = {name for one in asked for name in one["names"].split("|")}
    return told & given <= readable


def not_to_say(words: StepWords, at: datetime) -> Iterator[Words]:
    """Yield what whoever is rung must not be told at an instant (UTC): of whom, and of what.

    Why is for the DSL to read: whoever rings needs only to know what.
    """
    assert words.opened
    case = words.case
    children = [known.person for known in case.people.values() if known.person.kind in CHILDREN]
    named = [one.name for one in children if not words.hide.called(one.id)]
    if named != [one.name for one in children]:
        but = f" but {with_and(named)}" if named else ""
        yield (Strong(NOT_TO_SAY), f" The name of any learner{but}, or what points to another.")
    for held in held_back(card_for(case, bodies_told(case)[words.opened.root], at)):
        yield (Strong(NOT_TO_SAY), f" {held.what}.")
