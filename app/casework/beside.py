"""What papers may name beside the people of their case, and whom of other cases they may not."""

import re
from collections.abc import Iterator

from app.casework.services import catalogue
from app.casework.session import Session
from app.casework.staff import staff_list
from app.disclosure.strangers import Known
from app.domain.case.case import Case, once_a_case
from app.domain.kit.wording import lines_of
from app.typesetting.content import Issue


def known_beside(session: Session, case: Case, issue: Issue) -> Known:
    """Return the college, its staff, bodies, services, and the people of other cases."""
    members = staff_list(session).people
    lines = (member.line for member in members)
    return Known(
        texts=tuple(dict.fromkeys(filter(None, (*of_issue(issue), *lines, *_bodies(session))))),
        staff=(*(name for member in members for name in member.writings), *professionals(case)),
        elsewhere=session.casebook.search.names_elsewhere(case.id),
    )


def of_issue(issue: Issue) -> Iterator[str]:
    """Yield what a paper says of its sender and of the help it names."""
    college = issue.college
    yield from (college.name, college.team, college.address, college.phone, college.mailbox)
    yield from (college.line, issue.author.role)
    for one in issue.supplement.help:
        yield from (one.name, one.number, one.address)


def _bodies(session: Session) -> Iterator[str]:
    for contact in session.rules.directory.contacts.values():
        yield from (contact.name, contact.number, contact.address)
    for service in catalogue(session).service:
        yield service.name
        for route in service.route:
            yield from (route.address, *_MAIL.findall(route.steps))


_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_RANK = re.compile(
    r"\b(?:PC|DC|DS|DI|DCI|Sgt|Insp|PCSO|Dr|Prof)\.?\s(?:\d+\s)?((?:[A-Z]\.\s?)*[A-Z][\w’'-]+)"
)
_ROLE = re.compile(
    r"\b((?:[A-Z]\.\s?)+[A-Z][\w’'-]+),\s(?:\w+\s){0,2}(?:tutor|teacher|officer|nurse|counsellor|worker"
    r"|lead|principal|head|manager|mentor|assistant|governor|adviser|coach|technician|doctor)\b"
)


@once_a_case
def professionals(case: Case) -> tuple[str, ...]:
    """Return whom the record names with a rank or a role: an officer, a tutor, a social worker."""
    said = "\n".join(line.text for entry in case.current for line in lines_of(entry.form, {}))
    return tuple(dict.fromkeys((*_RANK.findall(said), *_ROLE.findall(said))))
