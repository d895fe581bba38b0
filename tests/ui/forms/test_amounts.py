"""Durations, money and staff as people type them."""

import pytest

from app.domain.kit.answers import Money, StaffMember
from app.domain.kit.wording import write_minutes, write_money
from app.ui.forms.parsing import NotUnderstood, parse_minutes, parse_money, parse_staff


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("45", 45), ("90 min", 90), ("1 h 20", 80), ("1:20", 80), ("1.5 hours", 90), ("0", 0)],
)
def test_a_duration_is_whole_minutes(typed, minutes):
    assert parse_minutes(typed) == minutes
    assert parse_minutes(write_minutes(minutes)) == minutes


@pytest.mark.parametrize(
    ("typed", "money"),
    [
        ("12.50", Money(1250)),
        ("£1,200", Money(120000)),
        ("50 EUR", Money(5000, "EUR")),
        ("20 pounds", Money(2000)),
        ("$5", Money(500, "USD")),
    ],
)
def test_money_is_pounds_unless_it_says_otherwise(typed, money):
    assert parse_money(typed) == money
    assert parse_money(write_money(money)) == money


@pytest.mark.parametrize("typed", ["a while", "1:75", "-5"])
def test_what_is_no_duration_is_refused(typed):
    with pytest.raises(NotUnderstood):
        parse_minutes(typed)


@pytest.mark.parametrize("typed", ["lots", "£5 EUR", "1.5", "-3"])
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(NotUnderstood):
        parse_money(typed)


def test_a_member_of_staff_is_a_name_and_a_role():
    assert parse_staff("R. Okafor, Head of Year, 10") == StaffMember(
        "R. Okafor", "Head of Year, 10"
    )
    assert parse_staff("R. Okafor") == StaffMember("R. Okafor")


@pytest.mark.parametrize(
    ("typed", "name", "role"),
    [
        ("Okafor, R.", "Okafor, R.", ""),
        ("Okafor, R, DSL", "Okafor, R", "DSL"),
        ("Okafor,R. J., Deputy, on duty", "Okafor, R. J.", "Deputy, on duty"),
        ("R. Okafor, HR", "R. Okafor", "HR"),
        ("R. Okafor, Year 10", "R. Okafor", "Year 10"),
    ],
)
def test_initials_after_a_comma_belong_to_the_name(typed, name, role):
    assert parse_staff(typed) == StaffMember(name, role)
