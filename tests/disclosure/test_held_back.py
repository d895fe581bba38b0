"""Over every text of every form: nothing gets past the one function that says who reads what."""

import re
from functools import cache

import msgspec
import pytest

from app.disclosure.audience import FAMILIES, paragraphs_for
from app.domain.case.case import Case
from app.domain.forms import FORMS
from app.domain.forms.conversation import LearnerCard
from app.domain.forms.parents import ParentContact
from app.domain.forms.requests import RemovalReply, RemovalRequested
from app.domain.kit.form import form_name
from app.domain.kit.record import Audience, Source
from app.papers import case_words
from app.papers.kinds import KINDS
from tests.disclosure import planted
from tests.disclosure.planted import Planter, in_record
from tests.domain.people_of_two import AT, SOON
from tests.grids import in_each
from tests.papers.cases import PRACTICE, each_case, read_case
from tests.papers.filled import case_with, filled, needed, only_ava, texts_of
from tests.papers.paper import SUPPLEMENT, issue
from tests.papers.test_family_papers import TOLD

MET = (
    (ParentContact, TOLD),
    (LearnerCard, {"learner": "ava", "at": AT, "next_step": "Ring at three.", "review_on": SOON}),
)
READERS = ((Audience.PARENTS, "dee"), (Audience.LEARNER, "ava"))
HELD_BACK = (Source.POLICE, Source.MEETING)
by_form = in_each("form", [f for f in FORMS if any(texts_of(f))], form_name)
OF_THE_AGENCY = {"team", "team_address", "address", "raised_with", "reference", "crime_number"}
"""Where a letter goes, and what the agency calls the case: their own, and printed as typed."""
WORD = re.compile(r"Quorvelm\d+")


@cache
def typed(form):
    return case_with(form, MET)


def sealed_as(form, source, audience):
    """Return the case of a form with its entries come from a source and released to an audience."""
    case, entries = typed(form)
    head = case.entries[: len(case.entries) - len(entries)]
    return Case((*head, *(resealed(entry, source, audience) for entry in entries)))


def resealed(entry, source, audience=Audience.PARENTS):
    sealed = msgspec.structs.replace(entry.sealed, source=source, audience=audience)
    return msgspec.structs.replace(entry, sealed=sealed)


def read(case, audience, reader):
    said = paragraphs_for(case, audience, reader)
    return {word for one in said for word in WORD.findall(one.words)}


def printed(case, audiences, **changes):
    """Return the planted words that any document for these readers says."""
    return {
        (kind.key, word)
        for kind in KINDS
        if kind.audience in audiences
        for subject in kind.subjects(case)
        for word in WORD.findall(said_in(kind.content(case, subject, issue(**changes))))
    }


def said_in(content):
    """Return what a document says, but for the circumstances of its issue."""
    return repr([getattr(content, name) for name in content.__struct_fields__ if name != "issue"])


@by_form
@pytest.mark.parametrize("source", HELD_BACK)
def test_no_text_of_police_or_a_meeting_is_read_or_printed_for_a_family(form, source):
    for audience, reader in READERS:
        case = sealed_as(form, source, audience)
        assert read(case, audience, reader) == set()
        assert printed(case, FAMILIES | {Audience.STAFF}) == set()


def test_the_same_texts_are_read_when_they_come_from_staff_and_are_released():
    seen = {audience: 0 for audience, _ in READERS}
    texts = 0
    for form in FORMS:
        texts += sum(1 for _ in texts_of(form))
        for audience, reader in READERS:
            if any(texts_of(form)):
                seen[audience] += len(
                    read(sealed_as(form, Source.STAFF, audience), audience, reader)
                )
    assert texts > 250
    assert min(seen.values()) > texts / 2, (seen, texts)


@by_form
def test_no_text_that_was_not_released_is_printed_for_a_family(form):
    case = sealed_as(form, Source.STAFF, Audience.DSL)
    released = {word for audience, reader in READERS for word in read(case, audience, reader)}
    assert {word for _, word in printed(case, FAMILIES | {Audience.STAFF})} <= released


@by_form
def test_nothing_of_an_entry_is_printed_but_through_the_one_function(form, monkeypatch):
    """Without its paragraphs a document for anybody outside has no text of the record left."""
    case = sealed_as(form, Source.STAFF, Audience.PARENTS)
    monkeypatch.setattr(case_words, "paragraphs_for", lambda *_: ())
    assert printed(case, set(Audience) - {Audience.DSL, Audience.AGENCIES}) == set()


@each_case
def test_agencies_too_read_nothing_but_through_it_save_their_own_address_and_numbers(
    path, monkeypatch
):
    monkeypatch.setattr(planted, "THEIR_OWN", planted.THEIR_OWN | OF_THE_AGENCY)
    planter = Planter()
    case = read_case(path, change=in_record(planter))
    monkeypatch.setattr(case_words, "paragraphs_for", lambda *_: ())
    for kind in KINDS:
        for subject in kind.subjects(case) if kind.audience is not Audience.DSL else ():
            assert not planter.printed_in(said_in(kind.content(case, subject, issue())))


def test_an_entry_that_points_at_one_of_the_police_does_not_repeat_its_words():
    (path,) = (one for one in texts_of(RemovalRequested) if one[0].name == "service_name")
    asked = (RemovalRequested, filled(RemovalRequested, path, "Quorvelm1", ("dee", "ava")))
    reply = needed(RemovalReply, ("dee", "ava")) | {"request": "entry-5"}
    case = only_ava(*MET, asked, (RemovalReply, reply))

    items = (resealed(case.entries[-2], Source.POLICE), resealed(case.entries[-1], Source.STAFF))
    case = Case((*case.entries[:-2], *items))
    assert "Quorvelm1" in case.names["entry-5"]
    assert read(case, Audience.AGENCIES, None) == {"Quorvelm1"}
    assert case.entries[-1].root in {
        one.root for one in paragraphs_for(case, Audience.PARENTS, "dee")
    }
    assert read(case, Audience.PARENTS, "dee") == set()


def test_what_is_due_stands_on_no_paper_but_the_dsls():
    row = msgspec.structs.replace(SUPPLEMENT.due[0], what="Quorvelm1", because="Quorvelm2")
    beside = msgspec.structs.replace(SUPPLEMENT, due=(row,))
    case = read_case(PRACTICE / "09-separated-parents.toml", until="alma-told")
    assert printed(case, {Audience.DSL}, supplement=beside)
    assert printed(case, set(Audience) - {Audience.DSL}, supplement=beside) == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_what_stands_beside_the_record_holds_nothing_of_it_but_for_the_dsl(kind):
    assert kind.audience is Audience.DSL or not kind.due
