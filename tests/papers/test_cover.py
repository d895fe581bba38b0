"""The cover page: what holds now, at every step of a case, and nothing that was lifted since."""

from functools import cache

from app.domain.case.case import State, fold_case
from app.domain.case.imagery import containment
from app.domain.rules.holds import holds_on, why_held
from app.papers import cover
from app.spread.of_case import containment_in_words
from tests.papers.cases import each_case, entries_of
from tests.papers.paper import issue


@cache
def steps_of(path):
    """A practice case after each entry, while it is open, and what its cover says of it."""
    entries, steps = entries_of(path), []
    for count in range(1, len(entries) + 1):
        case = fold_case(entries[:count])
        if case.state is State.OPEN:
            (subject,) = cover.subjects(case)
            stands, *_ = cover.content(case, subject, issue()).sections
            steps.append((case, dict(stands.rows)))
    return steps


@each_case
def test_nothing_is_to_be_deleted_only_as_long_as_a_hold_stands(path):
    for case, said in steps_of(path):
        assert ("Deletion" in said) == bool(holds_on(case))
        for hold in holds_on(case):
            assert why_held(case, hold)[1:] in str(said["Deletion"])


@each_case
def test_it_counts_the_copies_that_are_gone_as_gone_at_every_step(path):
    for case, said in steps_of(path):
        (contained,) = said["Containment"]
        assert "".join(contained) == containment_in_words(containment(case))
