"""The custody sheet: whose hands a device went through, and the last word of the police."""

from datetime import timedelta

import pytest

from app.domain.case.imagery import devices_held
from app.domain.forms.bodies import AskedToKeep, BodyContact, BodyReferralOpened, OtherBody, Way
from app.domain.forms.deletion import Agreeing, Hold, HoldLifted
from app.domain.forms.device import (
    DeviceInstruction,
    DeviceMoved,
    DeviceTaken,
    Lock,
    Movement,
    Power,
    Running,
)
from app.domain.gates import gate_problems
from app.domain.kit.answers import StaffMember, YesNoUnknown
from app.domain.kit.keys import DueKind
from app.domain.kit.moments import moment
from app.domain.kit.record import Audience
from app.domain.owed.table import owed_in
from app.papers.case_rows import imagery
from app.papers.case_words import CaseWords
from app.papers.kinds import offers_for
from app.typesetting.content import Section, Table
from app.typesetting.text import visible
from tests.casefold import DSL, NOW, concern_case
from tests.owed.read import LIMITS
from tests.papers.paper import answers_in, flat, issue

LEAD = StaffMember("L. Haines", "Lead Safeguarding Manager")
TUTOR = StaffMember("S. Iqbal", "Personal Supervisor")
OFFICER = "PC 4417 A. Singh"
TILL = (NOW + timedelta(days=2)).date()
DEVICE = "entry-2"


def at(hours):
    return moment(NOW + timedelta(hours=hours))


TAKEN = (
    DeviceTaken,
    {
        "device": "Black phone",
        "owner": "ben",
        "power": Power.HANDED_OVER,
        "imagery": YesNoUnknown.NOT_KNOWN,
        "why": "It may be needed.",
        "taken_at": at(0),
        "handed_by": "Ben Marsh",
        "received_by": TUTOR,
        "running": Running.OFF,
        "locked": Lock.LOCKED,
        "seal": "EC-1",
        "storage": "Safe",
        "instruction": YesNoUnknown.NO,
        "receipt": "Ben Marsh",
    },
)
INSTRUCTED = (
    DeviceInstruction,
    {
        "device": DEVICE,
        "given_at": at(1),
        "officer": OFFICER,
        "said": "Leave it off.",
        "done": "Left in the safe.",
    },
)
POLICE = (
    BodyReferralOpened,
    {
        "body": OtherBody.POLICE,
        "name": "Exampleshire Police",
        "why": "An adult asks for more.",
        "asked_for": "Advice.",
    },
)
AGREED = (
    HoldLifted,
    {
        "holds": [Hold.POLICE],
        "agreeing": Agreeing.POLICE,
        "agreed_by": OFFICER,
        "contact": "entry-3",
        "agreed_at": at(5),
        "agreed_what": "It may go back.",
        "why": "Nothing is needed of it.",
    },
)


def moved(by, hours, movement=Movement.CHECKED, **answers):
    usual = {
        "device": DEVICE,
        "moved_at": at(hours),
        "movement": movement,
        "moved_by": by,
        "went_to": "Safe in the office",
        "seal_whole": YesNoUnknown.YES,
        "why": "To see to it.",
    }
    return DeviceMoved, usual | answers


def rang(referral, hours, said, *keep):
    answers = {
        "referral": referral,
        "at": at(hours),
        "by": DSL,
        "way": Way.TELEPHONE,
        "reached": YesNoUnknown.YES,
        "spoke_to": OFFICER,
        "why": "They called back",
        "said": "They called.",
        "instructions": said,
        "keep": keep,
    }
    return BodyContact, answers


def sheet(*entries):
    case = concern_case(TAKEN, *entries)
    (offer,) = (one for one in offers_for(case) if one.kind.key == "custody_sheet")
    return offer.kind.content(case, offer.subject, issue())


def callout(made):
    return "\n".join(visible(flat(words)) for words in made.callout)


def flagged(made):
    found = [part for part in made.parts if isinstance(part, Section)]
    return [row for one in found if one.heading.startswith("Not recorded") for row in one.rows]


def test_a_device_that_changed_hands_without_an_entry_is_flagged_with_both_names():
    ((between, (passed, ask)),) = flagged(sheet(moved(LEAD, 3)))
    assert between == "19 Nov 2026, 10:22 to 19 Nov 2026, 13:22"
    assert passed == "From S. Iqbal, Personal Supervisor to L. Haines, Lead Safeguarding Manager."
    assert "Ask both" in ask


@pytest.mark.parametrize(
    "entries",
    [
        (moved(TUTOR, 3),),
        (moved(LEAD, 3, came_by="S. Iqbal handed it over in the office"),),
        (moved(LEAD, 3, came_by="From the safe"), moved(LEAD, 4)),
    ],
)
def test_hands_that_the_record_joins_are_not_flagged(entries):
    assert flagged(sheet(*entries)) == []


TO_POLICE = {"went_to": "Exampleshire Police", "officer": OFFICER, "receipt": OFFICER}
TO_BEN = {"went_to": "Ben Marsh", "receipt": "Ben Marsh"}
HANDS = {
    "handed to the police": ((moved(TUTOR, 2, Movement.POLICE, **TO_POLICE),), "Handed to the", ""),
    "back from the police without an entry": (
        (moved(TUTOR, 2, Movement.POLICE, **TO_POLICE), moved(TUTOR, 5, Movement.STORED)),
        "In custody. Safe in the office.",
        "From Exampleshire Police to S. Iqbal",
    ),
    "back from the police by an entry": (
        (
            moved(TUTOR, 2, Movement.POLICE, **TO_POLICE),
            moved(TUTOR, 5, Movement.STORED, came_by="PC Singh brought it, 15:00"),
        ),
        "In custody. Safe in the office.",
        "",
    ),
    "back from the police and given back": (
        (
            moved(TUTOR, 2, Movement.POLICE, **TO_POLICE),
            moved(TUTOR, 5, Movement.RETURNED, **TO_BEN),
        ),
        "Given back. 19 Nov 2026, 15:22, Ben Marsh.",
        "From Exampleshire Police to S. Iqbal",
    ),
    "given back, and then with the police": (
        (
            moved(TUTOR, 2, Movement.RETURNED, **TO_BEN),
            moved(TUTOR, 5, Movement.POLICE, **TO_POLICE),
        ),
        "Handed to the police. 19 Nov 2026, 15:22",
        "From Ben Marsh to S. Iqbal",
    ),
    "a seal checked that is not here": (
        (moved(TUTOR, 2, Movement.RETURNED, **TO_BEN), moved(TUTOR, 5)),
        "Given back. 19 Nov 2026, 12:22, Ben Marsh.",
        "From Ben Marsh to S. Iqbal",
    ),
    "brought to whoever moves it next": (
        (
            moved(TUTOR, 2, Movement.STORED, went_to="L. Haines, in her office"),
            moved(LEAD, 5, went_to="Her safe"),
        ),
        "In custody. Her safe.",
        "",
    ),
    "brought to another than moves it next": (
        (moved(TUTOR, 2, Movement.STORED, went_to="R. Okafor"), moved(LEAD, 5)),
        "In custody. Safe in the office.",
        "From S. Iqbal",
    ),
}


@pytest.mark.parametrize(("entries", "says", "flag"), HANDS.values(), ids=HANDS)
def test_the_sheet_says_who_has_it_now_and_flags_every_hand_without_an_entry(entries, says, flag):
    made = sheet(*entries)
    assert callout(made).startswith(says)
    passed = [words for _, (words, _) in flagged(made)]
    assert [one[: len(flag)] for one in passed] == ([flag] if flag else [])
    case = concern_case(TAKEN, *entries)
    assert bool(devices_held(case)) is says.startswith("In custody")
    assert len([one for one in owed_in(case, LIMITS) if one.key.kind is DueKind.HANDS]) == len(
        passed
    )


def test_a_device_of_each_of_two_has_its_own_hands_and_its_own_word_of_the_police():
    other = (DeviceTaken, TAKEN[1] | {"device": "White phone", "seal": "EC-2"})
    gone = moved(TUTOR, 2, Movement.POLICE, **TO_POLICE)
    case = concern_case(
        TAKEN, other, gone, (DeviceInstruction, INSTRUCTED[1] | {"device": "entry-3"})
    )
    said = {}
    for one in offers_for(case):
        if one.kind.key == "custody_sheet":
            said[one.subject.entry] = callout(one.kind.content(case, one.subject, issue()))
    assert said[DEVICE].startswith("Handed to the police.")
    assert "Leave it off." not in said[DEVICE]
    assert said["entry-3"].startswith("In custody. Safe.")
    assert "Leave it off." in said["entry-3"]


def test_a_device_that_the_police_took_themselves_is_not_said_to_be_kept_here():
    case = concern_case((DeviceTaken, TAKEN[1] | {"power": Power.POLICE, "storage": "With them"}))
    (offer,) = (one for one in offers_for(case) if one.kind.key == "custody_sheet")
    made = offer.kind.content(case, offer.subject, issue())
    assert callout(made).startswith("Taken by the police. With them.")


def test_whoever_records_a_device_that_came_back_is_asked_how_it_came():
    case = concern_case(TAKEN, moved(TUTOR, 2, Movement.POLICE, **TO_POLICE))
    form, answers = moved(TUTOR, 5, Movement.STORED)
    (problem,) = gate_problems(form, answers, case)
    assert "By the record Exampleshire Police had it last." in problem.sentence
    assert gate_problems(form, answers | {"came_by": "PC Singh brought it"}, case) == ()


def test_how_a_device_came_to_a_further_hand_stands_on_the_sheet():
    made = sheet(moved(LEAD, 3, came_by="From the safe, 13:20"))
    (table,) = (part for part in made.parts if isinstance(part, Table))
    ((_, _, where, _),) = table.rows
    assert "How it came to them: From the safe, 13:20" in [visible(words) for words in where]


def test_whoever_records_a_further_hand_is_asked_how_it_came_to_them():
    case = concern_case(TAKEN)
    form, answers = moved(LEAD, 3)
    (problem,) = gate_problems(form, answers, case)
    assert problem.name == "came_by"
    assert "S. Iqbal had it last" in problem.sentence
    assert gate_problems(form, answers | {"came_by": "From the safe"}, case) == ()
    assert gate_problems(form, answers | {"moved_by": TUTOR}, case) == ()


@pytest.mark.parametrize(
    ("entries", "last"),
    [
        ((INSTRUCTED,), "Leave it off."),
        ((INSTRUCTED, POLICE, rang("entry-4", 2, "Switch it on.")), "Switch it on."),
        ((POLICE, rang("entry-3", 4, "Keep it."), INSTRUCTED), "Keep it."),
        ((INSTRUCTED, AGREED), "It may go back."),
        (
            (INSTRUCTED, POLICE, rang("entry-4", 2, None, AskedToKeep(what="His phone"))),
            "Not to be deleted: His phone.",
        ),
        (
            (POLICE, rang("entry-3", 2, "Leave it.", AskedToKeep(what="It", until=TILL))),
            "Leave it. Not to be deleted: It, until 21 Nov 2026.",
        ),
    ],
)
def test_the_last_word_of_the_police_stands_first_whichever_form_has_it(entries, last):
    said = callout(sheet(*entries)).splitlines()
    (line,) = (one for one in said if one.startswith("The police said last."))
    assert line.endswith(f"{OFFICER}: {last}")


def test_an_agreement_in_the_same_talk_is_not_told_twice():
    at_once = HoldLifted, AGREED[1] | {"agreed_at": at(1)}
    (section,) = (
        part
        for part in sheet(INSTRUCTED, at_once).parts
        if isinstance(part, Section) and part.heading == "What the police said"
    )
    assert len(section.rows) == 1


def test_what_other_bodies_ask_is_no_word_of_the_police():
    other = BodyReferralOpened, POLICE[1] | {"body": OtherBody.COLLEGE, "name": "An academy"}
    assert "The police said last." not in callout(sheet(other, rang("entry-3", 2, "Keep it.")))


def test_a_device_of_the_college_is_the_colleges_and_nothing_unasked_is_called_not_known():
    own = concern_case((DeviceTaken, TAKEN[1] | {"owner": None, "power": Power.COLLEGE_OWN}))
    older = concern_case((DeviceTaken, TAKEN[1] | {"owner": None, "imagery": None}))
    said = []
    for case in (own, older):
        (offer,) = (one for one in offers_for(case) if one.kind.key == "custody_sheet")
        made = offer.kind.content(case, offer.subject, issue())
        said.append(answers_in(made.sections))
    assert said[0]["Whose it is"] == "The college’s own"
    assert said[0]["Imagery of under-18s, as told"] == "Not known"
    not_recorded = "Not recorded in this case"
    assert said[1]["Whose it is"] == said[1]["Imagery of under-18s, as told"] == not_recorded


def test_what_was_given_back_is_told_of_in_the_past():
    back = moved(TUTOR, 6, Movement.RETURNED, receipt="Ben Marsh", went_to="Ben Marsh")
    said = callout(sheet(back))
    assert said.startswith("Given back. 19 Nov 2026, 16:22, Ben Marsh.")
    assert "Nobody opens it" not in said
    assert "Nobody opens it" in callout(sheet())


def test_what_was_given_back_though_the_police_had_to_have_it_says_how_that_came():
    how = "His father asked for it at the gate. PC Singh was told at 16:10."
    back = {"receipt": "Ben Marsh", "went_to": "Ben Marsh", "despite": how}
    returned = moved(TUTOR, 6, Movement.RETURNED, **back)
    (table,) = (part for part in sheet(returned).parts if isinstance(part, Table))
    assert f"Given back before the police had agreed: {how}" in [
        visible(flat(one)) for one in table.rows[0][1]
    ]
    case = concern_case(TAKEN, POLICE, returned)
    (letter,) = (one for one in offers_for(case) if one.kind.key == "police")
    devices = answers_in(letter.kind.content(case, letter.subject, issue()).sections)["Device"]
    assert how in devices
    closing = dict(imagery(CaseWords(case, Audience.DSL)))["Devices"]
    assert how in closing[0]
