"""Telling somebody before it asked what they now know: frozen, as `older.py` says."""

from datetime import date
from typing import Annotated, ClassVar

from app.domain.forms.asked import DecidedBy, When, WhichReferral
from app.domain.forms.parents import NOT_TOLD, Telling
from app.domain.forms.referral_background import ReferralRoute
from app.domain.forms.sharing import Basis, Shared
from app.domain.kit.answers import (
    A_LEARNER,
    A_PARENT,
    EntryRef,
    Line,
    Minutes,
    PersonRef,
    Refers,
    StaffMember,
    Words,
    YesNoUnknown,
)
from app.domain.kit.form import Ask, Form, not_in_past, said
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage

_SHARED = said("decision", Shared.SHARED)
_TELL = said("decision", Telling.TELL)
_NOT_TOLD = said("decision", *NOT_TOLD)


class ReferralCall1(Form, tag="referral_call", frozen=True, kw_only=True):
    """Fill this in while you speak. Reference and advice go into the letter."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    title: ClassVar[str] = "Telephone call to social care"
    happened_in: ClassVar[str] = "called_at"

    referral: Annotated[EntryRef, Ask("Which referral", refers_to=Refers.REFERRAL)]
    called_at: When
    called_by: Annotated[StaffMember, Ask("Called by")]
    number: Annotated[Line | None, Ask("Number called")] = None
    reached: Annotated[YesNoUnknown, Ask("Did you speak to someone?")]
    spoke_to: Annotated[
        Line | None,
        Ask(
            "Spoke to",
            example="Name and role",
            shown_if=said("reached", YesNoUnknown.YES),
            required_if=said("reached", YesNoUnknown.YES),
        ),
    ] = None
    reference: Annotated[Line | None, Ask("Their reference")] = None
    advice: Annotated[Words, Ask("What was said and advised")]
    lasted: Annotated[Minutes | None, Ask("How long it took")] = None


class ReferralSent1(Form, tag="referral_sent", frozen=True, kw_only=True):
    """Record that the written referral has gone. The clock for an answer starts here."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    title: ClassVar[str] = "Referral sent in writing"
    happened_in: ClassVar[str] = "sent_at"

    referral: WhichReferral
    sent_at: When
    sent_by: Annotated[StaffMember, Ask("Sent by")]
    route: Annotated[ReferralRoute, Ask("How")]
    sent_to: Annotated[Line, Ask("To whom", example="Team and address")]
    document: Annotated[Line | None, Ask("Document number")] = None


class InformationShared1(Form, tag="information_shared", frozen=True, kw_only=True):
    """Record what was shared about somebody, or refused, with the reason. Only what is needed."""

    stage: ClassVar[Stage] = Stage.SHARING
    title: ClassVar[str] = "Information shared"
    happened_in: ClassVar[str] = "at"

    decision: Annotated[Shared, Ask("Shared or not")]
    recipient: Annotated[Line, Ask("Who asked or was told", example="Name, role, organisation")]
    about: Annotated[PersonRef | None, Ask("About whom")] = None
    at: When
    by: DecidedBy
    what: Annotated[Words, Ask("What was shared, or was asked for")]
    basis: Annotated[Basis | None, Ask("On what basis", shown_if=_SHARED, required_if=_SHARED)] = (
        None
    )
    how: Annotated[
        Line | None, Ask("How", example="In person; secure e-mail", shown_if=_SHARED)
    ] = None
    why: Annotated[Words, Ask("Reason", help="Why they need it, or why not this, or not now.")]
    they_know: Annotated[
        YesNoUnknown | None, Ask("Does whoever it is about know?", shown_if=_SHARED)
    ] = None
    not_told_why: Annotated[
        Words | None,
        Ask(
            "Reason for not telling them",
            shown_if=said("they_know", YesNoUnknown.NO),
            required_if=said("they_know", YesNoUnknown.NO),
        ),
    ] = None


class StaffWelfare1(Form, tag="staff_welfare", frozen=True, kw_only=True):
    """See to the member of staff who saw or heard something hard. No word about the imagery."""

    stage: ClassVar[Stage] = Stage.SUPPORT
    title: ClassVar[str] = "Staff welfare"
    audience: ClassVar[Audience] = Audience.DSL
    happened_in: ClassVar[str] = "at"

    who: Annotated[StaffMember, Ask("Member of staff")]
    by: Annotated[StaffMember, Ask("Seen by")]
    at: When
    why: Annotated[Words, Ask("What they met with", example="Heard it told; was shown a screen")]
    offered: Annotated[Words, Ask("What they were offered, and what they chose")]
    review_on: Annotated[
        date | None,
        Ask("Ask again on", check=not_in_past, review="Ask the member of staff how they are"),
    ] = None


class ParentDecision1(Form, tag="parent_decision", frozen=True, kw_only=True):
    """Decide for each parent or carer apart. The usual answer is to tell them, and soon."""

    stage: ClassVar[Stage] = Stage.PARENTS
    title: ClassVar[str] = "Telling a parent or carer"
    happened_in: ClassVar[str] = "decided_at"

    parent: Annotated[PersonRef, Ask("Parent or carer", who=A_PARENT)]
    child: Annotated[PersonRef, Ask("Of which learner", who=A_LEARNER)]
    responsible: Annotated[YesNoUnknown | None, Ask("Parental responsibility?")] = None
    decided_by: DecidedBy
    decided_at: When
    decision: Annotated[Telling, Ask("Decision")]
    why: Annotated[
        Words,
        Ask("Reason", help="Not telling is for when telling would put a child at risk of harm."),
    ]
    learner_view: Annotated[
        Words | None, Ask("What the learner says about it, and what they fear")
    ] = None
    consulted: Annotated[
        Words | None,
        Ask(
            "Who was consulted, and what they said",
            help="Children’s social care or the police, where they are involved.",
            shown_if=_NOT_TOLD,
        ),
    ] = None
    review_on: Annotated[
        date | None,
        Ask(
            "Look again on",
            shown_if=_NOT_TOLD,
            required_if=_NOT_TOLD,
            check=not_in_past,
            review="Decide again whether to tell this parent or carer",
        ),
    ] = None
    tell_by: Annotated[
        date | None,
        Ask("Tell them by", shown_if=_TELL, check=not_in_past, review="Tell this parent or carer"),
    ] = None
    teller: Annotated[StaffMember | None, Ask("Who tells them", shown_if=_TELL)] = None
    prepare: Annotated[
        Words | None,
        Ask(
            "What to say, and what not to say",
            help="Their own child only. No other learner’s name.",
            shown_if=_TELL,
        ),
    ] = None
    reach: Annotated[Line | None, Ask("Language, interpreter, safe way to reach them")] = None
    safety: Annotated[
        Words | None,
        Ask(
            "Anything that makes contact unsafe",
            help="For example domestic or honour-based abuse. Read by the DSL alone.",
            audience=Audience.DSL,
        ),
    ] = None
