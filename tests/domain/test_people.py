"""People of a case: their parts over time, two records of one person, ages, and how names sound."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.case.case import fold_case
from app.domain.case.people import people_of
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.person import PartChanged, PeopleMerged, PeopleNamed, PersonDetails
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.checks import problems
from app.domain.kit.moments import moment
from app.domain.names.sounds import sound_of, sounds_alike
from app.domain.owed.summary_of import summarise
from app.domain.rules.bands import AgeBand, band_on, write_bands
from app.domain.rules.time_limits import TimeLimits
from tests.casefold import AVA, BEN, NOW, concern, concern_case, sealed
from tests.domain.test_case import OPENED

EVA = Person(id="eva", kind=PersonKind.LEARNER, name="Eva Stone", known_as="evie_x")
NAMED = {"people": (Involved(EVA, (Role.WITNESS,)),), "why": "A friend said so."}
SAME = {
    "keep": "ava",
    "other": "eva",
    "same": YesNoUnknown.YES,
    "name": "Ava Stone",
    "why": "One date of birth.",
}
DETAILS = {"person": "ava", "kind": PersonKind.LEARNER, "name": "Ava Jane Stone"}


def joined(*more):
    return concern_case((PeopleNamed, NAMED), (PeopleMerged, SAME), *more)


def test_a_changed_part_ends_the_old_one_and_keeps_both_with_their_dates():
    at = moment(NOW + timedelta(minutes=5))
    changed = {"person": "ben", "roles": (Role.FORWARDED,), "since": at, "why": "He said so."}
    ben = concern_case((PartChanged, changed)).people["ben"]
    assert ben.roles == (Role.FORWARDED,)
    assert [(one.role, one.entry, one.until) for one in ben.parts] == [
        (Role.RECEIVED, "entry-1", at.at),
        (Role.FORWARDED, "entry-2", None),
    ]
    assert ben.parts[0].since == concern()["told_at"].at


def test_a_correction_does_not_make_a_part_begin_later():
    first = sealed(ConcernReceived, concern(), seq=1)
    named = sealed(PeopleNamed, NAMED, seq=2, at=NOW + timedelta(minutes=10))
    later = NOW + timedelta(days=3)
    mended = sealed(PeopleNamed, NAMED | {"why": "Her tutor."}, seq=3, at=later, corrects=named.id)
    again = sealed(PeopleNamed, NAMED | {"why": "R."}, seq=4, at=later, corrects=mended.id)
    (part,) = fold_case([first, named, mended, again]).people["eva"].parts
    assert part.since == named.recorded


def test_no_part_ends_before_it_began_however_late_it_was_written_down():
    before = moment(NOW - timedelta(days=2))
    changed = {"person": "ben", "roles": (Role.FORWARDED,), "since": before, "why": "He said so."}
    received, _ = concern_case((PartChanged, changed)).people["ben"].parts
    assert received.until == received.since == concern()["told_at"].at


def test_being_named_again_loses_nothing_that_was_known():
    again = {"people": (Involved(Person(id="ava", kind=AVA.kind, name=AVA.name), (Role.MADE,)),)}
    ava = concern_case((PeopleNamed, again | {"why": "Said again."})).people["ava"]
    assert ava.person.born == AVA.born


def test_details_that_say_nothing_of_parts_leave_them_as_they_are():
    assert concern_case((PersonDetails, DETAILS)).people["ava"].roles == (Role.PICTURED,)


def test_two_records_are_read_as_one_with_every_part_and_every_name():
    case = joined()
    assert list(case.people) == ["ava", "ben"]
    ava = case.people["ava"]
    assert (ava.person.name, ava.person.known_as) == ("Ava Stone", "Eva Stone, evie_x")
    assert ava.roles == (Role.PICTURED, Role.WITNESS)
    assert case.names["eva"] == "Ava Stone"


def test_a_referral_for_the_joined_record_is_one_for_the_person():
    opened = (ReferralOpened, OPENED | {"child": "eva"})
    case = concern_case((PeopleNamed, NAMED), opened, (PeopleMerged, SAME))
    (referral,) = case.referrals
    assert referral.opened.child == "ava"
    assert case.names[referral.id] == "Ava Stone, Exampleshire MASH"
    assert case.entries[2].form.child == "eva", "the record still says what was written"


def test_the_lists_know_one_person_by_both_names():
    entries = [entry.sealed for entry in joined().entries]
    people = summarise(entries, TimeLimits({})).people
    assert [(row.person, row.names) for row in people] == [
        ("ava", "Ava Stone Eva Stone, evie_x"),
        ("ben", "Ben Marsh"),
    ]


def test_the_old_name_is_kept_whatever_is_recorded_later():
    later = joined((PersonDetails, DETAILS | {"person": "eva"}))
    person = later.people["ava"].person
    assert person.name == "Ava Jane Stone"
    assert "Eva Stone" in person.known_as


def test_records_joined_by_mistake_come_apart_again():
    entries = [entry.sealed for entry in joined().entries]
    undone = sealed(
        PeopleMerged, SAME | {"same": YesNoUnknown.NO}, seq=4, corrects=entries[2].id, entry="e4"
    )
    case = fold_case([*entries, undone])
    assert list(case.people) == ["ava", "ben", "eva"]
    assert case.people["eva"].roles == (Role.WITNESS,)


def test_one_record_cannot_be_joined_to_itself():
    (problem,) = problems(PeopleMerged, SAME | {"other": "ava"}, NOW)
    assert (problem.name, "other one" in problem.sentence) == ("other", True)


@given(st.lists(st.tuples(*[st.sampled_from(["ava", "ben", "eva"])] * 2), max_size=6))
def test_however_records_are_joined_everyone_named_is_somebody(pairs):
    steps = [(PeopleMerged, SAME | {"keep": keep, "other": other}) for keep, other in pairs]
    case = concern_case((PeopleNamed, NAMED), *steps)
    for person in ("ava", "ben", "eva"):
        assert case.same.get(person, person) in case.people
    assert all(key == known.person.id for key, known in case.people.items())


BORN = date(2008, 11, 20)


@pytest.mark.parametrize(
    ("day", "band"),
    [
        (date(2021, 11, 19), AgeBand.UNDER_13),
        (date(2021, 11, 20), AgeBand.FROM_13),
        (date(2024, 11, 19), AgeBand.FROM_13),
        (date(2024, 11, 20), AgeBand.FROM_16),
        (date(2026, 11, 19), AgeBand.FROM_16),
        (date(2026, 11, 20), AgeBand.ADULT),
        (date(2000, 1, 1), None),
    ],
)
def test_the_age_band_is_that_of_the_day(day, band):
    someone = Person(id="x", kind=PersonKind.LEARNER, name="X", born=BORN)
    assert band_on(someone, day) is band


def test_who_turns_18_in_mid_case_is_told_with_both_days():
    someone = Person(id="x", kind=PersonKind.LEARNER, name="X", born=BORN)
    event, today = date(2026, 11, 16), date(2026, 11, 22)
    assert write_bands(someone, [event], today) == "16 to 17 on 16 Nov 2026, 18 since 20 Nov 2026"
    leap = Person(id="x", kind=PersonKind.LEARNER, name="X", born=date(2008, 2, 29))
    assert write_bands(leap, [date(2026, 2, 27)], today).endswith("18 since 1 Mar 2026")
    assert write_bands(BEN, [event], today) == ""


def test_a_band_that_changed_between_two_events_is_told_at_both():
    someone = Person(id="x", kind=PersonKind.LEARNER, name="X", born=BORN)
    days = [date(2026, 11, 21), date(2026, 11, 16), date(2026, 11, 17)]
    told = "16 to 17 on 16 Nov 2026, 18 or over on 21 Nov 2026"
    assert write_bands(someone, days, date(2026, 11, 22)) == told


ALIKE = """
    Catherine Kathryn / Sean Shaun / Sean Shawn / Stephen Steven / Philip Filip / Geoffrey Jeffrey
    Mohammed Muhammad / Hussain Hussein / Aisha Ayesha / Eva Ava / Alice Alys / Smith Smyth
    Thompson Thomson / Wright Right / McDonald MacDonald / Reece Rhys / Niamh Neve / Zoë Zoey
    Christine Kristine / Isaac Izak / Clarke Clark / Leigh Lee / Xavier Savier / Yousef Yusuf
""".replace("\n", "/").split("/")
APART = ["Ava Ben", "Stone Marsh", "Ben Dan", "Kate Jade", "Omar Emma", "Tom Sam"]


@pytest.mark.parametrize("pair", [pair.strip() for pair in ALIKE if pair.strip()])
def test_names_that_sound_alike_are_taken_for_one(pair):
    one, other = pair.split()
    assert sound_of(one) == sound_of(other)


@pytest.mark.parametrize("pair", APART)
def test_other_names_are_not(pair):
    assert sound_of(pair.split()[0]) != sound_of(pair.split()[-1])


def test_every_word_asked_for_has_to_sound_alike():
    assert sounds_alike("Kathryn", "Catherine Shaw")
    assert not sounds_alike("Kathryn Stone", "Catherine Shaw")
    assert not sounds_alike("漢字", "Catherine Shaw")


@given(st.text(max_size=20))
def test_any_word_has_a_sound(word):
    assert sound_of(word) == sound_of(word.upper()) or not word.isascii()


def test_people_can_be_gathered_from_forms_alone():
    case = joined()
    from_forms = people_of(entry.form for entry in case.entries)
    assert {key: (one.person, one.roles) for key, one in from_forms.items()} == {
        key: (one.person, one.roles) for key, one in case.people.items()
    }
