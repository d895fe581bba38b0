"""A protected copy: opened by its passphrase alone, noted in the record, the same inside."""

import io

import pytest
from pypdf import PdfReader

from app.casework.checking import Claims, Verdict, check_claims
from app.casework.documents import issue, protect
from app.casework.recording import seal
from app.documents.document import text_of
from app.documents.kinds import offer_of
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.document import DocumentProtected
from tests.casefold import concern
from tests.documents.paper import words_on


@pytest.fixture
def made(desk):
    case = seal(desk, ConcernReceived, concern())
    issued = issue(desk, case, offer_of(case, "chronology"))
    number = issued.document.content.issue.number
    return issued.document.pdf, protect(desk, issued.case, number)


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


def test_the_record_notes_the_copy_and_never_its_passphrase(desk, made):
    _, copy = made
    noted = copy.case.items[-1].form
    assert isinstance(noted, DocumentProtected)
    kept = [item.sealed.body for item in copy.case.items]
    assert not any(secret_of(copy.slip).encode() in bytes(body) for body in kept)
    found = check_claims(desk, Claims(noted.digest))
    assert (found.verdict, found.number) == (Verdict.SAME, noted.number)


def test_the_slip_names_the_document_and_nothing_of_the_case(made):
    shown = words_on(made[1].slip)
    assert "2026-0001-D1" in shown
    assert "AvaStone" not in shown
