"""Setting up: own limits and contacts over the shipped ones, the duty to report, old letters."""

from datetime import date, timedelta

import msgspec
import pytest

from app.casework import drafts, setup
from app.casework.documents import college_of, issue, letter_of
from app.casework.opening import unlock_casebook
from app.casework.reading import read_day
from app.casework.recording import read_case, seal, what_is_missing
from app.domain.case.duty import Duty
from app.domain.forms.close import CaseClosed
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.duty import DutyConsidered, DutyException, DutyOutcome, Learnt
from app.domain.forms.person import PersonDetails
from app.domain.forms.settings import CheckedContact, OwnLimitSomewhere, Unit
from app.domain.forms.social_care import ReferralCall, ReferralOpened
from app.domain.kit.answers import PersonKind, Role
from app.domain.kit.keys import DueKind
from app.domain.owed.table import owed_in
from app.domain.rules.directory import HelpFor
from tests.casefold import NOW, concern
from tests.domain.gate_answers import AT, LEAD, TUTOR
from tests.domain.test_case import CALL, OPENED
from tests.sessions import PASSPHRASE, issued_again, program

DUTY = Duty(since=date(2026, 11, 1), source="Commencement regulations, as read by the DSL")
CONSIDERED = {
    "holder": TUTOR,
    "suspected_at": AT,
    "learnt": Learnt.CHILD,
    "known": "What the learner said, as recorded in entry 1.",
    "outcome": DutyOutcome.EXCEPTED,
    "exception": DutyException.CONSENSUAL,
    "why": "Weighed by two people.",
    "decided_by": LEAD,
}


@pytest.fixture
def called(session):
    """A case with a referral made by telephone, whose written confirmation is due."""
    case = seal(session, ConcernReceived, concern())
    case = seal(session, ReferralOpened, OPENED, case=case)
    return seal(session, ReferralCall, CALL | {"referral": case.referrals[0].id}, case=case)


def own(hours, why, authority=""):
    return OwnLimitSomewhere(
        number=hours,
        unit=Unit.HOURS,
        source="Northmoor procedures 4.2",
        why=why,
        authority=authority,
    )


def due_of(session, name):
    day = read_day(session)
    rows = [due.row for due in (*day.overdue, *day.today, *day.later)]
    return [row.due for row in rows if row.which.kind == name]


def set_limit(session, name, limit):
    setup.set_limit(session, name, limit)
    list(setup.catching_up(session))


def noted(session, name):
    events = session.casebook.events.tail(40)
    return [event for event in events if event.detail.get("setting") == name]


def test_an_own_limit_moves_the_clock_of_an_open_case_at_once_and_back(session, called):
    (shipped,) = due_of(session, "written_confirmation")
    set_limit(session, "written_confirmation", own(48, "Agreed with their MASH"))
    assert due_of(session, "written_confirmation") == [shipped + timedelta(hours=24)]
    setup.take_limit_back(session, "written_confirmation")
    list(setup.catching_up(session))
    assert due_of(session, "written_confirmation") == [shipped]


def test_an_own_limit_is_logged_with_old_and_new_value_and_reason(session):
    set_limit(session, "written_confirmation", own(48, "Agreed with their MASH"))
    set_limit(session, "written_confirmation", own(36, "Changed by them"))
    first, second = noted(session, "own.clock.written_confirmation")
    assert first.words["old"] == ""
    assert first.words["new"] == second.words["old"]
    assert "Agreed with their MASH" in first.words["new"]
    assert "Northmoor procedures 4.2" in first.words["new"]


@pytest.mark.parametrize(
    ("authority", "hours"), [("Exampleshire", 48), ("Example", 24), ("Else", 24)]
)
def test_the_limit_of_one_authority_counts_for_its_referrals_alone(
    session, called, authority, hours
):
    (before,) = due_of(session, "written_confirmation")
    set_limit(session, "written_confirmation", own(48, "Theirs", authority))
    (after,) = due_of(session, "written_confirmation")
    assert (after - before) == timedelta(hours=hours - 24)


def test_own_values_are_there_after_the_next_unlock(session, clock, called):
    set_limit(session, "written_confirmation", own(48, "Agreed"))
    setup.set_duty(session, DUTY)
    session.close()
    again = unlock_casebook(program(clock), session.casebook.folder, PASSPHRASE)
    assert again.clocks.limits["written_confirmation"].hours == 48
    assert again.clocks.duty == DUTY
    again.close()


def test_an_own_value_that_no_longer_fits_gives_way_to_the_shipped_one(session):
    session.casebook.settings.put(
        "own.clock.find_out", '{"value":{"hours":"x"},"whose":"","why":"","since":"2026-11-19"}'
    )
    session.rules.read(session.casebook.settings)
    assert session.clocks.limits["find_out"] == session.rules.shipped.limits["find_out"]


def test_a_letter_stays_as_issued_when_the_college_moves(session, called):
    issued = issue(session, called, letter_of(called, called.referrals[0].id))
    before = setup.college_as_set(session)
    moved = msgspec.structs.replace(before, address="2 New Road, Exampleton", mailbox="a@b.example")
    setup.set_college(session, moved)
    assert college_of(session).address == "2 New Road, Exampleton"
    again = issued_again(session, issued.case, issued.document.content.issue.number)
    assert again.same
    assert again.pdf == issued.document.pdf
    (event,) = noted(session, "address")
    assert event.words == {"old": before.address, "new": "2 New Road, Exampleton"}


def test_the_next_letter_has_the_new_address(session, called):
    first = issue(session, called, letter_of(called, called.referrals[0].id))
    setup.set_college(
        session, msgspec.structs.replace(setup.college_as_set(session), address="2 New Road")
    )
    second = issue(session, first.case, letter_of(first.case, called.referrals[0].id))
    assert issued_again(session, second.case, second.document.content.issue.number).same
    assert first.document.pdf != second.document.pdf


def duty_rows(session):
    return due_of(session, "mandatory_report")


def closing_problems(session, case):
    found = what_is_missing(CaseClosed, {}, session.now(), case, author=session.as_staff)
    return [problem.sentence for problem in found if "duty to report" in problem.sentence]


def switch(session, duty):
    setup.set_duty(session, duty)
    list(setup.catching_up(session))


def test_while_the_duty_is_off_nothing_asks_for_it(session, called):
    assert duty_rows(session) == []
    assert closing_problems(session, called) == []
    assert read_case(session, called.id).duty is None


def test_switched_on_it_asks_on_today_and_before_closing_until_considered(session, called):
    switch(session, DUTY)
    case = read_case(session, called.id)
    assert duty_rows(session) == [called.entries[0].form.told_at.at + timedelta(hours=24)]
    assert "has not settled it" in closing_problems(session, case)[0]
    case = seal(session, DutyConsidered, CONSIDERED, case=case)
    assert duty_rows(session) == []
    assert closing_problems(session, case) == []


def test_switched_off_again_it_is_gone(session, called):
    switch(session, DUTY)
    switch(session, None)
    assert duty_rows(session) == []
    assert [event.words["new"] == "" for event in noted(session, "duty")] == [False, True]


def test_a_case_told_before_the_day_it_came_into_force_is_left_alone(session, called):
    switch(session, Duty(since=date(2027, 1, 1), source="x"))
    assert duty_rows(session) == []
    assert closing_problems(session, read_case(session, called.id)) == []


def problems_of(session, case, **answers):
    given = CONSIDERED | answers
    found = what_is_missing(DutyConsidered, given, session.now(), case, author=session.as_staff)
    return {problem.name for problem in found}


def test_a_report_is_put_off_for_seven_days_at_most_and_then_due_that_day(session, called):
    put_off = {"outcome": DutyOutcome.DEFERRED, "deferred_why": "He would be told tonight."}
    last = (NOW + timedelta(days=7)).date()
    switch(session, DUTY)
    late = put_off | {"deferred_until": last + timedelta(days=1)}
    assert problems_of(session, called, **late) == {"deferred_until"}
    on_time = CONSIDERED | put_off | {"deferred_until": last}
    case = seal(session, DutyConsidered, on_time, case=read_case(session, called.id))
    assert [due.date() for due in duty_rows(session)] == [last]
    assert closing_problems(session, case)


def checked(name, **parts):
    return CheckedContact(name=name, source="Their own page", why="Asked them", **parts)


def test_an_own_contact_replaces_the_shipped_one_and_counts_as_checked_today(session):
    assert not session.rules.directory.contacts["lado"].may_be_printed(NOW.date())
    setup.set_contact(session, "lado", checked("LADO", number="01632 960123"))
    assert session.rules.directory.contacts["lado"].may_be_printed(session.now().date())
    assert "01632 960123" in noted(session, "own.contact.lado")[0].words["new"]
    setup.take_contact_back(session, "lado")
    assert session.rules.directory.contacts["lado"].blank


def test_help_for_a_learner_names_childline_and_nothing_recalled(session):
    names = [contact.name for contact in setup.help_for(session, HelpFor.LEARNER)]
    assert "Childline" in names
    assert "NSPCC Report Abuse in Education" not in names
    assert "Revenge Porn Helpline" not in names


def test_due_in_knows_no_duty_without_its_limit(session, called):
    clocks = msgspec.structs.replace(session.clocks, limits={}, duty=DUTY)
    case = read_case(session, called.id)
    assert not [row for row in owed_in(case, clocks) if row.key.kind == DueKind.MANDATORY_REPORT]


def set_authority(session, name):
    college = msgspec.structs.replace(setup.college_as_set(session), authority=name)
    setup.set_college(session, college)


def living_in(session, case, home):
    answers = {
        "person": "ava",
        "kind": PersonKind.LEARNER,
        "name": "Ava Stone",
        "roles": (Role.PICTURED,),
        "home_authority": home,
    }
    return seal(session, PersonDetails, answers, case=case)


def test_a_referral_goes_to_the_colleges_authority_with_its_checked_front_door(session):
    case = seal(session, ConcernReceived, concern())
    assert setup.addressed_to(session, case, "ava") == {}
    set_authority(session, "Northmoor")
    assert setup.addressed_to(session, case, "ava") == {"team": "Children’s social care, Northmoor"}
    setup.set_contact(session, "front_door", checked("MASH", address="1 Moor Road, Northmoor"))
    address = setup.addressed_to(session, case, "ava")["team_address"]
    assert address == "1 Moor Road, Northmoor"


def test_a_referral_goes_to_where_the_child_lives_and_not_to_the_colleges_front_door(session):
    set_authority(session, "Northmoor")
    case = living_in(session, seal(session, ConcernReceived, concern()), "Southby")
    assert setup.addressed_to(session, case, "ava") == {"team": "Children’s social care, Southby"}


@pytest.mark.parametrize("home", ["ST HELENS", "St. Helens", "St Helen’s", "St  Helens"])
def test_the_colleges_own_authority_is_known_however_it_is_written(session, home):
    set_authority(session, "St Helens")
    case = living_in(session, seal(session, ConcernReceived, concern()), home)
    assert setup.addressed_to(session, case, "ava") == {"team": "Children’s social care, St Helens"}


def test_the_limit_of_the_colleges_authority_counts_for_a_referral_so_addressed(session):
    set_authority(session, "Northmoor")
    setup.set_limit(session, "written_confirmation", own(48, "Agreed", "Northmoor"))
    case = seal(session, ConcernReceived, concern())
    team = str(setup.addressed_to(session, case, "ava")["team"])
    limit = session.clocks.limit("written_confirmation", team)
    assert limit is not None
    assert limit.hours == 48


def test_what_is_of_the_local_authority_is_found_by_its_name(session):
    found = dict(session.rules.directory.found("northmoor", "Northmoor"))
    assert set(found) == {"front_door", "adult_social_care", "lado"}
    assert session.rules.directory.found("northmoor") == ()


def test_what_is_typed_of_the_college_is_kept_without_stray_spaces(session):
    now = setup.college_as_set(session)
    setup.set_college(
        session, msgspec.structs.replace(now, address=" 1  College Way \n Exampleton")
    )
    assert setup.college_as_set(session).address == "1 College Way Exampleton"


def test_what_is_typed_aside_is_no_draft_of_a_form(session):
    typed = drafts.AsideDraft(
        name="contact_x", page="contacts", words={"name": "A"}, updated=session.now()
    )
    drafts.keep_aside(session, typed)
    assert drafts.kept(session) == ()
    assert drafts.aside(session, "contact_x") == typed
