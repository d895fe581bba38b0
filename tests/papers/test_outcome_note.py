"""The note on a police outcome: what it is, where each fact is from, and no promise."""

import pytest

from app.domain.kit.freshness import Seen
from app.papers import outcome_note
from tests.papers.cases import PRACTICE, read_case, with_answers
from tests.papers.paper import issue, plain, printed, words_on


def note(number, change=None):
    (path,) = PRACTICE.glob(f"{number}-*.toml")
    case = read_case(path, change=change)
    (subject,) = outcome_note.subjects(case)
    return printed(outcome_note.content(case, subject, issue()))


@pytest.mark.parametrize("number", ["02", "08"])
def test_outcome_22_stands_with_its_day_reason_and_meaning(number):
    shown = words_on(note(number).pdf)
    assert plain("Note on a police outcome: Outcome 22") in shown
    assert plain("Nobody has to admit an offence for it.") in shown
    assert plain("Outcome 21") not in shown
    assert plain("nobody can rule it out") in shown


def test_outcome_21_has_its_own_meaning():
    change = with_answers("body_outcome", answer="outcome_21")
    path = next(PRACTICE.glob("08-*.toml"))
    case = read_case(path, change=change)
    content = outcome_note.content(case, outcome_note.subjects(case)[0], issue())
    shown = words_on(printed(content).pdf)
    assert plain("further investigation, which could support formal action") in shown
    assert plain("Nobody has to admit") not in shown


def test_it_promises_nothing_about_later_checks():
    shown = words_on(note("02").pdf)
    assert plain("It is unlikely to be shown on a DBS check later, but it can be.") in shown
    for promise in ("will not be shown", "clean record", "will not appear"):
        assert plain(promise) not in shown


def test_every_fact_has_its_source_and_what_is_from_memory_is_left_out():
    facts = outcome_note.facts()
    shown = words_on(note("02").pdf)
    known = (*facts.outcome_22, *facts.record, *facts.checks)
    assert {fact.standing for fact in known} == set(Seen)
    for fact in known:
        was_seen = fact.standing is Seen.SEEN
        assert (plain(fact.text) in shown) is was_seen
        assert plain(fact.source) in shown or not was_seen


def test_it_says_for_whom_it_is():
    assert plain("For whom Noah Reed") in words_on(note("02").pdf)
    everybody = note("02", change=with_answers("body_outcome", for_whom=[]))
    assert plain("For whom Not recorded in this case") in words_on(everybody.pdf)


def test_a_learner_not_yet_told_is_not_forgotten():
    shown = words_on(note("02", change=with_answers("body_outcome", checks_told="no")).pdf)
    assert plain("Still to be done") in shown


def test_other_answers_of_the_police_have_no_such_note():
    path = next(PRACTICE.glob("06-*.toml"))
    assert outcome_note.subjects(read_case(path)) == ()
