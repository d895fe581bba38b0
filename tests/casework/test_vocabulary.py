"""The words of the real forms and settings: all of them known, and each written once."""

from datetime import date

import pytest

from app.casework import drafts, setup
from app.casework.drafts import FormDraft
from app.casework.opening import known_words
from app.casework.recording import seal
from app.casework.services import adopt, shipped
from app.casework.staff import list_member
from app.domain.case.duty import Duty
from app.domain.forms import FORMS
from app.domain.forms.any_time import Note
from app.domain.forms.concern import ConcernReceived, Medium
from app.domain.forms.settings import CheckedContact, College, OwnLimitSomewhere, Unit
from app.domain.kit import answers
from app.domain.kit.answers import Nation, StaffRole
from app.domain.kit.form import form_name, questions_of
from app.domain.kit.moments import moment
from app.domain.kit.record import Audience
from app.domain.rules.staff import Appointed, Listed
from app.vault.events import Action
from app.vault.vocabulary import Word, WordKind
from tests.ui.shell.invented import concern, review


def words(session, kind):
    rows = session.casebook._db.rows("SELECT word FROM vocabulary WHERE kind = ?", kind)
    return {word for (word,) in rows}


def choices(form, path):
    for question in questions_of(form):
        for choice in question.choices:
            yield Word(WordKind.CHOICE, f"{path}.{question.name}={choice.value}")
        if question.row:
            yield from choices(question.row, f"{path}.{question.name}")


@pytest.mark.parametrize("form", FORMS, ids=form_name)
def test_every_choice_of_every_form_is_a_known_word(form):
    name = f"{form_name(form)}/{form.version}"
    assert {Word(WordKind.FORM, name), *choices(form, name)} <= known_words()


def test_so_are_the_parts_people_have_and_who_an_entry_is_for():
    assert Word(WordKind.CHOICE, "people_named/1.people.roles=pictured") in known_words()
    assert Word(WordKind.CHOICE, "people_named/1.people.person.kind=learner") in known_words()
    assert {Word(WordKind.CHOICE, f"entry.audience={one}") for one in Audience} <= known_words()
    assert {Word(WordKind.ACTION, one) for one in Action} <= known_words()


def test_every_known_word_fits_its_row():
    assert max(len(word.word) for word in known_words()) <= 300


def test_everything_that_can_be_set_is_a_known_word_without_the_college_s_own(session, clock):
    typed = {
        one.name: "Typed" for one in questions_of(College) if one.kind is answers.AnswerKind.LINE
    }
    setup.set_college(session, College(**typed, nation=Nation.WALES))
    setup.set_lock_minutes(session, 3)
    whose = {"source": "Their procedure", "why": "Agreed"}
    limit = OwnLimitSomewhere(number=2, unit=Unit.DAYS, authority="There", **whose)
    setup.set_limit(session, "written_confirmation", limit)
    setup.set_contact(session, "front_door", CheckedContact(name="MASH", number="999", **whose))
    setup.set_duty(session, Duty(since=date(2026, 11, 1), source="The regulations"))
    clock.forward(days=30)
    adopt(session, [shipped().service[0]], "Theirs")
    list_member(
        session, "haines", Listed(name="L. Haines", roles=(Appointed(role=StaffRole.LEAD),))
    )
    assert words(session, WordKind.SETTING) == set(setup.SETTINGS)
    assert "own.clock" in setup.SETTINGS


def test_a_second_entry_of_a_form_writes_no_word_again(session):
    case = concern(session, "Ava Stone")
    case = review(session, case)
    at = moment(session.now())
    note = {"at": at, "what": "She was calm.", "why": "To be kept."}
    case = seal(session, Note, note, case=case)
    asked = []
    session.casebook._db._connection.set_trace_callback(asked.append)
    case = seal(session, Note, note | {"what": "She is better."}, case=case)
    review(session, case)
    concern(session, "Ben Marsh")
    session.casebook._db._connection.set_trace_callback(None)
    assert any("INSERT INTO entry" in statement for statement in asked)
    assert [statement for statement in asked if "vocabulary" in statement] == []


def test_a_draft_says_its_form_and_what_is_chosen_in_it_so_far(session):
    given = {"how": Medium.SPOKEN, "account": "written"}
    typed = FormDraft(id="d", form=ConcernReceived, answers=given, updated=session.now())
    drafts.keep(session, typed)
    assert "concern_received/2" in words(session, WordKind.FORM)
    assert words(session, WordKind.CHOICE) == {"concern_received/2.how=spoken"}
