"""What is owed for what was found: open signs, demands, what the initial review asked for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from app.domain.case.ages import TAKES_PART, tells_of_a_time
from app.domain.case.case import Case, yes_since
from app.domain.case.entry import Entry
from app.domain.case.people import CHILDREN
from app.domain.case.signs import same_child
from app.domain.forms.any_time import Note, SignsFound
from app.domain.forms.asked import ImageryKind
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.close import CaseReviewed, Resurfaced
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.copies import ENDS, CopyChanged, CopyState
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import DeletionDecided
from app.domain.forms.extortion import AiMadeImagery, DemandsRecorded
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.review import InitialReview
from app.domain.forms.risk import AlsoKnown, RiskAssessed
from app.domain.kit.answers import PersonKind, PersonRef, Role, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.form import Form
from app.domain.kit.in_short import first_sentence
from app.domain.kit.keys import DueKey, DueKind
from app.domain.kit.moments import day_of
from app.domain.kit.record import EntryId
from app.domain.kit.stage import Sign
from app.domain.owed.row import YES, Owed, Weight, by_limit, said_since, sign_since
from app.domain.rules.time_limits import TimeLimits, on_the_day


def signs(case: Case, limits: TimeLimits) -> Iterator[Owed]:
    """Yield each sign that is not known, or was never answered: neither is ever “no”.

    Harm and blackmail, and any sign where there is blackmail, are found out the same day.
    """
    blackmail = case.signs[Sign.EXTORTION].said_yes
    for sign, state in case.signs.items():
        if state.answer not in {None, YesNoUnknown.NOT_KNOWN}:
            continue
        since = sign_since(case, sign) if state.entry else case.opened
        whom = [one for one in state.open_of if one in case.names]
        urgent = blackmail or sign in {Sign.HARM, Sign.EXTORTION}
        yield Owed(
            key=DueKey(DueKind.FIND_OUT, sign),
            what=f"Find out: {sign.label}",
            because=" · ".join((_OPEN[state.answer], *map(case.names.__getitem__, whom))),
            since=since,
            due=on_the_day(since) if urgent else by_limit(limits, "find_out", since),
            form=SignsFound,
            weight=Weight.DANGER if urgent else Weight.STEP,
        )


_OPEN = {
    None: "Nobody has answered this yet",
    YesNoUnknown.NOT_KNOWN: "“Not known” is never “no”",
}


def decide_again(case: Case) -> Iterator[Owed]:
    """Yield the decision to be made again, for each child and sign answered yes since."""
    for yes in yes_since(case, DecisionMade):
        since = max(yes.at, case.entry(yes.entry).sealed.recorded)
        known = filter(None, (yes.sign.label, case.names.get(yes.about)))
        yield Owed(
            key=DueKey(DueKind.DECIDE_AGAIN, yes.sign, yes.about),
            what="Decide again: a sign has come up",
            because=f"The decision was made before this was known: {' · '.join(known)}",
            since=since,
            due=since,
            form=DecisionMade,
            weight=Weight.DANGER,
            about=(yes.about,) if yes.about else (),
        )


def shared_again(case: Case) -> Iterator[Owed]:
    """Yield looking at the decision again, where it came again and no sign asks for more.

    It was shared again, or a further time is told of since: a further concern has its own decision.
    """
    said: Entry | None = None
    because, decided_on = "", case.opened
    again = case.stands.yes_in(Fact.AGAIN)
    for entry in case.current:
        form = entry.form
        if isinstance(form, DecisionMade | CaseReviewed):
            said, decided_on = None, entry.at
        elif entry.root in again or isinstance(form, Resurfaced):
            said, because = entry, "It is said to have been shared again"
        elif not form.is_event and tells_of_a_time(form, day_of(decided_on)):
            said, because = entry, "It is said to have happened again"
    if said and case.all_of(DecisionMade) and not yes_since(case, DecisionMade):
        yield Owed(
            key=DueKey(DueKind.DECISION_REVIEW, said.root),
            what="Look at the decision again",
            because=because,
            since=said.at,
            due=on_the_day(said.at),
            form=DecisionMade,
            weight=Weight.STEP,
            aside=True,
        )


def demands(case: Case) -> Iterator[Owed]:
    """Yield the form on demands, and who is with the learner tonight, where there is blackmail.

    Source: NCA alert for education settings (April 2024).
    """
    made = case.all_of(DemandsRecorded)
    for about, since in _threatened_since(case, made).items():
        yield Owed(
            key=DueKey(DueKind.DEMANDS, about),
            what="Take down the demands and threats, and who is with them tonight",
            because=f"Answered yes: {Sign.EXTORTION.label}",
            since=since,
            due=on_the_day(since),
            form=DemandsRecorded,
            weight=Weight.DANGER,
            about=(about,) if about else (),
            aside=True,
        )
    newest = {form.learner: form.at.at for form in made}
    for learner, at in newest.items():
        if not said_since(case, Fact.WHEREABOUTS, learner, at):
            yield Owed(
                key=DueKey(DueKind.TONIGHT, learner),
                what="Find out who is with them today and tonight",
                because=f"Demands and threats: {case.names.get(learner, '')}",
                since=at,
                due=on_the_day(at),
                form=Note,
                weight=Weight.DANGER,
                about=(learner,),
                aside=True,
            )


def _threatened_since(
    case: Case, made: tuple[DemandsRecorded, ...]
) -> Mapping[PersonRef, datetime]:
    """Return of whom demands are still to be taken down, since when (UTC); "" for nobody named.

    What was taken down that day, or later, is what a yes is about; of one that only weighs what is
    known, whatever was taken down before.
    """
    found: dict[PersonRef, datetime] = {}
    for yes in case.yeses:
        taken_down = any(
            same_child(yes.about, form.learner)
            and (yes.weighed or day_of(form.at) >= day_of(yes.at))
            for form in made
        )
        if yes.sign is Sign.EXTORTION and not taken_down:
            found.setdefault(yes.about, yes.at)
    return found


def review(case: Case) -> Iterator[Owed]:
    """Yield what the newest initial review asked for: information, removal, another college."""
    held = [(at, one) for at, one in enumerate(case.current) if isinstance(one.form, InitialReview)]
    for place, entry in held[-1:]:
        assert isinstance(entry.form, InitialReview)
        for kind, form, what in _asked_for(case, entry.form, place):
            yield Owed(
                key=DueKey(kind, entry.root),
                what=what,
                because="The initial review asked for it",
                since=entry.at,
                due=on_the_day(entry.at),
                form=form,
                weight=Weight.STEP,
                aside=True,
            )


def told_to_the_learner(case: Case) -> Iterator[Owed]:
    """Yield what a learner has still to be told, by the newest answer about each.

    Source: KCSIE 2026, paragraphs 14 and 15 (confidentiality is never promised); the college's
    guidance, “The police response” (nobody can say that it never shows).
    """
    for key, entry, learner in _untold(case):
        kind = DueKind(key.kind)
        yield Owed(
            key=key,
            what=_TELL[kind],
            because=" · ".join(filter(None, (entry.form.title, case.names.get(learner, "")))),
            since=entry.at,
            due=on_the_day(entry.at),
            form=LearnerConversation if kind is DueKind.LIMITS else Note,
            weight=Weight.STEP,
            about=(learner,) if learner else (),
            aside=True,
        )


_TELL = {
    DueKind.AWARE: "Tell the learner shown that it is about, with somebody beside them",
    DueKind.LIMITS: "Tell the learner what is shared, with whom and why",
    DueKind.CHECKS: "Tell the learner honestly what the outcome can mean for later checks",
}


def _untold(case: Case) -> Iterator[tuple[DueKey, Entry, PersonRef]]:
    """Yield each no that stands: its key, the entry that says so, and the learner, if it is one."""
    newest: dict[DueKey, tuple[YesNoUnknown, Entry, PersonRef]] = {}
    for entry in case.current:
        if isinstance(entry.form, LearnerConversation):  # whoever is spoken with of it knows
            newest.pop(DueKey(DueKind.AWARE, entry.form.learner), None)
        said, keys = _told_or_not(case, entry.form)
        if said:
            newest |= {key: (said, entry, learner) for key, learner in keys.items()}
    for key, (said, entry, learner) in newest.items():
        if said is YesNoUnknown.NO:
            yield key, entry, learner


def _told_or_not(case: Case, form: Form) -> tuple[YesNoUnknown | None, Mapping[DueKey, PersonRef]]:
    """Return whether an entry says that learners were told, and the key of each of them."""
    match form:
        case AiMadeImagery():
            return form.aware, {DueKey(DueKind.AWARE, form.learner): form.learner}
        case LearnerConversation():
            return form.told_limits, {DueKey(DueKind.LIMITS, form.learner): form.learner}
        case BodyOutcome():
            known = [case.people[row.who] for row in form.for_whom if row.who in case.people]
            learners = [one.person.id for one in known if one.person.kind in CHILDREN] or [""]
            about = form.referral
            return form.checks_told, {DueKey(DueKind.CHECKS, about, one): one for one in learners}
        case _:
            return None, {}


_OTHERS = (OtherBody.COLLEGE, OtherBody.OTHER, OtherBody.EARLY_HELP)


def _asked_for(
    case: Case, form: InitialReview, place: int
) -> Iterator[tuple[DueKind, type[Form], str]]:
    """Yield what the review at a place asked for and nothing has settled since.

    Another college or service is contacted anew each time it happened.
    """
    before, later = case.current[:place], case.current[place + 1 :]
    if form.more is YES:
        yield DueKind.MORE, Note, f"Find out more: {first_sentence(form.more_why or '')}"
    if form.remove is YES and _to_remove(case, form, later):
        yield DueKind.REMOVE, RemovalRequested, "Remove or delete copies, or record why not"
    happened = max((one.first for one in before if one.form.is_event), default=case.opened)
    begun = {
        one.opened.about
        for one in case.body_referrals
        if one.opened.body in _OTHERS and case.entry(one.id).first >= happened
    }
    of_others = set(_learners_elsewhere(case))
    untold = len(of_others) > 1 and of_others - begun  # each by their own school or college
    if form.elsewhere is YES and (untold or not begun):  # what was begun is a row of its own
        yield (
            DueKind.ELSEWHERE,
            BodyReferralOpened,
            f"Contact them: {first_sentence(form.elsewhere_why or '')}",
        )


def _learners_elsewhere(case: Case) -> Iterator[PersonRef]:
    """Yield the learners of other schools and colleges who take part."""
    for key, known in case.people.items():
        if known.person.kind is PersonKind.ELSEWHERE and TAKES_PART.intersection(known.roles):
            yield key


def _to_remove(case: Case, review: InitialReview, later: Sequence[Entry]) -> bool:
    """Return whether removal is still to be asked for, by what was recorded after a review.

    It is of each copy that was known of by then, until it is decided what is deleted.
    """
    if any(isinstance(one.form, DeletionDecided) for one in later):
        return False
    waits = (
        copy.state in _AT_HAND and copy.since <= review.held_at.at and not copy.requests
        for copy in case.copies.values()
    )
    return any(waits) or not any(_asked_for_removal(one.form) for one in later)


_AT_HAND = (CopyState.SUSPECTED, CopyState.KNOWN)


def _asked_for_removal(form: Form) -> bool:
    """Return whether an entry says that a copy was asked for, or is gone."""
    asked = isinstance(form, CopyChanged) and form.state in ENDS
    return asked or isinstance(form, RemovalRequested)


def ai_made(case: Case, limits: TimeLimits) -> Iterator[Owed]:
    """Yield the form on AI-made imagery, where it is said to be made or altered: for each learner.

    Until one is recorded it is asked for once.
    """
    for about, since in _altered_since(case).items():
        yield Owed(
            key=DueKey(DueKind.AI_MADE, about),
            what="Record what is known of the AI-made or altered imagery",
            because=" · ".join(
                filter(None, (case.names.get(about), "It is handled like any other imagery"))
            ),
            since=since,
            due=by_limit(limits, "ai_made", since),
            form=AiMadeImagery,
            weight=Weight.STEP,
            about=(about,) if about else (),
            aside=True,
        )


def _altered_since(case: Case) -> Mapping[PersonRef, datetime]:
    """Return of whom altered imagery is to be recorded, since when (UTC); "" for nobody by name.

    A concern says it of whom it names as pictured, a risk assessment of everybody who is.
    """
    since: datetime | None = None
    made, others = set[PersonRef](), set[EntryId]()
    for entry in case.current:
        match entry.form:
            case AiMadeImagery(learner=learner):
                made.add(learner)
            case ConcernReceived(imagery=kinds, people=people):
                if ImageryKind.ALTERED in kinds:
                    since = entry.at if made or not since else since
                    made -= {one.person.id for one in people if Role.PICTURED in one.roles} or made
                else:
                    others.add(entry.root)
            case RiskAssessed(also=known) if AlsoKnown.AI_MADE in known:
                since, others = since or entry.at, set()
    if not since:
        return {}
    if not made:
        return {"": since}
    return {
        key: max(since, part.since)
        for key, one in case.people.items()
        for part in one.parts
        if part.role is Role.PICTURED and not part.until and part.entry not in others
        if one.person.kind in CHILDREN and key not in made
    }
