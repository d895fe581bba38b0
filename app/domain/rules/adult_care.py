"""For whom adult social care is to be told: learners of 18 or over with needs of care and support.

Source: Care Act 2014, section 42. It asks for needs, whether or not anybody meets them, and for no
plan: an EHCP is one way in which the college knows of them.
"""

from datetime import UTC, date, datetime, time

from app.domain.case.ages import TAKES_PART
from app.domain.case.case import Case
from app.domain.case.merging import one_of
from app.domain.case.people import CHILDREN, PersonInCase, is_adult
from app.domain.forms.bodies import OtherBody
from app.domain.forms.person import PersonDetails
from app.domain.kit.answers import Person, YesNoUnknown
from app.domain.kit.moments import LONDON
from app.domain.rules.bands import eighteenth_birthday


def adult_care_for(case: Case, today: date) -> tuple[PersonInCase, ...]:
    """Return the learners to offer adult social care to who are 18 or over on `today`.

    They took part in what happened, and need care and support or may do. Somebody about whom adult
    social care has been told is left out. Where it is not said whether they need support, a plan or
    a need that was written down calls for it; “no” is an answer.
    """
    told = {
        one.opened.about
        for one in case.body_referrals
        if one.opened.body is OtherBody.ADULT_CARE and one.made
    }
    return tuple(
        known
        for key, known in case.people.items()
        if known.person.kind in CHILDREN
        and TAKES_PART & set(known.roles)
        and is_adult(known.person, today)
        and known.details is not None
        and _needs_support(known.details)
        and key not in told
    )


def adult_care_since(case: Case, known: PersonInCase) -> datetime:
    """Return since when (UTC) it is known of a learner that adult social care may be offered.

    They were 18, and it was said that they need support: not before either was known.
    """
    since = [known.born_since, _of_age_since(known.person)]
    said: datetime | None = None
    for entry in case.entries:
        form = entry.form
        if isinstance(form, PersonDetails) and one_of(case.same, form.person) == known.person.id:
            said = (said or entry.sealed.recorded) if _needs_support(form) else None
    return max(*since, said or known.born_since)


def _of_age_since(person: Person) -> datetime:
    birthday = eighteenth_birthday(person)
    assert birthday
    return datetime.combine(birthday, time.min, LONDON).astimezone(UTC)


def _needs_support(details: PersonDetails) -> bool:
    if details.care_needs in {YesNoUnknown.YES, YesNoUnknown.NO}:
        return details.care_needs is YesNoUnknown.YES
    return details.ehcp is YesNoUnknown.YES or bool(details.needs)
