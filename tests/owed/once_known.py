"""Situations: what turns out later: clocks run from when it is known, and who is told since."""

from datetime import date

import msgspec

from app.domain.kit.answers import PersonKind
from tests.owed.later import closed, corrected, details, named, part_is, same_person
from tests.owed.read import Situation
from tests.owed.signs import NOBODY, SCOPE, UKCIS
from tests.owed.story import (
    BOTH,
    LADO,
    POLICE,
    SOCIAL_CARE,
    found,
    principal_told,
    told,
    told_us,
)
from tests.owed.telling import (
    ACCOUNT,
    ASKED,
    AVA,
    COACH,
    DEE,
    EVE,
    FORWARDED,
    MAN,
    MUM,
    NIA,
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
from tests.owed.whose import CARE_ACT, MON, OTHER_MAN, OWN_RIGHT, TWO, YEARS_AGO

PART_4 = "KCSIE 2026, part four (uk-guidance 2.3): LADO within one working day, principal told"
KNOWN = "our rule: each clock runs from when the college knew"
THU = {"told_at": moment_of("thu 10:12")}
WITH_NIA = who((AVA, PICTURED), (NIA, FORWARDED))
ASKING = msgspec.structs.replace(MUM, id="asking", name="L. Orr")
FIRST = who((AVA, PICTURED), (COACH, WITNESS), (ACCOUNT, ASKED), (MAN, ASKED), (ASKING, ASKED))
TOLD_FIRST = (
    told(POLICE, ""),
    told(SOCIAL_CARE),
    told(LADO, "account"),
    told(LADO, "", n="2"),
    principal_told(),
)


def is_staff(person):
    return msgspec.structs.replace(person, kind=PersonKind.STAFF)


TURNS_OUT = {
    "an account": details(is_staff(ACCOUNT), on=MON),
    "an adult": details(is_staff(MAN), on=MON),
    "an account, joined to their record": same_person("coach", "account", "Lee Orr", on=MON),
    "an account, their record joined to it": same_person("account", "coach", "Lee Orr", on=MON),
    "a parent, their record joined to it": (same_person("asking", "coach", "Lee Orr", on=MON)),
    "an adult, joined to their record": same_person("coach", "man", "Lee Orr", on=MON),
    "an adult, put right": corrected(
        "concern", told_us(who((AVA, PICTURED), (is_staff(MAN), ASKED)), **THU), on=MON
    ),
    "a witness with a part, put right": corrected(
        "concern", told_us(who((AVA, PICTURED), (COACH, ASKED)), **THU), on=MON
    ),
}


def since_thu(step):
    return msgspec.structs.replace(step, answers={**step.answers, "since": moment_of("thu 10:42")})


NEEDS = {"care_needs": YES}
OF_NO_AGE = msgspec.structs.replace(DEE, born=None)
NO_TOM = msgspec.structs.replace(TURNS_18, born=None)
DEE_16 = msgspec.structs.replace(DEE, born=date(2010, 1, 20))
WAS_15 = msgspec.structs.replace(EVE, born=date(2011, 8, 8))
SOME = who((AVA, PICTURED), (MAN, WITNESS), (ACCOUNT, ASKED), (DEE_16, RECEIVED))
ONE = same_person("man", "account", "K. Vane")
BY_ENTRY = {
    "his part": (since_thu(part_is("man", RECEIVED)), since_thu(part_is("man", WITNESS))),
    "being named": (named((OTHER_MAN, RECEIVED)), named((OTHER_MAN, WITNESS))),
    "his age": (details(DEE), details(DEE_16)),
    "a joined record": (ONE, msgspec.structs.replace(ONE, answers={**ONE.answers, "same": NO})),
}
"""Entries that raise the sign by who somebody is, each with the same entry as it does not."""


def entered(step):
    return msgspec.structs.replace(step, id="step")


ROWS = (
    *(
        Situation(
            what=f"{what}, turns out to be staff on Monday, all were told before",
            said=(told_us(FIRST, **THU), *TOLD_FIRST, step),
            owed=("tell lado by tue 17:00", "leaders by mon 17:00"),
            source=f"{PART_4}; {KNOWN}",
        )
        for what, step in TURNS_OUT.items()
    ),
    # A sign that somebody’s part or age raised, and what is put right of its entry
    *(
        Situation(
            what=f"an adult has it by {what}, both bodies are told, and a word of it is put right",
            said=(
                told_us(SOME),
                found(adult=NO),
                entered(step),
                told(POLICE, ""),
                told(SOCIAL_CARE),
                corrected("step", step, on=MON),
            ),
            not_owed=NOBODY,
            alarm=False,
            source=SCOPE,
        )
        for what, (step, _) in BY_ENTRY.items()
    ),
    *(
        Situation(
            what=f"both bodies are told, and on Monday it is put right: an adult has it by {what}",
            said=(
                told_us(SOME),
                found(adult=NO),
                entered(before),
                told(POLICE, ""),
                told(SOCIAL_CARE),
                corrected("step", step, on=MON),
            ),
            owed=("tell police by at once", "tell social care by at once"),
            alarm=True,
            source=f"{SCOPE}; {KNOWN}",
        )
        for what, (step, before) in BY_ENTRY.items()
    ),
    # What is put right of the concern
    Situation(
        what="pressure on her, both bodies are told, and on Monday it is put right: he is pictured",
        said=(
            told_us(BOTH, coercion=YES, **THU),
            told(SOCIAL_CARE),
            told(POLICE, ""),
            corrected("concern", told_us(TWO, coercion=YES, **THU), on=MON),
        ),
        owed=("tell social care · ben by mon 17:00", "tell police · ben by mon 17:00"),
        not_owed=("tell social care · ava", "tell police · ava"),
        source=f"{OWN_RIGHT}; {KNOWN}",
    ),
    Situation(
        what="on Monday it is put right that she has a part: a talk with her is owed from then",
        said=(told_us(**THU), corrected("concern", told_us(WITH_NIA, **THU), on=MON)),
        owed=("talk with · nia by tue 17:00", "birth date of · nia by tue 17:00"),
        source=KNOWN,
    ),
    Situation(
        what="closed, and then it is put right that another learner has a part",
        said=(told_us(**THU), closed(), corrected("concern", told_us(BOTH, **THU), on=MON)),
        owed=("reopen",),
        source=KNOWN,
    ),
    Situation(
        what="on Monday it is put right that a sign is not known",
        said=(told_us(**THU), corrected("concern", told_us(adult=NOT_KNOWN, **THU), on=MON)),
        owed=("find out adult by tue 17:00",),
        source=f"{UKCIS}; {KNOWN}",
    ),
    Situation(
        what="on Monday it is put right how old a child is who is pictured: 12",
        said=(
            told_us(who((msgspec.structs.replace(EVE, born=None), PICTURED))),
            msgspec.structs.replace(details(WAS_15), id="details"),
            corrected("details", details(EVE), on=MON),
        ),
        owed=("find out under_13 by tue 17:00",),
        source=f"{UKCIS}; {KNOWN}",
    ),
    # Somebody of 18
    *(
        Situation(
            what=f"a learner was sent it, and on Monday it is known that {what}",
            said=(told_us(who((AVA, PICTURED), (was, RECEIVED)), **YEARS_AGO), *steps),
            owed=("adult care · dee by tue 17:00",),
            source=f"{CARE_ACT}; {KNOWN}",
        )
        for what, was, steps in (
            ("she is 18 and needs support", OF_NO_AGE, (details(DEE, on=MON, **NEEDS),)),
            ("she needs support", DEE, (details(DEE), details(DEE, on=MON, **NEEDS))),
            (
                "she is 18, as is put right",
                OF_NO_AGE,
                (
                    entered(details(OF_NO_AGE, **NEEDS)),
                    corrected("step", details(DEE, **NEEDS), on=MON),
                ),
            ),
        )
    ),
    Situation(
        what="a learner who needs support turns 18, and a word of it is put right since",
        said=(
            told_us(who((AVA, PICTURED), (TURNS_18, RECEIVED))),
            entered(details(TURNS_18, **NEEDS)),
            corrected("step", details(TURNS_18, **NEEDS), on="13d 10:00"),
        ),
        owed=("adult care · tom by 13d 17:00", "of age · tom by 12d 17:00"),
        source=f"{CARE_ACT}; {KNOWN}",
    ),
    Situation(
        what="she turned 18 since it was told, and it is known only afterwards",
        said=(
            told_us(who((AVA, PICTURED), (NO_TOM, RECEIVED))),
            details(TURNS_18, on="20d 10:00"),
        ),
        owed=("of age · tom by 20d 17:00",),
        source=f"our rule: a review at 18; {KNOWN}",
    ),
)
