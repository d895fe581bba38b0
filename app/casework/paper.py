"""Blank paper forms: printed for the day the laptop is away. Of no case, so not registered."""

from app.casework.desk import Desk
from app.casework.documents import college_of
from app.documents.blank_form import ON_PAPER, blank_form
from app.documents.content import Content, Issue
from app.domain.form import Entry, form_name
from app.domain.moments import moment
from app.vault.events import Action

__all__ = ["ON_PAPER", "blank_paper", "note_taken"]


def blank_paper(desk: Desk, form: type[Entry]) -> Content:
    """Give the blank paper of a form under the college's letterhead, to be set on pages."""
    circumstances = Issue(
        college=college_of(desk),
        number="",
        at=moment(desk.now()).at,
        record_head="",
        author=desk.as_staff,
    )
    return blank_form(form, circumstances)


def note_taken(desk: Desk, form: type[Entry], action: Action = Action.DOCUMENT_PRINTED) -> None:
    """Write in the log that a blank form was printed or saved."""
    detail = {"blank_form": form_name(form), "version": str(form.version)}
    desk.casebook.events.note(action, detail=detail)
