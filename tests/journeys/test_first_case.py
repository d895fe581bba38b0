"""From a concern at the door to a referral letter in the hand, through the real windows."""

import io
import re
from collections import Counter

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.casework.reading import find_cases
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.form import form_name
from app.papers.kinds import offers_for
from app.tour.tour import HALF_TYPED
from app.ui.handling.form_panel import FormPanel
from app.ui.widgets.parts import Banner
from tests.journeys.straight import told, without_windows
from tests.sessions import issued_again


def test_the_whole_way_from_first_run_to_letter_lock_and_return(tour, guide, tmp_path):
    tour.run()
    guide.press("rail_today")
    guide.press("case_2026-0001")
    page, session = guide.page, guide.page.session
    case = page.case
    recorded = [entry.sealed.form for entry in case.entries]
    steps = [form_name(step.form) for step in tour.file.steps]
    assert recorded[: len(steps)] == steps
    assert set(recorded[len(steps) :]) == {"document_issued"}
    straight = without_windows(tour.file, tmp_path / "straight")
    assert told(case, tour.hand.ids)[: len(steps)] == told(straight, {})
    assert session.casebook.journal.verify() == ()
    assert session.casebook.lists.compare() == ()
    made = Counter(
        re.sub(rf"{tour.file.name}-|-\d+$", "", pdf.stem)
        for pdf in (tour.out / "documents").iterdir()
    )
    assert made == Counter(offer.kind.key for offer in offers_for(case))
    pdf = tour.out / "documents" / f"{tour.file.name}-social_care.pdf"
    text = "".join(part.extract_text() for part in PdfReader(io.BytesIO(pdf.read_bytes())).pages)
    assert "Ava Stone" in text
    assert "Ben Marsh" not in text
    assert issued_again(session, case, "2026-0001-D1").same
    assert len(list((tour.out / "screens").rglob("*.png"))) == tour.seen > 20


def test_what_was_being_typed_when_it_locked_is_there_again_with_the_cursor(tour, guide):
    tour.first_run()
    tour.record(tour.file.steps[0])
    tour.lock_in_mid_typing()
    panel = guide.panel
    assert panel.view.answers()["what"] == HALF_TYPED
    assert panel.view.where() == ("what", len(HALF_TYPED))


def test_a_yes_brings_up_the_band_before_anything_is_saved(opened):
    opened.press("today_new")
    panel = opened.find(FormPanel, "form_panel")
    band = panel.findChild(Banner, "sign_banner")
    assert not band.isVisible()
    panel.view.editor("harm").set_value(YesNoUnknown.YES)
    opened.settle()
    assert band.isVisible()
    panel.view.editor("harm").set_value(YesNoUnknown.NOT_KNOWN)
    opened.settle()
    assert not band.isVisible()


def test_a_form_with_gaps_is_not_recorded_and_enter_leads_to_the_first_gap(opened):
    opened.press("today_new")
    panel = opened.find(FormPanel, "form_panel")
    opened.press("add_to_record")
    assert opened.page.case is None
    gaps = panel.view.problem_list
    assert gaps.isVisible()
    first = gaps.findChildren(QAbstractButton)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    opened.settle()
    assert panel.view.where()[0] == "reported_by"


def test_nothing_is_lost_when_a_page_is_left_in_the_middle_of_a_word(opened):
    opened.press("today_new")
    box = opened.find(FormPanel, "form_panel").view.sheet.spot("account")
    QTest.keyClicks(box, "A picture is go")
    opened.press("rail_today")
    opened.press("rail_cases")
    opened.press("cases_new")
    assert "account" not in opened.find(FormPanel, "form_panel").view.answers()
    opened.press("go_on")
    assert opened.find(FormPanel, "form_panel").view.answers()["account"] == "A picture is go"


def test_typing_is_kept_within_a_second_without_leaving_the_box(opened, qtbot):
    opened.press("today_new")
    panel = opened.find(FormPanel, "form_panel")
    QTest.keyClicks(panel.view.sheet.spot("account"), "A")
    qtbot.waitUntil(lambda: panel.session.casebook.drafts.mine() != (), timeout=1000)


def test_the_title_of_the_window_never_changes(tour, guide):
    tour.first_run()
    tour.record(tour.file.steps[0])
    titles = {
        window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible()
    }
    assert titles == {"DSL Casebook"}


def test_every_part_one_can_use_on_the_case_page_has_a_name_for_screen_readers(sealed, guide):
    sealed("01-passed-on", "concern")
    for tab in ("chronology", "people", "documents", "handling"):
        guide.press(f"tab_{tab}")
        nameless = [
            part.objectName() or type(part).__name__
            for part in guide.page.findChildren(QWidget)
            if part.isVisible()
            and part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (part.accessibleName() or getattr(part, "text", str)())
            and not isinstance(part, QLabel)
        ]
        assert nameless == []


def test_a_case_is_found_again_by_a_name_in_it(sealed, guide):
    sealed("01-passed-on", "concern")
    assert [found.number for found in find_cases(guide.page.session, "whitby")] == ["2026-0001"]


def test_pressing_twice_records_once(opened, case_file):
    opened.press("today_new")
    panel = opened.find(FormPanel, "form_panel")
    for name, answer in case_file.steps[0].answers.items():
        panel.view.editor(name).set_value(answer)
    panel.add.click()
    panel.add.click()
    opened.settle()
    (only,) = opened.page.session.casebook.lists.cases()
    assert only.entries == 1
    assert opened.page.session.casebook.drafts.mine() == ()
