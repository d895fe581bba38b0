"""What an audience may see of a case. Only this module decides it, for screen and paper alike."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from app.domain.case.bodies import source_of
from app.domain.case.case import Case, once_a_case
from app.domain.case.entry import Entry
from app.domain.case.families import children_of_parent
from app.domain.case.people import CHILDREN
from app.domain.case.signs import child_in
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.acts import Says
from app.domain.kit.answers import AnswerKind, PersonRef
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Form, Row, questions_of
from app.domain.kit.moments import Moment
from app.domain.kit.record import Audience, EntryId, Source
from app.domain.kit.registry import UnreadEntry
from app.domain.kit.wording import Answered, Names, lines_of

READS: Mapping[Audience, frozenset[Audience]] = {
    Audience.DSL: frozenset(Audience),
    Audience.AGENCIES: frozenset(
        {Audience.AGENCIES, Audience.PARENTS, Audience.LEARNER, Audience.SERVICES}
    ),
    Audience.PARENTS: frozenset({Audience.PARENTS}),
    Audience.LEARNER: frozenset({Audience.LEARNER}),
    Audience.GOVERNORS: frozenset({Audience.GOVERNORS}),
    Audience.SERVICES: frozenset({Audience.SERVICES}),
    Audience.STAFF: frozenset({Audience.STAFF}),
}
"""For each reader, the audiences whose releases they read. Agencies alone read what is theirs."""

FAMILIES = frozenset({Audience.PARENTS, Audience.LEARNER})
"""The readers who may read only about themselves and their own children."""

_HELD_BACK = frozenset({Source.POLICE, Source.MEETING})
NEVER_READS: Mapping[Audience, frozenset[Source]] = {
    Audience.DSL: frozenset(),
    Audience.AGENCIES: frozenset(),
    Audience.PARENTS: _HELD_BACK,
    Audience.LEARNER: _HELD_BACK,
    Audience.GOVERNORS: _HELD_BACK,
    Audience.SERVICES: _HELD_BACK,
    Audience.STAFF: _HELD_BACK,
}
"""For each reader, the sources whose words they never read, whoever an entry is released to.

Only the police or the meeting may pass on what was said by the police or at a strategy discussion.
"""


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """One answer that an audience may read, in words.

    `entry` is the id of the sealed entry; `root` is the id of the entry it corrects, or its own.
    `name` is the name of the question. `when` is when it happened, or else when it was recorded.
    `own` says that they are the very words of the reader, which no paper of theirs alters.
    """

    entry: EntryId
    root: EntryId
    form: type[Form]
    name: str
    source: Source
    when: Moment
    label: str
    words: str
    own: bool = False


@once_a_case
def paragraphs_for(
    case: Case, audience: Audience, about: PersonRef | None = None, *, as_written: bool = False
) -> tuple[Paragraph, ...]:
    """Return what an audience may read of a case, in the order of the record.

    For agencies `about` is the child the paper is about. For a family it is the reader: a parent
    or carer, or a learner. Agencies do not read entries that are only about somebody else.
    A family reads only what is about the reader or the reader's own children and nobody else. A
    learner also reads back their own words, whoever else the talk was about.
    So without `about` a family reads nothing.
    Each entry is read on today's form, or `as_written` for the record itself and the chronology.
    Names are as recorded; they are disguised later.
    """
    own = own_people(case, audience, about)
    names = _names_for(case, audience)
    return tuple(
        _paragraph(entry, form, line, own=spoken)
        for entry in case.current
        for form in (entry.written if as_written else entry.form,)
        if NEVER_READS[audience].isdisjoint(_sources(case, entry))
        for theirs in (_concerns(case, entry.form, audience, about, own),)
        if theirs or audience is Audience.LEARNER
        for line in lines_of(form, names)
        for spoken in (audience is Audience.LEARNER and _own_words(form, line, about),)
        if theirs or (spoken and line.question.ask.audience is Audience.LEARNER)
        if _released(entry, line, names) <= READS[audience]
    )


def _released(entry: Entry, line: Answered, names: Names) -> set[Audience]:
    """Return the audiences of an answer. A reader must be allowed to read for all of them.

    Words written under a question for fewer readers keep that limit, whichever question of
    today’s form holds them now.
    """
    released = {_audience(entry, line)}
    if entry.renewed:
        same = {(one.text, _audience(entry, one)) for one in lines_of(entry.form, names)}
        released |= {
            _audience(entry, then)
            for then in lines_of(entry.written, names)
            if then.question.kind in _TYPED
            and (then.text, _audience(entry, then)) not in same
            and then.text.strip("“”") in line.text
        }
    return released


def _audience(entry: Entry, line: Answered) -> Audience:
    return line.question.ask.audience or entry.sealed.audience


_TYPED = (AnswerKind.LINE, AnswerKind.WORDS, AnswerKind.EXACT_WORDS, AnswerKind.INERT)


def own_people(case: Case, audience: Audience, about: PersonRef | None) -> frozenset[PersonRef]:
    """Return the reader of a family's paper, with the own children of a parent or carer."""
    if about is None:
        return frozenset()
    own = children_of_parent(case, about) if audience is Audience.PARENTS else frozenset()
    return own | {about}


def _names_for(case: Case, audience: Audience) -> Names:
    """Return the names used in answers that refer to people or entries.

    The name of an entry quotes its words, and these may come from a source the reader never reads.
    So a reader who is kept from a source gets only the names of people.
    """
    if not NEVER_READS[audience]:
        return case.names
    people = {*case.people, *case.same}
    return {key: name for key, name in case.names.items() if key in people}


def _paragraph(entry: Entry, form: Form, line: Answered, *, own: bool) -> Paragraph:
    sealed = entry.sealed
    return Paragraph(
        entry=sealed.id,
        root=entry.root,
        form=type(form),
        name=line.question.name,
        source=sealed.source,
        when=sealed.happened or Moment(sealed.recorded),
        label=line.label,
        words=line.text,
        own=own,
    )


def _sources(case: Case, entry: Entry) -> set[Source]:
    """Return every source of an entry, also those from before it was corrected."""
    sealed = {one.sealed.source for one in case.entries if one.root == entry.root}
    return {*sealed, source_of(entry.form, case.body_referrals)}


def _concerns(
    case: Case,
    form: Form,
    audience: Audience,
    about: PersonRef | None,
    own: frozenset[PersonRef],
) -> bool:
    """Return whether an entry is about the person the paper is about."""
    if audience in FAMILIES:
        return bool(own) and people_about(case, form) <= own
    named = set(_people_named(case, form))
    return about is None or not named or about in named


def _own_words(form: Form, line: Answered, about: PersonRef | None) -> bool:
    """Return whether an answer is what a person said word for word.

    On a form that does not ask who told it, these are the words of the child it is about.
    """
    if about is None or line.question.kind is not AnswerKind.EXACT_WORDS:
        return False
    asked = questions_of(type(form))
    tellers = [one.name for one in asked if one.ask.says is Says.TELLER]
    told_by = {getattr(form, teller) for teller in tellers}
    return about in (told_by or {child_in(type(form), answers_of(form))})


def people_about(case: Case, form: Form) -> frozenset[PersonRef]:
    """Return everybody an entry names, itself or through an entry it refers to.

    An entry that names nobody, such as a risk assessment, is about every child of the case.
    """
    named = frozenset(_everyone_named(case, form, frozenset()))
    if named:
        return named
    return frozenset(
        key for key, known in case.people.items() if known.person.kind in CHILDREN
    ) or frozenset(case.people)


def _everyone_named(case: Case, form: Form | Row, seen: frozenset[str]) -> Iterator[PersonRef]:
    if isinstance(form, UnreadEntry):  # it may be about anybody, so it counts as about everybody
        yield from case.people
        return
    answers = answers_of(form)
    for question in questions_of(type(form)):
        answer: Any = answers.get(question.name)
        if not answer:
            continue
        if question.kind is AnswerKind.PERSON:
            yield answer
        elif question.kind is AnswerKind.PEOPLE:
            yield from (involved.person.id for involved in answer)
        elif question.kind is AnswerKind.ROWS:
            for row in answer:
                yield from _everyone_named(case, row, seen)
        elif question.kind is AnswerKind.ENTRY and answer not in seen:
            yield from _everyone_behind(case, answer, seen | {answer})


def _everyone_behind(case: Case, entry: EntryId, seen: frozenset[str]) -> Iterator[PersonRef]:
    for item in case.current:
        if item.root == entry:
            yield from _everyone_named(case, item.form, seen)


def _people_named(case: Case, form: Form) -> Iterator[PersonRef]:
    """Yield each person an entry names in a question of its own, and the child of its referral."""
    answers = answers_of(form)
    for question in questions_of(type(form)):
        answer = answers.get(question.name)
        if question.kind is AnswerKind.PERSON and answer:
            yield str(answer)
        if question.kind is AnswerKind.ENTRY and answer:
            yield from (
                entry.form.child
                for entry in case.current
                if entry.root == answer and isinstance(entry.form, ReferralOpened)
            )
