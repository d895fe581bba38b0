"""The letter to the police: the report, the reporter, what happened, and what is asked."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime

from app.domain.case.entry import Entry
from app.domain.case.imagery import AT_LARGE, containment, devices_held
from app.domain.case.signs import SignState
from app.domain.forms.bodies import (
    POLICE_BODIES,
    AskedOfBody,
    BodyContact,
    OtherBody,
    Way,
)
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.copies import CopyState
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import Agreeing, Hold, HoldLifted
from app.domain.forms.extortion import AiMadeImagery, DemandsRecorded
from app.domain.forms.referral_background import ReferralBackground
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.form import Form
from app.domain.kit.moments import day_of, write_time
from app.domain.kit.stage import Sign
from app.domain.kit.wording import ended, lower
from app.domain.rules.holds import holds_on, to_hand_over, who_lifts
from app.domain.rules.instructions import in_force
from app.papers.agency_words import PoliceWords
from app.papers.body_answer import answer_of, how_far_by_number, is_awaited
from app.papers.case_words import ASK_COLLEGE, as_sentence, readable_body_referrals
from app.papers.of_its_day import as_of
from app.papers.police_background import HAPPENED, background
from app.papers.rows import (
    TELLING,
    Labels,
    Row,
    as_it_happened,
    closed_since,
    happened,
    on_day,
    referrer,
    retold,
    sign_in_words,
    source,
)
from app.typesetting.page import Sender
from app.typesetting.text import Quiet, Strong, Words


def report_section(words: PoliceWords, at: datetime) -> Iterator[Row]:
    """Yield how it was reported, why, and what the police have said by this instant (UTC)."""
    reached = next((at for at, entry in enumerate(words.contacts, 1) if _reached(entry)), None)
    report, since = words.contacts[:reached], words.contacts[reached:] if reached else ()
    calls = tuple(_contact(words, entry) for entry in report)
    yield "Reported", calls or (Quiet("By this letter, and not before."),)
    ceop = words.referral.opened.body is OtherBody.CEOP
    yield "Adviser" if ceop else "Officer", (_spoken_to(words) or Quiet("Nobody is named yet"),)
    numbers = "Your reference" if ceop else "Log, crime numbers"
    yield numbers, (", ".join(words.referral.numbers) or Quiet("None given yet"),)
    if since:
        yield "In touch since", tuple(_why(words, entry) for entry in since)
    also = tuple(told_too(words, POLICE_BODIES))
    if also:
        yield "Also reported to", also
    yield "Signs that call for referral", tuple(_signs(words))
    yield "The college’s decision", tuple(_decision(words, day_of(at)))
    said = tuple(line for entry in words.contacts for line in _said(words, entry))
    yield "You said", said or (Quiet("Nothing yet"),)
    contacts = {entry.root for entry in words.contacts}
    holding = tuple(one.sentence for one in in_force(words.case, at) if one.entry in contacts)
    if holding:
        yield "What you ask, and holds", holding
    answers = tuple(answer_of(words, entry) for entry in words.outcomes)
    if answers:
        yield "Your answer", answers
    yield from closed_since(words.case)


def _signs(words: PoliceWords) -> Iterator[Words]:
    """Yield the signs by answer, yes first, each with the day of its answer."""
    days = {entry.root: on_day(entry) for entry in words.case.current}
    for answer in (*YesNoUnknown, None):
        labels = [
            lower(sign_in_words(words.case, sign, state))
            + (f" ({days[state.entry]})" if state.entry and sign is not Sign.HARM else "")
            + (_of_others(words, state) if sign is Sign.HARM else "")
            for sign, state in words.case.signs.items()
            if state.answer is answer
        ]
        if labels:
            lead = answer.label if answer else "Not answered yet"
            yield (Strong(f"{lead}:"), f" {'; '.join(labels)}")


def _of_others(words: PoliceWords, state: SignState) -> str:
    """Return of whom else the same was last answered on danger, with the day of each answer."""
    if state.said_yes:
        return ""
    people, said = words.case.people, list[str]()
    for one in reversed(words.case.stands.now(Fact.DANGER)):
        if one.answer is state.answer and one.entry.root != state.entry:
            about = people.get(one.said.about)
            whom = about.person.name if about else "the case as a whole"
            said.append(f", and {write_time(happened(one.entry))}, about {whom}")
    return "".join(said)


_WAYS = {Way.WRITING: "in writing", Way.PERSON: "in person"}
"""The ways whose name on the form says two things at once."""


def _reached(entry: Entry) -> bool:
    return isinstance(entry.form, BodyContact) and entry.form.reached is YesNoUnknown.YES


def _why(words: PoliceWords, entry: Entry) -> str:
    """Return a contact after the report, and what it was for."""
    why = words.answer(entry, BodyContact.why)
    return f"{_contact(words, entry)}. {as_sentence(ended(why))}"


def _contact(words: PoliceWords, entry: Entry) -> str:
    call = entry.form
    assert isinstance(call, BodyContact)
    way = _WAYS.get(call.way) or words.answer(entry, BodyContact.way).lower()
    when = f"{write_time(call.at)}, {way}"
    by = f"{when}, by {words.answer(entry, BodyContact.by)}"
    if not _reached(entry):
        return f"{by}; nobody was reached"
    to = f", to {words.answer(entry, BodyContact.spoke_to)}" if call.spoke_to else ""
    return f"{by}{to}"


def _spoken_to(words: PoliceWords) -> str:
    """Return whom the college spoke with last, "" if nobody is named."""
    named = (words.told_of(entry, BodyContact.spoke_to) for entry in reversed(words.contacts))
    return next((one.answer for one in named if one), "")


def _decision(words: PoliceWords, today: date) -> Iterator[Words]:
    """Yield what the college decided last and why, and whom it asked before it did."""
    decided = words.newest(DecisionMade)
    told = words.told_of(decided, DecisionMade.decision)
    if told is None:
        yield ASK_COLLEGE
        return
    why = words.answer(decided, DecisionMade.why)
    yield as_of(told._replace(answer=f"{told.answer}. {why}"), today)
    if asked := words.told_of(decided, DecisionMade.consulted):
        yield f"Asked first: {asked.answer}"


def _said(words: PoliceWords, entry: Entry) -> Iterator[Words]:
    """Yield what was said in one contact, and what they asked the college to do, with the day.

    What the college itself sent off online says nothing of theirs.
    """
    call = entry.form
    assert isinstance(call, BodyContact)
    if not _reached(entry):
        return
    when = f"{write_time(call.at)}: "
    if call.way is not Way.ONLINE:
        yield (Quiet(when), words.answer(entry, BodyContact.said))
    if told := words.told_of(entry, BodyContact.instructions):
        yield (Quiet(f"{when}you asked: "), told.answer)


def told_too(words: PoliceWords, bodies: Collection[OtherBody]) -> Iterator[str]:
    """Yield the other referrals to these bodies, with their state and numbers."""
    for one in readable_body_referrals(words):
        if one.id != words.referral.id and one.opened.body in bodies:
            yield how_far_by_number(words, one)


def reporter(words: PoliceWords, college: Sender) -> Iterator[Row]:
    """Yield who reports, and whom to contact for interviews."""
    yield from referrer(words.sender, college)
    told = words.told_of(words.newest(ReferralBackground), ReferralBackground.secure_email)
    if mail := told.answer if told else college.mailbox:
        yield "Secure e-mail", (mail,)
    ceop = words.referral.opened.body is OtherBody.CEOP
    whom = "Whom to ring" if ceop else "Contact for interviews"
    yield whom, (f"{words.sender}, {_line(words, college)}",)


def _line(words: PoliceWords, college: Sender) -> str:
    direct = words.told_of(words.newest(ReferralBackground), ReferralBackground.direct_line)
    return direct.answer if direct else college.to_ring


_BESIDE: Mapping[type[Form], Labels] = {
    ConcernReceived: {ConcernReceived.done: "Done at first: "},
    DemandsRecorded: {DemandsRecorded.done: "Done then: "},
    AiMadeImagery: {AiMadeImagery.done: "Done then: "},
    LearnerConversation: {
        LearnerConversation.present: "Who else was there: ",
        LearnerConversation.already_told: "Already told: ",
        LearnerConversation.questions: "Questions that were put: ",
        LearnerConversation.observed: "What could be seen: ",
    },
}
"""What is no account of the events: who else heard it, how it was asked, and what was done."""


def timeline(words: PoliceWords, today: date) -> Iterator[Row]:
    """Yield each account of the events, in the order they happened, with its source."""
    told = False
    for entry in as_it_happened(words.each(*TELLING)):
        if said := (*retold(words, entry), *_beside(words, entry)):
            told = True
            yield write_time(happened(entry)), (Quiet(source(words, entry)), *said)
    if not told:
        yield "What happened", (ASK_COLLEGE,)
    yield from background(words, HAPPENED, today)


def _beside(words: PoliceWords, entry: Entry) -> Iterator[Words]:
    """Yield what is said beside an account of the events, as far as it was answered."""
    for question, label in _BESIDE.get(type(entry.form), {}).items():
        if told := words.told_of(entry, question):
            yield (Quiet(label), told.answer)


_OF_BOTH = frozenset({AskedOfBody.PARENTS, AskedOfBody.ACCOUNTS})
"""What CEOP is not asked again once the police have answered it."""


def still_asked(words: PoliceWords) -> frozenset[AskedOfBody]:
    """Return what the police have not answered yet. Once they decided, only what is left to do.

    Nothing is asked of a body whose answer somebody decided is not needed.
    """
    case, referral = words.case, words.referral
    if not is_awaited(words.case, referral):
        return frozenset()
    topics = set(AskedOfBody) - referral.answered
    if referral.opened.body is OtherBody.CEOP:  # what the police said of these holds for CEOP too
        topics -= _OF_BOTH & {
            topic
            for one in case.body_referrals
            if one.opened.body is OtherBody.POLICE
            for topic in one.answered
        }
    if referral.decided:
        topics &= {AskedOfBody.DELETION, AskedOfBody.DEVICES}
    agreed = Hold.POLICE not in holds_on(case) and any(
        one.agreeing is Agreeing.POLICE for one in case.all_of(HoldLifted)
    )
    left = containment(case).count(*AT_LARGE, CopyState.SUSPECTED)
    if agreed or (case.copies and not left):
        topics.discard(AskedOfBody.DELETION)
    if referral.decided and not devices_held(case):
        topics.discard(AskedOfBody.DEVICES)
    return frozenset(topics)


def asks(words: PoliceWords, college: Sender) -> Iterator[Words]:
    """Yield the open questions that the college needs answered before it acts."""
    topics = still_asked(words)
    if AskedOfBody.PARENTS in topics:
        yield (Strong("Parents or carers:"), " what they may be told from now on, and by whom.")
    if AskedOfBody.DELETION in topics:
        holds = holds_on(words.case)
        until = f" Deletion is held until {who_lifts(*holds)} agree." if holds else ""
        yield (Strong("Deletion:"), f" whether copies may be deleted, and when.{until}")
    last = _of_ceop if words.referral.opened.body is OtherBody.CEOP else _of_police
    yield from last(words, topics, f"Ask for {words.sender}, {_line(words, college)}.")


def _of_ceop(words: PoliceWords, topics: frozenset[AskedOfBody], whom: str) -> Iterator[Words]:
    """Yield what CEOP can answer: it does not see devices or give outcome codes."""
    if AskedOfBody.ACCOUNTS in topics:
        account = " whether it may be blocked or reported, or is left as it is."
        yield (Strong("The account:"), account)
    if AskedOfBody.LEADS in topics:
        police = tuple(told_too(words, (OtherBody.POLICE,)))
        shared = (
            "who leads, you or the police named above" if police else "which force is told, by whom"
        )
        yield (Strong("Other reports:"), f" {shared}, and under which number.")
    if AskedOfBody.INTERVIEWS in topics:
        yield (Strong("Ringing back:"), f" when an adviser rings. {whom}")


def _of_police(words: PoliceWords, topics: frozenset[AskedOfBody], whom: str) -> Iterator[Words]:
    if found := len(to_hand_over(words.case)):
        what = "what a search found" if found == 1 else f"the {found} things that searches found"
        yield (Strong("To collect:"), f" when a constable will collect {what}.")
    if AskedOfBody.DEVICES in topics:
        held = len(devices_held(words.case))
        known = {
            0: "what to do if one is handed in",
            1: "what to do with the one the college holds",
        }
        what = known.get(held, f"what to do with the {held} the college holds")
        yield (Strong("Devices:"), f" {what}.")
    if AskedOfBody.INTERVIEWS in topics:
        yield (Strong("Interviews:"), f" when and where you wish to see a learner. {whom}")
    if not words.referral.decided and is_awaited(words.case, words.referral):
        yield (
            Strong("Outcome:"),
            " the outcome code, its date and your reason, so that the learner is told truthfully.",
        )
