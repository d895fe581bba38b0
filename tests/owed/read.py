"""What is owed, read out in the words the table of situations is written in."""

from datetime import datetime
from pathlib import Path

import msgspec

from app import paths
from app.casework.guidance import read_clocks
from app.domain.case.case import Case
from app.domain.case.duty import Duty
from app.domain.kit.keys import DueKey, DueKind, Key, PartKind
from app.domain.owed.row import Owed
from app.domain.owed.table import owed_in
from app.domain.rules.staff import NO_LIST, StaffList
from tests.owed.telling import Step, Steps, when

LIMITS = read_clocks(Path(paths.resources()), range(2025, 2029))
_VERBS = {
    DueKind.REFER: "tell",
    DueKind.CALL: "ring",
    DueKind.TELL: "ring",
    DueKind.CONVERSATION: "talk with",
    DueKind.PARENTS_TOLD: "inform",
    DueKind.SUPPORT_PLAN: "plan for",
    DueKind.BORN: "birth date of",
}


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """One row: what was recorded, what must follow, and what must not.

    `owed` are lines such as `tell police · ava by at once`, `talk with · ava by fri 17:00`, `find
    out harm`; without `by` the time is not asked about. `not_owed` are the beginnings of lines that
    must not be there. `refused` are steps a gate must not let pass, each with the question it
    speaks at; `passed` are steps it lets pass. `alarm` is whether somebody outside has to be told
    now. `staff` is the college’s list.
    """

    what: str
    said: tuple[Steps, ...]
    owed: tuple[str, ...] = ()
    not_owed: tuple[str, ...] = ()
    refused: tuple[tuple[Step, str], ...] = ()
    passed: tuple[Step, ...] = ()
    alarm: bool | None = None
    source: str
    duty: Duty | None = None
    staff: StaffList = NO_LIST


def lines(case: Case) -> dict[str, Owed]:
    """Return every row of a case by its line."""
    return {line(case, row): row for row in owed_in(case, LIMITS)}


def line(case: Case, row: Owed) -> str:
    """Return a row in words, without when it is due: `tell police · ava`."""
    key = row.key
    whom = [one for one in row.about if one in case.people]
    late = "say why late: " if isinstance(key, DueKey) and key.late else ""
    return late + " · ".join([_head(case, key, row), *whom])


def _head(case: Case, key: Key, row: Owed) -> str:
    if not isinstance(key, DueKey):
        return "look at copy" if key.kind is PartKind.COPY else row.what.lower()
    verb = _VERBS.get(DueKind(key.kind), key.kind.replace("-", " ").replace("_", " "))
    return f"{verb} {_object(case, key)}".strip()


def _object(case: Case, key: DueKey) -> str:
    if key.kind in {DueKind.CALL, DueKind.TELL, DueKind.REFER}:
        return _body(case, key)
    return key.subject if key.kind == DueKind.FIND_OUT else ""


def _body(case: Case, key: DueKey) -> str:
    bodies = {one.id: one.opened.body.value for one in case.body_referrals}
    bodies |= {one.id: "social care" for one in case.referrals} | {"": "social care"}
    return bodies.get(key.subject, key.subject).replace("_", " ")


def is_due(row: Owed, words: str) -> bool:
    """Return whether a row is due when the words say: `at once`, or `fri 17:00`."""
    due: datetime = row.since if words == "at once" else when(words)
    return row.due == due
