"""For whom adult social care is to be told: learners of 18 or over with needs of care and support.

Source: Care Act 2014, section 42. It asks for needs, whether or not anybody meets them, and for no
plan: an EHCP is one way in which the college knows of them.
"""

from datetime import date

from app.domain.case.ages import TAKES_PART
from app.domain.case.case import Case
from app.domain.case.people import CHILDREN, PersonInCase, is_adult
from app.domain.forms.bodies import OtherBody
from app.domain.forms.person import PersonDetails
from app.domain.kit.answers import YesNoUnknown


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


def _needs_support(details: PersonDetails) -> bool:
    if details.care_needs in {YesNoUnknown.YES, YesNoUnknown.NO}:
        return details.care_needs is YesNoUnknown.YES
    return details.ehcp is YesNoUnknown.YES or bool(details.needs)
