"""The closure record: how it ended, what stayed open and why, and the two who agreed."""

import pytest

from app.domain.case.case import fold_case
from app.domain.forms import FORMS
from app.domain.forms.any_time import ClockMissed
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.close import CaseClosed, CaseReviewed
from app.domain.forms.copies import CopyChanged
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import DeletionDecided
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.sharing import InformationShared
from app.domain.forms.social_care import ReferralEscalated, ReferralReply
from app.domain.forms.support import Course, StaffWelfare, SupportPlan
from app.domain.forms.viewing import ViewingRecorded
from app.domain.kit.form import form_of, name_of
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.owed.table import left_at_closing
from app.domain.rules.holds import holds_on
from app.papers import closure_record
from app.papers.case_rows import DESPITE_A_HOLD, outside
from app.papers.case_words import CaseWords
from tests.casefold import concern_case
from tests.domain.gate_answers import REFER_POLICE
from tests.owed.read import LIMITS
from tests.papers.cases import CASES, PRACTICE, entries_of, read_case, with_answers
from tests.papers.filled import needed
from tests.papers.paper import flat, issue, plain, printed, words_on

CLOSED = [path.stem[:2] for path in CASES if closure_record.subjects(read_case(path))]


def record(number, change=None):
    (path,) = PRACTICE.glob(f"{number}-*.toml")
    case = read_case(path, change=change)
    (subject,) = closure_record.subjects(case)
    return case, closure_record.content(case, subject, issue())


def rows(content, heading):
    (found,) = (s for s in content.sections if s.heading == heading)
    return dict(found.rows)


@pytest.mark.parametrize("number", CLOSED)
def test_summary_outcome_lessons_and_both_names_stand_in_it(number):
    case, content = record(number)
    shown = words_on(printed(content).pdf)
    closed = next(i.form for i in case.current if i.sealed.form == "case_closed")
    for words in (closed.summary, closed.why, closed.lessons, closed.if_again):
        assert plain(words) in shown
    for staff in (closed.closed_by, closed.countersigned_by):
        assert shown.count(plain(staff.name)) >= 2


def test_the_word_for_containment_stands_with_its_counts_as_it_was_then():
    _, content = record("03")
    said = "Partly contained. 3 copies: 2 said to be gone · 1 gone, by a second sign."
    assert said in str(content.callout)
    assert "WhatsApp" not in words_on(printed(content).pdf)


def test_what_stays_open_is_named_and_so_is_the_reason():
    _, content = record("03")
    shown = words_on(printed(content).pdf)
    assert plain("Eli Brandt’s device, Snapchat (said to be gone)") in shown
    assert plain("gone by their word alone; nobody looks to check") in shown
    assert "Why it could close" not in str(rows(content, "How it ended")["Signs"]), "none is open"


def test_a_missing_reason_is_not_covered_up():
    _, content = record("03", change=with_answers("case_closed", open_why=None))
    assert rows(content, "How it ended")["Open when closed"][-1] == "No reason was recorded."


IN_FULL = (
    ReferralReply.said,
    ReferralEscalated.why,
    BodyOutcome.why,
    InformationShared.why,
    RiskAssessed.risk,
    ClockMissed.why,
    InformationShared.what,
    ViewingRecorded.why,
    DeletionDecided.why,
    CaseReviewed.change,
    StaffWelfare.offered,
)
"""What was answered and why it was decided: a first sentence alone may say the opposite."""


@pytest.mark.parametrize("number", CLOSED)
def test_what_was_answered_and_the_reasons_stand_in_it_whole(number):
    case, content = record(number)
    shown = plain(
        " ".join(flat(words) for part in content.sections for _, it in part.rows for words in it)
    )
    words = CaseWords(case, Audience.DSL)
    for question in IN_FULL:
        told = words.told(question)
        for one in told[-1:] if question is RiskAssessed.risk else told:
            assert plain(one.answer) in shown


@pytest.mark.parametrize("number", CLOSED)
def test_a_case_to_learn_from_is_closed_with_all_settled_that_was_due(number):
    (path,) = PRACTICE.glob(f"{number}-*.toml")
    entries = entries_of(path)
    place = next(at for at, one in enumerate(entries) if one.form == "case_closed")
    left = left_at_closing(fold_case(entries[:place]), LIMITS)
    late = [one for one in left if one.due <= entries[place].recorded]
    assert [one.what for one in late if one.form is not CopyChanged] == []


def test_a_case_that_came_back_says_so_first():
    assert "Open again." in str(record("03")[1].callout)
    assert "Open again." not in str(record("06")[1].callout)


def test_without_a_second_person_the_lines_are_empty_and_said_so():
    change = with_answers("case_closed", countersigned_by=None, countersigned_at=None)
    _, content = record("06", change=change)
    assert "Nobody has agreed to it yet." in str(content.callout)
    (_, (_, lines)) = content.parts[-1].columns
    assert {known for _, known in lines} == {""}


@pytest.mark.parametrize("number", CLOSED)
def test_it_fits_three_pages(number):
    assert printed(record(number)[1]).pages <= 3


@pytest.mark.parametrize("number", CLOSED)
def test_each_referral_says_about_whom_it_was_and_what_was_answered(number):
    case, content = record(number)
    said = rows(content, "Who outside was told, and what they answered")
    text = plain(str(said))
    for one in case.referrals:
        assert plain(f"about {case.names[one.opened.child]}") in text
        assert all(plain(reply.reply.label[1:]) in text for reply in one.replies)
    for one in case.body_referrals:
        assert plain(one.opened.name) in text
        for step in one.outcomes:
            whom = ", ".join(case.names[row.who] for row in step.for_whom)
            assert plain(f"{step.answer.label[1:]}{f', for {whom}' if whom else ''}") in text


@pytest.mark.parametrize("number", CLOSED)
def test_each_decision_stands_with_who_made_it_and_why(number):
    case, content = record(number)
    text = plain(str(rows(content, "The risk, and each decision with its reason")))
    for form in case.all_of(DecisionMade):
        assert plain(form.decided_by.name) in text
        assert plain(form.why) in text
        assert plain(form.consulted or "") in text


def test_devices_deletion_and_what_the_police_asked_stand_in_it():
    _, content = record("03")
    imagery = rows(content, "Imagery, devices and deletion")
    assert "given back 20 Nov 2026, Kit Moran, with his father." in imagery["Devices"][0]
    assert "Deletion by Kit Moran (" in str(imagery["Deletion"])
    assert "Deletion confirmed, told to L. Haines." in str(imagery["Deletion"])
    outside = rows(content, "Who outside was told, and what they answered")
    assert outside["Police"] == ("No referral to them is recorded.",)
    assert "PC 4417 A. Singh" in str(outside["Asked or agreed"])


def test_what_went_while_deletion_was_held_says_how_it_came_beside_the_hold():
    other = with_answers("hold_lifted", holds=["found"])
    imagery = rows(record("02", change=other)[1], "Imagery, devices and deletion")
    *done, held = ["".join(line) for line in imagery["Deletion"]]
    assert held.startswith("Held. Nobody is asked to delete anything until the police agree")
    assert done[0] == (
        "26 Nov 2026: Noah Reed’s device, Instagram: gone, by a second sign. While deletion was "
        "held: The officer asked for it herself and noted what she needs."
    )
    assert len(done) == 3


def test_every_question_on_what_was_done_about_a_copy_despite_a_hold_is_read():
    asked = {
        f"{form.__name__}.despite"
        for form in FORMS
        if form.stage in {Stage.IMAGERY, Stage.CONTAINMENT} and hasattr(form, "despite")
    }
    read = {f"{form_of(one).__name__}.{name_of(one)}" for one in DESPITE_A_HOLD}
    # a device that went is on its custody sheet, and a search is of somebody, not of a copy
    assert read == asked - {"DeviceMoved.despite", "DeviceSearched.despite"}


def test_what_happened_after_the_closing_is_not_in_it():
    _, content = record("03")
    text = words_on(printed(content).pdf)
    assert text.count(plain("8 Dec 2026")) == text.count(plain("Resurfaced, 8 Dec 2026"))


def test_what_was_shared_says_on_what_basis_and_by_whose_decision():
    _, content = record("02")
    shared = str(rows(content, "What was shared, and reviews")["Shared, or not"])
    assert "Basis: duty to share for safeguarding." in shared
    assert "by R. Okafor: " in shared


def test_what_was_open_stands_in_a_line_each():
    _, content = record("03")
    first, *_ = rows(content, "How it ended")["Open when closed"]
    assert first == "Speaking with the learner after a month: Kit Moran, Noa Fenn."


def test_a_sign_not_known_is_named_with_the_reason_why_that_was_enough():
    *_, named, why = rows(record("02")[1], "How it ended")["Signs"]
    assert "".join(named) == "Not known: An adult is involved"
    assert "regional unit" in "".join(why)


def test_what_was_set_aside_says_why_and_by_whose_decision():
    _, content = record("09")
    first, *_ = rows(content, "What was shared, and reviews")["Late, or set aside"]
    assert first == (
        "1 Dec 2026: The written confirmation of the telephone call (Rowan Pike, Exampleshire "
        "Multi-Agency Safeguarding Hub): it is no longer needed. "
        "It was a call for advice. N. Sadler asked for no letter and writes to us herself. "
        "Decided by R. Okafor, Designated Safeguarding Lead."
    )


def test_how_each_learner_was_at_the_last_review_stands_with_its_day():
    _, content = record("09")
    said = str(rows(content, "Each learner, and whether their family was told")["Rowan Pike"])
    assert "How they were on 8 Dec 2026 (R. Okafor): Calm, in all his sessions." in said


def test_what_was_recorded_after_the_closing_is_no_part_of_how_it_stood():
    people = ("dee", "ava")
    later = needed(SupportPlan, people) | {"what": "Quorvelm afterwards."}
    case = concern_case((CaseClosed, needed(CaseClosed, people)), (SupportPlan, later))
    (subject,) = closure_record.subjects(case)
    content = closure_record.content(case, subject, issue())
    learners = str(rows(content, "Each learner, and whether their family was told"))
    assert "Ava Stone" in learners
    assert "Quorvelm" not in learners


def test_the_risk_stands_as_it_was_last_weighed():
    _, content = record("02")
    said, kind = rows(content, "The risk, and each decision with its reason")["The risk"]
    assert kind == "Kind of incident: aggravated: meant to harm."
    assert said == (
        "10 Dec 2026: Low for now: no demand for two weeks. "
        "It stays possible that the account comes back under another name."
    )


@pytest.mark.parametrize("number", CLOSED)
def test_a_plan_that_has_ended_did_so_on_its_day(number):
    case, content = record(number)
    ended = {e.form.child for e in case.current if getattr(e.form, "course", "") == Course.ENDED}
    said = rows(content, "Each learner, and whether their family was told")
    for child in ended:
        care = said[case.names[child]][1]
        assert "The plan ended on " in care
        assert "The plan ends" not in care


@pytest.mark.parametrize("number", CLOSED)
def test_a_hold_that_stands_at_the_closing_is_on_the_record_of_it(number):
    case, content = record(number)
    closed = next(at for at, one in enumerate(case.entries) if isinstance(one.form, CaseClosed))
    holds = holds_on(fold_case([one.sealed for one in case.entries[:closed]]))
    said = "\n".join(map(flat, rows(content, "Imagery, devices and deletion").get("Deletion", ())))
    assert ("Held. Nobody is asked to delete " in said) == bool(holds)


@pytest.mark.parametrize("body", [OtherBody.LADO, OtherBody.POLICE])
def test_a_referral_to_the_police_that_is_decided_is_missed_whoever_else_was_told(body):
    opened = {"body": body, "name": "Exampleshire", "why": "He teaches here.", "asked_for": "Help."}
    case = concern_case((DecisionMade, REFER_POLICE), (BodyReferralOpened, opened))
    said = dict(outside(CaseWords(case, Audience.DSL)))["Police"]
    missed = "No referral to them is recorded." in said
    assert missed is (body is OtherBody.LADO)
