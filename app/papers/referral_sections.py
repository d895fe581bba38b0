"""Sections A to M of a referral: which answers are in which section, under which labels."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from app.domain.case.ages import age_and_then
from app.domain.case.entry import Entry
from app.domain.case.imagery import containment, devices_held, viewing
from app.domain.case.people import CHILDREN
from app.domain.case.standing import WHOLE_CASE
from app.domain.forms import FORMS
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.person import PersonDetails
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import ReferralBackground, ReferralCall, ReferralOpened
from app.domain.kit.answers import Role, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.moments import write_day, write_time
from app.domain.kit.wording import lower
from app.papers.agency_words import ReferralWords
from app.papers.capacity import capacity_rows
from app.papers.case_words import NOT_APPLICABLE, NOT_KNOWN
from app.papers.household import household
from app.papers.of_its_day import as_of, asked_then
from app.papers.parents_told import parents_told, told_row, told_since, told_whom
from app.papers.rows import (
    TELLING,
    Labels,
    Row,
    as_it_happened,
    asked,
    happened,
    referrer,
    retold,
    role_words,
    sign_rows,
    source,
    who_is,
)
from app.spread.of_case import containment_in_words
from app.typesetting.content import Rows, Section
from app.typesetting.page import NO_IMAGERY, Sender
from app.typesetting.text import Quiet, Words, runs_of

SINCE = tuple(form for form in TELLING if form is not ConcernReceived)
"""The forms with accounts of the events after the concern."""
STEPS = tuple(form for form in FORMS if form.is_step)
"""The forms of steps that a college takes before a referral and alongside it."""


def sections_of(words: ReferralWords, college: Sender, today: date) -> tuple[Section, ...]:
    """Return all thirteen sections, each with an answer. Ages are those on `today`."""
    return tuple(
        Section(letter, heading, _never_blank(tuple(rows(words, college, today)), words, college))
        for letter, (heading, rows) in _SECTIONS.items()
    )


def _never_blank(rows: Rows, words: ReferralWords, college: Sender) -> Rows:
    """Return the rows of a section. If nothing in it is known, add a row saying who will ask."""
    if any(answer not in ((NOT_KNOWN,), (NOT_APPLICABLE,)) for _, answer in rows):
        return rows
    asks = f"Not known at {college.name}; will be asked by {words.sender}."
    return (("This section", (asks,)), *rows)


def _this_referral(words: ReferralWords, _college: Sender, _today: date) -> Iterator[Row]:
    calls = tuple(_call(words, entry) for entry in words.calls)
    yield "Telephone referral", calls or (Quiet("No call recorded."),)
    advice = tuple(words.answer(entry, ReferralCall.advice) for entry in words.calls)
    if advice:
        yield "Advice given by telephone", advice
    yield from asked(words, words.opened, {ReferralOpened.threshold: "Level of need"})
    yield "Signs that call for referral", tuple(sign_rows(words.case))


def _call(words: ReferralWords, entry: Entry) -> Words:
    call = entry.form
    assert isinstance(call, ReferralCall)
    when = f"{write_time(call.called_at)}, by {words.answer(entry, ReferralCall.called_by)}"
    if call.reached is not YesNoUnknown.YES:
        return f"{when}; nobody was reached"
    reference = f", reference {call.reference}" if call.reference else ""
    return f"{when}, to {words.answer(entry, ReferralCall.spoke_to)}{reference}"


def _referrer(words: ReferralWords, college: Sender, _today: date) -> Iterator[Row]:
    yield from referrer(words.sender, college)
    labels: Labels = {
        ReferralBackground.direct_line: "Direct line, best time",
        ReferralBackground.secure_email: "Secure e-mail",
        ReferralBackground.knows_child: "Knows the child",
        ReferralBackground.consulted: "Also consulted",
    }
    for label, answer in asked(words, words.background, labels):
        usual = {"Direct line, best time": college.phone, "Secure e-mail": college.mailbox}
        known = usual.get(label) if answer == (NOT_KNOWN,) else ""
        yield label, (known,) if known else answer


def _child(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    child = words.child
    yield "Full name", (child.name,)
    yield "Known as, other names", (child.known_as or NOT_KNOWN,)
    aged = age_and_then(child, words.case.current, today)
    born = f"{write_day(child.born)}, {aged}" if child.born else NOT_KNOWN
    yield "Date of birth, age", (born,)
    yield "Course, year", (child.group or NOT_KNOWN,)
    yield "Where now, and how safe", (as_of(words.safe_now, today),)
    labels: Labels = {
        PersonDetails.address: "Home address",
        PersonDetails.earlier_address: "Earlier address",
        PersonDetails.phone: "Telephone",
        PersonDetails.home_authority: "Home authority",
        PersonDetails.nation: "Nation",
        PersonDetails.gender: "Sex, gender as stated",
        PersonDetails.ethnicity: "Ethnicity",
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
    yield from asked(words, words.details, labels)


def _standing(words: ReferralWords, facts: Mapping[Fact, str], today: date) -> Iterator[Row]:
    """Yield what stands of the child on each fact, else what stands of the whole case."""
    for fact, label in facts.items():
        told = words.stands(fact, words.child.id) or words.stands(fact, WHOLE_CASE)
        yield label, (as_of(told, today),)


def _consent(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    rows = words.rows(words.background, ReferralBackground.parents)
    told = [
        _named(told_whom(words, row), told_row(words, row))
        for row in rows
        if not told_since(words, row, words.child.id)
    ]
    for who, lines in parents_told(words).items():
        told += [_named(who, line) for line in lines if words.each(ParentDecision, ParentContact)]
    yield "Parents and carers", tuple(told) or (NOT_KNOWN,)
    labels: Labels = {
        ReferralBackground.consent: "Agreement to the referral",
        ReferralBackground.consent_who: "Who agreed, and when",
        ReferralBackground.consent_why: "Reason without agreement",
        ReferralBackground.parents_view: "What parents say",
        ReferralBackground.child_told: "Child knows of it",
        ReferralBackground.keep_from_family: "To be kept from the family",
    }
    yield from asked_then(words, words.background, labels, today)


def _named(who: str, line: Words) -> Words:
    return (f"{who}: ", *runs_of(line))


def _concern(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    labels: Labels = {
        ConcernReceived.exact_words: "The learner’s exact words",
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
        yield from asked(words, entry, labels)
        if words.rows(entry, ConcernReceived.further):
            yield "It happened again", (words.answer(entry, ConcernReceived.further),)
    since = tuple(_since(words))
    yield "What became known since", since or (Quiet("Nothing recorded."),)
    yield "Others, and their part", tuple(_others(words, today))


def _since(words: ReferralWords) -> Iterator[Words]:
    for entry in as_it_happened(words.each(*SINCE)):
        if said := tuple(retold(words, entry)):
            yield Quiet(f"{write_time(happened(entry))}. {source(words, entry)}")
            yield from said


def _others(words: ReferralWords, today: date) -> Iterator[Words]:
    people = words.others()
    for person in people:
        parts = role_words(words.case.people[person.id].roles)
        yield f"{', '.join(filter(None, who_is(words, person, today)))}: {parts}"
    if not people:
        yield Quiet("Nobody else is recorded.")
    if any(person.kind in CHILDREN for person in people):
        yield Quiet(
            "Other learners are not named here. One who needs help is referred separately; ask "
            f"{words.sender} for a name that you need."
        )


def _imagery(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    people = words.case.people
    yield "The child’s part", (role_words(people[words.child.id].roles).capitalize(),)
    pictured = [known.person for known in people.values() if Role.PICTURED in known.roles]
    ages = tuple(", ".join(who_is(words, person, today)) for person in pictured)
    yield "Who is pictured", ages or (NOT_KNOWN,)
    told = {
        "Kind of imagery": words.told(ConcernReceived.imagery),
        "Known spread": words.told(InitialReview.spread_why),
    }
    for label, answers in told.items():
        yield label, tuple(one.answer for one in answers) or (NOT_KNOWN,)
    labels: Labels = {
        ReferralBackground.services_used: "Services and accounts",
        ReferralBackground.containment: "Done to stop it spreading",
        ReferralBackground.devices: "Devices held, and where",
    }
    if words.case.copies:
        yield "Copies, by the record", (containment_in_words(containment(words.case)),)
    for label, answer in asked_then(words, words.background, labels, today):
        yield label, answer if answer != (NOT_KNOWN,) else _recorded(words).get(label, answer)
    yield "Viewing by staff", (viewing(words.case).label,)
    yield "Imagery", (NO_IMAGERY,)


def _recorded(words: ReferralWords) -> Mapping[str, tuple[Words, ...]]:
    """Return answers from other entries, for when the form of the referral has none."""
    requests = tuple(
        words.listed(entry, RemovalRequested.service_name, RemovalRequested.sent_at)
        for entry in words.each(RemovalRequested)
    )
    held = len(devices_held(words.case))
    devices = "One is" if held == 1 else f"{held} are"
    found = f"{devices} in the college’s custody, sealed." if held else "None held by the college."
    said = {"Devices held, and where": (found,)}
    return {**said, "Done to stop it spreading": requests} if requests else said


def _harm(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    facts = {Fact.IMPACT: "What it means for the child", Fact.RISK: "Risk now, and if left"}
    yield from _standing(words, facts, today)
    labels: Labels = {
        ReferralBackground.strengths: "What protects the child",
        ReferralBackground.change: "What needs to change",
    }
    yield from asked_then(words, words.background, labels, today)


def _voice(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    own = "In the child’s own words"
    yield own, _in_own_words(words, Fact.WANTS, today) or (NOT_KNOWN,)
    told = words.stands(Fact.WANTS, words.child.id)
    if told is None or isinstance(told.entry.form, ReferralBackground):
        labels: Labels = {ReferralBackground.wishes_how: "Who asked, when and how"}
        yield from asked(words, told.entry if told else words.background, labels)
    if on_parents := _in_own_words(words, Fact.ON_PARENTS, today):
        yield "On telling parents", on_parents
    if deciding := tuple(capacity_rows(words, words.child.id)):
        yield "Understanding, capacity", deciding


def _in_own_words(words: ReferralWords, fact: Fact, today: date) -> tuple[Words, ...]:
    """Return what the child said last on a fact, and of a conversation who asked and when."""
    told = words.stands(fact, words.child.id)
    if told is None:
        return ()
    said = as_of(told, today)
    if not isinstance(told.entry.form, LearnerConversation):
        return (said,)
    by = words.answer(told.entry, LearnerConversation.held_by)
    return (said, Quiet(f"Asked by {by}"))


def _history(words: ReferralWords, _college: Sender, today: date) -> Iterator[Row]:
    labels: Labels = {ReferralBackground.history: "Earlier concerns, referrals"}
    yield from asked(words, words.background, labels)
    yield "Plans in place", (as_of(words.stands(Fact.PLANS, words.child.id), today),)
    labels = {ReferralBackground.agencies: "Services involved"}
    yield from asked(words, words.background, labels)


def _parental(words: ReferralWords, _college: Sender, _today: date) -> Iterator[Row]:
    yield from asked(
        words, words.background, {ReferralBackground.parental: "Known facts that matter"}
    )


def _request(words: ReferralWords, college: Sender, today: date) -> Iterator[Row]:
    steps = words.answer(words.background, ReferralBackground.steps)
    yield "Done by the college so far", (_done(words) if steps == NOT_KNOWN else steps,)
    yield from asked_then(
        words, words.opened, {ReferralOpened.asked_for: "What the college asks for"}, today
    )
    free = words.answer(words.background, ReferralBackground.available)
    yield "For a strategy discussion", (_line(words, college) if free == NOT_KNOWN else free,)
    yield "Attached", (Quiet("Nothing."),)


def _done(words: ReferralWords) -> str:
    """Return the steps taken, each once, from the record: better than "Not known"."""
    done = dict.fromkeys(entry.form.title for entry in as_it_happened(words.each(*STEPS)))
    first, *rest = (*done, "this referral")
    return ", ".join((first[:1].upper() + first[1:], *map(lower, rest))) + "."


def _line(words: ReferralWords, college: Sender) -> str:
    return f"Ring {words.sender}, {college.phone}"


def _declaration(words: ReferralWords, college: Sender, _today: date) -> Iterator[Row]:
    team, address = words.referral.opened.team, words.referral.opened.team_address
    yield "Sent by", (f"{words.sender}, {college.name}",)
    yield "Sent to", (", ".join(filter(None, (team, address))),)
    yield "Please acknowledge", ("Within one working day of receipt, to the number above.",)


_SECTIONS: dict[str, tuple[str, Callable[[ReferralWords, Sender, date], Iterator[Row]]]] = {
    "A": ("This referral", _this_referral),
    "B": ("Who is referring", _referrer),
    "C": ("The child", _child),
    "D": ("Family and household", household),
    "E": ("Consent and who knows", _consent),
    "F": ("The concern", _concern),
    "G": ("The imagery, in words", _imagery),
    "H": ("Harm, risk and strengths", _harm),
    "I": ("The child’s voice", _voice),
    "J": ("History and services", _history),
    "K": ("Parents and carers", _parental),
    "L": ("Action and request", _request),
    "M": ("Declaration", _declaration),
}
