"""The staff list in a real casebook: kept, logged, offered, and asked before sealing."""

from datetime import timedelta

import pytest

from app.casework.documents import issue, letter_of
from app.casework.opening import unlock_casebook
from app.casework.recording import missing_now, seal
from app.casework.setup import stands_for, unread_settings
from app.casework.staff import (
    list_member,
    listed_staff,
    listing_faults,
    new_member,
    staff_list,
    staff_of,
    take_off,
    who_may,
)
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.deletion import DeletionDecided
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import StaffMember, StaffRole
from app.domain.rules.staff import Appointed, Listed
from tests.casefold import NOW, concern
from tests.domain.gate_answers import ALL_NO, DELETE, TUTOR
from tests.domain.test_case import OPENED
from tests.grids import in_each
from tests.sessions import PASSPHRASE, issued_again, program

LEAD = Listed(name="L. Haines", also="Lena Haines", roles=(Appointed(role=StaffRole.LEAD),))
HEAD = Listed(name="P. Vane", roles=(Appointed(role=StaffRole.PRINCIPAL),))


def noted(session, key):
    events = session.casebook.events.tail(40)
    return [event for event in events if event.detail.get("setting") == f"own.staff.{key}"]


def test_a_new_casebook_lists_its_user_and_the_college_has_listed_nobody(session):
    known = staff_list(session)
    assert not known.kept
    assert [(one.name, one.roles) for one in known.people] == [
        ("R. Okafor", (Appointed(role=StaffRole.DSL),))
    ]
    assert staff_of(session) == (session.as_staff,)


def test_whoever_is_listed_is_there_after_the_next_unlock_and_in_the_log(session, clock):
    list_member(session, "haines", LEAD)
    (event,) = noted(session, "haines")
    assert event.words["old"] == ""
    assert "Lena Haines" in event.words["new"]
    session.close()
    again = unlock_casebook(program(clock), session.casebook.folder, PASSPHRASE)
    assert listed_staff(again) == {"haines": LEAD}
    assert staff_list(again).kept
    again.close()


def test_a_user_listed_by_the_college_is_listed_once_with_the_roles_it_gave(session):
    me = Listed(name="Okafor", also="R Okafor", roles=(Appointed(role=StaffRole.SMT),))
    list_member(session, new_member(), me)
    assert staff_list(session).people == (me,)
    assert staff_of(session) == (StaffMember("Okafor", "Member of SMT"),)


def test_a_direct_line_is_on_papers_from_then_on_and_on_none_issued_before(session):
    case = seal(session, ConcernReceived, concern())
    case = seal(session, ReferralOpened, OPENED, case=case)
    letter = letter_of(case, case.referrals[0].id)
    before = issue(session, case, letter)
    mine = Listed(name="R. Okafor", line="01632 960 014", roles=(Appointed(role=StaffRole.DSL),))
    list_member(session, "okafor", mine)
    after = issue(session, before.case, letter)
    assert after.document.content.issue.college.line == "01632 960 014"
    for one, number in ((before, "2026-0001-D1"), (after, "2026-0001-D2")):
        assert issued_again(session, after.case, number).pdf == one.document.pdf


def test_whoever_is_taken_off_is_gone_and_the_user_counts_as_before(session):
    list_member(session, "haines", LEAD)
    take_off(session, "haines")
    assert [one.name for one in staff_list(session).people] == ["R. Okafor"]
    assert not staff_list(session).kept
    assert [event.words["new"] == "" for event in noted(session, "haines")] == [False, True]


@in_each("written", ["L Haines", "Haines L.", "Ms L. Haines", "Lena Haines", "l. haines"])
def test_the_same_person_is_not_listed_twice_by_any_writing(session, written):
    list_member(session, "haines", LEAD)
    (problem,) = listing_faults(session, "other", {"name": written})
    assert problem.name == "name"
    assert problem.sentence.startswith("L. Haines is on the list already")
    (problem,) = listing_faults(session, "other", {"name": "K. Marr", "also": f"A. B; {written}"})
    assert problem.name == "also"
    assert listing_faults(session, "haines", {"name": written}) == ()
    assert listing_faults(session, "other", {"name": "K. Haines"}) == ()


def test_a_form_offers_the_list_of_the_day_first_and_then_whom_the_case_names(session, clock):
    gone = Appointed(role=StaffRole.DEPUTY, until=NOW.date())
    list_member(session, "haines", LEAD)
    list_member(session, "cole", Listed(name="K. Cole", roles=(gone,)))
    other = StaffMember("T. Reed", "Tutor")
    case = seal(session, ConcernReceived, concern(told_to=StaffMember("Haines, Lena", "LSM")))
    case = seal(session, ConcernReceived, concern(told_to=other), case=case)
    first = (session.as_staff, StaffMember("L. Haines", "Lead Safeguarding Manager"))
    cole = StaffMember("K. Cole", "Deputy Designated Safeguarding Lead")
    assert staff_of(session, case) == (first[0], cole, first[1], other)
    clock.forward(days=1)
    assert staff_of(session, case) == (*first, other)


def test_a_deletion_is_sealed_only_by_the_authority_of_the_list(session):
    case = seal(session, ConcernReceived, concern(**ALL_NO))
    assert missing_now(session, DeletionDecided, DELETE | {"decided_by": TUTOR}, case) == ()
    list_member(session, "haines", LEAD)
    (problem,) = missing_now(session, DeletionDecided, DELETE | {"decided_by": TUTOR}, case)
    assert problem.name == "decided_by"
    with pytest.raises(ValueError, match="not ready"):
        seal(session, DeletionDecided, DELETE | {"decided_by": TUTOR}, case=case)
    sealed = seal(session, DeletionDecided, DELETE, case=case)
    assert len(sealed.entries) == 2


def test_it_says_who_may_today_or_that_the_role_written_counts(session):
    assert who_may(session, (StaffRole.LEAD,)).startswith("No staff are listed in Settings yet")
    list_member(session, "haines", LEAD)
    assert who_may(session, (StaffRole.LEAD, StaffRole.SMT)) == (
        "By the staff list today: L. Haines (Lead Safeguarding Manager)."
    )
    assert who_may(session, (StaffRole.PRINCIPAL,)) == "By the staff list today: nobody."


def test_a_role_that_began_after_the_act_gives_no_authority_for_it(session):
    case = seal(session, ConcernReceived, concern(**ALL_NO))
    since = NOW.date() + timedelta(days=1)
    late = Listed(name="L. Haines", roles=(Appointed(role=StaffRole.LEAD, since=since),))
    list_member(session, "haines", late)
    (problem,) = missing_now(session, DeletionDecided, DELETE, case)
    assert problem.name == "decided_by"


def test_a_listing_this_version_cannot_read_is_said_and_kept_and_counts_for_nothing(session):
    list_member(session, "haines", LEAD)
    written = session.casebook.settings.get("own.staff.haines").replace('"lead"', '"bursar"')
    session.casebook.settings.put("own.staff.haines", written)
    list_member(session, "vane", HEAD)
    (unread,) = unread_settings(session)
    assert "not on the list until you add them" in stands_for(session, unread)
    assert listed_staff(session) == {"vane": HEAD}
    assert session.casebook.settings.get("own.staff.haines") == written
