"""How every paper ends: not with a few lines on a page of their own."""

from contextlib import closing

import msgspec
import pytest
from pypdfium2 import PdfDocument

from app.domain.owed.table import owed_in
from app.papers.kinds import KINDS, content_of, offers_for
from app.typesetting.content import NewPage
from tests.owed.read import LIMITS
from tests.papers.cases import CASES, read_case
from tests.papers.paper import SUPPLEMENT, issue, printed
from tests.papers.test_read_through import moments

TOP, FOOT = 771.0, 92.0
"""The heights in points between which the words of a page stand, below its head and above its foot.
"""
STUB = 0.3
"""Of a page. What is set is a third, with the white space below the last line."""


def used(pdf):
    """How much of the last page is used: the share above the lowest ink that is not its foot."""
    with closing(PdfDocument(pdf)) as document:
        below = (ink.get_bounds()[1] for ink in document[len(document) - 1].get_objects())
        return (TOP - min(at for at in below if at > FOOT)) / (TOP - FOOT)


def made(kind, path):
    """Every paper of a kind in a case, but those with a last page that is to be kept apart."""
    case = read_case(path)
    circumstances = issue(at=case.entries[-1].sealed.recorded)
    for offer in (offer for offer in offers_for(case) if offer.kind is kind):
        content = content_of(offer, case, circumstances)
        if not any(isinstance(part, NewPage) for part in content.parts):
            yield printed(content)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_no_paper_ends_with_a_few_lines_on_a_page_of_their_own(kind):
    stubs = [
        (path.stem, one.pages, round(used(one.pdf), 2))
        for path in CASES
        for one in made(kind, path)
        if one.pages > 1 and used(one.pdf) < STUB
    ]
    assert stubs == []


@pytest.mark.parametrize(("number", "moment"), [("04", 0), ("05", 1), ("09", 1), ("10", 1)])
def test_no_cover_of_a_case_that_goes_on_ends_with_a_few_lines_on_a_page_of_their_own(
    number, moment
):
    (path,) = (one for one in CASES if one.stem.startswith(number))
    case, now = list(moments(path))[moment]
    due = tuple(row.row for row in owed_in(case, LIMITS))
    beside = msgspec.structs.replace(SUPPLEMENT, due=due)
    (offer,) = (one for one in offers_for(case) if one.kind.key == "cover")
    cover = printed(content_of(offer, case, issue(at=now, supplement=beside)))
    assert cover.pages == 1 or used(cover.pdf) >= STUB
