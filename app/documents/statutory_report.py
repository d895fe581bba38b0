"""The statutory report to a service: an intimate image content report with its six statements.

Source: Online Safety Act 2023, sections 10(3A)-(3B) and 20A, in force since 29 June 2026. Contact
is the college's role mailbox; the child's name or details stand nowhere in it.
"""

from collections.abc import Iterator

from app.documents.content import Content, Issue, Part, Points, Prose, Section, Signatures
from app.documents.kind import Kind, Subject, entry_of
from app.documents.removal_pack import due
from app.documents.request_words import RequestWords
from app.documents.text import Quiet, Strong, Words
from app.domain.case import Case
from app.domain.moments import day_of, write_day, write_time
from app.domain.record import Audience
from app.domain.routes import RouteKind
from app.domain.stage import Stage
from app.domain.stages.requests import STATED
from app.domain.wording import write_staff

TITLE = "Intimate image content report"
ACT = "Online Safety Act 2023, section 20A"
ACTING = "The college acts for the person shown, who is not named here"
ASKED = (
    " Take down the content named below, and what is substantially the same, as soon as you "
    "reasonably can and within 48 hours of receiving this report."
)
NO_MAILBOX = Quiet("The college has set no mailbox up yet")


def subjects(case: Case) -> tuple[Subject, ...]:
    """Give each request that was made by the statutory route."""
    return tuple(
        Subject(words=f"{one.opened.service_name}, {write_time(one.opened.sent_at)}", entry=one.id)
        for one in case.requests.values()
        if one.opened.route is RouteKind.STATUTORY
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Give the report on one item: where it is, what is stated, and who can be reached."""
    words = RequestWords(case, entry_of(case, subject))
    return Content(
        issue=issue,
        kind=TITLE,
        title=TITLE,
        under=f"{ACT} · to {words.service}, {write_day(day_of(issue.at))}",
        recipient=words.service,
        callout=tuple(_callout(words)),
        parts=tuple(_parts(words, issue)),
    )


def _callout(words: RequestWords) -> Iterator[Words]:
    yield (Strong("What we ask."), ASKED)
    yield (
        Strong("Due."),
        f" {due(words.form)}, counted from {words.said('sent_at')}, when it was sent.",
    )


def _parts(words: RequestWords, issue: Issue) -> Iterator[Part]:
    yield Section("", "The content", tuple(_content(words)))
    yield Points("What this report states", tuple(STATED[one] for one in words.form.statements))
    yield Section("", "Who reports", tuple(_who(issue)))
    if words.text:
        yield Prose("The report as it was sent", (words.text,))
    yield Signatures(
        (
            ("For the college", (("Name and role", write_staff(issue.author)),)),
            ("In good faith", (("Signature", ""),)),
            ("", (("Date and time", ""),)),
        )
    )


def _content(words: RequestWords) -> Iterator[tuple[str, tuple[Words, ...]]]:
    yield "Where it is", (words.where or Quiet("Given in the report below"),)
    if words.form.category:
        yield "Category", (words.said("category"),)
    if words.form.seen_at:
        yield "Seen there", (words.said("seen_at"),)
    if words.form.reference:
        yield "Your reference", (words.said("reference"),)
    yield "Attached", ("Nothing. We hold no copy and have not looked at it.",)


def _who(issue: Issue) -> Iterator[tuple[str, tuple[Words, ...]]]:
    college = issue.college
    yield "Authority", (f"{ACTING}.",)
    yield "Reporter", (", ".join(filter(None, (college.name, college.team, college.phone))),)
    yield "Please answer to", (college.mailbox or NO_MAILBOX,)


KIND = Kind(
    key="statutory_report",
    title="Statutory report to a service",
    audience=Audience.SERVICES,
    reader="The service",
    stage=Stage.CONTAINMENT,
    subjects=subjects,
    content=content,
)
