"""Record, correct, keep drafts, lock and find everything again."""

from uuid import uuid4

import pytest

from app.casework import drafts
from app.casework.drafts import FormDraft
from app.casework.opening import unlock_casebook
from app.casework.reading import find_cases, find_people, list_cases, open_case, read_day
from app.casework.recording import Correction, seal, what_is_missing
from app.domain.forms.any_time import Note
from app.domain.forms.concern import ConcernReceived, Scope
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from tests.casefold import NOW, concern
from tests.sessions import PASSPHRASE, program


def note(**answers):
    return {"at": moment(NOW), "what": "Saw the learner.", "why": "She asked."} | answers


def typed(form=Note, **more):
    usual = {
        "id": drafts.new_draft(),
        "form": form,
        "answers": {"what": "half a wo"},
        "updated": NOW,
    }
    return FormDraft(**usual | more)


def test_a_concern_opens_a_case_with_a_number_of_the_year(session):
    first = seal(session, ConcernReceived, concern())
    second = seal(session, ConcernReceived, concern())
    assert (first.number, second.number) == ("2026-0001", "2026-0002")


def test_sealing_twice_under_one_id_records_once(session):
    entry = str(uuid4())
    case = seal(session, ConcernReceived, concern(), entry=entry)
    again = seal(session, Note, note(), case=case, entry=(other := str(uuid4())))
    assert seal(session, Note, note(), case=case, entry=other) == again


def test_a_concern_sealed_twice_under_one_id_opens_one_case(session):
    entry = str(uuid4())
    first = seal(session, ConcernReceived, concern(), entry=entry)
    assert seal(session, ConcernReceived, concern(), entry=entry) == first
    assert len(list_cases(session)) == 1


def test_an_entry_with_something_missing_is_never_sealed(session):
    with pytest.raises(ValueError, match="not ready"):
        seal(session, ConcernReceived, concern(account=" "))
    assert list_cases(session) == ()


def test_a_correction_names_what_it_corrects_and_both_stay_readable(session):
    case = seal(session, ConcernReceived, concern())
    wrong = case.entries[0].sealed.id
    fixed = seal(
        session,
        ConcernReceived,
        concern(account="Two pictures."),
        case=case,
        correction=Correction(wrong, "It was two."),
    )
    assert [entry.form.account for entry in fixed.entries] == [
        concern()["account"],
        "Two pictures.",
    ]
    assert fixed.entries[1].sealed.corrects == wrong
    assert fixed.entries[1].sealed.corrects_why == "It was two."
    assert [entry.form.account for entry in fixed.current] == ["Two pictures."]


def test_a_correction_without_a_reason_is_asked_for_one(session):
    case = seal(session, ConcernReceived, concern())
    silent = Correction(case.entries[0].sealed.id, "  ")
    missing = what_is_missing(ConcernReceived, concern(), NOW, case, silent)
    assert [problem.name for problem in missing] == ["corrects_why"]


def test_the_draft_goes_in_the_moment_its_entry_is_sealed(session):
    draft = typed()
    drafts.keep(session, draft)
    case = seal(session, ConcernReceived, concern())
    seal(session, Note, note(), case=case, draft=draft.id)
    assert drafts.kept(session) == ()


def test_a_draft_comes_back_whole_after_locking(session, clock):
    draft = typed(raw={"at": "yester"}, at="what", place=4)
    drafts.keep(session, draft)
    folder = session.casebook.folder
    session.close()
    again = unlock_casebook(program(clock), folder, PASSPHRASE)
    assert drafts.kept(again) == (replace_time(draft, drafts.kept(again)[0]),)
    again.close()


def replace_time(draft, kept):
    assert abs((kept.updated - draft.updated).total_seconds()) < 1
    return (
        kept
        if kept.answers == draft.answers and kept.raw == draft.raw and kept.place == 4
        else draft
    )


def test_everything_is_found_again_after_locking(session, clock):
    case = seal(session, ConcernReceived, concern(coercion=YesNoUnknown.YES))
    folder = session.casebook.folder
    session.close()
    again = unlock_casebook(program(clock), folder, PASSPHRASE)
    assert open_case(again, case.id) == case
    assert [found.number for found in find_cases(again, "Stone")] == [case.number]
    assert [found.number for found in find_cases(again, case.number)] == [case.number]
    assert [person.name for person in find_people(again, "ava sto")] == ["Ava Stone"]
    assert read_day(again).cases[0].refer_now
    again.close()


def test_the_lists_can_be_made_again_from_the_journal_alone(session):
    case = seal(session, ConcernReceived, concern())
    seal(session, Note, note(), case=case)
    assert session.casebook.lists.compare() == ()
    assert session.casebook.journal.verify() == ()
    before = (list_cases(session), read_day(session))
    session.casebook.lists.rebuild()
    assert (list_cases(session), read_day(session)) == before


def test_a_concern_that_is_not_in_scope_stays_listed_but_not_among_the_open(session):
    left = seal(session, ConcernReceived, concern(scope=Scope.NO_IMAGERY, goes_to="To the tutor."))
    stays = seal(session, ConcernReceived, concern())
    assert [case.number for case in list_cases(session)] == [stays.number, left.number]
    assert [case.number for case in list_cases(session, open_only=True)] == [stays.number]
