"""The chronology: a line for each entry, a timeline, and each entry in full with corrections."""

import pytest

from app.domain.forms.any_time import SignsFound
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.in_short import in_short
from app.domain.kit.moments import write_time
from app.domain.kit.tone import Tone
from app.papers.chronology import COLUMNS, LINES
from app.papers.in_order import timeline
from app.papers.kinds import offer_of
from app.papers.rows import as_it_happened, happened
from app.typesetting.timeline import Bead
from tests.casefold import concern_case
from tests.papers.cases import PASSED_ON, PRACTICE, each_case, read_case
from tests.papers.filled import needed
from tests.papers.paper import issue, plain, printed, text_of
from tests.papers.test_case_summary import ISSUED

PAGES = {"01": 8, "02": 20, "03": 11, "05": 14}


def content(case):
    offer = offer_of(case, "chronology")
    return offer.kind.content(case, offer.subject, issue())


def table(case):
    """The record in full, below the lines."""
    return content(case).parts[-1]


def lines(case):
    (found,) = (part for part in content(case).parts if getattr(part, "columns", 0) == LINES)
    return [[" ".join(map(str, flat(cell))) for cell in row] for row in found.rows]


def flat(cell):
    return [word for words in cell for word in ((words,) if isinstance(words, str) else words)]


def said(row):
    return ["".join(words) for cell in row for words in cell]


@pytest.mark.parametrize("number", PAGES)
def test_it_is_short_and_says_its_heads_on_every_page(number):
    (path,) = PRACTICE.glob(f"{number}-*.toml")
    done = printed(content(read_case(path)))
    assert done.pages <= PAGES[number]
    for page in text_of(done.pdf):
        heads = [plain(columns[1][0]) for columns in (LINES, COLUMNS)]
        assert any(head in plain(page) for head in heads)


@each_case
def test_each_entry_is_one_line_in_the_order_of_what_happened(path):
    case = read_case(path)
    told, under = as_it_happened(case.current), content(case).under
    assert len(lines(case)) == len(told)
    for (when, said, where), entry in zip(lines(case), told, strict=True):
        assert when == write_time(happened(entry))
        assert in_short(entry.form, case.names) in said
        author = entry.sealed.author
        assert author.name in where or f"recorded by {author.name}, {author.role}" in under
        assert len(said) < 420


def test_a_sign_stands_with_the_entry_that_first_answered_it_yes_and_with_no_other():
    told = [said for _, said, _ in lines(read_case(PASSED_ON))]
    adult = [said for said in told if "An adult is involved: yes" in said]
    assert len(adult) == 1
    assert adult[0].startswith("Decided by R. Okafor: ")


def test_a_sign_that_follows_from_an_age_says_whose_it_is():
    told = [said for _, said, _ in lines(read_case(PRACTICE / "03-device-held.toml"))]
    (adult,) = (said for said in told if "An adult is involved: yes" in said)
    assert adult.endswith("An adult is involved: yes, by the age of Eli Brandt.")


def test_a_sign_that_is_said_again_is_not_said_to_be_new():
    again = needed(SignsFound, ("dee", "ava")) | {"adult": YesNoUnknown.YES}
    told = [said for _, said, _ in lines(concern_case((SignsFound, again), (SignsFound, again)))]
    assert ["An adult is involved: yes" in said for said in told] == [False, True, False]


def test_documents_stand_in_an_appendix_and_never_among_what_happened():
    case = concern_case((DocumentIssued, ISSUED))
    assert len(lines(case)) == 1
    (section,) = content(case).sections
    assert section.heading == "Documents issued"
    (number, (words,)), *_ = section.rows
    assert number == ISSUED["number"]
    assert ISSUED["recipient"] in "".join(words)


def test_the_timeline_begins_with_what_happened_and_marks_a_sign_by_its_own_colour():
    first, *rest = timeline(read_case(PASSED_ON)).beads
    assert first == Bead("Mon 16 Nov", "It happened", Tone.AMBER)
    assert rest[0] == Bead("Thu 19 Nov", "Told", Tone.RED)
    assert Bead("Thu 19 Nov", "Exampleshire Police") in rest


def test_what_is_alike_on_one_day_is_one_bead():
    beads = timeline(read_case(PRACTICE / "02-demands.toml")).beads
    assert len(set(beads)) == len(beads)


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
