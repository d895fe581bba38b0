"""Instructions are met again: asked of the college or decided by it, and recorded against."""

from datetime import date, timedelta

import msgspec
import pytest

from app.domain.case.reviews import reviews_of
from app.domain.case.standing import WHOLE_CASE
from app.domain.forms import FORMS
from app.domain.forms.bodies import (
    AskedOfPerson,
    AskedToKeep,
    BodyContact,
    BodyReferralOpened,
    OtherBody,
    Restraint,
)
from app.domain.forms.close import CaseReviewed
from app.domain.forms.conversation import ConversationNotHeld, LearnerConversation
from app.domain.forms.copies import CopyChanged
from app.domain.forms.deletion import (
    Agreeing,
    DeletionConfirmed,
    DeletionDecided,
    Hold,
    HoldLifted,
)
from app.domain.forms.device import DeviceInstruction, DeviceMoved, DeviceTaken
from app.domain.forms.parents import ParentContact, ParentDecision, Telling
from app.domain.forms.person import PeopleMerged, PeopleNamed
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.routes import RouteKind
from app.domain.forms.support import SupportPlan, SupportReview
from app.domain.gates import gate_problems
from app.domain.kit.answers import Involved, Role, YesNoUnknown
from app.domain.kit.form import name_of, questions_of
from app.domain.kit.moments import moment
from app.domain.rules.instructions import Against, in_force, met_again
from app.domain.rules.knowledge import card_for
from tests.casefold import DSL, NOW, concern_case
from tests.domain.gate_answers import DELETE, LIFTED
from tests.domain.ledger import BENS, FIRST, REQUEST, found
from tests.domain.people_of_two import (
    CALLED,
    MET,
    MISSED,
    NOT_HELD,
    NOT_TOLD,
    PARENTS,
    PLAN,
    POLICE,
    TALKED,
)

NO_CONTACT = NOT_TOLD | {"decision": Telling.NO_CONTACT}
TOLD = NOT_TOLD | {"decision": Telling.TELL, "review_on": None}
KARL = {"parent": "karl"}
REASON = {"despite": "He rang the college himself."}
CHATS = AskedToKeep(what="Both chats.")


JOINED = {"same": YesNoUnknown.YES, "why": "One birthday."}


def at(hours):
    return moment(NOW + timedelta(hours=hours))


def police(*people, hours=0, keep=()):
    asked = {"people_asked": people, "keep": keep, "at": at(hours)}
    return BodyContact, CALLED | asked


def asked(*contacts):
    """Return entries in which the police are told, and ask something of the college."""
    return ((BodyReferralOpened, POLICE), *contacts)


def row(who="ben", what=Restraint.NOT_SPOKEN, until=None):
    return AskedOfPerson(who=who, what=what, until=until)


BEN = TALKED | {"learner": "ben", "held_at": at(3)}
MET_KARL = MET | KARL | {"at": at(3)}
AGAINST = {
    "the police: nobody speaks with Ben": (
        asked(police(row())),
        (LearnerConversation, BEN),
        "nobody speaks with Ben Marsh about it until they say otherwise",
    ),
    "the police: nobody contacts the father": (
        (*asked(police(row("karl", Restraint.NOT_CONTACTED))), PARENTS),
        (ParentContact, MET_KARL),
        "nobody contacts Karl Stone until they say otherwise",
    ),
    "nor tries to": (
        (*asked(police(row("karl", Restraint.NOT_CONTACTED))), PARENTS),
        (ParentContact, MISSED | KARL | {"at": at(3)}),
        "nobody contacts Karl Stone",
    ),
    "decided: the father must not be contacted": (
        (PARENTS, (ParentDecision, NO_CONTACT)),
        (ParentContact, MISSED | KARL | {"at": at(3)}),
        "Karl Stone is not to be contacted, as decided on 19 Nov 2026, 10:22. She fears him.",
    ),
    "decided: the father is not told for now": (
        (PARENTS, (ParentDecision, NOT_TOLD)),
        (ParentContact, MET_KARL),
        "Karl Stone is not to be told for now",
    ),
    "decided: Ben is not spoken with": (
        ((ConversationNotHeld, NOT_HELD),),
        (LearnerConversation, BEN),
        "Nobody speaks with Ben Marsh for now, as decided on 19 Nov 2026, 10:22. The police asked.",
    ),
    "until a day that has not passed": (
        asked(police(row(until=date(2026, 11, 19)))),
        (LearnerConversation, BEN),
        "until 19 Nov 2026",
    ),
    "the police ask again after they set him free": (
        asked(police(row(what=Restraint.FREE)), police(row(), hours=1)),
        (LearnerConversation, BEN),
        "nobody speaks with Ben Marsh",
    ),
}
IN_LINE = {
    "another learner": (asked(police(row("ava"))), (LearnerConversation, BEN)),
    "it happened before they asked": (asked(police(row(), hours=5)), (LearnerConversation, BEN)),
    "they set him free": (
        asked(police(row()), police(row(what=Restraint.FREE), hours=1)),
        (LearnerConversation, BEN),
    ),
    "the day has passed": (
        asked(police(row(until=date(2026, 11, 18)))),
        (LearnerConversation, BEN),
    ),
    "he was spoken with since": (
        ((ConversationNotHeld, NOT_HELD), (LearnerConversation, BEN | REASON | {"held_at": at(1)})),
        (LearnerConversation, BEN),
    ),
    "an attempt to reach a parent who is not told for now": (
        (PARENTS, (ParentDecision, NOT_TOLD)),
        (ParentContact, MISSED | KARL | {"at": at(3)}),
    ),
    "not told of another child": (
        (PARENTS, (ParentDecision, NOT_TOLD | {"child": "ben"})),
        (ParentContact, MET_KARL),
    ),
    "decided again to tell": (
        (PARENTS, (ParentDecision, NO_CONTACT), (ParentDecision, TOLD | {"decided_at": at(1)})),
        (ParentContact, MET_KARL),
    ),
    "the other parent": ((PARENTS, (ParentDecision, NO_CONTACT)), (ParentContact, MET)),
}


def despite(form, answers, case):
    name = name_of(form.despite)
    return [one.sentence for one in gate_problems(form, answers, case) if one.name == name]


@pytest.mark.parametrize(("entries", "recorded", "says"), AGAINST.values(), ids=AGAINST)
def test_what_nobody_was_to_do_asks_for_a_reason_says_what_stands_and_never_traps(
    entries, recorded, says
):
    form, answers = recorded
    case = concern_case(*entries)
    (sentence,) = despite(form, answers, case)
    assert says in sentence
    assert despite(form, answers | REASON, case) == []


@pytest.mark.parametrize(("entries", "recorded", "says"), AGAINST.values(), ids=AGAINST)
def test_answers_kept_under_the_id_of_a_joined_record_meet_what_stands(entries, recorded, says):
    form, answers = recorded
    asked_for = concern_case(*entries)
    who = next(key for key in ("parent", "learner") if key in answers)
    known = asked_for.people[answers[who]].person
    twice = Involved(msgspec.structs.replace(known, id="again"), (Role.WITNESS,))
    one = JOINED | {"keep": known.id, "other": "again", "name": known.name}
    named = {"people": (twice,), "why": "Named twice."}
    case = concern_case(*entries, (PeopleNamed, named), (PeopleMerged, one))
    kept = answers | {who: "again"}
    (sentence,) = despite(form, kept, case)
    assert says in sentence
    assert any(says in one.sentence for one in met_again(case, form, {who: "again"}, at(3).at))


@pytest.mark.parametrize(("entries", "recorded"), IN_LINE.values(), ids=IN_LINE)
def test_what_no_instruction_stands_against_asks_for_nothing(entries, recorded):
    assert despite(*recorded, concern_case(*entries)) == []


@pytest.mark.parametrize(("entries", "recorded", "says"), AGAINST.values(), ids=AGAINST)
def test_it_stands_on_every_form_that_names_them_and_on_their_card(entries, recorded, says):
    form, answers = recorded
    case = concern_case(*entries)
    at_once = {name: answers[name] for name in ("learner", "parent") if name in answers}
    plan = PLAN | {"child": next(iter(at_once.values()))}
    for which, named in ((form, at_once), (SupportPlan, plan)):
        assert any(says in one.sentence for one in met_again(case, which, named, at(3).at))
    (who,) = at_once.values()
    assert any(says in one for one in card_for(case, who, at(3).at).asked)


def test_what_is_not_to_be_deleted_asks_for_a_reason_when_the_copy_is_gone():
    entries = (found(BENS), *asked())
    key = next(iter(concern_case(*entries).copies))
    keep = AskedToKeep(what="Her phone.", copy=key)
    contact = police(keep=(keep,))[1] | {"referral": "entry-3"}
    case = concern_case(*entries, (BodyContact, contact))
    gone = {"copy": key, "at": at(3), "state": "says_gone", "how": "holder", "why": "She said so."}
    sentences = despite(CopyChanged, gone, case)
    assert any(
        "that this is not deleted until they say otherwise: Her phone" in one for one in sentences
    )
    assert despite(CopyChanged, gone | REASON, case) == []
    (kept,) = [one for one in in_force(case, at(3).at) if one.against is Against.DELETING]
    assert kept.about == key


@pytest.mark.parametrize("agreeing", Agreeing)
@pytest.mark.parametrize("hold", Hold)
def test_what_was_to_be_kept_may_go_once_the_police_agreed_and_by_no_other_agreement(
    hold, agreeing
):
    agreed = {"holds": (hold,), "agreeing": agreeing, "agreed_at": at(2)}
    case = concern_case(*asked(police(keep=(CHATS,))), (HoldLifted, LIFTED | agreed))
    assert [one.about for one in in_force(case, at(1).at)] == [WHOLE_CASE]
    lets_go = (hold, agreeing) == (Hold.POLICE, Agreeing.POLICE)
    assert (in_force(case, at(3).at) == ()) is lets_go


DELETED = {"deletion": "entry-2", "confirmed": YesNoUnknown.YES, "confirmed_at": at(3)}
SENT = REQUEST | {"sent_at": at(3)}
OF_EVERY_COPY = [
    (DeletionDecided, DELETE | {"decided_at": at(3)}, None),
    (DeletionConfirmed, DELETED, REASON),
    (RemovalRequested, SENT | {"route": RouteKind.REPORT_REMOVE, "copy": None}, REASON),
]


@pytest.mark.parametrize(("form", "answers", "reason"), OF_EVERY_COPY)
def test_what_deletes_and_names_no_copy_meets_each_that_is_to_be_kept(form, answers, reason):
    lado = {"referral": "entry-3", "keep": (CHATS, AskedToKeep(what="His phone.", copy=FIRST))}
    entries = (found(BENS), (BodyReferralOpened, POLICE | {"body": OtherBody.LADO}))
    case = concern_case(*entries, (BodyContact, police()[1] | lado))
    assert len(met_again(case, form, answers, at(3).at)) == 2
    if reason:
        (sentence,) = despite(form, answers, case)
        assert "not deleted until they say otherwise: His phone." in sentence
        assert despite(form, answers | reason, case) == []


@pytest.mark.parametrize(
    ("agreed_in", "lets_go"),
    [
        ("entry-2", False),  # the referral itself
        ("entry-3", False),  # the police, before they asked for it
        ("entry-4", True),  # the police, as they asked
        ("entry-5", True),  # the police, after
        ("entry-7", False),  # the LADO, after
    ],
)
def test_a_request_for_what_is_kept_is_agreed_by_who_asked_in_a_contact_since(agreed_in, lets_go):
    told = asked(police(), police(keep=(CHATS,), hours=1), police(hours=2))
    lado = (BodyReferralOpened, POLICE | {"body": OtherBody.LADO})
    rung = (BodyContact, police(hours=2)[1] | {"referral": "entry-6"})
    case = concern_case(*told, lado, rung)
    ticked = {"hold_agreed": YesNoUnknown.YES, "agreed_in": agreed_in}
    assert (despite(RemovalRequested, SENT | ticked, case) == []) is lets_go


def test_what_the_police_said_of_a_device_stands_wherever_the_device_is_named():
    taken = {
        "device": "A phone",
        "power": "handed_over",
        "why": "Asked.",
        "taken_at": at(0),
        "handed_by": "Ava",
        "received_by": DSL,
        "running": "on",
        "locked": "locked",
        "seal": "1",
        "storage": "Safe",
        "instruction": YesNoUnknown.NO,
        "receipt": "Ava",
    }
    said = {
        "device": "entry-2",
        "given_at": at(1),
        "officer": "PC 1",
        "said": "Leave it off.",
        "done": "So.",
    }
    case = concern_case((DeviceTaken, taken), (DeviceInstruction, said))
    (met,) = met_again(case, DeviceMoved, {"device": "entry-2"}, at(2).at)
    assert met.sentence == "PC 1 said on 19 Nov 2026, 11:22 of this device: Leave it off."


@pytest.mark.parametrize("decided", [NOT_TOLD, NO_CONTACT])
def test_a_forbidden_contact_leaves_the_day_to_decide_again_standing(decided):
    contact = (ParentContact, MET_KARL | REASON)
    case = concern_case(PARENTS, (ParentDecision, decided), contact)
    assert [day.on for day in reviews_of(case.current)] == [decided["review_on"]]
    again = (ParentDecision, TOLD | {"decided_at": at(5)})
    assert (
        reviews_of(concern_case(PARENTS, (ParentDecision, decided), contact, again).current) == ()
    )


def test_a_contact_that_was_planned_settles_the_day_it_was_planned_for():
    tell = TOLD | {"tell_by": date(2026, 11, 20)}
    case = concern_case(PARENTS, (ParentDecision, tell), (ParentContact, MET_KARL))
    assert reviews_of(case.current) == ()


def test_every_form_that_shows_somebody_spoken_with_has_room_for_why_it_was_done_all_the_same():
    asking = [form for form in FORMS if _settles_speaking(form)]
    assert {LearnerConversation, SupportReview, CaseReviewed} <= set(asking)
    for form in asking:
        assert name_of(LearnerConversation.despite) in {one.name for one in questions_of(form)}


def _settles_speaking(form):
    rows = [one.row for one in questions_of(form) if one.row]
    return any(one.ask.settles for part in (form, *rows) for one in questions_of(part))


@pytest.mark.parametrize(
    ("of_ava", "of_ben", "about"),
    [
        (NOT_TOLD, NOT_TOLD, ["told about Ava Stone for now", "told about Ben Marsh for now"]),
        (NOT_TOLD, TOLD, ["told about Ava Stone for now"]),
        (TOLD, NO_CONTACT, ["contacted"]),
        (NO_CONTACT, NO_CONTACT, ["contacted"]),
    ],
)
def test_a_decision_on_two_children_says_about_which_and_nothing_twice(of_ava, of_ben, about):
    decided = tuple(
        (ParentDecision, of | {"child": child}) for of, child in ((of_ava, "ava"), (of_ben, "ben"))
    )
    lines = card_for(concern_case(PARENTS, *decided), "karl").asked
    expected = [
        f"Karl Stone is not to be {one}, as decided on 19 Nov 2026, 10:22. " for one in about
    ]
    assert [line.removesuffix(NOT_TOLD["why"]) for line in lines] == expected
