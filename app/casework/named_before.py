"""Papers issued before somebody was named, and that name them: nobody could check then."""

from typing import NamedTuple

from app.casework.documents import prepare_again
from app.casework.session import Session
from app.disclosure.disclosure import disclosure_for, reads_every_name
from app.disclosure.disguise import kept_of
from app.disclosure.matching import TraceMatcher
from app.disclosure.traces import TracePattern, patterns_of
from app.domain.case.case import Case, documents_of, once_a_case
from app.domain.kit.answers import Person, PersonRef
from app.papers.sides import texts_of


class _Told(NamedTuple):
    """A paper that hides others from its reader: its words, whom its record knew, what may stand.

    `known` are the people of that record as they were written then.
    """

    number: str
    recipient: str
    text: str
    known: frozenset[Person]
    kept: tuple[TracePattern, ...]


def papers_naming(session: Session, case: Case | None, person: Person) -> tuple[str, ...]:
    """Return each issued paper that may tell who somebody is, if it was issued before it knew them.

    Also a name that was put right or added since is searched for. Each is its number and whom it
    is for: `2026-0001-D2, for Dee Stone`.
    """
    if case is None or not person.name.strip():
        return ()
    return tuple(
        f"{told.number}, for {told.recipient}"
        for told in _papers(case, session)
        if person not in told.known and _names(told, person)
    )


def _names(told: _Told, person: Person) -> bool:
    known = {form for one in told.known if one.id == person.id for form in patterns_of(one)}
    new = [form for form in patterns_of(person, derived=False) if form not in known]
    return any(True for _ in TraceMatcher(new, told.kept).find(told.text)) if new else False


@once_a_case
def _papers(case: Case, session: Session) -> tuple[_Told, ...]:
    """Return the issued papers that hide people, as they were made."""
    made: list[_Told] = []
    for issued in documents_of(case):
        about: PersonRef | None = issued.reader or issued.child
        if reads_every_name(issued.readers, about):
            continue
        try:
            prepared = prepare_again(session, case, issued.number)
        except LookupError:  # its kind, or what it was about, is no more
            continue
        before = prepared.case
        made.append(
            _Told(
                number=issued.number,
                recipient=issued.recipient,
                text="\n\n".join(texts_of(prepared.content)),
                known=frozenset(one.person for one in before.people.values()),
                kept=kept_of(disclosure_for(before, issued.readers, about, issued.referral)),
            )
        )
    return tuple(made)
