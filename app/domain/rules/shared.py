"""What the background of one referral may say again of another child of the same case."""

from app.domain.case.case import Case
from app.domain.case.families import parents_of_child
from app.domain.forms.referral_background import ReferralBackground
from app.domain.kit.answers import Answer, PersonRef
from app.domain.kit.facts import Shared
from app.domain.kit.filled import answers_of
from app.domain.kit.form import Answers, questions_of
from app.domain.kit.record import EntryId


def shared_answers(case: Case, referral: EntryId) -> Answers:
    """Return what earlier backgrounds say of the college, and of the family of both children.

    The newest answer to each question counts. Of a family it does if the record connects the same
    parents and carers with the two children. What was said of another child is never repeated.
    """
    child_of = {one.id: one.opened.child for one in case.referrals}
    if referral not in child_of:
        return {}
    answers: dict[str, Answer] = {}
    for form in case.all_of(ReferralBackground):
        same = _one_family(case, child_of.get(form.referral, ""), child_of[referral])
        holds = {Shared.COLLEGE, Shared.FAMILY} if same else {Shared.COLLEGE}
        names = {one.name for one in questions_of(ReferralBackground) if one.ask.shared in holds}
        answers |= {name: said for name, said in answers_of(form).items() if name in names}
    return answers


def _one_family(case: Case, child: PersonRef, other: PersonRef) -> bool:
    parents = parents_of_child(case, child)
    return child == other or bool(parents and parents == parents_of_child(case, other))
