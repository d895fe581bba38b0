"""Safe contact: what was said of reaching somebody, on any form, stands before every contact."""

from datetime import timedelta

import pytest

from app.domain.forms import FORMS
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.extortion import DemandsRecorded
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.person import PersonDetails
from app.domain.forms.social_care import ReferralCall, ReferralOpened
from app.domain.kit.answers import PersonKind, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.form import form_name, questions_of
from app.domain.kit.moments import moment
from app.domain.rules.knowledge import card_before, card_for
from app.domain.rules.safe_contact import safe_contact
from tests.casefold import NOW, concern_case
from tests.domain.people_of_two import DEMANDS, MET, NOT_TOLD, PARENTS, TALKED
from tests.domain.test_case import OPENED
from tests.grids import in_each
from tests.owed.later import NOT_NOW, PARENTS_OF_AVA, PARENTS_OF_BEN, about_telling
from tests.owed.story import BOTH, told_us
from tests.owed.telling import case_told
from tests.papers.cases import each_case, read_case

HERS = {
    LearnerConversation: TALKED,
    DemandsRecorded: DEMANDS,
    PersonDetails: {"person": "ava", "kind": PersonKind.LEARNER, "name": "Ava Stone"},
    ParentDecision: NOT_TOLD,
    ParentContact: MET,
}
"""A form of each kind that asks how somebody can be reached safely; Ava, Karl or Dee."""
ABOUT = {ParentDecision: "karl", ParentContact: "dee"}
SAID = {"reach": "Own mobile only.", "unsafe": "His brother reads her messages."}
REFERRED = (ReferralOpened, OPENED)


def said_on(form):
    unsafe = "safety" if form is ParentDecision else "unsafe"
    more = {"reach": SAID["reach"], unsafe: SAID["unsafe"]}
    return concern_case(REFERRED, PARENTS, (form, HERS[form] | more))


def test_no_form_that_asks_how_to_reach_somebody_is_left_out_here():
    asks = {form for form in FORMS for one in questions_of(form) if one.ask.fact is Fact.REACH}
    assert asks == set(HERS)


@in_each("form", HERS, form_name)
def test_whichever_form_it_was_said_on_it_stands_on_the_card_before_contact(form):
    who = ABOUT.get(form, "ava")
    case = said_on(form)
    name = case.names[who]
    safe = card_for(case, who).safe
    assert safe.ways == (f"{name}: Own mobile only (19 Nov 2026)",)
    assert safe.unsafe == (f"{name}: His brother reads her messages (19 Nov 2026)",)


@in_each("form", HERS, form_name)
def test_on_a_call_about_her_it_stands_for_her_and_for_her_parents(form):
    case = said_on(form)
    card = card_before(case, ReferralCall, {"referral": "entry-2"})
    assert card.name == "Children’s social care"
    who = case.names[ABOUT.get(form, "ava")]
    assert f"{who}: Own mobile only (19 Nov 2026)" in card.safe.ways
    assert f"{who}: His brother reads her messages (19 Nov 2026)" in card.safe.unsafe


def test_the_newest_way_stands_whichever_form_it_was_said_on():
    later = {"at": moment(NOW + timedelta(days=1)), "reach": "Through her aunt."}
    case = concern_case(
        (DemandsRecorded, DEMANDS | later), (LearnerConversation, TALKED | {"reach": "Her mobile."})
    )
    assert card_for(case, "ava").safe.ways == ("Ava Stone: Through her aunt (20 Nov 2026)",)


def test_one_danger_takes_no_other_away_that_was_said_on_another_form():
    decided = NOT_TOLD | {"safety": "He was violent."}
    talked = MET | {"parent": "karl", "at": moment(NOW + timedelta(days=1))}
    nights = (ParentContact, talked | {"unsafe": "He works nights."})
    case = concern_case(PARENTS, (ParentDecision, decided), nights)
    for who in ("karl", "ava"):
        assert card_for(case, who).safe.unsafe == (
            "Karl Stone: He works nights (20 Nov 2026)",
            "Karl Stone: He was violent (19 Nov 2026)",
        )
    again = decided | {"decided_at": moment(NOW + timedelta(days=2)), "safety": "He has moved out."}
    case = concern_case(PARENTS, (ParentDecision, decided), nights, (ParentDecision, again))
    assert card_for(case, "karl").safe.unsafe == (
        "Karl Stone: He has moved out (21 Nov 2026)",
        "Karl Stone: He works nights (20 Nov 2026)",
    )


@pytest.mark.parametrize("who", ["ava", "karl"])
def test_what_was_said_of_a_father_is_known_before_his_child_is_reached(who):
    decided = NOT_TOLD | {"safety": "He was violent."}
    (unsafe,) = card_for(concern_case(PARENTS, (ParentDecision, decided)), who).safe.unsafe
    assert unsafe == "Karl Stone: He was violent (19 Nov 2026)"


def test_what_was_said_of_one_family_stands_on_no_card_of_another():
    decided = NOT_TOLD | {"safety": "He was violent.", "reach": "By post."}
    case = concern_case(PARENTS, (ParentDecision, decided))
    for who in ("ben", "dee"):
        assert card_for(case, who).safe.unsafe == card_for(case, who).safe.ways == ()


def test_that_parents_live_apart_is_said_before_either_is_reached():
    known = HERS[PersonDetails] | {"live_apart": YesNoUnknown.YES}
    case = concern_case(PARENTS, (PersonDetails, known), (ParentDecision, NOT_TOLD))
    for who in ("ava", "karl"):
        (said,) = card_for(case, who).safe.unsafe
        assert said.startswith("Ava Stone: parents or carers live apart")


@each_case
def test_what_a_body_asked_until_it_decided_stands_on_no_card_after_that(path):
    case = read_case(path)
    decided = {case.names[one.id]: one.decided for one in case.body_referrals}
    for person in case.people:
        for rule in card_for(case, person).safe.rules:
            body, asked, _ = rule.partition(" asked: ")
            assert not (asked and decided.get(body))


def test_what_was_said_of_one_parent_stands_before_the_other_is_reached_and_of_no_other_family():
    families = (told_us(BOTH), PARENTS_OF_AVA, PARENTS_OF_BEN)
    said = about_telling("dad", NOT_NOW, look="fri", safety="He reads her mother’s phone.")
    case = case_told(*families, said)
    wanted = "Carl Stone: He reads her mother’s phone (19 Nov 2026)"
    for person in ("mum", "dad", "ava"):
        assert safe_contact(case, person).unsafe == (wanted,)
    for person in ("ben", "bens_mum", "bens_dad"):
        assert safe_contact(case, person).unsafe == ()
