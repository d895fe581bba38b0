"""Compare a finished letter with its bare words on pages of the same library."""

import io
from html import escape

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from app.papers.kinds import kind_named
from app.typesetting.content import Content
from app.typesetting.document import render_document
from tests.papers.cases import PASSED_ON, read_case
from tests.papers.paper import issue


def letter() -> Content:
    """Return the content of the letter to social care of the first practice case."""
    case, kind = read_case(PASSED_ON), kind_named("social_care")
    return kind.content(case, kind.subjects(case)[0], issue())


def lines_of(pdf: bytes) -> tuple[str, ...]:
    """Return the lines that stand on the pages of a PDF."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return tuple(line for page in pages for line in page.extract_text().splitlines())


def bare(lines: tuple[str, ...]) -> bytes:
    """Return the same lines as paragraphs: no tags, tables, fonts, marks or well filled pages."""
    style, pdf = getSampleStyleSheet()["BodyText"], io.BytesIO()
    SimpleDocTemplate(pdf, pagesize=A4).build([Paragraph(escape(line), style) for line in lines])
    return pdf.getvalue()


def finished(content: Content) -> bytes:
    """Return the letter as it is issued."""
    return render_document(content).pdf
