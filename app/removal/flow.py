"""The ladder: which routes of removal one learner has for one item, in order, each explained.

Source: uk-guidance 4.1, the order of routes; Online Safety Act 2023 s.20A and s.21(2A); Report
Remove; NCMEC Take It Down. The facts of each route are dated data in resources/services.toml.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import msgspec

from app.domain.case.requests import RequestState
from app.domain.forms.deletion import HoldLifted
from app.domain.forms.requests import TAKEN_DOWN
from app.domain.forms.routes import FROM_THE_DEVICE, DoneBy, RouteKind, waits
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.freshness import Seen
from app.domain.kit.moments import write_time
from app.domain.rules.bands import AgeBand
from app.removal.catalogue import Catalogue, Pictured, Route, RouteGuide, Service, ServiceKind
from app.removal.situation import AccountHolder, Earlier, Situation

YES = YesNoUnknown.YES
NO = YesNoUnknown.NO


class Rung(msgspec.Struct, frozen=True, kw_only=True):
    """One route as the user sees it.

    `held` is whose agreement it waits for, why, and how to go on. `already` warns that the same was
    asked before and must not be asked again. `limit` is what it honestly cannot do. `address` is
    text that nothing opens.
    """

    route: RouteKind
    service: Service
    done_by: tuple[DoneBy, ...]
    steps: str
    device: str
    asks_for: tuple[str, ...]
    gives: str
    do_not: tuple[str, ...]
    limit: str = ""
    address: str = ""
    checked_on: date | None = None
    standing: Seen = Seen.RECALLED
    source: str = ""
    held: str = ""
    already: str = ""
    done: bool = False

    @property
    def theirs(self) -> bool:
        """Whether it is the learner’s own report during a hold: it is recorded, not suggested."""
        return bool(self.held) and self.route in FROM_THE_DEVICE

    @property
    def open(self) -> bool:
        """Whether it can be done now: it waits for nobody and was not asked before."""
        return not (self.held or self.already or self.done)


ORDER = (
    RouteKind.COLLEGE,
    RouteKind.REPORT_REMOVE,
    RouteKind.TAKE_IT_DOWN,
    RouteKind.ADULT,
    RouteKind.IN_APP,
    RouteKind.PUBLIC_FORM,
    RouteKind.STATUTORY,
    RouteKind.IWF,
    RouteKind.CEOP,
    RouteKind.SEARCH,
    RouteKind.POSH,
    RouteKind.HARMFUL_CONTENT,
    RouteKind.COMPLAINT,
)
_OF_A_HOST = (
    RouteKind.REPORT_REMOVE,
    RouteKind.TAKE_IT_DOWN,
    RouteKind.ADULT,
    RouteKind.IWF,
    *(kind for kind in ORDER[4:] if kind is not RouteKind.IWF),
)
"""For adult sites and image hosts, the IWF comes before the site itself."""
_TO_THE_SERVICE = (RouteKind.IN_APP, RouteKind.PUBLIC_FORM, RouteKind.STATUTORY)
_CLOSED = (
    ServiceKind.MESSAGING,
    ServiceKind.ENCRYPTED,
    ServiceKind.DIRECT,
    ServiceKind.COLLEGE,
)
"""The kinds of service where an item is not on a public page unless somebody says so."""


def ladder(at: Situation, catalogue: Catalogue) -> tuple[Rung, ...]:
    """Return the rungs for a situation in the order to take them, including those on hold."""
    order = _OF_A_HOST if at.service.kind is ServiceKind.HOST else ORDER
    return tuple(_rung(kind, at, catalogue) for kind in order if _OFFERED[kind](at))


def next_rung(rungs: tuple[Rung, ...]) -> Rung | None:
    """Return the first rung that can be taken now; None if there is none."""
    return next((rung for rung in rungs if rung.open), None)


def _report_remove(at: Situation) -> bool:
    return at.band is not AgeBand.ADULT


def _take_it_down(at: Situation) -> bool:
    return not at.of_an_adult and at.has_file is not NO


def _in_app(at: Situation) -> bool:
    offers = at.service.route_by(RouteKind.IN_APP, at.pictured) is not None
    return offers and at.account is not AccountHolder.NOBODY


def _public_form(at: Situation) -> bool:
    return at.service.route_by(RouteKind.PUBLIC_FORM, at.pictured) is not None


def _statutory(at: Situation) -> bool:
    """Return whether the service is a regulated user-to-user one that can take reports."""
    if at.service.kind in {ServiceKind.SEARCH, ServiceKind.COLLEGE, ServiceKind.DIRECT}:
        return False
    return at.service.kind is not ServiceKind.ENCRYPTED or bool(at.service.route)


def _iwf(at: Situation) -> bool:
    if at.of_an_adult or at.public is NO:
        return False
    return at.public is YES or at.service.kind not in _CLOSED


def _ceop(at: Situation) -> bool:
    return not at.of_an_adult and at.exploited is YES


def _search(at: Situation) -> bool:
    return at.service.kind is ServiceKind.SEARCH or at.in_search is YES


def _posh(at: Situation) -> bool:
    concern = YES in {at.concern, at.exploited}
    return not at.of_an_adult and (concern or at.unanswered(*_TO_THE_SERVICE, RouteKind.SEARCH))


def _harmful_content(at: Situation) -> bool:
    of_age = at.band not in {None, AgeBand.UNDER_13}
    return of_age and at.side_content is YES and at.unanswered(*_TO_THE_SERVICE)


def _complaint(at: Situation) -> bool:
    return _statutory(at) and at.unanswered(*_TO_THE_SERVICE)


_OFFERED: Mapping[RouteKind, Callable[[Situation], bool]] = {
    RouteKind.COLLEGE: lambda at: at.service.kind is ServiceKind.COLLEGE,
    RouteKind.REPORT_REMOVE: _report_remove,
    RouteKind.TAKE_IT_DOWN: _take_it_down,
    RouteKind.ADULT: lambda at: at.of_an_adult,
    RouteKind.IN_APP: _in_app,
    RouteKind.PUBLIC_FORM: _public_form,
    RouteKind.STATUTORY: _statutory,
    RouteKind.IWF: _iwf,
    RouteKind.CEOP: _ceop,
    RouteKind.SEARCH: _search,
    RouteKind.POSH: _posh,
    RouteKind.HARMFUL_CONTENT: _harmful_content,
    RouteKind.COMPLAINT: _complaint,
}


def _rung(kind: RouteKind, at: Situation, catalogue: Catalogue) -> Rung:
    guide = catalogue.guide_to(kind) or _UNTOLD
    service = _asked_of(kind, at, catalogue)
    route = way_of(kind, service, at.pictured)
    earlier = at.asked(kind)
    told = route or guide
    return Rung(
        route=kind,
        service=service,
        done_by=_done_by(kind, at),
        steps=route.steps if route else "",
        device=guide.device,
        asks_for=tuple(_asks(kind, at, guide, route)),
        gives=guide.gives,
        do_not=guide.do_not,
        limit=_limit(kind, at, guide),
        address=route.address if route else "",
        checked_on=told.checked_on,
        standing=told.standing,
        source=told.source,
        held=_held(kind, at) if waits(kind) else "",
        already=_already(earlier, at) if earlier else "",
        done=bool(earlier and earlier.state is RequestState.REMOVED),
    )


_LIFT = f"Once they agree, write who agreed under Safety and evidence, or “{HoldLifted.title}”."
_THEIRS = (
    "If the learner wants this report of their own made now, or has made it, nobody forbids it: "
    "record it with the reason."
)


def _held(kind: RouteKind, at: Situation) -> str:
    """Return a sentence saying why a route waits and how to lift the hold; "" without a hold."""
    if not at.held:
        return ""
    return " ".join((at.held, _LIFT, *((_THEIRS,) if kind in FROM_THE_DEVICE else ())))


_UNTOLD = RouteGuide(
    kind=RouteKind.COLLEGE, device="", gives="", do_not=(), standing=Seen.RECALLED, source=""
)


def _asked_of(kind: RouteKind, at: Situation, catalogue: Catalogue) -> Service:
    """Return who a route asks: the service itself, or the body that helps."""
    if kind in {*_TO_THE_SERVICE, RouteKind.COMPLAINT, RouteKind.COLLEGE}:
        return at.service
    if kind is RouteKind.SEARCH:
        engines = (one for one in catalogue.service if one.kind is ServiceKind.SEARCH)
        return at.service if at.service.kind is ServiceKind.SEARCH else next(engines, at.service)
    return catalogue.offering(kind, at.nation) or at.service


def way_of(kind: RouteKind, service: Service, pictured: Pictured = Pictured.CHILD) -> Route | None:
    """Return the service's route of a kind; a statutory report or complaint may go by its form."""
    own = service.route_by(kind, pictured)
    if own or kind not in {RouteKind.STATUTORY, RouteKind.COMPLAINT}:
        return own
    form = service.route_by(RouteKind.PUBLIC_FORM, pictured)
    return service.route_by(RouteKind.STATUTORY, pictured) or form


_BY: Mapping[RouteKind, tuple[DoneBy, ...]] = {
    RouteKind.COLLEGE: (DoneBy.STAFF,),
    RouteKind.REPORT_REMOVE: (DoneBy.LEARNER, DoneBy.WITH_LEARNER),
    RouteKind.TAKE_IT_DOWN: (DoneBy.LEARNER, DoneBy.WITH_LEARNER),
    RouteKind.ADULT: (DoneBy.LEARNER, DoneBy.WITH_LEARNER),
    RouteKind.CEOP: (DoneBy.LEARNER, DoneBy.PARENT, DoneBy.STAFF),
    RouteKind.SEARCH: (DoneBy.LEARNER, DoneBy.PARENT, DoneBy.STAFF),
    RouteKind.HARMFUL_CONTENT: (DoneBy.LEARNER, DoneBy.PARENT, DoneBy.STAFF),
    RouteKind.IWF: (DoneBy.STAFF, DoneBy.PARENT, DoneBy.LEARNER),
}


def _done_by(kind: RouteKind, at: Situation) -> tuple[DoneBy, ...]:
    """Return who may do it, the usual person first.

    Staff never use an account of their own to look.
    """
    if kind is not RouteKind.IN_APP:
        return _BY.get(kind, (DoneBy.STAFF,))
    if at.account is AccountHolder.LEARNER:
        return (DoneBy.LEARNER, DoneBy.WITH_LEARNER)
    if at.account is AccountHolder.OTHER:
        return (DoneBy.HOLDER, DoneBy.PARENT)
    return (DoneBy.LEARNER, DoneBy.WITH_LEARNER, DoneBy.HOLDER, DoneBy.PARENT)


def _asks(kind: RouteKind, at: Situation, guide: RouteGuide, route: Route | None) -> Iterator[str]:
    if kind is RouteKind.REPORT_REMOVE:
        yield _proof_of_age(at.band)
    if kind in {RouteKind.STATUTORY, RouteKind.COMPLAINT} or not (route and route.asks):
        yield from guide.asks
    if route:
        yield from route.asks


def _proof_of_age(band: AgeBand | None) -> str:
    """Describe the proof of age: an ID, if they wish, from 13; none under 13.

    Source: NSPCC Learning, guidance for professionals; Childline’s online service manager, 2024.
    Older pages of the IWF, Childline and Yoti still say that an ID is needed.
    """
    if band is AgeBand.UNDER_13:
        return "Under 13: no proof of age is asked for"
    if band is None:
        return "Find out if the learner is 13 or over: then an ID may be asked for, and is optional"
    return "13 or over: an ID may be asked for. It is optional: the report can be made without one"


_NO_REACH = (
    "This service is end-to-end encrypted: it sees only what somebody in the chat reports, and "
    "what others have saved stays with them."
)


def _limit(kind: RouteKind, at: Situation, guide: RouteGuide) -> str:
    """Describe what the route cannot do at this service."""
    encrypted = at.service.kind is ServiceKind.ENCRYPTED
    if encrypted and kind in {*_TO_THE_SERVICE, RouteKind.COMPLAINT}:
        return _NO_REACH
    if encrypted and kind in FROM_THE_DEVICE:
        return "It cannot reach into this chat. It stops copies elsewhere. " + guide.limit
    if kind is RouteKind.IN_APP and at.account is AccountHolder.NOT_KNOWN:
        return "Ask first who has an account. Nobody makes one in order to look."
    return guide.limit


def _already(earlier: Earlier, at: Situation) -> str:
    """Return a warning against asking the same again. After a refusal, another rung helps."""
    when = write_time(earlier.sent_at)
    reference = f", reference {earlier.reference}" if earlier.reference else ""
    match earlier.state:
        case RequestState.REMOVED:
            return f"Removed after the request of {when}{reference}."
        case RequestState.REFUSED:
            return f"Refused after the request of {when}{reference}. Take the next route."
        case RequestState.CAME_BACK:
            return f"It came back after the request of {when}{reference}. Take the next route."
        case _ if at.now - earlier.sent_at >= TAKEN_DOWN:
            over = "48 hours" if earlier.route is RouteKind.STATUTORY else "two days"
            return f"Asked on {when}{reference}; {over} are over. Take the next route."
        case _:
            return f"Asked on {when}{reference}. Wait for the answer: do not ask again."


def cautions(at: Situation) -> tuple[str, ...]:
    """Return the sentences above the ladder: holds, and what is not known yet."""
    return tuple(_cautions(at))


def _cautions(at: Situation) -> Iterator[str]:
    if at.held:
        yield f"Do not delete anything yet, nor ask for it to be removed. {at.held}"
    if at.band is None:
        yield "The learner’s age is not known. Find it out: the routes differ under 13 and over 18."
    if at.band is AgeBand.ADULT and not at.of_an_adult:
        yield (
            "Imagery of somebody who was under 18 when it was made goes by the routes for "
            "children, however old they are now. Never StopNCII."
        )
    if at.exploited is YesNoUnknown.NOT_KNOWN:
        yield "Find out if there was grooming, a threat or an adult. “Not known” is never “no”."
    if at.has_file is NO and not at.of_an_adult:
        yield "Take It Down needs the file on the device it was made on. Nobody sends it back."
    if at.service.kind in {ServiceKind.ENCRYPTED, ServiceKind.DIRECT} and at.service.note:
        yield at.service.note_said
