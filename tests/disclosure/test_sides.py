"""What was replaced is told of the words that stand in a document, and of no others."""

from app.disclosure.disguise import Disguised
from app.domain.forms.parents import ParentContact
from app.domain.kit.record import Audience
from app.papers.kinds import kind_named, offers_for
from app.papers.sides import printed_sides, sides_of
from tests.casefold import concern_case
from tests.domain.people_of_two import MET, PARENTS
from tests.papers.cases import each_case, read_case
from tests.papers.paper import issue
from tests.papers.test_family_papers import TO_KARL, TOLD


def of_summary(case, reader):
    kind = kind_named("parent_summary")
    (subject,) = (one for one in kind.subjects(case) if one.reader == reader)
    content = kind.content(case, subject, issue())
    return printed_sides(content, case, Audience.PARENTS, reader)


def test_what_a_summary_prints_is_shown_with_its_rows_and_its_short_answers():
    case = concern_case(PARENTS, (ParentContact, TOLD), (ParentContact, TO_KARL))
    shown = {side.paragraph.name: side.text.shown for side in of_summary(case, "dee")}
    assert shown["agreed"] == "Dee rings another parent or carer herself."
    assert {"happened", "agreed", "promised", "next_step"} <= set(shown)


def test_what_is_released_but_not_printed_is_not_shown():
    told = MET | {"happened": "Ava told us of it."}
    older = told | {"next_step": "We ring Ben’s college on Friday.", "agreed": "Ava rests at home."}
    newer = told | {"next_step": "We ring you on Monday.", "agreed": "Ava comes back."}
    case = concern_case(PARENTS, (ParentContact, older), (ParentContact, newer))
    released = {side.text.full for side in sides_of(case, Audience.PARENTS, "dee")}
    printed = {side.text.full for side in of_summary(case, "dee")}
    assert released - printed == {"We ring Ben’s college on Friday."}


@each_case
def test_whatever_stands_replaced_in_a_document_can_be_looked_up_beside_it(path):
    case = read_case(path)
    for kind, subject in offers_for(case):
        if kind.audience not in {Audience.PARENTS, Audience.LEARNER}:
            continue
        content = kind.content(case, subject, issue())
        sides = printed_sides(content, case, kind.audience, subject.about)
        assert all(isinstance(side.text, Disguised) for side in sides)
        if "another learner (A)" in str(content.parts):
            assert any("another learner" in side.text.shown.casefold() for side in sides)
