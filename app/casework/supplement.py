"""What a paper says besides the record: contacts in date, rules for staff, and what is due."""

from collections.abc import Iterable, Iterator

import msgspec

from app.casework.guidance import StaffRule
from app.casework.services import catalogue
from app.casework.session import Session
from app.casework.setup import chosen_help, help_for
from app.casework.sources import seen, sources
from app.disclosure.audience import FAMILIES
from app.domain.case.ages import began
from app.domain.case.case import Case
from app.domain.forms.requests import RemovalRequested
from app.domain.forms.routes import RouteKind
from app.domain.kit.answers import PersonRef, Role
from app.domain.kit.freshness import Seen
from app.domain.kit.moments import write_day
from app.domain.kit.record import EntryId
from app.domain.owed.table import owed_in
from app.domain.rules.bands import AgeBand, band_on
from app.domain.rules.directory import Contact, HelpFor
from app.domain.rules.needs import needs_of
from app.papers.kinds import Offer
from app.removal.catalogue import Pictured, Route, RouteGuide
from app.removal.flow import way_of
from app.typesetting.content import NO_SUPPLEMENT, Help, Rows, Supplement

NOT_LOOKED_UP = (
    "This service’s own way has not been looked up yet. Look for “Report” there, and check the "
    "address before anything is sent."
)
"""Printed in place of a route that is only remembered: a paper says what was seen."""
_ASKS_AS_THE_ACT = (RouteKind.STATUTORY, RouteKind.COMPLAINT)
"""The law, not the service's form, sets what these routes ask."""


def route_rows(session: Session, case: Case, entry: EntryId) -> Rows:
    """Return how the route of a request works: the device, what it asks for, what not to do."""
    request = case.requests[entry].opened
    told, known = _way(session, case, request)
    guide = told if told and told.standing is Seen.SEEN else None
    route = known if known and known.standing is Seen.SEEN else None
    own = bool(route and route.asks) and request.route not in _ASKS_AS_THE_ACT
    rows = {
        "How it goes": (route.steps,) if route else (NOT_LOOKED_UP,) if known else (),
        "On which device": (guide.device,) if guide else (),
        "What it asks for": route.asks if route and own else guide.asks if guide else (),
        "What comes of it": (guide.gives, guide.limit) if guide else (),
        "What not to do": (" ".join(guide.do_not),) if guide else (),
        "Address, as text": tuple(_address(route)) if route else (),
    }
    plain = {label: tuple(filter(None, map(_line, lines))) for label, lines in rows.items()}
    return tuple((label, lines) for label, lines in plain.items() if lines)


def _way(
    session: Session, case: Case, request: RemovalRequested
) -> tuple[RouteGuide | None, Route | None]:
    known, pictured = catalogue(session), _pictured(case)
    asked = known.by_id(request.service or "") or known.called(request.service_name)
    helping = known.offering(request.route)
    route = way_of(request.route, asked, pictured) if asked else None
    return known.guide_to(request.route), route or (
        helping.route_by(request.route, pictured) if helping else None
    )


def _pictured(case: Case) -> Pictured:
    """Return whom the imagery shows: an adult only if all pictured surely were when it began."""
    first = began(case.current)
    bands = {
        band_on(known.person, first)
        for known in case.people.values()
        if Role.PICTURED in known.roles
    }
    return Pictured.ADULT if bands == {AgeBand.ADULT} else Pictured.CHILD


def _address(route: Route) -> Iterator[str]:
    if route.address:
        yield route.address
        seen = f"last checked {write_day(route.checked_on)}" if route.checked_on else "not checked"
        yield f"{route.standing.label}, {seen}"


def _line(words: str) -> str:
    return " ".join(words.split())


def supplement_for(session: Session, case: Case, offer: Offer) -> Supplement:
    """Return what the kind of one paper adds to the record, as it is today."""
    kind = offer.kind
    helps = _helps(session, case, offer)
    card = session.cards.get(kind.stage) if kind.rules else None
    do, do_not = (_seen(card.do), _seen(card.do_not)) if card else ((), ())
    return Supplement(
        help=helps,
        do=tuple(rule.text for rule in do),
        do_not=tuple(rule.text for rule in do_not),
        checked=_checked(*do, *do_not),
        due=tuple(row.row for row in owed_in(case, session.clocks)) if kind.due else (),
        route=route_rows(session, case, offer.subject.entry or "") if kind.route else (),
    )


def _helps(session: Session, case: Case, offer: Offer) -> tuple[Help, ...]:
    """Return the contacts that a paper names: for a family, those that fit their own child."""
    audience, child = offer.kind.help, offer.subject.person or offer.subject.reader
    if audience is None:
        return ()
    if offer.kind.audience in FAMILIES and child:
        return help_for_child(session, audience, case, child)
    return tuple(map(_as_printed, help_for(session, audience)))


def help_for_child(
    session: Session, audience: HelpFor, case: Case, child: PersonRef
) -> tuple[Help, ...]:
    """Return the few contacts that fit a child today, by what happened and by their age."""
    known = case.people.get(child)
    needs, born = (needs_of(case, child), known.person.born) if known else ((), None)
    return tuple(map(_as_printed, chosen_help(session, audience, needs, born)))


def _seen(rules: Iterable[StaffRule]) -> tuple[StaffRule, ...]:
    """Return the rules whose source was seen: a paper says nothing that is only remembered."""
    return tuple(rule for rule in rules if seen(rule.source))


def _checked(*rules: StaffRule) -> str:
    """Write what these rules come from, each guidance once, and since when all of it was seen."""
    names = dict.fromkeys(rule.source.label.partition(",")[0] for rule in rules)
    oldest = min((sources()[rule.source].checked_on for rule in rules), default=None)
    return f"{'; '.join(names)}. Seen on {write_day(oldest)} or later." if oldest else ""


def write_supplement(supplement: Supplement) -> str | None:
    """Write a supplement as kept in the register, to make the same paper again; None if empty."""
    return None if supplement == NO_SUPPLEMENT else msgspec.json.encode(supplement).decode()


def read_supplement(written: str | None) -> Supplement:
    """Read a supplement as `write_supplement` wrote it."""
    return msgspec.json.decode(written, type=Supplement) if written else NO_SUPPLEMENT


def _as_printed(contact: Contact) -> Help:
    return Help(
        name=contact.name,
        purpose=contact.purpose,
        number=contact.number,
        address=contact.address,
        hours=contact.hours,
    )
