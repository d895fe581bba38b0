"""A row of the ledger of copies says in red what is in force about its copy, or who has it."""

import pytest

from app.domain.forms.bodies import AskedToKeep, BodyContact, BodyReferralOpened, Restraint
from app.domain.forms.copies import CopyState
from app.domain.kit.tone import Tone
from app.domain.rules.instructions import Against
from app.domain.rules.time_limits import TimeLimits
from app.ui.case_parts.ledger_rows import ALONE, KEPT, rows_of
from tests.casefold import NOW
from tests.domain.ledger import BENS, FIRST, GROUP, ledger_case
from tests.domain.people_of_two import CALLED, POLICE
from tests.domain.test_instructions import row

ASKED = {
    "kept": ({"keep": (AskedToKeep(what="His phone.", copy=FIRST),)}, KEPT),
    "not spoken with": ({"people_asked": (row("ben"),)}, ALONE[Against.SPEAKING]),
    "not contacted": (
        {"people_asked": (row("ben", Restraint.NOT_CONTACTED),)},
        ALONE[Against.CONTACT],
    ),
}


def shown(asked, state=CopyState.KNOWN):
    """Return the next step of Ben's copy and of a group's, and whether each stands in red."""
    police = (BodyContact, CALLED | {"referral": "entry-3"} | asked)
    case = ledger_case((BodyReferralOpened, POLICE), police, rows=(BENS | {"state": state}, GROUP))
    found = rows_of(case, TimeLimits({}), NOW)
    return [(one.words[-1], one.tone is Tone.RED) for one in found]


@pytest.mark.parametrize(("asked", "says"), ASKED.values(), ids=ASKED)
def test_what_is_in_force_takes_the_place_of_the_next_step(asked, says):
    own, group = shown(asked)
    assert own == (says, True)
    assert group[0] not in {KEPT, *ALONE.values()}


def test_of_a_copy_that_nobody_can_reach_any_more_nothing_is_asked():
    own, _ = shown(ASKED["not contacted"][0], CopyState.HELD)
    assert own[0] == "The police say what happens to it"
