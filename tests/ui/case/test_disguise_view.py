"""The record and what a reader will read, side by side, with what is replaced marked in both."""

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor

from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PeopleNamed
from app.domain.kit.answers import Involved, Person, PersonKind
from app.domain.kit.record import Audience
from app.papers.sides import sides_of
from app.ui.case_papers.disguise_view import AS_IT_IS, NOTHING, DisguiseView
from tests.casefold import concern_case
from tests.domain.people_of_two import MET, PARENTS


def sides(agreed, *more):
    case = concern_case(PARENTS, *more, (ParentContact, MET | {"agreed": agreed}))
    return sides_of(case, Audience.PARENTS, "dee")


@pytest.fixture
def view(qtbot):
    made = DisguiseView()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def marked(view):
    """Return every underlined stretch with its tooltip."""
    found = []
    block = view.text.document().begin()
    while block.isValid():
        for at in block:
            form = at.fragment().charFormat()
            if form.underlineStyle() is not QTextCharFormat.UnderlineStyle.NoUnderline:
                found.append((at.fragment().text(), form.toolTip()))
        block = block.next()
    return found


def test_what_is_replaced_is_underlined_on_both_sides_and_says_what_it_is(view):
    view.show_sides(sides("Ava stays away from Ben’s friends. <b>Ben</b> agrees."))
    assert marked(view) == [
        ("Ben", "They will read: another learner (A) (part of a name)"),
        ("Ben", "They will read: another learner (A) (part of a name)"),
        ("another learner (A)", "In the record: Ben (part of a name)"),
        ("another learner (A)", "In the record: Ben (part of a name)"),
    ]
    assert view.count.text().startswith("2 places are written otherwise")
    words = view.text.toPlainText()
    assert "<b>Ben</b> agrees." in words
    assert "What was agreed with them" in words


GRACE = Person(id="grace", kind=PersonKind.LEARNER, name="Grace Quill")


def test_a_name_that_may_be_a_word_is_marked_apart_and_named_above(view):
    named = (PeopleNamed, {"people": (Involved(GRACE),), "why": "Told."})
    view.show_sides(sides("Grace comes too. She told Ben, in Grace and peace.", named))
    assert "Look whether a name was meant by “Grace”: it may be a word." in view.count.text()
    tips = dict(marked(view))
    assert tips["Grace"].endswith("(part of a name; it is a word too)")
    assert tips["Ben"].endswith("(part of a name)")


def test_where_nobody_else_is_named_it_says_so(view):
    view.show_sides(sides("Ava stays with her aunt."))
    assert view.count.text() == AS_IT_IS
    assert not marked(view)


def test_where_nothing_is_released_it_says_so_and_shows_no_empty_box(view):
    view.show_sides(())
    assert view.count.text() == NOTHING
    assert not view.text.isVisible()


def test_the_keyboard_reads_it_and_leaves_it_by_tab(view):
    view.show_sides(sides("Ben rang."))
    assert view.text.isReadOnly()
    assert view.text.tabChangesFocus()
    assert view.text.accessibleName()
    assert view.text.textCursor().position() == QTextCursor(view.text.document()).position()
