"""Note: anything said or done that no other form asks for."""

from typing import Annotated, ClassVar

from app.domain.answers import EntryRef, Refers, Words
from app.domain.form import Ask, Entry
from app.domain.stage import Stage
from app.domain.stages.asked import Reason, When


class Note(Entry, tag="note", frozen=True, kw_only=True):
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
