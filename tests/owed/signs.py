"""Situations: what raises a sign, who fits it, what tells them, and what does not."""

from app.domain.forms.asked import ImageryKind
from app.domain.forms.decision import Body
from app.domain.forms.risk import AlsoKnown
from tests.owed.later import corrected, noted, part_is
from tests.owed.read import Situation
from tests.owed.story import (
    BOTH,
    COLLEGE,
    POLICE,
    SOCIAL_CARE,
    against,
    ai_form,
    assessed,
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
    AVA,
    BEN,
    NO,
    NOT_KNOWN,
    PICTURED,
    PRESSURED,
    YES,
    who,
)

STAFF = "college guidance, “Handling incidents”"
ANY_POINT = f"{STAFF}: at any point, harmed or at risk of harm: referral immediately"
SCOPE = "college guidance, “What is sexting?”: adults: child sexual abuse, we inform the police"
UKCIS = "UKCIS March 2024, immediate referral at the initial stage (uk-guidance 1.4)"
NCA = "NCA alert April 2024 (uk-guidance 1.14): immediately police and/or children’s services"
REVIEW = "UKCIS March 2024, initial review meeting; our rule, “The initial review counts”"
AI = "KCSIE 2026, footnote 145; uk-guidance 1.15: the same harm, no “it is only fake”"

BOTH_NOW = ("tell social care by at once", "tell police by at once")
NOBODY = ("tell ", "ring ")

ROWS = (
    # Each sign, each by itself
    *(
        Situation(
            what=f"{sign} yes in the concern",
            said=(told_us(**{sign: YES}),),
            owed=BOTH_NOW,
            refused=((decided(), "decision"),),
            alarm=True,
            source=UKCIS,
        )
        for sign in ("adult", "coercion", "unusual", "under_13", "harm", "extortion")
    ),
    Situation(
        what="six signs, all no",
        said=(told_us(),),
        not_owed=(*NOBODY, "find out"),
        passed=(decided(),),
        alarm=False,
        source=UKCIS,
    ),
    Situation(
        what="signs left blank",
        said=(told_us(no=""),),
        owed=(
            "find out adult by fri 17:00",
            "find out coercion by fri 17:00",
            "find out unusual by fri 17:00",
            "find out under_13 by fri 17:00",
            "find out harm by thu 17:00",
            "find out extortion by thu 17:00",
        ),
        refused=((decided(), "decision"),),
        alarm=False,
        source="our rule: six signs left blank are six not-knowns; harm and blackmail today",
    ),
    Situation(
        what="signs left blank, and he who passed it on says no of himself",
        said=(told_us(BOTH, no=""), talked("ben", harm=NO, coercion=NO)),
        owed=("find out harm by thu 17:00", "find out coercion by fri 17:00"),
        refused=((decided(), "decision"),),
        source="our rule: signs left blank are not-knowns, and she was not asked",
    ),
    Situation(
        what="signs left blank, and she who is pictured says no",
        said=(told_us(BOTH, no=""), talked(harm=NO, coercion=NO)),
        owed=("find out adult",),
        not_owed=("find out harm", "find out coercion"),
        source="our rule: signs left blank are not-knowns, until they are answered",
    ),
    Situation(
        what="signs left blank, two are pictured, and one of them says no",
        said=(told_us(who((AVA, PICTURED), (BEN, PICTURED)), no=""), talked(harm=NO)),
        owed=("find out harm by thu 17:00",),
        source="our rule: signs left blank are not-knowns; once per person",
    ),
    Situation(
        what="signs left blank, and the whole case is answered no since",
        said=(told_us(BOTH, no=""), talked("ben", harm=NO), found(harm=NO)),
        not_owed=("find out harm",),
        source=UKCIS,
    ),
    Situation(
        what="signs not known",
        said=(told_us(adult=NOT_KNOWN, coercion=NOT_KNOWN, harm=NOT_KNOWN),),
        owed=("find out adult by fri 17:00", "find out harm by thu 17:00"),
        not_owed=("find out extortion", "find out under_13"),
        source=f"{UKCIS}; “not known” is never “no”",
    ),
    Situation(
        what="harm not known on a Friday at 16:10",
        said=(told_us(on="fri 16:10", harm=NOT_KNOWN),),
        owed=("find out harm by fri 17:00",),
        source="our rule: today, not the next working day, at any hour and on a Friday",
    ),
    Situation(
        what="harm not known on a Friday evening",
        said=(told_us(on="fri 20:30", harm=NOT_KNOWN),),
        owed=("find out harm by at once",),
        source="our rule: today, at any hour",
    ),
    Situation(
        what="harm not known on a Sunday",
        said=(told_us(on="sun 11:00", harm=NOT_KNOWN),),
        owed=("find out harm by sun 17:00",),
        source="our rule: today, at any hour",
    ),
    Situation(
        what="blackmail not known on a Friday",
        said=(told_us(on="fri 16:10", extortion=NOT_KNOWN),),
        owed=("find out extortion by fri 17:00",),
        source="our rule: what is due for harm not known or blackmail is today",
    ),
    Situation(
        what="what was not known is found out: no",
        said=(told_us(harm=NOT_KNOWN), found(harm=NO)),
        not_owed=("find out", *NOBODY),
        alarm=False,
        source=UKCIS,
    ),
    Situation(
        what="what was no becomes not known",
        said=(told_us(), found(on="fri 09:00", harm=NOT_KNOWN)),
        owed=("find out harm by fri 17:00",),
        source="“not known” is never “no”",
    ),
    # Blackmail
    Situation(
        what="blackmail recorded on a Friday at 16:10, harm not known",
        said=(told_us(on="fri 16:10", extortion=YES, harm=NOT_KNOWN, adult=NOT_KNOWN),),
        owed=(
            "tell police by at once",
            "tell social care by at once",
            "find out harm by fri 17:00",
            "find out adult by fri 17:00",
            "demands by fri 17:00",
        ),
        alarm=True,
        source=f"{NCA}; who is with them tonight",
    ),
    Situation(
        what="demands taken down, nothing on tonight",
        said=(told_us(), demanded()),
        owed=("tell police · ava by at once", "tonight · ava by thu 17:00"),
        not_owed=("demands",),
        alarm=True,
        source=NCA,
    ),
    Situation(
        what="demands taken down on a Friday at 19:00",
        said=(told_us(on="fri 18:00", people=who((AVA, PICTURED))), demanded(on="fri 19:00")),
        owed=("tonight · ava by at once",),
        source=NCA,
    ),
    Situation(
        what="demands taken down, with who is there tonight",
        said=(told_us(), demanded(tonight="Her mother is at home all night.")),
        owed=("tell police · ava by at once",),
        not_owed=("demands", "tonight"),
        source=NCA,
    ),
    Situation(
        what="tonight settled for one of two who are threatened",
        said=(
            told_us(people=who((AVA, PICTURED), (BEN, PICTURED))),
            demanded(tonight="Her mother is there."),
            demanded("ben"),
        ),
        owed=("tonight · ben",),
        not_owed=("tonight · ava",),
        source=f"{NCA}; once per person",
    ),
    Situation(
        what="a threat is ticked in the risk assessment",
        said=(told_us(), assessed(also=(AlsoKnown.THREAT,))),
        owed=(*BOTH_NOW, "demands by thu 17:00"),
        alarm=True,
        source="our rule, facts raise signs: a threat raises coercion and extortion",
    ),
    Situation(
        what="payment is ticked in the risk assessment",
        said=(told_us(), assessed(also=(AlsoKnown.PAYMENT,))),
        owed=(*BOTH_NOW, "demands by thu 17:00"),
        alarm=True,
        source="our rule, facts raise signs: money asked for",
    ),
    Situation(
        what="somebody pictured was put under pressure, every sign answered no",
        said=(told_us(people=who((AVA, PICTURED, PRESSURED))),),
        owed=BOTH_NOW,
        refused=((decided(), "decision"),),
        alarm=True,
        source="our rule, facts raise signs: put under pressure raises coercion",
    ),
    Situation(
        what="it turns out later that she was put under pressure",
        said=(told_us(), part_is("ava", PICTURED, PRESSURED, on="mon 09:00")),
        owed=("tell social care by at once", "tell police by at once"),
        alarm=True,
        source="our rule, facts raise signs",
    ),
    # The initial review
    Situation(
        what="all signs no, then the initial review says immediate risk",
        said=(told_us(), met(risk_now=YES)),
        owed=BOTH_NOW,
        refused=((decided(), "decision"),),
        passed=(against(),),
        alarm=True,
        source=REVIEW,
    ),
    Situation(
        what="the initial review says to tell the police or social care now",
        said=(told_us(), met(refer=YES)),
        owed=("tell social care by at once",),
        alarm=True,
        source=REVIEW,
    ),
    Situation(
        what="the initial review says to tell them, and one person handles it in college",
        said=(told_us(), met(refer=YES), decided()),
        owed=("tell social care by at once",),
        refused=((decided(on="fri 09:00"), "decision"), (against(agreed_by=None), "agreed_by")),
        alarm=True,
        source=REVIEW,
    ),
    Situation(
        what="the initial review says to tell them, it is decided to refer, and then not to",
        said=(told_us(), met(refer=YES), referred_to(Body.POLICE), decided(on="fri 09:00")),
        owed=("tell social care by at once",),
        alarm=True,
        source=REVIEW,
    ),
    Situation(
        what="the initial review says to tell them, and two people decide against it",
        said=(told_us(), met(refer=YES), against()),
        not_owed=NOBODY,
        passed=(decided(on="fri 09:00"),),
        alarm=False,
        source=f"{REVIEW}; or decide with a second person",
    ),
    Situation(
        what="the initial review says to tell them, and it is decided to refer to the police",
        said=(told_us(), met(refer=YES), referred_to(Body.POLICE)),
        owed=("tell police by at once",),
        not_owed=("tell social care",),
        refused=((decided(on="fri 09:00"), "decision"),),
        alarm=True,
        source=REVIEW,
    ),
    Situation(
        what="the initial review says to tell them, they are told: it may be handled in college",
        said=(told_us(), met(refer=YES), told(POLICE)),
        not_owed=NOBODY,
        passed=(decided(),),
        alarm=False,
        source=REVIEW,
    ),
    Situation(
        what="told after the initial review said so",
        said=(told_us(), met(refer=YES), told(SOCIAL_CARE)),
        not_owed=NOBODY,
        alarm=False,
        source=REVIEW,
    ),
    Situation(
        what="all signs no, and the initial review does not know if anybody is at risk",
        said=(told_us(), met(on="fri 16:30", risk_now=NOT_KNOWN)),
        owed=("find out harm by fri 17:00",),
        not_owed=NOBODY,
        alarm=False,
        source=f"{REVIEW}; “not known” is never “no”",
    ),
    Situation(
        what="the initial review does not know it, and its own answer on the sign is no",
        said=(told_us(), met(risk_now=NOT_KNOWN, harm=NO)),
        owed=("find out harm by thu 17:00",),
        source=f"{REVIEW}; “not known” is never “no”",
    ),
    Situation(
        what="the initial review does not know it, and what it knows of the sign is yes",
        said=(told_us(), met(risk_now=NOT_KNOWN, harm=YES)),
        owed=BOTH_NOW,
        not_owed=("find out harm",),
        alarm=True,
        source=REVIEW,
    ),
    Situation(
        what="the initial review did not know if anybody is at risk, and now it is known: no",
        said=(told_us(), met(risk_now=NOT_KNOWN), found(harm=NO)),
        not_owed=("find out",),
        source=REVIEW,
    ),
    Situation(
        what="the initial review wants more information",
        said=(told_us(), met(more=YES)),
        owed=("more by thu 17:00",),
        source=REVIEW,
    ),
    Situation(
        what="the information was found, and a note says so",
        said=(told_us(), met(more=YES), noted("more:review")),
        not_owed=("more",),
        source=REVIEW,
    ),
    Situation(
        what="the initial review wants another college told, and social care is told",
        said=(told_us(), met(elsewhere=YES), told(SOCIAL_CARE)),
        owed=("elsewhere by thu 17:00",),
        source=REVIEW,
    ),
    Situation(
        what="the other college was told",
        said=(told_us(), met(elsewhere=YES), told(COLLEGE)),
        not_owed=("elsewhere",),
        source=REVIEW,
    ),
    # AI-made
    Situation(
        what="AI-made or altered",
        said=(told_us(imagery=(ImageryKind.ALTERED,)),),
        owed=("ai made by fri 17:00",),
        source=AI,
    ),
    Situation(
        what="AI-made, said in the risk assessment only",
        said=(told_us(), assessed(also=(AlsoKnown.AI_MADE,))),
        owed=("ai made",),
        source=AI,
    ),
    Situation(
        what="AI-made, and its form recorded",
        said=(told_us(imagery=(ImageryKind.ALTERED,)), ai_form()),
        not_owed=("ai made",),
        source=AI,
    ),
    # Corrections and later answers
    Situation(
        what="a later no does not undo a yes",
        said=(told_us(coercion=YES), found(coercion=NO)),
        owed=BOTH_NOW,
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="a yes put right to no",
        said=(told_us(coercion=YES), corrected("concern", told_us())),
        not_owed=NOBODY,
        alarm=False,
        source="uk-guidance 2.1: corrections are dated additions",
    ),
    Situation(
        what="a no put right to yes",
        said=(told_us(), corrected("concern", told_us(harm=YES))),
        owed=("tell social care", "tell police"),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="a learner says it of herself",
        said=(told_us(BOTH), talked("ava", harm=YES)),
        owed=("tell social care · ava by at once", "tell police · ava by at once"),
        alarm=True,
        source=ANY_POINT,
    ),
)
