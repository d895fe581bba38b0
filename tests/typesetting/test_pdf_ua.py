"""Every PDF conforms to PDF/UA-1, as an independent checker sees it: nobody needs eyes to read one.

The checker is `page` (page-validation), which agrees with the veraPDF corpus. It looks at what a
machine can see; that words are in a sensible order is for test_structure.py and for people.
"""

import io
import platform
import sys
from itertools import islice

import msgspec
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions

from app.domain.forms import on_paper
from app.domain.kit.form import form_name
from app.papers.blank_form import blank_form
from app.papers.kinds import KINDS, offers_for
from app.typesetting import structure
from app.typesetting.content import Section
from app.typesetting.document import passphrase_slip, protected, render_document
from app.typesetting.text import Strong
from tests.papers.cases import CASES, read_case
from tests.papers.paper import built, issue, paragraphs, printed
from tests.papers.scripts import SCRIPTS, typed_in
from tests.typesetting.test_structure import EVERYTHING, content_of

if sys.platform == "win32" and platform.machine() != "AMD64":
    pytest.skip("the checker is not made for Windows on ARM", allow_module_level=True)

import page

SOME_CASES = 3
"""A kind is looked at in so many of the practice cases that have it."""
PASSPHRASE = "seven plain words to open it with"
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)


def findings(pdf):
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    assert report.rules.total > 50
    return [(it.rule_id, it.message) for it in report.failures]


@by_kind
def test_nothing_is_found_in_documents_of_any_kind(kind):
    offered = (
        (path, next((it for it in offers_for(read_case(path)) if it.kind is kind), None))
        for path in CASES
    )
    some = list(islice(((path, offer) for path, offer in offered if offer), SOME_CASES))
    assert some
    for path, offer in some:
        content = kind.content(read_case(path), offer.subject, issue())
        assert findings(printed(content).pdf) == [], path.stem


def test_nothing_is_found_in_a_draft_of_all_there_is_or_in_a_slip():
    assert findings(printed(EVERYTHING).pdf) == []
    assert findings(passphrase_slip(issue(), PASSPHRASE).pdf) == []


def test_nothing_is_found_in_words_of_any_script():
    words = [(Strong(f"{script}: "), *typed_in(script)[4:6]) for script in SCRIPTS]
    assert findings(built([piece for it in words for piece in paragraphs(it)])) == []


@pytest.mark.parametrize("form", on_paper(), ids=form_name)
def test_nothing_is_found_in_a_blank_form(form):
    assert findings(printed(blank_form(form, issue())).pdf) == []


@pytest.mark.parametrize("key", ["social_care", "parent_summary"])
def test_a_protected_copy_keeps_what_readers_need_and_lets_them_have_it(key):
    copy = PdfReader(
        io.BytesIO(protected(printed(content_of(key)).pdf, PASSPHRASE)), password=PASSPHRASE
    )
    allowed = copy.user_access_permissions
    assert allowed
    assert UserAccessPermissions.EXTRACT_TEXT_AND_GRAPHICS in allowed
    opened = io.BytesIO()
    PdfWriter(clone_from=copy).write(opened)
    assert findings(opened.getvalue()) == []


@pytest.mark.parametrize("lost", ["<pdfuaid:part>1</pdfuaid:part>", "dc:title"])
def test_what_is_missing_is_found(lost, monkeypatch):
    monkeypatch.setattr(structure, "_XMP", structure._XMP.replace(lost, ""))
    assert findings(render_document(content_of("social_care")).pdf) != []


def test_a_head_of_a_row_that_does_not_say_so_is_found(monkeypatch):
    element = structure.Structure.element
    monkeypatch.setattr(
        structure.Structure,
        "element",
        lambda self, kind, key, _scope="", *, leaf=False: element(self, kind, key, leaf=leaf),
    )
    rows = (Section("A", "Answers", (("Account", ("Told.",)), ("Place", ("Room 4",)))),)
    assert findings(render_document(msgspec.structs.replace(EVERYTHING, parts=rows)).pdf) != []
