"""The letters to other bodies: whom they are about, what each must and must not say, and when."""

from datetime import timedelta

import pytest

from app.casework.documents import letter_of
from app.disclosure.leak import refuse_leaks
from app.domain.forms.bodies import (
    POLICE_BODIES,
    AskedOfPerson,
    BodyContact,
    BodyReferralOpened,
    OtherBody,
    Restraint,
    Way,
)
from app.domain.forms.knowledge import Knower, Knowing, KnowledgeNoted, Topic
from app.domain.forms.person import PeopleNamed, PersonDetails
from app.domain.forms.referral_background import Consent
from app.domain.forms.sharing import Basis, InformationShared, Shared
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.form import questions_of
from app.domain.kit.moments import moment
from app.papers.kinds import LETTERS, kind_named, letters_about, offers_for
from app.typesetting.content import Points, Section, Spoken
from tests.casefold import AVA, BEN, DSL, NOW, concern_case
from tests.papers.cases import PRACTICE, each_case, read_case
from tests.papers.paper import answers_in, flat, issue, printed

COACH = Person(id="coach", kind=PersonKind.STAFF, name="Dane Frayne", group="Coach")
KAI = Person(id="kai", kind=PersonKind.ELSEWHERE, name="Kai Lowe", group="Hill School, Year 10")
STORY = PRACTICE / "11-coach.toml"
TODAY, LATER = NOW + timedelta(hours=3), NOW + timedelta(days=2)
ASK_COLLEGE = "Not recorded in this case; ask the college"
NAMED = (
    PeopleNamed,
    {
        "people": (
            Involved(COACH, (Role.MAY_HAVE_HARMED,)),
            Involved(KAI, (Role.RECEIVED,)),
        ),
        "why": "Named by Ava.",
    },
)


def told(body, about=None, **answers):
    """Return the entry that begins to tell a body."""
    usual = {"body": body, "name": "Those told", "why": "Because of it.", "asked_for": "Help."}
    return BodyReferralOpened, usual | {"about": about} | answers


def contact(said="They will look.", **answers):
    """Return a call to the body told in the third entry."""
    usual = {
        "referral": "entry-3",
        "at": moment(NOW + timedelta(minutes=5)),
        "by": DSL,
        "way": Way.TELEPHONE,
        "reached": YesNoUnknown.YES,
        "why": "To tell them",
        "said": said,
    }
    return BodyContact, usual | answers


def letter(case, entry="entry-3", at=TODAY):
    (offer,) = letters_about(case, entry)
    return offer.kind.content(case, offer.subject, issue(at=at))


def rows(content, heading=""):
    return answers_in(one for one in content.sections if heading in ("", one.heading))


def all_words(content):
    """Everything a letter says, in one text."""
    said = [content.title, flat(content.under), *map(flat, content.callout)]
    for part in content.parts:
        if isinstance(part, Section | Spoken):
            said += [f"{label} {flat(it)}" for label, answer in part.rows for it in answer]
        if isinstance(part, Points):
            said += map(flat, part.texts)
    return "\n".join(said)


LEARNERS = {
    OtherBody.COLLEGE: "kai",
    OtherBody.EARLY_HELP: "ava",
    OtherBody.ADULT_CARE: "ava",
}


@pytest.mark.parametrize("body", LEARNERS)
def test_a_body_that_is_told_of_one_learner_reads_of_nobody_elses_child(body):
    why = "Ben Marsh sent it to Kai Lowe, who is with Ava Stone in a club."
    about = LEARNERS[body]
    said = all_words(letter(concern_case(NAMED, told(body, about, why=why))))
    own = {"kai": KAI, "ava": AVA}[about].name
    assert own in said
    for other in {AVA.name, BEN.name, KAI.name} - {own}:
        assert other not in said
    assert "learner a" in said.lower()


@pytest.mark.parametrize("body", LEARNERS)
def test_such_a_body_is_not_written_to_about_nobody(body):
    case = concern_case(NAMED, told(body))
    assert letters_about(case, "entry-3") == ()


def test_the_lado_reads_every_name():
    case = concern_case(NAMED, told(OtherBody.LADO, "coach", allegation="Ben Marsh saw it."))
    said = all_words(letter(case))
    for name in (COACH.name, AVA.name, BEN.name):
        assert name in said


@pytest.mark.parametrize("kind", LETTERS[3:], ids=lambda kind: kind.key)
def test_what_nobody_typed_in_is_not_called_not_known(kind):
    body = OtherBody(kind.key.replace("other_", ""))
    about = LEARNERS.get(body, "coach")
    said = all_words(letter(concern_case(NAMED, told(body, about))))
    assert ASK_COLLEGE in said
    assert "Not known" not in said


def test_not_known_stands_where_it_was_chosen():
    case = concern_case(NAMED, told(OtherBody.LADO, "coach", outside=YesNoUnknown.NOT_KNOWN))
    assert rows(letter(case))["Children outside college"] == "Not known"


@pytest.mark.parametrize("kind", LETTERS[3:], ids=lambda kind: kind.key)
def test_what_is_asked_and_why_stand_first_and_bear_their_day_in_a_later_letter(kind):
    body = OtherBody(kind.key.replace("other_", ""))
    case = concern_case(NAMED, told(body, LEARNERS.get(body, "coach")))
    for at, day in ((TODAY, ""), (LATER, "When referred, 19 Nov 2026, 10:42: ")):
        leads = [flat(line) for line in letter(case, at=at).callout]
        assert f"We ask. {day}Help." in leads
        assert any(line.endswith(f". {day}Because of it.") for line in leads)


def test_the_title_confirms_a_call_only_once_somebody_was_reached():
    opened = told(OtherBody.LADO, "coach")
    tried = concern_case(NAMED, opened, contact(reached=YesNoUnknown.NO))
    assert letter(tried).title == "Allegation about a member of staff"
    assert "nobody was reached" in rows(letter(tried))["Told before"]
    assert "You said" not in rows(letter(tried))
    reached = letter(concern_case(NAMED, opened, contact()))
    assert reached.title.startswith("Written confirmation of the referral to the LADO of")
    assert "They will look." in rows(reached)["You said"]
    assert rows(letter(concern_case(NAMED, opened)))["Told before"] == "Not before this letter."


def test_another_college_reads_first_that_nobody_speaks_with_the_learner():
    asked = (AskedOfPerson(who="kai", what=Restraint.NOT_SPOKEN),)
    police = told(OtherBody.POLICE)
    case = concern_case(NAMED, told(OtherBody.COLLEGE, "kai"), police)
    assert "Not for now" not in all_words(letter(case))
    case = concern_case(
        NAMED,
        told(OtherBody.COLLEGE, "kai"),
        police,
        contact(referral="entry-4", people_asked=asked),
    )
    assert any("nobody speaks with Kai Lowe" in flat(line) for line in letter(case).callout)


@pytest.mark.parametrize("body", [*LEARNERS, OtherBody.LADO])
def test_every_letter_opens_with_what_nobody_is_to_do_with_whom_it_is_about(body):
    about = LEARNERS.get(body, "coach")
    asked = (AskedOfPerson(who=about, what=Restraint.NOT_SPOKEN),)
    case = concern_case(NAMED, told(body, about), contact(people_asked=asked))
    name = case.names[about]
    assert any(f"nobody speaks with {name}" in flat(line) for line in letter(case).callout)


@pytest.mark.parametrize("body", LEARNERS)
def test_whom_a_letter_names_is_left_alone_too_and_nobody_else_is_named_by_it(body):
    asked = (AskedOfPerson(who="coach", what=Restraint.NOT_SPOKEN),)
    silent = concern_case(NAMED, told(body, LEARNERS[body]), contact(people_asked=asked))
    assert COACH.name not in all_words(letter(silent))
    why = "Dane Frayne writes to learners at night."
    naming = concern_case(NAMED, told(body, LEARNERS[body], why=why), contact(people_asked=asked))
    assert any("nobody speaks with Dane Frayne" in flat(one) for one in letter(naming).callout)


def test_the_lado_reads_that_nobody_speaks_with_a_child_of_the_allegation():
    asked = (AskedOfPerson(who="ava", what=Restraint.NOT_SPOKEN),)
    case = concern_case(NAMED, told(OtherBody.LADO, "coach"), contact(people_asked=asked))
    assert "nobody speaks with Ava Stone" in rows(letter(case), "The children")["Not for now"]


def test_another_college_reads_nobodys_account_but_what_was_written_for_it():
    case = concern_case(
        NAMED, told(OtherBody.COLLEGE, "kai", tell="He was sent a picture."), account="Quorvelm."
    )
    said = all_words(letter(case))
    assert "He was sent a picture." in said
    assert "Quorvelm" not in said


@pytest.mark.parametrize("consent", Consent)
def test_who_agreed_or_why_nobody_was_asked_stands_in_the_letter(consent):
    given = {"consent_who": "Kai, today"} if consent is Consent.GIVEN else {"consent_why": "Risk."}
    case = concern_case(NAMED, told(OtherBody.COLLEGE, "kai", consent=consent, **given))
    found = rows(letter(case), "Agreement, and who knows")
    assert found["Agreement to this"] == consent.label
    assert found.get("Who agreed, and when") == given.get("consent_who")
    assert found.get("Reason without agreement") == given.get("consent_why")


@pytest.mark.parametrize("body", [OtherBody.LADO, *LEARNERS])
def test_whatever_the_form_asks_for_a_body_stands_in_its_letter(body):
    about = LEARNERS.get(body, "coach")
    given = {"body": body, "about": about}
    for question in questions_of(BodyReferralOpened):
        if question.name not in given and question.shown(given):
            choice = next(iter(question.choices), None)
            given[question.name] = choice or f"Quorvelm {question.name}"
    content = letter(concern_case(NAMED, (BodyReferralOpened, given)))
    said = "\n".join((all_words(content), *content.address))
    missing = [name for name, it in given.items() if getattr(it, "label", it) not in said]
    assert missing == ["body", "about"]


@pytest.mark.parametrize("body", LEARNERS)
def test_what_puts_the_learner_at_risk_is_said_to_whoever_may_ring_or_visit(body):
    about = LEARNERS[body]
    person = {"kai": KAI, "ava": AVA}[about]
    details = {
        "person": about,
        "kind": person.kind,
        "name": person.name,
        "reach": "At college only",
        "visitor_risk": "A dog",
        "may_contact": "Never the father",
    }
    found = rows(letter(concern_case(NAMED, told(body, about), (PersonDetails, details))))
    assert found["Whom to contact, or not"] == "Never the father"
    visits = body is not OtherBody.COLLEGE
    assert (found.get("Risk to visiting staff") == "A dog") is visits
    assert (found.get("Safe way to reach them") == "At college only") is visits


def test_the_basis_on_which_something_was_shared_about_the_learner_stands_in_the_letter():
    shared = {
        "decision": Shared.SHARED,
        "recipient": "Their DSL",
        "about": "kai",
        "at": moment(NOW),
        "by": DSL,
        "what": "That he was sent it.",
        "basis": Basis.DUTY,
        "why": "Only they can look after him.",
    }
    opened = told(OtherBody.COLLEGE, "kai")
    found = rows(letter(concern_case(NAMED, opened, (InformationShared, shared))))
    assert found["Shared on the basis of"] == Basis.DUTY.label
    of_another = concern_case(NAMED, opened, (InformationShared, shared | {"about": "ava"}))
    assert "Shared on the basis of" not in rows(letter(of_another))


def test_the_lado_reads_which_leader_was_told_and_never_of_a_decision_on_work():
    opened = told(OtherBody.LADO, "coach", kept_safe="Others have his groups.")
    label = "Leader of the college told"
    assert rows(letter(concern_case(NAMED, opened)))[label] == ASK_COLLEGE
    noted = {
        "who": Knower.LEADERS,
        "facts": (Topic.HAPPENED,),
        "knowing": Knowing.KNOWS,
        "at": moment(NOW),
    }
    content = letter(concern_case(NAMED, opened, (KnowledgeNoted, noted)))
    assert rows(content)[label] == "Principal and senior leaders, 19 Nov 2026, 10:22"
    chair = told(OtherBody.LADO, "coach", leader_told="The chair, at 11:00")
    said = rows(letter(concern_case(NAMED, chair, (KnowledgeNoted, noted))))
    assert said[label] == "The chair, at 11:00"
    assert "suspen" not in all_words(content).lower()


def test_each_letter_of_the_story_says_what_its_reader_needs():
    case = read_case(STORY)
    said = {
        offer.kind.key: all_words(offer.kind.content(case, offer.subject, issue(at=TODAY)))
        for offer in offers_for(case)
        if offer.kind in LETTERS
    }
    assert "Perry" not in said["other_college"]
    assert "Greta" not in said["other_college"]
    assert "Greta" not in said["adult_care"]
    assert "Under section 42 of the Care Act 2014, about Perry Lunt" in said["adult_care"]
    assert "It does not meet the criteria." in said["escalation"]
    assert "LADO/26/0218" not in said["early_help"]
    assert "Dane Frayne" in said["lado"]


def test_the_lado_reads_whose_parent_each_is_as_several_children_are_named():
    case = read_case(STORY)
    (lado,) = (one for one in case.body_referrals if one.opened.body is OtherBody.LADO)
    said = rows(letter(case, lado.id), "The children")
    assert said["Parents and carers"] == "Rhona Hale, parent or carer of Greta Hale: told"


@pytest.mark.parametrize("body", LEARNERS)
def test_a_body_reads_all_that_it_said_and_asked(body):
    asked = contact("They meet at 15:00.", instructions="Nobody asks them before that.")
    said = rows(letter(concern_case(NAMED, told(body, LEARNERS[body]), asked)))
    assert said["You said"].endswith("They meet at 15:00. You asked: Nobody asks them before that.")


@pytest.mark.parametrize("key", ["police", "lado", "early_help"])
def test_an_answer_of_social_care_does_not_stand_alone_once_the_college_disagreed(key):
    for until, disagrees in (("no-action", False), (None, True)):
        case = read_case(STORY, until=until)
        of_body = [one for one in case.body_referrals if one.opened.body == key]
        assert of_body or until
        for referral in of_body:
            said = rows(letter(case, referral.id))
            row = said.get("Others who were told") or said["Children’s social care"]
            assert "no further action" in row
            assert ("the college raised a disagreement on 1 Dec 2026" in row) is disagrees


@pytest.mark.parametrize(
    ("key", "must"),
    [
        ("lado", ["MASH/26/11990", "Log 141 of 30 Nov 2026", "ASC/26/4410"]),
        ("early_help", ["MASH/26/11990", "Log 141 of 30 Nov 2026"]),
        ("police", ["MASH/26/11990", "LADO/26/0218", "ASC/26/4410"]),
    ],
)
def test_whoever_reads_that_another_body_was_told_reads_its_number(key, must):
    case = read_case(STORY)
    (told,) = (one for one in case.body_referrals if one.opened.body == key)
    said = all_words(letter(case, told.id))
    assert [one for one in must if one not in said] == []


def test_the_call_comes_with_the_letter_for_each_of_these_bodies():
    case = read_case(STORY)
    letters = {kind_named(key) for key in ("lado", "other_college", "early_help", "adult_care")}
    offered = [one for one in offers_for(case) if one.kind in letters]
    assert {one.kind for one in offered} == letters
    for offer in offered:
        (script,) = (
            one
            for one in offers_for(case)
            if one.kind.key == "telephone_script" and one.subject.entry == offer.subject.entry
        )
        assert letter_of(case, str(offer.subject.entry)) == offer
        spoken = all_words(script.kind.content(case, script.subject, issue(at=TODAY)))
        assert "You will have this in writing." in spoken


@each_case
def test_no_letter_of_a_practice_case_shows_who_somebody_else_is(path):
    case = read_case(path)
    at = case.entries[-1].sealed.recorded
    for offer in (one for one in offers_for(case) if one.kind in LETTERS):
        pdf = printed(offer.kind.content(case, offer.subject, issue(at=at))).pdf
        refuse_leaks(pdf, case, offer.kind.audience, offer.subject.about)


def test_an_allegation_is_no_newer_on_another_day_and_what_keeps_learners_safe_may_be():
    given = {"allegation": "He wrote to her.", "kept_safe": "Others have his groups."}
    content = letter(concern_case(NAMED, told(OtherBody.LADO, "coach", **given)), at=LATER)
    leads = [flat(line) for line in content.callout]
    assert "Alleged. He wrote to her." in leads
    (safe,) = (line for line in leads if line.startswith("Learners kept safe."))
    assert "When referred, 19 Nov 2026" in safe


def test_nothing_has_a_letter_that_is_no_referral():
    with pytest.raises(LookupError):
        letter_of(read_case(STORY), "nothing")


@each_case
def test_a_body_that_has_answered_reads_its_answer_and_is_not_asked_for_it_again(path):
    case = read_case(path)
    referrals = {one.id: one for one in case.body_referrals if one.opened.body not in POLICE_BODIES}
    for kind, subject in offers_for(case):
        if kind not in LETTERS or subject.entry not in referrals:
            continue
        content = kind.content(case, subject, issue(at=case.entries[-1].sealed.recorded))
        referral = referrals[subject.entry]
        leads = {flat(line).partition(".")[0] for line in content.callout}
        asks = [part for part in content.parts if isinstance(part, Points)]
        heard = bool(referral.outcomes)
        assert ("We asked" in leads, "We ask" in leads) == (heard, not heard)
        assert ("Your answer" in answers_in(content.sections)) == heard
        if heard:
            said = [flat(text) for part in asks for text in part.texts]
            assert [one.startswith("What comes of it: once you know.") for one in said] == (
                [] if referral.decided else [True]
            )
