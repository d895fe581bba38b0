"""The words of a case as one audience may read them, answer by answer, others disguised."""

from collections.abc import Mapping
from typing import TypeVar

from app.documents.audience import Paragraph, paragraphs_for
from app.documents.disguise import Disguise
from app.documents.text import Quiet
from app.domain.answers import Person, PersonRef
from app.domain.case import Case
from app.domain.form import Entry, Row, answers_of, questions_of
from app.domain.item import Item
from app.domain.record import Audience, EntryId

NOT_KNOWN = Quiet("Not known")
NOT_APPLICABLE = Quiet("Not applicable")

RowT = TypeVar("RowT", bound=Row)


class CaseWords:
    """What one document may say of a case.

    Every answer comes through the audience rule and the disguise; what is missing is said to be
    not known, and what was not asked because it does not apply, not applicable.
    """

    def __init__(
        self,
        case: Case,
        audience: Audience,
        about: PersonRef | None = None,
        hide: Disguise | None = None,
    ) -> None:
        self.case = case
        self.hide = hide or Disguise(())
        self.paragraphs = paragraphs_for(case, audience, about)
        self._said: Mapping[tuple[EntryId, str], Paragraph] = {
            (said.root, said.name): said for said in self.paragraphs
        }

    def answer(self, item: Item | None, name: str) -> str:
        """Give one answer in words, or say that it is not known or not applicable."""
        if item is None:
            return NOT_KNOWN
        said = self._said.get((item.root, name))
        if said:
            return self.hide.over(said.words)
        answers = answers_of(item.form)
        (question,) = (q for q in questions_of(type(item.form)) if q.name == name)
        return NOT_KNOWN if question.shown(answers) else NOT_APPLICABLE

    def lines(self, item: Item) -> tuple[tuple[str, str], ...]:
        """Give every answer of one entry that may be read, with its label."""
        said = (said for said in self.paragraphs if said.root == item.root)
        return tuple((one.label, self.hide.over(one.words)) for one in said)

    def rows(self, item: Item | None, name: str, of: type[RowT]) -> tuple[RowT, ...]:
        """Give an answer of several rows as they were recorded: names in them are not disguised."""
        if item is None or (item.root, name) not in self._said:
            return ()
        return tuple(row for row in getattr(item.form, name) if isinstance(row, of))

    def told(self, form: type[Entry], name: str) -> tuple[tuple[Item, str], ...]:
        """Give the answer to one question in every entry of a form that gives it, oldest first."""
        return tuple(
            (item, self.hide.over(self._said[item.root, name].words))
            for item in self.case.current
            if isinstance(item.form, form) and (item.root, name) in self._said
        )

    def newest(self, form: type[Entry]) -> Item | None:
        """Give the newest entry of a form."""
        return next((i for i in reversed(self.case.current) if isinstance(i.form, form)), None)

    def called(self, person: Person) -> str:
        """Give the name of a person, or what they are called instead."""
        return self.hide.called(person.id) or person.name
