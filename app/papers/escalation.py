"""The escalation of a professional disagreement with children's social care, about one child.

Source: Working Together to Safeguard Children 2026 and local procedures on professional
disagreement; uk-guidance 3.2 and 3.6. It says what was referred, what they decided, and why the
college disagrees, and asks for a decision by a day.
"""

from collections.abc import Iterator
from datetime import date, datetime

from app.domain.case.case import Case
from app.domain.case.entry import Entry
from app.domain.case.signs import every_yes
from app.domain.forms.social_care import (
    ReferralEscalated,
    ReferralOpened,
    ReferralReply,
    ReferralSent,
)
from app.domain.kit.facts import Fact
from app.domain.kit.moments import day_of, write_day, write_time
from app.domain.kit.record import Audience
from app.domain.kit.stage import Stage
from app.domain.kit.wording import lower
from app.papers.agency_words import ReferralWords
from app.papers.body_sections import known, left_alone_of_named, ring
from app.papers.case_words import ASK_COLLEGE
from app.papers.kind import PaperKind, Subject, entry_of, whoever_sends
from app.papers.of_all import standing
from app.papers.rows import (
    TELLING,
    Labels,
    Row,
    aged,
    as_it_happened,
    asked,
    happened,
    on_day,
    retold,
    sign_in_words,
    signed_and_received,
    signs_about,
    source,
    that_apply,
    with_answers,
)
from app.typesetting.content import Content, Issue, Points, Section, Signatures
from app.typesetting.page import Sender
from app.typesetting.text import Quiet, Strong, Words, runs_of

TITLE = "Escalation of a professional disagreement"


def subjects(case: Case) -> tuple[Subject, ...]:
    """Return each escalation of a referral. Its letter is about the child of that referral."""
    return tuple(
        Subject(
            words=f"{case.names[one.id]}, {on_day(entry)}",
            person=one.opened.child,
            entry=entry.root,
        )
        for one in case.referrals
        for entry in case.current
        if isinstance(entry.form, ReferralEscalated) and entry.form.referral == one.id
    )


def content(case: Case, subject: Subject, issue: Issue) -> Content:
    """Return the letter of one escalation. Ages are those on the day of issue."""
    entry = entry_of(case, subject)
    form = entry.form
    assert isinstance(form, ReferralEscalated)
    (referral,) = (one for one in case.referrals if one.id == form.referral)
    words, today = ReferralWords(case, referral), day_of(issue.at)
    facts = (
        ("Date", write_day(today)),
        ("Our reference", issue.number),
        ("Your reference", referral.reference or "None given yet"),
    )
    sections = (
        ("The referral", _referred(words)),
        ("Your decision", _decided(words, entry)),
        ("Why the college disagrees", _disagrees(words, entry, today)),
        ("The child, as last recorded", _child(words, today)),
        ("This escalation", _escalation(words, entry, issue.college)),
    )
    return Content(
        issue=issue,
        kind=TITLE,
        title=TITLE,
        under=("Child: ", Strong(words.child.name), f", {aged(words, words.child, today)}"),
        recipient=form.raised_with,
        address=tuple(filter(None, (form.raised_with, words.referral.opened.team_address))),
        facts=facts,
        callout=tuple(_callout(words, entry, issue.at)),
        parts=(
            *(
                Section(at, name, tuple(rows))
                for at, (name, rows) in zip("ABCDE", sections, strict=True)
            ),
            Points("Please answer in writing", tuple(_asks(words, issue.college))),
            _signatures(words, form),
        ),
    )


def _callout(words: ReferralWords, entry: Entry, at: datetime) -> Iterator[Words]:
    today = day_of(at)
    for held, sentence in left_alone_of_named(words, at):
        yield (Strong(f"{held}."), f" {sentence}")
    if before := _answers(words, entry):
        said = words.answer(before[-1], ReferralReply.reply)
        yield (Strong("Your decision."), f" {said}, {write_time(happened(before[-1]))}.")
    leads = {"We disagree.": ReferralEscalated.why, "We ask.": ReferralEscalated.asked_for}
    for lead, question in leads.items():
        yield (Strong(lead), " ", *runs_of(known(words.told_of(entry, question), today)))
    form = entry.form
    assert isinstance(form, ReferralEscalated)
    if form.answer_by:
        yield (Strong("Answer asked for by."), f" {write_day(form.answer_by)}")


def _referred(words: ReferralWords) -> Iterator[Row]:
    reached = words.referral.reached
    calls = [f"{write_time(reached.called_at)}, by telephone"] if reached else []
    for entry in words.steps(ReferralSent):
        route = lower(words.answer(entry, ReferralSent.route))
        calls.append(f"{write_time(happened(entry))}, in writing, {route}")
    yield "Referred", tuple(calls) or (ASK_COLLEGE,)
    labels: Labels = {
        ReferralOpened.threshold: "Level of need",
        ReferralOpened.why_now: "Why it was referred",
        ReferralOpened.asked_for: "What was asked for",
    }
    yield from that_apply(asked(words, words.opened, labels))


def _decided(words: ReferralWords, entry: Entry) -> Iterator[Row]:
    """Yield each answer that was given before this escalation, the last one at the end."""
    before = _answers(words, entry)
    for reply in before:
        by = words.after("by ", reply, ReferralReply.answered_by)
        said = words.answer(reply, ReferralReply.reply)
        yield write_time(happened(reply)), (f"{said}, {by}",)
        yield from that_apply(asked(words, reply, {ReferralReply.said: "Your reason"}))
    if not before:
        yield "Your answer", (ASK_COLLEGE,)


def _answers(words: ReferralWords, entry: Entry) -> list[Entry]:
    replies = words.steps(ReferralReply)
    return [reply for reply in replies if happened(reply).at <= happened(entry).at]


def _disagrees(words: ReferralWords, entry: Entry, today: date) -> Iterator[Row]:
    yield from that_apply(
        asked(words, entry, {ReferralEscalated.criteria: "Criteria that are met"})
    )
    child = words.child.id
    own = {one.sign for one in every_yes(words.case.current) if one.about in {"", child}}
    states = signs_about(words.case, child)
    signs = [sign_in_words(words.case, sign, states[sign], child) for sign in states if sign in own]
    if signs:
        yield "Signs that came up", tuple(signs)
    facts = {Fact.IMPACT: "What it means for the child", Fact.RISK: "Risk now"}
    yield from with_answers(standing(words, child, facts, today))
    if since := tuple(_since(words, entry)):
        yield "Known since your answer", since


def _since(words: ReferralWords, entry: Entry) -> Iterator[Words]:
    """Yield each account recorded after the last answer that this escalation disagrees with."""
    replies = _answers(words, entry)
    after = replies[-1].first if replies else None
    for one in as_it_happened(words.each(*TELLING)):
        said = tuple(retold(words, one)) if after and one.first > after else ()
        if said:
            yield Quiet(f"{write_time(happened(one))}. {source(words, one)}")
            yield from said


def _child(words: ReferralWords, today: date) -> Iterator[Row]:
    yield "Where, and how safe", (known(words.safe_now, today),)
    yield "In the child’s own words", (known(words.stands(Fact.WANTS, words.child.id), today),)


def _escalation(words: ReferralWords, entry: Entry, college: Sender) -> Iterator[Row]:
    labels: Labels = {
        ReferralEscalated.raised_with: "Raised with",
        ReferralEscalated.step: "Step of the procedure",
        ReferralEscalated.at: "Raised",
        ReferralEscalated.send_by: "How it is sent",
    }
    yield from that_apply(asked(words, entry, labels))
    before = tuple(
        f"{write_time(happened(one))}: {words.answer(one, ReferralEscalated.raised_with)}"
        for one in words.steps(ReferralEscalated)
        if happened(one).at < happened(entry).at
    )
    if before:
        yield "Raised before", before
    yield "From", (words.sender,)
    if college.mailbox:
        yield "Secure e-mail", (college.mailbox,)


def _asks(words: ReferralWords, college: Sender) -> Iterator[Words]:
    yield (Strong("Your decision:"), " what it is, and the reason.")
    yield (Strong("Who leads:"), " their name and direct line.")
    yield (
        Strong("The next step:"),
        f" of your procedure, if we do not agree. {ring(words.sender, college)}",
    )


def _signatures(words: ReferralWords, form: ReferralEscalated) -> Signatures:
    receipt = (("Received by, and role", ""), ("Date and time", ""), ("Decision by", ""))
    heading = f"For {form.raised_with} to complete and return."
    return signed_and_received(words.sender, (heading, receipt))


KIND = PaperKind(
    key="escalation",
    title="Escalation to children’s social care",
    audience=Audience.AGENCIES,
    reader="Whoever the disagreement is raised with",
    stage=Stage.SOCIAL_CARE,
    subjects=subjects,
    content=content,
    ring=whoever_sends,
)
