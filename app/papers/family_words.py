"""Sentences that papers for a family share: advice by what the child did, days, whom to ring."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.domain import names
from app.domain.case.case import Case
from app.domain.case.people import PersonInCase
from app.domain.forms.parents import Advice
from app.domain.forms.sharing import OthersKind, OthersLetStand
from app.domain.kit.answers import PersonRef, StaffMember
from app.domain.kit.moments import write_long_day
from app.domain.kit.wording import lower
from app.domain.rules.directory import CHILDLINE
from app.typesetting.content import Help, Issue
from app.typesetting.text import Strong, Words, unbroken

_NO_OTHER_CHILD = "This letter names no child of another family. "
_ABOUT_THIS = (
    "We keep a record of this. We share it only with people who need it to keep children safe. We "
    "tell you when we do, unless that would put a child at risk."
)
HELP_TOO = "The people below can help you too."
DO_NOT_LOOK = "Please do not look at the picture, ask to see it or send it on."
KEEP = "Keep all messages and account names. They may be needed."
LEAVE_PHONE = "Leave the phone as it is. Please do not delete anything yet."


def about_this(case: Case, reader: PersonRef) -> str:
    """Return what a letter says of itself: that it names no other child, unless one was let stand.

    The check of the finished letter sees to it that nobody else is named unasked.
    """
    let = (one for one in case.all_of(OthersLetStand) if one.reader == reader)
    other = any(one.names is OthersKind.CHILD for one in let)
    return _ABOUT_THIS if other else _NO_OTHER_CHILD + _ABOUT_THIS


def advice_for(
    given: Iterable[Advice], child: PersonInCase, *, held: bool, phone: bool
) -> Iterator[str]:
    """Yield the advice a parent was given, in the order of the form, as fits what their child did.

    `held` is whether there is something not to be deleted for now: only then does the paper ask to
    keep anything, and to leave the phone as it is unless it is no longer theirs to keep (`phone`).
    """
    first = names.first_name(child.person.name)
    listen = (
        f"Stay calm and listen first. You can say clearly what was not right, and still be there "
        f"for {first}."
        if child.acted and not child.harmed
        else f"Listen, and let {first} decide how much to say. Try not to blame, and not to ask "
        f"why."
    )
    keep = (KEEP, LEAVE_PHONE) if phone else (KEEP,)
    sentences = {
        Advice.LISTEN: (listen,),
        Advice.DO_NOT_LOOK: (DO_NOT_LOOK,),
        Advice.KEEP: keep if held else (),
        Advice.HELP: (HELP_TOO,),
    }
    chosen = set(given)
    return (sentence for one in sentences if one in chosen for sentence in sentences[one])


def by_when(day: date | None, today: date) -> str:
    """Write by when something was agreed, in the past where the day has gone: "" without a day."""
    if day is None:
        return ""
    written = "today" if day == today else unbroken(write_long_day(day, today))
    if day < today:
        return f"was for {written}"
    return written if day == today else f"by {written}"


def to_you(words: str, reader: str) -> str:
    """Return who does something, with the reader of the paper as “you”.

    >>> to_you("Isla, with Fern Grant", "Fern Grant")
    'Isla, with you'
    """
    said = " ".join(words.split())
    if names.key(said) == names.key(reader):
        return "You"
    written = said.replace(reader, "you")
    return f"Y{written[1:]}" if said.startswith(reader) else written


def whom_to_ring(issue: Issue, child: str) -> Iterator[tuple[Words, ...]]:
    """Yield who to turn to: whoever signs, then the helplines, each with how to reach them."""
    ours = {one.name: one for one in issue.supplement.help}.get(issue.author.name)
    phone = issue.college.line or (ours.number if ours else issue.college.phone)
    reach = ", ".join(filter(None, (issue.college.mailbox, ours.hours if ours else "")))
    role = f", {issue.author.role}" if issue.author.role else ""
    yield (Strong(issue.author.name), role), (Strong(phone), f", {reach}" if reach else "")
    for one in issue.supplement.help:
        if one is not ours:
            yield _called(one, child), _reached(one)


def whom_to_turn_to(
    issue: Issue, adult: StaffMember | None, hours: str
) -> Iterator[tuple[Words, ...]]:
    """Yield who a child can go to: their adult in college, who there is later, and the helplines.

    `hours` is who there is in the evenings and at weekends.
    """
    who = adult or issue.author
    role = f", {who.role}" if who.role else ""
    yield (Strong(who.name), role), (Strong(issue.college.to_ring),)
    if hours:
        yield (Strong("Evenings and weekends"),), hours
    for one in issue.supplement.help:
        if one.number:
            yield (Strong(one.name.replace(":", ",")),), _reached(one)


def _called(one: Help, child: str) -> Words:
    name, _, what = one.name.partition(": ")
    if one.name == CHILDLINE:
        return (Strong(name), f", for {child}")
    return (Strong(name), f", {what}" if what else f" ({lower(one.purpose)})")


def _reached(one: Help) -> Words:
    hours = f", {lower(one.hours)}" if one.hours else ""
    return (Strong(one.number), hours) if one.number else f"{one.address}{hours}"
