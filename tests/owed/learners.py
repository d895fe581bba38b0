"""Situations: each learner spoken with, a plan, a birth date, and what is set aside."""

from tests.owed.families import BOTH_CHILDREN, EACH
from tests.owed.later import (
    PARENTS_OF_AVA,
    details,
    looked_again,
    named,
    not_needed,
    part_is,
    plan,
    plan_looked_at,
    rang_home,
    same_person,
)
from tests.owed.read import Situation
from tests.owed.story import BOTH, not_talked, talked, told_us
from tests.owed.telling import (
    AVA,
    BEN,
    CAL,
    FAMILY,
    FORWARDED,
    MUM,
    NIA,
    PICTURED,
    RECEIVED,
    WITNESS,
    day,
    when,
    who,
)

TALK = "college guidance, “Interviewing and talking to the learner involved”"
CLOCK = "uk-guidance 1.16: review dates, re-sharing, how they are"


ROWS = (
    Situation(
        what="the police asked to wait: nobody speaks with her again before the day that is set",
        said=(told_us(), not_talked("ava", on="thu 11:00", review_on=day("mon"))),
        owed=("decide on the learner conversation · ava by mon 17:00",),
        not_owed=("recontact 1",),
        source="uk-guidance 3.5: what the police ask is kept to",
    ),
    Situation(
        what="nobody spoke with her as the police asked, and then somebody did: nothing is late",
        said=(
            told_us(),
            not_talked("ava", on="thu 11:00", review_on=day("mon")),
            talked("ava", on="mon 10:00"),
        ),
        not_owed=("say why late: recontact",),
        source="uk-guidance 3.5: what the police ask is kept to",
    ),
    Situation(
        what="nobody spoke with her, and no day is set: a talk is owed all the same",
        said=(told_us(), not_talked("ava", on="thu 11:00")),
        owed=("recontact 1 · ava by fri 10:22",),
        source=CLOCK,
    ),
    Situation(
        what="her mother is told on the evening of the same day: nothing is late",
        said=(
            told_us(on="fri 16:10"),
            named((MUM, FAMILY), parent_of="ava", on="fri 16:20"),
            rang_home("mum", on="fri 18:30"),
        ),
        not_owed=("say why late: inform",),
        source="college guidance, “Handling incidents”: at an early stage; the same day",
    ),
    # Who is involved
    Situation(
        what="who only saw or heard of it is not owed a conversation",
        said=(told_us(who((AVA, PICTURED), (BEN, WITNESS))),),
        not_owed=("talk with · ben", "plan for · ben", "inform · ben", "birth date of · ben"),
        source=TALK,
    ),
    Situation(
        what="who was sent it is owed a conversation and a plan",
        said=(told_us(who((AVA, PICTURED), (BEN, RECEIVED))),),
        owed=("talk with · ben", "plan for · ben", "inform · ben"),
        not_owed=("recontact 1 · ben",),
        source=BOTH_CHILDREN,
    ),
    Situation(
        what="a witness turns out to have passed it on",
        said=(
            told_us(who((AVA, PICTURED), (BEN, WITNESS))),
            part_is("ben", FORWARDED, on="mon 09:00"),
        ),
        owed=("talk with · ben by tue 17:00", "inform · ben by mon 17:00"),
        source=EACH,
    ),
    Situation(
        what="who was thought to have passed it on only heard of it",
        said=(told_us(BOTH), part_is("ben", WITNESS, on="fri 09:00")),
        not_owed=("talk with · ben", "inform · ben", "recontact 1 · ben"),
        source=EACH,
    ),
    Situation(
        what="a third learner is named later",
        said=(told_us(), named((CAL, FORWARDED), on="fri 09:00")),
        owed=("talk with · cal by mon 17:00", "inform · cal by fri 17:00", "plan for · cal"),
        source=EACH,
    ),
    Situation(
        what="six learners in a chat, six conversations",
        said=(
            told_us(who((AVA, PICTURED), (BEN, RECEIVED), (CAL, RECEIVED), (NIA, RECEIVED))),
            talked("ben"),
        ),
        owed=("talk with · ava", "talk with · cal", "talk with · nia"),
        not_owed=("talk with · ben",),
        source=f"{TALK}; {EACH}",
    ),
    # Conversations
    Situation(
        what="only the girl pictured was spoken with",
        said=(told_us(BOTH), talked("ava")),
        owed=("talk with · ben by fri 17:00",),
        not_owed=("talk with · ava",),
        source=f"{BOTH_CHILDREN}; not only the one pictured",
    ),
    Situation(
        what="decided not to speak with him, to be looked at on Monday",
        said=(told_us(BOTH), not_talked("ben", review_on=when("mon 12:00").date())),
        owed=("decide on the learner conversation · ben by mon 17:00",),
        not_owed=("talk with · ben",),
        source=f"{TALK} (if appropriate)",
    ),
    Situation(
        what="told on a Thursday before Christmas: the next working day is Tuesday",
        said=(told_us(on="35d 10:00"),),
        owed=("talk with · ava by 40d 17:00",),
        source="uk-guidance 3.2: working days skip weekends and bank holidays in England",
    ),
    Situation(
        what="spoken with once, and not again",
        said=(told_us(BOTH), talked("ava"), talked("ben")),
        owed=("recontact 7 · ava", "recontact 7 · ben"),
        source=f"{CLOCK}; our rule: and again, also the one who shared",
    ),
    Situation(
        what="a review spoke with her, not with him",
        said=(told_us(BOTH), looked_again("fri 09:00", spoken="ava")),
        owed=("recontact 1 · ben", "recontact 7 · ava"),
        not_owed=("recontact 1 · ava",),
        source=f"{CLOCK}; {EACH}",
    ),
    Situation(
        what="a plan for her is none for him",
        said=(told_us(BOTH), plan("ava")),
        owed=("plan for · ben", "review the support plan · ava by thu+2 17:00"),
        not_owed=("plan for · ava",),
        source=BOTH_CHILDREN,
    ),
    Situation(
        what="a plan ended leaves no day",
        said=(told_us(), plan("ava"), plan_looked_at("ava", on="thu+2 10:00")),
        not_owed=("review the support plan", "plan for · ava"),
        source=CLOCK,
    ),
    # Birth dates, records joined, set aside
    Situation(
        what="a learner without a date of birth",
        said=(told_us(who((AVA, PICTURED), (NIA, FORWARDED))),),
        owed=("birth date of · nia by fri 17:00",),
        not_owed=("birth date of · ava",),
        source="our rule: a person without date of birth owes find out",
    ),
    Situation(
        what="the date of birth was found",
        said=(
            told_us(who((AVA, PICTURED), (NIA, FORWARDED))),
            details(NIA, born=when("0d 12:00").date().replace(year=2010)),
        ),
        not_owed=("birth date of",),
        source="our rule: a person without date of birth owes find out",
    ),
    Situation(
        what="two records turn out to be one learner",
        said=(
            told_us(who((AVA, PICTURED), (BEN, FORWARDED), (CAL, FORWARDED))),
            talked("cal"),
            same_person("ben", "cal", "Ben Marsh"),
        ),
        owed=("plan for · ben",),
        not_owed=("talk with · cal", "talk with · ben", "plan for · cal"),
        source=f"{EACH}; joined people are one",
    ),
    Situation(
        what="a conversation set aside as not needed, with a reason",
        said=(told_us(BOTH), not_needed("conversation:ben")),
        owed=("talk with · ava",),
        not_owed=("talk with · ben",),
        source="our rule: set aside only with words as reason",
    ),
    Situation(
        what="set aside before the two records were joined",
        said=(
            told_us(who((AVA, PICTURED), (BEN, FORWARDED), (CAL, FORWARDED))),
            not_needed("conversation:cal"),
            same_person("ben", "cal", "Ben Marsh"),
        ),
        not_owed=("talk with · ben", "talk with · cal"),
        source="our rule: what was said of a joined record counts",
    ),
    Situation(
        what="telling one parent set aside leaves the other",
        said=(told_us(), PARENTS_OF_AVA, not_needed("parents_told:dad:ava")),
        owed=("inform · mum · ava",),
        not_owed=("inform · dad",),
        source=EACH,
    ),
)
