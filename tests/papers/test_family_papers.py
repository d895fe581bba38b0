"""What families and staff take away: each their own words, and nobody else on the paper."""

import re

import msgspec
import pytest
from pypdf.generic import ContentStream
from reportlab.lib.pagesizes import A4

from app.disclosure.leak import leaks_in
from app.domain.case.case import Case
from app.domain.forms.conversation import LearnerCard
from app.domain.forms.knowledge import Knower, Knowing, KnowledgeNoted, Topic
from app.domain.forms.parents import Advice, AgreedWithThem, ParentContact, ParentDecision, Telling
from app.domain.kit.record import Audience, Source
from app.typesetting.folded_card import Creases, marks
from tests.casefold import concern_case
from tests.disclosure.awkward import awkward_case
from tests.disclosure.test_awkward import left_in, telling
from tests.domain.people_of_two import AT, MET, NOT_TOLD, PARENTS, SOON
from tests.papers.cases import PRACTICE, read_case
from tests.papers.paper import (
    SUPPLEMENT,
    papers,
    plain,
    read,
    words_of,
    words_on,
)

SEPARATED = PRACTICE / "09-separated-parents.toml"
SPOKEN = {
    "happened": "Ava told us of it herself.",
    "agreed": "Dee rings Karl Stone herself.",
    "promised": (AgreedWithThem(what="Ring us", who="You", by=SOON),),
    "next_step": "We ring you on Monday.",
}
TOLD = MET | SPOKEN
TO_KARL = TOLD | {"parent": "karl", "happened": "Ava asked for help.", "agreed": "Karl waits."}


@pytest.mark.parametrize("seed", range(300, 312))
def test_no_summary_for_a_parent_and_no_card_tells_of_another_family(seed):
    awkward = awkward_case(seed)
    seen = 0
    for parent in awkward.parents:
        made = papers(awkward.case, "parent_summary")[parent.person.id]
        about = parent.person.id
        assert leaks_in(made.pdf, awkward.case, Audience.PARENTS, about) == (), seed
        body = re.sub(r"\s+", " ", " ".join(words_of_record(made)))
        assert not left_in(body, *telling(awkward, parent)), (seed, body)
        seen += "another" in body.casefold()
    assert seen


def words_of_record(document):
    """The words of a summary that come from the record."""
    for part in document.content.parts:
        if getattr(part, "heading", "") == "What happened":
            yield from ("".join(words) for words in part.texts)


def test_parents_who_live_apart_get_papers_of_their_own():
    case = concern_case(PARENTS, (ParentContact, TOLD), (ParentContact, TO_KARL))
    made = papers(case, "parent_summary")
    assert set(made) == {"dee", "karl"}
    dee, karl = words_of(made["dee"]), words_of(made["karl"])
    assert "Ava told us of it herself." in dee
    assert "Ava told us of it herself." not in karl
    assert "Karl" not in dee
    assert "Dee" not in karl
    assert made["dee"].words != made["karl"].words


@pytest.mark.parametrize("decision", [Telling.NOT_NOW, Telling.NO_CONTACT])
def test_a_parent_who_is_not_to_be_told_is_offered_no_summary(decision):
    met = (ParentContact, TO_KARL)
    decided = (ParentDecision, NOT_TOLD | {"decision": decision})
    assert "karl" in papers(concern_case(PARENTS, met), "parent_summary")
    assert "karl" not in papers(concern_case(PARENTS, met, decided), "parent_summary")
    tell = (ParentDecision, NOT_TOLD | {"decision": Telling.TELL, "review_on": None})
    assert "karl" in papers(concern_case(PARENTS, met, decided, tell), "parent_summary")


def test_what_was_noted_of_who_must_not_know_holds_the_summary_back_too():
    held = {
        "who": Knower.PERSON,
        "person": "karl",
        "facts": (Topic.HAPPENED,),
        "knowing": Knowing.NOT_TO_KNOW,
        "at": AT,
        "why": "She fears him.",
        "until": SOON,
    }
    case = concern_case(PARENTS, (ParentContact, TO_KARL), (KnowledgeNoted, held))
    assert papers(case, "parent_summary") == {}


@pytest.mark.parametrize("source", [Source.POLICE, Source.MEETING])
def test_what_police_or_a_meeting_said_is_on_no_paper_of_a_family(source):
    again = TOLD | {"happened": "Overheard.", "advice": (Advice.LISTEN,)}
    case = concern_case(PARENTS, (ParentContact, TOLD), (ParentContact, again))
    items = [
        msgspec.structs.replace(entry, sealed=msgspec.structs.replace(entry.sealed, source=source))
        if getattr(entry.form, "happened", "") == "Overheard."
        else entry
        for entry in case.entries
    ]
    made = papers(Case(tuple(items)), "parent_summary")
    for said in ("Overheard.", "Listen, and let Ava"):
        assert said in words_of(papers(case, "parent_summary")["dee"])
        assert said not in words_of(made["dee"])


def test_a_summary_says_what_was_agreed_with_its_day_what_is_next_and_who_helps():
    shown = words_of(papers(concern_case(PARENTS, (ParentContact, TOLD)), "parent_summary")["dee"])
    for words in ("We ring you on Monday.", "Ring us", "Sunday 22 November", "Childline"):
        assert words in shown
    for promise in ("confidential", "secret", "criminal record", "clean"):
        assert promise not in shown.casefold()


def test_the_card_of_a_learner_is_one_page_and_tells_a_finder_nothing():
    case = read_case(SEPARATED)
    for made in papers(case, "learner_card").values():
        shown = words_of(made)
        assert made.pages == 1
        assert shown.count("0800 1111") == 1
        for told in ("imag", "Safeguarding", "nude", "sexual", "SENSITIVE", "Lexi Dunmore"):
            assert told not in shown
    rowan = next(iter(papers(case, "learner_card").values()))
    assert "“I want to sit next to Lexi at lunch" in words_of(rowan)
    assert "Wednesday 2 December, 09:15" in words_of(rowan)


def test_a_card_agreed_for_one_learner_says_nothing_on_that_of_another():
    agreed = {"learner": "ava", "at": AT, "next_step": "Ring at three.", "review_on": SOON}
    talked = {"learner": "ben", "at": AT, "wants": "To be left alone.", "review_on": SOON}
    made = papers(concern_case((LearnerCard, agreed), (LearnerCard, talked)), "learner_card")
    assert "Ring at three." in words_of(made["ava"])
    assert "Ring at three." not in words_of(made["ben"])
    assert "left alone" not in words_of(made["ava"])


def test_the_card_for_staff_says_nothing_of_the_case():
    case = read_case(SEPARATED)
    (made,) = papers(case, "staff_card").values()
    assert leaks_in(made.pdf, case, Audience.STAFF) == ()
    assert "Do not promise to keep it secret." in words_of(made)
    assert made.pages == 1


def test_the_cover_page_names_nobody_and_says_what_is_due_and_who_must_not_hear():
    case = read_case(SEPARATED, until="alma-told")
    named = msgspec.structs.replace(SUPPLEMENT.due[0], because="Owen Pike: look at it again")
    due = msgspec.structs.replace(SUPPLEMENT, due=(*SUPPLEMENT.due, named))
    (made,) = papers(case, "cover", supplement=due).values()
    shown = words_on(made.pdf)
    assert plain("Parent 2, of Learner 1: look at it again") in shown
    assert leaks_in(made.pdf, case, Audience.STAFF) == ()
    assert plain("Phone the referral through") in shown
    assert plain("Nothing waits because the DSL is away.") in shown
    assert plain("Parent 2, of Learner 1") in shown
    assert plain("Must not hear: anything of it") in shown
    assert plain("MASH/26/12240") in shown


def test_nobody_needs_a_cover_page_for_a_closed_case():
    assert papers(read_case(SEPARATED), "cover") == {}


def test_a_card_is_folded_twice_at_marks_that_stand_in_the_middle_of_its_edges():
    case = read_case(SEPARATED)
    for card in papers(case, "learner_card").values():
        assert isinstance(card.content.parts[0], Creases)
        drawn = lines_drawn(card.pdf)
        for mark in marks(*A4):
            assert tuple(round(it, 2) for it in mark) in drawn
        assert card.pages == 1


def lines_drawn(pdf):
    """The straight lines on the first page, in points of the page."""
    found, matrix, stack, at = set(), (0.0, 0.0), [], None
    for operands, operator in ContentStream(read(pdf).pages[0].get_contents(), None).operations:
        match operator:
            case b"q":
                stack.append(matrix)
            case b"Q":
                matrix = stack.pop()
            case b"cm":
                matrix = (matrix[0] + float(operands[4]), matrix[1] + float(operands[5]))
            case b"m":
                at = operands
            case b"l":
                ends = (*at, *operands)
                found.add(tuple(round(float(it) + matrix[i % 2], 2) for i, it in enumerate(ends)))
    return found


@pytest.mark.parametrize("name", ["02-demands", "05-group-chat", "08-ai-classmate"])
def test_a_family_reads_what_happened_who_does_what_and_what_comes_next(name):
    for paper in papers(read_case(PRACTICE / f"{name}.toml"), "parent_summary").values():
        assert "would happen next" in words_of(paper)
        assert "What happened" in words_of(paper)
