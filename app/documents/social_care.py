"""The letter to children's social care: one child, sections A to M, and nothing left blank.

Source: the sections common to local authorities' multi-agency referral forms; Working Together to
Safeguard Children 2026; UKCIS "Sharing nudes and semi-nudes" (March 2024) for the imagery.
"""

from collections.abc import Iterator
from datetime import date, datetime

from app.documents.letter import Content, Letter, finished
from app.documents.page import College
from app.documents.referral_sections import sections_of
from app.documents.referral_words import ReferralWords, write_sender
from app.documents.text import Strong, Words
from app.domain.answers import Person
from app.domain.case import Case
from app.domain.moments import LONDON, day_of, write_day, write_full_day
from app.domain.people import write_age
from app.domain.referral import Referral

KIND = "Referral to children’s social care"


def letter(
    case: Case,
    referral: Referral,
    college: College,
    *,
    number: str,
    at: datetime,
    record_head: str,
    draft: bool = False,
) -> Letter:
    """Make the letter of one referral, about its one child, from what agencies may read.

    `at` is the aware instant of issue, by which ages are reckoned; a draft bears a watermark and no
    moment of issue. `record_head` is the hash of the newest entry in hexadecimal digits. Raises
    KeyError when the referral's child is nobody of this case.
    """
    return finished(
        content(case, referral, college, number=number, at=at, record_head=record_head, draft=draft)
    )


def content(
    case: Case,
    referral: Referral,
    college: College,
    *,
    number: str,
    at: datetime,
    record_head: str,
    draft: bool = False,
) -> Content:
    """Give everything the letter says, before it is set on pages. See `letter`."""
    words = ReferralWords(case, referral)
    today = day_of(at)
    sender = write_sender(words)
    reference = referral.reference or "None given yet"
    facts = (("Date", write_day(today)), ("Our reference", number), ("Your reference", reference))
    return Content(
        college=college,
        number=number,
        kind=KIND,
        title=_title(words),
        under=_learner(words.child, today),
        recipient=referral.opened.team,
        address=tuple(filter(None, (referral.opened.team, referral.opened.team_address))),
        facts=facts,
        callout=tuple(_callout(words)),
        sections=sections_of(words, college, today),
        statement="This letter says what the college knows today, and where it does not know.",
        signature=(("Signature", ""), ("Name and role", sender), ("Date and time", "")),
        receipt="For children’s social care to complete and return.",
        receipt_lines=(
            ("Received by", ""),
            ("Date and time", ""),
            ("Decision and reference", ""),
        ),
        record_head=record_head,
        issued=None if draft else at,
    )


def _title(words: ReferralWords) -> str:
    call = words.referral.reached
    if call is None:
        return KIND
    local = call.called_at.at.astimezone(LONDON)
    day = write_full_day(local.date()).replace(" ", "\u00a0")
    about = "about " if call.called_at.about else ""
    return f"Written confirmation of the telephone referral of {day}, {about}{local:%H:%M}"


def _learner(child: Person, today: date) -> Words:
    known_as = f", known as {child.known_as}" if child.known_as else ""
    group = f" · {child.group}" if child.group else ""
    return ("Learner: ", Strong(child.name), f"{known_as}, {write_age(child, today)}{group}")


def _callout(words: ReferralWords) -> Iterator[Words]:
    for lead, name in (
        ("Why now.", "why_now"),
        ("Immediate safety.", "safe_now"),
        ("Requested.", "asked_for"),
    ):
        yield (Strong(lead), " ", words.answer(words.opened, name))
