"""What a letter to social care says of each parent: once, by the newest, and which day it was."""

from datetime import timedelta

import pytest

from app.domain.forms.parents import ParentContact, ParentDecision, Telling
from app.domain.forms.person import PersonDetails, Relative
from app.domain.forms.referral_background import ParentTold, ReferralBackground
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from tests.casefold import NOW
from tests.domain.people_of_two import MET, NOT_TOLD
from tests.papers.test_letter_is_true import AT, BACKGROUND, BEN, MOTHER, told

YES, NO = YesNoUnknown.YES, YesNoUnknown.NO
TALK = "Told on 19 Nov 2026, 10:22: What happened to Ava."
LATER = moment(NOW + timedelta(days=2))


def written(answer, how):
    row = ParentTold(who="dee", told=answer, how=how)
    return ReferralBackground, BACKGROUND | {"parents": (row,)}


UNTOLD = written(NO, "She is at sea.")
TOLD = written(YES, "At noon, in person.")
MET_DEE, MET_AGAIN = (ParentContact, MET), (ParentContact, MET | {"at": LATER, "told": "The plan."})
DECIDED = "19 Nov 2026, 10:22: "
AGAIN = "Looked at again on 21 Nov 2026, 10:22: As it was. Asked first: J. Marlowe."
HELD = {"decided_at": LATER, "why": "As it was.", "consulted": "J. Marlowe."}
NEVER = {"decision": Telling.NO_CONTACT}


def decided(**answers):
    return ParentDecision, NOT_TOLD | {"parent": "dee"} | answers


OF_DEE = {
    "told by the background alone": ((TOLD,), ["told. At noon, in person."]),
    "not told, and no talk": ((UNTOLD,), ["not told. She is at sea."]),
    "a talk, and the background after it": ((MET_DEE, TOLD), [TALK]),
    "two talks, and the background between them": (
        (MET_DEE, TOLD, MET_AGAIN),
        [TALK, "Told on 21 Nov 2026, 10:22: The plan."],
    ),
    "told by the background, and a talk long after it": (
        (TOLD, MET_AGAIN),
        ["told. At noon, in person.", "Told on 21 Nov 2026, 10:22: The plan."],
    ),
    "not reached, and the background after it": (
        ((ParentContact, MET | {"reached": NO}), TOLD),
        ["told. At noon, in person.", "19 Nov 2026, 10:22: Not reached."],
    ),
    "not told when it was written, and told since": (
        (UNTOLD, MET_AGAIN),
        ["Told on 21 Nov 2026, 10:22: The plan."],
    ),
    "a talk of the other parent": (
        (UNTOLD, (ParentContact, MET | {"parent": "karl", "at": AT})),
        ["not told. She is at sea."],
    ),
    "decided not to, and met since": (
        ((ParentDecision, NOT_TOLD | {"parent": "dee"}), MET_AGAIN),
        ["Told on 21 Nov 2026, 10:22: The plan."],
    ),
    "decided not to for now, twice": (
        (decided(), decided(**HELD)),
        [f"{DECIDED}Do not tell them for now. She fears him. {AGAIN}"],
    ),
    "decided that nobody contacts them, twice": (
        (decided(**NEVER), decided(**HELD, **NEVER)),
        [f"{DECIDED}They must not be contacted. She fears him. {AGAIN}"],
    ),
    "decided otherwise the second time": (
        (decided(), decided(**HELD, **NEVER)),
        ["21 Nov 2026, 10:22: They must not be contacted. As it was. Asked first: J. Marlowe."],
    ),
}


@pytest.mark.parametrize("situation", OF_DEE)
def test_each_telling_of_a_parent_stands_once(situation):
    entries, lines = OF_DEE[situation]
    said = told(*entries)["Parents and carers"].splitlines()
    assert [line for line in said if line.startswith("Dee Stone")] == [
        f"Dee Stone: {line}" for line in lines
    ]


OF_DEE_YES = (ParentDecision, NOT_TOLD | {"parent": "dee", "responsible": YES})
HER = Relative(name="Dee Stone", relation="Mother", responsible=YES)
MOTHER_YES = (PersonDetails, MOTHER | {"household": (HER,)})
DUTY = "parental responsibility for Ava Stone: "
WHO_ELSE = "Who lives in the household: Not recorded in this case; ask the college"
UNKNOWN = "Not recorded in this case; ask the college"


@pytest.mark.parametrize(
    ("entries", "said", "lines"),
    [
        ((), {}, [UNKNOWN]),
        ((OF_DEE_YES,), {}, [f"Dee Stone, parent or carer, {DUTY}yes", WHO_ELSE]),
        ((OF_DEE_YES,), {"child": BEN}, [UNKNOWN]),
        (
            (
                (PersonDetails, MOTHER),
                (ParentDecision, NOT_TOLD | {"responsible": NO}),
                OF_DEE_YES,
            ),
            {},
            [f"Dee Stone, mother, {DUTY}yes", f"Karl Stone, parent or carer, {DUTY}no"],
        ),
        (
            (MOTHER_YES, decided(decided_at=LATER, responsible=NO)),
            {},
            [f"Dee Stone, mother, {DUTY}no"],
        ),
        ((decided(responsible=NO), MOTHER_YES), {}, [f"Dee Stone, mother, {DUTY}yes"]),
        (
            (MOTHER_YES, decided(decided_at=LATER, responsible=YesNoUnknown.NOT_KNOWN)),
            {},
            [f"Dee Stone, mother, {DUTY}yes"],
        ),
    ],
    ids=[
        "nobody asked",
        "no household",
        "of another child",
        "a household of the other parent",
        "no since the household was typed in",
        "no before the household was typed in",
        "not known since",
    ],
)
def test_a_parent_in_no_household_row_has_parental_responsibility_as_answered(entries, said, lines):
    assert told(*entries, **said)["Household and family"].splitlines() == lines
