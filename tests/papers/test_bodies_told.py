"""Of another body a letter says when it was told, or what it answered, of whom and when."""

from datetime import timedelta

import pytest

from app.domain.forms.any_time import ClockMissed, Missed
from app.domain.forms.bodies import BodyContact, BodyReferralOpened, OtherBody
from app.domain.forms.outcome import BodyAnswer, BodyOutcome, OutcomeFor
from app.domain.forms.person import PeopleNamed
from app.domain.forms.social_care import ReferralOpened, ReferralReply, ReferralSent, Reply
from app.domain.kit.answers import Involved, Person, PersonKind, YesNoUnknown
from app.domain.kit.moments import moment
from app.papers import telephone_script
from app.papers.body_call import ENDS
from app.papers.kinds import letters_about
from tests.casefold import DSL, NOW, concern_case
from tests.domain.people_of_two import ANSWERED, CALLED, POLICE
from tests.domain.test_case import OPENED
from tests.papers.paper import answers_in, issue
from tests.papers.test_body_letters import LATER as DAYS_LATER
from tests.papers.test_body_letters import LEARNERS, NAMED, all_words, contact, letter, rows, told
from tests.papers.test_letter_is_true import REPLIED, SENT
from tests.papers.test_newest_for_agencies import called as heard_by

CARE, THE_POLICE, CEOP, EARLY_HELP = "entry-2", "entry-3", "entry-4", "entry-5"
TOLD = (
    (ReferralOpened, OPENED),
    (BodyReferralOpened, POLICE | {"about": "ava"}),
    (BodyReferralOpened, POLICE | {"body": OtherBody.CEOP, "name": "CEOP", "about": "ava"}),
    (
        BodyReferralOpened,
        POLICE | {"body": OtherBody.EARLY_HELP, "name": "Family Hub", "about": "ava"},
    ),
)
DAY, LATER = (moment(NOW + timedelta(days=days)) for days in (0, 4))


def called(body, **answers):
    return BodyContact, CALLED | {"referral": body} | answers


def answered(body, *whom, at=LATER, **answers):
    for_whom = tuple(OutcomeFor(who=one) for one in whom)
    return BodyOutcome, ANSWERED | {"referral": body, "at": at, "for_whom": for_whom} | answers


OUTCOME_21 = "police Outcome 21: formal action not in the public interest"
LOOKING = {"answer": BodyAnswer.LOOKING}
SITUATIONS = {
    "told by telephone": (
        (called(THE_POLICE),),
        THE_POLICE,
        "told on 19 Nov 2026",
    ),
    "nobody reached": (
        (called(THE_POLICE, reached=YesNoUnknown.NO),),
        THE_POLICE,
        "not told yet",
    ),
    "an outcome for another learner": (
        (called(THE_POLICE), answered(THE_POLICE, "ben")),
        THE_POLICE,
        (f"answered on 23 Nov 2026: {OUTCOME_21}, for Learner A", ", for Ben Marsh"),
    ),
    "an outcome for this one": (
        (called(THE_POLICE), answered(THE_POLICE, "ava")),
        THE_POLICE,
        f"answered on 23 Nov 2026: {OUTCOME_21}, for Ava Stone",
    ),
    "one for each": (
        (answered(THE_POLICE, "ava", at=DAY), answered(THE_POLICE, "ben")),
        THE_POLICE,
        f"answered on 19 Nov 2026: {OUTCOME_21}, for Ava Stone; answered on 23 Nov 2026: ",
    ),
    "an answer, and what came of it": (
        (answered(THE_POLICE, at=DAY, **LOOKING), answered(THE_POLICE, "ava")),
        THE_POLICE,
        f"Police: answered on 23 Nov 2026: {OUTCOME_21}, for Ava Stone",
    ),
    "an answer of early help": (
        (called(EARLY_HELP), answered(EARLY_HELP, answer=BodyAnswer.ACCEPTED)),
        EARLY_HELP,
        "answered on 23 Nov 2026: they will deal with it",
    ),
    "a letter to social care": (
        ((ReferralSent, SENT),),
        CARE,
        "told on 19 Nov 2026",
    ),
    "an answer of social care": (
        ((ReferralSent, SENT), (ReferralReply, REPLIED | {"received_at": LATER})),
        CARE,
        "answered on 23 Nov 2026: no further action",
    ),
    "an acknowledgement of social care": (
        (
            (ReferralSent, SENT),
            (ReferralReply, REPLIED | {"received_at": LATER, "reply": Reply.ACKNOWLEDGED}),
        ),
        CARE,
        "answered on 23 Nov 2026: received, no decision yet",
    ),
}


def said_of(body, case):
    """Return what each letter to another body says of this one: the rows that name other bodies."""
    for reader in (CARE, THE_POLICE, CEOP, EARLY_HELP):
        if reader != body:
            (offer,) = letters_about(case, reader)
            letter = offer.kind.content(case, offer.subject, issue(at=NOW + timedelta(days=9)))
            rows = answers_in(letter.sections)
            labels = ("Other bodies told", "Also reported to", "Other bodies")
            labels += ("Children’s social care", "Others who were told")
            yield reader, "\n".join(rows.get(label, "") for label in labels)


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_every_letter_says_of_another_body_when_and_of_whom(situation):
    more, body, must = situation
    either = (must,) if isinstance(must, str) else must
    for reader, said in said_of(body, concern_case(*TOLD, *more)):
        if reader == EARLY_HELP and must == "not told yet":
            continue  # it reads only who was told
        if reader == CARE and body == EARLY_HELP:
            assert said, "social care reads of it too"
        assert any(one in said for one in either), (reader, said)


@pytest.mark.parametrize("body", [*LEARNERS, OtherBody.LADO])
def test_a_later_letter_says_why_they_were_told(body):
    case = concern_case(NAMED, told(body, LEARNERS.get(body, "coach")), contact(why="he is seen"))
    before = rows(letter(case, at=DAYS_LATER))["Told before"]
    assert before.endswith("telephone, by R. Okafor, Designated Safeguarding Lead. He is seen.")


FOR_BEN = (
    (ReferralOpened, OPENED | {"child": "ben"}),
    (ReferralSent, SENT | {"referral": "entry-3"}),
    told(OtherBody.EARLY_HELP, "ben"),
    contact(referral="entry-5"),
)
FOR_KAI = told(OtherBody.COLLEGE, "kai"), contact(referral="entry-7")
TOLD_OF = {
    "the LADO, of two learners": (OtherBody.LADO, "coach", True, True),
    "the LADO, of one": (OtherBody.LADO, "coach", False, False),
    "early help, for another": (OtherBody.EARLY_HELP, "ava", True, False),
    "the police, of two learners": (OtherBody.POLICE, None, True, True),
}


@pytest.mark.parametrize(("body", "about", "two", "named"), TOLD_OF.values(), ids=TOLD_OF)
def test_who_reads_of_several_learners_reads_of_which_one_each_body_was_told(
    body, about, two, named
):
    before = (NAMED, *FOR_BEN, *(FOR_KAI if two else ()))
    case = concern_case(*before, told(body, about))
    last = case.entries[-1].root
    read, heard = (all_words(letter(case, last, at=DAYS_LATER)), heard_by(case, last))
    for said in (read, heard):
        assert ("Those told, about Ben Marsh" in said) is named
        assert ("Those told, about Kai Lowe" in said) is named
    assert (", about another learner" in read + heard) is False
    care = body is OtherBody.LADO
    assert (f"{OPENED['team']}, about Ben Marsh" in read) is (named and care)


SECOND = Person(id="second", kind=PersonKind.STAFF, name="Jo Finch")
OF_TWO = (
    NAMED,
    (PeopleNamed, {"people": (Involved(SECOND),), "why": "He coaches too."}),
    told(OtherBody.LADO, "coach"),
    contact(referral="entry-4"),
    told(OtherBody.LADO, "second"),
    contact(referral="entry-6"),
)
READERS = {
    "social care": (ReferralOpened, OPENED),
    "the police": told(OtherBody.POLICE, None),
    "the LADO, of one of them": told(OtherBody.LADO, "coach"),
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("two", [True, False])
def test_who_reads_that_the_lado_was_told_of_two_reads_of_whom_each_time(reader, two):
    case = concern_case(*(OF_TWO if two else OF_TWO[:4]), reader)
    last = case.entries[-1].root
    for said in (all_words(letter(case, last, at=DAYS_LATER)), heard_by(case, last)):
        for name in ("Dane Frayne", "Jo Finch"):
            assert (f"Those told, about {name}" in said) is two


OF_BEN = (BodyReferralOpened, POLICE | {"about": "ben"})
REPORTS = {
    "of another learner": ((OF_BEN, called("entry-3")), "told on 19 Nov 2026", True),
    "of another learner, and answered": (
        (OF_BEN, answered("entry-3", "ben", **LOOKING)),
        "answered on 23 Nov 2026: ",
        True,
    ),
    "of nobody by name": (
        ((BodyReferralOpened, POLICE), called("entry-3")),
        "told on 19 Nov 2026",
        False,
    ),
    "of this one": (
        ((BodyReferralOpened, POLICE | {"about": "ava"}), called("entry-3")),
        "told on 19 Nov 2026",
        False,
    ),
    "to nobody": ((), "", False),
}


@pytest.mark.parametrize(("reports", "far", "of_another"), REPORTS.values(), ids=REPORTS)
@pytest.mark.parametrize("body", [None, OtherBody.COLLEGE, OtherBody.EARLY_HELP])
def test_who_reads_of_one_learner_reads_that_the_police_were_told(body, reports, far, of_another):
    opened = told(body, "ava") if body else (ReferralOpened, OPENED)
    case = concern_case(opened, *reports)
    said = rows(letter(case, "entry-2", at=NOW + timedelta(days=9)))
    found = "\n".join(said.get(one, "") for one in ("Other bodies told", "Others who were told"))
    police = f"{found}\n{said.get('The police', '')}"
    assert (f"{POLICE['name']}: {far}" in police) is bool(reports)
    assert police.count("Learner A") == (of_another and body is None) or body
    assert "Ben" not in police


@pytest.mark.parametrize("body", [OtherBody.COLLEGE, OtherBody.EARLY_HELP])
def test_who_is_rung_about_one_learner_hears_that_the_police_were_told(body):
    case = concern_case(told(body, "ava"), OF_BEN, called("entry-3"))
    (subject,) = (one for one in telephone_script.subjects(case) if one.entry == "entry-2")
    said = all_words(telephone_script.content(case, subject, issue(at=NOW)))
    assert f"Told already {POLICE['name']}" in said


NOBODY = contact(reached=YesNoUnknown.NO, why="He is out")
RANG, AGAIN = contact(why="To report it"), contact(why="he rings back", said="Soon.")
CONTACTS = {
    "not yet": ((), "By this letter, and not before.", None),
    "nobody reached": ((NOBODY,), "nobody was reached", None),
    "reported": ((NOBODY, RANG), "nobody was reached", None),
    "reported, and rung since": ((RANG, AGAIN, NOBODY), "by R. Okafor", "He rings back."),
}


@pytest.mark.parametrize("body", [OtherBody.POLICE, OtherBody.CEOP])
@pytest.mark.parametrize(("contacts", "first", "since"), CONTACTS.values(), ids=CONTACTS)
def test_what_was_said_after_a_report_is_not_called_a_report(contacts, first, since, body):
    case = concern_case(NAMED, told(body), *contacts)
    answers = rows(letter(case, at=DAYS_LATER))
    assert first in answers["Reported"]
    assert len(answers["Reported"].splitlines()) == (2 if contacts == (NOBODY, RANG) else 1)
    assert (since or "") in answers.get("In touch since", "")
    assert ("In touch since" in answers) is (since is not None)


ANSWER = {"which": "body_answer:entry-3", "why": "They answer the police.", "said_at": DAY}
NOT_NEEDED = ANSWER | {"missed": Missed.NOT_NEEDED, "said_by": DSL}
WAITED_FOR = {
    "waited for": ((), True),
    "late": (((ClockMissed, ANSWER | {"missed": Missed.LATE}),), True),
    "set aside": (((ClockMissed, NOT_NEEDED),), False),
    "another set aside": (((ClockMissed, NOT_NEEDED | {"which": "body_answer:entry-9"}),), True),
}


@pytest.mark.parametrize("body", [OtherBody.POLICE, OtherBody.CEOP, OtherBody.LADO, *LEARNERS])
@pytest.mark.parametrize(("missed", "asked"), WAITED_FOR.values(), ids=WAITED_FOR)
def test_nothing_is_asked_of_a_body_whose_answer_is_not_needed(missed, asked, body):
    about = LEARNERS.get(body, "coach")
    case = concern_case(NAMED, told(body, about), contact(), *missed)
    headings = [getattr(part, "heading", "") for part in letter(case, at=DAYS_LATER).parts]
    assert ("Please tell the college" in headings) is asked
    if body is not OtherBody.CEOP:
        asks = ENDS.get(body, "May the family be told?")
        assert (asks in heard_by(case, "entry-3")) is asked
