"""Casebooks frozen by the code of each version open today, whole, and say what they said then."""

import shutil
from enum import StrEnum
from pathlib import Path

import msgspec
import pytest

from app.casework.checking import Verdict, check_typed
from app.casework.opening import unlock_casebook
from app.casework.recording import read_case
from app.casework.staff import staff_list
from app.domain.case.case import documents_of
from app.domain.forms import FORMS
from app.domain.kit.form import form_name
from app.vault import schema
from app.vault.events import Action
from app.vault.vocabulary import Word, WordKind
from tests.casebooks.freeze import HERE, OLDEST, told
from tests.casebooks.schemas import committed
from tests.papers.paper import text_of
from tests.sessions import PASSPHRASE, Clock, issued_again, program

FROZEN = sorted(path for path in HERE.iterdir() if (path / "vault.json").exists())


@pytest.fixture(params=FROZEN, ids=lambda path: path.name)
def frozen(request, tmp_path):
    """A frozen casebook, copied so that not a byte of it changes."""
    return Path(shutil.copytree(request.param, tmp_path / "casebook"))


@pytest.fixture
def session(frozen):
    opened = unlock_casebook(program(Clock()), frozen, PASSPHRASE)
    yield opened
    opened.close()


def cases(session):
    return [read_case(session, row.case) for row in session.casebook.lists.cases()]


def test_there_is_one_frozen_casebook_for_each_version_of_the_structure():
    assert [path.name for path in FROZEN] == [
        f"{version:04d}" for version in range(1, schema.newest_version() + 1)
    ]


def test_it_is_brought_up_to_date_and_every_seal_in_it_holds(session):
    assert schema.describe(session.casebook._db) == schema.committed()
    assert session.casebook.verify() == ()
    assert session.casebook.lists.compare() == ()


def test_each_case_says_what_it_said_then(session, frozen):
    assert cases(session)
    for case in cases(session):
        assert told(case) == (frozen / f"{case.number}.txt").read_text("utf-8")


def test_it_lists_its_user_and_no_staff_of_the_college_s_own(session):
    known = staff_list(session)
    assert not known.kept
    assert known.named(session.as_staff)


def choices(path, value, written):
    """Every choice in what was sealed, with where it stands; no default that was not written."""
    if isinstance(value, StrEnum):
        yield Word(WordKind.CHOICE, f"{path}={value}")
    elif isinstance(value, msgspec.Struct):
        for name in written.keys() & set(value.__struct_fields__):
            yield from choices(f"{path}.{name}", getattr(value, name), written[name])
    elif isinstance(value, tuple):
        for one, as_written in zip(value, written, strict=True):
            yield from choices(path, one, as_written)


def test_it_says_every_word_that_was_ever_written_into_it(session):
    found = {Word(*row) for row in session.casebook._db.rows("SELECT kind, word FROM vocabulary")}
    items = [entry for case in cases(session) for entry in case.entries]
    forms = {(entry.sealed.form, entry.sealed.version): entry for entry in items}
    words = {Word(WordKind.FORM, f"{name}/{version}") for name, version in forms}
    for entry in items:
        written = msgspec.json.decode(msgspec.json.encode(entry.sealed))
        path = f"{entry.sealed.form}/{entry.sealed.version}"
        words |= set(choices(path, entry.form, written["body"]))
        words |= set(choices("entry", entry.sealed, written))
    words |= {Word(WordKind.SETTING, name) for name in ("college", "address", "telephone")}
    words |= {Word(WordKind.ACTION, event.action) for event in session.casebook.events.tail(9999)}
    assert found == words
    assert Word(WordKind.ACTION, Action.CREATED) in words


def test_what_was_issued_is_still_known_by_its_words_and_can_be_made_again(session):
    (case,) = (case for case in cases(session) if documents_of(case))
    for issued in documents_of(case):
        assert check_typed(session, issued.words).verdict is Verdict.SAME
        again = issued_again(session, case, issued.number)
        assert issued.recipient in "".join(text_of(again.pdf))


@pytest.mark.parametrize("frozen", [OLDEST], indirect=True, ids=["0001"])
def test_a_letter_laid_out_otherwise_today_is_not_passed_off_as_the_one_issued(session):
    (case,) = cases(session)
    (issued,) = documents_of(case)
    assert not issued_again(session, case, issued.number).same


def test_the_newest_one_holds_an_entry_of_every_form_that_was_released():
    said = (FROZEN[-1] / "2026-0001.txt").read_text("utf-8")
    released = {form.partition("/")[0] for _, forms in committed() for form in forms}
    titles = [form.title for form in FORMS if form_name(form) in released]
    assert [title for title in titles if f"Z {title}\n" not in said] == []
