"""A service that the college adds or edits: its questions, its answers, and its faults."""

from datetime import date, datetime
from typing import Annotated, Any

import msgspec

from app.domain.forms.routes import RouteKind
from app.domain.kit.answers import UNITED, Inert, Line, Nation
from app.domain.kit.checks import Problem, filled_in, problems
from app.domain.kit.form import Answers, Ask, Questions, Row, not_in_future, questions_of, said
from app.domain.kit.freshness import Seen
from app.domain.kit.moments import day_of
from app.removal.catalogue import ForWhom, Pictured, Route, Service, ServiceKind
from app.removal.reading import service_faults

_PARTED = ";"


class RouteAsked(Row, frozen=True, kw_only=True):
    """One route of a service."""

    kind: Annotated[RouteKind, Ask("Route")]
    who: Annotated[ForWhom, Ask("For whom")]
    pictured: Annotated[
        Pictured | None, Ask("Only if it shows", help="Leave open where it is one way for all.")
    ] = None
    steps: Annotated[Line, Ask("How, in a few words")]
    asks: Annotated[Line | None, Ask("What it asks for", help="Parted by semicolons.")] = None
    address: Annotated[Inert | None, Ask("Address", help="Text. Nothing opens it.")] = None
    standing: Annotated[Seen, Ask("Seen, or from memory")]
    checked_on: Annotated[
        date | None,
        Ask("Seen there on", check=not_in_future, required_if=said("standing", Seen.SEEN)),
    ] = None
    source: Annotated[Line, Ask("Source")]


class ServiceAsked(Questions, frozen=True, kw_only=True):
    """A service and its routes. What is written here wins over what came with the program."""

    name: Annotated[Line, Ask("Name")]
    kind: Annotated[ServiceKind, Ask("Kind")]
    nation: Annotated[
        Nation | None,
        Ask(
            "Where it is for",
            help="Leave open for the whole United Kingdom.",
            offers=UNITED,
        ),
    ] = None
    rule: Annotated[Line | None, Ask("Rule broken, in its own words")] = None
    note: Annotated[Line | None, Ask("To be known")] = None
    route: Annotated[tuple[RouteAsked, ...], Ask("Routes")] = ()
    why: Annotated[
        Line, Ask("Why it is set", help="Such as who told you, or what you saw there.", reason=True)
    ]


def faults_at(answers: Answers, now: datetime) -> tuple[Problem, ...]:
    """Return what no catalogue of services accepts, such as markup, each at its question.

    Returns nothing while the form itself has problems at `now` (UTC).
    """
    if problems(ServiceAsked, answers, now):
        return ()
    service = service_of("own", filled_in(ServiceAsked, answers))
    return tuple(_problem(place, said) for place, said in service_faults(service, day_of(now)))


def _problem(place: tuple[str | int, ...], sentence: str) -> Problem:
    """Return a fault as a problem of the form: with its labels, and a row by its number."""
    asked = questions_of(RouteAsked if len(place) > 1 else ServiceAsked)
    for question in asked:
        sentence = sentence.replace(f"“{question.name}”", f"“{question.ask.label}”")
    name = ".".join(str(part + 1) if isinstance(part, int) else part for part in place) or "route"
    row = f"Row {name.split('.')[1]}: " if len(place) > 1 else ""
    return Problem(name, row + sentence)


def answers_for(service: Service) -> dict[str, Any]:
    """Return the answers of the form for a service, as editors take them."""
    given = _given(service)
    given.pop("id")
    return given | {"route": tuple(_given(route) for route in service.route)}


def _given(one: Service | Route) -> dict[str, Any]:
    parts = {name: getattr(one, name) for name in one.__struct_fields__}
    if isinstance(one, Route):
        parts["asks"] = f"{_PARTED} ".join(one.asks)
    return {name: value for name, value in parts.items() if value not in {"", None, ()}}


def service_of(service: str, asked: ServiceAsked) -> Service:
    """Return the service of a filled-in form, with the id `service`."""
    whole = msgspec.structs.asdict(asked) | {"id": service, "route": asked.route}
    whole.pop("why")
    body = _without_none(msgspec.to_builtins(whole))
    for route in body["route"]:
        parts = (part.strip() for part in route.get("asks", "").split(_PARTED))
        route["asks"] = [part for part in parts if part]
    return msgspec.convert(body, Service)


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_none(one) for name, one in value.items() if one is not None}
    return [_without_none(one) for one in value] if isinstance(value, list) else value
