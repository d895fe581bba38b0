"""The answers of one entry on paper: in an order that reads quickly, and none taken for another."""

from app.disclosure.audience import paragraphs_for
from app.domain.forms.any_time import SignsFound
from app.domain.kit.record import Audience
from app.papers.entry_words import EntryWords
from tests.casefold import DSL, concern_case
from tests.domain.gate_answers import ALL_NO, AT


def test_an_answer_in_words_is_not_gathered_with_those_that_say_no():
    told = {"found_at": AT, "found_by": DSL, "how": "No"}
    case = concern_case((SignsFound, told | ALL_NO))
    entry = case.current[-1]
    said = [one for one in paragraphs_for(case, Audience.DSL) if one.root == entry.root]
    lines = ["".join(line) for line in EntryWords(entry, said).lines()]
    (gathered,) = (line for line in lines if line.startswith("No: "))
    assert gathered.count(";") == len(ALL_NO) - 1
