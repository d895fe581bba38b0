"""The letter to the police: what the college wrote for social care of each child and they need."""

from collections.abc import Iterator
from datetime import date

from app.domain.case.bodies import referral_of
from app.domain.forms.referral_background import ReferralBackground
from app.domain.kit.answers import PersonRef
from app.domain.kit.record import EntryId
from app.papers.agency_words import PoliceWords
from app.papers.case_words import Told
from app.papers.of_its_day import dated
from app.papers.rows import Labels, Row
from app.typesetting.text import Quiet, Words, runs_of

HAPPENED: Labels = {
    ReferralBackground.places: "Where it happened",
    ReferralBackground.often: "How often, how long",
    ReferralBackground.other_children: "Other children at risk",
}
KEPT: Labels = {ReferralBackground.first_notes: "First notes"}


def of_each_child(
    words: PoliceWords, question: object, today: date
) -> Iterator[tuple[PersonRef, Words]]:
    """Yield the newest answer on each child, with its day if it may no longer be so `today`."""
    children = {one.id: one.opened.child for one in words.case.referrals}
    for referral, told in newest_of_each(words, question).items():
        if referral in children:
            yield children[referral], dated(told, today)


def newest_of_each(words: PoliceWords, question: object) -> dict[EntryId, Told]:
    """Return the newest answer of the background of each referral to social care, by its id."""
    return {referral_of(told.entry.form): told for told in words.told(question)}


def background(words: PoliceWords, labels: Labels, today: date) -> Iterator[Row]:
    """Yield the answers to these questions: of which child, where there are several referrals."""
    several = len(words.case.referrals) > 1
    for question, label in labels.items():
        lines = tuple(
            (Quiet(f"{words.case.names[child]}: "), *runs_of(said)) if several else said
            for child, said in of_each_child(words, question, today)
        )
        if lines:
            yield label, lines
