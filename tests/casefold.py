"""Make sealed entries and cases by hand, without a casebook."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

import msgspec

from app.domain.case.case import Case, fold_case
from app.domain.forms.asked import ImageryKind
from app.domain.forms.concern import ConcernReceived, Medium, Scope
from app.domain.kit.answers import Involved, Person, PersonKind, Role, StaffMember
from app.domain.kit.checks import filled_in
from app.domain.kit.form import Form, form_name
from app.domain.kit.moments import moment
from app.domain.kit.record import Author, SealedEntry

NOW = datetime(2026, 11, 19, 10, 22, tzinfo=UTC)
DSL = StaffMember("R. Okafor", "Designated Safeguarding Lead")
AVA = Person(id="ava", kind=PersonKind.LEARNER, name="Ava Stone", born=date(2011, 5, 3))
BEN = Person(id="ben", kind=PersonKind.LEARNER, name="Ben Marsh")


def concern(**answers):
    """Return the answers of a whole concern, with some of them exchanged."""
    usual = {
        "reported_by": "M. Reyes, tutor",
        "told_to": DSL,
        "told_at": moment(NOW - timedelta(hours=1)),
        "how": Medium.SPOKEN,
        "account": "A picture is said to be going round.",
        "imagery": (ImageryKind.STILL,),
        "scope": Scope.OWN,
        "people": (Involved(AVA, (Role.PICTURED,)), Involved(BEN, (Role.RECEIVED,))),
    }
    return usual | answers


def sealed(form: type[Form], answers, *, seq=1, at=NOW, corrects=None, entry=None) -> SealedEntry:
    """Seal answers as the journal would, without chain or signature."""
    made = filled_in(form, answers)
    happened = getattr(made, made.happened_in) if made.happened_in else None
    return SealedEntry(
        id=entry or f"entry-{seq}",
        case="case-1",
        number="2026-0001",
        seq=seq,
        recorded=at,
        author=Author("user-1", DSL.name, DSL.role),
        form=form_name(form),
        version=form.version,
        body=msgspec.Raw(msgspec.json.encode(made)),
        happened=happened,
        audience=form.audience,
        source=form.source,
        corrects=corrects,
        corrects_why="Misheard." if corrects else "",
    )


def case_of(*forms: tuple[type[Form], dict], after: timedelta = timedelta(minutes=10)) -> Case:
    """Fold a case from forms and answers, each recorded a little after the one before."""
    numbers = count(1)
    return fold_case(
        [
            sealed(form, answers, seq=seq, at=NOW + (seq - 1) * after)
            for seq, (form, answers) in zip(numbers, forms, strict=False)
        ]
    )


def concern_case(*more: tuple[type[Form], dict], **answers) -> Case:
    """Fold a case that begins with a usual concern."""
    return case_of((ConcernReceived, concern(**answers)), *more)
