"""A new version of a form: the old one stays as written, and reads as today's."""

import shutil
from typing import Annotated, ClassVar

import msgspec
import pytest

from app.casework.opening import unlock_casebook
from app.casework.recording import read_case
from app.domain import forms
from app.domain.case.case import fold_case
from app.domain.case.clock_rules import spoken_with
from app.domain.forms import FORMS, OLDER, REGISTRY
from app.domain.forms.any_time import Note
from app.domain.forms.close import CaseReviewed
from app.domain.forms.older import CaseReviewed1
from app.domain.kit.answers import AnswerKind, Involved, Role, YesNoUnknown
from app.domain.kit.checks import problems
from app.domain.kit.form import ALWAYS, Ask, form_name, questions_of
from app.domain.kit.moments import day_of, moment
from app.domain.kit.registry import Registry, Succession, people_written
from app.domain.kit.wording import lines_of
from tests.casebooks.freeze import HERE
from tests.casefold import AVA, DSL, NOW, case_of
from tests.domain.test_case import AT
from tests.sessions import PASSPHRASE, Clock, program

NOTE = {"at": AT, "what": "She was calm.", "why": "Seen in the corridor."}


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory):
    """A case frozen before a review asked of each learner apart."""
    folder = tmp_path_factory.mktemp("frozen") / "casebook"
    shutil.copytree(HERE / "0003", folder)
    session = unlock_casebook(program(Clock()), folder, PASSPHRASE)
    (row,) = session.casebook.lists.cases()
    yield read_case(session, row.case)
    session.close()


def test_a_review_of_before_is_shown_as_written_and_ruled_as_today_s(reviewed):
    item = next(item for item in reviewed.entries if isinstance(item.form, CaseReviewed))
    assert isinstance(item.written, CaseReviewed1)
    asked = [line.label for line in lines_of(item.written, reviewed.names)]
    assert "Which learners were spoken with, and how they are" in asked
    assert item.form.how_they_are == item.written.spoke_with
    assert spoken_with(item.form) == frozenset()
    assert reviewed.latest(CaseReviewed) is not None


class NoteSince(Note, tag="note", frozen=True, kw_only=True):
    """A note that has to say something it was not asked before."""

    version: ClassVar[int] = Note.version + 1

    calm: Annotated[YesNoUnknown | None, Ask("Was the learner calm?", required_if=ALWAYS)] = None


def test_a_question_to_be_answered_from_now_on_stays_open_in_what_was_written_before(monkeypatch):
    today = tuple(NoteSince if form is Note else form for form in FORMS)
    since = Succession(old=Note, new=NoteSince, answers=dict)
    sealed = case_of((Note, NOTE)).entries[0].sealed
    monkeypatch.setattr(forms, "REGISTRY", Registry(today, (*OLDER, since)))
    (item,) = fold_case([sealed]).entries
    assert isinstance(item.form, NoteSince)
    assert item.form.calm is None
    assert [problem.name for problem in problems(NoteSince, NOTE, NOW)] == ["calm"]
    assert problems(NoteSince, NOTE | {"calm": YesNoUnknown.NO}, NOW) == ()


def test_a_changed_form_that_keeps_its_version_is_refused():
    class NoteAgain(Note, tag="note", frozen=True, kw_only=True):
        """A note that asks something else, whose version nobody raised."""

    kept = Succession(old=Note, new=NoteAgain, answers=dict)
    with pytest.raises(ValueError, match="NoteAgain needs a version of its own: 1 is that of Note"):
        Registry((NoteAgain,), (kept,))


@pytest.mark.parametrize("step", OLDER, ids=lambda step: step.old.__name__)
def test_no_successor_changes_what_it_is_given_or_asks_anybody_else(step):
    given = {question: ["an answer"] for question in step.old.__struct_fields__}
    before = msgspec.json.encode(given)
    first, second = (step.answers(dict(given)) for _ in range(2))
    assert first == second
    assert msgspec.json.encode(given) == before
    assert set(first) <= set(step.new.__struct_fields__)
    assert REGISTRY.as_today(step.old, {}) == (step.new, {})


ANY = {
    AnswerKind.MOMENT: moment(NOW),
    AnswerKind.DAY: day_of(NOW),
    AnswerKind.STAFF: DSL,
    AnswerKind.YES_NO_UNKNOWN: YesNoUnknown.NO,
    AnswerKind.PEOPLE: (Involved(AVA, (Role.PICTURED,)),),
    AnswerKind.ROWS: (),
    AnswerKind.DURATION: 20,
}


def any_answer(question):
    if question.choices and question.kind is not AnswerKind.YES_NO_UNKNOWN:
        several = question.kind is AnswerKind.SEVERAL_OF
        return question.choices if several else question.choices[-1]
    return ANY.get(question.kind, f"An answer to {question.name}")


@pytest.mark.parametrize("whole", [True, False], ids=["whole", "bare"])
@pytest.mark.parametrize("step", OLDER, ids=lambda step: step.old.__name__)
def test_whatever_was_sealed_on_an_older_form_reads_as_today_s(step, whole):
    asked = [one for one in questions_of(step.old) if whole or one.required]
    body = msgspec.to_builtins({one.name: any_answer(one) for one in asked})
    written = msgspec.convert(body | {"form": form_name(step.old)}, step.old)
    sealed = msgspec.structs.replace(
        case_of((Note, NOTE)).entries[0].sealed,
        form=form_name(step.old),
        version=step.old.version,
        body=msgspec.Raw(msgspec.json.encode(written)),
    )
    reading = REGISTRY.read(sealed)
    assert reading.written == written
    assert type(reading.today) in FORMS
    assert set(people_written(written)) <= set(people_written(reading.today))
