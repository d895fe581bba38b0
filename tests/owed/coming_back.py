"""Situations: what comes back, the same day, after an answer, or in a case that was closed."""

from app.domain.forms.decision import Body
from app.domain.forms.parents import Telling
from tests.owed.bodies import TWO_TOLD
from tests.owed.families import HOME, SAME_DAY
from tests.owed.later import (
    MUM_OF_AVA,
    PARENTS_OF_AVA,
    about_telling,
    closed,
    not_needed,
    part_is,
    rang_home,
)
from tests.owed.read import Situation
from tests.owed.signs import ANY_POINT, BOTH_NOW, NOBODY
from tests.owed.story import (
    BOTH,
    COLLEGE,
    NO_ACTION,
    POLICE,
    POLICE_NFA,
    SOCIAL_CARE,
    again,
    against,
    answered,
    assessed,
    decided,
    demanded,
    found,
    met,
    rang,
    referred_to,
    started,
    talked,
    told,
    told_us,
)
from tests.owed.telling import AVA, BEN, COACH, NO, PICTURED, WITNESS, YES, who
from tests.owed.times import HANDLED

CHILD = "uk-guidance 3.2: each child in their own right"
CLOSED = "KCSIE 2026, records: followed up and resolved (uk-guidance 8.2 N5)"
TOO = ("tell social care · ava by thu 17:00", "tell police · ava by thu 17:00")
LATER = "18d 10:00"
EACH_NOW = (
    "tell social care · ava by at once",
    "tell police · ava by at once",
    "reopen by at once",
)

ROWS = (
    # The same day
    Situation(
        what="told of harm in the morning, and the same afternoon there is harm again",
        said=(told_us(harm=YES), *TWO_TOLD, talked(on="thu 15:00", harm=YES)),
        owed=TOO,
        alarm=False,
        source=ANY_POINT,
    ),
    Situation(
        what="harm again the same afternoon, and they were told of it",
        said=(
            told_us(harm=YES),
            *TWO_TOLD,
            talked(on="thu 15:00", harm=YES),
            rang(SOCIAL_CARE, on="thu 15:10"),
            rang(POLICE, on="thu 15:20"),
        ),
        not_owed=NOBODY,
        alarm=False,
        source=ANY_POINT,
    ),
    Situation(
        what="harm again the same afternoon, and telling them of it is set aside with a reason",
        said=(
            told_us(harm=YES),
            *TWO_TOLD,
            talked(on="thu 15:00", harm=YES),
            not_needed("refer:police:ava"),
        ),
        owed=TOO[:1],
        not_owed=("tell police",),
        source="KCSIE 2026, records: set aside with a reason, by whom",
    ),
    Situation(
        what="harm again the next morning is told at once",
        said=(told_us(harm=YES), *TWO_TOLD, talked(on="fri 09:00", harm=YES)),
        owed=("tell social care · ava by at once", "tell police · ava by at once"),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="told of pressure in the morning, and the same afternoon there is harm",
        said=(told_us(coercion=YES), *TWO_TOLD, talked(on="thu 15:00", harm=YES)),
        owed=("tell social care · ava by at once", "tell police · ava by at once"),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="told of harm, and the initial review of the same day weighs it",
        said=(told_us(harm=YES), *TWO_TOLD, met(risk_now=YES)),
        not_owed=NOBODY,
        alarm=False,
        source="UKCIS March 2024, the initial review",
    ),
    Situation(
        what="told of harm, and two days later the decision says that there is harm still",
        said=(
            told_us(harm=YES),
            *TWO_TOLD,
            referred_to(Body.SOCIAL_CARE, Body.POLICE, on="sat 10:00", harm=YES),
        ),
        owed=BOTH_NOW,
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="another college is to be contacted, and the referral to it was begun: asked once",
        said=(told_us(), met(elsewhere=YES, elsewhere_why="One is theirs."), started(COLLEGE)),
        owed=("ring college · ava by at once",),
        not_owed=("elsewhere",),
        source="UKCIS March 2024, the initial review: question 8",
    ),
    # After an answer, and another child
    Situation(
        what="no further action, and the risk assessment weighs the same pressure",
        said=(
            told_us(coercion=YES),
            *TWO_TOLD,
            answered(SOCIAL_CARE, NO_ACTION),
            assessed(coercion=YES),
        ),
        owed=("escalate · ava by thu 17:00",),
        not_owed=("tell social care",),
        source="Working Together 2026, professional disagreement (uk-guidance 3.2)",
    ),
    Situation(
        what="no further action, and a week later it happened again with the same pressure",
        said=(
            told_us(coercion=YES),
            *TWO_TOLD,
            answered(SOCIAL_CARE, NO_ACTION),
            again(on="thu+1 09:00", coercion=YES),
        ),
        owed=("tell social care by at once",),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="the police take no further action on an adult, who writes again a week later",
        said=(
            told_us(adult=YES),
            *TWO_TOLD,
            answered(POLICE, POLICE_NFA),
            talked(on="thu+1 09:00", adult=YES),
        ),
        owed=("tell police · ava by at once",),
        alarm=True,
        source="college guidance, “What is sexting?”: we inform the police",
    ),
    Situation(
        what="two are pictured, social care was told of her, and then he was pressed as well",
        said=(
            told_us(who((AVA, PICTURED), (BEN, PICTURED)), coercion=YES),
            *TWO_TOLD,
            talked("ben", coercion=YES),
        ),
        owed=("tell social care · ben by at once", "tell police · ben by at once"),
        alarm=True,
        source=CHILD,
    ),
    Situation(
        what="decided in college, and then each of two is pressed: the decision for each of them",
        said=(
            told_us(who((AVA, PICTURED), (BEN, PICTURED))),
            decided(),
            talked("ava", coercion=YES),
            talked("ben", coercion=YES),
        ),
        owed=("decide again · ava by at once", "decide again · ben by at once"),
        source=f"{CHILD}; UKCIS March 2024, immediate referral",
    ),
    Situation(
        what="she was pressed and two decided against it, and then he was pressed as well",
        said=(
            told_us(who((AVA, PICTURED), (BEN, PICTURED))),
            talked("ava", coercion=YES),
            against(),
            talked("ben", coercion=YES),
        ),
        owed=("decide again · ben by at once", "tell social care · ben", "tell police · ben"),
        not_owed=("decide again · ava", "tell social care · ava"),
        refused=((closed(), "outcome"),),
        source=f"{CHILD}; UKCIS March 2024, immediate referral",
    ),
    Situation(
        what="she was pressed, two decided against it, and he who passed it on says so too",
        said=(told_us(BOTH), talked("ava", coercion=YES), against(), talked("ben", coercion=YES)),
        not_owed=("decide again",),
        source="UKCIS March 2024: what he says of pressure is about the child he pressed",
    ),
    # Parents
    Situation(
        what="her mother was told of the first time, and it is about again",
        said=(told_us(), MUM_OF_AVA, rang_home("mum"), again(on="11d 10:00")),
        owed=("inform · mum · ava by 11d 17:00",),
        source=HOME,
    ),
    Situation(
        what="it is about again, and her mother was told of that too",
        said=(
            told_us(),
            MUM_OF_AVA,
            rang_home("mum"),
            again(on="11d 10:00"),
            rang_home("mum", on="11d 11:00"),
        ),
        not_owed=("inform", "say why late: inform"),
        source=HOME,
    ),
    Situation(
        what="it is about again, and nobody answered when her mother was rung",
        said=(
            told_us(),
            MUM_OF_AVA,
            rang_home("mum"),
            again(on="11d 10:00"),
            rang_home("mum", on="11d 11:00", reached=NO),
        ),
        owed=("inform · mum · ava by 11d 17:00",),
        source=f"{HOME}; {SAME_DAY}",
    ),
    Situation(
        what="a day to tell her mother of the first time is no day to tell her that it is again",
        said=(
            told_us(),
            MUM_OF_AVA,
            about_telling("mum", Telling.TELL, by="mon"),
            again(on="fri 10:00"),
        ),
        owed=("inform · mum · ava by fri 17:00",),
        source=SAME_DAY,
    ),
    Situation(
        what="it is about again, and he must not be contacted: that stands until it is decided",
        said=(
            told_us(),
            PARENTS_OF_AVA,
            about_telling("dad", Telling.NO_CONTACT, look="30d"),
            again(on="11d 10:00"),
        ),
        owed=(
            "inform · mum · ava",
            "decide again whether to tell this parent or carer · dad by 30d 17:00",
        ),
        not_owed=("inform · dad",),
        source=f"{HOME}: unless it would put the learner at risk of harm",
    ),
    Situation(
        what="a second concern about Ben alone asks nothing anew of the mother of Ava",
        said=(
            told_us(BOTH),
            MUM_OF_AVA,
            rang_home("mum"),
            told_us(who((BEN, PICTURED)), on="11d 10:00", n="-2"),
        ),
        owed=("inform · ben",),
        not_owed=("inform · mum",),
        source=HOME,
    ),
    # In a closed case
    Situation(
        what="closed, and then she says on a Monday that she wants to die",
        said=(*HANDLED, closed(), talked(on=LATER, harm=YES)),
        owed=EACH_NOW,
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="closed, and on a Saturday night her mother says that she is in danger",
        said=(*HANDLED, MUM_OF_AVA, closed(), rang_home("mum", on="23d 21:00", harm=YES)),
        owed=EACH_NOW,
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="closed, told again of harm, and the police are told before anybody opens the case",
        said=(*HANDLED, closed(), talked(on=LATER, harm=YES), told(POLICE, on="18d 10:10")),
        owed=("tell social care · ava by at once", "reopen by at once"),
        not_owed=("tell police",),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="closed, she is at risk, and the referral was begun but nobody rung",
        said=(
            *HANDLED,
            closed(),
            talked(on=LATER, harm=YES),
            started(SOCIAL_CARE, on="18d 10:10"),
        ),
        owed=("ring social care · ava by at once", "tell police · ava by at once"),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="closed, and a member of staff turns out to have been sent it",
        said=(
            told_us(who((AVA, PICTURED), (COACH, WITNESS))),
            *HANDLED[1:],
            closed(),
            part_is("coach", "received", on=LATER),
        ),
        owed=("tell lado by 19d 17:00", "tell police by at once", "reopen by at once"),
        alarm=True,
        source="KCSIE 2026, part four",
    ),
    Situation(
        what="closed by two people though the police were never told: it stays closed",
        said=(told_us(adult=YES), told(SOCIAL_CARE), *HANDLED[1:], closed()),
        not_owed=(*NOBODY, "reopen"),
        alarm=False,
        source=CLOSED,
    ),
    Situation(
        what="harm decided against, the case closed, and then there is harm again",
        said=(told_us(harm=YES), against(), closed(), talked(on=LATER, harm=YES)),
        owed=EACH_NOW,
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="closed, and weeks later he demands money again",
        said=(told_us(extortion=YES), *TWO_TOLD, *HANDLED[1:], closed(), demanded(on=LATER)),
        owed=EACH_NOW,
        alarm=True,
        source="NCA alert for education settings (April 2024)",
    ),
    Situation(
        what="closed, opened again by what resurfaced, and with it he demands money again",
        said=(
            told_us(extortion=YES),
            *TWO_TOLD,
            *HANDLED[1:],
            closed(),
            again(on=LATER, extortion=YES),
        ),
        owed=BOTH_NOW,
        alarm=True,
        source="NCA alert for education settings (April 2024)",
    ),
    Situation(
        what="closed, and a referral that was begun before it is nobody’s to make",
        said=(*HANDLED, started(POLICE), closed()),
        not_owed=(*NOBODY, "ring"),
        alarm=False,
        source=CLOSED,
    ),
    Situation(
        what="closed, a yes, two people decide against it: open it, and nobody is to be told",
        said=(*HANDLED, closed(), found(on=LATER, coercion=YES), against(on="18d 11:00")),
        owed=("reopen",),
        not_owed=NOBODY,
        alarm=False,
        source="UKCIS March 2024; our rule: or decide with a second person",
    ),
)
