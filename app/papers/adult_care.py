"""The letter to adult social care: a learner of 18 or over, after the three questions of the Act.

Source: Care Act 2014, section 42: needs for care and support; abuse or neglect, or the risk of it;
and, because of those needs, no way to protect themselves. What the adult wants comes before what
others think best.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from app.domain.case.case import Case
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.person import PersonDetails
from app.domain.kit.facts import Fact
from app.domain.kit.moments import day_of
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.papers.body_letter import WHY, letter
from app.papers.body_sections import (
    REACHED,
    VISITS,
    agreement,
    known,
    opening,
    police_told,
    request,
    ring,
    safety,
    this_letter,
    who_they_are,
)
from app.papers.body_words import BodyWords, subjects_of, words_of
from app.papers.capacity import capacity_rows
from app.papers.case_words import ASK_COLLEGE
from app.papers.child_voice import not_talked_with
from app.papers.kept_from_visitors import kept_from_visitors
from app.papers.kind import PaperKind, Subject, whoever_sends
from app.papers.of_its_day import as_of, asked_then
from app.papers.rows import Labels, Row, aged, asked, that_apply
from app.typesetting.content import Content, Issue
from app.typesetting.text import Strong, Words, runs_of

TITLE = "Safeguarding concern about an adult"


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the letter about one learner of 18 or over. Ages are those on the day of issue."""
    words, today = words_of(case, subject), day_of(issue.at)
    return letter(
        words,
        issue,
        TITLE,
        noun="referral to adult social care",
        under=(
            "Under section 42 of the Care Act 2014, about ",
            Strong(words.learner.name),
            f", {aged(words, words.learner, today)}",
        ),
        callout=_callout(words, today),
        sections=(
            ("This concern", (*this_letter(words, issue.college), *police_told(words))),
            ("The adult", (*who_they_are(words, today), *_reached(words, today))),
            ("Section 42", _section_42(words, today)),
            ("What they want, and who knows", (*_wants(words, today), *agreement(words, today))),
        ),
        asks=_asks(words, issue),
    )


def _callout(words: BodyWords, today: date) -> Iterator[Words]:
    yield opening(words, "Why now", WHY, today)
    if safe := words.safe_now(words.learner.id):
        yield (Strong("Where they are."), " ", *runs_of(as_of(safe, today)))
    yield request(words, today)


def _reached(words: BodyWords, today: date) -> Iterator[Row]:
    yield from that_apply(asked(words, words.details_of(words.learner.id), REACHED))
    yield from safety(words, VISITS, today, words.learner.id)


def _section_42(words: BodyWords, today: date) -> Iterator[Row]:
    labels: Labels = {
        PersonDetails.care_needs: "Needs care and support",
        PersonDetails.needs: "Which needs",
        PersonDetails.ehcp: "Education, health, care plan",
        PersonDetails.health: "Health",
    }
    yield from that_apply(asked(words, words.details_of(words.learner.id), labels))
    risk = words.stands(Fact.RISK, *words.about)
    yield "Abuse, neglect, or its risk", (as_of(risk, today) if risk else ASK_COLLEGE,)
    labels = {BodyReferralOpened.protect: "Protecting themselves"}
    yield from that_apply(asked_then(words, words.opened, labels, today))


def _wants(words: BodyWords, today: date) -> Iterator[Row]:
    wants = words.stands(Fact.WANTS, words.learner.id)
    yield "In their own words", (known(wants, today),)
    yield from not_talked_with(words, words.learner.id, today)
    deciding = tuple(capacity_rows(words, words.learner.id))
    yield "Understanding, capacity", deciding or (ASK_COLLEGE,)


def _asks(words: BodyWords, issue: Issue) -> Iterator[Words]:
    yield (Strong("Whether you make enquiries:"), " under section 42, and who leads them.")
    yield (Strong("What you advise:"), " until then, and what the college must not do.")
    yield (Strong("If you do not:"), f" the reason. {ring(words.sender, issue.college)}")


KIND = PaperKind(
    key="adult_care",
    title="Letter to adult social care",
    audience=Audience.AGENCIES,
    reader="Adult social care",
    stage=Stage.POLICE,
    subjects=partial(subjects_of, body=OtherBody.ADULT_CARE),
    content=content,
    look_at=kept_from_visitors,
    ring=whoever_sends,
    says_what_it_is=True,
)
