"""The words of a case as a referral to the police may use them: of all of it, with every name."""

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain.case.bodies import BodyReferral
from app.domain.case.case import Case
from app.domain.forms.bodies import POLICE_BODIES, BodyContact, BodyOutcome, BodyReferralOpened
from app.domain.kit.record import Audience
from app.papers.case_words import StepWords


class PoliceWords(StepWords):
    """What the letter of one referral to the police or CEOP may say."""

    def __init__(self, case: Case, referral: BodyReferral) -> None:
        hide = Disguise.of(disclosure_for(case, Audience.AGENCIES))
        super().__init__(case, referral.id, BodyReferralOpened, None, hide)
        self.referral = referral
        self.contacts = self.steps(BodyContact)
        self.outcomes = self.steps(BodyOutcome)


def police_referrals(case: Case) -> tuple[BodyReferral, ...]:
    """Give each referral to the police or CEOP, oldest first."""
    return tuple(one for one in case.body_referrals if one.opened.body in POLICE_BODIES)
