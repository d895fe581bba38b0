"""The letter to another school's or college's DSL: one learner of theirs, and what they need.

Source: uk-guidance 2.4 (share what is needed, with whom, why, and whether the family knows). It
says what was written down for that DSL, and retells nobody's account. Nobody of this college's
learners is named in it.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from app.domain.case.case import Case
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.kit.moments import day_of
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.papers.body_letter import WHY, letter
from app.papers.body_sections import (
    CALLED,
    agreement,
    opening,
    police_told_of_others,
    request,
    ring,
    this_letter,
)
from app.papers.body_words import BodyWords, subjects_of, words_of
from app.papers.kind import PaperKind, Subject, whoever_sends
from app.papers.of_its_day import asked_then
from app.papers.police_imagery import NOT_ATTACHED
from app.papers.rows import Row, learner_line, that_apply
from app.typesetting.content import Content, Issue
from app.typesetting.text import Strong, Words

TITLE = "Information about a learner of yours"


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the letter about one learner of another school or college."""
    words, today = words_of(case, subject), day_of(issue.at)
    return letter(
        words,
        issue,
        TITLE,
        noun="message",
        under=learner_line(words, words.learner, today),
        callout=_callout(words, today),
        sections=(
            (
                "This letter",
                (*this_letter(words, issue.college), *police_told_of_others(words)),
            ),
            ("What you need to know", _needed(words, today)),
            ("Agreement, and who knows", agreement(words, today, CALLED)),
        ),
        asks=_asks(words, issue),
    )


def _callout(words: BodyWords, today: date) -> Iterator[Words]:
    yield request(words, today)
    yield opening(words, "Why you", WHY, today)


def _needed(words: BodyWords, today: date) -> Iterator[Row]:
    yield from that_apply(
        asked_then(words, words.opened, {BodyReferralOpened.tell: "What happened"}, today)
    )
    yield (
        "Imagery",
        (NOT_ATTACHED, "Please do not look at it, ask to see it, keep it or pass it on."),
    )


def _asks(words: BodyWords, issue: Issue) -> Iterator[Words]:
    yield (Strong("Receipt:"), " that this letter has reached you, and who else reads it.")
    yield (Strong("Who speaks with them:"), " with the learner and with the family, and when.")
    yield (
        Strong("Anything new or worse:"),
        f" at once. {ring(words.sender, issue.college)}",
    )


KIND = PaperKind(
    key="other_college",
    title="Letter to another school or college",
    audience=Audience.AGENCIES,
    reader="The DSL of another school or college",
    stage=Stage.POLICE,
    subjects=partial(subjects_of, body=OtherBody.COLLEGE),
    content=content,
    ring=whoever_sends,
    says_what_it_is=True,
)
