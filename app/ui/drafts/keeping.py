"""Keeps a form outside a case as an encrypted draft within a second, and restores it."""

from contextlib import suppress

import msgspec
from PySide6.QtCore import QObject

from app.casework import drafts
from app.casework.drafts import AsideDraft
from app.casework.session import Session
from app.domain.kit.answers import Answer, AnswerKind
from app.domain.kit.filled import read_answers
from app.domain.kit.form import Answers, questions_of
from app.domain.kit.moments import write_time
from app.ui.drafts.unkept import Unkept
from app.ui.forms import FormView
from app.ui.forms.editor import Raw

Typed = tuple[dict[str, Answer], Raw]
"""The answers of a form, and texts typed in it that are not answers yet."""


class Keeping(QObject):
    """Keeps what is typed in one form and differs from what is saved. Never keeps a passphrase."""

    def __init__(self, view: FormView, session: Session, *, page: str, name: str) -> None:
        super().__init__(view)
        self._view, self._session, self._page, self._name = view, session, page, name
        self._standing: Typed = ({}, {})
        self._showing = False
        # The text is still on screen; leaving the page reports it if it still cannot be kept.
        self._unkept = Unkept(self, self._keep, lambda _: None)
        view.changed.connect(self._changed)

    def show(self, standing: Answers) -> str:
        """Show the saved answers, or a kept draft. Return a sentence if a draft was restored.

        Every question of the form must exist already.
        """
        self._showing = True
        self._view.set_answers(standing)
        self._standing = self._typed()
        kept = drafts.aside(self._session, self._name)
        if kept:
            with suppress(msgspec.ValidationError):  # answers of another version, such as a choice
                self._view.set_answers(read_answers(self._view.form, bytes(kept.answers)))
            self._view.restore(dict(kept.words))
        self._showing = False
        return returned(kept) if kept else ""

    def keep(self) -> None:
        """Keep what is typed, if anything changed. Raises the vault's errors if it cannot."""
        self._unkept.keep()

    def _keep(self) -> None:
        typed = self._typed()
        if typed == self._standing:
            drafts.settle_aside(self._session, self._name)
        else:
            answers, words = typed
            kept = AsideDraft(
                name=self._name,
                page=self._page,
                answers=msgspec.Raw(msgspec.json.encode(answers)),
                words=words,
                updated=self._session.now(),
            )
            drafts.keep_aside(self._session, kept)

    def settle(self) -> None:
        """Remove the draft, because its content is saved now."""
        self._unkept.forget()
        self._standing = self._typed()
        drafts.settle_aside(self._session, self._name)

    def discard(self) -> None:
        """Remove the draft, because the user asked for that."""
        self._unkept.forget()
        drafts.discard_aside(self._session, self._name)

    def _typed(self) -> Typed:
        secret = {q.name for q in questions_of(self._view.form) if q.kind is AnswerKind.SECRET}
        answers = self._view.answers()
        return {n: a for n, a in answers.items() if n not in secret}, self._view.raw_texts()

    def _changed(self) -> None:
        if not self._showing:
            self._unkept.typed()


def returned(kept: AsideDraft) -> str:
    """Return a sentence saying that an earlier draft was restored."""
    at = write_time(kept.updated)
    return f"What you typed here is back, as it stood on {at}. It is not saved yet."
