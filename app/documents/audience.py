"""What an audience may see of a case: the one place that decides it, for screen and paper alike."""

from collections.abc import Iterator, Mapping

import msgspec

from app.domain.answers import Kind, PersonRef
from app.domain.case import Case
from app.domain.form import Entry, answers_of, questions_of
from app.domain.item import Item
from app.domain.moments import Moment
from app.domain.record import Audience, EntryId, Source
from app.domain.stages.social_care import ReferralOpened
from app.domain.wording import Answered, lines_of

READS: Mapping[Audience, frozenset[Audience]] = {
    Audience.DSL: frozenset(Audience),
    Audience.AGENCIES: frozenset({Audience.AGENCIES, Audience.PARENTS, Audience.LEARNER}),
    Audience.PARENTS: frozenset({Audience.PARENTS}),
    Audience.LEARNER: frozenset({Audience.LEARNER}),
    Audience.GOVERNORS: frozenset({Audience.GOVERNORS}),
}
"""For each reader, the releases they read. What is for agencies alone stays with agencies."""

_HELD_BACK = frozenset({Source.POLICE, Source.MEETING})
NEVER_READS: Mapping[Audience, frozenset[Source]] = {
    Audience.DSL: frozenset(),
    Audience.AGENCIES: frozenset(),
    Audience.PARENTS: _HELD_BACK,
    Audience.LEARNER: _HELD_BACK,
    Audience.GOVERNORS: _HELD_BACK,
}
"""For each reader, the sources whose words they never read, whatever an entry is released to.

What the police said, and what was said at a strategy discussion, is theirs to pass on.
"""


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """One answer that an audience may read, in words.

    `entry` is the id of the sealed entry, `root` of the entry it corrects or its own; `name` is the
    question's. `when` is when it happened, or else when it was recorded.
    """

    entry: EntryId
    root: EntryId
    form: type[Entry]
    name: str
    source: Source
    when: Moment
    label: str
    words: str


def paragraphs_for(
    case: Case, audience: Audience, about: PersonRef | None = None
) -> tuple[Paragraph, ...]:
    """Give what an audience may read of a case, in the order of the record.

    With `about`, entries made about somebody else alone are left out, such as their details.
    Names stand as they are recorded; disguising them is the document's next step.
    """
    return tuple(
        _paragraph(item, line)
        for item in case.current
        if item.sealed.source not in NEVER_READS[audience]
        and (about is None or _concerns(case, item.form, about))
        for line in lines_of(item.form, case.names)
        if (line.question.ask.audience or item.sealed.audience) in READS[audience]
    )


def _paragraph(item: Item, line: Answered) -> Paragraph:
    sealed = item.sealed
    return Paragraph(
        entry=sealed.id,
        root=item.root,
        form=type(item.form),
        name=line.question.name,
        source=sealed.source,
        when=sealed.happened or Moment(sealed.recorded),
        label=line.label,
        words=line.text,
    )


def _concerns(case: Case, form: Entry, about: PersonRef) -> bool:
    """Say whether an entry is about this person, or about the case as a whole."""
    named = set(_people_named(case, form))
    return not named or about in named


def _people_named(case: Case, form: Entry) -> Iterator[PersonRef]:
    """Give those an entry is about: whom it names singly, or the child of its referral."""
    answers = answers_of(form)
    for question in questions_of(type(form)):
        answer = answers.get(question.name)
        if question.kind is Kind.PERSON and answer:
            yield str(answer)
        if question.kind is Kind.ENTRY and answer:
            yield from (
                item.form.child
                for item in case.current
                if item.root == answer and isinstance(item.form, ReferralOpened)
            )
