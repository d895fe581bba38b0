"""Drafts: everything typed and not yet sealed, kept in the casebook during typing."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any, NamedTuple
from uuid import NAMESPACE_OID, uuid4, uuid5

import msgspec

from app.casework.kept_wizard import KEPT_UNDER, kept_in
from app.casework.recording import Correction
from app.casework.session import Session
from app.domain import forms
from app.domain.case.duty import Duty
from app.domain.forms.settings import CheckedContact, College, OwnLimit, OwnLimitSomewhere
from app.domain.kit.filled import read_answers
from app.domain.kit.form import Answers, Form, Questions, form_name, questions_of
from app.domain.kit.record import CaseId
from app.domain.kit.registry import UNREADABLE, read_whole, readable, refuse_loss
from app.domain.kit.text import clean
from app.domain.rules.staff import Listed
from app.removal.own_service import ServiceAsked
from app.vault.drafts import Draft


class FormDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A form as far as it was typed.

    `raw` keeps, by question, text that is not an answer yet, such as half a date. `at` is the
    question with the cursor, `place` its place in the text. `before` is text typed on an older
    form, for questions that are no longer asked. `held` says which answer holds where they disagree
    with what stands. `updated` is UTC.
    """

    id: str
    form: type[Form]
    answers: Answers
    updated: datetime
    raw: Mapping[str, str] = {}
    case: CaseId | None = None
    correction: Correction | None = None
    held: Mapping[str, str] = {}
    at: str = ""
    place: int = 0
    before: str = ""


class AsideDraft(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed outside any case and is not saved: a setting, a contact, a service.

    `page` is where it was typed. `answers` are JSON, `words` texts that are no answer yet, by
    question. `updated` is UTC.
    """

    name: str
    page: str
    answers: msgspec.Raw = msgspec.Raw(b"{}")
    words: Mapping[str, str] = {}
    updated: datetime


class UnreadDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A draft that this version cannot continue. It stays until its writer discards it.

    `words` is all that was typed, for people to read and copy. `updated` is UTC, if known.
    """

    id: str
    words: str
    case: CaseId | None = None
    updated: datetime | None = None


ASIDE = "aside"
"""In place of a form's name in a draft outside any case."""


class _Stored(msgspec.Struct):
    answers: msgspec.Raw
    raw: dict[str, str] = {}
    why: str = ""
    held: dict[str, str] = {}
    at: str = ""
    place: int = 0
    before: str = ""


def answers_in(kept: bytes) -> bytes:
    """Return the answers (JSON) in what the vault keeps of a draft; `null` if unreadable."""
    try:
        return bytes(msgspec.json.decode(kept, type=_Stored).answers)
    except UNREADABLE:
        return b"null"


def new_draft() -> str:
    """Return a new id for a draft that has not been kept yet."""
    return str(uuid4())


def keep(session: Session, typed: FormDraft) -> None:
    """Store a draft in place of its earlier state. Raises the vault's errors if that fails."""
    stored = _Stored(
        answers=msgspec.Raw(msgspec.json.encode(typed.answers)),
        raw=dict(typed.raw),
        why=typed.correction.why if typed.correction else "",
        held=dict(typed.held),
        at=typed.at,
        place=typed.place,
        before=typed.before,
    )
    session.casebook.drafts.save(
        Draft(
            id=typed.id,
            user=session.user.user,
            case=typed.case,
            form=form_name(typed.form),
            version=typed.form.version,
            corrects=typed.correction.entry if typed.correction else None,
            answers=msgspec.json.encode(stored),
            updated=typed.updated,
        )
    )


def kept(session: Session) -> tuple[FormDraft, ...]:
    """Return this user's drafts of forms, newest first, without those that cannot be read."""
    return tuple(one for one in _mine(session) if isinstance(one, FormDraft))


def unread_drafts(session: Session) -> tuple[UnreadDraft, ...]:
    """Return this user's drafts that this version cannot read, newest first."""
    return tuple(one for one in _mine(session) if isinstance(one, UnreadDraft))


def kept_for(session: Session, case: CaseId | None, form: type[Form]) -> FormDraft | None:
    """Return this user's newest draft of a form in a case, but no draft of a correction."""
    matching = (
        typed
        for typed in kept(session)
        if typed.case == case and typed.form is form and typed.correction is None
    )
    return next(matching, None)


def discard(session: Session, draft: str) -> None:
    """Delete a draft because its writer asked for it. The log notes that, but not its content."""
    session.casebook.drafts.discard(draft)


def keep_aside(session: Session, aside: AsideDraft) -> None:
    """Store what is typed on a page in place of its earlier state. Raises as `keep` does."""
    session.casebook.drafts.save(
        Draft(
            id=_aside_id(session, aside.name),
            user=session.user.user,
            case=None,
            form=ASIDE,
            version=1,
            corrects=None,
            answers=msgspec.json.encode(aside),
            updated=aside.updated,
        )
    )


def asides(session: Session) -> tuple[AsideDraft, ...]:
    """Return what this user typed outside any case and did not save, newest first."""
    return tuple(one for one in _mine(session) if isinstance(one, AsideDraft))


def aside(session: Session, name: str) -> AsideDraft | None:
    """Return what this user typed under one name and did not save; None if nothing."""
    return next((one for one in asides(session) if one.name == name), None)


def settle_aside(session: Session, name: str) -> None:
    """Delete what was typed, because it is saved now or was not changed."""
    session.casebook.drafts.settle(_aside_id(session, name))


def discard_aside(session: Session, name: str) -> None:
    """Delete what was typed, because its writer asked for it. The log notes that."""
    discard(session, _aside_id(session, name))


def _aside_id(session: Session, name: str) -> str:
    return str(uuid5(NAMESPACE_OID, f"{session.user.user}:{name}"))


def _mine(session: Session) -> Iterator[FormDraft | AsideDraft | UnreadDraft]:
    for draft in session.casebook.drafts.mine():
        try:
            yield _read(session, draft)
        except UNREADABLE:
            yield UnreadDraft(
                id=draft.id, words=_words(draft), case=draft.case, updated=draft.updated
            )


def _read(session: Session, draft: Draft) -> FormDraft | AsideDraft:
    """Read a draft as a whole. Raises one of UNREADABLE where this version cannot."""
    if draft.form == ASIDE:
        return _read_aside(draft)
    journal = session.casebook.journal
    if draft.updated is None or (draft.case is not None and not journal.number(draft.case)):
        raise ValueError("when it was typed is not known, or its case is not here")
    if draft.corrects is not None and journal.entry(draft.corrects) is None:
        raise ValueError("what it puts right is not here")
    stored = read_whole(draft.answers, _Stored)
    today = _as_today(draft, stored)
    return FormDraft(
        id=draft.id,
        form=today.form,
        answers=today.answers,
        updated=draft.updated,
        raw=today.raw,
        before=today.before,
        case=draft.case,
        correction=None if draft.corrects is None else Correction(draft.corrects, stored.why),
        held=stored.held,
        at=stored.at,
        place=stored.place,
    )


def _read_aside(draft: Draft) -> AsideDraft:
    """Read what was typed outside a case. Raises one of UNREADABLE where no form asks for it."""
    aside = read_whole(draft.answers, AsideDraft)
    forms = next(
        (forms for start, forms in ASKED_ASIDE.items() if aside.name.startswith(start)), ()
    )
    for form in forms:
        with suppress(*UNREADABLE):
            refuse_loss(
                msgspec.json.decode(aside.answers), read_answers(form, bytes(aside.answers))
            )
            return aside
    raise ValueError("this version asks no such thing")


ASKED_ASIDE: dict[str, tuple[type[Questions], ...]] = {
    "college": (College,),
    "duty": (Duty,),
    "limit_": (OwnLimit, OwnLimitSomewhere),
    "contact_": (CheckedContact,),
    "staff_": (Listed,),
    "service_": (ServiceAsked,),
}
"""How the names begin under which something is typed outside a case, each with its forms."""


class _Today(NamedTuple):
    """A draft on today's form; `before` is text that has no question there any more."""

    form: type[Form]
    answers: Answers
    raw: Mapping[str, str]
    before: str = ""


def _as_today(draft: Draft, stored: _Stored) -> _Today:
    """Return a draft on today's form. Raises one of UNREADABLE where that is not possible.

    Text typed on an older form for questions no longer asked is kept beside the answers.
    """
    written = forms.REGISTRY.released[draft.form, draft.version]
    typed = msgspec.json.decode(stored.answers)
    refuse_loss(typed, read_answers(written, bytes(stored.answers)))
    _check_raw(written, stored.raw)
    form, today = forms.REGISTRY.as_today(written, typed)
    answers = read_answers(form, msgspec.json.encode(today))
    refuse_loss(today, answers)
    if form is written:
        return _Today(form, answers, stored.raw, stored.before)
    raw = {path: text for path, text in stored.raw.items() if path in form.__struct_fields__}
    gone = [text for path, text in stored.raw.items() if path not in raw]
    gone += [text for text in _texts(typed) if text not in set(_texts(today))]
    return _Today(form, answers, raw, "\n".join(filter(None, (stored.before, *gone))))


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in stored answers."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _check_raw(form: type[Form], raw: Mapping[str, str]) -> None:
    """Raise one of UNREADABLE for an unfinished answer that has no place in the form."""
    asked = {question.name: question for question in questions_of(form)}
    kept_in(raw)
    for path in raw.keys() - {KEPT_UNDER}:
        name, _, within = path.partition(".")
        place = within.partition(".")[0]
        if asked[name].row and not (place.isdecimal() and 0 < int(place) <= _MOST_ROWS):
            raise ValueError("there is no such row")


_MOST_ROWS = 999


def _words(draft: Draft) -> str:
    """Return all that was typed as text, with its form where the answers do not name it."""
    raw = draft.answers.decode()
    with suppress(*UNREADABLE):
        stored = read_whole(raw, _Stored)
        typed = {"answers": stored.answers, "not finished": stored.raw, "why": stored.why}
        typed["which holds"] = stored.held
        raw = msgspec.json.encode({name: one for name, one in typed.items() if one}).decode()
    return clean(f"{draft.form.replace('_', ' ')}\n{readable(raw)}")
