"""The request for early help or Family Help: one child, what is hard, what goes well, who agrees.

Source: Working Together to Safeguard Children 2026 (early help rests on the family's agreement).
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from app.domain.case.case import Case
from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.forms.person import PersonDetails
from app.domain.forms.support import SupportPlan
from app.domain.kit.facts import Fact
from app.domain.kit.moments import day_of
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lower
from app.papers.body_letter import WHY, letter
from app.papers.body_sections import (
    REACHED,
    VISITS,
    agreement,
    known,
    opening,
    police_told_of_others,
    request,
    ring,
    safety,
    this_letter,
    who_they_are,
)
from app.papers.body_words import BodyWords, subjects_of, words_of
from app.papers.case_words import ASK_COLLEGE
from app.papers.child_voice import not_talked_with
from app.papers.kept_from_visitors import kept_from_visitors
from app.papers.kind import PaperKind, Subject, whoever_sends
from app.papers.of_all import standing
from app.papers.of_its_day import as_of, asked_then
from app.papers.rows import Labels, Row, aged, asked, for_outside, that_apply
from app.typesetting.content import Content, Issue
from app.typesetting.text import Strong, Words

TITLE = "Request for early help or Family Help"


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the request for one child. Ages are those on the day of issue."""
    words, today = words_of(case, subject), day_of(issue.at)
    return letter(
        words,
        issue,
        TITLE,
        noun="request for early help",
        under=(
            "Child: ",
            Strong(words.learner.name),
            f", {aged(words, words.learner, today)}",
        ),
        callout=_callout(words, today),
        sections=(
            (
                "This request",
                (*this_letter(words, issue.college), *police_told_of_others(words)),
            ),
            ("The child", (*who_they_are(words, today), *_child(words, today))),
            ("What is hard, and what goes well", _needs(words, today)),
            ("Agreement, and who knows", agreement(words, today)),
        ),
        asks=_asks(words, issue),
    )


def _callout(words: BodyWords, today: date) -> Iterator[Words]:
    yield opening(words, "Why now", WHY, today)
    yield request(words, today)


def _child(words: BodyWords, today: date) -> Iterator[Row]:
    labels: Labels = {
        **REACHED,
        PersonDetails.needs: "Disability, special needs",
        PersonDetails.ehcp: "Education, health, care plan",
        PersonDetails.attendance: "Attendance",
        PersonDetails.status: "Known to social care",
        PersonDetails.has_social_worker: "Social worker now or before",
    }
    details, hidden = words.details_of(words.learner.id), words.hide.over
    yield from that_apply(asked(words, details, labels))
    at_home = tuple(
        "; ".join(filter(None, (hidden(row.name), lower(hidden(row.relation)), at)))
        for row in words.rows(details, PersonDetails.household)
        for at in (hidden(row.reached_at or ""),)
    )
    yield "Household and family", at_home or (ASK_COLLEGE,)
    yield from safety(words, VISITS, today, words.learner.id)


def _needs(words: BodyWords, today: date) -> Iterator[Row]:
    hard = {Fact.IMPACT: "What it means for the child", Fact.RISK: "The risk"}
    yield from for_outside(standing(words, words.learner.id, hard, today))
    wants = words.stands(Fact.WANTS, words.learner.id)
    yield "In the child’s own words", (known(wants, today),)
    yield from not_talked_with(words, words.learner.id, today)
    well: Labels = {BodyReferralOpened.strengths: "What goes well, would help"}
    yield from that_apply(asked_then(words, words.opened, well, today))
    plans = tuple(as_of(told, today) for told in words.told(SupportPlan.what)[-1:])
    if plans:
        yield "Support in college", plans


def _asks(words: BodyWords, issue: Issue) -> Iterator[Words]:
    yield (Strong("Who takes it up:"), " their name, and when the family hears from them.")
    yield (Strong("If you cannot:"), " the reason, and who can.")
    yield (Strong("What you need:"), f" from the college. {ring(words.sender, issue.college)}")


KIND = PaperKind(
    key="early_help",
    title="Request for early help",
    audience=Audience.AGENCIES,
    reader="Early help or Family Help",
    stage=Stage.POLICE,
    subjects=partial(subjects_of, body=OtherBody.EARLY_HELP),
    content=content,
    look_at=kept_from_visitors,
    ring=whoever_sends,
    says_what_it_is=True,
)
