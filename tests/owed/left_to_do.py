"""Situations: what an answer leaves to be done, and who is to do it."""

from app.domain.forms.concern import Scope
from app.domain.forms.copies import CopyState
from app.domain.forms.extortion import AdviceGiven
from app.domain.forms.parents import Telling
from app.domain.forms.requests import RequestReply
from app.domain.forms.sharing import Basis, InformationShared, Shared
from app.domain.forms.support import StaffWelfare, SupportKind
from app.domain.forms.viewing import ViewingAsked, ViewingRecorded
from app.domain.kit.answers import Money, StaffMember
from tests.casefold import DSL
from tests.domain.gate_answers import VIEWED
from tests.owed.families import HOME
from tests.owed.imagery import SPREAD
from tests.owed.later import (
    MUM_OF_AVA,
    about_telling,
    asked_service,
    closed,
    copies,
    copy_is,
    looked_again,
    not_needed,
    noted,
    plan,
    rang_home,
    reopened,
    service_said,
)
from tests.owed.read import Situation
from tests.owed.story import (
    BOTH,
    again,
    ai_form,
    assessed,
    demanded,
    met,
    not_talked,
    talked,
    told_us,
)
from tests.owed.telling import MAN, NO, NOT_KNOWN, THEN, YES, Step, day, who
from tests.owed.times import HANDLED

NCA = "NCA alert for education settings (April 2024): what the learner is told"
PHOTO = "KCSIE 2026 on AI-made imagery; the data protection officer, where it was the college’s"
SAW = "UKCIS March 2024, viewing imagery: support for whoever saw it"
SHARING = "information sharing guidance (uk-guidance 2.4): who it is about is told"
NEXT = "KCSIE 2026, records: how a concern was followed up"
MEANWHILE = "college guidance: not alone, and supported; whoever nobody speaks with yet as well"
BANK = (AdviceGiven.BANK,)
ALL_BUT_BANK = tuple(one for one in AdviceGiven if one is not AdviceGiven.BANK)
PAID = ({"amount": Money(5000)},)
PRIOR, WYNN = StaffMember("V. Prior", "Supervisor"), StaffMember("A. Wynn", "Librarian")


def shared(about="ava", **answers) -> Step:
    """Something was shared with a club."""
    given = {"decision": Shared.SHARED, "recipient": "The rowing club", "about": about, "by": DSL}
    given |= {"at": THEN, "what": "That she needs a break.", "basis": Basis.TASK, "why": "Asked."}
    return Step(InformationShared, given | answers)


def asked_staff(**seen) -> Step:
    """Staff were asked whether they saw it: `asked_staff(prior=YES, wynn=NO)`."""
    names = {"prior": PRIOR, "wynn": WYNN}
    rows = tuple({"who": names[one], "seen": said, "how": "So."} for one, said in seen.items())
    given = {"asked_at": THEN, "asked_by": DSL, "staff": rows, "why": "They were near it."}
    return Step(ViewingAsked, given)


def viewed(by=PRIOR) -> Step:
    """A member of staff saw it."""
    return Step(ViewingRecorded, VIEWED | {"viewed_by": by})


def cared_for(one=PRIOR) -> Step:
    """A member of staff was asked how they are."""
    given = {"who": one, "by": DSL, "at": THEN, "why": "A screen.", "offered": "A break."}
    return Step(StaffWelfare, given)


ROWS = (
    # Demands and threats
    Situation(
        what="demands, and not all of the advice was given",
        said=(told_us(extortion=YES), demanded(advice=(AdviceGiven.DO_NOT_PAY,))),
        owed=("advice · ava by thu 17:00",),
        source=NCA,
    ),
    Situation(
        what="demands, the rest of the advice given the second time",
        said=(
            told_us(extortion=YES),
            demanded(advice=(AdviceGiven.DO_NOT_PAY,)),
            demanded(advice=ALL_BUT_BANK),
        ),
        not_owed=("advice",),
        source=NCA,
    ),
    Situation(
        what="money went, and nobody said to tell the bank",
        said=(told_us(extortion=YES), demanded(advice=ALL_BUT_BANK, paid=PAID)),
        owed=("advice · ava",),
        source=NCA,
    ),
    Situation(
        what="no money went: the bank needs no word",
        said=(told_us(extortion=YES), demanded(advice=ALL_BUT_BANK)),
        not_owed=("advice",),
        source=NCA,
    ),
    Situation(
        what="advice that a note says was given",
        said=(told_us(extortion=YES), demanded(), noted("advice:ava")),
        not_owed=("advice",),
        source=NCA,
    ),
    Situation(
        what="demands, and no adult she can go to",
        said=(told_us(extortion=YES), demanded()),
        owed=("named adult · ava by thu 17:00",),
        source=NCA,
    ),
    Situation(
        what="demands, and the adult she can go to is named in the plan",
        said=(told_us(extortion=YES), demanded(), plan(named_adult=DSL)),
        not_owed=("named adult",),
        source=NCA,
    ),
    Situation(
        what="a named adult in the plan, and nobody’s name",
        said=(told_us(), plan(kinds=(SupportKind.ADULT,))),
        owed=("named adult · ava",),
        source="KCSIE 2026, part five: support",
    ),
    Situation(
        what="he threatens to send it to her grandmother",
        said=(told_us(extortion=YES), demanded(threatened="Her grandmother and the team.")),
        owed=("threatened · ava by thu 17:00",),
        source="NCA alert for education settings (April 2024)",
    ),
    Situation(
        what="he has sent it to her grandmother: nobody is told before it any more",
        said=(
            told_us(extortion=YES),
            demanded(threatened="Her grandmother.", carried_out=YES),
        ),
        owed=("copies",),
        not_owed=("threatened",),
        source="NCA alert for education settings (April 2024)",
    ),
    Situation(
        what="he has sent it to her grandmother, and then demands more",
        said=(
            told_us(extortion=YES),
            demanded(threatened="Her grandmother.", carried_out=YES),
            demanded(),
        ),
        not_owed=("threatened",),
        source="NCA alert for education settings (April 2024)",
    ),
    # AI-made imagery
    Situation(
        what="AI-made, and nobody knows if it was a photograph of the college",
        said=(told_us(), ai_form(college_photo=NOT_KNOWN)),
        owed=("college photo · ava",),
        source=PHOTO,
    ),
    Situation(
        what="AI-made from a photograph of the college, and the officer was told",
        said=(told_us(), ai_form(college_photo=YES, data_officer="Today, by R. Okafor")),
        not_owed=("college photo",),
        source=PHOTO,
    ),
    Situation(
        what="AI-made, and it was no photograph of the college after all",
        said=(told_us(), ai_form(college_photo=NOT_KNOWN), ai_form(college_photo=NO)),
        not_owed=("college photo",),
        source=PHOTO,
    ),
    Situation(
        what="AI-made, perhaps from a photograph of the college, and told again without it",
        said=(told_us(), ai_form(college_photo=NOT_KNOWN), ai_form()),
        owed=("college photo · ava",),
        source=PHOTO,
    ),
    # Staff who saw it
    Situation(
        what="one of two members of staff saw it",
        said=(told_us(), asked_staff(prior=YES, wynn=NO)),
        owed=("staff welfare by fri 17:00",),
        source=SAW,
    ),
    Situation(
        what="nobody saw it",
        said=(told_us(), asked_staff(prior=NO, wynn=NO)),
        not_owed=("staff welfare",),
        source=SAW,
    ),
    Situation(
        what="she saw it, it is recorded how, and she was asked how she is",
        said=(told_us(), asked_staff(prior=YES), viewed(), cared_for()),
        not_owed=("staff welfare",),
        source=SAW,
    ),
    Situation(
        what="two saw it, and one of them was asked how they are",
        said=(told_us(), asked_staff(prior=YES, wynn=YES), cared_for(WYNN)),
        owed=("staff welfare",),
        source=f"{SAW}; person by person",
    ),
    # Shared, and who knows
    Situation(
        what="something of her was shared, and nobody says whether she knows",
        said=(told_us(), shared()),
        owed=("shared about · ava by thu 17:00",),
        source=SHARING,
    ),
    Situation(
        what="something of her was shared, and it is not known whether she knows",
        said=(told_us(), shared(they_know=NOT_KNOWN)),
        owed=("shared about · ava",),
        source=SHARING,
    ),
    Situation(
        what="something was shared, and she knows; or there is a reason why not",
        said=(told_us(), shared(they_know=YES), shared(they_know=NO, not_told_why="Tomorrow.")),
        not_owed=("shared about",),
        source=SHARING,
    ),
    Situation(
        what="something was refused, or shared of a man who may have harmed",
        said=(
            told_us(who((MAN, "asked"))),
            shared("man"),
            shared(decision=Shared.REFUSED, basis=None),
        ),
        not_owed=("shared about",),
        source=SHARING,
    ),
    # Not spoken with
    Situation(
        what="nobody speaks with him yet, and nobody says who looks after him",
        said=(told_us(BOTH), not_talked("ben", review_on=day("mon"))),
        owed=("meanwhile · ben by thu 17:00", "decide on the learner conversation · ben"),
        source=MEANWHILE,
    ),
    Situation(
        what="nobody speaks with him yet, and it says who looks after him",
        said=(told_us(BOTH), not_talked("ben", meanwhile="His tutor sees him twice a day.")),
        not_owed=("meanwhile",),
        source=MEANWHILE,
    ),
    Situation(
        what="nobody spoke with him, and then somebody did",
        said=(told_us(BOTH), not_talked("ben"), talked("ben")),
        not_owed=("meanwhile",),
        source=MEANWHILE,
    ),
    # What is next
    Situation(
        what="it is about again: what was to happen next",
        said=(told_us(), again(on="fri 10:00")),
        owed=("next step by mon 17:00",),
        source=NEXT,
    ),
    Situation(
        what="it is about again, and what was to happen next is done",
        said=(told_us(), again(on="fri 10:00"), noted("next_step:again")),
        not_owed=("next step",),
        source=NEXT,
    ),
    Situation(
        what="opened again: what was to happen next",
        said=(*HANDLED, closed(), reopened(on="thu+1 09:00")),
        owed=("next step by fri+1 17:00",),
        source=NEXT,
    ),
    Situation(
        what="a service refused, and it says what is next",
        said=(
            told_us(BOTH),
            copies(),
            asked_service(),
            service_said(RequestReply.REFUSED, next_step="We ask the hotline."),
        ),
        owed=("next step",),
        source=NEXT,
    ),
    Situation(
        what="a service refused, and the copy is confirmed gone",
        said=(
            told_us(BOTH),
            copies(),
            asked_service(),
            service_said(RequestReply.REFUSED, next_step="We ask the hotline."),
            copy_is(CopyState.CONFIRMED),
        ),
        not_owed=("next step",),
        source=NEXT,
    ),
    Situation(
        what="a service has not answered: its clock says what is next, and nothing else",
        said=(
            told_us(BOTH),
            copies(),
            asked_service(),
            service_said(RequestReply.NOTHING, next_step="We ask again."),
        ),
        not_owed=("next step",),
        source=NEXT,
    ),
    Situation(
        what="a review of the case agrees who does what",
        said=(
            told_us(),
            looked_again(
                actions=({"what": "Ring the GP", "who": DSL, "by": day("mon"), "why": "Asked."},)
            ),
        ),
        owed=("ring the gp by mon 17:00",),
        source=NEXT,
    ),
    Situation(
        what="texts without imagery, to be passed on to her tutor",
        said=(told_us(scope=Scope.NO_IMAGERY, goes_to="Her tutor, about texts."),),
        owed=("goes to by thu 17:00",),
        alarm=False,
        source="college guidance, “What is sexting?”: it goes where it belongs",
    ),
    Situation(
        what="texts without imagery, and her tutor has it",
        said=(
            told_us(scope=Scope.NO_IMAGERY, goes_to="Her tutor, about texts."),
            noted("goes-to:concern"),
        ),
        not_owed=("goes to",),
        source="college guidance, “What is sexting?”: it goes where it belongs",
    ),
    # Spread and removal
    Situation(
        what="the risk assessment says that it is online, and no copy was ever entered",
        said=(told_us(), not_needed("copies:concern"), assessed(online=YES)),
        owed=("copies",),
        source=SPREAD,
    ),
    Situation(
        what="the review meeting says that it went further, and no copy was ever entered",
        said=(told_us(), not_needed("copies:concern"), met(spread=YES)),
        owed=("copies",),
        source=SPREAD,
    ),
    Situation(
        what="the risk assessment says that it went to several, and copies are entered",
        said=(told_us(BOTH), copies(), assessed(several=YES, beyond=YES)),
        not_owed=("copies",),
        source=SPREAD,
    ),
    Situation(
        what="the plan promises help with removal, and nobody was asked",
        said=(told_us(BOTH), copies(), plan(kinds=(SupportKind.REMOVAL,))),
        owed=("remove · ava",),
        source=SPREAD,
    ),
    Situation(
        what="the plan promises help with removal, and a service was asked",
        said=(told_us(BOTH), copies(), plan(kinds=(SupportKind.REMOVAL,)), asked_service()),
        not_owed=("remove",),
        source=SPREAD,
    ),
    # Parents
    Situation(
        what="her tutor tells her mother on Monday",
        said=(
            told_us(),
            MUM_OF_AVA,
            about_telling("mum", Telling.TELL, by="mon", teller=StaffMember("M. Reyes", "Tutor")),
        ),
        owed=("inform · mum · ava by mon 17:00",),
        source=HOME,
    ),
    Situation(
        what="her tutor has told her mother",
        said=(
            told_us(),
            MUM_OF_AVA,
            about_telling("mum", Telling.TELL, teller=StaffMember("M. Reyes", "Tutor")),
            rang_home("mum"),
        ),
        not_owed=("inform",),
        source=HOME,
    ),
)
