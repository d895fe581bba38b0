"""Every paper of every practice case at three moments of its story, as its reader would read it.

A row of the table is a kind of words that once stood on a paper and misled its reader there.
"""

import re
from datetime import timedelta
from typing import NamedTuple

import msgspec

from app.domain.case.case import fold_case
from app.domain.forms.bodies import BodyContact
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.parents import ParentContact
from app.domain.kit.filled import answers_of
from app.domain.kit.form import questions_of
from app.domain.kit.moments import write_time
from app.domain.kit.record import Audience
from app.domain.owed.table import owed_in
from app.domain.rules.instructions import in_force
from app.papers.agency_words import ReferralWords
from app.papers.kinds import KINDS, content_of, offers_for
from app.papers.rows import happened
from app.typesetting.content import Content
from tests.owed.read import LIMITS
from tests.papers.cases import each_case, entries_of, read_case
from tests.papers.paper import SUPPLEMENT, issue, lines

A_DAY, A_WEEK = timedelta(hours=25), timedelta(days=7, hours=1)
OUT = frozenset(kind.key for kind in KINDS if kind.audience is not Audience.DSL)
ALL = frozenset(kind.key for kind in KINDS)


class Never(NamedTuple):
    """Words that stand on none of these papers."""

    words: str
    papers: frozenset[str] = ALL


NEVER = {
    "an entry has its number in the college’s record, and nowhere else": Never(
        r"\bentry \d+|[Ss]ee the entry|as the entries say|in the record below", OUT
    ),
    "a sentence ends once": Never(r"\w\w\.[.,;](?!\.)|[\w”’\")][.!?][”’\")]*[;:]"),
    "the holder of a copy is called what they are, not as if by name": Never(
        r"“an (unknown )?account”"
    ),
    "an answer is in plain English": Never(r"\b[Tt]hey take it on\b"),
    "how far it is known to have gone is of the day it was said": Never(
        r"Known spread\n(?!At the initial review, |Not recorded)",
        frozenset({"social_care", "case_summary_page"}),
    ),
    "danger as it was said last stands before what was said earlier": Never(
        r"Immediate risk\. At the initial review[^\n]*\n(At|When) [^\n]*: (Yes|No)",
        frozenset({"police"}),
    ),
    "an answer on removal has its day": Never(
        r"; (removed|refused|acknowledged)\n", frozenset({"police"})
    ),
    "whoever took part knows of it, and was not told by us": Never(r"Has been told: "),
    "a name stands once in a line": Never(r"\b(PC|DC|DS|DI) (\d+ \w\. \w+); \1 \2"),
    "nobody is asked for advice before what was done weeks ago": Never(
        r"Why it was reported\.[\s\S]*Please advise before we act\."
    ),
    "an answer says what was answered": Never(r"\bAnswered ·", frozenset({"cover"})),
    "nobody is promised what others do": Never(
        r"\bwill be (asked|told|seen|rung|removed|deleted)\b"
    ),
    "danger is of its day, and no letter opens with a no to it": Never(
        r"[Ss]omeone is harmed or at risk of harm now", OUT
    ),
    "what a child keeps speaks to the child": Never(
        r"(?i)\b(her|his|their) (mother|father|mum|dad)\b", frozenset({"plan_to_keep"})
    ),
    "a parent reads of their own children by name": Never(
        r"[Aa]nother learner \(A\)", frozenset({"parent_summary"})
    ),
    "a body that was told is not denied in the next row": Never(
        r"Other bodies\nNone recorded", frozenset({"police"})
    ),
    "whoever saw the imagery stands once in a letter": Never(
        r"seen the imagery\.\n[\d \w,:]*: (\w\. \w+), [^\n]*\n[\d \w,:]*: \1, ",
        frozenset({"police", "social_care"}),
    ),
    "a receipt says what is done, and claims nothing of what comes of it": Never(
        r"we keep everybody|(We have dealt[^\n]*\n[^\n]*is done)", frozenset({"receipt"})
    ),
    "who asked a child in one talk stands once": Never(
        r"(Asked by [^\n]*)\nOn telling parents\n[^\n]*\n\1", frozenset({"social_care"})
    ),
    "whoever has somebody beside them does nothing alone": Never(
        r"beside them[\s\S]*does this alone", frozenset({"removal_pack"})
    ),
    "a learner who showed it was there too": Never(
        r"Second person there\nNobody", frozenset({"viewing_record"})
    ),
}


def moments(path):
    """The case a day in, a week in, and when its story ends, with the instant (UTC) of each."""
    entries = entries_of(path)
    began, ended = entries[0].recorded, entries[-1].recorded + timedelta(hours=2)
    for at in (began + A_DAY, began + A_WEEK, ended):
        yield fold_case([one for one in entries if one.recorded <= at]), at


def words_of(content: Content) -> str:
    return "\n".join(lines((content.title, content.under, content.callout, content.parts)))


@each_case
def test_no_paper_at_any_moment_says_what_once_misled_its_reader(path):
    for case, at in moments(path):
        due = tuple(row.row for row in owed_in(case, LIMITS))
        beside = msgspec.structs.replace(SUPPLEMENT, due=due)
        for offer in offers_for(case):
            shown = words_of(content_of(offer, case, issue(at=at, supplement=beside)))
            for why, never in NEVER.items():
                if offer.kind.key in never.papers:
                    found = re.search(never.words, shown)
                    assert not found, f"{offer.kind.key}, {at}: {why}: {found}"


@each_case
def test_social_care_reads_and_hears_whom_nobody_is_to_speak_with_if_it_reads_their_name(path):
    for case, at in moments(path):
        contacts = {entry.root for entry in case.current if isinstance(entry.form, BodyContact)}
        asked = {one.about: one.sentence for one in in_force(case, at) if one.entry in contacts}
        referrals = {one.id: one for one in case.referrals}
        for offer in offers_for(case):
            if offer.kind.key not in {"social_care", "telephone_script"}:
                continue
            if referral := referrals.get(offer.subject.entry):
                hidden = ReferralWords(case, referral).hide
                shown = words_of(content_of(offer, case, issue(at=at)))
                for who, sentence in asked.items():
                    named = who in case.people and not hidden.called(who)
                    assert (sentence in shown) is named


@each_case
def test_social_care_reads_that_others_were_spoken_with_and_that_their_words_are_left_out(path):
    for case, at in moments(path):
        talks = [entry for entry in case.current if isinstance(entry.form, LearnerConversation)]
        referrals = {one.id: one.opened.child for one in case.referrals}
        for offer in offers_for(case):
            if offer.kind.key == "social_care":
                shown = words_of(content_of(offer, case, issue(at=at)))
                child = referrals[offer.subject.entry]
                others = {one.form.learner: one for one in talks if one.form.learner != child}
                for talk in others.values():
                    assert f"; spoken with on {write_time(happened(talk))}" in shown
                claimed = re.search(r"every account so far(.*?), each", shown)
                assert not claimed or bool(claimed[1]) is bool(others)
                assert ("a name or an account" in shown) is bool(others)


def test_every_row_finds_its_own_words_and_no_other():
    wrong = (
        "See the entry on viewing",
        "to whom it went.,",
        "account “an unknown account”, Instagram",
        "They take it on",
        "Known spread\nHe has it.",
        "Immediate risk. At the initial review, 12 Oct 2026, 10:50: Yes.\nWhen asked, 3 Nov: No.",
        "no reference; refused\n",
        "Has been told: that it happened",
        "Call handler 5120, then DC 2218 M. Farrow; DC 2218 M. Farrow",
        "Why it was reported. He asked for it.\nPlease advise before we act.",
        "Exampleshire MASH · Answered · MASH/26/10402",
        "Ava will be asked by the officer",
        "No: someone is harmed or at risk of harm now",
        "Her mother; Childline",
        "Another learner (A) may stay at home on Tuesday",
        "Other bodies\nNone recorded",
        "has seen the imagery.\n4 Nov, 09:22: V. Prior, tutor: Shown.\n4 Nov: V. Prior, tutor.",
        "You did well. We have dealt with it.\nIt does not mean that nothing is done.",
        "Asked by R. Okafor\nOn telling parents\nToday.\nAsked by R. Okafor",
        "Made by: learner, with staff beside them\nThe learner does this alone.",
        "Second person there\nNobody else was there",
    )
    found = [[why for why, one in NEVER.items() if re.search(one.words, text)] for text in wrong]
    assert found == [[why] for why in NEVER]


PASSING = re.compile(
    r"\b(today|tonight|tomorrow|yesterday|this (morning|afternoon|evening|week))\b"
)


@each_case
def test_what_a_parent_keeps_says_its_days_by_name(path):
    for entry in read_case(path).current:
        if isinstance(entry.form, ParentContact):
            answers = answers_of(entry.form)
            for question in questions_of(ParentContact):
                read = str(answers.get(question.name) or "")
                if question.ask.audience is Audience.PARENTS:
                    assert not PASSING.search(read), read
