"""The staff list: who somebody is, however they are written, and who has which role on a day."""

from datetime import date, timedelta

import pytest

from app.domain.forms import FORMS
from app.domain.forms.close import CaseClosed
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import Authority, Deletion, DeletionDecided
from app.domain.forms.device import DeviceSearched
from app.domain.forms.person import PeopleNamed
from app.domain.forms.viewing import ViewingRecorded
from app.domain.gates import gate_problems
from app.domain.kit.answers import (
    AnswerKind,
    Involved,
    Person,
    PersonKind,
    Role,
    StaffMember,
    StaffRole,
    YesNoUnknown,
)
from app.domain.kit.checks import problems
from app.domain.kit.form import form_name, questions_of
from app.domain.kit.moments import moment
from app.domain.kit.staff import each_once
from app.domain.rules.staff import (
    NO_LIST,
    Appointed,
    Listed,
    StaffList,
    role_in_words,
    staff_named,
)
from tests.casefold import DSL, NOW, concern_case
from tests.domain.gate_answers import (
    ALL_NO,
    AT,
    CLOSED,
    COLLEGE,
    DELETE,
    LATER,
    NOT_REFERRED,
    SEARCH,
    TUTOR,
    VIEWED,
    ending,
)
from tests.grids import in_each

TODAY = NOW.date()
DAY = timedelta(days=1)
YES = YesNoUnknown.YES


def listed(name, *roles, also="", **days):
    return Listed(name=name, also=also, roles=tuple(Appointed(role=one, **days) for one in roles))


HAINES = listed("L. Haines", StaffRole.LEAD, also="Lena Haines; L. Marr")
VANE = listed("P. Vane", StaffRole.PRINCIPAL)
OBI = listed("C. Obi", StaffRole.SMT, StaffRole.DUTY_OFFICER)
REYES = listed("M. Reyes", StaffRole.SUPERVISOR)
OKAFOR = listed("Rita Okafor", StaffRole.DSL)
STAFF = StaffList((HAINES, VANE, OBI, REYES, OKAFOR), kept=True)


@in_each(
    "written",
    [
        "L. Haines",
        "l haines",
        "L.Haines",
        "Ms L. Haines",
        "Haines, L.",
        "HAINES L",
        "Lena Haines",
        "Haines, Lena",
        "Dr Lena Haines (LSM)",
        "L. Marr",
        "L. Haines - on leave",
    ],
)
def test_one_person_is_found_by_every_way_they_are_written(written):
    assert STAFF.named(written) == STAFF.named(StaffMember(written, "Anything")) == HAINES
    name, _, role = written.partition(",")
    assert STAFF.named(StaffMember(name.strip(), role.strip())) == HAINES


@in_each(
    "written", ["", " ", "Haines-Low", "K. Haines", "Lara Haines", "Lead Safeguarding Manager"]
)
def test_nobody_else_is_taken_for_them(written):
    assert STAFF.named(written) is None


def test_where_two_bear_a_name_it_is_nobodys():
    two = StaffList(
        (listed("Ann Reed", StaffRole.LEAD, also="Reed"), listed("Amy Reed", also="Reed"))
    )
    assert two.named("Reed") is None
    assert StaffList((*two.people, listed("Ann Reed, LSM"))).named("Ann Reed") is None


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        (date(2026, 8, 31), False),
        (date(2026, 9, 1), True),
        (date(2026, 11, 19), True),
        (date(2026, 11, 20), False),
    ],
)
def test_a_role_counts_from_its_first_day_to_its_last(day, stands):
    days = {"since": date(2026, 9, 1), "until": date(2026, 11, 19)}
    staff = StaffList((listed("L. Haines", StaffRole.LEAD, **days),), kept=True)
    assert staff.holds("L. Haines", {StaffRole.LEAD}, day) is stands
    assert bool(staff.who_hold({StaffRole.LEAD}, day)) is stands
    assert bool(staff.on(day)) is stands


def test_somebody_may_have_several_roles_and_is_written_with_those_of_the_day():
    gone = Appointed(role=StaffRole.DEPUTY, until=TODAY - DAY)
    tutor = Appointed(role=StaffRole.OTHER, job="Tutor, Sports")
    assert OBI.as_staff(TODAY) == StaffMember("C. Obi", "Member of SMT, Duty officer")
    one = Listed(name="M. Reyes", roles=(gone, tutor))
    assert one.as_staff(TODAY) == StaffMember("M. Reyes", "Tutor, Sports")
    assert one.as_staff(TODAY - DAY).role == "Deputy Designated Safeguarding Lead, Tutor, Sports"


@pytest.mark.parametrize(
    ("words", "role", "job"),
    [
        ("Designated Safeguarding Lead", StaffRole.DSL, None),
        ("dsl", StaffRole.DSL, None),
        ("Deputy DSL", StaffRole.DEPUTY, None),
        ("member of smt", StaffRole.SMT, None),
        ("Tutor, Sports", StaffRole.OTHER, "Tutor, Sports"),
        ("", StaffRole.OTHER, None),
    ],
)
def test_the_role_of_a_sign_in_is_read_where_it_is_one_of_the_list(words, role, job):
    assert role_in_words(words) == Appointed(role=role, job=job)


@pytest.mark.parametrize(
    ("answers", "where"),
    [
        ({}, {"name", "roles"}),
        ({"name": "L. Haines, Lead Safeguarding Manager"}, {"name"}),
        ({"name": "—"}, {"name"}),
        ({"also": "Lena Haines; Haines, Lena"}, {"also"}),
        ({"also": "x" * 201}, {"also"}),
        ({"roles": ({"since": TODAY},)}, {"roles.1.role"}),
        ({"roles": ({"role": StaffRole.OTHER},)}, {"roles.1.job"}),
        ({"roles": ({"role": StaffRole.DSL, "since": TODAY, "until": TODAY - DAY},)},
         {"roles.1.until"}),
        ({"roles": ({"role": StaffRole.DSL, "since": TODAY, "until": TODAY},)}, set()),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_listing_is_said_at_its_place(answers, where):
    whole = {"name": "L. Haines", "roles": ({"role": StaffRole.LEAD},)} if answers else {}
    assert {one.name for one in problems(Listed, whole | answers, NOW)} == where


def test_everyone_named_in_a_case_is_found_also_in_rows_the_newest_first():
    case = concern_case(*ending(), **ALL_NO)
    assert staff_named(case) == (DSL, TUTOR)


def test_each_member_of_staff_is_counted_once_by_their_first_writing():
    okafor = StaffMember("R. Okafor", "DSL")
    again = [StaffMember("Okafor", "R., Duty officer"), StaffMember("Mr R Okafor")]
    assert each_once((okafor, *again, TUTOR)) == (okafor, TUTOR)


# Who is whom: a second person is another person.

SECOND = [
    (DecisionMade, NOT_REFERRED, "decided_by", "agreed_by"),
    (CaseClosed, CLOSED, "closed_by", "countersigned_by"),
    (ViewingRecorded, VIEWED, "viewed_by", "agreed_by"),
    (ViewingRecorded, VIEWED, "viewed_by", "second"),
    (DeviceSearched, SEARCH, "searcher", "witness"),
]
ENDED = concern_case(*ending(), **ALL_NO | {"adult": YES})


def refused(form, answers, staff=NO_LIST, author=None):
    found = gate_problems(form, answers, ENDED, author, staff=staff)
    return {one.name: one.sentence for one in found}


@in_each("gate", SECOND, lambda gate: f"{form_name(gate[0])}-{gate[3]}")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (StaffMember("R. Okafor", "DSL"), StaffMember("Okafor", "R., DSL")),
        (StaffMember("R. Okafor", "DSL"), StaffMember("OKAFOR R", "Duty officer")),
        (StaffMember("R. Okafor", "DSL"), StaffMember("Ms R.Okafor", "DSL")),
        (StaffMember("R. Okafor", "DSL"), StaffMember("Rita Okafor", "DSL")),
        (StaffMember("N. O’Brien"), StaffMember("N. O'Brien", "Lead")),
        (StaffMember("N. O’Brien"), StaffMember("N. OBrien - Lead", "Lead")),
    ],
)
def test_nobody_is_their_own_second_person_however_they_are_typed(gate, one, other):
    form, whole, first, second = gate
    assert second in refused(form, whole | {first: one, second: other})
    assert second in refused(form, whole | {first: other, second: one})


@in_each("gate", SECOND, lambda gate: f"{form_name(gate[0])}-{gate[3]}")
def test_the_list_knows_two_writings_as_one_person_and_two_like_names_as_two(gate):
    form, whole, first, second = gate
    two = StaffMember("Rita Okafor", "DSL"), StaffMember("R. Okafor", "Principal")
    sentence = refused(form, whole | {first: two[0], second: two[1]})[second]
    assert "If they are two people, list both in Settings" in sentence
    both = StaffList((OKAFOR, listed("R. Okafor", StaffRole.PRINCIPAL)), kept=True)
    assert second not in refused(form, whole | {first: two[0], second: two[1]}, both)
    married = {first: StaffMember("L. Marr", "LSM"), second: StaffMember("L. Haines", "LSM")}
    assert "list both" not in refused(form, whole | married, STAFF)[second]


def test_whoever_records_it_is_not_the_second_person_by_another_name_of_the_list():
    for author in (StaffMember("Lena Haines", "LSM"), StaffMember("L. Marr")):
        assert "countersigned_by" in refused(CaseClosed, CLOSED, STAFF, author)


@pytest.mark.parametrize(
    ("part", "may"), [(Role.MAY_HAVE_HARMED, False), (Role.ASKED, False), (Role.TOLD_US, True)]
)
def test_nobody_who_took_part_in_it_is_the_second_person(part, may):
    haines = Person(id="haines", kind=PersonKind.STAFF, name="L. Haines")
    named = PeopleNamed, {"people": (Involved(haines, (part,)),), "why": "Ava said so."}
    case = concern_case(*ending(), named, **ALL_NO)
    found = {one.name: one.sentence for one in gate_problems(CaseClosed, CLOSED, case)}
    assert ("countersigned_by" not in found) is may
    as_listed = CLOSED | {"countersigned_by": StaffMember("L. Marr", "LSM")}
    found = {one.name for one in gate_problems(CaseClosed, as_listed, case, staff=STAFF)}
    assert ("countersigned_by" not in found) is may


@pytest.mark.parametrize(
    ("form", "whole", "signed", "agreed"),
    [
        (DecisionMade, NOT_REFERRED, "decided_at", "agreed_at"),
        (CaseClosed, CLOSED, "closed_at", "countersigned_at"),
    ],
)
def test_nobody_agrees_before_there_is_something_to_agree_to(form, whole, signed, agreed):
    at = whole[signed].at
    before = whole | {agreed: moment(at - timedelta(minutes=1))}
    assert "They agreed before it was decided" in refused(form, before)[agreed]
    assert agreed not in refused(form, whole | {agreed: moment(at)})
    about = whole | {agreed: moment(at - timedelta(minutes=30), about=True)}
    assert agreed not in refused(form, about)


def test_a_countersignature_is_not_older_than_the_newest_entry_it_vouches_for():
    newest = ENDED.entries[-1].sealed.recorded
    early = {"closed_at": AT, "countersigned_at": moment(newest - timedelta(minutes=1))}
    sentence = refused(CaseClosed, CLOSED | early)["countersigned_at"]
    assert "“Case review” was added to the record" in sentence
    read = {"closed_at": AT, "countersigned_at": moment(newest)}
    assert "countersigned_at" not in refused(CaseClosed, CLOSED | read)


def test_a_correction_of_closing_asks_only_for_what_was_there_to_read():
    shut = concern_case(*ending(), (CaseClosed, CLOSED), *ending()[2:], **ALL_NO)
    closing = shut.entries[4].sealed.id
    before = moment(shut.entries[3].sealed.recorded)
    answers = CLOSED | {"closed_at": AT, "countersigned_at": before}
    found = gate_problems(CaseClosed, answers, shut, corrects=closing)
    assert "countersigned_at" not in {one.name for one in found}


def test_nobody_agrees_not_to_refer_before_the_sign_was_answered_yes():
    late = concern_case((DecisionMade, NOT_REFERRED | {"decided_at": LATER, "harm": YES}), **ALL_NO)
    answers = NOT_REFERRED | {"decided_at": AT, "agreed_at": AT}
    found = {one.name: one.sentence for one in gate_problems(DecisionMade, answers, late)}
    assert "before a sign came up" in found["agreed_at"]


# Authority, by the list and on the day.


def deciding(who, authority=Authority.LEAD, staff=STAFF, **more):
    whole = DELETE | {"decided_by": who, "authority": authority} | more
    case = concern_case(**ALL_NO)
    return {o.name: o.sentence for o in gate_problems(DeletionDecided, whole, case, staff=staff)}


@pytest.mark.parametrize(
    ("who", "authority", "may"),
    [
        (StaffMember("L. Haines"), Authority.LEAD, True),
        (StaffMember("Lena Haines", "Tutor"), Authority.LEAD, True),
        (StaffMember("L. Haines", "Member of SMT"), Authority.SMT, False),
        (StaffMember("C. Obi", "Member of SMT"), Authority.SMT, True),
        (StaffMember("C. Obi", "Lead Safeguarding Manager"), Authority.LEAD, False),
        (StaffMember("P. Vane", "Principal"), Authority.SMT, True),
        (StaffMember("M. Reyes", "Lead Safeguarding Manager"), Authority.LEAD, False),
        (StaffMember("T. Nobody", "Lead Safeguarding Manager"), Authority.LEAD, False),
    ],
)
def test_deletion_is_decided_by_whom_the_list_has_in_that_role(who, authority, may):
    found = deciding(who, authority)
    assert ("decided_by" in found) is not may
    assert deciding(who, authority, decision=Deletion.KEEP) == {}


def test_the_refusal_names_who_may_and_with_which_role():
    sentence = deciding(TUTOR)["decided_by"]
    assert "M. Reyes as “Lead Safeguarding Manager” on 19 Nov 2026" in sentence
    assert "Ask L. Haines (Lead Safeguarding Manager)" in sentence
    assert "“Nothing is deleted yet”" in sentence


def test_a_list_that_has_nobody_in_the_role_says_where_to_add_them():
    sentence = deciding(TUTOR, staff=StaffList((REYES,), kept=True))["decided_by"]
    assert "Nobody is: add who it is, with the day they began, in Settings" in sentence


def test_without_a_list_the_role_that_is_written_counts_and_the_sentence_says_so():
    users = StaffList((OKAFOR,))
    assert deciding(TUTOR, staff=users) == {}
    sentence = deciding(StaffMember("M. Reyes"), staff=users)["authority"]
    assert "Nobody is listed in Settings, under “Staff”: the role written counts." in sentence


def test_a_role_counts_on_the_day_of_the_act_and_not_on_another():
    ended = StaffList((listed("L. Haines", StaffRole.LEAD, until=TODAY - DAY),), kept=True)
    assert "decided_by" in deciding(StaffMember("L. Haines", "LSM"), staff=ended)
    then = moment(NOW - DAY)
    assert deciding(StaffMember("L. Haines", "LSM"), staff=ended, decided_at=then) == {}


@pytest.mark.parametrize(
    ("who", "may"),
    [("P. Vane", True), ("C. Obi", True), ("L. Haines", False), ("M. Reyes", False)],
)
def test_a_viewing_is_agreed_by_the_principal_or_smt_of_the_list(who, may):
    whole = VIEWED | {"agreed_by": StaffMember(who, "Principal"), "second": TUTOR}
    found = [one.name for one in gate_problems(ViewingRecorded, whole, concern_case(), staff=STAFF)]
    assert found == ([] if may else ["agreed_by"])


def test_roles_are_asked_for_where_a_member_of_staff_is_named():
    for form in FORMS:
        for question in questions_of(form):
            assert not question.ask.roles or question.kind is AnswerKind.STAFF


def test_handling_in_college_asks_nobody_of_the_list():
    case = concern_case(**ALL_NO)
    assert gate_problems(DecisionMade, COLLEGE, case, staff=STAFF) == ()
