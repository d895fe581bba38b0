"""What a due row is about: the answers with which its form opens already filled in."""

from app.domain.case.case import Case
from app.domain.case.item import Item
from app.domain.forms.knowledge import KnowledgeNoted
from app.domain.kit.answers import SETTLING, Answer, Kind
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Answers, Entry, name_of, questions_of
from app.domain.kit.keys import Key, in_time

_ABOUT = (Kind.PERSON, Kind.ENTRY, Kind.STAFF)
_NOTED = (name_of(KnowledgeNoted.who), name_of(KnowledgeNoted.body), name_of(KnowledgeNoted.facts))


def due_answers(case: Case, form: type[Entry], key: Key) -> Answers:
    """Give what is known of the form that a due row (`key`) opens: whom, which referral or copy.

    Nobody's judgement is repeated: only who and what it is about, as an earlier entry said.
    """
    for question in questions_of(form):
        if question.ask.refers_to in SETTLING:  # it names what is due itself
            return {question.name: in_time(key).write()}
    asked = [question.name for question in questions_of(form) if question.kind is Kind.PERSON]
    people = (known for known in key.ids if known in case.people)
    answers: dict[str, Answer] = dict(zip(asked, people, strict=False))
    item = next((item for item in reversed(case.current) if item.root in key.ids), None)
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
        answers |= {name: before[name] for name in _NOTED if name in before}
    return answers
