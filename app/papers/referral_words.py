"""The words of a case as one child's referral may use them: for agencies, others disguised."""

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain.case.case import Case
from app.domain.case.referral import Referral
from app.domain.forms.social_care import ReferralBackground, ReferralCall, ReferralOpened
from app.domain.kit.answers import Person, PersonKind
from app.domain.kit.record import Audience
from app.papers.case_words import StepWords


class ReferralWords(StepWords):
    """What the letter of one referral may say, answer by answer, to agencies."""

    def __init__(self, case: Case, referral: Referral) -> None:
        self.child: Person = case.people[referral.opened.child].person
        hide = Disguise.of(disclosure_for(case, Audience.AGENCIES, self.child.id))
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
