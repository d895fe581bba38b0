"""What Today says in words. No name is among them: learners and parents may be in the room."""

import re
from collections.abc import Iterable
from datetime import datetime

import msgspec

from app.casework.drafts import AsideDraft, FormDraft, UnreadDraft
from app.casework.reading import DayList, Due
from app.domain import names
from app.domain.case.summary import Summary
from app.domain.kit.answers import Person
from app.domain.kit.moments import LONDON, day_of, write_day, write_long_day
from app.domain.kit.tone import Tone
from app.domain.kit.wording import lower


def due_heading(now: datetime) -> str:
    """Write the day as a heading, `Thursday 19 November`."""
    return write_long_day(day_of(now))


def counts_of(day: DayList, drafts: int) -> str:
    """Say in one sentence how much there is: `3 things are overdue, 4 due today, 2 drafts kept`."""
    overdue, today, _ = (len(due) + more for due, more in zip(day.due, day.more, strict=True))
    parts = [f"{overdue:,} {'thing is' if overdue == 1 else 'things are'} overdue"]
    if not overdue:
        parts = ["Nothing is overdue"]
    if today:
        parts.append(f"{today:,} due today")
    if drafts:
        parts.append(f"{drafts} draft{'s' * (drafts > 1)} kept")
    return ", ".join(parts) + ("." if len(parts) == 1 else "")


def chip_of(summary: Summary) -> tuple[str, Tone] | None:
    """Give the one status of an open case that presses, with its tone; None when nothing does."""
    if summary.refer_now:
        return "Refer now", Tone.RED
    if summary.signs_open:
        words = "sign" if summary.signs_open == 1 else "signs"
        return f"{summary.signs_open} {words} not answered", Tone.AMBER
    return None


def draft_line(typed: FormDraft, number: str, now: datetime) -> str:
    """Write a kept draft as `Draft: initial review meeting, 2026-0042, 10:22`."""
    what = lower(typed.form.title)
    if typed.correction:
        what = f"correction of {what}"
    return f"Draft: {what}, {number or 'new case'}, {_moment_of(typed.updated, now)}"


def aside_line(kept: AsideDraft, now: datetime) -> str:
    """Write what was typed outside of a case as `Draft: settings, not saved, 10:22`."""
    return f"Draft: {kept.page.lower()}, not saved, {_moment_of(kept.updated, now)}"


def unread_line(kept: UnreadDraft, number: str, now: datetime) -> str:
    """Write a draft that cannot be read as `Draft written by a newer version, 2026-0042, 10:22`."""
    when = _moment_of(kept.updated, now) if kept.updated else ""
    return ", ".join(filter(None, ("Draft written by a newer version", number, when)))


def _moment_of(at: datetime, now: datetime) -> str:
    days = (day_of(now) - day_of(at)).days
    if days == 0:
        return f"{at.astimezone(LONDON):%H:%M}"
    return "yesterday" if days == 1 else write_day(day_of(at))


def found_line(found: int, asked: str) -> str:
    """Say how many cases hold what was asked for."""
    if not found:
        return f"No case holds “{asked}”. Try a shorter word, or part of a number."
    return f"{found} case{' holds' if found == 1 else 's hold'} “{asked}”"


def unnamed(due: Due, people: Iterable[Person], *, typed: bool = True) -> Due:
    """Give the same thing due without anybody's name in it.

    What a user has `typed` may have names in any case. In the program's own sentences, which only
    quote a team or an answer, somebody called Will is not every “will”.
    """
    known = tuple(people)
    what, because = (
        without_names(text, known, any_case=typed) for text in (due.row.what, due.row.because)
    )
    return msgspec.structs.replace(
        due, row=msgspec.structs.replace(due.row, what=what, because=because)
    )


def wordless(due: Due) -> Due:
    """Give a thing due that is only counted, with nothing of what it says."""
    return msgspec.structs.replace(due, row=msgspec.structs.replace(due.row, what="", because=""))


def without_names(text: str, people: Iterable[Person], *, any_case: bool = True) -> str:
    """Put `(name)` in place of everybody in the case, whole or by one of their names."""
    said = dict.fromkeys(
        part
        for person in people
        for name in (person.name, person.known_as)
        for part in (name, *re.split(r"[\s,;/-]+", name))
        if len(part) > 1
    )
    out, done = [], 0
    for start, end in names.places(text, said):
        if any_case or text[start].isupper() or text[start:end] in said:
            out += [text[done:start], "(name)"]
            done = end
    return re.sub(r"\(name\)(?:[ -]\(name\))+", "(name)", "".join((*out, text[done:])))
