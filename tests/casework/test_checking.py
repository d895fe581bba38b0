"""Check a document: exactly as issued, altered, or not known here; never anything between."""

import os
import time
from functools import partial

import pypdf.filters
import pytest
from pypdf import PdfReader, PdfWriter

from app.casework import checking
from app.casework.checking import (
    LARGEST,
    Locked,
    NotRead,
    Verdict,
    check_claims,
    check_typed,
    read_claims,
)
from app.casework.documents import issue, prepare, render
from app.casework.protecting import prepare_protected, protect, seal_protected, write_protected
from app.casework.recording import read_case, seal
from app.domain.case.case import documents_of
from app.domain.forms.concern import ConcernReceived
from app.domain.kit.words import near_spellings, word_list
from app.papers.kinds import offer_of
from app.typesetting.document import protected
from tests.casefold import concern
from tests.papers.paper import built
from tests.typesetting.test_page import story


@pytest.fixture
def case(session):
    return seal(session, ConcernReceived, concern())


@pytest.fixture
def made(session, case, tmp_path):
    """An issued chronology, saved, and what the register says of it."""
    issued = issue(session, case, offer_of(case, "chronology"))
    path = tmp_path / "saved.pdf"
    path.write_bytes(issued.document.pdf)
    (entry,) = documents_of(issued.case)
    return path, entry, case.id


@pytest.fixture
def replaced(session, case, made):
    """The numbers of two documents that took its place, one after the other."""
    again = partial(issue, session, offer=offer_of(case, "chronology"))
    second = again(case=read_case(session, case.id), replaces="2026-0001-D1")
    again(case=second.case, replaces="2026-0001-D2")


def checked(session, path, passphrase=""):
    return check_claims(session, read_claims(path, passphrase))


def test_the_file_as_issued_is_known_with_its_day_and_recipient(session, made):
    path, entry, case = made
    found = checked(session, path)
    assert found.verdict is Verdict.SAME
    assert "exactly as issued on 19 Nov 2026" in found.sentence
    assert entry.recipient in found.sentence
    assert (found.case, found.number) == (case, entry.number)


def test_one_changed_byte_makes_it_altered(session, made):
    path, entry, _ = made
    path.write_bytes(path.read_bytes() + b"\n")
    found = checked(session, path)
    assert found.verdict is Verdict.ALTERED
    assert entry.number in found.sentence


def test_wherever_a_file_is_cut_short_it_is_never_as_issued(session, made):
    path, *_ = made
    whole = path.read_bytes()
    found = {}
    for share in (1, 10, 50, 90, 99):
        path.write_bytes(whole[: len(whole) * share // 100])
        found[share] = checked(session, path)
    assert Verdict.SAME not in {one.verdict for one in found.values()}
    assert found[99].verdict is Verdict.ALTERED
    assert "cut short" in found[1].sentence


def test_a_copy_printed_to_a_file_is_altered_though_no_text_is_left_in_it(session, made):
    path, entry, _ = made
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_metadata({"/Title": entry.number})
    writer.write(path)
    found = checked(session, path)
    assert (found.verdict, found.number) == (Verdict.ALTERED, entry.number)


def test_a_document_of_another_casebook_is_not_known(session, made):
    path, *_ = made
    path.write_bytes(built(story()))
    assert checked(session, path).verdict is Verdict.UNKNOWN


def test_a_damaged_pdf_is_not_known_and_says_that_nothing_could_be_read(session, made):
    path, *_ = made
    path.write_bytes(b"%PDF-1.7 nonsense")
    found = checked(session, path)
    assert found.verdict is Verdict.UNKNOWN
    assert "cut short" in found.sentence


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The file is empty."),
        (b"not a pdf at all" * 100, "This is not a PDF"),
        (b"\xff\xd8\xff\xe0 a picture", "It was not opened."),
    ],
)
def test_what_is_no_pdf_is_said_to_be_none(made, data, says):
    made[0].write_bytes(data)
    with pytest.raises(NotRead, match=says):
        read_claims(made[0])


def test_of_what_is_no_pdf_only_the_beginning_is_read_and_no_digest_is_taken(made, monkeypatch):
    path, *_ = made
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(5_000_000))
    monkeypatch.setattr(checking, "claims_of", lambda *_: pytest.fail("it was taken in"))
    read = []
    monkeypatch.setattr(type(path), "open", lambda self, mode: Watched(self, mode, read))
    with pytest.raises(NotRead):
        read_claims(path)
    assert sum(read) <= 1024


class Watched:
    """An open file that notes how much of it was read."""

    def __init__(self, path, mode, read):
        self._file, self._read = open(path, mode, buffering=0), read  # noqa: SIM115, PTH123

    def read(self, size):
        found = self._file.read(size)
        self._read.append(len(found))
        return found

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()


def test_pictures_inside_a_pdf_are_never_decoded(session, made, monkeypatch):
    path, *_ = made
    writer = PdfWriter(clone_from=PdfReader(path))
    add_picture(writer)
    writer.write(path)
    really, decoded = pypdf.filters.decode_stream_data, []

    def watch(stream):
        decoded.append(stream.get("/Subtype"))
        return really(stream)

    monkeypatch.setattr(pypdf.filters, "decode_stream_data", watch)
    monkeypatch.setattr(pypdf.generic._data_structures, "decode_stream_data", watch, raising=False)
    assert checked(session, path).verdict is Verdict.ALTERED
    assert decoded
    assert "/Image" not in decoded


def add_picture(writer):
    """Put one dot on the first page, as a picture."""
    name, dictionary, number = (
        pypdf.generic.NameObject,
        pypdf.generic.DictionaryObject,
        pypdf.generic.NumberObject,
    )
    dot = pypdf.generic.StreamObject()
    dot.set_data(b"\x00")
    dot.update(
        {
            name("/Type"): name("/XObject"),
            name("/Subtype"): name("/Image"),
            name("/Width"): number(1),
            name("/Height"): number(1),
            name("/ColorSpace"): name("/DeviceGray"),
            name("/BitsPerComponent"): number(8),
        }
    )
    page = writer.pages[0]
    page["/Resources"][name("/XObject")] = dictionary(
        {name("/Dot"): writer._add_object(dot.flate_encode())}
    )
    content = pypdf.generic.StreamObject()
    content.set_data(page.get_contents().get_data() + b"\nq 1 0 0 1 0 0 cm /Dot Do Q\n")
    page[name("/Contents")] = writer._add_object(content)


@pytest.mark.parametrize("size", [LARGEST + 1, 100_000_000])
def test_a_file_larger_than_any_document_is_not_read(tmp_path, size):
    path = tmp_path / "large.pdf"
    path.write_bytes(b"%PDF-1.7")
    os.truncate(path, size)
    started = time.perf_counter()
    with pytest.raises(NotRead, match="larger"):
        read_claims(path)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (FileNotFoundError, "no longer there"),
        (PermissionError, "another program holds it"),
        (OSError, "its disk is connected"),
    ],
)
def test_a_file_that_goes_or_fails_while_it_is_read_is_said_plainly(made, monkeypatch, error, says):
    def fail(*_given):
        raise error

    monkeypatch.setattr(type(made[0]), "open", fail)
    with pytest.raises(NotRead, match=says):
        read_claims(made[0])


def test_a_folder_and_a_pipe_are_no_files(tmp_path):
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe):
        with pytest.raises(NotRead, match="not a file"):
            read_claims(path)


def test_a_protected_copy_is_known_without_its_passphrase(session, made, tmp_path):
    asked = prepare_protected(session, read_case(session, made[2]), made[1].number)
    saved = write_protected(protect(asked), tmp_path)
    seal_protected(session, saved)
    found = checked(session, saved.pdf)
    assert (found.verdict, found.number) == (Verdict.SAME, made[1].number)
    assert "This is the protected copy saved on 19 Nov 2026" in found.sentence


def test_another_locked_pdf_asks_for_its_passphrase_and_is_then_checked(session, made):
    path, entry, _ = made
    path.write_bytes(protected(path.read_bytes(), "harbour velvet"))
    with pytest.raises(Locked, match="Type its passphrase"):
        checked(session, path)
    with pytest.raises(Locked, match="does not open it"):
        checked(session, path, "another")
    found = checked(session, path, "harbour velvet")
    assert (found.verdict, found.number) == (Verdict.ALTERED, entry.number)


TYPINGS = {
    "as printed": "{}",
    "upper case": "{upper}",
    "with commas": "{commas}",
    "with line breaks": "{lines}",
    "with hyphens": "{hyphens}",
    "with full stops and quotes": "“{stops}.”",
    "with the label before it": "Check words:  {}",
    "with hard spaces": "{hard}",
}


@pytest.mark.parametrize("typing", TYPINGS.values(), ids=TYPINGS)
def test_six_words_are_known_however_they_are_typed(session, made, typing):
    _, entry, case = made
    typed = typing.format(
        entry.words,
        upper=f"  {entry.words.upper()} ".replace(" ", "  "),
        commas=entry.words.replace(" ", ", "),
        lines=entry.words.replace(" ", "\r\n"),
        hyphens=entry.words.replace(" ", "-"),
        stops=entry.words.replace(" ", ". "),
        hard=entry.words.replace(" ", "\u00a0"),
    )
    found = check_typed(session, typed)
    assert (found.verdict, found.case, found.number) == (Verdict.SAME, case, entry.number)


def test_words_of_no_document_are_not_known(session, made):
    assert check_typed(session, "zoo " * 6).verdict is Verdict.UNKNOWN


def test_the_words_of_a_draft_are_not_known_and_drafts_are_spoken_of(session, case, made):
    draft = render(prepare(session, case, offer_of(case, "chronology")))
    found = check_typed(session, draft.words)
    assert found.verdict is Verdict.UNKNOWN
    assert "draft" in found.sentence


def test_words_in_another_order_stand_for_nothing_and_it_says_for_what_they_would(session, made):
    _, entry, _ = made
    first, *others = entry.words.split()
    found = check_typed(session, " ".join([*others, first]))
    assert found.verdict is Verdict.UNKNOWN
    assert f"In another they stand for {entry.number}" in found.sentence


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "here are 0"),
        ("zoo zoo zoo zoo", "here are 4"),
        ("zoo " * 7, "here are 7"),
        ("zoo harbr zoo", "“harbr” is not one"),
        ("zoo zo0", "“zo0” is not one of the words that stand on documents. Is it “zoo”"),
        ("xqzv", "Look at it again"),
        ("你好", "“你好” is not one"),
    ],
)
def test_words_that_cannot_be_looked_up_say_what_is_wrong(session, typed, says):
    with pytest.raises(NotRead, match=says):
        check_typed(session, typed)


def test_whatever_one_letter_is_wrong_a_long_word_is_offered_as_it_should_be():
    missed = [
        (word, at)
        for word in word_list()[::17]
        if len(word) > 5
        for at in range(len(word))
        if word not in near_spellings(word[:at] + "0" + word[at + 1 :])
    ]
    assert missed == []


def test_of_a_document_issued_anew_the_newest_is_named(session, made, replaced):
    path, entry, _ = made
    altered = path.with_name("altered.pdf")
    altered.write_bytes(path.read_bytes() + b" ")
    for found in (
        checked(session, path),
        check_typed(session, entry.words),
        checked(session, altered),
    ):
        assert found.number == "2026-0001-D1"
        assert "A newer one takes its place: 2026-0001-D3, issued on 19 Nov" in found.sentence
    newest = session.casebook.register.newest(1)[0]
    assert "newer" not in check_typed(session, checking._issued(newest).words).sentence


@pytest.mark.parametrize("column", ["digest", "words", "number"])
def test_a_lookup_goes_by_its_index(session, made, column):
    forms = "form IN ('document_issued', 'document_protected')"
    where = forms if column == "digest" else "form = 'document_issued'"
    among = {"words": "IN (SELECT value FROM json_each(?))"}.get(column, "= ?")
    plan = session.casebook._db.rows(
        f"EXPLAIN QUERY PLAN SELECT sealed FROM entry WHERE {where}"
        f" AND sealed ->> '$.body.{column}' {among}",
        "x",
    )
    assert f"document_by_{column}" in str(plan)


def test_a_lookup_is_quick_even_in_every_order(session, made):
    asked = " ".join(word_list()[:6])
    started = time.perf_counter()
    for _ in range(20):
        check_typed(session, asked)
    assert (time.perf_counter() - started) / 20 < 0.05
