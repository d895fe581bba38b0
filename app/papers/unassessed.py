"""For agencies: that no assessment of the risk is recorded, or who set it aside, and why."""

from app.domain.forms.any_time import ClockMissed, Missed
from app.domain.kit.keys import DueKind
from app.domain.kit.moments import write_time
from app.papers.case_words import CaseWords
from app.papers.rows import happened
from app.typesetting.text import Quiet, Words


def unassessed(words: CaseWords) -> Words:
    """Return what stands in place of an assessment that was not made.

    Not that it is still to come: it may have been set aside, or the case closed without it.
    """
    for entry in reversed(words.each(ClockMissed)):
        form = entry.form
        assert isinstance(form, ClockMissed)
        of_risk = form.which.partition(":")[0] == DueKind.RISK
        if of_risk and form.missed is Missed.NOT_NEEDED:
            by = words.answer(entry, ClockMissed.said_by)
            lead = f"Not needed, as decided on {write_time(happened(entry))}, by {by}: "
            return (Quiet(lead), words.answer(entry, ClockMissed.why))
    return Quiet("None is recorded.")
