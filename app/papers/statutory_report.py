"""The statutory report to a service: an intimate image content report with its six statements.

The Act, its day and what is asked are dated data with their source
(`resources/statutory_report.toml`, after uk-guidance 4.3). The contact is the college's role
mailbox. The report never holds the child's name or details.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec

from app.domain.case.case import Case
from app.domain.forms.requests import RemovalRequested, Statement
from app.domain.forms.routes import RouteKind
from app.domain.kit.freshness import Seen
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import write_staff
from app.papers.agency_words import RequestWords
from app.papers.kind import PaperKind, Subject, entry_of
from app.papers.removal_pack import due, what_came
from app.papers.rows import Row
from app.paths import resources
from app.typesetting.content import Content, Issue, Part, Points, Prose, Section, Signatures
from app.typesetting.text import Quiet, Strong, Words

TITLE = "Intimate image content report"
NO_MAILBOX = Quiet("No mailbox is set. Fill in “Role mailbox” in Settings before it is issued")
"""Stands in a draft alone: without a mailbox the report is not issued."""


class Law(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The legal basis of the report and what it asks for, as checked on a day."""

    act: str
    in_force: date
    asked: str
    acting: str
    attached: str
    source: str
    standing: Seen
    checked_on: date

    def written(self, today: date) -> str:
        """Return the name of the Act, with the day since it is in force if that was verified."""
        said = self.standing is Seen.SEEN and self.in_force <= today
        return f"{self.act}, in force since {write_day(self.in_force)}" if said else self.act


@cache
def law() -> Law:
    """Return the law on the report that ships with the program."""
    text = (resources() / "statutory_report.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Law)


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each request that used the statutory route."""
    return tuple(
        Subject(words=f"{one.opened.service_name}, {write_time(one.opened.sent_at)}", entry=one.id)
        for one in case.requests.values()
        if one.opened.route is RouteKind.STATUTORY
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the report on one item: where it is, what is stated, and whom to contact."""
    words = RequestWords(case, entry_of(case, subject))
    today, sent = day_of(issue.at), words.said(RemovalRequested.sent_at)
    return Content(
        issue=issue,
        kind=TITLE,
        title=TITLE,
        under=f"{law().written(today)} · to {words.service}, {sent}",
        recipient=words.service,
        callout=tuple(_callout(words)),
        parts=tuple(_parts(words, issue)),
    )


def _callout(words: RequestWords) -> Iterator[Words]:
    yield (Strong("What we ask."), f" {law().asked}")
    if words.request.waiting:
        yield (Strong("Due."), f" {due(words.form)}, 48 hours after it was sent.")
    yield from what_came(words.request)


def _parts(words: RequestWords, issue: Issue) -> Iterator[Part]:
    yield Section("", "The content", tuple(_content(words)))
    yield Points("What this report states", words.stated)
    yield Section("", "Who reports", tuple(_who(words, issue)))
    if words.text:
        yield Prose("The report as it was sent", (words.text,))
    yield Signatures(
        (
            ("For the college", (("Name and role", write_staff(issue.author)),)),
            ("In good faith", (("Signature", ""),)),
            ("", (("Date and time", ""),)),
        )
    )


def _content(words: RequestWords) -> Iterator[Row]:
    yield "Where it is", (words.where or Quiet("Given in the report below"),)
    if words.form.category:
        yield "Category", (words.said(RemovalRequested.category),)
    if words.form.seen_at:
        yield "Seen there", (words.said(RemovalRequested.seen_at),)
    if words.reference:
        yield "Your reference", (words.reference,)
    yield "Attached", (law().attached,)


def _who(words: RequestWords, issue: Issue) -> Iterator[Row]:
    college = issue.college
    if Statement.SUBJECT in words.form.statements:
        yield "On whose behalf", (law().acting,)
    yield "Reporter", (", ".join(filter(None, (college.name, college.team, college.phone))),)
    yield "Please answer to", (college.mailbox or NO_MAILBOX,)


KIND = PaperKind(
    key="statutory_report",
    title="Statutory report to a service",
    audience=Audience.SERVICES,
    reader="The service",
    stage=Stage.CONTAINMENT,
    subjects=subjects,
    content=content,
    mailbox=True,
)
