"""Imagery of somebody under 18 goes by the ways for children, at every service."""

import msgspec
import pytest

from app.domain.forms.routes import RouteKind
from app.domain.rules.bands import AgeBand
from app.removal.catalogue import Pictured
from app.removal.flow import ladder
from tests.removal.test_flow import ASKABLE, CATALOGUE, situation


@pytest.mark.parametrize("service", ASKABLE, ids=lambda one: one.id)
@pytest.mark.parametrize("band", [AgeBand.UNDER_13, AgeBand.FROM_13, AgeBand.FROM_16, None])
def test_imagery_of_a_child_never_goes_by_the_way_for_adults(service, band):
    at = situation("tiktok 13-15 learner yes none found late")
    at = msgspec.structs.replace(at, service=service, band=band)
    for_adults = {
        said
        for one in CATALOGUE.service
        for route in one.route
        if route.pictured is Pictured.ADULT or route.kind is RouteKind.ADULT
        for said in (route.address, route.steps)
        if said
    }
    for rung in ladder(at, CATALOGUE):
        assert rung.address not in for_adults
        assert rung.steps not in for_adults
        assert "screenshot" not in " ".join(rung.asks_for).replace("no screenshot", "")


def test_a_search_engine_is_asked_on_its_page_for_imagery_of_children():
    child, adult = (
        next(r for r in ladder(situation(given), CATALOGUE) if r.route is RouteKind.SEARCH)
        for given in ("google_search 16-17 nobody yes none", "google_search 18++ nobody yes none")
    )
    assert child.address == "https://support.google.com/websearch/answer/15300563"
    assert "intimate_imagery" in adult.address


def test_a_complaint_that_warns_whoever_put_it_up_is_the_last_way():
    at = situation("tiktok 13-15 learner yes none late")
    rungs = ladder(msgspec.structs.replace(at, service=CATALOGUE.by_id("youtube")), CATALOGUE)
    warning = [rung.route for rung in rungs if "warns whoever put it up" in rung.steps]
    assert warning == [RouteKind.COMPLAINT] == [rungs[-1].route]
    in_app = next(rung for rung in rungs if rung.route is RouteKind.IN_APP)
    assert "child abuse" in in_app.steps
