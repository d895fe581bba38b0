"""Situations: the college says that somebody is to be told, and they are told of each child."""

from app.domain.forms.decision import Body
from tests.owed.later import named
from tests.owed.read import Situation
from tests.owed.signs import NOBODY, REVIEW
from tests.owed.story import (
    BOTH,
    POLICE,
    SOCIAL_CARE,
    against,
    decided,
    met,
    referred_to,
    told,
    told_us,
)
from tests.owed.telling import AVA, CAL, DEE, PICTURED, YES, who
from tests.owed.whose import CARE_ACT, MON, OWN_RIGHT, TWO, YEARS_AGO

EACH_REVIEW = f"{REVIEW}; {OWN_RIGHT}"
NOW = met(refer=YES)

ROWS = (
    # Each child by a decision
    Situation(
        what="no sign; two are pictured, it is decided to refer, and one of them is told of",
        said=(told_us(TWO), referred_to(Body.SOCIAL_CARE), told(SOCIAL_CARE)),
        owed=("tell social care · ben by thu 17:00",),
        not_owed=("tell social care · ava",),
        alarm=False,
        source=OWN_RIGHT,
    ),
    Situation(
        what="no sign; two are pictured, it is decided to refer, and each of them is told of",
        said=(
            told_us(TWO),
            told(POLICE, ""),
            referred_to(Body.SOCIAL_CARE, Body.POLICE),
            told(SOCIAL_CARE),
            told(SOCIAL_CARE, "ben"),
        ),
        not_owed=("tell",),
        source=OWN_RIGHT,
    ),
    Situation(
        what="no sign; it is decided to refer, and he alone is told of who passed it on",
        said=(told_us(BOTH), referred_to(Body.SOCIAL_CARE), told(SOCIAL_CARE, "ben")),
        owed=("tell social care · ava by thu 17:00",),
        alarm=False,
        source=OWN_RIGHT,
    ),
    # Each child by the initial review
    Situation(
        what="two are pictured, the review says to tell them now, and one of them is told of",
        said=(told_us(TWO), NOW, told(SOCIAL_CARE)),
        owed=("tell social care · ben by thu 17:00",),
        not_owed=("tell social care · ava", "tell police"),
        refused=((decided(on="fri 09:00"), "decision"),),
        alarm=False,
        source=EACH_REVIEW,
    ),
    Situation(
        what="two are pictured, one was told of before the review that says to tell them now",
        said=(told_us(TWO), told(POLICE), NOW),
        owed=("tell police · ben by thu 17:00",),
        not_owed=("tell police · ava", "tell social care"),
        alarm=False,
        source=EACH_REVIEW,
    ),
    Situation(
        what="two are pictured, the review says to tell them now: one body of her, one of him",
        said=(told_us(TWO), NOW, told(SOCIAL_CARE), told(POLICE, "ben")),
        not_owed=NOBODY,
        passed=(decided(),),
        alarm=False,
        source=f"{EACH_REVIEW}; the police or social care",
    ),
    Situation(
        what="two are pictured, the review says to tell them now, and the police hear of it all",
        said=(told_us(TWO), NOW, told(POLICE, "")),
        not_owed=NOBODY,
        passed=(decided(),),
        alarm=False,
        source=EACH_REVIEW,
    ),
    Situation(
        what="the review says to tell them now, and they hear of him alone who passed it on",
        said=(told_us(BOTH), NOW, told(SOCIAL_CARE, "ben")),
        owed=("tell social care · ava by thu 17:00",),
        refused=((decided(), "decision"),),
        source=EACH_REVIEW,
    ),
    Situation(
        what="two are pictured, the review says to tell them, and one is told of: two decide",
        said=(told_us(TWO), NOW, told(SOCIAL_CARE), against()),
        not_owed=NOBODY,
        alarm=False,
        source=f"{EACH_REVIEW}; or decide with a second person",
    ),
    Situation(
        what="a child and a learner of 18, the review says to tell them, and she is told of",
        said=(
            told_us(who((AVA, PICTURED), (DEE, PICTURED)), **YEARS_AGO),
            NOW,
            told(SOCIAL_CARE),
        ),
        owed=("tell adult care · dee by thu 17:00",),
        not_owed=("tell social care", "tell police"),
        source=f"{EACH_REVIEW}; {CARE_ACT}",
    ),
    # Whoever is known to be harmed later
    *(
        Situation(
            what=f"{asked}, the police hear of the whole case, and on Monday a third is pictured",
            said=(told_us(), step, told(POLICE, ""), named((CAL, PICTURED), on=MON)),
            owed=("tell police · cal by mon 17:00",),
            not_owed=("tell police · ava", "tell social care"),
            alarm=False,
            source=f"{OWN_RIGHT}; once they are known",
        )
        for asked, step in (
            ("the review says to tell them now", NOW),
            ("it is decided to refer", referred_to(Body.POLICE)),
        )
    ),
)
