"""Situations: leaving the guidance, closing, what a closed case owes, opening again."""

from datetime import timedelta

from app.domain.forms.concern import Scope
from app.domain.forms.copies import CopyState
from app.domain.kit.answers import StaffMember
from app.domain.kit.moments import moment
from tests.casefold import NOW
from tests.owed.later import (
    MUM_OF_AVA,
    NO_CONTACT,
    NOT_NOW,
    PARENTS_OF_AVA,
    about_telling,
    closed,
    copies,
    corrected,
    looked_again,
    not_needed,
    phone_taken,
    plan,
    plan_looked_at,
    rang_home,
    reopened,
)
from tests.owed.read import Situation
from tests.owed.signs import ANY_POINT, NOBODY
from tests.owed.story import (
    BOTH,
    POLICE,
    SOCIAL_CARE,
    again,
    against,
    assessed,
    decided,
    found,
    met,
    must_not_know,
    started,
    talked,
    told,
    told_us,
    wrote,
)
from tests.owed.telling import AVA, COACH, NOT_KNOWN, PICTURED, YES, day, who
from tests.owed.times import HANDLED

LEAVING = "our rule, leaving is closing; college guidance, “What is sexting?”"
CLOSING = "our rule, closing is a page; KCSIE 2026, records: how it was resolved"
CLOSED_DAYS = "our rule: review days set in a closed case stay on Today, marked closed"
OUT = told_us(scope=Scope.NO_IMAGERY, goes_to="Her tutor, about texts.")
CONTAINED = (
    told_us(),
    met(),
    talked(),
    assessed(),
    decided(),
    copies(CopyState.CONFIRMED),
    MUM_OF_AVA,
    rang_home("mum"),
    plan(),
    looked_again("fri 10:00"),
    looked_again("fri+1 10:00"),
    looked_again("32d 10:00"),
    plan_looked_at(on="32d 11:00"),
)
EARLIER = moment(NOW - timedelta(days=2))

ROWS = (
    # Leaving the guidance
    Situation(
        what="texts without imagery, nothing else",
        said=(OUT,),
        not_owed=("talk with", "inform", "initial review", "copies", *NOBODY),
        alarm=False,
        source=LEAVING,
    ),
    Situation(
        what="texts only, and coercion yes",
        said=(told_us(),),
        refused=(
            (told_us(scope=Scope.NO_IMAGERY, goes_to="Tutor.", coercion=YES), "scope"),
            (told_us(scope=Scope.NO_IMAGERY, goes_to="Tutor.", harm=YES), "scope"),
        ),
        passed=(),
        source="college guidance, “What is sexting?”: texts without imagery are not covered",
    ),
    Situation(
        what="texts only, and the sign raised by an adult’s part",
        said=(told_us(),),
        refused=(
            (
                told_us(
                    who((AVA, PICTURED), (COACH, "asked")),
                    scope=Scope.NO_IMAGERY,
                    goes_to="Tutor.",
                ),
                "scope",
            ),
        ),
        source="our rule: leaving hides no sign",
    ),
    Situation(
        what="a sign found yes in a case that left",
        said=(OUT, found(on="fri 09:00", harm=YES)),
        owed=("tell social care by at once", "tell police by at once"),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="the scope is put right while a referral runs",
        said=(told_us(), told(SOCIAL_CARE), wrote()),
        refused=((corrected("concern", OUT), "scope"),),
        source="college guidance: what runs stays owed, whatever the scope is put right to",
    ),
    Situation(
        what="the scope was put right while a referral ran",
        said=(told_us(), told(SOCIAL_CARE), wrote(), corrected("concern", OUT)),
        owed=("acknowledgement · ava",),
        source="college guidance: what runs stays owed, whatever the scope is put right to",
    ),
    Situation(
        what="a case left with a review day",
        said=(
            told_us(),
            MUM_OF_AVA,
            about_telling("mum", NOT_NOW, look="mon"),
            corrected("concern", OUT),
        ),
        owed=("decide again whether to tell this parent or carer · mum by mon 17:00",),
        not_owed=("talk with · ava",),
        source="our rule: leaving cannot hide a review day",
    ),
    Situation(
        what="a case left with a phone in the safe and a copy known",
        said=(told_us(BOTH), phone_taken(), copies(), corrected("concern", OUT)),
        owed=("custody", "look at copy"),
        source="our rule, leaving is closing",
    ),
    # Closing
    Situation(
        what="closing while a sign stands and nobody is told",
        said=(told_us(harm=YES), met(), talked()),
        refused=((closed(), "outcome"),),
        source=CLOSING,
    ),
    Situation(
        what="closing with one of two learners never spoken with, and no word of it",
        said=(told_us(BOTH), met(), talked("ava"), assessed(), decided()),
        refused=((closed(open_why=None), "open_why"),),
        passed=(closed(open_why="Ben has left the country, and the police speak with him."),),
        source="KCSIE 2026, part five: all children involved; set aside only with words",
    ),
    Situation(
        what="closing with signs never answered",
        said=(told_us(no=""), met(), talked()),
        refused=((closed(), "signs_why"),),
        source="UKCIS, immediate referral",
    ),
    Situation(
        what="closing with a sign not known",
        said=(told_us(adult=NOT_KNOWN), met(), decided()),
        refused=((closed(), "signs_why"),),
        passed=(closed(signs_why="The account was gone; the police could not trace it."),),
        source="UKCIS, immediate referral; “not known” is never “no”",
    ),
    Situation(
        what="closing without a decision",
        said=(told_us(), met(), talked()),
        refused=((closed(), "outcome"),),
        source=CLOSING,
    ),
    Situation(
        what="closing while the police have not answered, and no word of it",
        said=(told_us(), told(POLICE), decided(), copies()),
        refused=((closed(open_why=None), "open_why"),),
        source=f"{CLOSING}; police answers awaited are in it",
    ),
    Situation(
        what="a referral begun without need is named at closing, and can be set aside",
        said=(*CONTAINED, started(POLICE)),
        owed=("ring police · ava",),
        refused=((closed(open_why=None), "open_why"),),
        alarm=False,
        source="KCSIE 2026, records: how it was resolved; a gate never traps",
    ),
    Situation(
        what="a referral begun without need, set aside with a reason",
        said=(*CONTAINED, started(POLICE), not_needed("tell:police-ava")),
        not_owed=("ring",),
        passed=(closed(open_why=None),),
        source="KCSIE 2026, records: how it was resolved; a gate never traps",
    ),
    Situation(
        what="a referral begun that a sign calls for cannot be set aside",
        said=(told_us(adult=YES), started(POLICE), not_needed("tell:police-ava")),
        owed=("ring police · ava",),
        alarm=True,
        source="college guidance, “What is sexting?”: we inform the police",
    ),
    Situation(
        what="everything settled: closes without a word on what is open",
        said=CONTAINED,
        passed=(closed(open_why=None),),
        source="KCSIE 2026, records: how it was resolved",
    ),
    Situation(
        what="closed alone, or by two spellings of one person",
        said=HANDLED,
        refused=(
            (closed(countersigned_by=None), "countersigned_by"),
            (closed(countersigned_by=StaffMember("M Reyes", "Tutor")), "countersigned_by"),
            (closed(countersigned_at=None), "countersigned_at"),
        ),
        passed=(closed(),),
        source="our rule: the second person is another person",
    ),
    Situation(
        what="countersigned two days before what it signs",
        said=HANDLED,
        refused=((closed(countersigned_at=EARLIER), "countersigned_at"),),
        source="our rule: a countersignature cannot be older than what it signs",
    ),
    Situation(
        what="closing twice, or opening what is open",
        said=(*HANDLED, closed()),
        refused=((closed(), "closed_at"),),
        passed=(reopened(),),
        source=CLOSING,
    ),
    Situation(
        what="opening again a case that is open",
        said=HANDLED,
        refused=((reopened(), "reopened_at"),),
        source=CLOSING,
    ),
    # Closed
    Situation(
        what="closed, with a day in June to look again at not telling the father",
        said=(
            *HANDLED,
            PARENTS_OF_AVA,
            about_telling("dad", NO_CONTACT, look="200d"),
            rang_home("mum"),
            closed(),
        ),
        owed=("decide again whether to tell this parent or carer · dad by 200d 17:00",),
        not_owed=("talk with ·", "recontact", "plan for"),
        source=f"{CLOSED_DAYS}",
    ),
    Situation(
        what="closed, with what he must not be told until a day",
        said=(*HANDLED, must_not_know("ava", "thu+2"), closed()),
        owed=("not told · ava by thu+2 17:00",),
        source=CLOSED_DAYS,
    ),
    Situation(
        what="closed, with a plan to look at",
        said=(*HANDLED, plan(), closed()),
        owed=("review the support plan · ava by thu+2 17:00",),
        source=CLOSED_DAYS,
    ),
    Situation(
        what="closed, with a decision to review",
        said=(*HANDLED, closed()),
        owed=("decision review by wed+2 17:00",),
        source=CLOSED_DAYS,
    ),
    Situation(
        what="closed, with a next review of the case",
        said=(*HANDLED, looked_again(on="fri 09:00", next_on=day("thu+2")), closed(on="fri 10:00")),
        owed=("case review by thu+2 17:00",),
        source=CLOSED_DAYS,
    ),
    Situation(
        what="closed, with a plan of somebody to meet on a day",
        said=(told_us(), met(), assessed(), decided(), talked(review_on=day("mon")), closed()),
        owed=("talk with the learner · ava by mon 17:00",),
        source=CLOSED_DAYS,
    ),
    Situation(
        what="closed, and then copies are found",
        said=(*HANDLED, closed(), copies(on="thu+2 10:00")),
        owed=("reopen by at once",),
        source="our rule: copies found in a closed case reopen the question",
    ),
    Situation(
        what="closed, and then she says she wants to die",
        said=(*HANDLED, closed(), found(on="thu+2 10:00", harm=YES)),
        owed=("reopen by at once",),
        alarm=True,
        source=ANY_POINT,
    ),
    Situation(
        what="a harm decided against before closing, and harm again after it",
        said=(told_us(harm=YES), against(), closed(), found(on="thu+2 10:00", harm=YES)),
        owed=("reopen by at once",),
        source=ANY_POINT,
    ),
    Situation(
        what="closed, and it says in a review that it was shared again",
        said=(*HANDLED, plan(), closed(), looked_again("thu+2 10:00", again=YES, again_what="So.")),
        owed=("reopen",),
        source="our rule: shared again re-arms; copies found in a closed case reopen the question",
    ),
    Situation(
        what="opened again: everything unsettled is back",
        said=(told_us(BOTH), met(), decided(), closed(), reopened(on="thu+2 10:00")),
        owed=("talk with · ava", "talk with · ben", "plan for · ben"),
        source=CLOSING,
    ),
    Situation(
        what="opened again by imagery that resurfaced",
        said=(*HANDLED, closed(), again(on="thu+2 10:00")),
        owed=("initial review by fri+2 17:00", "copies"),
        source="our rule, events",
    ),
    Situation(
        what="opened again with a yes: told before it settles nothing",
        said=(
            told_us(coercion=YES),
            told(SOCIAL_CARE),
            told(POLICE),
            met(),
            decided(),
            closed(),
            reopened(on="thu+2 10:00"),
            found(on="thu+2 10:10", harm=YES),
        ),
        owed=("tell social care by at once", "tell police by at once"),
        alarm=True,
        source=ANY_POINT,
    ),
)
