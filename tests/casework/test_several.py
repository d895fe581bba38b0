"""One thing for many: entered once, sealed as one entry each, in one go and by each one's gates."""

from datetime import timedelta

import pytest

from app.casework.recording import seal
from app.casework.several import missing_for_others
from app.domain.forms import FORMS
from app.domain.forms.any_time import ClockMissed, Missed
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import ConversationNotHeld
from app.domain.forms.copies import CopiesFound, CopyChanged
from app.domain.forms.deletion import DeletionConfirmed, DeletionDecided
from app.domain.forms.parents import ParentDecision, Telling
from app.domain.forms.person import PeopleNamed
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.form import questions_of
from app.domain.kit.keys import DueKind, read_key
from app.domain.kit.moments import moment
from app.domain.owed.several import for_another, others_for
from app.domain.owed.table import owed_in
from app.vault.errors import DiskFull
from tests.casefold import AVA, BEN, DSL, NOW, concern
from tests.domain.gate_answers import ALL_NO, DELETE

JUST_NOW = moment(NOW - timedelta(minutes=5))
CHAT = tuple(
    Person(id=f"chat-{number}", kind=PersonKind.LEARNER, name=f"Learner {number:02}")
    for number in range(1, 15)
)
DEE = Person(id="dee", kind=PersonKind.PARENT, name="Dee Stone")
CAL = Person(id="cal", kind=PersonKind.PARENT, name="Cal Marsh")
NOT_HELD = {
    "learner": "chat-1",
    "decided_by": DSL,
    "decided_at": moment(NOW - timedelta(minutes=5)),
    "why": "The police asked us to wait until they have spoken with each of them.",
}
TELL = {
    "parent": "dee",
    "child": "ava",
    "decided_by": DSL,
    "decided_at": moment(NOW - timedelta(minutes=5)),
    "decision": Telling.TELL,
    "why": "They hear it from the college first.",
    "learner_view": "She asks to be there.",
    "reach": "Her own mobile only",
}


@pytest.fixture
def chat(session):
    people = tuple(Involved(one, (Role.RECEIVED,)) for one in CHAT)
    return seal(session, ConcernReceived, concern(people=people, **ALL_NO))


@pytest.fixture
def families(session):
    case = seal(session, ConcernReceived, concern())
    for parent, child in ((DEE, AVA), (CAL, BEN)):
        named = {
            "people": (Involved(parent, (Role.FAMILY,)),),
            "parent_of": child.id,
            "how": "told",
            "how_words": "Said so.",
            "why": "To tell them.",
        }
        asked = {question.name for question in questions_of(PeopleNamed)}
        case = seal(
            session,
            PeopleNamed,
            {name: it for name, it in named.items() if name in asked},
            case=case,
        )
    return case


def others(session, case, form, answers):
    return others_for(case, form, answers, session.clocks)


def test_the_forms_that_can_be_entered_once_for_several():
    assert {form for form in FORMS if form.for_several} == {
        ConversationNotHeld,
        ParentDecision,
        ClockMissed,
        CopyChanged,
        DeletionDecided,
        DeletionConfirmed,
    }


def test_a_chat_of_fourteen_is_entered_once_and_sealed_as_fourteen(session, chat):
    found = others(session, chat, ConversationNotHeld, NOT_HELD)
    assert [one.words for one in found] == [one.name for one in CHAT[1:]]
    each = [for_another(ConversationNotHeld, NOT_HELD, one) for one in found]
    case = seal(session, ConversationNotHeld, NOT_HELD, case=chat, also=each)
    sealed = case.all_of(ConversationNotHeld)
    assert [form.learner for form in sealed] == [one.id for one in CHAT]
    assert len({entry.root for entry in case.current}) == 15
    assert {form.why for form in sealed} == {NOT_HELD["why"]}


def test_sealing_the_same_again_records_each_of_them_once(session, chat):
    found = others(session, chat, ConversationNotHeld, NOT_HELD)[:2]
    each = [for_another(ConversationNotHeld, NOT_HELD, one) for one in found]
    for _ in range(2):
        case = seal(session, ConversationNotHeld, NOT_HELD, case=chat, also=each, entry="one-press")
    assert len(case.all_of(ConversationNotHeld)) == 3


def test_all_are_sealed_or_none(session, chat, monkeypatch):
    each = [NOT_HELD | {"learner": "chat-2"}]
    write, calls = session.casebook.journal._seal, []

    def full(entry, now):
        calls.append(entry)
        if len(calls) == 2:
            raise DiskFull
        return write(entry, now)

    monkeypatch.setattr(session.casebook.journal, "_seal", full)
    with pytest.raises(DiskFull):
        seal(session, ConversationNotHeld, NOT_HELD, case=chat, also=each)
    assert len(session.casebook.journal.entries(chat.id)) == 1


def test_what_is_another_persons_own_is_not_written_of_them(session, families):
    (other,) = others(session, families, ParentDecision, TELL)
    assert other.words == "Cal Marsh, of Ben Marsh"
    made = for_another(ParentDecision, TELL, other)
    assert (made["parent"], made["child"], made["why"]) == ("cal", "ben", TELL["why"])
    assert not made.keys() & {"learner_view", "reach", "safety", "responsible"}


def test_a_refusal_names_whom_it_is_about_and_nothing_is_said_twice(session, chat):
    bad = others(session, chat, ConversationNotHeld, NOT_HELD)[0]
    grown = NOT_HELD | {"why": None}
    assert missing_for_others(session, ConversationNotHeld, grown, (bad,), chat) == ()
    nobody = type(bad)("Learner 99", {"learner": "nobody"})
    (problem,) = missing_for_others(session, ConversationNotHeld, NOT_HELD, (nobody,), chat)
    assert problem.name == "learner"
    assert problem.sentence.startswith("Learner 99: ")
    each = [for_another(ConversationNotHeld, NOT_HELD, nobody)]
    with pytest.raises(ValueError, match="not ready"):
        seal(session, ConversationNotHeld, NOT_HELD, case=chat, also=each)


def test_the_same_thing_is_set_aside_for_several_people(session, chat):
    rows = [row for row in owed_in(chat, session.clocks) if row.aside and row.about]
    kinds = [row.key.kind for row in rows]
    kind = next(kind for kind in kinds if kinds.count(kind) > 1 and kind in DueKind)
    first = next(row for row in rows if row.key.kind == kind)
    aside = {
        "which": first.key.write(),
        "missed": Missed.NOT_NEEDED,
        "why": "The police speak with all of them.",
        "said_by": DSL,
        "said_at": moment(NOW - timedelta(minutes=5)),
    }
    found = others(session, chat, ClockMissed, aside)
    assert {read_key(str(one.answers["which"])).kind for one in found} == {kind}
    assert len(found) == kinds.count(kind) - 1
    each = [for_another(ClockMissed, aside, one) for one in found]
    case = seal(session, ClockMissed, aside, case=chat, also=each)
    assert kind not in [row.key.kind for row in owed_in(case, session.clocks)]


@pytest.mark.parametrize("answers", [{}, {"learner": ""}])
def test_until_somebody_is_chosen_nobody_else_is_offered(session, chat, answers):
    assert others(session, chat, ConversationNotHeld, answers) == ()


def sealed_for_all(session, case, form, answers):
    """Seal a form once, for everybody and everything for which the same can be recorded."""
    each = [for_another(form, answers, one) for one in others(session, case, form, answers)]
    assert (
        missing_for_others(session, form, answers, others(session, case, form, answers), case) == ()
    )
    return seal(session, form, answers, case=case, also=each)


def test_fourteen_copies_of_a_chat_are_looked_at_again_at_once(session, chat):
    held = ({"held_by": "person", "person": one.id, "state": "known"} for one in CHAT)
    seen = {"held_by": "group", "name": "Y11 banter", "state": "held"}
    found = {"copies": (*held, seen), "at": JUST_NOW, "how": "learner"}
    case = seal(session, CopiesFound, found, case=chat)
    first, *_, group = case.copies
    gone = {
        "copy": first,
        "at": JUST_NOW,
        "state": "says_gone",
        "how": "holder",
        "why": "In class.",
    }
    gone["confirmed_by"] = "M. Reyes, tutor, who was there"
    case = sealed_for_all(session, case, CopyChanged, gone)
    assert [form.copy for form in case.all_of(CopyChanged)] == [*case.copies][:-1]
    assert case.copies[group].state == "held"


def test_that_fourteen_delete_is_decided_once_and_told_to_us_once_but_in_the_words_of_each(
    session, chat
):
    whom = DELETE | {"learner": "chat-1", "decided_at": JUST_NOW}
    case = sealed_for_all(session, chat, DeletionDecided, whom)
    decided = [entry for entry in case.current if isinstance(entry.form, DeletionDecided)]
    assert [entry.form.learner for entry in decided] == [one.id for one in CHAT]
    told = {
        "deletion": decided[0].root,
        "confirmed_at": JUST_NOW,
        "confirmed_to": DSL,
        "confirmed": YesNoUnknown.YES,
        "places": ("device",),
        "words": "It is gone.",
        "explained": "Why it matters.",
    }
    case = sealed_for_all(session, case, DeletionConfirmed, told)
    forms = case.all_of(DeletionConfirmed)
    assert [form.deletion for form in forms] == [entry.root for entry in decided]
    assert [form.words for form in forms] == ["It is gone.", *[None] * 13]
    assert others(session, case, DeletionConfirmed, told) == ()


def test_what_the_college_itself_deletes_is_decided_for_nobody_else(session, chat):
    alone = DELETE | {"decision": "college", "learner": None}
    assert others(session, chat, DeletionDecided, alone) == ()
