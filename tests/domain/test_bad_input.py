"""Bad input: whatever form it is in, there is a sentence at its field and nothing is sealed."""

from datetime import date, timedelta
from itertools import combinations

import msgspec
import pytest

from app.casework.recording import Correction, what_is_missing
from app.domain.forms import FORMS
from app.domain.forms.asked import LearnerAsFamily
from app.domain.forms.close import CaseClosed
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.decision import DecisionMade
from app.domain.forms.device import DeviceSearched
from app.domain.forms.parents import ParentContact, ParentDecision
from app.domain.forms.person import PersonDetails
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.sharing import DocumentIssued, DocumentProtected
from app.domain.forms.social_care import ReferralOpened
from app.domain.forms.support import SupportPlan
from app.domain.forms.viewing import ViewingRecorded
from app.domain.kit.answers import AnswerKind, Involved, Person, PersonKind, Role, StaffMember
from app.domain.kit.checks import BORN_TOO_LATE, problems
from app.domain.kit.form import form_name, not_in_future, not_in_past, questions_of
from app.domain.kit.moments import birth_day, day_of, moment
from app.domain.kit.text import LONGEST, LONGEST_LINE, LONGEST_TOGETHER
from tests.casefold import AVA, BEN, NOW, concern, concern_case
from tests.domain.people_of_two import DEE, PLAN, SOON
from tests.domain.test_case import OPENED
from tests.grids import in_each

TYPED = {AnswerKind.LINE, AnswerKind.INERT, AnswerKind.WORDS, AnswerKind.EXACT_WORDS}
LONG = {AnswerKind.WORDS, AnswerKind.EXACT_WORDS}
DATED = {AnswerKind.DAY, AnswerKind.MOMENT}
PEOPLE_FORMS = [f for f in FORMS if any(q.kind is AnswerKind.PEOPLE for q in questions_of(f))]


def asked(form, kinds, check=None):
    """Yield every question of these kinds in a form, each with the one in whose rows it stands."""
    for question in questions_of(form):
        for part in (question, *(questions_of(question.row) if question.row else ())):
            if part.kind in kinds and check in (None, part.ask.check):
                yield question, part


def forms_asking(kinds, check=None):
    forms = [form for form in FORMS if any(asked(form, kinds, check))]
    return in_each("form", forms, form_name)


def said(form, question, part, answer):
    """Return the sentences at a question, answered like this and shown whatever it hangs on."""
    within = {part.name: answer} | shown_by(part)
    answers = within if part is question else {question.name: (within,)} | shown_by(question)
    name = part.name if part is question else f"{question.name}.1.{part.name}"
    return " ".join(one.sentence for one in problems(form, answers, NOW) if one.name == name)


def shown_by(question):
    """Return an answer by which a question is asked."""
    hangs = question.ask.shown_if
    if hangs is None:
        return {}
    if isinstance(hangs, LearnerAsFamily):
        return {hangs.name: (Involved(AVA, (Role.FAMILY,)),)}
    return {hangs.name: hangs.values[0] if hangs.values else "x"}


def at(kind, days):
    then = NOW + timedelta(days=days)
    return moment(then) if kind is AnswerKind.MOMENT else then.date()


@forms_asking(DATED, not_in_future)
def test_what_has_happened_does_not_lie_in_the_future(form):
    for question, part in asked(form, DATED, not_in_future):
        assert "future" in said(form, question, part, at(part.kind, 2))


@forms_asking(DATED, not_in_past)
def test_what_is_to_come_does_not_lie_in_the_past(form):
    for question, part in asked(form, DATED, not_in_past):
        assert "has gone" in said(form, question, part, at(part.kind, -2))


@forms_asking(DATED, birth_day)
@pytest.mark.parametrize(("years", "word"), [(-1, "future"), (150, "150 years ago")])
def test_nobody_is_born_tomorrow_or_a_hundred_and_fifty_years_ago(form, years, word):
    for question, part in asked(form, DATED, birth_day):
        assert word in said(form, question, part, NOW.date().replace(year=NOW.year - years))


def test_every_moment_of_what_happened_is_checked():
    unchecked = [
        (form, part.name)
        for form in FORMS
        for _, part in asked(form, {AnswerKind.MOMENT})
        if part.ask.check is None
    ]
    by_itself = [(DocumentIssued, "issued_at"), (DocumentProtected, "saved_at")]
    assert unchecked == by_itself  # the casebook writes these from its own clock


ANY_ORDER = {
    (DecisionMade, "agreed_at"),  # a second person may agree before it is decided, or after
    (CaseClosed, "countersigned_at"),
    (DeviceSearched, "parents_told"),  # they may have been asked before it
    (ViewingRecorded, "agreed_at"),  # its gate says what to do when it came too late
}


@in_each("form", FORMS, form_name)
def test_every_day_and_moment_of_a_form_has_its_place_in_time(form):
    dated = [q for q in questions_of(form) if q.kind in DATED and q.ask.check is not birth_day]
    placed = {form.happened_in, *form.in_order}
    lost = {
        (form, q.name) for q in dated if q.name not in placed and q.ask.check is not not_in_past
    }
    assert len(dated) < 2 or lost <= ANY_ORDER
    assert set(form.in_order) <= {q.name for q in questions_of(form)}


@in_each("form", [f for f in FORMS if f.in_order], form_name)
def test_nothing_ends_before_it_starts(form):
    asked = {q.name: q for q in questions_of(form)}
    for first, then in combinations(form.in_order, 2):
        ifs = [asked[name].ask.shown_if for name in (first, then)]
        shown = {shown_if.name: shown_if.values[0] for shown_if in ifs if shown_if}
        if not (asked[first].shown(shown) and asked[then].shown(shown)):
            continue  # never asked together
        right = {first: at(asked[first].kind, -3), then: at(asked[then].kind, -2)}
        wrong = {first: at(asked[first].kind, -2), then: at(asked[then].kind, -3)}
        for answers, found in ((right, []), (wrong, [then])):
            out = [p.name for p in problems(form, shown | answers, NOW) if "before" in p.sentence]
            assert out == found


def test_moments_that_are_only_about_right_are_compared_by_their_day():
    hour = timedelta(hours=1)
    told, happened = moment(NOW - 2 * hour), moment(NOW - hour)
    assert [p.name for p in problems(*concern_of(told_at=told, happened_at=happened), NOW)]
    about = moment(NOW - hour, about=True)
    assert problems(*concern_of(told_at=told, happened_at=about), NOW) == ()


def concern_of(**answers):
    return ConcernReceived, concern(**answers)


@forms_asking(TYPED)
def test_what_is_too_long_is_told_and_what_just_fits_is_not(form):
    for question, part in asked(form, TYPED):
        most = LONGEST if part.kind in LONG else LONGEST_LINE
        words = "wo rd " * most
        assert "too many" in said(form, question, part, words[: most + 1])
        assert "too many" not in said(form, question, part, words[:most])


def test_answers_that_fit_one_by_one_but_not_together_are_told_at_the_longest():
    words = "a few words " * 3000
    texts = [q.name for q in questions_of(SupportPlan) if q.kind in LONG]
    texts += [q.name for q in questions_of(ReferralBackground) if q.kind in LONG]
    answers = dict.fromkeys(texts, words)
    (told,) = [p for p in problems(ReferralBackground, answers, NOW) if "together" in p.sentence]
    assert told.name in texts
    assert len(msgspec.json.encode(answers)) > LONGEST_TOGETHER


UNKEEPABLE = (
    "a\x07b",
    "read from the right \u202e or apart \u2066b\u2069",
    "no width: A\u200bva",
    "a joiner: A\u200dva",
    "half a character: a\ud800b",
    "not composed: Zoe\u0308",
)


@forms_asking(TYPED)
def test_characters_that_cannot_be_kept_are_told(form):
    for question, part in asked(form, TYPED):
        for text in UNKEEPABLE:
            assert "cannot be kept" in said(form, question, part, text)


@forms_asking({AnswerKind.STAFF})
def test_the_name_of_a_member_of_staff_is_text_like_any_other(form):
    for question, part in asked(form, {AnswerKind.STAFF}):
        assert "cannot be kept" in said(form, question, part, StaffMember("A\u202eB"))
        assert "too many" in said(form, question, part, StaffMember("x y " * LONGEST_LINE))


@in_each("form", PEOPLE_FORMS, form_name)
@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "A\u200bva"}, "name"),
        ({"known_as": "x y " * LONGEST_LINE}, "known_as"),
        ({"born": day_of(NOW) + timedelta(days=1)}, "born"),
        ({"born": date(1870, 1, 1)}, "born"),
    ],
)
def test_what_is_wrong_with_a_person_is_told_at_that_person(form, change, field):
    wrong = msgspec.structs.replace(AVA, **change)
    people = (Involved(BEN, (Role.RECEIVED,)), Involved(wrong, (Role.PICTURED,)))
    assert f"people.2.{field}" in [p.name for p in problems(form, {"people": people}, NOW)]


BABY = msgspec.structs.replace(AVA, born=day_of(NOW - timedelta(days=3)))
BORN = {"people": (Involved(BABY, (Role.PICTURED,)),)}


@in_each("form", PEOPLE_FORMS, form_name)
def test_nobody_is_born_after_what_the_case_is_about(form):
    case = concern_case(told_at=moment(NOW - timedelta(days=9)))
    answers = BORN | {"told_at": moment(NOW - timedelta(days=9)), "why": "x"}
    found = what_is_missing(form, answers, NOW, case)
    assert ("people.1.born", BORN_TOO_LATE) in [(p.name, p.sentence) for p in found]


def test_nor_by_their_details():
    case = concern_case()
    details = {"person": "ava", "kind": PersonKind.LEARNER, "name": "Ava Stone"}
    for born, found in ((day_of(NOW), []), (day_of(NOW) + timedelta(days=1), ["born"])):
        later = NOW + timedelta(days=5)
        missing = what_is_missing(PersonDetails, details | {"born": born}, later, case)
        assert [problem.name for problem in missing] == found


def test_an_event_on_the_wrong_day_can_be_corrected_whoever_is_named_in_it():
    case = concern_case(told_at=moment(NOW - timedelta(days=9)))
    answers = concern(**BORN)
    assert (
        what_is_missing(ConcernReceived, answers, NOW, case, Correction("entry-1", "The day."))
        == ()
    )


AS_PARENT = Person(id="ava2", kind=PersonKind.PARENT, name="ava stone")


@in_each("form", PEOPLE_FORMS, form_name)
@pytest.mark.parametrize(
    ("people", "asks"),
    [
        ((Involved(AVA, (Role.PICTURED, Role.FAMILY)),), True),
        ((Involved(AVA, (Role.PICTURED,)), Involved(AS_PARENT, (Role.FAMILY,))), True),
        ((Involved(AVA, (Role.PICTURED,)), Involved(BEN, (Role.RECEIVED,))), False),
    ],
    ids=["both parts", "one name", "neither"],
)
def test_a_learner_who_is_a_parent_too_is_asked_about_and_never_refused(form, people, asks):
    found = [p.name for p in problems(form, {"people": people}, NOW)]
    assert ("family_of" in found) is asks
    answered = {"people": people, "family_of": "She has a son here."}
    assert not {"people", "family_of"} & {p.name for p in problems(form, answered, NOW)}


@pytest.mark.parametrize("form", [ParentDecision, ParentContact], ids=form_name)
def test_nobody_is_their_own_parent(form):
    found = problems(form, {"parent": "ava", "child": "ava"}, NOW)
    assert "same answer as above" in next(p.sentence for p in found if p.name == "child")


def test_the_child_of_a_referral_is_not_among_its_parents():
    named = (Involved(AVA, (Role.PICTURED, Role.FAMILY)), Involved(DEE, (Role.FAMILY,)))
    case = concern_case((ReferralOpened, OPENED), people=named, family_of="Of Eva Stone.")
    told = {"told": "yes", "how": "Today."}
    for who, found in ((OPENED["child"], ["parents.1.who"]), ("dee", [])):
        answers = {"referral": "entry-2", "parents": (told | {"who": who},)}
        missing = what_is_missing(ReferralBackground, answers, NOW, case)
        assert [problem.name for problem in missing] == found


PLANS = [f for f in FORMS if any(q.ask.check is not_in_past for q in questions_of(f))]


@in_each("form", PLANS, form_name)
def test_a_day_that_was_to_come_when_it_was_recorded_is_good_in_a_correction(form):
    (name, *_) = (q.name for q in questions_of(form) if q.ask.check is not_in_past)
    shown = {
        q.ask.shown_if.name: q.ask.shown_if.values[0]
        for q in questions_of(form)
        if q.name == name and q.ask.shown_if
    }
    answers, later = shown | {name: SOON}, NOW + timedelta(days=90)
    assert name in [p.name for p in problems(form, answers, later)]
    assert name not in [p.name for p in problems(form, answers, later, NOW)]


def test_an_old_plan_can_be_corrected_after_its_review_day_has_gone():
    case, later = concern_case((SupportPlan, PLAN)), NOW + timedelta(days=90)
    wrong = Correction("entry-2", "A slip.")
    assert what_is_missing(SupportPlan, PLAN, later, case, wrong) == ()
    before = PLAN | {"review_on": day_of(NOW - timedelta(days=1))}
    missing = what_is_missing(SupportPlan, before, later, case, wrong)
    assert {problem.name for problem in missing} == {"review_on"}
