"""Situations: copies, sharing again, removal, devices, deletion, and whose authority it takes."""

import msgspec

from app.domain.forms.asked import ImageryKind
from app.domain.forms.concern import Scope
from app.domain.forms.copies import CopyState
from app.domain.forms.deletion import Agreeing, Hold
from app.domain.forms.device import Movement, Power
from app.domain.forms.requests import RequestReply, Statement
from app.domain.forms.routes import RouteKind
from app.domain.kit.answers import StaffMember, StaffRole
from app.domain.rules.staff import Appointed, Listed, StaffList
from tests.owed.later import (
    KEEPS,
    asked_service,
    copies,
    copy_is,
    deleted,
    deletion,
    lifted,
    looked_again,
    phone_taken,
    phone_went,
    plan,
    plan_looked_at,
    service_said,
)
from tests.owed.read import Situation
from tests.owed.story import BOTH, POLICE, SOCIAL_CARE, again, met, rang, started, told, told_us
from tests.owed.telling import YES, Step

SPREAD = "college guidance: who has seen or shared it, how further distribution can be prevented"
AGAIN = "our rule: shared again in a review re-arms containment"
REMOVAL = "Online Safety Act 2023, section 20A: 48 hours (uk-guidance 4.3)"
DEVICE = "SI 2012/1925, regulation 4: to a constable as soon as reasonably practicable"
DELETION = "college guidance, “Viewing the imagery”: Lead Safeguarding Manager or SMT decides"
WHO = "our rule, who and with what authority"

REYES = Listed(name="M. Reyes", roles=(Appointed(role=StaffRole.SUPERVISOR),))
LISTED = StaffList((REYES,), kept=True)


AGREED = {"hold_agreed": YES, "police_agreed": "PC 4417 A. Singh"}


def named_call(body, on: str) -> Step:
    """A call that a later entry points at."""
    return msgspec.structs.replace(rang(body, on=on), id="rang")


ROWS = (
    Situation(
        what="nobody has said where copies are",
        said=(told_us(),),
        owed=("copies by mon 17:00",),
        source=SPREAD,
    ),
    Situation(
        what="a copy is known to be there",
        said=(told_us(BOTH), copies()),
        owed=("look at copy · ben by mon 17:00",),
        not_owed=("copies",),
        source=SPREAD,
    ),
    *(
        Situation(
            what=f"a copy: {state.label.lower()}",
            said=(told_us(BOTH), copies(), copy_is(state)),
            owed=("look at copy · ben",),
            source=f"{SPREAD}; the holder’s word is one sign",
        )
        for state in (CopyState.ASKED, CopyState.SAYS_GONE, CopyState.UNTRACED, CopyState.SUSPECTED)
    ),
    *(
        Situation(
            what=f"a copy: {state.label.lower()}",
            said=(told_us(BOTH), copies(), copy_is(state)),
            not_owed=("look at copy", "copies"),
            source=SPREAD,
        )
        for state in (CopyState.CONFIRMED, CopyState.HELD)
    ),
    Situation(
        what="the holder is the second sign for himself",
        said=(told_us(BOTH), copies()),
        refused=((copy_is(CopyState.CONFIRMED, confirmed_by="Ben Marsh"), "confirmed_by"),),
        passed=(copy_is(CopyState.CONFIRMED),),
        source="our rule: a second sign that a copy is gone cannot come from its holder",
    ),
    Situation(
        what="the review of a plan says it was shared again",
        said=(
            told_us(BOTH),
            copies(),
            copy_is(CopyState.CONFIRMED),
            plan(),
            plan_looked_at(on="thu+1 10:00", again=YES),
        ),
        owed=("copies by mon+1 17:00",),
        source=AGAIN,
    ),
    Situation(
        what="the review of the case says it was shared again",
        said=(
            told_us(BOTH),
            copies(),
            copy_is(CopyState.CONFIRMED),
            looked_again("thu+1 10:00", again=YES, again_what="In another group."),
        ),
        owed=("copies",),
        source=AGAIN,
    ),
    Situation(
        what="shared again: the decision is looked at again",
        said=(
            told_us(BOTH),
            plan(),
            plan_looked_at(on="thu+1 10:00", again=YES),
        ),
        owed=("copies",),
        source=AGAIN,
    ),
    Situation(
        what="shared again, and where was written down",
        said=(
            told_us(BOTH),
            plan_looked_at(on="thu+1 10:00", again=YES),
            copies(on="thu+1 11:00"),
        ),
        owed=("look at copy · ben",),
        not_owed=("copies",),
        source=AGAIN,
    ),
    Situation(
        what="it resurfaced, and nobody has said where",
        said=(told_us(BOTH), copies(), copy_is(CopyState.CONFIRMED), again(on="thu+1 10:00")),
        owed=("copies", "initial review by fri+1 17:00", "recontact 1 · ava"),
        source="our rule, events: “it happened again on”",
    ),
    Situation(
        what="the initial review wants copies removed",
        said=(told_us(BOTH), met(remove=YES)),
        owed=("remove by thu 17:00",),
        source="our rule: remove at once: yes: a task",
    ),
    Situation(
        what="the initial review wanted them removed, and a service was asked",
        said=(told_us(BOTH), copies(), met(remove=YES), asked_service()),
        owed=("removal check by fri 10:52",),
        not_owed=("remove",),
        source=REMOVAL,
    ),
    Situation(
        what="a statutory report, and no reply yet: the 48 hours of the Act run",
        said=(
            told_us(BOTH),
            copies(),
            asked_service(on="thu 11:00", route=RouteKind.STATUTORY, statements=tuple(Statement)),
            service_said(RequestReply.NOTHING, on="fri 11:00"),
        ),
        owed=("removal due by sat 11:00",),
        not_owed=("removal again",),
        source=REMOVAL,
    ),
    Situation(
        what="asked in the app, and no reply yet: it is asked again, and no law sets a time",
        said=(
            told_us(BOTH),
            copies(),
            asked_service(on="thu 11:00"),
            service_said(RequestReply.NOTHING, on="fri 11:00"),
        ),
        owed=("removal again by sat 11:00",),
        not_owed=("removal due",),
        source=REMOVAL,
    ),
    Situation(
        what="the service removed it",
        said=(told_us(BOTH), copies(), asked_service(), service_said()),
        not_owed=("removal",),
        source=REMOVAL,
    ),
    Situation(
        what="the service refused: the copy stands",
        said=(told_us(BOTH), copies(), asked_service(), service_said(RequestReply.REFUSED)),
        owed=("look at copy · ben",),
        source=REMOVAL,
    ),
    # Devices
    Situation(
        what="a phone is kept",
        said=(told_us(BOTH), phone_taken()),
        owed=("custody by thu+1 17:00",),
        source="UKCIS March 2024, searching devices",
    ),
    *(
        Situation(
            what=f"a phone: {movement.label.lower()}",
            said=(told_us(BOTH), phone_taken(), phone_went(movement)),
            not_owed=("custody",),
            source="UKCIS March 2024, searching devices",
        )
        for movement in (Movement.RETURNED, Movement.POLICE)
    ),
    Situation(
        what="a phone moved to another place is still kept",
        said=(told_us(BOTH), phone_taken(), phone_went(Movement.STORED)),
        owed=("custody",),
        source="UKCIS March 2024, searching devices",
    ),
    Situation(
        what="the sign stands, and the phone went to the police",
        said=(told_us(BOTH, adult=YES), phone_taken(), phone_went(Movement.POLICE)),
        owed=("tell social care",),
        not_owed=("tell police",),
        source="uk-guidance 3.5: they have it from the college’s hand",
    ),
    Situation(
        what="a phone found in a search, said to have an image on it, given back",
        said=(told_us(BOTH), phone_taken(power=Power.FHEA, imagery=YES)),
        owed=("hand over by thu 17:00",),
        refused=((phone_went(Movement.RETURNED), "despite"), (deletion(), "decision")),
        source="SI 2012/1925, regulation 4",
    ),
    # Deletion
    Situation(
        what="to be deleted by today",
        said=(told_us(BOTH), deletion()),
        owed=("deletion · ben by thu 17:00",),
        source=DELETION,
    ),
    Situation(
        what="the learner confirmed it",
        said=(told_us(BOTH), deletion(), deleted()),
        not_owed=("deletion",),
        source=DELETION,
    ),
    Situation(
        what="deletion while the police are told",
        said=(told_us(BOTH), told(POLICE)),
        refused=((deletion(), "decision"),),
        passed=(deletion(decision=KEEPS),),
        source="UKCIS March 2024, deletion of images; copies may be evidence",
    ),
    Situation(
        what="deletion while an adult is involved and nobody is told yet",
        said=(told_us(BOTH, adult=YES),),
        refused=((deletion(), "decision"),),
        source="UKCIS March 2024, deletion of images",
    ),
    Situation(
        what="deletion decided by a tutor",
        said=(told_us(BOTH),),
        refused=(
            (deletion(decided_by=StaffMember("M. Reyes", "Tutor"), authority=None), "authority"),
        ),
        passed=(deletion(),),
        source=DELETION,
    ),
    Situation(
        what="a tutor ticked as Lead Safeguarding Manager",
        said=(told_us(BOTH),),
        refused=((deletion(decided_by=StaffMember("M. Reyes", "Tutor")), "decided_by"),),
        staff=LISTED,
        source=f"{WHO}",
    ),
    Situation(
        what="a hold for the police lifted by the Lead Safeguarding Manager",
        said=(told_us(BOTH), told(POLICE)),
        refused=((lifted(agreeing=Agreeing.LEAD), "agreeing"),),
        source=WHO,
    ),
    Situation(
        what="a hold for the police lifted by them, with a contact in the record",
        said=(told_us(BOTH), told(POLICE)),
        passed=(lifted(),),
        source=f"{WHO}",
    ),
    Situation(
        what="a hold for the police lifted by them, with no contact in the record",
        said=(told_us(BOTH), started(POLICE)),
        refused=((lifted(holds=(Hold.POLICE,), contact="concern"), "contact"),),
        source=f"{WHO}",
    ),
    Situation(
        what="altered imagery, said to be outside the guidance",
        said=(told_us(),),
        refused=(
            (
                told_us(scope=Scope.NO_IMAGERY, goes_to="Tutor.", imagery=(ImageryKind.ALTERED,)),
                "scope",
            ),
        ),
        source="KCSIE 2026, footnote 145",
    ),
    # A request while something is held
    Situation(
        what="removal is held for the police, and a tick says that it is agreed",
        said=(told_us(adult=YES), copies(), started(POLICE)),
        refused=(
            (asked_service(), "hold_agreed"),
            (asked_service(**AGREED), "agreed_in"),
            (asked_service(**AGREED, agreed_in="police-ava"), "agreed_in"),
        ),
        passed=(asked_service(despite="It spreads by the minute."),),
        source=f"{WHO}; UKCIS March 2024, deletion of images",
    ),
    Situation(
        what="removal is held for the police, who agreed when they were rung",
        said=(told_us(adult=YES), copies(), started(POLICE), named_call(POLICE, "thu 12:00")),
        refused=((asked_service(on="thu 11:30", **AGREED, agreed_in="rang"), "agreed_in"),),
        passed=(asked_service(on="thu 12:30", **AGREED, agreed_in="rang"),),
        source=f"{WHO}; UKCIS March 2024, deletion of images",
    ),
    Situation(
        what="removal is held for the police, and social care agreed",
        said=(
            told_us(adult=YES),
            copies(),
            started(SOCIAL_CARE),
            named_call(SOCIAL_CARE, "thu 12:00"),
        ),
        refused=((asked_service(on="thu 12:30", **AGREED, agreed_in="rang"), "agreed_in"),),
        source=f"{WHO}: whoever the hold is for",
    ),
)
