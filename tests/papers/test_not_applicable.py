"""“Not applicable” stands in a letter only where an answer says so, never where nobody answered."""

import pytest

from app.domain.forms.referral_background import Consent, ReferralBackground
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.form import form_of, name_of, questions_of
from app.papers.case_words import ASK_COLLEGE, NOT_APPLICABLE
from tests.domain.people_of_two import PARENTS
from tests.domain.test_case import OPENED
from tests.papers.test_social_care_fields import FIELDS, MADE, USUAL, called, rows_of


def hung_on(question):
    """Return the question that one hangs on, None unless it is a choice."""
    asked = {one.name: one for one in questions_of(form_of(question))}
    on = asked[name_of(question)].ask.shown_if
    return asked[on.name] if on and on.values and asked[on.name].choices else None


HANGING = [
    (question, row, on)
    for question, _, row in FIELDS
    if (on := hung_on(question)) and not on.required
]


def said_of(question, row, **answers):
    """Return what stands in one row, if these answers alone were given on its form."""
    form = form_of(question)
    opened = (ReferralOpened, OPENED)
    rows = dict(rows_of(PARENTS, opened, (form, USUAL[form] | answers)))
    return next((said for label, said in rows.items() if label.startswith(row)), None)


@pytest.mark.parametrize(("question", "row", "on"), HANGING, ids=lambda one: str(one)[:40])
def test_what_hangs_on_a_question_that_nobody_answered_is_not_recorded(question, row, on):
    assert said_of(question, row) == ASK_COLLEGE, called(question)
    others = [one for one in on.choices if one not in hangs_on(question)]
    answered = [said_of(question, row, **{on.name: one}) for one in others]
    assert NOT_APPLICABLE in answered, called(question)


def hangs_on(question):
    asked = {one.name: one for one in questions_of(form_of(question))}
    return asked[name_of(question)].ask.shown_if.values


def test_what_an_older_background_answered_still_says_whether_a_question_applies():
    said = ({"sharing": Consent.REFUSED}, {"history": "None."})
    steps = [(ReferralBackground, MADE | one) for one in said]
    rows = dict(rows_of(PARENTS, (ReferralOpened, OPENED), *steps))
    assert rows["Whose information it covers"] == NOT_APPLICABLE
    assert rows["Who agreed, and when"] == ASK_COLLEGE


def test_every_question_of_the_letter_that_hangs_on_a_choice_is_tried():
    assert {name_of(question) for question, _, _ in HANGING} == {
        *("consent_who", "consent_why", "covers", "child_untold", "child_view"),
        *("interpreter_what", "contained", "vulnerable_how"),
    }
