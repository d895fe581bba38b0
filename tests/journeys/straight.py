"""What a practice case says when it is played straight into a casebook, to compare with."""

import json

from app.domain.forms.sharing import DocumentIssued
from tests.play import play
from tests.sessions import Clock, new_desk


def without_windows(file, folder):
    """Return the case as it is when the same file is played straight into a whole casebook."""
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
