"""In the night the clocks go back, every document says which hour, and the day in London."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from app.papers.kinds import KINDS, offers_for
from app.typesetting.page import PERSONAL
from tests.papers.cases import CASES, read_case
from tests.papers.paper import issue, printed, text_of

BEGAN = datetime(2026, 10, 24, 23, 0, tzinfo=UTC)
LASTS = timedelta(hours=3)
"""From midnight in London on 25 October to two o’clock, with one hour twice."""
WRITTEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
WHOLE = re.compile(r"01:[0-5]\d (BST|GMT)\b")
HALF = re.compile(r"(?<!27 Oct 2026, )\b01:[0-5]\d\b(?! (?:BST|GMT)\b)")


def in_one_night(path, folder):
    """Write a case file anew, with all its moments in that night, in their own order."""
    text = path.read_text("utf-8")
    order = sorted(set(WRITTEN.findall(text)))
    step = LASTS / len(order)
    put = {one: (BEGAN + at * step).strftime("%Y-%m-%dT%H:%M:%SZ") for at, one in enumerate(order)}
    made = folder / path.name
    made.write_text(WRITTEN.sub(lambda found: put[found[0]], text), "utf-8")
    return made


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    folder = tmp_path_factory.mktemp("one_night")
    return [read_case(in_one_night(path, folder)) for path in CASES]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_time_that_comes_twice_says_which_and_no_day_is_that_of_another_zone(kind, cases):
    made = issue(at=BEGAN + LASTS - timedelta(minutes=1))
    case, offer = next(
        (case, offer) for case in cases for offer in offers_for(case) if offer.kind is kind
    )
    said = kind.content(case, offer.subject, made)
    pages = text_of(printed(said).pdf)
    words = " ".join("\n".join(pages).split())
    assert not HALF.findall(words)
    assert WHOLE.search(words) or said.marking == PERSONAL  # what a family keeps has days alone
    assert not re.search("24 Oct(ober)? 2026", words)
