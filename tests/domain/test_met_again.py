"""Whatever question brings up a person, a copy or a device, what is in force about it stands there.

The questions come from the forms themselves: a new one is tried without being named here.
"""

import pytest

from app.domain.forms import FORMS
from app.domain.forms.bodies import AskedToKeep, BodyContact, BodyReferralOpened, Restraint
from app.domain.forms.conversation import ConversationNotHeld
from app.domain.forms.copies import CopiesFound
from app.domain.forms.deletion import DeletionDecided
from app.domain.forms.device import DeviceInstruction, DeviceSearched, DeviceTaken
from app.domain.forms.parents import ParentDecision, Telling
from app.domain.forms.requests import RemovalRequested
from app.domain.kit.answers import AnswerKind, Involved, Refers
from app.domain.kit.form import form_name, questions_of
from app.domain.kit.moments import moment
from app.domain.rules.instructions import Against, met_again
from tests.casefold import BEN, NOW, concern_case
from tests.domain.gate_answers import DELETE, INSTRUCTED, SEARCH, TAKEN
from tests.domain.ledger import BENS, REQUEST
from tests.domain.people_of_two import CALLED, NOT_HELD, NOT_TOLD, PARENTS, POLICE
from tests.domain.test_instructions import row
from tests.domain.test_whom_it_takes import PERSON, asked
from tests.grids import in_each

LATER = moment(NOW).at
FOUND = (PARENTS, (CopiesFound, {"copies": (BENS,), "at": moment(NOW), "how": "learner"}))
(COPY,) = concern_case(*FOUND).copies
BEFORE = (
    *FOUND,
    (RemovalRequested, REQUEST | {"copy": COPY}),
    (DeviceSearched, SEARCH),
    (DeviceTaken, TAKEN | {"owner": "ben"}),
    (DeletionDecided, DELETE),
    (BodyReferralOpened, POLICE),
)
REQUESTED, SEARCHED, DEVICE, DELETION, TOLD = (f"entry-{place}" for place in range(4, 9))


def of_police(**asked_for):
    return BodyContact, CALLED | {"referral": TOLD} | asked_for


OF_PERSON = {
    "not spoken with": ("ben", of_police(people_asked=(row("ben"),))),
    "not contacted": ("ben", of_police(people_asked=(row("ben", Restraint.NOT_CONTACTED),))),
    "a talk not held": ("ben", (ConversationNotHeld, NOT_HELD)),
    "a parent not contacted": ("karl", of_police(people_asked=(row("karl"),))),
    "a parent not told": ("karl", (ParentDecision, NOT_TOLD)),
    "nor contacted": ("karl", (ParentDecision, NOT_TOLD | {"decision": Telling.NO_CONTACT})),
}
OF_THING = {
    Refers.COPY: COPY,
    Refers.REQUEST: REQUESTED,
    Refers.SEARCH: SEARCHED,
    Refers.DEVICE: DEVICE,
    Refers.DELETION: DELETION,
}
POINTING = [
    (form, question.name, inner and inner.name, (inner or question).ask.refers_to)
    for form in FORMS
    for question in questions_of(form)
    for inner in (None, *(questions_of(question.row) if question.row else ()))
    if (inner or question).ask.refers_to in OF_THING
]
KEPT = of_police(keep=(AskedToKeep(what="His phone.", copy=COPY),))
SAID = (DeviceInstruction, INSTRUCTED | {"device": DEVICE})


def met(form, name, inner, answer, *later):
    (of,) = (one.row for one in questions_of(form) if one.name == name)
    said = (asked(of, inner) | {inner: answer},) if inner else answer
    answers = asked(form, name) | {name: said}
    return {one.against for one in met_again(concern_case(*BEFORE, *later), form, answers, LATER)}


def named(place):
    return "-".join(filter(None, (form_name(place[0]), place[1], place[2])))


@in_each("place", PERSON, named)
@pytest.mark.parametrize(("who", "instructed"), OF_PERSON.values(), ids=OF_PERSON)
def test_every_question_about_a_person_meets_what_is_in_force_about_them(place, who, instructed):
    form, name, inner, _ = place
    assert met(form, name, inner, who, instructed)


@pytest.mark.parametrize("form", FORMS)
def test_every_question_that_names_people_meets_it_too(form):
    for question in questions_of(form):
        if question.kind is AnswerKind.PEOPLE:
            police = OF_PERSON["not spoken with"][1]
            assert met(form, question.name, None, (Involved(BEN),), police)


@in_each("place", POINTING, named)
def test_every_question_about_a_thing_meets_what_is_in_force_about_whose_it_is(place):
    form, name, inner, refers = place
    police = OF_PERSON["not contacted"][1]
    if refers is Refers.REQUEST:  # the service is asked, not who has the copy
        return
    assert Against.CONTACT in met(form, name, inner, OF_THING[refers], police)


@in_each("place", POINTING, named)
def test_every_question_about_a_copy_or_device_meets_what_is_in_force_about_it(place):
    form, name, inner, refers = place
    found = met(form, name, inner, OF_THING[refers], KEPT, SAID)
    wanted = {Refers.DEVICE: Against.HANDLING, Refers.SEARCH: None}.get(refers, Against.DELETING)
    assert wanted is None or wanted in found
