"""What cannot be read is written as lines, and nothing is read that would lose a part of it."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.registry import UNREADABLE, Unread, read_or_keep, read_whole, readable

AVA = Involved(Person(id="p", kind=PersonKind.LEARNER, name="Ava Stone"), (Role.PICTURED,))
KEPT = msgspec.json.encode(AVA).decode()


def test_json_is_written_as_lines_that_people_can_read():
    raw = '{"told_at":{"at":"10:15"},"people":[{"name":"Ava"},"nobody"],"safe":null,"rows":[]}'
    assert readable(raw).splitlines() == [
        "told at:",
        "  at: 10:15",
        "people:",
        "  –",
        "    name: Ava",
        "  – nobody",
        "safe: null",
        "rows: []",
    ]


@pytest.mark.parametrize("raw", ["not JSON", '"a sentence"', "12", ""])
def test_anything_else_is_shown_as_it_stands(raw):
    assert readable(raw) == raw


@given(st.text())
def test_no_text_at_all_cannot_be_shown(raw):
    assert "\0" not in readable(raw)
    assert "\0" not in readable("[" * 2000 + raw)


def test_what_can_be_read_is_read():
    assert read_whole(KEPT, Involved) == AVA
    assert read_or_keep(KEPT, Involved, "1") == AVA


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('"name"', '"nickname":"A","name"'),
        ('"learner"', '"visitor"'),
        ("]", ',"bystander"]'),
        ('"roles"', '"parts"'),
    ],
)
def test_what_would_lose_a_part_is_not_read(was, now):
    with pytest.raises(UNREADABLE):
        read_whole(KEPT.replace(was, now, 1), Involved)


def test_what_is_not_of_its_kind_is_given_as_it_is_kept():
    raw = KEPT.replace("learner", "visitor")
    assert read_or_keep(raw, Involved, "1", "case-1") == Unread("1", raw, "case-1")
