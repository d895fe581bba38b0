"""What was answered stands where somebody needs it, and on no paper for families."""

from functools import cache

import msgspec
import pytest

from app.domain.forms.duty import DutyConsidered, DutyOutcome, Learnt, ReportedHow, ReportedTo
from app.domain.kit.moments import moment
from app.domain.kit.record import Audience
from app.papers.case_rows import shared
from app.papers.case_words import CaseWords
from app.papers.kinds import offers_for
from tests.casefold import DSL, NOW, concern_case
from tests.papers.cases import PRACTICE, read_case
from tests.papers.paper import issue
from tests.papers.test_body_letters import all_words

CLOSED, LETTERS = "closure_record", {"social_care", "police"}
NEEDED = {
    ("parent_contact", "present"): LETTERS,
    ("parent_contact", "wider"): LETTERS,
    ("parent_contact", "said"): {CLOSED, *LETTERS},
    ("parent_contact", "exact_words"): {CLOSED, *LETTERS},
    ("parent_decision", "consulted"): {CLOSED, "case_summary_page", *LETTERS},
    ("parent_decision", "prepare"): {"parent_call", "who_knows"},
    ("learner_conversation", "noticed"): {CLOSED},
    ("case_reviewed", "again_what"): {CLOSED, "social_care"},
    ("removal_reply", "known_by"): {CLOSED},
    ("staff_welfare", "why"): {CLOSED},
    ("information_shared", "how"): {CLOSED},
    ("concern_received", "done"): {"social_care"},
}
"""Answers by form and question, each with the papers that say it."""
WORDS = {asked: f"Quillmark {at:02}" for at, asked in enumerate(NEEDED)}
FAMILIES = {Audience.PARENTS, Audience.LEARNER, Audience.SERVICES, Audience.STAFF}
"""Readers of papers that carry none of these."""


def told(entry):
    """Exchange the answers of an entry that are looked for."""
    said = {name: words for (form, name), words in WORDS.items() if form == entry.form}
    if "again_what" in said:
        said["again"] = "yes"
    body = msgspec.json.decode(entry.body) | said
    return msgspec.structs.replace(entry, body=msgspec.Raw(msgspec.json.encode(body)))


@cache
def papers():
    """Every paper of a case in which each of these was answered, with what it says."""
    case = read_case(PRACTICE / "02-demands.toml", change=told)
    return [(offer.kind, all_words(content(case, offer))) for offer in offers_for(case)]


def content(case, offer):
    return offer.kind.content(case, offer.subject, issue())


@pytest.mark.parametrize("asked", NEEDED, ids=".".join)
def test_an_answer_stands_on_the_papers_that_need_it_and_on_none_for_families(asked):
    saying = [kind for kind, words in papers() if WORDS[asked] in words]
    assert {kind.key for kind in saying} >= NEEDED[asked]
    assert not FAMILIES & {kind.audience for kind in saying}


def test_the_closure_says_how_somebody_came_to_suspect_and_how_it_was_reported():
    duty = {
        "holder": DSL,
        "suspected_at": moment(NOW),
        "learnt": Learnt.CHILD,
        "known": "What Ava said.",
        "outcome": DutyOutcome.REPORTED,
        "reported_to": (ReportedTo.POLICE,),
        "reported_at": moment(NOW),
        "how": ReportedHow.SPOKEN,
        "named": "The account.",
        "why": "It is owed.",
        "decided_by": DSL,
    }
    case = concern_case((DutyConsidered, duty))
    ((_, (line,)),) = shared(CaseWords(case, Audience.DSL))
    assert "How they came to suspect: Told by a child. What was known: What Ava said." in line
    assert "Reported: Spoken." in line
