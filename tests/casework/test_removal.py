"""From the case and the wizard's answers to the situation, and on to what is sealed."""

from datetime import date

import msgspec
import pytest

from app.casework.documents import waive
from app.casework.kept_wizard import answers_kept
from app.casework.recording import seal
from app.casework.removal import FOR_A_SERVICE, Removal, names_told, new_copy
from app.casework.services import catalogue
from app.casework.supplement import supplement_for
from app.disclosure.leak import leaks_in
from app.domain.case.copies import copy_key
from app.domain.case.requests import RequestState
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.copies import HolderKind, HowKnown
from app.domain.forms.requests import RemovalReply, RequestReply
from app.domain.forms.routes import DoneBy, RouteKind
from app.domain.forms.viewing import ViewingAsked
from app.domain.kit.answers import (
    Involved,
    Person,
    PersonKind,
    Role,
    StaffMember,
    YesNoUnknown,
)
from app.domain.kit.moments import moment
from app.domain.kit.record import Audience
from app.domain.rules.bands import AgeBand
from app.papers.kinds import offers_for
from app.papers.learner_card import to_ring
from app.papers.rows import reach_line
from app.removal.questions import Safety
from app.removal.situation import AccountHolder
from app.removal.words import BY_LEARNER
from tests.casefold import AVA, NOW, concern
from tests.domain.people_of_two import TALKED

WHAT = {
    "learner": "ava",
    "service": "Tik tok",
    "where_it_is": "https://video.example/v/77",
    "held_by": HolderKind.PAGE,
    "how": HowKnown.LEARNER,
    "account": AccountHolder.NOBODY,
    "public": YesNoUnknown.YES,
    "exploited": YesNoUnknown.NO,
    "has_file": YesNoUnknown.YES,
}
SENT = {
    "contact": "safeguarding@college.example",
    "done_by": DoneBy.STAFF,
    "sent_at": moment(NOW),
    "reference": "TT-1",
    "why": "Fastest way.",
}


@pytest.fixture
def case(session):
    return seal(session, ConcernReceived, concern())


def removal(session, case, route=None, draft="one", **answers):
    return Removal(session, case, catalogue(session), draft, {**WHAT, **answers}, route)


def test_age_and_holds_come_from_the_case_and_the_rest_from_the_answers(session, case):
    at = removal(session, case).situation
    assert at.service.id == "tiktok"
    assert at.band is AgeBand.FROM_13
    assert at.account is AccountHolder.NOBODY
    assert at.holds == ()
    assert removal(session, case, learner="ben").situation.band is None


def test_a_copy_not_in_the_ledger_is_noted_before_the_request(session, case):
    now = removal(session, case, RouteKind.PUBLIC_FORM, **SENT).record()
    (request,) = now.requests.values()
    assert request.id == "one"
    assert request.opened.copy == copy_key(new_copy("one"), 1)
    assert now.copies[request.opened.copy].row.service == "Tik tok"


@pytest.mark.parametrize(
    ("born", "named"), [(None, True), (2011, True), (2009, True), (2007, False), (2006, False)]
)
def test_the_card_in_the_wizard_names_the_help_that_the_learners_own_card_has(session, born, named):
    learner = msgspec.structs.replace(AVA, born=born and date(born, 1, 1))
    told = concern(people=(Involved(learner, (Role.PICTURED,)),))
    case = seal(session, ConcernReceived, told)
    case = seal(session, LearnerConversation, TALKED, case=case)
    offer = next(one for one in offers_for(case) if one.kind.key == "learner_card")
    helps = to_ring(supplement_for(session, case, offer).help)
    routes = {rung.route for rung in removal(session, case).rungs} & set(BY_LEARNER)
    assert routes
    for route in routes:
        _, _, talk = removal(session, case, route).text.partition("If you want to talk")
        lines = [line.strip(" -·") for line in talk.split("\n\n\n")[0].splitlines()]
        assert list(filter(None, lines)) == list(map(reach_line, helps))
        assert ("Childline" in talk) is named


def test_recording_twice_records_once(session, case):
    asked = removal(session, case, RouteKind.PUBLIC_FORM, **SENT)
    asked.record()
    now = asked.record()
    assert len(now.requests) == 1
    assert len(now.copies) == 1


def test_what_was_asked_before_of_the_same_place_is_remembered_with_its_outcome(session, case):
    now = removal(session, case, RouteKind.PUBLIC_FORM, **SENT).record()
    (request,) = now.requests
    reply = {
        "request": request,
        "at": moment(NOW),
        "reply": RequestReply.REFUSED,
        "known_by": "Message of the service",
        "next_step": "POSH",
    }
    now = seal(session, RemovalReply, reply, case=now)
    again = removal(session, now, draft="two", where_it_is="video.example/v/77/")
    (earlier,) = again.situation.earlier
    assert (earlier.state, earlier.reference) == (RequestState.REFUSED, "TT-1")
    assert RouteKind.COMPLAINT in {rung.route for rung in again.rungs}
    complaint = removal(session, now, RouteKind.COMPLAINT, draft="two", **SENT)
    assert "Reference of the first report: TT-1" in complaint.text
    elsewhere = removal(session, now, draft="three", where_it_is="@somebody_else")
    assert elsewhere.situation.earlier == ()


def test_asking_the_same_again_needs_a_reason(session, case):
    now = removal(session, case, RouteKind.IWF, **SENT).record()
    (copy,) = now.copies
    again = {**SENT, "copy": copy, "held_by": None}
    missing = removal(session, now, RouteKind.IWF, draft="two", **again).missing()
    assert [problem.name for problem in missing] == ["again"]


def test_only_a_statutory_report_carries_statements(session, case):
    asked = removal(session, case, RouteKind.IWF, **SENT, statements=())
    assert "statements" not in asked.request()


@pytest.mark.parametrize("name", ["tiktok", "TIKTOK", " Tik Tok ", "Tik-Tok"])
def test_a_service_is_known_however_it_is_written(session, name):
    assert catalogue(session).called(name).id == "tiktok"


def test_nothing_is_offered_before_the_service_is_known(session, case):
    asked = removal(session, case, RouteKind.IWF, service="Nowhere")
    assert asked.rungs == ()
    assert asked.request() == {}
    assert asked.text == ""


def test_a_request_does_not_say_that_nobody_looked_once_somebody_has(session, case):
    claim = "and have not looked at it"
    assert claim in removal(session, case, RouteKind.PUBLIC_FORM, **SENT).text
    who = StaffMember("V. Prior", "Learning Centre Supervisor")
    asked = {"asked_at": moment(NOW), "asked_by": who, "why": "She was at the desk."}
    row = {"who": who, "seen": YesNoUnknown.YES, "how": "Shown it, and looked after."}
    after = seal(session, ViewingAsked, asked | {"staff": (row,)}, case=case)
    assert claim not in removal(session, after, RouteKind.PUBLIC_FORM, **SENT).text


def test_an_answer_a_draft_keeps_that_is_none_any_more_is_asked_anew():
    kept = b'{"nation": "uk", "has_file": "yes", "weather": "rain"}'
    assert answers_kept(Safety, kept) == {"has_file": YesNoUnknown.YES}


NAMED = (
    ("category", "About Ava", True),
    ("category", "for Stone", True),
    ("category", "AVA’s post", True),
    ("category", "Child sexual exploitation", False),
    ("category", "Minor safety, available from Monday", False),
    ("police_reference", "Log 141, Ben Marsh", True),
    ("contact", "avastone@college.example", True),
    ("where_it_is", "Ava Stone’s page", True),
    ("where_it_is", "Group of Ben Marsh and others", True),
    ("where_it_is", "@ava.stone.11", False),
    ("where_it_is", "https://video.example/avastone", False),
    ("where_it_is", "@stone_page, the second post", False),
)


@pytest.mark.parametrize(("field", "text", "told"), NAMED)
def test_a_request_is_searched_for_names_like_any_document(session, case, field, text, told):
    at = removal(session, case, route=RouteKind.STATUTORY, **{field: text})
    key = "where" if field == "where_it_is" else field
    assert (key in names_told(at)) is told
    assert (key in at.faults) is told


def test_a_learner_called_alex_can_be_helped_too(session):
    alex = Person(id="alex", kind=PersonKind.LEARNER, name="Alex Ray")
    people = (Involved(alex, (Role.PICTURED,)),)
    case = seal(session, ConcernReceived, concern(people=people))
    at = removal(
        session,
        case,
        route=RouteKind.STATUTORY,
        learner="alex",
        category="Child sexual exploitation",
    )
    assert at.faults == {}


def test_what_is_let_stand_in_a_request_may_stand_in_its_document(session, case):
    at = removal(session, case, route=RouteKind.STATUTORY, category="Stone walls, a place")
    ((leak,),) = names_told(at).values()
    now = waive(session, case, FOR_A_SERVICE, leak, "A wall, and nobody’s name.")
    at = removal(session, now, route=RouteKind.STATUTORY, category="Stone walls, a place")
    assert at.faults == {}
    assert leaks_in([at.text], now, Audience.SERVICES) == ()
