"""Situations: one answer, of one person, at one time, silences nothing of another."""

import msgspec

from app.domain.forms.asked import ImageryKind
from app.domain.forms.bodies import Restraint
from app.domain.forms.concern import Scope
from app.domain.forms.copies import CopyState, HolderKind
from app.domain.forms.requests import RequestReply
from tests.casefold import DSL
from tests.owed.families import HOME
from tests.owed.imagery import SPREAD
from tests.owed.later import (
    PARENTS_OF_AVA,
    asked_service,
    closed,
    copies,
    copy_is,
    deletion,
    lifted,
    looked_again,
    named,
    plan_looked_at,
    rang_home,
    service_said,
)
from tests.owed.left_to_do import SAW, WYNN, asked_staff, viewed
from tests.owed.read import Situation
from tests.owed.signs import ANY_POINT, NOBODY, SCOPE
from tests.owed.story import (
    BOTH,
    COLLEGE,
    LADO,
    NO_ACTION,
    POLICE,
    POLICE_NFA,
    SOCIAL_CARE,
    again,
    against,
    ai_form,
    answered,
    demanded,
    found,
    met,
    principal_told,
    talked,
    told,
    told_us,
)
from tests.owed.telling import (
    ASKED,
    AVA,
    BEN,
    COACH,
    NO,
    NOT_KNOWN,
    PICTURED,
    RECEIVED,
    YES,
    day,
    moment_of,
    who,
)

PART_FOUR = "KCSIE 2026, part four: each allegation against a member of staff"
CLOSED = "KCSIE 2026, records: what comes after closing is followed up too"
RULE = "our rule: a yes is settled only by what was done after it, about that child"
TUTOR = msgspec.structs.replace(COACH, id="tutor", name="Kit Moss")
WITH_COACH = who((AVA, PICTURED), (COACH, RECEIVED))
ROW = {"held_by": HolderKind.PERSON, "person": "ben", "state": CopyState.KNOWN}
ACTION = {"what": "Ring the GP", "who": DSL, "by": day("thu+1"), "why": "Agreed."}
BEFORE = ({"at": moment_of("-1d 20:00"), "what": "A game."},)
AGAIN = ({"at": moment_of("sat 20:00"), "what": "A game."},)
TOLD_HOME = (told_us(BOTH), PARENTS_OF_AVA, rang_home("mum"), rang_home("dad"))
NOT_SPOKEN = told(POLICE, people_asked=({"who": "ben", "what": Restraint.NOT_SPOKEN},))
ALTERED = {"imagery": (ImageryKind.ALTERED,)}

ROWS = (
    # Signs
    Situation(
        what="of her it is not known; he says no of himself",
        said=(told_us(BOTH), talked(harm=NOT_KNOWN), talked("ben", harm=NO)),
        owed=("find out harm by thu 17:00",),
        source=RULE,
    ),
    Situation(
        what="of her it was not known, and now it is: no",
        said=(told_us(BOTH), talked(harm=NOT_KNOWN), talked(harm=NO), talked("ben", harm=NO)),
        not_owed=("find out",),
        source=RULE,
    ),
    Situation(
        what="of her it was not known, and the whole case is answered no since",
        said=(told_us(BOTH), talked(harm=NOT_KNOWN), found(harm=NO)),
        not_owed=("find out",),
        source=RULE,
    ),
    Situation(
        what="it was not known of anybody; he says no, and she was not asked",
        said=(told_us(BOTH, harm=NOT_KNOWN), talked("ben", harm=NO)),
        owed=("find out harm by thu 17:00",),
        source=RULE,
    ),
    Situation(
        what="it was not known of anybody; she, who is pictured, says no",
        said=(told_us(BOTH, harm=NOT_KNOWN), talked(harm=NO)),
        not_owed=("find out",),
        source=RULE,
    ),
    Situation(
        what="the second person agreed before she said it again",
        said=(
            told_us(harm=YES),
            told(SOCIAL_CARE),
            told(POLICE),
            found(harm=YES, on="fri 09:00"),
        ),
        refused=((against(agreed_at=moment_of("thu 15:00")), "agreed_at"),),
        passed=(against(),),
        source=ANY_POINT,
    ),
    Situation(
        what="an adult has it, by the kind of incident that was chosen",
        said=(told_us(scope=Scope.ADULT),),
        owed=("tell police by at once",),
        alarm=True,
        source=SCOPE,
    ),
    Situation(
        what="a month later a review says to tell them now, and both had ended their part",
        said=(
            told_us(coercion=YES),
            told(SOCIAL_CARE),
            told(POLICE),
            answered(SOCIAL_CARE, NO_ACTION),
            answered(POLICE, POLICE_NFA),
            against(),
            met(on="30d 09:00", refer=YES),
        ),
        owed=("tell social care",),
        alarm=True,
        source="UKCIS March 2024, initial review: the police or social care told now",
    ),
    # What a sign calls for
    Situation(
        what="altered imagery a second time, after the form on the first",
        said=(told_us(**ALTERED), ai_form(), told_us(n="2", on="mon 09:00", **ALTERED)),
        owed=("ai made",),
        source="KCSIE 2026 on AI-made imagery",
    ),
    Situation(
        what="demands on her are written down, and then he says he is threatened too",
        said=(
            told_us(who((AVA, PICTURED), (BEN, PICTURED))),
            demanded(tonight="Her mother."),
            talked("ben", extortion=YES),
        ),
        owed=("demands · ben",),
        source="NCA alert for education settings (April 2024): whoever is threatened",
    ),
    Situation(
        what="demands on her are written down once, and said in her talk the same day",
        said=(told_us(), demanded(tonight="Her mother."), talked(extortion=YES)),
        not_owed=("demands",),
        source="NCA alert for education settings (April 2024): whoever is threatened",
    ),
    # Members of staff
    Situation(
        what="the LADO was told of one member of staff, and then another has a part",
        said=(
            told_us(WITH_COACH),
            told(LADO, "coach"),
            principal_told(),
            named((TUTOR, ASKED), on="mon 09:00"),
        ),
        owed=("tell lado by tue 17:00", "leaders"),
        source=PART_FOUR,
    ),
    Situation(
        what="the principal was told before a member of staff was known to have a part",
        said=(told_us(), principal_told(), named((COACH, RECEIVED), on="mon 09:00")),
        owed=("leaders by mon 17:00",),
        source=PART_FOUR,
    ),
    # Parents
    Situation(
        what="her parents know; then she says in a talk that it happened again",
        said=(*TOLD_HOME, talked(on="mon 09:00", further=AGAIN)),
        owed=("inform · mum · ava by mon 17:00", "inform · dad · ava by mon 17:00"),
        source=f"{HOME}; each time it happened",
    ),
    Situation(
        what="her parents know; then she tells in a talk of a time before that",
        said=(*TOLD_HOME, talked(on="mon 09:00", further=BEFORE)),
        not_owed=("inform · mum", "inform · dad"),
        source=f"{HOME}; they are told as it becomes known, and not asked to be told twice",
    ),
    Situation(
        what="her parents know; then a review of the case hears that it happened again",
        said=(*TOLD_HOME, looked_again(on="mon 09:00", again=YES, again_what="A.", further=AGAIN)),
        owed=("inform · mum · ava by mon 17:00",),
        source=f"{HOME}; each time it happened",
    ),
    Situation(
        what="her parents know; then he says in a talk of himself that it happened again",
        said=(*TOLD_HOME, talked("ben", on="mon 09:00", further=AGAIN)),
        not_owed=("inform · mum", "inform · dad"),
        source=f"{HOME}; no parent is told of another child",
    ),
    # Imagery
    Situation(
        what="the review asks for removal at once, and the copy is looked at: it is still there",
        said=(told_us(BOTH), copies(), met(remove=YES), copy_is(CopyState.KNOWN)),
        owed=("remove",),
        source=SPREAD,
    ),
    Situation(
        what="the review asks for removal at once, and the holder was asked",
        said=(told_us(BOTH), copies(), met(remove=YES), copy_is(CopyState.ASKED)),
        not_owed=("remove",),
        source=SPREAD,
    ),
    Situation(
        what="the police agreed to deletion, and then it happened again",
        said=(told_us(BOTH), copies(), told(POLICE), lifted(), told_us(n="2", on="mon 09:00")),
        refused=((deletion(), "decision"),),
        source="UKCIS March 2024, deletion: what may be evidence waits for the police",
    ),
    Situation(
        what="the police agreed to deletion, and nothing has happened since",
        said=(told_us(BOTH), copies(), told(POLICE), lifted()),
        passed=(deletion(removal="Neither was wanted."),),
        source="UKCIS March 2024, deletion: what may be evidence waits for the police",
    ),
    Situation(
        what="social care answered about her, and then he is pressed too",
        said=(
            told_us(who((AVA, PICTURED), (BEN, PICTURED))),
            told(SOCIAL_CARE),
            answered(SOCIAL_CARE, NO_ACTION),
            talked("ben", coercion=YES, on="mon 09:00"),
        ),
        refused=((deletion(), "decision"),),
        source="UKCIS March 2024, deletion: not before the referral is answered",
    ),
    Situation(
        what="social care answered about her, and she says the same again",
        said=(
            told_us(BOTH, coercion=YES),
            told(SOCIAL_CARE),
            answered(SOCIAL_CARE, NO_ACTION),
            talked(coercion=YES, on="mon 09:00"),
        ),
        passed=(deletion(removal="Neither was wanted."),),
        source="UKCIS March 2024, deletion: not before the referral is answered",
    ),
    Situation(
        what="social care answered about her, and then it happened again",
        said=(
            told_us(BOTH, coercion=YES),
            told(SOCIAL_CARE),
            answered(SOCIAL_CARE, NO_ACTION),
            told_us(n="2", coercion=YES, on="mon 09:00"),
        ),
        refused=((deletion(), "decision"),),
        source="UKCIS March 2024, deletion: not before the referral is answered",
    ),
    Situation(
        what="how one came to see it is recorded, and then another says that they saw it",
        said=(told_us(), asked_staff(prior=YES), viewed(), asked_staff(wynn=YES)),
        owed=("viewing",),
        source=SAW,
    ),
    Situation(
        what="how each came to see it is recorded",
        said=(told_us(), asked_staff(prior=YES, wynn=YES), viewed(), viewed(WYNN)),
        not_owed=("viewing",),
        source=SAW,
    ),
    Situation(
        what="another college was told the first time; the second time the review asks for his",
        said=(
            told_us(),
            told(COLLEGE),
            told_us(n="2", on="30d 09:00"),
            met(on="30d 10:00", elsewhere=YES, elsewhere_why="His."),
        ),
        owed=("elsewhere",),
        source="UKCIS March 2024, initial review: whom to contact, as it is seen now",
    ),
    # After closing
    Situation(
        what="closed; then she says in a talk who has a copy",
        said=(told_us(BOTH), closed(), talked(on="mon 09:00", copies=(ROW,))),
        owed=("reopen",),
        source=CLOSED,
    ),
    Situation(
        what="closed; then the service says that it came back",
        said=(
            told_us(BOTH),
            copies(),
            asked_service(),
            closed(),
            service_said(RequestReply.CAME_BACK, on="mon 09:00"),
        ),
        owed=("reopen",),
        source=CLOSED,
    ),
    Situation(
        what="closed; then she names who has only seen it",
        said=(told_us(BOTH), closed(), talked(copies=(ROW | {"state": CopyState.SEEN},))),
        not_owed=("reopen",),
        source=CLOSED,
    ),
    Situation(
        what="closed; then a review of her support agrees who does what",
        said=(told_us(), closed(), plan_looked_at(on="mon 10:00", actions=(ACTION,))),
        owed=("ring the gp by thu+1 17:00",),
        source=CLOSED,
    ),
    Situation(
        what="closed with an action left open for a reason: it does not come back",
        said=(told_us(), looked_again(actions=(ACTION,)), closed()),
        not_owed=("ring the gp",),
        source=CLOSED,
    ),
    Situation(
        what="closed; then the college is told that it happened again, and every sign is no",
        said=(told_us(), closed(), told_us(n="2", on="mon 09:00")),
        owed=("reopen by at once",),
        source=CLOSED,
    ),
    Situation(
        what="closed; then she says in a talk that it happened again",
        said=(
            told_us(),
            closed(),
            talked(on="mon 09:00", further=AGAIN),
        ),
        owed=("reopen by at once",),
        source=CLOSED,
    ),
    Situation(
        what="closed; then texts only are told of",
        said=(told_us(), closed(), told_us(n="2", scope=Scope.NO_IMAGERY, goes_to="Her tutor.")),
        not_owed=("reopen",),
        source=CLOSED,
    ),
    # Leaving
    Situation(
        what="texts only, told of in a case that is about imagery: the case stays",
        said=(
            told_us(BOTH),
            told_us(n="2", scope=Scope.NO_IMAGERY, goes_to="Her tutor.", imagery=()),
        ),
        owed=("talk with · ava", "decision", "goes to"),
        source=SCOPE,
    ),
    Situation(
        what="texts only, told of twice",
        said=(
            told_us(scope=Scope.NO_IMAGERY, goes_to="Her tutor."),
            told_us(n="2", scope=Scope.NO_IMAGERY, goes_to="Her tutor."),
        ),
        not_owed=("talk with", "decision", *NOBODY),
        source=SCOPE,
    ),
    Situation(
        what="texts only; then it is told that imagery is about",
        said=(told_us(scope=Scope.NO_IMAGERY, goes_to="Her tutor."), again(on="mon 09:00")),
        owed=("talk with · ava", "initial review", "copies"),
        source=SCOPE,
    ),
    # Asked not to
    Situation(
        what="the police ask that nobody speaks with him, and somebody did all the same",
        said=(told_us(BOTH), NOT_SPOKEN),
        refused=(
            (talked("ben"), "despite"),
            (plan_looked_at("ben"), "despite"),
            (looked_again(spoken="ben"), "despite"),
        ),
        passed=(
            plan_looked_at("ben", despite="He came to her by himself."),
            looked_again(spoken="ben", despite="He came to her by himself."),
            looked_again(spoken="ava"),
        ),
        source="uk-guidance 3.5: what the police ask is met again wherever it comes up",
    ),
)
