"""What each step of the wizard asks, declared as any form is."""

from typing import Annotated

from app.domain.answers import (
    EntryRef,
    Inert,
    Line,
    PersonRef,
    Refers,
    ServiceName,
    Words,
    YesNoUnknown,
)
from app.domain.form import Ask, Row, answered, not_in_future
from app.domain.moments import Moment
from app.domain.routes import DoneBy
from app.domain.stages.copies import HolderKind, HowKnown
from app.domain.stages.requests import Statement
from app.removal.catalogue import Nation
from app.removal.situation import Account


class WhatToRemove(Row, frozen=True, kw_only=True):
    """One item at one service. Nobody opens it, looks for it or photographs it."""

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
    account: Annotated[Account, Ask("Who can see it in an account of their own")]
    public: Annotated[
        YesNoUnknown,
        Ask("Can anybody reach it, without being in a chat?", help="As told. Nobody tries it."),
    ]


class Safety(Row, frozen=True, kw_only=True):
    """Safety and evidence come before removal."""

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


class AdultNow(Row, frozen=True, kw_only=True):
    """Asked only of somebody who is 18 or over today."""

    adult_when_made: Annotated[
        YesNoUnknown,
        Ask(
            "Were they 18 or over when it was made?",
            help="If not, or if nobody is sure, the routes for children hold.",
        ),
    ]


class Agreement(Row, frozen=True, kw_only=True):
    """Asked only while a hold stands."""

    police_agreed: Annotated[
        Line | None,
        Ask("Who agreed to this request, and when", example="PC 4417 A. Singh, today 11:20"),
    ] = None


class Wording(Row, frozen=True, kw_only=True):
    """What goes into the words besides what is already known. No name, no log-in, no PIN."""

    contact: Annotated[
        Line,
        Ask("The college’s mailbox for the answer", help="A role mailbox, nobody’s own address."),
    ]
    category: Annotated[Line | None, Ask("Category chosen at the service")] = None
    police_reference: Annotated[Line | None, Ask("Police reference")] = None


class Statements(Row, frozen=True, kw_only=True):
    """The six statements of a statutory report, each ticked by whoever makes it."""

    statements: Annotated[
        tuple[Statement, ...],
        Ask("Tick each one that is true", help="A statutory report needs all six."),
    ]


class Sent(Row, frozen=True, kw_only=True):
    """What was done, once it was done."""

    done_by: Annotated[DoneBy, Ask("Made by")]
    sent_at: Annotated[Moment, Ask("When it was sent", check=not_in_future)]
    reference: Annotated[
        Line | None, Ask("Reference", help="Never a password, a log-in or a case PIN.")
    ] = None
    seen_at: Annotated[Moment | None, Ask("When the learner saw it there", check=not_in_future)] = (
        None
    )
    why: Annotated[Words, Ask("Reason for this route")]


class Exceptions(Row, frozen=True, kw_only=True):
    """Asked only where a hold stands, or where the same was asked before."""

    despite: Annotated[
        Words | None, Ask("If a hold stands and nobody agreed: why it could not wait")
    ] = None
    again: Annotated[
        Words | None, Ask("If the same was asked before and is still open: why again")
    ] = None
