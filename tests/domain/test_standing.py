"""What stands: for each fact and whom it is about, the newest answer and what it replaced."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.case.case import fold_case
from app.domain.case.standing import WHOLE_CASE
from app.domain.forms import FORMS
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.extortion import DemandsRecorded
from app.domain.forms.parents import ParentContact, ParentDecision, Telling
from app.domain.forms.person import PeopleMerged, PersonDetails
from app.domain.forms.referral_background import ParentTold, ReferralBackground
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import PersonKind, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.form import questions_of
from app.domain.kit.moments import moment
from tests.casefold import AVA, BEN, DSL, NOW, concern, concern_case, sealed
from tests.domain.people_of_two import DEMANDS, MET, NOT_TOLD, PARENTS, TALKED
from tests.domain.test_case import OPENED
from tests.domain.test_people import SAME

YES, NO, NOT_KNOWN = YesNoUnknown


def at(minutes):
    return moment(NOW + timedelta(minutes=minutes))


def answers(*stood):
    return [one.answer for one in stood]


def details(person="ava", **known):
    named = {AVA.id: AVA, BEN.id: BEN}[person]
    return PersonDetails, {
        "person": person,
        "kind": PersonKind.LEARNER,
        "name": named.name,
        **known,
    }


def test_every_fact_is_asked_for_by_some_question():
    asked = {
        question.ask.fact
        for form in FORMS
        for part in (form, *(one.row for one in questions_of(form) if one.row))
        for question in questions_of(part)
    }
    assert asked - {None} == set(Fact)


def test_what_was_true_last_stands_though_it_was_recorded_first():
    late, early = TALKED | {"held_at": at(60)}, TALKED | {"held_at": at(0)}
    case = concern_case(
        (LearnerConversation, late | {"wants": "Her mother."}),
        (LearnerConversation, early | {"wants": "Nobody."}),
    )
    stands = case.stands.newest(Fact.WANTS, "ava")
    assert (stands.answer, stands.entry.root) == ("Her mother.", "entry-2")
    assert (stands.true_at, stands.recorded) == (
        NOW + timedelta(minutes=60),
        NOW + timedelta(minutes=10),
    )
    assert stands.by.name == DSL.name
    assert answers(*stands.newest_first) == ["Her mother.", "Nobody."]


def test_of_two_answers_true_at_one_time_the_one_recorded_last_stands():
    case = concern_case(
        (LearnerConversation, TALKED | {"wants": "Nobody."}),
        (LearnerConversation, TALKED | {"wants": "Her mother."}),
    )
    assert case.stands.newest(Fact.WANTS, "ava").answer == "Her mother."


def test_an_answer_is_about_the_person_of_its_form_and_else_about_the_whole_case():
    case = concern_case(
        PARENTS,
        (LearnerConversation, TALKED | {"harm": YES}),
        (ParentContact, MET | {"harm": NO}),
        safe_now="In the office.",
        harm=NOT_KNOWN,
    )
    assert answers(*case.stands.of(Fact.DANGER, "ava")) == [NO]
    assert answers(*case.stands.of(Fact.DANGER, WHOLE_CASE)) == [NOT_KNOWN]
    assert answers(*case.stands.of(Fact.WHEREABOUTS)) == ["In the office."]
    assert case.stands.of(Fact.DANGER, "dee") == ()


def test_a_step_of_a_referral_is_about_its_child_and_a_row_about_its_own_person():
    told = (ParentTold(who="karl", told=NO, how="Not asked."), ParentTold(told=YES, how="By post."))
    background = {"referral": "entry-3", "parents": told, "impact": "She is afraid."}
    case = concern_case(PARENTS, (ReferralOpened, OPENED), (ReferralBackground, background))
    assert OPENED["child"] == "ava"
    assert case.stands.newest(Fact.IMPACT, "ava").answer == "She is afraid."
    assert case.stands.between(Fact.TOLD, "karl", "ava").answer is NO
    assert len(case.stands.of(Fact.TOLD)) == 1  # nobody can say of whom the other row is


def test_what_is_between_a_parent_and_one_child_says_nothing_of_another():
    case = concern_case(
        PARENTS,
        (ParentDecision, NOT_TOLD | {"responsible": YES}),
        (ParentDecision, NOT_TOLD | {"child": "ben", "responsible": NO}),
    )
    assert case.stands.between(Fact.RESPONSIBLE, "karl", "ava").answer is YES
    assert case.stands.between(Fact.RESPONSIBLE, "karl", "ben").answer is NO
    assert case.stands.between(Fact.DECISION, "karl", "ben").answer is Telling.NOT_NOW


def test_details_that_leave_a_number_open_take_it_back():
    case = concern_case(details(phone="07700 900101", visitor_risk="A dog."), details(phone=None))
    assert case.stands.of(Fact.PHONE) == case.stands.of(Fact.VISITORS) == ()
    again = concern_case(details(phone="07700 900101"), details("ben"), details(phone="None."))
    assert answers(*again.stands.history(Fact.PHONE)) == ["None.", "07700 900101"]


def test_a_later_answer_that_names_nobody_takes_the_place_of_what_stood_of_each():
    case = concern_case((DemandsRecorded, DEMANDS | {"tonight": "Her aunt."}), safe_now="Here.")
    assert answers(*case.stands.now(Fact.WHEREABOUTS)) == ["Here.", "Her aunt."]
    whole = concern(safe_now="Here.", told_at=at(0))
    later = concern_case(
        (DemandsRecorded, DEMANDS | {"tonight": "Her aunt.", "at": at(-90)}), **whole
    )
    assert answers(*later.stands.now(Fact.WHEREABOUTS)) == ["Here."]


def test_a_correction_takes_the_place_of_what_it_corrects_and_is_no_later():
    first = sealed(ConcernReceived, concern())
    talks = [
        sealed(
            LearnerConversation,
            TALKED | {"wants": words},
            seq=seq,
            at=NOW + timedelta(hours=seq),
            corrects=corrects,
        )
        for seq, words, corrects in ((2, "One.", None), (3, "Two.", None), (4, "Three.", "entry-2"))
    ]
    stands = fold_case([first, *talks]).stands.newest(Fact.WANTS, "ava")
    assert answers(*stands.newest_first) == ["Two.", "Three."]


def test_two_records_of_one_person_have_one_row():
    case = concern_case(
        (LearnerConversation, TALKED | {"wants": "One."}),
        (LearnerConversation, TALKED | {"learner": "ben", "wants": "Two."}),
        (PeopleMerged, SAME | {"keep": "ava", "other": "ben"}),
    )
    assert answers(*case.stands.history(Fact.WANTS, "ava")) == ["Two.", "One."]


TALKS = st.lists(
    st.tuples(
        st.sampled_from(["ava", "ben"]),
        st.integers(-3, 3),
        st.sampled_from([None, *YesNoUnknown]),
        st.sampled_from([None, "One.", "Two."]),
        st.booleans(),
    ),
    max_size=7,
)


@given(TALKS, st.booleans())
def test_the_table_says_what_a_plain_reading_of_the_record_says(talks, one_person):
    """Some talks are corrected by the next, and at the end both learners may prove to be one."""
    entries, kept = [sealed(ConcernReceived, concern())], []
    for seq, (who, happened, harm, wants, corrects) in enumerate(talks, start=2):
        told = TALKED | {"learner": who, "held_at": at(happened), "harm": harm, "wants": wants}
        corrected = kept[-1]["id"] if corrects and kept else None
        recorded = NOW + timedelta(minutes=10 * seq)
        entries.append(sealed(LearnerConversation, told, seq=seq, at=recorded, corrects=corrected))
        said = {"who": "ava" if one_person else who, "at": happened, "id": f"entry-{seq}"}
        said |= {
            Fact.DANGER: harm,
            Fact.WANTS: wants,
            "first": kept[-1]["first"] if corrected else seq,
        }
        kept = [*(kept[:-1] if corrected else kept), said]
    if one_person:
        joined = SAME | {"keep": "ava", "other": "ben"}
        entries.append(sealed(PeopleMerged, joined, seq=99, at=NOW + timedelta(days=1)))
    stands = fold_case(entries).stands
    for fact in (Fact.DANGER, Fact.WANTS):
        for who in ("ava", "ben"):
            plain = [said for said in kept if said["who"] == who and said[fact]]
            plain.sort(key=lambda said: (said["at"], said["first"]), reverse=True)
            found = stands.newest(fact, who)
            assert answers(*(found.newest_first if found else ())) == [said[fact] for said in plain]
