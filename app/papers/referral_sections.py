"""Sections A to M of a referral: which answers are in which section, under which labels."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from app.domain.case.ages import age_and_then
from app.domain.case.entry import Entry
from app.domain.forms import FORMS
from app.domain.forms.decision import DecisionMade
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.social_care import (
    ReferralCall,
    ReferralEscalated,
    ReferralOpened,
    ReferralReply,
)
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.form import name_of
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.wording import lower
from app.papers.agency_words import ReferralWords
from app.papers.case_words import NOT_RECORDED
from app.papers.child_voice import KNOWS, UNTOLD, VIEW, told_since_child, voice
from app.papers.household import household
from app.papers.of_all import standing
from app.papers.of_its_day import as_of, asked_then
from app.papers.parents_told import (
    parents_told,
    told_in_talk,
    told_row,
    told_since,
    told_whom,
)
from app.papers.referral_bodies import bodies_told, said_by_lado, said_by_police
from app.papers.referral_events import concern, imagery
from app.papers.rows import (
    Labels,
    Row,
    as_it_happened,
    closed_since,
    for_outside,
    happened,
    referrer,
    sign_rows,
)
from app.papers.support_told import support_told
from app.papers.unassessed import unassessed
from app.typesetting.content import Section
from app.typesetting.page import Sender
from app.typesetting.text import Quiet, Then, Words, runs_of

STEPS = tuple(form for form in FORMS if form.is_step)
"""The forms of steps that a college takes before a referral and alongside it."""


def sections_of(words: ReferralWords, college: Sender, today: date) -> tuple[Section, ...]:
    """Return all thirteen sections, each with an answer. Ages are those on `today`."""
    return tuple(
        Section(letter, heading, tuple(for_outside(rows(words, college, today))))
        for letter, (heading, rows) in _SECTIONS.items()
    )


def _this_referral(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    calls = tuple(_call(words, entry) for entry in words.calls)
    yield "Telephone referral", calls or (Quiet("No call recorded."),)
    if advice := tuple(_advice(words, entry) for entry in words.calls):
        yield "Advice given by telephone", advice
    if answered := tuple(_reply(words, entry) for entry in words.steps(ReferralReply)):
        yield "Answered so far", answered
    if raised := tuple(
        _disagreement(words, entry, today) for entry in words.steps(ReferralEscalated)
    ):
        yield "Disagreement raised", raised
    if told := tuple(bodies_told(words)):
        yield "Other bodies told", told
    if said := tuple(said_by_police(words, today)):
        yield "What the police said", said
    if said := tuple(said_by_lado(words, today)):
        yield "What the LADO said", said
    labels: Labels = {ReferralOpened.threshold: "Level of need"}
    yield from asked_then(words, words.opened, labels, today)
    yield "Signs that call for referral", tuple(sign_rows(words.case, words.child.id))
    yield from closed_since(words.case)


def _reply(words: ReferralWords, entry: Entry) -> Words:
    when = words.answer(entry, ReferralReply.received_at)
    by = words.answer(entry, ReferralReply.answered_by)
    said = words.told_of(entry, ReferralReply.said)
    why = f" {said.answer}" if said else ""
    return (Quiet(f"{when}, by {by}: "), f"{words.answer(entry, ReferralReply.reply)}.{why}")


def _disagreement(words: ReferralWords, entry: Entry, today: date) -> Words:
    form = entry.form
    assert isinstance(form, ReferralEscalated)
    lead = f"{write_time(form.at)}, with {words.answer(entry, ReferralEscalated.raised_with)}: "
    of = (entry.root, name_of(ReferralEscalated.why))
    said = Quiet(lead) if day_of(form.at.at) == today else Then(lead, of)
    return (said, words.answer(entry, ReferralEscalated.why))


def _call(words: ReferralWords, entry: Entry) -> Words:
    call = entry.form
    assert isinstance(call, ReferralCall)
    when = f"{write_time(call.called_at)}, by {words.answer(entry, ReferralCall.called_by)}"
    if call.reached is not YesNoUnknown.YES:
        return f"{when}; nobody was reached"
    reference = f", reference {call.reference}" if call.reference else ""
    lasted = words.told_of(entry, ReferralCall.lasted)
    long = f", for {lasted.answer}" if lasted else ""
    return f"{when}, to {words.answer(entry, ReferralCall.spoke_to)}{long}{reference}"


def _advice(words: ReferralWords, entry: Entry) -> Words:
    return (Quiet(f"{write_time(happened(entry))}: "), words.answer(entry, ReferralCall.advice))


def _referrer(words: ReferralWords, college: Sender, today: date) -> Iterator[Row]:
    yield from referrer(words.sender, college)
    labels: Labels = {
        ReferralBackground.direct_line: "Direct line, best time",
        ReferralBackground.secure_email: "Secure e-mail",
        ReferralBackground.knows_child: "Knows the child",
        ReferralBackground.consulted: "Also consulted",
        ReferralBackground.line_manager: "Line manager",
    }
    usual: Mapping[str, tuple[Words, ...]] = {
        "Direct line, best time": (college.to_ring,),
        "Secure e-mail": (college.mailbox,) if college.mailbox else (),
        "Also consulted": tuple(as_of(one, today) for one in words.told(DecisionMade.consulted)),
    }
    for label, answer in asked_then(words, words.background, labels, today):
        known = usual.get(label) if answer == (NOT_RECORDED,) else ()
        yield label, known or answer


def _child(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    child = words.child
    yield "Full name", (child.name,)
    yield "Known as, other names", (child.known_as or NOT_RECORDED,)
    aged = age_and_then(child, words.case.current, today)
    said = words.told_of(words.details, PersonDetails.age_said)
    born = (f"{write_day(child.born)}, {aged}",) if child.born else ()
    told = (f"As told: {said.answer}",) if said else ()
    yield "Date of birth, age", (*born, *told) or (NOT_RECORDED,)
    yield "Course, year", (child.group or NOT_RECORDED,)
    yield "Where now, and how safe", (as_of(words.safe_now, today),)
    labels: Labels = {
        PersonDetails.address: "Home address",
        PersonDetails.earlier_address: "Earlier address",
        PersonDetails.phone: "Telephone",
        PersonDetails.home_authority: "Home authority",
        PersonDetails.nation: "Nation",
        PersonDetails.gender: "Sex, gender as stated",
        PersonDetails.ethnicity: "Ethnicity",
        PersonDetails.looks: "What they look like",
        PersonDetails.religion: "Religion",
        PersonDetails.language: "First language",
        PersonDetails.vulnerable: "More vulnerable through",
        PersonDetails.has_social_worker: "Social worker now or before",
        PersonDetails.interpreter: "Interpreter or other help",
        PersonDetails.interpreter_what: "Which help, and for whom",
        PersonDetails.with_them: "Whom they need with the police",
        PersonDetails.needs: "Disability, special needs",
        PersonDetails.ehcp: "Education, health, care plan",
        PersonDetails.care_needs: "Needs care and support",
        PersonDetails.health: "Health",
        PersonDetails.doctor: "GP",
        PersonDetails.identifier: "NHS, UPN or other number",
        PersonDetails.nationality: "Nationality, immigration",
        PersonDetails.attendance: "Attendance",
        PersonDetails.status: "Known to social care",
        PersonDetails.social_worker: "Social worker",
        PersonDetails.orders: "Legal orders",
    }
    no_worker = words.answer(words.details, PersonDetails.has_social_worker) == _NO
    for label, answer in asked_then(words, words.details, labels, today):
        unnamed = label == labels[PersonDetails.social_worker] and answer == (NOT_RECORDED,)
        if not (no_worker and unnamed):
            yield label, answer


_NO = YesNoUnknown.NO.label
"""The answer after which nobody is asked for the name of a social worker."""


def _consent(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    told = [_named(who, line) for who, lines in _told(words).items() for line in lines]
    yield "Parents and carers", tuple(told) or (NOT_RECORDED,)
    labels: Labels = {
        ReferralBackground.consent: "Agreement to the referral",
        ReferralBackground.consent_who: "Who agreed, and when",
        ReferralBackground.consent_why: "Reason without agreement",
        ReferralBackground.sharing: "Agreement to sharing",
        ReferralBackground.covers: "Whose information it covers",
        ReferralBackground.parents_view: "What parents say",
        ReferralBackground.child_told: KNOWS,
        ReferralBackground.child_untold: UNTOLD,
        ReferralBackground.child_view: VIEW,
        ReferralBackground.child_consent: "Child agrees to sharing",
        ReferralBackground.keep_from_child: "To be kept from the child",
        ReferralBackground.keep_from_family: "To be kept from the family",
    }
    above = words.told(ParentContact.said) or words.told(ParentContact.exact_words)
    since = told_since_child(words, today)
    for label, answer in asked_then(words, words.background, labels, today):
        if not (above and label == "What parents say" and answer == (NOT_RECORDED,)):
            yield label, since.get(label, answer)


def _told(words: ReferralWords) -> Mapping[str, list[Words]]:
    """Return what each parent or carer was told, and of whom it is not recorded."""
    lines = {who: [*said] for who, said in parents_told(words).items()}
    for row in words.rows(words.background, ReferralBackground.parents):
        who, said = told_whom(words, row), told_row(words, row)
        if told_since(words, row, words.child.id) or told_in_talk(words, row, words.background):
            continue
        if said not in lines.get(who, []):
            lines.setdefault(who, []).insert(0, said)
    for parent in words.parents:
        who = words.called(words.case.people[parent].person)
        lines.setdefault(who, [Quiet("It is not recorded whether they know.")])
    return lines


def _named(who: str, line: Words) -> Words:
    return (f"{who}: ", *runs_of(line))


def _harm(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    facts = {Fact.IMPACT: "What it means for the child", Fact.RISK: "Risk now, and if left"}
    yield from standing(words, words.child.id, facts, today)
    labels: Labels = {
        ReferralBackground.strengths: "What protects the child",
        ReferralBackground.change: "What needs to change",
    }
    yield from asked_then(words, words.background, labels, today)
    labels = {
        RiskAssessed.severity: "How serious it is",
        RiskAssessed.repeated: "Something like it before",
        RiskAssessed.vulnerable: "Circumstances that add to it",
        RiskAssessed.vulnerable_how: "Whose, and how",
        RiskAssessed.if_told: "If parents are told",
    }
    if assessed := words.newest(RiskAssessed):
        yield from asked_then(words, assessed, labels, today)
    else:
        yield "Risk assessment", (unassessed(words),)


def _history(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    labels: Labels = {ReferralBackground.history: "Earlier concerns, referrals"}
    yield from asked_then(words, words.background, labels, today)
    yield "Plans in place", (as_of(words.stands(Fact.PLANS, words.child.id), today),)
    labels = {
        ReferralBackground.lead_worker: "Lead worker",
        ReferralBackground.agencies: "Services involved",
    }
    yield from asked_then(words, words.background, labels, today)
    yield "Support in place", tuple(support_told(words)) or (Quiet("No plan is recorded."),)


def _parental(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    labels: Labels = {ReferralBackground.parental: "Known facts that matter"}
    yield from asked_then(words, words.background, labels, today)


def _request(words: ReferralWords, college: Sender, today: date) -> Iterator[Row]:
    steps = words.told_of(words.background, ReferralBackground.steps)
    said = (as_of(steps, today), *_done_after(words, steps.entry)) if steps else (_done(words),)
    yield "Done by the college so far", said
    yield from asked_then(
        words, words.opened, {ReferralOpened.asked_for: "What the college asks for"}, today
    )
    free = words.told_of(words.background, ReferralBackground.available)
    yield "For a strategy discussion", (as_of(free, today) if free else _line(words, college),)
    if with_it := words.told_of(words.background, ReferralBackground.attached):
        yield "With this letter", (with_it.answer,)


def _done(words: ReferralWords) -> str:
    """Return the steps taken, each once, from the record."""
    return _in_a_line(*_titles(words.each(*STEPS)), "this referral")


def _done_after(words: ReferralWords, told: Entry) -> Iterator[Words]:
    """Yield the steps taken since they were last told of in words."""
    if since := _titles(one for one in words.each(*STEPS) if one.at > told.at):
        yield (Quiet("And since then: "), _in_a_line(*since))


def _titles(steps: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.form.title for entry in as_it_happened(steps)))


def _in_a_line(first: str, *rest: str) -> str:
    return ", ".join((first[:1].upper() + first[1:], *map(lower, rest))) + "."


def _line(words: ReferralWords, college: Sender) -> str:
    return f"Ring {words.sender}, {college.to_ring}"


def _declaration(words: ReferralWords, college: Sender, _today: date) -> Iterator[Row]:
    team, address = words.referral.opened.team, words.referral.opened.team_address
    yield "Sent by", (f"{words.sender}, {college.name}",)
    yield "Sent to", (", ".join(filter(None, (team, address))),)
    if by := words.told_of(words.background, ReferralBackground.send_by):
        yield "How it is sent", (by.answer,)
    yield "Please acknowledge", ("Within one working day of receipt, to the number above.",)


_SECTIONS: dict[str, tuple[str, Callable[[ReferralWords, Sender, date], Iterator[Row]]]] = {
    "A": ("This referral", _this_referral),
    "B": ("Who is referring", _referrer),
    "C": ("The child", _child),
    "D": ("Family and household", household),
    "E": ("Consent and who knows", _consent),
    "F": ("The concern", concern),
    "G": ("The imagery, in words", imagery),
    "H": ("Harm, risk and strengths", _harm),
    "I": ("The child’s voice", voice),
    "J": ("History and services", _history),
    "K": ("Parents and carers", _parental),
    "L": ("Action and request", _request),
    "M": ("Declaration", _declaration),
}
