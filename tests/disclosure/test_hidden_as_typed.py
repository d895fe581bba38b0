"""What is typed is hidden as it was typed: no paper makes small letters of it before."""

import re

import msgspec

from app.domain.case.case import Case
from app.domain.forms import form_named
from app.domain.forms.person import PeopleNamed
from app.domain.kit.answers import Involved, Person, PersonKind
from app.domain.kit.form import questions_of
from app.papers.kinds import content_of, offers_for
from app.papers.sides import texts_of
from tests.casefold import concern_case
from tests.disclosure.planted import TEXT, THEIR_OWN
from tests.papers.cases import CASES, read_case
from tests.papers.paper import issue

GRACE = Person(id="grace", kind=PersonKind.LEARNER, name="Grace Quill")
NAMED = concern_case((PeopleNamed, {"people": (Involved(GRACE),), "why": "Told."}))
SMALL = re.compile(r"\bgrace")


def with_grace(answers, form):
    """Return answers whose texts all begin with a name that is also a word."""
    answers = dict(answers)
    for question in questions_of(form):
        given = answers.get(question.name)
        if question.row and given:
            answers[question.name] = [with_grace(row, question.row) for row in given]
        elif given and question.kind in TEXT and question.name not in THEIR_OWN:
            answers[question.name] = f"Grace’s {given}, aunt of Grace"
    return answers


def planted(entry):
    body = with_grace(msgspec.json.decode(entry.body), form_named(entry.form))
    return msgspec.structs.replace(entry, body=msgspec.Raw(msgspec.json.encode(body)))


def test_no_paper_makes_a_word_of_a_name_before_it_is_hidden():
    hidden, small = 0, set()
    for path in CASES:
        case = Case((*read_case(path, change=planted).entries, NAMED.entries[-1]))
        for offer in offers_for(case):
            for text in texts_of(content_of(offer, case, issue())) if offer.disguises else ():
                hidden += "nother learner" in text
                small |= {(path.stem, offer.kind.key, text)} if SMALL.search(text) else set()
    assert hidden > 100
    assert not small
