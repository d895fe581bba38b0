"""Check a document: exactly as issued, altered, or not known here; never anything between."""

import time

import pytest

from app.casework.checking import LARGEST, Verdict, check_claims, check_typed, read_claims
from app.casework.documents import issue
from app.casework.recording import seal
from app.documents.kinds import offer_of
from app.domain.case import documents_of
from app.domain.stages.concern import ConcernReceived
from tests.casefold import concern
from tests.documents.paper import built
from tests.documents.test_page import story


@pytest.fixture
def made(desk, tmp_path):
    """An issued chronology, saved, and what the register says of it."""
    case = seal(desk, ConcernReceived, concern())
    issued = issue(desk, case, offer_of(case, "chronology"))
    path = tmp_path / "saved.pdf"
    path.write_bytes(issued.document.pdf)
    (entry,) = documents_of(issued.case)
    return path, entry, case.id


def checked(desk, path):
    return check_claims(desk, read_claims(path))


def test_the_file_as_issued_is_known_with_its_day_and_recipient(desk, made):
    path, entry, case = made
    found = checked(desk, path)
    assert found.verdict is Verdict.SAME
    assert found.sentence.startswith("Exactly as issued on 19 Nov 2026")
    assert entry.recipient in found.sentence
    assert (found.case, found.number) == (case, entry.number)


def test_one_changed_byte_makes_it_altered(desk, made):
    path, entry, _ = made
    path.write_bytes(path.read_bytes() + b"\n")
    found = checked(desk, path)
    assert found.verdict is Verdict.ALTERED
    assert entry.number in found.sentence


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nonsense", b"not a pdf at all" * 100])
def test_any_other_file_is_not_known(desk, made, data):
    path, *_ = made
    path.write_bytes(data)
    assert checked(desk, path).verdict is Verdict.UNKNOWN


def test_a_document_of_another_casebook_is_not_known(desk, made):
    path, *_ = made
    path.write_bytes(built(story()))
    assert checked(desk, path).verdict is Verdict.UNKNOWN


def test_six_words_are_known_however_they_are_typed(desk, made):
    _, entry, case = made
    found = check_typed(desk, f"  {entry.words.upper()} ".replace(" ", "  "))
    assert (found.verdict, found.case, found.number) == (Verdict.SAME, case, entry.number)
    assert check_typed(desk, "zoo " * 6).verdict is Verdict.UNKNOWN


def test_a_file_larger_than_any_document_is_not_read(tmp_path):
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ValueError, match="larger"):
        read_claims(path)


@pytest.mark.parametrize("column", ["digest", "words", "number"])
def test_a_lookup_goes_by_its_index(desk, made, column):
    forms = "form IN ('document_issued', 'document_protected')"
    where = forms if column == "digest" else "form = 'document_issued'"
    plan = desk.casebook._db.rows(
        f"EXPLAIN QUERY PLAN SELECT sealed FROM entry WHERE {where}"
        f" AND sealed ->> '$.body.{column}' = ?",
        "x",
    )
    assert f"document_by_{column}" in str(plan)


def test_a_lookup_is_quick(desk, made):
    started = time.perf_counter()
    for _ in range(100):
        check_typed(desk, "zoo " * 6)
    assert (time.perf_counter() - started) / 100 < 0.05
