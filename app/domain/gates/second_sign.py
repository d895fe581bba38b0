"""The gates around a copy that is gone: the second sign is given by somebody who has not got it."""

import re
from collections.abc import Iterable, Iterator

from app.domain import names
from app.domain.case.case import Case
from app.domain.case.copies import copy_questions
from app.domain.case.marks import normalised
from app.domain.case.merging import one_of
from app.domain.case.people import PersonInCase, is_family
from app.domain.forms.copies import CopyChanged, CopyState, KnownCopy
from app.domain.gates.asked import GateProblem, ToSeal, gate_problem
from app.domain.kit.answers import Answer
from app.domain.kit.form import name_of
from app.domain.kit.sources import Cited

_LEDGER = Cited.STAFF_TALKING
_ANOTHER = f"Name who else confirms it, or choose “{CopyState.SAYS_GONE.label}”."


def second_sign_from_somebody_else(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse the holder's own word as the second sign, by whatever name, and a word of nobody."""
    copy = asked.case.copies.get(asked.words(CopyChanged.copy))
    if asked.get(CopyChanged.state) is not CopyState.CONFIRMED or copy is None:
        return
    by, holder = asked.words(CopyChanged.confirmed_by), _holder(asked.case, copy.row)
    name = (copy.row.name or "").strip()
    called = holder.person.name if holder else name
    own = (bool(name) and _is_mark(by, name)) or (holder is not None and _bears(by, holder))
    if by and own:
        yield gate_problem(
            CopyChanged.confirmed_by,
            f"{called} has the copy and cannot be the second sign too.",
            _ANOTHER,
            _LEDGER,
        )
    elif holder and _names_nobody(by, asked.case.people.values(), family=is_family(holder)):
        yield gate_problem(
            CopyChanged.confirmed_by,
            f"“{by}” does not say who that is, and {called} has the copy.",
            f"Write the name of somebody else who confirms it, or choose "
            f"“{CopyState.SAYS_GONE.label}”.",
            _LEDGER,
        )


def second_sign_has_a_giver(asked: ToSeal) -> Iterator[GateProblem]:
    """Refuse a copy that is first noted as gone by a second sign: a list names nobody who gave it.

    A correction may keep as many as the entry had.
    """
    for question in copy_questions(asked.form):
        gone = [place for place, state in _states(asked.answers.get(question.name)) if state]
        before = _gone_in(asked) if asked.corrects is not None else 0
        for place in gone[before:]:
            yield gate_problem(
                question,
                "A list of copies does not say who gave the second sign.",
                f"Choose “{CopyState.SAYS_GONE.label}” here, then record the second sign under "
                f"“{CopyChanged.title}” with who gave it.",
                _LEDGER,
                place=f"{question.name}.{place}.{name_of(KnownCopy.state)}",
            )


def _states(rows: Answer | None) -> Iterator[tuple[int, bool]]:
    """Yield the place of each row from 1, and whether it says that the copy is gone for sure."""
    for place, row in enumerate(rows if isinstance(rows, tuple) else (), start=1):
        if isinstance(row, dict):
            yield place, row.get(name_of(KnownCopy.state)) == CopyState.CONFIRMED


def _gone_in(asked: ToSeal) -> int:
    assert asked.corrects is not None
    root = asked.case.entry(asked.corrects).root
    own = (copy.row for copy in asked.case.copies.values() if copy.entry == root)
    return sum(row.state is CopyState.CONFIRMED for row in own)


def _holder(case: Case, row: KnownCopy) -> PersonInCase | None:
    """Return who of the case has a copy: as named, else whose account or name the row gives."""
    if row.person:
        return case.people.get(one_of(case.same, row.person))
    name = (row.name or "").strip()
    found = [one for one in case.people.values() if name and _is_of(name, one)]
    return found[0] if len(found) == 1 else None


def _is_of(name: str, known: PersonInCase) -> bool:
    """Return whether what a copy is called is a name or a handle of somebody, in any record."""
    return any(normalised(name) == normalised(one) for one in _written(known))


def _written(known: PersonInCase) -> list[str]:
    """Return each name, and each other name, of somebody's records."""
    records = (known.person, *known.joined)
    return [name for one in records for name in (one.name, *_APART.split(one.known_as)) if name]


def _bears(written: str, known: PersonInCase) -> bool:
    """Return whether a writing names a person: by any of their records, names or first names."""
    called = _written(known)
    called += [names.first_name(one.name) for one in (known.person, *known.joined)]
    return any(names.perhaps_same_bearer(written, one) or _is_mark(written, one) for one in called)


def _is_mark(written: str, called: str) -> bool:
    """Return whether a writing is a handle, with words such as `the account` or in brackets."""
    said = set(names.words(_REMARK.sub(" ", written))) - _ONESELF - _ACCOUNT
    return (bool(said) and said == set(names.words(called))) or names.same(written, called)


_APART = re.compile(r"\s*[,;/]\s*")
_REMARK = re.compile(r"\(.*?\)|,.*")
_ACCOUNT = frozenset({"account", "user", "profile", "of", "handle", "owner"})
_ONESELF = frozenset(
    {
        *("the", "same", "learner", "holder", "owner", "person", "he", "she", "they", "him", "her"),
        *("them", "his", "their", "himself", "herself", "themself", "themselves"),
    }
)
_FAMILY = frozenset(
    {
        *("mum", "mam", "mother", "dad", "father", "parent", "parents", "carer", "guardian"),
        *("stepmother", "stepfather", "nan", "gran", "grandmother", "grandfather"),
        *("aunt", "uncle", "sister", "brother"),
    }
)


def _names_nobody(written: str, people: Iterable[PersonInCase], *, family: bool) -> bool:
    """Return whether a writing has no name in it that could be another’s than the holder’s.

    `himself` is the holder; `Ben’s mum` may be, where the holder is somebody’s `family`.
    """
    said = set(names.words(names.before_role(written)))
    first = {word for one in people for word in names.words(names.first_name(one.person.name))}
    whose = first | {f"{word}s" for word in first}
    return bool(said) and (said <= _ONESELF or (family and said <= _ONESELF | _FAMILY | whose))
