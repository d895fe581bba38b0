"""The summary for a parent or carer: their own child, what was agreed, what comes next.

Source: uk-guidance 1.10; peers A12 (four reprimands for words that reached another family). Each
parent gets a paper of their own. A parent who must not be told gets none.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from app.disclosure.audience import Paragraph, people_about
from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain import names
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.families import family_links
from app.domain.forms.copies import CopyState
from app.domain.forms.parents import ContactMethod, ParentContact
from app.domain.kit.answers import PersonRef, YesNoUnknown
from app.domain.kit.form import name_of, questions_of
from app.domain.kit.moments import day_of, write_full_day, write_long_day
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.rules.directory import HelpFor
from app.domain.rules.holds import holds_on
from app.domain.rules.keeping import keeps_for_now
from app.domain.rules.knowledge import must_not_be_told
from app.papers.case_words import CaseWords
from app.papers.family_words import (
    about_this,
    advice_for,
    by_when,
    to_you,
    whom_to_ring,
)
from app.papers.kind import PaperKind, Subject, whoever_issues
from app.typesetting.content import Content, Issue, Part
from app.typesetting.letter import Closing, LetterProse, LetterRows
from app.typesetting.page import PERSONAL
from app.typesetting.text import Strong, Words, unbroken

TITLE = "Summary for a parent or carer"
THANKS = {
    ContactMethod.MEETING: "Thank you for meeting us. ",
    ContactMethod.TELEPHONE: "Thank you for talking with us. ",
    ContactMethod.VIDEO: "Thank you for talking with us. ",
}
WHY_THIS_PAPER = "This is what we said, so that you need not remember it all."
WRITTEN = "This is what we wrote, so that you have it all on one page."
JUST_HELD = timedelta(days=1)
"""How long what was said in a talk is as it was."""
BARE_DAY = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\s\d))\b",
    re.IGNORECASE,
)
"""A day without its date, which a day later is another."""
WHOSE = re.compile(
    r"\b(?:his|her|their|\w+[’']s) (?:mother|mum|father|dad|parents?|carers?)\b", re.IGNORECASE
)
"""Words that may mean the parent who reads them."""
TITLE_OF = r"\b(?:Mrs?|Ms|Miss|Mx|Dr)\.? {}\b"
AGREED = (1.0, 104.0, 152.0)
RING = (0.6, 0.4)


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each parent with each child, if they were reached and may read what happened.

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
    said = _Said(case, subject.reader, subject.person, issue.at)
    return Content(
        issue=issue,
        kind=TITLE,
        title=_title(said),
        under=f"{write_full_day(said.today)} · about {said.first_name}",
        recipient=said.parent.name,
        parts=tuple(_parts(said, issue)),
        marking=PERSONAL,
    )


def named_where_you_belongs(case: Case, subject: Subject) -> tuple[str, ...]:
    """Return a sentence for each question in whose answer the reader is named, in the draft.

    A parent may be called by their first name, or as whose they are: whether it is the reader or
    another parent of the child, the sentence leaves to whoever writes.
    """
    assert subject.reader
    reader = case.people[subject.reader].person.name
    labels = {one.name: one.ask.label for one in questions_of(ParentContact)}
    found: dict[tuple[str, str], None] = {}
    for form in case.all_of(ParentContact):
        if form.parent == subject.reader:
            found |= dict.fromkeys(
                (labels[question], called)
                for question, text in _to_the_reader(form, reader)
                for called in _called(text, reader)
            )
    return tuple(
        f"“{label}” names {reader}, who reads it: write “you” there."
        if called == reader
        else f"“{label}” says “{called}”: where that is {reader}, who reads it, write “you”."
        for label, called in found
    )


def _to_the_reader(form: ParentContact, reader: str) -> Iterator[tuple[str, str]]:
    """Yield what of a contact is printed to the parent, after the name of its question."""
    for question in (ParentContact.happened, ParentContact.agreed, ParentContact.next_step):
        yield name_of(question), getattr(form, name_of(question)) or ""
    for row in form.promised:
        yield name_of(ParentContact.promised), f"{row.what}. {to_you(row.who, reader)}"


def _called(text: str, reader: str) -> Iterator[str]:
    """Yield how a text names its reader, or may: by name, by first name, or as whose they are."""
    first = names.first_name(reader)
    if names.contains(text, reader):
        yield reader
    elif names.contains(text, first):
        yield first
    else:
        last = re.escape(names.as_said(reader).split()[-1])
        found = re.search(TITLE_OF.format(last), text) or WHOSE.search(text)
        yield from (found.group(),) if found else ()


def _title(said: "_Said") -> str:
    day = unbroken(said.written(said.contacts[0].day))
    if len({contact.day for contact in said.contacts}) > 1:
        return f"What we have {'written to you' if said.in_writing else 'talked about'} since {day}"
    return f"What we {'wrote to you' if said.in_writing else 'talked about'} on {day}"


class _Contact(NamedTuple):
    """One contact in which the parent was reached, and its day."""

    entry: Entry
    form: ParentContact
    day: date


class _Said:
    """The answers that one parent may read about one child, disguised for that parent."""

    def __init__(self, case: Case, parent: PersonRef, child: PersonRef, at: datetime) -> None:
        self.case, self.at, self.today = case, at, day_of(at)
        self.parent = case.people[parent].person
        self.child = case.people[child].person
        self.first_name = names.first_name(self.child.name)
        hide = Disguise.of(disclosure_for(case, Audience.PARENTS, parent))
        self.words = CaseWords(case, Audience.PARENTS, parent, hide)
        self._read = {(said.root, said.name) for said in self.words.paragraphs}
        roots = {root for root, _ in self._read}
        contacts = _contacts(case, parent, child)
        self.contacts = tuple(one for one in contacts if one.entry.root in roots)
        self._others = tuple(
            paragraph
            for paragraph in _about(case, self.words.paragraphs, parent, child)
            if paragraph.form is not ParentContact
        )

    @property
    def in_writing(self) -> bool:
        """Whether all of it was written to them, and nobody talked with them of it."""
        return {one.form.how for one in self.contacts} == {ContactMethod.MESSAGE}

    def all(self, question: object) -> Iterator[tuple[date, str]]:
        """Yield the answer to one question in each contact that has it, after its day."""
        for entry, _, day in self.contacts:
            if (entry.root, name_of(question)) in self._read:
                yield day, self.words.answer(entry, question)

    def dated(self, question: object) -> tuple[Words, ...]:
        """Return those answers as texts, each after its day; one of a talk just held, as it is.

        On the day after it, its day stands before words that name one without its date.
        """
        held = len(self.contacts) == 1 and self.today - self.contacts[0].day <= JUST_HELD
        return tuple(
            words
            if held and (day == self.today or not BARE_DAY.search(words))
            else (Strong(f"{self.written(day)}. "), words)
            for day, words in self.all(question)
        )

    def written(self, day: date) -> str:
        """Write the day of a talk."""
        return write_long_day(day, self.today)

    def promised(self) -> Iterator[tuple[Words, ...]]:
        """Yield what was agreed with a day, as rows: what, who, by when."""
        hide = self.words.hide
        for entry, _, _ in self.contacts:
            for row in self.words.rows(entry, ParentContact.promised):
                who = to_you(hide.over(row.who), self.parent.name)
                yield hide.over(row.what), who, by_when(row.by, self.today)

    def advice(self) -> Iterator[str]:
        """Return the advice they were given, each once."""
        given = [one for contact in self.contacts for one in contact.form.advice]
        child = self.case.people[self.child.id]
        asked = keeps_for_now(self.case, self.child.id, self.at)
        held = asked or bool(holds_on(self.case))
        own = [one for one in self.case.copies.values() if one.row.person == self.child.id]
        taken = bool(own) and all(one.state is CopyState.HELD for one in own)
        return advice_for(given, child, held=held, phone=not taken)

    def more(self) -> Iterator[Words]:
        """Yield each other answer they may read, with its label."""
        for said in self._others:
            yield (Strong(f"{said.label}. "), self.words.hide.over(said.words))


def _parts(said: _Said, issue: Issue) -> Iterator[Part]:
    thanks = THANKS.get(said.contacts[-1].form.how, "")
    why = WRITTEN if said.in_writing else WHY_THIS_PAPER
    yield LetterProse("", (f"Dear {said.parent.name},", f"{thanks}{why}"))
    yield LetterProse("What happened", said.dated(ParentContact.happened))
    agreed, rows = said.dated(ParentContact.agreed), tuple(said.promised())
    if agreed:
        yield LetterProse("What we agreed", agreed)
    if rows:
        yield LetterRows("" if agreed else "What we agreed", AGREED, rows)
    yield from _next(said)
    if more := tuple(said.more()):
        yield LetterProse("Also for you to know", more)
    if advice := tuple(said.advice()):
        yield LetterProse("What helps at home", (" ".join(advice),))
    ring = tuple(whom_to_ring(issue, said.first_name))
    yield LetterRows("If you need somebody", RING, ring)
    yield LetterProse("", (about_this(said.case, said.parent.id),))
    yield Closing("With kind regards", issue.author.name, issue.author.role)


def _next(said: _Said) -> Iterator[Part]:
    """Yield the newest answer on what comes next. One of an earlier day stands in the past."""
    if found := tuple(said.all(ParentContact.next_step)):
        day, words = found[-1]
        if day == said.today:
            yield LetterProse("What happens next", (words,))
        else:
            yield LetterProse(f"What we said on {said.written(day)} would happen next", (words,))


def _contacts(case: Case, parent: PersonRef, child: PersonRef) -> Iterator[_Contact]:
    for entry in case.current:
        form = entry.form
        if not isinstance(form, ParentContact) or form.reached is not YesNoUnknown.YES:
            continue
        if (form.parent, form.child) == (parent, child):
            yield _Contact(entry, form, day_of(form.at))


def _read_by(case: Case, parent: PersonRef, child: PersonRef) -> bool:
    """Return whether there is what happened, in words for this parent."""
    words = CaseWords(case, Audience.PARENTS, parent)
    roots = {contact.entry.root for contact in _contacts(case, parent, child)}
    happened = name_of(ParentContact.happened)
    return any(one.root in roots and one.name == happened for one in words.paragraphs)


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
    ring=whoever_issues,
    help=HelpFor.PARENT,
    look_at=named_where_you_belongs,
)
