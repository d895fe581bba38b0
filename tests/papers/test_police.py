"""The letter to the police: complete, with every name, true about imagery, and nothing blank."""

from datetime import datetime
from functools import cache

import msgspec
import pytest

from app.domain.forms.asked import FurtherTime
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.person import PeopleNamed
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.moments import LONDON, moment
from app.papers import police
from app.papers.case_words import ASK_COLLEGE
from app.papers.police_imagery import NOT_ATTACHED, NOTHING
from app.typesetting.content import Points, Section
from app.typesetting.spread_map import SpreadMap
from app.typesetting.text import visible
from tests.casefold import concern_case
from tests.papers.cases import PRACTICE, read_case, with_answers
from tests.papers.paper import flat, issue, objects_in, plain, printed, words_on

TOLD = ("01", "02", "05", "06", "07", "08")
"""The practice cases in which the police are told."""
ONLINE = "Accounts, contact and demands online"
NOTE = 22
"""The place of a note in the second practice case."""


@cache
def practice(number, until=None):
    (path,) = PRACTICE.glob(f"{number}-*.toml")
    return read_case(path, until=until)


def contents(case):
    return [police.content(case, subject, issue()) for subject in police.subjects(case)]


def first(case):
    return contents(case)[0]


def rows(case, heading):
    (found,) = (s for s in first(case).sections if s.heading == heading)
    told = {}
    for label, answer in found.rows:
        told.setdefault(label, []).extend(map(flat, answer))
    return {label: "\n".join(lines) for label, lines in told.items()}


def stands(words, shown):
    """Whether words stand on paper, whole or parted by the end of one page."""
    ends = range(len(words) + 1)
    return any(words[:end] in shown and words[end:] in shown for end in reversed(ends))


@pytest.mark.parametrize("number", TOLD)
def test_every_label_has_an_answer_and_every_answer_stands_on_paper(number):
    for content in contents(practice(number)):
        shown = words_on(printed(content).pdf)
        sections = [part for part in content.parts if isinstance(part, Section | SpreadMap)]
        assert "".join(part.letter for part in sections) == "ABCDEFGHIJK"
        for section in content.sections:
            for label, answer in section.rows:
                assert any(flat(words).strip() for words in answer)
                assert plain(label) in shown
                assert all(stands(plain(visible(flat(words))), shown) for words in answer)


@pytest.mark.parametrize("number", TOLD)
def test_everybody_is_named_and_every_copy_stands_on_the_map(number):
    case = practice(number)
    shown = words_on(printed(first(case)).pdf)
    for known in case.people.values():
        assert plain(known.person.name) in shown
    for copy in case.copies.values():
        assert plain(copy.state.label) in shown


def test_the_first_inch_says_why_now_what_risk_and_what_is_asked_before_acting():
    leads = [flat(line).partition(".")[0] for line in first(practice("06")).callout]
    assert leads == ["This is an update", "Why it was reported", "Immediate risk", "What we asked"]
    assert "He asks to meet on Wednesday" in flat(first(practice("06")).callout[2])


def test_a_report_by_telephone_is_confirmed_with_its_numbers():
    (subject, *_) = police.subjects(practice("06"))
    day = datetime(2026, 10, 12, 17, tzinfo=LONDON)
    content = police.content(practice("06"), subject, issue(at=day))
    assert content.title == (
        "Written confirmation of the report to the police of 12\u00a0October\u00a02026, 09:22"
    )
    assert ("Your reference", "Log 96 of 12 Oct 2026, EX/26/70455") in content.facts
    said = rows(practice("06"), "This report")
    assert "101, by L. Haines" in said["Reported"]
    assert "you asked: Nobody writes to the account" in said["You said"]


def test_a_report_to_ceop_says_so():
    content = contents(practice("06"))[1]
    assert content.kind == "Report to the CEOP Safety Centre"
    assert "online report" in str(content.sections[0].rows[0])


def test_ceop_is_asked_what_it_can_answer_and_signs_for_no_letter():
    """Its reports go online; a crime number, a device and an outcome code are for the police.

    Nor is it asked what the police have said of parents and accounts.
    """
    (police, ceop) = contents(read_case(*PRACTICE.glob("06-*.toml"), until="ceop-sent"))
    asked = {flat(words).split(":")[0] for words in points(ceop).texts}
    assert asked == {
        "Deletion",
        "Other reports",
        "Ringing back",
    }
    assert "Outcome" in {flat(words).split(":")[0] for words in points(police).texts}
    assert "complete and return" in str(police.parts[-1])
    assert "complete and return" not in str(ceop.parts[-1])


def test_each_letter_says_which_of_police_and_ceop_was_told_besides():
    (police, ceop) = contents(practice("06"))
    (first, other) = (dict(one.sections[0].rows)["Also reported to"] for one in (police, ceop))
    assert flat(first[0]).startswith("CEOP Safety Centre: ")
    assert "Log 96 of 12 Oct 2026" in flat(other[0])
    log, reference = (list(dict(one.sections[0].rows))[2] for one in (police, ceop))
    assert (log, reference) == ("Log, crime numbers", "Your reference")


def test_a_parent_of_whom_the_referral_alone_tells_is_no_blank():
    said = rows(practice("01"), "Who knows, and support")
    assert said["Dee Stone"].startswith("told. 19 Nov 2026, 10:50")


def points(content):
    (found,) = (part for part in content.parts if isinstance(part, Points))
    return found


def test_somebody_is_as_old_as_they_were_when_it_happened():
    people = rows(practice("06"), "People, and their part")
    assert "born 9 Jun 2011, aged 15 when it happened" in people["Learner"]
    assert "Parent or carer of Rhea Dunmore" in people["Parent or carer"]
    assert "first language" in people[ASK_COLLEGE]


def test_both_ages_are_told_where_somebody_was_older_when_it_happened_again():
    june = moment(datetime(2026, 6, 1, 18, tzinfo=LONDON), about=True)
    again = msgspec.to_builtins((FurtherTime(at=june, what="He had written to her before."),))
    (path,) = PRACTICE.glob("06-*.toml")
    case = read_case(path, change=with_answers("concern_received", further=again))
    people = rows(case, "People, and their part")
    assert "aged 14 when it first happened and 15 when it last happened" in people["Learner"]
    (said,) = (flat(one.under) for one in contents(case)[:1])
    assert "aged 15; 14 when it first happened and 15 when it last happened" in said


def test_a_parent_who_must_not_be_told_is_marked_with_the_reason():
    people = rows(practice("02"), "People, and their part")
    assert (
        "Must not be told for now. Said on 15 Jan 2027, 09:10: The order runs until June"
        in people["Parent or carer"]
    )
    assert (
        "They must not be contacted." in rows(practice("02"), "Who knows, and support")["Gil Grant"]
    )


def test_who_knows_a_part_is_told_apart_from_who_must_know_nothing():
    case = practice("07", until="review")
    people = rows(case, "People, and their part")
    assert "Knows: that it happened" in people["Learner"]
    assert "Must not be told for now." in people["Parent or carer"]


def test_demands_are_given_as_typed_with_first_and_last_contact():
    said = rows(practice("02"), ONLINE)
    assert "mk4_pay, WhatsApp, +44 7700 900188" in said["Demands came from"]
    assert said["First contact"] == "about 22 Nov 2026, 19:00"
    assert said["Threats, word for word"].startswith("“Pay or it goes to everyone")
    assert said["Paid or handed over"].startswith("£40.00")


def test_what_happened_is_told_in_order_and_each_with_its_source():
    (section,) = (s for s in first(practice("06")).sections if s.letter == "E")
    assert section.rows[0][0] == "12 Oct 2026, 08:55"
    for _, answer in section.rows:
        assert flat(answer[0]).startswith(("Told by ", "Recorded by "))


def test_what_imagery_shows_is_told_in_the_words_of_whoever_is_pictured_alone():
    case = practice("02")
    said = rows(case, "The imagery, in words")["What they say it shows"]
    assert said.startswith("Isla Grant, 23 Nov 2026, 14:20: A still picture that looks like her")
    assert "Noah Reed" not in said


def test_nothing_is_held_or_attached_unless_a_device_is_in_custody():
    assert rows(practice("02"), "The imagery, in words")["Imagery"] == NOTHING
    here = read_case(*PRACTICE.glob("02-*.toml"), change=with_device)
    said = rows(here, "The imagery, in words")["Imagery"]
    assert said.startswith(NOT_ATTACHED)
    assert "A device on which it may be" in said
    assert "In the college’s custody now." in rows(here, "Devices and evidence")["Device"]


def test_a_constable_is_asked_to_collect_what_a_search_found_until_they_have_it():
    here = read_case(*PRACTICE.glob("02-*.toml"), change=with_device)
    device = rows(here, "Devices and evidence")["Device"]
    assert "Imagery of somebody under 18 on it, by what was said: yes" in device
    assert "For a constable to collect: it was found in a search under the Further" in device
    assert "when a constable will collect what a search found." in asked_of(here)
    assert "To collect:" not in asked_of(practice("02"))


def asked_of(case):
    asks = [part for part in first(case).parts if isinstance(part, Points)]
    return "\n".join(flat(words) for ask in asks for words in ask.texts)


def with_device(entry):
    """Put a device into custody in place of one note."""
    if entry.seq != NOTE:
        return entry
    (path,) = PRACTICE.glob("03-*.toml")
    taken = next(one.sealed for one in read_case(path).entries if one.sealed.form == "device_taken")
    taken = with_answers("device_taken", owner=None)(taken)
    parts = ("form", "version", "body", "happened")
    return msgspec.structs.replace(entry, **{part: getattr(taken, part) for part in parts})


def test_a_viewing_that_happened_is_never_denied():
    seen = with_answers(
        "viewing_asked",
        staff=[
            {"who": {"name": "A. Whitlock", "role": "art teacher"}, "seen": "yes", "how": "Shown."}
        ],
    )
    case = read_case(*PRACTICE.glob("06-*.toml"), change=seen)
    said = rows(case, "The imagery, in words")["Viewing by staff"]
    assert said.startswith("A member of staff has seen the imagery.")
    assert "A. Whitlock, art teacher: Shown." in said


def test_the_hold_names_who_lifts_it_and_what_was_done_all_the_same():
    said = rows(practice("02", until="theo-gone"), "The imagery, in words")
    assert said["Deletion"].startswith("Held. Nobody is asked to delete anything until the police")
    done = said["Done while held, and why"]
    assert "12C maths”, WhatsApp: said to be gone, 26 Nov 2026, 09:42: The officer asked" in done


def test_once_the_police_agree_the_letter_says_so_and_no_paper_that_anything_is_held():
    said = rows(practice("02"), "The imagery, in words")
    agreed = "Agreed by PC 4471 D. Bright, Exampleshire Police, 10 Dec 2026, 15:15: "
    assert said["Deletion"].startswith(agreed)
    assert "12C maths”, WhatsApp: said to be gone" in said["Done while held, and why"]


def test_a_copy_that_somebody_was_asked_to_delete_has_not_gone():
    done = rows(practice("01"), "The imagery, in words")["Done while held, and why"]
    assert done.startswith("Cal Whitby’s device, WhatsApp: removal asked for, 20 Nov 2026, 10:50:")
    assert "went" not in done


def test_every_removal_request_stands_with_its_reference():
    said = rows(practice("02"), "Removal already asked for")
    assert "reference INS-26-55871; removed" in said["Instagram"]
    before = read_case(*PRACTICE.glob("06-*.toml"), until="ceop-sent")
    assert rows(before, "Removal already asked for") == {"Requests": "None is recorded"}


def test_the_police_are_asked_for_their_outcome_code():
    (ask,) = (part for part in first(practice("01")).parts if part.__class__.__name__ == "Points")
    assert "the outcome code" in "".join(map(flat, ask.texts))


def test_the_police_read_whom_the_college_asked_before_it_decided():
    decision = rows(practice("08"), "This report")["The college’s decision"]
    assert "\nAsked first: L. Haines, Lead Safeguarding Manager, 12:10: agrees." in decision
    assert "Children’s social care, duty line, 12:05, F. Amory: no referral needed" in decision


def test_nothing_of_the_dsl_alone_stands_in_it():
    shown = words_on(printed(first(practice("02"))).pdf)
    for form in ("staff_welfare", "knowledge_noted"):
        for entry in practice("02").current:
            if entry.sealed.form == form:
                assert plain(entry.form.why) not in shown


def test_accounts_and_addresses_lead_nowhere():
    typed = with_answers("body_referral_opened", accounts="https://a.example/u?x=1&y=<b>")
    case = read_case(*PRACTICE.glob("06-*.toml"), change=typed)
    pdf = printed(first(case)).pdf
    assert plain("https://a.example/u?x=1&y=<b>") in words_on(pdf)
    assert all(found.get("/Subtype") != "/Link" for found in objects_in(pdf))


@pytest.mark.parametrize(
    ("kind", "role", "asked"),
    [
        (PersonKind.STAFF, Role.ASKED, True),
        (PersonKind.ADULT, Role.MAY_HAVE_HARMED, True),
        (PersonKind.STAFF, Role.WITNESS, False),
        (PersonKind.ACCOUNT, Role.ASKED, False),
    ],
)
def test_what_is_missing_of_an_adult_who_took_part_begins_with_the_date_of_birth(kind, role, asked):
    who = Involved(Person(id="dane", kind=kind, name="Dane Frayne"), (role,))
    named = (PeopleNamed, {"people": (who,), "why": "Ava said."})
    opened = {"body": OtherBody.POLICE, "name": "Exampleshire Police"}
    opened |= {"why": "Demands.", "asked_for": "Advice."}
    case = concern_case((BodyReferralOpened, opened), named)
    lacking = rows(case, "People, and their part")[ASK_COLLEGE]
    assert ("Of Dane Frayne: date of birth · home address" in lacking) is asked
