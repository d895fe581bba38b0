"""The summary of a case: its rows for lists, clocks and search, made from its entries."""

from collections.abc import Iterator, Sequence

import msgspec

from app.domain.case.ages import began
from app.domain.case.case import Case, State, fold_case
from app.domain.case.people import PersonInCase, children_of
from app.domain.case.summary import PersonRow, Summary, TextRow
from app.domain.kit.record import SealedEntry
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lines_of
from app.domain.owed.progress import stage_now
from app.domain.owed.table import Table, owed_in, somebody_to_tell
from app.domain.rules.time_limits import TimeLimits

EDITION = "2026-11-29.31"
"""Raised whenever the same entries give other rows: lists made before are then made anew."""


def summarise(entries: Sequence[SealedEntry], clocks: TimeLimits) -> Summary:
    """Return the summary of one case from all of its entries, oldest first."""
    case = fold_case(entries, clocks.duty)
    in_scope = case.state is State.OPEN
    owed = owed_in(case, clocks)
    return Summary(
        case=case.id,
        number=case.number,
        opened=case.opened,
        last_recorded=case.entries[-1].sealed.recorded,
        entries=len(case.entries),
        state=case.state.value,
        stage=_stage_words(case, owed) if in_scope else case.state.label,
        heading=heading_of(case),
        refer_now=somebody_to_tell(owed),
        signs_open=sum(state.answer is None for state in case.signs.values()) if in_scope else 0,
        people=tuple(_person_row(known) for known in case.people.values()),
        due=tuple(row.row for row in owed),
        texts=tuple(_texts(case)),
    )


def heading_of(case: Case) -> str:
    """Describe a case by its children, or by everyone if it has none: `Ava Stone and 2 others`."""
    people = children_of(case.people, began(case.current)) or tuple(case.people.values())
    if not people:
        return "Nobody named yet"
    others = len(people) - 1
    more = f" and {others} other{'s' * (others > 1)}" if others else ""
    return people[0].person.name + more


def _stage_words(case: Case, owed: Table) -> str:
    stage = stage_now(case, owed)
    return "All recorded so far" if stage is Stage.RECORD else stage.label


def _person_row(known: PersonInCase) -> PersonRow:
    """Return the row of a person. Its details also keep the ids of records joined to it."""
    person = known.person
    joined = sorted({one.id for one in known.joined} - {person.id})
    details = msgspec.to_builtins(person) | ({"joined": joined} if joined else {})
    return PersonRow(
        person=person.id,
        name=person.name,
        kind=person.kind.value,
        born=person.born,
        roles=tuple(role.label for role in known.roles),
        names=" ".join(filter(None, (person.name, person.known_as, person.group))),
        details=msgspec.Raw(msgspec.json.encode(details)),
    )


def _texts(case: Case) -> Iterator[TextRow]:
    for entry in case.entries:
        lines = lines_of(entry.written, case.names, silent=True)
        yield TextRow(entry.sealed.id, "\n".join(line.text for line in lines))
