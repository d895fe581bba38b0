"""What a form releases to a family stands on the paper of that family: no question is forgotten."""

import pytest

from app.disclosure.audience import paragraphs_for
from app.domain.forms import FORMS
from app.domain.forms.conversation import LearnerCard
from app.domain.forms.support import SupportPlan
from app.domain.kit.form import questions_of
from app.domain.kit.record import Audience
from app.papers.kinds import kind_named
from tests.disclosure.test_held_back import MET, WORD, said_in
from tests.domain.people_of_two import PLAN
from tests.papers.filled import filled, only_ava, texts_of
from tests.papers.paper import issue

PAPERS = (
    (Audience.PARENTS, "dee", ("parent_summary",)),
    (Audience.LEARNER, "ava", ("learner_card", "plan_to_keep", "device_receipt")),
)
PLANNED = (SupportPlan, PLAN | {"for_them": "Your seat is by the door."})
RELEASED = [
    (form, path, audience, reader, papers)
    for audience, reader, papers in PAPERS
    for form in FORMS
    for path in texts_of(form)
    if (path[0].ask.audience or form.audience) is audience
]


def names(one):
    form, path, *_ = one
    return f"{form.__name__}-{'-'.join(question.name for question in path)}"


@pytest.mark.parametrize("one", RELEASED, ids=names)
def test_every_text_a_form_releases_to_a_family_is_printed_for_it(one):
    form, path, audience, reader, papers = one
    case = only_ava(*MET, PLANNED, (form, filled(form, path, "Quorvelm1", ("dee", "ava"))))
    assert any(WORD.search(said.words) for said in paragraphs_for(case, audience, reader))
    printed = (
        said_in(kind.content(case, subject, issue()))
        for kind in map(kind_named, papers)
        for subject in kind.subjects(case)
        if subject.reader == reader
    )
    assert any("Quorvelm1" in words for words in printed)


def test_each_reader_has_texts_to_read():
    assert {paper for *_, paper in RELEASED} == {paper for *_, paper in PAPERS}
    assert [q.name for q in questions_of(LearnerCard) if q.ask.audience] == []
