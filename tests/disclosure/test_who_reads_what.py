"""Over cases of every shape, each reader reads exactly what the rule says, told again here."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.disclosure.audience import paragraphs_for
from app.domain.case.case import Case
from app.domain.forms.any_time import Note
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.person import PeopleNamed
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.support import SupportPlan
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.record import Audience, Source
from tests.casefold import concern_case
from tests.domain.people_of_two import AT, MET, NOT_TOLD, PLAN, RISK, TALKED

CHILDREN = ("ava", "ben")
PARENTS = {"dee": "ava", "karl": "ava", "mina": "ben"}
"""Each parent with their child. Dee and Karl live apart."""
FAMILY = (
    PeopleNamed,
    {
        "people": tuple(
            Involved(Person(id=key, kind=PersonKind.PARENT, name=key.title()), (Role.FAMILY,))
            for key in PARENTS
        ),
        "why": "Known.",
    },
)
LINKS = tuple(
    (ParentDecision, NOT_TOLD | {"parent": parent, "child": child})
    for parent, child in PARENTS.items()
)
NOTE = {"at": AT, "what": "Said.", "why": "Heard."}


def about(form, **answers):
    return form, answers, frozenset(answers.values())


KINDS = (
    *(about(ParentContact, parent=parent, child=child) for parent, child in PARENTS.items()),
    *(about(LearnerConversation, learner=child) for child in CHILDREN),
    *(about(SupportPlan, child=child) for child in CHILDREN),
    (RiskAssessed, {}, frozenset(CHILDREN)),
    (Note, {}, frozenset(CHILDREN)),
)
USUAL = {
    ParentContact: MET,
    LearnerConversation: TALKED,
    SupportPlan: PLAN,
    RiskAssessed: RISK,
    Note: NOTE,
}
RELEASE = st.sampled_from(tuple(Audience))
SOURCE = st.sampled_from(tuple(Source))
RECORD = st.lists(st.tuples(st.sampled_from(KINDS), RELEASE, SOURCE), max_size=6)
READERS = (
    *((Audience.PARENTS, parent, {parent, child}) for parent, child in PARENTS.items()),
    *((Audience.LEARNER, child, {child}) for child in CHILDREN),
)


def case_of(record):
    """Make a case whose entries were released, and come from, as given."""
    forms = [(form, USUAL[form] | answers) for (form, answers, _), _, _ in record]
    made = concern_case(FAMILY, *LINKS, *forms)
    head = len(made.entries) - len(record)
    items = [
        msgspec.structs.replace(
            entry, sealed=msgspec.structs.replace(entry.sealed, audience=audience, source=source)
        )
        for entry, (_, audience, source) in zip(made.entries[head:], record, strict=True)
    ]
    return Case((*made.entries[:head], *items)), items


def read(case, audience, reader=None):
    return {(said.entry, said.name) for said in paragraphs_for(case, audience, reader)}


@given(RECORD)
def test_a_family_reads_what_is_released_to_it_about_its_own_and_from_neither_police_nor_meeting(
    record,
):
    case, items = case_of(record)
    for audience, reader, own in READERS:
        expected = {
            item.sealed.id
            for item, ((_, _, whom), released, source) in zip(items, record, strict=True)
            if released is audience
            and whom <= own
            and source not in {Source.POLICE, Source.MEETING}
        }
        assert {entry for entry, _ in read(case, audience, reader)} == expected


@given(RECORD)
def test_the_dsl_reads_all_that_agencies_read_and_they_all_that_families_read(record):
    case, _ = case_of(record)
    dsl, agencies = read(case, Audience.DSL), read(case, Audience.AGENCIES)
    assert agencies <= dsl
    assert read(case, Audience.GOVERNORS) <= dsl
    for audience, reader, _ in READERS:
        assert read(case, audience, reader) <= agencies


@given(RECORD)
def test_parents_who_live_apart_never_read_what_was_agreed_with_the_other(record):
    case, _ = case_of(record)
    contacts = {
        item.sealed.id: item.form.parent
        for item in case.entries
        if isinstance(item.form, ParentContact | ParentDecision)
    }
    for audience, reader, _ in READERS:
        for entry, _ in read(case, audience, reader):
            assert contacts.get(entry, reader) == reader


def test_what_came_from_the_police_stays_so_when_it_is_corrected():
    case, (entry,) = case_of([(KINDS[0], Audience.PARENTS, Source.POLICE)])
    assert read(case, Audience.PARENTS, "dee") == set()
    sealed = msgspec.structs.replace(
        entry.sealed, id="again", corrects=entry.sealed.id, source=Source.STAFF
    )
    corrected = Case((*case.entries, msgspec.structs.replace(entry, sealed=sealed)))
    assert read(corrected, Audience.PARENTS, "dee") == set()
    assert read(corrected, Audience.AGENCIES)
