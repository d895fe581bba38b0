"""The deletion record says of each copy what the ledger says, and what became known since."""

from datetime import timedelta

import pytest

from app.domain.forms.close import HowResurfaced, Resurfaced
from app.domain.forms.copies import CopiesFound, CopyChanged, CopyState, HolderKind, HowKnown
from app.domain.forms.deletion import CopyPlace, Deletion, DeletionConfirmed, DeletionDecided
from app.domain.kit.answers import StaffMember, YesNoUnknown
from app.domain.kit.moments import Moment, moment, write_time
from app.papers.kinds import offers_for
from app.typesetting.content import Section
from app.typesetting.text import visible
from tests.casefold import NOW, concern_case
from tests.papers.cases import CASES
from tests.papers.paper import flat, issue
from tests.papers.test_read_through import moments

LEAD = StaffMember("L. Haines", "Lead Safeguarding Manager")
PHONE, BACKUP, OTHER = (f"entry-2:copy:{at}" for at in (1, 2, 3))
LEDGER = "Their copies, as the record stands"


def at(hours):
    return moment(NOW + timedelta(hours=hours))


COPIES = (
    CopiesFound,
    {
        "copies": [
            {"held_by": HolderKind.DEVICE, "person": "ben", "state": CopyState.KNOWN},
            {"held_by": HolderKind.BACKUP, "person": "ben", "state": CopyState.KNOWN},
            {"held_by": HolderKind.DEVICE, "person": "ava", "state": CopyState.KNOWN},
        ],
        "at": at(0),
        "how": HowKnown.LEARNER,
    },
)
ASKED = (
    DeletionDecided,
    {
        "decided_at": at(1),
        "decision": Deletion.LEARNER,
        "decided_by": LEAD,
        "learner": "ben",
        "what": "His phone and its backup",
        "delete_by": NOW.date(),
        "why": "She wants it gone.",
    },
)


def told(answer=YesNoUnknown.YES, hours=2):
    usual = {"deletion": "entry-3", "confirmed_at": at(hours), "confirmed_to": LEAD}
    done = {"confirmed": answer, "explained": "Why.", "places": (CopyPlace.DEVICE,)}
    return DeletionConfirmed, usual | done | {"left": "The backup."}


def changed(copy, state, hours, by=None):
    usual = {"copy": copy, "at": at(hours), "state": state, "how": HowKnown.HOLDER}
    return CopyChanged, usual | {"confirmed_by": by, "why": "He was asked."}


AGAIN = (
    Resurfaced,
    {
        "told_at": at(9),
        "told_to": LEAD,
        "known_by": HowResurfaced.LEARNER,
        "account": "It is about again.",
        "safe_now": "With her tutor.",
        "next_step": "R. Okafor rings her mother.",
        "why": "She said so.",
    },
)
GONE = "Said to be gone, 19 Nov 2026, 12:22, whoever has it said so"
SITUATIONS = {
    "asked": ((), ("Removal asked for, 19 Nov 2026, 11:22",) * 2, ()),
    "confirmed": ((told(),), (GONE,) * 2, ()),
    "not all of it": (
        (told(YesNoUnknown.NO),),
        ("Removal asked for, 19 Nov 2026, 11:22",) * 2,
        (),
    ),
    "a second sign": (
        (told(), changed(PHONE, CopyState.CONFIRMED, 3, "his father")),
        ("Gone, by a second sign, 19 Nov 2026, 13:22, by the word of his father", GONE),
        (),
    ),
    "kept by the police": (
        (changed(PHONE, CopyState.HELD, 2, "PC 1"),),
        (
            "Held for the police, 19 Nov 2026, 12:22, by the word of PC 1",
            "Removal asked for, 19 Nov 2026, 11:22",
        ),
        (),
    ),
    "found again on the phone": (
        (told(), changed(PHONE, CopyState.KNOWN, 5)),
        ("Known to be there, 19 Nov 2026, 15:22, whoever has it said so", GONE),
        ("Ben Marsh’s device: known to be there, 19 Nov 2026, 15:22.",),
    ),
    "shared again": (
        (told(), changed(PHONE, CopyState.CONFIRMED, 3, "his father"), AGAIN),
        (
            "Gone, by a second sign, 19 Nov 2026, 13:22, by the word of his father",
            "Suspected, 19 Nov 2026, 19:22",
        ),
        (
            "The college was told on 19 Nov 2026, 19:22: it was shared again.",
            "Ben Marsh’s cloud back-up: suspected, 19 Nov 2026, 19:22.",
        ),
    ),
    "shared again before he said so": (
        (AGAIN, told(hours=10)),
        ("Said to be gone, 19 Nov 2026, 20:22, whoever has it said so",) * 2,
        (),
    ),
}


def records(case, **circumstances):
    """Yield of each deletion record its subject, its words at the top, and its rows of copies."""
    for offer in offers_for(case):
        if offer.kind.key == "deletion_record":
            made = offer.kind.content(case, offer.subject, issue(**circumstances))
            top = [visible(flat(words)) for words in made.callout]
            rows = [
                (label, visible(flat(said)))
                for part in made.parts
                if isinstance(part, Section) and part.heading == LEDGER
                for label, (said,) in part.rows
            ]
            yield offer.subject, top, rows


@pytest.mark.parametrize(("entries", "copies", "since"), SITUATIONS.values(), ids=SITUATIONS)
def test_the_record_says_of_each_copy_what_the_ledger_says_and_what_came_since(
    entries, copies, since
):
    ((_, top, rows),) = records(concern_case(COPIES, ASKED, *entries))
    assert rows == list(
        zip(("Ben Marsh’s device", "Ben Marsh’s cloud back-up"), copies, strict=True)
    )
    lead = "Since then. "
    assert [one.removeprefix(lead) for one in top if one.startswith(lead)] == list(since)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_in_no_practice_case_does_the_record_say_other_than_the_ledger(path):
    for case, now in moments(path):
        for subject, _, rows in records(case, at=now):
            decided = case.entry(subject.entry).form
            theirs = [one for one in case.copies.values() if one.row.person == decided.learner]
            assert [label for label, _ in rows] == [case.names[one.key] for one in theirs]
            for (_, said), copy in zip(rows, theirs, strict=True):
                when = write_time(Moment(copy.changed))
                assert said.startswith(f"{copy.state.label}, {when}")
                assert copy.confirmed_by in said
