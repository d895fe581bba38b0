"""Situations: a further event asks again what was asked the first time, and of each copy."""

from app.domain.forms.concern import Scope
from app.domain.forms.copies import CopiesFound, CopyState, HolderKind, HowKnown
from app.domain.forms.decision import Body
from tests.owed.imagery import SPREAD
from tests.owed.later import (
    closed,
    copies,
    copy_is,
    corrected,
    deletion,
    details,
    looked_again,
    named,
    not_needed,
    part_is,
)
from tests.owed.no_other import CLOSED
from tests.owed.read import Situation
from tests.owed.story import (
    BOTH,
    POLICE,
    SOCIAL_CARE,
    again,
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
    ACCOUNT,
    ASKED,
    AVA,
    BEN,
    CAL,
    FAY,
    FORWARDED,
    NO,
    NOT_KNOWN,
    PICTURED,
    RECEIVED,
    THEN,
    WITNESS,
    YES,
    Step,
    moment_of,
    who,
)
from tests.owed.whose import OWN_RIGHT, TWO

EVENT = f"{SPREAD}; our rule: “it happened again” belongs to the concern and to later entries"
EACH_COPY = f"{SPREAD}; each copy"
MON = "mon 10:00"
OUT = {"scope": Scope.NO_IMAGERY, "goes_to": "Her tutor.", "imagery": ()}
LEFT = "our rule, leaving is closing: it hides no sign; “not known” is never “no”"
WITH_ACCOUNT = who((AVA, PICTURED), (ACCOUNT, ASKED))
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
    Situation(
        what="the review asks for removal at once, and one of two holders was asked",
        said=(told_us(BOTH), TWO_COPIES, met(remove=YES), copy_is(CopyState.ASKED)),
        owed=("remove by thu 17:00",),
        source=EACH_COPY,
    ),
    Situation(
        what="the review asks for removal at once, and both holders were asked",
        said=(
            told_us(BOTH),
            TWO_COPIES,
            met(remove=YES),
            copy_is(CopyState.ASKED),
            copy_is(CopyState.ASKED, **OTHER),
        ),
        not_owed=("remove",),
        source=EACH_COPY,
    ),
    Situation(
        what="the review asks for removal at once, and it is decided that the learner deletes both",
        said=(told_us(BOTH), TWO_COPIES, met(remove=YES), deletion()),
        not_owed=("remove",),
        source=EACH_COPY,
    ),
    Situation(
        what="the review asks for removal at once, he was asked, and then another copy turns up",
        said=(
            told_us(BOTH),
            copies(),
            met(remove=YES),
            copy_is(CopyState.ASKED),
            talked(on=MON, copies=(ROW | {"person": "ava"},)),
        ),
        not_owed=("remove",),
        source=EACH_COPY,
    ),
    # In a closed case
    Situation(
        what="closed; then what was written of copies before is put right: he has one",
        said=(
            told_us(BOTH),
            copies(CopyState.SEEN),
            closed(),
            corrected("copies", copies(), on=MON),
        ),
        owed=("reopen by at once",),
        source=CLOSED,
    ),
    Situation(
        what="closed with a copy left for a reason; then the words about it are put right",
        said=(told_us(BOTH), copies(), closed(), corrected("copies", copies(), on=MON)),
        not_owed=("reopen",),
        source=CLOSED,
    ),
    Situation(
        what="closed; then it is put right that she told of a further time",
        said=(
            told_us(),
            closed(),
            corrected("concern", told_us(further=BEFORE, told_at=moment_of("thu 10:22")), on=MON),
        ),
        owed=("reopen by at once",),
        source=CLOSED,
    ),
    *(
        Situation(
            what=f"closed; then the initial review is held, and it says yes to {asked}",
            said=(told_us(BOTH), closed(), met(on=MON, **{asked: YES})),
            owed=("reopen by at once",),
            source=f"{CLOSED}; the initial review counts",
        )
        for asked in ("risk_now", "refer", "more", "spread", "remove", "elsewhere")
    ),
    Situation(
        what="closed; then the initial review is held, and it says to tell them now",
        said=(told_us(BOTH), closed(), met(on=MON, refer=YES)),
        owed=("tell social care by at once",),
        alarm=True,
        source="UKCIS March 2024, initial review: the police or social care told now",
    ),
    Situation(
        what="closed though the initial review said to tell them: two people left it so",
        said=(told_us(BOTH), met(refer=YES, more=YES, spread=YES), closed()),
        not_owed=("tell", "reopen"),
        alarm=False,
        source=CLOSED,
    ),
    Situation(
        what="closed; then the initial review is held, and it says no to everything",
        said=(told_us(BOTH), closed(), met(on=MON)),
        not_owed=("reopen",),
        source=CLOSED,
    ),
    *(
        Situation(
            what=f"closed; then another learner {did}",
            said=(told_us(who((AVA, PICTURED), (BEN, WITNESS))), closed(), step),
            owed=("reopen by at once",),
            source=f"{CLOSED}; no person involved without their rows",
        )
        for did, step in (
            ("turns out to be pictured", named((CAL, PICTURED), on=MON)),
            ("of another college shared it", named((FAY, FORWARDED), on=MON)),
            ("who was only told has it", part_is("ben", RECEIVED, on=MON)),
        )
    ),
    Situation(
        what="closed; then another learner is named who only heard of it",
        said=(told_us(), closed(), named((CAL, WITNESS), on=MON)),
        not_owed=("reopen",),
        source=CLOSED,
    ),
    Situation(
        what="closed; then the birthday of a learner involved is put right",
        said=(told_us(BOTH), closed(), details(BEN, on=MON)),
        not_owed=("reopen",),
        source=CLOSED,
    ),
    # In a case that was left
    Situation(
        what="texts only, and it is not known if anybody is at risk, or whose the account is",
        said=(
            told_us(who((AVA, PICTURED), (ACCOUNT, ASKED)), on="fri 16:10", harm=NOT_KNOWN, **OUT),
        ),
        owed=("find out harm by fri 17:00", "find out adult by mon 17:00"),
        not_owed=("find out coercion",),
        alarm=False,
        source=LEFT,
    ),
    Situation(
        what="texts only, and its signs are left blank: the record stays, and nobody is asked",
        said=(told_us(no="", **OUT),),
        not_owed=("find out",),
        alarm=False,
        source=LEFT,
    ),
    Situation(
        what="a talk does not know if she is at risk: it is not left as texts only",
        said=(told_us(), talked(harm=NOT_KNOWN)),
        refused=((corrected("concern", told_us(**OUT)), "scope"),),
        source=LEFT,
    ),
    Situation(
        what="texts only, and then she says that she is at risk",
        said=(told_us(**OUT), talked(harm=YES)),
        owed=("tell social care · ava by at once", "tell police · ava by at once"),
        alarm=True,
        source=LEFT,
    ),
    # Each child by a sign
    Situation(
        what="pressure on one of two who are pictured: told of her, and he says no of himself",
        said=(
            told_us(TWO, coercion=YES),
            told(SOCIAL_CARE),
            told(POLICE),
            talked("ben", coercion=NO),
        ),
        not_owed=("tell",),
        source=OWN_RIGHT,
    ),
    Situation(
        what="he said no of himself, and then there is pressure on one of two who are pictured",
        said=(
            told_us(TWO),
            talked("ben", coercion=NO),
            found(coercion=YES),
            told(SOCIAL_CARE),
            told(POLICE),
        ),
        owed=("tell social care · ben", "tell police · ben"),
        source=OWN_RIGHT,
    ),
)
