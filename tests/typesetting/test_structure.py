"""Every document is tagged: a screen reader reads all of it in order, and no furniture."""

import re
from functools import cache
from itertools import pairwise

from pypdf.generic import ArrayObject, ContentStream, PdfObject

from app.domain.forms.concern import ConcernReceived
from app.papers.blank_form import blank_form
from app.papers.kinds import KINDS, offers_for
from app.typesetting.content import (
    Content,
    Points,
    Prose,
    Section,
    Signatures,
    Table,
    WritingLines,
)
from tests.grids import in_each
from tests.papers.cases import CASES, read_case
from tests.papers.paper import issue, plain, printed, read, text_of

LONG = "The member of staff wrote it down within the hour. " * 40
EVERYTHING = Content(
    issue=issue(draft=True),
    kind="Sample",
    title="Everything",
    under="All parts",
    recipient="Nobody",
    address=("The Hub", "County Hall"),
    facts=(("Date", "19 Nov 2026"),),
    callout=("Why now.",),
    parts=(
        Section("A", "Answers", (("Account", (LONG, LONG)), ("Place", ("Room 4",)))),
        Prose("Text", (LONG, LONG)),
        Points("Points", ("First", "Second")),
        Table(
            "Rows",
            (("When", 80.0), ("What", 1.0)),
            tuple((("Monday",), (LONG,)) for _ in range(6)),
        ),
        WritingLines("By hand", ("Name", "Date")),
        Signatures((("Seen.", (("Signature", ""), ("Name", "R. Okafor"))),)),
    ),
)


NAMES = [*(kind.key for kind in KINDS), "everything", "blank form"]
each = in_each("name", NAMES)


def content_of(name):
    """The first document of a kind that some practice case has, or one that is made up."""
    for path in CASES:
        for it in offers_for(read_case(path)):
            if it.kind.key == name:
                return it.kind.content(read_case(path), it.subject, issue())
    return {"everything": EVERYTHING, "blank form": blank_form(ConcernReceived, issue())}[name]


@cache
def sample(name):
    return read(printed(content_of(name)).pdf)


def marks_of(page, reader):
    """The marks of a page in the order they are drawn: their element, number and text ops."""
    found, open_ = [], None
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"BDC":
            assert open_ is None, "a mark inside a mark"
            open_ = [operands[0], operands[1].get("/MCID"), 0]
        elif operator == b"EMC":
            found.append(open_)
            open_ = None
        elif operator in {b"Tj", b"TJ", b"'", b'"', b"S", b"f", b"f*", b"B"}:
            assert open_ is not None, f"{operator} outside of any mark"
            open_[2] += 1
    assert open_ is None
    return found


def elements(reader):
    """Every element below the root in reading order, with those above it."""

    def walk(node, above):
        node = node.get_object()
        if "/S" in node:
            yield node, above
            for kid in node["/K"]:
                yield from walk(kid, (*above, node["/S"]))

    yield from walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0], ())


def inked(reader):
    """Every mark the tree points to, in reading order, as (page, number)."""
    pages = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages)}
    for node, _ in elements(reader):
        for kid in map(PdfObject.get_object, node["/K"]):
            if kid.get("/Type") == "/MCR":
                yield pages[kid.raw_get("/Pg").idnum], kid["/MCID"]


@each
def test_all_ink_is_in_the_tree_once_or_is_furniture(name):
    reader = sample(name)
    drawn = [
        (at, mark)
        for at, page in enumerate(reader.pages)
        for tag, mark, _ in marks_of(page, reader)
        if tag != "/Artifact"
    ]
    assert len(set(drawn)) == len(drawn) > 5
    assert sorted(inked(reader)) == sorted(drawn)


@each
def test_the_parent_tree_leads_from_each_mark_to_the_element_that_has_it(name):
    reader = sample(name)
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for at, page in enumerate(reader.pages):
        assert page["/Tabs"] == "/S"
        above = parents[page["/StructParents"]].get_object()
        assert isinstance(above, ArrayObject)
        for tag, mark, _ in marks_of(page, reader):
            if tag == "/Artifact":
                continue
            kids = [kid.get_object() for kid in above[mark].get_object()["/K"]]
            mine = [kid for kid in kids if kid.get("/MCID") == mark]
            assert page.indirect_reference in [kid.raw_get("/Pg") for kid in mine], (at, mark)


@each
def test_every_element_knows_what_stands_above_it(name):
    for node, _ in elements(sample(name)):
        for kid in map(PdfObject.get_object, node["/K"]):
            if "/S" in kid:
                assert kid["/P"].get_object() is node.get_object()


@each
def test_there_is_one_title_and_no_heading_skips_a_level(name):
    levels = [int(node["/S"][2:]) for node, _ in elements(sample(name)) if node["/S"][1:2] == "H"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


INSIDE = {
    "/TR": {"/Table"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/LI": {"/L"},
    "/Lbl": {"/LI"},
    "/LBody": {"/LI"},
}
KINDS_OF_ELEMENT = {"/Document", "/H1", "/H2", "/P", "/Div", "/L", "/Table", *INSIDE}


@each
def test_rows_cells_and_points_stand_where_they_belong(name):
    for node, above in elements(sample(name)):
        assert node["/S"] in KINDS_OF_ELEMENT
        assert node["/S"] not in INSIDE or above[-1] in INSIDE[node["/S"]]


@each
def test_every_table_has_heads_that_say_what_they_are_heads_of(name):
    for node, _ in elements(sample(name)):
        if node["/S"] != "/Table":
            continue
        rows = [row.get_object() for row in node["/K"]]
        cells = [[cell.get_object() for cell in row["/K"]] for row in rows]
        heads = [cell for row in cells for cell in row if cell["/S"] == "/TH"]
        assert heads
        assert {head["/A"]["/Scope"] for head in heads} <= {"/Row", "/Column"}
        assert len({len(row) for row in cells}) == 1


@each
def test_furniture_and_what_a_page_says_again_is_no_part_of_the_text(name):
    reader = sample(name)
    for page in reader.pages:
        assert "/Artifact" in {tag for tag, *_ in marks_of(page, reader)}
    kinds = [node["/S"] for node, _ in elements(reader)]
    heads = [head for head in outline(reader) if head]
    assert len(heads) == kinds.count("/H1") + kinds.count("/H2")


def outline(reader):
    def flat(entries):
        for entry in entries:
            yield from flat(entry) if isinstance(entry, list) else [entry]

    return list(flat(reader.outline))


@each
def test_the_outline_leads_to_the_page_where_each_heading_stands(name):
    reader, pages = sample(name), text_of(printed(content_of(name)).pdf)
    heads = outline(reader)
    assert heads
    for head in heads:
        page = pages[reader.get_destination_page_number(head)]
        assert plain(re.sub(r"^[A-Z] ", "", head.title)) in plain(page)


@each
def test_the_file_says_its_language_and_shows_its_name(name):
    root = sample(name).trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    number = "Blank form, version 2 of" if name == "blank form" else "2026-0042-D1"
    assert f"Example College {number}" in root["/Metadata"].get_data().decode()


@each
def test_no_element_is_empty_but_a_cell_to_write_in(name):
    for node, _ in elements(sample(name)):
        assert node["/K"] or node["/S"] in {"/TD", "/TH"}


@each
def test_words_of_one_element_do_not_run_together(name):
    reader = sample(name)
    ends = [ends_of_marks(page, reader) for page in reader.pages]
    pages = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages)}
    for node, _ in elements(reader):
        kids = [kid.get_object() for kid in node["/K"]]
        marks = [(kid.raw_get("/Pg").idnum, kid["/MCID"]) for kid in kids if "/MCID" in kid]
        for page, mark in marks[:-1]:
            assert ends[pages[page]][mark].endswith(b" "), (page, mark)


def ends_of_marks(page, reader):
    """The last words written in each mark of a page, as they are coded."""
    mark, ends = None, {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"BDC":
            mark = operands[1].get("/MCID")
        elif operator == b"Tj":
            ends[mark] = operands[0].original_bytes
    return ends


def test_a_paragraph_parted_by_a_page_is_one_paragraph_to_the_ear():
    reader = sample("everything")
    over_two = [
        node
        for node, _ in elements(reader)
        if len(
            {
                kid.get_object().raw_get("/Pg").idnum
                for kid in node["/K"]
                if kid.get_object().get("/Type") == "/MCR"
            }
        )
        > 1
    ]
    assert {"/P"} == {node["/S"] for node in over_two}
