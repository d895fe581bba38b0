"""The words of a case as one child's referral may use them: for agencies, others disguised."""

from collections.abc import Iterator

from app.documents.case_words import StepWords
from app.documents.disguise import Disguise
from app.domain.answers import Person, PersonKind, StaffMember
from app.domain.case import Case
from app.domain.form import answers_of
from app.domain.people import CHILDREN
from app.domain.referral import Referral
from app.domain.stages.social_care import ReferralBackground, ReferralCall, ReferralOpened


class ReferralWords(StepWords):
    """What the letter of one referral may say, answer by answer, to agencies."""

    def __init__(self, case: Case, referral: Referral) -> None:
        self.child: Person = case.people[referral.opened.child].person
        hide = _disguise(case, referral, self.child)
        super().__init__(case, referral.id, ReferralOpened, self.child.id, hide)
        self.referral = referral
        self.background = self.newest_step(ReferralBackground)
        self.calls = self.steps(ReferralCall)
        self.details = self.details_of(self.child.id)

    def others(self) -> tuple[Person, ...]:
        """Give everyone with a part in the case but the child, their family and staff."""
        family = {PersonKind.PARENT, PersonKind.STAFF}
        people = (known.person for known in self.case.people.values())
        return tuple(p for p in people if p.id != self.child.id and p.kind not in family)


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
