"""Note: anything said or done that no other form asks for."""

from typing import Annotated, ClassVar

from app.domain.forms.asked import Reason, When
from app.domain.kit.answers import EntryRef, Refers, Words
from app.domain.kit.form import Ask, Form
from app.domain.kit.stage import Stage


class Note(Form, tag="note", frozen=True, kw_only=True):
    """Record what was said or done and the reason, where no other form fits."""

    stage: ClassVar[Stage] = Stage.RECORD
    title: ClassVar[str] = "Note"
    happened_in: ClassVar[str] = "at"

    at: When
    what: Annotated[Words, Ask("What was said or done", retold="")]
    why: Reason
    settles: Annotated[
        EntryRef | None, Ask("What this settles, if anything", refers_to=Refers.AGREED)
    ] = None
