"""The second person is another one, of the college’s staff on that day, and has a name."""

from datetime import timedelta

import pytest

from app.disclosure.traces import short_patterns_of
from app.domain.forms.close import CaseClosed
from app.domain.kit.answers import StaffMember, StaffRole
from app.domain.kit.form import form_name
from app.domain.rules.staff import StaffList
from tests.casefold import NOW
from tests.domain.gate_answers import CLOSED
from tests.domain.test_staff import OBI, SECOND, listed, refused
from tests.grids import in_each

TODAY = NOW.date()
DAY = timedelta(days=1)


@in_each("gate", SECOND, lambda gate: f"{form_name(gate[0])}-{gate[3]}")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Liz Carr", "Elizabeth Carr"),
        ("Steve Ng", "Stephen Ng"),
        ("Ms Okafor", "R. Okafor"),
        ("Rita", "Rita Okafor"),
        ("R. Okafor", "Rita Ann Okafor"),
        ("Rita Okafor-Bello", "Rita Okafor"),
        ("Prof Rita Okafor PhD", "Rita Okafor"),
        ("Rita Okofor", "Rita Okafor"),
        ("K. Müller", "K. Mueller"),
    ],
)
def test_nobody_is_their_own_second_person_in_part_shortened_or_mistyped(gate, one, other):
    form, whole, first, second = gate
    one, other = StaffMember(one, "DSL"), StaffMember(other, "Principal")
    known = StaffList(other_forms=short_patterns_of)
    for pair in ((one, other), (other, one)):
        answers = whole | dict(zip((first, second), pair, strict=True))
        assert "If they are two people, list both" in refused(form, answers, known)[second]
        both = [listed(who.name, StaffRole.PRINCIPAL) for who in pair]
        assert second not in refused(form, answers, StaffList(tuple(both), kept=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("M. Reyes", "K. Reyes"),
        ("Maria Reyes", "Karl Reyes"),
        ("R. Okafor", "L. Haines"),
        ("Rita Okafor", "Rita Stone"),
        ("Okafor, R., DSL", "Haines, L., LSM"),
        ("J. Holt, Principal", "J. Marlow"),
    ],
)
def test_two_colleagues_are_two(one, other):
    known = StaffList(other_forms=short_patterns_of)
    assert not known.may_be_one(StaffMember(one), StaffMember(other))


@in_each("who", ["A. Head", "N. Lead", "Mr A. Staff", "T. Principal-Hill"])
def test_a_name_that_looks_like_a_role_is_a_name(who):
    answers = CLOSED | {"countersigned_by": StaffMember(who, "Principal")}
    assert "countersigned_by" not in refused(CaseClosed, answers)


@in_each("who", ["me", "Myself", "The DSL", "Deputy Safeguarding Lead", "as above", "n/a", "—"])
def test_a_role_without_a_name_is_no_second_person(who):
    answers = CLOSED | {"countersigned_by": StaffMember(who, "Principal")}
    assert "needs a second member of staff" in refused(CaseClosed, answers)["countersigned_by"]


@in_each("gate", SECOND, lambda gate: f"{form_name(gate[0])}-{gate[3]}")
@pytest.mark.parametrize(
    ("days", "may"),
    [
        ({"until": TODAY - 2 * DAY}, False),
        ({"since": TODAY + 2 * DAY}, False),
        ({"since": TODAY - 2 * DAY, "until": TODAY + 2 * DAY}, True),
    ],
)
def test_a_second_person_has_a_role_in_the_college_on_the_day(gate, days, may):
    form, whole, _, second = gate
    one = listed("P. Vane", StaffRole.PRINCIPAL, **days)
    found = refused(form, whole | {second: StaffMember("P. Vane", "Principal")}, StaffList((one,)))
    assert second not in found, "nothing is asked of a list that the college does not keep"
    found = refused(
        form,
        whole | {second: StaffMember("P. Vane", "Principal")},
        StaffList((one, OBI), kept=True),
    )
    assert (second not in found) is may
