"""What leaves the college points at nothing that its reader does not have: it says it."""

import re

import pytest

from app.domain.kit.record import Audience
from app.papers.kinds import KINDS, offers_for
from tests.papers.cases import each_case, read_case
from tests.papers.paper import issue, printed, text_of

OUT = [kind for kind in KINDS if kind.audience is not Audience.DSL]
POINTS = re.compile(r"\bentry \d+|[Ss]ee the entry|as the entries say|in the record below")
"""An entry has its number in the record of the college, and nowhere else."""


@pytest.mark.parametrize("kind", OUT, ids=lambda kind: kind.key)
@each_case
def test_no_paper_that_leaves_points_at_an_entry(kind, path):
    case = read_case(path)
    for offer in (one for one in offers_for(case) if one.kind is kind):
        content = kind.content(case, offer.subject, issue(at=case.entries[-1].sealed.recorded))
        shown = "\n".join(text_of(printed(content).pdf))
        assert POINTS.findall(shown) == []
