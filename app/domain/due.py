"""What a due row is about: the answers with which its form opens already filled in."""

from app.domain.answers import Answer, Kind
from app.domain.case import Case
from app.domain.form import Answers, Entry, answers_of, questions_of
from app.domain.item import Item
from app.domain.stages.knowledge import KnowledgeNoted
from app.domain.stages.late import ClockMissed
from app.domain.stages.note import Note

_ABOUT = (Kind.PERSON, Kind.ENTRY, Kind.STAFF)
_SETTLED_BY_NOTE = {Note: "settles", ClockMissed: "which"}


def due_answers(case: Case, form: type[Entry], key: str) -> Answers:
    """Give what is known of the form that a due row (`key`) opens: whom, which referral or copy.

    Nobody's judgement is repeated: only who and what it is about, as an earlier entry said.
    """
    if form in _SETTLED_BY_NOTE:
        return {_SETTLED_BY_NOTE[form]: key.removeprefix("late:")}
    parts = key.split(":")
    answers: dict[str, Answer] = {
        name: part
        for part in parts
        if part in case.people
        for name in ("person", "learner", "child")
        if name in form.__struct_fields__
    }
    item = next((item for item in reversed(case.current) if item.root in parts), None)
    return answers | (_repeated(form, item) if item else {})


def _repeated(form: type[Entry], item: Item) -> dict[str, Answer]:
    """Take over what an entry is about; a form that points to an entry points to this one."""
    before, asked = answers_of(item.form), questions_of(form)
    answers: dict[str, Answer] = {}
    for question in asked:
        if question.kind not in _ABOUT or (question.kind is Kind.STAFF and question != asked[0]):
            continue
        if question.name in before:
            answers[question.name] = before[question.name]
        elif question.kind is Kind.ENTRY and question.required:
            answers[question.name] = item.root
    if isinstance(item.form, KnowledgeNoted) and form is KnowledgeNoted:
        answers |= {name: before[name] for name in ("who", "body", "facts") if name in before}
    return answers
