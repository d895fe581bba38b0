"""Each form of FORMS, and forms put there by this test alone, walked through the real window."""

from datetime import date
from itertools import count
from typing import Annotated, ClassVar

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.casework.reading import find_cases
from app.casework.recording import seal, seal_own
from app.casework.setup import set_duty
from app.domain import forms
from app.domain.case.duty import Duty
from app.domain.case.people import taken_by
from app.domain.forms import FORMS, OLDER
from app.domain.forms.bodies import BodyReferralOpened
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.person import PeopleMerged
from app.domain.forms.sharing import DocumentIssued, LeakReleased, OthersLetStand
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import (
    A_LEARNER,
    A_PARENT,
    AnswerKind,
    EntryRef,
    PersonRef,
    Refers,
    Words,
)
from app.domain.kit.checks import filled_in
from app.domain.kit.form import Ask, Form, Offered, Row, form_name, questions_of
from app.domain.kit.moments import day_of
from app.domain.kit.registry import Registry
from app.domain.kit.stage import HANDLING, Stage
from app.domain.owed.references import references
from app.papers.full_record import record_in_full
from app.tour.guide import Guide
from app.ui.case_parts.entry_card import EntryCard
from app.ui.forms.person_pick import PersonEditor
from app.ui.forms.rows import RowsEditor
from app.ui.forms.selections import EntryEditor
from tests.casefold import concern
from tests.domain.people_of_two import PARENTS, POLICE
from tests.domain.test_families import OPENED
from tests.grids import in_each
from tests.papers.filled import filled, needed, texts_of
from tests.sessions import Clock, new_desk, program

Why = Annotated[Words, Ask("Why it was made up")]


class Seen(Row, frozen=True, kw_only=True):
    """Somebody who has seen it."""

    who: Annotated[PersonRef, Ask("Who saw it", who=A_LEARNER)]


class AtItsStage(Form, tag="made_up_at_its_stage", frozen=True, kw_only=True):
    """Be offered at a stage."""

    stage: ClassVar[Stage] = Stage.SUPPORT
    title: ClassVar[str] = "Made up at its stage"

    parent: Annotated[PersonRef, Ask("Parent or carer", who=A_PARENT)]
    copy: Annotated[EntryRef | None, Ask("Which copy", refers_to=Refers.COPY)] = None
    seen: Annotated[tuple[Seen, ...], Ask("Who saw it all")] = ()
    why: Why


class AtAnyTime(Form, tag="made_up_at_any_time", frozen=True, kw_only=True):
    """Be offered whatever the case is at, and on no paper."""

    stage: ClassVar[Stage] = Stage.REVIEW
    title: ClassVar[str] = "Made up at any time"
    offer: ClassVar[Offered] = Offered.ANY_TIME
    on_paper: ClassVar[bool] = False

    settles: Annotated[EntryRef | None, Ask("What it settles", refers_to=Refers.AGREED)] = None
    why: Why


class ReferralStep(Form, tag="made_up_referral_step", frozen=True, kw_only=True):
    """Go on with a referral to social care."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    title: ClassVar[str] = "Made up step of a referral"

    referral: Annotated[EntryRef, Ask("Which referral", refers_to=Refers.REFERRAL)]
    why: Why


class BodyStep(Form, tag="made_up_body_step", frozen=True, kw_only=True):
    """Go on with telling the police."""

    stage: ClassVar[Stage] = Stage.POLICE
    title: ClassVar[str] = "Made up step with the police"

    referral: Annotated[EntryRef, Ask("Which referral", refers_to=Refers.BODY_REFERRAL)]
    why: Why


class BesideReferrals(Form, tag="made_up_beside_referrals", frozen=True, kw_only=True):
    """Be offered beside the referrals, as no step of one."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    title: ClassVar[str] = "Made up beside referrals"

    why: Why


class OnACard(Form, tag="made_up_on_a_card", frozen=True, kw_only=True):
    """Be offered on the card of a person."""

    stage: ClassVar[Stage] = Stage.RECORD
    title: ClassVar[str] = "Made up on a card"
    offer: ClassVar[Offered] = Offered.ON_A_CARD

    person: Annotated[PersonRef, Ask("Person")]
    why: Why


class ByItself(Form, tag="made_up_by_itself", frozen=True, kw_only=True):
    """Be written by the casebook."""

    stage: ClassVar[Stage] = Stage.RECORD
    title: ClassVar[str] = "Made up by itself"
    offer: ClassVar[Offered] = Offered.BY_ITSELF
    on_paper: ClassVar[bool] = False

    why: Why


MADE_UP = (AtItsStage, AtAnyTime, ReferralStep, BodyStep, BesideReferrals, OnACard, ByItself)
EVERY = (*FORMS, *MADE_UP)
NO_FORM_PANEL = {
    LeakReleased: "its reason is asked on the card of words found in a document",
    OthersLetStand: "it is answered once on the card of what nobody has registered",
}
"""Forms on a card that is not of a person, with what their declaration leaves to that card."""
by_form = pytest.mark.parametrize("form", EVERY, ids=form_name)
every_form = in_each("form", EVERY, form_name)
WORDS = dict(zip(EVERY, (f"Quorvelm{number}x" for number in count(1)), strict=False))
"""A word for each form that stands in an entry of it and nowhere else."""


def in_force():
    return Duty(since=date(2026, 1, 1), source="Invented for this test.")


@pytest.fixture(autouse=True)
def no_window_left_over():
    """Leave the window as it is: every test here walks on in the same one."""


@pytest.fixture(scope="module")
def guide(qapp, tmp_path_factory):
    """The window on a case with an entry of every form, those of this test among them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(forms, "FORMS", EVERY)
        patch.setattr(forms, "REGISTRY", Registry(EVERY, OLDER))
        folder, clock = tmp_path_factory.mktemp("walk"), Clock()
        made = Guide(program(clock), folder / "none", QSize(1366, 768))
        session = new_desk(folder / "casebook", clock)
        set_duty(session, in_force())
        case = sealed_case(session)
        made.entrance._opened(session)
        made.settle()
        made.shown.open_case(case.id)
        made.settle()
        yield made
        made.leave()
        made.settle()


def sealed_case(session):
    """Seal a case with a referral of each kind, then an entry of every form."""
    case = seal(session, ConcernReceived, concern())
    case = seal(session, *PARENTS, case=case)
    for form, answers in ((ReferralOpened, OPENED), (BodyReferralOpened, POLICE)):
        case = seal(session, form, answers, case=case)
    for form in (form for form in EVERY if form is not PeopleMerged):
        case = seal_own(session, filled_in(form, told(session, case, form)), case)
    return seal_own(session, filled_in(PeopleMerged, told(session, case, PeopleMerged)), case)


def told(session, case, form):
    """Return answers of a form, with its word, that point at what there is in the case."""
    path = next(path for path in texts_of(form) if not path[0].ask.silent)
    answers = filled(form, path, WORDS[form], ("dee", "ava"))
    answers = needed(form, ("dee", "ava")) | answers
    for question in questions_of(form):
        refers = question.ask.refers_to
        found = references(case, refers, session.clocks) if refers else ()
        if found and question.required:
            answers[question.name] = found[0].key
    if form is PeopleMerged:  # two records that nothing else here is about
        answers |= {"keep": "dee", "other": "karl"}
    return answers


def case_of(guide):
    return guide.page.case


def way_to(guide, form):
    """Press what leads to a form where it is declared to be offered, and return what opens."""
    name = form_name(form)
    if form.offer is Offered.ON_A_CARD:
        guide.press("tab_people")
        ways = (f"{name}_1", f"record_{name}")
    else:
        guide.press("tab_handling")
        ways = (f"record_{name}", f"step_{name}", f"{name}_1", f"add_{name}")
        if form.offer is Offered.AT_ITS_STAGE and form.stage in HANDLING:
            guide.press(f"stage_{form.stage.value}")
            ways = ways[:3]
        else:
            ways = ways[3:]
    for way in ways:
        if guide._press(way, set()):
            return guide.panel
    raise LookupError(name)


def pressable(guide, form):
    """Find a button for a form anywhere in the window."""
    names = {f"{lead}{form_name(form)}" for lead in ("record_", "add_", "step_")}
    return [one for one in guide.shown.findChildren(QPushButton) if one.objectName() in names]


def heard(editor):
    """Yield what a screen reader says of an editor and all that is in it."""
    for widget in (editor, *editor.findChildren(QWidget)):
        yield widget.accessibleName()
        yield widget.accessibleDescription()


def editors_in(sheet):
    """Yield each question with its editor, those of a row of each list of rows among them."""
    for field in list(sheet.fields.values()):
        yield field.question, field.editor
        if isinstance(field.editor, RowsEditor):
            row = field.editor.rows[0] if field.editor.rows else field.editor.add()
            yield from editors_in(row.sheet)


@by_form
def test_it_is_reached_where_it_says_and_its_editors_follow_its_questions(guide, form):
    if form.offer is Offered.BY_ITSELF or form in NO_FORM_PANEL:
        assert pressable(guide, form) == []
        return
    panel, case, session = way_to(guide, form), case_of(guide), guide.page.session
    assert panel.form is form
    assert list(panel.view.sheet.fields) == [question.name for question in questions_of(form)]
    today = day_of(session.now())
    for question, editor in editors_in(panel.view.sheet):
        assert any(question.ask.label in words for words in heard(editor))
        assert isinstance(editor, EntryEditor) == (question.kind is AnswerKind.ENTRY)
        assert isinstance(editor, PersonEditor) == (question.kind is AnswerKind.PERSON)
        if isinstance(editor, EntryEditor):
            found = references(case, question.ask.refers_to, session.clocks)
            assert offered(editor) == [one.key for one in found]
        if isinstance(editor, PersonEditor):
            taken = [one.id for one in taken_by(question.ask.who, case.people, today)]
            joined = ["karl"] if form is PeopleMerged else []
            assert offered(editor) == taken + joined
            assert bool(editor.add_button) == bool(question.ask.who.adds)


def offered(editor):
    return [editor.picker.itemData(at) for at in range(1, editor.picker.count())]


@every_form
def test_an_entry_of_it_is_found_by_search(guide, form):
    assert [one.case for one in find_cases(guide.page.session, WORDS[form])] == [case_of(guide).id]


@pytest.fixture(scope="module")
def chronology(guide):
    """Return the words of every card of the chronology."""
    guide.press("tab_chronology")
    while guide._press("earlier_entries", set()):
        pass
    cards = guide.page.chronology.findChildren(EntryCard)
    return ["\n".join(one.text() for one in card.findChildren(QLabel)) for card in cards]


@every_form
def test_an_entry_of_it_stands_in_the_chronology(chronology, form):
    assert any(form.title in words and WORDS[form] in words for words in chronology)


@pytest.fixture(scope="module")
def record(guide):
    """Return the record in full, as it is printed."""
    return repr(tuple(record_in_full(case_of(guide))))


@every_form
def test_an_entry_of_it_is_printed_in_the_record(record, form):
    assert WORDS[form] in record or form is DocumentIssued  # one line each, with its number


@pytest.fixture(scope="module")
def blanks(guide):
    """Return the names of the buttons that show a blank form."""
    guide.shown.show_page("Contacts")
    guide.press("contacts_paper")
    names = {one.objectName() for one in guide.shown.findChildren(QPushButton)}
    guide.shown.open_case(case_of_desk(guide))
    guide.settle()
    return names


def case_of_desk(guide):
    (case,) = guide.shown._session.casebook.lists.cases()
    return case.case


@every_form
def test_there_is_a_blank_form_of_it_or_it_says_that_there_is_none(blanks, form):
    assert (f"blank_{form_name(form)}" in blanks) is form.on_paper
