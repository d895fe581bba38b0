"""How much the first minutes and each decision may ask for, counted key by key (J1 and J2)."""

import pytest
from PySide6.QtWidgets import QDialog

from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import DeletionDecided
from app.domain.forms.parents import ParentDecision
from app.domain.forms.review import InitialReview
from app.domain.forms.viewing import ViewingAsked, ViewingRecorded
from app.domain.kit.form import questions_of
from app.domain.kit.stage import Sign
from app.domain.owed.table import owed_in
from app.ui.widgets.parts import Banner
from tests.journeys.keyboard import Keyboard, take_in_concern


def still_asked(panel):
    """Return the questions that need an answer and have none filled in from what is known."""
    answers = panel.view.answers()
    asked = [one.name for one in questions_of(panel.form) if one.needed(answers)]
    return [name for name in asked if name not in answers]


def test_a_concern_takes_eight_answers_and_ninety_keys_on_one_screen(opened):
    keyboard = Keyboard(opened)
    opened.press("today_new")
    panel = opened.panel
    assert len(still_asked(panel)) <= 8
    take_in_concern(keyboard, harm="y")
    assert panel.findChild(Banner, "sign_banner").isVisible()  # before anything is recorded
    panel.keep_draft()
    assert len(panel.session.casebook.drafts.mine()) == 1
    opened.press("add_to_record")
    case = opened.page.case
    assert case.signs[Sign.HARM].answer == "yes"
    assert owed_in(case, panel.session.clocks)
    assert keyboard.keys <= 90
    assert opened.shown.findChildren(QDialog) == []
    assert panel.session.casebook.drafts.mine() == ()


@pytest.mark.parametrize("form", [DecisionMade, ViewingAsked, DeletionDecided, ParentDecision])
def test_a_decision_asks_for_five_answers_and_for_nothing_the_concern_said(sealed, guide, form):
    sealed("02-demands", "demands")
    if form is ParentDecision:
        guide.press("stage_parents")
        guide.press("record_for_1")
    else:
        guide.open_form(form)
    asked = still_asked(guide.panel)
    assert 0 < len(asked) <= 5
    assert {"reported_by", "told_at", "account", "scope", "people"}.isdisjoint(asked)


NINE_QUESTIONS = {"risk_now", "refer", "view", "more", "spread", "remove", "facts", "elsewhere"}
LAID_DOWN = {
    InitialReview: NINE_QUESTIONS | {"parents"},
    # who, on which ground, why, the sex of both, where, on what, that nothing was copied, support
    ViewingRecorded: {"ground", "why", "viewed_by", "same_sex", "place", "device", "copied"}
    | {"welfare", "followed"},
}
"""What UKCIS (March 2024) lays down for a form: each has to be said anew, and none can be known."""


@pytest.mark.parametrize("form", LAID_DOWN)
def test_a_form_asks_only_for_when_and_who_beyond_what_is_laid_down(sealed, guide, form):
    sealed("02-demands", "demands")
    guide.open_form(form)
    asked = set(still_asked(guide.panel))
    assert asked >= LAID_DOWN[form]
    assert len(asked - LAID_DOWN[form]) <= 2
