"""What is owed outside the college: bodies to be told, referrals begun, answers not to be left."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from app.domain.case.case import Case
from app.domain.case.duty import considered, owed_since, settled
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.decision import Body, DecisionMade
from app.domain.forms.duty import DutyConsidered
from app.domain.forms.knowledge import Knower, Knowing, KnowledgeNoted
from app.domain.forms.social_care import ReferralCall, ReferralEscalated, ReferralOpened
from app.domain.kit.answers import PersonRef
from app.domain.kit.form import Form
from app.domain.kit.keys import DueKey, DueKind
from app.domain.kit.moments import day_of, write_day
from app.domain.kit.record import EntryId
from app.domain.owed.allegations import staff_since, staff_with_a_part
from app.domain.owed.called import Call, is_of
from app.domain.owed.calls import calls_of, waiting_on
from app.domain.owed.dropped import dropped_by_bodies, escalations_of
from app.domain.owed.people import involved_since
from app.domain.owed.row import Owed, Weight, by_limit
from app.domain.rules.adult_care import adult_care_for, adult_care_since
from app.domain.rules.time_limits import TimeLimits, end_of, on_the_day


def telling(case: Case, limits: TimeLimits) -> Iterator[Owed]:
    """Yield each body that has to be told, or the referral to it that was started and not made."""
    begun = {call: waiting_on(case, call) for call in calls_of(case)}
    for call, referral in begun.items():
        if not referral:
            yield _call(case, limits, call)
    yield from _started(case, {referral: call.working for call, referral in begun.items()})


def _call(case: Case, limits: TimeLimits, call: Call) -> Owed:
    form, subject = _form_of(case, call)
    about = (call.about,) if call.about else ()
    who = case.names.get(call.about, "")
    return Owed(
        key=DueKey(DueKind.REFER, subject, call.about),
        what=_what(call),
        because=" · ".join(filter(None, (call.because, who))),
        since=call.again if call.working and call.again else call.since,
        due=_due(call, limits),
        form=form,
        weight=_weight(call),
        about=about,
        aside=call.working,
    )


def _what(call: Call) -> str:
    if call.working:
        return f"Tell them of this too: {call.body.label}"
    if call.body is Body.SOCIAL_CARE:
        return "Refer now, or decide otherwise with a second person"
    return f"Refer now: {call.body.label}"


def _due(call: Call, limits: TimeLimits) -> datetime:
    if call.working:
        return on_the_day(call.since)
    return by_limit(limits, "lado", call.since) if call.body is OtherBody.LADO else call.since


def _weight(call: Call) -> Weight:
    if call.working:
        return Weight.DANGER
    return Weight.REFER if call.first else Weight.REFER_TOO


def _form_of(case: Case, call: Call) -> tuple[type[Form], str]:
    """Return the form by which a body is told, and what the key says of the body."""
    if call.body is Body.SOCIAL_CARE:
        known = [
            one.id
            for one in case.referrals
            if one.made and is_of(case, call.sign, call.about, call.body, one.opened.child)
        ]
        return (ReferralCall, known[-1]) if known else (ReferralOpened, "")
    return BodyReferralOpened, call.body.value


def _started(case: Case, waits: Mapping[EntryId, bool]) -> Iterator[Owed]:
    """Yield each referral that was started while nobody has been told yet.

    One that no sign and no decision calls for may be set aside: nobody is caught in it. `waits` are
    those that are called for, by whether that body works on the child already.
    """
    for one in case.referrals:
        if not one.made:
            yield _begun(case, waits, one.id, ReferralCall, one.opened.child)
    for told in case.body_referrals:
        if not told.made:
            yield _begun(case, waits, told.id, BodyContact, told.opened.about)


def _begun(
    case: Case,
    waits: Mapping[EntryId, bool],
    referral: EntryId,
    form: type[Form],
    about: PersonRef | None,
) -> Owed:
    phoned = form is ReferralCall
    working = waits.get(referral)
    recorded = case.entry(referral).sealed.recorded
    return Owed(
        key=DueKey(DueKind.CALL if phoned else DueKind.TELL, referral),
        what="Phone the referral through" if phoned else _made(case, referral),
        because="A referral was started and nobody has been told yet",
        since=recorded,
        due=recorded,
        form=form,
        weight=_WEIGHT_STARTED[working],
        about=(about,) if about else (),
        aside=working is None,
    )


_WEIGHT_STARTED = {None: Weight.STEP, True: Weight.DANGER, False: Weight.REFER}
"""By whether a body that is called for works on the child already; None where nothing calls."""


def _made(case: Case, referral: EntryId) -> str:
    body = next(one.opened.body for one in case.body_referrals if one.id == referral)
    return f"Make the referral: {body.label}"


def escalations(case: Case) -> Iterator[Owed]:
    """Yield each referral that ended without action while a sign stands."""
    for referral, at in escalations_of(case):
        yield Owed(
            key=DueKey(DueKind.ESCALATE, referral.id),
            what="Escalate, or decide again with a second person",
            because=f"A sign stands, and the answer was “{referral.replies[-1].reply.label}”",
            since=at,
            due=on_the_day(at),
            form=ReferralEscalated,
            weight=Weight.DANGER,
            about=(referral.opened.child,),
        )
    for told, at in dropped_by_bodies(case):
        yield Owed(
            key=DueKey(DueKind.ESCALATE, told.id),
            what=f"Decide again with a second person, or ask {_THEM[told.opened.body]} again",
            because=f"A sign stands, and the answer was “{told.outcomes[-1].answer.label}”",
            since=at,
            due=on_the_day(at),
            form=DecisionMade,
            weight=Weight.DANGER,
            about=(told.opened.about,) if told.opened.about else (),
        )


_THEM = {OtherBody.POLICE: "the police", OtherBody.CEOP: "CEOP", OtherBody.LADO: "the LADO"}


def leaders(case: Case) -> Iterator[Owed]:
    """Yield telling the principal, where a member of staff has a part in the case."""
    since = max(map(staff_since, staff_with_a_part(case)), default=None)
    told = [
        entry.at
        for entry in case.current
        if isinstance(entry.form, KnowledgeNoted)
        and entry.form.who is Knower.LEADERS
        and entry.form.knowing is Knowing.KNOWS
    ]
    if since and not any(at >= since for at in told):
        yield Owed(
            key=DueKey(DueKind.LEADERS),
            what="Tell the principal or whoever stands in for them",
            because="KCSIE 2026, part four: a member of staff has a part in it",
            since=since,
            due=on_the_day(since),
            form=KnowledgeNoted,
            weight=Weight.DANGER,
            aside=True,
        )


def adult_care(case: Case, limits: TimeLimits) -> Iterator[Owed]:
    """Yield telling adult social care of each learner of age who may need care and support.

    Source: Care Act 2014, section 42.
    """
    called = {call.about for call in calls_of(case) if call.body is OtherBody.ADULT_CARE}
    for known in adult_care_for(case, day_of(case.entries[-1].sealed.recorded)):
        if known.person.id in called:
            continue
        since = max(involved_since(known), adult_care_since(case, known))
        yield Owed(
            key=DueKey(DueKind.ADULT_CARE, known.person.id),
            what="Tell adult social care, with their agreement, or record why not",
            because=f"{known.person.name} · Care Act 2014, section 42",
            since=since,
            due=by_limit(limits, "adult_care", since),
            form=BodyReferralOpened,
            weight=Weight.STEP,
            about=(known.person.id,),
            aside=True,
        )


def duty(case: Case, limits: TimeLimits) -> Iterator[Owed]:
    """Yield the duty to report, while it is in force and not settled."""
    duty, began = case.duty, owed_since(case.current, case.duty)
    if duty is None or began is None or settled(case.current):
        return
    newest = considered(case.current)
    put_off = newest.deferred_until if newest else None
    yield Owed(
        key=DueKey(DueKind.MANDATORY_REPORT, case.current[0].root),
        what="Mandatory report: make it, or record why not",
        because=f"In force since {write_day(duty.since)}: {duty.source}",
        since=began,
        due=end_of(put_off) if put_off else by_limit(limits, DueKind.MANDATORY_REPORT, began),
        form=DutyConsidered,
        weight=Weight.DANGER,
    )
