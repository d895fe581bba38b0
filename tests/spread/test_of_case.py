"""The map of a case: a stop for each row of its ledger, named as its reader may see it."""

import pytest

from app.disclosure.disguise import Disguise
from app.domain.case.imagery import SETTLED
from app.domain.forms.copies import CopyState, HolderKind, HowKnown
from app.domain.kit.tone import Tone
from app.spread.layout import Hop, laid_out
from app.spread.of_case import TONES, spread_of
from tests.domain.ledger import BENS, FIRST, GROUP, SECOND, changed, ledger_case

PASSED_ON = GROUP | {"came_from": FIRST}


def test_each_row_of_the_ledger_is_a_stop_with_its_state_in_words():
    one, other = spread_of(ledger_case()).stops
    assert (one.key, one.title, one.state) == (FIRST, "Ben Marsh’s device", "Known to be there")
    assert other.title == "Group chat “Y11 banter”"
    assert other.lines[0] == "WhatsApp · A member of staff was told · 19 Nov 2026"


def test_a_copy_passed_on_hangs_on_the_one_it_came_from_by_its_service():
    spread = spread_of(ledger_case(rows=(BENS, PASSED_ON)))
    assert spread.hops == (Hop(FIRST, SECOND, "WhatsApp"),)
    assert "WhatsApp" not in spread.stops[1].lines[0]
    assert [box.rank for box in laid_out(spread).boxes] == [0, 1]


def test_a_change_of_state_is_seen_on_the_map():
    spread = spread_of(ledger_case(changed(FIRST, CopyState.CONFIRMED)))
    assert spread.stops[0].state == "Gone, by a second sign"
    assert spread.stops[0].tone is Tone.GREEN


@pytest.mark.parametrize("how", HowKnown)
@pytest.mark.parametrize("by", ["PC 4417 A. Singh", None])
@pytest.mark.parametrize("reads", [None, {}, {FIRST: "an officer"}])
def test_of_two_who_may_have_said_it_the_map_names_the_one_who_did(how, by, reads):
    case = ledger_case(changed(FIRST, CopyState.HELD, how=how, confirmed_by=by))
    (stop, *_) = spread_of(case, by=reads).stops
    told = (by if reads is None else reads.get(FIRST)) if by else None
    either = told and how in {HowKnown.PARENT, HowKnown.AGENCY}
    assert stop.lines[0] == f"{f'Said by {told}' if either else how.label} · 19 Nov 2026"


def test_every_state_has_a_tone_and_green_is_what_is_settled():
    assert set(TONES) == set(CopyState)
    assert {state for state, tone in TONES.items() if tone is Tone.GREEN} == set(SETTLED)


def test_names_are_those_of_the_audience_wherever_somebody_wrote_them():
    rows = (
        BENS | {"service": "Ben’s old phone"},
        {
            "held_by": HolderKind.GROUP,
            "name": "Ben and friends",
            "service": "Ben’s server",
            "state": CopyState.KNOWN,
            "came_from": FIRST,
        },
    )
    case = ledger_case(rows=rows)
    hidden = [known.person for known in case.people.values()]
    spread = spread_of(case, Disguise(hidden).over)
    assert "Ben" in str(spread_of(case))
    assert "Ben" not in str(spread)
    assert "Marsh" not in str(spread)
    assert spread.stops[0].title.endswith("’s device")


def test_a_case_without_copies_has_an_empty_map():
    assert spread_of(ledger_case(rows=())).stops == ()


def test_what_is_only_suspected_is_not_drawn_as_what_is_known_to_be_there():
    assert TONES[CopyState.SUSPECTED] is Tone.AMBER
    assert TONES[CopyState.KNOWN] is Tone.RED
