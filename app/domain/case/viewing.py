"""What a case can truthfully say about staff having seen the imagery: one of three sentences.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), viewing imagery; the college's guidance,
"Viewing the imagery".
"""

from app.domain import names
from app.domain.case.case import Case
from app.domain.forms.viewing import ViewingAsked, ViewingRecorded
from app.domain.kit.answers import Choice, YesNoUnknown


class Viewing(Choice):
    """The three things that can be true."""

    NONE_RECORDED = "none_recorded", "No viewing by staff has been recorded."
    CONFIRMED_NONE = (
        "confirmed_none",
        (
            "The Safeguarding Team has asked each named member of staff, "
            "and none has viewed the imagery."
        ),
    )
    VIEWED = "viewed", "A member of staff has seen the imagery. See the entry on viewing."


def viewing(case: Case) -> Viewing:
    """Say what the record bears out, by the newest answer of each member of staff.

    A yes stands whatever is said later. One "not known" is enough to confirm nothing.
    """
    asked = [row for form in case.all_of(ViewingAsked) for row in form.staff]
    if case.all_of(ViewingRecorded) or any(row.seen is YesNoUnknown.YES for row in asked):
        return Viewing.VIEWED
    newest = {names.key(row.who.name): row.seen for row in asked}
    confirmed = set(newest.values()) == {YesNoUnknown.NO}
    return Viewing.CONFIRMED_NONE if confirmed else Viewing.NONE_RECORDED
