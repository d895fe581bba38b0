"""What is owed by what was answered: advice not given yet, a next step, telling, care for staff.

Source: NCA alert for education settings (April 2024), what a learner is told; KCSIE 2026 on AI-made
imagery, and part five; UKCIS "Sharing nudes and semi-nudes" (March 2024), viewing imagery (support
for staff); information sharing guidance (uk-guidance 2.4): who it is about is told.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec

from app.domain import names
from app.domain.case.case import Case
from app.domain.case.clock_rules import spoken_with
from app.domain.case.entry import Entry
from app.domain.case.imagery import may_spread, saw_imagery
from app.domain.case.people import CHILDREN
from app.domain.forms.any_time import Note
from app.domain.forms.close import CaseReopened, Resurfaced
from app.domain.forms.concern import ConcernReceived, Scope
from app.domain.forms.conversation import ConversationNotHeld
from app.domain.forms.extortion import AdviceGiven, AiMadeImagery, DemandsRecorded
from app.domain.forms.requests import RemovalReply, RemovalRequested, RequestReply
from app.domain.forms.sharing import InformationShared, Shared
from app.domain.forms.support import StaffWelfare, SupportKind, SupportPlan
from app.domain.kit.answers import PersonKind, PersonRef, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.form import Form
from app.domain.kit.keys import DueKey, DueKind
from app.domain.kit.moments import day_of, write_day
from app.domain.kit.staff import perhaps_same
from app.domain.kit.wording import lower
from app.domain.owed.row import YES, Owed, Weight, by_limit, said_since
from app.domain.rules.time_limits import TimeLimits

OfLearnerT = TypeVar("OfLearnerT", AiMadeImagery, ConversationNotHeld, DemandsRecorded)
"""A form about one learner."""


class _Left(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that an answer leaves to be done: what, about whom, and who or what it is."""

    kind: DueKind
    entry: Entry
    what: str
    about: PersonRef = ""
    detail: str = ""
    subject: str = ""
    form: type[Form] = Note
    weight: Weight = Weight.STEP


def answers(case: Case, limits: TimeLimits) -> Iterator[Owed]:
    """Yield what answers leave to be done; each may be set aside with a reason."""
    for left in (one for rule in _RULES for one in rule(case)):
        since, who = left.entry.at, case.names.get(left.about, "")
        yield Owed(
            key=DueKey(left.kind, left.subject or left.entry.root),
            what=left.what,
            because=" · ".join(filter(None, (left.entry.form.title, who, left.detail))),
            since=since,
            due=by_limit(limits, left.kind, since),
            form=left.form,
            weight=left.weight,
            about=(left.about,) if left.about in case.people else (),
            aside=True,
        )


# Demands and threats


def _advice(case: Case) -> Iterator[_Left]:
    """Yield what a learner who is threatened was not told yet; the bank only where money went."""
    for learner, made in _each_learner(case, DemandsRecorded):
        forms = [form for _, form in made]
        given = {one for form in forms for one in form.advice}
        paid = any(form.paid for form in forms)
        open_still = [
            one for one in AdviceGiven if one not in given and (paid or one is not AdviceGiven.BANK)
        ]
        if open_still:
            said = "; ".join(lower(one.label) for one in open_still)
            yield _Left(
                kind=DueKind.ADVICE,
                entry=made[-1][0],
                what="Tell them what they were not told yet",
                about=learner,
                detail=said,
                subject=learner,
                weight=Weight.DANGER,
            )


def _named_adult(case: Case) -> Iterator[_Left]:
    """Yield naming an adult for whoever is threatened, or was to have one by their plan."""
    plans = [
        (form.child, entry)
        for entry in case.current
        if isinstance(form := entry.form, SupportPlan) and SupportKind.ADULT in form.kinds
    ]
    threatened = [(who, made[-1][0]) for who, made in _each_learner(case, DemandsRecorded)]
    for learner, entry in dict((*plans, *threatened)).items():
        if not case.stands.of(Fact.NAMED_ADULT, learner):
            yield _Left(
                kind=DueKind.NAMED_ADULT,
                entry=entry,
                what="Name the adult they can go to",
                about=learner,
                subject=learner,
            )


def _threatened(case: Case) -> Iterator[_Left]:
    """Yield deciding with the learner who is told before it is sent, until it has been.

    To whom they threaten to send it stays in the entry: a day list may lie open.
    """
    for learner, made in _each_learner(case, DemandsRecorded):
        forms = [form for _, form in made]
        carried_out = [form.carried_out for form in forms if form.carried_out]
        sent = bool(carried_out) and carried_out[-1] is YES
        if not sent and any(form.threatened for form in forms):
            yield _Left(
                kind=DueKind.THREATENED,
                entry=made[-1][0],
                what="Decide with them who is told before it is sent",
                about=learner,
                subject=learner,
            )


def _each_learner(
    case: Case, form: type[OfLearnerT]
) -> Iterator[tuple[PersonRef, list[tuple[Entry, OfLearnerT]]]]:
    """Yield each learner that entries on a form are about, with those entries, oldest first."""
    made: dict[PersonRef, list[tuple[Entry, OfLearnerT]]] = {}
    for entry in case.current:
        if isinstance(told := entry.form, form):
            made.setdefault(told.learner, []).append((entry, told))
    yield from made.items()


# Imagery, removal, and those who saw it


def _college_photo(case: Case) -> Iterator[_Left]:
    """Yield the data protection officer, where a photograph of the college may be behind it."""
    for learner, made in _each_learner(case, AiMadeImagery):
        answered = [(entry, form) for entry, form in made if form.college_photo]
        if not answered:
            continue
        entry, form = answered[-1]  # what a later entry leaves open stands as it was
        if form.data_officer or form.college_photo is YesNoUnknown.NO:
            continue
        what = (
            "Tell the data protection officer"
            if form.college_photo is YES
            else "Find out if it was one of the college’s own photographs"
        )
        yield _Left(
            kind=DueKind.COLLEGE_PHOTO,
            entry=entry,
            what=what,
            about=learner,
            detail="If it was, the data protection officer is told",
            subject=learner,
            form=AiMadeImagery,
        )


def _help_with_removal(case: Case) -> Iterator[_Left]:
    """Yield the removal that a support plan promises, while copies are about and none was asked."""
    about = not case.requests and any(map(may_spread, case.copies.values()))
    for entry in case.current:
        form = entry.form
        if isinstance(form, SupportPlan) and SupportKind.REMOVAL in form.kinds and about:
            yield _Left(
                kind=DueKind.REMOVE,
                entry=entry,
                what="Help with removal, as the support plan says",
                about=form.child,
                form=RemovalRequested,
            )


def _welfare(case: Case) -> Iterator[_Left]:
    """Yield asking each member of staff who saw imagery how they are."""
    cared_for = [form.who for form in case.all_of(StaffWelfare)]
    for who, entry in saw_imagery(case):
        if not any(perhaps_same(who, other) for other in cared_for):
            yield _Left(
                kind=DueKind.STAFF_WELFARE,
                entry=entry,
                what="Ask the member of staff how they are",
                detail=who.name,
                subject=names.key(who.name),
                form=StaffWelfare,
            )


# Telling, and what is next


def _they_know(case: Case) -> Iterator[_Left]:
    """Yield telling whoever it is about that something was shared, or saying why not."""
    for entry in case.current:
        form = entry.form
        if not isinstance(form, InformationShared) or form.decision is not Shared.SHARED:
            continue
        known = case.people.get(form.about or "")
        if not known or known.person.kind not in (*CHILDREN, PersonKind.PARENT):
            continue
        if form.they_know is not YES and not form.not_told_why:
            yield _Left(
                kind=DueKind.SHARED_ABOUT,
                entry=entry,
                what="Tell whoever it is about that it was shared, or say why not",
                about=known.person.id,
                detail=write_day(day_of(form.at)),
            )


def _meanwhile(case: Case) -> Iterator[_Left]:
    """Yield who looks after a learner whom nobody speaks with yet, and nobody has since."""
    for learner, made in _each_learner(case, ConversationNotHeld):
        entry, _ = made[-1]
        later = case.current[case.current.index(entry) + 1 :]
        seen = any(learner in spoken_with(one.form) for one in later)
        looked_after = (
            any(form.meanwhile for _, form in made)
            or case.stands.of(Fact.NAMED_ADULT, learner)
            or said_since(case, Fact.WHEREABOUTS, learner, entry.at)
            or any(one.child == learner for one in case.all_of(SupportPlan))
        )
        if not seen and not looked_after:
            yield _Left(
                kind=DueKind.MEANWHILE,
                entry=entry,
                what="Say who looks after them meanwhile",
                about=learner,
                subject=learner,
            )


def _next_step(case: Case) -> Iterator[_Left]:
    """Yield what was to happen next: it came back, a case was opened again, a service answered.

    While an answer is still awaited the clock of the request says what is next.
    """
    for entry in case.current:
        form = entry.form
        if isinstance(form, Resurfaced | CaseReopened) or (
            isinstance(form, RemovalReply) and _waits_for_us(case, form)
        ):
            yield _Left(
                kind=DueKind.NEXT_STEP,
                entry=entry,
                what="Do what was to happen next",
                detail=form.next_step or "",
            )


def _waits_for_us(case: Case, reply: RemovalReply) -> bool:
    """Return whether a service has answered, nothing was asked since, and a copy may be about."""
    request = case.requests.get(reply.request)
    if request is None or reply.reply not in _ANSWERED or not reply.next_step:
        return False
    copies = [one for key, one in case.copies.items() if request.opened.copy in (key, None)]
    about = not copies or any(map(may_spread, copies))
    later = [
        one
        for one in case.requests.values()
        if one.opened.sent_at.at > reply.at.at and one.opened.copy == request.opened.copy
    ]
    return about and not later and request.replies[-1] == reply


_ANSWERED = (RequestReply.REMOVED, RequestReply.REFUSED, RequestReply.CAME_BACK)


def _elsewhere(case: Case) -> Iterator[_Left]:
    """Yield passing on what the guidance does not cover."""
    for entry in case.current:
        form = entry.form
        if isinstance(form, ConcernReceived) and form.scope is Scope.NO_IMAGERY and form.goes_to:
            yield _Left(
                kind=DueKind.GOES_TO,
                entry=entry,
                what="Pass it on to where it belongs",
                detail=form.goes_to,
            )


_RULES: tuple[Callable[[Case], Iterator[_Left]], ...] = (
    _advice,
    _named_adult,
    _threatened,
    _college_photo,
    _help_with_removal,
    _welfare,
    _they_know,
    _meanwhile,
    _next_step,
    _elsewhere,
)
