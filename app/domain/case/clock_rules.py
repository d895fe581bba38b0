"""The table of clocks: which answer starts each, what settles it, and what it is called.

The limits are dated data (`resources/clocks.toml`); a clock without a limit there is off.
"""

from datetime import date, datetime
from typing import Any

import msgspec

from app.domain.case.bodies import REPLIED
from app.domain.case.entry import Entry
from app.domain.case.reviews import people_named
from app.domain.forms import EVENTS
from app.domain.forms.bodies import BodyContact
from app.domain.forms.close import CaseReviewed
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.decision import DecisionMade
from app.domain.forms.deletion import DeletionConfirmed, DeletionDecided
from app.domain.forms.outcome import BodyAnswer, BodyOutcome
from app.domain.forms.requests import (
    NOT_STATUTORY,
    STATUTORY,
    RemovalReply,
    RemovalRequested,
    RequestReply,
)
from app.domain.forms.review import InitialReview
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.social_care import (
    ReferralCall,
    ReferralEscalated,
    ReferralReply,
    ReferralSent,
    Reply,
)
from app.domain.kit.acts import Settles
from app.domain.kit.answers import Answer, AnswerKind, PersonRef, YesNoUnknown
from app.domain.kit.filled import answers_of, answers_to_edit
from app.domain.kit.form import Answers, Condition, Form, FormType, name_of, questions_of, said
from app.domain.kit.keys import DueKind, Key, PartKey
from app.domain.kit.moments import Moment


class ClockRule(msgspec.Struct, frozen=True, kw_only=True):
    """The rule of one clock. It has either `start` (with a time limit of its name) or `due_on`.

    `start` is the question of `starts` whose moment begins the clock; without an answer it begins
    when the entry was recorded. `due_on` is the question that names the day. `about` is the
    question by which both sides say which referral or decision they mean; without it any later
    entry settles it. Each is named by a handle of one form, and the other forms ask it under the
    same name. The forms of `settled` settle it, from `from_day` days after it began;
    with `itself` the starting entry settles it at once. `afterwards` counts only what settles it
    later: the same answer may have been given before. `then` is the clock to be over before this
    one is shown. `each_learner` makes one clock for each learner to be spoken with again; any entry
    that shows that somebody spoke with them settles it, or names the day to do so instead.
    """

    name: DueKind
    noun: str
    starts: tuple[type[Form], ...]
    start: object | None = None
    only_if: Condition | None = None
    due_on: object | None = None
    about: object | None = None
    settled: tuple[type[Form], ...] = ()
    settled_if: Condition | None = None
    itself: bool = False
    afterwards: bool = False
    then: DueKind | None = None
    each_learner: bool = False
    from_day: int = 0
    what: str = ""
    because: str = ""

    @property
    def opens(self) -> type[Form] | None:
        """The form that settles it, for the day list; None while there is none."""
        return next(iter(self.settled), None)

    def begins_with(self, entry: Entry) -> bool:
        """Return whether an entry starts this clock."""
        if not isinstance(entry.form, self.starts):
            return False
        if self.due_on:
            return _answer(entry, self.due_on) is not None
        return self.only_if is None or self.only_if.holds(answers_of(entry.form))

    def ends_with(self, form: Form) -> bool:
        """Return whether this form with these answers settles this clock."""
        if self.each_learner:
            return bool(spoken_with(form))
        if not isinstance(form, self.settled):
            return False
        return self.settled_if is None or self.settled_if.holds(answers_of(form))

    def began(self, entry: Entry) -> datetime | None:
        """Return the instant (UTC) that the starting entry names; None if it names none."""
        at = _answer(entry, self.start)
        return at.at if isinstance(at, Moment) else None

    def day(self, entry: Entry) -> date | None:
        """Return the day that the starting entry names as due; None if it names none."""
        day = _answer(entry, self.due_on)
        return day if isinstance(day, date) else None

    def subject(self, entry: Entry) -> str:
        """Return the id of what the clock is about: a referral, a decision, or the entry itself."""
        return str(_answer(entry, self.about) or entry.root)


def _answer(entry: Entry, question: object | None) -> Answer:
    """Return the answer of an entry to a question of this name; None if it has no such question."""
    answer: Answer = getattr(entry.form, name_of(question), None) if question is not None else None
    return answer


_DECIDED = tuple(answer for answer in BodyAnswer if answer is not BodyAnswer.LOOKING)
_FINAL = (RequestReply.REMOVED, RequestReply.REFUSED, RequestReply.CAME_BACK)


def spoken_with(form: Form) -> frozenset[PersonRef]:
    """Return the ids of the people an entry shows somebody spoke with, or saw how they are."""
    return spoken_in(type(form), answers_to_edit(form))


def spoken_in(form: FormType, answers: Answers) -> frozenset[PersonRef]:
    """Return the same from answers, which may still be typed: each row is a mapping."""
    found = set[PersonRef]()
    for question in questions_of(form):
        answer: Any = answers.get(question.name)
        if question.row:
            found.update(*(spoken_in(question.row, row) for row in answer or ()))
        elif question.ask.settles is not Settles.SPEAKING_AGAIN:
            continue
        elif question.kind is AnswerKind.PERSON:
            found.update({answer} - {None, ""})
        elif answer == YesNoUnknown.YES:
            found.update(people_named(form, answers))
    return frozenset(found)


def _recontact(
    name: DueKind, when: str, *, then: DueKind | None = None, from_day: int = 0
) -> ClockRule:
    """Return the rule of one of three clocks for speaking with the learner again."""
    return ClockRule(
        name=name,
        noun=f"speaking with the learner {when}",
        starts=EVENTS,
        start=ConcernReceived.told_at,
        settled=(LearnerConversation,),
        then=then,
        each_learner=True,
        from_day=from_day,
    )


CLOCK_RULES: tuple[ClockRule, ...] = (
    ClockRule(
        name=DueKind.TOLD_DSL,
        noun="telling the Safeguarding Team",
        starts=EVENTS,
        start=ConcernReceived.told_at,
        settled=EVENTS,
        itself=True,
    ),
    ClockRule(
        name=DueKind.INITIAL_REVIEW,
        noun="the initial review meeting",
        starts=EVENTS,
        settled=(InitialReview,),
    ),
    ClockRule(
        name=DueKind.RISK,
        noun="the risk assessment",
        starts=(ConcernReceived,),
        settled=(RiskAssessed,),
    ),
    ClockRule(
        name=DueKind.DECISION,
        noun="the decision whether to refer",
        starts=(ConcernReceived,),
        settled=(DecisionMade,),
    ),
    ClockRule(
        name=DueKind.WRITTEN_CONFIRMATION,
        noun="the written confirmation of the telephone call",
        starts=(ReferralCall,),
        start=ReferralCall.called_at,
        only_if=said(name_of(ReferralCall.reached), YesNoUnknown.YES),
        about=ReferralSent.referral,
        settled=(ReferralSent,),
    ),
    ClockRule(
        name=DueKind.ACKNOWLEDGEMENT,
        noun="an answer from social care",
        starts=(ReferralSent,),
        start=ReferralSent.sent_at,
        about=ReferralReply.referral,
        settled=(ReferralReply,),
    ),
    ClockRule(
        name=DueKind.OUTCOME_CHASE,
        noun="the outcome of the referral",
        starts=(ReferralReply,),
        start=ReferralReply.received_at,
        only_if=said(name_of(ReferralReply.reply), Reply.ACKNOWLEDGED),
        about=ReferralReply.referral,
        settled=(ReferralReply,),
        settled_if=said(name_of(ReferralReply.reply), *REPLIED),
    ),
    ClockRule(
        name=DueKind.ESCALATION_ANSWER,
        noun="the answer to an escalation",
        starts=(ReferralEscalated,),
        start=ReferralEscalated.at,
        about=ReferralReply.referral,
        settled=(ReferralReply,),
        settled_if=said(name_of(ReferralReply.reply), *REPLIED),
        afterwards=True,
    ),
    ClockRule(
        name=DueKind.BODY_ANSWER,
        noun="the answer to the referral",
        starts=(BodyContact,),
        start=BodyContact.at,
        only_if=said(name_of(BodyContact.reached), YesNoUnknown.YES),
        about=BodyOutcome.referral,
        settled=(BodyOutcome,),
        settled_if=said(name_of(BodyOutcome.answer), *_DECIDED),
    ),
    _recontact(DueKind.RECONTACT_1, "after a day"),
    _recontact(DueKind.RECONTACT_7, "after a week", then=DueKind.RECONTACT_1, from_day=2),
    _recontact(DueKind.RECONTACT_30, "after a month", then=DueKind.RECONTACT_7, from_day=14),
    ClockRule(
        name=DueKind.DECISION_REVIEW,
        noun="the review of the decision",
        starts=(DecisionMade,),
        due_on=DecisionMade.review_on,
        settled=(DecisionMade, CaseReviewed),
        what="Review the decision",
        because="The day was set when it was decided",
    ),
    ClockRule(
        name=DueKind.DELETION,
        noun="the learner’s confirmation that copies are deleted",
        starts=(DeletionDecided,),
        due_on=DeletionDecided.delete_by,
        about=DeletionConfirmed.deletion,
        settled=(DeletionConfirmed,),
        what="Ask whether the copies are deleted",
        because="The day was set when deletion was decided",
    ),
    ClockRule(
        name=DueKind.REMOVAL_CHECK,
        noun="asking what came of a removal request",
        starts=(RemovalRequested,),
        start=RemovalRequested.sent_at,
        about=RemovalReply.request,
        settled=(RemovalReply,),
    ),
    ClockRule(
        name=DueKind.REMOVAL_DUE,
        noun="the answer to a statutory report",
        starts=(RemovalRequested,),
        start=RemovalRequested.sent_at,
        only_if=STATUTORY,
        about=RemovalReply.request,
        settled=(RemovalReply,),
        settled_if=said(name_of(RemovalReply.reply), *_FINAL),
        then=DueKind.REMOVAL_CHECK,
    ),
    ClockRule(
        name=DueKind.REMOVAL_AGAIN,
        noun="asking again what came of a removal request",
        starts=(RemovalRequested,),
        start=RemovalRequested.sent_at,
        only_if=NOT_STATUTORY,
        about=RemovalReply.request,
        settled=(RemovalReply,),
        settled_if=said(name_of(RemovalReply.reply), *_FINAL),
        then=DueKind.REMOVAL_CHECK,
    ),
    ClockRule(
        name=DueKind.CASE_REVIEW,
        noun="the next review of the case",
        starts=(CaseReviewed,),
        due_on=CaseReviewed.next_on,
        settled=(CaseReviewed,),
        what="Review the case",
        because="The day was set at the last review",
    ),
)


_OTHER_NOUNS: dict[str, str] = {
    DueKind.PARENTS_TOLD: "telling parents or carers, or deciding not to",
    DueKind.CONVERSATION: "a conversation",
    DueKind.SUPPORT_PLAN: "a support plan",
    DueKind.BORN: "a date of birth",
    DueKind.COPIES: "finding out where copies are",
    DueKind.ADULT_CARE: "telling adult social care",
    DueKind.CUSTODY: "what becomes of a device in custody",
    DueKind.HANDS: "how a device came to a further hand",
    DueKind.MORE: "the further information that the initial review asked for",
    DueKind.REMOVE: "the removal that the initial review asked for",
    DueKind.AI_MADE: "the form on AI-made imagery",
    DueKind.DEMANDS: "the form on demands and threats",
    DueKind.AWARE: "telling the learner shown of it",
    DueKind.LIMITS: "telling a learner what is shared, with whom and why",
    DueKind.CHECKS: "telling a learner honestly about later checks",
    DueKind.TONIGHT: "who is with them tonight",
    DueKind.LEADERS: "telling the principal or senior leaders",
    DueKind.ELSEWHERE: "contacting the other school, college or service",
    DueKind.VIEWING: "the entry on how imagery came to be seen",
    DueKind.ADVICE: "telling a learner what they were not told yet",
    DueKind.NAMED_ADULT: "naming the adult they can go to",
    DueKind.THREATENED: "deciding who is told before it is sent",
    DueKind.COLLEGE_PHOTO: "telling the data protection officer",
    DueKind.STAFF_WELFARE: "asking a member of staff how they are",
    DueKind.SHARED_ABOUT: "telling whoever it is about that it was shared",
    DueKind.MEANWHILE: "who looks after them meanwhile",
    DueKind.NEXT_STEP: "what was to happen next",
    DueKind.GOES_TO: "passing on what the guidance does not cover",
    DueKind.CALL: "phoning through a referral that was started",
    DueKind.TELL: "making a referral that was started",
}
"""What else can be set aside as not needed, in words; what a sign calls for never can."""


def noun_of(key: Key) -> str | None:
    """Return what is due under a key, in words; None for what has no reason for being late."""
    if isinstance(key, PartKey):
        return None
    nouns = _OTHER_NOUNS | {rule.name: rule.noun for rule in CLOCK_RULES}
    noun = nouns.get(key.kind)
    return noun[:1].upper() + noun[1:] if noun else None
