"""The rows of Today: something due, an open case, a kept draft."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.casework.drafts import AsideDraft, FormDraft, UnreadDraft
from app.casework.reading import DayList, Due
from app.domain import names
from app.domain.case.requests import request_due
from app.domain.case.summary import Summary
from app.domain.kit.answers import Person, PersonKind
from app.domain.kit.moments import day_of, write_clock, write_day, write_long_day
from app.domain.kit.tone import Tone
from app.domain.kit.wording import lower
from app.ui.theme import tokens
from app.ui.widgets.parts import STEP, Chip, column, label, line, muted, named, plain
from app.ui.widgets.wrapped import WrappedWords


def due_heading(now: datetime) -> str:
    """Return the day as a heading, `Thursday 19 November`."""
    return write_long_day(day_of(now))


def counts_of(day: DayList, drafts: int) -> str:
    """Return one sentence with the counts: `3 things are overdue, 4 due today, 2 drafts kept`."""
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
    """Return the most urgent state of an open case, with its tone; None if nothing is urgent."""
    if summary.refer_now:
        return "Refer now", Tone.RED
    if summary.signs_open:
        words = "sign" if summary.signs_open == 1 else "signs"
        return f"{summary.signs_open} {words} not answered", Tone.AMBER
    return None


def draft_line(typed: FormDraft, number: str, now: datetime) -> str:
    """Describe a kept draft as `Draft: initial review meeting, 2026-0042, 10:22`."""
    what = lower(typed.form.title)
    if typed.correction:
        what = f"correction of {what}"
    return f"Draft: {what}, {number or 'new case'}, {_moment_of(typed.updated, now)}"


def aside_line(kept: AsideDraft, now: datetime) -> str:
    """Describe a draft outside a case as `Draft: settings, not saved, 10:22`."""
    return f"Draft: {kept.page.lower()}, not saved, {_moment_of(kept.updated, now)}"


def unread_line(kept: UnreadDraft, number: str, now: datetime) -> str:
    """Describe an unreadable draft as `Draft written by a newer version, 2026-0042, 10:22`."""
    when = _moment_of(kept.updated, now) if kept.updated else ""
    return ", ".join(filter(None, ("Draft written by a newer version", number, when)))


def _moment_of(at: datetime, now: datetime) -> str:
    days = (day_of(now) - day_of(at)).days
    if days == 0:
        return write_clock(at)
    return "yesterday" if days == 1 else write_day(day_of(at))


def found_line(found: int, asked: str) -> str:
    """Return a sentence saying how many cases contain what was searched for."""
    if not found:
        return f"No case holds “{asked}”. Try a shorter word, or part of a number."
    return f"{found} case{' holds' if found == 1 else 's hold'} “{asked}”"


def unnamed(due: Due, people: Iterable[Person], *, typed: bool = True) -> Due:
    """Return the same due row without anybody's name in it.

    Words a user has `typed` may contain names in any case. The program's own sentences only quote a
    team or an answer: there a person called Will does not match the verb “will”.
    """
    known = tuple(people)
    codes = codes_of(known)
    what, because = (
        without_names(text, known, any_case=typed, codes=codes)
        for text in (due.row.what, due.row.because)
    )
    return msgspec.structs.replace(
        due, row=msgspec.structs.replace(due.row, what=what, because=because)
    )


def wordless(due: Due) -> Due:
    """Return a due row that is only counted, without its words."""
    return msgspec.structs.replace(due, row=msgspec.structs.replace(due.row, what="", because=""))


_CODED = {
    PersonKind.LEARNER: "Learner",
    PersonKind.ELSEWHERE: "Learner",
    PersonKind.PARENT: "Parent",
    PersonKind.STAFF: "Member of staff",
    PersonKind.ADULT: "Adult",
    PersonKind.ACCOUNT: "Account",
}


def codes_of(people: Iterable[Person]) -> Mapping[str, str]:
    """Return `Learner 1`, `Parent 2` for the whole name of each, in the order of the case.

    The cover page for absence numbers learners and parents alike. Two people of one name have no
    code.
    """
    found: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    for person in people:
        if called := _CODED.get(person.kind):
            counts[called] += 1
            found.setdefault(names.key(person.name), []).append(f"{called} {counts[called]}")
    return {name: codes[0] for name, codes in found.items() if len(codes) == 1}


def without_names(
    text: str,
    people: Iterable[Person],
    *,
    any_case: bool = True,
    codes: Mapping[str, str] | None = None,
) -> str:
    """Replace the name of everybody in the case by their code, and any other part by `(name)`."""
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
            code = (codes or {}).get(names.key(text[start:end]), "(name)")
            out += [text[done:start], code]
            done = end
    return re.sub(r"\(name\)(?:[ -]\(name\))+", "(name)", "".join((*out, text[done:])))


WIDE_WHEN, NARROW_WHEN = 126, 92
NUMBER = 84


class DueWhen(QLabel):
    """The time something is due, in bold and in the colour of a token."""

    def __init__(self, text: str, tone: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._tone = tone
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        self._colour()

    def _colour(self) -> None:
        colour = QColor(getattr(tokens(), self._tone))
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)

    # Qt
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._colour()
        super().changeEvent(event)


class DueLine(QWidget):
    """One thing due: when, what and why, in which case, and the button that opens its form."""

    def __init__(self, due: Due, tone: str) -> None:
        super().__init__()
        self.when = DueWhen(due.when, tone)
        self.when.setFixedWidth(WIDE_WHEN)
        self.open = named(
            plain("Open"),
            f"open_{due.number}_{due.row.key}",
            f"Open case {due.number}: {due.row.what}, {due.when}",
        )
        number = label(due.number, "muted", wraps=False)
        number.setFixedWidth(NUMBER)
        words = column(
            WrappedWords(due.row.what), WrappedWords(due.row.because, "muted"), spacing=0
        )
        self.next_route: QPushButton | None = None
        self.ways = line(self.open)
        if due.overdue and request_due(due.row.which):
            self.next_route = named(
                plain("Next route"),
                f"next_route_{due.number}_{due.row.key}",
                f"Next route of removal in case {due.number}: {due.row.what}, {due.when}",
            )
            self.ways.addWidget(self.next_route)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(STEP)
        row.addWidget(self.when)
        row.addLayout(words, 1)
        row.addSpacing(STEP)
        row.addWidget(number)
        row.addSpacing(STEP)
        row.addLayout(self.ways)

    def narrow(self, *, yes: bool) -> None:
        """Give the words more space where the window is small."""
        self.when.setFixedWidth(NARROW_WHEN if yes else WIDE_WHEN)
        way = QBoxLayout.Direction
        self.ways.setDirection(way.TopToBottom if yes else way.RightToLeft)


class LineButton(QPushButton):
    """A row that is one button: it contains labels, and is as large as they need."""

    def __init__(self, row: QBoxLayout) -> None:
        super().__init__()
        self.setProperty("part", "suggestion")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row.setContentsMargins(STEP, 4, STEP, 4)
        self.setLayout(row)
        for inside in self.findChildren(QWidget):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    # Qt
    def sizeHint(self) -> QSize:
        inside = self.layout()
        return inside.sizeHint() if inside else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inside = self.layout()
        return inside.totalHeightForWidth(width) if inside else self.sizeHint().height()


def case_line(number: str, below: str, chip: tuple[str, Tone] | None) -> LineButton:
    """Return the row of a case: number above stage, and on the right a chip if it is urgent."""
    row = QHBoxLayout()
    row.setSpacing(STEP)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(number, wraps=False))
    words.addWidget(muted(below))
    row.addLayout(words, 1)
    if chip:
        row.addWidget(Chip(*chip), 0, Qt.AlignmentFlag.AlignVCenter)
    says = ", ".join((below, chip[0]) if chip else (below,))
    return named(LineButton(row), f"case_{number}", f"Open case {number}: {says}")


def text_line(text: str, name: str) -> LineButton:
    """Return a row of words that can be opened."""
    row = QHBoxLayout()
    row.addWidget(label(text))
    return named(LineButton(row), name, text)
