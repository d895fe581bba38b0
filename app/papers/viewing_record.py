"""The record of a viewing: its ground, who agreed, who was there, and their signatures.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), viewing imagery: record who was present,
why, and what followed; those who were there sign it.
"""

from collections.abc import Iterator, Mapping

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms.viewing import ViewingAsked, ViewingGround, ViewingRecorded
from app.domain.kit.answers import StaffMember, YesNoUnknown
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.staff import surely_same
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lower, write_staff
from app.papers.case_words import NOT_RECORDED, CaseWords
from app.papers.kind import PaperKind, Subject, entry_of, one_for_each
from app.papers.rows import Labels, happened
from app.typesetting.content import Content, Issue, Lines, Section, Signatures
from app.typesetting.text import Quiet, Strong, Words

TITLE = "Record of viewing"
READER = "The Designated Safeguarding Lead"
NOBODY = "No other member of staff was there"
SOMEBODY = "Somebody else was there; who it was is not recorded"
NOT_ASKED = Quiet("It came about without anyone choosing to look, so nobody could agree before")
_COPIED = "Was anything copied, printed, sent, saved or photographed?"
DECLARED = "I copied, printed, sent, saved and photographed nothing."
"""Signed by whoever saw it, if they answered that nothing was copied."""

_SECTIONS: Mapping[str, Labels] = {
    "Why": {ViewingRecorded.why: "Reason"},
    "Agreement and people": {
        ViewingRecorded.agreed_by: "Agreed before by",
        ViewingRecorded.agreed_at: "When it was agreed",
        ViewingRecorded.viewed_by: "Who saw it",
        ViewingRecorded.second: "Second person there",
        ViewingRecorded.same_sex: "Viewer of the same sex as the young person",
        ViewingRecorded.same_sex_why: "Reason, where not",
    },
    "The viewing": {
        ViewingRecorded.began_at: "Began and ended",
        ViewingRecorded.place: "Where",
        ViewingRecorded.device: "On which device, whose it is",
        ViewingRecorded.copied: "Anything copied, printed, sent, saved or photographed",
        ViewingRecorded.copied_advice: "Advice of the police",
    },
    "Afterwards": {
        ViewingRecorded.welfare: "Support for those who saw it",
        ViewingRecorded.followed: "What followed",
    },
}
"""The questions of the form, with their labels on paper. The ground is in the callout, and the end
is next to the beginning."""
_LEFT_OUT = (ViewingRecorded.same_sex_why, ViewingRecorded.copied_advice)
"""Printed only if answered: each explains the answer above it."""
_ALONE: Mapping[YesNoUnknown | None, str] = {YesNoUnknown.YES: NOBODY, YesNoUnknown.NO: SOMEBODY}


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return everything recorded about one viewing, for those who were there to sign."""
    entry = entry_of(case, subject)
    assert isinstance(entry.form, ViewingRecorded)
    words = CaseWords(case, Audience.DSL)
    sections = tuple(
        Section("", heading, tuple(_rows(words, entry, entry.form, labels)))
        for heading, labels in _SECTIONS.items()
    )
    return Content(
        issue=issue,
        kind=f"{TITLE}, case {case.number}",
        title=TITLE,
        under=f"Case {case.number} · viewing of {write_time(entry.form.began_at)}",
        recipient=READER,
        callout=_callout(entry.form),
        parts=(*sections, Signatures(tuple(_signing(entry.form)))),
    )


def _callout(form: ViewingRecorded) -> tuple[Words, ...]:
    no = form.copied is YesNoUnknown.NO
    copied = () if no else ((Strong(_COPIED), f" {form.copied.label}."),)
    return ((Strong("Ground."), f" {ground_of(form)}."), *copied)


def ground_of(form: ViewingRecorded) -> str:
    """Return why it was seen: how it came about where nobody chose to look, as far as recorded."""
    if form.ground is not ViewingGround.UNAVOIDABLE:
        return form.ground.label
    return (
        f"Nobody chose to look: {lower(form.came.label)}" if form.came else "Nobody chose to look"
    )


def seen_as_asked(words: CaseWords) -> Iterator[Words]:
    """Yield when and how staff saw it, as they said: of nobody whose viewing has its own record."""
    recorded = [form.viewed_by for form in words.case.all_of(ViewingRecorded)]
    for entry in words.each(ViewingAsked):
        for row in words.rows(entry, ViewingAsked.staff):
            once = not any(surely_same(row.who, one) for one in recorded)
            if row.seen is YesNoUnknown.YES and once:
                said = words.hide.over(f"{row.who.name}, {row.who.role}: {row.how}")
                yield (Quiet(f"{write_time(happened(entry))}: "), said)


def _rows(
    words: CaseWords, entry: Entry, form: ViewingRecorded, labels: Labels
) -> Iterator[tuple[str, tuple[Words, ...]]]:
    unplanned = form.ground is ViewingGround.UNAVOIDABLE
    for question, label in labels.items():
        answer = words.answer(entry, question)
        if isinstance(answer, Quiet) and question in _LEFT_OUT:
            continue
        if question is ViewingRecorded.agreed_by and unplanned:
            answer = NOT_ASKED
        if question is ViewingRecorded.agreed_at and unplanned:
            continue
        if question is ViewingRecorded.second and form.second is None:
            answer = _ALONE.get(form.alone, NOT_RECORDED)
        if question is ViewingRecorded.began_at:
            answer = f"{answer} to {_end(form)}"
        yield label, (answer,)


def _end(form: ViewingRecorded) -> str:
    """Return when it ended: only the time, if it ended on the day it began."""
    day, began = (day_of(moment.at) for moment in (form.ended_at, form.began_at))
    ended = write_time(form.ended_at)
    return ended.removeprefix(f"{write_day(day)}, ") if day == began else ended


def _signing(form: ViewingRecorded) -> Iterator[tuple[str, Lines]]:
    declared = f" {DECLARED}" if form.copied is YesNoUnknown.NO else ""
    yield f"What is written here is true.{declared}", _lines("Who saw it", form.viewed_by)
    if form.second:
        yield "I was in the room the whole time.", _lines("Second person", form.second)
    if form.ground is ViewingGround.UNAVOIDABLE:
        yield "I was told of it afterwards.", _lines("Principal or member of SMT", None)
    else:
        yield "I agreed to it before it began.", _lines("Who agreed", form.agreed_by)


def _lines(role: str, who: StaffMember | None) -> Lines:
    name = write_staff(who) if who else ""
    return ((f"{role}: name and role", name), ("Signature", ""), ("Date and time", ""))


def _called(_case: Case, entry: Entry) -> str:
    assert isinstance(entry.form, ViewingRecorded)
    return f"Viewing of {write_time(entry.form.began_at)}"


KIND = PaperKind(
    key="viewing_record",
    title=TITLE,
    audience=Audience.DSL,
    reader=READER,
    stage=Stage.IMAGERY,
    subjects=one_for_each(ViewingRecorded, _called),
    content=content,
)
