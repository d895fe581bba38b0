"""The receipt, the script for the hard call, the invitation: little said, nothing of others."""

import re
from datetime import timedelta

import pytest

from app.disclosure.leak import leaks_in
from app.domain.case.standing import WHOLE_CASE
from app.domain.forms.extortion import AiMadeImagery, DemandsRecorded
from app.domain.forms.knowledge import Knower, Knowing, KnowledgeNoted, Topic
from app.domain.forms.parents import ContactMethod, ParentContact, ParentDecision
from app.domain.forms.person import PersonDetails
from app.domain.kit.answers import Involved, Role
from app.domain.kit.facts import Fact
from app.domain.kit.moments import moment, write_day
from app.domain.kit.record import Audience
from app.domain.names import first_name
from app.papers.kinds import content_of, kind_named, offers_for
from app.typesetting.blocks import LABEL_COLUMN
from app.typesetting.content import WritingLines
from app.typesetting.letter import LetterRows
from app.typesetting.text import text
from app.typesetting.typeface import LABEL
from tests.casefold import AVA, NOW, concern_case
from tests.domain.people_of_two import AT, DEMANDS, MET, MISSED, NOT_TOLD, PARENTS, SOON
from tests.papers.cases import PRACTICE, each_case, read_case
from tests.papers.paper import flat, issue, lines, papers, words_of
from tests.papers.test_parent_summary import BENS, OF_BEN

OF_AVA = (ParentContact, MET)
EARLIER = moment(NOW - timedelta(days=1))
WITH_YEAR = re.compile(r"[A-Z][a-z]+day\s\d+\s[A-Z][a-z]+\s20\d\d")


def case_with(*entries):
    return concern_case(PARENTS, BENS, OF_AVA, (ParentContact, OF_BEN), *entries)


@each_case
def test_a_receipt_tells_nothing_of_the_case(path):
    case = read_case(path)
    for document in papers(case, "receipt").values():
        shown = words_of(document)
        assert leaks_in(document.pdf, case, Audience.STAFF) == ()
        assert document.pages == 1
        for told in ("picture", "imag", "police", "social care", "learner", "student"):
            assert told not in shown.casefold()


def test_a_receipt_says_when_it_came_and_that_it_is_being_dealt_with():
    (document,) = papers(concern_case(), "receipt").values()
    assert "You told us something on Thursday 19 November." in words_of(document)
    assert "We have it, and it is being dealt with." in words_of(document)
    assert "for whoever told us" in words_of(document)


def test_a_receipt_of_a_closed_case_says_that_it_was_dealt_with():
    case = read_case(PRACTICE / "05-group-chat.toml")
    assert "We have dealt with it." in words_of(*papers(case, "receipt").values())


def test_a_call_about_who_is_blackmailed_says_not_to_pay_and_no_other_call_does():
    scripts = papers(case_with((DemandsRecorded, DEMANDS)), "parent_call")
    assert "Please do not pay. Please do not answer. Keep all messages." in words_of(scripts["dee"])
    assert "pay" not in words_of(scripts["finn"])


def test_a_call_says_what_fits_what_their_own_child_did():
    scripts = papers(case_with(), "parent_call")
    assert "Ava needs you, and is not to blame." in words_of(scripts["dee"])
    assert "Ben had a part in what happened. Ben needs you too." in words_of(scripts["finn"])
    assert "blame." not in words_of(scripts["finn"]).replace("That anybody is to blame,", "")


@pytest.mark.parametrize(
    ("roles", "says"),
    [
        ((Role.PICTURED, Role.PRESSURED), "It is about a picture of Ava."),
        ((Role.PRESSURED,), "Ava was put under pressure, and it is about a picture."),
        ((Role.PRESSURED, Role.SHARED), "Ava was put under pressure, and it is about a picture."),
        ((Role.RECEIVED,), "It is about a picture that Ava was sent."),
        ((Role.WITNESS,), "It is about a picture that Ava knows of."),
    ],
)
def test_a_call_says_of_whom_the_picture_is_only_where_that_is_recorded(roles, says):
    case = concern_case(PARENTS, OF_AVA, people=(Involved(AVA, roles),))
    shown = words_of(papers(case, "parent_call")["dee"])
    assert says in shown
    assert shown.count("a picture") == 1


@each_case
def test_a_call_calls_a_made_up_picture_made_up(path):
    case = read_case(path)
    made_up = {form.learner for form in case.all_of(AiMadeImagery)}
    offers = [offer for offer in offers_for(case) if offer.kind.key == "parent_call"]
    for subject in (offer.subject for offer in offers):
        shown = " ".join(lines(kind_named("parent_call").content(case, subject, issue())))
        looks = f"a picture made to look like {first_name(case.names[subject.person])}."
        assert (looks in shown) is (subject.person in made_up)
        assert subject.person not in made_up or "a picture of" not in shown


def test_a_call_says_how_they_were_last_reached():
    by_letter = MET | {"how": ContactMethod.MESSAGE}
    for talks, says in (
        ((MET | {"at": EARLIER}, by_letter), "We wrote to you on 19 November 2026."),
        ((by_letter | {"at": EARLIER}, MET), "We spoke with you on 19 November 2026."),
    ):
        case = concern_case(PARENTS, *((ParentContact, one) for one in talks))
        assert says in words_of(papers(case, "parent_call")["dee"])


def test_a_call_opens_with_how_to_reach_them_safely():
    unsafe = {"person": "dee", "kind": "parent", "name": "Dee Stone", "phone": "07700 900111"}
    scripts = papers(case_with((PersonDetails, unsafe)), "parent_call")
    assert "07700 900111" in words_of(scripts["dee"])
    assert "No safe way to reach them is recorded." in words_of(scripts["finn"])


def test_a_call_says_where_the_household_has_the_parent_and_not_that_this_is_safe():
    (script,) = papers(read_case(PRACTICE / "11-coach.toml"), "parent_call").values()
    shown = words_of(script)
    assert "in the household of Greta Hale: Same address, 07700 900162 (30 Nov 2026)" in shown
    assert "No safe way to reach them is recorded." in shown


def test_a_call_that_says_who_may_be_contacted_does_not_say_that_no_way_is_recorded():
    known = {"person": "ava", "kind": "learner", "name": "Ava Stone", "may_contact": "Dee’s mobile"}
    shown = words_of(papers(case_with((PersonDetails, known)), "parent_call")["dee"])
    assert "Dee’s mobile" in shown
    assert "No safe way to reach them is recorded." not in shown
    assert "Ask first whether they can talk alone." in shown


def test_a_call_tells_nobody_anew_what_they_were_told_before():
    hard, again = "I have to tell you something hard.", "We spoke with you on 19 November 2026."
    shown = words_of(papers(case_with(), "parent_call")["dee"])
    assert again in shown
    assert hard not in shown
    missed = concern_case(PARENTS, BENS, (ParentContact, MISSED))
    for one in papers(missed, "parent_call").values():
        assert hard in words_of(one)
        assert again not in words_of(one)


@each_case
def test_a_call_follows_what_the_record_says_they_were_told_and_of_danger_last(path):
    case = read_case(path)
    for kind, subject in offers_for(case):
        if kind.key != "parent_call":
            continue
        (said,) = filter(_is_said, kind.content(case, subject, issue()).parts)
        rows = {label: flat(answer) for label, answer in said.rows}
        told = case.stands.between(Fact.TOLD, subject.reader, subject.person)
        assert ("I have to tell you" in rows["What it is"]) != bool(told and told.said.yes)
        danger = case.stands.history(Fact.DANGER, subject.person, WHOLE_CASE)
        assert "Tonight" not in rows or danger[0].said.yes


def test_a_call_lists_what_must_not_be_told_with_its_reason():
    held = {
        "who": Knower.PERSON,
        "person": "dee",
        "facts": (Topic.POLICE,),
        "knowing": Knowing.NOT_TO_KNOW,
        "at": AT,
        "why": "The officer speaks with her first.",
        "until": SOON,
    }
    case, why = case_with((KnowledgeNoted, held)), "The officer speaks with her first."
    for at, until in (
        (NOW, f"To be looked at again on {write_day(SOON)}."),
        (NOW + timedelta(days=4), f"This was to be looked at again on {write_day(SOON)}: do so."),
    ):
        shown = words_of(papers(case, "parent_call", at=at)["dee"])
        assert f"That the police are involved. {why} {until}" in shown
        assert "Other learners: their names" in shown


@pytest.mark.parametrize("key", ["parent_call", "parent_invitation"])
def test_who_must_not_be_told_is_neither_rung_nor_invited(key):
    decided = (ParentDecision, NOT_TOLD)
    assert "karl" not in papers(case_with(decided), key)
    assert "dee" in papers(case_with(decided), key)


@each_case
def test_an_invitation_names_their_own_child_and_nothing_that_happened(path):
    case = read_case(path)
    for reader, document in papers(case, "parent_invitation").items():
        assert leaks_in(document.pdf, case, Audience.PARENTS, reader) == ()
        assert document.pages == 1
        for told in ("picture", "imag", "police", "Safeguarding Team", "online"):
            assert told not in words_of(document)


@each_case
def test_what_is_said_in_a_call_names_no_child_but_their_own(path):
    case = read_case(path)
    for kind, subject in offers_for(case):
        if kind.key == "parent_call":
            (said,) = (
                part for part in kind.content(case, subject, issue()).parts if _is_said(part)
            )
            aloud = str(said.rows)
            others = {key: it.person for key, it in case.people.items() if key != subject.person}
            for person in others.values():
                assert person.name not in aloud


def _is_said(part):
    return getattr(part, "heading", "") == "Say"


def test_a_child_who_told_of_what_was_done_to_them_is_sent_no_receipt():
    assert not papers(read_case(PRACTICE / "09-separated-parents.toml"), "receipt")


@each_case
def test_what_a_family_or_a_witness_reads_later_stands_after_its_day_and_year(path):
    case = read_case(path)
    at = case.entries[-1].sealed.recorded + timedelta(days=400)
    for kind, subject in offers_for(case):
        if kind.key in {"parent_summary", "receipt"}:
            content = kind.content(case, subject, issue(at=at))
            assert kind.key == "receipt" or WITH_YEAR.search(content.title)
            assert kind.key != "receipt" or WITH_YEAR.search(content.under)
            for part in content.parts:
                heading = getattr(part, "heading", "")
                if heading == "What happened":
                    assert all(WITH_YEAR.match(flat(said)) for said in part.texts)
                elif isinstance(part, LetterRows) and heading != "If you need somebody":
                    assert all(not by or WITH_YEAR.search(flat(by)) for _, _, by in part.rows)


def test_nobody_is_told_later_that_they_told_it_today():
    case = concern_case()
    (subject,) = kind_named("receipt").subjects(case)
    later = kind_named("receipt").content(case, subject, issue(at=NOW + timedelta(days=30)))
    assert "19\u00a0November" in later.under


@each_case
def test_a_label_beside_a_line_to_write_on_is_one_line(path):
    case = read_case(path)
    written = {"parent_call", "parent_invitation", "support_page", "apart_page"}
    for offer in (one for one in offers_for(case) if one.kind.key in written):
        for part in content_of(offer, case, issue()).parts:
            for label in part.labels if isinstance(part, WritingLines) else ():
                (piece,) = text(label, LABEL)
                assert piece.wrap(LABEL_COLUMN, 0)[1] <= LABEL.leading, label
