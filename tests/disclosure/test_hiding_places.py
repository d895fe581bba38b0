"""Wherever in a file a name stands, seen, heard or read by a program, the file is refused."""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from app.disclosure.leak import LeakFound, refuse_leaks
from app.domain.forms.parents import ParentContact
from app.domain.kit.record import Audience
from app.papers.kinds import kind_named
from app.typesetting.content import NewPage, Points, Prose, Section, Signatures, Table
from app.typesetting.document import protected, render_document
from tests.casefold import concern_case
from tests.disclosure.test_ways_of_writing import THEIRS
from tests.domain.people_of_two import PARENTS
from tests.papers.paper import issue
from tests.papers.test_family_papers import TOLD

SAID = concern_case(PARENTS, (ParentContact, TOLD), *THEIRS)
NAME = "Callum Baker"
PLACES = {
    "title": {"title": f"For {NAME}"},
    "head of every page": {"kind": f"About {NAME}", "marking": "SENSITIVE"},
    "recipient": {"recipient": NAME},
    "address": {"address": ("Dee Stone", f"c/o {NAME}", "3 Rose Lane")},
    "facts": {"address": ("Dee Stone",), "facts": (("Learner", NAME),)},
    "under the title": {"under": f"With {NAME}"},
    "box": {"callout": (f"Ask {NAME}",)},
    "marking": {"marking": f"NOT FOR {NAME.upper()}"},
    "heading": {"parts": (Prose(f"On {NAME}", ("Quiet.",)),)},
    "label": {"parts": (Section("A", "Agreed", ((NAME, ("Quiet.",)),)),)},
    "point": {"parts": (Points("", (f"See {NAME}",)),)},
    "column": {"parts": (Table("", (("Who", 0.5), (NAME, 0.5)), ((("x",), ("y",)),)),)},
    "two cells": {"parts": (Table("", (("a", 0.5), ("b", 0.5)), ((("Callum",), ("Baker",)),)),)},
    "after a page": {"parts": (Prose("", ("Quiet.",)), NewPage(), Prose("", (NAME,)))},
    "signature": {"parts": (Signatures(((f"Seen by {NAME}", (("Day", ""),)),)),)},
}


def content(**changes):
    kind = kind_named("parent_summary")
    (subject,) = (one for one in kind.subjects(SAID) if one.reader == "dee")
    made = kind.content(SAID, subject, issue())
    fields = {name: getattr(made, name) for name in made.__struct_fields__}
    return type(made)(**(fields | {"parts": (Prose("", ("Quiet.",)),)} | changes))


def refused(pdf):
    try:
        refuse_leaks(pdf, SAID, Audience.PARENTS, "dee")
    except LeakFound as error:
        return error.leaks
    return ()


def rewritten(change):
    """Return a harmless document after a change to its file."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(render_document(content()).pdf)))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def keep(writer, **kept):
    entries = {NameObject(f"/{key}"): TextStringObject(said) for key, said in kept.items()}
    writer._add_object(DictionaryObject(entries))


def say(writer):
    """Have a sign of the first page said aloud as a name."""
    page = writer.pages[0]
    ink = page.get_contents()
    ink.set_data(ink.get_data() + b"\n/Span <</ActualText (Callum Baker)>> BDC EMC")
    page[NameObject("/Contents")] = writer._add_object(ink)


@pytest.mark.parametrize("place", PLACES)
def test_a_name_at_any_place_of_the_page_refuses_the_document(place):
    assert not refused(render_document(content()).pdf)
    assert {leak.person for leak in refused(render_document(content(**PLACES[place])).pdf)} >= {
        "cal"
    }


@pytest.mark.parametrize(
    "change",
    [
        lambda writer: writer.add_metadata({"/Subject": NAME}),
        lambda writer: writer.add_metadata({"/Keywords": "Baker, Callum"}),
        lambda writer: writer.add_outline_item(title=f"About {NAME}", page_number=0),
        lambda writer: keep(writer, Alt=f"A map with {NAME}"),
        lambda writer: keep(writer, ActualText=NAME),
        lambda writer: keep(writer, Contents=f"Ask {NAME}"),
        say,
    ],
    ids=["subject", "keywords", "bookmark", "alternative", "aloud", "remark", "ink"],
)
def test_a_name_that_only_programs_or_listeners_meet_refuses_it_too(change):
    (leak, *_) = refused(rewritten(change))
    assert (leak.page, leak.person) == (0, "cal")


def test_the_protected_copy_says_what_the_checked_document_said():
    made = render_document(content()).pdf
    opened = PdfReader(io.BytesIO(protected(made, "one two three")), password="one two three")
    plain = PdfReader(io.BytesIO(made))
    assert [page.extract_text() for page in opened.pages] == [
        page.extract_text() for page in plain.pages
    ]
