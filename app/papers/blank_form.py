"""Blank paper forms, made from the declaration of a form, for days without the laptop.

A new question of a form appears on its paper too. It holds nothing of a case, so it has no number.
"""

from collections.abc import Iterator

from app.domain.kit.answers import AnswerKind, PersonKind
from app.domain.kit.form import Condition, Form, FormType, Question, intro_of, questions_of
from app.typesetting.content import Content, Issue, Part, Signatures
from app.typesetting.document import Document, render_document
from app.typesetting.text import Strong
from app.typesetting.writing import AnswerSpace, AnswerSpaces, EmptyTable

KEEP = (
    "Write what you were told; nobody looks at imagery, and none is attached. Keep this paper "
    "locked away, and copy it into the casebook as soon as you can."
)
MARKING = "OFFICIAL-SENSITIVE once filled in"
READER = "Whoever fills it in"
_LONG_ANSWERS = (AnswerKind.WORDS, AnswerKind.EXACT_WORDS)
_ROOM = (3, 4, 6, 8)
"""The lines of a long answer and rows of a table that are tried, as many as its sheets hold."""
_HINTS = {
    AnswerKind.MOMENT: "Day, month, year and time",
    AnswerKind.DAY: "Day, month, year",
    AnswerKind.STAFF: "Name and role",
    AnswerKind.DURATION: "Minutes",
    AnswerKind.MONEY: "Amount and currency",
    AnswerKind.EXACT_WORDS: "Word for word",
    AnswerKind.SEVERAL_OF: "Tick all that apply",
}
_IN_A_COLUMN = frozenset(
    {
        AnswerKind.LINE,
        AnswerKind.INERT,
        AnswerKind.DAY,
        AnswerKind.MONEY,
        AnswerKind.STAFF,
        AnswerKind.PERSON,
        AnswerKind.ENTRY,
        AnswerKind.SERVICE,
    }
)
_MOST_COLUMNS = 4
_LONG = 64
"""A question with more characters is printed above its line, not at its left."""
_VERY_LONG = 96
"""A question with more characters is printed above its boxes."""
_TIMES = ("First", "Second")
_PEOPLE = ("Name", "Who they are", "Date of birth", "Part in it")


def blank_on_pages(form: type[Form], issue: Issue) -> Document:
    """Render the blank paper of one form. It takes tenths of a second: use a worker thread.

    Long answers get as much room as possible without more sheets than the least room needs.
    """
    made = render_document(blank_form(form, issue, _ROOM[0]))
    for lines in _ROOM[1:]:
        roomier = render_document(blank_form(form, issue, lines))
        if roomier.pages > made.pages:
            break
        made = roomier
    return made


def blank_form(form: type[Form], issue: Issue, most: int = _ROOM[0]) -> Content:
    """Return the blank paper of one form, with at most `most` lines for a long answer.

    Only the college of the issue is printed.
    """
    return Content(
        issue=issue,
        kind="Blank form",
        title=form.title,
        under=intro_of(form),
        recipient=READER,
        callout=((Strong("By hand."), f" {KEEP}"),),
        parts=(*_groups(form, most), Signatures(_SIGNED)),
        marking=MARKING,
        blank=f"Blank form, version {form.version} of {form.title}",
    )


_SIGNED = (
    ("", (("Filled in by: name and role", ""),)),
    ("", (("Signature", ""),)),
    ("", (("Day and time", ""),)),
)
_WHICH = AnswerSpace("Case number", "If it has one already.")


def _groups(form: type[Form], most: int) -> Iterator[AnswerSpaces]:
    """Yield the questions in order, as one group for each section of the form."""
    heading, rooms = "", list[Part]([_WHICH])
    for question in questions_of(form):
        if question.ask.section:
            yield AnswerSpaces(heading, tuple(rooms))
            rooms = []
        heading = question.ask.section or heading
        rooms += _rooms(form, question, most)
    yield AnswerSpaces(heading, tuple(rooms), last=True)


def _rooms(form: FormType, question: Question, most: int, lead: str = "") -> Iterator[Part]:
    """Yield the space for one answer. Rows become a table, or are asked for several times."""
    label = f"{lead}{_when(form, question)}{question.ask.label}"
    if question.row:
        yield from _table(question, label, most)
        return
    if question.kind is AnswerKind.PEOPLE:
        kinds = ", ".join(kind.label.lower() for kind in PersonKind)
        # The help text is about finding a name on screen, so it is left out on paper.
        yield EmptyTable(label, f"Who they are: {kinds}.", _PEOPLE, most)
        return
    written = most if question.kind in _LONG_ANSWERS else 0
    yield AnswerSpace(
        label=label,
        hint=_hint(question),
        lines=written or (0 if question.choices else 1),
        boxes=tuple(choice.label for choice in question.choices),
        wide=bool(written) or len(label) > (_VERY_LONG if question.choices else _LONG),
        inner=bool(question.ask.shown_if),
    )


def _table(question: Question, label: str, most: int) -> Iterator[Part]:
    assert question.row
    columns = questions_of(question.row)
    if len(columns) <= _MOST_COLUMNS and all(one.kind in _IN_A_COLUMN for one in columns):
        heads = tuple(one.ask.label for one in columns)
        yield EmptyTable(label, _hint(question), heads, most)
        return
    yield AnswerSpace(label, _hint(question, "More of them on a further sheet"), lines=0, wide=True)
    for time in _TIMES:
        for at, one in enumerate(columns):
            yield from _rooms(question.row, one, most, "" if at else f"{time}: ")


def _hint(question: Question, more: str = "") -> str:
    kind = _HINTS.get(question.kind, "")
    help_ = "" if question.ask.unseen else question.ask.help
    said = (help_, "" if kind.lower() in question.ask.label.lower() else kind, more)
    return " ".join(part if part.endswith(".") else f"{part}." for part in said if part)


def _when(form: FormType, question: Question) -> str:
    """Return the condition of a question, such as `If yes: `; "" if it is always asked."""
    condition = question.ask.shown_if
    if condition is None:
        return ""
    if type(condition) is not Condition:
        return "If so: "
    asked = {one.name: one for one in questions_of(form)}
    on = asked[condition.name]
    answers = _answers(on, condition)
    return f"If {answers}: " if _just_before(form, question, on) else _named(on, answers)


def _answers(on: Question, condition: Condition) -> str:
    """Return the answers a question depends on: `yes`, `no or not known`, `“Given back”`."""
    labels = [_brief(one.label) for one in on.choices if one.value in condition.values]
    others = [_brief(one.label) for one in on.choices if one.value not in condition.values]
    if on.kind is AnswerKind.YES_NO_UNKNOWN:
        return " or ".join(label.lower() for label in labels)
    if labels and len(others) == 1 and len(labels) > 1:
        return f"anything but “{others[0]}”"
    *first, last = (f"“{label}”" for label in labels) if labels else ("so",)
    return " or ".join(filter(None, (", ".join(first), last)))


def _brief(label: str) -> str:
    """Return the label of an answer up to its colon, without the explanation."""
    return label.partition(":")[0]


def _named(on: Question, answers: str) -> str:
    about = on.ask.label.rstrip("?")
    if on.kind is AnswerKind.YES_NO_UNKNOWN:
        return f"If {answers} to “{about}”: "
    return f"If “{about}” is {'answered' if answers == 'so' else answers}: "


def _just_before(form: FormType, question: Question, on: Question) -> bool:
    """Return whether all questions between the two depend on the same question."""
    names = [one.name for one in questions_of(form)]
    between = questions_of(form)[names.index(on.name) + 1 : names.index(question.name)]
    return all(one.ask.shown_if and one.ask.shown_if.name == on.name for one in between)
