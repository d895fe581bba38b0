"""Removal pack and statutory report: one page, the words alone, and nobody of the case by name."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.disclosure.audience import paragraphs_for
from app.disclosure.leak import leaks_in
from app.domain.forms.person import PeopleNamed
from app.domain.forms.requests import (
    Acting,
    RemovalReply,
    RemovalRequested,
    RequestReply,
    Statement,
    stated,
)
from app.domain.forms.routes import DoneBy, RouteKind
from app.domain.kit.answers import Involved, Person, PersonKind, Role
from app.domain.kit.freshness import Seen
from app.domain.kit.moments import moment, write_time
from app.domain.kit.record import Audience
from app.papers import statutory_report
from app.papers.kinds import offers_for
from app.typesetting.content import Points, Prose, Supplement
from app.typesetting.signing import Slip
from tests.casefold import NOW, concern_case
from tests.papers.cases import each_case, read_case
from tests.papers.paper import COLLEGE, flat, issue, plain, printed, words_on

KEYS = ("removal_pack", "statutory_report")
MAILBOX = "safeguarding@college.example"
SENT = {
    "route": RouteKind.STATUTORY,
    "service_name": "Instagram",
    "done_by": DoneBy.STAFF,
    "sent_at": moment(NOW),
    "where_it_is": "https://site.example/p/81?x=2",
    "category": "Under 18",
    "text": "I report an intimate image of a person under 18. It is at "
    "https://site.example/p/81?x=2. Please remove it.",
    "statements": tuple(Statement),
    "acting": Acting.AGREED,
    "why": "Ava asked us to act for her.",
    "police_agreed": "PC 4417 A. Singh",
}
ROUTE = (("On which device", ("A college computer",)), ("Address, as text", ("help.example",)))


def case_with(*people, **answers):
    named = tuple(Involved(person, (Role.PICTURED,)) for person in people)
    more = [(PeopleNamed, {"people": named, "why": "Heard of."})] if people else []
    return concern_case(*more, (RemovalRequested, SENT | answers))


def papers(case, keys=KEYS, **changes):
    college = msgspec.structs.replace(COLLEGE, mailbox=MAILBOX)
    given = {"college": college, "supplement": Supplement(route=ROUTE)} | changes
    return [
        kind.content(case, subject, issue(**given))
        for kind, subject in offers_for(case)
        if kind.key in keys
    ]


def report(case):
    (made,) = papers(case, ("statutory_report",))
    return made


@each_case
def test_no_paper_for_a_service_tells_who_anybody_of_a_practice_case_is(path):
    case = read_case(path)
    for made in papers(case):
        done = printed(made)
        assert done.pages == 1
        assert leaks_in(done.pdf, case, Audience.SERVICES) == ()


@each_case
def test_a_service_reads_nothing_of_the_record_but_the_words_of_requests(path):
    read = paragraphs_for(read_case(path), Audience.SERVICES)
    assert {said.form for said in read} <= {RemovalRequested}
    assert not {said.name for said in read} & {"why", "police_agreed", "copy", "despite", "again"}


SOUNDS = r"[BDGKLMPRTVZ][aeiou][bdgklmprtvz]{1,2}[aeiou][bdgklmnprtvz]"
NAMES = st.from_regex(SOUNDS, fullmatch=True)


@settings(max_examples=40, deadline=None)
@given(first=NAMES, last=NAMES, field=st.sampled_from(["text", "category", "reference"]))
def test_no_name_of_the_case_comes_through_whatever_somebody_typed(first, last, field):
    plainly = str(papers(case_with())).casefold()
    assume(not any(name.casefold() in plainly for name in (first, last)))
    person = Person(id="p", kind=PersonKind.LEARNER, name=f"{first} {last}", known_as=first)
    typed = f"It shows {first} {last}. {first} is sad, and so is the {last} family."
    case = case_with(person, **{field: typed})
    for made in papers(case):
        words = str(made).casefold()
        assert first.casefold() not in words
        assert last.casefold() not in words


def test_where_it_is_stands_as_told_even_with_a_name_in_it():
    where = "https://site.example/ava.stone/81?by=ava"
    case = case_with(where_it_is=where, text=f"Look for {where}. It shows Ava Stone.")
    for made in papers(case):
        words = words_on(printed(made).pdf)
        assert plain(where) in words
        assert "AvaStone" not in words


def test_the_statutory_report_makes_all_six_statements_and_says_for_whom():
    made = report(case_with())
    (points,) = (part for part in made.parts if isinstance(part, Points))
    assert points.texts == stated(tuple(Statement), Acting.AGREED)
    words = words_on(printed(made).pdf)
    for said in ("acts for the person shown", MAILBOX, SENT["where_it_is"], "section 20A"):
        assert plain(said) in words
    assert plain("21 Nov 2026, 10:22") in words, "48 hours after it was sent"


def test_the_report_claims_to_act_for_nobody_where_that_is_not_stated():
    others = tuple(one for one in Statement if one is not Statement.SUBJECT)
    words = words_on(printed(report(case_with(statements=others))).pdf)
    assert plain("acts for the person shown") not in words


@pytest.mark.parametrize(
    ("acting", "said"),
    [
        (Acting.AGREED, "who agreed to this report."),
        (Acting.PARENT, "as their parent or carer asked."),
        (Acting.PROTECTS, "to protect them."),
        (None, "the person shown."),
    ],
)
def test_the_report_says_by_what_right_it_is_made_and_names_no_other(acting, said):
    (points,) = (p for p in report(case_with(acting=acting)).parts if isinstance(p, Points))
    (subject,) = (words for words in points.texts if words.startswith("I act for"))
    assert subject.endswith(said)
    assert " or for " not in subject


def test_only_a_statutory_report_speaks_of_48_hours():
    in_app = case_with(route=RouteKind.IN_APP, statements=(), acting=None)
    (pack,) = papers(in_app, ("removal_pack",))
    assert plain("48 hours") not in words_on(printed(pack).pdf)
    assert plain("Two days on") in words_on(printed(pack).pdf)
    (pack,) = papers(case_with(), ("removal_pack",))
    assert plain("To be gone by 21 Nov 2026, 10:22, 48 hours") in words_on(printed(pack).pdf)


def test_what_the_report_rests_on_is_dated_data_and_claims_no_more_than_was_seen():
    known, day = statutory_report.law(), NOW.date()
    assert known.source
    assert known.checked_on >= known.in_force
    assert known.written(day).endswith("section 20A, in force since 29 Jun 2026")
    assert known.written(known.in_force - timedelta(days=1)) == known.act
    recalled = msgspec.structs.replace(known, standing=Seen.RECALLED)
    assert recalled.written(day) == known.act


def test_what_the_college_keeps_to_itself_is_on_neither_paper():
    for made in papers(case_with()):
        words = words_on(printed(made).pdf)
        for kept in (SENT["why"], SENT["police_agreed"], "Ava"):
            assert plain(kept) not in words


def test_a_request_by_another_route_makes_no_statutory_report():
    case = case_with(route=RouteKind.IN_APP)
    assert papers(case, ("statutory_report",)) == []
    assert len(papers(case)) == 1


def test_the_pack_has_the_words_the_way_and_the_address_as_text():
    (made,) = papers(case_with(), ("removal_pack",))
    (prose,) = (part for part in made.parts if isinstance(part, Prose))
    assert prose.texts == (SENT["text"],)
    words = words_on(printed(made).pdf)
    for label, lines in ROUTE:
        assert plain(label) in words
        assert plain(lines[0]) in words


def test_only_who_does_it_alone_gets_a_slip_and_the_slip_is_blank():
    learner = {"route": RouteKind.REPORT_REMOVE, "done_by": DoneBy.LEARNER, "statements": ()}
    (made,) = papers(case_with(**learner, where_it_is=None, text=None, reference="RR-1"))
    slip = made.parts[-1]
    assert isinstance(slip, Slip)
    assert {known for _, lines in slip.signed for _, known in lines} == {""}
    assert not any(isinstance(part, Slip) for made in papers(case_with()) for part in made.parts)


def test_a_service_that_is_its_own_route_is_named_once():
    asked = {"route": RouteKind.REPORT_REMOVE, "service_name": RouteKind.REPORT_REMOVE.label}
    case = concern_case((RemovalRequested, SENT | asked))
    (pack,) = (one.subject.words for one in offers_for(case) if one.kind.key == "removal_pack")
    assert pack.count(RouteKind.REPORT_REMOVE.label) == 1


@each_case
def test_a_request_that_was_answered_says_so_first_and_when(path):
    case = read_case(path)
    for kind, subject in offers_for(case):
        if kind.key in KEYS:
            request = case.requests[subject.entry]
            lines = [flat(line) for line in kind.content(case, subject, issue()).callout]
            for reply in request.replies[-1:]:
                assert f"{reply.reply.label}. {write_time(reply.at)}. " in "\n".join(lines)
            still_due = any(line.startswith(("To be gone by", "Due.")) for line in lines)
            assert request.waiting or not still_due


@pytest.mark.parametrize("key", KEYS)
def test_the_reference_stands_on_paper_whether_it_came_at_once_or_with_a_reply(key):
    came = {"request": "entry-2", "at": moment(NOW), "reply": RequestReply.ACKNOWLEDGED}
    came |= {"known_by": "Their message", "reference": "IG-7"}
    first = (RemovalRequested, SENT | {"reference": "IG-1"})
    for entries, said, never in (
        ((first,), "IG-1", "IG-7"),
        ((first, (RemovalReply, came)), "IG-7", "IG-1"),
        ((first, (RemovalReply, came | {"reference": "BM-9Z8"})), "", "9Z8"),
    ):
        (made,) = papers(concern_case(*entries), keys=(key,))
        shown = words_on(printed(made).pdf)
        assert plain(said) in shown
        assert never not in shown
