"""How far each stage of handling has come, and what comes next: read from what is owed."""

from collections.abc import Mapping
from enum import Enum, auto

from app.domain.case.case import Case, State
from app.domain.kit.keys import DueKind, PartKind
from app.domain.kit.stage import HANDLING, Stage
from app.domain.owed.row import TELLING, Owed, Weight
from app.domain.owed.table import Table, owed_in


class StageProgress(Enum):
    """How far one stage has come."""

    NOT_STARTED = auto()
    STARTED = auto()
    DONE = auto()


def progress(case: Case, owed: Table | None = None) -> Mapping[Stage, StageProgress]:
    """Return how far each stage of handling has come: done when begun and nothing is owed there.

    A day that was set for later, or somebody else’s answer, holds no stage back. `owed` is the
    table of the case, where it is at hand.
    """
    table = owed_in(case) if owed is None else owed
    begun = {entry.form.stage for entry in case.current}
    left = {row.stage for row in table if _holds_back(row)}
    standing = {stage: _standing(stage, begun, left) for stage in HANDLING}
    if case.state is State.CLOSED:
        again = Stage.CLOSE in left
        standing[Stage.CLOSE] = StageProgress.STARTED if again else StageProgress.DONE
    elif Stage.CLOSE in begun:
        standing[Stage.CLOSE] = StageProgress.STARTED
    return standing


def _standing(stage: Stage, begun: set[Stage], left: set[Stage]) -> StageProgress:
    if stage not in begun:
        return StageProgress.NOT_STARTED
    return StageProgress.STARTED if stage in left else StageProgress.DONE


_ALSO = (
    DueKind.WRITTEN_CONFIRMATION,
    DueKind.REMOVAL_CHECK,
    DueKind.REMOVAL_DUE,
    DueKind.REMOVAL_AGAIN,
    DueKind.DELETION,
    DueKind.CUSTODY,
    PartKind.COPY,
)


def _holds_back(row: Owed) -> bool:
    return row.weight is not Weight.REST or row.key.kind in _ALSO


def next_owed(table: Table) -> Owed | None:
    """Return what comes next: whoever has to be told, then the steps in the guidance's order.

    The same row comes next whatever the limits are.
    """
    told = [row for row in table if row.weight in TELLING]
    told.sort(key=lambda row: (row.weight, row.since))
    steps = [row for row in table if row.weight in _NEXT and row.stage in HANDLING]
    steps.sort(key=lambda row: HANDLING.index(row.stage))
    return next(iter((*told, *steps)), None)


_NEXT = (Weight.DANGER, Weight.STEP)


def stage_now(case: Case, owed: Table | None = None) -> Stage:
    """Return the stage to do next; closing once nothing else is owed, the record once closed."""
    row = next_owed(owed_in(case) if owed is None else owed)
    if row is not None:
        return row.stage
    return Stage.RECORD if case.state is State.CLOSED else Stage.CLOSE
