"""Invented people nobody else is called like, and how they are planted in papers and in records."""

import re
from itertools import count, product
from string import ascii_lowercase

import msgspec

from app.domain.case.case import Case
from app.domain.forms import form_named
from app.domain.forms.person import PeopleNamed
from app.domain.kit.answers import AnswerKind, Involved, Person, PersonKind
from app.domain.kit.form import questions_of
from app.typesetting.text import Then
from tests.casefold import concern_case

CODES = tuple("".join(code) for code in product(ascii_lowercase, repeat=2))
WAYS = (
    "Quor{0} Velm{0}",
    "Velm{0}, Quor{0}",
    "QUOR{0} VELM{0}",
    "quor{0} velm{0}",
    "Q. Velm{0}",
    "Quor{0}’s",
    "moth_{0}.77",
    "the Velm{0} family",
)
TEXT = frozenset({AnswerKind.WORDS, AnswerKind.EXACT_WORDS, AnswerKind.LINE})
THEIR_OWN = frozenset(
    {"name", "known_as", "group", "identifier", "address", "earlier_address", "reached_at"}
)
"""Questions whose answers say who somebody is and where: what is written there is theirs."""


class Planter:
    """Hands out one person after another, each written in another way, at most 676."""

    def __init__(self):
        self._numbers = count()
        self.planted = {}

    def words(self):
        """Return the next person as they may be written."""
        at = next(self._numbers)
        self.planted[CODES[at]] = WAYS[at % len(WAYS)].format(CODES[at])
        return self.planted[CODES[at]]

    def into(self, case):
        """Return the case with everybody who was planted, as learners of another family."""
        people = tuple(
            Involved(
                Person(
                    id=code,
                    kind=PersonKind.LEARNER,
                    name=f"Quor{code} Velm{code}",
                    known_as=f"moth_{code}.77",
                )
            )
            for code in self.planted
        )
        named = concern_case((PeopleNamed, {"people": people, "why": "Planted."}))
        return Case((*case.entries, named.entries[-1]))

    def printed_in(self, text):
        """Return the codes of those who can be read in a text, however it is set."""
        plain = re.sub(r"[\W_]", "", text).casefold()
        return {
            code
            for code, words in self.planted.items()
            if re.sub(r"[\W_]", "", words).casefold() in plain
        }


def in_paper(value, planter):
    """Write somebody at the end of every text of what a document says."""
    if isinstance(value, Then):
        return Then(f"{value} {planter.words()}.", value.of)
    if isinstance(value, str):
        return type(value)(f"{value} {planter.words()}.")
    if isinstance(value, tuple):
        return tuple(in_paper(one, planter) for one in value)
    if isinstance(value, msgspec.Struct):
        given = {name: in_paper(getattr(value, name), planter) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **given)
    return value


def in_record(planter):
    """Return a change that writes somebody at the end of every free text of an entry."""

    def change(entry):
        form = form_named(entry.form)
        body = _in_answers(form, msgspec.json.decode(entry.body), planter)
        return msgspec.structs.replace(entry, body=msgspec.Raw(msgspec.json.encode(body)))

    return change


def _in_answers(form, answers, planter):
    answers = dict(answers)
    for question in questions_of(form):
        given = answers.get(question.name)
        if question.row and given:
            answers[question.name] = [_in_answers(question.row, row, planter) for row in given]
        elif given and question.kind in TEXT and question.name not in THEIR_OWN:
            answers[question.name] = f"{given} {planter.words()}."
    return answers
