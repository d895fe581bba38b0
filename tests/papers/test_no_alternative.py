"""No paper states a thing in the alternative: it says the one that was recorded.

A fixed sentence with “or” in it is read once by somebody, who puts it here with what it is. A new
one fails until it is read. A label names a question, and its answer stands beside it.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.case.imagery import Viewing
from app.domain.forms.copies import CopyState
from app.domain.forms.deletion import Hold
from app.domain.forms.requests import Acting, Statement, stated
from app.domain.forms.viewing import CameAbout
from app.domain.rules.holds import why_held
from app.papers import __file__ as papers
from tests.casefold import concern_case

OR = re.compile(r"\bor\b")
FOR_ALL = {
    " Act at once: ask a senior leader or children’s social care, and tell the DSL soon after.",
    "No imagery is attached to this letter or reproduced in it.",
    "No imagery is attached, held or reproduced by this college.",
    "Nobody opens it, unlocks it or photographs its screen.",
    ", or what points to another.",
    "Nothing is recorded yet of danger, or of where they are.",
    "Please do not look at it, ask to see it or send it on.",
    "Please do not look at the picture, ask to see it or send it on.",
    "That anybody is to blame, or why it was done.",
    "What the picture shows, or that anybody has looked at it.",
    "What the police or social care will do, or that nobody else will hear of it.",
    "Please do not look at it, ask to see it, keep it or pass it on.",
    "Text to type or paste into the form. Nobody opens it.",
    "Whoever gives it back to you, or hands it on, signs for it.",
}
"""They hold for each of the things named: nothing, nobody, whoever, in every case."""
OF_WHOM = {
    "A parent or carer of yours.",
    "Your parents or carers.",
    "No parent or carer of theirs is recorded.",
    "Nothing is recorded yet of telling parents or carers.",
    "The parents or carers live apart.",
}
"""Parents and carers are one word of the guidance."""
ASKED = {
    " whether it may be blocked or reported, or is left as it is.",
    "Tell us if you hear or remember anything else.",
    "You may bring somebody you trust. Tell us if you need an interpreter, or help to get here.",
}
"""They ask the reader."""
HOW_TO_READ = {
    (
        ", unless somebody else is named. What was not asked or not answered is left out; "
        "“not known” is an answer."
    ),
}
READ = FOR_ALL | OF_WHOM | ASKED | HOW_TO_READ


def strings(path: Path) -> Iterator[str]:
    """Yield every fixed text of a file but what documents code."""
    tree = ast.parse(path.read_text("utf-8"))
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in documents:
            yield text


def sentences(path: Path) -> Iterator[str]:
    """Yield every fixed sentence of a file: all its texts with a full stop."""
    return (text for text in strings(path) if "." in text)


PAPERS = sorted(Path(papers).parent.glob("*.py"))


@pytest.mark.parametrize("path", PAPERS, ids=lambda one: one.name)
def test_every_fixed_sentence_with_an_or_was_read_and_states_nothing_in_the_alternative(path):
    assert [text for text in sentences(path) if OR.search(text) and text not in READ] == []


def test_what_was_read_is_still_said():
    assert READ - {text for path in PAPERS for text in sentences(path)} == set()


@pytest.mark.parametrize("acting", [*Acting, None])
def test_a_service_reads_the_one_right_by_which_the_college_reports(acting):
    said = (text.replace("parent or carer", "parent") for text in stated(Statement, acting))
    assert not any(map(OR.search, said))


@pytest.mark.parametrize("hold", Hold)
def test_why_a_deletion_is_held_is_the_one_reason_there_is(hold):
    assert not OR.search(why_held(concern_case(), hold))


def test_how_imagery_came_to_be_seen_is_the_one_way_that_was_recorded():
    assert not any(OR.search(one.label) for one in (*CameAbout, *Viewing))


def test_what_became_of_a_copy_is_the_one_thing_that_was_recorded():
    assert not any(OR.search(one.label) for one in CopyState)
