"""What papers say beside the record is kept as printed; blank paper is logged, not registered."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.casework.documents import issue
from app.casework.not_issued import NoMailbox
from app.casework.opening import unlock_casebook
from app.casework.outside_cases import blank_paper, note_taken
from app.casework.recording import read_case
from app.casework.services import adopt, catalogue
from app.casework.supplement import NOT_LOOKED_UP, read_supplement, supplement_for, write_supplement
from app.domain.case.case import documents_of
from app.domain.forms import on_paper
from app.domain.forms.conversation import LearnerConversation
from app.domain.kit.answers import Involved, Role
from app.domain.kit.freshness import Seen
from app.papers.kinds import offers_for
from app.practice.casefile import read_case_file
from app.typesetting.content import NO_SUPPLEMENT, Supplement
from app.vault.events import Action
from tests.casefold import AVA, concern_case
from tests.domain.people_of_two import TALKED
from tests.made import copied
from tests.play import play
from tests.sessions import PASSPHRASE, Clock, issued_again, new_desk, program

TYPED = st.from_regex(r"[A-Za-z:.,’ ]{0,20}[a-z]", fullmatch=True)
LINES = TYPED.map(lambda text: " ".join(text.split()))
ROWS = st.lists(st.tuples(LINES, st.lists(LINES, max_size=3).map(tuple)), max_size=4).map(tuple)


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """The second practice case in a casebook, closed, and when its last entry was recorded."""
    file = read_case_file(paths.resources() / "practice" / "02-demands.toml")
    clock = Clock()
    session = new_desk(tmp_path_factory.mktemp("played") / "casebook", clock)
    play(session, file, turn=lambda at: setattr(clock, "at", at + timedelta(minutes=1)))
    session.close()
    return session.casebook.folder, clock.at


@pytest.fixture
def with_demands(played, tmp_path):
    """A desk with that case, which has a statutory report."""
    folder, at = played
    casebook = copied(folder, tmp_path / "casebook")
    made = unlock_casebook(program(Clock(at)), casebook, PASSPHRASE)
    yield made
    made.close()


@pytest.fixture
def demands(with_demands):
    (row,) = with_demands.casebook.lists.cases()
    return read_case(with_demands, row.case)


def offered(case, key):
    return [one for one in offers_for(case) if one.kind.key == key]


@given(ROWS)
def test_what_was_handed_in_is_read_back_as_it_was_written(rows):
    beside = Supplement(route=rows)
    assert read_supplement(write_supplement(beside)) == beside


@pytest.mark.parametrize(("born", "named"), [(2011, True), (2009, True), (2006, False)])
def test_a_card_names_childline_only_to_who_is_young_enough(with_demands, born, named):
    learner = msgspec.structs.replace(AVA, born=date(born, 1, 1))
    people = (Involved(learner, (Role.PICTURED,)),)
    case = concern_case((LearnerConversation, TALKED), people=people)
    helps = supplement_for(with_demands, case, offered(case, "learner_card")[0]).help
    assert ("Childline" in {one.name for one in helps}) is named


def test_a_pack_says_how_its_route_goes_and_when_that_was_checked(with_demands, demands):
    session = with_demands
    for offer in offered(demands, "removal_pack"):
        rows = dict(supplement_for(session, demands, offer).route)
        assert {"On which device", "What it asks for", "What not to do"} <= set(rows)
        address, checked = rows["Address, as text"]
        assert address.startswith("http")
        assert "last checked" in checked
    assert supplement_for(session, demands, offered(demands, "chronology")[0]) == NO_SUPPLEMENT


def test_a_list_that_changes_alters_no_pack_that_has_left(with_demands, demands):
    session = with_demands
    offer = offered(demands, "removal_pack")[0]
    issued = issue(session, demands, offer)
    (known,) = (one for one in catalogue(session).service if one.name == "Instagram")
    route = tuple(msgspec.structs.replace(one, steps="Another way.") for one in known.route)
    adopt(session, [msgspec.structs.replace(known, route=route)], "It moved.")
    assert supplement_for(session, issued.case, offer) != issued.document.content.issue.supplement
    again = issued_again(session, issued.case, documents_of(issued.case)[-1].number)
    assert again.same
    assert again.pdf == issued.document.pdf


def test_a_way_that_is_only_remembered_is_printed_on_no_pack(with_demands, demands):
    session = with_demands
    offer = offered(demands, "removal_pack")[0]
    (known,) = (one for one in catalogue(session).service if one.name == "Instagram")
    recalled = {"standing": Seen.RECALLED, "checked_on": None, "steps": "As remembered."}
    route = tuple(msgspec.structs.replace(one, **recalled) for one in known.route)
    adopt(session, [msgspec.structs.replace(known, route=route)], "Nobody has looked.")
    rows = dict(supplement_for(session, demands, offer).route)
    assert rows["How it goes"] == (NOT_LOOKED_UP,)
    assert "Address, as text" not in rows


def test_what_is_only_remembered_of_a_kind_of_route_is_printed_on_no_pack(
    with_demands, demands, monkeypatch
):
    (offer,) = offered(demands, "removal_pack")[:1]
    known = catalogue(with_demands)
    guides = tuple(msgspec.structs.replace(one, standing=Seen.RECALLED) for one in known.guide)
    recalled = msgspec.structs.replace(known, guide=guides)
    monkeypatch.setattr("app.casework.supplement.catalogue", lambda _session: recalled)
    rows = dict(supplement_for(with_demands, demands, offer).route)
    assert not {"On which device", "What comes of it", "What not to do"} & set(rows)


def test_a_report_to_a_service_is_not_issued_while_its_answer_has_nowhere_to_go(
    with_demands, demands
):
    (offer,) = offered(demands, "statutory_report")
    with pytest.raises(NoMailbox, match="Fill in “Role mailbox” in Settings"):
        issue(with_demands, demands, offer)
    assert documents_of(read_case(with_demands, demands.id)) == documents_of(demands)


def test_every_paper_for_a_service_passes_the_gate_when_it_is_issued(with_demands, demands):
    session = with_demands
    session.casebook.settings.put("mailbox", "safeguarding@college.example")
    case = demands
    for key in ("removal_pack", "statutory_report"):
        for offer in offered(case, key):
            case = issue(session, case, offer).case
    assert len(documents_of(case)) - len(documents_of(demands)) == 3


def test_blank_paper_bears_the_college_and_is_logged_when_it_is_taken(session):
    form = on_paper()[0]
    made = blank_paper(session, form)().content
    assert made.issue.college.name == "Example College"
    assert made.issue.number == made.issue.record_head == ""
    note_taken(session, form)
    event = session.casebook.events.tail(1)[0]
    assert (event.action, event.case) == (Action.DOCUMENT_PRINTED, None)
    assert event.detail == {"blank_form": "concern_received", "version": "2"}
