"""Situations: adults, accounts, staff and learners of 18 who have a part in it."""

from datetime import date

import msgspec

from app.domain.forms.concern import Scope
from app.domain.forms.risk import AlsoKnown
from tests.owed.later import details, part_is, same_person
from tests.owed.read import Situation
from tests.owed.signs import BOTH_NOW, NOBODY, SCOPE, UKCIS
from tests.owed.story import (
    LADO,
    POLICE,
    SOCIAL_CARE,
    again,
    against,
    assessed,
    decided,
    found,
    principal_told,
    talked,
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
    HARMED,
    MADE,
    MAN,
    MUM,
    NO,
    PICTURED,
    RECEIVED,
    SHARED,
    TURNS_18,
    WITNESS,
    YES,
    moment_of,
    who,
)

OF_NO_AGE = msgspec.structs.replace(EVE, born=None)
TURNED_13 = msgspec.structs.replace(EVE, born=date(2013, 8, 8))
LAST_YEAR = moment_of("-300d 20:00")
PART_4 = "KCSIE 2026, part four (uk-guidance 2.3): LADO within one working day, principal told"


ROWS = (
    # Adults, staff, accounts, ages
    *(
        Situation(
            what=f"an adult has the part {part.label.lower()!r}",
            said=(told_us(people=who((AVA, PICTURED), (MAN, part))),),
            owed=("tell police by at once", "tell social care by at once"),
            refused=((decided(), "decision"),),
            alarm=True,
            source=SCOPE,
        )
        for part in (RECEIVED, ASKED, SHARED, FORWARDED, MADE, HARMED)
    ),
    Situation(
        what="an adult who told the college",
        said=(told_us(people=who((AVA, PICTURED), (MAN, WITNESS))),),
        not_owed=NOBODY,
        alarm=False,
        source=SCOPE,
    ),
    Situation(
        what="the scope says that an adult has it, the sign says no",
        said=(told_us(scope=Scope.ADULT),),
        owed=("tell police by at once",),
        alarm=True,
        source=SCOPE,
    ),
    Situation(
        what="an unknown account asked for it",
        said=(told_us(people=who((AVA, PICTURED), (ACCOUNT, ASKED))),),
        owed=("find out adult by fri 17:00",),
        source="our rule: an account of unknown age raises the adult sign or asks for it",
    ),
    Situation(
        what="an unknown account received it",
        said=(told_us(people=who((AVA, PICTURED), (ACCOUNT, RECEIVED))),),
        owed=("find out adult",),
        source="our rule: an account of unknown age raises the adult sign or asks for it",
    ),
    Situation(
        what="a parent passed it on",
        said=(told_us(people=who((AVA, PICTURED), (MUM, SHARED))),),
        owed=("tell police by at once",),
        alarm=True,
        source=SCOPE,
    ),
    Situation(
        what="a parent was sent it",
        said=(told_us(people=who((AVA, PICTURED), (MUM, RECEIVED))),),
        owed=("find out adult",),
        source="our rule: an adult who received raises the sign or asks for it",
    ),
    Situation(
        what="a learner of 18 passed it on",
        said=(told_us(people=who((AVA, PICTURED), (DEE, FORWARDED))),),
        owed=("tell police by at once", "tell social care by at once"),
        alarm=True,
        source=f"{SCOPE}; a learner of 18 is an adult",
    ),
    Situation(
        what="a learner of 18 only heard of it",
        said=(told_us(people=who((AVA, PICTURED), (DEE, WITNESS))),),
        not_owed=NOBODY,
        alarm=False,
        source=SCOPE,
    ),
    Situation(
        what="17 at the first event, 18 at the second",
        said=(
            told_us(people=who((AVA, PICTURED), (TURNS_18, FORWARDED))),
            again(on="14d 10:00"),
        ),
        owed=("tell police by at once",),
        alarm=True,
        source="Sexual Offences Act 2003: under 18; our rule, at each event",
    ),
    Situation(
        what="17 on the day it happened, 18 when it is told",
        said=(
            told_us(
                people=who((AVA, PICTURED), (TURNS_18, FORWARDED)),
                on="14d 10:00",
                happened_at=moment_of("0d 09:00"),
            ),
        ),
        not_owed=NOBODY,
        alarm=False,
        source="uk-guidance 1.4: ages are counted on the day it happened",
    ),
    Situation(
        what="a child of 12 is pictured in sexual acts",
        said=(told_us(people=who((EVE, PICTURED)), under_13=YES),),
        owed=BOTH_NOW,
        alarm=True,
        source=UKCIS,
    ),
    Situation(
        what="every sign no, and then a child who is pictured turns out to be 12",
        said=(told_us(who((OF_NO_AGE, PICTURED))), details(EVE, on="fri 09:00")),
        owed=("find out under_13 by mon 17:00",),
        not_owed=NOBODY,
        alarm=False,
        source=f"{UKCIS}; our rule, facts raise signs: it was answered before that was known",
    ),
    Situation(
        what="a child of 12 is pictured, and whoever takes it down says: no sexual acts",
        said=(told_us(who((EVE, PICTURED))), part_is("eve", PICTURED, SHARED, on="fri 09:00")),
        not_owed=("find out", *NOBODY),
        source=UKCIS,
    ),
    Situation(
        what="a child who turns out to be 12 had it sent, and is not pictured",
        said=(told_us(who((AVA, PICTURED), (OF_NO_AGE, RECEIVED))), details(EVE, on="fri 09:00")),
        not_owed=("find out", *NOBODY),
        source=UKCIS,
    ),
    Situation(
        what="a child of 13 tells of a further time, when she was 12",
        said=(
            told_us(who((TURNED_13, PICTURED))),
            talked("eve", on="fri 09:00", further=({"at": LAST_YEAR, "what": "A game."},)),
        ),
        owed=("find out under_13 by mon 17:00",),
        source=f"{UKCIS}; our rule: ages are counted at each event",
    ),
    Situation(
        what="a child turns out to be 12, and it is asked: no sexual acts",
        said=(
            told_us(who((OF_NO_AGE, PICTURED))),
            details(EVE, on="fri 09:00"),
            found(on="fri 10:00", under_13=NO),
        ),
        not_owed=("find out", *NOBODY),
        source=UKCIS,
    ),
    # Of unknown age
    *(
        Situation(
            what=f"every sign no, and {what}: it is found out if an adult is behind it",
            said=said,
            owed=("find out adult by fri 17:00",),
            not_owed=("tell",),
            alarm=False,
            source="our rule: an account of unknown age raises the adult sign or asks for it",
        )
        for what, said in (
            ("it went to somebody believed under 18", (told_us(scope=Scope.BELIEVED),)),
            ("the account was a false one", (told_us(), assessed(also=(AlsoKnown.ACCOUNT,)))),
        )
    ),
    Situation(
        what="it went to somebody believed under 18, and it is found out who it is: no adult",
        said=(told_us(scope=Scope.BELIEVED), found(adult=NO)),
        not_owed=("find out",),
        source="UKCIS March 2024: an adult, or somebody posing as under 18",
    ),
    Situation(
        what="it went to somebody believed under 18, and it is known: an adult",
        said=(told_us(scope=Scope.BELIEVED, adult=YES),),
        owed=("tell police by at once",),
        not_owed=("find out",),
        alarm=True,
        source="UKCIS March 2024: an adult, or somebody posing as under 18",
    ),
    *(
        Situation(
            what=f"an account that asked for it turns out to be {known.name}, who only told us",
            said=(
                told_us(who((AVA, PICTURED), (known, WITNESS), (ACCOUNT, ASKED)), on="thu 10:22"),
                told(POLICE, ""),
                told(SOCIAL_CARE),
                same_person(known.id, "account", known.name, on="fri 09:00"),
            ),
            owed=("tell police by at once", "tell social care by at once"),
            not_owed=("find out",),
            alarm=True,
            source="our rule, facts raise signs: told after it was known who it is",
        )
        for known in (MAN, COACH)
    ),
    Situation(
        what="an account that asked for it turns out to be an adult who asked for it, as was told",
        said=(
            told_us(who((AVA, PICTURED), (MAN, ASKED), (ACCOUNT, ASKED))),
            told(POLICE, ""),
            told(SOCIAL_CARE),
            same_person("man", "account", "K. Vane", on="fri 09:00"),
        ),
        not_owed=NOBODY,
        alarm=False,
        source=SCOPE,
    ),
    # Staff
    *(
        Situation(
            what=f"a member of staff has the part {part.label.lower()!r}",
            said=(told_us(people=who((AVA, PICTURED), (COACH, part))),),
            owed=(
                "tell police by at once",
                "tell social care by at once",
                "tell lado by fri 17:00",
                "leaders by thu 17:00",
            ),
            refused=((decided(), "decision"),),
            alarm=True,
            source=PART_4,
        )
        for part in (ASKED, RECEIVED, HARMED)
    ),
    Situation(
        what="staff, on a Friday: the LADO by Monday",
        said=(told_us(on="fri 16:00", people=who((AVA, PICTURED), (COACH, ASKED))),),
        owed=("tell lado by mon 17:00", "tell police by at once", "leaders by fri 17:00"),
        source=PART_4,
    ),
    Situation(
        what="staff, and everybody but the LADO told",
        said=(
            told_us(people=who((AVA, PICTURED), (COACH, ASKED))),
            told(POLICE),
            told(SOCIAL_CARE),
            principal_told(),
        ),
        owed=("tell lado by fri 17:00",),
        not_owed=("tell police", "tell social care", "leaders"),
        refused=((decided(), "decision"),),
        alarm=True,
        source=PART_4,
    ),
    Situation(
        what="staff, and only the LADO told",
        said=(
            told_us(people=who((AVA, PICTURED), (COACH, ASKED))),
            told(LADO, about="coach"),
        ),
        owed=("tell police", "tell social care", "leaders"),
        not_owed=("tell lado",),
        source=f"{PART_4}; {SCOPE}",
    ),
    Situation(
        what="a member of staff who only heard of it",
        said=(told_us(people=who((AVA, PICTURED), (COACH, WITNESS))),),
        not_owed=(*NOBODY, "leaders"),
        alarm=False,
        source=PART_4,
    ),
    Situation(
        what="two decide against a referral: the LADO is owed all the same",
        said=(told_us(people=who((AVA, PICTURED), (COACH, ASKED))), against()),
        owed=("tell lado",),
        alarm=True,
        source=PART_4,
    ),
)
