"""Steps of telling bodies outside as they were before today’s: frozen, as `older.py` says."""

from typing import Annotated, ClassVar

from app.domain.forms.asked import Reason, When, WhichReferral
from app.domain.forms.bodies import POLICE_BODIES, OtherBody
from app.domain.kit.answers import Line, PersonRef, Words
from app.domain.kit.form import Ask, Form, said
from app.domain.kit.stage import Stage

BODIES_1 = tuple(body for body in OtherBody if body is not OtherBody.ADULT_CARE)
"""The bodies there were when the first referral was written."""
_POLICE = said("body", *POLICE_BODIES)


class BodyReferralOpened1(Form, tag="body_referral_opened", frozen=True, kw_only=True):
    """Say whom you tell and why now. In danger this minute the call comes before the form."""

    stage: ClassVar[Stage] = Stage.POLICE
    title: ClassVar[str] = "Referral to the police or another body"

    body: Annotated[OtherBody, Ask("Whom", offers=BODIES_1)]
    name: Annotated[Line, Ask("Which force, team or college")]
    about: Annotated[
        PersonRef | None, Ask("About whom", help="Leave open where it is about the whole case.")
    ] = None
    why: Annotated[Words, Ask("Why now")]
    asked_for: Annotated[
        Words,
        Ask(
            "What you ask for",
            help="Ask what to do, and not do, about parents, devices and deletion.",
        ),
    ]
    accounts: Annotated[
        Words | None,
        Ask("Accounts and services involved", help="Names as typed.", shown_if=_POLICE),
    ] = None
    kept: Annotated[
        Words | None,
        Ask(
            "What is kept, and by whom",
            help="Messages, names, dates. No imagery is copied or sent.",
            shown_if=_POLICE,
        ),
    ] = None


class ReferralEscalated1(Form, tag="referral_escalated", frozen=True, kw_only=True):
    """Disagree out loud. Record whom you asked to look again, and why."""

    stage: ClassVar[Stage] = Stage.SOCIAL_CARE
    title: ClassVar[str] = "Referral escalated"
    happened_in: ClassVar[str] = "at"

    referral: WhichReferral
    at: When
    raised_with: Annotated[
        Line, Ask("Raised with", example="Name, role and stage of the procedure")
    ]
    why: Reason
