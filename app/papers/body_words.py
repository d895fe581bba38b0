"""The words of one referral to another body, for its letter and for the call before it."""

from app.disclosure.disclosure import disclosure_for
from app.disclosure.disguise import Disguise
from app.domain.case.bodies import BodyReferral
from app.domain.case.case import Case
from app.domain.case.people import CHILDREN, others_harmed
from app.domain.case.standing import WHOLE_CASE
from app.domain.forms.bodies import TOLD_OF_ONE, BodyContact, BodyReferralOpened, OtherBody
from app.domain.kit.answers import Person, PersonRef
from app.domain.kit.facts import Fact
from app.domain.kit.record import Audience
from app.papers.case_words import StepWords, Told
from app.papers.kind import Subject


class BodyWords(StepWords):
    """The words of one referral to another body, as agencies may read them.

    A body that is told of one learner reads no name of any other learner or of their parents.
    Adults and accounts are named: another college may have to keep its learners from them. The
    LADO is told of a member of staff, and reads the name of every child.
    """

    def __init__(self, case: Case, referral: BodyReferral) -> None:
        about = of_one(case, referral)
        hide = Disguise.of(disclosure_for(case, Audience.AGENCIES, about, referral.id))
        super().__init__(case, referral.id, BodyReferralOpened, about, hide)
        self.referral = referral
        self.contacts = self.steps(BodyContact)

    @property
    def person(self) -> Person | None:
        """Whom they are told of; None where the referral names nobody."""
        known = self.case.people.get(self.referral.opened.about or "")
        return known.person if known else None

    @property
    def learner(self) -> Person:
        """The learner that a letter about one learner alone is about."""
        assert self.person
        return self.person

    @property
    def about(self) -> tuple[PersonRef, ...]:
        """Whom an answer on the learner is about: the learner, and nobody by name if alone."""
        return self._about(self.learner.id)

    def safe_now(self, child: PersonRef) -> Told | None:
        """Return where a child is and how safe, by the newest answer that can be about them."""
        return self.stands(Fact.WHEREABOUTS, *self._about(child))

    def _about(self, child: PersonRef) -> tuple[PersonRef, ...]:
        """Return whose answers are a child’s: what names nobody is, if nobody else was harmed."""
        alone = not others_harmed(self.case.people, child)
        return (child, WHOLE_CASE) if alone else (child,)

    @property
    def harmed(self) -> tuple[Person, ...]:
        """The children who are pictured or were put under pressure."""
        return tuple(
            known.person
            for known in self.case.people.values()
            if known.person.kind in CHILDREN and known.harmed
        )


def of_one(case: Case, referral: BodyReferral) -> PersonRef | None:
    """Return the learner that a body is told of alone; None for any other referral."""
    about = referral.opened.about
    known = case.people.get(about or "")
    learner = known and known.person.kind in CHILDREN
    return about if learner and referral.opened.body in TOLD_OF_ONE else None


def subjects_of(case: Case, body: OtherBody) -> tuple[Subject, ...]:
    """Return each referral to a body that its letter can be about, oldest first."""
    found = []
    for one in case.body_referrals:
        about = of_one(case, one)
        if one.opened.body is body and (about or body not in TOLD_OF_ONE):
            whom = case.names[about] if about else ""
            words = ", ".join(filter(None, (whom, one.opened.name)))
            found.append(Subject(words=words, person=about, entry=one.id))
    return tuple(found)


def words_of(case: Case, subject: Subject) -> BodyWords:
    """Return the words of the referral that a letter is about. Raises ValueError without one."""
    (referral,) = (one for one in case.body_referrals if one.id == subject.entry)
    return BodyWords(case, referral)
