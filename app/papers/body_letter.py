"""The shape of a letter to another body: the answer first, lettered sections, lines to sign."""

from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from app.domain.forms.bodies import BodyReferralOpened
from app.domain.kit.moments import day_of, write_day
from app.papers.body_answer import is_awaited
from app.papers.body_sections import not_for_now, ring
from app.papers.body_words import BodyWords
from app.papers.rows import Row, signed_and_received
from app.papers.told_before import opening_after, title_after, told_earlier
from app.typesetting.content import Content, Issue, Lines, Part, Points, Section
from app.typesetting.page import Sender
from app.typesetting.text import Strong, Words

RECEIPT: Lines = (("Received by, and role", ""), ("Date and time", ""), ("Your reference", ""))


def letter(
    words: BodyWords,
    issue: Issue,
    title: str,
    *,
    noun: str,
    under: Words,
    callout: Iterable[Words],
    sections: Iterable[tuple[str, Iterable[Row]]],
    asks: Iterable[Words],
) -> Content:
    """Return a letter to another body.

    `noun` is what the body had before, which the letter confirms or updates. `callout` answers the
    reader’s question, `asks` are what the college needs back. A section without rows is left out.
    What nobody is to do for now stands right after the first sentence of the callout.
    """
    opened, number = words.referral.opened, ", ".join(words.referral.numbers)
    told = told_earlier(words.case, words.referral.id, issue)
    first, *others = callout
    held = ((Strong(f"{lead}."), f" {said}") for lead, said in not_for_now(words, issue.at))
    return Content(
        issue=issue,
        kind=title,
        title=title_after(told, title, noun),
        under=under,
        recipient=opened.name,
        address=tuple(filter(None, (opened.name, opened.address))),
        facts=(
            ("Date", write_day(day_of(issue.at))),
            ("Our reference", issue.number),
            ("Your reference", number or "None given yet"),
        ),
        callout=(*opening_after(told, noun, number), first, *held, *others),
        parts=tuple(_parts(words, issue, sections, asks)),
    )


def _parts(
    words: BodyWords,
    issue: Issue,
    sections: Iterable[tuple[str, Iterable[Row]]],
    asks: Iterable[Words],
) -> Iterator[Part]:
    whole = ((heading, tuple(rows)) for heading, rows in sections)
    written = ((heading, rows) for heading, rows in whole if rows)
    for letter_of, (heading, rows) in zip(ascii_uppercase, written, strict=False):
        yield Section(letter_of, heading, rows)
    if points := tuple(_left_to_ask(words, asks, issue.college)):
        yield Points("Please tell the college", points)
    receipt = (f"For {words.referral.opened.name} to complete and return.", RECEIPT)
    yield signed_and_received(words.sender, receipt)


def _left_to_ask(words: BodyWords, asks: Iterable[Words], college: Sender) -> Iterator[Words]:
    """Yield what is asked of them: after an answer only how it ends, if that is still to come.

    Nothing is asked of a body whose answer somebody decided is not needed.
    """
    if not is_awaited(words.case, words.referral):
        return
    if not words.referral.outcomes:
        yield from asks
    elif not words.referral.decided:
        yield (Strong("What comes of it:"), f" once you know. {ring(words.sender, college)}")


WHY, ASKED = BodyReferralOpened.why, BodyReferralOpened.asked_for
"""What every letter opens with: why now, and what is asked."""
