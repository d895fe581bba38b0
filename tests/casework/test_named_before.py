"""Somebody who is named later: papers that were issued before, and name them, are pointed out."""

import pytest

from app.casework.documents import issue, let_others_stand, others_found
from app.casework.named_before import papers_naming
from app.casework.recording import read_case, seal
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PeopleNamed, PersonDetails
from app.domain.forms.sharing import OthersKind
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.papers.kinds import offers_for
from tests.casefold import AVA, concern
from tests.domain.people_of_two import PARENTS
from tests.papers.test_family_papers import TOLD

TIA = Person(id="tia", kind=PersonKind.LEARNER, name="Tia Quill", known_as="quillie")
SAID = "Ava came in with Tia Quill, and we talked."


@pytest.fixture
def told(session):
    """A case from which Dee was given a summary that names somebody the record does not know."""
    people = (Involved(AVA, (Role.PICTURED,)),)
    case = seal(session, ConcernReceived, concern(people=people))
    linked = PARENTS[1] | {"parent_of": "ava"}
    case = seal(session, PeopleNamed, linked, case=case)
    case = seal(session, ParentContact, TOLD | {"happened": SAID, "promised": ()}, case=case)
    (offer,) = (
        one
        for one in offers_for(case)
        if one.kind.key == "parent_summary" and one.subject.reader == "dee"
    )
    found = others_found(offer, ["Tia Quill"]) | {"names": OthersKind.NO_CHILD, "why": "A toy."}
    return issue(session, let_others_stand(session, case, found), offer).case


def test_a_paper_that_named_somebody_before_the_record_did_is_pointed_out(session, told):
    assert papers_naming(session, told, TIA) == (f"{told.number}-D1, for Dee Stone",)
    named = {"people": (Involved(TIA, (Role.WITNESS,)),), "why": "Ava said."}
    case = seal(session, PeopleNamed, named, case=told)
    assert papers_naming(session, case, TIA) == (f"{told.number}-D1, for Dee Stone",)
    for known in (AVA, case.people["dee"].person, Person(id="x", kind=TIA.kind, name="Max Orme")):
        assert papers_naming(session, case, known) == ()


def test_a_name_that_was_put_right_since_is_searched_for_too(session, told):
    wrong = Person(id="tia", kind=TIA.kind, name="Tina Gill")
    named = {"people": (Involved(wrong, (Role.WITNESS,)),), "why": "Ava said."}
    case = seal(session, PeopleNamed, named, case=told)
    assert papers_naming(session, case, wrong) == ()
    right = {"person": "tia", "kind": TIA.kind, "name": "Tia Quill"}
    case = seal(session, PersonDetails, right, case=case)
    assert papers_naming(session, case, case.people["tia"].person) != ()
    assert papers_naming(session, read_case(session, case.id), case.people["tia"].person) != ()


def test_without_a_case_or_a_name_there_is_nothing_to_say(session, told):
    assert papers_naming(session, None, TIA) == ()
    assert papers_naming(session, told, Person(id="y", kind=TIA.kind, name=" ")) == ()
