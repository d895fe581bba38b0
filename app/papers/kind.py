"""A kind of document, declared once: what it is, who reads it, whom it can be about, what it says.

CONTRIBUTING.md has the recipe. Where something makes no sense yet it has no subject, and nobody is
offered it. What a document says comes through `CaseWords` or `paragraphs_for` and a `Disguise`,
never from a form directly; its parts are those of `app/typesetting`, or a `Part` that draws itself.
"""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from app.domain.case.bodies import referral_of
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.kit.answers import EntryRef, PersonRef, StaffMember
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
    is told in it whom `disclosure_for` hides from its reader. `help` asks for contacts in date, for
    whom; `rules` for the rules for staff of that guidance, `due` for what is due in the case,
    `route` for how a removal request goes: all come with the issue, as `issue.supplement`. What
    needs a `mailbox` for its answer is not issued before the college has set one.
    """

    key: str
    title: str
    audience: Audience
    reader: str
    stage: Stage
    subjects: Callable[[Case], tuple[Subject, ...]]
    content: Callable[[Case, Subject, Issue], Content]
    checked_for: Audience | None = None
    """Whose eyes its pages must bear besides its reader’s: a page that lies about names nobody."""
    help: HelpFor | None = None
    rules: bool = False
    due: bool = False
    route: bool = False
    mailbox: bool = False
    ring: Callable[[Case, Subject], StaffMember | None] | None = None
    """Returns whom its reader rings, None for whoever issues it. The direct line of that person
    comes with the issue, as `issue.college.to_ring`."""
    says_what_it_is: bool = False
    """Whether its writer says if it is an update, where its reader was told on an earlier day."""
    look_at: Callable[[Case, Subject], tuple[str, ...]] | None = None
    """Returns sentences on what to look at once more in its draft, such as a reader who is named
    where “you” belongs."""

    @property
    def checked_as(self) -> Audience:
        """The audience whose eyes its finished pages must bear: its reader’s, or others’."""
        return self.checked_for or self.audience


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


def whoever_issues(_case: Case, _subject: Subject) -> None:
    """Return nobody in particular: the reader rings whoever issues the document."""


def whoever_sends(case: Case, subject: Subject) -> StaffMember:
    """Return who sends the referral that a letter is about. Raises ValueError without one."""
    entry = entry_of(case, subject)
    opened = referral_of(entry.form) or entry.root
    (sent,) = (one.sealed.author for one in case.current if one.root == opened)
    return StaffMember(sent.name, sent.role)


def entry_of(case: Case, subject: Subject) -> Entry:
    """Return the entry a document is about, as it holds today. Raises ValueError without one."""
    (entry,) = (entry for entry in case.current if entry.root == subject.entry)
    return entry
