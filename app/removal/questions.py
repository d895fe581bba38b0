"""What the wizard asks, step by step: each question, and when it is asked.

None of it is an entry of the record. The answers go into one: the request for removal.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Protocol

import msgspec

from app.domain.forms.copies import HolderKind, HowKnown
from app.domain.forms.requests import (
    Acting,
    AgreedIn,
    AskedAgain,
    Category,
    HoldAgreed,
    MadeBy,
    RemovalRequested,
    RequestReference,
    SeenAt,
    SentAt,
    Statement,
)
from app.domain.forms.routes import WRITTEN, RouteKind
from app.domain.kit.answers import (
    Answer,
    EntryRef,
    Inert,
    Line,
    Nation,
    PersonRef,
    Refers,
    ServiceName,
    Words,
    YesNoUnknown,
)
from app.domain.kit.checks import Problem
from app.domain.kit.form import (
    Answers,
    Ask,
    Questions,
    answered,
    given,
    name_of,
    questions_of,
    said_yes,
)
from app.domain.rules.bands import AgeBand
from app.removal import words
from app.removal.catalogue import Service
from app.removal.situation import AccountHolder


class WizardProgress(Protocol):
    """How far the wizard has come: this decides which of its questions are asked."""

    @property
    def answers(self) -> Answers:
        """Every answer so far, by question name."""

    @property
    def service(self) -> Service | None:
        """The service chosen from the list."""

    @property
    def held(self) -> bool:
        """Whether there is a hold in the case."""

    @property
    def band(self) -> AgeBand | None:
        """The age band of the learner today."""

    @property
    def route(self) -> RouteKind | None:
        """The chosen route."""

    @property
    def faults(self) -> Mapping[str, str]:
        """What stops the text from being sent, by question name."""

    def lacks(self, *questions: object) -> bool:
        """Return whether an answer to one of these questions (handles) is still needed."""


class StepForm(Questions, frozen=True, kw_only=True):
    """Questions of one step that are asked together, or not at all."""

    kept_as: ClassVar[str]
    """The name under which a draft keeps their answers."""

    @classmethod
    def asked(cls, _at: WizardProgress, /) -> bool:
        """Return whether these questions are asked at this point of the wizard."""
        return True

    @classmethod
    def refused(cls, answers: Answers, _at: WizardProgress, /) -> Iterator[Problem]:
        """Yield the problems beyond the checks of each question.

        No box accepts a log-in or a PIN.
        """
        for name, answer in answers.items():
            if isinstance(answer, str) and (sentence := words.credential_refusal(answer)):
                yield Problem(name, sentence)


class WhatToRemove(StepForm, frozen=True, kw_only=True):
    """One item at one service. Nobody opens it, looks for it or photographs it."""

    kept_as: ClassVar[str] = "what"

    learner: Annotated[PersonRef, Ask("Who is shown")]
    service: Annotated[ServiceName, Ask("At which service", example="Choose or type its name")]
    copy: Annotated[EntryRef | None, Ask("Which copy of the ledger", refers_to=Refers.COPY)] = None
    where_it_is: Annotated[
        Inert | None,
        Ask(
            "Where it is, as told",
            help="One address, handle or group. Nothing opens it.",
            required_if=answered("held_by"),
        ),
    ] = None
    held_by: Annotated[
        HolderKind | None,
        Ask("Not in the ledger yet: what is it?", help="It is then noted there as well."),
    ] = None
    how: Annotated[
        HowKnown | None,
        Ask("How it is known", shown_if=answered("held_by"), required_if=answered("held_by")),
    ] = None
    account: Annotated[AccountHolder, Ask("Who can see it in an account of their own")]
    public: Annotated[
        YesNoUnknown,
        Ask("Can anybody reach it, without being in a chat?", help="As told. Nobody tries it."),
    ]

    @classmethod
    def refused(cls, answers: Answers, at: WizardProgress, /) -> Iterator[Problem]:
        """Refuse a service that is not in the list: its routes would not be known."""
        yield from super().refused(answers, at)
        if given(answers, WhatToRemove.service) and not at.service:
            sentence = "Choose a service from the list. For any other there is “Another website”."
            yield Problem(name_of(WhatToRemove.service), sentence)


class Agreement(StepForm, frozen=True, kw_only=True):
    """Asked only while a hold stands."""

    kept_as: ClassVar[str] = "agreement"

    hold_agreed: HoldAgreed = None
    agreed_in: AgreedIn = None
    police_agreed: Annotated[
        Line | None,
        Ask(
            "Who agreed to this request, and when",
            example="PC 4417 A. Singh, today 11:20",
            shown_if=said_yes("hold_agreed"),
            required_if=said_yes("hold_agreed"),
        ),
    ] = None

    @classmethod
    def asked(cls, at: WizardProgress, /) -> bool:
        """Return whether there is a hold."""
        return at.held


class AdultNow(StepForm, frozen=True, kw_only=True):
    """Asked only of somebody who is 18 or over today."""

    kept_as: ClassVar[str] = "adult"

    adult_when_made: Annotated[
        YesNoUnknown,
        Ask(
            "Were they 18 or over when it was made?",
            help="If not, or if nobody is sure, the routes for children hold.",
        ),
    ]

    @classmethod
    def asked(cls, at: WizardProgress, /) -> bool:
        """Return whether the learner is an adult today."""
        return at.band is AgeBand.ADULT


class Safety(StepForm, frozen=True, kw_only=True):
    """Safety and evidence come before removal."""

    kept_as: ClassVar[str] = "safety"

    exploited: Annotated[YesNoUnknown, Ask("Is there grooming, a threat, or an adult?")]
    has_file: Annotated[
        YesNoUnknown,
        Ask(
            "Does the learner still have it on the device it was made on?",
            help="Nobody sends or saves it to find out.",
        ),
    ]
    concern: Annotated[
        YesNoUnknown | None, Ask("Is there a safeguarding concern that cannot wait 48 hours?")
    ] = None
    in_search: Annotated[YesNoUnknown | None, Ask("Was it said to show up in a search?")] = None
    side_content: Annotated[
        YesNoUnknown | None, Ask("Is there bullying or a false account around it?")
    ] = None
    nation: Annotated[
        Nation | None,
        Ask("Where the learner lives, if not in England", help="Bodies and law differ."),
    ] = None


class Wording(StepForm, frozen=True, kw_only=True):
    """What goes into the words besides what is already known. No name, no log-in, no PIN."""

    kept_as: ClassVar[str] = "wording"

    contact: Annotated[
        Line,
        Ask("The college’s mailbox for the answer", help="A role mailbox, nobody’s own address."),
    ]
    category: Category = None
    police_reference: Annotated[Line | None, Ask("Police reference")] = None

    @classmethod
    def asked(cls, at: WizardProgress, /) -> bool:
        """Return whether the chosen route sends a written request."""
        return at.route in WRITTEN

    @classmethod
    def refused(cls, answers: Answers, at: WizardProgress, /) -> Iterator[Problem]:
        """Refuse a name in any answer that goes into the text."""
        yield from super().refused(answers, at)
        yield from (Problem(name, why) for name, why in at.faults.items() if name in answers)


class Statements(StepForm, frozen=True, kw_only=True):
    """The six statements of a statutory report, each ticked by whoever makes it."""

    kept_as: ClassVar[str] = "statements"

    statements: Annotated[
        tuple[Statement, ...],
        Ask("Tick each one that is true", help="A statutory report needs all six."),
    ]
    acting: Annotated[
        Acting | None,
        Ask(
            "By what right you act for the person shown",
            help="The report says what you choose, and nothing of it where you leave it open.",
        ),
    ] = None

    @classmethod
    def asked(cls, at: WizardProgress, /) -> bool:
        """Return whether the chosen route is the statutory report."""
        return at.route is RouteKind.STATUTORY

    @classmethod
    def refused(cls, answers: Answers, _at: WizardProgress, /) -> Iterator[Problem]:
        """Refuse a report without all six statements."""
        ticked = given(answers, Statements.statements)
        if ticked and len(ticked) != len(Statement):
            sentence = "A statutory report needs all six statements to be true."
            yield Problem(name_of(Statements.statements), sentence)


class Sent(StepForm, frozen=True, kw_only=True):
    """What was done, once it was done."""

    kept_as: ClassVar[str] = "sent"

    done_by: MadeBy
    sent_at: SentAt
    reference: RequestReference = None
    seen_at: SeenAt = None
    why: Annotated[Words, Ask("Reason for this route", reason=True)]


_NEEDS_A_REASON = (
    RemovalRequested.again,
    RemovalRequested.hold_agreed,
    RemovalRequested.agreed_in,
    RemovalRequested.despite,
)


class Exceptions(StepForm, frozen=True, kw_only=True):
    """Asked only where a hold or an instruction stands, or where the same was asked before."""

    kept_as: ClassVar[str] = "exceptions"

    despite: Annotated[
        Words | None,
        Ask("If it is to be kept and nobody agreed: why it could not wait", reason=True),
    ] = None
    again: AskedAgain = None

    @classmethod
    def asked(cls, at: WizardProgress, /) -> bool:
        """Return whether a reason is needed, or was given already."""
        reasons = any(question.name in at.answers for question in questions_of(cls))
        return reasons or at.lacks(*_NEEDS_A_REASON)


class WizardStep(msgspec.Struct, frozen=True):
    """One step of the wizard: its heading, a sentence below it, and what it asks."""

    title: str
    intro: str
    forms: tuple[type[StepForm], ...] = ()


STEPS = (
    WizardStep(
        "What is to be removed",
        "One item at one service. What you were told is enough: nobody opens it, looks for it or "
        "photographs it.",
        (WhatToRemove,),
    ),
    WizardStep(
        "Safety and evidence",
        "Safety and evidence come first. “Not known” is a good answer.",
        (Agreement, AdultNow, Safety),
    ),
    WizardStep(
        "Route of removal",
        "In the order that suits this learner. Take the first one that can be taken now.",
    ),
    WizardStep(
        "Words",
        "Short, and without a name. They leave the casebook only when you copy them.",
        (Wording, Statements),
    ),
    WizardStep(
        "Record",
        "Once it is done: who did it, when, and under which reference.",
        (Sent, Exceptions),
    ),
)

_OF_THE_REQUEST = {question.name for question in questions_of(RemovalRequested)}
CARRIED = tuple(
    question.name
    for step in STEPS
    for form in step.forms
    for question in questions_of(form)
    if question.name in _OF_THE_REQUEST
)
"""The questions whose answers go into the request unchanged: it asks the same."""


def carried(answers: Answers) -> dict[str, Answer]:
    """Return the answers that go into the request unchanged."""
    return {name: answers[name] for name in CARRIED if answers.get(name) is not None}
