"""What was written of unsafe contact for the DSL alone: met again before a letter to who visits."""

from collections.abc import Iterator

from app.domain.case.case import Case
from app.domain.case.families import parents_of_child
from app.domain.case.people import CHILDREN
from app.domain.case.standing import Standing
from app.domain.forms.person import PersonDetails
from app.domain.kit.answers import PersonRef
from app.domain.kit.facts import Fact
from app.domain.kit.form import name_of, questions_of
from app.domain.rules.safe_contact import dangers_of, written
from app.papers.kind import Subject
from app.papers.unsafe_contact import for_nobody_else

_RISK = next(
    one.ask.label
    for one in questions_of(PersonDetails)
    if one.name == name_of(PersonDetails.visitor_risk)
)


def kept_from_visitors(case: Case, subject: Subject) -> tuple[str, ...]:
    """Return what was said of reaching a family that no letter tells whoever may visit it.

    An older form asked it for the DSL alone. What was written for visitors since is the answer.
    """
    found = tuple(written(case, one).rstrip(".") for one in _unsaid(case, subject.person))
    if not found:
        return ()
    sentence = (
        f"For you alone, and not in this letter: {'; '.join(found)}. If whoever visits has to "
        f"know, write it under “{_RISK}”, on the person’s own card."
    )
    return (sentence,)


def _unsaid(case: Case, child: PersonRef | None) -> Iterator[Standing]:
    """Yield each danger of the home that is newer than the risk to visitors said of whom it is."""
    known = case.people.items()
    of = (child,) if child else tuple(key for key, one in known if one.person.kind in CHILDREN)
    home = {one: None for key in of for one in (key, *parents_of_child(case, key))}
    for key in home:
        said = case.stands.newest(Fact.VISITORS, key)
        for one in dangers_of(case, key):
            newer = said is None or said.true_at < one.true_at
            if newer and for_nobody_else(case, one):
                yield one
