"""Situations: who was told of whom and when, what they answered, and what stands after it."""

import msgspec

from app.domain.forms.bodies import Restraint
from app.domain.forms.device import Movement
from tests.owed.later import corrected, phone_taken, phone_went
from tests.owed.read import Situation
from tests.owed.signs import ANY_POINT, BOTH_NOW, NCA, NOBODY, SCOPE, UKCIS
from tests.owed.story import (
    ASSESSMENT,
    BOTH,
    CEOP,
    COLLEGE,
    EARLY_HELP,
    LADO,
    NO_ACTION,
    POLICE,
    SOCIAL_CARE,
    against,
    answered,
    decided,
    escalated,
    found,
    met,
    rang,
    started,
    talked,
    told,
    told_us,
    wrote,
)
from tests.owed.telling import (
    AVA,
    BEN,
    FAY,
    FORWARDED,
    NO,
    PICTURED,
    RECEIVED,
    YES,
    moment_of,
    who,
)

AT_FIRST = moment_of("thu 10:22")
GIA = msgspec.structs.replace(FAY, id="gia", name="Gia Holt")
CLOCK = "uk-guidance 3.2, the clock of a referral"
TWO_TOLD = (told(SOCIAL_CARE), told(POLICE))

ROWS = (
    # One body is not the other, one child is not the other
    Situation(
        what="coercion: both told",
        said=(told_us(coercion=YES), *TWO_TOLD),
        not_owed=NOBODY,
        alarm=False,
        source=UKCIS,
    ),
    Situation(
        what="adult: only social care told",
        said=(told_us(adult=YES), told(SOCIAL_CARE)),
        owed=("tell police by at once",),
        alarm=True,
        source=SCOPE,
    ),
    Situation(
        what="adult: only the police told",
        said=(told_us(adult=YES), told(POLICE)),
        owed=("tell social care by at once",),
        not_owed=("tell police",),
        alarm=True,
        source="our rule: an adult or blackmail: police, and social care",
    ),
    Situation(
        what="blackmail: CEOP told, which is police",
        said=(told_us(extortion=YES), told(CEOP)),
        owed=("tell social care",),
        not_owed=("tell police",),
        source=NCA,
    ),
    Situation(
        what="blackmail: only social care told",
        said=(told_us(extortion=YES), told(SOCIAL_CARE)),
        owed=("tell police by at once",),
        alarm=True,
        source=NCA,
    ),
    *(
        Situation(
            what=f"harm: only {body.value.replace('_', ' ')} told",
            said=(told_us(harm=YES), told(body)),
            owed=BOTH_NOW,
            refused=((decided(), "decision"),),
            alarm=True,
            source=f"{ANY_POINT}; our rule: telling another school satisfies nothing",
        )
        for body in (COLLEGE, EARLY_HELP, LADO)
    ),
    Situation(
        what="told of the other child only",
        said=(
            told_us(BOTH),
            talked("ava", harm=YES),
            told(SOCIAL_CARE, "ben"),
            told(POLICE, "ben"),
        ),
        owed=("tell social care · ava by at once", "tell police · ava by at once"),
        alarm=True,
        source="uk-guidance 3.2: each child is referred in their own right, and each by itself",
    ),
    Situation(
        what="both children at risk, one of them told of",
        said=(
            told_us(BOTH),
            talked("ava", harm=YES),
            talked("ben", harm=YES),
            told(SOCIAL_CARE, "ava"),
            told(POLICE, "ava"),
        ),
        owed=("tell social care · ben by at once", "tell police · ben by at once"),
        not_owed=("tell social care · ava", "tell police · ava"),
        alarm=True,
        source="uk-guidance 3.2: each child is referred in their own right",
    ),
    # Attempts
    Situation(
        what="the police were rung and nobody answered",
        said=(told_us(adult=YES), told(POLICE, reached=NO)),
        owed=("ring police · ava by at once", "tell social care"),
        not_owed=("body answer",),
        alarm=True,
        source=SCOPE,
    ),
    Situation(
        what="social care were rung and nobody answered",
        said=(told_us(harm=YES), told(SOCIAL_CARE, reached=NO)),
        owed=("ring social care · ava by at once", "tell police"),
        not_owed=("written confirmation",),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="the second call reached them",
        said=(told_us(harm=YES), told(SOCIAL_CARE, reached=NO), rang(SOCIAL_CARE), told(POLICE)),
        not_owed=NOBODY,
        alarm=False,
        source=ANY_POINT,
    ),
    Situation(
        what="a referral begun and left",
        said=(told_us(harm=YES), started(SOCIAL_CARE)),
        owed=("ring social care · ava by at once",),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="a letter alone tells them",
        said=(told_us(harm=YES), started(SOCIAL_CARE), wrote(), told(POLICE)),
        not_owed=NOBODY,
        alarm=False,
        source=CLOCK,
    ),
    # Told before the yes
    Situation(
        what="told on Thursday, harm on Friday",
        said=(told_us(coercion=YES), *TWO_TOLD, found(on="fri 09:00", harm=YES)),
        owed=BOTH_NOW,
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="told on Thursday, harm on Friday, told again",
        said=(
            told_us(coercion=YES),
            *TWO_TOLD,
            found(on="fri 09:00", harm=YES),
            rang(SOCIAL_CARE, on="fri 09:20"),
            rang(POLICE, on="fri 09:40"),
        ),
        not_owed=NOBODY,
        alarm=False,
        source=ANY_POINT,
    ),
    Situation(
        what="advice asked for before anything was known, then coercion",
        said=(told_us(), told(SOCIAL_CARE), told(POLICE), found(on="fri 09:00", coercion=YES)),
        owed=("tell social care", "tell police"),
        source="our rule: satisfied only by telling that body, about that child, after the yes",
    ),
    Situation(
        what="told on Thursday while harm was no; on Friday that answer is put right to yes",
        said=(
            told_us(),
            told(SOCIAL_CARE),
            told(POLICE),
            corrected("concern", told_us(harm=YES, told_at=AT_FIRST), on="fri 09:00"),
        ),
        owed=("tell social care", "tell police"),
        alarm=True,
        source="our rule: satisfied only by telling that body, about that child, after the yes",
    ),
    Situation(
        what="a yes put right in its words, not in its answer, settles as before",
        said=(
            told_us(harm=YES),
            told(SOCIAL_CARE),
            told(POLICE),
            corrected(
                "concern",
                told_us(harm=YES, told_at=AT_FIRST, account="Two words more."),
                on="fri 09:00",
            ),
        ),
        not_owed=NOBODY,
        alarm=False,
        source="uk-guidance 2.1: corrections are dated additions",
    ),
    Situation(
        what="the police handed the phone before the yes",
        said=(
            told_us(),
            phone_taken(),
            phone_went(Movement.POLICE),
            found(on="fri 09:00", adult=YES),
        ),
        owed=("tell police", "tell social care"),
        alarm=True,
        source="our rule: satisfied only by telling that body, about that child, after the yes",
    ),
    # What tells whom of what
    Situation(
        what="social care answered, and how they were told is not recorded",
        said=(told_us(harm=YES), started(SOCIAL_CARE), answered(SOCIAL_CARE, ASSESSMENT)),
        owed=("tell police",),
        not_owed=("ring social care", "tell social care"),
        source=CLOCK,
    ),
    Situation(
        what="she is in danger, and then the police take his phone",
        said=(
            told_us(BOTH),
            phone_taken(owner="ben"),
            talked(harm=YES, on="fri 09:00"),
            phone_went(Movement.POLICE, on="fri 10:00"),
        ),
        owed=("tell police · ava by at once",),
        alarm=True,
        source="our rule: satisfied only by telling that body, about that child, after the yes",
    ),
    Situation(
        what="she is in danger, and then the police take a phone that is nobody’s",
        said=(
            told_us(BOTH),
            phone_taken(),
            talked(harm=YES, on="fri 09:00"),
            phone_went(Movement.POLICE, on="fri 10:00"),
        ),
        owed=("tell police · ava by at once",),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="she was pressed, and the police take her phone",
        said=(
            told_us(BOTH),
            phone_taken(owner="ava"),
            talked(coercion=YES, on="fri 09:00"),
            phone_went(Movement.POLICE, on="fri 10:00"),
        ),
        owed=("tell social care · ava by at once",),
        not_owed=("tell police",),
        source=UKCIS,
    ),
    Situation(
        what="she was pressed, and the police take his phone, whose owner was put right",
        said=(
            told_us(BOTH),
            phone_taken(owner="ava"),
            talked(coercion=YES, on="fri 09:00"),
            phone_went(Movement.POLICE, on="fri 10:00"),
            corrected("phone", phone_taken(owner="ben")),
        ),
        owed=("tell police · ava by at once",),
        alarm=True,
        source="our rule: satisfied only by telling that body, about that child, after the yes",
    ),
    Situation(
        what="told on Thursday with no sign at all; blackmail on Friday: at once, with the alarm",
        said=(
            told_us(),
            told(SOCIAL_CARE),
            told(POLICE),
            found(on="fri 09:00", extortion=YES),
        ),
        owed=("tell police by at once",),
        alarm=True,
        source=NCA,
    ),
    Situation(
        what="no further action, then eight days later harm",
        said=(
            told_us(coercion=YES),
            *TWO_TOLD,
            answered(SOCIAL_CARE, NO_ACTION),
            against(),
            found(on="fri+1 14:00", harm=YES),
        ),
        owed=(*BOTH_NOW, "decide again by at once"),
        refused=((decided(on="fri+1 15:00"), "decision"),),
        alarm=True,
        source=f"{ANY_POINT}",
    ),
    Situation(
        what="harm, no further action, and harm again a week later",
        said=(
            told_us(harm=YES),
            *TWO_TOLD,
            answered(SOCIAL_CARE, NO_ACTION),
            escalated(),
            talked(on="thu+1 14:00", harm=YES),
        ),
        owed=("tell social care · ava by at once", "tell police · ava by at once"),
        alarm=True,
        source="our rule: a later yes raises the alarm again",
    ),
    Situation(
        what="decided against with two, then harm",
        said=(told_us(coercion=YES), against(), found(on="mon 09:00", harm=YES)),
        owed=(*BOTH_NOW, "decide again by at once"),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="harm decided against with two, then harm again on a later day",
        said=(told_us(harm=YES), against(), found(on="mon 09:00", harm=YES)),
        owed=BOTH_NOW,
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="coercion decided against with two, and she says more of it a week later",
        said=(told_us(coercion=YES), against(), talked(on="thu+1 14:00", coercion=YES)),
        owed=("tell social care · ava", "tell police · ava"),
        alarm=True,
        source="our rule: a later yes raises the alarm again",
    ),
    *(
        Situation(
            what=f"two learners elsewhere take part, and {len(those)} of their colleges is told",
            said=(
                told_us(who((AVA, PICTURED), (FAY, RECEIVED), (GIA, FORWARDED))),
                met(elsewhere=YES, elsewhere_why="Theirs."),
                *(told(COLLEGE, one) for one in those),
            ),
            owed=() if there is NO else ("elsewhere",),
            not_owed=("elsewhere",) if there is NO else (),
            source="our rule: each learner elsewhere is told of to their own school or college",
        )
        for those, there in ((("fay",), YES), (("fay", "gia"), NO))
    ),
    Situation(
        what="two are pressed, and the police, told of one, ask that nobody speaks with the other",
        said=(
            told_us(who((AVA, PICTURED), (BEN, PICTURED)), coercion=YES),
            told(SOCIAL_CARE),
            told(SOCIAL_CARE, "ben"),
            told(POLICE, people_asked=({"who": "ben", "what": Restraint.NOT_SPOKEN},)),
        ),
        not_owed=NOBODY,
        alarm=False,
        source="our rule: whom a body asks something of, they were told of",
    ),
)
