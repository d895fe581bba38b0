"""The full record by stage: in the order of what happened, with what stood before a correction."""

from datetime import timedelta

import pytest

from app.domain.case.case import fold_case
from app.domain.forms.any_time import Note
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.moments import moment, write_time
from app.domain.kit.stage import Stage
from app.papers.full_record import record_in_full
from app.papers.rows import as_it_happened, happened
from app.typesetting.content import Section
from tests.casefold import NOW, concern, sealed
from tests.papers.cases import each_case, read_case
from tests.papers.paper import flat


def times(case):
    """The time of each entry, in the order of the record: of its heading, or of its row."""
    for part in record_in_full(case):
        if isinstance(part, Section):
            last = part.heading.rsplit(", ", 2)
            big = [", ".join(last[1:])] if len(last) == 3 else [label for label, _ in part.rows]
            yield from big


@each_case
def test_within_a_stage_entries_stand_in_the_order_of_what_happened(path):
    case = read_case(path)
    entries = [one for one in case.current if not isinstance(one.form, DocumentIssued)]
    stages = tuple(Stage)
    in_order = sorted(as_it_happened(entries), key=lambda one: stages.index(one.form.stage))
    assert list(times(case)) == [write_time(happened(one)) for one in in_order]


LONG = {"account": "It went round. " * 60}
NOTED = {"at": moment(NOW), "what": "She rang.", "why": "She asked."}
CORRECTED = {
    "one among others": (Note, NOTED, NOTED | {"what": "He rang."}, "what was said or done"),
    "one by itself": (
        ConcernReceived,
        concern(**LONG, safe_now="She rang."),
        concern(**LONG, safe_now="He rang."),
        "where the learner is now, and who is with them",
    ),
}


@pytest.mark.parametrize(("form", "was", "now", "label"), CORRECTED.values(), ids=CORRECTED)
def test_what_stood_before_a_correction_stands_with_it(form, was, now, label):
    later = NOW + timedelta(hours=2)
    entries = [
        sealed(ConcernReceived, concern()),
        sealed(form, was, seq=2),
        sealed(form, now, seq=3, at=later, corrects="entry-2"),
    ]
    parts = record_in_full(fold_case(entries))
    said = "\n".join(
        flat(line)
        for part in parts
        if isinstance(part, Section)
        for _, lines in part.rows
        for line in lines
    )
    assert "He rang." in said
    assert f"Before, {label}: She rang." in said
    assert f"Corrected {write_time(later)}, by R. Okafor" in said
    assert "no.\N{NO-BREAK SPACE}3. Misheard." in said
    assert said.count(write_time(later)) == 1
