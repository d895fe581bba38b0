"""A protected copy: opened by its passphrase alone, noted in the record, the same inside."""

import errno
import io
import os
from itertools import count

import pytest
from pypdf import PdfReader

from app.casework.checking import Claims, Verdict, check_claims
from app.casework.documents import issue
from app.casework.protecting import (
    NotSaved,
    prepare_protected,
    protect,
    seal_protected,
    write_protected,
)
from app.casework.recording import seal
from app.documents.document import text_of
from app.documents.kinds import offer_of
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.document import DocumentProtected
from app.vault.errors import DiskFull
from tests.casefold import concern
from tests.documents.paper import words_on


@pytest.fixture
def made(desk):
    case = seal(desk, ConcernReceived, concern())
    issued = issue(desk, case, offer_of(case, "chronology"))
    number = issued.document.content.issue.number
    return issued.document.pdf, protect(prepare_protected(desk, issued.case, number))


def secret_of(slip):
    """The passphrase as somebody reads it from the slip."""
    text = " ".join(text_of(slip)[0].split())
    return text.partition("Type exactly ")[2].partition(" Give this slip")[0]


def test_only_the_passphrase_of_the_slip_opens_it(made):
    plain, copy = made
    reader = PdfReader(io.BytesIO(copy.pdf))
    assert reader.is_encrypted
    assert not reader.decrypt("another passphrase entirely")
    assert reader.decrypt(secret_of(copy.slip))
    assert [page.extract_text() for page in reader.pages] == list(text_of(plain))


def test_it_is_aes_256_in_its_standing_form_and_may_be_read_aloud(made):
    encrypt = PdfReader(io.BytesIO(made[1].pdf)).trailer["/Encrypt"]
    assert (encrypt["/V"], encrypt["/R"], encrypt["/Length"]) == (5, 6, 256)
    assert encrypt["/CF"]["/StdCF"]["/CFM"] == "/AESV3"


def test_the_structure_for_screen_readers_goes_with_it(made):
    reader = PdfReader(io.BytesIO(made[1].pdf))
    reader.decrypt(secret_of(made[1].slip))
    assert reader.trailer["/Root"]["/StructTreeRoot"]["/K"]


def test_the_record_notes_the_copy_and_never_its_passphrase(desk, made, tmp_path):
    _, copy = made
    case = seal_protected(desk, write_protected(copy, tmp_path))
    noted = case.items[-1].form
    assert isinstance(noted, DocumentProtected)
    kept = [item.sealed.body for item in case.items]
    assert not any(secret_of(copy.slip).encode() in bytes(body) for body in kept)
    found = check_claims(desk, Claims(noted.digest))
    assert (found.verdict, found.number) == (Verdict.SAME, noted.number)


def test_the_slip_names_the_document_and_nothing_of_the_case(made):
    shown = words_on(made[1].slip)
    assert "2026-0001-D1" in shown
    assert "AvaStone" not in shown


def test_another_copy_in_the_same_folder_leaves_the_first_with_its_slip(made, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    first, second = (write_protected(made[1], folder) for _ in range(2))
    assert first.pdf.name == "2026-0001-D1-protected.pdf"
    assert (second.pdf.name, second.slip.name) == (
        "2026-0001-D1-protected-2.pdf",
        "2026-0001-D1-passphrase-2.pdf",
    )
    assert len(list(folder.iterdir())) == 4


@pytest.mark.parametrize("refused", [1, 2, 3, 4])
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


def test_a_copy_that_cannot_be_recorded_is_taken_away(desk, made, tmp_path, monkeypatch):
    folder = tmp_path / "stick"
    folder.mkdir()
    saved = write_protected(made[1], folder)
    monkeypatch.setattr(type(desk.casebook.journal), "append", refuse)
    with pytest.raises(DiskFull):
        seal_protected(desk, saved)
    assert list(folder.iterdir()) == []


def refuse(*_given, **_named):
    raise DiskFull
