"""The summary for a parent or carer: their own child, what was agreed, what comes next.

Source: uk-guidance 1.10; peers A12 (four reprimands for words that reached another family). Each
parent gets a paper of their own. A parent who must not be told gets none.
"""

from collections.abc import Iterator

from app.disclosure.audience import Paragraph, people_about
from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.families import family_links
from app.domain.forms.parents import Advice, ParentContact
from app.domain.kit.answers import PersonRef, YesNoUnknown
from app.domain.kit.form import name_of
from app.domain.kit.moments import day_of, write_day, write_full_day
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.rules.directory import HelpFor
from app.domain.rules.knowledge import must_not_be_told
from app.papers.case_words import CaseWords
from app.papers.kind import PaperKind, Subject
from app.papers.rows import help_table
from app.typesetting.content import Content, Issue, NewPage, Part, Points, Prose, Table
from app.typesetting.text import Strong, Words

TITLE = "Summary for a parent or carer"
TITLED = "What we spoke about,"
MARKING = "PERSONAL"
OWN_CHILD = "This paper tells of your own child. It names no other learner and no other family."
WHO_READS = (
    "What we know is kept in a safeguarding record. We share it with those who need it to keep "
    "children safe, and tell you when we do, unless that would put a child at risk."
)
ADVICE = {
    Advice.DO_NOT_LOOK: "Please do not look at it, ask to see it, keep it or pass it on.",
    Advice.LISTEN: "Listen, without blame. Asking for help was right.",
    Advice.KEEP: "Keep messages and account names. They may be needed.",
    Advice.HELP: "Use the help overleaf, for yourself too.",
}


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each parent with each child, if they were reached and may read something about it.

    A parent who must not be told is left out.
    """
    links = family_links(case)
    return tuple(
        Subject(
            words=f"{case.names[parent]}, about {case.names[child]}", person=child, reader=parent
        )
        for child in case.people
        for parent in case.people
        if (parent, child) in links
        and not must_not_be_told(case, parent)
        and _read_by(case, parent, child)
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return what one parent may read about one child. Raises KeyError for an unknown person."""
    assert subject.reader
    assert subject.person
    said = _Said(case, subject.reader, subject.person)
    parent, child = said.parent.name, said.child.name
    day = write_full_day(day_of(said.contacts[-1][1].at)).replace(" ", "\u00a0")
    return Content(
        issue=issue,
        kind=TITLE,
        title=f"{'What we have spoken about, up to' if len(said.contacts) > 1 else TITLED} {day}",
        under=("About ", Strong(child), f", for {parent}"),
        recipient=parent,
        callout=tuple(said.next_steps()),
        parts=tuple(_parts(said, issue)),
        marking=MARKING,
    )


class _Said:
    """The answers that one parent may read about one child, disguised for that parent."""

    def __init__(self, case: Case, parent: PersonRef, child: PersonRef) -> None:
        self.parent = case.people[parent].person
        self.child = case.people[child].person
        hide = Disguise.of(disclosure_for(case, Audience.PARENTS, parent))
        self.words = CaseWords(case, Audience.PARENTS, parent, hide)
        self._read = {(said.root, said.name) for said in self.words.paragraphs}
        roots = {root for root, _ in self._read}
        self.contacts = tuple(one for one in _contacts(case, parent, child) if one[0].root in roots)
        self._others = tuple(
            paragraph
            for paragraph in _about(case, self.words.paragraphs, parent, child)
            if paragraph.form is not ParentContact
        )

    def all(self, question: object) -> Iterator[tuple[str, str]]:
        """Yield the answer to one question in each contact that has it, after its day."""
        for entry, form in self.contacts:
            if (entry.root, name_of(question)) in self._read:
                yield write_day(day_of(form.at)), self.words.answer(entry, question)

    def dated(self, question: object) -> tuple[Words, ...]:
        """Return those answers as texts. If there are several, each begins with its day."""
        found = tuple(self.all(question))
        if len(found) == 1:
            return (found[0][1],)
        return tuple((Strong(f"{day}. "), words) for day, words in found)

    def next_steps(self) -> Iterator[Words]:
        """Yield the newest answer on what comes next, with its day if there was a later contact."""
        if found := tuple(self.all(ParentContact.next_step)):
            day, words = found[-1]
            newest = day == write_day(day_of(self.contacts[-1][1].at))
            yield (Strong("What happens next"), "" if newest else f", said on {day}", ". ", words)

    def promised(self) -> Iterator[tuple[tuple[Words, ...], ...]]:
        """Yield the promises with their days, as rows of a table."""
        hide = self.words.hide
        for entry, _ in self.contacts:
            for row in self.words.rows(entry, ParentContact.promised):
                by = write_day(row.by) if row.by else "No day set"
                yield (hide.over(row.what),), (hide.over(row.who),), (by,)

    def advice(self) -> Iterator[str]:
        """Return the advice they were given, each once."""
        given = {one for _, form in self.contacts for one in form.advice}
        return (ADVICE[one] for one in Advice if one in given)

    def more(self) -> Iterator[Words]:
        """Yield each other answer they may read, with its label."""
        for said in self._others:
            yield (Strong(f"{said.label}. "), self.words.hide.over(said.words))


def _parts(said: _Said, issue: Issue) -> Iterator[Part]:
    for heading, texts in (
        ("What happened", said.dated(ParentContact.happened)),
        ("What we agreed", said.dated(ParentContact.agreed)),
    ):
        if texts:
            yield Prose(heading, texts)
    if rows := tuple(said.promised()):
        heading = "Who does what, and by when"
        yield Table(heading, (("What", 1.0), ("Who", 130.0), ("By", 76.0)), rows)
    if more := tuple(said.more()):
        yield Prose("Also for you to know", more)
    if advice := tuple(said.advice()):
        yield Points("What helps at home", advice)
    reach = " · ".join(filter(None, (issue.college.phone, issue.college.mailbox)))
    ask = f"Ring us with any question, or if anything changes: {reach}." if reach else ""
    yield Prose("About this paper", tuple(filter(None, (OWN_CHILD, WHO_READS, ask))))
    if issue.supplement.help:
        yield NewPage()
        yield from help_table("Help for you", issue.supplement.help)


def _contacts(
    case: Case, parent: PersonRef, child: PersonRef
) -> Iterator[tuple[Entry, ParentContact]]:
    for entry in case.current:
        form = entry.form
        if not isinstance(form, ParentContact) or form.reached is not YesNoUnknown.YES:
            continue
        if (form.parent, form.child) == (parent, child):
            yield entry, form


def _read_by(case: Case, parent: PersonRef, child: PersonRef) -> bool:
    said = CaseWords(case, Audience.PARENTS, parent).paragraphs
    roots = {entry.root for entry, _ in _contacts(case, parent, child)}
    return any(one.root in roots and one.name != name_of(ParentContact.advice) for one in said)


def _about(
    case: Case, said: tuple[Paragraph, ...], parent: PersonRef, child: PersonRef
) -> Iterator[Paragraph]:
    """Return the paragraphs without those about another child, who has a paper of their own."""
    about = {entry.root: people_about(case, entry.form) for entry in case.current}
    return (one for one in said if about[one.root] <= {parent, child})


KIND = PaperKind(
    key="parent_summary",
    title="Summary for a parent or carer",
    audience=Audience.PARENTS,
    reader="A parent or carer",
    stage=Stage.PARENTS,
    subjects=subjects,
    content=content,
    help=HelpFor.PARENT,
)
