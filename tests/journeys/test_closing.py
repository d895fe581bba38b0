"""A phone that is held: where its stage leads, through the real windows."""

from PySide6.QtWidgets import QAbstractButton, QWidget

HELD = "03-device-held"


def test_a_stage_with_several_forms_lists_each_with_a_button_of_its_own(guide, sealed):
    sealed(HELD, "taken")
    guide.press("stage_imagery")
    panel = guide.find(QWidget, "stage_record")
    names = {part.objectName() for part in panel.findChildren(QAbstractButton)}
    assert {"record_device_taken", "record_deletion_decided"} <= names
    guide.press("record_device_moved")
    assert guide.panel.view.answers()["device"] == guide.page.case.entries[-1].root
