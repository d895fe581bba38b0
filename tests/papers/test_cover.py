"""The cover page: what holds now, at every step of a case, and nothing that was lifted since."""

from functools import cache

import msgspec

from app.domain.case.case import State, fold_case
from app.domain.case.imagery import containment
from app.domain.forms.bodies import OtherBody
from app.domain.kit.wording import lower
from app.domain.owed.table import owed_in
from app.domain.rules.holds import holds_on, why_held
from app.domain.rules.implied import bodies_told
from app.domain.rules.instructions import Against, in_force
from app.domain.rules.knowledge import card_for
from app.papers import cover
from app.papers.kinds import content_of, offer_of
from app.spread.of_case import containment_in_words
from tests.owed.read import LIMITS
from tests.papers.cases import PRACTICE, each_case, entries_of, read_case
from tests.papers.paper import SUPPLEMENT, issue
from tests.papers.test_read_through import moments, words_of

COLLEGE = OtherBody.COLLEGE


@cache
def steps_of(path):
    """A practice case after each entry, while it is open, and what its cover says of it."""
    entries, steps = entries_of(path), []
    for count in range(1, len(entries) + 1):
        case = fold_case(entries[:count])
        if case.state is State.OPEN:
            (subject,) = cover.subjects(case)
            stands, *_ = cover.content(case, subject, issue()).sections
            steps.append((case, dict(stands.rows)))
    return steps


@each_case
def test_nothing_is_to_be_deleted_only_as_long_as_a_hold_stands(path):
    for case, said in steps_of(path):
        assert ("Deletion" in said) == bool(holds_on(case))
        for hold in holds_on(case):
            assert why_held(case, hold)[1:] in str(said["Deletion"])


@each_case
def test_it_counts_the_copies_that_are_gone_as_gone_at_every_step(path):
    for case, said in steps_of(path):
        (contained,) = said["Containment"]
        assert "".join(contained) == containment_in_words(containment(case))


@each_case
def test_whoever_covers_reads_whom_nobody_is_to_speak_with_by_code_while_it_holds(path):
    names = {known.person.name for known in fold_case(entries_of(path)).people.values()}
    for case, at in moments(path):
        alone = [one for one in in_force(case, at) if one.against is Against.SPEAKING]
        summary = content_of(offer_of(case, "case_summary_page"), case, issue(at=at))
        assert all(one.sentence in words_of(summary) for one in alone)
        for subject in cover.subjects(case):
            page = cover.content(case, subject, issue(at=at))
            rows = [row for part in page.sections for row in part.rows]
            said = [" ".join(words) for label, words in rows if label == "Not for now"]
            for one in alone:
                code = cover.codes_of(case)[one.about]
                assert any(f"speaks with {code}" in words for words in said), one.sentence
            assert not any(name in words for name in names for words in said)


def test_whoever_covers_reads_what_was_answered_before_the_college_disagreed():
    case = read_case(PRACTICE / "11-coach.toml")
    (subject,) = cover.subjects(case)
    *_, numbers = cover.content(case, subject, issue()).sections
    assert "Escalated, answered before: no further action" in str(numbers.rows[0])


@each_case
def test_whoever_covers_reads_of_each_body_that_was_told_what_it_knows_and_no_name(path):
    names = {known.person.name for known in fold_case(entries_of(path)).people.values()}
    for case, at in moments(path):
        for subject in cover.subjects(case):
            page = cover.content(case, subject, issue(at=at))
            said = [
                " ".join((label, *map("".join, words)))
                for part in page.sections
                if part.heading == "Who knows, and who must not"
                for label, words in part.rows
            ]
            for who in bodies_told(case).values():
                know = [lower(topic.label) for topic, _ in card_for(case, who).know]
                rows = [one for one in said if one.startswith(called(case, who))]
                assert not know or all(any(one in row for row in rows) for one in know), who
            assert not any(name in one for name in names for one in said)


def called(case, who):
    """How a cover names a body: without the name of a school, which could tell whose it is."""
    schools = {one.opened.name for one in case.body_referrals if one.opened.body is COLLEGE}
    return "Another school or college" if who in schools else card_for(case, who).name


@each_case
def test_whoever_covers_reads_whom_each_thing_that_is_due_is_about(path):
    for case, at in moments(path):
        due, codes = tuple(row.row for row in owed_in(case, LIMITS)), cover.codes_of(case)
        beside = msgspec.structs.replace(SUPPLEMENT, due=due)
        for subject in cover.subjects(case):
            page = cover.content(case, subject, issue(at=at, supplement=beside))
            (said,) = (part.rows for part in page.sections if part.heading == "What is due")
            for row, words in zip(due, said, strict=True):
                for who in row.which.ids:
                    assert codes.get(who, "") in str(words), row
