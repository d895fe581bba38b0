"""What may no longer be so stands in a letter with the day it was said, and in the past."""

import re
from datetime import timedelta

import pytest

from app.disclosure.audience import paragraphs_for
from app.domain.case.case import fold_case
from app.domain.forms import FORMS
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.review import InitialReview
from app.domain.forms.sharing import HowItIsNow
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import AnswerKind
from app.domain.kit.form import Form, questions_of
from app.domain.kit.moments import day_of, moment, write_time
from app.domain.kit.record import Audience
from app.papers import social_care
from app.papers.agency_words import ReferralWords
from app.papers.case_words import NOT_RECORDED
from app.papers.kinds import offers_for
from app.papers.of_its_day import as_of, asked_then, stale_in
from app.typesetting.content import Section, Spoken
from app.typesetting.text import Then, runs_of
from tests.casefold import NOW, concern, concern_case, sealed
from tests.domain.test_case import OPENED
from tests.papers.cases import each_case, read_case
from tests.papers.paper import flat, issue
from tests.papers.test_read_through import words_of

TYPED = (AnswerKind.WORDS, AnswerKind.EXACT_WORDS)
LETTERS = ("social_care", "telephone_script")
TODAY, TOMORROW = day_of(NOW), day_of(NOW + timedelta(days=1))


def lines_of(content):
    """Return every line of a letter under its labels, and those of its head."""
    parts = [part for part in content.parts if isinstance(part, Section | Spoken)]
    return [*content.callout, *(line for part in parts for _, rows in part.rows for line in rows)]


def passing_of_another_day(case, about, today):
    """Return the words of every answer that agencies may read and that may no longer be so."""
    return {
        said.words
        for said in paragraphs_for(case, Audience.AGENCIES, about)
        for question in questions_of(said.form)
        if question.name == said.name and question.passing and question.kind in TYPED
        if question.ask.retold is None  # retold accounts stand under the day of their entry
        if day_of(said.when.at) != today
    }


@each_case
def test_whatever_may_no_longer_be_so_bears_its_day_in_every_letter(path):
    case = read_case(path)
    at = case.entries[-1].sealed.recorded + timedelta(days=1)
    for offer in offers_for(case):
        if offer.kind.key not in LETTERS:
            continue
        content = offer.kind.content(case, offer.subject, issue(at=at))
        old = passing_of_another_day(case, offer.subject.person, day_of(at))
        for line in lines_of(content):
            runs = runs_of(line)
            bare = [run for n, run in enumerate(runs) if not (n and isinstance(runs[n - 1], Then))]
            assert not old.intersection(bare), line


OF_A_DAY = re.compile(r"\b(today|tonight|tomorrow|yesterday|this (morning|evening|week)|now)\b")
DAY = re.compile(r"\d{1,2}\s[A-Z][a-z]{2,8}\s20\d\d")
UNDER_A_DAY = ("The college was told", "Demands, as told by", "Assessed", "Referred")
"""The rows that say of which day the rows below them are."""


@each_case
def test_no_letter_says_today_or_now_of_a_day_that_it_does_not_name(path):
    case = read_case(path)
    at = case.entries[-1].sealed.recorded + timedelta(days=3)
    for kind, subject in offers_for(case):
        if kind.audience is not Audience.AGENCIES:
            continue
        content = kind.content(case, subject, issue(at=at))
        for said in map(flat, content.callout):
            assert DAY.search(said) or not OF_A_DAY.search(said)
        for section in (part for part in content.parts if isinstance(part, Section)):
            dated = False
            for label, answer in section.rows:
                dated = dated or label in UNDER_A_DAY
                for at_line, said in enumerate(map(flat, answer)):
                    before = "".join((label, *map(flat, answer[:at_line])))
                    known = dated or DAY.search(before + said)
                    assert known or not OF_A_DAY.search(said), (kind.key, label, said)


@each_case
def test_what_social_care_knew_of_a_child_before_is_of_the_day_it_was_said(path):
    case = read_case(path)
    at = case.entries[-1].sealed.recorded + timedelta(days=3)
    for kind, subject in offers_for(case):
        if kind.key in {"social_care", "police"}:
            shown = words_of(kind.content(case, subject, issue(at=at)))
            for said in re.findall(r"Known to social care[:\n] ?([^\n]*)", shown):
                assert DAY.search(said) or said.startswith("Not recorded"), said


def test_on_its_own_day_an_answer_stands_as_it_is():
    words = ReferralWords(case := concern_case((ReferralOpened, OPENED)), case.referrals[0])
    told = words.told_of(words.opened, ReferralOpened.safe_now)
    assert as_of(told, TODAY) == OPENED["safe_now"]
    assert as_of(None, TODAY) == NOT_RECORDED
    lead, answer = as_of(told, TOMORROW)
    assert (lead, answer) == ("When referred, 19 Nov 2026, 10:32: ", OPENED["safe_now"])
    assert lead.of == ("entry-2", "safe_now")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_what_was_so_when_it_happened_is_not_called_of_when_it_was_recorded(form):
    passes = any(one.passing for one in questions_of(form))
    assert not (form.happened_in and passes) or form.then != Form.then


@each_case
def test_only_what_has_no_day_of_its_own_is_dated_by_its_recording(path):
    case = read_case(path)
    at = case.entries[-1].sealed.recorded + timedelta(days=3)
    recorded = {write_time(one.first) for one in case.current if not one.sealed.happened}
    for kind, subject in offers_for(case):
        shown = words_of(kind.content(case, subject, issue(at=at)))
        for when in re.findall(rf"{Form.then}, ([^:\n]*:\d\d): ", shown):
            assert when in recorded, (kind.key, when)


def test_what_does_not_pass_needs_no_day():
    background = ReferralBackground, {"referral": "entry-2", "history": "None.", "change": "Calm."}
    case = concern_case((ReferralOpened, OPENED), background)
    words = ReferralWords(case, case.referrals[0])
    labels = {ReferralBackground.history: "Before", ReferralBackground.change: "Change"}
    (_, (before,)), (_, (change,)) = asked_then(words, words.background, labels, TOMORROW)
    assert before == "None."
    assert change == ("When recorded, 19 Nov 2026, 10:42: ", "Calm.")


@pytest.mark.parametrize(
    ("question", "passes"),
    [
        (InitialReview.risk_now, True),
        (InitialReview.spread, False),
        (LearnerConversation.wants, True),
        (LearnerConversation.contains, False),
        (ReferralOpened.why_now, True),
        (ReferralOpened.threshold, True),
        (ReferralOpened.team, False),
    ],
)
def test_a_question_says_whether_its_answer_passes(question, passes):
    form = question.__objclass__
    assert [q.passing for q in questions_of(form) if q.name == question.__name__] == [passes]


def test_an_answer_put_right_the_next_day_was_still_said_on_its_own():
    opened = sealed(ReferralOpened, OPENED, seq=2)
    again = sealed(ReferralOpened, OPENED, seq=3, at=NOW + timedelta(days=1), corrects="entry-2")
    case = fold_case([sealed(ConcernReceived, concern()), opened, again])
    words = ReferralWords(case, case.referrals[0])
    lead, _ = as_of(words.told_of(words.opened, ReferralOpened.safe_now), TOMORROW)
    assert lead == "When referred, 19 Nov 2026, 10:22: "


def said_since(now, at, of="entry-2", question="safe_now"):
    then = {"of": of, "question": question, "before": "As it was.", "at": moment(at), "now": now}
    return HowItIsNow, then


def whereabouts(case, today):
    words = ReferralWords(case, case.referrals[0])
    return "".join(runs_of(as_of(words.told_of(words.opened, ReferralOpened.safe_now), today)))


def test_how_it_is_now_stands_beside_how_it_was_each_with_its_day():
    morning = NOW + timedelta(days=1)
    home = said_since("At home with her mother and Ben Marsh.", morning)
    case = concern_case((ReferralOpened, OPENED), home)
    was = f"When referred, 19 Nov 2026, 10:32: {OPENED['safe_now']}"
    now = "Looked at again, 20 Nov 2026, 10:22: At home with her mother and Learner A."
    assert whereabouts(case, TOMORROW) == f"{was}\n{now}"


def test_what_was_said_of_another_answer_or_of_another_child_stays_away():
    other = said_since("Elsewhere.", NOW, question="why_now")
    of_ben = said_since("With his aunt.", NOW, of="entry-3")
    opened = ((ReferralOpened, OPENED | {"child": child}) for child in ("ava", "ben"))
    case = concern_case(*opened, other, of_ben)
    assert whereabouts(case, TODAY) == OPENED["safe_now"]


def test_only_the_newest_of_a_line_is_asked_about_again():
    case = concern_case((ReferralOpened, OPENED), said_since("At home.", NOW + timedelta(hours=5)))

    def stale(days):
        (offer,) = (one for one in offers_for(case) if one.kind.key == "social_care")
        content = offer.kind.content(case, offer.subject, issue(at=NOW + timedelta(days=days)))
        return {one.of: (one.lead, one.words) for one in stale_in(content)}

    assert stale(0) == {}
    assert stale(3)["entry-2", "safe_now"] == ("Looked at again, 19 Nov 2026, 15:22", "At home.")
    assert stale(3)["entry-2", "why_now"][0] == "When referred, 19 Nov 2026, 10:32"


def test_why_it_was_referred_weeks_ago_is_not_called_why_now():
    case = concern_case((ReferralOpened, OPENED))
    (subject,) = social_care.subjects(case)
    for days, lead in ((0, "Why now. "), (1, "Why now. "), (2, "Why it was referred. ")):
        letter = social_care.content(case, subject, issue(at=NOW + timedelta(days=days)))
        said = next(one for one in map(flat, letter.callout) if one.startswith("Why "))
        assert said.startswith(lead)
