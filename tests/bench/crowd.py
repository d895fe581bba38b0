"""Fill a casebook with many cases, quickly: sealed for real, but hundreds in one transaction."""

from datetime import timedelta
from hashlib import sha256

import msgspec

from app.casework.session import Session
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.checks import filled_in
from app.domain.kit.form import Answers, Form, form_name
from app.domain.kit.moments import moment
from app.domain.kit.record import Audience, NewEntry
from app.domain.kit.words import check_words
from tests.casefold import concern
from tests.sessions import Clock

AT_ONCE = 200
"""Cases sealed in one transaction."""


def fill(session: Session, clock: Clock, cases: int) -> None:
    """Seal a concern with a learner of its own, and a document issued, in each of many cases."""
    for first in range(0, cases, AT_ONCE):
        clock.at += timedelta(seconds=1)
        numbers = range(first, min(first + AT_ONCE, cases))
        session.casebook.journal.append(
            [entry for number in numbers for entry in _entries(number, clock)]
        )


def _entries(number: int, clock: Clock) -> tuple[NewEntry, NewEntry]:
    learner = Person(id=f"p{number}", kind=PersonKind.LEARNER, name=f"Robin Example{number}")
    told = concern(
        people=(Involved(learner, (Role.PICTURED,)),),
        told_at=moment(clock.at - timedelta(hours=1)),
        account=f"A picture is said to be going round. Robin spoke of “robin_{number}”.",
    )
    issued = {
        "issued_at": moment(clock.at),
        "number": f"2026-{number + 1:04d}-D1",
        "key": "chronology",
        "kind": "Chronology",
        "recipient": "The Designated Safeguarding Lead",
        "readers": Audience.DSL,
        "why": "Asked for",
        "pages": "2",
        "words": words_of(number),
        "digest": f"{number:064x}",
        "record_head": f"{number:064x}",
    }
    return _unsealed(number, ConcernReceived, told), _unsealed(number, DocumentIssued, issued)


def _unsealed(number: int, form: type[Form], answers: Answers) -> NewEntry:
    made = filled_in(form, answers)
    return NewEntry(
        id=f"{form_name(form)}-{number}",
        case=f"case-{number}",
        form=form_name(form),
        version=form.version,
        body=msgspec.Raw(msgspec.json.encode(made)),
        happened=getattr(made, form.happened_in),
        audience=form.audience,
        source=form.source,
    )


def words_of(number: int) -> str:
    """Return the check words of the document of a case."""
    return check_words(sha256(str(number).encode()).digest())
