"""The table of clocks: which answer starts each, what settles it, and how it is spoken of.

The limits are dated data (`resources/clocks.toml`); a clock without a limit there is off.
"""

from datetime import date, datetime

import msgspec

from app.domain import names
from app.domain.answers import Person, YesNoUnknown
from app.domain.form import Answers, Condition, Entry, answers_of, said
from app.domain.item import Item
from app.domain.moments import Moment
from app.domain.stage import Stage
from app.domain.stages import FORMS
from app.domain.stages.close import CaseReviewed, Resurfaced
from app.domain.stages.concern import ConcernReceived
from app.domain.stages.conversation import LearnerConversation
from app.domain.stages.decision import DecisionMade
from app.domain.stages.deletion import DeletionConfirmed, DeletionDecided
from app.domain.stages.requests import RemovalReply, RemovalRequested, RequestReply
from app.domain.stages.review import InitialReview
from app.domain.stages.social_care import ReferralCall, ReferralReply, ReferralSent, Reply
from app.domain.stages.support import SupportReview


class Track(msgspec.Struct, frozen=True, kw_only=True):
    """One clock. Exactly one of `start` (with a limit of its name) and `due_on` moves it.

    `start` is the question of `starts` whose moment begins it, or "" for when it was recorded;
    `due_on` the question that names the day. `about` is the question by which both sides say which
    referral or decision they mean; without it any later entry settles it. `settled` by these forms,
    or by any form of `stages`, not before `from_day` days after it began; `itself` when recording
    starting entry settles it. `then` is the clock to be over before this one is shown.
    `each_learner` makes it one clock for each learner to be spoken with again.
    """

    name: str
    noun: str
    starts: tuple[type[Entry], ...]
    start: str = ""
    only_if: Condition | None = None
    due_on: str = ""
    about: str = ""
    settled: tuple[type[Entry], ...] = ()
    stages: tuple[Stage, ...] = ()
    settled_if: Condition | None = None
    itself: bool = False
    then: str = ""
    each_learner: bool = False
    from_day: int = 0
    what: str = ""
    because: str = ""

    @property
    def opens(self) -> type[Entry] | None:
        """The form that settles it, for the day list; None while there is none."""
        at_stages = (form for stage in self.stages for form in FORMS if form.stage is stage)
        return next(iter((*at_stages, *self.settled)), None)

    def begins_with(self, item: Item) -> bool:
        """Say whether an entry starts this clock."""
        if not isinstance(item.form, self.starts):
            return False
        answers = answers_of(item.form)
        if self.due_on:
            return answers.get(self.due_on) is not None
        return self.only_if is None or self.only_if.holds(answers)

    def ends_with(self, form: Entry) -> bool:
        """Say whether an entry of this form and these answers settles it."""
        if not (isinstance(form, self.settled) or form.stage in self.stages):
            return False
        return self.settled_if is None or self.settled_if.holds(answers_of(form))

    def began(self, item: Item) -> datetime | None:
        """Give the instant (UTC) that the starting entry itself names; None: when recorded."""
        at = answers_of(item.form).get(self.start) if self.start else None
        return at.at if isinstance(at, Moment) else None

    def day(self, item: Item) -> date | None:
        """Give the day that the starting entry itself names as due."""
        day = answers_of(item.form).get(self.due_on) if self.due_on else None
        return day if isinstance(day, date) else None

    def subject(self, item: Item) -> str:
        """Give the id of what the clock is about: a referral, a decision, or the entry itself."""
        answers: Answers = answers_of(item.form)
        return str(answers.get(self.about) or item.root)


_ANSWERED = tuple(reply for reply in Reply if reply is not Reply.ACKNOWLEDGED)

_FINAL = (RequestReply.REMOVED, RequestReply.REFUSED, RequestReply.CAME_BACK)

_SPOKEN = (LearnerConversation, SupportReview, CaseReviewed)
"""The entries that show somebody has spoken with a learner again, or looked at how they are."""


def spoken_with(form: Entry, learner: Person, *, alone: bool) -> bool:
    """Say whether an entry tells of speaking with this learner, `alone` the only one it may be.

    A case review names in words with whom somebody spoke.
    """
    match form:
        case LearnerConversation():
            return form.learner == learner.id
        case SupportReview():
            return form.child == learner.id
        case CaseReviewed():
            called = (learner.name, names.first_name(learner.name))
            return alone or any(names.contains(form.spoke_with, name) for name in called)
        case _:
            return False


def _recontact(name: str, when: str, *, then: str = "", from_day: int = 0) -> Track:
    """Speak with the learner again: three clocks, each shown once the one before it is over."""
    return Track(
        name=name,
        noun=f"speaking with the learner again {when}",
        starts=(ConcernReceived, Resurfaced),
        start="told_at",
        settled=_SPOKEN,
        then=then,
        each_learner=True,
        from_day=from_day,
    )


TRACKS: tuple[Track, ...] = (
    Track(
        name="told_dsl",
        noun="telling the Safeguarding Team",
        starts=(ConcernReceived, Resurfaced),
        start="told_at",
        settled=(ConcernReceived, Resurfaced),
        itself=True,
    ),
    Track(
        name="initial_review",
        noun="the initial review meeting",
        starts=(ConcernReceived, Resurfaced),
        settled=(InitialReview,),
    ),
    Track(
        name="parents_told",
        noun="telling parents or carers, or deciding not to",
        starts=(ConcernReceived,),
        start="told_at",
        stages=(Stage.PARENTS,),
    ),
    Track(
        name="written_confirmation",
        noun="the written confirmation of the telephone call",
        starts=(ReferralCall,),
        start="called_at",
        only_if=said("reached", YesNoUnknown.YES),
        about="referral",
        settled=(ReferralSent,),
    ),
    Track(
        name="acknowledgement",
        noun="an answer from social care",
        starts=(ReferralSent,),
        start="sent_at",
        about="referral",
        settled=(ReferralReply,),
    ),
    Track(
        name="outcome_chase",
        noun="the outcome of the referral",
        starts=(ReferralReply,),
        start="received_at",
        only_if=said("reply", Reply.ACKNOWLEDGED),
        about="referral",
        settled=(ReferralReply,),
        settled_if=said("reply", *_ANSWERED),
    ),
    _recontact("recontact_1", "after a day"),
    _recontact("recontact_7", "after a week", then="recontact_1", from_day=2),
    _recontact("recontact_30", "after a month", then="recontact_7", from_day=14),
    Track(
        name="decision_review",
        noun="the review of the decision",
        starts=(DecisionMade,),
        due_on="review_on",
        settled=(DecisionMade, CaseReviewed),
        what="Review the decision",
        because="The day was set when it was decided",
    ),
    Track(
        name="deletion",
        noun="the learner’s confirmation that copies are deleted",
        starts=(DeletionDecided,),
        due_on="delete_by",
        about="deletion",
        settled=(DeletionConfirmed,),
        what="Ask whether the copies are deleted",
        because="The day was set when deletion was decided",
    ),
    Track(
        name="removal_check",
        noun="asking what came of a removal request",
        starts=(RemovalRequested,),
        start="sent_at",
        about="request",
        settled=(RemovalReply,),
    ),
    Track(
        name="removal_due",
        noun="the answer to a removal request",
        starts=(RemovalRequested,),
        start="sent_at",
        about="request",
        settled=(RemovalReply,),
        settled_if=said("reply", *_FINAL),
        then="removal_check",
    ),
    Track(
        name="case_review",
        noun="the next review of the case",
        starts=(CaseReviewed,),
        due_on="next_on",
        settled=(CaseReviewed,),
        what="Review the case",
        because="The day was set at the last review",
    ),
)


def noun_of(key: str) -> str | None:
    """Say what a clock's key is about, as in `written_confirmation:…`; None for no clock."""
    name = key.partition(":")[0]
    return next(
        (track.noun[:1].upper() + track.noun[1:] for track in TRACKS if track.name == name), None
    )
