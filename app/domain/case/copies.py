"""The ledger of copies: built from the entries that say where a copy is and what became of it.

Some entries change the state of a copy without a question of their own: a request for removal, a
reply to it, and asking a learner to delete.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

import msgspec

from app.domain.case.entry import Entry
from app.domain.forms.close import Resurfaced
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.copies import (
    CopiesFound,
    CopyChanged,
    CopyState,
    HolderKind,
    HowKnown,
    KnownCopy,
)
from app.domain.forms.deletion import DeletionConfirmed, DeletionDecided
from app.domain.forms.requests import RemovalReply, RemovalRequested, RequestReply
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.form import Form, Question, questions_of
from app.domain.kit.keys import PartKey, PartKind, read_key
from app.domain.kit.record import EntryId

CopyKey = str
"""The id of the entry in which a copy was noted, and its place there: `…:copy:1`."""


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the ledger. `since` (when it was noted) and `changed` (its last change) are UTC.

    `how` it is known that it stands so; None where an entry about something else says it.
    `came_from` is the key of the copy it was passed on from. `changes` are the entries that look at
    it again, `requests` the ids of the requests for its removal, both oldest first.
    """

    key: CopyKey
    row: KnownCopy
    state: CopyState
    since: datetime
    changed: datetime
    how: HowKnown | None = None
    came_from: CopyKey | None = None
    confirmed_by: str = ""
    next_check: date | None = None
    changes: tuple[CopyChanged, ...] = ()
    requests: tuple[EntryId, ...] = ()

    @property
    def entry(self) -> EntryId:
        """The id of the entry in which it was noted."""
        return entry_of_copy(self.key)

    @property
    def there(self) -> bool:
        """Whether it is, or may be, a copy at all: somebody who has only seen it holds none."""
        return self.state is not CopyState.SEEN


def copy_key(entry: EntryId, place: int) -> CopyKey:
    """Return the key of the copy at a place (from 1) in an entry."""
    return PartKey(entry, PartKind.COPY, place).write()


def entry_of_copy(copy: CopyKey) -> EntryId:
    """Return the id of the entry in which a copy was noted, from its key; "" for any other key."""
    key = read_key(copy)
    return key.entry if isinstance(key, PartKey) else ""


Ledger = dict[CopyKey, Copy]


def copies_of(items: Iterable[Entry]) -> Mapping[CopyKey, Copy]:
    """Build the ledger from entries (oldest first): each copy by its key, in order of entry."""
    ledger: Ledger = {}
    about: dict[EntryId, CopyKey] = {}
    asked: dict[EntryId, str] = {}
    for entry in items:
        at = entry.at
        _again(ledger, entry.form, at)
        ledger |= {copy.key: copy for copy in noted_in(entry)}
        match entry.form:
            case CopyChanged() as form if form.copy in ledger:
                ledger[form.copy] = _changed(ledger[form.copy], form, at)
            case RemovalRequested() as form if form.copy in ledger:
                about[entry.root] = form.copy
                before = ledger[form.copy]
                noted = msgspec.structs.replace(before, requests=(*before.requests, entry.root))
                ledger[form.copy] = _moved(noted, CopyState.ASKED, at, _AT_LARGE)
            case RemovalReply() as form if form.request in about:
                key = about[form.request]
                ledger[key] = _answered(ledger[key], form.reply, at)
            case DeletionDecided() as form if form.learner:
                asked[entry.root] = form.learner
                _told(ledger, form.learner, CopyState.ASKED, at)
            case DeletionConfirmed() as form if form.confirmed is YesNoUnknown.YES:
                deleted_by = asked.get(form.deletion, "")
                _told(ledger, deleted_by, CopyState.SAYS_GONE, at, HowKnown.HOLDER)
    return {key: _traced(ledger, copy) for key, copy in ledger.items()}


def _traced(ledger: Mapping[CopyKey, Copy], copy: Copy) -> Copy:
    """Remove a source that is not in the ledger, or that leads back to the copy itself."""
    at, seen = copy.came_from or "", {copy.key}
    while at in ledger and at not in seen:
        seen.add(at)
        at = ledger[at].came_from or ""
    whole = copy.came_from in ledger and at != copy.key
    return copy if whole else msgspec.structs.replace(copy, came_from=None)


def noted_in(entry: Entry) -> Iterator[Copy]:
    """Yield the copies that one entry adds. Imagery that resurfaced at an unknown holder is one."""
    questions = copy_questions(type(entry.form))
    rows = [row for question in questions for row in getattr(entry.form, question.name)]
    first = 1
    if isinstance(entry.form, Resurfaced) and not rows:
        first = 0
        rows = [KnownCopy(held_by=HolderKind.UNKNOWN, name=entry.form.where, state=CopyState.KNOWN)]
    for place, row in enumerate(rows, start=first):
        yield Copy(
            key=copy_key(entry.root, place),
            row=row,
            state=row.state,
            since=entry.at,
            changed=entry.at,
            how=_how(entry.form),
            came_from=row.came_from,
        )


def copy_questions(form: type[Form]) -> tuple[Question, ...]:
    """Return the questions of a form whose rows are copies."""
    return tuple(one for one in questions_of(form) if one.row is KnownCopy)


def _how(form: Form) -> HowKnown | None:
    match form:
        case CopiesFound():
            return form.how
        case LearnerConversation():
            return HowKnown.LEARNER
        case _:
            return None


_AT_LARGE = (CopyState.SUSPECTED, CopyState.KNOWN, CopyState.UNTRACED)
_UNDECIDED = (*_AT_LARGE, CopyState.ASKED)
_ANSWERS: Mapping[RequestReply, tuple[CopyState, tuple[CopyState, ...]]] = {
    RequestReply.REMOVED: (CopyState.SAYS_GONE, _UNDECIDED),
    RequestReply.REFUSED: (CopyState.KNOWN, (*_UNDECIDED, CopyState.SAYS_GONE)),
    RequestReply.CAME_BACK: (
        CopyState.KNOWN,
        (*_UNDECIDED, CopyState.SAYS_GONE, CopyState.CONFIRMED),
    ),
}
"""The state after each reply, and the states that it may replace. A service’s word that it is
removed is one sign, as a holder’s is."""


def _answered(copy: Copy, reply: RequestReply, at: datetime) -> Copy:
    state, before = _ANSWERS.get(reply, (copy.state, ()))
    return _moved(copy, state, at, before)


def _moved(
    copy: Copy,
    state: CopyState,
    at: datetime,
    before: tuple[CopyState, ...],
    how: HowKnown | None = None,
) -> Copy:
    """Change the state of a copy if it is one of `before`; a stronger state stays.

    Who said how it stood before has not said how it stands now.
    """
    if copy.state not in before or copy.state is state:
        return copy
    return msgspec.structs.replace(copy, state=state, changed=at, how=how, confirmed_by="")


def _changed(copy: Copy, form: CopyChanged, at: datetime) -> Copy:
    return msgspec.structs.replace(
        copy,
        state=form.state,
        changed=at,
        how=form.how,
        confirmed_by=form.confirmed_by or "",
        next_check=form.next_check,
        changes=(*copy.changes, form),
    )


_DELETED_BY_THEM = (HolderKind.PERSON, HolderKind.DEVICE, HolderKind.BACKUP)


def _told(
    ledger: Ledger, person: str, state: CopyState, at: datetime, how: HowKnown | None = None
) -> None:
    """Change the copies of somebody who was asked to delete, or who says that they have."""
    for key, copy in ledger.items():
        if person and copy.row.person == person and copy.row.held_by in _DELETED_BY_THEM:
            ledger[key] = _moved(copy, state, at, (*_UNDECIDED, CopyState.HELD), how)


def _again(ledger: Ledger, form: Form, at: datetime) -> None:
    """Treat a holder's word that a copy is gone as doubtful once the imagery resurfaces.

    What a second sign confirmed, and what the police hold, stays as it is.
    """
    if isinstance(form, Resurfaced):
        for key, copy in ledger.items():
            ledger[key] = _moved(copy, CopyState.SUSPECTED, at, (CopyState.SAYS_GONE,))


def written(row: KnownCopy, people: Mapping[str, str]) -> str:
    """Write who or what has a copy: `Sam Example’s device, Snapchat`, `group chat “Year 12”`."""
    owner = people.get(row.person or "", "")
    called = f" “{row.name.strip()}”" if row.name and row.name.strip() else ""
    match row.held_by:
        case HolderKind.PERSON:
            words = owner or "somebody"
        case HolderKind.DEVICE:
            words = f"{owner}’s device" if owner else "a device"
        case HolderKind.BACKUP:
            words = f"{owner}’s cloud back-up" if owner else "a cloud back-up"
        case HolderKind.UNKNOWN:
            words = f"holder not known{called}"
        case kind:
            words = f"{_NOUNS[kind]}{called}"
    return f"{words}, {row.service.strip()}" if row.service and row.service.strip() else words


_NOUNS = {
    HolderKind.ACCOUNT: "account",
    HolderKind.GROUP: "group chat",
    HolderKind.PAGE: "public page",
}
