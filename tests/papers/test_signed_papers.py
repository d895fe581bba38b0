"""Viewing record, custody sheet and deletion record: every fact, every hand, lines to sign."""

import msgspec
import pytest

from app.domain.case.case import Case, fold_case
from app.domain.forms.deletion import Deletion, DeletionDecided
from app.domain.forms.device import DeviceTaken, Power
from app.domain.forms.viewing import ViewingGround, ViewingRecorded
from app.domain.kit.answers import StaffMember, YesNoUnknown
from app.domain.kit.moments import moment
from app.domain.kit.record import Audience
from app.papers.case_words import NOT_RECORDED
from app.papers.custody_sheet import BY_HAND, ON_RECEIPT, TO_A_CONSTABLE
from app.papers.device_receipt import HANDED_ON
from app.papers.kinds import offer_of, offers_for
from app.papers.viewing_record import DECLARED
from app.typesetting.content import Section, Signatures
from app.typesetting.signing import Handovers
from tests.casefold import DSL, NOW, concern_case
from tests.domain.gate_answers import TAKEN
from tests.domain.people_of_two import PARENTS
from tests.papers.cases import PRACTICE, entries_of, read_case, with_answers
from tests.papers.paper import issue, plain, printed, text_of, words_on

HELD = PRACTICE / "03-device-held.toml"
SEEN = PRACTICE / "10-seen-by-accident.toml"
LEAD = StaffMember("L. Haines", "Lead Safeguarding Manager")
WITNESS = StaffMember("E. Nolan", "Duty Officer")
DECIDED = {
    "decided_at": moment(NOW),
    "decision": Deletion.LEARNER,
    "decided_by": LEAD,
    "learner": "ava",
    "what": "Her own phone, and what Ben has",
    "delete_by": NOW.date(),
    "why": "Ben Marsh wants it gone.",
}
VIEWED = {
    "ground": ViewingGround.AGENCIES,
    "why": "Their accounts could not be brought together.",
    "agreed_by": LEAD,
    "agreed_at": moment(NOW),
    "viewed_by": DSL,
    "second": WITNESS,
    "same_sex": YesNoUnknown.NO,
    "same_sex_why": "Nobody else with the authority was in college.",
    "began_at": moment(NOW),
    "ended_at": moment(NOW),
    "place": "Office of a senior leader",
    "device": "A learner’s own phone",
    "copied": YesNoUnknown.NO,
    "welfare": "Asked at noon; a talk on Friday.",
    "followed": "The police were rung.",
}


def content(case, key, place=0):
    offer = [one for one in offers_for(case) if one.kind.key == key][place]
    return offer.kind.content(case, offer.subject, issue())


def viewing(**answers):
    return content(concern_case((ViewingRecorded, VIEWED | answers)), "viewing_record")


def shown(made):
    return words_on(printed(made).pdf)


def signatures(made):
    (found,) = (part for part in made.parts if isinstance(part, Signatures))
    return found.columns


def rows(made):
    return {label: answer for section in made.sections for label, answer in section.rows}


def test_a_planned_viewing_prints_every_answer_and_three_people_sign():
    made = viewing()
    for answer in VIEWED.values():
        if isinstance(answer, str) and not isinstance(answer, YesNoUnknown | ViewingGround):
            assert plain(answer) in shown(made)
    names = [lines[0][1] for _, lines in signatures(made)]
    assert names == [f"{one.name}, {one.role}" for one in (DSL, WITNESS, LEAD)]


@pytest.mark.parametrize("copied", [YesNoUnknown.YES, YesNoUnknown.NOT_KNOWN])
def test_nobody_signs_that_nothing_was_copied_where_that_was_not_the_answer(copied):
    said = [statement for statement, _ in signatures(viewing())]
    assert DECLARED in said[0]
    made = viewing(copied=copied, copied_advice="Log 212: keep it where it is.")
    assert not any(DECLARED in statement for statement, _ in signatures(made))
    assert plain("Log 212: keep it where it is.") in shown(made)


def test_a_viewing_nobody_chose_has_no_agreement_and_nobody_signs_for_one():
    made = content(read_case(SEEN), "viewing_record")
    statements = [statement for statement, _ in signatures(made)]
    assert len(statements) == 2
    assert not any("agreed" in statement for statement in statements)
    assert "When it was agreed" not in rows(made)
    assert printed(made).pages == 1


def test_the_custody_sheet_has_every_movement_instruction_and_hand():
    case = read_case(HELD)
    made = content(case, "custody_sheet")
    text = shown(made)
    for entry in case.current:
        if entry.form.title.startswith(("Device", "Police instruction")):
            for name in ("seal", "storage", "went_to", "said", "done", "officer", "receipt"):
                answer = getattr(entry.form, name, None)
                assert not answer or plain(answer) in text, name
    (hands,) = (part for part in made.parts if isinstance(part, Handovers))
    assert [row.what[0] for row in hands.rows] == ["Taken into custody", "Given back"]


def test_a_device_still_held_has_rows_for_what_comes_next():
    made = content(read_case(HELD, until="checked"), "custody_sheet")
    (hands,) = (part for part in made.parts if isinstance(part, Handovers))
    assert [row.gave for row in hands.rows[1:]] == [""] * BY_HAND
    assert "In custody." in made.callout[0][0]


def test_what_a_search_found_is_marked_for_the_police_until_they_agree():
    here, agreed = (
        content(read_case(HELD, until=until), "custody_sheet") for until in ("checked", "lifted")
    )
    (marked,) = (words for words in here.callout if TO_A_CONSTABLE in "".join(words))
    assert marked[0] == "For the police."
    assert not any(TO_A_CONSTABLE in "".join(words) for words in agreed.callout)
    assert rows(here)["Imagery of under-18s, as told"] == ("Yes",)
    assert "Search of 19 Nov 2026" in rows(here)["Found in"][0]


def test_the_receipt_says_nothing_of_why_and_a_college_device_has_none():
    case = read_case(HELD)
    words = shown(content(case, "device_receipt"))
    taken = next(entry for entry in case.current if entry.form.title == "Device taken into custody")
    assert plain(taken.form.device) in words
    for kept in (taken.form.why, taken.form.storage):
        assert plain(kept) not in words
    own = msgspec.structs.replace(taken, form=msgspec.structs.replace(taken.form, owner=None))
    other = Case(tuple(own if entry is taken else entry for entry in case.entries))
    assert not [one for one in offers_for(other) if one.kind.key == "device_receipt"]


BY_BEN = {"power": Power.HANDED_OVER, "handed_by": "Ben Marsh, for Ava"}


def test_what_a_learner_or_parent_signs_is_a_paper_of_theirs():
    case = concern_case(
        PARENTS, (DeviceTaken, TAKEN | BY_BEN | {"owner": "ava"}), (DeletionDecided, DECIDED)
    )
    (hands,) = (
        part for part in content(case, "custody_sheet").parts if isinstance(part, Handovers)
    )
    assert hands.rows[0].gave == f"Ben Marsh, for Ava: {ON_RECEIPT}"
    assert not [
        said for said, _ in signatures(content(case, "deletion_record")) if "learner:" in said
    ]
    for key in ("device_receipt", "deletion_told"):
        (offer,) = (one for one in offers_for(case) if one.kind.key == key)
        assert (offer.kind.audience, offer.subject.reader) == (Audience.LEARNER, "ava")
        assert offer.disguises
        words = shown(content(case, key))
        assert not {"Ben", "Marsh", "police", "Holds"} & set(words.split())
        assert printed(content(case, key)).pages == 1


def test_what_a_learner_told_is_printed_for_them_and_else_there_is_room_to_write():
    made = content(read_case(HELD), "deletion_told")
    assert rows(made)["You said"] == ("All of it is deleted",)
    assert "The device itself" in rows(made)["Where you deleted it"]


def test_a_deletion_says_who_decided_whose_word_lifted_the_hold_and_what_was_confirmed():
    made = content(read_case(HELD), "deletion_record")
    text = shown(made)
    for said in (
        "Lead Safeguarding Manager",
        "PC 4417 A. Singh, Exampleshire Police",
        "No condition.",
        "“It’s gone, and I’m sorry I showed it.”",
    ):
        assert plain(said) in text
    assert rows(made)["Holds then"] == ("No hold stood",)
    assert len(signatures(made)) == 2
    assert made.title == "Deletion decision and confirmation"
    assert printed(made).pages == 1


def test_a_hold_that_stood_at_the_decision_is_said_even_after_it_was_lifted():
    case = read_case(HELD, change=with_answers("hold_lifted", holds=["viewing"]))
    (stood, *_) = rows(content(case, "deletion_record"))["Holds then"]
    assert stood == "The police are involved: waits for the word of the police"


def test_a_decision_to_keep_copies_for_now_is_no_deletion():
    case = read_case(HELD)
    decided = case.all_of(DeletionDecided)
    assert {one.decision for one in decided} == {Deletion.KEEP, Deletion.LEARNER}
    (offer,) = [one for one in offers_for(case) if one.kind.key == "deletion_record"]
    assert offer.subject.words.startswith(Deletion.LEARNER.label)


def test_what_is_not_confirmed_yet_leaves_room_to_write():
    answers = {
        "decided_at": moment(NOW),
        "decision": Deletion.LEARNER,
        "decided_by": LEAD,
        "learner": "ava",
        "what": "Her own phone",
        "delete_by": NOW.date(),
        "why": "She wants it gone.",
    }
    made = content(concern_case((DeletionDecided, answers)), "deletion_record")
    assert plain("In their words") in shown(made)
    assert "has not been confirmed yet" in made.callout[-1]
    assert made.title == "Deletion decision"
    assert not any(
        part.heading == "What was confirmed" for part in made.parts if isinstance(part, Section)
    )


@pytest.mark.parametrize("number", ["03", "05", "10"])
def test_what_is_still_to_be_confirmed_takes_one_page_with_its_signatures(number):
    (path,) = PRACTICE.glob(f"{number}-*.toml")
    entries = entries_of(path)
    before = next(at for at, one in enumerate(entries) if one.form == "deletion_confirmed")
    made = content(fold_case(entries[:before]), "deletion_record")
    assert made.title == "Deletion decision"
    assert printed(made).pages == 1


def test_each_of_several_is_a_paper_of_its_own():
    case = read_case(PRACTICE / "05-group-chat.toml")
    offers = [one for one in offers_for(case) if one.kind.key == "deletion_record"]
    assert len({one.subject.words for one in offers}) == len(offers) == 2
    for one in offers:
        assert offer_of(case, one.kind.key, *one.subject.refs) == one


def test_lines_to_sign_never_stand_alone_on_a_page():
    whole = content(concern_case((ViewingRecorded, VIEWED)), "viewing_record")
    lines = [(f"Topic {at}", ("Told.",)) for at in range(9)]
    for before in range(12, 30):
        parts = (
            Section("", "Before", tuple((f"Row {at}", ("Told.",)) for at in range(before))),
            Section("", "Last", tuple(lines)),
            Signatures((("I agree.", (("Signature", ""),)),)),
        )
        *_, last = text_of(printed(msgspec.structs.replace(whole, parts=parts)).pdf)
        assert "I agree." in last
        assert "Topic 8" in last


def test_lines_to_sign_that_follow_each_other_stand_together_with_what_is_signed():
    whole = content(concern_case((ViewingRecorded, VIEWED)), "viewing_record")
    signed = [Signatures(((words, (("Signature", ""),)),)) for words in ("I agree.", "So do I.")]
    rows = tuple((f"Row {at}", ("Told.",)) for at in range(9))
    short = msgspec.structs.replace(whole, callout=(), parts=(Section("", "Last", rows), *signed))
    (page,) = text_of(printed(short).pdf)
    assert ["Row 8" in page, "I agree." in page, "So do I." in page] == [True] * 3


def test_a_viewing_that_ended_on_the_same_day_says_the_day_once():
    began = rows(viewing())["Began and ended"]
    assert str(began).count("2026") == 1


def test_the_receipt_of_a_device_that_left_does_not_say_that_it_is_still_here():
    gone, here = (
        shown(content(read_case(HELD, until=until), "device_receipt"))
        for until in (None, "checked")
    )
    assert plain("Given back on 20 Nov 2026, 15:30.") in gone
    assert plain("It was sealed that day as EC-000417") in gone
    assert plain(HANDED_ON) not in gone
    assert plain(HANDED_ON) in here


@pytest.mark.parametrize(
    ("alone", "said"),
    [
        (None, NOT_RECORDED),
        (YesNoUnknown.YES, "No other member of staff was there"),
        (YesNoUnknown.NO, "Somebody else was there"),
    ],
)
def test_a_second_person_left_open_is_not_nobody(alone, said):
    made = viewing(second=None, alone=alone, ground=ViewingGround.UNAVOIDABLE)
    rows = dict(row for part in made.sections for row in part.rows)
    assert said in "".join(rows["Second person there"])
