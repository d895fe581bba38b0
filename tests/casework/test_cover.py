"""Papers that say more than the record: kept as printed, and a cover page kept nowhere."""

import hashlib

import pytest

from app import paths
from app.casework.documents import issue, prepare
from app.casework.guidance import read_cards
from app.casework.outside_cases import CoverNames, cover_job, note_cover
from app.casework.recording import seal
from app.casework.setup import set_contact
from app.casework.sources import seen
from app.disclosure.leak import LeakFound, leaks_in
from app.domain.case.case import documents_of
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerCard
from app.domain.forms.settings import CheckedContact
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.papers.kinds import offer_of
from app.practice.casefile import read_case_file
from app.vault.events import Action
from tests.casefold import concern
from tests.domain.people_of_two import AT, SOON
from tests.domain.test_case import OPENED
from tests.papers.paper import text_of
from tests.play import play
from tests.sessions import issued_again

CARD = read_cards(paths.resources())[Stage.CONCERN]


@pytest.fixture
def opened(session):
    case = seal(session, ConcernReceived, concern())
    return seal(session, LearnerCard, {"learner": "ava", "at": AT, "review_on": SOON}, case=case)


def text(document):
    return " ".join(" ".join(text_of(document.pdf)).split())


def test_a_card_is_made_again_with_the_numbers_it_was_given_with(session, opened):
    issued = issue(session, opened, offer_of(opened, "learner_card", None, "ava"))
    assert "0800 1111: Childline" in text(issued.document)
    moved = CheckedContact(name="Childline", number="01632 960 999", source="Theirs", why="Moved")
    set_contact(session, "childline", moved)
    (document,) = documents_of(issued.case)
    again = issued_again(session, issued.case, document.number)
    assert again.same
    assert "01632 960 999" in str(
        prepare(session, opened, offer_of(opened, "learner_card", None, "ava"))
    )


def test_a_stale_number_is_on_no_paper(session, opened, clock):
    clock.forward(days=500)
    offer = offer_of(opened, "learner_card", None, "ava")
    assert prepare(session, opened, offer).content.issue.supplement.help == ()


def test_the_card_for_staff_has_the_rules_of_the_guidance_with_their_date(session, opened):
    issued = issue(session, opened, offer_of(opened, "staff_card"))
    shown = text(issued.document)
    assert "Do not promise to keep it secret." in shown
    assert "Seen on 22 Nov 2026 or later" in shown
    assert "Nobody there? Do not wait." in shown
    for rule in (*CARD.do, *CARD.do_not):
        assert (rule.text in shown) is seen(rule.source)
    assert not all(seen(rule.source) for rule in (*CARD.do, *CARD.do_not))
    assert leaks_in(issued.document.pdf, issued.case, Audience.STAFF) == ()


def test_the_cover_page_of_a_case_says_what_was_due_and_is_made_again_alike(session, opened, clock):
    issued = issue(session, opened, offer_of(opened, "cover"))
    assert "What is due" in text(issued.document)
    clock.forward(days=9)
    (document,) = documents_of(issued.case)
    assert issued_again(session, issued.case, document.number).same


def test_one_page_over_all_open_cases_is_logged_and_stands_in_no_register(session, opened, clock):
    file = read_case_file(paths.resources() / "practice" / "09-separated-parents.toml")
    seal(session, ConcernReceived, concern())
    closed = play(session, file, turn=lambda at: setattr(clock, "at", at))
    made = cover_job(session)()
    note_cover(session, made)
    assert "2 open cases" in text(made)
    assert opened.number in text(made)
    assert f"Case {closed.number}" not in text(made)
    assert leaks_in(made.pdf, opened, Audience.STAFF) == ()
    (event,) = (
        one for one in session.casebook.events.tail() if one.action == Action.DOCUMENT_PRINTED
    )
    assert event.detail["digest"] == hashlib.sha256(made.pdf).hexdigest()
    assert event.case is None


TEAMS = ("Marsh House Duty Team", "Ask for Bens mother", "Team of Benn Marsh")


@pytest.mark.parametrize("team", TEAMS)
def test_what_was_typed_of_a_team_names_nobody_on_a_cover_page(session, opened, team):
    case = seal(session, ReferralOpened, OPENED | {"child": "ava", "team": team}, case=opened)
    try:
        shown = text(issue(session, case, offer_of(case, "cover")).document)
    except LeakFound:
        with pytest.raises(CoverNames, match=case.number):
            cover_job(session)()
    else:
        assert not {"Marsh", "Ben", "Benn"} & set(shown.split())
        assert leaks_in([text(cover_job(session)())], case, Audience.STAFF) == ()
