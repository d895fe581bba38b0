"""The catalogue: services by which imagery spreads, their routes of removal, and the sources."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from app.domain import names
from app.domain.forms.routes import RouteKind
from app.domain.kit.answers import Choice, Nation
from app.domain.kit.freshness import Seen


class ServiceKind(Choice):
    """What sort of service it is. This decides which routes make sense."""

    SOCIAL = "social", "Social network"
    MESSAGING = "messaging", "Messages and chats"
    ENCRYPTED = "encrypted", "End-to-end encrypted messages"
    DIRECT = "direct", "From device to device"
    STORAGE = "storage", "Online storage"
    HOST = "host", "Adult site or image host"
    SEARCH = "search", "Search engine"
    COLLEGE = "college", "The college’s own service"
    NATIONAL = "national", "Body that helps with removal"


class ForWhom(Choice):
    """Who can take a route."""

    HOLDER = "holder", "With an account"
    ANYONE = "anyone", "Without an account"


class Pictured(Choice):
    """Whom the imagery shows, where a service has a way of its own for it."""

    CHILD = "child", "Somebody who was under 18 when it was made"
    ADULT = "adult", "Somebody who was 18 or over when it was made"


class Route(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to ask a service. `address` is inert text; `checked_on` is the day of its check.

    `pictured` is whom it is for; None where it is for imagery of children and adults alike.
    """

    kind: RouteKind
    who: ForWhom
    pictured: Pictured | None = None
    steps: str
    asks: tuple[str, ...] = ()
    address: str = ""
    checked_on: date | None = None
    standing: Seen
    source: str


class Service(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A service with its routes. `rule` names the rule broken, in the service's own words.

    `nation` is the only nation it is for; None for the whole United Kingdom.
    """

    id: str
    name: str
    kind: ServiceKind
    nation: Nation | None = None
    rule: str = ""
    note: str = ""
    route: tuple[Route, ...] = ()

    def route_by(self, kind: RouteKind, pictured: Pictured = Pictured.CHILD) -> Route | None:
        """Return the service's route of a kind for imagery of a child, or an adult; None if none.

        Unless somebody says that it shows an adult, it is the way for a child.
        """
        routes = (one for one in self.route if one.kind is kind)
        return next((one for one in routes if one.pictured in {None, pictured}), None)

    @property
    def rule_seen(self) -> str:
        """The rule broken; "" where all that is known of the service is only recalled."""
        return self.rule if self._seen else ""

    @property
    def note_said(self) -> str:
        """The note, with a warning where all that is known of the service is only recalled."""
        doubt = "" if self._seen else f" {Seen.RECALLED.label}: check first."
        return f"{self.note}{doubt}" if self.note else ""

    @property
    def _seen(self) -> bool:
        return any(route.standing is Seen.SEEN for route in self.route)

    @property
    def checked_on(self) -> date | None:
        """The oldest day of a check among its routes; None when one of them was never checked."""
        days = [route.checked_on for route in self.route]
        known = [day for day in days if day]
        return min(known) if known and len(known) == len(days) else None


class RouteGuide(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to know of one kind of route, whatever the service."""

    kind: RouteKind
    device: str
    asks: tuple[str, ...] = ()
    gives: str
    do_not: tuple[str, ...]
    limit: str = ""
    checked_on: date | None = None
    standing: Seen
    source: str


class NationGuide(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What differs in one nation: who leads, who to call, which law."""

    nation: Nation
    lead: str
    police: str
    care: str
    law: str
    note: str = ""
    checked_on: date | None = None
    standing: Seen
    source: str

    @property
    def words(self) -> str:
        """The guide in a few sentences, with a warning where it is from memory."""
        parts = (self.police, self.care, f"Law: {self.law}", self.note.rstrip("."))
        doubt = "" if self.standing is Seen.SEEN else f"{Seen.RECALLED.label}: check first"
        return ". ".join(part for part in (*parts, doubt) if part) + "."


class Catalogue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All services; in the catalogue that comes with the program also guides and nations."""

    service: tuple[Service, ...] = ()
    guide: tuple[RouteGuide, ...] = ()
    nation: tuple[NationGuide, ...] = ()

    def by_id(self, service: str) -> Service | None:
        """Return the service with an id; None if there is none."""
        return next((one for one in self.service if one.id == service), None)

    def called(self, name: str) -> Service | None:
        """Return the service with a name, however it is written; None if there is none."""
        return next((one for one in self.service if names.same(one.name, name)), None)

    def guide_to(self, kind: RouteKind) -> RouteGuide | None:
        """Return the guide to a kind of route; None if there is none."""
        return next((one for one in self.guide if one.kind is kind), None)

    def in_nation(self, nation: Nation) -> NationGuide | None:
        """Return the guide to a nation; None if there is none."""
        return next((one for one in self.nation if one.nation is nation), None)

    def offering(self, kind: RouteKind, nation: Nation | None = None) -> Service | None:
        """Return the first body in a nation that offers a kind of route; None if there is none."""
        return next(
            (
                one
                for one in self.service
                if one.kind is ServiceKind.NATIONAL
                and one.nation in {None, nation}
                and one.route_by(kind)
            ),
            None,
        )


def overlaid(shipped: Catalogue, own: Iterable[Service]) -> Catalogue:
    """Lay the college's services over the shipped ones: edited ones replace, new ones follow."""
    mine: Mapping[str, Service] = {service.id: service for service in own}
    known = {service.id for service in shipped.service}
    services = [mine.get(service.id, service) for service in shipped.service]
    services += [service for key, service in mine.items() if key not in known]
    return msgspec.structs.replace(shipped, service=tuple(services))


class Change(msgspec.Struct, frozen=True):
    """A service as an import would leave it: new, or with the names of the fields that differ."""

    service: Service
    fields: tuple[str, ...] = ()
    new: bool = False


def changes(now: Catalogue, coming: Catalogue) -> tuple[Change, ...]:
    """Return what an import would change, service by service, without what stays the same."""
    found: list[Change] = []
    for service in coming.service:
        before = now.by_id(service.id)
        if before is None:
            found.append(Change(service, new=True))
        elif before != service:
            differing = (
                name
                for name in service.__struct_fields__
                if getattr(before, name) != getattr(service, name)
            )
            found.append(Change(service, tuple(differing)))
    return tuple(found)
