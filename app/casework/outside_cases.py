"""Papers outside any case: blank forms and the cover page of all open cases, kept nowhere."""

import hashlib
from collections.abc import Callable, Sequence
from functools import partial

from app.casework.documents import college_of
from app.casework.reading import list_cases
from app.casework.recording import read_case
from app.casework.session import Session
from app.disclosure.leak import Leak, leaks_in
from app.disclosure.pages import pages_of
from app.domain.case.case import Case
from app.domain.kit.form import Form, form_name
from app.domain.kit.moments import day_of, moment
from app.domain.kit.record import Audience
from app.domain.owed.table import owed_in
from app.papers.blank_form import blank_on_pages
from app.papers.cover import CoverCase, over_all
from app.typesetting.content import Content, Issue
from app.typesetting.document import Document, render_document
from app.vault.events import Action


def blank_paper(session: Session, form: type[Form]) -> Callable[[], Document]:
    """Return the job that sets the blank paper of a form under the college's letterhead.

    The job itself reads nothing of the casebook, so that a worker thread can do it.
    """
    circumstances = Issue(
        college=college_of(session),
        number="",
        at=moment(session.now()).at,
        record_head="",
        author=session.as_staff,
    )
    return partial(blank_on_pages, form, circumstances)


def note_taken(
    session: Session, form: type[Form], action: Action = Action.DOCUMENT_PRINTED
) -> None:
    """Log that a blank form was printed or saved."""
    detail = {"blank_form": form_name(form), "version": str(form.version)}
    session.casebook.events.note(action, detail=detail)


MOST = 1_000
"""The most open cases on one paper: more than any college has."""


class CoverNames(Exception):
    """A cover page over all open cases may tell who somebody is. `number` is that of the case."""

    def __init__(self, number: str, leak: Leak) -> None:
        self.number, self.leak = number, leak
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """Say where it is, and where to settle it."""
        return (
            f"The page is not shown: it may tell who somebody of case {self.number} is. "
            f"{self.leak.sentence} Issue the cover page of that case, under Documents: there you "
            "can put the words right, or say why they may stand."
        )


def cover_job(session: Session) -> Callable[[], Document]:
    """Return the job that renders the cover page of every open case, for a worker thread.

    Its record head is that of the log. The job raises CoverNames where the page may tell who
    somebody is.
    """
    cases = [
        read_case(session, one.case) for one in list_cases(session, open_only=True, limit=MOST)
    ]
    at = moment(session.now()).at
    _, head = session.casebook.events.head()
    issue = Issue(
        college=college_of(session),
        number=f"Cover-{day_of(at):%Y%m%d}",
        at=at,
        record_head=head,
        author=session.as_staff,
    )
    due = [tuple(row.row for row in owed_in(case, session.clocks)) for case in cases]
    content = over_all([CoverCase(*one) for one in zip(cases, due, strict=True)], issue)
    return partial(_render_cover, content, cases)


def _render_cover(content: Content, cases: Sequence[Case]) -> Document:
    made = render_document(content)
    pages = pages_of(made.pdf)
    for case in cases:
        if found := leaks_in(pages, case, Audience.STAFF):
            raise CoverNames(case.number, found[0])
    return made


def note_cover(session: Session, made: Document) -> None:
    """Log that the cover page of all open cases was made. It is in no register.

    Raises DiskFull or ReadOnly when the log cannot be kept: then the page must not be shown.
    """
    digest = hashlib.sha256(made.pdf).hexdigest()
    detail = {"number": made.content.issue.number, "kind": "cover", "digest": digest}
    session.casebook.events.note(Action.DOCUMENT_PRINTED, None, detail)
