"""Each audience reads what was released to it, and never what the police or a meeting said."""

from typing import Annotated, ClassVar

import msgspec
import pytest

from app.disclosure.audience import FAMILIES, NEVER_READS, READS, paragraphs_for
from app.disclosure.disclosure import disclosure_for
from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms.requests import RemovalRequested
from app.domain.kit.answers import Words
from app.domain.kit.form import Ask, Form
from app.domain.kit.record import Audience, Source
from app.domain.kit.stage import Stage
from tests.papers.cases import PASSED_ON, read_case

EVERYONE = tuple(Audience)


def released(audience, source=Source.STAFF):
    def change(entry):
        return msgspec.structs.replace(entry, audience=audience, source=source)

    return read_case(PASSED_ON, change=change)


def read(case, reader, about=None):
    """What a reader reads, but for requests, whose questions say by themselves who reads them."""
    said = paragraphs_for(case, reader, about)
    return [one for one in said if one.form is not RemovalRequested]


@pytest.mark.parametrize("reader", EVERYONE)
@pytest.mark.parametrize("audience", EVERYONE)
def test_a_reader_reads_exactly_what_is_released_to_them(reader, audience):
    case = released(audience)
    about = next(iter(case.people)) if reader in FAMILIES else None
    assert bool(read(case, reader, about)) == (audience in READS[reader])


@pytest.mark.parametrize("reader", sorted(FAMILIES))
def test_without_somebody_to_read_it_nothing_is_for_a_family(reader):
    assert paragraphs_for(released(reader), reader) == ()


@pytest.mark.parametrize("source", [Source.POLICE, Source.MEETING])
@pytest.mark.parametrize("reader", [Audience.PARENTS, Audience.LEARNER, Audience.GOVERNORS])
@pytest.mark.parametrize("audience", EVERYONE)
def test_words_of_police_and_meetings_never_reach_families(reader, source, audience):
    case = released(audience, source)
    about = next(iter(case.people)) if reader in FAMILIES else None
    assert paragraphs_for(case, reader, about) == ()


def test_nobody_but_the_dsl_reads_what_was_not_released():
    case = released(Audience.DSL)
    assert [reader for reader in EVERYONE if read(case, reader)] == [Audience.DSL]


def test_every_reader_has_a_row_in_both_tables():
    assert set(READS) == set(NEVER_READS) == set(Audience)
    assert Audience.DSL not in READS[Audience.AGENCIES]
    assert READS[Audience.PARENTS].isdisjoint({Audience.DSL, Audience.AGENCIES})


def test_agencies_read_forms_as_they_are_declared_and_not_the_register_of_documents():
    forms = {said.form.__name__ for said in paragraphs_for(read_case(PASSED_ON), Audience.AGENCIES)}
    assert {"ConcernReceived", "ReferralOpened", "Note"} <= forms
    assert "DocumentIssued" not in forms


def test_a_paragraph_says_where_it_comes_from():
    case = read_case(PASSED_ON)
    said = next(p for p in paragraphs_for(case, Audience.AGENCIES) if p.name == "account")
    entry = case.entry(said.entry)
    assert (said.source, said.when, said.label) == (
        Source.STAFF,
        entry.sealed.happened,
        "What you were told",
    )
    assert said.words.startswith("M. Reyes says")


def test_a_correction_is_read_instead_of_what_it_corrects():
    said = [p for p in paragraphs_for(read_case(PASSED_ON), Audience.DSL) if p.name == "spoke_to"]
    assert "J. Marlowe, duty social worker" in [p.words for p in said]
    assert "J. Marlow, duty social worker" not in [p.words for p in said]


def test_about_one_person_leaves_out_what_is_about_another_alone():
    case = read_case(PASSED_ON)
    people = {known.person.name: key for key, known in case.people.items()}
    about_ava = paragraphs_for(case, Audience.AGENCIES, people["Ava Stone"])
    about_ben = paragraphs_for(case, Audience.AGENCIES, people["Ben Marsh"])
    own = {"PersonDetails", "ReferralOpened", "ReferralCall", "ReferralBackground"}
    assert own <= {said.form.__name__ for said in about_ava}
    assert own.isdisjoint({said.form.__name__ for said in about_ben})
    assert "ConcernReceived" in {said.form.__name__ for said in about_ben}


class Talk(Form, tag="talk", frozen=True, kw_only=True):
    """A form whose questions are for different readers."""

    stage: ClassVar[Stage] = Stage.RECORD
    title: ClassVar[str] = "Talk"

    shared: Annotated[Words, Ask("For parents", audience=Audience.PARENTS)]
    kept: Annotated[Words, Ask("For the DSL", audience=Audience.DSL)]
    rest: Annotated[Words, Ask("As the form")]


def test_a_question_may_be_released_wider_or_kept_closer_than_its_form():
    sealed = read_case(PASSED_ON).entries[0].sealed
    talk = Talk(shared="a", kept="b", rest="c")
    case = Case((Entry(sealed, talk, sealed.id, sealed.recorded, talk),))
    seen = {
        reader: [p.words for p in paragraphs_for(case, reader, "somebody")] for reader in EVERYONE
    }
    assert seen == {
        Audience.DSL: ["a", "b", "c"],
        Audience.AGENCIES: ["a", "c"],
        Audience.PARENTS: ["a"],
        Audience.LEARNER: [],
        Audience.GOVERNORS: [],
        Audience.STAFF: [],
        Audience.SERVICES: [],
    }


def test_agencies_told_of_the_whole_case_read_every_name_and_of_one_child_only_hers():
    case = read_case(PASSED_ON)
    people = {known.person.name: key for key, known in case.people.items()}
    assert disclosure_for(case, Audience.AGENCIES).hidden == ()
    hidden = {
        person.name
        for person in disclosure_for(case, Audience.AGENCIES, people["Ava Stone"]).hidden
    }
    assert {"Ben Marsh", "Cal Whitby"} <= hidden
    assert "Ava Stone" not in hidden
