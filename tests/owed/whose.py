"""Situations: whose a sign of the whole case is: each who is harmed, and the body for their age."""

import msgspec

from app.domain.forms.asked import ImageryKind
from app.domain.forms.bodies import OtherBody
from app.domain.forms.decision import Body
from tests.owed.later import details, named, part_is
from tests.owed.read import Situation
from tests.owed.signs import AI, ANY_POINT, BOTH_NOW, NOBODY, SCOPE, UKCIS
from tests.owed.story import (
    BOTH,
    NO_ACTION,
    POLICE,
    SOCIAL_CARE,
    again,
    against,
    ai_form,
    answered,
    found,
    met,
    rang,
    referred_to,
    started,
    talked,
    told,
    told_us,
)
from tests.owed.telling import (
    ACCOUNT,
    ASKED,
    AVA,
    BEN,
    CAL,
    COACH,
    DEE,
    FORWARDED,
    MAN,
    NO,
    PICTURED,
    RECEIVED,
    TURNS_18,
    YES,
    moment_of,
    who,
)

OWN_RIGHT = "uk-guidance 3.2: each child is referred in their own right"
CARE_ACT = "Care Act 2014, section 42: learners of 18 to 25: adult social care as a body to tell"
ADULT_CARE = OtherBody.ADULT_CARE
TWO = who((AVA, PICTURED), (BEN, PICTURED))
OF_NO_AGE = msgspec.structs.replace(DEE, born=None)
ALTERED = {"imagery": (ImageryKind.ALTERED,)}
MON = "mon 09:00"
OTHER_MAN = msgspec.structs.replace(MAN, id="other", name="P. Quill")
THIRD_MAN = msgspec.structs.replace(MAN, id="third", name="R. Dade")
OTHER_ACCOUNT = msgspec.structs.replace(ACCOUNT, id="other", name="kit_9")
ALONE = who((DEE, PICTURED))
YEARS_AGO = {"happened_at": moment_of("-600d 10:00")}
OTHERS = ("coercion", "adult", "unusual", "under_13", "extortion")

ROWS = (
    # Each who is harmed
    *(
        Situation(
            what=f"{sign} of two who are pictured, and both bodies are told of one of them",
            said=(told_us(TWO, **{sign: YES}), told(SOCIAL_CARE), told(POLICE)),
            owed=("tell social care · ben by thu 17:00", "tell police · ben by thu 17:00"),
            not_owed=("tell social care · ava", "tell police · ava"),
            alarm=False,
            source=OWN_RIGHT,
        )
        for sign in (*OTHERS, "harm")
    ),
    Situation(
        what="two are pictured; social care is told of each, the police of the whole case",
        said=(
            told_us(TWO, coercion=YES),
            told(SOCIAL_CARE),
            told(SOCIAL_CARE, "ben"),
            told(POLICE, ""),
        ),
        not_owed=NOBODY,
        alarm=False,
        source=OWN_RIGHT,
    ),
    Situation(
        what="two are pictured, one of them is told of, and two people decide against more",
        said=(told_us(TWO, coercion=YES), told(SOCIAL_CARE), told(POLICE), against()),
        not_owed=NOBODY,
        alarm=False,
        source=OWN_RIGHT,
    ),
    *(
        Situation(
            what=f"{sign} of her, and both bodies are told of him alone who passed it on",
            said=(told_us(BOTH, **{sign: YES}), told(SOCIAL_CARE, "ben"), told(POLICE, "ben")),
            owed=BOTH_NOW,
            alarm=True,
            source="our rule: satisfied only by telling that body, about that child",
        )
        for sign in OTHERS
    ),
    Situation(
        what="somebody is in danger, and both bodies are told of him who passed it on",
        said=(told_us(BOTH, harm=YES), told(SOCIAL_CARE, "ben"), told(POLICE, "ben")),
        owed=("tell social care · ava by thu 17:00", "tell police · ava by thu 17:00"),
        alarm=False,
        source=f"{ANY_POINT}; it may be either of them",
    ),
    Situation(
        what="a referral about him who passed it on is begun: she is still to be told of",
        said=(told_us(BOTH, coercion=YES), started(SOCIAL_CARE, "ben")),
        owed=("tell social care by at once", "ring social care · ben"),
        alarm=True,
        source=OWN_RIGHT,
    ),
    Situation(
        what="she was told of, and on Monday a third learner turns out to be pictured",
        said=(
            told_us(BOTH, coercion=YES),
            told(SOCIAL_CARE),
            told(POLICE, ""),
            named((CAL, PICTURED), on="mon 09:00"),
        ),
        owed=("tell social care · cal by mon 17:00", "tell police · cal by mon 17:00"),
        source=f"{OWN_RIGHT}; once they are known",
    ),
    Situation(
        what="he was told of himself, and on Monday he turns out to be pictured too",
        said=(
            told_us(BOTH, coercion=YES),
            told(SOCIAL_CARE),
            told(SOCIAL_CARE, "ben"),
            told(POLICE, ""),
            part_is("ben", FORWARDED, PICTURED, on="mon 09:00"),
        ),
        owed=("tell police · ben",),
        not_owed=("tell social care",),
        source=OWN_RIGHT,
    ),
    Situation(
        what="the police were told of an adult learner who passed it on: that is of the whole case",
        said=(
            told_us(who((AVA, PICTURED), (DEE, FORWARDED))),
            told(SOCIAL_CARE),
            told(POLICE, "dee"),
        ),
        not_owed=NOBODY,
        alarm=False,
        source=SCOPE,
    ),
    # Each adult
    *(
        Situation(
            what=f"an adult asked for it, both bodies are told, and then {how}",
            said=(
                told_us(who((AVA, PICTURED), (MAN, "asked"), (OTHER_MAN, "witness"), (COACH,))),
                told(SOCIAL_CARE),
                told(POLICE, "man"),
                step,
            ),
            owed=("tell police by at once", "tell social care by at once"),
            alarm=True,
            source=f"{SCOPE}; each of them",
        )
        for how, step in (
            ("another is named", named((msgspec.structs.replace(MAN, id="x"), "shared"), on=MON)),
            ("a witness was sent it", part_is("other", RECEIVED, on=MON)),
            ("a member of staff was sent it", part_is("coach", RECEIVED, on=MON)),
            ("it is about again, with another", again(who((THIRD_MAN, RECEIVED)), on=MON)),
        )
    ),
    Situation(
        what="an adult asked for it, both bodies are told, and he is named again",
        said=(
            told_us(who((AVA, PICTURED), (MAN, "asked"))),
            told(SOCIAL_CARE),
            told(POLICE, "man"),
            again(who((MAN, RECEIVED)), on=MON),
        ),
        not_owed=NOBODY,
        alarm=False,
        source=SCOPE,
    ),
    Situation(
        what="an adult asked for it, another is named, and both bodies are told of him too",
        said=(
            told_us(who((AVA, PICTURED), (MAN, "asked"))),
            told(SOCIAL_CARE),
            told(POLICE, "man"),
            named((THIRD_MAN, RECEIVED), on=MON),
            rang(POLICE, "man", on="mon 09:20"),
            rang(SOCIAL_CARE, on="mon 09:30"),
        ),
        not_owed=NOBODY,
        alarm=False,
        source=f"{SCOPE}; each of them",
    ),
    Situation(
        what="two decide against on one adult, and then another is known to have it",
        said=(
            told_us(who((AVA, PICTURED), (MAN, "asked"))),
            against(),
            named((THIRD_MAN, RECEIVED), on=MON),
        ),
        owed=("tell police by at once",),
        alarm=True,
        source=f"{SCOPE}; each of them",
    ),
    Situation(
        what="a learner turns out to be 18, after an adult was told of",
        said=(
            told_us(who((AVA, PICTURED), (MAN, "asked"), (OF_NO_AGE, FORWARDED))),
            told(SOCIAL_CARE),
            told(POLICE, "man"),
            details(DEE, on=MON),
        ),
        owed=("tell police by at once",),
        alarm=True,
        source=f"{SCOPE}; a learner of 18 is an adult",
    ),
    Situation(
        what="an unknown account is no adult, and then a second one asked for it",
        said=(
            told_us(who((AVA, PICTURED), (ACCOUNT, "asked"), (OTHER_ACCOUNT, "witness"))),
            found(adult=NO),
            part_is("other", ASKED, on=MON),
        ),
        owed=("find out adult by tue 17:00",),
        source="our rule: an account of unknown age asks for it; each of them",
    ),
    # Altered imagery
    Situation(
        what="altered imagery of two, and what is known of it is recorded of one",
        said=(told_us(TWO, **ALTERED), ai_form()),
        owed=("ai made · ben by fri 17:00",),
        not_owed=("ai made · ava",),
        source=f"{AI}; once per person",
    ),
    Situation(
        what="altered imagery of two, and what is known of it is recorded of both",
        said=(told_us(TWO, **ALTERED), ai_form(), ai_form("ben")),
        not_owed=("ai made",),
        source=AI,
    ),
    Situation(
        what="altered imagery of her, and what is known of it is recorded of him who passed it on",
        said=(told_us(BOTH, **ALTERED), ai_form("ben")),
        owed=("ai made · ava by fri 17:00",),
        source=AI,
    ),
    Situation(
        what="altered imagery of her is recorded, and on Monday another is pictured too",
        said=(told_us(**ALTERED), ai_form(), named((CAL, PICTURED), on=MON)),
        owed=("ai made · cal by tue 17:00",),
        source=f"{AI}; once they are known",
    ),
    Situation(
        what="altered imagery of her is recorded, and on Monday there is a plain picture of him",
        said=(told_us(**ALTERED), ai_form(), told_us(who((CAL, PICTURED)), n="2", on=MON)),
        not_owed=("ai made",),
        source=AI,
    ),
    Situation(
        what="altered imagery of her is recorded, and on Monday there is some of him",
        said=(
            told_us(**ALTERED),
            ai_form(),
            told_us(who((CAL, PICTURED)), n="2", on=MON, **ALTERED),
        ),
        owed=("ai made · cal by tue 17:00",),
        not_owed=("ai made · ava",),
        source=AI,
    ),
    # Somebody of 18
    Situation(
        what="a learner of 18 is in danger",
        said=(told_us(who((AVA, PICTURED), (DEE, RECEIVED)), **YEARS_AGO), talked("dee", harm=YES)),
        owed=("tell police · dee by at once", "tell adult care · dee by at once"),
        not_owed=("tell social care",),
        alarm=True,
        source=CARE_ACT,
    ),
    Situation(
        what="a learner of 18 is in danger, and the police and adult social care are told",
        said=(
            told_us(who((AVA, PICTURED), (DEE, RECEIVED)), **YEARS_AGO),
            talked("dee", harm=YES),
            told(POLICE, "dee"),
            told(ADULT_CARE, "dee"),
        ),
        not_owed=NOBODY,
        alarm=False,
        source=CARE_ACT,
    ),
    Situation(
        what="only a learner of 18 is pictured, and an adult asked for it",
        said=(told_us(who((DEE, PICTURED), (MAN, "asked"))),),
        owed=("tell police by at once", "tell adult care · dee by at once"),
        not_owed=("tell social care",),
        alarm=True,
        source=CARE_ACT,
    ),
    Situation(
        what="a learner of 18 was pressed, and it is decided, with the reason, on the police",
        said=(told_us(ALONE, coercion=YES), told(POLICE), referred_to(Body.POLICE)),
        not_owed=NOBODY,
        alarm=False,
        source=CARE_ACT,
    ),
    Situation(
        what="a learner of 18 was pressed, and it is decided to refer to another body alone",
        said=(told_us(ALONE, coercion=YES, adult=YES), referred_to(Body.OTHER)),
        owed=("tell police by at once", "tell other by at once"),
        alarm=True,
        source=SCOPE,
    ),
    Situation(
        what="only a learner of 18 is pictured, and social care is decided on",
        said=(told_us(ALONE), told(POLICE), referred_to(Body.SOCIAL_CARE)),
        owed=("tell adult care by at once",),
        not_owed=("tell social care",),
        alarm=True,
        source=CARE_ACT,
    ),
    Situation(
        what="only a learner of 18 is pictured, and the review says to tell somebody now",
        said=(told_us(ALONE, **YEARS_AGO), met(refer=YES)),
        owed=("tell police by at once",),
        not_owed=("tell social care",),
        alarm=True,
        source=CARE_ACT,
    ),
    Situation(
        what="a child and a learner of 18 are pressed: each with the body for their age",
        said=(
            told_us(who((AVA, PICTURED), (DEE, PICTURED)), coercion=YES),
            told(SOCIAL_CARE),
            told(POLICE, ""),
        ),
        owed=("tell adult care · dee by thu 17:00",),
        not_owed=("tell social care", "tell police"),
        source=CARE_ACT,
    ),
    Situation(
        what="pictured at 17 and pressed, told of, and then she is 18: nobody is told again",
        said=(
            told_us(who((TURNS_18, PICTURED)), coercion=YES),
            told(SOCIAL_CARE, "tom"),
            told(POLICE, "tom"),
            met(on="14d 10:00"),
        ),
        not_owed=NOBODY,
        alarm=False,
        source=CARE_ACT,
    ),
    Situation(
        what="told of at 17, no further action, and at 18 there is danger",
        said=(
            told_us(who((TURNS_18, PICTURED)), coercion=YES),
            told(SOCIAL_CARE, "tom"),
            told(POLICE, "tom"),
            answered(SOCIAL_CARE, NO_ACTION, "tom"),
            against(),
            talked("tom", harm=YES, on="14d 10:00"),
        ),
        owed=("tell police · tom by at once", "tell adult care · tom by at once"),
        not_owed=("tell social care",),
        alarm=True,
        source=CARE_ACT,
    ),
    Situation(
        what="nobody knew how old she is; social care was told; she was 17, and is 18 now",
        said=(
            told_us(who((OF_NO_AGE, PICTURED)), coercion=YES, **YEARS_AGO),
            told(SOCIAL_CARE, "dee"),
            told(POLICE, "dee"),
            details(DEE, on="fri 09:00"),
        ),
        not_owed=("tell adult care", "tell social care"),
        source=CARE_ACT,
    ),
    Situation(
        what="nobody who is harmed is named, and whoever passed it on is 18: it may be a child",
        said=(told_us(who((DEE, FORWARDED))), found(coercion=YES)),
        owed=("tell social care by at once",),
        alarm=True,
        source=UKCIS,
    ),
)
