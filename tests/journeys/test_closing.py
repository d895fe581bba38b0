"""From a phone in the safe to its return, closing, and back again, through the real windows."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.case import State

HELD = "03-device-held"


def test_a_held_phone_goes_back_and_the_case_closes_and_opens_again(guide, journey):
    held = journey(HELD)
    states = {}
    for step in held.file.steps:
        held.record(step)
        states[step.key] = guide.page.case.state
    assert states["closed"] is State.CLOSED
    assert states["afterwards"] is State.CLOSED
    assert states["resurfaced"] is State.OPEN


def test_a_stage_with_several_forms_lists_each_with_a_button_of_its_own(guide, journey):
    held = journey(HELD)
    for step in held.file.steps[:2]:
        held.record(step)
    guide.press("stage_imagery")
    panel = guide.find(QWidget, "stage_record")
    names = {part.objectName() for part in panel.findChildren(QAbstractButton)}
    assert {"record_device_taken", "record_deletion_decided"} <= names
    guide.press("record_device_moved")
    assert guide.panel.view.answers()["device"] == guide.page.case.items[1].root
