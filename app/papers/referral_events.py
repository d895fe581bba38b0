"""Sections F and G of a referral: what happened, who took part, and the imagery in words."""

from collections.abc import Iterator, Mapping
from datetime import date

from app.disclosure.audience import READS
from app.domain.case.entry import Entry
from app.domain.case.imagery import containment, devices_held
from app.domain.case.people import CHILDREN
from app.domain.case.signs import every_yes
from app.domain.forms.bodies import POLICE_BODIES, BodyReferralOpened
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.extortion import AiMadeImagery, DemandsRecorded
from app.domain.forms.person import PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.review import InitialReview
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.viewing import ViewingRecorded
from app.domain.kit.answers import Person, PersonKind, PersonRef, Role
from app.domain.kit.form import Form
from app.domain.kit.moments import write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.wording import lower
from app.papers.agency_words import TOOK_PART, ReferralWords
from app.papers.case_words import NOT_RECORDED, CaseWords
from app.papers.of_its_day import as_of, asked_then, dated, tonight
from app.papers.police_imagery import request_so_far
from app.papers.rows import (
    Labels,
    Row,
    as_it_happened,
    asked,
    exact_words,
    happened,
    retold,
    role_words,
    source,
    viewing_in_words,
    who_is,
    with_answers,
)
from app.papers.staff_work import work_of
from app.papers.viewing_record import seen_as_asked
from app.spread.of_case import containment_in_words
from app.typesetting.page import NO_IMAGERY, Sender
from app.typesetting.text import Quiet, Words, runs_of


def concern(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    """Yield what the college was told, what became known since, and who else took part."""
    labels: Labels = {
        ConcernReceived.happened_at: "When it happened",
        ConcernReceived.scope: "Kind of incident",
    }
    for entry, account, *_ in words.told(ConcernReceived.account):
        by = words.after("by ", entry, ConcernReceived.reported_by)
        told = f"{words.answer(entry, ConcernReceived.told_at)}, {by}, to "
        how = words.answer(entry, ConcernReceived.how).lower()
        told += f"{words.answer(entry, ConcernReceived.told_to)} ({how})"
        yield "The college was told", (told,)
        yield "What it was told", (account,)
        yield "Exact words, as reported", (exact_words(words, entry),)
        yield from asked(words, entry, labels)
        if done := words.told_of(entry, ConcernReceived.done):
            yield "Done at first", (dated(done, today),)
        if words.rows(entry, ConcernReceived.further):
            yield "It happened again", (words.answer(entry, ConcernReceived.further),)
    since = tuple(_since(words))
    yield "What became known since", since or (Quiet(_nothing_since(words)),)
    for entry in words.each(DemandsRecorded):
        if isinstance(entry.form, DemandsRecorded) and entry.form.learner == words.child.id:
            yield from _demands(words, entry, today)
    yield "Others, and their part", tuple(_others(words, today))
    yield from asked_then(words, words.background, _AROUND, today)


_AROUND: Labels = {
    ReferralBackground.places: "Where it happened",
    ReferralBackground.often: "How often, how long",
    ReferralBackground.injuries: "Injuries, medical need",
    ReferralBackground.other_children: "Other children at risk",
    ReferralBackground.connected: "Children close to this child",
    ReferralBackground.first_notes: "First notes",
}


def _since(words: ReferralWords) -> Iterator[Words]:
    """Yield what each entry after the concern tells of the events, and each sign that came up.

    Somebody’s age or part may raise a sign, where nobody answered yes.
    """
    yes: dict[str, list[str]] = {}
    for one in every_yes(words.case.current):
        if one.about in {"", words.child.id} and not one.weighed:
            yes.setdefault(one.entry, []).append(one.sign.label)
    for entry in as_it_happened(words.each(Form)):
        if isinstance(entry.form, ConcernReceived):
            continue
        said = [*retold(words, entry)]
        if signs := yes.get(entry.root):
            said.append((Quiet("Signs that came up: "), "; ".join(map(lower, signs))))
        if said:
            yield Quiet(f"{write_time(happened(entry))}. {source(words, entry)}")
            yield from said


def _nothing_since(words: ReferralWords) -> str:
    if talks_with_others(words):
        return "Nothing is recorded but what other learners said, which is not in this letter."
    return "No further account is recorded."


def _demands(words: ReferralWords, entry: Entry, today: date) -> Iterator[Row]:
    """Yield what is demanded of this child, with which threats, and what was paid."""
    learner = words.answer(entry, DemandsRecorded.learner)
    yield "Demands, as told by", (f"{learner}, {write_time(happened(entry))}",)
    labels: Labels = {
        DemandsRecorded.demands: "Demanded",
        DemandsRecorded.threats: "Threats, word for word",
        DemandsRecorded.threatened: "Threatened to send it to",
        DemandsRecorded.deadline: "By when they demand it",
        DemandsRecorded.carried_out: "Any threat carried out",
        DemandsRecorded.paid: "Paid or handed over",
        DemandsRecorded.accounts: "Demands came from",
        DemandsRecorded.first_at: "First contact",
        DemandsRecorded.last_at: "Last contact by then",
        DemandsRecorded.moved_to: "Talk moved to",
        DemandsRecorded.advice: "Advice given",
        DemandsRecorded.done: "Done about the demands",
    }
    yield from asked_then(words, entry, labels, today)
    yield from tonight(words, entry, today)


def talks_with_others(words: ReferralWords) -> Mapping[PersonRef, Entry]:
    """Return the newest talk with each other learner: what they said is not in this letter."""
    return {
        entry.form.learner: entry
        for entry in as_it_happened(words.case.current)
        if isinstance(entry.form, LearnerConversation)
        and entry.form.learner != words.child.id
        and entry.sealed.audience in READS[Audience.AGENCIES]
    }


def _others(words: ReferralWords, today: date) -> Iterator[Words]:
    people, talks = words.others(), talks_with_others(words)
    for person in people:
        parts = role_words(words.case.people[person.id].roles)
        talk = talks.get(person.id)
        met = f"; spoken with on {write_time(happened(talk))}" if talk else ""
        yield f"{', '.join(filter(None, who_is(words, person, today)))}: {parts}{met}"
        if TOOK_PART.intersection(words.case.people[person.id].roles):
            yield from _adult(words, person, today)
    if not people:
        yield Quiet("Nobody else is recorded.")
    if any(person.kind in CHILDREN and words.hide.called(person.id) for person in people):
        yield Quiet(
            "Other learners are not named here. One who needs help is referred separately; ask "
            f"{words.sender} for a name{' or an account' if talks else ''} that you need."
        )


def _adult(words: ReferralWords, person: Person, today: date) -> Iterator[Words]:
    """Yield when an adult who took part was born, how they are reached, and their work here."""
    if person.kind in {PersonKind.ADULT, PersonKind.STAFF}:
        if person.born:
            yield (Quiet("Born: "), write_day(person.born))
        own = CaseWords(words.case, Audience.AGENCIES, person.id, words.hide)
        rows = with_answers(asked_then(own, own.details_of(person.id), _ADULT, today))
        for lead, (said,) in (*rows, *work_of(own, person, today)):
            yield (Quiet(f"{lead}: "), *runs_of(said))


_ADULT: Labels = {PersonDetails.address: "Home address", PersonDetails.phone: "Telephone"}


def imagery(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    """Yield the child’s part, who is pictured, how it came about, and what was done about it."""
    people = words.case.people
    yield "The child’s part", (role_words(people[words.child.id].roles).capitalize(),)
    pictured = [known.person for known in people.values() if Role.PICTURED in known.roles]
    ages = tuple(", ".join(who_is(words, person, today)) for person in pictured)
    yield "Who is pictured", ages or (NOT_RECORDED,)
    yield "Kind of imagery", _each(words, ConcernReceived.imagery)
    yield "Said by the child to show", _each(words, LearnerConversation.contains)
    for entry in words.each(AiMadeImagery):
        yield from _ai_made(words, entry, today)
    if assessed := words.newest(RiskAssessed):
        yield from asked_then(words, assessed, _CAME_ABOUT, today)
    spread = tuple(as_of(told, today) for told in words.told(InitialReview.spread_why))
    yield "Known spread", spread or (NOT_RECORDED,)
    if words.case.copies:
        yield "Copies, by the record", (containment_in_words(containment(words.case)),)
    for label, answer in asked_then(words, words.background, _DONE, today):
        said = () if answer == (NOT_RECORDED,) else answer
        yield label, (*said, *_recorded(words, label, said)) or answer
    yield "Viewing by staff", tuple(_viewing(words))
    yield "Imagery", (NO_IMAGERY,)


_CAME_ABOUT: Labels = {
    RiskAssessed.reason_shared: "Why it was made and shared",
    RiskAssessed.agreed: "All pictured agreed to it",
    RiskAssessed.beyond: "Shared on without agreement",
    RiskAssessed.several: "Sent to more than one",
    RiskAssessed.online: "Anywhere online",
    RiskAssessed.contained: "Where, and how contained",
    RiskAssessed.imbalance: "Difference in age or power",
    RiskAssessed.also: "Also known",
}
_DONE: Labels = {
    ReferralBackground.services_used: "Services and accounts",
    ReferralBackground.containment: "Done to stop it spreading",
    ReferralBackground.devices: "Devices held, and where",
}


def _each(words: ReferralWords, question: object) -> tuple[Words, ...]:
    return tuple(one.answer for one in words.told(question)) or (NOT_RECORDED,)


def _ai_made(words: ReferralWords, entry: Entry, today: date) -> Iterator[Row]:
    labels: Labels = {
        AiMadeImagery.described: "AI-made or altered: what",
        AiMadeImagery.lifelike: "Said to look real",
        AiMadeImagery.made_by: "Made by, as told",
        AiMadeImagery.tool: "Program or app",
        AiMadeImagery.origin: "The photograph behind it",
        AiMadeImagery.aware: "The child knows of it",
        AiMadeImagery.done: "Done about the imagery",
    }
    yield from asked_then(words, entry, labels, today)


def _viewing(words: ReferralWords) -> Iterator[Words]:
    """Yield whether staff saw it, who and why: the reader has no other paper that says so."""
    yield viewing_in_words(words.case)
    yield from seen_as_asked(words)
    for entry in words.each(ViewingRecorded):
        who, why = ViewingRecorded.viewed_by, ViewingRecorded.why
        yield (
            Quiet(f"{words.answer(entry, ViewingRecorded.began_at)}: "),
            (
                f"{words.answer(entry, who)}. {words.answer(entry, why)} Copied, printed, sent or "
                f"saved: {lower(words.answer(entry, ViewingRecorded.copied))}."
            ),
        )


def _recorded(words: ReferralWords, label: str, said: tuple[Words, ...]) -> Iterator[Words]:
    """Yield what other entries say after what the form of the referral has `said`."""
    if label == _DONE[ReferralBackground.services_used] and not said:
        police = {one.id for one in words.case.body_referrals if one.opened.body in POLICE_BODIES}
        told = [one for one in words.told(BodyReferralOpened.accounts) if one.entry.root in police]
        yield from (one.answer for one in told[:1])
        noted = (copy.row.service for copy in words.case.copies.values() if copy.there)
        if by := dict.fromkeys(filter(None, noted)):
            yield (Quiet("Copies are noted on or by: "), words.hide.over(", ".join(by)))
    if label == _DONE[ReferralBackground.containment]:
        for entry in words.each(RemovalRequested):
            service = words.answer(entry, RemovalRequested.service_name)
            yield (Quiet(f"{service}: "), request_so_far(words, entry))
    if label == _DONE[ReferralBackground.devices]:
        held = len(devices_held(words.case))
        devices = "One is" if held == 1 else f"{held} are"
        if held or not said:
            custody = f"{devices} in the college’s custody, sealed."
            yield custody if held else "None held by the college."
