"""The card of a learner: blank only by choice, and true of their own report on the day."""

from datetime import timedelta

import msgspec
import pytest

from app.disclosure.leak import LeakFound, refuse_leaks
from app.domain.forms.bodies import BodyContact, BodyReferralOpened
from app.domain.forms.conversation import LearnerCard, LearnerConversation
from app.domain.forms.copies import CopyState, HolderKind, KnownCopy
from app.domain.forms.parents import ParentDecision, Telling
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.routes import DoneBy, RouteKind
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import write_long_day
from app.papers.card_words import (
    KNOWN_BY_RECORD,
    NAMES_THEM,
    NOT_TOLD_WHO,
    TELLS,
    WANTS_AS_SAID,
    WANTS_NAMES,
)
from app.papers.kinds import kind_named
from tests.casefold import NOW, concern_case
from tests.domain.people_of_two import (
    AT,
    CALLED,
    LATER,
    NOT_TOLD,
    PARENTS,
    POLICE,
    SOON,
    TALKED,
)
from tests.papers.cases import PRACTICE, read_case
from tests.papers.paper import SUPPLEMENT, issue, printed, words_of

ONLINE = KnownCopy(held_by=HolderKind.GROUP, name="12C maths", state=CopyState.KNOWN)
TALK = (LearnerConversation, TALKED | {"copies": (ONLINE,)})
TELL = (ParentDecision, NOT_TOLD | {"parent": "dee", "decision": Telling.TELL, "review_on": None})
NOT_TELL = (ParentDecision, NOT_TOLD)
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


SAID = {
    "wants": "I want Ben to stop.",
    "copies": (KnownCopy(held_by=HolderKind.PERSON, person="ben", state=CopyState.KNOWN),),
    "told_limits": YesNoUnknown.YES,
    "review_on": SOON,
}
WISH = "“I want Ben to stop.”"
AGREED = {
    "learner": "ava",
    "at": AT,
    "next_step": "I ring your mum at 3.",
    "who_will_know": "You, Mum and me.",
    "wants": "I want a quiet day.",
    "review_on": LATER,
    "where": "10:15, my room",
}
TALKED_WITH, CARD = (LearnerConversation, TALKED | SAID), (LearnerCard, AGREED)
NAMING = (LearnerCard, AGREED | {"wants": "I want Ben left alone, and @ben_m."})
PICTURE = TELLS.format(label="What happens next", word="picture")
AFTER = {"at": NOW + timedelta(days=1)}


@pytest.mark.parametrize(
    ("entries", "changes", "says", "never"),
    [
        ((TALKED_WITH,), {}, (WISH, "R. Okafor.", write_long_day(SOON)), ("[name]", "parent")),
        ((TALKED_WITH,), {"at": NOW + timedelta(days=4)}, (WISH,), ("We see each other again",)),
        ((TALK,), {}, (), ("Who will know", "What you said you want", "[name]")),
        ((TALKED_WITH, PARENTS, TELL), {}, ("A parent or carer of yours.",), ("Dee", "parents or")),
        ((TALKED_WITH, PARENTS, NOT_TELL), {}, ("R. Okafor.",), ("Karl", "A parent or carer")),
        (
            (TALKED_WITH, CARD),
            {},
            ("I ring your mum at 3.", "You, Mum and me.", "a quiet day", "10:15, my room"),
            (WISH, "R. Okafor.", "What we said on"),
        ),
        ((CARD,), AFTER, ("What we said on Thursday 19 November I ring",), ("What happens next",)),
        ((CARD, TALKED_WITH), {}, (WISH, "You, Mum and me."), ("a quiet day",)),
    ],
)
def test_a_card_says_what_was_agreed_or_else_what_they_said(entries, changes, says, never):
    shown = cards(concern_case(*entries), **changes)["ava"]
    assert [one for one in says if one not in shown] == []
    assert [one for one in never if one in shown] == []


@pytest.mark.parametrize(
    ("entries", "looked_at"),
    [
        ((TALKED_WITH,), (WANTS_AS_SAID, WANTS_NAMES, KNOWN_BY_RECORD)),
        ((TALK,), (NOT_TOLD_WHO,)),
        ((TALKED_WITH, CARD), ()),
        ((NAMING,), (WANTS_NAMES,)),
    ],
)
def test_a_draft_names_what_nobody_agreed_with_them(entries, looked_at):
    case, kind = concern_case(*entries), kind_named("learner_card")
    assert kind.look_at(case, kind.subjects(case)[0]) == looked_at


@pytest.mark.parametrize("entries", [(TALKED_WITH,), (NAMING,)])
def test_their_own_words_are_not_altered_and_nothing_asks_about_them(entries):
    case, kind = concern_case(*entries), kind_named("learner_card")
    shown = cards(case)["ava"]
    assert "Ben" in shown
    refuse_leaks([shown], case, kind.audience, "ava")
    with pytest.raises(LeakFound):
        refuse_leaks([shown.replace("“", "").replace("”", "")], case, kind.audience, "ava")
    with pytest.raises(LeakFound):
        refuse_leaks([f"{shown} Ben"], case, kind.audience, "ava")


@pytest.mark.parametrize(
    ("answers", "looked_at"),
    [
        ({}, ()),
        (
            {"next_step": "Ava rings her mum."},
            (NAMES_THEM.format(label="What happens next", name="Ava"),),
        ),
        (
            {"who_will_know": "Ava’s mum, of the photo."},
            (
                NAMES_THEM.format(label="Who will know", name="Ava"),
                TELLS.format(label="Who will know", word="photo"),
            ),
        ),
        (
            {"wants": "I want the pictures gone. I am Ava."},
            (TELLS.format(label="What they want to happen, in their words", word="pictures"),),
        ),
        ({"next_step": "The picture is gone. Mr Nudd comes."}, (PICTURE,)),
        ({"next_step": "Imagine a videographer."}, ()),
    ],
)
def test_a_draft_points_at_words_that_are_not_for_a_pocket(answers, looked_at):
    case, kind = (
        concern_case(TALKED_WITH, (LearnerCard, AGREED | answers)),
        kind_named("learner_card"),
    )
    assert kind.look_at(case, kind.subjects(case)[0]) == looked_at


def test_a_card_has_room_to_write_only_by_choice():
    for by_hand in (True, False):
        shown = cards(concern_case(TALK), by_hand=by_hand)["ava"]
        assert ("What you said you want" in shown) is by_hand


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


def test_a_card_names_no_other_page_than_the_one_that_was_chosen():
    case = read_case(PRACTICE / "04-simple-at-16.toml", until="delete-mira")
    for shown in cards(case).values():
        assert "Report Remove" not in shown


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
