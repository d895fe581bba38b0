"""A kind of document, declared once: what it is, who reads it, whom it can be about, what it says.

How to write a document
-----------------------
One file in `app/papers`, named as the kind's key, with three things in it:

1. `subjects(case)`: what this document can be about in this case as it stands, a `Subject` each:
   the whole case (`WHOLE`), a person, a reader with the child they belong to, or an entry such as a
   referral. None where the document makes no sense yet; then nobody is offered it.
2. `content(case, subject, issue) -> Content`: a pure function that says everything. Words of the
   case come through `paragraphs_for(case, audience)` and a `Disguise`, never from a form directly.
   The issue is refused when the finished PDF tells of somebody whom `cast_for` hides (leak.py).
   `Content.parts` are `Section`, `Prose`, `Points`, `Table`, `Checklist`, `WritingLines`,
   `Signatures`, or a `Part` of your own that draws itself; leave out what has nothing to say.
3. `KIND = Kind(key=…, title=…, audience=…, reader=…, stage=…, subjects=…, content=…)`.

Then name `KIND` in the one list of `app/papers/kinds.py`. The Documents tab, preview, issue,
the register, the tour and the tests over every kind follow from that line.
"""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.kit.answers import EntryRef, PersonRef
from app.domain.kit.form import Form
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.rules.directory import HelpFor
from app.typesetting.content import Content, Issue


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What one document is about: a person, an entry, for one reader among several, or all of it.

    `words` say it in the list of documents that can be made.
    """

    words: str
    person: PersonRef | None = None
    reader: PersonRef | None = None
    entry: EntryRef | None = None

    @property
    def about(self) -> PersonRef | None:
        """Whose document it is: its reader, else the person it is about."""
        return self.reader or self.person

    @property
    def refs(self) -> tuple[str | None, str | None, str | None]:
        """The ids alone, by which a subject is found again."""
        return self.person, self.reader, self.entry


WHOLE = Subject(words="The whole case")


@dataclass(frozen=True, kw_only=True)
class PaperKind:
    """One kind of document. `reader` says in a few words who it is for.

    `stage` is the part of handling whose guidance it follows. It leaves the house only when nobody
    is told in it whom `cast_for` hides from its reader. `help` asks for contacts in date, for whom;
    `rules` for the rules for staff of that guidance, `due` for what is due in the case, `route` for
    how a removal request goes: all of them come with the issue, as `issue.supplement`.
    """

    key: str
    title: str
    audience: Audience
    reader: str
    stage: Stage
    subjects: Callable[[Case], tuple[Subject, ...]]
    content: Callable[[Case, Subject, Issue], Content]
    help: HelpFor | None = None
    rules: bool = False
    due: bool = False
    route: bool = False


def whole_case(_case: Case) -> tuple[Subject, ...]:
    """Return the one subject of a document about the case as a whole."""
    return (WHOLE,)


def one_for_each(
    form: type[Form], words: Callable[[Case, Entry], str]
) -> Callable[[Case], tuple[Subject, ...]]:
    """Make the subjects of a document that is about one entry of a form: as many as there are."""

    def subjects(case: Case) -> tuple[Subject, ...]:
        return tuple(
            Subject(words=words(case, entry), entry=entry.root)
            for entry in case.current
            if isinstance(entry.form, form)
        )

    return subjects


def entry_of(case: Case, subject: Subject) -> Entry:
    """Return the entry a document is about, as it holds today. Raises ValueError without one."""
    (entry,) = (entry for entry in case.current if entry.root == subject.entry)
    return entry
