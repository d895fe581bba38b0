"""The words of a case as one child's referral may use them: for agencies, others disguised."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from app.documents.audience import Paragraph, paragraphs_for
from app.documents.disguise import Disguise
from app.documents.text import Quiet
from app.domain.answers import Person, PersonKind, StaffMember
from app.domain.case import Case
from app.domain.form import Entry, Row, answers_of, questions_of
from app.domain.item import Item
from app.domain.people import CHILDREN
from app.domain.record import Audience, EntryId
from app.domain.referral import Referral
from app.domain.stages.person import PersonDetails
from app.domain.stages.social_care import ReferralBackground, ReferralCall, ReferralOpened

NOT_KNOWN = Quiet("Not known")
NOT_APPLICABLE = Quiet("Not applicable")


RowT = TypeVar("RowT", bound=Row)


class ReferralWords:
    """What the letter of one referral may say, answer by answer.

    Every answer comes through the audience rule and the disguise; what is missing is said to be
    not known, and what was not asked because it does not apply, not applicable.
    """

    def __init__(self, case: Case, referral: Referral) -> None:
        self.case = case
        self.referral = referral
        self.child: Person = case.people[referral.opened.child].person
        paragraphs = paragraphs_for(case, Audience.AGENCIES, self.child.id)
        self._said: Mapping[tuple[EntryId, str], Paragraph] = {
            (said.root, said.name): said for said in paragraphs
        }
        self.hide = _disguise(case, referral, self.child)
        self.opened = self._newest(ReferralOpened)
        self.background = self._newest(ReferralBackground)
        self.calls = tuple(self._of_referral(ReferralCall))
        self.details = next(
            (
                item
                for item in reversed(case.current)
                if isinstance(item.form, PersonDetails) and item.form.person == self.child.id
            ),
            None,
        )

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

    def others(self) -> tuple[Person, ...]:
        """Give everyone with a part in the case but the child, their family and staff."""
        family = {PersonKind.PARENT, PersonKind.STAFF}
        people = (known.person for known in self.case.people.values())
        return tuple(p for p in people if p.id != self.child.id and p.kind not in family)

    def called(self, person: Person) -> str:
        """Give the name of a person, or what they are called instead."""
        return self.hide.called(person.id) or person.name

    def _of_referral(self, form: type[Entry]) -> Iterator[Item]:
        key = self.referral.id
        for item in self.case.current:
            if isinstance(item.form, form) and key in {
                item.root,
                getattr(item.form, "referral", ""),
            }:
                yield item

    def _newest(self, form: type[Entry]) -> Item | None:
        return next(reversed(tuple(self._of_referral(form))), None)


def write_sender(words: ReferralWords) -> str:
    """Write who refers: the name and role of whoever started the referral, as they were then."""
    author = words.opened.sealed.author if words.opened else None
    return f"{author.name}, {author.role}" if author else NOT_KNOWN


def _disguise(case: Case, referral: Referral, child: Person) -> Disguise:
    """Hide other learners, and parents who are not known to belong to this child."""
    people = [known.person for known in case.people.values()]
    others = [p for p in people if p.kind in CHILDREN and p.id != child.id]
    own = _own_family(case, referral, child)
    hidden = [*others, *(p for p in people if p.kind is PersonKind.PARENT and p.id not in own)]
    hidden = hidden if others else []
    shown = [person for person in people if person not in hidden]
    return Disguise(hidden, shown, set(_staff(case)))


def _own_family(case: Case, referral: Referral, child: Person) -> set[str]:
    """Give those the record connects with the child: told of the referral, or of the household."""
    background, details = referral.background, case.people[child.id].details
    told = {row.who for row in background.parents if row.who} if background else set()
    home = {row.name.casefold() for row in details.household} if details else set()
    people = (known.person for known in case.people.values())
    return told | {person.id for person in people if person.name.casefold() in home}


def _staff(case: Case) -> Iterator[str]:
    for item in case.items:
        yield item.sealed.author.name
        for answer in answers_of(item.form).values():
            if isinstance(answer, StaffMember):
                yield answer.name
