"""Every page says what it belongs to, and the file says nothing it should not."""

import re

import pytest

from app.typesetting.blocks import section_block, signature_block
from app.typesetting.content import Content, Prose, Section, Table
from app.typesetting.document import render_document
from app.typesetting.page import short_head
from tests.papers.paper import (
    ISSUED,
    built,
    furniture,
    issue,
    objects_in,
    paragraphs,
    plain,
    read,
    text_of,
)

LONG = "The member of staff wrote it down within the hour. " * 30


def story(long=1):
    rows = [(f"Question {number}", LONG) for number in range(long)]
    last = [("Signature", ""), ("Name", "R. Okafor")]
    return [*section_block("A", "First", rows), *signature_block(("This is what is known.", last))]


@pytest.mark.parametrize("long", [1, 5, 25])
def test_every_page_bears_the_furniture_and_its_number(long):
    pages = read(built(story(long))).pages
    for number, page in enumerate(pages, start=1):
        shown = " ".join(page.extract_text().split())
        assert f"Page {number} of {len(pages)}" in shown
        assert "issued 19 Nov 2026, 10:50 · To: Exampleshire MASH" in shown
        assert "o imagery is held in or attached to this record" in shown
        assert "Check words: " + furniture().check_words in shown
        assert "record 8F3A-21C7-0B44-19DE-77A0" in shown
        for always in ("2026-0042-R1", "OFFICIAL-SENSITIVE", "Example College"):
            assert always in shown


def test_a_long_recipient_stands_in_full_at_the_foot():
    recipient = (
        "The Multi-Agency Safeguarding Hub of the County of Exampleshire, Northern Area " * 3
    )
    (page,) = read(built(story(), recipient=recipient)).pages  # in the order it was written
    assert plain(recipient) in plain(page.extract_text())


def test_a_section_says_its_heading_again_on_each_page():
    pages = [page.extract_text() for page in read(built(story(8))).pages]
    assert len(pages) > 3
    assert ["First" in page for page in pages] == [True] * len(pages)
    assert ["continued" in page for page in pages] == [False] + [True] * (len(pages) - 1)


@pytest.mark.parametrize("lines", range(28, 46))
def test_no_heading_stands_alone_at_the_foot_of_a_page(lines):
    before = paragraphs("\n".join("x" for _ in range(lines)))
    rows = [("Question", "Answer"), ("Other", "Reply")]
    for page in read(built([*before, *section_block("B", "Heading", rows)])).pages:
        shown = page.extract_text()
        assert ("Heading" in shown) == ("Answer" in shown)


@pytest.mark.parametrize("rows", range(24, 36, 2))
def test_a_heading_that_opens_a_table_is_on_the_page_of_its_first_row(rows):
    before = Section("", "Before", tuple((f"Row {at}", "Something.") for at in range(rows)))
    table = Table("", (("When", 100.0), ("What", 1.0)), (("One day", LONG), ("Another", LONG)))
    opens = Prose("Annex", ("How it is read.",))
    parts = (before, opens, table)
    content = Content(issue=issue(), kind="A", title="B", recipient="C", parts=parts)
    (page,) = (page for page in text_of(render_document(content).pdf) if "Annex" in page)
    assert "One day" in page


def test_a_draft_says_so_on_every_page_until_it_is_issued():
    draft = [page.extract_text() for page in read(built(story(5), issued=None)).pages]
    issued = [page.extract_text() for page in read(built(story(5))).pages]
    assert all("DRAFT" in page for page in draft)
    assert all("not issued" in page for page in draft)
    assert not any("DRAFT" in page or "not issued" in page for page in issued)


def test_the_file_describes_itself_and_nobody_else():
    reader = read(built(story()))
    told = dict(reader.metadata)
    assert told == {
        "/Title": "Example College 2026-0042-R1",
        "/Author": "Example College",
        "/Subject": "2026-0042-R1",
        "/Creator": "DSL Casebook",
        "/Producer": "DSL Casebook",
        "/Keywords": "",
        "/Trapped": "/False",
        "/CreationDate": "D:20261119105000+00'00'",
        "/ModDate": "D:20261119105000+00'00'",
    }
    assert reader.metadata.creation_date == ISSUED
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_only_the_embedded_typeface_is_used():
    fonts = [found for found in objects_in(built(story())) if found.get("/Type") == "/Font"]
    assert fonts
    for font in fonts:
        assert re.fullmatch(r"/[A-Z]{6}\+AtkinsonHyperlegible-\w+", font["/BaseFont"])
        assert "/FontFile2" in font["/FontDescriptor"]


def test_there_is_no_picture_in_any_document():
    assert not [found for found in objects_in(built(story(5))) if "/XObject" in found]


def test_the_same_input_gives_the_same_bytes(monkeypatch):
    first = built(story(3))
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert built(story(3)) == first
    assert built(story(3), issued=None) == built(story(3), issued=None)


def test_a_moment_of_issue_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        built(story(), issued=ISSUED.replace(tzinfo=None))


def test_an_answer_without_words_is_refused():
    with pytest.raises(ValueError, match="no answer for 'Ethnicity'"):
        section_block("C", "The child", [("Ethnicity", " ")])


def test_the_head_of_the_record_is_shortened_to_eighty_bits():
    assert short_head("8f3a21c70b4419de77a0" + "f" * 44) == "8F3A-21C7-0B44-19DE-77A0"
