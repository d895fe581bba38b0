"""What an entry says in a line: every form declares how, and nothing typed runs away with it."""

import re

import pytest

from app.domain.forms import FORMS
from app.domain.forms.any_time import ClockMissed
from app.domain.forms.bodies import BodyContact, Way
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.copies import CopiesFound, CopyState, HolderKind, HowKnown, KnownCopy
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.forms.deletion import DeletionConfirmed, HoldLifted
from app.domain.forms.device import DeviceInstruction
from app.domain.forms.knowledge import Knower, Knowing, KnowledgeNoted, Topic
from app.domain.forms.parents import ContactMethod, ParentContact
from app.domain.forms.person import PeopleNamed
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.social_care import ReferralCall
from app.domain.forms.viewing import StaffAsked, ViewingAsked
from app.domain.kit.answers import (
    AnswerKind,
    Involved,
    Person,
    PersonKind,
    Refers,
    StaffMember,
    YesNoUnknown,
)
from app.domain.kit.checks import filled_in
from app.domain.kit.form import Offered, questions_of
from app.domain.kit.in_short import LONGEST, QUESTION, first_sentence, in_short, on_timeline
from tests.casefold import AVA, BEN, DSL, concern
from tests.domain.people_of_two import AT, CALLED, MET, MISSED, TALKED
from tests.domain.test_case import CALL
from tests.papers.filled import needed

BOTH, WISH = "Tell her mother. Not her father, and delete nothing.", "Tell my mum. Not my dad."
"""Whose second half says what is not to be done."""
NAMES = {"ava": "Ava Stone", "ben": "Ben Marsh", "dee": "Dee Stone", "entry-1": "An entry"}
ROLE = re.compile(r"\brole\b|\bnumber, force\b|\bOfficer\b")
"""What an example shows that stands after a name, with a comma."""
each_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)


def line(form, **answers):
    return in_short(filled_in(form, answers), NAMES)


@each_form
def test_every_form_says_how_it_is_told_in_a_line_and_asks_what_the_pattern_names(form):
    assert form.in_short
    names = {question.name for question in questions_of(form)}
    also = (pattern for _, pattern in form.in_short_if)
    for pattern in (form.in_short, form.on_timeline, *also):
        asked = {name for one in QUESTION.finditer(pattern) for name in one["names"].split("|")}
        assert asked <= names
        assert pattern.count("{") == len(QUESTION.findall(pattern))


NEED_NOT_SAY = {
    "ConcernReceived.people": "the account says who was in it, and the annex each part",
    "PeopleNamed.parent_of": "the reason says whose parent was named",
}
POINTS_AT = {Refers.REFERRAL, Refers.BODY_REFERRAL, Refers.COPY, Refers.REQUEST, Refers.DELETION}


def whom(question):
    """Whether a question asks who did it, whom it is about, or which of several things."""
    if question.kind in {AnswerKind.STAFF, AnswerKind.PEOPLE} or question.ask.refers_to:
        return question.required and question.ask.refers_to in {None, *POINTS_AT}
    parts = questions_of(question.row) if question.row else (question,)
    return [one.kind for one in parts] == [AnswerKind.PERSON]


@each_form
def test_a_line_says_who_did_it_and_whom_or_what_it_is_about(form):
    if form.offer is Offered.BY_ITSELF or not form.on_paper:
        return
    asked = {name for one in QUESTION.finditer(form.in_short) for name in one["names"].split("|")}
    missing = {
        one.name
        for one in questions_of(form)
        if whom(one) and not one.ask.silent and f"{form.__name__}.{one.name}" not in NEED_NOT_SAY
    }
    assert missing <= asked


def test_of_several_copies_a_line_says_how_many_stand_how():
    copies = [
        KnownCopy(held_by=HolderKind.DEVICE, person="ava", state=CopyState.KNOWN),
        KnownCopy(held_by=HolderKind.GROUP, name="12C maths", state=CopyState.SUSPECTED),
        KnownCopy(held_by=HolderKind.DEVICE, person="ben", state=CopyState.KNOWN),
    ]
    told = line(CopiesFound, copies=tuple(copies), at=AT, how=HowKnown.LEARNER)
    assert told.startswith("Copies noted: 3 (2 known to be there, 1 suspected); known from")


def test_a_line_on_a_body_says_what_it_asked_of_the_college_too():
    given = needed(BodyContact, ("dee", "ava")) | {"reached": YesNoUnknown.YES, "said": "Noted."}
    told = line(BodyContact, **given, instructions="Nobody deletes anything. Ring tomorrow.")
    assert told.endswith(": Noted. They ask: Nobody deletes anything. Ring tomorrow.")
    assert "They ask" not in line(BodyContact, **given)


def test_of_several_people_a_line_says_each_with_the_answer_or_how_many_said_what():
    yes, no = YesNoUnknown.YES, YesNoUnknown.NO
    named = [StaffMember(name) for name in ("M. Reyes", "T. Adeyemi", "L. Haines", "S. Iqbal")]
    rows = [StaffAsked(who=one, seen=no) for one in named]
    rows[1] = StaffAsked(who=named[1], seen=yes, how="It was shown to her.")
    given = {"asked_at": AT, "asked_by": DSL, "why": "They were near it."}
    few = line(ViewingAsked, staff=tuple(rows[:2]), **given)
    assert few.endswith("seen the imagery: M. Reyes (no), T. Adeyemi (yes).")
    many = line(ViewingAsked, staff=tuple(rows), **given)
    assert many.endswith("seen the imagery: 4 people (3 no, 1 yes).")


@each_form
def test_an_entry_with_the_needed_answers_alone_is_one_whole_line(form):
    said = line(form, **needed(form, ("dee", "ava")))
    assert not set("{}[]|\n") & set(said)
    assert said[0].isupper() or not said[0].isalpha()
    assert said.endswith((".", "”", "?", "!"))
    assert ".." not in said
    assert "  " not in said


def test_what_was_not_answered_is_left_out_with_the_words_around_it():
    decided = {"decided_at": AT, "decided_by": concern()["told_to"], "why": "She asks for it."}
    refer = line(DecisionMade, decision=Decision.REFER, refer_to=(Body.POLICE,), **decided)
    assert refer == "Decided by R. Okafor: refer to police. She asks for it."
    assert line(DecisionMade, decision=Decision.REFER, **decided) == (
        "Decided by R. Okafor: refer. She asks for it."
    )


def test_somebody_not_reached_is_never_said_to_have_been_told():
    not_reached = MET | {"reached": YesNoUnknown.NO, "told": None}
    form = filled_in(ParentContact, not_reached)
    assert in_short(form, NAMES).startswith("R. Okafor tried to reach Dee Stone")
    assert on_timeline(form, NAMES) == "Dee Stone not reached"
    assert on_timeline(filled_in(ParentContact, MET), NAMES) == "Dee Stone"


LETTER = {"how": ContactMethod.MESSAGE}
WAYS = {
    "a parent met": (ParentContact, MET, "R. Okafor spoke with Dee Stone about Ava Stone"),
    "a parent written to": (ParentContact, MET | LETTER, "R. Okafor wrote to Dee Stone about Ava"),
    "a parent to whom no letter went": (
        ParentContact,
        MISSED | LETTER | {"told": None},
        "R. Okafor tried to write to Dee Stone about Ava Stone.",
    ),
    "a body rung": (BodyContact, CALLED, "R. Okafor was in contact with An entry: Wait for"),
    "a body written to": (
        BodyContact,
        CALLED | {"way": Way.WRITING},
        "R. Okafor wrote to An entry: Wait for",
    ),
}


@pytest.mark.parametrize(("form", "answers", "said"), WAYS.values(), ids=WAYS)
def test_whoever_was_written_to_is_never_said_to_have_been_spoken_with(form, answers, said):
    answers = answers | ({"referral": "entry-1"} if form is BodyContact else {})
    told = line(form, **answers)
    assert told.startswith(said)
    assert "letter or message" not in told


@each_form
def test_every_form_that_asks_how_somebody_was_reached_tells_a_letter_as_one(form):
    ways = {one for q in questions_of(form) for one in q.choices} & {*Way, *ContactMethod}
    met = any(one.ask.meets or one.ask.refers_to for one in questions_of(form))
    written = {Way.WRITING, ContactMethod.MESSAGE} & ways
    if met and written:
        assert any(set(one.values) & written for one, _ in form.in_short_if)


def test_of_long_words_the_first_sentence_is_said_and_no_initial_ends_it():
    said = line(ConcernReceived, **concern(account="Ava came to M. Reyes in Year 11. She cried."))
    assert said.endswith(": Ava came to M. Reyes in Year 11.")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("To whom he sent it. How she is.", "To whom he sent it"),
        ("She told us. He did not.", "She told us"),
        ("Mr. Hale and Dr. Dee saw it.", "Mr. Hale and Dr. Dee saw it"),
        ("Bus no. 12 to the college. He got out.", "Bus no. 12 to the college"),
    ],
)
def test_a_sentence_ends_after_a_short_word_and_not_after_an_abbreviation(typed, first):
    assert first_sentence(typed) == first


def test_a_sentence_that_never_ends_is_cut_after_a_word():
    said = line(ConcernReceived, **concern(account="word " * 90))
    assert said.endswith("word…")
    assert len(said) < LONGEST + 60


def test_many_people_are_counted_and_a_few_are_named():
    few = (Involved(AVA), Involved(BEN))
    assert "Ava Stone, Ben Marsh" in line(PeopleNamed, people=few, why="Ava named them.")
    many = tuple(
        Involved(Person(id=f"p{at}", kind=PersonKind.LEARNER, name=f"P {at}")) for at in range(5)
    )
    assert "5 people" in line(PeopleNamed, people=many, why="Ava named them.")


def test_of_several_questions_for_whom_the_first_that_was_answered_is_said():
    known = {"facts": (Topic.HAPPENED,), "knowing": Knowing.KNOWS, "at": AT}
    leaders = line(KnowledgeNoted, who=Knower.LEADERS, **known)
    assert leaders.startswith("Principal and senior leaders: ")
    named = line(KnowledgeNoted, who=Knower.PERSON, person="dee", **known)
    assert named.startswith("Dee Stone: ")


def test_a_quote_ends_as_it_ended():
    said = line(ConcernReceived, **concern(account="He asked: “Is it gone?”"), happened_at=None)
    assert said.endswith("“Is it gone?”")


@pytest.mark.parametrize(
    ("form", "asked"),
    [
        (LearnerConversation, TALKED | {"present": "", "wants": BOTH}),
        (ReferralCall, CALL | {"advice": BOTH}),
        (BodyContact, CALLED | {"instructions": BOTH}),
        (BodyContact, CALLED | {"instructions": BOTH, "way": Way.WRITING}),
        (DeviceInstruction, {"said": BOTH}),
        (HoldLifted, {"agreed_what": BOTH}),
        (DeletionConfirmed, {"confirmed": "no", "left": BOTH}),
    ],
)
def test_what_misleads_by_halves_is_told_whole(form, asked):
    for words in (BOTH, WISH):
        answers = {name: words if one is BOTH else one for name, one in asked.items()}
        said = line(form, **needed(form, ("dee", "ava")) | answers)
        assert words.rstrip(".") in said
        assert len(said) < LONGEST * 2
    long = {name: "Do not delete it. " * 20 if one is BOTH else one for name, one in asked.items()}
    assert line(form, **needed(form, ("dee", "ava")) | long).rstrip("”.").endswith("…")


def test_what_was_late_is_called_late_and_not_done_or_still_to_be_done():
    late = {"which": "entry-1", "missed": "late", "why": "A closed day.", "said_at": AT}
    assert line(ClockMissed, **late) == "An entry: late. A closed day."
    aside = late | {"missed": "not_needed", "said_by": DSL}
    assert line(ClockMissed, **aside) == "An entry: it is no longer needed. A closed day."


@each_form
def test_after_somebody_typed_with_their_role_no_verb_follows_without_a_stop(form):
    asked = {one.name: one for one in questions_of(form)}
    for found in QUESTION.finditer(form.in_short):
        first = asked[found["names"].split("|")[0]]
        after = form.in_short[found.end() :].lstrip("[")[:1]
        if first.kind is AnswerKind.LINE and ROLE.search(first.ask.example):
            assert after in {"", ":", ",", ".", ";", "]"}, form.in_short


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"route": "in_app", "service_name": "Snapchat"}, "removal, in the app, by an account"),
        ({"route": "report_remove", "service_name": "Report Remove"}, "removal; made by"),
    ],
)
def test_a_line_does_not_say_the_same_twice(asked, told):
    said = line(RemovalRequested, **needed(RemovalRequested, ("dee", "ava")) | asked)
    assert told in said
