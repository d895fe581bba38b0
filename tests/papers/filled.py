"""Every free text of every form, filled in: an entry for each, with a word that is nowhere else."""

from itertools import count

from app.domain.forms.asked import LearnerAsFamily
from app.domain.kit.answers import AnswerKind, Involved, Money, Role
from app.domain.kit.form import questions_of
from tests.casefold import AVA, DSL, NOW, concern_case
from tests.domain.people_of_two import AT, PARENTS

TYPED = {
    AnswerKind.LINE,
    AnswerKind.WORDS,
    AnswerKind.EXACT_WORDS,
    AnswerKind.INERT,
    AnswerKind.SERVICE,
}
NAMES = {"name", "known_as", "group"}
"""Questions whose answers say what somebody is called: nothing that is told of them."""


def texts_of(form):
    """Yield the path of every free text of a form: its question, or that and one of its rows'."""
    for question in questions_of(form):
        if question.kind in TYPED and question.name not in NAMES:
            yield (question,)
        for part in questions_of(question.row) if question.row else ():
            if part.kind in TYPED and part.name not in NAMES:
                yield question, part


def filled(form, path, word, people):
    """Return the answers of a form with a word in one of its texts, about these people alone."""
    answers = needed(form, people) | _shown_by(form, path[0])
    if len(path) == 1:
        return answers | {path[0].name: word}
    return answers | {path[0].name: (one_row(path[0].row, path[1], people, word),)}


def one_row(row, part, people, answer=None):
    """Return a row in which one question is answered, with any answer unless this one."""
    said = {part.name: answer or _any(part, people)}
    return row(**needed(row, people) | _shown_by(row, part) | said)


def needed(form, people):
    """Answer every question that has to be, and whom it is about where that may be said."""
    return {
        question.name: _any(question, people)
        for question in questions_of(form)
        if question.required or question.kind is AnswerKind.PERSON
    }


def _any(question, people):
    parent, child = people
    given = {
        AnswerKind.PERSON: parent if question.name in {"parent", "who"} else child,
        AnswerKind.ENTRY: "entry-1",
        AnswerKind.MOMENT: AT,
        AnswerKind.DAY: NOW.date(),
        AnswerKind.STAFF: DSL,
        AnswerKind.ONE_OF: next(iter(question.choices), None),
        AnswerKind.YES_NO_UNKNOWN: next(iter(question.choices), None),
        AnswerKind.SEVERAL_OF: question.choices[:1],
        AnswerKind.PEOPLE: (Involved(AVA),),
        AnswerKind.ROWS: (),
        AnswerKind.DURATION: 1,
        AnswerKind.MONEY: Money(1),
    }
    return given.get(question.kind, "Quiet.")


def _shown_by(form, question):
    """Answer what a question hangs on, and what that hangs on, so that it is asked."""
    hangs = question.ask.shown_if
    if hangs is None:
        return {}
    (on,) = (one for one in questions_of(form) if one.name == hangs.name)
    if isinstance(hangs, LearnerAsFamily):
        return {hangs.name: (Involved(AVA, (Role.FAMILY,)),)}
    value = hangs.values[0] if hangs.values else _any(on, ("dee", "ava"))
    if on.kind is AnswerKind.SEVERAL_OF:
        value = (value,) if not isinstance(value, tuple) else value
    return _shown_by(form, on) | {hangs.name: value}


def case_with(form, met, people=("dee", "ava")):
    """Return a case with one entry for each text of a form, and the words in them by entry."""
    numbers = count(1)
    entries = [
        (form, filled(form, path, f"Quorvelm{next(numbers)}", people)) for path in texts_of(form)
    ]
    case = only_ava(*met, *entries)
    return case, case.entries[len(case.entries) - len(entries) :]


def only_ava(*entries):
    """Return a case with one learner, so that what names nobody is about her."""
    return concern_case(PARENTS, *entries, people=(Involved(AVA, (Role.PICTURED,)),))
