"""The card before contact: what was prepared, feared and told before, wherever it was said."""

from datetime import timedelta

from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.parents import ParentDecision, Telling
from app.domain.forms.person import PeopleNamed
from app.domain.forms.risk import RiskAssessed
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.facts import Fact
from app.domain.kit.moments import moment
from app.domain.rules.knowledge import card_for
from tests.casefold import NOW, concern_case
from tests.domain.people_of_two import NOT_TOLD, PARENTS, RISK, SOON, TALKED

TO_TELL = {
    **NOT_TOLD,
    "decision": Telling.TELL,
    "tell_by": SOON,
    "review_on": None,
    "prepare": "Say that Ava is safe. Not who told us.",
}
AFRAID = (RiskAssessed, RISK | {"if_told": "He may send her away."})
TOLD_BEFORE = (LearnerConversation, TALKED | {"already_told": "Her aunt, on Monday."})
MAY = Person(id="may", kind=PersonKind.PARENT, name="May Marsh")
OF_BEN = (
    PeopleNamed,
    {"people": (Involved(MAY, (Role.FAMILY,)),), "parent_of": "ben", "why": "Ben said."},
)


def before(case, person):
    return dict(card_for(case, person).before)


def test_what_was_prepared_what_is_feared_and_who_was_told_stand_before_a_parent_is_met():
    case = concern_case(PARENTS, (ParentDecision, TO_TELL), AFRAID, TOLD_BEFORE)
    assert before(case, "karl") == {
        Fact.PREPARED: "Ava Stone: Say that Ava is safe. Not who told us (19 Nov 2026)",
        Fact.IF_TOLD: "He may send her away (19 Nov 2026)",
        Fact.ALREADY_TOLD: "Ava Stone: Her aunt, on Monday (19 Nov 2026)",
    }


def test_a_child_is_met_with_what_they_said_was_told_and_not_with_what_a_parent_is_to_hear():
    case = concern_case(PARENTS, (ParentDecision, TO_TELL), AFRAID, TOLD_BEFORE)
    assert set(before(case, "ava")) == {Fact.IF_TOLD, Fact.ALREADY_TOLD}
    assert set(before(case, "ben")) == {Fact.IF_TOLD}


def test_what_was_prepared_is_not_said_once_it_is_decided_not_to_tell():
    later = NOT_TOLD | {"decided_at": moment(NOW + timedelta(hours=1))}
    case = concern_case(PARENTS, (ParentDecision, TO_TELL), (ParentDecision, later))
    assert before(case, "karl") == {}


def test_a_fear_that_names_another_family_alone_is_not_carried_to_this_one():
    hers = (RiskAssessed, RISK | {"if_told": "Harm to Ava at home."})
    case = concern_case(PARENTS, (ParentDecision, TO_TELL), OF_BEN, hers)
    assert Fact.IF_TOLD in before(case, "karl")
    assert Fact.IF_TOLD in before(case, "ava")
    assert Fact.IF_TOLD not in before(case, "may")
    assert Fact.IF_TOLD not in before(case, "ben")


def test_another_childs_parent_is_met_with_nothing_that_ava_said():
    case = concern_case(OF_BEN, TOLD_BEFORE)
    assert before(case, "may") == {}
