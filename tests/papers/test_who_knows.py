"""The card before a contact: one page, and on it no rule of another family."""

from app.domain.case import families
from app.papers.kinds import offers_for
from app.typesetting.content import Prose
from tests.papers.cases import PRACTICE, each_case, read_case
from tests.papers.paper import issue, printed


def cards(path):
    case = read_case(path)
    return {
        one.subject.words: one.kind.content(case, one.subject, issue())
        for one in offers_for(case)
        if one.kind.key == "who_knows"
    }


def contact(card):
    return [text for part in card.parts if isinstance(part, Prose) for text in part.texts]


@each_case
def test_every_card_is_one_page_and_says_for_which_contact_and_of_nobody_that_they_do_not_know(
    path,
):
    for name, card in cards(path).items():
        called = {"Police": "the police", "Children’s social care": "children’s social care"}
        assert card.title == f"Before you speak with {called.get(name, name)}"
        assert printed(card).pages == 1
        assert "not know" not in str(card.parts).lower()


def test_a_parent_s_card_has_the_rule_of_their_own_child_and_of_nobody_else():
    made = cards(PRACTICE / "09-separated-parents.toml")
    assert any("Not Owen Pike" in text for text in contact(made["Alma Pike"]))
    assert any("Not Owen Pike" in text for text in contact(made["Owen Pike"]))
    assert not any("Pike" in text for text in contact(made["Sonia Dunmore"]))


def test_while_the_record_connects_a_parent_with_no_child_every_rule_stands(monkeypatch):
    monkeypatch.setattr(families, "children_of_parent", lambda *_: frozenset())
    made = cards(PRACTICE / "09-separated-parents.toml")
    assert any("Not Owen Pike" in text for text in contact(made["Sonia Dunmore"]))
