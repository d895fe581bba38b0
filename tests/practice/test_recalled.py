"""What is only recalled is on no paper: looked for in every paper of every practice case."""

from pathlib import Path

import pytest

from app import paths
from app.casework.documents import prepare
from app.casework.guidance import read_cards, read_wording
from app.casework.sources import seen
from app.domain.kit.sources import Cited
from app.papers.kinds import offers_for
from tests.papers.cases import each_case, read_case
from tests.sessions import Clock, new_desk

CARDS = read_cards(paths.resources()).values()
RULES = [rule for card in CARDS for rule in (*card.do, *card.do_not)]


def recalled() -> set[str]:
    """Return the names and the rules that rest on what nobody has seen."""
    names = {cited.label for cited in Cited if not seen(cited)}
    rules = {rule.text for rule in RULES if not seen(rule.source)}
    wording = read_wording(paths.resources()).rule
    remarks = {rule.sentence for rule in wording if not all(map(seen, rule.source))}
    return names | rules | remarks


@pytest.fixture(scope="module")
def clock():
    return Clock()


@pytest.fixture(scope="module")
def session(clock, tmp_path_factory):
    """A casebook without entries: what it adds to a paper it takes from the case that is given."""
    made = new_desk(tmp_path_factory.mktemp("recalled") / "casebook", clock)
    yield made
    made.close()


@each_case
def test_no_paper_of_a_practice_case_says_what_is_only_recalled(path: Path, session, clock):
    case, never = read_case(path), recalled()
    clock.at = case.entries[-1].sealed.recorded
    offers = offers_for(case)
    assert offers
    for offer in offers:
        printed = str(prepare(session, case, offer).content)
        found = {words for words in never if words in printed}
        assert not found, (offer.kind.key, found)
