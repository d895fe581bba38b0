"""Situations: a further event asks again what was asked the first time, and of each copy."""

from app.domain.forms.concern import Scope
from app.domain.forms.copies import CopiesFound, CopyState, HolderKind, HowKnown
from app.domain.forms.decision import Body
from tests.owed.imagery import SPREAD
from tests.owed.later import copies, copy_is, looked_again, not_needed
from tests.owed.read import Situation
from tests.owed.story import BOTH, again, decided, demanded, referred_to, talked, told_us
from tests.owed.telling import THEN, YES, Step, moment_of

EVENT = f"{SPREAD}; our rule: “it happened again” belongs to the concern and to later entries"
EACH_COPY = f"{SPREAD}; each copy"
MON = "mon 10:00"
GONE = (told_us(BOTH), copies(), copy_is(CopyState.CONFIRMED), decided())
SINCE = ({"at": moment_of("sat 20:00"), "what": "A game."},)
BEFORE = ({"at": moment_of("-9d 20:00"), "what": "A game."},)
ROW = {"held_by": HolderKind.PERSON, "person": "ben", "state": CopyState.KNOWN}
TWO_ROWS = {"copies": (ROW, ROW | {"person": "ava"}), "at": THEN, "how": HowKnown.LEARNER}
TWO_COPIES = Step(CopiesFound, TWO_ROWS, "", "copies")
SHARED_AGAIN = looked_again(on=MON, again=YES, again_what="In a group.")
OTHER = {"copy": "copies:copy:2"}

ROWS = (
    # A further event
    Situation(
        what="every copy is gone, and the college is told that it happened again",
        said=(*GONE, told_us(BOTH, n="2", on=MON)),
        owed=("copies by 6d 17:00", "decision by 6d 17:00", "initial review by tue 17:00"),
        source=EVENT,
    ),
    Situation(
        what="every copy is gone, and the college is told of a time long before",
        said=(*GONE, told_us(BOTH, n="2", on=MON, happened_at=moment_of("-30d 09:00"))),
        owed=("copies by 6d 17:00",),
        source=EVENT,
    ),
    Situation(
        what="every copy is gone, and she tells of a time since",
        said=(*GONE, talked(on=MON, further=SINCE)),
        owed=("copies by 6d 17:00",),
        source=EVENT,
    ),
    Situation(
        what="it is with the police, and she tells of a time since",
        said=(told_us(BOTH), referred_to(Body.POLICE), talked(on=MON, further=SINCE)),
        owed=("decision review by mon 17:00",),
        source=EVENT,
    ),
    Situation(
        what="it is with the police, and she tells of a time before that",
        said=(told_us(BOTH), referred_to(Body.POLICE), talked(on=MON, further=BEFORE)),
        not_owed=("decision review",),
        source=EVENT,
    ),
    Situation(
        what="every copy is gone, and she tells of a time before that was all known of",
        said=(*GONE, talked(on=MON, further=BEFORE)),
        not_owed=("copies", "look at copy"),
        source=EVENT,
    ),
    Situation(
        what="no copy is looked for, with the reason, and she tells of a time since",
        said=(
            told_us(BOTH),
            not_needed("copies:concern"),
            talked(on=MON, further=SINCE),
        ),
        owed=("copies by 6d 17:00",),
        source=EVENT,
    ),
    Situation(
        what="she tells of a time since, and says who has a copy of that",
        said=(*GONE, talked(on=MON, further=SINCE, copies=(ROW,))),
        owed=("look at copy · ben",),
        not_owed=("copies",),
        source=EVENT,
    ),
    Situation(
        what="she tells of a time since, and it is decided again",
        said=(*GONE, talked(on=MON, further=SINCE), decided(on="mon 11:00")),
        owed=("copies", "decision review by wed+2 17:00"),
        source=EVENT,
    ),
    Situation(
        what="every copy is gone, and texts without imagery are told of",
        said=(
            *GONE,
            told_us(n="2", on=MON, scope=Scope.NO_IMAGERY, goes_to="Her tutor.", imagery=()),
        ),
        not_owed=("copies",),
        source=EVENT,
    ),
    # Each copy
    Situation(
        what="shared again, and one of two copies turns out to be gone",
        said=(
            told_us(BOTH),
            TWO_COPIES,
            SHARED_AGAIN,
            copy_is(CopyState.CONFIRMED, on="mon 11:00"),
        ),
        owed=("copies by 6d 17:00",),
        source=EACH_COPY,
    ),
    Situation(
        what="shared again, and both copies turn out to be gone",
        said=(
            told_us(BOTH),
            TWO_COPIES,
            SHARED_AGAIN,
            copy_is(CopyState.CONFIRMED, on="mon 11:00"),
            copy_is(CopyState.CONFIRMED, on="mon 11:10", **OTHER),
        ),
        not_owed=("copies", "look at copy"),
        source=EACH_COPY,
    ),
    Situation(
        what="shared again, and one of two copies turns out to be there",
        said=(
            told_us(BOTH),
            TWO_COPIES,
            copy_is(CopyState.CONFIRMED),
            SHARED_AGAIN,
            copy_is(CopyState.KNOWN, on="mon 11:00"),
        ),
        owed=("look at copy · ben",),
        not_owed=("copies",),
        source=EACH_COPY,
    ),
    Situation(
        what="one of two copies was gone, and the threat to send it was carried out after that",
        said=(
            told_us(BOTH),
            TWO_COPIES,
            copy_is(CopyState.CONFIRMED),
            demanded(on=MON, carried_out=YES),
            copy_is(CopyState.CONFIRMED, on="mon 11:10", **OTHER),
        ),
        owed=("copies by 6d 17:00",),
        source=EACH_COPY,
    ),
    Situation(
        what="every copy is gone, it is about again, and the same day she tells of that time",
        said=(
            *GONE,
            again(on=MON, copies=(ROW,)),
            talked(on="mon 11:00", further=SINCE),
        ),
        not_owed=("copies",),
        source=EVENT,
    ),
)
