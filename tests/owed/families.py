"""Situations: each learner, each parent, each plan and each birth date by itself."""

from tests.owed.later import (
    MUM_OF_AVA,
    NO_CONTACT,
    NOT_NOW,
    PARENTS_OF_AVA,
    PARENTS_OF_BEN,
    TELL,
    about_telling,
    looked_again,
    named,
    plan,
    rang_home,
)
from tests.owed.read import Situation
from tests.owed.story import BOTH, talked, told_us
from tests.owed.telling import (
    AVA,
    BEN,
    CAL,
    DAD,
    DEE,
    FAMILY,
    FAY,
    FORWARDED,
    MUM,
    NO,
    PICTURED,
    RECEIVED,
    TURNS_18,
    moment_of,
    who,
)

HOME = "college guidance, “Handling incidents”: parents at an early stage, unless a risk of harm"
BOTH_CHILDREN = "KCSIE 2026, part five: a safeguarding matter for all children involved"
SAME_DAY = "our rule: default to tell parents: the same day"
EACH = "our rule, person by person"

FOUR = ("inform · mum · ava", "inform · dad · ava")
ALL_FOUR = (*FOUR, "inform · bens_mum · ben", "inform · bens_dad · ben")
FAMILIES = (told_us(BOTH), PARENTS_OF_AVA, PARENTS_OF_BEN)

ROWS = (
    # Both learners, four parents
    Situation(
        what="pictured and passed on, each with two parents",
        said=FAMILIES,
        owed=(
            "talk with · ava by fri 17:00",
            "talk with · ben by fri 17:00",
            *(f"{line} by thu 17:00" for line in ALL_FOUR),
            "plan for · ava by thu+1 17:00",
            "plan for · ben by thu+1 17:00",
            "recontact 1 · ava",
            "recontact 1 · ben",
        ),
        source=f"{BOTH_CHILDREN}",
    ),
    Situation(
        what="one call to one of four reached nobody",
        said=(*FAMILIES, rang_home("mum", reached=NO)),
        owed=ALL_FOUR,
        source=f"{HOME}",
    ),
    Situation(
        what="one of four was told",
        said=(*FAMILIES, rang_home("mum")),
        owed=ALL_FOUR[1:],
        not_owed=(ALL_FOUR[0],),
        source=EACH,
    ),
    Situation(
        what="three told, one decided against",
        said=(
            *FAMILIES,
            rang_home("mum"),
            about_telling("dad", NO_CONTACT, look="mon"),
            rang_home("bens_mum", "ben"),
            rang_home("bens_dad", "ben"),
        ),
        owed=("decide again whether to tell this parent or carer · dad by mon 17:00",),
        not_owed=("inform",),
        source=HOME,
    ),
    Situation(
        what="a contact written down, nobody knows whether it reached her",
        said=(told_us(), MUM_OF_AVA, rang_home("mum", reached="not_known")),
        owed=("inform · mum · ava",),
        source=HOME,
    ),
    Situation(
        what="she was told of the one child; her other child is in it too",
        said=(
            told_us(BOTH),
            MUM_OF_AVA,
            named((MUM, FAMILY), parent_of="ben"),
            rang_home("mum", "ava"),
        ),
        owed=("inform · mum · ben",),
        not_owed=("inform · mum · ava",),
        source=f"{EACH}; their own child only",
    ),
    # Deciding about a parent
    Situation(
        what="tell her, without a day",
        said=(told_us(), MUM_OF_AVA, about_telling("mum", TELL)),
        owed=("inform · mum · ava by thu 17:00",),
        source=f"{SAME_DAY}",
    ),
    Situation(
        what="tell her by Friday",
        said=(told_us(), MUM_OF_AVA, about_telling("mum", TELL, by="fri")),
        owed=("inform · mum · ava by fri 17:00",),
        source=HOME,
    ),
    Situation(
        what="not for now, then tell her",
        said=(
            told_us(),
            MUM_OF_AVA,
            about_telling("mum", NOT_NOW, look="mon"),
            about_telling("mum", TELL, on="fri 09:00"),
        ),
        owed=("inform · mum · ava by fri 17:00",),
        not_owed=("decide again whether",),
        source=HOME,
    ),
    Situation(
        what="not for now, to be looked at on Monday",
        said=(told_us(), MUM_OF_AVA, about_telling("mum", NOT_NOW, look="mon")),
        owed=("decide again whether to tell this parent or carer · mum by mon 17:00",),
        not_owed=("inform",),
        source=HOME,
    ),
    Situation(
        what="not told, without a day to look again",
        said=(told_us(), MUM_OF_AVA),
        refused=((about_telling("mum", NOT_NOW), "review_on"),),
        passed=(about_telling("mum", NOT_NOW, look="mon"),),
        source=f"{HOME}; our rule: decided against with reason and day",
    ),
    Situation(
        what="he must not be contacted, and then was",
        said=(
            told_us(),
            PARENTS_OF_AVA,
            about_telling("dad", NO_CONTACT, look="mon"),
            rang_home("dad", on="fri 09:00"),
        ),
        owed=("decide again whether to tell this parent or carer · dad by mon 17:00",),
        source="our rule: a forbidden contact leaves the review day standing",
    ),
    Situation(
        what="he must not be contacted, and a call reached nobody",
        said=(
            told_us(),
            PARENTS_OF_AVA,
            about_telling("dad", NO_CONTACT, look="mon"),
            rang_home("dad", reached=NO, on="fri 09:00"),
        ),
        owed=("decide again whether to tell this parent or carer · dad by mon 17:00",),
        source="our rule: a forbidden contact leaves the review day standing",
    ),
    Situation(
        what="he must not be contacted: the form of a call to him asks why",
        said=(told_us(), PARENTS_OF_AVA, about_telling("dad", NO_CONTACT, look="mon")),
        refused=((rang_home("dad"), ""),),
        source="our rule: recording against it asks for a reason",
    ),
    Situation(
        what="not telling the father says nothing about the mother",
        said=(told_us(), PARENTS_OF_AVA, about_telling("dad", NO_CONTACT, look="mon")),
        owed=("inform · mum · ava by thu 17:00",),
        not_owed=("inform · dad",),
        source=EACH,
    ),
    Situation(
        what="not for now in time, then tell her, and she is told the same day: nothing is late",
        said=(
            told_us(),
            MUM_OF_AVA,
            about_telling("mum", NOT_NOW, look="mon"),
            about_telling("mum", TELL, on="mon 09:00"),
            rang_home("mum", on="mon 15:00"),
        ),
        not_owed=("inform", "say why late: inform", "decide again whether"),
        source=f"{HOME}; {SAME_DAY}",
    ),
    Situation(
        what="decided against in time, and told on a later day: nothing is late",
        said=(
            told_us(),
            MUM_OF_AVA,
            about_telling("mum", NOT_NOW, look="mon"),
            rang_home("mum", on="mon 15:00"),
        ),
        not_owed=("inform", "say why late: inform"),
        source=HOME,
    ),
    Situation(
        what="told a day after the day: why is asked",
        said=(told_us(), MUM_OF_AVA, rang_home("mum", on="fri 09:00")),
        owed=("say why late: inform · mum · ava",),
        source=SAME_DAY,
    ),
    # Who counts as a parent, and whose
    Situation(
        what="no parent is known of a child of 15",
        said=(told_us(),),
        owed=("inform · ava by thu 17:00",),
        source=HOME,
    ),
    Situation(
        what="a parent is named of Ava, none of Ben",
        said=(told_us(BOTH), MUM_OF_AVA),
        owed=("inform · mum · ava", "inform · ben"),
        source=EACH,
    ),
    Situation(
        what="a parent named in the concern, nobody knows whose",
        said=(told_us(who((AVA, PICTURED), (BEN, FORWARDED), (MUM, FAMILY))),),
        owed=("inform · mum",),
        source=EACH,
    ),
    Situation(
        what="a sister is family, but no parent",
        said=(told_us(), named((CAL, FAMILY), parent_of="ava")),
        owed=("inform · ava",),
        not_owed=("inform · cal", "talk with · cal"),
        source="our rule: a learner is never a parent",
    ),
    Situation(
        what="a learner where the parent is asked for, and the other way about",
        said=(told_us(), MUM_OF_AVA),
        refused=(
            (rang_home("ava"), "parent"),
            (about_telling("ava", TELL), "parent"),
            (talked("mum"), "learner"),
            (plan("mum"), "child"),
        ),
        source="our rule: the refusal names the right field",
    ),
    Situation(
        what="a father named on Friday is owed from Friday",
        said=(
            told_us(),
            MUM_OF_AVA,
            rang_home("mum"),
            named((DAD, FAMILY), parent_of="ava", on="fri 09:00"),
        ),
        owed=("inform · dad · ava by fri 17:00",),
        source=SAME_DAY,
    ),
    Situation(
        what="told on a Friday evening: at once, not on Monday",
        said=(told_us(on="fri 19:30"), named((MUM, FAMILY), parent_of="ava", on="fri 19:40")),
        owed=("inform · mum · ava by at once", "talk with · ava by mon 17:00"),
        source=SAME_DAY,
    ),
    # 18 and over, elsewhere
    Situation(
        what="pictured at 17, 18 when it is told: she decides who at home knows",
        said=(
            told_us(who((DEE, PICTURED)), happened_at=moment_of("-365d 09:00")),
            named((MUM, FAMILY), parent_of="dee"),
        ),
        owed=("talk with · dee", "plan for · dee"),
        not_owed=("inform", "tell "),
        source="uk-guidance 3.1: at 18 they decide who at home is told",
    ),
    Situation(
        what="one is 18 and one is 16: only for the one of 16",
        said=(told_us(who((DEE, PICTURED), (BEN, RECEIVED))), PARENTS_OF_BEN),
        owed=("inform · bens_mum · ben", "talk with · dee"),
        not_owed=("inform · dee",),
        source=EACH,
    ),
    Situation(
        what="a birthday comes while it goes on",
        said=(told_us(who((TURNS_18, PICTURED))),),
        owed=("of age · tom by 12d 17:00", "inform · tom"),
        source="our rule, events; Care Act 2014, section 42",
    ),
    Situation(
        what="the case is reviewed after the birthday",
        said=(told_us(who((TURNS_18, PICTURED))), looked_again(spoken="tom", on="14d 10:00")),
        not_owed=("of age", "inform"),
        source="our rule, events",
    ),
    Situation(
        what="a learner elsewhere: their own college speaks with them",
        said=(told_us(who((AVA, PICTURED), (FAY, FORWARDED))),),
        owed=("talk with · ava",),
        not_owed=("talk with · fay", "plan for · fay", "inform · fay"),
        source="uk-guidance 2.2: both DSLs talk; initial review, question 8",
    ),
)
