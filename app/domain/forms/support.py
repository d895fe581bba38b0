"""Support: a plan for each child, harmed or sharing, with its reviews; and care for staff.

Source: UKCIS "Sharing nudes and semi-nudes" (March 2024), supporting the young people; KCSIE 2026,
part five: every child involved needs support.
"""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import Actions, Despite, FurtherIfAgain, HarmNow, When
from app.domain.forms.knowledge import Topic, what_they_know
from app.domain.kit.acts import Settles
from app.domain.kit.answers import (
    A_LEARNER,
    Choice,
    ExactWords,
    Line,
    PersonRef,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.facts import Fact
from app.domain.kit.form import Ask, Form, not_in_past, said
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage


class SupportKind(Choice):
    """Kinds of support a college can put in place."""

    ADULT = "adult", "A named adult"
    COUNSELLING = "counselling", "Counselling"
    HEALTH = "health", "Health or mental health service"
    TIMETABLE = "timetable", "Changes to timetable or rooms"
    TRAVEL = "travel", "Safe travel and breaks"
    APART = "apart", "Kept apart from somebody"
    LEARNING = "learning", "Learning about consent and life online"
    BEHAVIOUR = "behaviour", "Specialist help with sexual behaviour"
    REMOVAL = "removal", "Help with removal"
    FRIENDS = "friends", "Support for friends or siblings"


class SupportPlan(Form, tag="support_plan", frozen=True, kw_only=True):
    """Every child involved gets one, whether harmed or sharing, and a day to look again.

    What stands under “For them to keep” may be read by the child: write “you” for them, and nobody
    else’s name.
    """

    version: ClassVar[int] = 2
    stage: ClassVar[Stage] = Stage.SUPPORT
    in_short: ClassVar[str] = "support plan for {child}, made by {made_by}: {what}"
    on_timeline: ClassVar[str] = "Plan for {child}"
    title: ClassVar[str] = "Support plan"
    is_step: ClassVar[bool] = True
    happened_in: ClassVar[str] = "at"
    then: ClassVar[str] = "In the support plan"

    child: Annotated[PersonRef, Ask("For whom", who=A_LEARNER)]
    made_by: Annotated[StaffMember, Ask("Made by")]
    at: When
    wants: Annotated[
        ExactWords | None, Ask("What they ask for, in their words", audience=Audience.LEARNER)
    ] = None
    kinds: Annotated[tuple[SupportKind, ...], Ask("Support")] = ()
    what: Annotated[Words, Ask("What is put in place")]
    why: Annotated[Words, Ask("Reason", help="How it answers what this child needs.", reason=True)]
    named_adult: Annotated[
        StaffMember | None, Ask("The adult they can go to", fact=Fact.NAMED_ADULT, teaches=())
    ] = None
    after_hours: Annotated[
        Line | None,
        Ask(
            "Evenings and weekends",
            help="They may read this: write “you”.",
            example="Your mum, or Childline",
            audience=Audience.LEARNER,
        ),
    ] = None
    family: Annotated[Line | None, Ask("Who at home knows of the plan")] = None
    staff: Annotated[
        Line | None,
        Ask("Which staff carry it out", help="They are told no more than their part of it."),
    ] = None
    for_them: Annotated[
        Words | None,
        Ask(
            "What is in place, in words for them",
            section="For them to keep",
            help="Write “you”. Nobody else’s name, and nothing that shows what it is about.",
            example="You sit by the door. You may go out and need not say why.",
            begins_with="what",
            audience=Audience.LEARNER,
        ),
    ] = None
    lessons: Annotated[
        Line | None,
        Ask(
            "Lessons and rooms",
            example="You are in the other maths group",
            audience=Audience.LEARNER,
        ),
    ] = None
    breaks: Annotated[
        Line | None,
        Ask(
            "Breaks and lunch, and a safe place to go",
            example="The library is open for you",
            audience=Audience.LEARNER,
        ),
    ] = None
    on_the_way: Annotated[
        Line | None,
        Ask("On the way here and home", example="You may leave early", audience=Audience.LEARNER),
    ] = None
    online: Annotated[
        Line | None,
        Ask("Online", example="You block who writes to you", audience=Audience.LEARNER),
    ] = None
    keep_apart: Annotated[
        Words | None,
        Ask(
            "So that they do not meet: what this child does",
            help="Whoever was harmed does not have to move, unless they ask for it.",
            example="You use the other stairs. If you meet, you walk on.",
            shown_if=said("kinds", SupportKind.APART),
            audience=Audience.LEARNER,
        ),
    ] = None
    tell_first: Annotated[
        Line | None,
        Ask(
            "If it happens again: whom they tell first",
            example="You tell S. Iqbal, or ring Childline",
            audience=Audience.LEARNER,
        ),
    ] = None
    acts: Annotated[
        Line | None,
        Ask(
            "Who acts then, and how soon",
            example="R. Okafor sees you the same day",
            audience=Audience.LEARNER,
        ),
    ] = None
    view: Annotated[
        ExactWords | None,
        Ask(
            "What they say of this plan, in their words",
            section="Next",
            audience=Audience.LEARNER,
        ),
    ] = None
    review_on: Annotated[
        date,
        Ask(
            "Look again on",
            check=not_in_past,
            review="Review the support plan",
            leads_to="support_review",
        ),
    ]
    actions: Actions = ()


class Course(Choice):
    """How a plan goes on."""

    SAME = "same", "Goes on as it is"
    CHANGED = "changed", "Goes on, changed"
    ENDED = "ended", "Ends"


class SupportReview(Form, tag="support_review", frozen=True, kw_only=True):
    """Ask the learner how things are, and whether it has come up again anywhere."""

    version: ClassVar[int] = 2
    stage: ClassVar[Stage] = Stage.SUPPORT
    in_short: ClassVar[str] = "support of {child} looked at again by {by} ({course}): {how_is}"
    title: ClassVar[str] = "Support review"
    then: ClassVar[str] = "At the review of support"
    happened_in: ClassVar[str] = "at"

    child: Annotated[PersonRef, Ask("For whom", who=A_LEARNER, settles=Settles.SPEAKING_AGAIN)]
    by: Annotated[StaffMember, Ask("By")]
    at: When
    how_is: Annotated[Words, Ask("How things are, and what the learner says")]
    again: Annotated[
        YesNoUnknown | None,
        Ask("Has it been shared again, or have they been contacted again?", fact=Fact.AGAIN),
    ] = None
    further: FurtherIfAgain = ()
    peers: Annotated[Words | None, Ask("How others treat them, in college and online")] = None
    harm: HarmNow = None
    course: Annotated[Course, Ask("The plan")]
    why: Annotated[Words, Ask("Reason, and what changes", reason=True)]
    for_them: Annotated[
        Words | None,
        Ask(
            "What has changed, in words for them",
            help="Write “you”. Nobody else’s name.",
            shown_if=said("course", Course.CHANGED),
            begins_with="why",
            audience=Audience.LEARNER,
        ),
    ] = None
    review_on: Annotated[
        date | None,
        Ask(
            "Look again on",
            shown_if=said("course", Course.SAME, Course.CHANGED),
            required_if=said("course", Course.SAME, Course.CHANGED),
            check=not_in_past,
            review="Review the support plan",
        ),
    ] = None
    actions: Actions = ()
    despite: Despite = None


class StaffWelfare(Form, tag="staff_welfare", frozen=True, kw_only=True):
    """See to the member of staff who saw or heard something hard. No word about the imagery."""

    stage: ClassVar[Stage] = Stage.SUPPORT
    in_short: ClassVar[str] = "{by} asked {who} how they were: {offered}"
    version: ClassVar[int] = 2
    title: ClassVar[str] = "Staff welfare"
    audience: ClassVar[Audience] = Audience.DSL
    happened_in: ClassVar[str] = "at"

    who: Annotated[StaffMember, Ask("Member of staff", meets=True, teaches=())]
    by: Annotated[StaffMember, Ask("Seen by")]
    at: When
    why: Annotated[Words, Ask("What they met with", example="Heard it told; was shown a screen")]
    offered: Annotated[Words, Ask("What they were offered, and what they chose")]
    now_know: Annotated[tuple[Topic, ...], what_they_know(Topic.HAPPENED)] = ()
    review_on: Annotated[
        date | None,
        Ask("Ask again on", check=not_in_past, review="Ask the member of staff how they are"),
    ] = None
