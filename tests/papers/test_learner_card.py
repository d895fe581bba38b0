"""The card of a learner: blank only by choice, and true of their own report on the day."""

import msgspec

from app.domain.forms.bodies import BodyContact, BodyReferralOpened
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.copies import CopyState, HolderKind, KnownCopy
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.routes import DoneBy, RouteKind
from app.papers.kinds import kind_named
from tests.casefold import concern_case
from tests.domain.people_of_two import AT, CALLED, POLICE, TALKED
from tests.papers.cases import PRACTICE, read_case
from tests.papers.paper import SUPPLEMENT, issue, printed, words_of

ONLINE = KnownCopy(held_by=HolderKind.GROUP, name="12C maths", state=CopyState.KNOWN)
TALK = (LearnerConversation, TALKED | {"copies": (ONLINE,)})
REPORTED = {
    "route": RouteKind.REPORT_REMOVE,
    "service_name": "Report Remove",
    "done_by": DoneBy.LEARNER,
    "sent_at": AT,
    "why": "She asked for it.",
}


def cards(case, *, by_hand=False, **changes):
    """The words of each card of a case by its learner: as it is, or with room to write."""
    kind = kind_named("learner_card")
    made = {
        subject.reader: printed(kind.content(case, subject, issue(**changes)))
        for subject in kind.subjects(case)
        if bool(subject.person) is by_hand
    }
    return {who: words_of(one) for who, one in made.items()}


def test_a_card_has_room_to_write_only_by_choice():
    case = read_case(PRACTICE / "02-demands.toml")
    for by_hand in (True, False):
        shown = cards(case, by_hand=by_hand).values()
        assert shown
        assert all(("What you said you want" in one) is by_hand for one in shown)


def test_a_card_names_no_help_that_is_out_of_date():
    case = read_case(PRACTICE / "02-demands.toml")
    none = msgspec.structs.replace(SUPPLEMENT, help=())
    assert all("0800 1111" in one for one in cards(case).values())
    assert all("0800 1111" not in one for one in cards(case, supplement=none).values())


def test_a_card_names_the_page_while_the_report_is_ahead_of_them():
    shown = cards(concern_case(TALK))["ava"]
    assert "You fill in the page Report Remove yourself" in shown
    assert "Before you start" in shown


def test_a_report_that_was_sent_is_not_asked_for_again():
    shown = cards(concern_case(TALK, (RemovalRequested, REPORTED)))["ava"]
    assert "You have sent your report on the page Report Remove." in shown
    assert "Before you start" not in shown


def test_nobody_suggests_a_report_during_a_hold_or_where_nothing_is_at_large():
    held = ((BodyReferralOpened, POLICE), (BodyContact, CALLED), TALK)
    for entries in (held, ((LearnerConversation, TALKED),)):
        shown = cards(concern_case(*entries))["ava"]
        assert "Report Remove" not in shown
        assert "You fill in" not in shown
        assert "within one working day" not in shown


def test_a_card_of_a_closed_case_asks_for_nothing_more():
    for shown in cards(read_case(PRACTICE / "05-group-chat.toml")).values():
        assert "You fill in" not in shown
