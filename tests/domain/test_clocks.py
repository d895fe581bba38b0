"""Clocks across nights, weekends, bank holidays and both changes of the clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app import paths
from app.casework.guidance import read_clocks
from app.domain.case.case import fold_case
from app.domain.case.clock_rules import CLOCK_RULES
from app.domain.forms.any_time import ClockMissed, Missed, Note, SignsFound
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.close import CaseReviewed
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.decision import Body, DecisionMade
from app.domain.forms.deletion import DeletionConfirmed, DeletionDecided
from app.domain.forms.older import CaseReviewed1
from app.domain.forms.person import PeopleMerged, PeopleNamed
from app.domain.forms.review import InitialReview
from app.domain.forms.social_care import (
    ReferralCall,
    ReferralOpened,
    ReferralReply,
    ReferralSent,
    Reply,
)
from app.domain.forms.support import SupportReview
from app.domain.kit.answers import Involved, Role
from app.domain.kit.form import name_of
from app.domain.kit.keys import DueKey, DueKind, PartKind, read_key
from app.domain.kit.moments import LONDON, moment
from app.domain.owed.row import TELLING
from app.domain.owed.table import may_be_missed, owed_in
from app.domain.rules.time_limits import TimeLimit, TimeLimits, due_after
from tests.casefold import AVA, BEN, DSL, NOW, concern, concern_case, sealed
from tests.domain.gate_answers import DELETE, REFER_POLICE, REVIEWED
from tests.domain.people_of_two import REVIEWED as CHECKED
from tests.domain.people_of_two import TALKED
from tests.domain.test_case import AT, CALL, COLLEGE, NO, NOT_KNOWN, OPENED, SENT, YES, reply
from tests.domain.test_people import EVA, SAME


def limit(**time):
    return TimeLimit(
        what="Do it", source="Somebody", checked=date(2026, 1, 1), standing="seen", **time
    )


CLOCKS = TimeLimits(
    {"written_confirmation": limit(hours=24), "acknowledgement": limit(working_days=1)},
    frozenset({date(2026, 12, 25), date(2026, 12, 28)}),
)


def london(text):
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-11-19 10:00", "2026-11-20 17:00"),
        ("2026-11-20 10:00", "2026-11-23 17:00"),
        ("2026-11-21 10:00", "2026-11-23 17:00"),
        ("2026-12-24 23:30", "2026-12-29 17:00"),
        ("2026-10-23 10:00", "2026-10-26 17:00"),
        ("2027-03-26 10:00", "2027-03-29 17:00"),
    ],
)
def test_the_next_working_day_skips_weekends_and_bank_holidays(start, due):
    assert due_after(london(start), limit(working_days=1), CLOCKS) == london(due)


def test_twenty_four_hours_are_that_long_also_when_the_clocks_change():
    start = london("2026-10-24 12:00")
    assert due_after(start, limit(hours=24), CLOCKS) - start == timedelta(hours=24)


@pytest.mark.parametrize(
    ("start", "time", "due"),
    [
        ("2026-10-24 12:00", {"hours": 24}, "2026-10-25 11:00"),
        ("2027-03-27 12:00", {"hours": 24}, "2027-03-28 13:00"),
        ("2026-10-23 09:00", {"days": 7}, "2026-10-30 17:00"),
        ("2027-03-26 09:00", {"days": 7}, "2027-04-02 17:00"),
        ("2026-11-19 23:59", {"days": 1}, "2026-11-20 17:00"),
        ("2026-12-24 09:00", {"days": 1}, "2026-12-25 17:00"),
        ("2026-12-24 09:00", {"working_days": 2}, "2026-12-30 17:00"),
        ("2026-12-23 09:00", {"working_days": 2}, "2026-12-29 17:00"),
        ("2026-10-25 00:30", {"working_days": 1}, "2026-10-26 17:00"),
        ("2027-03-28 00:30", {"working_days": 5}, "2027-04-02 17:00"),
    ],
)
def test_hours_run_through_and_days_end_at_five_in_london_on_both_sides_of_a_clock_change(
    start, time, due
):
    assert due_after(london(start), limit(**time), CLOCKS) == london(due)


UNTIMED = ("call", "tell", "refer", "find-out", "decide-again")


def due_keys(case, clocks=None):
    limits = clocks or CLOCKS
    timed = {*limits.limits, *(rule.name for rule in CLOCK_RULES if rule.due_on), *UNTIMED}
    rows = (row for row in owed_in(case, limits) if row.form is not ClockMissed)
    return [row.key.kind for row in rows if row.key.kind in timed]


def late_in(case):
    return [row for row in owed_in(case, ALL) if row.form is ClockMissed]


def test_a_referral_is_first_to_be_phoned_then_confirmed_then_answered():
    steps = [(ReferralOpened, OPENED), (ReferralCall, CALL), (ReferralSent, SENT)]
    answered = (ReferralReply, reply(Reply.STRATEGY))
    asked = {"call", "written_confirmation", "acknowledgement"}

    def next_in(*steps):
        return [kind for kind in due_keys(concern_case(*steps)) if kind in asked]

    assert next_in(*steps[:1]) == ["call"]
    assert next_in(*steps[:2]) == ["written_confirmation"]
    assert next_in(*steps) == ["acknowledgement"]
    assert next_in(*steps, answered) == []


def test_a_decision_not_to_refer_comes_back_on_its_review_day():
    case = concern_case((DecisionMade, COLLEGE))
    (row,) = (one for one in owed_in(case, CLOCKS) if one.key.kind == DueKind.DECISION_REVIEW)
    assert row.due == london("2026-11-26 17:00")


NINE = ("risk_now", "refer", "view", "more", "spread", "remove", "facts", "elsewhere", "parents")
REVIEW = {
    "held_at": AT,
    "chair": DSL,
    "actions": ({"what": "See Ava", "who": DSL, "by": NOW.date(), "why": "She asked."},),
} | {name: value for asked in NINE for name, value in ((asked, YES), (f"{asked}_why", "Because."))}


def test_an_agreed_action_is_due_until_a_note_settles_it():
    def actions(*more):
        rows = owed_in(concern_case((InitialReview, REVIEW), *more), CLOCKS)
        return [row.key.write() for row in rows if row.key.kind is PartKind.ACTION]

    (key,) = actions()
    settled = {"at": AT, "what": "Saw her.", "why": "Agreed.", "settles": key}
    assert actions((Note, settled)) == []


ALL = read_clocks(paths.resources(), range(2025, 2029))


def test_every_limit_has_a_source_a_standing_and_one_length():
    for name, found in ALL.limits.items():
        assert found.source, name
        assert found.standing, name
        lengths = [found.hours, found.days, found.working_days]
        assert sum(length is not None for length in lengths) == 1, name


def test_every_clock_of_the_table_has_a_limit_or_a_day_and_every_limit_a_clock():
    timed = {rule.name for rule in CLOCK_RULES if not rule.due_on}
    others = {"find_out", "conversation", "parents_told", "support_plan", "lado", "copy", "custody"}
    limits = {name for name, one in ALL.limits.items() if not one.duty}
    others |= {"ai_made", "adult_care", "next_step", "staff_welfare"}
    assert timed | others == limits
    assert all(rule.noun and (rule.start or not rule.due_on or rule.what) for rule in CLOCK_RULES)


@pytest.mark.parametrize("rule", CLOCK_RULES, ids=lambda rule: rule.name)
def test_every_form_of_a_clock_asks_the_question_the_clock_looks_at(rule):
    for question in filter(None, (rule.start, rule.due_on)):
        assert all(name_of(question) in form.__struct_fields__ for form in rule.starts)
    if rule.about:
        assert all(name_of(rule.about) in form.__struct_fields__ for form in rule.settled)


def test_a_concern_starts_its_clocks_and_each_goes_when_it_is_settled():
    started = set(due_keys(concern_case(), ALL))
    assert {"initial_review", "recontact_1"} <= started
    assert "told_dsl" not in started
    met = concern_case((InitialReview, REVIEW))
    assert "initial_review" not in due_keys(met, ALL)


def test_telling_the_team_late_asks_for_one_line_of_reason_and_then_no_more():
    told = moment(NOW - timedelta(hours=5))
    late = concern_case(told_at=told)
    (row,) = late_in(late)
    assert row.form is ClockMissed
    why = {"which": "told_dsl:entry-1", "missed": Missed.LATE, "why": "No cover.", "said_at": AT}
    said = concern_case((ClockMissed, why), told_at=told)
    assert not late_in(said)
    assert said.names["told_dsl:entry-1"] == "Telling the Safeguarding Team"


def test_what_was_done_in_the_very_minute_it_was_due_is_not_late():
    for late, rows in ((timedelta(), 0), (timedelta(minutes=1), 1)):
        case = concern_case(told_at=moment(NOW - timedelta(hours=4) - late))
        assert len(late_in(case)) == rows


def test_a_correction_neither_starts_a_clock_again_nor_makes_it_late():
    first = sealed(ConcernReceived, concern())
    later = NOW + timedelta(days=3)
    put_right = sealed(ConcernReceived, concern(), seq=2, at=later, corrects="entry-1")
    before, after = fold_case([first]), fold_case([first, put_right])
    assert owed_in(before, ALL) == owed_in(after, ALL)


def test_what_is_no_longer_needed_leaves_the_list_with_its_reason():
    why = {"which": "initial_review:entry-1", "missed": Missed.NOT_NEEDED, "why": "Met already."}
    gone = concern_case((ClockMissed, why | {"said_by": DSL, "said_at": AT}))
    assert "initial_review" not in due_keys(gone, ALL)


def test_a_call_or_a_decision_to_make_again_is_never_waved_away():
    case = concern_case((ReferralOpened, OPENED), (DecisionMade, COLLEGE), harm=YES)
    offered = dict(may_be_missed(case, ALL))
    assert not {read_key(key).kind for key in offered} & set(UNTIMED)


def test_a_sign_not_known_is_a_task_with_a_form_of_its_own():
    case = concern_case(harm=NOT_KNOWN)
    (row,) = [row for row in owed_in(case, ALL) if row.key == DueKey(DueKind.FIND_OUT, "harm")]
    assert row.form is SignsFound
    found = {"found_at": AT, "found_by": DSL, "how": "She said so.", "harm": NO}
    left = owed_in(concern_case((SignsFound, found), harm=NOT_KNOWN), ALL)
    assert row.key not in [one.key for one in left]


def test_a_sign_found_to_be_there_asks_to_refer_and_to_decide_again():
    found = {"found_at": AT, "found_by": DSL, "how": "She said so.", "harm": YES}
    case = concern_case((DecisionMade, COLLEGE), (SignsFound, found), harm=NOT_KNOWN)
    rows = {row.key.write(): row for row in owed_in(case, ALL)}
    assert rows["decide-again:harm"].due == case.entries[2].sealed.recorded
    assert rows["refer"].form is ReferralOpened


def test_whoever_the_decision_refers_to_is_due_until_a_referral_to_them_is_started():
    decided = (DecisionMade, REFER_POLICE | {"refer_to": (Body.SOCIAL_CARE, Body.POLICE)})
    started = {"body": OtherBody.POLICE, "name": "Exampleshire Police", "why": "Blackmail.",
               "asked_for": "Advice."}  # fmt: skip

    def waiting(*steps):
        rows = owed_in(concern_case(decided, *steps), CLOCKS)
        told = [row for row in rows if row.weight in TELLING]
        return {(row.key.kind, row.form) for row in told}

    social_care, police = ("refer", ReferralOpened), ("refer", BodyReferralOpened)
    assert waiting() == {social_care, police}
    assert waiting((ReferralOpened, OPENED)) == {police, ("call", ReferralCall)}
    assert waiting((BodyReferralOpened, started)) == {social_care, ("tell", BodyContact)}


def test_the_learner_is_spoken_with_after_a_day_a_week_and_a_month():
    def looked(days):
        return (CaseReviewed, REVIEWED | {"reviewed_at": moment(NOW + timedelta(days=days))})

    assert "recontact_1" in due_keys(concern_case(), ALL)
    assert "recontact_7" in due_keys(concern_case(looked(0.5)), ALL)
    assert "recontact_30" in due_keys(concern_case(looked(0.5), looked(6)), ALL)
    done = concern_case(looked(0.5), looked(6), looked(29))
    assert not [key for key in due_keys(done, ALL) if key.startswith("recontact")]


BOTH = (Involved(AVA, (Role.PICTURED,)), Involved(BEN, (Role.PRESSURED,)))


def again_for(*steps, people=BOTH):
    """Return whom it is due to speak with again a day after, and about whom it was late."""
    rows = owed_in(concern_case(*steps, people=people), ALL)
    return {row.key.ids[1] or row.key.subject for row in rows if row.key.kind == "recontact_1"}


def review_of(**spoken):
    rows = tuple(
        {"learner": who, "spoken": answer, "how": "Well."} for who, answer in spoken.items()
    )
    return CaseReviewed, REVIEWED | {"spoken": rows, "reviewed_at": moment(NOW)}


def review_in_words(words):
    """Return a review as it was until learners had a line each."""
    said = {name: kept for name, kept in REVIEWED.items() if name != "spoken"}
    return CaseReviewed1, said | {"spoke_with": words, "reviewed_at": moment(NOW)}


@pytest.mark.parametrize(
    ("step", "still"),
    [
        ((LearnerConversation, TALKED), {"ben"}),
        ((LearnerConversation, TALKED | {"learner": "ben"}), {"ava"}),
        ((SupportReview, CHECKED), {"ben"}),
        (review_of(ava=YES, ben=YES), set()),
        (review_of(ava=YES), {"ben"}),
        (review_of(ava=YES, ben=NO), {"ben"}),
        (review_of(ava=NOT_KNOWN, ben=NO), {"ava", "ben"}),
        (review_in_words("Nobody: Ava and Ben were not in college."), {"ava", "ben"}),
        ((Note, {"at": AT, "what": "Ava and Ben.", "why": "Seen."}), {"ava", "ben"}),
    ],
)
def test_each_learner_hurt_is_spoken_with_again_and_nobody_in_place_of_another(step, still):
    assert again_for() == {"ava", "ben"}
    assert again_for(step) == still


def test_a_learner_who_only_received_it_has_no_clock_of_their_own_nor_settles_another():
    people = (BOTH[0], Involved(BEN, (Role.RECEIVED,)))
    assert again_for(people=people) == {"ava"}
    assert again_for((LearnerConversation, TALKED | {"learner": "ben"}), people=people) == {"ava"}
    assert again_for(review_of(ben=YES), people=people) == {"ava"}
    assert again_for(review_of(ava=YES), people=people) == set()


def test_where_nobody_hurt_is_a_learner_here_any_conversation_settles_the_clock_of_the_case():
    people = (Involved(BEN, (Role.RECEIVED,)),)
    assert again_for(people=people) == {"entry-1"}
    assert again_for((LearnerConversation, TALKED | {"learner": "ben"}), people=people) == set()


def test_a_learner_found_to_be_hurt_later_has_their_day_from_then():
    named = (PeopleNamed, {"people": (BOTH[1],), "why": "Said today."})
    (row,) = (
        row
        for row in owed_in(concern_case(named, people=BOTH[:1]), ALL)
        if row.key == DueKey(DueKind.RECONTACT_1, "entry-1", "ben")
    )
    assert row.due == NOW + timedelta(minutes=10, hours=24)
    assert row.because.endswith(" · Ben Marsh")


def test_what_was_said_of_one_learners_clock_is_not_said_of_anothers():
    why = {"missed": Missed.NOT_NEEDED, "why": "In hospital.", "said_by": DSL, "said_at": AT}
    assert again_for((ClockMissed, why | {"which": "recontact_1:entry-1:ben"})) == {"ava"}
    assert again_for((ClockMissed, why | {"which": "recontact_1:entry-1"})) == set()


def test_the_clock_of_a_joined_record_is_that_of_the_person():
    eva = Involved(EVA, (Role.PICTURED,))
    talked = (LearnerConversation, TALKED | {"learner": "eva"})
    people = (BOTH[0], eva)
    assert again_for(talked, people=people) == {"ava"}
    assert again_for(talked, (PeopleMerged, SAME), people=people) == set()
    why = {"missed": Missed.NOT_NEEDED, "why": "In hospital.", "said_by": DSL, "said_at": AT}
    missed = (ClockMissed, why | {"which": "recontact_1:entry-1:eva"})
    assert again_for(missed, (PeopleMerged, SAME), people=people) == set()


def test_a_reason_for_a_late_clock_is_offered_with_the_learners_name():
    words = dict(may_be_missed(concern_case(people=BOTH), ALL))
    assert words["recontact_1:entry-1:ben"] == "Speaking with the learner after a day: Ben Marsh"


def test_a_clock_that_is_not_needed_lets_the_next_one_come():
    why = {"which": "recontact_1:entry-1", "missed": Missed.NOT_NEEDED, "why": "In hospital."}
    waved = concern_case((ClockMissed, why | {"said_by": DSL, "said_at": AT}))
    assert "recontact_1" not in due_keys(waved, ALL)
    assert "recontact_7" in due_keys(waved, ALL)


def test_the_learner_is_spoken_with_a_day_after_the_college_was_told_whenever_it_was_written_down():
    told = NOW - timedelta(hours=20)
    rows = owed_in(concern_case(told_at=moment(told)), ALL)
    again = [row.due for row in rows if row.key.kind == "recontact_1"]
    assert again == [told + timedelta(hours=24)]


def test_a_step_written_down_late_settles_its_clock_when_it_was_taken():
    opened = concern_case(
        (ReferralOpened, OPENED),
        (ReferralCall, CALL),
        (ReferralSent, SENT | {"sent_at": moment(NOW + timedelta(hours=30))}),
        (ReferralSent, SENT | {"sent_at": moment(NOW + timedelta(hours=2))}),
    )
    assert not late_in(opened)


def test_the_learners_deletion_is_due_until_it_is_confirmed():
    asked = concern_case((DeletionDecided, DELETE))
    assert "deletion" in due_keys(asked)
    said = {"deletion": "entry-2", "confirmed_at": AT, "confirmed_to": DSL, "confirmed": YES,
            "places": ("device",), "explained": "Why."}  # fmt: skip
    assert "deletion" not in due_keys(
        concern_case((DeletionDecided, DELETE), (DeletionConfirmed, said))
    )


def test_an_answer_without_a_decision_is_chased():
    steps = [(ReferralOpened, OPENED), (ReferralCall, CALL), (ReferralSent, SENT)]
    waiting = concern_case(*steps, (ReferralReply, reply(Reply.ACKNOWLEDGED)))
    assert "outcome_chase" in due_keys(waiting, ALL)
    answered = (ReferralReply, reply(Reply.STRATEGY))
    over = concern_case(*steps, (ReferralReply, reply(Reply.ACKNOWLEDGED)), answered)
    assert "outcome_chase" not in due_keys(over, ALL)
