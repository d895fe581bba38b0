"""Papers outside any case: blank forms and the cover page of all open cases, kept nowhere."""

import hashlib
from collections.abc import Callable
from functools import partial

from app.casework.documents import college_of
from app.casework.reading import list_cases
from app.casework.recording import read_case
from app.casework.session import Session
from app.domain.kit.form import Form, form_name
from app.domain.kit.moments import day_of, moment
from app.domain.owed.table import owed_in
from app.papers.blank_form import blank_on_pages
from app.papers.cover import CoverCase, over_all
from app.typesetting.content import Content, Issue
from app.typesetting.document import Document
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


def cover_content(session: Session) -> Content:
    """Return what the cover page says of every open case. Its record head is that of the log."""
    cases = (
        read_case(session, one.case) for one in list_cases(session, open_only=True, limit=MOST)
    )
    at = moment(session.now()).at
    _, head = session.casebook.events.head()
    issue = Issue(
        college=college_of(session),
        number=f"Cover-{day_of(at):%Y%m%d}",
        at=at,
        record_head=head,
        author=session.as_staff,
    )
    return over_all(
        [
            CoverCase(case, tuple(row.row for row in owed_in(case, session.clocks)))
            for case in cases
        ],
        issue,
    )


def note_cover(session: Session, made: Document) -> None:
    """Log that the cover page of all open cases was made. It is in no register.

    Raises DiskFull or ReadOnly when the log cannot be kept: then the page must not be shown.
    """
    digest = hashlib.sha256(made.pdf).hexdigest()
    detail = {"number": made.content.issue.number, "kind": "cover", "digest": digest}
    session.casebook.events.note(Action.DOCUMENT_PRINTED, None, detail)
