"""Every practice case goes from concern to closure through the real windows, as its file says."""

import json

import pytest
from PySide6.QtWidgets import QAbstractButton

from app import paths
from app.domain.case.case import State
from app.domain.forms.close import CaseClosed
from app.domain.forms.sharing import DocumentIssued
from app.practice.casefile import read_case_file
from app.ui.case_parts.entry_card import EntryCard
from tests.play import play
from tests.sessions import Clock, new_desk

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
CASES = sorted(path.stem for path in (paths.resources() / "practice").glob("*.toml"))


def without_windows(name: str, folder):
    """Return the case as it is when the same file is played straight into a whole casebook."""
    file = read_case_file(paths.resources() / "practice" / f"{name}.toml")
    clock = Clock(file.steps[0].recorded)
    session = new_desk(folder, clock)
    case = play(session, file, turn=lambda at: setattr(clock, "at", at))
    assert len(case.entries) == len(file.steps)
    assert session.casebook.journal.verify() == ()
    assert session.casebook.lists.compare() == ()
    session.close()
    return case


def told(case, ids):
    """Return what each entry says, with everybody and every entry called as the file calls them."""
    told = []
    for entry in case.entries:
        body = bytes(entry.sealed.body).decode()
        if entry.sealed.form == DocumentIssued.__struct_config__.tag:
            body = ""  # its digest is that of a letter whose record has a head of its own
        for own, real in ids.items():
            body = body.replace(real, own)
        says = _unordered(json.loads(body or "{}"))
        told.append((entry.sealed.form, entry.sealed.recorded, says, entry.sealed.corrects_why))
    return told


def _unordered(value):
    """Order what was ticked: the windows keep the order on screen, a file the order it was told."""
    if isinstance(value, dict):
        return {key: _unordered(part) for key, part in value.items()}
    if isinstance(value, list):
        parts = [_unordered(part) for part in value]
        return sorted(parts) if all(isinstance(part, str) for part in parts) else parts
    return value


@pytest.mark.timeout(400)  # a case of sixty entries takes 40 s of work, and machines are shared
@pytest.mark.parametrize("name", CASES)
def test_a_practice_case_is_played_from_concern_to_closure(name, journey, guide, tmp_path):
    played, states = journey(name), {}
    guide.shown.setUpdatesEnabled(False)  # nobody looks on: how it is painted, tests/screens sees
    for step in played.file.steps:
        played.record(step)
        states[step.key] = guide.page.case.state
    case, ids = guide.page.case, played.hand.ids
    straight = without_windows(name, tmp_path / "straight")
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
