"""A paper that names what nobody has registered leaves once somebody says who is meant."""

import pytest

from app.casework.documents import issue, let_others_stand, others_found, prepare
from app.casework.recording import seal
from app.disclosure.leak import LeakFound
from app.disclosure.traces import Trace
from app.domain.case.case import documents_of
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.parents import ParentContact
from app.domain.forms.person import PeopleNamed
from app.domain.forms.sharing import OthersKind, OthersLetStand
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.form import name_of
from app.papers.kinds import offer_of
from app.papers.sides import texts_of
from tests.casefold import concern
from tests.domain.people_of_two import MET, PARENTS
from tests.sessions import issued_again

SAID = {
    "happened": "A picture of Ava was passed on.",
    "agreed": "She stays away from Jayden. Ring 07700 900456 if Maya Field writes.",
}
SENTENCE = "names no child of another family"


@pytest.fixture
def told(session):
    """A case whose parent was told of somebody, and another case in which somebody is recorded."""
    other = seal(session, ConcernReceived, concern())
    field = Involved(
        Person(id="field", kind=PersonKind.LEARNER, name="Maya Field"), (Role.WITNESS,)
    )
    seal(session, PeopleNamed, {"people": (field,), "why": "Told."}, case=other)
    case = seal(session, ConcernReceived, concern())
    for form, answers in (PARENTS, (ParentContact, MET | SAID)):
        case = seal(session, form, answers, case=case)
    return case, offer_of(case, "parent_summary", "ava", "dee")


def refused(session, case, offer):
    with pytest.raises(LeakFound) as found:
        issue(session, case, offer)
    return found.value


def let(session, case, offer, leaks, names):
    found = others_found(offer, (leak.found for leak in leaks))
    said = {name_of(OthersLetStand.names): names, name_of(OthersLetStand.why): "A cousin of hers."}
    return let_others_stand(session, case, found | said)


def test_what_nobody_has_registered_is_asked_about_once_and_then_it_leaves(session, told):
    case, offer = told
    error = refused(session, case, offer)
    found = {leak.found: leak.trace for leak in error.leaks}
    assert found == {
        "Jayden": Trace.STRANGER,
        "07700 900456": Trace.NUMBER,
        "Maya Field": Trace.ELSEWHERE,
    }
    assert "nobody has registered “Jayden”" in error.sentence
    assert documents_of(case) == ()
    case = let(session, case, offer, error.leaks, OthersKind.NO_CHILD)
    issued = issue(session, case, offer)
    assert SENTENCE in " ".join(texts_of(issued.document.content))
    assert issued_again(session, issued.case, "2026-0002-D1").same


def test_a_letter_that_names_another_child_does_not_say_that_it_names_none(session, told):
    case, offer = told
    case = let(session, case, offer, refused(session, case, offer).leaks, OthersKind.CHILD)
    assert SENTENCE not in " ".join(texts_of(prepare(session, case, offer).content))


def test_what_is_not_answered_lets_nothing_stand(session, told):
    case, offer = told
    found = others_found(offer, ["Jayden"])
    with pytest.raises(ValueError, match="not ready"):
        let_others_stand(session, case, found)
