"""Promises that hold in every case: tried on all of the table, and on stories made up from it."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.case.case import Case, State, fold_case
from app.domain.case.people import is_adult
from app.domain.case.signs import every_yes
from app.domain.case.summary import DueRow
from app.domain.forms.close import CaseClosed
from app.domain.forms.decision import Body, Decision, DecisionMade
from app.domain.kit.keys import DueKey, DueKind, in_time
from app.domain.kit.moments import day_of, write_time
from app.domain.kit.stage import HANDLING, Sign, Stage
from app.domain.owed.people import involved_learners
from app.domain.owed.progress import StageProgress, next_owed, progress, stage_now
from app.domain.owed.row import TELLING, Owed, Weight
from app.domain.owed.summary_of import summarise
from app.domain.owed.table import (
    left_at_closing,
    may_be_missed,
    never_left,
    owed_before_closing,
    owed_in,
    somebody_to_tell,
)
from app.domain.owed.told import told_in
from app.papers import cover
from tests.owed.later import (
    MUM_OF_AVA,
    NOT_NOW,
    about_telling,
    closed,
    copies,
    corrected,
    looked_again,
    named,
    not_needed,
    noted,
    part_is,
    plan,
    reopened,
)
from tests.owed.read import LIMITS
from tests.owed.story import (
    BOTH,
    COLLEGE,
    LADO,
    NO_ACTION,
    POLICE,
    SOCIAL_CARE,
    again,
    against,
    answered,
    decided,
    demanded,
    found,
    met,
    referred_to,
    talked,
    told,
    told_us,
)
from tests.owed.telling import (
    ASKED,
    COACH,
    FORWARDED,
    NIA,
    NO,
    PRESSURED,
    YES,
    Step,
    Steps,
    case_told,
    flat,
)
from tests.owed.test_situations import ALL
from tests.papers.cases import each_case, read_case
from tests.papers.paper import SUPPLEMENT, issue

HAPPENS: dict[str, Steps] = {
    "adult found": found(adult=YES),
    "harm found": found(harm=YES),
    "blackmail found": found(extortion=YES),
    "harm said to be no": found(harm=NO),
    "Ava speaks of harm": talked("ava", harm=YES),
    "Ava speaks of pressure": talked("ava", coercion=YES),
    "Ben is spoken with": talked("ben"),
    "social care told of Ava": told(SOCIAL_CARE, "ava"),
    "social care told of Ben": told(SOCIAL_CARE, "ben"),
    "police told of Ava": told(POLICE, "ava"),
    "police told of all": told(POLICE, ""),
    "police not reached": told(POLICE, "ben", reached=NO),
    "another college told": told(COLLEGE, ""),
    "LADO told": told(LADO, ""),
    "no further action": (
        told(SOCIAL_CARE, "ava", n="2"),
        answered(SOCIAL_CARE, NO_ACTION, "ava", n="2"),
    ),
    "two decide against": against(),
    "handled in college": Step(DecisionMade, decided().answers, "", "college"),
    "referred to the police": Step(DecisionMade, referred_to(Body.POLICE).answers, "", "refer"),
    "review: immediate risk": met(risk_now=YES, refer=YES, elsewhere=YES, more=YES),
    "demands": demanded("ava"),
    "again": again(),
    "a plan for Ava": plan("ava"),
    "her mother named": MUM_OF_AVA,
    "her mother not told for now": about_telling("mum", NOT_NOW, look="30d"),
    "a third learner named": named((NIA, FORWARDED)),
    "a coach asked for it": named((COACH, ASKED)),
    "Ben was pressed": part_is("ben", PRESSURED, FORWARDED),
    "copies": copies(),
    "shared again": looked_again(again=YES, again_what="In a group."),
    "all set aside": tuple(
        not_needed(key) for key in ("refer", "refer:police", "conversation:ben", "find-out:harm")
    ),
    "the concern put right": corrected("concern", told_us(BOTH, harm=YES)),
    "closed": closed(),
    "reopened": (closed(), reopened()),
}
FIRST = {
    "all signs no": told_us(BOTH),
    "signs left blank": told_us(BOTH, no=""),
    "coercion": told_us(BOTH, coercion=YES),
}


@st.composite
def stories(draw: st.DrawFn) -> tuple[Step, ...]:
    """A concern, and up to nine things that happen after it: at once, a day or a week later."""
    story, days = [FIRST[draw(st.sampled_from(sorted(FIRST)))]], 0
    for happens in draw(st.lists(st.sampled_from(sorted(HAPPENS)), max_size=9, unique=True)):
        days += draw(st.sampled_from((0, 0, 1, 7)))
        for step in flat(HAPPENS[happens]):
            at = f"{days}d {11 + len(story) // 6}:{len(story) % 6}0"
            story.append(msgspec.structs.replace(step, on=at))
    return tuple(story)


made_up = given(stories())
few = settings(max_examples=30, deadline=None)


def _of_one_child(one, yes):
    """Return whether two answers are to one sign, and may be about one child."""
    return one.sign is yes.sign and (not one.about or not yes.about or one.about == yes.about)


@few
@made_up
def test_no_sign_stands_yes_with_nothing_owed_until_its_bodies_know(story):
    case = case_told(*story)
    telling = [row for row in owed_in(case, LIMITS) if row.weight in TELLING or _reopens(row)]
    places = {entry.root: place for place, entry in enumerate(case.current)}
    ended = max(
        (places[i.root] for i in case.current if isinstance(i.form, CaseClosed)), default=-1
    )
    ended = ended if case.state is State.CLOSED else -1
    for yes in every_yes(case.current):
        if yes.place < ended:  # closing is refused while nobody is told
            continue
        first = min(
            one.at
            for one in every_yes(case.current)
            if one == yes or (yes.sign is not Sign.HARM and _of_one_child(one, yes))
        )
        told = {
            one.body
            for one in told_in(case)
            if one.at >= first and (not one.about or not yes.about or one.about == yes.about)
        }
        decided_since = any(
            isinstance(entry.form, DecisionMade)
            and entry.form.decision is not Decision.COLLEGE
            and places[entry.root] >= yes.place
            for entry in case.current
        )
        assert telling or decided_since or told & {Body.POLICE, Body.SOCIAL_CARE}, yes


def _reopens(row: Owed) -> bool:
    return isinstance(row.key, DueKey) and row.key.kind == DueKind.REOPEN


@few
@made_up
def test_no_learner_takes_part_without_their_rows(story):
    case = case_told(*story)
    if case.state is not State.OPEN:
        return
    owed = {row.key for row in owed_in(case, LIMITS)}
    for known in involved_learners(case):
        learner = known.person.id
        spoken = _named_in(case, "learner_conversation", learner)
        aside = _set_aside(case, f"conversation:{learner}")
        assert spoken or aside or DueKey(DueKind.CONVERSATION, learner) in owed
        assert (
            _named_in(case, "support_plan", learner)
            or DueKey(DueKind.SUPPORT_PLAN, learner) in owed
        )
        assert known.person.born or DueKey(DueKind.BORN, learner) in owed
        today = day_of(case.entries[-1].sealed.recorded)
        at_home = {key for key in owed if isinstance(key, DueKey) and learner in key.ids}
        kinds = {key.kind for key in at_home}
        assert (
            is_adult(known.person, today)
            or DueKind.PARENTS_TOLD in kinds
            or _decided(case, learner)
        )


def _named_in(case: Case, form: str, learner: str) -> bool:
    return any(
        type(entry.form).__struct_config__.tag == form
        and learner in {getattr(entry.form, "learner", ""), getattr(entry.form, "child", "")}
        for entry in case.current
    )


def _set_aside(case: Case, key: str) -> bool:
    return any(getattr(entry.form, "which", "") == key for entry in case.current)


def _decided(case: Case, learner: str) -> bool:
    return _named_in(case, "parent_decision", learner)


@few
@made_up
def test_every_view_shows_the_same_table(story):
    _agree(case_told(*story))


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.what)
def test_every_view_of_a_situation_shows_the_same_table(row):
    _agree(case_told(*row.said))


@each_case
def test_every_view_of_a_practice_case_shows_the_same_table_on_each_day_of_its_story(path):
    entries = read_case(path).entries
    days = {day_of(entry.sealed.recorded) for entry in entries}
    for day in sorted(days):
        told = [one.sealed for one in entries if day_of(one.sealed.recorded) <= day]
        _agree(fold_case(told))


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.what)
def test_what_is_owed_follows_from_the_record_alone_and_limits_only_say_by_when(row):
    case = case_told(*row.said, duty=row.duty)
    table = [owed for owed in owed_in(case, LIMITS) if owed.key == in_time(owed.key)]
    assert {owed.key for owed in table} == {owed.key for owed in owed_in(case)}
    assert stage_now(case, tuple(table)) is stage_now(case)
    assert {owed.key for owed in left_at_closing(case, LIMITS)} == {
        owed.key for owed in left_at_closing(case)
    }


def _alike(read: Iterable[object]) -> list[object]:
    """Return what is written more than once, where nobody could tell which is meant."""
    return [words for words, times in Counter(read).items() if times > 1]


def _agree(case: Case) -> None:
    table = owed_in(case, LIMITS)
    assert list(table) == sorted(table, key=lambda row: (row.due, row.weight, row.key.write()))
    keys = [row.key for row in table]
    assert len(set(keys)) == len(keys)
    assert _alike((row.what, row.because) for row in table) == []
    assert _alike(words for _, words in may_be_missed(case, LIMITS)) == []
    summary = summarise([entry.sealed for entry in case.entries], LIMITS)
    assert summary.due == tuple(row.row for row in table)
    refer = any(row.weight in TELLING for row in table)
    assert summary.refer_now is refer is somebody_to_tell(owed_in(case))
    stages = progress(case, table)
    assert stages == progress(case)
    for stage in HANDLING:
        heavy = any(row.stage is stage and row.weight <= Weight.STEP for row in table)
        assert not (heavy and stages[stage] is StageProgress.DONE)
    following = next_owed(table)
    assert following is None or stage_now(case, table) is following.stage
    if case.state is State.OPEN:
        stage = stage_now(case, table)
        assert summary.stage == ("All recorded so far" if stage is Stage.RECORD else stage.label)
        assert _on_the_cover(case, summary.due) == [row.due for row in table]
    left = left_at_closing(case, LIMITS)
    assert set(left) <= set(owed_before_closing(case, LIMITS)) <= set(table)
    if case.state is State.LEFT:
        assert all(never_left(case, row) for row in table)


def _on_the_cover(case: Case, due: tuple[DueRow, ...]) -> list[datetime]:
    """Return when each thing is due that the cover page lists, to the minute."""
    supplement = msgspec.structs.replace(SUPPLEMENT, due=due)
    (subject,) = cover.subjects(case)
    page = cover.content(case, subject, issue(supplement=supplement))
    (listed,) = (part for part in page.parts if part.heading == "What is due")
    written = {write_time(row.due): row.due for row in due}
    return [written[label] for label, _ in listed.rows]


@few
@given(stories(), st.sampled_from(("noted", "a plan for Ava", "copies", "another college told")))
def test_what_settles_nothing_takes_no_call_away(story, happens):
    before = case_told(*story)
    step = noted() if happens == "noted" else HAPPENS[happens]
    ids = {entry.root for entry in before.entries}
    more = tuple(msgspec.structs.replace(one, on="") for one in flat(step))
    if any(one.id and one.id in ids for one in more):
        return
    after = case_told(*story, *more)
    calls = {row.key for row in owed_in(before, LIMITS) if row.weight in TELLING}
    assert calls <= {row.key for row in owed_in(after, LIMITS) if row.weight in TELLING}
