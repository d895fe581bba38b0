"""The layout of one entry on paper: short answers are joined, long ones are on their own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.disclosure.audience import Paragraph
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.kit.answers import AnswerKind, YesNoUnknown
from app.domain.kit.form import questions_of
from app.domain.kit.moments import write_time
from app.domain.kit.wording import labels_in_one_line
from app.papers.rows import Row
from app.typesetting.text import Quiet, Strong, Words

RUNS_ON = 60
"""An answer of at most this many characters is joined with other short ones."""
SMALL = 700
"""An entry of at most this many characters, with labels, is one row among others."""
MANY = 3
"""From this many answers of yes, no or not known on, questions are grouped by answer."""
WHY = "_why"
"""The end of the name of a question for a reason, after the name of the question it explains."""
_TOLD = (AnswerKind.WORDS, AnswerKind.EXACT_WORDS)
BETWEEN = Quiet(" · ")


class PrintedAnswer(NamedTuple):
    """One answer with its label. A `short` one may be joined with others."""

    label: str
    words: Words
    short: bool = False

    @property
    def run_on(self) -> tuple[str, ...]:
        """Label and answer as one text."""
        words = (self.words,) if isinstance(self.words, str) else self.words
        asked = self.label.endswith("?")
        return (Quiet(f"{self.label} " if asked else f"{self.label}: "), *words)


class EntryWords:
    """The readable answers of one entry, in an order that is quick to read.

    A reason is next to its answer. Questions answered yes, no or not known are grouped. No answer
    is left out, except the moment that is in the heading.
    """

    def __init__(self, entry: Entry, said: Sequence[Paragraph]) -> None:
        self.item = entry
        told = {one.name: one for one in said if one.name != entry.written.happened_in}
        self.size = sum(len(one.label) + len(one.words) for one in told.values())
        plain = [one for one in told.values() if _is_plain(one)]
        reasons = {one.name: told[why] for one in plain if (why := f"{one.name}{WHY}") in told}
        bare = [one for one in plain if one.name not in reasons]
        self._gathered = bare if len(bare) >= MANY else []
        apart = {one.name for one in (*self._gathered, *reasons.values())}
        answers = [_told(it, reasons.get(it.name)) for it in told.values() if it.name not in apart]
        self._short = [one for one in answers if one.short]
        self._long = [one for one in answers if not one.short]

    @property
    def small(self) -> bool:
        """Whether it is short enough for one row among others."""
        return self.size <= SMALL

    def rows(self) -> Iterator[Row]:
        """Yield the entry as rows of labels and answers."""
        if len(self._short) > 1:
            yield "In short", (_run_on(self._short),)
        elif self._short:
            yield self._short[0].label, (self._short[0].words,)
        for one in self._long:
            yield one.label, (one.words,)
        if self._gathered:
            yield "Answered", tuple(self._answered())

    def lines(self) -> tuple[tuple[str, ...], ...]:
        """Return the entry as lines, each with its label first."""
        facts = (_run_on(self._short),) if self._short else ()
        return (*facts, *(one.run_on for one in self._long), *self._answered())

    def _answered(self) -> Iterator[tuple[str, ...]]:
        for answer in YesNoUnknown:
            labels = [one.label for one in self._gathered if one.words == answer.label]
            if labels:
                yield (Strong(f"{answer.label}: "), labels_in_one_line(labels))


def _is_plain(paragraph: Paragraph) -> bool:
    """Return whether its question asks for yes, no or not known: typed words may look alike."""
    asked = {question.name: question.kind for question in questions_of(paragraph.form)}
    return asked.get(paragraph.name) is AnswerKind.YES_NO_UNKNOWN


def entries_said(said: Sequence[Paragraph]) -> dict[str, list[Paragraph]]:
    """Return paragraphs grouped by the id of the entry they belong to."""
    entries: dict[str, list[Paragraph]] = {}
    for one in said:
        entries.setdefault(one.root, []).append(one)
    return entries


def recorded(entry: Entry) -> str:
    """Return when an entry was recorded, and by whom."""
    return f"{write_time(entry.sealed.recorded)}, by {by_whom(entry)}"


def by_whom(entry: Entry) -> str:
    """Return who recorded an entry, with their role."""
    return f"{entry.sealed.author.name}, {entry.sealed.author.role}"


def usual_author(case: Case) -> str:
    """Return who recorded most entries of a case, with their role."""
    return Counter(map(by_whom, case.current)).most_common(1)[0][0]


def versions_of(case: Case, entry: Entry) -> tuple[Entry, ...]:
    """Return an entry as it was first sealed, then each of its corrections."""
    return tuple(one for one in case.entries if one.root == entry.root)


def _told(one: Paragraph, why: Paragraph | None) -> PrintedAnswer:
    if why:
        return PrintedAnswer(one.label, (Strong(f"{one.words}."), f" {why.words}"))
    kind = next(q for q in questions_of(one.form) if q.name == one.name).kind
    told = kind in _TOLD or "\n" in one.words or len(one.words) > RUNS_ON
    return PrintedAnswer(one.label, one.words, not told)


def _run_on(told: Sequence[PrintedAnswer]) -> tuple[str, ...]:
    words: list[str] = []
    for one in told:
        words += [BETWEEN] * bool(words)
        words += one.run_on
    return tuple(words)
