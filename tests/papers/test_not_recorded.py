"""“Not known” is an answer that somebody chose; what nobody typed in is not recorded.

A fixed text with “not known” in it is read once by somebody, who puts it here with who chose it. A
new one fails until it is read.
"""

from pathlib import Path

import pytest

from app.domain.case import __file__ as case
from app.domain.forms.bodies import OtherBody
from app.papers import __file__ as papers
from tests.casefold import concern_case
from tests.papers.test_body_letters import NAMED, all_words, letter, told
from tests.papers.test_newest_for_agencies import called
from tests.papers.test_no_alternative import strings

CHOSEN = {
    "not known if told": "of a parent, in a row of a referral that has to be answered",
    "Whether anything was copied when it was seen is not known.": "of a viewing, likewise",
    "Asked about, and answered: not known": "of the sign of demands",
    "is left out; “not known” is an answer.": "how to read a record",
    "holder not known": "of a copy, in place of who has it",
    "Spread not known": "of the ledger as a whole: it names no copy, or suspicions alone",
    "Not known": "of the child of a referral, who is always somebody of the case",
}
FILES = sorted((*Path(papers).parent.glob("*.py"), *Path(case).parent.glob("*.py")))


@pytest.mark.parametrize("path", FILES, ids=lambda one: one.stem)
def test_every_fixed_text_that_says_not_known_says_what_somebody_chose(path):
    said = (one for one in strings(path) if "not known" in one.lower())
    assert [one for one in said if not any(words in one for words in CHOSEN)] == []


def test_what_was_read_is_still_said():
    said = [one for path in FILES for one in strings(path)]
    assert [words for words in CHOSEN if not any(words in one for one in said)] == []


def test_a_birthday_that_nobody_typed_in_is_not_recorded_on_any_paper():
    case = concern_case(NAMED, told(OtherBody.COLLEGE, "kai"))
    for said in (all_words(letter(case)), called(case, "entry-3")):
        assert "Kai Lowe, date of birth not recorded" in said
