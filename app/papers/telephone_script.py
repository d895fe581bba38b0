"""The telephone script for whoever is told: about a minute of words, in large type.

The call comes before the letter. The script has the words to say, and lines to write down who
answered, what they advised and which reference they gave.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from app.domain.case.bodies import Referral
from app.domain.case.case import Case
from app.domain.case.imagery import AT_LARGE, containment, devices_held
from app.domain.case.people import CHILDREN
from app.domain.forms.bodies import (
    POLICE_BODIES,
    AskedOfBody,
    BodyReferralOpened,
    OtherBody,
    Way,
)
from app.domain.forms.copies import CopyState
from app.domain.forms.deletion import Agreeing
from app.domain.forms.person import PersonDetails
from app.domain.forms.sharing import LetterMeant
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import Person, PersonKind, PersonRef, Role
from app.domain.kit.facts import Fact
from app.domain.kit.moments import day_of, write_full_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lower, with_and
from app.domain.rules.holds import holds_on, may_agree
from app.papers.agency_words import PoliceWords, ReferralWords, police_referrals
from app.papers.body_answer import is_awaited, your_answers
from app.papers.body_call import (
    ASKED_FOR,
    ENDS,
    OPENS,
    SAYS,
    TOLD_ALREADY,
    lives,
    said_to,
    told_already,
)
from app.papers.body_sections import CALLED, left_alone_of_named, safety
from app.papers.body_words import BodyWords, subjects_of, words_of
from app.papers.case_words import CaseWords, StepWords
from app.papers.further_call import (
    YOU_SAID,
    heard_from,
    in_fewer_words,
    length,
    new_since,
    not_to_say,
    they_said,
)
from app.papers.kind import PaperKind, Subject, whoever_issues
from app.papers.of_all import danger_of
from app.papers.of_its_day import as_of, risk_now
from app.papers.parents_told import NEVER, NOT_NOW, TOLD, told_in_short
from app.papers.police_sections import still_asked
from app.papers.rows import Row, aged, happened
from app.papers.told_before import told_earlier
from app.typesetting.content import Content, Issue, Spoken, WritingLines
from app.typesetting.text import Strong, Words

TITLE = "Telephone script"
DANGER = f"Somebody in danger this minute? Ring {Way.EMERGENCY.label} first."
UNDER_18 = "somebody under\u00a018"
TO_WRITE = (
    "Name, role, number",
    "Day and time",
    "Advice",
    "",
    "Reference",
    "Next, and by when",
)
"""What the caller writes down during the call."""
WRITTEN_AGAIN = ("Name, day and time", "Advice", "", "Next, and by when")
"""The same for a further call: whoever is rung gave their reference in the first."""
IN_WRITING = "You will have this in writing."
ASKED: Mapping[AskedOfBody, str] = {
    AskedOfBody.PARENTS: "May the family be told?",
    AskedOfBody.DELETION: "May anything be deleted?",
    AskedOfBody.DEVICES: "What about devices?",
}
"""What a first call asks before anybody acts, and a further one as far as it is still open."""
WHAT_CAME = "What came of it, and what do you need from us?"
WHAT_SINCE = "What has come of it since, and what do you need from us?"
"""What a further call asks of whoever has not answered yet, and of whoever has."""
WHERE, IN_DANGER = "Where now", "In danger now?"
LONGEST = 200
"""Words that can be said in about a minute."""
WHY_NOW = "Why now"
AGAIN = {ASKED_FOR: "We asked for", WHY_NOW: "Why we told you"}
"""What a further call calls otherwise than the first, and says to nobody who has answered it."""
TOLD_IN_LENGTH = {
    AGAIN[WHY_NOW],
    YOU_SAID,
    *(label for one in SAYS.values() for label in one.values()),
}
"""What they heard or said at length, and hear in a sentence of a call that would take too long."""


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each referral that can be made by telephone. CEOP takes reports only online."""
    social_care = (
        Subject(words=case.names[one.id], person=one.opened.child, entry=one.id)
        for one in case.referrals
    )
    police = (
        Subject(words=one.opened.name, entry=one.id)
        for one in police_referrals(case)
        if one.opened.body is OtherBody.POLICE
    )
    others = (one for body in OPENS for one in subjects_of(case, body))
    return (*social_care, *police, *others)


class _Call(NamedTuple):
    """The words of a first call, whom it goes to, and what a further call says and asks instead."""

    said: tuple[Row, ...]
    whom: str
    still: str
    reference: str
    answered: tuple[str, ...]
    words: StepWords


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the words of one call, and lines for the reply."""
    call = _call(case, subject, issue)
    rows = (("Who you are", (_opening(issue),)), *_once(case, subject, call, issue))
    again = told_earlier(case, subject.entry or "", issue) and call.reference
    return Content(
        issue=issue,
        kind=TITLE,
        title=f"Call to {call.whom}",
        under=f"Case {case.number}, as known at {write_time(issue.at)}. {DANGER}",
        recipient="Whoever makes the call",
        callout=tuple(not_to_say(call.words, issue.at)),
        parts=(
            Spoken("Say", rows),
            WritingLines("Write down", WRITTEN_AGAIN if again else TO_WRITE),
        ),
    )


def _call(case: Case, subject: Subject, issue: Issue) -> _Call:
    for referral in case.referrals:
        if referral.id == subject.entry:
            return _to_care(ReferralWords(case, referral), issue)
    (told,) = (one for one in case.body_referrals if one.id == subject.entry)
    words: PoliceWords | BodyWords
    if told.opened.body in POLICE_BODIES:
        words = PoliceWords(case, told)
        said = tuple(_to_police(words, day_of(issue.at)))
        still = _still(words, still_asked(words), Agreeing.POLICE)
    else:
        words = words_of(case, subject)
        said = tuple(said_to(words, issue))
        asks = not told.outcomes and is_awaited(case, told)
        still = f"{WHAT_CAME} {ENDS[told.opened.body]}" if asks else WHAT_CAME
    return _Call(
        said=said,
        whom=told.opened.name,
        still=still,
        reference=", ".join(told.numbers),
        answered=tuple(your_answers(words, told)),
        words=words,
    )


def _to_care(words: ReferralWords, issue: Issue) -> _Call:
    referral = words.referral
    return _Call(
        said=tuple(_to_social_care(words, issue.at)),
        whom=referral.opened.team,
        still=_still(words, ASKED, Agreeing.SOCIAL_CARE),
        reference=referral.reference or "",
        answered=tuple(_care_answered(referral)),
        words=words,
    )


def _last(case: Case, rung: Agreeing) -> Iterator[Row]:
    """Yield what a first call asks of whom is `rung`, and how it ends."""
    open_yet = (ASKED[one] for one in ASKED if one is not AskedOfBody.DELETION)
    asked = ASKED.values() if may_agree(rung, *holds_on(case)) else open_yet
    yield "Ask", (" ".join(asked),)
    yield "Before you end", (f"May I have a reference? {IN_WRITING}",)


def _still(words: CaseWords, topics: Collection[AskedOfBody], rung: Agreeing) -> str:
    """Return what a further call asks: what came of it, and which of these topics are open.

    Whether anything may be deleted is asked only of whom can agree to it, while it is held.
    """
    case, told = words.case, told_in_short(words)
    open_yet = [who for who, short in told.items() if short not in {TOLD, NEVER}]
    at_large = containment(case).count(*AT_LARGE, CopyState.SUSPECTED)
    settled = {
        AskedOfBody.PARENTS: TOLD in told.values() and not open_yet,
        AskedOfBody.DELETION: (bool(case.copies) and not at_large)
        or not may_agree(rung, *holds_on(case)),
        AskedOfBody.DEVICES: not devices_held(case),
    }
    asked = dict(ASKED)
    if open_yet:
        asked[AskedOfBody.PARENTS] = " ".join(_may_be_told(told, open_yet))
    still = (asked[one] for one in asked if one in topics and not settled[one])
    return " ".join((WHAT_CAME, *still))


def _may_be_told(told: Mapping[str, str], open_yet: Sequence[str]) -> Iterator[str]:
    """Yield what is asked of each family: of whom it is decided to wait, whether that holds."""
    waiting = [who for who in open_yet if told[who] == NOT_NOW]
    if others := [who for who in open_yet if who not in waiting]:
        yield f"May {with_and(others)} be told?"
    if waiting:
        are = "are" if waiting[1:] else "is"
        yield f"{are.capitalize()} {with_and(waiting)} still not to be told?"


def _once(case: Case, subject: Subject, call: _Call, issue: Issue) -> Iterator[Row]:
    """Yield what is said: nobody is told as new, or asked for again, what the record has."""
    told = told_earlier(case, subject.entry or "", issue)
    if told is None:
        yield from call.said
        return
    (what, is_it), *rest, (ask, asked), (end, ends) = call.said
    number = f", your reference {call.reference}" if call.reference else ""
    day = write_full_day(day_of(told.first.at))
    if told.meant is LetterMeant.NEW:
        yield what, (*is_it, f"This is new. You heard from us before, on {day}{number}.")
        yield from (*rest, (ask, asked), (end, (f"May I have a reference for it? {IN_WRITING}",)))
        return
    heard, answered = f"You heard of this from us on {day}{number}.", call.answered
    it_is = (what, (" ".join((heard, *answered, "I am ringing about it again.")),))
    still = call.still.replace(WHAT_CAME, WHAT_SINCE) if answered else call.still
    last = ((ask, (still,)), (end, (IN_WRITING,) if call.reference else ends))
    first = (it_is, *heard_from(call.words), *_said_again(call, rest))
    room = LONGEST - length((("", (_opening(issue),)), *first, *last))
    if room < 0:
        first = tuple(in_fewer_words(first, TOLD_IN_LENGTH))
    yield from (*first, *new_since(call.words, _about_whom(case, subject), room), *last)


def _said_again(call: _Call, rest: Iterable[Row]) -> Iterator[Row]:
    """Yield what a further call says of what the first one said, and what they said themselves."""
    last_said = () if call.answered else they_said(call.words)
    # Others told are said once; what they are told of it since is in writing.
    unsaid = {TOLD_ALREADY, *([ASKED_FOR] if call.answered or last_said else ())}
    yield from ((AGAIN.get(label, label), lines) for label, lines in rest if label not in unsaid)
    yield from last_said


def _about_whom(case: Case, subject: Subject) -> PersonRef | None:
    """Return whom the referral of a call is about."""
    opened = case.entry(subject.entry or "").form
    if isinstance(opened, ReferralOpened):
        return opened.child
    assert isinstance(opened, BodyReferralOpened)
    return opened.about


def _care_answered(referral: Referral) -> Iterator[str]:
    """Yield what social care answered last, and that the college disagrees with it."""
    if referral.replies:
        last, raised = referral.replies[-1], referral.disputed
        day = write_full_day(day_of(last.received_at))
        yield f"You answered on {day}: {lower(last.reply.label)}."
        if raised:
            yield f"We disagreed on {write_full_day(day_of(raised.at))}."


def _opening(issue: Issue) -> Words:
    author, college = issue.author, issue.college
    return (
        "This is ",
        Strong(author.name),
        f", {author.role} at {college.name}, on {college.to_ring}.",
        " May I have your name and number?",
    )


def _to_social_care(words: ReferralWords, at: datetime) -> Iterator[Row]:
    today = day_of(at)
    yield "What it is", (f"I am referring a child, about intimate imagery of {UNDER_18}.",)
    yield "About whom", (_person(words, words.child, today), *_social_worker(words))
    for lead, said in left_alone_of_named(words, at):
        yield lead, (said,)
    yield WHY_NOW, (as_of(words.told_of(words.opened, ReferralOpened.why_now), today),)
    if danger := danger_of(words, words.child.id, today):
        yield IN_DANGER, (danger,)
    safe = words.safe_now
    if safe and day_of(happened((safe.now or safe).entry).at) == today:
        yield "Safe now", (as_of(safe, today),)
    else:
        yield WHERE, (_look_up([words.child.name]),)
    yield "Family", (_family(words),)
    lado = (one for one in words.case.body_referrals if one.opened.body is OtherBody.LADO)
    yield from told_already(words, words.referral.id, *lado)
    yield from safety(words, CALLED, today, words.child.id)
    yield ASKED_FOR, (as_of(words.told_of(words.opened, ReferralOpened.asked_for), today),)
    yield from _last(words.case, Agreeing.SOCIAL_CARE)


def _social_worker(words: ReferralWords) -> Iterator[Words]:
    """Yield that the child has a social worker or had one, and who: it decides who is put through.

    Source: KCSIE 2026, children who need a social worker: the DSL holds and uses it.
    """
    if words.case.stands.says_yes(Fact.SOCIAL_WORKER, words.child.id):
        who = words.told_of(words.details, PersonDetails.social_worker)
        yield "They are known to a social worker" + (f": {who.answer}." if who else ".")


def _to_police(words: PoliceWords, today: date) -> Iterator[Row]:
    yield "What it is", (f"I am reporting intimate imagery of {UNDER_18}.",)
    yield "About whom", tuple(_whom(words, today)) or ("Nobody is named yet.",)
    yield WHY_NOW, (as_of(words.told_of(words.opened, BodyReferralOpened.why), today),)
    yield IN_DANGER, (risk_now(words, today, today_only=True),)
    where = words.stands(Fact.WHEREABOUTS)
    if not where or day_of(happened(where.entry).at) != today:
        yield WHERE, (_look_up([words.case.names[key] for key in _about(words)]),)
    yield "Family", (_family(words),)
    yield from told_already(words, words.referral.id)
    yield from safety(words, CALLED, today, *_children(words.case))
    yield ASKED_FOR, (as_of(words.told_of(words.opened, BodyReferralOpened.asked_for), today),)
    yield from _last(words.case, Agreeing.POLICE)


def _whom(words: PoliceWords, today: date) -> Iterator[Words]:
    """Yield whom it is about, or else who is pictured, and how many others there are."""
    people, named = words.case.people, _about(words)
    for key in named:
        yield _person(words, people[key].person, today)
    nameable = (key for key, one in people.items() if one.person.kind is not PersonKind.ACCOUNT)
    others = sum(key not in named for key in nameable)
    if others:
        more = "One other person" if others == 1 else f"{others} other people"
        yield f"{more}: I can name them."


def _look_up(who: Sequence[str]) -> str:
    """Return what is said of where they are if nobody has recorded it on this day."""
    are = f"{with_and(who) or 'each learner'} {'are' if who[1:] else 'is'}"
    return f"Say where {are} now, and who is there. Look it up first."


def _about(words: PoliceWords) -> list[PersonRef]:
    people, about = words.case.people, words.referral.opened.about or ""
    pictured = [key for key, known in people.items() if Role.PICTURED in known.roles]
    return [about] if about in people else pictured


def _children(case: Case) -> tuple[PersonRef, ...]:
    return tuple(key for key, known in case.people.items() if known.person.kind in CHILDREN)


def _family(words: CaseWords) -> str:
    """Return for each parent or carer whether they know, which is always asked next."""
    told = [f"{who}: {short}." for who, short in told_in_short(words).items()]
    return " ".join(told) or "Nothing is recorded yet of telling parents or carers."


def _person(words: CaseWords, person: Person, today: date) -> Words:
    group = f", {person.group}" if person.group else ""
    return (
        Strong(person.name),
        f", {aged(words, person, today)}{group}. {lives(words, person)}",
    )


KIND = PaperKind(
    key="telephone_script",
    title=TITLE,
    audience=Audience.AGENCIES,
    reader="Whoever makes the call",
    stage=Stage.SOCIAL_CARE,
    subjects=subjects,
    content=content,
    ring=whoever_issues,
    says_what_it_is=True,
)
