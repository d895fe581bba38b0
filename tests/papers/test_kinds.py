"""Every kind of document, in every practice case: complete, harmless, and always the same."""

from functools import cache, reduce

import msgspec
import pytest

from app.domain.kit.record import Audience
from app.papers.kinds import KINDS, Offer, kind_named, offer_of, offers_for
from app.typesetting.content import Points, Prose, Section, digest_of
from app.typesetting.document import render_document
from app.typesetting.page import PERSONAL, short_head
from app.typesetting.text import Quiet, visible
from tests.disclosure.hostile import KEPT, SHOWN
from tests.grids import in_each
from tests.papers.cases import BARE, CASES, PASSED_ON, PRACTICE, read_anew, read_case, with_answers
from tests.papers.paper import ISSUED, issue, objects_in, plain, printed, read, text_of, words_on

SOME = (PASSED_ON, PRACTICE / "09-separated-parents.toml", BARE)
by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)


@cache
def made(kind, path):
    """Every document of one kind in a case."""
    case = read_case(path)
    return [printed(said(case, offer)) for offer in offers_for(case) if offer.kind is kind]


def said(case, offer, **changes):
    return offer.kind.content(case, offer.subject, issue(**changes))


def all_of(kind, paths=SOME):
    return [one for path in paths for one in made(kind, path)]


@by_kind
def test_a_kind_is_declared_whole_and_found_by_its_key(kind):
    assert kind_named(kind.key) is kind
    assert kind.key.isidentifier()
    assert kind.title
    assert kind.reader


@by_kind
def test_a_kind_is_offered_in_some_practice_case_and_found_again(kind):
    cases = [read_case(path) for path in CASES]
    offers = [(case, it) for case in cases for it in offers_for(case) if it.kind is kind]
    assert offers
    for case, offer in offers:
        assert offer_of(case, offer.kind.key, *offer.subject.refs) == offer


def furniture_of(document):
    """What has to stand on every page of a document."""
    said = document.content
    yield from (document.words, said.recipient, said.marking, said.issue.number)
    if said.marking != PERSONAL:
        yield from (short_head(said.issue.record_head), said.issue.author.name)
        yield from (said.issue.author.role, said.issue.edition)


@by_kind
def test_the_file_says_of_itself_the_college_and_the_number_alone(kind):
    for one in all_of(kind):
        told = read(one.pdf).metadata
        assert (told.title, told.author, told.subject) == (
            "Example College 2026-0042-D1",
            "Example College",
            "2026-0042-D1",
        )


@by_kind
def test_every_page_of_every_document_says_what_it_is_and_how_to_check_it(kind):
    for one in all_of(kind):
        pages = text_of(one.pdf)
        assert one.pages == len(pages)
        for number, shown in enumerate(map(plain, pages), start=1):
            assert plain(f"Page {number} of {len(pages)}") in shown
            for always in furniture_of(one):
                assert plain(always) in shown


@by_kind
@in_each("path", [*CASES, BARE], lambda path: path.stem)
def test_a_part_without_anything_to_say_stands_only_where_it_has_to_be_said(kind, path):
    case = read_case(path)
    for offer in (offer for offer in offers_for(case) if offer.kind is kind):
        for part in said(case, offer).parts:
            held = [getattr(part, name, True) for name in ("rows", "texts", "items", "labels")]
            assert all(held)
            if isinstance(part, Section) and (kind.key, part.heading) not in SAID_THOUGH_EMPTY:
                assert not all(isinstance(it, Quiet) for _, answer in part.rows for it in answer)


SAID_THOUGH_EMPTY = {
    ("police", "Devices and evidence"),
    ("police", "Removal already asked for"),
    ("police", "The risk, as the college assessed it"),
    ("social_care", "Family and household"),
    ("social_care", "Consent and who knows"),
    ("social_care", "Harm, risk and strengths"),
    ("social_care", "The child’s voice"),
    ("social_care", "History and services"),
    ("social_care", "Parents and carers"),
    ("review_record", "Signs that call for referral at once"),
}
"""A referral leaves no section out, and a review has to show which signs nobody spoke of."""


@by_kind
def test_the_same_record_gives_the_same_bytes_and_another_head_other_words(kind):
    case = read_case(PASSED_ON)
    for offer in (offer for offer in offers_for(case) if offer.kind is kind):
        first = printed(said(case, offer))
        assert render_document(said(read_anew(PASSED_ON), offer)).pdf == first.pdf
        assert printed(said(case, offer, record_head="0" * 64)).words != first.words


@by_kind
def test_a_draft_bears_its_watermark_and_an_issued_document_none(kind):
    case = read_case(PASSED_ON)
    for offer in (offer for offer in offers_for(case) if offer.kind is kind):
        draft, issued = printed(said(case, offer, draft=True)), printed(said(case, offer))
        assert all("DRAFT" in page for page in text_of(draft.pdf))
        assert "DRAFT" not in words_on(issued.pdf)


@cache
def typed_over(path, changes):
    """A practice case after changes to its entries."""
    return read_case(path, change=lambda entry: reduce(lambda e, to: to(e), changes, entry))


def first_with(kind, changes):
    """A case with these changes, and what it has of a kind: the first that has any, two at most."""
    for path in SOME[:2]:
        case = typed_over(path, changes)
        if subjects := kind.subjects(case)[:2]:
            return case, [Offer(kind, subject) for subject in subjects]
    return case, []


@by_kind
def test_hostile_text_prints_as_typed_and_does_nothing_else(kind):
    case, offers = first_with(kind, HOSTILE)
    for offer in offers:
        pdf = printed(said(case, offer)).pdf
        shown = words_on(pdf)
        if kind.audience in {Audience.DSL, Audience.AGENCIES} and kind.key not in SELECTED:
            assert [name for name, it in NASTY.items() if plain(visible(it)) not in shown] == []
        for found in objects_in(pdf):
            assert not {"/URI", "/JS", "/AA", "/OpenAction"} & set(found)
            assert found.get("/Subtype") not in {"/Image", "/Link"}


@by_kind
def test_twenty_thousand_characters_without_a_space_break_nothing(kind):
    case, offers = first_with(kind, ENDLESS)
    for offer in offers:
        assert printed(said(case, offer)).pages < 90


NASTY = KEPT | {name: typed for name, (typed, _) in SHOWN.items() if "surrogate" not in name}
"""A lone surrogate cannot be sealed, so it cannot come to paper."""
SELECTED = {"case_summary_page", "who_knows", "cover", "parent_call", "support_page", "apart_page"}
SELECTED |= {"telephone_script"}
"""What is for the DSL or agencies and says a part of the record, or shortens it."""
TYPED = {
    "concern_received": ("account",),
    "referral_opened": ("why_now", "asked_for"),
    "note": ("what",),
    "decision_made": ("why",),
    "deletion_decided": ("why",),
    "case_closed": ("summary",),
    "body_referral_opened": ("why",),
    "parent_contact": ("happened", "agreed", "next_step"),
    "learner_card": ("next_step", "who_will_know", "wants"),
    "knowledge_noted": ("why",),
}
"""Questions whose answers are replaced by hostile text."""
HOSTILE = tuple(
    with_answers(form, **dict.fromkeys(names, "\n".join(NASTY.values())))
    for form, names in TYPED.items()
)
ENDLESS = (
    with_answers("concern_received", account="q" * 20_000),
    with_answers("parent_contact", happened="q" * 20_000),
    with_answers("learner_card", next_step="q" * 20_000),
)


def test_the_summary_is_never_longer_than_two_pages():
    assert max(one.pages for one in all_of(kind_named("case_summary_page"), CASES)) == 2


def test_the_full_record_has_every_entry_and_the_chronology_too():
    case = read_case(PASSED_ON)
    for key in ("case_summary", "chronology"):
        shown = words_on(printed(said(case, offer_of(case, key))).pdf)
        for entry in case.current:
            assert plain(entry.form.title) in shown
            assert plain(getattr(entry.form, "account", "")) in shown


def test_the_chronology_stands_in_the_order_in_which_things_happened():
    *_, table = said(read_case(PASSED_ON), offer_of(read_case(PASSED_ON), "chronology")).parts
    happened = [entry.sealed.happened for entry in read_case(PASSED_ON).current]
    assert len(table.rows) == len(happened)
    first = min(moment.at for moment in happened if moment)
    assert f"{first.day} {first:%b %Y}" in "".join(table.rows[0][0][0])


def test_an_unknown_subject_is_refused():
    with pytest.raises(LookupError):
        offer_of(read_case(PASSED_ON), "social_care", "nobody")


def test_what_it_replaces_counts_for_the_words_and_stands_on_each_page():
    case = read_case(PASSED_ON)
    offer = offer_of(case, "chronology")
    anew = printed(said(case, offer, replaces="2026-0042-D9"))
    assert anew.words != printed(said(case, offer)).words
    assert all("replaces 2026-0042-D9" in page for page in text_of(anew.pdf))


def test_a_part_of_another_sort_with_the_same_words_has_other_check_words():
    case = read_case(PASSED_ON)
    content = said(case, offer_of(case, "chronology"), at=ISSUED)
    prose = msgspec.structs.replace(content, parts=(Prose("Next", ("Ring.",)),))
    points = msgspec.structs.replace(content, parts=(Points("Next", ("Ring.",)),))
    assert digest_of(prose) != digest_of(points)
