"""Two records of one person, joined: all that follows is as if there had been one all along."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import paths
from app.casework.guidance import read_clocks
from app.disclosure.audience import paragraphs_for
from app.domain.case.ages import adults_at_events
from app.domain.case.families import family_links, rules_of_contact
from app.domain.case.imagery import containment
from app.domain.forms.any_time import Note
from app.domain.forms.bodies import BodyReferralOpened
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.copies import CopiesFound
from app.domain.forms.knowledge import Knower, Knowing, KnowledgeNoted, Topic
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.person import PeopleMerged, PeopleNamed, PersonDetails
from app.domain.forms.social_care import ReferralOpened
from app.domain.forms.support import SupportPlan, SupportReview
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.record import Audience
from app.domain.owed.people import tasks_of
from app.domain.owed.table import in_words, left_at_closing, owed_in
from app.domain.rules.holds import holds_on
from app.domain.rules.knowledge import (
    card_before,
    card_for,
    knowledge_of,
    likely_topics,
    met_by,
)
from tests.casefold import AVA, BEN, case_of, concern
from tests.domain.ledger import BENS
from tests.domain.people_of_two import (
    AT,
    MET,
    NOT_HELD,
    NOT_TOLD,
    PARENTS,
    PLAN,
    POLICE,
    REVIEWED,
    TALKED,
)
from tests.domain.test_case import OPENED
from tests.domain.test_people import SAME

CLOCKS = read_clocks(paths.resources(), (2026, 2027))
EVA = Person(id="eva", kind=PersonKind.LEARNER, name=AVA.name)
KNOWN = {
    "who": Knower.PERSON,
    "facts": (Topic.SHARED,),
    "knowing": Knowing.KNOWS,
    "at": AT,
}
DETAILS = {
    "kind": PersonKind.LEARNER,
    "name": AVA.name,
    "born": AVA.born,
    "roles": (Role.PICTURED,),
    "may_contact": "Her mother.",
}
STEPS = {
    "talked": lambda who: (LearnerConversation, TALKED | {"learner": who}),
    "not held": lambda who: (ConversationNotHeld, NOT_HELD | {"learner": who}),
    "plan": lambda who: (SupportPlan, PLAN | {"child": who}),
    "review": lambda who: (SupportReview, REVIEWED | {"child": who}),
    "met": lambda who: (ParentContact, MET | {"child": who}),
    "not told": lambda who: (ParentDecision, NOT_TOLD | {"child": who}),
    "social care": lambda who: (ReferralOpened, OPENED | {"child": who}),
    "police": lambda who: (BodyReferralOpened, POLICE | {"about": who}),
    "copy": lambda who: (
        CopiesFound,
        {"copies": (BENS | {"person": who},), "at": AT, "how": "learner"},
    ),
    "knows": lambda who: (KnowledgeNoted, KNOWN | {"person": who}),
    "details": lambda who: (PersonDetails, DETAILS | {"person": who}),
}
NAMED = {"people": (Involved(EVA, (Role.PICTURED,)),), "why": "Somebody else said so."}
QUIET = (Note, {"at": AT, "what": "Nothing new.", "why": "Stands where a record was named."})


def case_with(steps, *, joined):
    """Fold a case of these steps: with two records joined at the end, or with one all along."""
    people = (Involved(AVA, (Role.PICTURED,)), Involved(BEN, (Role.RECEIVED,)))
    forms = [STEPS[name](who if joined else "ava") for name, who in steps]
    first, last = ((PeopleNamed, NAMED), (PeopleMerged, SAME)) if joined else (QUIET, QUIET)
    return case_of((ConcernReceived, concern(people=people)), first, PARENTS, *forms, last)


def derived(case):
    """Return all that follows from a case, without the entries that name and join the records."""
    apart = (case.entries[1].root, case.entries[-1].root)
    read = [
        [
            (one.root, one.label, one.words)
            for one in paragraphs_for(case, audience, about)
            if one.root not in apart
        ]
        for audience, about in ((Audience.DSL, None), (Audience.PARENTS, "dee"))
    ]
    return {
        "people": {
            key: (one.person, one.roles, one.parts, one.details) for key, one in case.people.items()
        },
        "knows": {one.key: one for one in knowledge_of(case)},
        "card": [card_for(case, who) for who in ("ava", "ben", "dee", "karl")],
        "due": owed_in(case, CLOCKS),
        "open": in_words(case, left_at_closing(case)),
        "families": family_links(case),
        "rules": rules_of_contact(case, "dee"),
        "to do": list(tasks_of(case)),
        "copies": dict(case.copies),
        "contained": containment(case),
        "referrals": (case.referrals, case.body_referrals),
        "holds": holds_on(case),
        "adults": adults_at_events(case.entries),
        "names": {key: name for key, name in case.names.items() if key != "eva"},
        "read": read,
    }


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.sampled_from(("ava", "eva")))))
def test_joined_records_are_read_as_one_record_from_the_start(steps):
    twice, once = (derived(case_with(steps, joined=joined)) for joined in (True, False))
    for what, found in once.items():
        assert twice[what] == found, what


ASKED = {
    LearnerConversation: "learner",
    ParentContact: "child",
    SupportReview: "child",
    KnowledgeNoted: "person",
}


@pytest.mark.parametrize("form", ASKED)
def test_answers_typed_before_two_records_were_joined_meet_the_one_that_stays(form):
    case = case_with([("not held", "eva"), ("knows", "ava")], joined=True)
    typed, kept = ({ASKED[form]: who} for who in ("eva", "ava"))
    assert met_by(case, form, typed) == met_by(case, form, kept)
    assert card_before(case, form, typed) == card_before(case, form, kept)
    assert likely_topics(case, form, typed) == likely_topics(case, form, kept)


def test_whoever_is_met_under_the_id_of_a_joined_record_has_their_card():
    case = case_with([("not held", "eva")], joined=True)
    card = card_before(case, LearnerConversation, {"learner": "eva"})
    assert card.name == AVA.name
    assert any("Nobody speaks with" in one for one in card.asked)
