"""Requests for removal, built from the entries on sending them and on their replies."""

from collections.abc import Iterable, Mapping

import msgspec

from app.domain.case.entry import Entry
from app.domain.forms.requests import RemovalReply, RemovalRequested, RequestReply
from app.domain.forms.routes import RouteKind
from app.domain.kit.answers import Choice
from app.domain.kit.keys import DueKey, DueKind, Key
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import EntryId


class RequestState(Choice):
    """How far a request has come."""

    SENT = "sent", "Sent"
    ACKNOWLEDGED = "acknowledged", "Acknowledged"
    REMOVED = "removed", "Removed"
    CAME_BACK = "came_back", "Came back"
    REFUSED = "refused", "Refused"
    NO_REPLY = "no_reply", "No reply"


_AFTER: Mapping[RequestReply, RequestState] = {
    RequestReply.ACKNOWLEDGED: RequestState.ACKNOWLEDGED,
    RequestReply.REMOVED: RequestState.REMOVED,
    RequestReply.REFUSED: RequestState.REFUSED,
    RequestReply.CAME_BACK: RequestState.CAME_BACK,
    RequestReply.NOTHING: RequestState.NO_REPLY,
}
WAITING = (RequestState.SENT, RequestState.ACKNOWLEDGED, RequestState.NO_REPLY)
"""The states in which an answer is still to come."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One request for one item, with its replies in order. `id` is its opening entry."""

    id: EntryId
    opened: RemovalRequested
    replies: tuple[RemovalReply, ...] = ()

    @property
    def state(self) -> RequestState:
        """How far it has come, by its newest reply."""
        return _AFTER[self.replies[-1].reply] if self.replies else RequestState.SENT

    @property
    def answered_at(self) -> str:
        """The day and time of its newest reply in words, "" without one."""
        return write_time(self.replies[-1].at) if self.replies else ""

    @property
    def waiting(self) -> bool:
        """Whether a reply is still to come; until then the same is not asked a second time."""
        return self.state in WAITING

    @property
    def clock(self) -> DueKind:
        """The clock of its answer: the law gives a time for a statutory report, and no other."""
        statutory = self.opened.route is RouteKind.STATUTORY
        return DueKind.REMOVAL_DUE if statutory else DueKind.REMOVAL_AGAIN

    @property
    def reference(self) -> str | None:
        """The newest reference the service gave."""
        references = (self.opened.reference, *(reply.reference for reply in self.replies))
        return next((one for one in reversed(references) if one), None)

    @property
    def words(self) -> str:
        """The request in one line: `Snapchat · In the app, by an account holder · 19 Nov 2026`."""
        sent = write_day(day_of(self.opened.sent_at.at))
        parts = dict.fromkeys((self.opened.service_name, self.opened.route.label, sent))
        return " · ".join(parts)


_CLOCKS = (DueKind.REMOVAL_CHECK, DueKind.REMOVAL_DUE, DueKind.REMOVAL_AGAIN)


def request_due(key: Key) -> EntryId:
    """Return the id of the request whose answer is due under this key; "" for any other key."""
    if isinstance(key, DueKey) and key.kind in _CLOCKS and not key.late:
        return key.subject
    return ""


def requests_of(items: Iterable[Entry]) -> Mapping[EntryId, Request]:
    """Return the requests of a case by id, oldest first, each with its replies."""
    requests: dict[EntryId, Request] = {}
    for entry in items:
        match entry.form:
            case RemovalRequested() as opened:
                requests[entry.root] = Request(id=entry.root, opened=opened)
            case RemovalReply() as reply if reply.request in requests:
                before = requests[reply.request]
                replies = (*before.replies, reply)
                requests[reply.request] = msgspec.structs.replace(before, replies=replies)
    return requests
