"""The letter to the police: the report, the reporter, what happened, and what is asked."""

from collections.abc import Collection, Iterator

from app.domain.case.entry import Entry
from app.domain.case.imagery import devices_held
from app.domain.forms.bodies import POLICE_BODIES, BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import HoldLifted
from app.domain.forms.social_care import ReferralBackground
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import write_time
from app.domain.kit.wording import lower
from app.domain.rules.holds import holds_on, to_hand_over, who_lifts
from app.papers.agency_words import PoliceWords
from app.papers.case_words import NOT_APPLICABLE, NOT_KNOWN
from app.papers.rows import (
    TELLING,
    Row,
    as_it_happened,
    happened,
    referrer,
    retold,
    sign_rows,
    source,
)
from app.typesetting.page import Sender
from app.typesetting.text import Quiet, Strong, Words


def report_section(words: PoliceWords) -> Iterator[Row]:
    """Yield how it was reported, why, and what the police have said so far."""
    calls = tuple(_contact(words, entry) for entry in words.contacts)
    yield (
        "Reported",
        calls or (Quiet("By this letter, and not before."),),
    )
    yield "Log, crime numbers", (", ".join(words.referral.numbers) or NOT_KNOWN,)
    also = tuple(told_too(words, POLICE_BODIES))
    if also:
        yield "Also reported to", also
    yield "Signs that call for referral", tuple(sign_rows(words.case))
    decided = words.newest(DecisionMade)
    made, why = (words.answer(decided, one) for one in (DecisionMade.decision, DecisionMade.why))
    yield "The college’s decision", (f"{made}. {why}" if decided else NOT_KNOWN,)
    advised = tuple(_advice(words, entry) for entry in words.contacts)
    yield "Advised so far", tuple(filter(None, advised)) or (Quiet("Nothing recorded."),)


def _contact(words: PoliceWords, entry: Entry) -> Words:
    call = entry.form
    assert isinstance(call, BodyContact)
    when = f"{write_time(call.at)}, {words.answer(entry, BodyContact.way).lower()}"
    by = f"{when}, by {words.answer(entry, BodyContact.by)}"
    if call.reached is not YesNoUnknown.YES:
        return f"{by}; nobody was reached"
    to = f", to {words.answer(entry, BodyContact.spoke_to)}" if call.spoke_to else ""
    return f"{by}{to}"


def _advice(words: PoliceWords, entry: Entry) -> Words:
    said = words.answer(entry, BodyContact.instructions)
    if said in {NOT_KNOWN, NOT_APPLICABLE}:
        said = words.answer(entry, BodyContact.said)
    return (Quiet(f"{write_time(happened(entry))}: "), said)


def told_too(words: PoliceWords, bodies: Collection[OtherBody]) -> Iterator[str]:
    """Yield the other referrals to these bodies, with their state and numbers."""
    made = {one.id: one for one in words.case.body_referrals}
    for entry in words.each(BodyReferralOpened):
        one = made[entry.root]
        if one.id != words.referral.id and one.opened.body in bodies:
            yield ", ".join((f"{one.opened.name}: {lower(one.words)}", *one.numbers))


def reporter(words: PoliceWords, college: Sender) -> Iterator[Row]:
    """Yield who reports, and whom to contact for interviews."""
    yield from referrer(words.sender, college)
    mail = words.answer(words.newest(ReferralBackground), ReferralBackground.secure_email)
    mail = college.mailbox if mail == NOT_KNOWN else mail
    if mail:
        yield "Secure e-mail", (mail,)
    ceop = words.referral.opened.body is OtherBody.CEOP
    whom = "Whom to ring" if ceop else "Contact for interviews"
    yield whom, (f"{words.sender}, {_line(words, college)}",)


def _line(words: PoliceWords, college: Sender) -> str:
    direct = words.answer(words.newest(ReferralBackground), ReferralBackground.direct_line)
    return college.phone if direct == NOT_KNOWN else direct


def timeline(words: PoliceWords) -> Iterator[Row]:
    """Yield each account of the events, in the order they happened, with its source."""
    told = False
    for entry in as_it_happened(words.each(*TELLING)):
        said = tuple(retold(words, entry))
        if said:
            told = True
            yield write_time(happened(entry)), (Quiet(source(words, entry)), *said)
    if not told:
        yield "What happened", (NOT_KNOWN,)


def asks(words: PoliceWords, college: Sender) -> Iterator[Words]:
    """Yield the open questions that the college needs answered before it acts."""
    yield (Strong("Parents or carers:"), " what they may be told from now on, and by whom.")
    holds = holds_on(words.case)
    until = f" Deletion is held until {who_lifts(*holds)} agree." if holds else ""
    if holds or not words.each(HoldLifted):
        yield (Strong("Deletion:"), f" whether copies may be deleted, and when.{until}")
    last = _of_ceop if words.referral.opened.body is OtherBody.CEOP else _of_police
    yield from last(words, f"Ask for {words.sender}, {_line(words, college)}.")


def _of_ceop(words: PoliceWords, whom: str) -> Iterator[Words]:
    """Yield what CEOP can answer: it does not see devices or give outcome codes."""
    yield (Strong("The account:"), " whether it may be blocked or reported, or is left as it is.")
    police = tuple(told_too(words, (OtherBody.POLICE,)))
    shared = (
        "who leads, you or the police named above" if police else "which force is told, by whom"
    )
    yield (Strong("Other reports:"), f" {shared}, and under which number.")
    yield (Strong("Ringing back:"), f" when an adviser rings. {whom}")


def _of_police(words: PoliceWords, whom: str) -> Iterator[Words]:
    if found := len(to_hand_over(words.case)):
        what = "what a search found" if found == 1 else f"the {found} things that searches found"
        yield (Strong("To collect:"), f" when a constable will collect {what}.")
    held = len(devices_held(words.case))
    devices = {0: "what to do if one is handed in", 1: "what to do with the one the college holds"}
    yield (
        Strong("Devices:"),
        f" {devices.get(held, f'what to do with the {held} the college holds')}.",
    )
    yield (
        Strong("Interviews:"),
        f" when and where you wish to see a learner. {whom}",
    )
    yield (
        Strong("Outcome:"),
        " the outcome code, its date and your reason, so that the learner is told truthfully.",
    )
