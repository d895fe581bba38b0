"""What rules rest on: every source has a standing and a day, and what is recalled is unprinted."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from app import paths
from app.casework.guidance import read_cards, read_clocks, read_wording
from app.casework.sources import seen, sources, with_standing, write_sources
from app.domain.forms import FORMS
from app.domain.forms.decision import DecisionMade
from app.domain.forms.device import DeviceSearched
from app.domain.gates import GATES, asked, gate_problems
from app.domain.kit.checks import Problem
from app.domain.kit.form import Form
from app.domain.kit.sources import Cited
from app.domain.kit.stage import Stage
from app.domain.kit.wording_guard import remarks
from tests.casefold import DSL, concern_case
from tests.domain.gate_answers import ALL_NO, COLLEGE, SEARCH

CARDS = read_cards(paths.resources())
WORDING = read_wording(paths.resources())
LIMITS = read_clocks(paths.resources(), (2026,)).limits
RULES = [rule for card in CARDS.values() for rule in (*card.do, *card.do_not)]


def test_every_source_has_its_standing_and_nothing_else_stands_in_the_table():
    table = tomllib.loads((paths.resources() / "sources.toml").read_text("utf-8"))
    assert list(table) == [cited.value for cited in Cited]
    assert set(sources()) == set(Cited)
    assert all(one.where and one.checked_on >= date(2026, 8, 1) for one in sources().values())


def test_no_source_is_there_for_nothing():
    used = {rule.source for rule in RULES} | {limit.cites for limit in LIMITS.values()}
    used |= {cited for card in CARDS.values() for cited in card.source}
    used |= {cited for form in FORMS for cited in form.rests_on}
    used |= {cited for rule in WORDING.rule for cited in rule.source}
    gates = "".join(file.read_text("utf-8") for file in Path(asked.__file__).parent.glob("*.py"))
    used |= {cited for cited in Cited if f"Cited.{cited.name}" in gates}
    assert used - {None} == set(Cited)


def test_every_form_is_explained_by_a_card_with_sources():
    assert {form.stage for form in FORMS} <= set(CARDS)
    assert set(CARDS) == set(Stage)
    assert all(card.source for card in CARDS.values())


def test_a_form_with_a_rule_of_its_own_says_what_it_rests_on():
    guarded = {form for form, _ in GATES} - {Form}
    assert {form.__name__ for form in guarded if not form.rests_on} == set()


def test_every_remark_on_wording_has_a_source_with_its_standing():
    assert WORDING.initials
    assert WORDING.stop
    for rule in (*WORDING.rule, WORDING.initials, WORDING.stop):
        assert rule.source
        assert set(rule.source) <= set(sources())
    (remark, *_) = remarks("I asked her why did you send it", WORDING)
    assert remark.source == (Cited.STAFF_TALKING,)
    (initials,) = remarks("Told to A.S. today.", WORDING)
    assert initials.source == (Cited.KCSIE_RECORDS,)


def test_the_reason_of_what_is_due_is_printed_so_its_source_was_seen():
    for name, limit in LIMITS.items():
        assert limit.cites, name
        assert seen(limit.cites), name


@pytest.mark.parametrize(
    ("form", "answers", "case", "words"),
    [
        (
            DecisionMade,
            COLLEGE,
            concern_case(**ALL_NO | {"adult": "yes"}),
            "immediate referral; not seen, looked for on 28 Nov 2026)",
        ),
        (
            DeviceSearched,
            SEARCH | {"witness": None},
            concern_case(**ALL_NO),
            "section 85AB(6); seen 28 Nov 2026)",
        ),
    ],
    ids=["recalled", "seen"],
)
def test_a_gate_says_at_the_end_how_far_its_source_was_seen(form, answers, case, words):
    (problem,) = with_standing(gate_problems(form, answers, case, DSL))
    assert problem.sentence.endswith(words)


def test_a_problem_without_a_source_is_left_as_it_is():
    problem = Problem("why", "This needs an answer (in words).")
    assert with_standing([problem]) == (problem,)


def test_sources_are_written_with_their_standing():
    assert write_sources((Cited.KCSIE_RECORDS, Cited.UKCIS_RISK)) == (
        "KCSIE 2026, records (seen 22 Nov 2026); "
        "UKCIS March 2024, assessing the risks (not seen, looked for on 28 Nov 2026)"
    )
