"""Labels and answers that several papers share."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from app.domain.case.ages import age_and_then, write_age
from app.domain.case.bodies import Referral
from app.domain.case.case import Case, State
from app.domain.case.entry import Entry
from app.domain.case.imagery import Viewing, viewing
from app.domain.case.people import CHILDREN, others_harmed
from app.domain.case.signs import SignState, child_in, every_yes, signs_of
from app.domain.forms import FORMS
from app.domain.forms.close import CaseClosed
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.person import PersonDetails
from app.domain.forms.viewing import ViewingAsked
from app.domain.kit.acts import Says
from app.domain.kit.answers import Person, PersonKind, PersonRef, Role, YesNoUnknown
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Form, questions_of
from app.domain.kit.moments import (
    Moment,
    day_of,
    write_day,
    write_time,
)
from app.domain.kit.stage import Sign
from app.domain.kit.wording import ended, lower, told_apart
from app.papers.case_words import ASK_COLLEGE, NOT_APPLICABLE, NOT_RECORDED, CaseWords
from app.typesetting.content import Help, Lines, Part, Signatures, Table
from app.typesetting.page import Sender
from app.typesetting.text import Quiet, Strong, Words

ADDRESS = 238.0
"""Width for the longest address in one line: half of an address might look like a name."""
COLUMNS = (("Who, and for what", 1.0), ("How to reach them", ADDRESS))


def help_table(heading: str, helps: Iterable[Help]) -> Iterator[Part]:
    """Yield the table of contacts, nothing if there are no contacts."""
    rows = tuple(((Strong(one.name), one.purpose), tuple(_reached(one))) for one in helps)
    if rows:
        yield Table(heading, COLUMNS, rows)


def reach_line(one: Help) -> str:
    """Return a contact in one line, the number first: `0800 1111: Childline, any time`."""
    hours = lower(one.hours)
    who = ", ".join(filter(None, (one.name.replace(":", ","), hours)))
    return f"{one.number or one.address}: {who}"


def _reached(one: Help) -> Iterator[Words]:
    hours = (Quiet(f" · {one.hours}"),) if one.hours else ()
    reach = tuple(filter(None, (one.number, one.address)))
    yield (Strong(reach[0]) if one.number else reach[0], *hours)
    yield from reach[1:]


TELLING: tuple[type[Form], ...] = tuple(
    form for form in FORMS if any(one.ask.retold is not None for one in questions_of(form))
)
"""The forms with accounts of the events. What imagery shows is never retold from them: it stays in
the college's own record."""


def retold(words: CaseWords, entry: Entry) -> Iterator[Words]:
    """Yield the accounts of the events in one entry, as far as they may be read."""
    for question in questions_of(type(entry.form)):
        lead = question.ask.retold
        if lead is None:
            continue
        if told := words.told_of(entry, question):
            yield (Quiet(lead), told.answer) if lead else told.answer


def source(words: CaseWords, item: Entry) -> str:
    """Return who told it to whom, or else who recorded it."""
    sides = {one.ask.says: one for one in questions_of(type(item.form)) if one.ask.says}
    if not sides:
        return f"Recorded by {item.sealed.author.name}, {item.sealed.author.role}"
    told_by = words.after("Told by ", item, sides[Says.TELLER])
    return f"{told_by}, {words.after('to ', item, sides[Says.HEARER])}"


def exact_words(words: CaseWords, concern: Entry) -> Words:
    """Return the exact words of a concern, after whose they are and to whom they were said."""
    told = words.told_of(concern, ConcernReceived.exact_words)
    if told is None:
        return words.answer(concern, ConcernReceived.exact_words)
    if words.told_of(concern, ConcernReceived.words_of) is None:
        return (Quiet("Whose words they are is not recorded: "), told.answer)
    whose = words.after("Said by ", concern, ConcernReceived.words_of)
    return (Quiet(f"{whose}: "), told.answer)


Row = tuple[str, tuple[Words, ...]]
"""A label with its answer, in one or several lines."""

Labels = Mapping[object, str]
"""The labels of a paper for some questions, each given as the attribute of its form."""


def asked(words: CaseWords, entry: Entry | None, labels: Labels) -> Iterator[Row]:
    """Yield answers of one entry under the paper’s labels."""
    for question, label in labels.items():
        yield label, (words.answer(entry, question),)


def also(words: CaseWords, entry: Entry, labels: Labels) -> str:
    """Return what else one entry answers, to stand after a sentence: `They said: …`."""
    return "".join(also_runs(words, entry, labels))


def also_runs(words: CaseWords, entry: Entry, labels: Labels) -> Iterator[str]:
    """Yield the same as runs of a text, each label quieter than its answer."""
    for question, label in labels.items():
        if told := words.told_of(entry, question):
            yield from (Quiet(f" {label}: "), ended(told.answer))


def with_answers(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows that have an answer."""
    return (row for row in rows if not isinstance(row[1][0], Quiet))


def referrer(sender: str, college: Sender) -> Iterator[Row]:
    """Yield who refers, and for which college."""
    yield "Name and role", (sender,)
    yield "College", (f"{college.name}, {college.address}", f"{college.team}, {college.phone}")


def sign_rows(case: Case, child: PersonRef = "") -> Iterator[Words]:
    """Yield the signs by answer, yes first. One that was not answered is never counted as no.

    In a letter about one `child` a yes that was said of others alone is called so, and whether they
    are in danger is what was last said of them.
    """
    said: dict[str, list[str]] = {}
    mine = {one.sign for one in every_yes(case.current) if one.about in {"", child}}
    for sign, state in signs_about(case, child).items():
        lead = state.answer.label if state.answer else "Not answered yet"
        if child and state.said_yes and sign not in mine:
            lead = "Yes, of another learner"
        of_what = f" ({_DANGERS})" if child and sign is Sign.HARM else ""
        said.setdefault(lead, []).append(f"{sign_in_words(case, sign, state, child)}{of_what}")
        if state.of_others and state.of_others.answer and not child:
            of_them = _of_others(case, sign, state.of_others)
            said.setdefault(state.of_others.answer.label, []).append(of_them)
    for lead in sorted(said, key=_SIGN_LEADS.index):
        first, *rest = said[lead]
        yield (Strong(f"{lead}:"), f" {'; '.join((first, *map(lower, rest)))}")


_SIGN_LEADS = (
    YesNoUnknown.YES.label,
    "Yes, of another learner",
    YesNoUnknown.NO.label,
    YesNoUnknown.NOT_KNOWN.label,
    "Not answered yet",
)


def signs_about(case: Case, child: PersonRef) -> Mapping[Sign, SignState]:
    """Return what is known of each sign in a letter about a child; "" for the whole case.

    What was said of another learner’s danger is no answer on theirs, unless it is the only yes.
    Where another child was harmed, one on the whole case stands only if there is none of this one.
    """
    states = dict(case.signs)
    if child:
        own, theirs = (_harm(case, whom, child) for whom in ({child}, {"", child}))
        apart = own.answer and not theirs.said_yes and others_harmed(case.people, child)
        if theirs.said_yes or not states[Sign.HARM].said_yes:
            states[Sign.HARM] = own if apart else theirs
    return states


def _harm(case: Case, about: Collection[PersonRef], child: PersonRef) -> SignState:
    return signs_of((one for one in case.current if _about(one) in about), child)[Sign.HARM]


def _about(entry: Entry) -> PersonRef:
    return child_in(type(entry.form), answers_of(entry.form))


def sign_in_words(case: Case, sign: Sign, state: SignState, child: PersonRef = "") -> str:
    """Return a sign in words. Danger is of its day, so it has with it when that was answered.

    It has with it too which of several learners it is about; in a letter about one `child`, that it
    is about all of them, where another was harmed too.
    """
    asked = next((one for one in case.current if one.root == state.entry), None)
    if sign is not Sign.HARM or not asked:
        return _NEVER_ASKED if sign is Sign.HARM else sign.label
    about = None if child else case.people.get(_about(asked))
    several = sum(one.person.kind in CHILDREN for one in case.people.values()) > 1
    whom = f", about {about.person.name}" if about and several else ""
    if child and not _about(asked) and others_harmed(case.people, child):
        whom = ", of the young people in this case"
    return f"In immediate danger when asked, {write_time(happened(asked))}{whom}"


def _of_others(case: Case, sign: Sign, state: SignState) -> str:
    """Return a sign in words as it was answered of somebody who is not among those harmed."""
    asked = next(one for one in case.current if one.root == state.entry)
    about = case.people.get(_about(asked))
    words = sign_in_words(case, sign, state)
    return f"{words}, about {about.person.name}" if about and sign is not Sign.HARM else words


_NEVER_ASKED = "In immediate danger"
_DANGERS = "self-harm, violence, unsafe at home"
IN_DANGER = f"{_NEVER_ASKED} ({_DANGERS})"
"""What “in danger now” means to a reader outside the college."""


def viewing_in_words(case: Case) -> Words:
    """Return whether staff saw the imagery. That nobody did is of the day they were asked last."""
    found = viewing(case)
    if found is not Viewing.CONFIRMED_NONE:
        return found.label
    asked = [entry for entry in case.current if isinstance(entry.form, ViewingAsked)]
    return (found.label, Quiet(f" Asked last on {write_time(happened(asked[-1]))}."))


def for_outside(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows for a reader outside the college, who is told whom to ask for what is missing."""
    for label, answer in rows:
        yield label, (ASK_COLLEGE,) if answer == (NOT_RECORDED,) else answer


def that_apply(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows for a reader outside the college, except what does not apply."""
    return (row for row in for_outside(rows) if row[1][0] is not NOT_APPLICABLE)


def who_is(words: CaseWords, person: Person, day: date) -> Iterator[str]:
    """Yield name, kind and age on a day of a person, as the reader may know them."""
    called = words.called(person)
    yield called if called == person.name else called[:1].upper() + called[1:]
    if person.kind not in CHILDREN:
        yield person.kind.label.lower()
    if person.kind is not PersonKind.ACCOUNT:
        age = age_and_then(person, words.case.current, day)
        yield f"aged {age}" if age else "age not recorded"


def aged(words: CaseWords, person: Person, day: date) -> str:
    """Return when somebody was born, how old they are on a day, and their age as told, if any."""
    said = words.told_of(words.details_of(person.id), PersonDetails.age_said)
    born = write_age(person, words.case.current, day)
    return f"{born}; age as told: {said.answer}" if said else born


def learner_line(words: CaseWords, learner: Person, day: date) -> Words:
    """Return who a letter is about: name, age on a day, and course."""
    known_as = f", known as {learner.known_as}" if learner.known_as else ""
    group = f" · {learner.group}" if learner.group else ""
    said = f"{known_as}, {aged(words, learner, day)}{group}"
    return ("Learner: ", Strong(learner.name), said)


def role_words(roles: tuple[Role, ...]) -> str:
    """Return the roles of somebody in a case: `pictured, put under pressure`."""
    return lower(told_apart(roles)) if roles else "part not recorded"


def closed_since(case: Case) -> Iterator[Row]:
    """Yield that the college has closed its case and when, so that nobody waits for its next."""
    closed = case.latest(CaseClosed)
    if closed and case.state is State.CLOSED:
        yield "The college’s own case", (f"Closed on {write_day(day_of(closed.closed_at))}",)


def disagreed(referral: Referral) -> str:
    """Return that the college disagrees with the newest answer, to follow it; "" if it does not."""
    raised = referral.disputed
    day = write_day(day_of(raised.at.at)) if raised else ""
    return f"; the college raised a disagreement on {day}" if day else ""


def signed_and_received(sender: str, receipt: tuple[str, Lines]) -> Signatures:
    """Return where whoever writes a letter signs for it, and its reader for having received it."""
    signs = (("Signature", ""), ("Name and role", sender), ("Date and time", ""))
    return Signatures(((_STATEMENT, signs), receipt))


_STATEMENT = "This letter says what the college knows today, and where it does not know."


def as_it_happened(items: Iterable[Entry]) -> list[Entry]:
    """Return entries in the order of what happened."""
    return sorted(items, key=lambda entry: (happened(entry).at, entry.sealed.seq))


def happened(entry: Entry) -> Moment:
    """Return when the event of an entry happened, or else when it was first recorded."""
    return entry.sealed.happened or Moment(entry.first)


def on_day(entry: Entry) -> str:
    """Return the day on which the event of an entry happened, in words."""
    return write_day(day_of(happened(entry)))
