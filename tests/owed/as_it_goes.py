"""Situations: who turns out to be whom, what becomes known in days and weeks, and how calls end."""

import msgspec

from app.domain.forms.asked import ImageryKind
from app.domain.forms.concern import Scope
from app.domain.forms.risk import AlsoKnown
from app.domain.forms.social_care import Reply
from app.domain.kit.answers import PersonKind
from tests.owed.answers import DISAGREE, SECOND
from tests.owed.bodies import CLOCK, TWO_TOLD
from tests.owed.closing import CLOSING, EARLIER
from tests.owed.families import HOME
from tests.owed.later import (
    MUM_OF_AVA,
    PARENTS_OF_AVA,
    about_telling,
    closed,
    corrected,
    details,
    late,
    looked_again,
    named,
    part_is,
    plan_looked_at,
    rang_home,
    same_person,
)
from tests.owed.later import NOT_NOW as NOT_TOLD_NOW
from tests.owed.learners import TALK
from tests.owed.read import Situation
from tests.owed.signs import AI, ANY_POINT, BOTH_NOW, NOBODY, SCOPE, UKCIS
from tests.owed.story import (
    ACKNOWLEDGED,
    BOTH,
    LADO,
    NO_ACTION,
    POLICE,
    POLICE_NFA,
    SOCIAL_CARE,
    against,
    answered,
    assessed,
    decided,
    met,
    principal_told,
    rang,
    started,
    talked,
    told,
    told_us,
    wrote,
)
from tests.owed.telling import (
    ACCOUNT,
    ASKED,
    AVA,
    BEN,
    COACH,
    DEE,
    FAY,
    FORWARDED,
    MAN,
    NIA,
    NO,
    NOT_KNOWN,
    PICTURED,
    PRESSURED,
    RECEIVED,
    SHARED,
    WITNESS,
    YES,
    who,
)

PART_FOUR = "KCSIE 2026, part four (uk-guidance 2.3)"
LATER_ADULT = msgspec.structs.replace(NIA, born=DEE.born)
THE_MAN = msgspec.structs.replace(ACCOUNT, kind=PersonKind.ADULT)
EACH_CARED = "KCSIE 2026, part five: every child involved; uk-guidance 3.2"

ROWS = (
    # Calls, and who was reached
    Situation(
        what="harm, and social care was rung three times and nobody answered",
        said=(
            told_us(harm=YES),
            started(SOCIAL_CARE),
            *(rang(SOCIAL_CARE, reached=NO) for _ in range(3)),
        ),
        owed=("ring social care · ava",),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="a call that is corrected: nobody was reached after all",
        said=(
            told_us(harm=YES),
            told(POLICE),
            started(SOCIAL_CARE),
            msgspec.structs.replace(rang(SOCIAL_CARE), id="call"),
            corrected("call", rang(SOCIAL_CARE, reached=NO)),
        ),
        owed=("ring social care · ava",),
        not_owed=("tell police",),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="two records of one child: the yes on one, the telling on the other",
        said=(
            told_us(who((AVA, PICTURED), (NIA, PICTURED))),
            talked("nia", harm=YES),
            told(SOCIAL_CARE, "ava"),
            told(POLICE, "ava"),
            same_person("ava", "nia", "Ava Stone"),
        ),
        not_owed=NOBODY,
        alarm=False,
        source="our rule: two records of one person are one person",
    ),
    Situation(
        what="a learner of another college is at risk",
        said=(told_us(who((FAY, PICTURED)), harm=YES),),
        owed=BOTH_NOW,
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="a parent says on the telephone that she has hurt herself",
        said=(told_us(), MUM_OF_AVA, rang_home("mum", harm=YES)),
        owed=("tell social care · ava by at once", "tell police · ava by at once"),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="weeks later a review of her plan finds her at risk",
        said=(told_us(), plan_looked_at(on="35d 10:00", harm=YES)),
        owed=("tell social care · ava by at once",),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="the risk assessment finds the first sign, and nobody was told yet",
        said=(told_us(), assessed(unusual=YES)),
        owed=BOTH_NOW,
        alarm=True,
        source=UKCIS,
    ),
    # What bodies answer
    Situation(
        what="social care points to another service while a sign stands",
        said=(told_us(harm=YES), *TWO_TOLD, answered(SOCIAL_CARE, Reply.SIGNPOSTED)),
        owed=("escalate · ava by thu 17:00",),
        source=DISAGREE,
    ),
    Situation(
        what="social care makes enquiries, and the next day there is harm again",
        said=(
            told_us(harm=YES),
            *TWO_TOLD,
            answered(SOCIAL_CARE, Reply.ENQUIRY),
            talked(on="fri 09:00", harm=YES),
        ),
        owed=("tell social care · ava by at once",),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="social care makes enquiries, and days later pressure becomes known",
        said=(
            told_us(harm=YES),
            *TWO_TOLD,
            answered(SOCIAL_CARE, Reply.ENQUIRY),
            talked(on="tue 09:00", coercion=YES),
        ),
        owed=("tell social care · ava by tue 17:00", "tell police · ava by tue 17:00"),
        alarm=False,
        source="uk-guidance 3.2: those who work on it hear of it the same day",
    ),
    Situation(
        what="both ended it while the sign stands, and closing names it",
        said=(
            told_us(coercion=YES),
            met(),
            *TWO_TOLD,
            answered(SOCIAL_CARE, NO_ACTION),
            answered(POLICE, POLICE_NFA),
        ),
        owed=("escalate · ava",),
        refused=((closed(open_why=None), "open_why"),),
        source=CLOSING,
    ),
    Situation(
        what="each child has a referral, and each its own clock",
        said=(
            told_us(BOTH),
            told(SOCIAL_CARE, "ava"),
            told(SOCIAL_CARE, "ben"),
            wrote("ava"),
            answered(SOCIAL_CARE, ACKNOWLEDGED, "ava"),
        ),
        owed=("outcome chase · ava", "written confirmation · ben"),
        not_owed=("written confirmation · ava", "outcome chase · ben"),
        source=f"{CLOCK}; each child",
    ),
    Situation(
        what="sent in writing on Christmas Eve: an answer is due on the 29th",
        said=(told_us(), told(SOCIAL_CARE), wrote(on="35d 10:00")),
        owed=("acknowledgement · ava by 40d 17:00",),
        source=CLOCK,
    ),
    # Decisions
    Situation(
        what="decided against, and a week later she is at risk",
        said=(told_us(unusual=YES), against(), talked(on="6d 15:00", harm=YES)),
        owed=("tell social care · ava by at once", "decide again · ava by at once"),
        refused=((decided(on="6d 16:00"), "decision"),),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="the second person agreed two days before it was decided",
        said=(told_us(harm=YES),),
        refused=((against(agreed_at=EARLIER), "agreed_at"),),
        source=SECOND,
    ),
    Situation(
        what="a sign is blank, and it is to be handled in college, or not referred",
        said=(told_us(no="", coercion=NO),),
        refused=((decided(), "decision"), (against(), "decision")),
        source=UKCIS,
    ),
    Situation(
        what="the yes stands in the decision itself",
        said=(told_us(),),
        refused=((decided(coercion=YES), "decision"),),
        source=UKCIS,
    ),
    Situation(
        what="not known stays owed after it was decided to handle it in college",
        said=(told_us(unusual=NOT_KNOWN), decided()),
        owed=("find out unusual",),
        source="uk-guidance 1.4: “not known” must not count as “no”",
    ),
    Situation(
        what="not known on Christmas Eve: the next working day is the 29th",
        said=(told_us(on="35d 10:00", unusual=NOT_KNOWN),),
        owed=("find out unusual by 40d 17:00",),
        source="uk-guidance 1.4: “not known” must not count as “no”",
    ),
    Situation(
        what="it was shared again, after it was decided to handle it in college",
        said=(told_us(), decided(), plan_looked_at(on="thu+1 10:00", again=YES)),
        owed=("decision review", "copies"),
        source="guidance; idea 24: shared again in a review re-arms containment",
    ),
    # Who turns out to be whom
    Situation(
        what="another adult asked for it, and is named only later",
        said=(told_us(), named((MAN, ASKED), on="fri 09:00")),
        owed=("tell police by at once", "tell social care by at once"),
        alarm=True,
        source=SCOPE,
    ),
    Situation(
        what="the unknown account turns out to be an adult",
        said=(
            told_us(who((AVA, PICTURED), (ACCOUNT, ASKED))),
            named((THE_MAN, ASKED), on="fri 09:00"),
        ),
        owed=("tell police by at once",),
        alarm=True,
        source=SCOPE,
    ),
    Situation(
        what="the LADO was told before the member of staff was known to have asked for it",
        said=(
            told_us(who((AVA, PICTURED), (COACH, WITNESS))),
            told(LADO, ""),
            part_is("coach", "asked", on="fri 09:00"),
        ),
        owed=("tell lado by mon 17:00", "tell police by at once"),
        alarm=True,
        source=PART_FOUR,
    ),
    Situation(
        what="a member of staff, and LADO, police, social care and principal know",
        said=(
            told_us(who((AVA, PICTURED), (COACH, ASKED))),
            told(LADO, ""),
            *TWO_TOLD,
            principal_told(),
        ),
        not_owed=(*NOBODY, "leaders"),
        alarm=False,
        source=PART_FOUR,
    ),
    Situation(
        what="the member of staff turns out only to have heard of it",
        said=(told_us(who((AVA, PICTURED), (COACH, RECEIVED))), part_is("coach", "witness")),
        not_owed=("tell lado", "leaders"),
        source=PART_FOUR,
    ),
    Situation(
        what="the birth of the learner who shared it is not known, and then she is 18",
        said=(told_us(who((AVA, PICTURED), (NIA, SHARED))), details(LATER_ADULT, on="fri 09:00")),
        owed=("tell police by at once",),
        not_owed=("birth date of · nia",),
        alarm=True,
        source="UKCIS March 2024: a learner of 18 or over is an adult",
    ),
    Situation(
        what="whoever was named a learner turns out to be her mother",
        said=(
            told_us(who((AVA, PICTURED), (NIA, SHARED))),
            details(msgspec.structs.replace(NIA, kind=PersonKind.PARENT)),
        ),
        not_owed=("talk with · nia", "plan for · nia"),
        source=EACH_CARED,
    ),
    Situation(
        what="a learner is named on the Monday after: a talk by Tuesday",
        said=(told_us(), named((BEN, FORWARDED), on="mon 10:00")),
        owed=("talk with · ben by tue 17:00", "inform · ben by mon 17:00"),
        source=TALK,
    ),
    Situation(
        what="the conversation came days late: why is asked, and then said",
        said=(told_us(), talked(on="tue 10:00")),
        owed=("say why late: talk with · ava",),
        source=f"{TALK}; reasons",
    ),
    Situation(
        what="to say why it is late does not do it",
        said=(told_us(), late("conversation:ava", on="tue 10:00")),
        owed=("talk with · ava",),
        source=f"{TALK}; reasons",
    ),
    Situation(
        what="at the review of the case nobody spoke with him",
        said=(
            told_us(BOTH),
            looked_again(on="fri 09:00", spoken=""),
        ),
        owed=("recontact 1 · ava", "recontact 1 · ben", "talk with · ben"),
        source=EACH_CARED,
    ),
    # Families
    Situation(
        what="not to tell him, and no reason",
        said=(told_us(), PARENTS_OF_AVA),
        refused=((about_telling("dad", NOT_TOLD_NOW, look="mon", why=" "), "why"),),
        source=f"{HOME}: good reason to believe in a risk of harm",
    ),
    Situation(
        what="the initial review says not to tell parents now: each is still decided on",
        said=(told_us(), PARENTS_OF_AVA, met(parents=NO)),
        owed=("inform · mum · ava", "inform · dad · ava"),
        source=f"{HOME}; for each parent apart",
    ),
    # AI, leaving, money
    Situation(
        what="AI-made imagery, and she was pressed",
        said=(told_us(imagery=(ImageryKind.ALTERED,), coercion=YES),),
        owed=("ai made", *BOTH_NOW),
        alarm=True,
        source=AI,
    ),
    Situation(
        what="money was asked for, and it is said to be outside the guidance",
        said=(told_us(), assessed(also=(AlsoKnown.PAYMENT,))),
        owed=("tell police by at once",),
        refused=(
            (corrected("concern", told_us(scope=Scope.NO_IMAGERY, goes_to="Tutor.")), "scope"),
        ),
        alarm=True,
        source=SCOPE,
    ),
    Situation(
        what="texts only, while somebody is named as put under pressure",
        said=(told_us(),),
        refused=(
            (
                told_us(who((AVA, PRESSURED)), scope=Scope.NO_IMAGERY, goes_to="Her tutor."),
                "scope",
            ),
        ),
        source="college guidance, “What is sexting?”; our rule: leaving hides no sign",
    ),
)
