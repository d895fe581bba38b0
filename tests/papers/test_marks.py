"""No paper sets a semicolon after what has ended: not after a sentence, nor after a question."""

import re

import msgspec
import pytest

from app.domain.kit.wording import ended, in_one_line, labels_in_one_line
from app.domain.owed.table import owed_in
from app.papers.kinds import KINDS
from tests.owed.read import LIMITS
from tests.papers.cases import each_case, read_case
from tests.papers.paper import SUPPLEMENT, flat, issue

TWO_MARKS = re.compile(r".{0,40}[\w”’\")][.!?][”’\")]*[;:].{0,30}")


def lines(part):
    """Every line of a content: words that stand together are one."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, msgspec.Struct):
        yield from lines(tuple(getattr(part, name) for name in part.__struct_fields__))
    elif isinstance(part, tuple):
        if part and all(isinstance(one, str) for one in part):
            yield flat(part)
        for one in part:
            yield from lines(one)


@each_case
def test_no_paper_has_a_semicolon_after_what_has_ended(path):
    case = read_case(path)
    beside = msgspec.structs.replace(
        SUPPLEMENT, due=tuple(row.row for row in owed_in(case, LIMITS))
    )
    today = issue(at=case.entries[-1].sealed.recorded, supplement=beside)
    found = {
        (kind.key, words)
        for kind in KINDS
        for subject in kind.subjects(case)
        for line in lines(kind.content(case, subject, today).parts)
        for words in TWO_MARKS.findall(line)
    }
    assert found == set()


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        (("Her mother", "today"), "Her mother; today"),
        (("She is afraid.", "The officer knows."), "She is afraid. The officer knows."),
        (("“I want it gone.”", "Today"), "“I want it gone.” Today"),
        (("Met.",), "Met."),
        ((), ""),
    ],
)
def test_what_ends_as_a_sentence_is_followed_by_no_further_mark(texts, line):
    assert in_one_line(texts) == line


def test_questions_are_named_without_their_question_marks():
    assert labels_in_one_line(("Who was there?", "Is AI used?")) == "Who was there; is AI used"
    assert ended("What was asked?") == "What was asked?"
    assert ended("Tell them") == "Tell them."
