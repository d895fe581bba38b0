"""The words of a request: short, one item, no name, and nothing that belongs to the learner."""

from datetime import UTC, datetime

import msgspec
import pytest

from app.domain.case.requests import RequestState
from app.domain.forms.requests import STATED
from app.domain.forms.routes import RouteKind
from app.domain.kit.answers import Person, PersonKind, YesNoUnknown
from app.domain.kit.freshness import Seen
from app.domain.rules.bands import AgeBand
from app.domain.rules.learner_card import AgreedWithLearner, card_parts, card_text
from app.removal import words
from app.removal.flow import ladder
from app.removal.situation import Earlier, Situation
from app.removal.words import (
    Wanted,
    request_text,
    wording_faults,
)
from tests.removal.test_catalogue import CATALOGUE

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
MAILBOX = "safeguarding@college.example"
FAILED = Earlier(
    service="tiktok",
    route=RouteKind.IN_APP,
    sent_at=NOW,
    state=RequestState.REFUSED,
    reference="TT-1",
)


def rungs(**fields):
    at = Situation(service=CATALOGUE.by_id("tiktok"), now=NOW, band=AgeBand.FROM_13)
    return ladder(msgspec.structs.replace(at, **fields), CATALOGUE)


RUNGS = rungs(earlier=(FAILED,), exploited=YesNoUnknown.YES, in_search=YesNoUnknown.YES)


def wanted(route=RouteKind.PUBLIC_FORM, **fields):
    rung = next(rung for rung in RUNGS if rung.route is route)
    whole = Wanted(rung=rung, where="https://video.example/v/77", contact=MAILBOX)
    return msgspec.structs.replace(whole, **fields)


def learner(name, known_as=""):
    return Person(id="one", kind=PersonKind.LEARNER, name=name, known_as=known_as)


@pytest.mark.parametrize("service", [one for one in CATALOGUE.service if one.rule])
def test_a_rule_is_quoted_in_its_own_words_only_of_a_service_that_somebody_looked_up(service):
    seen = any(route.standing is Seen.SEEN for route in service.route)
    assert (service.rule_seen == service.rule) is seen
    recalled = tuple(
        msgspec.structs.replace(route, standing=Seen.RECALLED) for route in service.route
    )
    assert msgspec.structs.replace(service, route=recalled).rule_seen == ""


def test_a_request_is_short_and_says_what_where_and_which_rule():
    text = request_text(wanted(category="Minor safety", police_reference="EX/1234/26"))
    assert text == (
        "I report an intimate image of a person under 18.\n\n"
        "Where it is: https://video.example/v/77\n"
        "Category: Minor safety\n"
        "Rule broken: sexual content and the safety of minors\n\n"
        "Please remove it, and whatever is substantially the same.\n"
        "Please keep what the police may need before you remove it.\n"
        "Please prevent it from being put up again.\n\n"
        "Police reference: EX/1234/26\n\n"
        "Please answer to: safeguarding@college.example\n\n"
        "Nothing is attached. We hold no copy and have not looked at it."
    )


def test_that_nobody_looked_is_not_claimed_once_a_viewing_is_recorded():
    last = request_text(wanted(seen=True)).rpartition("\n")[2]
    assert last == "Nothing is attached. We hold no copy."


def test_a_statutory_report_carries_all_six_statements_and_the_48_hours():
    text = request_text(wanted(RouteKind.STATUTORY, statements=tuple(STATED.values())))
    assert len(STATED) == 6
    assert all(statement in text for statement in STATED.values())
    assert "section 20A of the Online Safety Act 2023" in text
    assert "within 48 hours" in text


def test_a_complaint_names_the_first_report():
    text = request_text(wanted(RouteKind.COMPLAINT, first_reference="TT-1"))
    assert "Reference of the first report: TT-1" in text


def test_an_adults_request_does_not_say_that_a_child_is_shown():
    assert "under 18" not in request_text(wanted(of_an_adult=True))


@pytest.mark.parametrize("where", ["https://a.example/1 https://a.example/2", "@one\n@two"])
def test_one_request_is_for_one_item(where):
    assert "one item" in wording_faults(wanted(where=where), {})["where"]


@pytest.mark.parametrize(
    "text",
    [
        "password: Harbour7",
        "her password is sunshine",
        "Passcode 4471",
        "pwd=abc123",
        "Childline login: river_22",
        "Childline username is river",
        "log-in: river_22",
        "case PIN 4471",
        "PIN: 44-71",
        "the pin is 123456",
        "verification code 220 114",
    ],
)
def test_a_password_log_in_or_pin_is_refused_in_every_box(text):
    assert words.credential_in(text)
    assert all(
        "tear-off slip" in wording_faults(wanted(**{field: text}), {})[field]
        for field in ("where", "category", "contact", "police_reference", "first_reference")
    )


@pytest.mark.parametrize(
    "text",
    [
        "They changed their password today",
        "The learner keeps the log-in and the PIN",
        "Pinned message of 12 November",
        "shopping 44 things",
        "EX/1234/26",
        "https://pin.example/board/4471",
        "Log in again on Monday",
    ],
)
def test_speaking_of_a_password_or_a_pin_is_no_harm(text):
    assert not words.credential_in(text)


@pytest.mark.parametrize("band", [*AgeBand, None])
def test_the_card_is_neutral_and_promises_nothing_that_may_not_hold(band):
    text = card_text(card_parts(band, AgreedWithLearner(), talk=("0800 1111, Childline",)))
    low = text.lower()
    unwanted = (
        "nude",
        "intimate",
        "image",
        "sexual",
        "police",
        "confidential",
        "secret",
        "always works",
    )
    assert [word for word in unwanted if word in low] == []
    assert "0800 1111, Childline" in text


def test_the_card_asks_for_an_id_only_from_13():
    under = card_text(card_parts(AgeBand.UNDER_13, AgreedWithLearner(), talk=()))
    over = card_text(card_parts(AgeBand.FROM_13, AgreedWithLearner(), talk=()))
    assert "nobody asks for an ID" in under
    assert "You may be asked for an ID. You need not show one." in over


@pytest.mark.parametrize("band", [AgeBand.UNDER_13, AgeBand.FROM_13, AgeBand.FROM_16, None])
@pytest.mark.parametrize("deletes", [True, False])
def test_the_card_never_says_to_delete_and_not_to_delete(band, deletes):
    said = AgreedWithLearner(next_step="You delete it by tomorrow.", deletes=deletes)
    text = card_text(card_parts(band, said, talk=()))
    assert ("Do not delete anything yet." in text) is not deletes
    assert ("Do this first, and delete afterwards." in text) is deletes
    assert ("You delete it by tomorrow." in text) is deletes


def test_the_card_says_when_a_report_is_read_and_promises_no_answer():
    text = card_text(card_parts(AgeBand.FROM_13, AgreedWithLearner(), talk=()))
    assert "read within one working day, Monday to Friday" in text
    assert "answer in" not in text
    assert "after about one working day" not in text


def test_the_slip_has_lines_for_the_learner_and_nothing_filled_in():
    assert not words.credential_in(words.credential_slip())
    assert "____" in words.credential_slip()
