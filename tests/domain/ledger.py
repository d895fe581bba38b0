"""Answers for rows of the ledger, changes of a copy, and requests for removal."""

from app.domain.forms.copies import CopiesFound, CopyChanged, CopyState, HolderKind, HowKnown
from app.domain.forms.requests import RemovalReply, RemovalRequested
from app.domain.forms.routes import DoneBy, RouteKind
from tests.casefold import DSL, concern_case
from tests.domain.gate_answers import ALL_NO, AT

BENS = {"held_by": HolderKind.DEVICE, "person": "ben", "state": CopyState.KNOWN}
GROUP = {
    "held_by": HolderKind.GROUP,
    "name": "Y11 banter",
    "service": "WhatsApp",
    "state": CopyState.KNOWN,
}
SEEN = {"held_by": HolderKind.PERSON, "person": "ava", "state": CopyState.SEEN}
FIRST, SECOND = "entry-2:copy:1", "entry-2:copy:2"
REQUEST = {
    "route": RouteKind.IN_APP,
    "service_name": "WhatsApp",
    "copy": SECOND,
    "done_by": DoneBy.HOLDER,
    "sent_at": AT,
    "why": "Only somebody in the chat can report it.",
}
AGAIN = {
    "told_at": AT,
    "told_to": DSL,
    "known_by": "learner",
    "account": "It is about again.",
    "safe_now": "With us.",
    "next_step": "Meet today.",
    "why": "New.",
}


def found(*rows):
    """Return an entry that adds these rows."""
    return CopiesFound, {"copies": rows, "at": AT, "how": HowKnown.STAFF}


def changed(key, state, **answers):
    """Return an entry that says how a copy stands now."""
    usual = {"copy": key, "state": state, "at": AT, "how": HowKnown.HOLDER, "why": "Asked."}
    return CopyChanged, usual | {"confirmed_by": "Her mother, who was there"} | answers


def requested(**answers):
    """Return an entry that asks for removal."""
    return RemovalRequested, REQUEST | answers


def replied(reply, request="entry-3", **answers):
    """Return an entry with what came back."""
    usual = {"request": request, "at": AT, "reply": reply, "known_by": "The learner says so."}
    return RemovalReply, usual | {"next_step": "Ask again."} | answers


def ledger_case(*steps, rows=(BENS, GROUP), **signs):
    """Fold a case whose second entry adds two copies."""
    return concern_case(found(*rows), *steps, **ALL_NO | signs)


def states(case):
    """Return how each copy of a case stands, in order."""
    return [copy.state for copy in case.copies.values()]
