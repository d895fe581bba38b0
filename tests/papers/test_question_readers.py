"""Every question of every form is read by a rule, a card or a paper, or says why it is asked."""

import msgspec

from app.domain.forms.concern import ConcernReceived
from app.domain.forms.review import InitialReview
from app.domain.kit.form import questions_of
from tests.papers.question_readers import asked, readers

THE_RECORD = "KCSIE 2026, records: how it was known, who was there, and what was said, for a reader"
RECORDED_ONLY = {
    "ConcernReceived.email_reference": "finds the college’s own e-mail again",
    "ConcernReceived.family_of": "says of whom a learner is family, where two records may be one",
    "PeopleNamed.family_of": "says of whom a learner is family, where two records may be one",
    "Resurfaced.family_of": "says of whom a learner is family, where two records may be one",
    "LearnerConversation.lasted": THE_RECORD,
    "LearnerConversation.noticed": "the DSL’s own view, read by the DSL alone and never passed on",
    "ReferralCall.lasted": THE_RECORD,
    "CopiesFound.why": THE_RECORD,
    "RemovalReply.known_by": THE_RECORD,
    "ParentDecision.consulted": "uk-guidance, R8: told or not told, the reason, who was consulted",
    "ParentContact.present": THE_RECORD,
    "ParentContact.wider": "college guidance, parents: the pressures young people are under",
    "ParentContact.exact_words": THE_RECORD,
    "CaseReviewed.how_they_are": THE_RECORD,
    "CaseReviewed.again_what": THE_RECORD,
    "Resurfaced.known_by": THE_RECORD,
    "InformationShared.how": "uk-guidance, R11: the sharing log",
    "DocumentIssued.readers": "the casebook’s own register",
    "DutyConsidered.learnt": "the duty to report: what a report has to say, once it is in force",
    "DutyConsidered.known": "the duty to report: what a report has to say, once it is in force",
    "DutyConsidered.how": "the duty to report: what a report has to say, once it is in force",
}
"""What only the full record reads, with why it is asked."""


def test_every_question_of_every_form_has_a_reader_or_says_why_it_is_asked():
    unread = {
        f"{owner.__name__}.{question.name}"
        for form, owner, question in asked()
        if not readers(form, owner, question)
    }
    assert unread <= set(RECORDED_ONLY)
    assert set(RECORDED_ONLY) <= {f"{owner.__name__}.{one.name}" for _, owner, one in asked()}


def test_a_reader_is_found_where_it_is_and_nowhere_else():
    refer = next(one for one in questions_of(InitialReview) if one.name == "refer")
    assert "domain/owed/calls.py" in readers(InitialReview, InitialReview, refer)
    assert "domain/rules/implied.py" not in readers(InitialReview, InitialReview, refer)
    nobody = msgspec.structs.replace(refer, name="nobody_reads_this", ask=refer.ask)
    assert readers(InitialReview, InitialReview, nobody) == set()
    where = next(one for one in questions_of(ConcernReceived) if one.name == "safe_now")
    assert "domain/case/standing.py" in readers(ConcernReceived, ConcernReceived, where)
