"""What is due and the parts of an entry are pointed at by a line that sealed answers hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.case.clock_rules import CLOCK_RULES
from app.domain.kit.keys import DueKey, DueKind, PartKey, PartKind, in_time, read_key, renamed
from app.domain.kit.stage import Sign

UUIDS = st.uuids().map(str)
PLACES = st.integers(0, 999)
DUE = st.builds(
    lambda kind, about, late: DueKey(kind, *about, late=late),
    st.sampled_from(DueKind),
    st.one_of(
        st.just(()),
        st.tuples(UUIDS),
        st.tuples(st.sampled_from([sign.value for sign in Sign])),
        st.tuples(UUIDS, UUIDS),
    ),
    st.booleans(),
)
PARTS = st.one_of(
    st.builds(PartKey, UUIDS, st.sampled_from([PartKind.ACTION, PartKind.COPY]), PLACES),
    st.builds(PartKey, UUIDS, st.just(PartKind.REVIEW)),
)


@given(DUE | PARTS)
def test_a_key_is_read_as_it_was_written(key):
    assert read_key(key.write()) == key


@given(st.text(alphabet="ab:1late", max_size=30))
def test_any_line_is_read_as_a_key_and_once_written_stays_the_same(text):
    written = read_key(text).write()
    assert read_key(written).write() == written


# As they stand in sealed answers and in casebooks: none of these lines may ever change.
STORED = {
    "recontact_1:e1:ava": DueKey(DueKind.RECONTACT_1, "e1", "ava"),
    "late:recontact_1:e1:ava": DueKey(DueKind.RECONTACT_1, "e1", "ava", late=True),
    "late:told_dsl:e1": DueKey(DueKind.TOLD_DSL, "e1", late=True),
    "removal_due:e2": DueKey(DueKind.REMOVAL_DUE, "e2"),
    "mandatory_report:e1": DueKey(DueKind.MANDATORY_REPORT, "e1"),
    "refer": DueKey(DueKind.REFER),
    "refer:police": DueKey(DueKind.REFER, "police"),
    "find-out:harm": DueKey(DueKind.FIND_OUT, "harm"),
    "not-told:e3": DueKey(DueKind.NOT_TOLD, "e3"),
    "of-age:ava": DueKey(DueKind.OF_AGE, "ava"),
    "e1:1": PartKey("e1", PartKind.ACTION, 1),
    "e1:copy:0": PartKey("e1", PartKind.COPY, 0),
    "e1:copy:12": PartKey("e1", PartKind.COPY, 12),
    "e1:review": PartKey("e1", PartKind.REVIEW),
    "a_clock_of_tomorrow:e1": DueKey("a_clock_of_tomorrow", "e1"),
}


@pytest.mark.parametrize(("text", "key"), STORED.items(), ids=STORED)
def test_what_is_sealed_today_is_read_and_written_as_before(text, key):
    assert read_key(text) == key
    assert key.write() == text


def test_a_clock_about_an_entry_called_like_a_part_is_still_a_clock():
    assert read_key("written_confirmation:review") == DueKey("written_confirmation", "review")


def test_every_clock_of_the_table_is_a_kind_of_its_own():
    names = [rule.name for rule in CLOCK_RULES]
    assert len(names) == len(set(names))
    assert all(isinstance(name, DueKind) for name in names)
    assert not set(DueKind) & set(PartKind)


def test_why_something_was_late_is_said_of_the_thing_itself():
    assert in_time(read_key("late:told_dsl:e1")).write() == "told_dsl:e1"
    assert in_time(read_key("e1:1")).write() == "e1:1"


def test_a_key_can_name_other_ids_in_their_places_only():
    ids = {"e1": "E", "ava": "A", "recontact_1": "R", "review": "V"}
    assert renamed(read_key("recontact_1:e1:ava"), ids).write() == "recontact_1:E:A"
    assert renamed(read_key("e1:review"), ids).write() == "E:review"
    assert renamed(read_key("e9:copy:1"), ids).write() == "e9:copy:1"
