"""Drafts: everything typed and not yet sealed, kept in the casebook while it is typed."""

from collections.abc import Mapping
from datetime import datetime
from uuid import NAMESPACE_OID, uuid4, uuid5

import msgspec

from app.casework.desk import Desk
from app.casework.overlays import readable
from app.casework.recording import Correction
from app.domain.answers import Answer
from app.domain.form import Answers, Entry, form_name, read_answers
from app.domain.record import CaseId
from app.domain.stages import form_named
from app.vault.drafts import Draft


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """A form as far as it was typed.

    `raw` keeps, by question, text that is not an answer yet, such as half a date. `at` is the
    question the cursor was in, with its place in the text. `updated` is UTC.
    """

    id: str
    form: type[Entry]
    answers: Answers
    updated: datetime
    raw: Mapping[str, str] = {}
    case: CaseId | None = None
    correction: Correction | None = None
    at: str = ""
    place: int = 0


class Aside(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed outside of any case and is not saved: a setting, a contact, a service.

    `page` is where it was typed. `answers` are JSON, `words` what is typed and no answer yet, by
    question. `updated` is UTC.
    """

    name: str
    page: str
    answers: msgspec.Raw = msgspec.Raw(b"{}")
    words: Mapping[str, str] = {}
    updated: datetime


_ASIDE = "aside"
"""Stands in place of a form's name in the draft of what belongs to no form."""


_ASIDES = msgspec.json.Decoder(Aside)


class _Stored(msgspec.Struct):
    answers: msgspec.Raw
    raw: dict[str, str] = {}
    why: str = ""
    at: str = ""
    place: int = 0


def new_draft() -> str:
    """Make the id of a draft that has not been kept yet."""
    return str(uuid4())


def keep(desk: Desk, typed: Typed) -> None:
    """Keep a draft in place of its earlier state. Raises the vault's errors if it cannot."""
    stored = _Stored(
        answers=msgspec.Raw(msgspec.json.encode(typed.answers)),
        raw=dict(typed.raw),
        why=typed.correction.why if typed.correction else "",
        at=typed.at,
        place=typed.place,
    )
    desk.casebook.drafts.save(
        Draft(
            id=typed.id,
            user=desk.user.user,
            case=typed.case,
            form=form_name(typed.form),
            version=typed.form.version,
            corrects=typed.correction.entry if typed.correction else None,
            answers=msgspec.json.encode(stored),
            updated=typed.updated,
        )
    )


def kept(desk: Desk) -> tuple[Typed, ...]:
    """Give this user's drafts, the newest first."""
    mine = desk.casebook.drafts.mine()
    return tuple(_read(draft) for draft in mine if draft.form != _ASIDE)


def kept_for(desk: Desk, case: CaseId | None, form: type[Entry]) -> Typed | None:
    """Give this user's newest draft of a form in a case, leaving corrections out."""
    matching = (
        typed
        for typed in kept(desk)
        if typed.case == case and typed.form is form and typed.correction is None
    )
    return next(matching, None)


def discard(desk: Desk, draft: str) -> None:
    """Drop a draft because its writer asked for it. The log says that, and not what it held."""
    desk.casebook.drafts.discard(draft)


def keep_aside(desk: Desk, aside: Aside) -> None:
    """Keep what is typed on a page in place of its earlier state. Raises as `keep` does."""
    desk.casebook.drafts.save(
        Draft(
            id=_aside_id(desk, aside.name),
            user=desk.user.user,
            case=None,
            form=_ASIDE,
            version=1,
            corrects=None,
            answers=msgspec.json.encode(aside),
            updated=aside.updated,
        )
    )


def asides(desk: Desk) -> tuple[Aside, ...]:
    """Give what this user typed outside of any case and did not save, the newest first."""
    stored = (one.answers for one in desk.casebook.drafts.mine() if one.form == _ASIDE)
    read = (readable(one, _ASIDES.decode) for one in stored)
    return tuple(aside for aside in read if aside)


def aside(desk: Desk, name: str) -> Aside | None:
    """Give what this user typed under one name and did not save."""
    return next((one for one in asides(desk) if one.name == name), None)


def settle_aside(desk: Desk, name: str) -> None:
    """Drop what was typed, because it is saved now or stands as it was."""
    desk.casebook.drafts.settle(_aside_id(desk, name))


def discard_aside(desk: Desk, name: str) -> None:
    """Drop what was typed, because its writer asked for it. The log says that it was dropped."""
    discard(desk, _aside_id(desk, name))


def _aside_id(desk: Desk, name: str) -> str:
    return str(uuid5(NAMESPACE_OID, f"{desk.user.user}:{name}"))


def _read(draft: Draft) -> Typed:
    form = form_named(draft.form)
    stored = msgspec.json.decode(draft.answers, type=_Stored)
    answers: dict[str, Answer] = read_answers(form, bytes(stored.answers))
    correction = Correction(draft.corrects, stored.why) if draft.corrects else None
    return Typed(
        id=draft.id,
        form=form,
        answers=answers,
        updated=draft.updated,
        raw=stored.raw,
        case=draft.case,
        correction=correction,
        at=stored.at,
        place=stored.place,
    )
