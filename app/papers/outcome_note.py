"""The note on a police outcome 21 or 22: what was decided, and what it truthfully means.

The meaning of the outcomes is dated data with its source (`resources/outcomes.toml`, after
uk-guidance 1.12). The college never promises what a later check will show.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec

from app.domain.case.bodies import BodyReferral
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms.outcome import BodyAnswer, BodyOutcome
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.freshness import Seen
from app.domain.kit.moments import write_day
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.papers.case_words import CaseWords
from app.papers.kind import PaperKind, Subject
from app.papers.rows import Labels, Row, asked
from app.paths import resources
from app.typesetting.content import Content, Issue, Part, Section, Signatures, Table
from app.typesetting.text import Quiet, Strong, Words

TITLE = "Note on a police outcome"
READER = "The Designated Safeguarding Lead"


class OutcomeFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One fact, with its source and how well it is known."""

    text: str
    source: str
    standing: Seen


class OutcomeFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The facts about the outcomes, as checked on a day."""

    checked_on: date
    outcome_21: tuple[OutcomeFact, ...]
    outcome_22: tuple[OutcomeFact, ...]
    record: tuple[OutcomeFact, ...]
    checks: tuple[OutcomeFact, ...]


@cache
def facts() -> OutcomeFacts:
    """Return the facts about the outcomes that ship with the program."""
    text = (resources() / "outcomes.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), OutcomeFacts)


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each outcome 21 or 22 that the police reported to the college."""
    return tuple(
        Subject(words=f"{_body(case, form).opened.name}, {_code(form)}", entry=entry.root)
        for entry in case.current
        if isinstance(form := entry.form, BodyOutcome) and form.answer in _CODES
    )


_CODES = {BodyAnswer.OUTCOME_21: "Outcome 21", BodyAnswer.OUTCOME_22: "Outcome 22"}


def _code(form: BodyOutcome) -> str:
    return _CODES[form.answer]


def _body(case: Case, form: BodyOutcome) -> BodyReferral:
    (body,) = (one for one in case.body_referrals if one.id == form.referral)
    return body


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return what one outcome is, what it means, and what the learner was told."""
    (entry,) = (one for one in case.current if one.root == subject.entry)
    assert isinstance(entry.form, BodyOutcome)
    words = CaseWords(case, Audience.DSL)
    checked = write_day(facts().checked_on)
    return Content(
        issue=issue,
        kind=f"{TITLE}, case {case.number}",
        title=f"{TITLE}: {_code(entry.form)}",
        under=f"Case {case.number}. What the outcome means was checked on {checked}.",
        recipient=READER,
        callout=tuple(_callout(words, entry)),
        parts=tuple(_parts(words, entry, entry.form)),
    )


def _callout(words: CaseWords, entry: Entry) -> Iterator[Words]:
    yield (Strong("Decided by the police."), f" {words.answer(entry, BodyOutcome.answer)}.")
    said = next(one for one in reversed(facts().checks) if one.standing is Seen.SEEN)
    yield (Strong("Later checks."), f" {said.text}")


def _parts(words: CaseWords, entry: Entry, form: BodyOutcome) -> Iterator[Part]:
    body = _body(words.case, form)
    yield Section("", "What was decided", tuple(_decided(words, entry, body)))
    known = facts()
    means = known.outcome_21 if form.answer is BodyAnswer.OUTCOME_21 else known.outcome_22
    yield Section("", "What the learner was told", tuple(_told(words, entry)))
    columns = (("As known", 1.0), ("Source", 0.72))
    rows = tuple(
        ((fact.text,), (Quiet(fact.source),))
        for fact in (*means, *known.record, *known.checks)
        if fact.standing is Seen.SEEN
    )
    yield Table(f"What {_code(form)} means, and what may be said of DBS checks", columns, rows)
    lines = (("Put on record by", (("Signature", ""),)), ("", (("Name, role and date", ""),)))
    yield Signatures(lines)


def _decided(words: CaseWords, entry: Entry, body: BodyReferral) -> Iterator[Row]:
    yield "By", (body.opened.name,)
    yield from asked(words, entry, {BodyOutcome.for_whom: "For whom"})
    labels: Labels = {
        BodyOutcome.answer: "Outcome",
        BodyOutcome.decided_on: "Day of the outcome",
        BodyOutcome.why: "Their reason",
    }
    yield from asked(words, entry, labels)
    by = words.answer(entry, BodyOutcome.told_by)
    yield "Told to the college", (f"{words.answer(entry, BodyOutcome.at)}, by {by}",)
    yield "Log, crime numbers", (", ".join(body.numbers) or Quiet("None given yet"),)


def _told(words: CaseWords, entry: Entry) -> Iterator[Row]:
    form = entry.form
    assert isinstance(form, BodyOutcome)
    told: Labels = {BodyOutcome.checks_told: "Told honestly about checks"}
    yield from asked(words, entry, told)
    said = words.answer(entry, BodyOutcome.checks_said)
    open_ = Quiet("Still to be done: truthfully, as below, and never as a promise.")
    done = form.checks_told is YesNoUnknown.YES
    yield "Who said it, and how", (said if done else open_,)


KIND = PaperKind(
    key="outcome_note",
    title="Outcome 21 or 22 note",
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.POLICE,
    subjects=subjects,
    content=content,
)
