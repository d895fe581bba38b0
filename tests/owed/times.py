"""Situations: events, days set for later, leaving the guidance, closing, opening again."""

from datetime import timedelta

from app.domain.case.duty import Duty
from app.domain.forms.concern import Scope
from app.domain.kit.moments import moment
from tests.casefold import DSL, NOW
from tests.owed.later import (
    closed,
    corrected,
    late,
    not_needed,
    noted,
)
from tests.owed.read import Situation
from tests.owed.signs import ANY_POINT, NOBODY
from tests.owed.story import (
    BOTH,
    again,
    assessed,
    decided,
    met,
    must_not_know,
    talked,
    told_us,
)
from tests.owed.telling import COACH, YES, day, who

OWN = "the college’s own clocks (resources/clocks.toml), set by the DSL"
SOON = "college guidance: the Safeguarding Team as soon as possible"
REVIEWS = "uk-guidance 1.16: review dates"
ACTION = {
    "actions": ({"what": "Ring the GP", "who": DSL, "by": day("mon"), "why": "Agreed with her."},)
}
HANDLED = (told_us(), met(), talked(), assessed(), decided())

ROWS = (
    # First steps and events
    Situation(
        what="told, and nothing else yet",
        said=(told_us(),),
        owed=(
            "initial review by fri 17:00",
            "risk by mon 17:00",
            "decision by mon 17:00",
            "talk with · ava by fri 17:00",
        ),
        source=OWN,
    ),
    Situation(
        what="told on a Friday night: the review on Monday",
        said=(told_us(on="fri 21:00"),),
        owed=("initial review by mon 17:00",),
        source=OWN,
    ),
    Situation(
        what="the DSL heard of it six hours late",
        said=(told_us(on="thu 16:00", told_at=moment(NOW - timedelta(hours=1))),),
        owed=("say why late: told dsl",),
        source=f"{SOON}; reasons",
    ),
    Situation(
        what="late, and why was said",
        said=(
            told_us(on="thu 16:00", told_at=moment(NOW - timedelta(hours=1))),
            late("told_dsl:concern"),
        ),
        not_owed=("say why late",),
        source=f"{SOON}; reasons",
    ),
    Situation(
        what="the first three steps done",
        said=HANDLED,
        not_owed=("initial review", "risk", "decision by", "talk with", *NOBODY[1:]),
        alarm=False,
        source=OWN,
    ),
    Situation(
        what="it happened again: met, and spoken with, again",
        said=(*HANDLED, again(on="thu+1 10:00")),
        owed=("initial review by fri+1 17:00", "recontact 1 · ava by fri+1 10:00"),
        source="our rule, events",
    ),
    Situation(
        what="it happened again, and now with blackmail",
        said=(*HANDLED, again(on="thu+1 10:00", extortion=YES)),
        owed=("tell police by at once", "decide again by at once", "demands by thu+1 17:00"),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="it happened again, and now a member of staff is named",
        said=(*HANDLED, again(who((COACH, "asked")), on="thu+1 10:00")),
        owed=("tell lado by fri+1 17:00", "tell police", "leaders by thu+1 17:00"),
        alarm=True,
        source="KCSIE 2026, part four",
    ),
    # Days that were set
    Situation(
        what="an agreed action",
        said=(told_us(), talked(**ACTION)),
        owed=("ring the gp by mon 17:00",),
        source="uk-guidance 2.1: actions and reasons",
    ),
    Situation(
        what="two agreed actions, one done",
        said=(
            told_us(),
            corrected("concern", told_us()),
            met(**ACTION),
            noted("review:1"),
            talked(**ACTION),
        ),
        owed=("ring the gp",),
        source="uk-guidance 2.1: actions and reasons",
    ),
    Situation(
        what="an agreed action set aside as not needed",
        said=(told_us(), met(**ACTION), not_needed("review:1")),
        not_owed=("ring the gp",),
        source="our rule: set aside with reason, by whom",
    ),
    Situation(
        what="the decision is to be reviewed",
        said=(told_us(), decided()),
        owed=("decision review by wed+2 17:00",),
        source=REVIEWS,
    ),
    Situation(
        what="what he must not be told is looked at again",
        said=(told_us(BOTH), must_not_know("ben", "mon")),
        owed=("not told · ben by mon 17:00",),
        source="our rule, instructions are met again",
    ),
    Situation(
        what="a second conversation sets a new day",
        said=(
            told_us(),
            talked(review_on=day("fri")),
            talked(review_on=day("mon")),
        ),
        owed=("talk with the learner · ava by mon 17:00",),
        source=REVIEWS,
    ),
    Situation(
        what="a day set with Ava is not settled by a talk with Ben",
        said=(told_us(BOTH), talked("ava", review_on=day("fri")), talked("ben")),
        owed=("talk with the learner · ava by fri 17:00",),
        source=f"{REVIEWS}; person by person",
    ),
    # The duty to report
    Situation(
        what="the duty to report is in force",
        said=(told_us(),),
        duty=Duty(since=day("thu"), source="The regulations"),
        owed=("mandatory report",),
        refused=((closed(), "outcome"),),
        source="uk-guidance 3.7",
    ),
    Situation(
        what="the duty to report is in force, and the concern is said to be outside the guidance",
        said=(told_us(),),
        duty=Duty(since=day("thu"), source="The regulations"),
        refused=(
            (
                corrected("concern", told_us(scope=Scope.NO_IMAGERY, goes_to="Her tutor.")),
                "scope",
            ),
        ),
        source="uk-guidance 3.7; our rule, leaving is closing",
    ),
)
