"""For whom else the same can be recorded at once: one form, entered once, an entry for each."""

from collections.abc import Iterator

import msgspec

from app.domain.case.case import Case
from app.domain.case.families import family_links
from app.domain.case.people import takes
from app.domain.kit.answers import AnswerKind, Refers
from app.domain.kit.form import Answers, Form, Question, questions_of
from app.domain.kit.keys import DueKey, read_key
from app.domain.kit.moments import day_of
from app.domain.owed.people import involved_learners
from app.domain.owed.table import may_be_missed
from app.domain.rules.time_limits import TimeLimits


class Another(msgspec.Struct, frozen=True):
    """Somebody else for whom the same can be recorded: in words, and as answers to the form."""

    words: str
    answers: Answers


def others_for(
    case: Case, form: type[Form], answers: Answers, limits: TimeLimits
) -> tuple[Another, ...]:
    """Return for whom else the same can be recorded, once the form says whom it is about."""
    subjects, chosen = _subjects(form), whom(form, answers)
    if not all(chosen):
        return ()
    return tuple(
        Another(words, {one.name: key for one, key in zip(subjects, keys, strict=True)})
        for keys, words in _alike(case, subjects, chosen, limits)
        if keys != chosen
    )


def whom(form: type[Form], answers: Answers) -> tuple[str, ...]:
    """Return whom or what the answers are about, as ids; "" for what is not chosen yet.

    Of a form that is not entered for several it is always ("",).
    """
    if not form.for_several:
        return ("",)
    return tuple(str(answers.get(one.name) or "") for one in _subjects(form))


def for_another(form: type[Form], answers: Answers, another: Another) -> Answers:
    """Return the same answers about somebody else, without what is each person’s own."""
    own = {question.name for question in questions_of(form) if question.ask.own}
    same = {name: answer for name, answer in answers.items() if name not in own}
    return same | dict(another.answers)


def _subjects(form: type[Form]) -> list[Question]:
    return [
        question
        for question in questions_of(form)
        if question.kind is AnswerKind.PERSON or question.ask.refers_to is Refers.CLOCK
    ]


def _alike(
    case: Case, subjects: list[Question], chosen: tuple[str, ...], limits: TimeLimits
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield everything of the kind that was chosen, with words: a clock, a family, a learner."""
    if subjects[0].ask.refers_to is Refers.CLOCK:
        kind = read_key(chosen[0]).kind
        for key, words in may_be_missed(case, limits):
            read = read_key(key)
            if isinstance(read, DueKey) and read.kind == kind:
                yield (key,), words
    elif len(subjects) > 1:
        for parent, child in sorted(family_links(case)):
            if {parent, child} <= case.people.keys():
                yield (parent, child), f"{case.names[parent]}, of {case.names[child]}"
    else:
        today = day_of(case.entries[-1].sealed.recorded)
        for known in involved_learners(case):
            if takes(subjects[0].ask.who, known, today):
                yield (known.person.id,), known.person.name
