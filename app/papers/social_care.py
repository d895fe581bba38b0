"""The letter to children's social care: one child, sections A to M, and nothing left blank.

Source: the sections common to local authorities' multi-agency referral forms; Working Together to
Safeguard Children 2026; UKCIS "Sharing nudes and semi-nudes" (March 2024) for the imagery.
"""

from collections.abc import Iterator
from datetime import datetime

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.forms.social_care import ReferralOpened, ReferralSent
from app.domain.kit.moments import day_of, write_day
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lower
from app.domain.rules.told_before import ToldBefore
from app.papers.agency_words import ReferralWords
from app.papers.body_sections import left_alone_of_named
from app.papers.case_words import ASK_COLLEGE
from app.papers.kept_from_visitors import kept_from_visitors
from app.papers.kind import PaperKind, Subject, whoever_sends
from app.papers.of_all import danger_of
from app.papers.of_its_day import as_of, is_fresh
from app.papers.referral_events import talks_with_others
from app.papers.referral_sections import sections_of
from app.papers.rows import (
    IN_DANGER,
    learner_line,
    on_day,
    signed_and_received,
)
from app.papers.told_before import opening_after, title_after, told_earlier
from app.typesetting.content import Content, Issue, Signatures
from app.typesetting.text import Strong, Words, runs_of

TITLE, NOUN = "Referral to children’s social care", "referral"


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each referral to children's social care. Its letter is about its one child."""
    return tuple(
        Subject(words=case.names[one.id], person=one.opened.child, entry=one.id)
        for one in case.referrals
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the letter of one referral, from what agencies may read.

    Ages are those on the day of issue. Raises KeyError when the child is not in this case.
    """
    (referral,) = (one for one in case.referrals if one.id == subject.entry)
    words = ReferralWords(case, referral)
    today, told = day_of(issue.at), told_earlier(case, referral.id, issue)
    facts = (
        ("Date", write_day(today)),
        ("Our reference", issue.number),
        ("Your reference", referral.reference or "None given yet"),
    )
    return Content(
        issue=issue,
        kind=TITLE,
        title=title_after(told, TITLE, NOUN, call="telephone referral"),
        under=learner_line(words, words.child, today),
        recipient=referral.opened.team,
        address=tuple(filter(None, (referral.opened.team, referral.opened.team_address))),
        facts=facts,
        callout=(*_told(words, told), *_callout(words, issue.at)),
        parts=(*sections_of(words, issue.college, today), _signatures(words)),
    )


def _signatures(words: ReferralWords) -> Signatures:
    receipt = (("Received by", ""), ("Date and time", ""), ("Decision and reference", ""))
    heading = "For children’s social care to complete and return."
    return signed_and_received(words.sender, (heading, receipt))


def _told(words: ReferralWords, told: ToldBefore | None) -> Iterator[Words]:
    """Yield what this letter is to the referral, which may have gone to them in writing."""
    went = {one.entry for one in told.tellings} if told else ()
    sent = next((one for one in words.steps(ReferralSent) if one.root in went), None)
    had = _went(words, sent) if sent else ""
    yield from opening_after(told, NOUN, words.referral.reference or "", had)


def _went(words: ReferralWords, sent: Entry) -> str:
    how, by = (words.answer(sent, one) for one in (ReferralSent.route, ReferralSent.sent_by))
    number = words.told_of(sent, ReferralSent.document)
    document = f", our document {number.answer}" if number else ""
    went = f"The referral went to you on {on_day(sent)}, {lower(how)}, by {by}{document}."
    but = " except what other learners said" if talks_with_others(words) else ""
    return f"{went} Section F gives every account so far{but}, each with its day."


def _callout(words: ReferralWords, at: datetime) -> Iterator[Words]:
    today, why, asked_for = day_of(at), ReferralOpened.why_now, ReferralOpened.asked_for
    for lead, said in left_alone_of_named(words, at):
        yield (Strong(f"{lead}."), f" {said}")
    lead = "Why now." if is_fresh(words.opened, today) else "Why it was referred."
    yield (Strong(lead), " ", *runs_of(as_of(words.told_of(words.opened, why), today)))
    danger = danger_of(words, words.child.id, today)
    yield (Strong(f"{IN_DANGER}?"), " ", *(danger or (ASK_COLLEGE,)))
    for lead, told in (
        ("Immediate safety.", words.safe_now),
        ("Requested.", words.told_of(words.opened, asked_for)),
    ):
        yield (Strong(lead), " ", *runs_of(as_of(told, today)))


KIND = PaperKind(
    key="social_care",
    title="Letter to children’s social care",
    audience=Audience.AGENCIES,
    reader="Children’s social care",
    stage=Stage.SOCIAL_CARE,
    subjects=subjects,
    content=content,
    look_at=kept_from_visitors,
    ring=whoever_sends,
    says_what_it_is=True,
)
