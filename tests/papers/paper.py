"""Building small documents and reading them back."""

import io
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise

import msgspec
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from app.domain.case.summary import DueRow
from app.domain.kit.answers import StaffMember
from app.domain.kit.words import check_words
from app.papers.kinds import kind_named
from app.typesetting import typeface
from app.typesetting.content import Help, Issue, Supplement
from app.typesetting.document import render_document
from app.typesetting.page import Furniture, Sender, build
from app.typesetting.text import text

COLLEGE = Sender(
    name="Example College",
    team="Safeguarding Team",
    address="1 College Way, Exampleton EX1 1EX",
    phone="01632 960 001",
)
ISSUED = datetime(2026, 11, 19, 10, 50, tzinfo=UTC)


def paragraphs(words, style=typeface.BODY):
    """Make running text of whatever somebody wrote."""
    return list(text(words, style))


HEAD = "8f3a21c70b4419de77a0" + "0" * 44


SUPPLEMENT = Supplement(
    help=(
        Help(name="Police: danger now", purpose="Danger now", number="999", hours="Any time"),
        Help(name="Childline", purpose="Anyone under 19", number="0800 1111", hours="Any time"),
        Help(name="A safety centre", purpose="Report abuse online", address="safety.example"),
    ),
    do=("Tell the Safeguarding Team at once.", "Listen."),
    do_not=("Do not look at it.", "Do not promise to keep it secret."),
    checked="Guidance. Checked 22 Nov 2026.",
    due=(
        DueRow(
            key="call:1",
            what="Phone the referral through",
            because="Nobody has been told yet",
            due=ISSUED - timedelta(hours=2),
            stage="referral_call",
        ),
    ),
)
"""What a document may say besides the record."""


def issue(**changes):
    """The circumstances of an issue by the DSL of the invented college."""
    usual = {
        "college": COLLEGE,
        "number": "2026-0042-D1",
        "at": ISSUED,
        "record_head": HEAD,
        "author": StaffMember("R. Okafor", "Designated Safeguarding Lead"),
        "edition": "Working Together 2026",
        "supplement": SUPPLEMENT,
    }
    return Issue(**(usual | changes))


def furniture(**changes):
    usual = {
        "college": COLLEGE,
        "title": "Referral of Ava Stone",
        "number": "2026-0042-R1",
        "kind": "Referral to children’s social care",
        "recipient": "Exampleshire MASH",
        "check_words": check_words(bytes(range(32))),
        "record_head": HEAD,
        "issued": ISSUED,
    }
    return Furniture(**(usual | changes))


def built(story, **changes):
    return build(furniture(**changes), story).pdf


def read(pdf):
    return PdfReader(io.BytesIO(pdf))


def plain(text):
    """Text as it can be compared after a journey over paper: without any spacing."""
    return "".join(text.replace("\u00a0", " ").split())


printed = cache(render_document)
"""Set a document on pages once, for all the tests that look at it."""


HYPHEN_AT_END = "\ufffe"
"""What PDFium reads where a line ends with a hyphen."""


@cache
def text_of(pdf):
    """The text of each page, read once, by the reader that is quick at it."""
    with closing(PdfDocument(pdf)) as document:
        return tuple(
            page.get_textpage().get_text_range().replace(HYPHEN_AT_END, "-") for page in document
        )


@cache
def words_on(pdf):
    return plain("".join(text_of(pdf)))


def stands_on(pages, words):
    """Whether words stand on a page, or begin at the end of one and go on on the next."""
    return any(words in page for page in pages) or any(
        words[:at] in page and words[at:] in following
        for page, following in pairwise(pages)
        for at in range(1, len(words))
    )


def flat(words):
    """One text of a content as it is read, whichever runs it is set in."""
    return "".join(words)


def lines(part):
    """Every text of a paper in the order of the page, each label and each answer by itself."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple) and part and all(isinstance(one, str) for one in part):
        yield flat(part)
    elif isinstance(part, tuple):
        for one in part:
            yield from lines(one)
    elif isinstance(part, msgspec.Struct):
        yield from lines(msgspec.structs.astuple(part))


def answers_in(sections):
    """What sections of a content say, by their labels."""
    return {label: "\n".join(map(flat, said)) for one in sections for label, said in one.rows}


def words_of(document):
    """The words of a document in one line, as they are read."""
    return " ".join(" ".join(text_of(document.pdf)).split())


def papers(case, key, **changes):
    """Every document of one kind, by the id of its reader."""
    kind = kind_named(key)
    return {
        subject.reader: printed(kind.content(case, subject, issue(**changes)))
        for subject in kind.subjects(case)
    }


def objects_in(pdf):
    """Every dictionary of the file, streams included."""
    reader = read(pdf)
    for number in range(1, len(reader.xref[0]) + 1):
        found = reader.get_object(number)
        if isinstance(found, dict):
            yield found
