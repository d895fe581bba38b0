"""In the hour that comes twice, every document of every practice case says which of the two."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from app.papers.kinds import KINDS, offers_for
from tests.papers.cases import read_case
from tests.papers.paper import issue, printed, text_of
from tests.papers.test_kinds import CASES

BEGAN = datetime(2026, 10, 25, 0, 0, tzinfo=UTC)
WRITTEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
WHOLE = re.compile(r"01:[0-5]\d (BST|GMT)\b")
HALF = re.compile(r"(?<!27 Oct 2026, )\b01:[0-5]\d\b(?! (?:BST|GMT)\b)")


def in_two_hours(path, folder):
    """Write a case file anew, with all its moments in the two hours, in their own order."""
    text = path.read_text("utf-8")
    order = sorted(set(WRITTEN.findall(text)))
    step = timedelta(hours=2) / len(order)
    put = {one: (BEGAN + at * step).strftime("%Y-%m-%dT%H:%M:%SZ") for at, one in enumerate(order)}
    made = folder / path.name
    made.write_text(WRITTEN.sub(lambda found: put[found[0]], text), "utf-8")
    return made


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two_hours")
    return [read_case(in_two_hours(path, folder)) for path in CASES]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_printed_time_of_the_hour_that_comes_twice_says_which(kind, cases):
    made = issue(at=BEGAN + timedelta(minutes=119))
    case, offer = next(
        (case, offer) for case in cases for offer in offers_for(case) if offer.kind is kind
    )
    pages = text_of(printed(kind.content(case, offer.subject, made)).pdf)
    words = " ".join("\n".join(pages).split())
    assert not HALF.findall(words)
    assert WHOLE.search(words)
