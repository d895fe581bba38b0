"""Every rule knows somebody by their name, however it is written, and takes nobody for another."""

from datetime import timedelta

import pytest

from app.domain.case.families import family_links
from app.domain.case.imagery import Viewing, viewing
from app.domain.forms.close import CaseClosed
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.copies import CopyState
from app.domain.forms.decision import DecisionMade
from app.domain.forms.device import DeviceSearched
from app.domain.forms.knowledge import Topic
from app.domain.forms.person import PeopleMerged, PeopleNamed, PersonDetails, Relative
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.sharing import InformationShared
from app.domain.forms.viewing import ViewingAsked, ViewingRecorded
from app.domain.gates import gate_problems
from app.domain.kit.answers import Involved, Person, PersonKind, Role, StaffMember, YesNoUnknown
from app.domain.kit.checks import problems
from app.domain.kit.moments import moment
from app.domain.rules.knowledge import card_for, knowledge_of, met_by
from app.domain.rules.time_limits import TimeLimit, TimeLimits
from tests.casefold import NOW, concern_case
from tests.domain.gate_answers import ALL_NO, CLOSED, NOT_REFERRED, SEARCH, VIEWED, ending
from tests.domain.ledger import BENS, FIRST, changed, ledger_case, requested
from tests.domain.names import NIAMH, WRITINGS
from tests.grids import in_each

WRITTEN = in_each("written", WRITINGS.values())
NO, YES = YesNoUnknown.NO, YesNoUnknown.YES


def known_as(name, kind=PersonKind.PARENT, role=Role.FAMILY, key="niamh"):
    who = Involved(Person(id=key, kind=kind, name=name), (role,))
    return PeopleNamed, {"people": (who,), "why": "Ben said."}


def at_home(name):
    told = {"person": "ben", "kind": PersonKind.LEARNER, "name": "Ben Marsh"}
    return PersonDetails, told | {"household": (Relative(name=name, relation="Mother"),)}


@WRITTEN
def test_a_parent_of_the_household_is_the_parent_named_in_the_case(written):
    assert family_links(concern_case(known_as(NIAMH), at_home(written))) == {("niamh", "ben")}


@WRITTEN
def test_a_name_that_two_people_of_a_case_write_differently_connects_neither(written):
    twice = known_as(written, PersonKind.LEARNER, Role.WITNESS, "other")
    assert family_links(concern_case(known_as(NIAMH), twice, at_home(NIAMH))) == frozenset()


@pytest.mark.parametrize(("parent", "home"), [("Ann Reed", "Anne Reed"), ("Mr Reed", "Mrs Reed")])
def test_a_name_that_is_only_near_connects_nobody(parent, home):
    assert family_links(concern_case(known_as(parent), at_home(home))) == frozenset()


@WRITTEN
def test_a_learner_named_as_a_parent_too_is_asked_about(written):
    learner = Involved(Person(id="1", kind=PersonKind.LEARNER, name=NIAMH), (Role.PICTURED,))
    parent = Involved(Person(id="2", kind=PersonKind.PARENT, name=written), (Role.FAMILY,))
    asked = [one.name for one in problems(ConcernReceived, {"people": (learner, parent)}, NOW)]
    assert "family_of" in asked


@WRITTEN
def test_a_joined_record_of_the_same_name_adds_no_other_name(written):
    twice = known_as(written, key="again")
    one = {"keep": "niamh", "other": "again", "same": YES, "name": NIAMH, "why": "One birthday."}
    case = concern_case(known_as(NIAMH), twice, (PeopleMerged, one))
    assert case.people["niamh"].person.known_as == ""


@WRITTEN
def test_whoever_told_the_college_by_another_writing_is_the_person_of_the_case(written):
    case = concern_case(known_as(NIAMH), reported_by=written)
    assert [topic for topic, _ in card_for(case, "niamh").know] == [Topic.HAPPENED]
    assert len([line for line in knowledge_of(case) if "Niamh" in line.name.title()]) == 1


@WRITTEN
def test_information_shared_with_somebody_by_another_writing_brings_their_card(written):
    case = concern_case(known_as(NIAMH))
    assert met_by(case, InformationShared, {"recipient": written}) == "niamh"
    assert met_by(case, InformationShared, {"recipient": "Niamh Reed, tutor"}) is None


AGAINST_ONESELF = {
    "not referring": (DecisionMade, NOT_REFERRED, "decided_by", "agreed_by"),
    "closing": (CaseClosed, CLOSED, "closed_by", "countersigned_by"),
    "agreeing to a viewing": (ViewingRecorded, VIEWED, "viewed_by", "agreed_by"),
    "second in the room": (ViewingRecorded, VIEWED, "viewed_by", "second"),
    "witness of a search": (DeviceSearched, SEARCH, "searcher", "witness"),
}
STAFF = WRITINGS | {"a title": f"Ms {NIAMH}", "a remark": f"{NIAMH} (DSL)"}


@pytest.mark.parametrize("gate", AGAINST_ONESELF.values(), ids=AGAINST_ONESELF)
@in_each("written", STAFF.values())
def test_nobody_is_their_own_second_person_by_another_writing(gate, written):
    form, whole, first, second = gate
    case = concern_case(*ending(), **ALL_NO | {"adult": YES})

    def held(name):
        staff = {first: StaffMember(NIAMH, "DSL"), second: StaffMember(name, "Lead")}
        return [problem.name for problem in gate_problems(form, whole | staff, case)]

    assert second in held(written)
    assert second not in held("Niamh K. O’Connor-Wójcik")


@WRITTEN
def test_nobody_who_writes_the_record_is_the_second_person_by_another_writing(written):
    answers = CLOSED | {"countersigned_by": StaffMember(written, "Lead")}
    author = StaffMember(NIAMH, "DSL")
    found = gate_problems(CaseClosed, answers, concern_case(*ending(), **ALL_NO), author)
    assert [problem.name for problem in found] == ["countersigned_by"]


@WRITTEN
def test_the_holder_of_a_copy_is_no_second_sign_by_another_writing(written):
    holder = known_as(NIAMH, PersonKind.LEARNER, Role.RECEIVED)
    case = ledger_case(holder, rows=(BENS | {"person": "niamh"},))

    def held(who):
        form, answers = changed(FIRST, CopyState.CONFIRMED, confirmed_by=who)
        return [problem.name for problem in gate_problems(form, answers, case)]

    assert held(written) == held(f"{NIAMH}, learner") == ["confirmed_by"]
    assert held("Niamh Reed, her aunt") == []


@WRITTEN
def test_the_newest_answer_of_a_member_of_staff_counts_by_any_writing(written):
    def asked(name, seen):
        row = {"who": StaffMember(name, "Tutor"), "seen": seen}
        by = {"asked_at": moment(NOW), "asked_by": StaffMember("R. Okafor"), "why": "Near it."}
        return ViewingAsked, by | {"staff": (row,)}

    for name in (written, f"Ms {written}", f"{written} (DSL)"):
        case = concern_case(asked(NIAMH, YesNoUnknown.NOT_KNOWN), asked(name, NO))
        assert viewing(case) is Viewing.CONFIRMED_NONE
    later = concern_case(asked(written, NO), asked(NIAMH, YesNoUnknown.NOT_KNOWN))
    assert viewing(later) is Viewing.NONE_RECORDED


@pytest.mark.parametrize(
    ("place", "local"),
    [("Social care, ST HELENS", True), ("Social care, St. Helen’s", True), ("St Hel", False)],
)
def test_a_limit_of_a_local_authority_is_found_however_its_name_is_written(place, local):
    of = {"what": "Confirm", "source": "", "checked": NOW.date(), "standing": ""}
    usual, own = TimeLimit(**of, hours=48), TimeLimit(**of, hours=24, authority="St Helens")
    found = TimeLimits({"confirm": usual, "confirm.st-helens": own}).limit("confirm", place)
    assert (found == own) is local


@pytest.mark.parametrize("name", ["ask fm", "ASK.fm", "Ask-FM"])
def test_the_same_service_is_not_asked_twice_by_another_writing(name):
    sent = {"sent_at": moment(NOW - timedelta(hours=1)), "service_name": "Ask.fm"}
    case = ledger_case(requested(**sent))
    _, again = requested(service_name=name)
    assert "again" in [problem.name for problem in gate_problems(RemovalRequested, again, case)]
