"""The ladder: the right routes in the right order for this learner, and never a wrong one."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.case.requests import RequestState
from app.domain.forms.deletion import Hold
from app.domain.forms.routes import FROM_THE_DEVICE, DoneBy, RouteKind, waits
from app.domain.kit.answers import Nation, YesNoUnknown
from app.domain.kit.freshness import months_after
from app.domain.rules.bands import AgeBand
from app.removal.catalogue import ServiceKind
from app.removal.flow import cautions, ladder, next_rung, way_of
from app.removal.situation import AccountHolder, Earlier, Situation
from tests.removal.expected import TABLE
from tests.removal.test_catalogue import CATALOGUE

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
YES, NO, UNKNOWN = YesNoUnknown.YES, YesNoUnknown.NO, YesNoUnknown.NOT_KNOWN

CALLED = {
    "RR": RouteKind.REPORT_REMOVE,
    "TID": RouteKind.TAKE_IT_DOWN,
    "APP": RouteKind.IN_APP,
    "FORM": RouteKind.PUBLIC_FORM,
    "S20A": RouteKind.STATUTORY,
    "IWF": RouteKind.IWF,
    "CEOP": RouteKind.CEOP,
    "SEARCH": RouteKind.SEARCH,
    "POSH": RouteKind.POSH,
    "RHC": RouteKind.HARMFUL_CONTENT,
    "COMPL": RouteKind.COMPLAINT,
    "ADULT": RouteKind.ADULT,
    "COLLEGE": RouteKind.COLLEGE,
}
AGES = {
    "u13": (AgeBand.UNDER_13, UNKNOWN),
    "13-15": (AgeBand.FROM_13, UNKNOWN),
    "16-17": (AgeBand.FROM_16, YES),  # nobody of 17 was 18 before, whatever was answered
    "18+": (AgeBand.ADULT, NO),
    "18++": (AgeBand.ADULT, YES),
    "?": (None, UNKNOWN),
}
HELD = (Hold.POLICE, Hold.ADULT)
ASKED = {
    "late": (49, RequestState.SENT),
    "waiting": (2, RequestState.SENT),
    "refused": (2, RequestState.REFUSED),
    "back": (2, RequestState.CAME_BACK),
}
ANSWERS = {"yes": YES, "no": NO, "?": UNKNOWN}


def rows():
    lines = (line for line in TABLE.splitlines()[2:] if line and not line.startswith("#"))
    for line in lines:
        given, routes = line.split("|")
        yield pytest.param(given, routes.split(), id=" ".join(line.split()))


ROWS = list(rows())


def situation(given):
    service, age, account, public, hold, *also = given.split()
    band, adult = AGES[age]
    asked = next((ASKED[word] for word in also if word in ASKED), None)
    who = "not_known" if account == "?" else account
    return Situation(
        service=CATALOGUE.by_id(service),
        now=NOW,
        band=band,
        adult_when_made=adult,
        account=AccountHolder(who),
        public=ANSWERS[public],
        in_search=YES if "found" in also else NO,
        has_file=NO if "nofile" in also else YES,
        exploited=YES if "sextortion" in also else NO,
        concern=YES if "concern" in also else NO,
        side_content=YES if "bullying" in also else NO,
        holds=() if hold == "none" else HELD,
        agreed=hold == "agreed",
        earlier=(earlier(service, *asked),) if asked else (),
    )


def earlier(service, hours, state, route=RouteKind.STATUTORY):
    return Earlier(service=service, route=route, sent_at=NOW - timedelta(hours=hours), state=state)


@pytest.mark.parametrize(("given", "routes"), ROWS)
def test_the_ladder_is_the_one_the_guidance_gives(given, routes):
    rungs = ladder(situation(given), CATALOGUE)
    assert [rung.route for rung in rungs] == [CALLED[name.strip("*")] for name in routes]
    assert [bool(rung.held) for rung in rungs] == [name.endswith("*") for name in routes]


def test_the_table_covers_every_age_account_hold_and_kind_of_service():
    given = [row.values[0].split() for row in ROWS]
    assert len(given) >= 60
    assert {one[1] for one in given} == set(AGES)
    assert {one[2] for one in given} == {"learner", "other", "nobody", "?"}
    assert {one[4] for one in given} == {"none", "held", "agreed"}
    kinds = {CATALOGUE.by_id(one[0]).kind for one in given}
    assert kinds == set(ServiceKind) - {ServiceKind.NATIONAL}


ASKABLE = [one for one in CATALOGUE.service if one.kind is not ServiceKind.NATIONAL]
ANSWER = st.sampled_from(YesNoUnknown)
EARLIER = st.builds(
    earlier,
    st.just("any"),
    st.integers(0, 200),
    st.sampled_from(RequestState),
    st.sampled_from(RouteKind),
)
SITUATIONS = st.builds(
    Situation,
    service=st.sampled_from(ASKABLE),
    now=st.just(NOW),
    band=st.sampled_from([*AgeBand, None]),
    adult_when_made=ANSWER,
    account=st.sampled_from(AccountHolder),
    public=ANSWER,
    in_search=ANSWER,
    has_file=ANSWER,
    exploited=ANSWER,
    concern=ANSWER,
    side_content=ANSWER,
    holds=st.lists(st.sampled_from(Hold), unique=True).map(tuple),
    agreed=st.booleans(),
    nation=st.sampled_from(Nation),
    earlier=st.lists(EARLIER, max_size=3).map(tuple),
)


def kinds(at):
    return [rung.route for rung in ladder(at, CATALOGUE)]


@given(SITUATIONS)
def test_somebody_who_may_have_been_a_child_then_is_never_sent_to_adult_routes(at):
    certain = at.band is AgeBand.ADULT and at.adult_when_made is YES
    assert (RouteKind.ADULT in kinds(at)) is certain
    assert RouteKind.REPORT_REMOVE not in kinds(at) or at.band is not AgeBand.ADULT


@given(SITUATIONS)
def test_under_a_hold_nothing_that_removes_can_be_taken_before_it_was_agreed(at):
    for rung in ladder(at, CATALOGUE):
        waiting = bool(at.holds) and not at.agreed and waits(rung.route)
        assert bool(rung.held) is waiting
        assert not (waiting and rung.open)
        assert not waiting or "agreement of" in rung.held


@given(SITUATIONS)
def test_a_held_route_says_how_to_lift_it_and_that_the_learners_own_report_is_not_forbidden(at):
    for rung in ladder(at, CATALOGUE):
        own = rung.route in FROM_THE_DEVICE
        assert ("Once they agree" in rung.held) is bool(rung.held)
        assert rung.theirs is ("nobody forbids it" in rung.held) is (own and bool(rung.held))


@pytest.mark.parametrize("route", RouteKind)
def test_every_route_that_removes_something_waits_under_a_hold(route):
    advice_or_police = {RouteKind.COLLEGE, RouteKind.CEOP, RouteKind.POSH}
    assert waits(route) is (route not in advice_or_police)


@given(SITUATIONS)
def test_what_needs_the_file_comes_before_what_may_lose_it(at):
    order = kinds(at)
    first = [RouteKind.COLLEGE, RouteKind.REPORT_REMOVE, RouteKind.TAKE_IT_DOWN, RouteKind.ADULT]
    leading = [kind for kind in order if kind in first]
    assert order[: len(leading)] == leading == [kind for kind in first if kind in leading]
    assert len(set(order)) == len(order)


@given(SITUATIONS)
def test_a_complaint_comes_last_and_only_after_a_request_failed(at):
    order = kinds(at)
    if RouteKind.COMPLAINT in order:
        assert order[-1] is RouteKind.COMPLAINT
        assert at.earlier
    if RouteKind.HARMFUL_CONTENT in order:
        assert at.band not in {None, AgeBand.UNDER_13}
        assert at.side_content is YES
        assert at.earlier


@given(SITUATIONS)
def test_every_rung_says_who_where_what_it_gives_and_what_not_to_do(at):
    for rung in ladder(at, CATALOGUE):
        assert rung.done_by
        assert rung.device
        assert rung.gives
        assert rung.do_not
        assert rung.asks_for or rung.route is RouteKind.IN_APP


@given(SITUATIONS)
def test_no_member_of_staff_reports_in_an_app_or_uploads(at):
    by_learner = {RouteKind.IN_APP, RouteKind.REPORT_REMOVE, RouteKind.TAKE_IT_DOWN}
    for rung in ladder(at, CATALOGUE):
        assert not (rung.route in by_learner and DoneBy.STAFF in rung.done_by)


@given(SITUATIONS)
def test_what_was_asked_is_not_offered_as_next_and_says_so(at):
    rungs = ladder(at, CATALOGUE)
    following = next_rung(rungs)
    assert following is None or following.route not in {one.route for one in at.earlier}
    asked = {one.route for one in at.earlier}
    assert all(bool(rung.already) is (rung.route in asked) for rung in rungs)


def one_rung(route, **fields):
    at = msgspec.structs.replace(situation("tiktok 13-15 learner no none"), **fields)
    return next(rung for rung in ladder(at, CATALOGUE) if rung.route is route)


def test_report_remove_says_that_an_id_is_optional_from_13_and_not_asked_for_before():
    assert "no proof of age" in one_rung(RouteKind.REPORT_REMOVE, band=AgeBand.UNDER_13).asks_for[0]
    assert "It is optional" in one_rung(RouteKind.REPORT_REMOVE).asks_for[0]
    assert "Find out" in one_rung(RouteKind.REPORT_REMOVE, band=None).asks_for[0]


def test_an_encrypted_service_says_honestly_what_cannot_be_done():
    whatsapp = CATALOGUE.by_id("whatsapp")
    in_app = one_rung(RouteKind.IN_APP, service=whatsapp)
    assert "sees only what somebody in the chat reports" in in_app.limit
    removed = one_rung(RouteKind.REPORT_REMOVE, service=whatsapp)
    assert removed.limit.startswith("It cannot reach into this chat.")
    signal = situation("signal 13-15 learner no none")
    assert any("nobody at Signal can see or remove" in told for told in cautions(signal))


def test_asking_again_within_48_hours_is_warned_against_with_the_reference():
    asked = earlier("tiktok", 2, RequestState.SENT, RouteKind.PUBLIC_FORM)
    asked = msgspec.structs.replace(asked, reference="TT-1")
    rung = one_rung(RouteKind.PUBLIC_FORM, earlier=(asked,))
    assert rung.already.endswith("reference TT-1. Wait for the answer: do not ask again.")


@pytest.mark.parametrize(
    ("route", "over"), [(RouteKind.STATUTORY, "48 hours"), (RouteKind.PUBLIC_FORM, "two days")]
)
def test_after_48_hours_to_the_minute_the_rung_itself_says_to_take_the_next_one(route, over):
    """Only a statutory report has its hours from the Act."""
    asked = earlier("tiktok", 48, RequestState.SENT, route)
    rung = one_rung(route, earlier=(asked,))
    assert rung.already.endswith(f"{over} are over. Take the next route.")


def test_after_48_hours_without_an_answer_the_next_rung_is_escalation():
    tried = [RouteKind.REPORT_REMOVE, RouteKind.TAKE_IT_DOWN, RouteKind.IN_APP]
    tried += [RouteKind.PUBLIC_FORM, RouteKind.STATUTORY]
    asked = tuple(earlier("tiktok", 48, RequestState.SENT, route) for route in tried)
    at = msgspec.structs.replace(situation("tiktok 13-15 learner no none"), earlier=asked)
    assert next_rung(ladder(at, CATALOGUE)).route is RouteKind.POSH


def test_an_adult_today_whose_imagery_is_of_a_child_is_told_why():
    at = situation("tiktok 18+ learner no none")
    assert any("Never StopNCII" in told for told in cautions(at))


@pytest.mark.parametrize("nation", set(Nation) - {Nation.ELSEWHERE})
def test_every_nation_says_who_leads_whom_to_call_and_which_law(nation):
    (guide,) = (one for one in CATALOGUE.nation if one.nation is nation)
    assert guide.lead
    assert "999" in guide.police
    assert guide.care
    assert guide.law
    assert (guide.standing == "seen") is (nation is Nation.ENGLAND)


def test_take_it_down_is_offered_while_nobody_has_said_that_the_file_is_gone():
    at = situation("tiktok 13-15 learner no none")
    for has_file, offered in ((YES, True), (UNKNOWN, True), (NO, False)):
        found = kinds(msgspec.structs.replace(at, has_file=has_file))
        assert (RouteKind.TAKE_IT_DOWN in found) is offered


@pytest.mark.parametrize(
    ("account", "who"),
    [
        (AccountHolder.LEARNER, (DoneBy.LEARNER, DoneBy.WITH_LEARNER)),
        (AccountHolder.OTHER, (DoneBy.HOLDER, DoneBy.PARENT)),
        (
            AccountHolder.NOT_KNOWN,
            (DoneBy.LEARNER, DoneBy.WITH_LEARNER, DoneBy.HOLDER, DoneBy.PARENT),
        ),
    ],
)
def test_a_report_in_the_app_is_made_by_whoever_has_the_account(account, who):
    assert one_rung(RouteKind.IN_APP, account=account).done_by == who


def test_what_a_services_own_page_asks_for_stands_in_place_of_what_is_usual():
    kind = RouteKind.PUBLIC_FORM
    guide, route = CATALOGUE.guide_to(kind), CATALOGUE.by_id("tiktok").route_by(kind)
    own = msgspec.structs.replace(route, asks=("Only this",))
    tiktok = msgspec.structs.replace(CATALOGUE.by_id("tiktok"), route=(own,))
    assert one_rung(kind, service=tiktok).asks_for == ("Only this",)
    bare = msgspec.structs.replace(tiktok, route=(msgspec.structs.replace(own, asks=()),))
    assert one_rung(kind, service=bare).asks_for == guide.asks


def test_of_several_requests_by_one_route_the_newest_says_how_it_stands():
    kind = RouteKind.PUBLIC_FORM
    asked = tuple(
        earlier("tiktok", hours, state, kind)
        for hours, state in ((60, RequestState.REFUSED), (2, RequestState.REMOVED))
    )
    rung = one_rung(kind, earlier=asked)
    assert rung.already.startswith("Removed")
    assert rung.done
    assert not one_rung(kind, earlier=asked[:1]).done


def test_a_route_is_as_old_and_as_sure_as_what_is_known_of_it_at_this_service():
    kind, tiktok = RouteKind.PUBLIC_FORM, CATALOGUE.by_id("tiktok")
    own = msgspec.structs.replace(
        tiktok.route_by(kind), checked_on=date(2020, 2, 3), source="Own look"
    )
    rung = one_rung(kind, service=msgspec.structs.replace(tiktok, route=(own,)))
    assert (rung.checked_on, rung.standing, rung.source) == (
        own.checked_on,
        own.standing,
        "Own look",
    )


@pytest.mark.parametrize(("exploited", "told"), [(UNKNOWN, True), (YES, False), (NO, False)])
def test_only_what_is_not_known_of_an_adult_or_a_threat_is_to_be_found_out(exploited, told):
    at = msgspec.structs.replace(situation("tiktok 13-15 learner no none"), exploited=exploited)
    assert any("Find out if there was grooming" in words for words in cautions(at)) is told


def test_a_service_is_as_fresh_as_its_oldest_route_and_never_checked_if_one_never_was():
    tiktok = CATALOGUE.by_id("tiktok")
    route = tiktok.route[0]
    aged = [
        msgspec.structs.replace(route, checked_on=day)
        for day in (date(2026, 3, 1), date(2025, 3, 1), None)
    ]
    assert msgspec.structs.replace(tiktok, route=tuple(aged[:2])).checked_on == date(2025, 3, 1)
    assert msgspec.structs.replace(tiktok, route=tuple(aged)).checked_on is None


def test_a_body_of_another_nation_is_not_the_one_to_ask():
    (first, *others) = (one for one in CATALOGUE.service if one.route_by(RouteKind.IWF))
    welsh = msgspec.structs.replace(first, id="welsh", nation=Nation.WALES)
    known = msgspec.structs.replace(CATALOGUE, service=(welsh, first, *others))
    assert known.offering(RouteKind.IWF, Nation.WALES) == welsh
    assert known.offering(RouteKind.IWF, Nation.SCOTLAND) == first


def test_a_statutory_report_goes_where_the_form_goes_unless_it_has_a_page_of_its_own():
    form = CATALOGUE.by_id("tiktok").route_by(RouteKind.PUBLIC_FORM)
    own = msgspec.structs.replace(form, kind=RouteKind.STATUTORY, address="own page")
    plain = msgspec.structs.replace(CATALOGUE.by_id("tiktok"), route=(form,))
    assert way_of(RouteKind.STATUTORY, plain) == form
    assert way_of(RouteKind.COMPLAINT, msgspec.structs.replace(plain, route=(form, own))) == own
    assert way_of(RouteKind.IN_APP, plain) is None


def test_a_month_later_is_the_last_of_a_shorter_month_and_no_earlier():
    assert months_after(date(2025, 8, 31), 6) == date(2026, 2, 28)
    assert months_after(date(2026, 1, 30), 6) == date(2026, 7, 30)
