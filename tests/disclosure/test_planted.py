"""What was planted, in every field of disguised documents and of the record, never gets out."""

from functools import cache

import pytest

from app.disclosure.audience import paragraphs_for
from app.disclosure.leak import leaks_in
from app.domain.kit.record import Audience
from app.papers.kinds import KINDS, Offer, offers_for
from app.typesetting.document import render_document
from tests.disclosure.planted import Planter, in_paper, in_record
from tests.papers.cases import CASES, read_case
from tests.papers.paper import issue, text_of

ENOUGH = 2
"""Documents of a kind that are planted: the first of so many practice cases."""


@cache
def offered():
    """The first disguised documents of each kind, with their case files."""
    found = {}
    for path in CASES:
        for offer in offers_for(read_case(path)):
            of_kind = found.setdefault(offer.kind.key, [])
            if offer.disguises and len(of_kind) < ENOUGH and path not in of_kind:
                of_kind.append(path)
    return found


DISGUISED = [kind for kind in KINDS if kind.audience is not Audience.DSL]
by_kind = pytest.mark.parametrize("kind", DISGUISED, ids=lambda kind: kind.key)


def caught_in(pdf, case, offer):
    found = leaks_in(pdf, case, offer.kind.audience, offer.subject.about)
    return {leak.person for leak in found}


def first_of(case, kind):
    return Offer(kind, kind.subjects(case)[0])


def in_papers(kind):
    """Plant every text of a document, and return who can be read in it and who is caught."""
    for path in offered().get(kind.key, ()):
        case, planter = read_case(path), Planter()
        offer = first_of(case, kind)
        content = in_paper(offer.kind.content(case, offer.subject, issue()), planter)
        pdf = render_document(content).pdf
        printed = planter.printed_in("".join(text_of(pdf)))
        yield printed, caught_in(pdf, planter.into(case), offer)


def test_more_than_five_hundred_traces_planted_in_every_text_of_a_document_are_caught():
    total = 0
    for kind in DISGUISED:
        for printed, caught in in_papers(kind):
            assert printed <= caught, (kind.key, sorted(printed - caught))
            assert printed
            total += len(printed)
    assert total > 500


@by_kind
def test_what_is_planted_in_the_record_is_disguised_or_stops_the_document(kind):
    for path in offered().get(kind.key, ()):
        planter = Planter()
        case = planter.into(read_case(path, change=in_record(planter)))
        offer = first_of(case, kind)
        pdf = render_document(offer.kind.content(case, offer.subject, issue())).pdf
        assert len(planter.planted) > 50
        said = paragraphs_for(case, kind.audience, offer.subject.about)
        own = planter.printed_in("".join(one.words for one in said if one.own))
        assert planter.printed_in("".join(text_of(pdf))) <= caught_in(pdf, case, offer) | own
        assert kind.audience is Audience.LEARNER or not own


def test_only_what_is_for_the_police_and_the_lado_names_everyone():
    named = {
        offer.kind.key
        for path in CASES
        for offer in offers_for(read_case(path))
        if not offer.disguises and offer.kind.audience is not Audience.DSL
    }
    assert named == {"police", "lado", "telephone_script"}
