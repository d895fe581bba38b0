"""For whom else the same can be recorded at once: one form, entered once, an entry for each."""

from collections.abc import Iterator

import msgspec

from app.domain.case.case import Case
from app.domain.case.families import family_links
from app.domain.case.people import takes
from app.domain.forms.deletion import DELETES, DeletionConfirmed, DeletionDecided
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
        if question.kind is AnswerKind.PERSON or question.ask.refers_to in _OF_THINGS
    ]


_OF_THINGS = (Refers.CLOCK, Refers.COPY, Refers.DELETION)
"""What else than people a form that is entered for several may be about."""


def _alike(
    case: Case, subjects: list[Question], chosen: tuple[str, ...], limits: TimeLimits
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield everything of the kind that was chosen, with words: a thing, a family, a learner."""
    if subjects[0].ask.refers_to:
        yield from (((key,), words) for key, words in _things(case, chosen[0], limits))
    elif len(subjects) > 1:
        for parent, child in sorted(family_links(case)):
            if {parent, child} <= case.people.keys():
                yield (parent, child), f"{case.names[parent]}, of {case.names[child]}"
    else:
        today = day_of(case.entries[-1].sealed.recorded)
        for known in involved_learners(case):
            if takes(subjects[0].ask.who, known, today):
                yield (known.person.id,), known.person.name


def _things(case: Case, chosen: str, limits: TimeLimits) -> Iterator[tuple[str, str]]:
    """Yield what is like a thing that was chosen, with words.

    Copies that stand as it does, deletions nobody has confirmed, or clocks of its kind.
    """
    if chosen in case.copies:
        state = case.copies[chosen].state
        yield from (
            (key, case.names[key]) for key, one in case.copies.items() if one.state is state
        )
        return
    decided = {one.root: one.form for one in case.current if isinstance(one.form, DeletionDecided)}
    if chosen in decided:
        over = {form.deletion for form in case.all_of(DeletionConfirmed)}
        for root, form in decided.items():
            if root not in over and form.decision in DELETES:
                yield root, case.names[root]
        return
    kind = read_key(chosen).kind
    for key, words in may_be_missed(case, limits):
        read = read_key(key)
        if isinstance(read, DueKey) and read.kind == kind:
            yield key, words
