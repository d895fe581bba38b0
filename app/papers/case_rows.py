"""What the case summary and the closure record both say: who was told, decisions, imagery.

They read the whole record, so that they may say that nothing of a kind is recorded.
"""

from collections.abc import Iterator
from datetime import datetime

from app.domain.case.bodies import BodyReferral, Referral, answer_in_words
from app.domain.case.case import Case
from app.domain.case.custody import moves_of
from app.domain.case.entry import Entry
from app.domain.case.imagery import Viewing, viewing
from app.domain.case.reviews import people_named
from app.domain.case.summary import DueRow
from app.domain.forms.any_time import ClockMissed
from app.domain.forms.bodies import POLICE_BODIES
from app.domain.forms.close import CaseReviewed
from app.domain.forms.copies import CopyChanged
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import DeletionConfirmed, DeletionDecided, HoldLifted
from app.domain.forms.device import DeviceInstruction, DeviceMoved, DeviceTaken
from app.domain.forms.duty import DutyConsidered
from app.domain.forms.requests import RemovalReply, RemovalRequested
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.sharing import InformationShared
from app.domain.forms.support import StaffWelfare
from app.domain.forms.viewing import ViewingRecorded
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.filled import answers_of
from app.domain.kit.in_short import first_sentence, in_short
from app.domain.kit.keys import PartKind
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.wording import ended, lower
from app.domain.rules.holds import holds_on, police_involved, who_lifts, why_held
from app.papers.case_words import CaseWords
from app.papers.rows import Labels, Row, also, as_it_happened, happened, on_day, viewing_in_words
from app.typesetting.content import Issue
from app.typesetting.text import Quiet, Strong, Words


def answered(words: CaseWords, entry: Entry, question: object) -> str:
    """Return one answer in words, "" if there is none."""
    told = words.told_of(entry, question)
    return told.answer if told else ""


def short(words: CaseWords, entry: Entry, question: object) -> str:
    """Return the first sentence of an answer, without its full stop."""
    return first_sentence(answered(words, entry, question)) or "not recorded"


def _told(said: str, *, briefly: bool) -> str:
    """Return what was typed as one line that ends: `briefly` its first sentence alone."""
    return f"{first_sentence(said)}." if briefly else ended(" ".join(said.split()))


def dated(words: CaseWords, entry: Entry, *, briefly: bool = False) -> str:
    """Return an entry in a line, with its day before it: `briefly` the first sentence of each."""
    return f"{on_day(entry)}: {in_short(entry.form, words.case.names, whole=not briefly)}"


def outside(words: CaseWords, *, briefly: bool = False) -> Iterator[Row]:
    """Yield each referral: to whom, about whom, how far it came, and what they answered."""
    for referral in words.case.referrals:
        yield "Children’s social care", tuple(_social_care(words, referral, briefly=briefly))
    for told in words.case.body_referrals:
        yield told.opened.body.label, tuple(_body(words, told, briefly=briefly))
    told_police = any(one.opened.body in POLICE_BODIES for one in words.case.body_referrals)
    if police_involved(words.case) and not told_police:
        yield "Police", ("No referral to them is recorded.",)


def _social_care(words: CaseWords, referral: Referral, *, briefly: bool) -> Iterator[Words]:
    number = f", reference {referral.reference}" if referral.reference else ""
    child = words.case.names[referral.opened.child]
    state = lower(referral.state.label)
    yield f"{referral.opened.team}, about {child}: {state}{number}."
    for reply in referral.replies:
        said = f" {_told(reply.said, briefly=briefly)}" if reply.said else ""
        day = write_day(day_of(reply.received_at))
        yield f"{day}, {reply.answered_by}: {lower(reply.reply.label)}.{said}"
    for step in referral.escalations:
        day = write_day(day_of(step.at))
        yield f"{day}, raised with {step.raised_with}: {_told(step.why, briefly=briefly)}"


def _body(words: CaseWords, told: BodyReferral, *, briefly: bool) -> Iterator[Words]:
    about = words.case.names.get(told.opened.about or "", "")
    of = f", about {about}" if about else ""
    numbers = f", {', '.join(told.numbers)}" if told.numbers else ""
    state = "told" if told.made else "not told yet"
    yield f"{told.opened.name}{of}: {state}{numbers}."
    for step in told.outcomes:
        day = write_day(day_of(step.at))
        answer = lower(answer_in_words(step, words.case.names))
        yield f"{day}, {step.told_by}: {answer}. {_told(step.why, briefly=briefly)}"


def asked_or_agreed(words: CaseWords, *, briefly: bool = False) -> Iterator[Row]:
    """Yield what was asked of a device, and who agreed that a hold on deletion is lifted."""
    if lines := tuple(
        dated(words, one, briefly=briefly) for one in words.each(DeviceInstruction, HoldLifted)
    ):
        yield "Asked or agreed", lines


def shared_in_short(words: CaseWords) -> Iterator[Row]:
    """Yield with whom something was shared or not, and the duty to report, in a line each."""
    if lines := tuple(_with_whom(words, entry) for entry in words.each(InformationShared)):
        yield "Shared, or not", lines
    if lines := tuple(dated(words, entry, briefly=True) for entry in words.each(DutyConsidered)):
        yield "Duty to report", lines


def _with_whom(words: CaseWords, entry: Entry) -> str:
    decision, recipient, about = (
        answered(words, entry, question)
        for question in (
            InformationShared.decision,
            InformationShared.recipient,
            InformationShared.about,
        )
    )
    return f"{on_day(entry)}: {decision} with {recipient}{f', about {about}' if about else ''}."


def shared(words: CaseWords) -> Iterator[Row]:
    """Yield what was shared or not, each on what basis and why; then the duty to report."""
    if lines := tuple(_share(words, entry) for entry in words.each(InformationShared)):
        yield "Shared, or not", lines
    if duties := tuple(_duty(words, entry) for entry in words.each(DutyConsidered)):
        yield "Duty to report", duties


def _share(words: CaseWords, entry: Entry) -> Words:
    basis = answered(words, entry, InformationShared.basis)
    on = f" Basis: {lower(basis)}." if basis else ""
    knows = answered(words, entry, InformationShared.they_know)
    told = f" Known to whom it is about: {lower(knows)}." if knows else ""
    by = answered(words, entry, InformationShared.by)
    why = f" Decided by {by}: {_told(answered(words, entry, InformationShared.why), briefly=False)}"
    how = also(words, entry, {InformationShared.how: "How"})
    return f"{dated(words, entry)}{how}{on}{told}{why}"


def _duty(words: CaseWords, entry: Entry) -> Words:
    exception = answered(words, entry, DutyConsidered.exception)
    on = f" Exception: {lower(exception)}." if exception else ""
    reference = answered(words, entry, DutyConsidered.reference)
    number = f" Reference {reference}." if reference else ""
    return f"{dated(words, entry)}{also(words, entry, _SUSPECTED)}{on}{number}"


_SUSPECTED: Labels = {
    DutyConsidered.learnt: "How they came to suspect",
    DutyConsidered.known: "What was known",
    DutyConsidered.how: "Reported",
}


def risk(words: CaseWords, *, briefly: bool = False) -> Iterator[Row]:
    """Yield the risk as it was last weighed, with its day, and the kind of incident by the DSL."""
    if stands := words.case.stands.newest(Fact.RISK):
        said = _told(answered(words, stands.entry, stands.said.question), briefly=briefly)
        kinds = words.told(RiskAssessed.incident)[-1:]
        kind = (f"Kind of incident: {lower(one.answer)}." for one in kinds)
        yield "The risk", (f"{write_day(day_of(stands.true_at))}: {said}", *kind)


def decisions(words: CaseWords) -> Iterator[Row]:
    """Yield each decision in full: who made it, why, and who was asked or agreed."""
    for entry in as_it_happened(words.each(DecisionMade)):
        yield write_time(happened(entry)), tuple(_decision(words, entry))


def _decision(words: CaseWords, entry: Entry) -> Iterator[Words]:
    to = answered(words, entry, DecisionMade.refer_to)
    what = answered(words, entry, DecisionMade.decision) + (f" to {lower(to)}" if to else "")
    by = answered(words, entry, DecisionMade.decided_by)
    yield (Strong(f"{what}. "), f"{by}. {answered(words, entry, DecisionMade.why)}")
    if consulted := answered(words, entry, DecisionMade.consulted):
        yield f"Asked for advice: {consulted}"
    if agreed := answered(words, entry, DecisionMade.agreed_by):
        yield f"Second person who agrees: {agreed}."
    if plan := answered(words, entry, DecisionMade.plan):
        yield f"What happens instead: {plan}"


def imagery(words: CaseWords, *, briefly: bool = False) -> Iterator[Row]:
    """Yield viewing, devices and deletion: `briefly` without which copies, or how they went."""
    yield "Viewing by staff", tuple(_viewing(words, briefly=briefly))
    devices = tuple(_device(words, one) for one in words.each(DeviceTaken))
    if devices:
        yield "Devices", devices
    told_of = _deletion_briefly if briefly else _deletion
    deletions = tuple(told_of(words, one) for one in words.each(DeletionDecided))
    done = tuple(_done_while_held(words))
    if done and briefly:
        many = f"Deleted or asked for while deletion was held: {len(done)} in the full record."
        done = (many, *_lifted(words))
    if told := (*deletions, *done, *_held(words.case)):
        yield "Deletion", told


def _done_while_held(words: CaseWords) -> Iterator[Words]:
    """Yield what was deleted or asked for while deletion was held, and how that came."""
    for question in DESPITE_A_HOLD:
        for entry, said, *_ in words.told(question):
            held = Quiet(" While deletion was held: ")
            yield (f"{on_day(entry)}: {_what_went(words, entry)}", held, ended(said))


def _what_went(words: CaseWords, entry: Entry) -> str:
    match entry.form:
        case CopyChanged():
            state = lower(answered(words, entry, CopyChanged.state))
            return f"{answered(words, entry, CopyChanged.copy)}: {state}."
        case RemovalRequested():
            return f"{answered(words, entry, RemovalRequested.service_name)} asked to remove it."
        case _:
            return f"{entry.form.title}."


DESPITE_A_HOLD = (CopyChanged.despite, DeletionConfirmed.despite, RemovalRequested.despite)
"""The questions for how something was deleted, or asked for, while deletion was held."""


def _held(case: Case) -> Iterator[Words]:
    """Yield what deletion still waits for, and whose word: it outlasts the closing of a case."""
    if holds := holds_on(case):
        why = "; ".join(lower(why_held(case, hold)) for hold in holds)
        until = f"until {who_lifts(*holds)} agree"
        yield (Strong("Held."), f" Nobody is asked to delete anything {until}: {why}.")


def _lifted(words: CaseWords) -> Iterator[Words]:
    """Yield who agreed last that nothing is held any longer, if nothing is."""
    if not holds_on(words.case):
        for entry in words.each(HoldLifted)[-1:]:
            by = answered(words, entry, HoldLifted.agreed_by)
            yield f"No longer held: {by}, agreed to it on {on_day(entry)}."


def _viewing(words: CaseWords, *, briefly: bool) -> Iterator[Words]:
    seen = tuple(dated(words, entry, briefly=briefly) for entry in words.each(ViewingRecorded))
    if seen or viewing(words.case) is not Viewing.VIEWED:
        yield from seen or (viewing_in_words(words.case),)
    else:
        yield "A member of staff was asked, and has seen the imagery."


def _device(words: CaseWords, entry: Entry) -> Words:
    form = entry.form
    assert isinstance(form, DeviceTaken)
    moves = moves_of(words.case, entry.root)
    taken = f"{form.device}: taken {on_day(entry)}"
    if not moves:
        return f"{taken}; kept in {form.storage}."
    last = moves[-1]
    how = lower(answered(words, last, DeviceMoved.movement))
    despite = also(words, last, {DeviceMoved.despite: "Given back before the police had agreed"})
    return f"{taken}; {how} {on_day(last)}, {answered(words, last, DeviceMoved.went_to)}.{despite}"


def _deletion(words: CaseWords, entry: Entry) -> str:
    return f"{dated(words, entry)}{_confirmed_after(words, entry)}"


def _deletion_briefly(words: CaseWords, entry: Entry) -> str:
    decision, learner = (
        answered(words, entry, question)
        for question in (DeletionDecided.decision, DeletionDecided.learner)
    )
    whom = f" ({learner})" if learner else ""
    return f"{on_day(entry)}: {decision}{whom}.{_confirmed_after(words, entry)}"


def _confirmed_after(words: CaseWords, entry: Entry) -> str:
    done = (
        one
        for one in words.each(DeletionConfirmed)
        if isinstance(one.form, DeletionConfirmed) and one.form.deletion == entry.root
    )
    return "".join(_confirmed(words, one) for one in done)


def _confirmed(words: CaseWords, entry: Entry) -> str:
    """Return what was said to be deleted after a decision that says which copies."""
    form = entry.form
    assert isinstance(form, DeletionConfirmed)
    all_of_it = form.confirmed is YesNoUnknown.YES
    lead = "Deletion confirmed" if all_of_it else "Not all deleted"
    left: Labels = {DeletionConfirmed.left: "Left"}
    told = f"{lead}, told to {form.confirmed_to.name}."
    return f" {on_day(entry)}: {told}{also(words, entry, left)}"


def removal(words: CaseWords) -> Iterator[Row]:
    """Yield what was asked of which service, what came of it, and how that is known."""
    if lines := tuple(_asked_of(words, one) for one in words.each(RemovalRequested)):
        yield "Asked to remove", lines


def _asked_of(words: CaseWords, entry: Entry) -> Words:
    asked = f"{answered(words, entry, RemovalRequested.service_name)}, {on_day(entry)}"
    replies = [
        reply
        for reply in as_it_happened(words.each(RemovalReply))
        if isinstance(reply.form, RemovalReply) and reply.form.request == entry.root
    ]
    if not replies:
        return f"{asked}: no answer is recorded."
    said = lower(answered(words, replies[-1], RemovalReply.reply))
    known = first_sentence(answered(words, replies[-1], RemovalReply.known_by))
    return f"{asked}: {said}, {on_day(replies[-1])} ({known})."


def reviews(words: CaseWords, *, briefly: bool = False) -> Iterator[Row]:
    """Yield each review of the case, and how the staff are: `briefly` not what they met with."""
    again: Labels = {CaseReviewed.again_what: "Shared or talked about again"}
    found = tuple(
        dated(words, one, briefly=briefly) + also(words, one, again)
        for one in words.each(CaseReviewed)
    )
    if found:
        yield "Reviews of the case", found
    met: Labels = {} if briefly else {StaffWelfare.why: "What they met with"}
    staff = tuple(
        dated(words, one, briefly=briefly) + also(words, one, met)
        for one in words.each(StaffWelfare)
    )
    if staff:
        yield "Staff", staff


OWED = "What is owed"


def owed(issue: Issue, case: Case | None = None) -> Iterator[Row]:
    """Yield what is owed, the same moment once: what has passed first, as late.

    Like things of one moment are counted; with a `case`, each says whom or what it is about.
    """
    found: dict[datetime, dict[str, list[str]]] = {}
    for row in issue.supplement.due:
        whom = found.setdefault(row.due, {}).setdefault(row.what.rstrip("."), [])
        whom.append(_whom(case, row) if case else "")
    for due, whats in found.items():
        told = (
            f"{what}: {'; '.join(dict.fromkeys(filter(None, whom)))}"
            if any(whom)
            else f"{what}{f' ({len(whom)})' * (len(whom) > 1)}"
            for what, whom in whats.items()
        )
        late = (Strong("Late. "),) if due < issue.at else ()
        yield write_time(due), ((*late, " · ".join(told)),)


def _whom(case: Case, row: DueRow) -> str:
    """Return whom or what something owed is about, where its words do not say so."""
    if row.which.kind is PartKind.ACTION:
        return ""  # its own words say what was agreed, and with whom
    keys = (row.key,) if row.key in case.copies else row.which.ids
    entries = {entry.root: entry.form for entry in case.current}
    known = [one for one in dict.fromkeys(keys) if one in case.names]
    for form in (entries[one] for one in keys if one in entries):
        known += people_named(type(form), answers_of(form))[:1]
    said, told = row.what, list[str]()
    for name in (case.names[one] for one in known if one in case.names):
        told += [] if name in said else [name]
        said += name
    return ", ".join(told)


def set_aside(words: CaseWords) -> Iterator[Row]:
    """Yield what was late or is not needed, why, and who decided so."""
    if late := tuple(_late(words, entry) for entry in words.each(ClockMissed)):
        yield "Late, or set aside", late


def _late(words: CaseWords, entry: Entry) -> Words:
    by = answered(words, entry, ClockMissed.said_by)
    return dated(words, entry) + (f" Decided by {by}." if by else "")
