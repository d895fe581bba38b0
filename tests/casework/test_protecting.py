"""A protected copy: opened by its passphrase alone, noted in the record, the same inside."""

import errno
import io
import os
import shutil
import subprocess
from itertools import count
from math import log2

import pytest
from pypdf import PdfReader

from app.casework.checking import Claims, Verdict, check_claims
from app.casework.documents import issue
from app.casework.protecting import (
    NotSaved,
    prepare_protected,
    protect,
    refuse_beside,
    seal_protected,
    write_protected,
)
from app.casework.recording import seal
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.sharing import DocumentProtected
from app.domain.kit.words import FOR_A_FILE, word_list
from app.papers.kinds import offer_of, offers_for
from app.typesetting.document import protected
from app.vault.errors import DiskFull
from app.vault.events import Action
from tests.casefold import concern
from tests.papers.paper import plain, text_of, words_on


@pytest.fixture
def made(session):
    case = seal(session, ConcernReceived, concern())
    issued = issue(session, case, offer_of(case, "chronology"))
    number = issued.document.content.issue.number
    return issued.document.pdf, protect(prepare_protected(session, issued.case, number))


def secret_of(slip):
    """The passphrase as somebody reads it from the slip."""
    text = " ".join(text_of(slip)[0].split())
    return text.partition("Type exactly ")[2].partition(" Give this slip")[0]


def test_only_the_passphrase_of_the_slip_opens_it(made):
    plain, copy = made
    reader, readable = PdfReader(io.BytesIO(copy.pdf)), PdfReader(io.BytesIO(plain))
    assert reader.is_encrypted
    assert not reader.decrypt("another passphrase entirely")
    assert reader.decrypt(secret_of(copy.slip))
    texts = [[page.extract_text() for page in either.pages] for either in (reader, readable)]
    assert texts[0] == texts[1]


def test_it_is_aes_256_in_its_standing_form_and_may_be_read_aloud(made):
    encrypt = PdfReader(io.BytesIO(made[1].pdf)).trailer["/Encrypt"]
    assert (encrypt["/V"], encrypt["/R"], encrypt["/Length"]) == (5, 6, 256)
    assert encrypt["/CF"]["/StdCF"]["/CFM"] == "/AESV3"


def test_the_structure_for_screen_readers_goes_with_it(made):
    reader = PdfReader(io.BytesIO(made[1].pdf))
    reader.decrypt(secret_of(made[1].slip))
    assert reader.trailer["/Root"]["/StructTreeRoot"]["/K"]


def test_the_record_notes_the_copy_and_never_its_passphrase(session, made, tmp_path):
    _, copy = made
    case = seal_protected(session, write_protected(copy, tmp_path))
    noted = case.entries[-1].form
    assert isinstance(noted, DocumentProtected)
    kept = [entry.sealed.body for entry in case.entries]
    assert not any(secret_of(copy.slip).encode() in bytes(body) for body in kept)
    found = check_claims(session, Claims(noted.digest))
    assert (found.verdict, found.number) == (Verdict.SAME, noted.number)


def test_the_slip_names_the_document_and_nobody_not_even_its_reader(session):
    case = seal(session, ConcernReceived, concern())
    (offer, *_) = (one for one in offers_for(case) if one.kind.key == "who_knows")
    issued = issue(session, case, offer)
    content = issued.document.content
    asked = prepare_protected(session, issued.case, content.issue.number)
    shown = words_on(protect(asked).slip)
    people = [known.person.name for known in case.people.values()]
    assert "Ava Stone" in people
    assert plain(content.issue.number) in shown
    unsaid = (*people, content.title, content.recipient)
    assert [words for words in unsaid if plain(words) in shown] == []


def test_its_passphrase_is_seven_words_and_beyond_trying(made):
    secret = secret_of(made[1].slip).split()
    assert len(secret) == FOR_A_FILE
    assert set(secret) <= set(word_list())
    assert FOR_A_FILE * log2(len(word_list())) > 70


def test_copy_and_slip_say_of_themselves_the_college_and_the_number_alone(made):
    for pdf in (made[1].pdf, made[1].slip):
        reader = PdfReader(io.BytesIO(pdf))
        if reader.is_encrypted:
            reader.decrypt(secret_of(made[1].slip))
        said = dict(reader.metadata)
        said.pop("/Producer", None)
        dates = {said.pop(name, "")[:2] for name in ("/CreationDate", "/ModDate")}
        assert dates == {"D:"}
        college, number = "Example College", "2026-0001-D1"
        allowed = {college, number, f"{college} {number}", "DSL Casebook", "", "/False"}
        assert {str(value) for value in said.values()} <= allowed


SHORT = "harbour velvet seven"
"""The command pdfinfo takes no more than 32 characters, though what it is built on does."""


def test_another_reader_of_pdfs_opens_it_with_the_passphrase_and_not_without(made, tmp_path):
    pdfinfo = shutil.which("pdfinfo")
    if not pdfinfo:
        pytest.skip("poppler is not installed")
    path = tmp_path / "copy.pdf"
    path.write_bytes(protected(made[0], SHORT))
    for secret, opens in ((SHORT, True), ("another", False), ("", False)):
        asked = [pdfinfo, "-upw", secret, path]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        assert (done.returncode == 0) is opens
        assert ("AES-256" in done.stdout) is opens


def test_its_passphrase_is_nowhere_in_the_casebook(session, made, tmp_path):
    seal_protected(session, write_protected(made[1], tmp_path))
    db, secret = session.casebook._db, secret_of(made[1].slip)
    tables = [name for (name,) in db.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = [str(tuple(row)) for name in tables for row in db.rows(f"SELECT * FROM {name}")]
    assert any("document_protected" in row for row in kept)
    assert [row for row in kept if secret in row or " ".join(secret.split()[:2]) in row] == []


def test_that_a_copy_was_saved_stands_in_the_log(session, made, tmp_path):
    seal_protected(session, write_protected(made[1], tmp_path))
    event = session.casebook.events.tail(1)[0]
    assert (event.action, event.detail) == (Action.DOCUMENT_SAVED, {"number": "2026-0001-D1"})


def test_another_copy_in_the_same_folder_leaves_the_first_and_no_slip_is_written(made, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    saved = [write_protected(made[1], folder) for _ in range(3)]
    names = [f"2026-0001-D1-protected{after}.pdf" for after in ("", "-2", "-3")]
    assert [one.pdf.name for one in saved] == names
    assert {path.name for path in folder.iterdir()} == set(names)


def test_a_slip_is_refused_in_the_folder_of_its_copy_and_nowhere_else(made, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    copy = write_protected(made[1], folder).pdf
    with pytest.raises(NotSaved, match="whoever finds both"):
        refuse_beside(copy, tmp_path / "stick" / ".." / "stick" / "slip.pdf")
    refuse_beside(copy, tmp_path / "slip.pdf")


@pytest.mark.parametrize("refused", [1, 2])
def test_wherever_writing_fails_no_file_stays(made, tmp_path, monkeypatch, refused):
    folder = tmp_path / "stick"
    folder.mkdir()
    asked = count(1)

    def until_full(really):
        def tried(*given):
            if next(asked) == refused:
                raise OSError(errno.ENOSPC, "No space left on device")
            return really(*given)

        return tried

    monkeypatch.setattr(os, "fsync", until_full(os.fsync))
    with pytest.raises(NotSaved, match=r"the disk is full\. Choose another place"):
        write_protected(made[1], folder)
    assert list(folder.iterdir()) == []


def test_a_copy_that_cannot_be_recorded_is_taken_away(session, made, tmp_path, monkeypatch):
    folder = tmp_path / "stick"
    folder.mkdir()
    saved = write_protected(made[1], folder)
    monkeypatch.setattr(type(session.casebook.journal), "append", refuse)
    with pytest.raises(DiskFull):
        seal_protected(session, saved)
    assert list(folder.iterdir()) == []


def refuse(*_given, **_named):
    raise DiskFull
