"""What the cover page puts first: what is to be done soonest, of one case and over all."""

from datetime import timedelta

import msgspec

from app.domain.kit.moments import moment
from app.domain.owed.table import owed_in
from app.papers import cover
from app.papers.cover import CoverCase
from tests.casefold import NOW
from tests.owed.read import LIMITS
from tests.owed.story import found, told_us
from tests.owed.telling import YES, case_told
from tests.papers.paper import SUPPLEMENT, issue

LONG_AGO = moment(NOW - timedelta(hours=1))
LATE = case_told(told_us(on="thu 16:00", told_at=LONG_AGO), found(on="thu 16:30", harm=YES))


def due_in(case):
    return tuple(row.row for row in owed_in(case, LIMITS))


def callout(page):
    words = (word if isinstance(word, str) else word.text for line in page.callout for word in line)
    return "".join(words)


def test_what_comes_next_is_what_is_due_first_and_never_why_something_was_late():
    due = due_in(LATE)
    assert "why this was late" in due[0].what
    (subject,) = cover.subjects(LATE)
    supplement = msgspec.structs.replace(SUPPLEMENT, due=due)
    page = cover.content(LATE, subject, issue(supplement=supplement))
    assert "Next. Refer now" in callout(page)
    shuffled = msgspec.structs.replace(SUPPLEMENT, due=due[::-1])
    again = cover.content(LATE, subject, issue(supplement=shuffled))
    assert "Next. Refer now" in callout(again)


def test_the_case_with_the_most_urgent_thing_comes_first_over_all_cases():
    calm = case_told(told_us(on="thu 15:00", told_at=LONG_AGO))
    urgent = case_told(told_us(on="thu 11:00", harm=YES))
    both = (CoverCase(calm, due_in(calm)), CoverCase(urgent, due_in(urgent)))
    sections = cover.over_all(both, issue()).parts
    assert "Refer now" in str(sections[0])
