"""What agencies read and hear is the newest that the record holds, not what was so before it."""

from datetime import timedelta

import pytest

from app.domain.forms.bodies import OtherBody
from app.domain.forms.parents import ParentContact
from app.domain.kit.answers import YesNoUnknown
from app.domain.kit.moments import moment
from app.papers import telephone_script
from tests.casefold import NOW, concern_case
from tests.domain.people_of_two import MET, MISSED, PARENTS
from tests.papers.paper import issue
from tests.papers.test_body_letters import LEARNERS, NAMED, all_words, letter, told

NOT_KNOWN = YesNoUnknown.NOT_KNOWN
LATER, SOON = NOW + timedelta(days=2), moment(NOW + timedelta(hours=1))


def called(case, entry):
    """Everything that the telephone script on one referral says, in one text."""
    (subject,) = (one for one in telephone_script.subjects(case) if one.entry == entry)
    return all_words(telephone_script.content(case, subject, issue(at=LATER)))


KNOWING = {
    "told since": (MET | {"at": SOON}, False, True),
    "told before": (MET, True, True),
    "not reached": (MISSED | {"at": SOON}, True, False),
}


@pytest.mark.parametrize("body", LEARNERS)
@pytest.mark.parametrize(("contact", "asked_then", "told_now"), KNOWING.values(), ids=KNOWING)
def test_a_family_told_since_is_not_called_one_that_may_not_know(
    body, contact, asked_then, told_now
):
    about = LEARNERS[body]
    asked = told(body, about, family_knows=NOT_KNOWN, family_how="Social care says when.")
    case = concern_case(NAMED, PARENTS, asked, (ParentContact, contact | {"child": about}))
    papers = [letter(case, "entry-4", at=LATER)]
    papers += [called(case, "entry-4")] if body is OtherBody.COLLEGE else []
    for said in (one if isinstance(one, str) else all_words(one) for one in papers):
        assert ("Family knows" in said) is asked_then
        assert ("Dee Stone: told" in said) is told_now
