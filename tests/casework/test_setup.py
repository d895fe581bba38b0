"""Setting up: own limits and contacts over the shipped ones, the duty to report, old letters."""

from datetime import date, timedelta

import msgspec
import pytest

from app.casework import drafts, setup
from app.casework.documents import college_of, issue, issued_again, letter_of
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
from app.domain.rules.clocks import due_in
from app.domain.rules.directory import HelpFor
from tests.casefold import NOW, concern
from tests.desks import PASSPHRASE, program
from tests.domain.gate_answers import AT, LEAD, TUTOR
from tests.domain.test_case import CALL, OPENED

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
def called(desk):
    """A case with a referral made by telephone, whose written confirmation is due."""
    case = seal(desk, ConcernReceived, concern())
    case = seal(desk, ReferralOpened, OPENED, case=case)
    return seal(desk, ReferralCall, CALL | {"referral": case.referrals[0].id}, case=case)


def own(hours, why, authority=""):
    return OwnLimitSomewhere(
        number=hours,
        unit=Unit.HOURS,
        source="Northmoor procedures 4.2",
        why=why,
        authority=authority,
    )


def due_of(desk, name):
    day = read_day(desk)
    rows = [due.row for due in (*day.overdue, *day.today, *day.later)]
    return [row.due for row in rows if row.which.kind == name]


def set_limit(desk, name, limit):
    setup.set_limit(desk, name, limit)
    list(setup.catching_up(desk))


def noted(desk, name):
    events = desk.casebook.events.tail(40)
    return [event for event in events if event.detail.get("setting") == name]


def test_an_own_limit_moves_the_clock_of_an_open_case_at_once_and_back(desk, called):
    (shipped,) = due_of(desk, "written_confirmation")
    set_limit(desk, "written_confirmation", own(48, "Agreed with their MASH"))
    assert due_of(desk, "written_confirmation") == [shipped + timedelta(hours=24)]
    setup.take_limit_back(desk, "written_confirmation")
    list(setup.catching_up(desk))
    assert due_of(desk, "written_confirmation") == [shipped]


def test_an_own_limit_is_logged_with_old_and_new_value_and_reason(desk):
    set_limit(desk, "written_confirmation", own(48, "Agreed with their MASH"))
    set_limit(desk, "written_confirmation", own(36, "Changed by them"))
    first, second = noted(desk, "own.clock.written_confirmation")
    assert first.words["old"] == ""
    assert first.words["new"] == second.words["old"]
    assert "Agreed with their MASH" in first.words["new"]
    assert "Northmoor procedures 4.2" in first.words["new"]


@pytest.mark.parametrize(
    ("authority", "hours"), [("Exampleshire", 48), ("Example", 24), ("Else", 24)]
)
def test_the_limit_of_one_authority_counts_for_its_referrals_alone(desk, called, authority, hours):
    (before,) = due_of(desk, "written_confirmation")
    set_limit(desk, "written_confirmation", own(48, "Theirs", authority))
    (after,) = due_of(desk, "written_confirmation")
    assert (after - before) == timedelta(hours=hours - 24)


def test_own_values_are_there_after_the_next_unlock(desk, clock, called):
    set_limit(desk, "written_confirmation", own(48, "Agreed"))
    setup.set_duty(desk, DUTY)
    desk.close()
    again = unlock_casebook(program(clock), desk.casebook.folder, PASSPHRASE)
    assert again.clocks.limits["written_confirmation"].hours == 48
    assert again.clocks.duty == DUTY
    again.close()


def test_an_own_value_that_no_longer_fits_gives_way_to_the_shipped_one(desk):
    desk.casebook.settings.put(
        "own.clock.find_out", '{"value":{"hours":"x"},"whose":"","why":"","since":"2026-11-19"}'
    )
    desk.rules.read(desk.casebook.settings)
    assert desk.clocks.limits["find_out"] == desk.rules.shipped.limits["find_out"]


def test_a_letter_stays_as_issued_when_the_college_moves(desk, called):
    issued = issue(desk, called, letter_of(called, called.referrals[0].id))
    before = setup.college_as_set(desk)
    moved = msgspec.structs.replace(before, address="2 New Road, Exampleton", mailbox="a@b.example")
    setup.set_college(desk, moved)
    assert college_of(desk).address == "2 New Road, Exampleton"
    again = issued_again(desk, issued.case, issued.document.content.issue.number)
    assert again.same
    assert again.pdf == issued.document.pdf
    (event,) = noted(desk, "address")
    assert event.words == {"old": before.address, "new": "2 New Road, Exampleton"}


def test_the_next_letter_has_the_new_address(desk, called):
    first = issue(desk, called, letter_of(called, called.referrals[0].id))
    setup.set_college(
        desk, msgspec.structs.replace(setup.college_as_set(desk), address="2 New Road")
    )
    second = issue(desk, first.case, letter_of(first.case, called.referrals[0].id))
    assert issued_again(desk, second.case, second.document.content.issue.number).same
    assert first.document.pdf != second.document.pdf


def duty_rows(desk):
    return due_of(desk, "mandatory_report")


def closing_problems(desk, case):
    found = what_is_missing(CaseClosed, {}, desk.now(), case, author=desk.as_staff)
    return [problem.sentence for problem in found if "duty to report" in problem.sentence]


def switch(desk, duty):
    setup.set_duty(desk, duty)
    list(setup.catching_up(desk))


def test_while_the_duty_is_off_nothing_asks_for_it(desk, called):
    assert duty_rows(desk) == []
    assert closing_problems(desk, called) == []
    assert read_case(desk, called.id).duty is None


def test_switched_on_it_asks_on_today_and_before_closing_until_considered(desk, called):
    switch(desk, DUTY)
    case = read_case(desk, called.id)
    assert duty_rows(desk) == [called.items[0].form.told_at.at + timedelta(hours=24)]
    assert "has not settled it" in closing_problems(desk, case)[0]
    case = seal(desk, DutyConsidered, CONSIDERED, case=case)
    assert duty_rows(desk) == []
    assert closing_problems(desk, case) == []


def test_switched_off_again_it_is_gone(desk, called):
    switch(desk, DUTY)
    switch(desk, None)
    assert duty_rows(desk) == []
    assert [event.words["new"] == "" for event in noted(desk, "duty")] == [False, True]


def test_a_case_told_before_the_day_it_came_into_force_is_left_alone(desk, called):
    switch(desk, Duty(since=date(2027, 1, 1), source="x"))
    assert duty_rows(desk) == []
    assert closing_problems(desk, read_case(desk, called.id)) == []


def problems_of(desk, case, **answers):
    given = CONSIDERED | answers
    found = what_is_missing(DutyConsidered, given, desk.now(), case, author=desk.as_staff)
    return {problem.name for problem in found}


def test_a_report_is_put_off_for_seven_days_at_most_and_then_due_that_day(desk, called):
    put_off = {"outcome": DutyOutcome.DEFERRED, "deferred_why": "He would be told tonight."}
    last = (NOW + timedelta(days=7)).date()
    switch(desk, DUTY)
    late = put_off | {"deferred_until": last + timedelta(days=1)}
    assert problems_of(desk, called, **late) == {"deferred_until"}
    on_time = CONSIDERED | put_off | {"deferred_until": last}
    case = seal(desk, DutyConsidered, on_time, case=read_case(desk, called.id))
    assert [due.date() for due in duty_rows(desk)] == [last]
    assert closing_problems(desk, case)


def checked(name, **parts):
    return CheckedContact(name=name, source="Their own page", why="Asked them", **parts)


def test_an_own_contact_replaces_the_shipped_one_and_counts_as_checked_today(desk):
    assert not desk.rules.directory.contacts["lado"].may_be_printed(NOW.date())
    setup.set_contact(desk, "lado", checked("LADO", number="01632 960123"))
    assert desk.rules.directory.contacts["lado"].may_be_printed(desk.now().date())
    assert "01632 960123" in noted(desk, "own.contact.lado")[0].words["new"]
    setup.take_contact_back(desk, "lado")
    assert desk.rules.directory.contacts["lado"].blank


def test_help_for_a_learner_names_childline_and_nothing_recalled(desk):
    names = [contact.name for contact in setup.help_for(desk, HelpFor.LEARNER)]
    assert "Childline" in names
    assert "NSPCC Report Abuse in Education" not in names
    assert "Revenge Porn Helpline" not in names


def test_due_in_knows_no_duty_without_its_limit(desk, called):
    clocks = msgspec.structs.replace(desk.clocks, limits={}, duty=DUTY)
    case = read_case(desk, called.id)
    assert not [row for row in due_in(case, clocks) if row.which.kind == DueKind.MANDATORY_REPORT]


def set_authority(desk, name):
    college = msgspec.structs.replace(setup.college_as_set(desk), authority=name)
    setup.set_college(desk, college)


def living_in(desk, case, home):
    answers = {
        "person": "ava",
        "kind": PersonKind.LEARNER,
        "name": "Ava Stone",
        "roles": (Role.PICTURED,),
        "home_authority": home,
    }
    return seal(desk, PersonDetails, answers, case=case)


def test_a_referral_goes_to_the_colleges_authority_with_its_checked_front_door(desk):
    case = seal(desk, ConcernReceived, concern())
    assert setup.addressed_to(desk, case, "ava") == {}
    set_authority(desk, "Northmoor")
    assert setup.addressed_to(desk, case, "ava") == {"team": "Children’s social care, Northmoor"}
    setup.set_contact(desk, "front_door", checked("MASH", address="1 Moor Road, Northmoor"))
    address = setup.addressed_to(desk, case, "ava")["team_address"]
    assert address == "1 Moor Road, Northmoor"


def test_a_referral_goes_to_where_the_child_lives_and_not_to_the_colleges_front_door(desk):
    set_authority(desk, "Northmoor")
    case = living_in(desk, seal(desk, ConcernReceived, concern()), "Southby")
    assert setup.addressed_to(desk, case, "ava") == {"team": "Children’s social care, Southby"}


@pytest.mark.parametrize("home", ["ST HELENS", "St. Helens", "St Helen’s", "St  Helens"])
def test_the_colleges_own_authority_is_known_however_it_is_written(desk, home):
    set_authority(desk, "St Helens")
    case = living_in(desk, seal(desk, ConcernReceived, concern()), home)
    assert setup.addressed_to(desk, case, "ava") == {"team": "Children’s social care, St Helens"}


def test_the_limit_of_the_colleges_authority_counts_for_a_referral_so_addressed(desk):
    set_authority(desk, "Northmoor")
    setup.set_limit(desk, "written_confirmation", own(48, "Agreed", "Northmoor"))
    case = seal(desk, ConcernReceived, concern())
    team = str(setup.addressed_to(desk, case, "ava")["team"])
    limit = desk.clocks.limit("written_confirmation", team)
    assert limit is not None
    assert limit.hours == 48


def test_what_is_of_the_local_authority_is_found_by_its_name(desk):
    found = dict(desk.rules.directory.found("northmoor", "Northmoor"))
    assert set(found) == {"front_door", "lado"}
    assert desk.rules.directory.found("northmoor") == ()


def test_what_is_typed_of_the_college_is_kept_without_stray_spaces(desk):
    now = setup.college_as_set(desk)
    setup.set_college(desk, msgspec.structs.replace(now, address=" 1  College Way \n Exampleton"))
    assert setup.college_as_set(desk).address == "1 College Way Exampleton"


def test_what_is_typed_aside_is_no_draft_of_a_form(desk):
    typed = drafts.Aside(name="contact_x", page="contacts", words={"name": "A"}, updated=desk.now())
    drafts.keep_aside(desk, typed)
    assert drafts.kept(desk) == ()
    assert drafts.aside(desk, "contact_x") == typed
