"""Two answers that disagree are said at once; which of them holds is recorded and followed."""

from datetime import date, timedelta

import pytest

from app.domain.case.case import fold_case
from app.domain.case.standing import WHOLE_CASE
from app.domain.forms.any_time import Holds, SignsFound, WhichHolds
from app.domain.forms.concern import ConcernReceived
from app.domain.forms.conversation import LearnerConversation
from app.domain.forms.decision import DecisionMade
from app.domain.forms.parents import ParentContact
from app.domain.forms.referral_background import ReferralBackground
from app.domain.forms.review import InitialReview
from app.domain.forms.risk import RiskAssessed
from app.domain.forms.social_care import ReferralOpened
from app.domain.kit.answers import Involved, Person, PersonKind, Role, YesNoUnknown
from app.domain.kit.facts import Fact
from app.domain.kit.filled import answers_to_edit
from app.domain.kit.moments import moment
from app.domain.kit.stage import Sign
from app.domain.rules.disagreements import disagreements
from tests.casefold import DSL, NOW, concern, concern_case, sealed
from tests.domain.gate_answers import NINE
from tests.domain.people_of_two import MET, PARENTS, RISK, TALKED
from tests.domain.test_case import OPENED

YES, NO, NOT_KNOWN = YesNoUnknown


def at(hours):
    return moment(NOW + timedelta(hours=hours))


def talked(hours=0, **said):
    return LearnerConversation, TALKED | {"held_at": at(hours)} | said


def found(hours=0, **said):
    return SignsFound, {"found_at": at(hours), "found_by": DSL, "how": "Asked.", **said}


def reviewed(hours=0, **said):
    nine = dict.fromkeys(NINE, NO) | {f"{name}_why": "Asked." for name in NINE}
    return InitialReview, nine | {"held_at": at(hours), "chair": DSL} | said


def background(told):
    rows = ({"who": "dee", "told": told, "how": "She was not in."},)
    return ReferralBackground, {"referral": "entry-2", "parents": rows}


REFERRED = ((ReferralOpened, OPENED), PARENTS)
TOLD = (ParentContact, MET | {"at": at(5)})
ADULT = Person(id="eva", kind=PersonKind.LEARNER, name="Eva Lund", born=date(2007, 1, 1))
WITH_ADULT = concern(people=(Involved(ADULT, (Role.RECEIVED,)),), adult=NO)

DISAGREE = {
    "in danger: no, an hour after yes": (
        (reviewed(0, risk_now=YES),),
        found(1, harm=NO),
        "In immediate danger today: this says “no”, and “Initial review meeting” of 19 Nov",
    ),
    "a learner in danger: no, an hour after the case said yes": (
        (found(0, harm=YES),),
        talked(1, harm=NO),
        "In immediate danger today, Ava Stone: this says “no”, and “",
    ),
    "in danger: yes, recorded late, and no stands of an hour after": (
        (found(1, harm=NO),),
        reviewed(0, risk_now=YES),
        "In immediate danger today: this says “yes”, and “Signs answered” of 19 Nov 2026, 11:22",
    ),
    "a parent not told, though told at 15:22": (
        (*REFERRED, TOLD),
        background(NO),
        "Told what happened, Dee Stone: this says “no”, and “Contact with a parent",
    ),
    "a parent told at 15:22, and not told stands of later": (
        (*REFERRED, (ReferralBackground, background(NO)[1])),
        (ParentContact, MET | {"at": at(0)}),
        "Told what happened, Dee Stone: this says “yes”, and “",
    ),
    "shared further: no, weeks after yes": (
        (reviewed(0, spread=YES),),
        (RiskAssessed, RISK | {"at": at(800), "beyond": NO}),
        "Shared further: this says “no”",
    ),
    "a sign no under a person who was an adult": (
        (),
        (ConcernReceived, WITH_ADULT),
        "An adult is involved: this says “no”, and other answers here say “yes”.",
    ),
    "a sign no after a yes": (
        (found(0, coercion=YES),),
        found(50, coercion=NO),
        "Pressure, threat, grooming or doubt about capacity: this says “no”, and “",
    ),
    "the same learner asked again": (
        (talked(0, extortion=YES),),
        talked(50, extortion=NO),
        "Demands for money or for more images: this says “no”, and “",
    ),
}
AGREE = {
    "danger that has passed by the next day": ((reviewed(0, risk_now=YES),), found(30, harm=NO)),
    "danger that came": ((reviewed(0, risk_now=NO),), found(1, harm=YES)),
    "not known is no no": ((reviewed(0, risk_now=YES),), found(1, harm=NOT_KNOWN)),
    "another learner": ((talked(0, harm=YES),), talked(1, learner="ben", harm=NO)),
    "another learner’s sign": (
        (talked(0, coercion=YES),),
        talked(1, learner="ben", coercion=NO),
    ),
    "one learner’s no under a yes of the case": ((found(0, coercion=YES),), talked(1, coercion=NO)),
    "a parent told after they were not": (
        (*REFERRED, (ReferralBackground, background(NO)[1])),
        TOLD,
    ),
    "the other parent": (
        (*REFERRED, (ParentContact, MET | {"parent": "karl"})),
        background(NO),
    ),
    "the same answer twice": ((reviewed(0, risk_now=YES),), found(1, harm=YES)),
}


@pytest.mark.parametrize(("entries", "recorded", "says"), DISAGREE.values(), ids=DISAGREE)
def test_the_form_that_makes_two_answers_disagree_says_so_in_one_sentence(entries, recorded, says):
    (one,) = disagreements(concern_case(*entries), *recorded, now=at(6).at)
    assert one.sentence.startswith(says)


@pytest.mark.parametrize(("entries", "recorded"), AGREE.values(), ids=AGREE)
def test_what_changed_or_is_of_somebody_else_is_no_disagreement(entries, recorded):
    assert disagreements(concern_case(*entries), *recorded, now=at(6).at) == ()


def test_an_entry_does_not_disagree_with_itself_when_it_is_corrected():
    case = concern_case(talked(0, harm=YES))
    corrected = answers_to_edit(case.entry("entry-2").form) | {"harm": NO}
    assert disagreements(case, LearnerConversation, corrected, at(1).at)
    assert disagreements(case, LearnerConversation, corrected, at(1).at, "entry-2") == ()


def held(which, **more):
    said = {"said": "Two answers.", "holds": which, "why": "She said so.", "this": "entry-3"}
    return WhichHolds, said | {"earlier": "entry-2"} | more


HELD = [(Holds.THIS, NO), (Holds.EARLIER, YES), (Holds.BOTH, NO)]


@pytest.mark.parametrize(("which", "stands"), HELD, ids=[which.value for which, _ in HELD])
def test_what_was_said_to_hold_stands_until_it_is_answered_again(which, stands):
    entries = (talked(0, harm=YES), talked(1, harm=NO), held(which, fact=Fact.DANGER))
    one = concern_case(*entries).stands.newest(Fact.DANGER, "ava")
    assert one.answer is stands
    assert {past.answer for past in one.newest_first} == {YES, NO}
    again = concern_case(*entries, talked(2, harm=NOT_KNOWN)).stands
    assert again.newest(Fact.DANGER, "ava").answer is NOT_KNOWN


@pytest.mark.parametrize(("which", "stands"), HELD, ids=[which.value for which, _ in HELD])
def test_what_was_said_not_to_hold_is_no_answer_about_anybody(which, stands):
    """Here one is about the whole case, and the other about one learner."""
    case = concern_case(found(0, harm=YES), talked(1, harm=NO), held(which, fact=Fact.DANGER))
    about = ("ava", WHOLE_CASE)
    assert case.stands.newest(Fact.DANGER, *about).answer is stands
    history = [one.answer for one in case.stands.history(Fact.DANGER, *about)]
    assert history == ([NO, YES] if which is Holds.BOTH else [stands])
    assert {one.answer for one in case.stands.now(Fact.DANGER)} == set(history)
    assert bool(disagreements(case, *talked(2, harm=NO), at(2).at)) is (history[0] is YES)


def test_what_was_said_last_of_two_answers_counts_and_only_while_the_other_is_there():
    first, second = talked(0, harm=YES), talked(1, harm=NO)
    not_hers = held(Holds.EARLIER, fact=Fact.DANGER)
    twice = concern_case(first, second, not_hers, held(Holds.THIS, fact=Fact.DANGER))
    assert [one.answer for one in twice.stands.history(Fact.DANGER, "ava")] == [NO]
    entries = [one.sealed for one in concern_case(first, second, not_hers).entries]
    taken_back = sealed(*talked(0), seq=5, corrects="entry-2")
    assert fold_case([*entries, taken_back]).stands.newest(Fact.DANGER, "ava").answer is NO


def test_a_sign_said_to_be_settled_is_not_asked_about_again():
    before = (found(0, adult=YES), found(1, adult=NO))
    decided = DecisionMade, {"decided_at": at(2), "adult": NO}
    assert disagreements(concern_case(*before), *decided, now=at(2).at)
    settled = held(Holds.BOTH, sign=Sign.ADULT)
    assert disagreements(concern_case(*before, settled), *decided, now=at(2).at) == ()
