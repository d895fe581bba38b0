"""The chronology: when it happened and was recorded, by whom, and what was corrected."""

import pytest

from app.domain.kit.moments import write_time
from app.papers.kinds import offer_of
from tests.papers.cases import PASSED_ON, PRACTICE, read_case
from tests.papers.paper import issue, plain, printed, text_of

PAGES = {"01": 6, "02": 15, "03": 8, "05": 11}


def content(case):
    offer = offer_of(case, "chronology")
    return offer.kind.content(case, offer.subject, issue())


def table(case):
    return content(case).parts[-1]


def said(row):
    return ["".join(words) for cell in row for words in cell]


@pytest.mark.parametrize("number", PAGES)
def test_it_is_short_and_says_its_heads_on_every_page(number):
    (path,) = PRACTICE.glob(f"{number}-*.toml")
    done = printed(content(read_case(path)))
    assert done.pages <= PAGES[number]
    for page in text_of(done.pdf):
        assert plain("What was done, said or decided") in plain(page)


def test_each_entry_says_when_it_happened_when_it_was_recorded_by_whom_and_its_number():
    case = read_case(PASSED_ON)
    first = case.entries[0]
    when, recorded = write_time(first.sealed.happened), write_time(first.sealed.recorded)
    assert when != recorded
    lead, *_ = said(table(case).rows[0])
    assert lead == f"{when}\nRecorded {recorded}, R. Okafor, no.\N{NO-BREAK SPACE}1"


def test_a_correction_stands_with_what_it_corrects_and_what_stood_before():
    case = read_case(PASSED_ON)
    (mended,) = [entry for entry in case.entries if entry.sealed.corrects]
    before = case.entry(mended.sealed.corrects)
    (row,) = [row for row in table(case).rows if "Corrected " in str(row)]
    lead, *lines = said(row)
    assert f"no.\N{NO-BREAK SPACE}{before.sealed.seq}" in lead
    assert write_time(before.sealed.recorded) in lead
    (by,) = [line for line in lines if line.startswith("Corrected ")]
    assert write_time(mended.sealed.recorded) in by
    assert f"Before, spoke to: {before.form.spoke_to}" in lines
    assert before.form.spoke_to != mended.form.spoke_to
    assert sum("Before, " in line for line in lines) == 1


def test_no_heading_of_an_entry_stands_alone_at_the_foot_of_a_page():
    for row in table(read_case(PASSED_ON)).rows:
        title, rest = "".join(row[1][0]).split("\n", 1)
        assert title
        assert rest
