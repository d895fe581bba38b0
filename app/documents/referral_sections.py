"""Sections A to M of a referral: which answers stand where, under which labels."""

from collections.abc import Callable, Iterator
from datetime import date

from app.documents.case_words import NOT_KNOWN
from app.documents.content import Section
from app.documents.page import NO_IMAGERY, College
from app.documents.referral_words import ReferralWords
from app.documents.rows import Row, asked, parts_of, referrer, signs_of, who_is
from app.documents.text import Quiet, Strong, Words
from app.domain.answers import Role, YesNoUnknown
from app.domain.item import Item
from app.domain.moments import age_on, write_day, write_time
from app.domain.people import CHILDREN
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.note import Note
from app.domain.stages.person import Relative
from app.domain.stages.review import InitialReview
from app.domain.stages.social_care import ReferralCall, Told
from app.domain.viewing import viewing


def sections_of(words: ReferralWords, college: College, today: date) -> tuple[Section, ...]:
    """Give all thirteen sections, none without an answer. Ages are those on `today`."""
    return tuple(
        Section(letter, heading, tuple(rows(words, college, today)))
        for letter, (heading, rows) in _SECTIONS.items()
    )


def _this_referral(words: ReferralWords, _college: College, _today: date) -> Iterator[Row]:
    calls = tuple(_call(words, item) for item in words.calls)
    yield "Telephone referral", calls or (Quiet("No call recorded."),)
    advice = tuple(words.answer(item, "advice") for item in words.calls)
    if advice:
        yield "Advice given by telephone", advice
    yield from asked(words, words.opened, {"threshold": "Level of need"})
    yield "Signs that call for referral", tuple(signs_of(words.case))


def _call(words: ReferralWords, item: Item) -> Words:
    call = item.form
    assert isinstance(call, ReferralCall)
    when = f"{write_time(call.called_at)}, by {words.answer(item, 'called_by')}"
    if call.reached is not YesNoUnknown.YES:
        return f"{when}; nobody was reached"
    reference = f", reference {call.reference}" if call.reference else ""
    return f"{when}, to {words.answer(item, 'spoke_to')}{reference}"


def _referrer(words: ReferralWords, college: College, _today: date) -> Iterator[Row]:
    yield from referrer(words.sender, college)
    labels = {
        "direct_line": "Direct line, best time",
        "secure_email": "Secure e-mail",
        "knows_child": "Knows the child",
        "consulted": "Also consulted",
    }
    yield from asked(words, words.background, labels)


def _child(words: ReferralWords, _college: College, today: date) -> Iterator[Row]:
    child = words.child
    yield "Full name", (child.name,)
    yield "Known as, other names", (child.known_as or NOT_KNOWN,)
    born = f"{write_day(child.born)}, {age_on(child.born, today)}" if child.born else NOT_KNOWN
    yield "Date of birth, age", (born,)
    yield "Course, year", (child.group or NOT_KNOWN,)
    yield from asked(words, words.opened, {"safe_now": "Where now, and how safe"})
    labels = {
        "address": "Home address",
        "earlier_address": "Earlier address",
        "phone": "Telephone",
        "home_authority": "Home authority",
        "nation": "Nation",
        "gender": "Sex, gender as stated",
        "ethnicity": "Ethnicity",
        "religion": "Religion",
        "language": "First language",
        "vulnerable": "More vulnerable through",
        "has_social_worker": "Social worker now or before",
        "interpreter": "Interpreter or other help",
        "interpreter_what": "Which help, and for whom",
        "needs": "Disability, special needs",
        "health": "Health",
        "doctor": "GP",
        "identifier": "NHS, UPN or other number",
        "nationality": "Nationality, immigration",
        "attendance": "Attendance",
        "status": "Known to social care",
        "social_worker": "Social worker",
        "orders": "Legal orders",
    }
    yield from asked(words, words.details, labels)


def _household(words: ReferralWords, _college: College, _today: date) -> Iterator[Row]:
    relatives = words.rows(words.details, "household", Relative)
    lines = tuple(_relative(words, relative) for relative in relatives)
    yield "Household and family", lines or (NOT_KNOWN,)
    labels = {"visitor_risk": "Risk to visiting staff", "may_contact": "Whom to contact, or not"}
    yield from asked(words, words.details, labels)


def _relative(words: ReferralWords, relative: Relative) -> Words:
    responsible = relative.responsible or YesNoUnknown.NOT_KNOWN
    born = f"born {write_day(relative.born)}" if relative.born else ""
    duty = f"parental responsibility: {responsible.label.lower()}"
    told = ", ".join(filter(None, (relative.relation.lower(), born, duty)))
    more = "; ".join(filter(None, (told, relative.reached_at, relative.needs)))
    return (Strong(words.hide.over(relative.name)), ", " + words.hide.over(more))


def _consent(words: ReferralWords, _college: College, _today: date) -> Iterator[Row]:
    told = tuple(_told(words, row) for row in words.rows(words.background, "parents", Told))
    yield "Parents and carers", told or (NOT_KNOWN,)
    labels = {
        "consent": "Agreement to the referral",
        "consent_who": "Who agreed, and when",
        "consent_why": "Reason without agreement",
        "parents_view": "What parents say",
        "child_told": "Child knows of it",
        "keep_from_family": "To be kept from the family",
    }
    yield from asked(words, words.background, labels)


def _told(words: ReferralWords, row: Told) -> Words:
    who = words.case.names.get(row.who or "", "A parent or carer")
    told = {YesNoUnknown.YES: "told", YesNoUnknown.NO: "not told"}.get(
        row.told, "not known if told"
    )
    return (f"{words.hide.over(who)}: ", Strong(told), f"; {words.hide.over(row.how)}")


def _concern(words: ReferralWords, _college: College, today: date) -> Iterator[Row]:
    labels = {
        "exact_words": "The learner’s exact words",
        "happened_at": "When it happened",
        "scope": "Kind of incident",
        "safe_now": "Where the learner was then",
    }
    for item, account in words.told(ConcernReceived, "account"):
        told = f"{words.answer(item, 'told_at')}, by {words.answer(item, 'reported_by')}, to "
        how = words.answer(item, "how").lower()
        yield "The college was told", (f"{told}{words.answer(item, 'told_to')} ({how})",)
        yield "What it was told", (account,)
        yield from asked(words, item, labels)
    since = tuple(_since(words))
    yield "What became known since", since or (Quiet("Nothing recorded."),)
    yield "Others, and their part", tuple(_others(words, today))


def _since(words: ReferralWords) -> Iterator[Words]:
    for item, what in words.told(Note, "what"):
        author = item.sealed.author
        lead = f"{words.answer(item, 'at')}, recorded by {author.name}, {author.role}:"
        yield (Quiet(lead), f"\n{what}")


def _others(words: ReferralWords, today: date) -> Iterator[Words]:
    people = words.others()
    for person in people:
        parts = parts_of(words.case.people[person.id].roles)
        yield f"{', '.join(filter(None, who_is(words, person, today)))}: {parts}"
    if not people:
        yield Quiet("Nobody else is recorded.")
    if any(person.kind in CHILDREN for person in people):
        yield Quiet("Other learners are not named here. One who needs help is referred separately.")


def _imagery(words: ReferralWords, _college: College, today: date) -> Iterator[Row]:
    people = words.case.people
    yield "The child’s part", (parts_of(people[words.child.id].roles).capitalize(),)
    pictured = [known.person for known in people.values() if Role.PICTURED in known.roles]
    ages = tuple(", ".join(who_is(words, person, today)) for person in pictured)
    yield "Who is pictured", ages or (NOT_KNOWN,)
    told = {
        "Kind of imagery": words.told(ConcernReceived, "imagery"),
        "Known spread": words.told(InitialReview, "spread_why"),
    }
    for label, answers in told.items():
        yield label, tuple(answer for _, answer in answers) or (NOT_KNOWN,)
    labels = {
        "services_used": "Services and accounts",
        "containment": "Done to stop it spreading",
        "devices": "Devices held, and where",
    }
    yield from asked(words, words.background, labels)
    yield "Viewing by staff", (viewing(words.case).label,)
    yield "Imagery", (NO_IMAGERY,)


def _harm(words: ReferralWords, _college: College, _today: date) -> Iterator[Row]:
    labels = {
        "impact": "What it means for the child",
        "risk": "Risk now, and if left",
        "strengths": "What protects the child",
        "change": "What needs to change",
    }
    yield from asked(words, words.background, labels)


def _voice(words: ReferralWords, _college: College, _today: date) -> Iterator[Row]:
    labels = {"wishes": "In the child’s own words", "wishes_how": "Who asked, when and how"}
    yield from asked(words, words.background, labels)


def _history(words: ReferralWords, _college: College, _today: date) -> Iterator[Row]:
    labels = {
        "history": "Earlier concerns, referrals",
        "plans": "Plans in place",
        "agencies": "Services involved",
    }
    yield from asked(words, words.background, labels)


def _parental(words: ReferralWords, _college: College, _today: date) -> Iterator[Row]:
    yield from asked(words, words.background, {"parental": "Known facts that matter"})


def _request(words: ReferralWords, _college: College, _today: date) -> Iterator[Row]:
    yield from asked(words, words.background, {"steps": "Done by the college so far"})
    yield from asked(words, words.opened, {"asked_for": "What the college asks for"})
    yield from asked(words, words.background, {"available": "For a strategy discussion"})
    yield "Attached", (Quiet("Nothing."),)


def _declaration(words: ReferralWords, college: College, _today: date) -> Iterator[Row]:
    team, address = words.referral.opened.team, words.referral.opened.team_address
    yield "Sent by", (f"{words.sender}, {college.name}",)
    yield "Sent to", (", ".join(filter(None, (team, address))),)
    yield "Please acknowledge", ("Within one working day of receipt, to the number above.",)


_SECTIONS: dict[str, tuple[str, Callable[[ReferralWords, College, date], Iterator[Row]]]] = {
    "A": ("This referral", _this_referral),
    "B": ("Who is referring", _referrer),
    "C": ("The child", _child),
    "D": ("Family and household", _household),
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
