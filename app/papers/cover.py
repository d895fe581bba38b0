"""The cover page for absence: what a deputy must know to continue tomorrow, without names.

Source: peers idea 20; Keeping Children Safe in Education 2026, paragraph 59. A page of one case is
in its register. A page over all open cases belongs to none of them; the log of the casebook notes
that it was made.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain.case.bodies import answer_in_words
from app.domain.case.case import Case, State
from app.domain.case.families import family_links
from app.domain.case.imagery import containment, devices_held
from app.domain.case.people import CHILDREN
from app.domain.case.summary import DueRow
from app.domain.forms.knowledge import Knowing, Topic
from app.domain.kit.answers import PersonKind, PersonRef
from app.domain.kit.keys import in_time
from app.domain.kit.moments import write_time
from app.domain.kit.record import Audience
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lower, with_and
from app.domain.owed.progress import stage_now
from app.domain.owed.table import owed_in, somebody_to_tell
from app.domain.rules.holds import holds_on, why_held
from app.domain.rules.instructions import left_alone
from app.domain.rules.knowledge import KnowledgeRow, bodies_of, knowledge_of
from app.papers.case_words import as_sentence
from app.papers.kind import PaperKind, Subject, whole_case
from app.spread.of_case import containment_in_words
from app.typesetting.content import Content, Issue, Section
from app.typesetting.text import Quiet, Strong, Words

TITLE = "If I am away"
READER = "Whoever covers for the Designated Safeguarding Lead"
CODES = (
    "Nobody is named: numbers follow the order of the People list of each case, where the names "
    "stand. Open the case before you speak with anyone."
)
AT_ONCE: Words = (
    Strong("Nothing waits because the DSL is away."),
    " Act at once: ask a senior leader or children’s social care, and tell the DSL soon after.",
    Quiet(f" ({Cited.KCSIE_ABSENCE.label})"),
)
"""What holds for whoever covers, and for all staff, in our own words."""
SOON = 6
"""The most things due that a page over all cases lists for each case."""

Row = tuple[str, tuple[Words, ...]]


class CoverCase(msgspec.Struct, frozen=True):
    """An open case with the things due in it, soonest first."""

    case: Case
    due: tuple[DueRow, ...]


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return the whole case if it is open. A closed case needs no cover."""
    return whole_case(case) if case.state is State.OPEN else ()


def content(case: Case, _subject: Subject, issue: Issue) -> Content:
    """Return the page of one case."""
    page = _Page(CoverCase(case, issue.supplement.due), issue.at)
    parts = (
        Section("", "Where it stands", tuple(page.stands())),
        Section("", "What is due", tuple(page.due())),
        Section("", "Who knows, and who must not", (*page.left_alone(), *page.knows())),
        Section("", "References and numbers", tuple(page.numbers())),
    )
    return _content(issue, f"case {case.number}", tuple(page.first()), parts)


def over_all(cases: Sequence[CoverCase], issue: Issue) -> Content:
    """Return one paper over all open cases, the one with the earliest thing due first."""
    ordered = sorted(cases, key=lambda one: (_first(one, issue.at), one.case.number))
    sections = tuple(_short(one, issue.at) for one in ordered)
    count = len(sections)
    stands = f"{count} open {'case' if count == 1 else 'cases'}"
    return _content(issue, stands, ((Strong(f"{stands}. "), CODES),), sections)


def _content(
    issue: Issue, what: str, callout: tuple[Words, ...], parts: tuple[Section, ...]
) -> Content:
    return Content(
        issue=issue,
        kind=f"{TITLE}: {what}",
        title=f"{TITLE}: {what}",
        under=f"As the record stands on {write_time(issue.at)}, by {issue.author.name}.",
        recipient=READER,
        callout=(*callout, AT_ONCE),
        parts=tuple(part for part in parts if part.rows),
    )


def _first(one: CoverCase, now: datetime) -> datetime:
    row = _next(one.due)
    return row.due if row else now.replace(year=9999)


def _next(due: Sequence[DueRow]) -> DueRow | None:
    """Return what is to be done first; to say why something was late is not."""
    by_due = sorted(due, key=lambda row: (row.which != in_time(row.which), row.due))
    return next(iter(by_due), None)


def _short(one: CoverCase, now: datetime) -> Section:
    page = _Page(one, now)
    due = tuple(page.due())
    more = len(due) - SOON
    rest = (("", (Quiet(f"and {more} more on Today"),)),) if more > 0 else ()
    known = (*page.left_alone(), *page.knows())
    rows = (*page.stands(), *due[:SOON], *rest, *known, *page.numbers())
    return Section("", f"Case {one.case.number}", rows)


class _Page:
    """The rows of one case on the page, each with a label and an answer."""

    def __init__(self, one: CoverCase, now: datetime) -> None:
        self.case, self._due, self._now = one.case, one.due, now
        self._codes = codes_of(one.case)
        cast = disclosure_for(one.case, Audience.STAFF)
        self._hide = Disguise.of(cast, codes=self._codes)

    def first(self) -> Iterator[Words]:
        """Yield what to do first."""
        if somebody_to_tell(owed_in(self.case)):
            yield (Strong("Refer now."), " Somebody outside must be told and has not been.")
        if row := _next(self._due):
            yield (Strong("Next. "), self._hide.over(row.what), f", {self._when(row)}.")
        yield (Quiet(CODES),)

    def stands(self) -> Iterator[Row]:
        """Yield the state of handling and containment."""
        stage = stage_now(self.case)
        yield "Stage", ("All stages recorded so far" if stage is Stage.RECORD else stage.label,)
        word, _, copies = containment_in_words(containment(self.case)).partition(".")
        yield "Containment", ((Strong(f"{word}."), copies),)
        waiting = sum(request.waiting for request in self.case.requests.values())
        if waiting:
            yield "Removal", (f"Requests waiting for an answer: {waiting}",)
        if holds := holds_on(self.case):
            why = "; ".join(lower(why_held(self.case, hold)) for hold in holds)
            nothing = Strong("Delete nothing, and ask nobody to")
            yield "Deletion", ((nothing, f", before it is agreed: {why}"),)
        if held := len(devices_held(self.case)):
            yield "Devices", (f"In our keeping: {held}",)

    def due(self) -> Iterator[Row]:
        """Yield each thing due with its moment and its source."""
        for row in self._due:
            because = Quiet(self._because(row))
            late = row.due < self._now
            what = self._hide.over(row.what)
            said = (Strong("Late. "), what) if late else what
            yield write_time(row.due), (said, because)

    def _because(self, row: DueRow) -> str:
        """Return why something is due, and whom it is about where that is not said.

        Of a copy whose holder’s name is hidden it says the kind alone.
        """
        copy, because = self.case.copies.get(row.key), row.because
        name = (copy.row.name or "").strip() if copy else ""
        if name and self._hide.over(name) != name:
            because = because.replace(f" “{name}”", "")
        said = self._hide.over(because)
        shown = f"{self._hide.over(row.what)} {said}"
        about = (self._codes.get(one, "") for one in row.which.ids)
        return " · ".join((said, *(code for code in about if code and code not in shown)))

    def left_alone(self) -> Iterator[Row]:
        """Yield with whom nobody is to speak for now, or whom nobody is to contact."""
        for one in left_alone(self.case, self._now):
            yield "Not for now", (self._hide.over(one.sentence),)

    def knows(self) -> Iterator[Row]:
        """Yield for each parent, carer, learner and body what they know and must not hear."""
        bodies = bodies_of(self.case)
        for line in knowledge_of(self.case):
            if line.key not in bodies and line.key not in self._codes:
                continue
            words = tuple(_of_line(line))
            if words:
                yield self._codes.get(line.key, self._hide.over(line.name)), words

    def numbers(self) -> Iterator[Row]:
        """Yield the references of outside bodies, and the numbers they were reached on."""
        for referral in self.case.referrals:
            numbers = dict.fromkeys(call.number for call in referral.calls if call.number)
            known = (referral.opened.team, referral.words, referral.reference, *numbers)
            label = self._about("Social care", referral.opened.child)
            yield label, (" · ".join(filter(None, known)),)
        for told in self.case.body_referrals:
            answers = [answer_in_words(one, self.case.names) for one in told.standing]
            said = as_sentence("; ".join(answers) or told.words)
            known = (told.opened.name, said, *told.numbers)
            label = self._about(told.opened.body.label, told.opened.about)
            yield label, (self._hide.over(" · ".join(filter(None, known))),)

    def _about(self, body: str, who: PersonRef | None) -> str:
        return ", about ".join(filter(None, (body, self._codes.get(who or "", ""))))

    def _when(self, row: DueRow) -> str:
        due = write_time(row.due)
        return f"late since {due}" if row.due < self._now else f"by {due}"


def codes_of(case: Case) -> dict[str, str]:
    """Return a numbered code for each learner, parent and member of staff of the People list."""
    codes: dict[str, str] = {}
    children = [key for key, known in case.people.items() if known.person.kind in CHILDREN]
    codes |= {key: f"Learner {at}" for at, key in enumerate(children, 1)}
    staff = [key for key, known in case.people.items() if known.person.kind is PersonKind.STAFF]
    codes |= {key: f"Member of staff {at}" for at, key in enumerate(staff, 1)}
    parents = [key for key, known in case.people.items() if known.person.kind is PersonKind.PARENT]
    links = family_links(case)
    for at, key in enumerate(parents, 1):
        of = [codes[child] for child in children if (key, child) in links]
        codes[key] = f"Parent {at}" + f", of {with_and(of)}" * bool(of)
    return codes


def _of_line(line: KnowledgeRow) -> Iterator[Words]:
    knows = _topics(line, Knowing.KNOWS)
    held = _topics(line, Knowing.NOT_TO_KNOW)
    if knows:
        yield f"Knows: {knows}"
    if held:
        yield (Strong("Must not hear"), f": {held}")


def _topics(line: KnowledgeRow, knowing: Knowing) -> str:
    topics = [
        topic for topic in Topic if topic in line.cells and line.cells[topic].knowing is knowing
    ]
    if len(topics) == len(Topic):
        return "anything of it"
    labels = [lower(topic.label) for topic in topics]
    return ", ".join(labels)


KIND = PaperKind(
    key="cover",
    title="Cover page for absence",
    audience=Audience.DSL,
    checked_for=Audience.STAFF,
    reader=READER,
    stage=Stage.RECORD,
    subjects=subjects,
    content=content,
    due=True,
)
