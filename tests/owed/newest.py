"""Situations: the newest answer counts, wherever it was given, of each person and each time."""

from app.domain.forms.device import Movement
from app.domain.forms.outcome import BodyAnswer
from tests.domain.gate_answers import LEAD
from tests.owed.imagery import SPREAD
from tests.owed.later import (
    looked_again,
    named,
    not_needed,
    noted,
    phone_taken,
    phone_went,
    plan,
)
from tests.owed.left_to_do import MEANWHILE, SHARING, shared
from tests.owed.read import Situation
from tests.owed.signs import STAFF
from tests.owed.story import (
    BOTH,
    POLICE,
    SOCIAL_CARE,
    again,
    answered,
    assessed,
    decided,
    demanded,
    found,
    met,
    not_talked,
    talked,
    told,
    told_us,
)
from tests.owed.telling import (
    AVA,
    BEN,
    FAY,
    FORWARDED,
    NO,
    NOT_KNOWN,
    PICTURED,
    RECEIVED,
    TURNS_18,
    WITNESS,
    YES,
    moment_of,
    who,
)

CHECKS = "college guidance, “The police response”: nobody can say that it never shows"
TONIGHT = "NCA alert for education settings (April 2024): who is with them"
HANDS = "uk-guidance, custody log: who handed it over, and each movement"
AT_EACH = "UKCIS March 2024: a learner of 18 or over is an adult, on the day it happened"
ASIDE = not_needed("copies:concern")
NO_REVIEW = not_needed("decision_review:decision")
WITH_FAY = who((AVA, PICTURED), (FAY, FORWARDED))
OUTCOME = {"for_whom": ({"who": "ben"}, {"who": "ava"}), "checks_told": NO}

ROWS = (
    # How far it went
    Situation(
        what="it went further, as assessed, and a later assessment says that it did not",
        said=(told_us(), ASIDE, assessed(beyond=YES), assessed(n="2", beyond=NO)),
        not_owed=("copies",),
        source=SPREAD,
    ),
    Situation(
        what="it went online, as assessed, and a later assessment says that it did not",
        said=(told_us(), ASIDE, assessed(online=YES), assessed(n="2", online=NO)),
        not_owed=("copies",),
        source=SPREAD,
    ),
    Situation(
        what="it went online, as assessed, and a later assessment leaves that open",
        said=(told_us(), ASIDE, assessed(online=YES), assessed(n="2", beyond=NO)),
        owed=("copies",),
        source=SPREAD,
    ),
    Situation(
        what="it went further, as assessed, and later that is not known",
        said=(told_us(), ASIDE, assessed(beyond=YES), assessed(n="2", beyond=NOT_KNOWN)),
        owed=("copies",),
        source=SPREAD,
    ),
    Situation(
        what="it went further, as the initial review says",
        said=(told_us(), ASIDE, met(spread=YES)),
        owed=("copies",),
        source=SPREAD,
    ),
    Situation(
        what="it went further, as the initial review says, and as assessed it did not",
        said=(told_us(), ASIDE, met(spread=YES), assessed(beyond=NO)),
        not_owed=("copies",),
        source=SPREAD,
    ),
    # What the initial review asked for
    Situation(
        what="the initial review asks for more, and a later one for nothing more",
        said=(told_us(), met(more=YES, more_why="His phone."), met(n="2")),
        not_owed=("more",),
        source="UKCIS March 2024, initial review: what more is needed, as it is seen now",
    ),
    Situation(
        what="the initial review asks for another college, and a later one says none",
        said=(told_us(), met(elsewhere=YES, elsewhere_why="Hers."), met(n="2")),
        not_owed=("elsewhere",),
        source="UKCIS March 2024, initial review: whom to contact, as it is seen now",
    ),
    # Whom nobody speaks with yet
    Situation(
        what="spoken with before; now the police ask that nobody does, and nobody looks after him",
        said=(told_us(BOTH), talked("ben"), not_talked("ben")),
        owed=("meanwhile · ben",),
        source=MEANWHILE,
    ),
    Situation(
        what="nobody speaks with him yet, and he has a support plan",
        said=(told_us(BOTH), not_talked("ben"), plan("ben")),
        not_owed=("meanwhile",),
        source=MEANWHILE,
    ),
    Situation(
        what="nobody speaks with him yet; at a review of the case somebody saw how he is",
        said=(told_us(BOTH), not_talked("ben"), looked_again(spoken="ben")),
        not_owed=("meanwhile",),
        source=MEANWHILE,
    ),
    Situation(
        what="nobody speaks with him yet; who is with him was said with the demands",
        said=(told_us(BOTH), not_talked("ben"), demanded("ben", tonight="His father.")),
        not_owed=("meanwhile",),
        source=MEANWHILE,
    ),
    Situation(
        what="who looks after him was said, and a later decision leaves it open",
        said=(told_us(BOTH), not_talked("ben", meanwhile="His tutor."), not_talked("ben")),
        not_owed=("meanwhile",),
        source=MEANWHILE,
    ),
    # Threatened again
    Situation(
        what="threatened again a week later, and who is with her tonight was said the first time",
        said=(
            told_us(extortion=YES),
            demanded(tonight="Her mother."),
            demanded(on="thu+1 15:00"),
        ),
        owed=("tonight · ava by thu+1 17:00",),
        source=TONIGHT,
    ),
    Situation(
        what="threatened again the same afternoon: who is with her was said at noon",
        said=(told_us(extortion=YES), demanded(tonight="Her mother."), demanded()),
        not_owed=("tonight",),
        source=TONIGHT,
    ),
    Situation(
        what="threatened again; the first time it was set aside who is with her",
        said=(
            told_us(extortion=YES),
            demanded(),
            not_needed("tonight:ava"),
            demanded(on="thu+1 15:00"),
        ),
        owed=("tonight · ava",),
        source=TONIGHT,
    ),
    Situation(
        what="social care need not hear of the one sign too; then another comes up",
        said=(
            told_us(coercion=YES),
            told(SOCIAL_CARE),
            found(unusual=YES),
            not_needed(f"refer:{SOCIAL_CARE.value}-ava"),
            found(under_13=YES, on="fri 09:00"),
        ),
        owed=("tell social care",),
        source=f"{STAFF}: at any point",
    ),
    Situation(
        what="social care need not hear of the one sign too, and no other comes up",
        said=(
            told_us(coercion=YES),
            told(SOCIAL_CARE),
            found(unusual=YES),
            not_needed(f"refer:{SOCIAL_CARE.value}-ava"),
        ),
        not_owed=("tell social care",),
        source=f"{STAFF}: at any point",
    ),
    # Each event
    Situation(
        what="he turned 18 before it happened again, and had no part in that",
        said=(
            told_us(who((AVA, PICTURED), (TURNS_18, RECEIVED))),
            told_us(BOTH, n="2", on="thu+2 09:00"),
        ),
        not_owed=("tell",),
        alarm=False,
        source=AT_EACH,
    ),
    Situation(
        what="he turned 18 before it happened again, and had a part in that too",
        said=(
            told_us(who((AVA, PICTURED), (TURNS_18, RECEIVED))),
            told_us(who((AVA, PICTURED), (TURNS_18, FORWARDED)), n="2", on="thu+2 09:00"),
        ),
        owed=("tell police",),
        alarm=True,
        source=AT_EACH,
    ),
    Situation(
        what="he turned 18 before it happened again; added later, at which of the two is open",
        said=(
            told_us(),
            told_us(n="2", on="thu+2 09:00"),
            named((TURNS_18, FORWARDED)),
        ),
        owed=("tell police",),
        source=AT_EACH,
    ),
    Situation(
        what="pictured at first, and at the second concern she only heard of it",
        said=(told_us(), told_us(who((AVA, WITNESS), (BEN, FORWARDED)), n="2")),
        owed=("talk with · ava", "plan for · ava", "recontact 1 · ava"),
        source=f"{STAFF}; what somebody did later ends no part they had",
    ),
    Situation(
        what="decided, and then the imagery is about again, with no further sign",
        said=(told_us(BOTH), decided(), NO_REVIEW, again(on="mon 09:00")),
        owed=("decision review by mon 17:00",),
        source="situation 19: the decision is looked at again",
    ),
    Situation(
        what="decided, about again, and the case was reviewed since",
        said=(
            told_us(BOTH),
            decided(),
            NO_REVIEW,
            again(on="mon 09:00"),
            looked_again(on="mon 10:00"),
        ),
        not_owed=("decision review",),
        source="situation 19: the decision is looked at again",
    ),
    # From hand to hand
    Situation(
        what="a phone that another member of staff moved, and nobody said how it came to them",
        said=(told_us(BOTH), phone_taken(), phone_went(Movement.CHECKED, moved_by=LEAD)),
        owed=("hands by thu 17:00", "custody"),
        source=HANDS,
    ),
    Situation(
        what="a phone that went to the police, and nobody said who brought it to whom",
        said=(told_us(BOTH), phone_taken(), phone_went(Movement.POLICE, moved_by=LEAD)),
        owed=("hands",),
        source=HANDS,
    ),
    Situation(
        what="a phone whose every hand is said, the one between recorded later",
        said=(
            told_us(BOTH),
            phone_taken(),
            phone_went(Movement.CHECKED, on="fri 09:00", moved_by=LEAD),
            phone_went(
                Movement.STORED,
                on="fri 10:00",
                moved_at=moment_of("thu 15:00"),
                moved_by=LEAD,
                came_by="R. Okafor gave it to him in the office.",
            ),
        ),
        not_owed=("hands",),
        source=HANDS,
    ),
    # Who is told
    Situation(
        what="shared about a learner of another college, and whether she knows is open",
        said=(told_us(WITH_FAY), shared("fay")),
        owed=("shared about · fay",),
        source=SHARING,
    ),
    Situation(
        what="an outcome for two, and nobody spoke of later checks",
        said=(
            told_us(BOTH),
            told(POLICE),
            answered(POLICE, BodyAnswer.OUTCOME_21, **OUTCOME),
        ),
        owed=("checks · ben by thu 17:00", "checks · ava by thu 17:00"),
        source=CHECKS,
    ),
    Situation(
        what="an outcome for two, and one was spoken with of later checks",
        said=(
            told_us(BOTH),
            told(POLICE),
            answered(POLICE, BodyAnswer.OUTCOME_21, **OUTCOME),
            noted("checks:police-ava:ben"),
        ),
        owed=("checks · ava",),
        not_owed=("checks · ben",),
        source=CHECKS,
    ),
)
