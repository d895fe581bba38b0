"""What the newest referral to the LADO says of a member of staff: their work, and other children.

The police and social care need it no less than the LADO. Source: uk-guidance 3.3 F.
"""

from collections.abc import Iterator
from datetime import date

from app.domain.forms.bodies import BodyReferralOpened, OtherBody
from app.domain.kit.answers import Person
from app.papers.case_words import CaseWords
from app.papers.of_its_day import asked_then
from app.papers.rows import Labels, Row, with_answers

WORK: Labels = {
    BodyReferralOpened.capacity: "Work with learners",
    BodyReferralOpened.outside: "Children outside college",
    BodyReferralOpened.outside_what: "Which contact",
    BodyReferralOpened.staff_told: "Told of the allegation",
    BodyReferralOpened.kept_safe: "Learners kept safe",
}
WITH_ALLEGATION: Labels = {BodyReferralOpened.allegation: "Alleged", **WORK}
"""The same for who reads of every child: what is alleged may be about any of them."""


def work_of(words: CaseWords, person: Person, today: date, labels: Labels = WORK) -> Iterator[Row]:
    """Yield what was written for the LADO of somebody and their work, as far as it is answered."""
    told = (
        one
        for one in reversed(words.each(BodyReferralOpened))
        if isinstance(one.form, BodyReferralOpened)
        and one.form.body is OtherBody.LADO
        and one.form.about == person.id
    )
    return with_answers(asked_then(words, next(told, None), labels, today))
