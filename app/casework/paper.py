"""Blank paper forms: printed for the day the laptop is away. Of no case, so not registered."""

from collections.abc import Callable
from functools import partial

from app.casework.documents import college_of
from app.casework.session import Session
from app.domain.kit.form import Form, form_name
from app.domain.kit.moments import moment
from app.papers.blank_form import blank_on_pages
from app.typesetting.content import Issue
from app.typesetting.document import Document
from app.vault.events import Action


def blank_paper(session: Session, form: type[Form]) -> Callable[[], Document]:
    """Give the work that sets the blank paper of a form under the college's letterhead.

    The work itself reads nothing of the casebook, so that it can be done beside the window.
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
    """Write in the log that a blank form was printed or saved."""
    detail = {"blank_form": form_name(form), "version": str(form.version)}
    session.casebook.events.note(action, detail=detail)
