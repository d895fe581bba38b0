"""What follows from a case is derived once for the same limits, and anew for others."""

import msgspec

from app.domain.case.case import once_a_case
from app.domain.owed.calls import calls_of
from app.domain.owed.table import NO_LIMITS, owed_in
from app.domain.rules.time_limits import TimeLimits
from tests.casefold import concern_case


def test_views_of_one_case_share_one_table_and_one_list_of_calls():
    case = concern_case()
    assert owed_in(case) is owed_in(case)
    assert calls_of(case) is calls_of(case)


def test_other_limits_give_another_table_and_another_case_too():
    case = concern_case()
    assert owed_in(case, TimeLimits({})) is not owed_in(case)
    assert owed_in(concern_case()) is not owed_in(case)


def test_limits_that_are_gone_are_never_taken_for_those_that_came_after():
    case, asked = concern_case(), []

    @once_a_case
    def by(_case, limits):
        asked.append(limits)
        return len(asked)

    made = [by(case, msgspec.structs.replace(NO_LIMITS)) for _ in range(20)]
    assert made == list(range(1, 21))
