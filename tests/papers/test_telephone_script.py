"""The telephone script: who, why, what is asked, in a minute and on a page, with lines to write."""

import re
from datetime import timedelta

import pytest

from app.domain.case.case import fold_case
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, Way
from app.domain.forms.copies import CopyChanged, CopyState, HowKnown
from app.domain.forms.outcome import BodyOutcome
from app.domain.forms.social_care import ReferralCall, ReferralOpened
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from app.papers import telephone_script
from app.papers.body_call import OPENS
from app.typesetting.content import Spoken
from tests.casefold import NOW, concern_case
from tests.domain.ledger import BENS, found
from tests.domain.people_of_two import ANSWERED, CALLED, POLICE
from tests.domain.test_case import CALL, OPENED
from tests.papers.cases import PRACTICE, each_case, read_case
from tests.papers.paper import flat, issue, plain, printed, words_on


def scripts(number, until=None):
    (path,) = PRACTICE.glob(f"{number}-*.toml")
    case = read_case(path, until=until)
    return [
        telephone_script.content(case, subject, issue())
        for subject in telephone_script.subjects(case)
    ]


def said(content):
    (spoken,) = (part for part in content.parts if isinstance(part, Spoken))
    return " ".join(flat(words) for _, lines in spoken.rows for words in lines)


@each_case
def test_a_call_takes_about_a_minute_and_one_page_on_the_day_it_is_made(path):
    case = read_case(path)
    for subject in telephone_script.subjects(case):
        (opened,) = (at for at, one in enumerate(case.entries) if one.sealed.id == subject.entry)
        then = fold_case([one.sealed for one in case.entries[: opened + 1]])
        at = case.entries[opened].sealed.recorded
        content = telephone_script.content(then, subject, issue(at=at))
        assert len(said(content).split()) < 200
        assert "May I have a reference?" in said(content)
        assert "You heard of this from us" not in said(content)
        assert printed(content).pages == 1
        assert printed(telephone_script.content(case, subject, issue())).pages == 1


def test_it_says_who_calls_about_whom_why_now_and_what_is_asked():
    social_care, police = scripts("06")
    assert "R. Okafor, Designated Safeguarding Lead at Example College" in said(social_care)
    for content in (social_care, police):
        assert "Rhea Dunmore, born 9 Jun 2011" in said(content)
        assert "What has come of it since, and what do you need from us?" in said(content)
    assert "An officer today." in said(scripts("06", "police")[0])
    assert "A strategy discussion" in "".join(map(said, scripts("06", "referral")))


NEW = (*OPENS.values(), "I am referring a child", "I am reporting intimate imagery")


@pytest.mark.parametrize("path", sorted(PRACTICE.glob("*.toml")), ids=lambda path: path.stem)
def test_nobody_is_told_as_new_or_asked_again_for_what_the_record_has(path):
    case = read_case(path)
    calls = {one.id: (one.reached, one.reference, one.replies) for one in case.referrals}
    calls |= {one.id: (one.reached, one.numbers, one.outcomes) for one in case.body_referrals}
    for subject in telephone_script.subjects(case):
        reached, reference, answered = calls[subject.entry]
        shown = said(telephone_script.content(case, subject, issue()))
        assert ("You heard of this from us on" in shown) is bool(reached)
        assert any(sentence in shown for sentence in NEW) is not bool(reached)
        assert ("May I have a reference?" in shown) is not bool(reached and reference)
        assert ("What came of it" in shown) is (bool(reached) and not answered)
        assert ("nswered on" in shown) is (bool(reached) and bool(answered))


ALL = ("May the family be told?", "May anything be deleted?", "What about devices?")


@pytest.mark.parametrize(
    ("number", "until", "asked"),
    [
        ("06", "police", {0: ALL}),
        ("06", "strategy", {0: (), 1: ALL[1:2]}),
        ("06", "closed", {0: (), 1: ()}),
        ("07", "mother", {0: ALL[:1], 1: ALL[:2], 2: ()}),
        ("09", "sonia", {0: ALL[:2]}),
        ("09", "delete", {0: ALL[:1]}),
        ("10", "sent", {0: ALL[1:2]}),
        ("10", "reply", {0: ()}),
        ("11", "police-call", {0: ALL[:2]}),
        ("11", "referral", {0: ALL[::2]}),
        ("11", None, {0: (), 1: ALL[:1], 2: ALL[1:2]}),
    ],
)
def test_a_further_call_asks_only_for_what_is_still_open(number, until, asked):
    for at, questions in asked.items():
        told = r"(May [A-Z][^?]+ be|(Is|Are) [A-Z][^?]+ still not to be) told[?]"
        heard = re.sub(told, ALL[0], said(scripts(number, until)[at]))
        assert [one for one in ALL if one in heard] == list(questions)


@pytest.mark.parametrize(
    ("number", "until", "at", "asked"),
    [
        ("09", "alma-told", 0, "Is Owen Pike still not to be told?"),
        ("09", "alma-decision", 0, "May Alma Pike be told? Is Owen Pike still not to be told?"),
        ("07", "review", 1, "Is Carys Marlin still not to be told?"),
        ("11", "police-call", 0, "May the family be told?"),
    ],
)
def test_a_further_call_asks_by_name_after_the_parents_who_are_not_told(number, until, at, asked):
    assert asked in said(scripts(number, until)[at])


@each_case
def test_no_caller_says_to_whom_they_ring_what_the_college_is_to_do(path):
    for content in scripts(path.stem[:2]):
        assert not re.search(r": ([Dd]o not )?tell them", said(content))


@pytest.mark.parametrize("until", ["strategy", None])
def test_a_further_call_asks_nobody_again_for_what_was_asked_of_them(until):
    (spoken, *_) = scripts("06", until)[1].parts
    assert [label for label, _ in spoken.rows if "ask" in label] == []
    assert ("You said" in dict(spoken.rows)) is bool(until)


def test_who_refused_hears_what_they_answered_and_that_the_college_disagrees():
    heard = said(scripts("11")[0])
    assert "You answered on 1 December 2026: no further action." in heard
    assert "We disagreed on 1 December 2026." in heard
    assert "You answered" not in said(scripts("11", "decision")[0])


def test_nobody_offers_to_name_who_is_behind_an_account():
    assert "One other person: I can name them." in said(scripts("06")[1])


def test_a_parent_who_was_told_after_all_is_not_called_one_who_must_not_be():
    assert "Carys Marlin: not to be told for now." in said(scripts("07", "review")[0])
    assert "Carys Marlin: told." in said(scripts("07", "carys-told")[0])


def test_what_would_be_asked_back_is_said_where_they_live_and_who_knows():
    social_care, police = scripts("06")
    for content in (social_care, police):
        assert "3 Sluice Cottages" in said(content)
        assert "Nell Dunmore: told." in said(content)
    (apart,) = scripts("09")
    assert "Alma Pike: told." in said(apart)
    assert "Owen Pike: not to be told for now." in said(apart)


def test_social_care_hear_no_other_learners_name():
    social_care = scripts("01")[0]
    assert "Ava Stone" in said(social_care)
    assert "Ben" not in said(social_care)


def test_there_are_lines_for_name_time_advice_and_reference():
    shown = words_on(printed(scripts("01", "referral")[0]).pdf)
    for label in ("Name, role, number", "Day and time", "Advice", "Reference"):
        assert plain(label) in shown


def test_ceop_is_not_telephoned():
    assert len(scripts("06")) == 2


@each_case
def test_no_caller_reads_out_as_an_address_that_none_is_recorded(path):
    case = read_case(path)
    for subject in telephone_script.subjects(case):
        heard = said(telephone_script.content(case, subject, issue()))
        assert "ask the college" not in heard
        assert "at Not recorded" not in heard


def test_nobody_asks_again_about_a_parent_who_must_not_be_contacted():
    social_care, *_ = scripts("02")
    assert "Gil Grant: must not be contacted. Fern Grant: told." in said(social_care)
    assert "May the family be told?" not in said(social_care)


@pytest.mark.parametrize(
    ("later", "must", "never"),
    [
        ({}, ("With her tutor.", "Why now", "Safe now"), ("Say where",)),
        (
            {"days": 3},
            ("Say where Ava Stone is now, and who is there. Look it up first.",),
            ("With her tutor.", "Safe now"),
        ),
    ],
)
def test_nobody_is_said_to_be_now_where_they_were_on_another_day(later, must, never):
    safe = {"safe_now": "With her tutor."}
    police = (BodyReferralOpened, POLICE | {"about": "ava"})
    case = concern_case((ReferralOpened, OPENED | safe), police, **safe)
    for subject in telephone_script.subjects(case):
        content = telephone_script.content(case, subject, issue(at=NOW + timedelta(**later)))
        (spoken,) = (part for part in content.parts if isinstance(part, Spoken))
        heard = "\n".join((*(label for label, _ in spoken.rows), said(content)))
        wanted = [one for one in must if one != "Safe now" or subject.person]
        assert [one for one in wanted if one not in heard] == []
        assert [one for one in never if one in heard] == []


def test_a_further_call_says_that_it_is_one_and_promises_no_news():
    (spoken, *_) = scripts("06")[1].parts
    assert "I am ringing about it again." in said(scripts("06")[1])
    assert "Why we told you" in dict(spoken.rows)
    assert "more to tell" not in said(scripts("06")[1])


@pytest.mark.parametrize(
    ("until", "whom", "must", "never"),
    [
        ("referral", "Hub", ["Exampleshire Police, Log 141", "LADO, LADO/26/0218"], []),
        ("lado", "LADO", ["Exampleshire Police, Log 141"], ["MASH"]),
        ("lado", "Exampleshire Police", [], ["Told already", "LADO/26"]),
        ("adult-care", "Adult Social Care", ["told on 30 Nov 2026, Log 141"], ["Greta"]),
        ("early-help", "Family Help", ["MASH/26/11990"], ["LADO"]),
        ("academy", "Academy", [], ["Perry", "Greta", "ASC/26"]),
        (None, "LADO", [], ["Told already"]),
    ],
)
def test_whoever_is_rung_hears_which_others_were_told_and_their_numbers(until, whom, must, never):
    (heard,) = (
        " ".join(f"{label} {flat(line)}" for label, lines in spoken.rows for line in lines)
        for content in scripts("11", until)
        if whom in content.title
        for spoken in content.parts
        if isinstance(spoken, Spoken)
    )
    assert [one for one in must if one not in heard] == []
    assert [one for one in never if one in heard] == []


ASKED_YET = "We asked for"
RUNG = CALLED | {"referral": "entry-3"}
OUTCOME = ANSWERED | {"referral": "entry-3"}
LAST_SAID = "19 Nov 2026, 10:22: Wait for the officer."


@pytest.mark.parametrize(
    ("steps", "row", "asked"),
    [
        (((BodyContact, RUNG),), LAST_SAID, False),
        (((BodyContact, RUNG | {"way": Way.ONLINE}),), None, True),
        (
            ((BodyContact, RUNG), (BodyContact, RUNG | {"reached": YesNoUnknown.NO})),
            LAST_SAID,
            False,
        ),
        (((BodyContact, RUNG), (BodyOutcome, OUTCOME)), None, False),
    ],
    ids=["rung", "sent online", "not reached since", "answered"],
)
def test_a_further_call_begins_with_what_they_said_last(steps, row, asked):
    opened = (BodyReferralOpened, POLICE | {"about": "ava"})
    case = concern_case((ReferralOpened, OPENED), opened, *steps)
    subject = telephone_script.subjects(case)[1]
    content = telephone_script.content(case, subject, issue(at=NOW + timedelta(days=3)))
    (spoken,) = (part for part in content.parts if isinstance(part, Spoken))
    rows = {label: flat(lines[0]) for label, lines in spoken.rows}
    assert rows.get("You said") == row
    assert (ASKED_YET in rows) is asked


def test_social_care_hears_what_it_advised_last():
    case = concern_case((ReferralOpened, OPENED), (ReferralCall, CALL | {"advice": "Ring again."}))
    (subject,) = telephone_script.subjects(case)
    content = telephone_script.content(case, subject, issue(at=NOW + timedelta(days=3)))
    assert "Ring again." in said(content)


def test_nobody_reads_aloud_what_was_done_while_deletion_was_held():
    held = (BodyReferralOpened, POLICE), (ReferralOpened, OPENED), found(BENS)
    done = {"copy": "entry-4:copy:1", "at": moment(NOW), "state": CopyState.SAYS_GONE}
    done |= {"how": HowKnown.LEARNER, "despite": "The officer asked him to.", "why": "He said so."}
    case = concern_case(*held, (CopyChanged, done))
    for subject in telephone_script.subjects(case):
        for days in (0, 1, 9):
            content = telephone_script.content(case, subject, issue(at=NOW + timedelta(days=days)))
            assert not re.search("asked him to|all the same|held|gone", said(content))
