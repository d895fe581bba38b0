"""Beside each thing owed: what a body asked, or the college decided, against doing it.

Source: uk-guidance 3.5: what the police or another body ask is met again wherever it comes up.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from app.domain.case.case import Case
from app.domain.case.people import is_family
from app.domain.case.standing import WHOLE_CASE
from app.domain.forms.bodies import BodyContact
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.kit.filled import answers_to_edit
from app.domain.kit.form import Form
from app.domain.kit.in_short import first_sentence
from app.domain.owed.row import Owed
from app.domain.rules.instructions import (
    OF_THINGS,
    Against,
    Instruction,
    in_force,
    named_in,
    newest_of_device,
)

_INSTEAD: Mapping[type[Form], type[Form]] = {
    LearnerConversation: ConversationNotHeld,
    ParentContact: ParentDecision,
}
"""Where it is recorded that somebody is not spoken with yet, by the form in which they would be."""
_MEETING = (Against.SPEAKING, Against.CONTACT)


def heeding(case: Case, rows: Iterable[Owed]) -> Iterator[Owed]:
    """Yield each row, and with it what is in force against doing it: with whom, or with what.

    Where a body asked for it, the row opens where it is recorded that somebody is not spoken with
    yet, if it is they who would be. Of the sentences on a device the newest is said.
    """
    standing = tuple(newest_of_device(in_force(case)))
    for row in rows:
        met = [one for one in standing if _is_met(case, one, row)]
        if not met:
            yield row
            continue
        said = dict.fromkeys(first_sentence(one.sentence) for one in met)
        because = " · ".join(filter(None, (*said, row.because)))
        asked = any(one.against in _MEETING and not _own(case, one) for one in met)
        form = _form_of(case, row) if asked else row.form
        yield msgspec.structs.replace(row, because=because, form=form)


def _form_of(case: Case, row: Owed) -> type[Form]:
    whom, *_ = row.about
    if row.form is ParentContact and not is_family(case.people[whom]):
        return row.form
    return _INSTEAD.get(row.form, row.form)


def _is_met(case: Case, one: Instruction, row: Owed) -> bool:
    """Return whether an instruction is about whom, or what, a row is about."""
    match one.against:
        case Against.SPEAKING | Against.CONTACT:
            of_them = row.about[:1] == (one.about,) and not _asks_a_body(case, row)
            return of_them and not _decides(case, one, row)
        case Against.TELLING:
            child = one.child in row.about[1:] or len(row.about) == 1
            return row.about[:1] == (one.about,) and child and not _decides(case, one, row)
        case Against.DELETING | Against.HANDLING:
            things = {WHOLE_CASE, *_things(case, row)}
            return row.form.stage in OF_THINGS and one.about in things


def _asks_a_body(case: Case, row: Owed) -> bool:
    """Return whether a row follows up a referral: what a body is asked is no talk with a person."""
    followed = {one.id for one in case.referrals} | {one.id for one in case.body_referrals}
    return not followed.isdisjoint(row.key.ids)


def _own(case: Case, one: Instruction) -> bool:
    """Return whether the college decided it, and may decide it anew."""
    return not isinstance(case.entry(one.entry).form, BodyContact)


def _decides(case: Case, one: Instruction, row: Owed) -> bool:
    """Return whether a row opens the form by which this was decided: it is looked at again there.

    What is asked of whoever decided it says so itself.
    """
    return _own(case, one) and isinstance(case.entry(one.entry).form, row.form)


def _things(case: Case, row: Owed) -> Iterator[str]:
    """Yield the copies and devices that a row is about, and those that its entry names."""
    yield row.key.write()
    entries = {entry.root: entry.form for entry in case.current}
    for one in row.key.ids:
        yield one
        if form := entries.get(one):
            yield from named_in(type(form), answers_to_edit(form))
