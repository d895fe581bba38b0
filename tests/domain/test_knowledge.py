"""Who knows what: what was noted, what follows from other entries, and the card before contact."""

from datetime import date, timedelta

import pytest

from app.domain.forms.bodies import TOLD_OF_ONE, BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.decision import DecisionMade
from app.domain.forms.knowledge import Knower, Knowing, KnowledgeNoted, ToldBy, Topic
from app.domain.forms.parents import ParentContact, ParentDecision, Telling
from app.domain.forms.person import PeopleMerged, PeopleNamed
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.sharing import InformationShared
from app.domain.forms.social_care import ReferralCall, ReferralOpened, ReferralSent
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.checks import problems
from app.domain.kit.moments import moment
from app.domain.rules.held_back import held_back
from app.domain.rules.implied import meeting
from app.domain.rules.knowledge import (
    OTHERS,
    card_before,
    card_for,
    knowledge_of,
    met_by,
    must_not_be_told,
    topics_of,
)
from tests.casefold import AVA, BEN, DSL, NOW, concern_case
from tests.domain.people_of_two import CALLED, MET, MISSED, NOT_TOLD, PARENTS, POLICE, SOON, TALKED
from tests.domain.test_case import CALL, DECIDED, OPENED, SENT
from tests.domain.test_people import EVA, SAME

DEE = Person(id="dee", kind=PersonKind.PARENT, name="Dee Stone")
FAMILY = (PeopleNamed, {"people": (Involved(DEE, (Role.FAMILY,)),), "why": "Ava’s mother."})


KARL_MISSED = MISSED | {"parent": "karl"}


def noted(*topics, knowing=Knowing.KNOWS, person="dee", **more):
    asked = {"who": Knower.PERSON, "person": person, "facts": topics, "knowing": knowing}
    return KnowledgeNoted, asked | {"at": moment(NOW)} | more


def not_yet(*topics):
    return noted(
        *topics, knowing=Knowing.NOT_TO_KNOW, why="Ava asks for time.", until=date(2026, 12, 3)
    )


def row(case, name):
    (line,) = [line for line in knowledge_of(case) if line.name == name]
    return {topic: known.knowing for topic, known in line.cells.items()}


def test_what_was_told_is_known_with_who_told_it_and_how():
    told = noted(Topic.HAPPENED, told_by="R. Okafor", how=ToldBy.TELEPHONE)
    ((topic, known),) = card_for(concern_case(FAMILY, told), "dee").know
    assert (topic, known.because, known.entry) == (
        Topic.HAPPENED,
        "Noted · R. Okafor · Telephone",
        "entry-3",
    )


def test_what_follows_from_several_entries_is_known_since_the_first_of_them():
    later = MET | {"at": moment(NOW + timedelta(days=1))}
    ((_, known),) = card_for(
        concern_case(FAMILY, (ParentContact, MET), (ParentContact, later)), "dee"
    ).know
    assert (known.entry, known.since) == ("entry-3", NOW)


def test_the_card_keeps_apart_what_is_known_what_is_not_recorded_and_what_is_never_said():
    card = card_for(concern_case(FAMILY, noted(Topic.HAPPENED), not_yet(Topic.SHARED)), "dee")
    assert [topic for topic, _ in card.know] == [Topic.HAPPENED]
    assert card.not_recorded == (Topic.PICTURED,)
    ((topic, known),) = card.do_not_say
    assert (topic, known.why, known.until) == (
        Topic.SHARED,
        "Ava asks for time.",
        date(2026, 12, 3),
    )


def test_what_must_not_be_said_holds_until_somebody_says_otherwise():
    hold, free = not_yet(Topic.PICTURED), noted(Topic.PICTURED, knowing=Knowing.FREE, why="Agreed.")
    assert row(concern_case(FAMILY, hold), "Dee Stone") == {Topic.PICTURED: Knowing.NOT_TO_KNOW}
    card = card_for(concern_case(FAMILY, hold, free), "dee")
    assert card.do_not_say == ()
    assert Topic.PICTURED in card.not_recorded


def test_what_another_entry_implies_never_undoes_what_must_not_be_said():
    background = {"referral": "entry-4", "parents": ({"who": "dee", "told": "yes", "how": "x"},)}
    opened = (ReferralOpened, OPENED)
    case = concern_case(FAMILY, not_yet(Topic.REFERRED), opened, (ReferralBackground, background))
    assert row(case, "Dee Stone")[Topic.REFERRED] is Knowing.NOT_TO_KNOW


def test_who_brought_the_concern_and_who_took_it_know_that_it_happened():
    case = concern_case(people=(Involved(AVA, (Role.PICTURED, Role.TOLD_US)),))
    for name in ("M. Reyes", DSL.name, "Ava Stone"):
        assert row(case, name) == {Topic.HAPPENED: Knowing.KNOWS}


def test_who_is_pictured_is_not_taken_to_know_of_it():
    assert row(concern_case(), "Ava Stone") == {}


ALONE = "By the part they have in the case"
OF_THEMSELVES = "Of themselves alone, by the part they have in the case"


@pytest.mark.parametrize(
    ("bens", "cals", "because"),
    [
        (Role.SHARED, Role.WITNESS, ALONE),
        (Role.FORWARDED, Role.RECEIVED, ALONE),
        (Role.FORWARDED, Role.SHARED, OF_THEMSELVES),
        (Role.SHARED, Role.FORWARDED, OF_THEMSELVES),
    ],
)
def test_whoever_shared_it_is_not_listed_as_not_knowing_who_did(bens, cals, because):
    cal = Person(id="cal", kind=PersonKind.LEARNER, name="Cal Whitby")
    people = ((AVA, Role.PICTURED), (BEN, bens), (cal, cals))
    case = concern_case(people=tuple(Involved(who, (role,)) for who, role in people))
    card = card_for(case, "ben")
    assert [(topic, one.because) for topic, one in card.know] == [(Topic.SHARED, because)]
    assert card.not_recorded == (Topic.HAPPENED, Topic.PICTURED)
    assert Topic.SHARED in card_for(case, "ava").not_recorded


def test_what_was_noted_on_purpose_stands_before_what_a_part_says():
    ben = Person(id="ben", kind=PersonKind.LEARNER, name="Ben Marsh")
    told = noted(Topic.SHARED, person="ben", told_by="R. Okafor")
    case = concern_case(told, people=(Involved(AVA, ()), Involved(ben, (Role.SHARED,))))
    assert [one.because for _, one in card_for(case, "ben").know] == ["Noted · R. Okafor"]


def test_social_care_knows_from_the_call_and_who_is_meant_from_the_letter():
    called = (ReferralOpened, OPENED), (ReferralCall, CALL)
    assert set(row(concern_case(*called), "Children’s social care")) == {
        Topic.HAPPENED,
        Topic.REFERRED,
    }
    sent = row(concern_case(*called, (ReferralSent, SENT)), "Children’s social care")
    assert set(sent) == {Topic.HAPPENED, Topic.PICTURED, Topic.REFERRED}


def test_a_call_nobody_answered_tells_nobody():
    unanswered = CALL | {"reached": YesNoUnknown.NO}
    case = concern_case((ReferralOpened, OPENED), (ReferralCall, unanswered))
    assert "Children’s social care" not in [line.name for line in knowledge_of(case)]


def test_only_what_is_so_can_be_known_or_not():
    assert topics_of(concern_case()) == (Topic.HAPPENED, Topic.PICTURED, Topic.SHARED)
    decided = DECIDED | {"decision": "refer", "refer_to": ("police",)}
    case = concern_case((DecisionMade, decided), FAMILY, noted(Topic.DEVICE))
    assert {Topic.POLICE, Topic.DEVICE} <= set(topics_of(case))


@pytest.mark.parametrize(("person", "told"), [("dee", True), ("ava", True), ("reyes", False)])
def test_families_and_learners_are_never_told_of_other_learners(person, told):
    reyes = Person(id="reyes", kind=PersonKind.STAFF, name="M. Reyes")
    named = (PeopleNamed, {"people": (Involved(reyes, (Role.TOLD_US,)),), "why": "Tutor."})
    assert (OTHERS in card_for(concern_case(FAMILY, named), person).never) is told


@pytest.mark.parametrize("told", [True, False])
def test_what_is_kept_from_a_family_is_said_before_speaking_with_that_family_alone(told):
    kept = "Ava Stone: Where she is this week (19 Nov 2026)."
    karl = Person(id="karl", kind=PersonKind.PARENT, name="Karl Marsh")
    named = (PeopleNamed, {"people": (Involved(karl, (Role.FAMILY,)),), "why": "Ben’s father."})
    background = {"referral": "entry-2", "keep_from_family": "Where she is this week."}
    of_ben = [(ParentContact, MET | {"parent": "karl", "child": "ben"})] if told else []
    case = concern_case(
        (ReferralOpened, OPENED), FAMILY, named, (ReferralBackground, background), *of_ben
    )
    assert (kept in card_for(case, "karl").never) is not told
    assert kept in card_for(case, "dee").never


def test_staff_named_in_the_case_and_in_a_form_are_one():
    reyes = Person(id="reyes", kind=PersonKind.STAFF, name="M. Reyes")
    named = (PeopleNamed, {"people": (Involved(reyes, (Role.WITNESS,)),), "why": "Tutor."})
    names = [line.name for line in knowledge_of(concern_case(named))]
    assert names.count("M. Reyes") == 1


@pytest.mark.parametrize("kind", [PersonKind.STAFF, PersonKind.LEARNER])
def test_a_name_that_two_people_have_is_taken_for_neither_of_them(kind):
    one, other = (Person(id=key, kind=PersonKind.STAFF, name="M. Reyes") for key in ("r1", "r2"))
    other = Person(id="r2", kind=kind, name="m.  Reyes")
    people = tuple(Involved(who, (Role.WITNESS,)) for who in (one, other))
    case = concern_case((PeopleNamed, {"people": people, "why": "Both saw it."}))
    lines = {line.key: set(line.cells) for line in knowledge_of(case)}
    assert lines["r1"] == lines["r2"] == set()
    assert lines["named:m reyes"] == {Topic.HAPPENED}


def test_staff_named_in_a_form_by_the_name_of_a_joined_record_are_the_person():
    people = tuple(
        Involved(Person(id=key, kind=PersonKind.STAFF, name=name), (Role.TOLD_US,))
        for key, name in (("r1", "Maria Reyes"), ("r2", "M. Reyes"))
    )
    same = SAME | {"keep": "r1", "other": "r2", "name": "Maria Reyes"}
    named = (PeopleNamed, {"people": people, "why": "Saw it."})
    names = [line.name for line in knowledge_of(concern_case(named, (PeopleMerged, same)))]
    assert [name for name in names if "Reyes" in name] == ["Maria Reyes"]


def test_what_a_joined_record_knew_the_person_knows():
    named = (PeopleNamed, {"people": (Involved(EVA, (Role.WITNESS,)),), "why": "A friend."})
    case = concern_case(named, noted(Topic.SHARED, person="eva"), (PeopleMerged, SAME))
    assert card_for(case, "eva") == card_for(case, "ava")
    assert [topic for topic, _ in card_for(case, "ava").know] == [Topic.SHARED]


def test_keeping_something_back_needs_a_reason_and_a_day_to_look_again():
    _, answers = noted(Topic.SHARED, knowing=Knowing.NOT_TO_KNOW)
    assert [problem.name for problem in problems(KnowledgeNoted, answers, NOW)] == ["why", "until"]


def test_a_conversation_and_a_contact_show_who_knows():
    case = concern_case(
        PARENTS, (LearnerConversation, TALKED), (ParentContact, MET), (ParentContact, KARL_MISSED)
    )
    assert row(case, "Ava Stone")[Topic.HAPPENED] is Knowing.KNOWS
    assert row(case, "Dee Stone")[Topic.HAPPENED] is Knowing.KNOWS
    assert row(case, "Karl Stone") == {}


def test_a_parent_who_is_not_to_be_told_must_hear_it_from_nobody_until_it_is_decided_again():
    held = concern_case(PARENTS, (ParentDecision, NOT_TOLD))
    card = card_for(held, "karl")
    assert {known.until for _, known in card.do_not_say} == {SOON}
    assert Topic.HAPPENED in {topic for topic, _ in card.do_not_say}
    told = NOT_TOLD | {"decision": Telling.TELL, "tell_by": SOON, "review_on": None}
    freed = concern_case(PARENTS, (ParentDecision, NOT_TOLD), (ParentDecision, told))
    assert card_for(freed, "karl").do_not_say == ()


def test_a_parent_who_is_not_to_be_told_of_one_child_is_told_of_no_other_meanwhile():
    of_ben = NOT_TOLD | {"child": "ben", "decision": Telling.TELL, "tell_by": SOON}
    of_ben |= {"review_on": None}
    held = concern_case(PARENTS, (ParentDecision, NOT_TOLD), (ParentDecision, of_ben))
    assert must_not_be_told(held, "karl")
    assert not must_not_be_told(held, "dee")
    met = (ParentContact, MET | {"parent": "karl"})
    heard = concern_case(PARENTS, met, (ParentDecision, NOT_TOLD), (ParentDecision, of_ben))
    assert must_not_be_told(heard, "karl")
    freed = (ParentDecision, of_ben | {"child": "ava"})
    assert not must_not_be_told(
        concern_case(PARENTS, (ParentDecision, NOT_TOLD), (ParentDecision, of_ben), freed), "karl"
    )


def test_police_and_devices_are_topics_once_there_are_any():
    assert not {Topic.POLICE, Topic.DEVICE} & set(topics_of(concern_case()))
    assert Topic.POLICE in topics_of(concern_case((BodyReferralOpened, POLICE)))


REACHED = (BodyReferralOpened, POLICE), (BodyContact, CALLED)


def test_the_police_know_from_the_first_contact_in_which_they_were_reached():
    assert set(row(concern_case(*REACHED), "Police")) == {Topic.HAPPENED, Topic.POLICE}
    tried = (BodyContact, CALLED | {"reached": YesNoUnknown.NO})
    case = concern_case((BodyReferralOpened, POLICE), tried)
    assert "Police" not in [line.name for line in knowledge_of(case)]


def test_another_college_knows_by_its_name_and_not_as_the_police():
    opened = (BodyReferralOpened, POLICE | {"body": "college", "name": "Hill College"})
    called = (BodyContact, CALLED | {"now_know": (Topic.HAPPENED,)})
    assert set(row(concern_case(opened, called), "Hill College")) == {Topic.HAPPENED}


@pytest.mark.parametrize(
    ("form", "answers", "name"),
    [
        (ParentDecision, {"parent": "karl"}, "Karl Stone"),
        (ParentContact, {"parent": "dee"}, "Dee Stone"),
        (ReferralCall, {"referral": "entry-3"}, "Children’s social care"),
        (BodyContact, {"referral": "entry-4"}, "Police"),
        (InformationShared, {"recipient": "M. Reyes, tutor"}, "M. Reyes"),
    ],
)
def test_whom_a_form_is_spent_on_is_known_as_soon_as_they_are_chosen(form, answers, name):
    case = concern_case(PARENTS, (ReferralOpened, OPENED), (BodyReferralOpened, POLICE))
    assert meeting(form)
    assert met_by(case, form, {}) is None
    assert card_for(case, met_by(case, form, answers)).name == name


def test_a_name_of_which_nothing_is_known_brings_no_card():
    assert met_by(concern_case(), InformationShared, {"recipient": "M. Rey"}) is None


def test_the_pictured_learner_who_was_told_of_it_is_not_said_not_to_know_whose_picture_it_is():
    untold, told = concern_case(), concern_case(noted(Topic.HAPPENED, person="ava"))
    assert Topic.PICTURED in card_for(untold, "ava").not_recorded
    assert card_for(told, "ava").not_recorded == (Topic.SHARED,)
    others = concern_case(noted(Topic.HAPPENED, person="ben"))
    assert Topic.PICTURED in card_for(others, "ben").not_recorded


@pytest.mark.parametrize("body", OtherBody)
def test_a_body_that_is_told_of_one_learner_is_told_of_no_other(body):
    opened = {"body": body, "name": "Exampleton Academy, its DSL", "about": "ava"}
    asked = {"why": "A learner of theirs is in it.", "asked_for": "Advice."}
    case = concern_case((BodyReferralOpened, opened | asked))
    answers = {"referral": case.body_referrals[0].id}
    card = card_before(case, BodyContact, answers)
    assert (OTHERS in card.never) is (body in TOLD_OF_ONE)


def test_what_is_held_back_for_one_reason_is_told_with_it_once():
    other = noted(Topic.POLICE, knowing=Knowing.NOT_TO_KNOW, why="The police ask.")
    case = concern_case(FAMILY, not_yet(Topic.HAPPENED, Topic.SHARED), other)
    assert [(held.what, held.reasons[0][0]) for held in held_back(card_for(case, "dee"))] == [
        ("That it happened; who shared it", "Ava asks for time."),
        ("That the police are involved", "The police ask."),
    ]
