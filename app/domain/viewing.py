"""What a case can truthfully say about staff having seen the imagery: one of three sentences.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), viewing imagery; the college's guidance,
"Viewing the imagery".
"""

from app.domain.answers import Choice, YesNoUnknown
from app.domain.case import Case
from app.domain.stages.viewing import ViewingAsked, ViewingRecorded


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
    """Say what the record bears out. One "not known" is enough to confirm nothing."""
    answers = [asked.seen for form in case.all_of(ViewingAsked) for asked in form.staff]
    if YesNoUnknown.YES in answers or case.all_of(ViewingRecorded):
        return Viewing.VIEWED
    newest = case.latest(ViewingAsked)
    if newest and all(asked.seen is YesNoUnknown.NO for asked in newest.staff):
        return Viewing.CONFIRMED_NONE
    return Viewing.NONE_RECORDED
