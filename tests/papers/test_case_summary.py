"""The case summary on two pages, which cuts no sentence, and the full record by stage."""

from datetime import timedelta

import msgspec
import pytest

from app.domain.case.families import parents_of_child
from app.domain.case.people import CHILDREN
from app.domain.forms.close import CaseClosed
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.parents import ParentDecision, Telling
from app.domain.forms.sharing import DocumentIssued
from app.domain.kit.moments import moment, write_time
from app.domain.kit.record import Audience
from app.domain.kit.wording import lines_of
from app.domain.owed.table import owed_in
from app.papers.case_rows import imagery
from app.papers.case_summary import shorten
from app.papers.case_words import CaseWords
from app.papers.kinds import content_of, offer_of
from app.papers.learner_rows import learners
from app.typesetting.content import Supplement
from app.typesetting.spread_map import SpreadMap
from tests.casefold import NOW, concern_case
from tests.domain.people_of_two import NOT_TOLD, PARENTS, TALKED
from tests.owed.read import LIMITS
from tests.papers.cases import BARE, PASSED_ON, PRACTICE, each_case, read_case, with_answers
from tests.papers.paper import ISSUED as ISSUED_AT
from tests.papers.paper import SUPPLEMENT, answers_in, issue, plain, printed, text_of, words_of
from tests.papers.test_read_through import moments

PAGES = {"01": 8, "02": 19, "03": 10, "04": 10, "05": 14, "06": 12, "07": 11, "08": 14, "09": 13}
PAGES |= {"10": 15, "11": 10}
LONG = "Ava was asked by M. Reyes and by Mrs. Hale on Monday. She was asked again later. " * 60

TO_TELL = NOT_TOLD | {"decision": Telling.TELL, "review_on": None, "tell_by": NOW.date()}
ISSUED = {
    "issued_at": moment(NOW),
    "number": "2026-0001-D1",
    "key": "whole_chronology",
    "kind": "Chronology of case 2026-0001",
    "recipient": "The Designated Safeguarding Lead",
    "why": "Chronology",
    "pages": "2",
    "words": "harbour velvet seven lantern cedar moth",
    "digest": "4f" * 32,
    "record_head": "8f" * 32,
    "beside": '{"as_printed":[]}',
}


def maps(path, key="case_summary"):
    case = read_case(path)
    offer = offer_of(case, key)
    content = offer.kind.content(case, offer.subject, issue())
    return [part for part in content.parts if isinstance(part, SpreadMap)]


@pytest.mark.parametrize("key", ["case_summary", "case_summary_page"])
def test_where_copies_are_is_drawn_by_name_if_there_are_any(key):
    (drawn,) = maps(PASSED_ON, key)
    assert "Ben Marsh’s device" in {stop.title for stop in drawn.spread.stops}
    assert drawn.intro[0].startswith("Not contained. 5 copies: ")
    assert maps(BARE, key) == []


def test_the_full_record_names_each_issued_document_in_a_line_and_none_of_its_workings():
    case = concern_case((DocumentIssued, ISSUED))
    offer = offer_of(case, "case_summary")
    made = offer.kind.content(case, offer.subject, issue())
    text = " ".join(text_of(printed(made).pdf))
    assert "2026-0001-D1" in text
    assert "Chronology of case 2026-0001 · To: The Designated Safeguarding Lead" in text
    assert "as_printed" not in text
    assert "4f4f4f" not in text


def test_what_the_casebook_keeps_for_itself_is_never_read_out():
    case = concern_case((DocumentIssued, ISSUED))
    said = str(lines_of(case.all_of(DocumentIssued)[0], case.names))
    assert "Chronology of case" in said
    assert "as_printed" not in said
    assert "whole_chronology" not in said


def made(case, key):
    offer = offer_of(case, key)
    return printed(offer.kind.content(case, offer.subject, issue()))


@each_case
def test_the_full_record_is_short_and_its_map_is_not_parted(path):
    done = made(read_case(path), "case_summary")
    assert done.pages <= PAGES[path.stem[:2]]
    (drawn,) = maps(path)
    holding = [plain(page) for page in text_of(done.pdf) if plain(drawn.heading) in plain(page)]
    titles = {plain(stop.title) for stop in drawn.spread.stops}
    assert any(all(title in page for title in titles) for page in holding)


@each_case
def test_two_pages_name_each_learner_and_whether_each_parent_of_theirs_was_told(path):
    *_, (case, at) = moments(path)
    due = tuple(row.row for row in owed_in(case, LIMITS))
    beside = msgspec.structs.replace(SUPPLEMENT, due=due)
    offer = offer_of(case, "case_summary_page")
    done = printed(content_of(offer, case, issue(at=at, supplement=beside)))
    assert done.pages == 2
    (learners,) = [part for part in done.content.sections if part.heading.startswith("Each")]
    rows = answers_in([learners])
    children = [key for key, one in case.people.items() if one.person.kind in CHILDREN]
    assert set(rows) == {case.names[key] for key in children}
    for child in children:
        for parent in parents_of_child(case, child):
            assert f"{case.names[parent]}: " in rows[case.names[child]]


def test_who_was_told_of_the_referral_alone_is_not_said_to_know_what_happened():
    told = dict(learners(CaseWords(read_case(PASSED_ON), Audience.DSL), NOW.date()))["Ava Stone"]
    said = "Dee Stone: told of the referral, as recorded on 19 Nov 2026, 10:55."
    assert said in map("".join, told)


def test_a_parent_decided_against_is_never_said_to_have_been_told():
    case = read_case(PRACTICE / "02-demands.toml")
    told = dict(learners(CaseWords(case, Audience.DSL), NOW.date()))["Isla Grant"]
    said = ["".join(line) for line in told]
    (fern,) = [line for line in said if line.startswith("Fern Grant")]
    assert fern.startswith("Fern Grant: told on 23 Nov 2026, 16:05. On ")
    assert " they said: Isla slept." in fern
    (gil,) = [line for line in said if line.startswith("Gil Grant")]
    assert gil.startswith(
        "Gil Grant: decided on 15 Jan 2027 by R. Okafor: they must not be contacted."
    )


def test_what_was_deleted_while_held_stands_with_who_agreed_that_nothing_is_held_any_longer():
    words = CaseWords(read_case(PRACTICE / "02-demands.toml"), Audience.DSL)
    still = CaseWords(read_case(PRACTICE / "02-demands.toml", until="theo-gone"), Audience.DSL)
    done = "Deleted or asked for while deletion was held: 3 in the full record."
    lifted = "No longer held: PC 4471 D. Bright, Exampleshire Police, agreed to it on 10 Dec 2026."
    assert dict(imagery(words, briefly=True))["Deletion"] == (done, lifted)
    (_, held) = dict(imagery(still, briefly=True))["Deletion"]
    assert "".join(map(str, held)).startswith("Held.")


def test_a_decision_that_was_overtaken_by_the_telling_does_not_stand_beside_it():
    case = read_case(PRACTICE / "07-under-13.toml")
    told = dict(learners(CaseWords(case, Audience.DSL), NOW.date()))["Posy Marlin"]
    (carys,) = [line for line in map("".join, told) if line.startswith("Carys Marlin")]
    assert carys.startswith("Carys Marlin: told on 21 Sep 2026, 15:20. They said:")


def test_of_a_child_nobody_has_talked_with_only_the_missing_form_is_said():
    case = concern_case((LearnerConversation, TALKED))
    ava, ben = learners(CaseWords(case, Audience.DSL), NOW.date())
    nothing = "No conversation form is filled in for them."
    assert nothing not in str(ava)
    assert nothing in str(ben)


def test_what_was_decided_and_not_done_is_said_not_to_be_recorded():
    case = concern_case(PARENTS, (ParentDecision, TO_TELL))
    (ava, _) = learners(CaseWords(case, Audience.DSL), NOW.date())
    assert "That this was done is not recorded." in "".join(map(str, ava[1]))


@each_case
def test_the_full_record_says_of_each_thing_owed_whom_or_what_it_is_about(path):
    *_, (case, at) = moments(path)
    table = owed_in(case, LIMITS)
    beside = msgspec.structs.replace(SUPPLEMENT, due=tuple(row.row for row in table))
    offer = offer_of(case, "case_summary")
    parts = offer.kind.content(case, offer.subject, issue(at=at, supplement=beside)).sections
    said = [rows for rows in parts if rows.heading == "What is owed"]
    text = str(said)
    for row in table:
        assert all(case.names[one] in text for one in row.about if one in case.people), row


DUE = tuple(row.row for row in owed_in(read_case(PASSED_ON), LIMITS))


def owed_at(at, key="case_summary_page", due=DUE):
    """What the summary, or the full record, says is owed at a time."""
    case = read_case(PASSED_ON)
    offer = offer_of(case, key)
    assert offer.kind.due
    told = issue(at=at, supplement=Supplement(due=due))
    content = offer.kind.content(case, offer.subject, told)
    (owed,) = [part for part in content.sections if part.heading == "What is owed"]
    return owed


def test_what_is_owed_is_the_one_table():
    said = plain("".join(flat(owed_at(ISSUED_AT))))
    assert DUE
    assert all(plain(row.what.partition(":")[0]) in said for row in DUE)


MANY = tuple(
    msgspec.structs.replace(DUE[0], what=f"{of} of step {at}.", due=ISSUED_AT + timedelta(days=at))
    for at in range(40)
    for of in ("Begin", "End")
)


def test_what_the_summary_has_no_room_for_is_owed_in_the_full_record_row_by_row():
    short, whole = (
        "".join(map(str, flat(owed_at(ISSUED_AT, key, MANY))))
        for key in ("case_summary_page", "case_summary")
    )
    assert "more in the full record" in short
    assert [row.what for row in MANY if row.what.rstrip(".") not in whole] == []
    assert "Begin of step 7 · End of step 7" in whole


def test_what_is_owed_is_late_once_its_time_has_passed():
    at = DUE[-1].due
    late = {when for when, (words,) in owed_at(at).rows if words[0] == "Late. "}
    assert late == {write_time(row.due) for row in DUE if row.due < at} != set()


def test_a_closed_case_says_how_it_ended_first():
    case = read_case(PRACTICE / "05-group-chat.toml")
    offer = offer_of(case, "case_summary_page")
    first, *_ = offer.kind.content(case, offer.subject, issue()).sections
    assert first.heading == "How it ended"
    assert dict(first.rows)["Reason"] == (case.latest(CaseClosed).why,)


def test_what_is_too_long_for_two_pages_ends_with_a_sentence_and_says_where_the_rest_is():
    case = read_case(PASSED_ON, change=with_answers("concern_received", account=LONG))
    done = made(case, "case_summary_page")
    assert done.pages == 2
    words = plain(" ".join(text_of(done.pdf)))
    ends = ("on Monday. More in the full record.", "again later. More in the full record.")
    assert any(plain(end) in words for end in ends)
    assert plain("More in the full record") not in plain(
        " ".join(text_of(made(case, "case_summary").pdf))
    )


@pytest.mark.parametrize("room", range(60, 400, 7))
def test_a_sentence_does_not_end_after_an_initial_or_a_short_form(room):
    said = shorten(LONG, room)
    whole = ("Monday.", "later.")
    assert said[0].endswith(whole) if isinstance(said, tuple) else said.startswith("Too long")


def test_what_has_no_end_of_a_sentence_is_not_begun():
    case = read_case(PASSED_ON, change=with_answers("concern_received", account="q" * 3000))
    words = words_of(made(case, "case_summary_page"))
    assert "Too long for this page: it stands in the full record" in words


@each_case
def test_every_answer_of_every_entry_stands_in_the_full_record(path):
    case = read_case(path)
    offer = offer_of(case, "case_summary")
    parts = offer.kind.content(case, offer.subject, issue()).parts
    start = next(at for at, it in enumerate(parts) if getattr(it, "heading", "") == RECORD)
    said = bare("".join(str(word) for it in parts[start:] for word in flat(it)))
    entries = [entry for entry in case.current if not isinstance(entry.form, DocumentIssued)]
    assert entries
    missing = [
        (entry.sealed.seq, line.label)
        for entry in entries
        for line in lines_of(entry.form, case.names)
        if bare(line.text) not in said
    ]
    assert missing == []


RECORD = "The record, stage by stage"


def bare(text):
    """A text to compare: without spacing, and whichever mark is between choices."""
    return plain(text).lower().replace(";", ",")


def flat(part):
    """Return every word of a part, in order."""
    if isinstance(part, str):
        return [part]
    found = part if isinstance(part, tuple) else map(part.__getattribute__, part.__struct_fields__)
    return [word for inner in found for word in flat(inner)]
