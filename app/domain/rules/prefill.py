"""What a due row is about: the answers with which its form opens already filled in."""

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms.knowledge import KnowledgeNoted
from app.domain.kit.answers import SETTLING, Answer, AnswerKind
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Answers, Form, name_of, questions_of
from app.domain.kit.keys import Key, in_time

_ABOUT = (AnswerKind.PERSON, AnswerKind.ENTRY, AnswerKind.STAFF)
_NOTED = (name_of(KnowledgeNoted.who), name_of(KnowledgeNoted.body), name_of(KnowledgeNoted.facts))


def prefilled_answers(case: Case, form: type[Form], key: Key) -> Answers:
    """Give what is known of the form that a due row (`key`) opens: whom, which referral or copy.

    Nobody's judgement is repeated: only who and what it is about, as an earlier entry said.
    """
    for question in questions_of(form):
        if question.ask.refers_to in SETTLING:  # it names what is due itself
            return {question.name: in_time(key).write()}
    asked = [question.name for question in questions_of(form) if question.kind is AnswerKind.PERSON]
    people = (known for known in key.ids if known in case.people)
    answers: dict[str, Answer] = dict(zip(asked, people, strict=False))
    entry = next((entry for entry in reversed(case.current) if entry.root in key.ids), None)
    return answers | (_repeated(form, entry) if entry else {})


def _repeated(form: type[Form], entry: Entry) -> dict[str, Answer]:
    """Take over what an entry is about; a form that points to an entry points to this one."""
    before, asked = answers_of(entry.form), questions_of(form)
    answers: dict[str, Answer] = {}
    for question in asked:
        if question.kind not in _ABOUT or (
            question.kind is AnswerKind.STAFF and question != asked[0]
        ):
            continue
        if question.name in before:
            answers[question.name] = before[question.name]
        elif question.kind is AnswerKind.ENTRY and question.required:
            answers[question.name] = entry.root
    if isinstance(entry.form, KnowledgeNoted) and form is KnowledgeNoted:
        answers |= {name: before[name] for name in _NOTED if name in before}
    return answers
