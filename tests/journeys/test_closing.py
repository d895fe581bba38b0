"""From a phone in the safe to its return, closing, and back again, through the real windows."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from app import paths
from app.domain.case import State
from app.domain.form import form_name
from app.practice.casefile import read_case_file
from app.tour import Tour
from app.ui.case.form_panel import FormPanel

HELD = paths.resources() / "practice" / "03-device-held.toml"


def test_a_held_phone_goes_back_and_the_case_closes_and_opens_again(guide, clock, tmp_path):
    file = read_case_file(HELD)
    tour = Tour(guide, file, clock, tmp_path / "out")
    tour.first_run()
    states = {}
    for step in file.steps:
        clock.at = step.recorded
        tour.record(step)
        states[step.key] = guide.page.case.state
    assert states["closed"] is State.CLOSED
    assert states["afterwards"] is State.CLOSED
    assert states["resurfaced"] is State.OPEN
    assert [form_name(step.form) for step in file.steps] == [
        item.sealed.form for item in guide.page.case.items
    ]


def test_a_stage_with_several_forms_lists_each_with_a_button_of_its_own(guide, clock, tmp_path):
    file = read_case_file(HELD)
    tour = Tour(guide, file, clock, tmp_path / "out")
    tour.first_run()
    for step in file.steps[:2]:
        clock.at = step.recorded
        tour.record(step)
    guide.press("stage_imagery")
    panel = guide.find(QWidget, "stage_record")
    names = {part.objectName() for part in panel.findChildren(QAbstractButton)}
    assert {"record_device_taken", "record_deletion_decided"} <= names
    guide.press("record_device_moved")
    form = guide.find(FormPanel, "form_panel")
    assert form.view.answers()["device"] == guide.page.case.items[1].root
