"""Every practice case goes from concern to closure through the real windows, as its file says.

What is answered as it was before goes straight into the record: the hand would do nothing new.
"""

import msgspec
import pytest
from PySide6.QtWidgets import QAbstractButton

from app.domain.case.case import State
from app.domain.forms.close import CaseClosed
from app.domain.kit.filled import read_answers
from app.ui.case_parts.entry_card import EntryCard
from tests.journeys.novel import case_files, novel_steps
from tests.journeys.straight import told, without_windows
from tests.play import play_step

STAYS_OPEN = ("01-passed-on", "11-coach")
"""Their stories say why."""
STATES = {
    "03-device-held": {
        "closed": State.CLOSED,
        "afterwards": State.CLOSED,
        "resurfaced": State.OPEN,
    }
}
"""How a case stands after some of its steps."""


def as_played(step, ids):
    """Return a step with the ids that everybody and every entry has in the casebook."""
    body = msgspec.json.encode(step.answers).decode()
    for own, real in ids.items():
        body = body.replace(own, real)
    return msgspec.structs.replace(
        step,
        answers=read_answers(step.form, body.encode()),
        corrects=ids.get(step.corrects) if step.corrects else None,
    )


@pytest.mark.timeout(400)  # a case of sixty entries takes 40 s of work, and machines are shared
@pytest.mark.parametrize("name", case_files())
def test_a_practice_case_is_played_from_concern_to_closure(name, journey, guide, tmp_path):
    played, states, case = journey(name), {}, None
    ids = played.hand.ids
    guide.shown.setUpdatesEnabled(False)  # nobody looks on: how it is painted, tests/screens sees
    for step in played.file.steps:
        if not case or step.id in novel_steps():
            if case and guide.page.case != case:
                guide.page.refresh()
            played.record(step)
            case = guide.page.case
        else:
            played.clock.at = step.recorded
            case = play_step(guide.page.session, as_played(step, ids), case)
            known = set(ids.values())
            ids |= {one: one for one in (step.id, *case.people) if one not in known}
        states[step.key] = case.state
    guide.page.refresh()
    straight = without_windows(played.file, tmp_path / "straight")
    assert told(case, ids) == told(straight, {})
    assert case.state is straight.state
    assert any(isinstance(entry.form, CaseClosed) for entry in case.entries) is (
        name not in STAYS_OPEN
    )
    assert states | STATES.get(name, {}) == states
    guide.press("tab_chronology")
    while guide.page.findChildren(QAbstractButton, "earlier_entries"):
        guide.press("earlier_entries")
    cards = guide.page.chronology.findChildren(EntryCard)
    assert len(cards) == len(case.entries)
    assert guide.page.session.casebook.journal.verify() == ()
